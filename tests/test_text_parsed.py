import pytest

from herreader.model.text import Block, BlockKind, Place
from herreader.text.parsed import ParsedText

WORDS = ("The owl", "", "falls")
TEXT = ParsedText(
    tuple(Block(number, BlockKind.PARAGRAPH, plain) for number, plain in enumerate(WORDS, 1))
)


def test_blocks_are_numbered_from_one() -> None:
    plains = [block.plain if (block := TEXT.block(number)) else None for number in range(5)]
    assert plains == [None, *WORDS, None]
    assert (TEXT.last, TEXT.size) == (3, 15)


@pytest.mark.parametrize(
    ("place", "units"),
    [
        (Place(1, 0), 0),
        (Place(1, 7), 7),
        (Place(1, 99), 7),
        (Place(2, 0), 8),
        (Place(3, 5), 14),
        (Place(4, 0), 15),
        (Place(0, 3), 0),
    ],
)
def test_units_are_characters_and_one_for_each_end(place: Place, units: int) -> None:
    assert TEXT.units_before(place) == units


def test_a_place_is_found_again_by_its_units() -> None:
    for units in range(TEXT.size):
        assert TEXT.units_before(TEXT.place_at(units)) == units
    assert (TEXT.place_at(-5), TEXT.place_at(99)) == (Place(1, 0), Place(3, 5))


def test_an_empty_text_has_no_blocks_but_a_place() -> None:
    empty = ParsedText(())
    assert (empty.last, empty.size, empty.block(1)) == (0, 0, None)
    assert empty.place_at(0) == Place(1, 0)
    assert empty.units_before(Place(1, 0)) == 0


@pytest.mark.parametrize(("start", "numbers"), [(1, [1, 2, 3]), (3, [3]), (4, []), (0, [1, 2, 3])])
def test_candidates_go_on_to_the_end(start: int, numbers: list[int]) -> None:
    found = TEXT.candidates("owl", start, backwards=False, stop=lambda: False)
    assert [block.number for block in found] == numbers


@pytest.mark.parametrize(("start", "numbers"), [(3, [3, 2, 1]), (1, [1]), (9, [3, 2, 1]), (0, [])])
def test_candidates_go_back_to_the_beginning(start: int, numbers: list[int]) -> None:
    found = TEXT.candidates("owl", start, backwards=True, stop=lambda: False)
    assert [block.number for block in found] == numbers


def test_candidates_end_when_told_to_stop() -> None:
    assert not list(TEXT.candidates("owl", 1, backwards=False, stop=lambda: True))

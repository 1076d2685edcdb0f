from herreader.model.text import Block, BlockKind, Passage, Place
from herreader.text.parsed import ParsedText
from herreader.text.quotation import (
    QUOTE,
    find_only,
    find_passage,
    find_place,
    passage_between,
    place_in,
)


def text_of(*plains: str) -> ParsedText:
    blocks = (Block(n, BlockKind.PARAGRAPH, plain) for n, plain in enumerate(plains, 1))
    return ParsedText(tuple(blocks))


OLD = text_of("The owl lands. It stays.", "The lamp goes out.", "Nobody asks why.")


def passage(start: Place, end: Place) -> Passage:
    return passage_between(OLD, start, end)


LAMP = passage(Place(2, 4), Place(2, 17))
ACROSS = passage(Place(1, 15), Place(2, 8))


def test_a_passage_holds_its_words() -> None:
    assert LAMP.quote == "lamp goes out"
    assert ACROSS.quote == "It stays.\nThe lamp"


def test_a_place_keeps_the_words_at_it_and_lies_in_the_text() -> None:
    assert place_in(OLD, 1, 4).quote == "owl lands. It stays."
    assert place_in(OLD, 0, -3) == Place(1, 0)
    assert place_in(OLD, 99, 5) == Place(3, len("Nobody asks why."))
    assert place_in(text_of(), 5, 5) == Place(1, 0)
    assert len(place_in(text_of("x" * 500), 1, 0).quote) == QUOTE


def test_a_passage_is_found_where_it_was() -> None:
    assert find_passage(OLD, LAMP) == LAMP
    assert find_passage(OLD, ACROSS) == ACROSS


def test_a_passage_that_has_moved_in_its_block_is_found() -> None:
    new = text_of("", "And then the lamp goes out.", "")
    found = find_passage(new, LAMP)
    assert found is not None
    assert (found.start, found.end) == (Place(2, 13), Place(2, 26))


def test_a_passage_that_has_moved_to_another_block_is_found() -> None:
    new = text_of("A new first block.", *(block.plain for block in OLD.blocks))
    for wanted in (LAMP, ACROSS):
        found = find_passage(new, wanted)
        assert found is not None
        assert found.quote == wanted.quote
        assert found.start.block == wanted.start.block + 1


def test_of_several_the_nearest_is_taken() -> None:
    far = [f"Filler {number}." for number in range(8)]
    new = text_of("lamp goes out", *far, "Gone.", "lamp goes out")
    wanted = Passage(Place(10, 0), Place(10, 13), "lamp goes out")
    found = find_passage(new, wanted)
    assert found is not None
    assert found.start.block == 11


def test_a_second_mention_in_a_block_is_found_if_the_first_does_not_go_on_alike() -> None:
    new = text_of("One. It stays. Two. It stays.", "The lamp goes out.")
    wanted = Passage(Place(1, 15), Place(2, 8), "It stays.\nThe lamp")
    found = find_passage(new, wanted)
    assert found is not None
    assert found.start == Place(1, 20)


def test_words_that_are_gone_are_not_found() -> None:
    assert find_passage(text_of("Something else."), LAMP) is None
    assert find_passage(text_of(), LAMP) is None
    assert find_passage(OLD, Passage(Place(1, 0), Place(1, 1), " ")) is None


def test_a_place_without_its_words_stays_as_near_as_it_can() -> None:
    new = text_of("Something else.")
    assert find_place(new, place_in(OLD, 3, 7)) == Place(1, len("Something else."))


def test_hard_breaks_within_a_block_are_words_of_it() -> None:
    old = text_of("One line\nand another.", "Next block.")
    wanted = passage_between(old, Place(1, 4), Place(2, 4))
    assert wanted.quote == "line\nand another.\nNext"
    assert find_passage(old, wanted) == wanted
    new = text_of("New.", "One line\nand another.", "Next block.")
    found = find_passage(new, wanted)
    assert found is not None
    assert found.start.block == 2


def test_words_that_stand_just_once_are_found_wherever_they_are() -> None:
    newer = text_of("Something new.", "Then the owl lands.", "It stays.", "The lamp goes out.")
    assert find_only(newer, LAMP.quote) == passage_between(newer, Place(4, 4), Place(4, 17))
    assert find_only(newer, "It stays.\nThe lamp") == passage_between(
        newer, Place(3, 0), Place(4, 8)
    )


def test_words_that_stand_nowhere_or_more_than_once_are_not_found() -> None:
    twice = text_of("The owl lands.", "The lamp goes out.", "The lamp goes out.")
    for words in (LAMP.quote, "Nobody asks why.", "", " ", "o"):
        assert find_only(twice, words) is None
    assert find_only(text_of("aaa"), "aa") is None

# ruff: noqa: RUF001 (curly quotes are what is tested)
from pathlib import Path

import pytest

from herreader.model.text import Block, BlockKind, Place
from herreader.text.parsed import ParsedText
from herreader.text.search import compile_query, find_next, longest_word, matches
from herreader.text.streamed import StreamedText

PLAINS = ("The owl falls.", "An Owl, an owl!", "Nobody’s here.", "Her  “owl” is\nlate.")
TEXT = ParsedText(
    tuple(Block(number, BlockKind.PARAGRAPH, plain) for number, plain in enumerate(PLAINS, 1))
)


def never() -> bool:
    return False


def found(query: str, plain: str) -> list[str]:
    block = Block(1, BlockKind.PARAGRAPH, plain)
    return [plain[start:end] for start, end in matches(block, compile_query(query))]


@pytest.mark.parametrize(
    ("query", "plain", "expected"),
    [
        ("owl", "Owl, OWL, owlet", ["Owl", "OWL", "owl"]),
        ("Owl", "Owl, OWL, owlet", ["Owl"]),
        (
            "the owl",
            "the  owl, the\nowl, the\u00a0owl, theowl",
            ["the  owl", "the\nowl", "the\u00a0owl"],
        ),
        ("  owl ", "owl", ["owl"]),
        ("it's", "it’s it's itʼs", ["it’s", "it's", "itʼs"]),
        ("it’s", "it's", ["it's"]),
        ('"yes"', "“yes” „yes“", ["“yes”", "„yes“"]),
        ("a.b*", "a.b* axb", ["a.b*"]),
        ("[x]", "[x] x", ["[x]"]),
        ("cafe\u0301", "caf\xe9", ["caf\xe9"]),
        ("8,316 / 641", "8,316 / 641", ["8,316 / 641"]),
        ("梟が", "その梟が来た", ["梟が"]),
    ],
)
def test_a_query_finds_what_a_reader_means(query: str, plain: str, expected: list[str]) -> None:
    assert found(query, plain) == expected


@pytest.mark.parametrize("query", ["", " ", "\n\t"])
def test_an_empty_query_is_refused(query: str) -> None:
    with pytest.raises(ValueError, match="word"):
        compile_query(query)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("the owl's nest", "nest"),
        ("it’s", "it"),
        ("8,316 / 641", "316"),
        ("cafe\u0301 x", "caf\xe9"),
        ("“—”", ""),
        ("", ""),
    ],
)
def test_the_longest_word_is_in_every_match(query: str, word: str) -> None:
    assert longest_word(query) == word


def places(query: str, *, backwards: bool) -> list[tuple[int, int]]:
    place = Place(TEXT.last + 1, 0) if backwards else Place(1, -1)
    steps = []
    while match := find_next(TEXT, query, place, backwards=backwards, stop=never):
        place = match.start
        steps.append((place.block, place.offset))
    return steps


def test_matches_are_stepped_through_in_order_and_never_around_the_end() -> None:
    steps = [(1, 4), (2, 3), (2, 11), (4, 6)]
    assert places("owl", backwards=False) == steps
    assert places("owl", backwards=True) == steps[::-1]
    assert places("zebra", backwards=False) == []


def test_a_match_comes_with_its_words_and_its_end() -> None:
    match = find_next(TEXT, 'her "owl" is late', Place(1, 0), backwards=False, stop=never)
    assert match is not None
    assert (match.start, match.end, match.quote) == (Place(4, 0), Place(4, 18), PLAINS[3][:18])


def test_a_search_ends_when_told_to_stop() -> None:
    assert find_next(TEXT, "owl", Place(1, -1), backwards=False, stop=lambda: True) is None


def test_words_on_both_sides_of_a_wrapped_line_are_found(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    filler = "nobody looks up\nat the screen.\n\n" * 2000
    path.write_text(filler + "and there the\nowl is falling\nat last.\n\n" + filler)
    with StreamedText(path, step=4096) as text:
        for place, backwards in ((Place(1, 0), False), (Place(text.last, 0), True)):
            match = find_next(text, "THE owl".lower(), place, backwards=backwards, stop=never)
            assert match is not None
            assert (match.start, match.quote) == (Place(2001, 10), "the owl")

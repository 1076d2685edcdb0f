# ruff: noqa: RUF001 (curly apostrophes and dashes are what is looked for here)
import random
from collections.abc import Callable
from itertools import count

import pytest

from herreader.finding.placing import Placed
from herreader.finding.vocabulary import Vocabulary
from herreader.finding.words import PieceMemory

TERMS = ("owl", "the lead role", "night owl", "surrogate", "641", "8,316", "six feet under")


class Measured(str):
    """A word; whenever its letters are counted, another thread has its turn."""

    __slots__ = ("turn",)
    turn: Callable[[], object]

    def __len__(self) -> int:
        self.turn()
        return super().__len__()


def vocabulary() -> tuple[Vocabulary, dict[int, str]]:
    known = Vocabulary()
    return known, {known.add(term): term for term in TERMS}


def seen(text: str) -> list[tuple[str, str]]:
    known, names = vocabulary()
    placed = Placed(known.read(text))
    spots = [spot for spots in placed.spots_of(names.keys()).values() for spot in spots]
    spans = sorted((*placed.span(sighting), names[sighting[0]]) for *_, sighting in spots)
    return [(name, text[start:end]) for start, end, name in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An owl, then owls.", [("owl", "owl"), ("owl", "owls")]),
        ("(owl)", [("owl", "owl")]),
        ("an owl—the owl’s claws", [("owl", "owl"), ("owl", "owl’s")]),
        ("the lead\nrole", [("the lead role", "lead\nrole")]),
        ("the lead in a role", []),
        ("leads his role", [("the lead role", "leads his role")]),
        ("a night-owl", [("night owl", "night-owl"), ("owl", "owl")]),
        ("He meets the surogate.", [("surrogate", "surogate")]),
        ("8\N{NO-BREAK SPACE}316 others", [("8,316", "8\N{NO-BREAK SPACE}316")]),
        ("buried six feet under", [("six feet under", "six feet under")]),
    ],
)
def test_a_term_is_found_in_its_forms_and_spans_its_own_words(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert seen(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one of six hundred and forty-one, or two", ["six hundred and forty-one"]),
        ("six; hundreds; 641", ["641"]),
        ("one hundred people. Six hundred and forty one.", ["Six hundred and forty one"]),
        ("eight thousand three hundred and sixteen", ["eight thousand three hundred and sixteen"]),
        ("6 hundred forty 1", []),
        ("one two three", []),
    ],
)
def test_a_number_is_found_among_others_that_nobody_looks_for(text: str, found: list[str]) -> None:
    assert [words for _, words in seen(text)] == found


def test_it_does_not_matter_what_blanks_part_the_words() -> None:
    chance = random.Random(641)  # noqa: S311 - words, not secrets
    words = ["the", "an", "owl", "night", "lead", "role", "leads", "feet", "under", "—"]
    words += ["six", "hundred", "and", "forty", "one", "641"]
    for _ in range(200):
        row = chance.choices(words, k=12)
        other = "".join(word + chance.choice((" ", "  ", "\n", " \n", "\t")) for word in row)
        assert [name for name, _ in seen(other)] == [name for name, _ in seen(" ".join(row))]


def test_the_memory_of_words_has_a_bound() -> None:
    memory = PieceMemory({}, {}, {})
    for number in range(60_000):
        memory[f"word-{number}."]
    memory["x" * 1000]
    assert len(memory) <= 50_000
    assert max(map(len, memory)) < 100


@pytest.mark.parametrize("moment", range(1, 9))
def test_a_thread_that_reads_while_another_does_misses_no_misspelt_word(moment: int) -> None:
    word, counted = Measured("photograph"), count(1)
    seen: list[int] = []
    memory = PieceMemory({word: 7}, {}, {})
    word.turn = lambda: seen.append(memory["photogroph"]) if next(counted) == moment else None
    assert memory["photogreph"] == 7
    assert set(seen) <= {7}
    assert memory["photogroph"] == 7


def test_a_word_that_is_added_aside_is_met_and_no_other_is_taken_for_it() -> None:
    vocabulary = Vocabulary()
    photograph = vocabulary.add("photographs")
    pianist = vocabulary.add_aside("pianist")
    assert vocabulary.add_aside("photograph") == photograph
    terms = vocabulary.read("A photogroph of a pianist.").terms
    assert terms >= {photograph, pianist}
    assert pianist not in vocabulary.read("A pianst.").terms


def test_a_row_of_digits_that_no_number_has_is_a_word_like_others() -> None:
    known, long = Vocabulary(), "5" * 5_000
    term = known.add(long)
    assert term in known.read(f"It has {long} of them, not 5.").terms
    assert term not in known.read("It has 5 of them.").terms

"""Words are found again in another version though some have changed, and others never taken."""

import tomllib
from pathlib import Path
from time import process_time

import pytest

from herreader.model.text import Block, BlockKind, Passage, Place
from herreader.text.parsed import ParsedText
from herreader.text.quotation import passage_between
from herreader.text.revision import Revision

BEFORE = "The film opens in an office the colour of apricots. "
BEHIND = " Nothing in it is louder than a sigh. I left the cinema on foot."

SENTENCES = tomllib.loads(
    Path(__file__).with_name("revised_sentences.toml").read_text(encoding="utf-8")
)


def pairs(kind: str) -> list[tuple[str, str]]:
    return [(each["before"], each["after"]) for each in SENTENCES[kind]]


def text_of(*plains: str) -> ParsedText:
    blocks = (Block(n, BlockKind.PARAGRAPH, plain) for n, plain in enumerate(plains, 1))
    return ParsedText(tuple(blocks))


def marked(words: str) -> tuple[ParsedText, Passage | None]:
    """Make a text of a paragraph between two others, and the passage between the marks in it."""
    start, end = words.find("<<"), words.find(">>") - 2
    text = text_of("Her", words.replace("<<", "").replace(">>", ""), "The end.")
    return text, passage_between(text, Place(2, start), Place(2, end)) if start >= 0 else None


def found_again(old: str, new: str) -> tuple[Passage | None, Passage | None]:
    """Give what is found of the marked words in another version, and what is marked there."""
    before, passage = marked(old)
    after, expected = marked(new)
    assert passage is not None
    return Revision(before, after).find(passage), expected


@pytest.mark.parametrize(("old", "new"), pairs("edited"))
def test_a_sentence_with_a_word_or_two_changed_is_found(old: str, new: str) -> None:
    for one, other in ((old, new), (new, old)):
        found, expected = found_again(f"{BEFORE}<<{one}>>{BEHIND}", f"{BEFORE}<<{other}>>{BEHIND}")
        assert found == expected


@pytest.mark.parametrize(("old", "new"), pairs("another"))
def test_another_sentence_in_its_place_is_not_taken_for_it(old: str, new: str) -> None:
    found, _ = found_again(f"{BEFORE}<<{old}>>{BEHIND}", f"{BEFORE}{new}{BEHIND}")
    assert found is None


@pytest.mark.parametrize(("old", "new"), pairs("around"))
def test_what_stands_around_a_sentence_neither_hides_nor_replaces_it(old: str, new: str) -> None:
    found, expected = found_again(old, new)
    assert found == expected


def test_a_passage_over_two_paragraphs_is_found() -> None:
    before = text_of("One. The owl comes down with its claws open.", "He never looks up. Two.")
    after = text_of(
        "A.", "One. The owl comes down, with its claws open.", "He never looked up. Two."
    )
    found = Revision(before, after).find(
        passage_between(before, Place(1, 5), Place(2, len("He never looks up.")))
    )
    assert found is not None
    assert found.quote == "The owl comes down, with its claws open.\nHe never looked up."


def test_a_text_written_anew_from_end_to_end_is_given_up() -> None:
    before = text_of(" ".join(f"owl{n} gull{n} tide." for n in range(900)))
    after = text_of(" ".join(f"owl{n} gull{n} lamp." for n in range(900)))
    passage = passage_between(before, Place(1, 0), Place(1, 16))
    assert Revision(before, after).find(passage) is None


def test_words_of_an_empty_text_are_found_nowhere() -> None:
    before = text_of("An owl falls.")
    passage = passage_between(before, Place(1, 0), Place(1, 13))
    for after in (text_of(), text_of("", "***")):
        assert Revision(before, after).find(passage) is None


def with_refrains(refrain: str, end: str, count: int = 400) -> ParsedText:
    """Make a text of paragraphs that end in the same way, with a refrain after each."""
    plains = (f"Owl {number} is told of, and it {end}." for number in range(count))
    return text_of(*(plain for owl in plains for plain in (owl, refrain, refrain)))


@pytest.mark.parametrize("refrain", ["***", "It was so."])
def test_a_changed_sentence_between_refrains_is_found(refrain: str) -> None:
    before, after = (with_refrains(refrain, "falls") for _ in range(2))
    blocks = list(after.blocks)
    blocks[300] = blocks[300]._replace(plain="Owl 100 is told of, and so it falls.")
    passage = passage_between(before, Place(301, 0), Place(301, len(before.blocks[300].plain)))
    found = Revision(before, ParsedText(tuple(blocks))).find(passage)
    assert (found and found.quote) == "Owl 100 is told of, and so it falls."


def seconds_to_find(refrain: str) -> float:
    before, after = with_refrains(refrain, "falls"), with_refrains(refrain, "fell")
    begun = process_time()
    Revision(before, after).find(passage_between(before, Place(1, 0), Place(1, 20)))
    return process_time() - begun


def test_refrains_between_changed_sentences_take_no_longer_than_other_words() -> None:
    assert seconds_to_find("It was so.") < 20 * seconds_to_find("")


def test_the_first_words_of_a_sentence_that_stands_twice_are_found_in_the_right_one() -> None:
    before = text_of("One. It is slow, as it is.", "Two. It is slow, as it is.")
    after = text_of("Two. It is slow, as it is.", "Three. It is slow, as it is.")
    found = Revision(before, after).find(passage_between(before, Place(2, 5), Place(2, 16)))
    assert found == passage_between(after, Place(1, 5), Place(1, 16))


def test_a_refrain_in_a_paragraph_that_has_stayed_is_not_taken_for_one_that_came_in() -> None:
    refrain = "And then she laughs."
    plains = "He writes letters.", "It is late. The lamp is red.", refrain, "The tide is out."
    before = text_of(*plains)
    after = text_of(plains[0], f"{plains[1]} {refrain}", *plains[2:])
    found = Revision(before, after).find(passage_between(before, Place(3, 0), Place(3, 20)))
    assert found == passage_between(after, Place(3, 0), Place(3, 20))

"""Words are found again in another version though some have changed, and others never taken."""

import tomllib
from pathlib import Path

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

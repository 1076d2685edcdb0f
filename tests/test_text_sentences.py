# ruff: noqa: RUF001 (curly quotes and full-width stops are what is tested)
import random
from itertools import pairwise

import pytest
from cpu_time import within

from herreader.text.sentences import sentence_at, sentences


def split(plain: str) -> list[str]:
    return [plain[start:end] for start, end in sentences(plain)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Lee met Dr. Ito at 8.5 miles.", "He left."],
        ["It is vs. the rest, e.g. Apples, i.e. fruit, etc. and more.", "Done."],
        ["“Why?” he asked.", "“Go!”", "She went."],
        ["“Why?”", "He shrugged."],
        ["He said “no.”", "Then (he left.)", "She stayed [there.]", "Good."],
        ["The U.S. Army came.", "He lives in the U.S.", "She does too."],
        ["J. R. R. Tolkien wrote it.", "So do I.", "They read p. 12 and No. 5.", "No.", "I won’t."],
        ["Wait... what?", "Well…", "Then it ended."],
        ["3. Then it ends.", "It was 1984.", "20 years passed."],
        ["At 8 p.m. on Monday it rang.", "Who?", "Me!?", "Yes"],
        ["8,316 others.", "641 of them."],
        ["It costs $3.50.", "St. Paul’s is near."],
        ["An owl.[1]", "He said “no.”[12][3]", "No[4] end.", "See p. [5] there."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_japanese_sentences_end_without_a_blank() -> None:
    assert split("彼は行く。私も！「はい。」本当？") == [
        "彼は行く。",
        "私も！",
        "「はい。」",
        "本当？",
    ]


@pytest.mark.parametrize(
    "last", ["He left.", "No", "Why?", "He met Mr.", "“Go!”", "Well…", "So: 3."]
)
def test_a_text_ends_with_a_sentence_whatever_its_last_sign_is(last: str) -> None:
    assert split(f"She came. {last}") == ["She came.", last]


def test_a_newline_ends_a_sentence() -> None:
    assert split("roses are red\nviolets are blue.\n\n  so ") == [
        "roses are red",
        "violets are blue.",
        "so",
    ]
    assert split("roses\nA") == ["roses", "A"]


def test_every_word_is_in_exactly_one_sentence() -> None:
    chance = random.Random(641)  # noqa: S311 - a seed makes the same texts each time
    for _ in range(2000):
        plain = "".join(chance.choices("aB.!?…” “)(\n 。1\u00a0Mr", k=chance.randrange(40)))
        spans = sentences(plain)
        assert "".join("".join(split(plain)).split()) == "".join(plain.split())
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert all(plain[start:end] == plain[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize(
    ("offset", "words"),
    [(0, "One."), (3, "One."), (4, "Two."), (5, "Two."), (8, "Two."), (99, "Two.")],
)
def test_a_blank_belongs_to_the_sentence_after_it(offset: int, words: str) -> None:
    plain = "One. Two. "
    start, end = sentence_at(plain, offset)
    assert plain[start:end] == words


@pytest.mark.parametrize("plain", ["", "  ", "\n"])
def test_words_without_a_sentence_give_an_empty_one(plain: str) -> None:
    assert sentence_at(plain, 0) == (0, 0)


@pytest.mark.parametrize(
    "words",
    ["." * 50_000 + "x", "?!" * 25_000 + "x", "Mr. " * 20_000, "p. 1984. a " * 8_000],
    ids=["dots", "signs", "titles", "numbers"],
)
def test_odd_paragraphs_are_parted_in_fair_time(words: str) -> None:
    with within(3):
        assert sentences(f"An owl.\n{words}")[0] == (0, 7)

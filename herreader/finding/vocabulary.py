"""The words that matter to a room's scenes, and where they stand in a text."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, count, pairwise
from typing import NamedTuple

from herreader.finding.numbers import LONGEST, is_a_count, is_numeral, read_numbers, value_of
from herreader.finding.words import (
    NUMERAL,
    PASSED_OVER,
    SEVERAL,
    SKIPPED,
    WANTED,
    WORD,
    PieceMemory,
    root_of,
)

_FIGURES = re.compile(r"\d[\d,.\s]*")
_TOGETHER = 2
"""The most words from one numeral to the next of the same number: an *and* may part them."""

Sighting = tuple[int, int, int]
"""A term in a text, and the first and the last of its words; plain, for there are so many."""


class TextTerms(NamedTuple):
    """The terms in a text.

    Attributes:
        plain: The text.
        words: What each word is; 0 for one that a masking term covers.
        lengths: How many words each piece of it holds, from blank to blank; empty if all hold one.
        terms: All terms in it, and what stands for words that are none.
        others: Those of several words, phrases and numbers, and where they stand.
        spelt: The first words of numbers that are written in words.
    """

    plain: str
    words: Sequence[int]
    lengths: Sequence[int]
    terms: AbstractSet[int]
    others: Sequence[Sighting]
    spelt: frozenset[int]


def is_figure(phrase: str) -> bool:
    """Whether a phrase is a number in figures, and none too long to be found."""
    return len(phrase) < LONGEST and bool(_FIGURES.fullmatch(phrase))


def split_words(phrase: str) -> list[str]:
    """List the words of a phrase, without articles and possessives if there are others."""
    words = WORD.findall(phrase)
    return [word for word in words if word.lower() not in PASSED_OVER] or words


class Vocabulary:
    """Terms, each one word or several in a row, that are looked for in texts.

    Terms are added first; then texts are read. A term stands for all forms of its words, whatever
    articles and possessives stand between, and a figure for its number however it is written. Each
    word of a phrase is a term too.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._asides: dict[str, int] = {}
        self._added: dict[str, int] = {}
        self._terms: dict[tuple[int, ...], int] = {}
        self._starts: dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]] = {}
        self._numbers: dict[int, int] = {}
        self._masks: set[int] = set()
        self._numerals: dict[int, int | None] = {NUMERAL: None, WANTED: None}
        self._known = PieceMemory(self._ids, self._numbers, self._asides)
        self._count = 0

    def add(self, phrase: str) -> int:
        """Add a term, and give its number."""
        known = self._added.get(phrase)
        if known is None:
            known = self._added[phrase] = self._add(phrase)
        return known

    def add_aside(self, root: str) -> int:
        """Add a word by its root, and give its number; no other is taken for it, misspelt."""
        return self._ids.get(root) or self._asides.setdefault(root, self._fresh())

    def mask(self, phrase: str) -> None:
        """Add a term of which no word counts for anything else."""
        self._masks.add(self.add(phrase))

    def read(self, plain: str) -> TextTerms:
        """Find the terms in a text."""
        words, lengths = self._words_in(plain)
        terms = set(words)
        numbers, spelt = self._numbers_in(plain, words, terms)
        others = [*self._phrases_in(words), *numbers]
        if covers := [each for each in others if each[0] in self._masks]:
            covered = {at: cover for cover in covers for at in range(cover[1], cover[2] + 1)}
            for at in covered:
                words[at] = SKIPPED
            others = [each for each in others if not _is_hidden(each, covered)]
            terms = set(words)
        terms.update([each[0] for each in others])
        return TextTerms(plain, words, lengths, terms, others, spelt)

    def _words_in(self, plain: str) -> tuple[list[int], list[int]]:
        """Say what each word is, and how many a piece holds if there is not one in each."""
        pieces = plain.split(" ")
        words = list(map(self._known.__getitem__, pieces))
        if SEVERAL not in words:
            return words, []
        each: list[int] = []
        lengths = [1] * len(pieces)
        done = 0
        for at in [at for at, word in enumerate(words) if word == SEVERAL]:
            parts = self._known.words_in(pieces[at])
            lengths[at] = len(parts)
            each += (*words[done:at], *parts)
            done = at + 1
        return each + words[done:], lengths

    def _phrases_in(self, words: Sequence[int]) -> list[Sighting]:
        kept = list(filter(None, words))  # all but what is skipped
        pairs = zip(kept, kept[1:], strict=False)  # noqa: RUF007 - pairwise takes a quarter longer
        begun = list(compress(count(), map(self._starts.__contains__, pairs)))
        if not begun:
            return []
        places = list(compress(count(), words))
        found = []
        for index in begun:
            for rest, term in self._starts[kept[index], kept[index + 1]]:
                last = index + 1 + len(rest)
                if not rest or tuple(kept[index + 2 : last + 1]) == rest:
                    found.append((term, places[index], places[last]))
        return found

    def _numbers_in(
        self, plain: str, words: Sequence[int], terms: AbstractSet[int]
    ) -> tuple[list[Sighting], frozenset[int]]:
        """Find the numbers that matter, and say which of them are in words."""
        if self._numerals.keys().isdisjoint(terms):
            return [], frozenset()
        marks = list(compress(count(), map(self._numerals.__contains__, words)))
        if not self._may_matter(words, marks):
            return [], frozenset()
        parts = WORD.split(plain, maxsplit=marks[-1] + 2)  # to the word after the last numeral
        tokens = [token.lower() for token in parts[1::2]]
        sightings, spelt = [], set()
        for number in read_numbers(tokens, [at for at in marks if is_numeral(tokens[at])]):
            term = self._numbers.get(number.value)
            if term is not None and is_a_count(number, tokens, parts[2 * number.first]):
                sightings.append((term, number.first, number.last))
                if number.in_words:
                    spelt.add(number.first)
        return sightings, frozenset(spelt)

    def _may_matter(self, words: Sequence[int], marks: Sequence[int]) -> bool:
        """Whether numerals are, or together may be, numbers that are looked for; most are not."""
        if any(after - before <= _TOGETHER for before, after in pairwise(marks)):
            return True
        alone = {words[at] for at in marks}
        return WANTED in alone or any(self._numerals[word] in self._numbers for word in alone)

    def _add(self, phrase: str) -> int:
        if is_figure(phrase):
            value = int("".join(filter(str.isdecimal, phrase)))
            return self._numbers.setdefault(value, self._fresh())
        words = tuple([self._id(root_of(word)) for word in split_words(phrase)])
        if len(words) == 1:
            return words[0]
        term = self._terms.get(words)
        if term is None:
            term = self._terms[words] = self._fresh()
            self._starts.setdefault(words[:2], []).append((words[2:], term))
        return term

    def _id(self, word: str) -> int:
        number = self._ids.get(word)
        if number is None:
            number = self._ids[word] = self._fresh()
            if is_numeral(word):
                self._numerals[number] = value_of(word)
        return number

    def _fresh(self) -> int:
        self._count += 1
        return self._count


def _is_hidden(sighting: Sighting, covered: Mapping[int, Sighting]) -> bool:
    """Whether a term shares its first or last word with a masking one and reaches less far."""
    _, first, last = sighting
    return any(
        at in covered and (first > covered[at][1] or last < covered[at][2]) for at in (first, last)
    )

"""The words that matter to a room's scenes, and where they stand in a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from herreader.finding.numbers import is_a_count, is_numeral, read_numbers
from herreader.finding.stems import stem

_TOKEN = re.compile(
    r"(\w+(?:['’]\w+|(?<=\d)[.,\u00a0\u2009\u202f]\d{3}(?!\d))*)"  # noqa: RUF001 - a curly apostrophe
)
_FIGURES = re.compile(r"\d[\d,.\s]*")
_PASSED_OVER = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "my", "our", "your"}
    | {"this", "that", "these", "those"}
)
_MISSPELT = 7
"""The shortest word, in letters, that is known with a letter wrong, missing or too many."""
_REMEMBERED = 200_000

_NOTHING = 0
_SKIPPED = -1
_NUMERAL = -2


Sighting = tuple[int, int, int]
"""A term in a text, and the first and the last of its words; plain, for there are so many."""


@dataclass(frozen=True)
class Reading:
    """The words of a text, and the terms among them.

    Attributes:
        parts: The text taken apart: what stands between words, and words, in turn.
        sightings: The terms.
        spelt: The first words of numbers that are written in words.
    """

    parts: Sequence[str]
    sightings: Sequence[Sighting]
    spelt: frozenset[int] = frozenset()

    @cached_property
    def ends(self) -> Sequence[int]:
        """The character after each word; found when first asked for, since few texts are."""
        return list(accumulate(map(len, self.parts)))[1::2]

    def span(self, sighting: Sighting) -> tuple[int, int]:
        """Give the first character of a term and the character after its last."""
        _, first, last = sighting
        return self.ends[first] - len(self.parts[2 * first + 1]), self.ends[last]


def is_figure(phrase: str) -> bool:
    """Whether a phrase is a number in figures."""
    return bool(_FIGURES.fullmatch(phrase))


def split_words(phrase: str) -> list[str]:
    """List the words of a phrase, without articles and possessives if there are others."""
    words = _TOKEN.findall(phrase)
    return [word for word in words if word.lower() not in _PASSED_OVER] or words


class Vocabulary:
    """Terms, each one word or several in a row, that are looked for in texts.

    Terms are added first; then texts are read. A term stands for all forms of its words, whatever
    articles and possessives stand between, and a figure for its number however it is written.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._terms: dict[tuple[int, ...], int] = {}
        self._singles: dict[int, int] = {}
        self._starts: dict[tuple[int, ...], list[tuple[tuple[int, ...], int]]] = {}
        self._numbers: dict[int, int] = {}
        self._masks: set[int] = set()
        self._numerals = {_NUMERAL}
        self._known = _Known(self._ids)
        self._count = 0

    def add(self, phrase: str) -> int:
        """Add a term, and give its number."""
        if is_figure(phrase):
            value = int("".join(filter(str.isdecimal, phrase)))
            return self._numbers.setdefault(value, self._fresh())
        words = tuple(self._id(_root(word)) for word in split_words(phrase))
        term = self._terms.get(words)
        if term is None:
            term = self._terms[words] = self._fresh()
            if len(words) == 1:
                self._singles[words[0]] = term
            else:
                self._starts.setdefault(words[:2], []).append((words[2:], term))
        return term

    def mask(self, phrase: str) -> None:
        """Add a term of which no word counts for anything else."""
        self._masks.add(self.add(phrase))

    def read(self, plain: str) -> Reading:
        """Find the terms in a text."""
        parts = _TOKEN.split(plain)
        known, numerals = self._known, self._numerals
        ids = [known[token] for token in parts[1::2]]
        sightings = self._phrases(ids)
        spelt: frozenset[int] = frozenset()
        if not numerals.isdisjoint(ids):
            marks = [at for at, word in enumerate(ids) if word in numerals]
            spelt = self._numbers_in(parts, marks, sightings)
        return Reading(parts, self._unmasked(sightings), spelt)

    def _phrases(self, ids: Sequence[int]) -> list[Sighting]:
        singles, starts = self._singles, self._starts
        sightings = [(singles[word], at, at) for at, word in enumerate(ids) if word in singles]
        kept = [at for at, word in enumerate(ids) if word != _SKIPPED]
        words = [ids[at] for at in kept]
        pairs = enumerate(pairwise(words))
        for index, pair in [each for each in pairs if each[1] in starts]:
            for rest, term in starts[pair]:
                last = index + 1 + len(rest)
                if not rest or tuple(words[index + 2 : last + 1]) == rest:
                    sightings.append((term, kept[index], kept[last]))
        return sightings

    def _numbers_in(
        self, parts: Sequence[str], marks: Iterable[int], sightings: list[Sighting]
    ) -> frozenset[int]:
        """Add the numbers that matter, and say which of them are in words."""
        tokens = [token.lower() for token in parts[1::2]]
        spelt = set()
        for number in read_numbers(tokens, [at for at in marks if is_numeral(tokens[at])]):
            term = self._numbers.get(number.value)
            if term is not None and is_a_count(number, tokens, parts[2 * number.first]):
                sightings.append((term, number.first, number.last))
                if number.in_words:
                    spelt.add(number.first)
        return frozenset(spelt)

    def _unmasked(self, sightings: list[Sighting]) -> list[Sighting]:
        covers = [sighting for sighting in sightings if sighting[0] in self._masks]
        if not covers:
            return sightings
        covered = {at: cover for cover in covers for at in range(cover[1], cover[2] + 1)}
        return [
            each
            for each in sightings
            if not any(at in covered and _hides(covered[at], each) for at in each[1:])
        ]

    def _id(self, word: str) -> int:
        number = self._ids.setdefault(word, len(self._ids) + 1)
        if is_numeral(word):
            self._numerals.add(number)
        return number

    def _fresh(self) -> int:
        self._count += 1
        return self._count


class _Known(dict[str, int]):
    """What each word met so far is: the number of its stem, or that it is of no interest."""

    def __init__(self, ids: dict[str, int]) -> None:
        super().__init__()
        self._ids = ids
        self._blurred: dict[str, str] | None = None
        self._longest = 0

    def __missing__(self, token: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        known = self[token] = self._look_up(token)
        return known

    def _look_up(self, token: str) -> int:
        lower = token.lower()
        if lower in _PASSED_OVER:
            return _SKIPPED
        if is_numeral(lower):
            return self._ids.get(lower, _NUMERAL)
        root = stem(lower)
        found = self._ids.get(root)
        if found is None and len(root) >= _MISSPELT:
            found = self._ids.get(self._meant(root))
        return found or _NOTHING

    def _meant(self, root: str) -> str:
        """Give the known stem that differs from a word in one letter, if there is one."""
        if self._blurred is None:
            long = [word for word in self._ids if len(word) >= _MISSPELT]
            self._blurred = {blur: word for word in long for blur in _blurs(word)}
            self._longest = max(map(len, long), default=0)
        if len(root) > self._longest + 1:
            return ""
        return next((self._blurred[blur] for blur in _blurs(root) if blur in self._blurred), "")


def _blurs(word: str) -> list[str]:
    """Give a word, and the word without each of its letters but the first."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


def _root(word: str) -> str:
    lower = word.lower()
    return lower if is_numeral(lower) else stem(lower)


def _hides(cover: Sighting, sighting: Sighting) -> bool:
    """Whether a masking term reaches beyond another that shares a word with it."""
    return sighting[1] > cover[1] or sighting[2] < cover[2]

"""The words that matter to a room's scenes, and where they stand in a text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from herreader.finding.numbers import is_a_count, is_numeral, read_numbers
from herreader.finding.stems import stem

_TOKEN = re.compile(
    r"(\d+(?:[.,\u00a0\u2009\u202f]\d{3})+(?![\d,.]*\d)|\d+|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*)"
)
_FIGURES = re.compile(r"\d[\d,.\s]*")
_PASSED_OVER = frozenset("the a an his her its their my our your this that these those".split())
_MISSPELT = 7
"""The shortest word, in letters, that is known with a letter wrong, missing or too many."""
_REMEMBERED = 200_000

_NOTHING = 0
_SKIPPED = -1
_NUMERAL = -2


class Sighting(NamedTuple):
    """A term in a text: its words are tokens `first` to `last`, characters `start` to `end`."""

    term: int
    first: int
    last: int
    start: int
    end: int
    in_words: bool = False


def split_words(phrase: str) -> list[str]:
    """List the words of a phrase, articles and possessives left out unless there is nothing else."""
    words = _TOKEN.findall(phrase)
    return [word for word in words if word.lower() not in _PASSED_OVER] or words


class Vocabulary:
    """Terms, each one word or several in a row, that are looked for in texts.

    Terms are added first; then texts are read. A term stands for all forms of its words, and a
    figure for its number however it is written.
    """

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._terms: dict[tuple[int, ...], int] = {}
        self._starts: dict[int, list[tuple[tuple[int, ...], int]]] = {}
        self._numbers: dict[int, int] = {}
        self._masks: set[int] = set()
        self._numerals = {_NUMERAL}
        self._known = _Known(self._ids)
        self._count = 0

    def add(self, phrase: str) -> int:
        """Add a term, and give its number."""
        if _FIGURES.fullmatch(phrase):
            value = int("".join(filter(str.isdecimal, phrase)))
            return self._numbers.setdefault(value, self._fresh(value not in self._numbers))
        words = tuple(self._id(_root(word)) for word in split_words(phrase))
        term = self._terms.get(words)
        if term is None:
            term = self._terms[words] = self._fresh(new=True)
            self._starts.setdefault(words[0], []).append((words[1:], term))
        return term

    def mask(self, phrase: str) -> None:
        """Add a term of which no word counts for anything else."""
        self._masks.add(self.add(phrase))

    def read(self, plain: str) -> tuple[Sighting, ...]:
        """Find the terms in a text, in order."""
        parts = _TOKEN.split(plain)
        tokens = parts[1::2]
        known = self._known
        ids = [known[token] for token in tokens]
        ends = list(accumulate(map(len, parts)))[1::2]
        sightings = self._phrases(tokens, ids, ends)
        numerals = self._numerals
        marks = [
            at for at, word in enumerate(ids) if word in numerals and is_numeral(tokens[at].lower())
        ]
        if marks:
            sightings += self._counts(parts, marks, ends)
            sightings.sort(key=_position)
        return tuple(self._unmasked(sightings))

    def _phrases(
        self, tokens: Sequence[str], ids: Sequence[int], ends: Sequence[int]
    ) -> list[Sighting]:
        kept = [at for at, word in enumerate(ids) if word != _SKIPPED]
        words = [ids[at] for at in kept]
        starts = self._starts
        sightings: list[Sighting] = []
        for index, word in enumerate(words):
            if word <= 0 or word not in starts:
                continue
            first = kept[index]
            start = ends[first] - len(tokens[first])
            for rest, term in starts[word]:
                if not rest:
                    sightings.append(Sighting(term, first, first, start, ends[first]))
                elif tuple(words[index + 1 : index + 1 + len(rest)]) == rest:
                    last = kept[index + len(rest)]
                    sightings.append(Sighting(term, first, last, start, ends[last]))
        return sightings

    def _counts(
        self, parts: Sequence[str], marks: Sequence[int], ends: Sequence[int]
    ) -> list[Sighting]:
        tokens = [token.lower() for token in parts[1::2]]
        sightings: list[Sighting] = []
        for number in read_numbers(tokens, marks):
            term = self._numbers.get(number.value)
            if term is not None and is_a_count(number, tokens, parts[2 * number.first]):
                start = ends[number.first] - len(tokens[number.first])
                end = ends[number.last]
                sightings.append(
                    Sighting(term, number.first, number.last, start, end, number.in_words)
                )
        return sightings

    def _unmasked(self, sightings: Iterable[Sighting]) -> Iterable[Sighting]:
        sightings = list(sightings)
        covers = [sighting for sighting in sightings if sighting.term in self._masks]
        if not covers:
            return sightings
        firsts = [cover.first for cover in covers]

        def is_free(sighting: Sighting) -> bool:
            before = bisect_right(firsts, sighting.last)
            return not any(_hides(cover, sighting) for cover in covers[max(0, before - 3) : before])

        return [sighting for sighting in sightings if is_free(sighting)]

    def _id(self, word: str) -> int:
        number = self._ids.setdefault(word, len(self._ids) + 1)
        if is_numeral(word):
            self._numerals.add(number)
        return number

    def _fresh(self, new: bool) -> int:  # noqa: FBT001 - one call reads better so
        self._count += new
        return self._count


class _Known(dict[str, int]):
    """What each word met so far is: the number of its stem, or that it is of no interest."""

    def __init__(self, ids: dict[str, int]) -> None:
        super().__init__()
        self._ids = ids
        self._blurred: dict[str, str] | None = None

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
        return next((self._blurred[blur] for blur in _blurs(root) if blur in self._blurred), "")


def _blurs(word: str) -> list[str]:
    """Give a word, and the word without each of its letters but the first."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))]


def _root(word: str) -> str:
    lower = word.lower()
    return lower if is_numeral(lower) else stem(lower)


def _hides(cover: Sighting, sighting: Sighting) -> bool:
    """Whether a masking term overlaps another that is not at least as long."""
    if cover.last < sighting.first or sighting.last < cover.first:
        return False
    return sighting.first > cover.first or sighting.last < cover.last


def _position(sighting: Sighting) -> tuple[int, int]:
    return sighting.first, sighting.last

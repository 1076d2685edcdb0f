"""What each word of a text is to a vocabulary, known at sight from the second time on."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from herreader.finding.numbers import is_numeral, value_of
from herreader.finding.stems import stem

WORD = re.compile(
    r"(\w+(?:['’]\w+|(?<=\d)[.,\u00a0\u2009\u202f]\d{3}(?!\d))*)"  # noqa: RUF001 - a curly apostrophe
)
PASSED_OVER = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "my", "our", "your"}
    | {"this", "that", "these", "those"}
)

# What a word is that no term has; the words of terms have numbers from 1 on.
SKIPPED = 0
NOTHING = -1
NUMERAL = -2
WANTED = -3
"""A numeral that by itself is one of the numbers looked for."""

SEVERAL = -4
"""What is no word: a piece of a text that holds more than one, or none."""

_MISSPELT = 7
"""The shortest word, in letters, that is known with a letter wrong, missing or too many."""
_REMEMBERED = 50_000
"""The most strings that are remembered: some megabytes, however much is read."""
_LONGEST = 40
"""Characters in the longest of them; one that is longer hardly comes again."""

_Meaning = TypeVar("_Meaning")


@lru_cache(maxsize=4096)  # the cues of a room name the same words again and again
def root_of(word: str) -> str:
    """Give what all forms of a word have in common: its stem, or a numeral itself."""
    lower = word.lower()
    return lower if is_numeral(lower) else stem(lower)


class _Memory(dict[str, _Meaning]):
    """What strings mean, found out when they are first met, and kept within bounds."""

    def __missing__(self, written: str) -> _Meaning:
        meaning = self._find_out(written)
        if len(written) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[written] = meaning
        return meaning

    def _find_out(self, written: str) -> _Meaning:
        raise NotImplementedError


class PieceMemory(_Memory[int]):
    """What stands between two blanks: what the word in it is, for mostly there is one."""

    def __init__(
        self, ids: Mapping[str, int], numbers: Mapping[int, int], asides: Mapping[str, int]
    ) -> None:
        super().__init__()
        self._words = _WordMemory(ids, numbers, asides)

    def words_in(self, piece: str) -> tuple[int, ...]:
        """Say what each word in a piece is."""
        return tuple([self._words[word] for word in WORD.findall(piece)])

    def _find_out(self, written: str) -> int:
        words = self.words_in(written)
        return words[0] if len(words) == 1 else SEVERAL


class _WordMemory(_Memory[int]):
    """What a word is: the number of its stem, or that it is of no interest."""

    def __init__(
        self, ids: Mapping[str, int], numbers: Mapping[int, int], asides: Mapping[str, int]
    ) -> None:
        super().__init__()
        self._ids = ids
        self._numbers = numbers
        self._asides = asides
        self._blurred: dict[str, str] | None = None
        self._longest = 0

    def _find_out(self, written: str) -> int:
        lower = written.lower()
        if lower in PASSED_OVER:
            return SKIPPED
        if is_numeral(lower):
            wanted = value_of(lower) in self._numbers
            return self._ids.get(lower, WANTED if wanted else NUMERAL)
        root = stem(lower)
        found = self._ids.get(root)
        if found is None and len(root) >= _MISSPELT:
            found = self._ids.get(self._meant(root))
        return found or self._asides.get(root, NOTHING)

    def _meant(self, root: str) -> str:
        """Give the known stem that differs from a word in one letter, if there is one."""
        if self._blurred is None:
            long = [word for word in self._ids if len(word) >= _MISSPELT]
            self._longest = max(map(len, long), default=0)
            # Last: another thread that finds the table goes by the length at once.
            self._blurred = {blur: word for word in long for blur in _blurs(word)}
        if len(root) > self._longest + 1:
            return ""
        return next((self._blurred[blur] for blur in _blurs(root) if blur in self._blurred), "")


def _blurs(word: str) -> list[str]:
    """Give a word, and the word without each of its letters but the first and the last.

    A slip is seldom there, and *photography* is no slip for *photograph*.
    """
    return [word, *(word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))]

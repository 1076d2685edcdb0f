"""What the words of a block mean together for each scene.

A block is the sum of its words and of the pairs of words that stand near each other, by the root of
the number of words; a network with one hidden layer says from that how far it speaks for a scene.
So *leave* says one thing beside *bed* and another beside *goodbye*. What each term adds to all
hidden units is one long integer with a lane for each: one addition adds in all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import sqrt
from operator import add, mul
from struct import Struct
from typing import Final

from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import NO_STEPS, Senses

REACH: Final = 2
"""How many words on the second word of a pair may be, whichever of the two is first."""

_GAPS = range(1, REACH + 1)
_LANE = 2
"""Bytes for the sum of one unit."""
_AT_ONCE = 257
"""How many rows of bytes fill such a lane at most."""


class SenseScales:
    """The senses of words, ready to weigh blocks with."""

    def __init__(self, senses: Senses, vocabulary: Vocabulary) -> None:
        """Add the words to a vocabulary."""
        self._scenes = senses.scenes
        self._step = senses.step
        self._units = senses.units
        self._begun: dict[float, list[int]] = {}  # as many as there are numbers of words in blocks
        rows = {term: row for row, term in enumerate(senses.terms, start=1)}
        self._words = {
            vocabulary.add_aside(term): row for term, row in rows.items() if " " not in term
        }
        self._pairs: dict[tuple[int, int], int] = {}
        for term, row in rows.items():
            one, _, other = term.partition(" ")
            if one in rows and other in rows:
                pair = rows[one], rows[other]
                self._pairs[pair] = self._pairs[pair[::-1]] = row
        self._steps = _StepMemory(senses.steps, len(senses.units))

    def odds(self, words: Iterable[int], slugs: Iterable[str]) -> Mapping[str, float]:
        """Give what the words of a block add to the odds of some scenes.

        Args:
            words: What each word is, as they stand in the block; others than these are passed over.
            slugs: Those of the scenes.
        """
        held = list(filter(None, map(self._words.get, words)))
        apart = set(held)
        rows = self._near(held) | apart
        step = self._step / sqrt(len(apart) or 1)
        none = NO_STEPS * len(rows)
        sums = map(add, self._steps.total(rows), self._begins(step))
        units = [float(steps - none) if steps > none else 0.0 for steps in sums]
        odds = {}
        for slug in slugs:
            start, weights = self._scenes[slug]
            odds[slug] = start + sum(map(mul, units, weights)) * step
        return odds

    def _begins(self, step: float) -> list[int]:
        """Give with how many steps of a size each unit begins."""
        if step not in self._begun:
            self._begun[step] = [round(start / step) for start in self._units]
        return self._begun[step]

    def _near(self, held: Sequence[int]) -> set[int]:
        """Give the rows of the pairs of words that stand near each other, by the rows of these."""
        pairs = chain.from_iterable(zip(held, held[gap:], strict=False) for gap in _GAPS)
        return set(filter(None, map(self._pairs.get, pairs)))


class _StepMemory(dict[int, int]):
    """The steps of rows, which count from one, for all units: a lane of one integer for each."""

    def __init__(self, steps: bytes, units: int) -> None:
        super().__init__()
        self._all = steps
        self._count = units
        self._lanes = Struct(f"<{units}H")

    def __missing__(self, row: int) -> int:
        end = row * self._count
        lanes = bytearray(self._lanes.size)
        lanes[::_LANE] = self._all[end - self._count : end]
        self[row] = int.from_bytes(lanes, "little")
        return self[row]

    def total(self, rows: Iterable[int]) -> Sequence[int]:
        """Add up the steps of some rows, for each unit."""
        added = list(map(self.__getitem__, rows))
        parts = [
            self._lanes.unpack(sum(added[at : at + _AT_ONCE]).to_bytes(self._lanes.size, "little"))
            for at in range(0, len(added) or 1, _AT_ONCE)
        ]
        return parts[0] if len(parts) == 1 else list(map(sum, zip(*parts, strict=True)))

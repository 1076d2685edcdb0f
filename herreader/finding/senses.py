"""What the words of a block mean together for each scene.

A block is the sum of its words and of the pairs of words that stand near each other, by the root of
the number of words; a network with one hidden layer says from that how far it speaks for a scene.
So *leave* says one thing beside *bed* and another beside *goodbye*. What each term adds to all
hidden units, and each of those to all scenes, is one long integer with a lane for each: one
addition adds in all of them.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import sqrt
from struct import Struct
from typing import Final

from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import NO_STEPS, Senses

REACH: Final = 2
"""How many words on the second word of a pair may be, whichever of the two is first."""

_GAPS = range(1, REACH + 1)
_LANE = 4
"""Bytes for the sum of one unit: no text has as many words as would overrun it."""

_WIDE = 64
"""Bits for the sum of one scene."""
_MIDDLE = 1 << (_WIDE - 1)
"""What stands for nothing in such a lane, as sums may be below it."""
_PARTS = 1_000
"""Into how many parts one is divided in the weights of scenes."""


class SenseScales:
    """The senses of words, ready to weigh blocks with."""

    def __init__(self, senses: Senses, slugs: Sequence[str], vocabulary: Vocabulary) -> None:
        """Add the words to a vocabulary, and number the scenes as these slugs stand."""
        scenes = [senses.scenes[slug] for slug in slugs]
        self._starts = [scene.start for scene in scenes]
        self._step = senses.step
        self._units = senses.units
        self._begun: dict[float, list[int]] = {}  # as many as there are numbers of words in blocks
        by_unit = zip(*(scene.weights for scene in scenes), strict=True)
        self._weights = [_in_lanes([round(each * _PARTS) for each in unit]) for unit in by_unit]
        self._nothing = _in_lanes([_MIDDLE] * len(scenes))
        self._lanes = Struct(f"<{len(scenes)}Q")
        terms = list(enumerate(term.split(" ") for term in senses.terms))
        ids = {term[0]: vocabulary.add_aside(term[0]) for _, term in terms if len(term) == 1}
        self._words = {ids[term[0]]: row for row, term in terms if len(term) == 1}
        self._pairs: dict[tuple[int, int], int] = {}
        for row, pair in terms:
            if len(pair) > 1 and ids.keys() >= set(pair):
                one, other = ids[pair[0]], ids[pair[1]]
                self._pairs[one, other] = self._pairs[other, one] = row
        self._steps = _StepMemory(senses.steps, len(senses.units))

    def odds(self, words: Iterable[int]) -> list[float]:
        """Give what the words of a block add to the odds of each scene.

        Args:
            words: What each word is, as they stand in the block; others than these are passed over.
        """
        held = list(filter(self._words.__contains__, words))
        apart = set(held)
        rows = self._rows(held, apart)
        step = self._step / sqrt(len(apart) or 1)
        units = zip(self._steps.total(rows), self._begins(step), self._weights, strict=True)
        none = NO_STEPS * len(rows)
        sums = self._nothing
        for steps, begin, weights in units:
            if (above := steps + begin) > none:
                sums += (above - none) * weights
        step /= _PARTS
        totals = self._lanes.unpack(sums.to_bytes(self._lanes.size, "little"))
        return [
            start + (total - _MIDDLE) * step
            for start, total in zip(self._starts, totals, strict=True)
        ]

    def _begins(self, step: float) -> list[int]:
        """Give with how many steps of a size each unit begins."""
        if step not in self._begun:
            self._begun[step] = [round(start / step) for start in self._units]
        return self._begun[step]

    def _rows(self, held: Sequence[int], apart: Iterable[int]) -> set[int]:
        """Give the rows of the words, and of the pairs of those that stand near each other."""
        near = set(chain.from_iterable(zip(held, held[gap:], strict=False) for gap in _GAPS))
        rows = set(map(self._pairs.__getitem__, self._pairs.keys() & near))
        rows.update(map(self._words.__getitem__, apart))
        return rows


def _in_lanes(numbers: Iterable[int]) -> int:
    return sum(number << at * _WIDE for at, number in enumerate(numbers))


class _StepMemory(dict[int, int]):
    """The steps of a row for all units, each in a lane of its own of one integer."""

    def __init__(self, steps: bytes, units: int) -> None:
        super().__init__()
        self._all = steps
        self._count = units
        self._lanes = Struct(f"<{units}I")

    def __missing__(self, row: int) -> int:
        begin = row * self._count
        lanes = bytearray(self._lanes.size)
        lanes[::_LANE] = self._all[begin : begin + self._count]
        self[row] = int.from_bytes(lanes, "little")
        return self[row]

    def total(self, rows: Iterable[int]) -> Sequence[int]:
        """Add up the steps of some rows, for each unit."""
        total = sum(map(self.__getitem__, rows))
        return self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))

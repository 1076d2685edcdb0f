"""Many sums at once, each in a lane of its own of one long integer.

One addition of long integers adds in all lanes, much sooner than a loop over them would; a sum that
is as high as asked sets the highest bit of its lane (L. Lamport, *Multiple byte processing with
full-word instructions*, 1975).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import ceil, floor

_STEPS = 100
"""Into how many steps one is divided. Weights are rounded up: no sum is thought too low."""


class Lanes:
    """Tells which of many sums are high enough, where most never are."""

    def __init__(self, weights: Sequence[Mapping[int, float]], needs: Sequence[float]) -> None:
        """Make a lane for each sum.

        Args:
            weights: What each term adds to a sum; less than nothing counts as nothing.
            needs: How high each sum is to be.
        """
        self._needs = [floor(need * _STEPS) for need in needs]
        added = [{term: _steps(weight) for term, weight in each.items()} for each in weights]
        most = max(
            (sum(each.values()) + abs(need) for each, need in zip(added, self._needs, strict=True)),
            default=0,
        )
        top = 1 << most.bit_length()
        self._width = top.bit_length()  # so no lane runs over into the next
        self._tops = sum(top << at for at in self._places())
        self._from = sum(
            top - need << at for need, at in zip(self._needs, self._places(), strict=True)
        )
        self._added: defaultdict[int, int] = defaultdict(int)
        for each, at in zip(added, self._places(), strict=True):
            for term, steps in each.items():
                self._added[term] += steps << at

    def add(self, terms: AbstractSet[int]) -> int:
        """Add what some terms add to each sum; one without a weight adds nothing."""
        return self._from + sum(filter(None, map(self._added.get, terms)))

    def more(self, amounts: Mapping[int, float]) -> int:
        """Give what adds something to single sums, once; no amount is below nought.

        What is beyond the need of a sum is left out: it changes nothing, and might not find room.
        """
        return sum(
            min(_steps(amount), max(self._needs[number], 0)) << number * self._width
            for number, amount in amounts.items()
        )

    def high_enough(self, sums: int) -> Iterator[int]:
        """Give the numbers of the sums that are high enough."""
        high = sums & self._tops
        while high:
            lowest = high & -high
            yield lowest.bit_length() // self._width - 1
            high ^= lowest

    def _places(self) -> range:
        """The lowest bit of each lane."""
        return range(0, len(self._needs) * self._width, self._width)


def _steps(amount: float) -> int:
    return max(ceil(amount * _STEPS), 0)

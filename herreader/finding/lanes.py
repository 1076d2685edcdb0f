"""Many sums at once, each in a lane of its own of one long integer.

One addition of long integers adds in all lanes, much sooner than a loop over them would; a sum that
is as high as asked sets the highest bit of its lane (L. Lamport, *Multiple byte processing with
full-word instructions*, 1975).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
        steps = [floor(need * _STEPS) for need in needs]
        added = [{term: _steps(weight) for term, weight in each.items()} for each in weights]
        most = max(
            (sum(each.values()) + abs(need) for each, need in zip(added, steps, strict=True)),
            default=0,
        )
        top = 1 << most.bit_length()
        self._width = top.bit_length()  # so no lane runs over into the next
        self._lane = (1 << self._width) - 1
        self._begins = [top - need for need in steps]
        self._tops = self._lined_up([top] * len(steps))
        self._from = self._lined_up(self._begins)
        self._added: defaultdict[int, int] = defaultdict(int)
        for number, each in enumerate(added):
            for term, more in each.items():
                self._added[term] += more << number * self._width

    def reached(self, terms: AbstractSet[int]) -> dict[int, float]:
        """Add what some terms add to each sum, and give those that are high enough, by number."""
        sums = self._from + sum(filter(None, map(self._added.get, terms)))
        high = sums & self._tops
        reached: dict[int, float] = {}
        while high:
            lowest = high & -high
            number = lowest.bit_length() // self._width - 1
            held = sums >> number * self._width & self._lane
            reached[number] = (held - self._begins[number]) / _STEPS
            high ^= lowest
        return reached

    def _lined_up(self, amounts: Iterable[int]) -> int:
        return sum(amount << number * self._width for number, amount in enumerate(amounts))


def _steps(amount: float) -> int:
    return max(ceil(amount * _STEPS), 0)

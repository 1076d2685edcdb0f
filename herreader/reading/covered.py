"""The words of one block that are taken already."""

from bisect import bisect_left, bisect_right


class Covered:
    """A set of characters of one block, as spans that neither touch nor overlap, in their order.

    Whatever the number of spans, a question takes logarithmic time.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        """Take the characters from a start up to an end, which is above it."""
        first = bisect_left(self._ends, start)
        last = bisect_right(self._starts, end)
        if first < last:
            start = min(start, self._starts[first])
            end = max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]

    def has_some_of(self, start: int, end: int) -> bool:
        """Whether any of some characters is among them."""
        next_ = bisect_right(self._ends, start)
        return next_ < len(self._ends) and self._starts[next_] < end

    def has_all_of(self, start: int, end: int) -> bool:
        """Whether all of some characters are among them."""
        last = bisect_right(self._starts, start) - 1
        return last >= 0 and end <= self._ends[last]

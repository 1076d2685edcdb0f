"""A text whose blocks are all at hand."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from herreader.model.text import Block, Place


class ParsedText:
    """The blocks of a parsed text; its units are characters, and one more for each block's end.

    Attributes:
        blocks: All of them, numbered from 1.
    """

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self._ends = list(accumulate((len(block.plain) + 1 for block in blocks), initial=0))

    @property
    def size(self) -> int:
        """Units in the whole text."""
        return self._ends[-1]

    @property
    def last(self) -> int:
        """Number of the last block; 0 in an empty text."""
        return len(self.blocks)

    def block(self, number: int) -> Block | None:
        """Give the block of that number, or None before the first and after the last."""
        return self.blocks[number - 1] if 1 <= number <= len(self.blocks) else None

    def units_before(self, place: Place) -> int:
        """Count the units before a place."""
        block = self.block(place.block)
        if block is None:
            return 0 if place.block < 1 else self.size
        return self._ends[block.number - 1] + max(0, min(place.offset, len(block.plain)))

    def place_at(self, units: int) -> Place:
        """Find the place before which so many units stand, or the nearest one."""
        if not self.blocks:
            return Place(1, 0)
        units = max(0, min(units, self.size - 1))
        number = bisect_right(self._ends, units)
        return Place(number, units - self._ends[number - 1])

    def candidates(
        self,
        word: str,  # noqa: ARG002 (nothing is quicker here than to look at every block)
        start: int,
        *,
        backwards: bool,
        stop: Callable[[], bool],
    ) -> Iterator[Block]:
        """Give every block from number `start` on, until `stop` answers True."""
        last = len(self.blocks)
        order = range(min(start, last), 0, -1) if backwards else range(max(start, 1), last + 1)
        for number in order:
            if stop():
                return
            yield self.blocks[number - 1]

"""A text as lines at one width, made only where they are looked at.

A line is known by its block and its index among the block's rows. Nothing here needs to know how
many lines the whole text has.
"""

from collections import OrderedDict
from typing import NamedTuple

from herreader.model.text import Block, BlockKind, Place, Text
from herreader.text.layout import Row, lay_out, row_of

LINES_OF_BLOCKS_KEPT = 512
"""Blocks whose rows are kept; the bound of the cache."""


class Line(NamedTuple):
    """One line of the flow: the block, and which of its rows it is."""

    block: int
    row: int


class Flow:
    """The lines of a text at a width in cells.

    Above them stands its head, which is no part of the text: the title, and what else is to be
    said of it.
    """

    def __init__(self, text: Text, width: int, head: tuple[str, ...] = ()) -> None:
        self.text = text
        self.head = head
        self.width = max(1, width)
        self._rows: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    def rows(self, number: int) -> tuple[Row, ...]:
        """Give the rows of a block; none if there is no such block."""
        found = self._rows.get(number)
        if found is None:
            block = self.text.block(number)
            if block is None:
                return ()
            found = lay_out(block, self.width)
            if number == 1:
                found = (*_head_rows(self.head, self.width), *found)
            self._rows[number] = found
            if len(self._rows) > LINES_OF_BLOCKS_KEPT:
                self._rows.popitem(last=False)
        return found

    def block(self, number: int) -> Block:
        """Give a block that is known to be there."""
        block = self.text.block(number)
        if block is None:
            raise IndexError(number)
        return block

    def row(self, line: Line) -> Row:
        """Give the row of a line that is known to be there."""
        return self.rows(line.block)[line.row]

    def line_of(self, place: Place) -> Line:
        """Give the line that shows a place."""
        return Line(place.block, row_of(self.rows(place.block), place.offset))

    def place_of(self, line: Line) -> Place:
        """Give the first place of a line; of a blank line, the one below it."""
        rows = self.rows(line.block)
        row = next((row for row in rows[line.row :] if not row.blank), rows[-1])
        return Place(line.block, row.start)

    def move(self, line: Line, by: int) -> Line:
        """Go some lines down, or up if negative, as far as the text goes."""
        block, row = line.block, line.row + by
        while row < 0 and self.rows(block - 1):
            block -= 1
            row += len(self.rows(block))
        while row >= (count := len(self.rows(block))) and self.rows(block + 1):
            row -= count
            block += 1
        return Line(block, max(0, min(row, len(self.rows(block)) - 1)))

    def lines_from(self, line: Line, count: int) -> list[Line]:
        """Give up to so many lines, from one on."""
        lines: list[Line] = []
        block, row = line
        while len(lines) < count and (rows := self.rows(block)):
            end = min(len(rows), row + count - len(lines))
            lines += [Line(block, index) for index in range(row, end)]
            block, row = block + 1, 0
        return lines

    def distance(self, start: Line, end: Line, limit: int) -> int:
        """Count the lines from one down to another, up or down (negative), up to a limit."""
        if end < start:
            return -self.distance(end, start, limit)
        count = 0
        block, row = start
        while block < end.block:
            count += len(self.rows(block)) - row
            block, row = block + 1, 0
            if count > limit:
                return limit
        return min(limit, count + end.row - row)

    def text_line(self, line: Line, by: int) -> Line:
        """Go from a line to the next one with words, in the direction of `by`, if there is one."""
        step = 1 if by > 0 else -1
        at = line
        while self.row(at).blank:
            following = self.move(at, step)
            if following == at:
                return self.line_of(self.place_of(line))
            at = following
        return at


def _head_rows(head: tuple[str, ...], width: int) -> tuple[Row, ...]:
    """Lay a head out as blank rows: no place lies in them, and their start is the part's index."""
    rows: list[Row] = []
    for index, words in enumerate(head):
        block = Block(0, BlockKind.PARAGRAPH, words, gap=0)
        rows += [
            Row(index, index, 0, words[row.start : row.end], blank=True)
            for row in lay_out(block, width)
        ]
    return (*rows, Row(0, 0, blank=True)) if rows else ()

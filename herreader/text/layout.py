"""Blocks and a width to rows of cells; a character to its row and cell, and back.

A row is a range of a block's plain text, so that nothing is copied and every offset holds.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from herreader.model.text import Block, BlockKind
from herreader.text.breaking import break_words, cut_lines
from herreader.text.cells import cell_len, graphemes, is_narrow

NARROW_COLUMN = 24
"""Below so many cells, nesting and captions are not indented."""

_LEAST_ROOM = 8  # cells that an indent leaves for the words, or there is none
_NEST = 2
_BAR = "│ "


class Row(NamedTuple):
    """The characters of a block that stand in one row.

    Attributes:
        start: The first of them.
        end: The one after the last; a blank at which the row breaks belongs to no row.
        indent: Cells before the words.
        lead: What is printed in the indent: the bullet of a list item in its first row, a quiet
            bar in every row of a quotation.
        blank: Whether it only stands for the gap above the block.
    """

    start: int
    end: int
    indent: int = 0
    lead: str = ""
    blank: bool = False


_GAP = Row(0, 0, blank=True)


class _Margin(NamedTuple):
    indent: int = 0
    first: str = ""
    rest: str = ""


_NO_MARGIN = _Margin()


def lay_out(block: Block, width: int) -> tuple[Row, ...]:
    """Break a block into rows at most `width` cells wide: those of its gap, then its words.

    Only a single cluster wider than the column makes a wider row. A block without words has one
    empty row.
    """
    indent, first, rest = _margin(block, width)
    break_up = cut_lines if block.kind is BlockKind.VERBATIM else break_words
    spans = break_up(block.plain, max(1, width - indent))
    rows = [Row(start, end, indent, rest) for start, end in spans]
    if first != rest:
        rows[0] = rows[0]._replace(lead=first)
    return (*(_GAP,) * block.gap, *rows)


def row_of(rows: Sequence[Row], offset: int) -> int:
    """Find the index of the row that shows a character.

    A blank at which a row breaks belongs to the row before it.
    """
    first = 0
    while first < len(rows) - 1 and rows[first].blank:
        first += 1
    return max(first, bisect_right(rows, offset, lo=first, key=_start_of) - 1)


def offset_at(plain: str, row: Row, cell: int) -> int:
    """Find the start of the cluster in a cell of a row, or of the nearest one."""
    words = plain[row.start : row.end]
    if not words:
        return row.start
    wanted = max(cell - row.indent, 0)
    if is_narrow(words):
        return row.start + min(wanted, len(words) - 1)
    found = before = 0
    for start, _, cells in graphemes(words):
        if before > wanted:
            break
        found = start
        before += cells
    return row.start + found


def _start_of(row: Row) -> int:
    return row.start


def _margin(block: Block, width: int) -> _Margin:
    margin = _wished_margin(block, width)
    return margin if width - margin.indent >= _LEAST_ROOM else _NO_MARGIN


def _wished_margin(block: Block, width: int) -> _Margin:
    narrow = width < NARROW_COLUMN
    match block.kind:
        case BlockKind.QUOTATION:
            return _Margin(len(_BAR), _BAR, _BAR)
        case BlockKind.CAPTION if not narrow:
            return _Margin(_NEST)
        case BlockKind.ITEM:
            nest = 0 if narrow else _NEST * max(0, block.level - 1)
            lead = " " * nest + block.bullet + " "
            return _Margin(cell_len(lead), lead)
        case _:
            return _NO_MARGIN

"""Tables in columns, as a terminal can show them."""

from collections.abc import Sequence
from itertools import zip_longest

from herreader.text.cells import cell_len

_WIDEST = 64
"""Cells of a line that still fits most panes: a wrapped one has no columns any more."""
_BETWEEN = "  "


def aligned(rows: Sequence[Sequence[str]]) -> str | None:
    """Give the rows of a table, the first its head, in columns; None if they would be too wide."""
    widths = [max(map(cell_len, column), default=0) for column in zip_longest(*rows, fillvalue="")]
    if not any(widths) or sum(widths) + len(_BETWEEN) * (len(widths) - 1) > _WIDEST:
        return None
    if any("\n" in cell for row in rows for cell in row):
        return None
    head, *body = (_line(row, widths) for row in rows)
    rule = _BETWEEN.join("─" * width for width in widths)
    return "\n".join((head, rule, *body)) if head else "\n".join(body)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)
    )
    return _BETWEEN.join(cells).rstrip()

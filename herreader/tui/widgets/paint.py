"""One row of a text as a styled line: its words, its marks, its margin."""

from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from herreader.model.text import Block, BlockKind, Run
from herreader.model.text import Style as RunStyle
from herreader.text.cells import shown
from herreader.text.layout import Row
from herreader.text.safe import clean_line
from herreader.tui.theme import Ink

_RUN_STYLES = {
    RunStyle.EMPHASIS: Style(italic=True),
    RunStyle.STRONG: Style(bold=True),
    RunStyle.CODE: Style(bold=True),
}


STAR = "★"
GOES_ON = "╎"


class Wash(NamedTuple):
    """Characters `start` to `end` of a block's plain text, drawn over in a style."""

    start: int
    end: int
    style: Style


class Margin(NamedTuple):
    """What stands beside a row.

    Attributes:
        star: STAR where a bookmark begins, GOES_ON where one goes on; otherwise empty.
        bar: Whether it speaks of a scene.
        followed: Whether of the followed one.
        unsure: Whether that is not sure.
    """

    star: str = ""
    bar: bool = False
    followed: bool = False
    unsure: bool = False


class Column(NamedTuple):
    """Where the prose stands in the pane, in cells.

    Attributes:
        left: Before the margin.
        margin: The margin, with the star and the bar.
        width: The prose.
    """

    left: int
    margin: int
    width: int


def fit_column(pane: int, wanted: int) -> Column:
    """Centre a column in a pane, both in cells; a narrow pane gives up its margins first."""
    margin = 4 if pane >= 48 else 2
    width = max(1, min(wanted, pane - margin - (2 if pane >= 48 else 1)))
    left = max(0, (pane - 1 - width - margin) // 2)
    if pane - left - margin - width < 1:
        left = 0
    return Column(left, margin, width)


def paint_row(  # noqa: PLR0913 - each is a part of the picture
    block: Block,
    row: Row,
    ink: Ink,
    *,
    washes: tuple[Wash, ...],
    margin: Margin,
    column: Column,
) -> list[Segment]:
    """Draw a row, without what fills the line after its words."""
    segments = [Segment(" " * column.left, ink.text), *_margin(margin, column, ink)]
    if row.blank:
        return [
            *segments,
            Segment(clean_line(row.lead), ink.heading if row.start == 0 else ink.muted),
        ]
    base = _base(block, ink)
    if row.indent:
        style = ink.faint if block.kind is BlockKind.QUOTATION else ink.accent
        segments.append(Segment(row.lead.ljust(row.indent), style))
    cuts = {row.start, row.end}
    layers = (*_runs(block.runs), *washes)
    for start, end, _ in layers:
        cuts.update(at for at in (start, end) if row.start < at < row.end)
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        words = clean_line(shown(block.plain[start:end]))
        style = base
        for first, last, layer in layers:
            if first < end and start < last:
                style += layer
        segments.append(Segment(words, style))
    return segments


def end_line(segments: list[Segment], width: int, ink: Ink, *, thumb: bool | None) -> Strip:
    """Fill a line to the pane's width, with its piece of the scroll bar at the right.

    Args:
        segments: The line so far.
        width: The pane's, in cells.
        ink: What it is drawn with.
        thumb: Whether the scroll bar's thumb is in this line; None if there is no bar.
    """
    strip = Strip(segments).adjust_cell_length(width - 1, ink.text)
    bar = Segment("▕" if thumb else " ", ink.faint)
    return Strip([*strip, bar], width)


def _margin(margin: Margin, column: Column, ink: Ink) -> list[Segment]:
    star = Segment(margin.star or " ", ink.star)
    bar_style = ink.bar_followed if margin.followed else ink.bar
    sign = "┊" if margin.unsure else "▌" if margin.followed else "▎"
    bar = Segment(sign if margin.bar else " ", bar_style)
    if column.margin < 4:
        return [star, bar]
    return [star, Segment(" ", ink.text), bar, Segment(" ", ink.text)]


def _base(block: Block, ink: Ink) -> Style:
    match block.kind:
        case BlockKind.HEADING:
            return ink.heading
        case BlockKind.CAPTION:
            return ink.caption
        case BlockKind.QUOTATION:
            return ink.text + Style(italic=True)
        case _:
            return ink.text


def _runs(runs: tuple[Run, ...]) -> tuple[Wash, ...]:
    return tuple(Wash(run.start, run.end, _RUN_STYLES[run.style]) for run in runs)

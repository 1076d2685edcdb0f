"""The picture of a page: which line shows what, drawn over and beside the words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from herreader.model.links import Link
from herreader.model.marks import Bookmark
from herreader.model.text import Block, Place
from herreader.text.flow import Line
from herreader.text.search import matches
from herreader.text.view import View
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.paint import (
    GOES_ON,
    STAR,
    Column,
    Margin,
    Wash,
    end_line,
    paint_row,
)

STRIPS_KEPT = 2_000


class Kept(NamedTuple):
    """The part of a bookmark in one block: characters `start` to `end`; and if it begins there."""

    start: int
    end: int
    begins: bool


def kept_by_block(bookmarks: Iterable[Bookmark]) -> dict[int, tuple[Kept, ...]]:
    """Give the parts of the bookmarks of one text, by block; those unplaced are in none."""
    blocks: dict[int, list[Kept]] = defaultdict(list)
    for mark in bookmarks:
        start, end = mark.passage.start, mark.passage.end
        if not mark.placed:
            continue
        for number in range(start.block, end.block + 1):
            first, last = number == start.block, number == end.block
            kept = Kept(start.offset if first else 0, end.offset if last else 1 << 62, first)
            blocks[number].append(kept)
    return {number: tuple(parts) for number, parts in blocks.items()}


class Marks(NamedTuple):
    """What is marked in the text shown.

    Attributes:
        links: Its links, by block.
        kept: Its bookmarks, by block.
        followed: Slug of the followed scene.
        pattern: What was looked for.
        cursor: Where the eye is.
        eye: Start and end of the cursor's sentence or, if `selecting`, of the selection.
        selecting: Whether something is selected.
    """

    links: Mapping[int, tuple[Link, ...]]
    kept: Mapping[int, tuple[Kept, ...]]
    followed: str | None
    pattern: re.Pattern[str] | None
    cursor: Place
    eye: tuple[Place, Place]
    selecting: bool


class Picture:
    """Draws the lines in view; a line that looks as it did before is the same object."""

    def __init__(self) -> None:
        self._strips: dict[object, Strip] = {}

    def forget(self) -> None:
        """Draw everything anew: another text, column or ink."""
        self._strips.clear()

    def draw(self, view: View, column: Column, ink: Ink, marks: Marks, width: int) -> list[Strip]:
        """Draw the lines in view, each `width` cells wide."""
        thumb = thumb_of(view)
        washes: dict[int, tuple[Wash, ...]] = {}
        strips: list[Strip] = []
        for y, line in enumerate(view.lines()):
            block = view.flow.block(line.block)
            if line.block not in washes:
                washes[line.block] = _washes(block, ink, marks)
            row = view.flow.row(line)
            over = tuple(
                wash for wash in washes[line.block] if wash.start < row.end and row.start < wash.end
            )
            margin = Margin() if row.blank else _margin(line.block, row.start, row.end, marks)
            key = (line, over, margin, None if thumb is None else y in thumb)
            strips.append(self._strips.get(key) or self._make(key, view, column, ink, width))
        return strips

    def _make(
        self,
        key: tuple[Line, tuple[Wash, ...], Margin, bool | None],
        view: View,
        column: Column,
        ink: Ink,
        width: int,
    ) -> Strip:
        line, over, margin, thumb = key
        block, row = view.flow.block(line.block), view.flow.row(line)
        segments = paint_row(block, row, ink, washes=over, margin=margin, column=column)
        if len(self._strips) >= STRIPS_KEPT:
            self._strips.clear()
        strip = end_line(segments, width, ink, thumb=thumb)
        self._strips[key] = strip
        return strip


def draw_words_below(
    strips: list[Strip], words: str, column: Column, ink: Ink, size: tuple[int, int]
) -> list[Strip]:
    """Fill a page to its size in cells, with some words below the lines if there is room."""
    width, height = size
    blank = Strip.blank(width, ink.text)
    if height - len(strips) >= 2 and words:
        indent = " " * (column.left + column.margin)
        said = (Segment(indent + line, ink.muted) for line in wrap(words, column.width))
        below = [Strip([line]).adjust_cell_length(width, ink.text) for line in said]
        strips = [*strips, blank, *below][:height]
    return [*strips, *([blank] * (height - len(strips)))]


def thumb_of(view: View) -> range | None:
    """Give the lines of the scroll bar's thumb, or None if all of the text is in view."""
    text, height = view.text, view.height
    first, last = text.units_before(view.top_place), text.units_before(view.bottom_place)
    if text.size == 0 or (first == 0 and view.shows_end()):
        return None
    size = min(height, max(1, round(height * (last - first) / text.size)))
    start = round((height - size) * first / max(1, text.size - (last - first)))
    start = min(start, height - size)
    return range(start, start + size)


def place_on_bar(view: View, y: int) -> Place:
    """Give the place for which a line of the scroll bar stands."""
    return view.text.place_at(int(view.text.size * y / max(1, view.height - 1)))


def _washes(block: Block, ink: Ink, marks: Marks) -> tuple[Wash, ...]:
    """Give what is drawn over a block's words, from the lowest layer up."""
    links = marks.links.get(block.number, ())
    followed = [link for link in links if link.scene == marks.followed]
    at = marks.cursor.offset if marks.cursor.block == block.number else -1
    washes = [Wash(link.start, link.end, ink.linked) for link in links if link.sure]
    washes += [Wash(link.start, link.end, ink.over_followed) for link in followed]
    if not marks.selecting:
        inside = any(link.start <= at < link.end for link in followed)
        washes += _eye(block, marks, ink.over_followed_sentence if inside else ink.over_sentence)
    if marks.pattern is not None:
        washes += [
            Wash(start, end, ink.over_match_here if start <= at < end else ink.over_match)
            for start, end in matches(block, marks.pattern)
        ]
    if marks.selecting:
        washes += _eye(block, marks, ink.over_selection)
    return tuple(washes)


def _eye(block: Block, marks: Marks, style: Style) -> list[Wash]:
    """Give the part of the cursor's sentence or of the selection that lies in a block."""
    start, end = marks.eye
    if not start.block <= block.number <= end.block:
        return []
    first = start.offset if block.number == start.block else 0
    last = end.offset if block.number == end.block else len(block.plain)
    return [Wash(first, last, style)]


def _margin(number: int, start: int, end: int, marks: Marks) -> Margin:
    kept = [part for part in marks.kept.get(number, ()) if part.start < end and start < part.end]
    begins = any(part.begins and part.start >= start for part in kept)
    links = [link for link in marks.links.get(number, ()) if link.start < end and start < link.end]
    followed = [link for link in links if link.scene == marks.followed]
    return Margin(
        star=STAR if begins else GOES_ON if kept else "",
        bar=bool(links),
        followed=bool(followed),
        unsure=bool(links) and not any(link.sure for link in followed or links),
    )

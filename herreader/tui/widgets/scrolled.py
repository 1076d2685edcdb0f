"""Rows that are read and not chosen from, and words in several styles broken into lines."""

from collections.abc import Iterable, Iterator

from rich.style import Style

from herreader.model.text import Block, BlockKind
from herreader.text.layout import lay_out
from herreader.tui.widgets.rows import Pieces, Rows

ALL_LINES = 10_000


class ScrolledRows(Rows):
    """Scrolls where other rows move a cursor."""

    WHOLE = False

    def move(self, by: int) -> None:
        """Scroll: nothing here is to be chosen."""
        self.scroll_lines(by)

    def move_pages(self, by: int) -> None:
        """Scroll some pages."""
        self.scroll_lines(by * max(1, self.size.height - 3))

    def move_to_end(self, *, first: bool) -> None:
        """Scroll to the first line or to the last."""
        self.scroll_lines(-ALL_LINES if first else ALL_LINES)

    def _reveal(self) -> None:
        """Stay where it was scrolled to: there is no cursor to show."""


def wrap_pieces(pieces: Iterable[tuple[str, Style]], width: int) -> list[Pieces]:
    """Break words in several styles into lines of at most `width` cells."""
    pieces = tuple(pieces)
    words = "".join(text for text, _ in pieces)
    rows = lay_out(Block(1, BlockKind.PARAGRAPH, words, gap=0), max(1, width))
    return [tuple(_cut(pieces, row.start, row.end)) for row in rows]


def _cut(pieces: Iterable[tuple[str, Style]], start: int, end: int) -> Iterator[tuple[str, Style]]:
    at = 0
    for text, style in pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            yield part, style
        at += len(text)

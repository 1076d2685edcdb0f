"""Tables of a page: facts in rows, or the layout of an old site."""

from selectolax.lexbor import LexborNode

from herreader.importing.decoding import tidy_line
from herreader.importing.draft import Piece
from herreader.model.text import BlockKind

_LONGEST_CELL = 200
_MOST_ROWS = 500


def rows_of(table: LexborNode) -> list[Piece] | None:
    """Give the rows of a table of short cells; None if it lays out the page."""
    if (
        table.css_first("p, div, table table, h1, h2, h3, h4, ul, ol, blockquote, article")
        is not None
    ):
        return None
    rows = [[_words(cell) for cell in row.css("td, th")] for row in table.css("tr")]
    rows = [[cell for cell in row if cell] for row in rows]
    rows = [row for row in rows if row]
    if not rows or len(rows) > _MOST_ROWS or _is_layout(rows):
        return None
    if max(map(len, rows)) <= 2:
        return [Piece(_pair(row), tight=number > 0) for number, row in enumerate(rows)]
    return [Piece("\n".join(" | ".join(row) for row in rows), BlockKind.VERBATIM)]


def _is_layout(rows: list[list[str]]) -> bool:
    if max(len(cell) for row in rows for cell in row) > _LONGEST_CELL:
        return True
    return sum(len(row) for row in rows) < 2


def _words(cell: LexborNode) -> str:
    return tidy_line(cell.text(separator=" ", strip=True))


def _pair(row: list[str]) -> str:
    first = row[0]
    return " ".join((first if first.endswith(":") or len(row) == 1 else f"{first}:", *row[1:]))

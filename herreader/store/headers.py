"""The headers of all imported texts, as a launch needs them."""

from pathlib import Path

from herreader.model.room import Review, When
from herreader.store.database import Database, restored

NOWHERE = Path()
"""The path of a text that is in no file."""

_READING = "The library could not be read"

# Both tables are gone through in their own order, which takes half the time of going by names.
# Texts as bytes: SQLite would stop at the first that is not UTF-8, and the others be lost.
_HEADERS = """
    SELECT text.id, CAST(review AS BLOB), CAST(title AS BLOB), CAST(byline AS BLOB),
           CAST(date AS BLOB), words
    FROM text NOT INDEXED CROSS JOIN library USING (id)
    WHERE shelf = ? AND removed IS NULL ORDER BY text.id
"""
_FIRST = """
    SELECT CAST(review AS BLOB), min(id) FROM text
    WHERE shelf = ? AND removed IS NOT NULL GROUP BY review
"""


def read_headers(database: Database, shelf: str) -> tuple[tuple[Review, ...], tuple[str, ...]]:
    """Give the headers in the order of the first versions, and the ids of those that are broken.

    Raises:
        StoreError: If the store can't be read.
    """
    rows = database.rows(_READING, _HEADERS, (shelf,))
    first = dict(database.rows(_READING, _FIRST, (shelf,)))
    if first:
        rows = sorted(rows, key=lambda row: min(row[0], first.get(row[1], row[0])))
    headers = [_header(*row) for _, *row in rows]
    broken = tuple(
        row[1].decode(errors="replace")
        for row, header in zip(rows, headers, strict=True)
        if header is None
    )
    return tuple(header for header in headers if header is not None), broken


def _header(
    review: bytes, title: bytes, byline: bytes, day: bytes | None, words: int | str
) -> Review | None:
    """Make a header of a row; None if the row makes no sense."""
    # By position: a launch makes thousands, and by name each takes half as long again.
    try:
        date = When.read(day.decode()) if day else None
        names = restored(review), restored(title), restored(byline)
        return Review(*names, date, None, int(words), NOWHERE)
    except (ValueError, TypeError):
        return None

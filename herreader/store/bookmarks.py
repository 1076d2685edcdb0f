"""The bookmarks that are kept."""

import sqlite3
from datetime import datetime
from typing import Any

from herreader.errors import OvertakenError
from herreader.model.marks import Bookmark
from herreader.model.text import Passage
from herreader.store.database import Database, restored, storable, stored_time
from herreader.store.places import place_of

_READING = "Your bookmarks could not be read"
# Texts as bytes: SQLite would stop at the first that is not UTF-8, and the others be lost.
_COLUMNS = """
    SELECT id, CAST(review AS BLOB), start_block, start_offset, CAST(start_quote AS BLOB),
           end_block, end_offset, CAST(end_quote AS BLOB), CAST(quote AS BLOB),
           CAST(section AS BLOB), CAST(note AS BLOB), CAST(created AS BLOB), placed
    FROM bookmark
"""
_ALL = f"""{_COLUMNS}
    WHERE shelf = ? AND deleted IS NULL ORDER BY review, start_block, start_offset, id
"""
_DELETED = f"""{_COLUMNS}
    WHERE shelf = ? AND deleted IS NOT NULL ORDER BY CAST(deleted AS BLOB) DESC, id DESC
"""
_OF = f"{_COLUMNS} WHERE shelf = ? AND review = ? AND deleted IS NULL ORDER BY id"
_ONE = f"{_COLUMNS} WHERE id = ?"
_ADD = """
    INSERT INTO bookmark (shelf, review, start_block, start_offset, start_quote,
                          end_block, end_offset, end_quote, quote, section, note, created)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = """
    UPDATE bookmark
    SET start_block = ?, start_offset = ?, start_quote = ?,
        end_block = ?, end_offset = ?, end_quote = ?, quote = ?, placed = 1
    WHERE id = ?
"""


class BookmarkTable:
    """Passages that the reader keeps, and those taken away, which can be brought back.

    Every method raises StoreError if it fails, and then has changed nothing; one that takes an id
    raises it if there never was such a bookmark.

    Attributes:
        broken: Ids of the bookmarks that made no sense when they were last given; they stay as
            they are.
    """

    def __init__(self, database: Database) -> None:
        self.broken: tuple[int, ...] = ()
        self._database = database

    def all(self, shelf: str) -> tuple[Bookmark, ...]:
        """Give the bookmarks of a shelf, by review id and then by place, but for broken ones."""
        rows = self._database.rows(_READING, _ALL, (shelf,))
        bookmarks = {row[0]: _bookmark(row) for row in rows}
        self.broken = tuple(number for number, bookmark in bookmarks.items() if bookmark is None)
        return tuple(bookmark for bookmark in bookmarks.values() if bookmark is not None)

    def deleted(self, shelf: str) -> tuple[Bookmark, ...]:
        """Give the bookmarks of a shelf that were taken away, the last one first."""
        rows = self._database.rows(_READING, _DELETED, (shelf,))
        return tuple(bookmark for row in rows if (bookmark := _bookmark(row)) is not None)

    def of(self, shelf: str, review: str) -> tuple[Bookmark, ...]:
        """Give the bookmarks in a review, in the order in which they were made."""
        rows = self._database.rows(_READING, _OF, (shelf, storable(review)))
        return tuple(bookmark for row in rows if (bookmark := _bookmark(row)) is not None)

    def add(  # noqa: PLR0913 - a bookmark's parts, most of them by name
        self,
        shelf: str,
        review: str,
        passage: Passage,
        *,
        section: str,
        note: str = "",
        created: datetime,
    ) -> Bookmark:
        """Keep a passage; it outlives the process from here on."""
        with self._database.atomic("The bookmark could not be kept") as connection:
            row = (
                shelf,
                storable(review),
                *_columns(passage),
                section,
                storable(note),
                stored_time(created),
            )
            number = connection.execute(_ADD, row).lastrowid or 0
        return Bookmark(number, review, passage, section, note, created)

    def delete(self, id: int, at: datetime, note: str | None = None) -> None:  # noqa: A002 - as in Bookmark
        """Take a bookmark away; it is kept aside for `restore`.

        Given a note, it is to have that one: OvertakenError if it has another by now.
        """
        title = "The bookmark could not be deleted"
        with self._database.atomic(title) as connection:
            _note_of(title, connection, id, note)
            statement = "UPDATE bookmark SET deleted = coalesce(deleted, ?) WHERE id = ?"
            _change(title, connection, statement, (stored_time(at), id))

    def restore(self, id: int) -> Bookmark | None:  # noqa: A002 - as in Bookmark
        """Bring a deleted bookmark back as it was, and give it; None if it makes no sense."""
        title = "The bookmark could not be brought back"
        with self._database.atomic(title) as connection:
            _change(title, connection, "UPDATE bookmark SET deleted = NULL WHERE id = ?", (id,))
            return _bookmark(connection.execute(_ONE, (id,)).fetchone())

    def set_note(self, id: int, note: str, before: str | None = None) -> str:  # noqa: A002 - as in Bookmark
        """Replace a bookmark's note, and give the previous one; it must not be deleted.

        Given the note before, it is to have that one: OvertakenError if it has another by now.
        """
        title = "The note could not be kept"
        with self._database.atomic(title) as connection:
            previous = _note_of(title, connection, id, before)
            statement = "UPDATE bookmark SET note = ? WHERE id = ? AND deleted IS NULL"
            _change(title, connection, statement, (storable(note), id))
            return previous

    def move(self, id: int, passage: Passage | None) -> None:  # noqa: A002 - as in Bookmark
        """Note where a bookmark's words are now; None if they are found no longer.

        A bookmark whose words are lost keeps its last place and its words.
        """
        title = "The bookmark's new place could not be kept"
        with self._database.atomic(title) as connection:
            if passage is None:
                _change(title, connection, "UPDATE bookmark SET placed = 0 WHERE id = ?", (id,))
            else:
                _change(title, connection, _MOVE, (*_columns(passage), id))


def _note_of(title: str, connection: sqlite3.Connection, bookmark: int, wanted: str | None) -> str:
    """Give a bookmark's note, which may have to be a certain one; nothing if there is none."""
    row = connection.execute("SELECT note FROM bookmark WHERE id = ?", (bookmark,)).fetchone()
    note = restored(row[0]) if row is not None else ""
    if wanted not in {None, note}:
        raise OvertakenError(title, "Its note has been changed meanwhile; look at it as it is.")
    return note


def _change(
    title: str, connection: sqlite3.Connection, statement: str, values: tuple[Any, ...]
) -> None:
    if not connection.execute(statement, values).rowcount:
        raise OvertakenError(title, "The store has no such bookmark; look at the list again.")


def _columns(passage: Passage) -> tuple[int, int, str, int, int, str, str]:
    start, end = passage.start, passage.end
    return (
        start.block,
        start.offset,
        start.quote,
        end.block,
        end.offset,
        end.quote,
        passage.quote,
    )


def _bookmark(row: tuple[Any, ...]) -> Bookmark | None:
    """Make a bookmark of a row; None if the row makes no sense."""
    number, review, *place, quote, section, note, created, placed = row
    try:
        return Bookmark(
            id=number,
            review=restored(review),
            passage=Passage(place_of(*place[:3]), place_of(*place[3:]), restored(quote)),
            section=restored(section),
            note=restored(note),
            created=datetime.fromisoformat(restored(created)),
            placed=bool(placed),
        )
    except (ValueError, TypeError):
        return None

"""Runs of the import as a whole: what each has brought, taken back and brought again."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from herreader.errors import OvertakenError
from herreader.store.database import Database, restored, storable
from herreader.store.texts import remove_text, revive_text, text_here

_READING = "The imports could not be read"
_WRITING = "The import could not be kept"
_TAKING_BACK = "The import could not be taken back"
_BRINGING_AGAIN = "The import could not be done again"

# A row at a time: a statement that may write many makes the full-text index write out its own.
_NOTE = "INSERT OR IGNORE INTO brought (shelf, batch, text, before) VALUES (?, ?, ?, ?)"
_BEFORE = "SELECT before FROM brought WHERE shelf = ? AND batch = ? AND text = ?"
_FORGET = "DELETE FROM brought WHERE shelf = ? AND batch = ? AND text = ?"
_LAST = """
    SELECT max(batch) FROM brought JOIN text ON text.id = brought.text
    WHERE brought.shelf = ? AND removed IS NULL AND NOT taken_back
"""
_LATEST = "SELECT max(batch) FROM brought WHERE shelf = ?"
_HERE = """
    SELECT text, review, before FROM brought JOIN text ON text.id = brought.text
    WHERE brought.shelf = ? AND batch = ? AND removed IS NULL AND NOT taken_back
"""
_GONE = """
    SELECT text, review, before FROM brought JOIN text ON text.id = brought.text
    WHERE brought.shelf = ? AND batch = ? AND removed IS NOT NULL
"""
_TAKEN_BACK = "UPDATE brought SET taken_back = ? WHERE shelf = ? AND batch = ? AND text = ?"


class Exchange(NamedTuple):
    """The ids of reviews that have come and gone; a version that another replaced is in both."""

    come: tuple[str, ...]
    gone: tuple[str, ...]


class BatchTable:
    """What each run of the import has brought; every method raises StoreError if it fails.

    One that fails has changed nothing; if trying again can't help, it raises OvertakenError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def bringing(self, shelf: str, batch: str, review: str) -> Iterator[None]:
        """Note that a run puts a text in the library meanwhile, in the place of the one there.

        If that one has come with the same run, it counts no more, and what was before it does.
        """
        run = (shelf, storable(batch))
        with self._database.atomic(_WRITING) as connection:
            before = text_here(connection, shelf, review)
            yield
            own = connection.execute(_BEFORE, (*run, before)).fetchone()
            if own is not None:
                connection.execute(_FORGET, (*run, before))
                (before,) = own
            text = text_here(connection, shelf, review)
            if text is not None:
                connection.execute(_NOTE, (*run, text, before))

    def last(self, shelf: str) -> str | None:
        """Give the last run of which anything is still there, and was not taken back; or None."""
        return self._greatest(_LAST, shelf)

    def latest(self, shelf: str) -> str | None:
        """Give the last run of all, though nothing of it may be there; None if there was none."""
        return self._greatest(_LATEST, shelf)

    def take_back(self, shelf: str, batch: str, at: datetime) -> Exchange:
        """Remove what a run has brought and is still there; what it replaced comes back."""
        with self._database.atomic(_TAKING_BACK) as connection:
            run = (shelf, storable(batch))
            rows = connection.execute(_HERE, run).fetchall()
            if not rows:
                cure = "To bring it back, import it again, or use restore in a shell."
                message = f"Nothing that it brought is here any more. {cure}"
                raise OvertakenError(_TAKING_BACK, message)
            for text, _, _ in rows:
                remove_text(connection, text, at)
                connection.execute(_TAKEN_BACK, (True, *run, text))
            back = [(before, review) for _, review, before in rows if before is not None]
            for before, _ in back:
                revive_text(_TAKING_BACK, connection, shelf, before)
        return _exchange([review for _, review in back], [review for _, review, _ in rows])

    def bring_again(
        self, shelf: str, batch: str, reviews: Collection[str], at: datetime
    ) -> Exchange:
        """Bring again what was taken back of a run, in the place of what it replaced.

        Args:
            shelf: Where it is.
            batch: The run.
            reviews: The ids of what was taken back; what else has gone of the run stays away.
            at: When.
        """
        with self._database.atomic(_BRINGING_AGAIN) as connection:
            run = (shelf, storable(batch))
            gone = connection.execute(_GONE, run)
            rows = [row for row in gone.fetchall() if restored(row[1]) in reviews]
            if not rows:
                raise OvertakenError(_BRINGING_AGAIN, "All that it brought is here already.")
            there = [
                (text, review)
                for _, review, before in rows
                if (text := _there_as(connection, shelf, restored(review), before)) is not None
            ]
            for text, _ in there:
                remove_text(connection, text, at)
            for text, _, _ in rows:
                revive_text(_BRINGING_AGAIN, connection, shelf, text)
                connection.execute(_TAKEN_BACK, (False, *run, text))
        return _exchange([review for _, review, _ in rows], [review for _, review in there])

    def _greatest(self, sql: str, shelf: str) -> str | None:
        ((batch,),) = self._database.rows(_READING, sql, (shelf,))
        return None if batch is None else restored(batch)


def _there_as(
    connection: sqlite3.Connection, shelf: str, review: str, before: int | None
) -> int | None:
    """Give the version that was there before a run, if it is there; another one is no older."""
    there = text_here(connection, shelf, review)
    if there not in {None, before}:
        cure = "import its file again to put that in its place."
        message = f"Another version of {review!r} is here now; {cure}"
        raise OvertakenError(_BRINGING_AGAIN, message)
    return there


def _exchange(come: Iterable[str | bytes], gone: Iterable[str | bytes]) -> Exchange:
    return Exchange(tuple(map(restored, come)), tuple(map(restored, gone)))

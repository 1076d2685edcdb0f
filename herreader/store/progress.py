"""How far the reader has come, review by review."""

from datetime import datetime
from typing import Any

from herreader.model.marks import Progress
from herreader.store.database import Database, restored, storable, stored_time
from herreader.store.places import place_of

# Texts as bytes: SQLite would stop at the first that is not UTF-8, and the others be lost.
_ALL = """
    SELECT CAST(review AS BLOB), place_block, place_offset, CAST(place_quote AS BLOB),
           top_block, top_offset, CAST(top_quote AS BLOB), read, finished
    FROM progress WHERE shelf = ?
"""
_SAVE = """
    INSERT INTO progress (shelf, review, place_block, place_offset, place_quote,
                          top_block, top_offset, top_quote, read, finished, saved)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (shelf, review) DO UPDATE SET
        place_block = excluded.place_block,
        place_offset = excluded.place_offset,
        place_quote = excluded.place_quote,
        top_block = excluded.top_block,
        top_offset = excluded.top_offset,
        top_quote = excluded.top_quote,
        read = max(read, excluded.read),
        finished = max(finished, excluded.finished),
        saved = excluded.saved
"""


class ProgressTable:
    """Where reading goes on; every method raises StoreError if it fails.

    Attributes:
        broken: Ids of the reviews whose progress made no sense when it was last given; it stays as
            it is.
    """

    def __init__(self, database: Database) -> None:
        self.broken: tuple[str, ...] = ()
        self._database = database

    def all(self, shelf: str) -> dict[str, Progress]:
        """Give the progress in each review that has been opened, by its id, but for broken ones."""
        rows = self._database.rows("Your progress could not be read", _ALL, (shelf,))
        progress = {row[0]: _progress(row) for row in rows}
        self.broken = tuple(
            review.decode(errors="replace") for review, each in progress.items() if each is None
        )
        return {each.review: each for each in progress.values() if each is not None}

    def save(self, shelf: str, progress: Progress, at: datetime) -> None:
        """Keep where reading goes on; what has been read or finished before remains so.

        It is joined as `Progress.joined` does, in SQL: another herreader may have kept more since.
        """
        place, top = progress.place, progress.top
        with self._database.atomic("Your place could not be kept") as connection:
            row = (
                shelf,
                storable(progress.review),
                *(place.block, place.offset, place.quote),
                *(top.block, top.offset, top.quote),
                progress.read,
                progress.finished,
                stored_time(at),
            )
            connection.execute(_SAVE, row)


def _progress(row: tuple[Any, ...]) -> Progress | None:
    """Make progress of a row; None if the row makes no sense."""
    review, *places, read, finished = row
    try:
        place, top = place_of(*places[:3]), place_of(*places[3:])
        return Progress(restored(review), place, top, float(read), bool(finished))
    except (ValueError, TypeError):
        return None

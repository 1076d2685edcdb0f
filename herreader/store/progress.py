"""How far the reader has come, review by review."""

from datetime import datetime

from herreader.model.marks import Progress
from herreader.model.text import Place
from herreader.store.database import Database, restored, storable, stored_time

_ALL = """
    SELECT review, place_block, place_offset, place_quote, top_block, top_offset, top_quote,
           read, finished
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
    """Where reading goes on; every method raises StoreError if it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, shelf: str) -> dict[str, Progress]:
        """Give the progress in each review of a shelf that has been opened, by review id."""
        with self._database.reading("Your progress could not be read") as connection:
            return {
                restored(review): Progress(
                    review=restored(review),
                    place=Place(*places[:3]),
                    top=Place(*places[3:]),
                    read=read,
                    finished=bool(finished),
                )
                for review, *places, read, finished in connection.execute(_ALL, (shelf,))
            }

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

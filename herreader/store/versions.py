"""The versions of imported texts: those that are here, and those that can be brought back."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from herreader.store.database import Database, restored

_VERSIONS = """
    SELECT review, title, digest, library.imported, removed, place
    FROM text JOIN library USING (id)
    WHERE shelf = ?1 AND review IN (
        SELECT review FROM text WHERE shelf = ?1 AND imported AND removed IS NOT NULL
    ) ORDER BY text.id
"""


class Version(NamedTuple):
    """One of the texts that have stood under an id.

    Attributes:
        review: The id.
        number: Which it is, from 1 in the order in which they were first imported.
        title: Its title.
        digest: Tells its content from that of the others.
        imported: When it was imported.
        removed: When it was removed or replaced; None if it is the one that is here.
        place: The file or address that it came from; empty if it came through a pipe.
    """

    review: str
    number: int
    title: str
    digest: str
    imported: datetime
    removed: datetime | None
    place: str = ""


class VersionTable:
    """The versions of imported texts; every method raises StoreError if it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, shelf: str) -> tuple[Version, ...]:
        """Give all versions, in their order, of each review of which one was taken away."""
        counts: Counter[str] = Counter()
        versions = []
        with self._database.reading("The versions could not be read") as connection:
            for row in connection.execute(_VERSIONS, (shelf,)):
                stored, title, digest, imported, removed, place = row
                review = restored(stored)
                counts[review] += 1
                versions.append(
                    Version(
                        review,
                        counts[review],
                        restored(title),
                        digest,
                        datetime.fromisoformat(imported),
                        datetime.fromisoformat(removed) if removed else None,
                        restored(place),
                    )
                )
        return tuple(versions)

"""The versions of imported texts: those that are here, and those that can be brought back."""

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from herreader.model.imported import Known
from herreader.store.database import Database, restored
from herreader.store.library import FACTS, known_as

_READING = "The versions could not be read"

_VERSIONS = """
    SELECT review, text.id, title, library.imported, removed, place
    FROM text JOIN library USING (id)
    WHERE shelf = ?1 AND review IN (
        SELECT review FROM text WHERE shelf = ?1 AND imported AND removed IS NOT NULL
    ) ORDER BY text.id
"""

_REMOVED = f"""
    SELECT review, id, {FACTS} FROM text JOIN library USING (id)
    WHERE digest = ? AND shelf = ? AND removed IS NOT NULL ORDER BY removed DESC, id DESC LIMIT 1
"""  # noqa: S608 - names of our own


class Version(NamedTuple):
    """One of the texts that have stood under an id.

    Attributes:
        review: The id.
        number: Which it is, from 1 in the order in which they were first imported.
        text: Its number in the library.
        title: Its title.
        imported: When it was imported.
        removed: When it was removed or replaced; None if it is the one that is here.
        place: The file or address that it came from; empty if it came through a pipe.
    """

    review: str
    number: int
    text: int
    title: str
    imported: datetime
    removed: datetime | None
    place: str = ""


class Removed(NamedTuple):
    """A text that was taken away.

    Attributes:
        review: The id that it had.
        text: Its number in the library: others may have the same content.
        known: What was known of it.
    """

    review: str
    text: int
    known: Known


class VersionTable:
    """The versions of imported texts; every method raises StoreError if it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, shelf: str) -> tuple[Version, ...]:
        """Give all versions, in their order, of each review of which one was taken away."""
        counts: Counter[str] = Counter()
        versions = []
        with self._database.reading(_READING) as connection:
            for row in connection.execute(_VERSIONS, (shelf,)):
                stored, text, title, imported, removed, place = row
                review = restored(stored)
                counts[review] += 1
                versions.append(
                    Version(
                        review,
                        counts[review],
                        text,
                        restored(title),
                        datetime.fromisoformat(imported),
                        datetime.fromisoformat(removed) if removed else None,
                        restored(place),
                    )
                )
        return tuple(versions)

    def removed(self, shelf: str, digest: str) -> Removed | None:
        """Give the text with that content that was removed last; None if none was."""
        with self._database.reading(_READING) as connection:
            for review, text, *facts in connection.execute(_REMOVED, (digest, shelf)):
                return Removed(restored(review), text, known_as(*facts))
        return None

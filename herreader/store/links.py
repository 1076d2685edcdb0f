"""The links of imported texts, asked by review and by scene without loading the others."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from herreader.errors import OvertakenError
from herreader.model.links import SURE, Link, LinkKind, Spread
from herreader.store.database import Database, restored, storable
from herreader.store.texts import NUMBERS, text_here

_READING = "The links could not be read"
_WRITING = "The links could not be kept"
_ADD = "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# A link's words are those of its block, so that they are kept once and always agree. The cross
# joins hold SQLite to the order that reads least. Texts are bytes: SQLite would stop at the first
# that is not UTF-8, and the others be lost.
_COLUMNS = f"""
    SELECT CAST(scene AS BLOB), CAST(review AS BLOB), block, start_offset, end_offset,
           CAST(substr(plain, start_offset + 1, end_offset - start_offset) AS BLOB),
           CAST(link.kind AS BLOB), CAST(evidence AS BLOB), confidence, continues
    FROM text CROSS JOIN link ON link.text = text.id
         CROSS JOIN block ON block.id = link.text * {NUMBERS} + block
"""  # noqa: S608 - a number of our own
_OF_REVIEW = f"""{_COLUMNS}
    WHERE text.shelf = ? AND text.review = ? AND text.imported AND removed IS NULL
    ORDER BY block, start_offset, link.rowid
"""
_OF_SCENE = f"""{_COLUMNS.replace("text CROSS JOIN link", "link CROSS JOIN text")}
    WHERE link.shelf = ? AND scene = ? AND confidence >= ?
    ORDER BY link.text, block, start_offset, link.rowid
"""
_BY_SCENE = """
    SELECT scene, count(*), count(DISTINCT text) FROM link
    WHERE shelf = ? AND NOT continues AND confidence >= ? GROUP BY scene
"""
_KINDS = {kind.value.encode(): kind for kind in LinkKind}
_STALE = """
    SELECT review FROM text JOIN library USING (id)
    WHERE shelf = ? AND removed IS NULL AND finder <> ? ORDER BY id
"""


class LinkTable:
    """The links of imported texts that are not removed; every method raises StoreError if it fails.

    A passage is a link with those that continue it. Decisions by hand are not looked at here. A row
    that makes no sense hides no other: it is passed over, and goes when the finder looks again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_review(self, shelf: str, review: str) -> tuple[Link, ...]:
        """Give the links of one review, by place, the unsure ones too."""
        return self._links(_OF_REVIEW, (shelf, storable(review)))

    def of_scene(self, shelf: str, scene: str, *, least: float = SURE) -> tuple[Link, ...]:
        """Give the links of one scene, in the order of the imports and then by place.

        Args:
            shelf: Where to look.
            scene: The scene's slug.
            least: The confidence from which on a link is given.
        """
        return self._links(_OF_SCENE, (shelf, scene, least))

    def counts_by_scene(self, shelf: str, *, least: float = SURE) -> dict[str, Spread]:
        """Count the passages on each scene of which any review speaks, by its slug."""
        return {
            scene: Spread(passages, reviews)
            for scene, passages, reviews in self._database.rows(_READING, _BY_SCENE, (shelf, least))
        }

    def put(self, shelf: str, review: str, links: Iterable[Link], finder: str) -> None:
        """Replace the links of a review by those that a version of the finder has found."""
        with self._database.atomic(_WRITING) as connection:
            text = text_here(connection, shelf, review)
            if text is None:
                message = f"The library has no review {review!r}; list it again."
                raise OvertakenError(_WRITING, message)
            connection.execute("DELETE FROM link WHERE text = ?", (text,))
            add_links(connection, text, shelf, links)
            connection.execute("UPDATE library SET finder = ? WHERE id = ?", (finder, text))

    def stale(self, shelf: str, finder: str) -> tuple[str, ...]:
        """Give the reviews whose links another version of the finder found, in import order."""
        return tuple(
            restored(review) for (review,) in self._database.rows(_READING, _STALE, (shelf, finder))
        )

    def _links(self, sql: str, values: tuple[Any, ...]) -> tuple[Link, ...]:
        links = map(_link, self._database.rows(_READING, sql, values))
        return tuple(link for link in links if link is not None)


def add_links(connection: sqlite3.Connection, text: int, shelf: str, links: Iterable[Link]) -> None:
    """Keep links of a text of the library."""
    rows = (
        (
            text,
            shelf,
            link.scene,
            link.block,
            link.start,
            link.end,
            link.kind.value,
            storable(link.evidence),
            link.confidence,
            link.continues,
        )
        for link in links
    )
    connection.executemany(_ADD, rows)


def _link(row: tuple[Any, ...]) -> Link | None:
    """Make a link of a row; None if the row makes no sense."""
    scene, review, block, start, end, quote, kind, evidence, confidence, continues = row
    try:
        return Link(
            restored(scene),
            restored(review),
            block,
            start,
            end,
            restored(quote),
            _KINDS[kind],
            restored(evidence),
            float(confidence),
            bool(continues),
        )
    except (ValueError, TypeError, KeyError):
        return None

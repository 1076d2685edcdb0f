"""The links of imported texts, asked by review and by scene without loading the others."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from herreader.errors import StoreError
from herreader.model.links import SURE, Link, LinkKind, Spread
from herreader.store.database import Database, restored, storable
from herreader.store.texts import NUMBERS

_READING = "The links could not be read"
_WRITING = "The links could not be kept"
_ADD = "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# A link's words are those of its block, so that they are kept once and always agree. The cross
# joins hold SQLite to the order that reads least.
_COLUMNS = f"""
    SELECT scene, review, block, start_offset, end_offset,
           substr(plain, start_offset + 1, end_offset - start_offset), link.kind, evidence,
           confidence, continues
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
_LIVING = """
    SELECT id FROM text JOIN library USING (id)
    WHERE shelf = ? AND review = ? AND removed IS NULL
"""
_STALE = """
    SELECT review FROM text JOIN library USING (id)
    WHERE shelf = ? AND removed IS NULL AND finder <> ? ORDER BY id
"""


class LinkTable:
    """The links of imported texts that are not removed; every method raises StoreError if it fails.

    A passage is a link with those that continue it. Decisions by hand are not looked at here.
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
            found = connection.execute(_LIVING, (shelf, storable(review))).fetchone()
            if found is None:
                raise StoreError(_WRITING, f"The library has no review {review!r}; list it again.")
            connection.execute("DELETE FROM link WHERE text = ?", found)
            add_links(connection, found[0], shelf, links)
            connection.execute("UPDATE library SET finder = ? WHERE id = ?", (finder, *found))

    def stale(self, shelf: str, finder: str) -> tuple[str, ...]:
        """Give the reviews whose links another version of the finder found, in import order."""
        return tuple(
            restored(review) for (review,) in self._database.rows(_READING, _STALE, (shelf, finder))
        )

    def _links(self, sql: str, values: tuple[Any, ...]) -> tuple[Link, ...]:
        with self._database.reading(_READING) as connection:
            return tuple(_link(row) for row in connection.execute(sql, values))


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


def _link(row: tuple[Any, ...]) -> Link:
    scene, review, block, start, end, quote, kind, evidence, confidence, continues = row
    return Link(
        scene,
        restored(review),
        block,
        start,
        end,
        quote,
        LinkKind(kind),
        restored(evidence),
        confidence,
        bool(continues),
    )

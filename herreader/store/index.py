"""The index: rooms and reviews as they were last parsed, so that a launch parses nothing.

It is a cache. What it does not have, or cannot decode, is parsed anew by its caller, who makes a
fingerprint of all that a room's header, or a review's blocks and links, come from.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from herreader.model.links import Link
from herreader.model.room import Review, Room, Scene
from herreader.model.text import Block
from herreader.store.database import Database, restored, storable
from herreader.store.packing import (
    UNREADABLE,
    pack_blocks,
    pack_header,
    pack_links,
    unpack_blocks,
    unpack_header,
    unpack_links,
)
from herreader.store.texts import add_text, drop_copy

_READING = "The index could not be read"
_WRITING = "The index could not be kept"
_BLOCKS = """
    SELECT blocks FROM indexed JOIN indexed_blocks USING (shelf, review)
    WHERE shelf = ? AND review = ? AND fingerprint = coalesce(?, fingerprint)
"""
_ROOM = "SELECT header FROM indexed_room WHERE folder = ? AND fingerprint = ?"
AWAY = "away"
"""In the place of the fingerprint of a review that is set aside: no file's is like it."""
_SET_ASIDE = "UPDATE indexed SET fingerprint = ?, links = '[]' WHERE shelf = ? AND review = ?"
_PUT_ROOM = "INSERT OR REPLACE INTO indexed_room (folder, fingerprint, header) VALUES (?, ?, ?)"


class IndexTable:
    """Parsed reviews, by shelf and review id, and rooms; each method raises StoreError if it fails.

    A room's header is known by its folder, since its id stands in what is to be parsed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def room(self, folder: Path, fingerprint: str) -> tuple[Room, tuple[str, ...]] | None:
        """Give a room without its reviews, and the ids of those that come first.

        None if it is not there with that fingerprint.
        """
        key = (_name(folder), fingerprint)
        for (header,) in self._database.rows(_READING, _ROOM, key):
            with suppress(*UNREADABLE):
                return _unpack_room(folder, header)
        return None

    def put_room(self, fingerprint: str, room: Room, order: Sequence[str]) -> None:
        """Keep a room's header, and the order of its reviews, in the place of what was kept."""
        row = (_name(room.folder), fingerprint, _pack_room(room, order))
        with self._database.atomic(_WRITING) as connection:
            connection.execute(_PUT_ROOM, row)

    def headers(self, shelf: str) -> dict[str, tuple[str, Review]]:
        """Give the fingerprint and the header of each review of a shelf, by review id.

        Of one that is set aside the fingerprint is `AWAY`.
        """
        headers = {}
        sql = "SELECT review, fingerprint, header FROM indexed WHERE shelf = ?"
        for stored, fingerprint, header in self._database.rows(_READING, sql, (shelf,)):
            with suppress(*UNREADABLE):
                review = unpack_header(restored(stored), header)
                headers[review.id] = (fingerprint, review)
        return headers

    def fingerprint(self, shelf: str, review: str) -> str | None:
        """Give the fingerprint of a review, as `headers` does; None if it is not there."""
        sql = "SELECT fingerprint FROM indexed WHERE shelf = ? AND review = ?"
        rows = self._database.rows(_READING, sql, (shelf, storable(review)))
        return next((str(fingerprint) for (fingerprint,) in rows), None)

    def blocks(
        self, shelf: str, review: str, fingerprint: str | None = None
    ) -> tuple[Block, ...] | None:
        """Give the blocks of a review; None if they are not there, or not with that fingerprint."""
        for (blocks,) in self._database.rows(
            _READING, _BLOCKS, (shelf, storable(review), fingerprint)
        ):
            with suppress(*UNREADABLE):
                return unpack_blocks(blocks)
        return None

    def links(self, shelf: str) -> tuple[Link, ...]:
        """Give the links of all reviews of a shelf: by review id, then as they were put."""
        found: list[Link] = []
        sql = "SELECT review, links FROM indexed WHERE shelf = ? ORDER BY review"
        for review, links in self._database.rows(_READING, sql, (shelf,)):
            with suppress(*UNREADABLE):
                found += unpack_links(restored(review), links)
        return tuple(found)

    def put(
        self,
        shelf: str,
        fingerprint: str,
        review: Review,
        blocks: Iterable[Block],
        links: Iterable[Link],
    ) -> None:
        """Keep a parsed review, searchable, in the place of what was kept of it before."""
        blocks = tuple(blocks)
        key = (shelf, storable(review.id))
        row = (*key, fingerprint, pack_header(review), pack_links(links))
        packed = pack_blocks(blocks)
        with self._database.atomic(_WRITING) as connection:
            _forget(connection, key)
            connection.execute(
                "INSERT INTO indexed (shelf, review, fingerprint, header, links) "
                "VALUES (?, ?, ?, ?, ?)",
                row,
            )
            connection.execute(
                "INSERT INTO indexed_blocks (shelf, review, blocks) VALUES (?, ?, ?)",
                (*key, packed),
            )
            if blocks:
                add_text(connection, key, blocks, imported=False)

    def set_aside(self, shelf: str, review: str) -> None:
        """Drop what is kept of a review but for its header and its blocks as they were last."""
        key = (shelf, storable(review))
        with self._database.atomic(_WRITING) as connection:
            connection.execute(_SET_ASIDE, (AWAY, *key))
            drop_copy(connection, key)

    def forget(self, shelf: str, review: str) -> None:
        """Drop what is kept of a review, links included."""
        with self._database.atomic(_WRITING) as connection:
            _forget(connection, (shelf, storable(review)))


def _forget(connection: sqlite3.Connection, key: tuple[str, str | bytes]) -> None:
    connection.execute("DELETE FROM indexed WHERE shelf = ? AND review = ?", key)
    drop_copy(connection, key)


def _name(folder: Path) -> str | bytes:
    return storable(str(folder.absolute()))


def _pack_room(room: Room, order: Sequence[str]) -> str:
    facts = (room.id, room.title, room.work, room.year, room.language, room.about)
    return json.dumps((*facts, room.signs, room.makers, order, room.scenes))


def _unpack_room(folder: Path, packed: str) -> tuple[Room, tuple[str, ...]]:
    id_, title, work, year, language, about, signs, makers, order, scenes = json.loads(packed)
    room = Room(id_, title, work, folder, year, language, about, tuple(map(_scene, scenes)))
    return room._replace(signs=tuple(signs), makers=tuple(makers)), tuple(order)


def _scene(values: Sequence[Any]) -> Scene:
    """Restore a scene; TypeError if scenes have other fields now."""
    return Scene._make(tuple(value) if isinstance(value, list) else value for value in values)

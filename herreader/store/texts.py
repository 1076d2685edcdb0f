"""Texts and their blocks, as rows: what the library keeps, and what the search goes through.

A block's id is made of its text's and its number, so that a text is one range of rows. All here
takes part in the transaction of its caller.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from herreader.errors import OvertakenError, StoreError
from herreader.model.text import Block
from herreader.store import fulltext
from herreader.store.database import restored, storable, stored_time
from herreader.store.packing import put_together, take_apart

NUMBERS = 1 << 20
"""Block numbers a text can have."""

_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"  # Thai, Lao, Burmese, Hangul, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff"  # kana, Chinese characters
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]+"
)
_ADD = "INSERT INTO text (shelf, review, imported, unspaced, searchable) VALUES (?, ?, ?, ?, ?)"
_ADD_BLOCK = "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)"
_BLOCKS = """
    SELECT id, kind, plain, runs, level, gap, bullet FROM block
    WHERE id BETWEEN ? AND ? ORDER BY id
"""
_HERE = "SELECT id FROM text WHERE shelf = ? AND review = ? AND imported AND removed IS NULL"
OF_DIGEST = """
    SELECT review FROM text JOIN library USING (id)
    WHERE digest = ? AND shelf = ? AND removed IS NULL
"""


def unspaced(words: str) -> bool:
    """Tell whether words are written, in part, without blanks or with particles joined on."""
    return not words.isascii() and _unspaced().search(words) is not None


def unspaced_parts(words: str) -> list[str]:
    """Give the parts of words that are written so, in their order."""
    return [] if words.isascii() else _unspaced().findall(words)


@cache
def _unspaced() -> re.Pattern[str]:
    # It takes two milliseconds to compile, which a launch that keeps no text need not spend.
    return re.compile(_UNSPACED)


def range_of(text: int) -> tuple[int, int]:
    """Give the ids of a text's first and last possible block."""
    return text * NUMBERS, (text + 1) * NUMBERS - 1


def add_text(
    connection: sqlite3.Connection,
    key: tuple[str, str | bytes],
    blocks: Iterable[Block],
    *,
    imported: bool,
) -> int:
    """Keep the blocks of a text that is not there yet, searchable; give the text's id."""
    blocks = tuple(blocks)
    if blocks and blocks[-1].number >= NUMBERS:
        message = f"It has more than {NUMBERS - 1:,} blocks; split it."
        raise StoreError("The text could not be kept", message)
    joined = any(unspaced(block.plain) for block in blocks)
    searchable = fulltext.prepare(connection)
    text = connection.execute(_ADD, (*key, imported, joined, searchable)).lastrowid or 0
    first, _ = range_of(text)
    rows = [_row(first, block) for block in blocks]
    connection.executemany(_ADD_BLOCK, rows)
    if searchable:
        fulltext.add(connection, [(row[0], row[2]) for row in rows])
    return text


def text_here(connection: sqlite3.Connection, shelf: str, review: str) -> int | None:
    """Give the number of the text that the library has under an id; None if it has none."""
    found = connection.execute(_HERE, (shelf, storable(review))).fetchone()
    return None if found is None else found[0]


def remove_text(connection: sqlite3.Connection, text: int, at: datetime) -> None:
    """Take a text of the library away; it stays aside for `revive_text`."""
    connection.execute("UPDATE text SET removed = ? WHERE id = ?", (stored_time(at), text))
    # Links of no shelf are not counted.
    connection.execute("UPDATE link SET shelf = NULL WHERE text = ?", (text,))


def revive_text(title: str, connection: sqlite3.Connection, shelf: str, text: int) -> None:
    """Bring a text back that was removed, with its links.

    Raises:
        OvertakenError: If its content is there already; `title` says what could not be done.
    """
    ((digest,),) = connection.execute("SELECT digest FROM library WHERE id = ?", (text,))
    refuse_twin(title, connection, shelf, digest)
    connection.execute("UPDATE text SET removed = NULL WHERE id = ?", (text,))
    connection.execute("UPDATE link SET shelf = ? WHERE text = ?", (shelf, text))


def refuse_twin(title: str, connection: sqlite3.Connection, shelf: str, digest: str) -> None:
    """See that no review of the library has a content.

    Raises:
        OvertakenError: If one has; `title` says what could not be done.
    """
    twin = connection.execute(OF_DIGEST, (digest, shelf)).fetchone()
    if twin is not None:
        name = restored(twin[0])
        message = f"The same text is there already, as {name!r}; remove that one first."
        raise OvertakenError(title, message)


def drop_copy(connection: sqlite3.Connection, key: tuple[str, str | bytes]) -> None:
    """Forget the copy of a text of the index, if there is one."""
    found = "SELECT id, searchable FROM text WHERE shelf = ? AND review = ? AND NOT imported"
    for text, searchable in connection.execute(found, key).fetchall():
        first, last = range_of(text)
        if searchable:
            fulltext.drop(connection, first, last)
        connection.execute("DELETE FROM block WHERE id BETWEEN ? AND ?", (first, last))
        connection.execute("DELETE FROM text WHERE id = ?", (text,))


def blocks_of(connection: sqlite3.Connection, text: int) -> tuple[Block, ...]:
    """Give the blocks of a text."""
    return tuple(map(_block, connection.execute(_BLOCKS, range_of(text))))


def _row(first: int, block: Block) -> tuple[Any, ...]:
    number, kind, plain, runs, level, gap, bullet = take_apart(block)
    packed = json.dumps(runs) if runs else ""
    return first + number, kind, storable(plain), packed, level, gap, storable(bullet)


def _block(row: Sequence[Any]) -> Block:
    id, kind, plain, packed, level, gap, bullet = row  # noqa: A001 - as in the table
    runs = json.loads(packed) if packed else ()
    return put_together((id % NUMBERS, kind, restored(plain), runs, level, gap, restored(bullet)))

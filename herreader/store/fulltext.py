"""SQLite's full-text index (FTS5) over the blocks, where SQLite has it.

It holds no words of its own: it points at the blocks. What could not be put into it, because this
SQLite has no FTS5, is caught up on by the next that has. All here takes part in the transaction of
its caller.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress

_MAKE = """
    CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (
        plain, content = 'block', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
    )
"""
# Fewer, larger merges: an import is a sixth quicker, and finding is no slower.
_TUNE = "INSERT INTO search (search, rank) VALUES ('automerge', 8)"
_ADD = "INSERT INTO search (rowid, plain) VALUES (?, ?)"
_DROP = """
    INSERT INTO search (search, rowid, plain)
    SELECT 'delete', id, plain FROM block WHERE id BETWEEN ? AND ?
"""
_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'search'"


def available(connection: sqlite3.Connection) -> bool:
    """Tell whether this SQLite has FTS5."""
    with suppress(sqlite3.OperationalError):
        connection.execute("SELECT fts5_source_id()").fetchone()
        return True
    return False


def there(connection: sqlite3.Connection) -> bool:
    """Tell whether anything was ever put into the index."""
    return connection.execute(_THERE).fetchone() is not None


def prepare(connection: sqlite3.Connection) -> bool:
    """Make the index if there is none; False if there can be none."""
    if not available(connection):
        return False
    if not there(connection):
        connection.execute(_MAKE)
        connection.execute(_TUNE)
    return True


def add(connection: sqlite3.Connection, blocks: Iterable[tuple[int, str | bytes]]) -> None:
    """Put blocks, as id and words, into the index, which has been prepared."""
    # Row by row: before a statement that may write many, FTS5 writes out what it has gathered, and
    # an import would make a small segment of each text, all to be merged later.
    connection.executemany(_ADD, blocks)


def drop(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Take blocks out of the index, before they go themselves.

    Without FTS5 they stay in it, where they point at nothing: a text's id is never used again.
    """
    if available(connection):
        connection.execute(_DROP, (first, last))

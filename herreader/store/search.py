"""The search through all texts: those of the index and those of the library."""

import re
import sqlite3
from collections import Counter
from itertools import accumulate, islice
from typing import Any

from herreader.errors import StoreError
from herreader.model.text import Hit
from herreader.store import fulltext
from herreader.store.database import Database, restored
from herreader.store.query import Query, read_query
from herreader.store.texts import NUMBERS, range_of, unspaced_parts
from herreader.store.within import spans_of
from herreader.text.quotation import QUOTE

MOST = 200
"""Blocks that a search shows; it gives one more, if there are any, to tell that there are."""

RANKED = 3000
"""Blocks that are ranked: of more, those that were kept first."""
BEFORE = 60
"""Characters of a snippet before its first match."""
AFTER = 120
"""Characters of a snippet after its first match."""

_Span = tuple[int, int]

_TITLE = "The search could not be made"
_OPEN, _CLOSE = "\x01", "\x02"  # no block holds what is not safe to show
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
# The index holds the texts of all shelves, and removed ones: what is counted or ranked of it must
# be of this shelf, and there. The cross joins hold SQLite to going through what the index finds.
_TEXTS = f"search CROSS JOIN text ON text.id = search.rowid / {NUMBERS}"
_HOLDING = f"FROM {_TEXTS} WHERE search MATCH ? AND shelf = ? AND removed IS NULL"
_FIRST = f"SELECT search.rowid {_HOLDING} LIMIT ?"
_BEST = f"""
    SELECT id FROM (SELECT search.rowid AS id, search.rank AS worth {_HOLDING} LIMIT {RANKED})
    ORDER BY worth, id LIMIT ?
"""  # noqa: S608 - constants
# The plus keeps SQLite from asking the index for each block anew.
_MARKED = f"""
    SELECT search.rowid, review, highlight(search, 0, '{_OPEN}', '{_CLOSE}') FROM {_TEXTS}
    WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? AND +search.rowid IN ({{}})
"""  # noqa: S608 - constants
_WITHIN = f"""
    SELECT review, block.id % {NUMBERS}, plain
    FROM text CROSS JOIN block ON block.id BETWEEN text.id * {NUMBERS}
                               AND (text.id + 1) * {NUMBERS} - 1
    WHERE shelf = ? AND unspaced AND removed IS NULL
"""  # noqa: S608 - constants
_BLOCKS = "SELECT id, plain FROM block WHERE id BETWEEN ? AND ?"
_MISSING = "SELECT id FROM text WHERE NOT searchable"


class SearchTable:
    """Blocks found by their words; every method raises StoreError if it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, shelf: str, query: str) -> tuple[Hit, ...]:
        """Find the blocks that hold all words of a query, the best first, at most MOST and one.

        Case and accents do not matter. In scripts without blanks between words, a term is found
        wherever its characters stand, and no block is better than another: they come in the order
        in which they were kept. So do those that hold a beginning of words, if they are very many.

        Raises:
            QueryError: If there is nothing to look for, or too much.
            StoreError: If this SQLite has no full-text search.
        """
        asked = read_query(query)
        if not self._is_ready():
            return ()
        with self._database.reading(_TITLE) as connection:
            find = _find_within if asked.within else _find_best
            return find(connection, shelf, asked, MOST + 1)

    def _is_ready(self) -> bool:
        """Catch up on what an SQLite without FTS5 has kept; False if nothing was ever kept."""
        with self._database.reading(_TITLE) as connection:
            if not fulltext.available(connection):
                message = "This SQLite has no full-text search (FTS5); use a Python that has it."
                raise StoreError(_TITLE, message)
            missing = connection.execute(_MISSING).fetchone()
        if missing:
            with self._database.atomic(_TITLE) as connection:
                fulltext.prepare(connection)
                for (text,) in connection.execute(_MISSING).fetchall():
                    blocks = connection.execute(_BLOCKS, range_of(text)).fetchall()
                    fulltext.add(connection, blocks)
                    connection.execute("UPDATE text SET searchable = 1 WHERE id = ?", (text,))
        with self._database.reading(_TITLE) as connection:
            return fulltext.there(connection)


def _find_best(
    connection: sqlite3.Connection, shelf: str, query: Query, limit: int
) -> tuple[Hit, ...]:
    ids = _best(connection, shelf, query, limit)
    if not ids:
        return ()
    sql = _MARKED.format(", ".join("?" * len(ids)))
    rows = connection.execute(sql, (query.match, min(ids), max(ids), *ids))
    hits = {id_: _hit(review, id_ % NUMBERS, *_unmarked(marked)) for id_, review, marked in rows}
    return tuple(hits[id_] for id_ in ids)


def _best(connection: sqlite3.Connection, shelf: str, query: Query, limit: int) -> list[int]:
    """Give the ids of the blocks that hold the words, the best first.

    What very many hold would take long to rank, and most of all the beginnings of words; and its
    ranks would say little.
    """
    if query.begins:
        values = (query.match, shelf, RANKED + 1)
        first = [id_ for (id_,) in connection.execute(_FIRST, values)]
        if len(first) > RANKED:
            return first[:limit]
    values = (query.match, shelf, limit)
    return [id_ for (id_,) in connection.execute(_BEST, values)]


def _find_within(
    connection: sqlite3.Connection, shelf: str, query: Query, limit: int
) -> tuple[Hit, ...]:
    parts = [part for term in query.within for part in unspaced_parts(term)]
    sql = _WITHIN + " AND instr(plain, ?)" * len(parts)
    values: list[Any] = [shelf, *parts]
    if query.match:
        sql += " AND block.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(query.match)
    found = (
        _hit(review, block, plain, spans)
        for review, block, plain in connection.execute(sql, values)
        if (spans := spans_of(query.within, plain))
    )
    return tuple(islice(found, limit))


def _unmarked(marked: str) -> tuple[str, list[_Span]]:
    """Take the marks out of a text, and tell where the words between them are."""
    parts = _MARK.split(marked)
    ends = list(accumulate(map(len, parts)))
    return "".join(parts), list(zip(ends[::2], ends[1::2], strict=False))


def _hit(review: str | bytes, block: int, plain: str, spans: list[_Span]) -> Hit:
    start, end = spans[_fullest(plain, spans)]
    quote = plain[start : start + QUOTE]
    snippet = _snippet(plain, spans, start, end)
    return Hit(restored(review), block, start, end, quote, snippet)


def _fullest(plain: str, spans: list[_Span]) -> int:
    """Give the first of the matches after which a snippet shows most of the words asked for."""
    words = [plain[start:end].casefold() for start, end in spans]
    shown: Counter[str] = Counter()
    best = most = last = 0
    for at, (_, end) in enumerate(spans):
        while last < len(spans) and spans[last][1] <= end + AFTER:
            shown[words[last]] += 1
            last += 1
        if len(shown) > most:
            best, most = at, len(shown)
        shown[words[at]] -= 1
        if not shown[words[at]]:
            del shown[words[at]]
    return best


def _snippet(plain: str, spans: list[_Span], start: int, end: int) -> tuple[tuple[str, bool], ...]:
    """Give the words around one match, cut between words where there are blanks."""
    first, last = start - BEFORE, end + AFTER
    if first > 0:
        first = plain.find(" ", first, start) + 1 or first
    if last < len(plain):
        last = max(plain.rfind(" ", end, last), 0) or last
    at = max(0, first)
    parts = [("…", False)] if at else []
    for begin, stop in spans:
        if begin >= last:
            break
        if begin >= at:
            parts += [(plain[at:begin], False), (plain[begin : min(stop, last)], True)]
            at = stop
    parts.append((plain[at:last], False))
    if last < len(plain):
        parts.append(("…", False))
    return tuple((words.replace("\n", " "), matched) for words, matched in parts if words)

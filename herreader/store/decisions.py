"""What the reader decided by hand: which words speak of a scene, and which do not."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from herreader.errors import OvertakenError
from herreader.model.links import Link
from herreader.model.marks import Decision, Verdict
from herreader.model.text import Passage
from herreader.store.database import Database, restored, storable, stored_time

_READING = "Your decisions could not be read"
_WRITING = "The decision could not be kept"
# Texts as bytes: SQLite would stop at the first that is not UTF-8, and the others be lost.
_COLUMNS = """
    SELECT id, CAST(review AS BLOB), CAST(scene AS BLOB), CAST(verdict AS BLOB), block,
           start_offset, end_offset, CAST(quote AS BLOB), CAST(decided AS BLOB), placed
    FROM decision
"""
_ALL = f"{_COLUMNS} WHERE shelf = ? AND undone IS NULL ORDER BY decided, id"
_OF = f"{_COLUMNS} WHERE shelf = ? AND review = ? AND undone IS NULL ORDER BY decided, id"
_ONE = f"{_COLUMNS} WHERE id = ?"
# Not the greatest alone: words that are no date may be greater than all dates.
_LATER = """
    SELECT CAST(decided AS BLOB) FROM decision
    WHERE shelf = ? AND review = ? AND undone IS NULL AND decided > ?
"""
_ADD = """
    INSERT INTO decision (shelf, review, scene, verdict, block, start_offset, end_offset, quote,
                          decided, undone)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = """
    UPDATE decision SET block = ?, start_offset = ?, end_offset = ?, quote = ?, placed = 1
    WHERE id = ?
"""
_KNOWN = """
    SELECT CAST(review AS BLOB), CAST(scene AS BLOB), CAST(verdict AS BLOB),
           CAST(decided AS BLOB), CAST(quote AS BLOB)
    FROM decision WHERE shelf = ?
"""

Made = tuple[Link, Verdict, datetime]
"""A decision made elsewhere: the words and the scene, what was decided, and when."""
_Row = tuple[Any, ...]
_Key = tuple[bytes, ...]


class DecisionTable:
    """Decisions on the links of any review, imported or not, and those undone.

    Every method raises StoreError if it fails, and then has changed nothing; one that takes an id
    raises it if there never was such a decision.

    Attributes:
        broken: Ids of the decisions that made no sense when those of a shelf were last given; they
            stay as they are.
    """

    def __init__(self, database: Database) -> None:
        self.broken: tuple[int, ...] = ()
        self._database = database

    def all(self, shelf: str) -> tuple[Decision, ...]:
        """Give the decisions of a shelf in the order in which they were made, but broken ones."""
        rows = self._database.rows(_READING, _ALL, (shelf,))
        decisions = {row[0]: _decision(row) for row in rows}
        self.broken = tuple(number for number, decision in decisions.items() if decision is None)
        return tuple(decision for decision in decisions.values() if decision is not None)

    def of(self, shelf: str, review: str) -> tuple[Decision, ...]:
        """Give the decisions on one review, as `all` gives those on a shelf."""
        decisions = map(_decision, self._database.rows(_READING, _OF, (shelf, storable(review))))
        return tuple(decision for decision in decisions if decision is not None)

    def decide(self, shelf: str, link: Link, verdict: Verdict, at: datetime) -> Decision:
        """Keep a decision on a link's words and scene, whether or not there is such a link yet.

        It is not dated before one that is there already on the same review, though a clock may have
        been put back: later decisions rule over earlier ones.
        """
        with self._database.atomic(_WRITING) as connection:
            later = connection.execute(_LATER, (shelf, storable(link.review), stored_time(at)))
            at = max([at, *(moment for row in later if (moment := _moment(*row)) is not None)])
            row = _row(shelf, link, verdict, at)
            number = connection.execute(_ADD, (*row, None)).lastrowid or 0
        return Decision(
            number,
            link.review,
            link.scene,
            verdict,
            link.block,
            link.start,
            link.end,
            link.quote,
            at,
        )

    def untaken(self, shelf: str, made: Iterable[Made]) -> tuple[Made, ...]:
        """Give those of some decisions made elsewhere that are not here, nor were and are undone.

        The words of one that is here may have changed since, with their text.
        """
        rows = {decision: _row(shelf, *decision) for decision in made}
        with self._database.reading(_READING) as connection:
            new = set(_unknown(connection, shelf, rows.values()))
        return tuple(decision for decision, row in rows.items() if row in new)

    def take(self, shelf: str, made: Iterable[Made], now: datetime) -> int:
        """Keep decisions that were made elsewhere, but for those that were taken before.

        One that the reader has undone since does not come back, though its words may have changed
        with their text meanwhile. None counts as later than now, so that those that are still to
        come rule over it. The answer is how many are new.
        """
        latest = stored_time(now)
        rows = [_row(shelf, *decision) for decision in made]
        with self._database.atomic(_WRITING) as connection:
            new = _unknown(connection, shelf, rows)
            connection.executemany(_ADD, ((*said, min(at, latest), None) for *said, at in new))
            # One dated ahead is kept aside under its own date too, by which it is known next time.
            connection.executemany(_ADD, ((*row, latest) for row in new if row[-1] > latest))
        return len(new)

    def undo(self, id: int, at: datetime) -> None:  # noqa: A002 - as in Decision
        """Take a decision back; it is kept aside for `redo`."""
        self._change(
            "UPDATE decision SET undone = coalesce(undone, ?) WHERE id = ?", (stored_time(at), id)
        )

    def redo(self, id: int) -> Decision | None:  # noqa: A002 - as in Decision
        """Bring back a decision that was taken back, and give it; None if it makes no sense."""
        with self._database.atomic(_WRITING) as connection:
            self._change("UPDATE decision SET undone = NULL WHERE id = ?", (id,))
            return _decision(connection.execute(_ONE, (id,)).fetchone())

    def move(self, id: int, passage: Passage | None) -> None:  # noqa: A002 - as in Decision
        """Note where a decision's words are now; None if they are found no longer.

        Words that are no longer in one block count as lost; a decision whose words are lost keeps
        its last place.
        """
        if passage is None or passage.start.block != passage.end.block:
            self._change("UPDATE decision SET placed = 0 WHERE id = ?", (id,))
        else:
            start, end = passage.start, passage.end
            self._change(_MOVE, (start.block, start.offset, end.offset, passage.quote, id))

    def _change(self, statement: str, values: tuple[Any, ...]) -> None:
        with self._database.atomic(_WRITING) as connection:
            if not connection.execute(statement, values).rowcount:
                message = "The store has no such decision; look at the links again."
                raise OvertakenError(_WRITING, message)


def _unknown(connection: sqlite3.Connection, shelf: str, rows: Iterable[_Row]) -> list[_Row]:
    """Give those of some rows that are not kept yet, each once.

    A decision is known by its review, its scene, its verdict and its moment. By its words only
    those of one moment are told apart: they follow the text when a sentence is edited.
    """
    kept: defaultdict[_Key, set[bytes]] = defaultdict(set)
    # All at once: thousands are compared with thousands.
    for *key, quote in connection.execute(_KNOWN, (shelf,)):
        kept[tuple(key)].add(quote)
    named = {_name(row): row for row in rows}
    same = {(key, quote) for key, quote in named if quote in kept[key]}
    for key, quote in same:
        kept[key].remove(quote)
    unknown = []
    for (key, quote), row in named.items():
        if (key, quote) in same:
            continue
        if kept[key]:
            kept[key].pop()  # it is that one, on other words by now
        else:
            unknown.append(row)
    return unknown


def _row(shelf: str, link: Link, verdict: Verdict, at: datetime) -> _Row:
    return (
        shelf,
        storable(link.review),
        link.scene,
        verdict.value,
        link.block,
        link.start,
        link.end,
        link.quote,
        stored_time(at),
    )


def _name(row: _Row) -> tuple[_Key, bytes]:
    """Give what a row is known by, and its words, as `_KNOWN` has them."""
    _, review, scene, verdict, _, _, _, quote, decided = row
    *key, words = (
        text if isinstance(text, bytes) else text.encode()
        for text in (review, scene, verdict, decided, quote)
    )
    return tuple(key), words


def _moment(decided: bytes) -> datetime | None:
    """Read when a decision was made; None if that is no moment, which rules over nothing."""
    try:
        moment = datetime.fromisoformat(restored(decided))
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def _decision(row: _Row) -> Decision | None:
    """Make a decision of a row; None if the row makes no sense."""
    number, review, scene, verdict, block, start, end, quote, decided, placed = row
    try:
        return Decision(
            number,
            restored(review),
            restored(scene),
            Verdict(restored(verdict)),
            int(block),
            int(start),
            int(end),
            restored(quote),
            datetime.fromisoformat(restored(decided)),
            bool(placed),
        )
    except (ValueError, TypeError):
        return None

"""What the reader decided by hand: which words speak of a scene, and which do not."""

from collections.abc import Iterable
from datetime import datetime
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
    SELECT CAST(review AS BLOB), CAST(scene AS BLOB), CAST(verdict AS BLOB), CAST(quote AS BLOB),
           CAST(decided AS BLOB)
    FROM decision WHERE shelf = ?
"""


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
            earlier = (made.decided for made in self.of(shelf, link.review))
            at = max([at, *(each for each in earlier if each.tzinfo is not None)])
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

    def take(
        self, shelf: str, made: Iterable[tuple[Link, Verdict, datetime]], now: datetime
    ) -> int:
        """Keep decisions that were made elsewhere, but for those that were taken before.

        One that the reader has undone since does not come back. None counts as later than now, so
        that those that are still to come rule over it. The answer is how many are new.
        """
        latest = stored_time(now)
        rows = [_row(shelf, *decision) for decision in made]
        with self._database.atomic(_WRITING) as connection:
            # All at once: thousands are compared with thousands.
            known = set(connection.execute(_KNOWN, (shelf,)))
            new = {key: row for row in rows if (key := _key(row)) not in known}.values()
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


def _row(shelf: str, link: Link, verdict: Verdict, at: datetime) -> tuple[Any, ...]:
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


def _key(row: tuple[Any, ...]) -> tuple[bytes, ...]:
    """Give what a row is known by, as `_KNOWN` has it."""
    _, review, scene, verdict, _, _, _, quote, decided = row
    texts = (review, scene, verdict, quote, decided)
    return tuple(text if isinstance(text, bytes) else text.encode() for text in texts)


def _decision(row: tuple[Any, ...]) -> Decision | None:
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

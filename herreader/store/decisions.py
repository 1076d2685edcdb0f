"""What the reader decided by hand: which words speak of a scene, and which do not."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from herreader.errors import OvertakenError, StoreError
from herreader.model import Decision, Link, Passage, Verdict
from herreader.store.database import Database, restored, storable, stored_time
from herreader.text.safe import clean, clean_line

FORMAT = "herreader decisions 1"

_MOST = 1 << 31
"""Beyond any block or offset."""

_READING = "Your decisions could not be read"
_WRITING = "The decision could not be kept"
_TAKING = "The corrections could not be taken over"
_COLUMNS = """
    SELECT id, review, scene, verdict, block, start_offset, end_offset, quote, decided, placed
    FROM decision
"""
_ALL = f"{_COLUMNS} WHERE shelf = ? AND undone IS NULL ORDER BY decided, id"
_OF = f"{_COLUMNS} WHERE shelf = ? AND review = ? AND undone IS NULL ORDER BY decided, id"
_ADD = """
    INSERT INTO decision (shelf, review, scene, verdict, block, start_offset, end_offset, quote,
                          decided)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_MOVE = """
    UPDATE decision SET block = ?, start_offset = ?, end_offset = ?, quote = ?, placed = 1
    WHERE id = ?
"""
# Undone ones too: what the reader has undone does not come back with the same document.
_KNOWN = """
    SELECT 1 FROM decision
    WHERE shelf = ?1 AND review = ?2 AND scene = ?3 AND verdict = ?4 AND quote = ?8
          AND decided = ?9
"""
_DIGESTS = """
    SELECT review, digest FROM text JOIN library USING (id) WHERE shelf = ? AND removed IS NULL
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many decisions of a document were new, had been taken before, or are of no use here.

    Attributes:
        new: Taken now.
        known: Taken before.
        absent: On texts that are not here.
        strange: On scenes that the room does not have.
    """

    new: int = 0
    known: int = 0
    absent: int = 0
    strange: int = 0


Stands = Callable[[str, str], bool]
_Entry = tuple[Link, Verdict, datetime, str]
"""The words and the scene, what was decided, when, and the digest of an imported text."""


class DecisionTable:
    """Decisions on the links of any review, imported or not, and those undone.

    Every method raises StoreError if it fails, and then has changed nothing; one that takes an id
    raises it if there never was such a decision.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, shelf: str) -> tuple[Decision, ...]:
        """Give the decisions of a shelf in the order in which they were made."""
        with self._database.reading(_READING) as connection:
            return tuple(_decision(row) for row in connection.execute(_ALL, (shelf,)))

    def of(self, shelf: str, review: str) -> tuple[Decision, ...]:
        """Give the decisions on one review in the order in which they were made."""
        with self._database.reading(_READING) as connection:
            rows = connection.execute(_OF, (shelf, storable(review)))
            return tuple(_decision(row) for row in rows)

    def decide(self, shelf: str, link: Link, verdict: Verdict, at: datetime) -> Decision:
        """Keep a decision on a link's words and scene, whether or not there is such a link yet."""
        row = _row(shelf, link, verdict, at)
        with self._database.atomic(_WRITING) as connection:
            number = connection.execute(_ADD, row).lastrowid or 0
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

    def undo(self, id: int, at: datetime) -> None:  # noqa: A002 - as in Decision
        """Take a decision back; it is kept aside for `redo`."""
        self._change(
            "UPDATE decision SET undone = coalesce(undone, ?) WHERE id = ?", (stored_time(at), id)
        )

    def redo(self, id: int) -> None:  # noqa: A002 - as in Decision
        """Bring back a decision that was taken back."""
        self._change("UPDATE decision SET undone = NULL WHERE id = ?", (id,))

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

    def export(self, shelf: str) -> dict[str, Any]:
        """Give the decisions of a shelf as a document that JSON can hold, for another reader."""
        with self._database.reading(_READING) as connection:
            digests = dict(connection.execute(_DIGESTS, (shelf,)))
        return {
            "format": FORMAT,
            "room": shelf,
            "decisions": [_entry(decision, digests) for decision in self.all(shelf)],
        }

    def take(
        self, shelf: str, document: object, at: datetime, scenes: Container[str], stands: Stands
    ) -> Taken:
        """Take over the decisions of another reader's document, all that are of use here, or none.

        Imported texts are known by their content, whatever their id was there, or else by their id
        and the words that were decided on. Of two decisions on the same words, the later one holds;
        none of them counts as later than `at`.

        Args:
            shelf: Where the reviews stand.
            document: What `export` gave there.
            at: Now.
            scenes: Those that the room has.
            stands: Tells whether a review is here and, if it is given any, has these words.

        Raises:
            StoreError: If it is no such document, or of another room.
        """
        entries = _entries(shelf, document)
        with self._database.atomic(_TAKING) as connection:
            here = {digest: review for review, digest in connection.execute(_DIGESTS, (shelf,))}
            counts: Counter[str] = Counter()
            for link, verdict, decided, digest in entries:
                if link.scene not in scenes:
                    counts["strange"] += 1
                elif digest in here:
                    where = link._replace(review=restored(here[digest]))
                    counts[_take(connection, _row(shelf, where, verdict, min(decided, at)))] += 1
                elif stands(link.review, link.quote if digest else ""):
                    counts[_take(connection, _row(shelf, link, verdict, min(decided, at)))] += 1
                else:
                    counts["absent"] += 1
        return Taken(**counts)

    def _change(self, statement: str, values: tuple[Any, ...]) -> None:
        with self._database.atomic(_WRITING) as connection:
            if not connection.execute(statement, values).rowcount:
                message = "The store has no such decision; look at the links again."
                raise OvertakenError(_WRITING, message)


def _take(connection: sqlite3.Connection, row: tuple[Any, ...]) -> str:
    """Add a decision unless it was taken before; say which it was."""
    if connection.execute(_KNOWN, row).fetchone():
        return "known"
    connection.execute(_ADD, row)
    return "new"


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


def _decision(row: tuple[Any, ...]) -> Decision:
    number, review, scene, verdict, block, start, end, quote, decided, placed = row
    return Decision(
        number,
        restored(review),
        scene,
        Verdict(verdict),
        block,
        start,
        end,
        quote,
        datetime.fromisoformat(decided),
        bool(placed),
    )


def _entry(decision: Decision, digests: Mapping[str, str]) -> dict[str, Any]:
    entry = {
        "review": decision.review,
        "scene": decision.scene,
        "verdict": decision.verdict.value,
        "block": decision.block,
        "start": decision.start,
        "end": decision.end,
        "quote": decision.quote,
        "decided": stored_time(decision.decided),
    }
    digest = digests.get(decision.review)
    return {**entry, "digest": digest} if digest else entry


def _entries(shelf: str, document: object) -> list[_Entry]:
    """Read a document that may hold anything."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise StoreError(_TAKING, "This is no file of decisions; see that it is the right one.")
    if document.get("room") != shelf:
        room = clean_line(str(document.get("room")))
        raise StoreError(_TAKING, f"They are on the room {room!r}; open that room first.")
    entries: list[_Entry] = []
    try:
        for entry in document["decisions"]:
            entries.append(_read(entry))  # noqa: PERF401 - their number is told on an error
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        message = f"Decision {len(entries) + 1} is broken; ask for the file again."
        raise StoreError(_TAKING, message) from error
    return entries


def _read(entry: Mapping[str, Any]) -> _Entry:
    quote = clean(entry["quote"])
    block, start, end = int(entry["block"]), int(entry["start"]), int(entry["end"])
    if not (0 < block < _MOST and 0 <= start < _MOST and end - start == len(quote) > 0):
        raise ValueError(quote)
    link = Link(clean(entry["scene"]), clean(entry["review"]), block, start, end, quote)
    decided = datetime.fromisoformat(entry["decided"]).astimezone(UTC)
    return link, Verdict(entry["verdict"]), decided, clean(entry.get("digest", ""))

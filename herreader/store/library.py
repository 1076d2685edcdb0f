"""The library: texts that the reader has imported, kept wholly, so that an import is one write."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from herreader.errors import OvertakenError, StoreError
from herreader.model.imported import Aside, Dated, Known, LibraryText, Origin
from herreader.model.room import Review, When
from herreader.model.text import Block
from herreader.store.database import Database, restored, storable, stored_time
from herreader.store.headers import read_headers
from herreader.store.links import add_links
from herreader.store.packing import pack_blocks, unpack_blocks
from herreader.store.texts import (
    OF_DIGEST,
    add_text,
    blocks_of,
    refuse_twin,
    remove_text,
    revive_text,
    text_here,
)

_READING = "The library could not be read"
_READING_ASIDE = "What was set aside could not be read"
_GONE = "The review is gone"
_ADDING = "The text could not be added"
_REMOVING = "The review could not be removed"
_RESTORING = "The review could not be brought back"
_EDITING = "The review could not be changed"

_THERE = "FROM text JOIN library USING (id) WHERE shelf = ? AND review = ? AND removed IS NULL"
_ADD = """
    INSERT INTO library (id, title, byline, date, date_words, words, source, digest, imported,
                         batch, finder, place, by_hand)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
FACTS = "title, byline, date, date_words, source, by_hand"
"""The columns of which `known_as` makes what is known of a text."""
_KNOWN = f"SELECT {FACTS} {_THERE}"
_EDIT = f"""
    UPDATE library SET title = ?, byline = ?, date = ?, date_words = ?, source = ?, by_hand = ?
    WHERE id = (SELECT id {_THERE})
"""  # noqa: S608 - a constant
_REMOVED_LAST = """
    SELECT id FROM text JOIN library USING (id)
    WHERE shelf = ? AND review = ? AND removed IS NOT NULL AND id = coalesce(?, id)
    ORDER BY removed DESC, id DESC LIMIT 1
"""
_BYLINES = """
    SELECT review, byline FROM text JOIN library USING (id)
    WHERE shelf = ? AND removed IS NULL AND review IN (SELECT value FROM json_each(?))
"""
_IMPORTED_AS = """
    SELECT review, removed IS NULL FROM json_each(?1) CROSS JOIN text ON review = value
    WHERE shelf = ?2 AND imported AND removed IS {} NULL
"""
_OF_SOURCE = """
    SELECT review FROM text JOIN library USING (id)
    WHERE {} = ? AND shelf = ? AND removed IS NULL ORDER BY id DESC LIMIT 1
"""
_NAMED = """
    SELECT 1 FROM text WHERE shelf = :shelf AND review = :review AND removed IS NULL
    UNION ALL
    SELECT 1 FROM text WHERE shelf = :shelf AND review = :review AND removed IS NOT NULL
    UNION ALL
    SELECT 1 FROM bookmark WHERE shelf = :shelf AND review = :review
    UNION ALL
    SELECT 1 FROM decision WHERE shelf = :shelf AND review = :review
    UNION ALL
    SELECT 1 FROM progress WHERE shelf = :shelf AND review = :review
    LIMIT 1
"""


class LibraryTable:
    """Imported texts, and those taken away, which can be brought back.

    Every method raises StoreError if it fails, and then has changed nothing; one that changes a
    review raises it if the library has none of that id.

    Attributes:
        broken: Ids of the reviews whose headers made no sense when they were last given; they stay
            as they are.
    """

    def __init__(self, database: Database) -> None:
        self.broken: tuple[str, ...] = ()
        self._database = database

    def add(self, shelf: str, text: LibraryText) -> None:
        """Add a text; OvertakenError if its content is there already."""
        with self._database.atomic(_ADDING) as connection:
            _add(connection, shelf, text)

    def replace(self, shelf: str, text: LibraryText, at: datetime) -> None:
        """Put a changed text in the place of the one with its id, which is kept as removed then."""
        with self._database.atomic(_ADDING) as connection:
            _take_away(_ADDING, connection, shelf, text.review.id, at)
            _add(connection, shelf, text)

    def remove(self, shelf: str, review: str, at: datetime, text: int | None = None) -> int:
        """Take a review away with its links, and give the number by which `restore` knows it.

        Given a number, it is to be that text: OvertakenError if another one is there.
        """
        with self._database.atomic(_REMOVING) as connection:
            taken = _take_away(_REMOVING, connection, shelf, review, at)
            if text not in {None, taken}:
                message = "Another version has taken its place since; look at it as it is."
                raise OvertakenError(_REMOVING, message)
            return taken

    def restore(self, shelf: str, review: str, at: datetime, text: int | None = None) -> None:
        """Bring back the text that was last removed under that id, or the one of that number.

        The one that is there now, if any, is removed: done again, it undoes itself.
        """
        key = (shelf, storable(review), text)
        with self._database.atomic(_RESTORING) as connection:
            found = connection.execute(_REMOVED_LAST, key).fetchone()
            if found is None:
                raise _unknown(_RESTORING, review)
            if text_here(connection, shelf, review) is not None:
                _take_away(_RESTORING, connection, shelf, review, at)
            revive_text(_RESTORING, connection, shelf, *found)

    def number(self, shelf: str, review: str) -> int | None:
        """Give the number of the text that is there under an id; None if none is."""
        with self._database.reading(_READING) as connection:
            return text_here(connection, shelf, review)

    def known(self, shelf: str, review: str) -> Known:
        """Tell what is known of a review."""
        with self._database.reading(_READING) as connection:
            for row in connection.execute(_KNOWN, (shelf, storable(review))):
                return known_as(*row)
        raise _unknown(_GONE, review)

    def edit(self, shelf: str, review: str, known: Known) -> None:
        """Let this be known of a review from now on."""
        when, words = known.dated
        row = (
            storable(known.title),
            storable(known.byline),
            when and str(when),
            storable(words),
            storable(known.source),
            _names(known.by_hand),
        )
        with self._database.atomic(_EDITING) as connection:
            if not connection.execute(_EDIT, (*row, shelf, storable(review))).rowcount:
                raise _unknown(_EDITING, review)

    def headers(self, shelf: str) -> tuple[Review, ...]:
        """Give the headers in import order, but for broken ones; their path is empty.

        A new version has the place of the first one.
        """
        headers, self.broken = read_headers(self._database, shelf)
        return headers

    def origin(self, shelf: str, review: str) -> Origin | None:
        """Tell where a review comes from; None if it is not there."""
        columns = "source, digest, library.imported, batch, date_words, place, by_hand"
        with self._database.reading(_READING) as connection:
            for row in connection.execute(
                f"SELECT {columns} {_THERE}",
                (shelf, storable(review)),
            ):
                source, digest, imported, batch, words, place, by_hand = row
                when = datetime.fromisoformat(imported)
                batch, words, place = map(restored, (batch, words, place))
                names = frozenset(by_hand.split())
                return Origin(restored(source), digest, when, batch, words, place, names)
        return None

    def blocks(self, shelf: str, review: str) -> tuple[Block, ...] | None:
        """Give the blocks of a review; None if it is not there."""
        with self._database.reading(_READING) as connection:
            text = text_here(connection, shelf, review)
            return None if text is None else blocks_of(connection, text)

    def last_blocks(self, shelf: str, review: str) -> tuple[Block, ...] | None:
        """Give the blocks of a review or, if it is not there, of the text last removed as it."""
        with self._database.reading(_READING) as connection:
            text = text_here(connection, shelf, review)
            if text is not None:
                return blocks_of(connection, text)
            key = (shelf, storable(review), None)
            removed = connection.execute(_REMOVED_LAST, key).fetchone()
            return None if removed is None else blocks_of(connection, *removed)

    def aside(self, shelf: str, review: str) -> tuple[Aside, ...]:
        """Give what was set aside when a review was imported."""
        sql = f"SELECT kinds, blocks FROM aside WHERE id = (SELECT id {_THERE})"  # noqa: S608 - a constant
        with self._database.reading(_READING_ASIDE) as connection:
            for kinds, packed in connection.execute(sql, (shelf, storable(review))):
                parts = zip(json.loads(kinds), unpack_blocks(packed), strict=True)
                return tuple(Aside(kind, block, after) for (kind, after), block in parts)
        return ()

    def by_digest(self, shelf: str, digest: str) -> str | None:
        """Give the id of the review with that content; None if none has it."""
        rows = self._database.rows(_READING, OF_DIGEST, (digest, shelf))
        return next((restored(row[0]) for row in rows), None)

    def by_source(self, shelf: str, source: str) -> str | None:
        """Give the id of the last review of which that is said to be the source; None if none."""
        return self._by("source", source, shelf)

    def by_place(self, shelf: str, place: str) -> str | None:
        """Give the id of the review that came last from a file or address; None if none did."""
        return self._by("place", place, shelf)

    def bylines(self, shelf: str, reviews: Iterable[str]) -> dict[str, str]:
        """Tell who signs those of some reviews that are there."""
        names = json.dumps(list(reviews))
        rows = self._database.rows(_READING, _BYLINES, (shelf, names))
        return {restored(review): restored(byline) for review, byline in rows}

    def imported_as(self, shelf: str, names: Collection[str]) -> dict[str, bool]:
        """Tell which of some ids imported reviews have or had, and whether these are there."""
        values = (json.dumps(list(names)), shelf)
        return {
            restored(review): bool(there)
            for state in ("NOT", "")  # one that is there counts more than those removed
            for review, there in self._database.rows(_READING, _IMPORTED_AS.format(state), values)
        }

    def free_id(self, shelf: str, wanted: str, taken: Collection[str] = ()) -> str:
        """Give an id that no review has or had: the wanted one, or that with a number.

        Nor does any that was given in a mark: it is of a review whose file is away.

        Args:
            shelf: Where it shall stand.
            wanted: The id to start from.
            taken: Ids that are not free either, such as those of the room.
        """

        def numbered(number: int) -> str:
            return wanted if number == 1 else f"{wanted}-{number}"

        def free(number: int) -> bool:
            name = numbered(number)
            key = {"shelf": shelf, "review": storable(name)}
            return name not in taken and not self._database.rows(_READING, _NAMED, key)

        # Doubled and halved: thousands of texts without a title are named in a few looks each.
        low, high = 0, 1
        while not free(high):
            low, high = high, 2 * high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if free(middle) else (middle, high)
        return numbered(high)

    def _by(self, column: str, value: str, shelf: str) -> str | None:
        rows = self._database.rows(_READING, _OF_SOURCE.format(column), (storable(value), shelf))
        return next((restored(row[0]) for row in rows), None)


def _add(connection: sqlite3.Connection, shelf: str, text: LibraryText) -> None:
    review, origin = text.review, text.origin
    refuse_twin(_ADDING, connection, shelf, origin.digest)
    key = (shelf, storable(review.id))
    if text_here(connection, shelf, review.id) is not None:
        message = f"The library has another review {review.id!r}; choose another id."
        raise StoreError(_ADDING, message)
    id = add_text(connection, key, text.blocks, imported=True)  # noqa: A001 - as in the table
    row = (
        id,
        storable(review.title),
        storable(review.byline),
        review.date and str(review.date),
        storable(origin.date_words),
        review.words,
        storable(origin.source),
        origin.digest,
        stored_time(origin.imported),
        storable(origin.batch),
        text.finder,
        storable(origin.place),
        _names(origin.by_hand),
    )
    connection.execute(_ADD, row)
    if text.aside:
        kinds = json.dumps([(part.kind, part.after) for part in text.aside])
        packed = pack_blocks(part.block for part in text.aside)
        connection.execute("INSERT INTO aside VALUES (?, ?, ?)", (id, kinds, packed))
    add_links(connection, id, shelf, text.links)


def _take_away(
    title: str, connection: sqlite3.Connection, shelf: str, review: str, at: datetime
) -> int:
    """Take the text with an id away, and give its number."""
    text = text_here(connection, shelf, review)
    if text is None:
        raise _unknown(title, review)
    remove_text(connection, text, at)
    return text


def known_as(*row: Any) -> Known:
    """Make what is known of a text of its row."""
    title, byline, day, words, source, by_hand = row
    dated = Dated(When.read(day) if day else None, restored(words))
    names = frozenset(by_hand.split())
    return Known(restored(title), restored(byline), dated, restored(source), names)


def _names(by_hand: Iterable[str]) -> str:
    return " ".join(sorted(by_hand))


def _unknown(title: str, review: str) -> OvertakenError:
    return OvertakenError(title, f"The library has no review {review!r}; look at the list again.")

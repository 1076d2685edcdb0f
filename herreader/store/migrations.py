"""The shape of the database, as steps that are each taken once.

A step is a function. Its name is recorded in the same transaction in which it is taken, so it is
taken wholly or not at all; a step that has been released is never renamed or changed.
"""

import sqlite3
from collections.abc import Callable, Sequence

from herreader.errors import StoreError
from herreader.store.database import OPENING, Database
from herreader.store.failures import shown

Step = Callable[[sqlite3.Connection], None]


def first_tables(connection: sqlite3.Connection) -> None:
    """Make room for bookmarks, progress, the session and the index.

    A shelf is a room's id, or what bare files have in common. Times are ISO texts in UTC.
    """
    for statement in _FIRST_TABLES:
        connection.execute(statement)


_FIRST_TABLES = (
    """
    CREATE TABLE bookmark (
        id INTEGER PRIMARY KEY,
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        start_block INTEGER NOT NULL,
        start_offset INTEGER NOT NULL,
        start_quote TEXT NOT NULL,
        end_block INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        end_quote TEXT NOT NULL,
        quote TEXT NOT NULL,
        section TEXT NOT NULL,
        note TEXT NOT NULL,
        created TEXT NOT NULL,
        placed INTEGER NOT NULL DEFAULT 1,
        deleted TEXT
    )
    """,
    "CREATE INDEX bookmark_in_order ON bookmark (shelf, review, start_block, start_offset)",
    """
    CREATE TABLE progress (
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        place_block INTEGER NOT NULL,
        place_offset INTEGER NOT NULL,
        place_quote TEXT NOT NULL,
        top_block INTEGER NOT NULL,
        top_offset INTEGER NOT NULL,
        top_quote TEXT NOT NULL,
        read REAL NOT NULL,
        finished INTEGER NOT NULL,
        saved TEXT NOT NULL,
        PRIMARY KEY (shelf, review)
    )
    """,
    """
    CREATE TABLE session (
        shelf TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (shelf, name)
    )
    """,
    """
    CREATE TABLE indexed (
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        header TEXT NOT NULL,
        links TEXT NOT NULL,
        PRIMARY KEY (shelf, review)
    )
    """,
    # Apart, so that thousands of headers and links are read without passing over the texts.
    """
    CREATE TABLE indexed_blocks (
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        blocks TEXT NOT NULL,
        PRIMARY KEY (shelf, review),
        FOREIGN KEY (shelf, review) REFERENCES indexed ON DELETE CASCADE
    )
    """,
)


def library(connection: sqlite3.Connection) -> None:
    """Make room for imported texts, their links, decisions by hand, and the search.

    What is in the index is forgotten: it is put again, and into the search, at the next launch.
    """
    for statement in _LIBRARY:
        connection.execute(statement)


_LIBRARY = (
    # What can be searched: imported texts, and copies of the index's. A text's id is never used
    # again; one that is removed stays, so that it can come back.
    """
    CREATE TABLE text (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        imported INTEGER NOT NULL,
        unspaced INTEGER NOT NULL,
        searchable INTEGER NOT NULL,
        removed TEXT
    )
    """,
    "CREATE UNIQUE INDEX text_there ON text (shelf, review, imported) WHERE removed IS NULL",
    "CREATE INDEX text_removed ON text (shelf, review) WHERE removed IS NOT NULL",
    "CREATE INDEX text_unsearchable ON text (id) WHERE NOT searchable",
    "CREATE INDEX text_unspaced ON text (id) WHERE unspaced",
    # A block's id is made of its text's and its number, so that a text is one range of rows.
    """
    CREATE TABLE block (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        plain TEXT NOT NULL,
        runs TEXT NOT NULL,
        level INTEGER NOT NULL,
        gap INTEGER NOT NULL,
        bullet TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE library (
        id INTEGER PRIMARY KEY REFERENCES text ON DELETE CASCADE,
        title TEXT NOT NULL,
        byline TEXT NOT NULL,
        date TEXT,
        date_words TEXT NOT NULL,
        answers TEXT,
        words INTEGER NOT NULL,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        imported TEXT NOT NULL,
        batch TEXT NOT NULL,
        finder TEXT NOT NULL
    )
    """,
    "CREATE INDEX library_by_digest ON library (digest)",
    "CREATE INDEX library_by_batch ON library (batch)",
    "CREATE INDEX library_by_source ON library (source)",
    """
    CREATE TABLE aside (
        id INTEGER PRIMARY KEY REFERENCES library ON DELETE CASCADE,
        kinds TEXT NOT NULL,
        blocks TEXT NOT NULL
    )
    """,
    # A link has no shelf while its text is removed, and so is not counted.
    """
    CREATE TABLE link (
        text INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
        shelf TEXT,
        scene TEXT NOT NULL,
        block INTEGER NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        kind TEXT NOT NULL,
        evidence TEXT NOT NULL,
        confidence REAL NOT NULL,
        continues INTEGER NOT NULL
    )
    """,
    "CREATE INDEX link_by_text ON link (text)",
    "CREATE INDEX link_by_scene ON link (shelf, scene, text, continues, confidence)",
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY,
        shelf TEXT NOT NULL,
        review TEXT NOT NULL,
        scene TEXT NOT NULL,
        verdict TEXT NOT NULL,
        block INTEGER NOT NULL,
        start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL,
        quote TEXT NOT NULL,
        decided TEXT NOT NULL,
        placed INTEGER NOT NULL DEFAULT 1,
        undone TEXT
    )
    """,
    "CREATE INDEX decision_by_review ON decision (shelf, review)",
    "DELETE FROM indexed",
)


def indexed_room(connection: sqlite3.Connection) -> None:
    """Make room in the index for the headers of rooms, by their folders."""
    connection.execute(_INDEXED_ROOM)


_INDEXED_ROOM = """
    CREATE TABLE indexed_room (
        folder TEXT PRIMARY KEY,
        fingerprint TEXT NOT NULL,
        header TEXT NOT NULL
    )
"""


def imports(connection: sqlite3.Connection) -> None:
    """Make room for what each run of the import has brought, and for where a text is from.

    The place of a text is its file, or the address in it; its source is what the reader calls it.
    """
    for statement in _IMPORTS:
        connection.execute(statement)


_IMPORTS = (
    """
    CREATE TABLE brought (
        shelf TEXT NOT NULL,
        batch TEXT NOT NULL,
        text INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
        before INTEGER,
        PRIMARY KEY (shelf, batch, text)
    ) WITHOUT ROWID
    """,
    "DROP INDEX library_by_batch",
    """
    INSERT INTO brought SELECT shelf, batch, text.id, (
        SELECT max(id) FROM text AS older
        WHERE (older.shelf, older.review) = (text.shelf, text.review)
              AND older.removed = library.imported
    ) FROM text JOIN library USING (id)
    """,
    "ALTER TABLE library ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "UPDATE library SET place = source",
    "CREATE INDEX library_by_place ON library (place)",
)


def facts_by_hand(connection: sqlite3.Connection) -> None:
    """Make room for which facts on a text the reader has given, and for a year alone as a date."""
    connection.execute("ALTER TABLE library ADD COLUMN by_hand TEXT NOT NULL DEFAULT ''")
    connection.execute(_YEARS)


_YEARS = """
    UPDATE library SET date = date_words
    WHERE date IS NULL AND date_words GLOB '[12][890][0-9][0-9]'
"""


def imports_taken_back(connection: sqlite3.Connection) -> None:
    """Make room for whether a text that a run has brought was taken back with the run.

    Its text may be here again all the same, because another run was.
    """
    connection.execute("ALTER TABLE brought ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0")


STEPS: tuple[Step, ...] = (
    *(first_tables, library, indexed_room, imports, facts_by_hand, imports_taken_back),
)
"""All steps, in order; new ones are added at the end."""


def migrate(database: Database, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that the database has not taken yet.

    Raises:
        StoreError: If a step fails, or the database is not this herreader's to change.
    """
    taken = _taken(database)
    _be_known(database, taken, steps)
    database.write_ahead()
    for step in steps:
        if step.__name__ not in taken:
            _take(database, step)


def _take(database: Database, step: Step) -> None:
    with database.atomic(OPENING) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied TEXT NOT NULL)"
        )
        # Another herreader that was started at the same moment may have taken it meanwhile.
        recorded = connection.execute(
            "INSERT INTO migration VALUES (?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) "
            "ON CONFLICT DO NOTHING",
            (step.__name__,),
        )
        if recorded.rowcount:
            step(connection)


def _taken(database: Database) -> frozenset[str]:
    """Give the names of the steps taken; none in a new database."""
    with database.reading(OPENING) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return frozenset()
        if "migration" not in tables:
            raise _refused(database, "is not herreader's; move it aside")
        return frozenset(name for (name,) in connection.execute("SELECT name FROM migration"))


def _be_known(database: Database, taken: frozenset[str], steps: Sequence[Step]) -> None:
    if taken - {step.__name__ for step in steps}:
        raise _refused(database, "was written by a newer herreader; bring this one up to date")


def _refused(database: Database, reason: str) -> StoreError:
    message = f"{shown(database.path)} {reason}, or set HERREADER_DATA to another folder."
    return StoreError(OPENING, message)

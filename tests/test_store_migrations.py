import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from herreader.errors import StoreError
from herreader.model.imported import Dated, Known
from herreader.model.marks import Bookmark, Progress
from herreader.model.room import Review, When
from herreader.model.text import Block, BlockKind, Passage, Place
from herreader.store import Store
from herreader.store.database import Database
from herreader.store.migrations import STEPS, facts_by_hand, imports, migrate

# A database as the first herreader left it. It is never changed: every later one must open it.
FIRST = """
PRAGMA journal_mode = WAL;
CREATE TABLE migration (name TEXT PRIMARY KEY, applied TEXT NOT NULL);
INSERT INTO migration VALUES ('first_tables', '2026-03-01T12:00:00.000Z');
CREATE TABLE bookmark (
    id INTEGER PRIMARY KEY, shelf TEXT NOT NULL, review TEXT NOT NULL,
    start_block INTEGER NOT NULL, start_offset INTEGER NOT NULL, start_quote TEXT NOT NULL,
    end_block INTEGER NOT NULL, end_offset INTEGER NOT NULL, end_quote TEXT NOT NULL,
    quote TEXT NOT NULL, section TEXT NOT NULL, note TEXT NOT NULL, created TEXT NOT NULL,
    placed INTEGER NOT NULL DEFAULT 1, deleted TEXT
);
CREATE INDEX bookmark_in_order ON bookmark (shelf, review, start_block, start_offset);
CREATE TABLE progress (
    shelf TEXT NOT NULL, review TEXT NOT NULL,
    place_block INTEGER NOT NULL, place_offset INTEGER NOT NULL, place_quote TEXT NOT NULL,
    top_block INTEGER NOT NULL, top_offset INTEGER NOT NULL, top_quote TEXT NOT NULL,
    read REAL NOT NULL, finished INTEGER NOT NULL, saved TEXT NOT NULL,
    PRIMARY KEY (shelf, review)
);
CREATE TABLE session (
    shelf TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (shelf, name)
);
CREATE TABLE indexed (
    shelf TEXT NOT NULL, review TEXT NOT NULL, fingerprint TEXT NOT NULL, header TEXT NOT NULL,
    links TEXT NOT NULL, PRIMARY KEY (shelf, review)
);
CREATE TABLE indexed_blocks (
    shelf TEXT NOT NULL, review TEXT NOT NULL, blocks TEXT NOT NULL, PRIMARY KEY (shelf, review),
    FOREIGN KEY (shelf, review) REFERENCES indexed ON DELETE CASCADE
);
INSERT INTO bookmark VALUES (3, 'her', 'bird', 12, 80, 'an owl', 12, 86, ' that', 'an owl',
    'The owl', 'omen', '2026-03-01T12:00:00.000000+00:00', 1, NULL);
INSERT INTO bookmark VALUES (4, 'her', 'bird', 13, 0, '', 13, 1, '', 'a', '', '',
    '2026-03-01T12:00:00.000000+00:00', 1, '2026-03-01T12:01:00.000000+00:00');
INSERT INTO progress VALUES ('her', 'bird', 12, 80, 'an owl', 11, 0, 'He', 0.5, 1,
    '2026-03-01T12:00:00.000000+00:00');
INSERT INTO session VALUES ('her', 'theme', 'dark');
"""

TWO_VERSIONS = """
INSERT INTO text VALUES (1, 'her', 'owl', 1, 0, 0, '2026-03-01T13:00:00.000000+00:00');
INSERT INTO text VALUES (2, 'her', 'owl', 1, 0, 0, NULL);
INSERT INTO library VALUES (1, 'Old', '', NULL, '', NULL, 5, '/owl.txt', 'd1',
    '2026-03-01T12:00:00.000000+00:00', 'first', '');
INSERT INTO library VALUES (2, 'New', '', NULL, '', NULL, 5, '/owl.txt', 'd2',
    '2026-03-01T13:00:00.000000+00:00', 'second', '');
"""

ONE_TEXT = """
INSERT INTO text VALUES (1, 'her', 'owl', 1, 0, 0, NULL);
INSERT INTO library VALUES (1, 'Owl', '', NULL, 'DATED', NULL, 5, '/owl.txt', 'd1',
    '2026-03-01T12:00:00.000000+00:00', 'first', '', '/owl.txt');
"""

HEADER = '["The Bird", "", null, null, 2, "/bird.md"]'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "herreader.db"


def make(file: Path, script: str) -> None:
    connection = sqlite3.connect(file)
    connection.executescript(script)
    connection.close()


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def shape(file: Path) -> set[tuple[str, ...]]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return {
        (str(table), *(str(row[1:]) for row in rows(file, f"PRAGMA table_info({table})")))
        for (table,) in rows(file, tables)
    }


def break_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (x)")
    connection.execute("INSERT INTO half VALUES (1)")
    connection.execute("CREATE TABLE session (x)")


def add_marks(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE mark (x)")


def test_each_step_is_taken_once_however_often_the_store_is_opened(file: Path) -> None:
    for _ in range(3):
        Store.open(file).close()
    taken = rows(file, "SELECT name FROM migration ORDER BY rowid")
    assert taken == [(step.__name__,) for step in STEPS]


def test_what_the_first_herreader_kept_is_there(file: Path) -> None:
    make(file, FIRST)
    store = Store.open(file)
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    passage = Passage(Place(12, 80), Place(12, 86), "an owl")
    assert store.bookmarks.all("her") == (Bookmark(3, "bird", passage, "The owl", "omen", noon),)
    assert store.progress.all("her") == {
        "bird": Progress("bird", Place(12, 80), Place(11, 0), read=0.5, finished=True)
    }
    assert store.session.load("her") == {"theme": "dark"}
    store.bookmarks.restore(4)
    assert len(store.bookmarks.all("her")) == 2
    store.close()


def test_an_old_database_gets_the_shape_of_a_new_one(file: Path, tmp_path: Path) -> None:
    make(file, FIRST)
    Store.open(file).close()
    Store.open(tmp_path / "new.db").close()
    assert shape(file) == shape(tmp_path / "new.db")


def test_a_later_step_is_taken_and_keeps_what_was_there(file: Path) -> None:
    make(file, FIRST)
    database = Database.open(file)
    migrate(database, (*STEPS, add_marks))
    migrate(database, (*STEPS, add_marks))
    database.close()
    assert rows(file, "SELECT count(*) FROM mark") == [(0,)]
    assert rows(file, "SELECT count(*) FROM bookmark") == [(2,)]


def test_what_an_older_herreader_indexed_is_forgotten_so_that_it_is_put_into_the_search(
    file: Path,
) -> None:
    make(file, FIRST)
    make(file, f"INSERT INTO indexed VALUES ('her', 'bird', 'f1', '{HEADER}', '[]')")  # noqa: S608 - ours
    make(file, "INSERT INTO indexed_blocks VALUES ('her', 'bird', '[]')")
    store = Store.open(file)
    assert store.index.headers("her") == {}
    bird = Review("bird", "The Bird", "", None, None, 2, Path())
    store.index.put("her", "f1", bird, (Block(1, BlockKind.PARAGRAPH, "An owl."),), ())
    assert [hit.review for hit in store.search.find("her", "owl")] == ["bird"]
    store.close()
    assert rows(file, "SELECT count(*) FROM indexed_blocks") == [(1,)]


def test_what_an_older_herreader_imported_is_known_by_its_file_and_can_be_taken_back(
    file: Path,
) -> None:
    database = Database.open(file)
    migrate(database, STEPS[: STEPS.index(imports)])
    database.close()
    make(file, TWO_VERSIONS)
    store = Store.open(file)
    assert store.library.by_place("her", "/owl.txt") == "owl"
    assert store.batches.last("her") == "second"
    store.batches.take_back("her", "second", datetime(2026, 3, 2, tzinfo=UTC))
    assert [review.title for review in store.library.headers("her")] == ["Old"]
    store.close()


@pytest.mark.parametrize(("words", "when"), [("2014", When(2014)), ("spring 2014", None)])
def test_a_year_that_an_older_herreader_kept_in_words_alone_is_a_date(
    file: Path, words: str, when: When | None
) -> None:
    database = Database.open(file)
    migrate(database, STEPS[: STEPS.index(facts_by_hand)])
    database.close()
    make(file, ONE_TEXT.replace("DATED", words))
    store = Store.open(file)
    assert store.library.known("her", "owl") == Known("Owl", "", Dated(when, words), "/owl.txt")
    store.close()


def test_a_step_that_fails_half_way_leaves_nothing(file: Path) -> None:
    make(file, FIRST)
    before = rows(file, "SELECT * FROM sqlite_master")
    database = Database.open(file)
    with pytest.raises(StoreError, match="already exists"):
        migrate(database, (STEPS[0], break_half_way))
    database.close()
    assert rows(file, "SELECT * FROM sqlite_master") == before
    assert rows(file, "SELECT name FROM migration") == [("first_tables",)]
    store = Store.open(file)
    assert store.session.load("her") == {"theme": "dark"}
    store.close()


def test_a_database_of_a_newer_herreader_is_left_as_it_is(file: Path) -> None:
    make(file, FIRST)
    make(file, "INSERT INTO migration VALUES ('of_next_year', '2027-01-01')")
    before = file.read_bytes()
    with pytest.raises(StoreError, match="newer herreader; bring this one up to date"):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(file: Path) -> None:
    make(file, "CREATE TABLE accounts (x); INSERT INTO accounts VALUES (1)")
    before = file.read_bytes()
    with pytest.raises(StoreError, match="is not herreader's"):
        Store.open(file)
    assert file.read_bytes() == before

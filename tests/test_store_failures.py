"""Every failure, against real files: a clear word, nothing overwritten, and reading goes on."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from imported_texts import imported

from herreader.errors import StoreError
from herreader.model.links import Link
from herreader.model.marks import Bookmark, Verdict
from herreader.model.text import Passage, Place
from herreader.store import Store
from herreader.store.database import Database
from herreader.store.migrations import migrate

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OWL = Passage(Place(12, 80, "an owl"), Place(12, 86, " that"), "an owl")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with two hundred bookmarks, closed."""
    path = tmp_path / "herreader.db"
    store = Store.open(path)
    for _ in range(200):
        add(store)
    store.close()
    return path


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    store = Store.open(file)
    yield store
    store.close()


@pytest.fixture
def other(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


def add(store: Store, note: str = "") -> Bookmark:
    return store.bookmarks.add("her", "bird", OWL, section="The owl", note=note, created=NOON)


def opened_and_read(file: Path) -> int:
    store = Store.open(file)
    try:
        return len(store.bookmarks.all("her"))
    finally:
        store.close()


def keep_many(store: Store) -> None:
    for _ in range(500):
        add(store, note="x" * 2000)


def random_bytes(data: bytes) -> bytes:
    return random.Random(1).randbytes(len(data))  # noqa: S311 - no secret


def only_the_header(data: bytes) -> bytes:
    return data[:100] + random_bytes(data[100:])


def broken_pages(data: bytes) -> bytes:
    return data[:4096] + random_bytes(data[4096:])


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def last_bytes_lost(data: bytes) -> bytes:
    return data[:-100]


def words_not_utf8(data: bytes) -> bytes:
    return data.replace(b"The owl", b"The \xff\xfe\xff")


def no_date(data: bytes) -> bytes:
    return data.replace(b"2026-03-01T12", b"2026-99-99T99")


@pytest.mark.parametrize(
    "damage",
    [
        random_bytes,
        only_the_header,
        broken_pages,
        half,
        last_bytes_lost,
    ],
)
def test_a_damaged_database_is_reported_and_left_as_it_was(
    file: Path, damage: Callable[[bytes], bytes]
) -> None:
    damaged = damage(file.read_bytes())
    file.write_bytes(damaged)
    with pytest.raises(StoreError) as failure:
        opened_and_read(file)
    assert failure.value.title.startswith("Your bookmarks could not be")
    assert str(file) in failure.value.message
    assert "move the file aside to start anew" in failure.value.message
    assert file.read_bytes() == damaged


@pytest.mark.parametrize("damage", [words_not_utf8, no_date])
def test_a_bookmark_that_makes_no_sense_does_not_hide_the_others(
    file: Path, damage: Callable[[bytes], bytes]
) -> None:
    damaged = damage(file.read_bytes())
    file.write_bytes(damaged)
    store = Store.open(file)
    good = store.bookmarks.add("her", "bird", OWL, section="", created=NOON.replace(year=2027))
    assert store.bookmarks.all("her") == (good,)
    assert store.bookmarks.broken == tuple(range(1, 201))
    store.close()


@pytest.mark.parametrize("damage", [words_not_utf8, no_date])
def test_a_decision_that_makes_no_sense_does_not_hide_the_others(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / "herreader.db"
    first = Store.open(file)
    link = Link("owl", "bird", 12, 80, 87, "The owl")
    strange = first.decisions.decide("her", link, Verdict.LINKED, NOON)
    first.close()
    file.write_bytes(damage(file.read_bytes()))
    store = Store.open(file)
    good = store.decisions.decide("her", link, Verdict.REJECTED, NOON.replace(year=2027))
    assert store.decisions.all("her") == store.decisions.of("her", "bird") == (good,)
    assert store.decisions.broken == (strange.id,)
    store.close()


def test_a_value_that_makes_no_sense_is_no_reason_to_move_the_database_aside(
    store: Store, file: Path, other: sqlite3.Connection
) -> None:
    store.library.add("her", imported())
    other.execute("UPDATE library SET date = 'never'")
    with pytest.raises(StoreError, match="makes no sense here") as failure:
        store.library.known("her", "night")
    assert str(file) in failure.value.message
    assert "newer herreader" in failure.value.message
    assert "aside" not in failure.value.message


def test_once_a_damaged_database_is_moved_aside_all_starts_anew(file: Path) -> None:
    file.write_bytes(random_bytes(file.read_bytes()))
    file.rename(file.with_suffix(".aside"))
    assert opened_and_read(file) == 0


def test_while_another_program_writes_reading_goes_on_and_adding_says_so(
    store: Store, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    assert len(store.bookmarks.all("her")) == 200
    with pytest.raises(StoreError, match=r"Another program holds .*; try again") as failure:
        add(store)
    assert failure.value.title == "The bookmark could not be kept"
    other.execute("COMMIT")
    add(store)
    assert len(store.bookmarks.all("her")) == 201


def test_a_store_opens_while_another_program_writes(file: Path, other: sqlite3.Connection) -> None:
    other.execute("BEGIN EXCLUSIVE")
    assert opened_and_read(file) == 200


def test_a_database_that_another_program_keeps_for_itself_is_reported(
    file: Path, other: sqlite3.Connection
) -> None:
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="Another program holds"):
        Store.open(file)
    other.execute("COMMIT")
    other.close()
    assert opened_and_read(file) == 200


def test_a_full_disk_is_reported_and_loses_nothing(store: Store) -> None:
    connection = store._database._connection
    connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError, match=r"disk of .* is full; free some space"):
        keep_many(store)
    kept = store.bookmarks.all("her")
    assert len(kept) >= 200
    connection.execute("PRAGMA max_page_count = 100000")
    added = add(store)
    assert store.bookmarks.all("her") == (*kept, added)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_disk_full_from_the_start_is_reported() -> None:
    with pytest.raises(StoreError, match="free some space"):
        Store.open(Path("/dev/full"))


def test_a_database_that_may_only_be_read_is_read(file: Path) -> None:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)
    database = Database(connection, file)
    migrate(database)
    store = Store(database)
    assert len(store.bookmarks.all("her")) == 200
    with pytest.raises(StoreError, match="cannot be opened for writing; allow it, or set HERR"):
        add(store)
    store.close()


def test_a_file_that_may_not_be_written_is_read_and_left_as_it_was(
    folder_of_nobody: Path,
) -> None:
    file = folder_of_nobody / "herreader.db"
    store = Store.open(file)
    made = add(store)
    store.close()
    file.chmod(0o400)
    before = file.read_bytes()
    store = Store.open(file)
    assert store.bookmarks.all("her") == (made,)
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        add(store)
    store.close()
    assert file.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_reported(folder_of_nobody: Path) -> None:
    folder_of_nobody.chmod(0o500)
    for file in (folder_of_nobody / "herreader.db", folder_of_nobody / "new" / "herreader.db"):
        with pytest.raises(StoreError, match="set HERREADER_DATA to another folder"):
            Store.open(file)


def test_a_folder_that_cannot_be_is_reported(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"folder of .* cannot be made .*; set HERREADER_DATA"):
        Store.open(tmp_path / "note.txt" / "herreader.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path)
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_a_bookmark_is_not_written_into_a_deleted_file(store: Store, file: Path) -> None:
    file.unlink()
    with pytest.raises(StoreError, match="was moved, deleted or replaced"):
        add(store)
    assert len(store.bookmarks.all("her")) == 200


def test_a_database_that_took_the_place_of_the_open_one_is_left_as_it_is(
    store: Store, file: Path
) -> None:
    replacement = file.with_suffix(".new")
    replacement.write_bytes(b"another's")
    replacement.replace(file)
    with pytest.raises(StoreError, match="was moved, deleted or replaced"):
        add(store)
    assert file.read_bytes() == b"another's"


def test_a_moved_database_that_is_put_back_is_written_again(store: Store, file: Path) -> None:
    file.rename(file.with_suffix(".away"))
    with pytest.raises(StoreError):
        add(store)
    file.with_suffix(".away").rename(file)
    add(store)
    assert len(store.bookmarks.all("her")) == 201


def test_the_name_of_a_database_reaches_no_message_as_a_control_sequence(tmp_path: Path) -> None:
    file = tmp_path / "her\x1b]52;c;eA==\x07\u202e.db"
    file.write_bytes(b"this is no database" * 100)
    with pytest.raises(StoreError) as failure:
        Store.open(file)
    assert "her�]52;c;eA==��.db" in failure.value.message
    assert failure.value.message.isprintable()


def test_a_write_that_is_broken_off_is_undone_and_the_store_goes_on(store: Store) -> None:
    def broken_off() -> None:
        with store._database.atomic("x") as connection:
            connection.execute("DELETE FROM bookmark")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert len(store.bookmarks.all("her")) == 200
    add(store)


def test_a_write_from_a_signal_handler_joins_the_one_it_interrupts(
    store: Store, file: Path
) -> None:
    with store._database.atomic("x"):
        store.session.save("her", {"theme": "dark"})
    second = Store.open(file)
    assert second.session.load("her") == {"theme": "dark"}
    second.close()


def test_closing_twice_is_harmless_and_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    assert not store.changed_elsewhere()
    with pytest.raises(StoreError, match="is closed"):
        store.bookmarks.all("her")
    with pytest.raises(StoreError, match="is closed"):
        add(store)


def test_closing_amid_a_write_undoes_it(store: Store, file: Path) -> None:
    def closed_by_a_signal() -> None:
        with store._database.atomic("The bookmark could not be kept") as connection:
            connection.execute("DELETE FROM bookmark")
            store.close()

    with pytest.raises(StoreError, match="is closed"):
        closed_by_a_signal()
    assert opened_and_read(file) == 200


def test_reading_goes_on_in_memory_and_nothing_is_kept(tmp_path: Path) -> None:
    store = Store.in_memory()
    assert not store.kept
    bookmark = add(store)
    assert store.bookmarks.all("her") == (bookmark,)
    assert not store.changed_elsewhere()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_a_file_is_kept_in_a_folder_of_the_readers_own(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "deep" / "data" / "herreader.db")
    assert store.kept
    store.close()
    assert (tmp_path / "deep" / "data").stat().st_mode & 0o077 == 0

"""A store that can't be written is read; nothing is kept, and nothing in it changes."""

import encodings.utf_8_sig  # noqa: F401 - nobody may not be let to it later
import os
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import Shell, one_line
from full_disk import full_disk
from owl_files import owl_files, owl_room

from herreader.errors import HeldError, StoreError
from herreader.model.marks import Progress
from herreader.model.text import Passage, Place
from herreader.reading import Reading, open_reading
from herreader.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OWL = Passage(Place(12, 80, "an owl"), Place(12, 86, " that"), "an owl")


def make(file: Path, *notes: str) -> None:
    store = Store.open(file)
    for note in notes:
        store.bookmarks.add("her", "bird", OWL, section="", note=note, created=NOON)
    store.close()


def make_unfinished(file: Path) -> None:
    """Leave a database as a sudden death does, with a bookmark that is in the log only."""
    make(file, "kept")
    store = Store.open(file)
    store.bookmarks.add("her", "bird", OWL, section="", note="late", created=NOON)
    for name in (file, *file.parent.glob(f"{file.name}-*")):
        shutil.copyfile(name, name.with_suffix(f"{name.suffix}.copy"))
    store.close()
    for copy in file.parent.glob("*.copy"):
        copy.rename(copy.with_suffix(""))


def bar(folder: Path) -> None:
    for path in folder.rglob("*"):
        path.chmod(0o500 if path.is_dir() else 0o400)
    folder.chmod(0o500)


def run_unprivileged(shell: Shell, *words: str) -> subprocess.CompletedProcess[str]:
    """Run it as one to whom files can be closed, as they can't be to root."""
    command = shell.command(*words)
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("nothing is closed to root")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    return subprocess.run(  # noqa: S603 - our own program
        command, env=shell.environ, capture_output=True, text=True, check=False
    )


def notes(store: Store) -> list[str]:
    return [mark.note for mark in store.bookmarks.all("her")]


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500)])
def test_a_store_that_cannot_be_written_is_read_and_left_as_it_was(
    folder_of_nobody: Path, file_mode: int, folder_mode: int
) -> None:
    file = folder_of_nobody / "odd #%?.db"
    make(file, "kept")
    before = file.read_bytes()
    file.chmod(file_mode)
    folder_of_nobody.chmod(folder_mode)
    store = Store.open(file)
    assert notes(store) == ["kept"]
    assert (store.kept, store.remembers) == (False, True)
    assert store.barred is not None
    assert "allow it, or set HERREADER_DATA" in store.barred.message
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        store.bookmarks.add("her", "bird", OWL, section="", created=NOON)
    store.close()
    assert file.read_bytes() == before


def test_a_store_that_can_be_written_again_is_kept_once_no_other_program_holds_it(
    folder_of_nobody: Path,
) -> None:
    file = folder_of_nobody / "herreader.db"
    make(file, "kept")
    file.chmod(0o400)
    store = Store.open(file)
    file.chmod(0o600)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(HeldError):
        store.bookmarks.add("her", "bird", OWL, section="", note="late", created=NOON)
    assert (notes(store), store.kept) == (["kept"], False)
    other.close()
    store.bookmarks.add("her", "bird", OWL, section="", note="late", created=NOON)
    assert (notes(store), store.kept) == (["kept", "late"], True)
    store.close()


def test_what_a_dead_program_has_written_last_is_read_too(folder_of_nobody: Path) -> None:
    file = folder_of_nobody / "herreader.db"
    make_unfinished(file)
    bar(folder_of_nobody)
    store = Store.open(file)
    assert notes(store) == ["kept", "late"]
    assert not store.kept
    store.close()


def test_a_store_of_which_only_a_part_could_be_read_is_not_read_at_all(
    folder_of_nobody: Path,
) -> None:
    file = folder_of_nobody / "herreader.db"
    make_unfinished(file)
    (folder_of_nobody / "herreader.db-shm").unlink()
    bar(folder_of_nobody)
    with pytest.raises(StoreError, match=r"last changes stand in .*-wal.* Copy both"):
        Store.open(file)


def test_a_store_of_an_older_herreader_waits_until_it_can_be_written(
    folder_of_nobody: Path,
) -> None:
    file = folder_of_nobody / "herreader.db"
    make(file)
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM migration WHERE name = 'imports'")
    database.close()
    bar(folder_of_nobody)
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        Store.open(file)


def test_reading_goes_on_and_says_once_that_nothing_is_kept(folder_of_nobody: Path) -> None:
    shell = owl_room(folder_of_nobody)
    opened(shell).close()
    bar(shell.data)
    reading = opened(shell)
    (notice,) = reading.notices
    assert "can only be read" in notice
    assert notice.endswith("Until then nothing is kept.")
    with pytest.raises(StoreError, match="could not be kept"):
        reading.keep_session({"theme": "dark"})
    with pytest.raises(StoreError, match="could not be kept"):
        reading.toggle_bookmark("bird", OWL, "")
    reading.close()


def test_turning_back_unreads_nothing_where_nothing_is_kept(folder_of_nobody: Path) -> None:
    shell = owl_room(folder_of_nobody)
    opened(shell).close()
    bar(shell.data)
    reading = opened(shell)
    read = Progress("bird", Place(1, 9), Place(1, 0), read=1.0, finished=True)
    back = Progress("bird", Place(1, 0), Place(1, 0), read=0.1)
    for progress in (read, back):
        with pytest.raises(StoreError, match="cannot be opened for writing"):
            reading.keep_progress(progress)
    assert reading.progress == {"bird": back._replace(read=1.0, finished=True)}
    reading.close()


def test_what_is_opened_to_be_written_meanwhile_is_kept_from_then_on(
    folder_of_nobody: Path,
) -> None:
    file = folder_of_nobody / "herreader.db"
    make(file, "before")
    file.chmod(0o400)
    store = Store.open(file)
    with pytest.raises(StoreError, match="allow it"):
        store.bookmarks.add("her", "bird", OWL, section="", note="lost", created=NOON)
    file.chmod(0o600)
    store.bookmarks.add("her", "bird", OWL, section="", note="kept", created=NOON)
    assert store.kept
    store.close()
    store = Store.open(file)
    assert notes(store) == ["before", "kept"]
    store.close()


def test_a_store_opened_on_a_full_disk_keeps_what_is_done_once_there_is_room(
    tmp_path: Path,
) -> None:
    file = tmp_path / "herreader.db"
    make(file, "before")
    with full_disk():
        store = Store.open(file)
        assert notes(store) == ["before"]
        with pytest.raises(StoreError, match=r"disk of .* is full; free some space and try again"):
            store.bookmarks.add("her", "bird", OWL, section="", note="lost", created=NOON)
    store.bookmarks.add("her", "bird", OWL, section="", note="kept", created=NOON)
    assert store.kept
    assert notes(store) == ["before", "kept"]
    store.close()


def test_what_another_program_wrote_until_there_was_room_is_seen_then(tmp_path: Path) -> None:
    file = tmp_path / "herreader.db"
    make(file, "before")
    with full_disk():
        store = Store.open(file)
    make(file, "another's")
    store.session.save("her", {"theme": "dark"})
    assert store.changed_elsewhere()
    assert notes(store) == ["before", "another's"]
    store.close()


def test_the_last_words_of_a_dead_program_on_a_full_disk_wait_for_room(tmp_path: Path) -> None:
    file = tmp_path / "herreader.db"
    make_unfinished(file)
    (tmp_path / "herreader.db-shm").unlink()
    with full_disk(), pytest.raises(StoreError, match="free some space"):
        Store.open(file)
    store = Store.open(file)
    assert notes(store) == ["kept", "late"]
    store.close()


def test_where_nothing_could_be_opened_the_reader_is_told_to_start_again(tmp_path: Path) -> None:
    shell = owl_room(tmp_path)
    with full_disk():
        reading = opened(shell)
    (notice,) = reading.notices
    assert notice.endswith("Until herreader is started again after that, nothing is kept.")
    reading.close()


def opened(shell: Shell) -> Reading:
    return open_reading(shell.room, environ=shell.environ)


def test_all_that_was_kept_is_listed_and_nothing_can_be_changed(tmp_path: Path) -> None:
    shell = owl_room(tmp_path)
    files = owl_files(tmp_path / "files")
    shell.run("import", str(files / "owl.txt"))
    shell.bookmark()
    listings = [["list"], ["bookmarks"], ["search", "claws first"], ["corrections"], ["scenes"]]
    before = [shell.run(*words).stdout for words in listings]
    bar(shell.data)
    for words, told in zip(listings, before, strict=True):
        done = run_unprivileged(shell, *words)
        assert (done.returncode, done.stdout) == (0, told), words
        assert "can only be read" in one_line(done.stderr)
    for words in (["import", str(files / "calm.txt")], ["remove", "the-owl-again"]):
        done = run_unprivileged(shell, *words)
        assert (done.returncode, done.stdout) == (1, "")
        assert "Nothing was changed" in one_line(done.stderr)
        assert "HERREADER_DATA" in done.stderr
    shell.data.chmod(0o700)


@pytest.mark.parametrize("words", [["list"], ["scenes"], ["bookmarks"], ["search", "owl"]])
def test_a_store_that_cannot_be_read_is_told_by_the_exit_code_too(
    tmp_path: Path, words: list[str]
) -> None:
    shell = Shell(tmp_path)
    shell.data.write_bytes(b"in the way")
    done = shell.run(*words)
    assert done.returncode == 1
    assert "could not be opened" in one_line(done.stderr)


def test_no_decisions_are_given_where_none_could_be_read(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.data.write_bytes(b"in the way")
    done = shell.run("corrections")
    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be opened" in one_line(done.stderr)

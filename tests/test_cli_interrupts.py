"""An import that is broken off leaves what it has told of, and nothing half."""

import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from command_line import Shell, one_line

from herreader.store.waiting import PATIENCE

COUNT = 1500
"""Files of which some are still to be read when a signal comes."""
SOME = 500
"""Files of an import that goes on to its end."""
FULL = "RAISE (ABORT, 'database or disk is full')"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return write(tmp_path / "many", COUNT)


@pytest.fixture
def some(tmp_path: Path) -> Path:
    return write(tmp_path / "some", SOME)


def write(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        words = " ".join(f"w{number}x{word}" for word in range(120))
        (folder / f"{number:04}.txt").write_text(f"Number {number}\n\n{words}.\n")
    return folder


def reviews(shell: Shell) -> int:
    path = shell.data / "herreader.db"
    if not path.exists():
        return 0
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(database.execute("SELECT count(*) FROM library").fetchone()[0])
    except sqlite3.Error:
        return 0  # It is just being made.
    finally:
        database.close()


def begun(shell: Shell, many: Path, *launch: str) -> subprocess.Popen[str]:
    """Start an import, and wait until the first reviews are in."""
    program = subprocess.Popen(  # noqa: S603 - our own program
        [*launch, *shell.command("import", str(many))],
        env=shell.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not reviews(shell):
        assert program.poll() is None
        os.sched_yield()
        time.sleep(0.005)  # lets it work; what is waited for is the library
    return program


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_is_told_of_and_says_how_much(
    shell: Shell, many: Path, number: signal.Signals
) -> None:
    program = begun(shell, many)
    program.send_signal(number)
    told, said = program.communicate(timeout=60)
    assert program.returncode == 128 + number
    count = told.count("\n")
    assert 0 < count < COUNT
    left = f"{COUNT - count:,} files were not read."
    assert said == f"herreader: Interrupted: {count:,} reviews are in, {left}\n"
    assert len(shell.run("list").stdout.splitlines()) == count + 2
    last = [str(many / Path(line.split("\t")[6]).name) for line in told.splitlines()[-20:]]
    assert shell.run("import", *last).stdout.count("already there") == len(last)


def test_a_store_that_fails_amid_an_interruption_is_told_too(shell: Shell, many: Path) -> None:
    program = begun(shell, many)
    other = sqlite3.connect(shell.data / "herreader.db", isolation_level=None, timeout=60)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(subprocess.TimeoutExpired):
        program.wait(0.5)  # it reads some files, can't keep them, and waits
    program.send_signal(signal.SIGTERM)
    _, said = program.communicate(timeout=PATIENCE - 1)  # it does not wait on for the other program
    other.close()
    interrupted, failed = said.splitlines()
    assert program.returncode == 128 + signal.SIGTERM
    assert interrupted.startswith("herreader: Interrupted: ")
    assert failed.startswith("herreader: The files could not be taken in. Another program holds")


def test_an_import_waits_for_another_program_that_writes(shell: Shell, some: Path) -> None:
    program = begun(shell, some)
    other = sqlite3.connect(shell.data / "herreader.db", isolation_level=None, timeout=60)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(subprocess.TimeoutExpired):
        program.wait(1.5)  # longer than the screen would wait
    other.close()
    told, said = program.communicate(timeout=60)
    assert (program.returncode, said) == (0, "")
    assert told.count("\n") == SOME


def test_an_import_that_fails_says_how_far_it_came(shell: Shell, many: Path) -> None:
    program = begun(shell, many)
    with sqlite3.connect(shell.data / "herreader.db", timeout=60) as other:
        other.execute(f"CREATE TRIGGER full BEFORE INSERT ON text BEGIN SELECT {FULL}; END")
    other.close()
    told, said = program.communicate(timeout=60)
    count = told.count("\n")
    assert (program.returncode, count) == (1, reviews(shell))
    left = f"{COUNT - count:,} files were not taken in."
    assert "database or disk is full" in one_line(said)
    assert said.endswith(f" {count:,} reviews are in, {left}\n")


def test_a_program_that_is_told_to_outlive_its_terminal_does(shell: Shell, some: Path) -> None:
    program = begun(shell, some, "nohup")
    program.send_signal(signal.SIGHUP)
    told, _ = program.communicate(timeout=60)
    assert program.returncode == 0
    assert told.count("\n") == SOME


def test_a_sudden_death_leaves_a_clean_library(shell: Shell, many: Path) -> None:
    program = begun(shell, many)
    program.kill()
    program.communicate(timeout=60)
    database = sqlite3.connect(shell.data / "herreader.db")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    half = """
        SELECT count(*) FROM text LEFT JOIN library USING (id)
        WHERE text.imported AND title IS NULL
    """
    assert database.execute(half).fetchone() == (0,)
    database.close()
    assert len(shell.run("list").stdout.splitlines()) == reviews(shell) + 2

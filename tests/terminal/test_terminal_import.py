import signal
import sqlite3
from pathlib import Path

import pytest
from desk import Desk
from terminals import opened

from herreader.reading.library import AT_ONCE

TEXT = (
    "The {0} Piece\nby Jane Doe\n\nThese are the words of the {0} one, and there are enough.\n{1}"
)


def write(desk: Desk, name: str, more: str = "") -> Path:
    path = desk.folder / "files" / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.format(name.title(), more), encoding="utf-8")
    return path


def imported(desk: Desk) -> tuple[int, str]:
    """Import the files; give the exit code and what was shown."""
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        return terminal.end(), terminal.shown


def titles(desk: Desk) -> list[str]:
    if not desk.database.exists():
        return []
    with desk.store() as store:
        return [header.title for header in store.library.headers(desk.shelf)]


def words_of(desk: Desk, name: str) -> str:
    reading = desk.reading()
    text = reading.text(f"the-{name}-piece")
    shown = " ".join(block.plain for n in range(1, text.last + 1) if (block := text.block(n)))
    reading.close()
    return shown


def test_the_summary_says_what_became_of_each_file_and_leaves_no_progress(desk: Desk) -> None:
    write(desk, "first")
    write(desk, "second")
    (desk.folder / "files" / "bad.txt").write_bytes(b"")
    code, shown = imported(desk)
    assert code == 1
    assert "Import into Lighthouse  3 files" in shown
    assert "The First Piece" in shown
    assert "Jane Doe" in shown
    assert "It is empty." in shown
    assert "2 added · 1 refused" in shown
    assert "import --undo takes it back." in " ".join(shown.split())
    assert "Importing" not in shown


@pytest.mark.parametrize(
    ("answers", "replaced"),
    [
        ("y", {"first"}),
        ("no", set()),
        ("a", {"first", "second"}),
        ("all", {"first", "second"}),
    ],
)
def test_a_changed_version_is_offered(desk: Desk, answers: str, replaced: set[str]) -> None:
    for name in ("first", "second"):
        write(desk, name)
    imported(desk)
    for name in ("first", "second"):
        write(desk, name, "And a little more of it was written since then.\n")
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        terminal.wait_for("first.txt is another version")
        terminal.send(f"{answers}\r")
        if answers not in {"a", "all"}:
            terminal.wait_for("second.txt is another version")
            terminal.send("\r")
        assert terminal.end() == 0
    new = {name for name in ("first", "second") if "written since" in words_of(desk, name)}
    assert new == replaced


def test_what_was_added_and_what_was_asked_of_are_taken_back_together(desk: Desk) -> None:
    write(desk, "first")
    imported(desk)
    write(desk, "first", "And a little more of it was written since then.\n")
    write(desk, "second")
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        terminal.wait_for("first.txt is another version")
        terminal.send("y\r")
        assert terminal.end() == 0
    assert len(titles(desk)) == 2
    with opened(desk, *room, "import", "--undo") as terminal:
        assert terminal.end() == 0
    assert titles(desk) == ["The First Piece"]
    assert "written since" not in words_of(desk, "first")


def test_what_was_replaced_before_a_store_failed_is_told_as_replaced(desk: Desk) -> None:
    names = [f"{number:03}th" for number in range(AT_ONCE + 1)]  # more than go in at once
    for name in names:
        write(desk, name)
    imported(desk)
    for name in names:
        write(desk, name, "And a little more of it was written since then.\n")
    with sqlite3.connect(desk.database) as database:
        last = f"NEW.title LIKE 'The {names[-1]}%'"
        full = "SELECT RAISE (ABORT, 'database or disk is full')"
        database.execute(
            f"CREATE TRIGGER full BEFORE INSERT ON library WHEN {last} BEGIN {full}; END"
        )
    database.close()
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        terminal.wait_for("is another version")
        terminal.send("a\r")
        assert terminal.end() == 1
        told = " ".join(terminal.shown.split())
    with sqlite3.connect(desk.database) as database:
        gone = "SELECT count(*) FROM text WHERE removed IS NOT NULL"
        ((replaced,),) = database.execute(gone)
    database.close()
    left = len(names) - replaced
    assert 0 < replaced < len(names)
    assert f"{replaced} replaced · {left} changed" in told
    assert f"{replaced} reviews are in, {left} changed file" in told


def test_ctrl_c_at_the_question_replaces_nothing(desk: Desk) -> None:
    write(desk, "first")
    imported(desk)
    write(desk, "first", "And a little more of it was written since then.\n")
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        terminal.wait_for("is another version", "(y, n, all)")
        # Python hears a signal that comes in the instant before it waits for the answer only with
        # the next key, and nothing tells when that instant is over.
        terminal.wait(lambda: not terminal._read(0.3))
        terminal.signal(signal.SIGINT)
        assert terminal.end() == 130
        assert "1 changed" in terminal.shown
        assert "Interrupted: nothing went in, 1 changed file was not replaced." in terminal.shown
        assert terminal.is_restored()
    assert "written since" not in words_of(desk, "first")


def test_standard_input_on_a_terminal_is_asked_for(desk: Desk) -> None:
    with opened(desk, "--room", str(desk.room), "import", "--title", "A letter", "-") as terminal:
        terminal.wait_for("end it with Ctrl-D")
        terminal.send("The owl was on the rail all night, and nobody at all saw it.\r\x04")
        assert terminal.end() == 0
    assert titles(desk) == ["A letter"]


def test_a_closed_window_leaves_a_clean_library(desk: Desk) -> None:
    for number in range(2_000):
        write(desk, f"{number}th", "And a little more of it was written since then.\n" * 20)
    room = ("--room", str(desk.room))
    with opened(desk, *room, "import", str(desk.folder / "files")) as terminal:
        terminal.wait_for("Importing")
        terminal.wait(lambda: titles(desk))
        terminal.hang_up()
        assert terminal.end() == 128 + signal.SIGHUP
    assert 0 < len(titles(desk)) < 2_000


def test_matches_stand_out_and_are_grouped_by_review(desk: Desk) -> None:
    with opened(desk, "--room", str(desk.room), "search", "owl", "rail") as terminal:
        assert terminal.end() == 0
        assert "The Tide Table  tide" in terminal.shown
        assert "tide:3" in terminal.shown
        assert "1 passage in 1 review." in terminal.shown
        assert b"\x1b[1;31mowl" in terminal.output

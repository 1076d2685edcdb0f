"""What is told to be typed works as it is told, in a room that was named with --room too."""

import re
import shlex
from pathlib import Path

import pytest
from command_line import Shell
from owl_files import OWL, owl_files, owl_room

from herreader.model.room import Room
from herreader.paths import bundled_room
from herreader.reading.shell import shell as written

CURE = re.compile(
    r"herreader (--room '.+?' .+?)(?: brings| changes| lists| shows| undoes|\.(?:\s|$))"
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A room in a folder whose name a shell would take apart."""
    return owl_room(tmp_path / "my rooms")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return owl_files(tmp_path / "files")


def cured(shell: Shell, told: str) -> str:
    """Run the only command that is told of, and give what it says."""
    (cure,) = CURE.findall(told)
    done = shell.run(*shlex.split(cure))
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_was_removed_comes_back_as_told(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "calm.txt"))
    told = shell.run("remove", "a-calm-piece").stdout
    assert "Brought back a-calm-piece" in cured(shell, told)


def test_what_is_looked_for_after_its_removal_comes_back_as_told(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "calm.txt"))
    shell.run("remove", "a-calm-piece")
    told = shell.run("aside", "a-calm-piece").stderr
    assert "Brought back a-calm-piece" in cured(shell, told)


def test_an_import_that_was_taken_back_comes_back_as_told(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "calm.txt"))
    assert "Brought back a-calm-piece" in cured(shell, shell.run("import", "--undo").stdout)


def test_a_text_that_does_not_name_the_work_gets_a_title_that_does_as_told(
    shell: Shell, files: Path
) -> None:
    told = shell.run("import", str(files / "calm.txt")).stdout
    assert "A Calm Piece (on Den)" in cured(shell, told)


def test_a_version_that_was_replaced_comes_back_as_told_of_its_copy(
    shell: Shell, files: Path
) -> None:
    owl = files / "owl.txt"
    shell.run("import", str(owl))
    (files / "copy.txt").write_text(owl.read_text())
    owl.write_text(OWL.format("It goes on for longer than one would think."))
    shell.run("import", "--replace", str(owl))
    told = shell.run("import", str(files / "copy.txt")).stdout
    assert "Brought back the version before" in cured(shell, told)


@pytest.mark.parametrize(
    ("words", "listed"),
    [(["aside", "gull"], "bird"), (["scenes", "gull"], "owl"), (["restore", "gull"], "")],
)
def test_a_name_that_nothing_has_is_told_with_what_lists_those_that_there_are(
    shell: Shell, words: list[str], listed: str
) -> None:
    assert listed in cured(shell, shell.run(*words).stderr)


def test_in_the_bundled_room_a_command_names_none() -> None:
    room = Room("her", "Her", "Her", bundled_room())
    assert written(room, "edit", "a-letter", "--title", "A b") == (
        "herreader edit a-letter --title 'A b'"
    )

"""What a command shows on a terminal: its own page, with all that belongs on it."""

import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from command_line import FIRST, Shell
from owl_files import OWL, owl_room

from herreader.model.text import Passage, Place
from herreader.reading import open_reading

SLOW = "It is slow."


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A room with a bookmark, a link by hand, and a review of which something was set aside."""
    shell = owl_room(tmp_path)
    file = shell.room.parent / "owl.txt"
    file.write_text(OWL.format("It goes on for a while after that."))
    shell.run("import", str(file))
    shell.bookmark()
    return shell


def shown(shell: Shell, *words: str) -> str:
    """Give the words that a command writes to a terminal."""
    terminal, end = os.openpty()
    command = shell.command(*words)
    with subprocess.Popen(command, env=shell.environ, stdin=subprocess.DEVNULL, stdout=end):  # noqa: S603 - our own program
        os.close(end)
        written = b""
        with suppress(OSError):  # nothing is at its other end any more
            while some := os.read(terminal, 1 << 16):
                written += some
    os.close(terminal)
    return " ".join(re.sub(r"\x1b\[[0-9;]*m", "", written.decode()).split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("list", "Den 3 reviews · 2 scenes The Bird"),
        ("scenes", "Den 2 scenes · 3 reviews 1 The owl"),
        ("scenes owl", "The owl owl · scene 1 of 2 · 3 passages The Bird"),
        ("bookmarks", "Bookmarks 1 The Bird ★ It is slow. bird:2 · On birds · The owl, On joy"),
        ("search claws", "2 passages"),
        ("aside the-owl-again", "The Owl Again 3 parts set aside Title 1 The Owl Again"),
        ("aside bird", "The Bird 0 parts set aside All of its file is in the review."),
        ("restore", "Removed or replaced 0 texts"),
        ("check", "note: "),
    ],
)
def test_each_listing_has_a_page_of_its_own(shell: Shell, words: str, expected: str) -> None:
    assert expected in shown(shell, *words.split())


def test_an_import_and_what_can_be_restored_after_it_have_pages(shell: Shell) -> None:
    calm = shell.room.parent / "calm.txt"
    calm.write_text("A Calm Piece\n\nNothing happens in it, slowly and well.\n")
    assert "Import into Den 1 file added A Calm Piece" in shown(shell, "import", str(calm))
    shell.run("remove", "a-calm-piece")
    assert "Removed or replaced 1 text A Calm Piece" in shown(shell, "restore")


def test_links_by_hand_without_a_place_are_told_on_the_pages_of_the_scenes(shell: Shell) -> None:
    reading = open_reading(shell.room, environ=shell.environ)
    reading.link_by_hand("bird", "joy", Passage(Place(2, 14), Place(2, 25), SLOW))
    reading.close()
    assert "no place any more" not in shown(shell, "scenes")
    shell.write("reviews/bird.md", FIRST.replace(f'[{SLOW}]{{scene="owl joy"}}', ""))
    cure = shell.told("scenes", "SLUG")
    told = f"1 link by hand has no place any more, on joy: see {cure}."
    assert told in shown(shell, "scenes")
    lost = f"Without a place: the words are no longer in the review “{SLOW}” bird · by-hand"
    assert lost in shown(shell, "scenes", "joy")
    assert lost not in shown(shell, "scenes", "owl")
    assert f"★ {SLOW} its words are no longer there" in shown(shell, "bookmarks")

"""What is opened: the bundled room as it was left, with many bookmarks, and texts of two sizes."""

import os
import random
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from herreader.model.text import Passage, Place, Text
from herreader.paths import database_file
from herreader.reading import open_reading
from herreader.store import Store

from . import floor
from .terminal import NoAnswerError, Terminal

SMALL = 20_000
LARGE = 50_000_000
"""Bytes of the two texts."""

BOOKMARKS = 1_000
LONGEST = "the-bird"
"""The review that is resumed; it has more lines than are moved down at a stretch."""

RARE = "quizzaciously"
"""Stands only once, near the end of a text."""

END = "Here the long text ends"
BEGINNING = "Here the long text begins"

_HERREADER = Path(sys.executable).with_name("herreader")
_WORDS = (
    "the a of and to in that it was he she they with for on at by from as but not all one so "
    "her his voice window letter evening city street table music answer silence morning coat "
    "question room said heard walked wrote listened remembered waited answered looked turned "
    "slowly again never"
)


@dataclass(frozen=True, slots=True)
class Program:
    """Something to start, and the words on its screen by which it is there."""

    command: tuple[str, ...]
    environ: Mapping[str, str]
    words: str

    def start(self) -> Terminal:
        """Start it."""
        return Terminal(self.command, self.environ)

    def open(self) -> Terminal:
        """Start it, and wait until it is there and at rest."""
        terminal = self.start()
        terminal.wait_for(self.words)
        terminal.rest()
        return terminal


@dataclass(frozen=True, slots=True)
class Programs:
    """All that is measured."""

    floor: Program
    room: Program
    many: Program
    small: Program
    large: Program


def prepare(folder: Path) -> Programs:
    """Make everything in an empty folder, and open each once, so that no start is its first."""
    bare = Program((sys.executable, floor.__file__), _environ(folder / "bare"), floor.READY)
    room = resumed(folder / "kept")
    many = folder / "many"
    shutil.copytree(folder / "kept", many)
    _add_bookmarks(_environ(many))
    programs = Programs(
        floor=bare,
        room=room,
        many=Program(room.command, _environ(many), room.words),
        small=_text(folder, "small", SMALL),
        large=_text(folder, "large", LARGE),
    )
    for program in (programs.floor, programs.many, programs.small, programs.large):
        with program.open():
            pass
    return programs


def _environ(folder: Path) -> dict[str, str]:
    folder.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.defpath,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HERREADER_DATA": str(folder / "data"),
        "HERREADER_CONFIG": str(folder / "config"),
    }


def resumed(folder: Path) -> Program:
    """Read some pages of the bundled room, leave it, and look what comes up the next time.

    It comes up only as long as nobody goes on reading there.
    """
    program = Program((str(_HERREADER),), _environ(folder), "")
    with replace(program, command=(*program.command, "open", LONGEST)).open() as terminal:
        for _ in range(3):
            terminal.press(" ")
            terminal.rest()
    with program.open() as terminal:
        terminal.rest(1.5)
        words = max(_prose(terminal.rows()[8:-8]), key=len)
    if not words:
        message = "the room came up without a line of prose"
        raise NoAnswerError(message)
    return replace(program, words=words)


def _prose(rows: list[str]) -> list[str]:
    """Give the words of each row in the middle of the screen, where the page is."""
    middle = len(rows[0]) // 2
    pieces = []
    for row in rows:
        start, end = row.rfind("  ", 0, middle) + 2, row.find("  ", middle)
        pieces.append(row[start:end].strip("▎▌ ") if row[middle - 2 : middle + 2].strip() else "")
    return pieces


def _add_bookmarks(environ: Mapping[str, str]) -> None:
    """Bookmark passages all over the room, up to a thousand."""
    reading = open_reading(None, environ=environ)
    store = Store.open(database_file(environ))
    places = (
        (review.id, number, start)
        for start in range(0, 10_000, 40)
        for review in reading.room.reviews
        for number in range(1, reading.text(review.id).last + 1)
    )
    passages = ((review, _passage(reading.text(review), *at)) for review, *at in places)
    found = ((review, passage) for review, passage in passages if passage.quote)
    for review, passage in islice(found, BOOKMARKS):
        store.bookmarks.add(reading.room.id, review, passage, section="", created=datetime.now(UTC))
    store.close()
    reading.close()


def _passage(text: Text, number: int, start: int) -> Passage:
    block = text.block(number)
    quote = block.plain[start : start + 30] if block else ""
    return Passage(Place(number, start, quote), Place(number, start + len(quote)), quote)


def _text(folder: Path, name: str, size: int) -> Program:
    path = folder / f"{name}.txt"
    with path.open("w", encoding="ascii") as file:
        written = file.write(BEGINNING + ".\n\n")
        for paragraph in _paragraphs():
            if written >= size:
                break
            written += file.write(paragraph)
        file.write(f"Once only the word {RARE} stands here.\n\n{END}.\n")
    return Program((str(_HERREADER), str(path)), _environ(folder / name), BEGINNING)


def _paragraphs() -> Iterator[str]:
    """Give paragraphs in an order that never repeats, the same ones each time."""
    chance = random.Random(2013)  # noqa: S311 - words, not secrets
    made = [_paragraph(chance) for _ in range(500)]
    while True:
        yield chance.choice(made)


def _paragraph(chance: random.Random) -> str:
    lengths = (chance.randint(5, 24) for _ in range(chance.randint(2, 7)))
    words = _WORDS.split()
    sentences = (" ".join(chance.choices(words, k=length)) for length in lengths)
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences) + "\n\n"

"""The values of a room: its scenes, and its reviews without their blocks."""

from datetime import MAXYEAR, date
from math import ceil
from pathlib import Path
from typing import NamedTuple

WORDS_A_MINUTE = 230

FILE_SHELF = "file"
"""What stands where a room's id would for files that are opened alone; no room has it."""


class Scene(NamedTuple):
    """An address in the work; `number` is its position in the work, from 1.

    People, places, things, phrases and numbers are what critics use to speak of it. Cues are words
    that together make it sure that it is spoken of; `unlike` are phrases that only look like it.
    """

    slug: str
    title: str
    number: int
    summary: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


class Answers(NamedTuple):
    """The piece that a review answers, as far as it is known."""

    title: str
    author: str = ""
    place: str = ""
    date: str = ""


class When(NamedTuple):
    """A date as far as it is known: a day, a month or a year; what is unknown of it is 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, words: str) -> "When":
        """Take back what `str` gave; ValueError or TypeError for what is no date."""
        when = cls(*map(int, words.split("-")))
        if not (0 < when.year <= MAXYEAR and when.month <= 12 and when.day <= 31):
            raise ValueError(words)
        return when

    def __str__(self) -> str:
        """Give it as ISO 8601 has it: 2014-01-09, 2014-01 or 2014."""
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part)))

    @property
    def words(self) -> str:
        """Give it as it is spoken: 9 January 2014, January 2014 or 2014."""
        if not self.month:
            return str(self.year)
        month = f"{date(self.year, self.month, 1):%B} {self.year}"
        return f"{self.day} {month}" if self.day else month


class Review(NamedTuple):
    """One text of a room, without its blocks.

    Attributes:
        id: Its file's stem, unique in the room, scenes included.
        title: Its title.
        byline: Who signs it; empty if unknown.
        date: When it was written, as far as it is known.
        answers: The piece that it answers, if any.
        words: Number of words in its blocks.
        path: The file that it is read from.
    """

    id: str
    title: str
    byline: str
    date: When | None
    answers: Answers | None
    words: int
    path: Path

    @property
    def minutes(self) -> int:
        """Reading time in minutes, rounded up."""
        return ceil(self.words / WORDS_A_MINUTE)


class Room(NamedTuple):
    """A work, its scenes in order, and its reviews in order; blocks load when a review opens.

    Attributes:
        signs: Names that show a text to speak of the work.
        makers: Names of those who made it or play in it, which other works share with it.
    """

    id: str
    title: str
    work: str
    folder: Path
    year: int | None = None
    language: str = ""
    about: str = ""
    scenes: tuple[Scene, ...] = ()
    reviews: tuple[Review, ...] = ()
    signs: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()

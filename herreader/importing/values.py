"""What goes into an import, and what comes out of it, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from herreader.errors import ImportRefusedError
from herreader.model.imported import Aside
from herreader.model.room import When
from herreader.model.text import Block

BY_READER = "you"
"""Where a fact stands that the reader has given."""
LARGEST = 20 << 20
"""Bytes in the largest text or page that is read."""
LARGEST_BOOK = 100 << 20
"""Bytes in the largest EPUB or PDF that is read; nearly all of them are pictures."""


PIPED = "standard input"
"""What reports call a text that has come through a pipe, and has no name of its own."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text to import, not yet opened.

    Attributes:
        name: What reports call it.
        path: Its file; None where the bytes are at hand.
        data: The bytes, where they have come through standard input.
    """

    name: str
    path: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What stands in the files and folders that a reader has named.

    Attributes:
        sources: What can be imported, in order, each file once.
        refused: What cannot be, and why.
        passed_over: Files in folders that are of no kind that is read.
        unmatched: Files in folders that do not match the pattern.
        links: Links to folders, in folders; they are not followed.
    """

    sources: tuple[Source, ...]
    refused: tuple[tuple[Path, ImportRefusedError], ...] = ()
    passed_over: tuple[Path, ...] = ()
    unmatched: tuple[Path, ...] = ()
    links: tuple[Path, ...] = ()


class AsideKind(StrEnum):
    """What words are that are not the review."""

    NAVIGATION = "navigation"
    TITLE = "title"
    BYLINE = "byline"
    DETAILS = "details"
    REPEATED = "repeated"
    SHARING = "sharing"
    RELATED = "related"
    FORM = "form"
    COMMENT = "comment"
    NOTICE = "notice"
    FOOTER = "footer"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the reader knows better; None leaves it to the file, an empty text makes it unknown."""

    title: str | None = None
    author: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What no file says, and what tells a fact on a text from what only looks like one.

    Attributes:
        makers: The full names, in small letters, of those who made the work: they review it
            nowhere.
        work: The title of the work; empty if it is unknown.
        now: The present moment, after which no text is dated; None if it is unknown.
    """

    makers: frozenset[str] = frozenset()
    work: str = ""
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each fact on a review was found, in a few words; empty where it is unknown."""

    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file as a review.

    Attributes:
        title: Its title; what its file is called if the text has none.
        author: Who signs it; empty if unknown.
        date: When it was published, as far as that is known.
        date_words: The words in which its date is given.
        source: The address that it comes from if it is known, else its file's path.
        origins: Where these were found.
        blocks: The review.
        aside: What is not the review, in order.
        digest: The same for the same words, whatever their file, white space and quotes.
        notes: What was odd or had to be guessed, a sentence each.
    """

    title: str
    author: str
    date: When | None
    date_words: str
    source: str
    origins: Origins
    blocks: tuple[Block, ...]
    aside: tuple[Aside, ...]
    digest: str
    notes: tuple[str, ...] = ()

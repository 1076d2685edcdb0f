"""The words of herreader as values: rooms, scenes, reviews, blocks, places, links, marks.

They are named tuples, since a launch waits for the classes and makes thousands of the values; both
take a dataclass several times as long. A place is one all the same, for how places are compared.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, datetime
from enum import StrEnum
from math import ceil
from pathlib import Path
from typing import NamedTuple, Protocol

WORDS_A_MINUTE = 230
SURE = 0.8
"""The confidence from which on a found link is shown as sure."""
METHOD = "5"
"""How links are found; changed whenever the same scenes would find others."""


class BlockKind(StrEnum):
    """What a block of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CAPTION = "caption"
    ITEM = "item"
    VERBATIM = "verbatim"


class Style(StrEnum):
    """How words in a block stand out."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"


class Run(NamedTuple):
    """Characters `start` to `end` of a block's plain text, in one style."""

    start: int
    end: int
    style: Style


class Block(NamedTuple):
    """One unit of a text.

    Attributes:
        number: From 1, in its text.
        kind: What it is.
        plain: Its words: NFC, without mark-up, safe to show. A soft break is a space, a hard
            break is a newline.
        runs: Styled words, in order of their start.
        level: Depth of a heading (1 to 6) or of a list item (from 1); otherwise 0.
        gap: Blank lines above it.
        bullet: What stands before a list item, such as `•` or `3.`.
    """

    number: int
    kind: BlockKind
    plain: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    gap: int = 1
    bullet: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a text: a block, a character offset in its plain text, and the words there.

    Places are compared by block and offset alone; the quotation finds the place again after the
    text has changed.
    """

    block: int
    offset: int
    quote: str = field(default="", compare=False)


class Passage(NamedTuple):
    """The words from one place to another; words of several blocks are joined by newlines."""

    start: Place
    end: Place
    quote: str


class Text(Protocol):
    """The blocks of one text, made when they are asked for.

    Progress is counted in units: characters where the whole text is at hand, bytes where not.
    """

    @property
    def size(self) -> int:
        """Units in the whole text."""

    @property
    def last(self) -> int:
        """Number of the last block; 0 in an empty text."""

    def block(self, number: int) -> Block | None:
        """Give the block of that number, or None before the first and after the last."""

    def units_before(self, place: Place) -> int:
        """Count the units before a place."""

    def place_at(self, units: int) -> Place:
        """Find the place before which about so many units stand."""

    def candidates(
        self, word: str, start: int, *, backwards: bool, stop: Callable[[], bool]
    ) -> Iterator[Block]:
        """Give the blocks from number `start` on that may hold `word`, whatever its case.

        It can be run on a thread; it ends early once `stop` answers True.
        """


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


class LinkKind(StrEnum):
    """Where a link comes from."""

    WRITTEN = "written"
    FOUND = "found"
    BY_HAND = "by-hand"


class Link(NamedTuple):
    """Words of one block that speak of a scene: `plain[start:end] == quote`.

    Attributes:
        scene: Slug of the scene.
        review: Id of the review.
        block: Number of the block.
        start: First character in the block's plain text.
        end: The character after the last.
        quote: The words.
        kind: Where the link comes from.
        evidence: Why it was found; empty if it was not.
        confidence: From 0 to 1.
        continues: Whether it goes on where the review's previous link of this scene ended, with
            nothing but blanks between: the two are stepped through as one passage.
    """

    scene: str
    review: str
    block: int
    start: int
    end: int
    quote: str
    kind: LinkKind = LinkKind.WRITTEN
    evidence: str = ""
    confidence: float = 1.0
    continues: bool = False

    @property
    def sure(self) -> bool:
        """Whether the link is shown without being asked for."""
        return self.kind is not LinkKind.FOUND or self.confidence >= SURE


class Spread(NamedTuple):
    """How many passages speak of a scene, and in how many reviews."""

    passages: int
    reviews: int


class SceneWords(NamedTuple):
    """How far words speak for one scene, in logarithmic odds.

    Attributes:
        start: The odds of words that say nothing.
        words: Words, each with what it adds.
    """

    start: float
    words: tuple[tuple[str, float], ...]


class Wording(NamedTuple):
    """How far words speak for the scenes of a room, as learned from examples.

    Attributes:
        cues: The odds that a scene's cues add where they are certain.
        scenes: For each slug, its words.
    """

    cues: float
    scenes: Mapping[str, SceneWords]


class Room(NamedTuple):
    """A work, its scenes in order, and its reviews in order; blocks load when a review opens.

    `signs` are names that show a text to speak of the work: its makers, players and characters.
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


class Bookmark(NamedTuple):
    """A passage that the reader keeps.

    Attributes:
        id: Its number in the store.
        review: Id of the review.
        passage: Where it is, and its words.
        section: The heading above it when it was made; may be empty.
        note: The reader's own words on it; may be empty.
        created: When it was made, in UTC.
        placed: False if its words are no longer found in the review.
    """

    id: int
    review: str
    passage: Passage
    section: str
    note: str
    created: datetime
    placed: bool = True


class Progress(NamedTuple):
    """How far a reader has come in a review.

    Attributes:
        review: Id of the review.
        place: Where reading goes on: the first place on the screen is `top`, the cursor `place`.
        top: The place in the first line of the page.
        read: The greatest share of the text reached by reading, from 0 to 1.
        finished: Whether its end has been reached.
    """

    review: str
    place: Place
    top: Place
    read: float
    finished: bool = False

    def joined(self, earlier: "Progress | None") -> "Progress":
        """Give it with what had been read or finished earlier, which remains so."""
        if earlier is None:
            return self
        read, finished = max(self.read, earlier.read), self.finished or earlier.finished
        return self._replace(read=read, finished=finished)


class Aside(NamedTuple):
    """Words of an imported file that are plainly not its text: kept, and shown on demand.

    `kind` says what they are, such as "navigation"; the block is numbered among those set aside,
    from 1, and stood after the text's block number `after`: 0 above the first.
    """

    kind: str
    block: Block
    after: int


class Origin(NamedTuple):
    """Where an imported text comes from.

    Attributes:
        source: The file or address that it was read from.
        digest: What its content is known by.
        imported: When, in UTC.
        batch: The run of the import that brought it.
        date_words: Its date as it is written there; may be empty.
        place: Its file, or the address in it: another version is known by that, whatever the
            reader says of the source. Empty if it came through a pipe.
        by_hand: What the reader has said of it, by the names of facts in `Known`.
    """

    source: str
    digest: str
    imported: datetime
    batch: str = ""
    date_words: str = ""
    place: str = ""
    by_hand: frozenset[str] = frozenset()


class Dated(NamedTuple):
    """The date of an imported text as far as it is known, and the words that it is written in."""

    when: When | None = None
    words: str = ""


class Known(NamedTuple):
    """The facts on an imported text; `by_hand` are the names of those that the reader has given."""

    title: str
    byline: str
    dated: Dated
    source: str
    by_hand: frozenset[str] = frozenset()


class LibraryText(NamedTuple):
    """An imported text, wholly; `finder` made the links.

    Of its header, the path is not kept, nor what it answers, which no import knows.
    """

    review: Review
    origin: Origin
    blocks: tuple[Block, ...]
    aside: tuple[Aside, ...] = ()
    links: tuple[Link, ...] = ()
    finder: str = ""


class Verdict(StrEnum):
    """What a reader decides on words and a scene."""

    LINKED = "linked"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Decision(NamedTuple):
    """What the reader decided by hand: whether words of one block speak of a scene.

    `placed` is False if the words are no longer found in the review; `decided` is in UTC.
    """

    id: int
    review: str
    scene: str
    verdict: Verdict
    block: int
    start: int
    end: int
    quote: str
    decided: datetime
    placed: bool = True


class Hit(NamedTuple):
    """A block in which a search found its words: `start` to `end` are the first of them.

    The snippet is the words around them, in parts that match or do not.
    """

    review: str
    block: int
    start: int
    end: int
    snippet: tuple[tuple[str, bool], ...]

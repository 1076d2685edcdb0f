"""The values of a text: its blocks and their runs, and the places and passages in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol


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


class Hit(NamedTuple):
    """A block in which a search found its words: `start` to `end` are the first of them.

    The quote is the words from there on, by which they are found again in a text that has changed.
    The snippet is the words around them, in parts that match or do not.
    """

    review: str
    block: int
    start: int
    end: int
    quote: str
    snippet: tuple[tuple[str, bool], ...]


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


def all_blocks(text: Text) -> Iterator[Block]:
    """Give the blocks of a text, in their order."""
    blocks = (text.block(number) for number in range(1, text.last + 1))
    return (block for block in blocks if block is not None)

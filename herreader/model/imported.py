"""The values of an imported text: where it comes from, what is known of it, what was set aside."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from herreader.model.links import Link
from herreader.model.room import Review, When
from herreader.model.text import Block


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


class Aside(NamedTuple):
    """Words of an imported file that are plainly not its text: kept, and shown on demand.

    `kind` says what they are, such as "navigation"; the block is numbered among those set aside,
    from 1, and stood after the text's block number `after`: 0 above the first.
    """

    kind: str
    block: Block
    after: int


def by_kind(parts: Iterable[Aside]) -> dict[str, list[Aside]]:
    """Sort what was set aside by its kind, in the order in which the kinds come first."""
    kinds: dict[str, list[Aside]] = {}
    for part in parts:
        kinds.setdefault(part.kind, []).append(part)
    return kinds


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

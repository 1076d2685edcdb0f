"""A text on its way from a file to a review."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind, Run

HEAD = "the page's <title>"
"""Where a title is found that often names the site as well."""
PAGES = "the page's"
"""What is said before the name of a fact that a page's mark-up gives."""
CITED = "cited"
"""The role of lines that begin with ">"."""
SITE = "site"
"""The role of a heading that is but the name of the site."""
GUESSED = "guessed"
"""The role of a heading that no mark-up shows to be one."""
LONGEST_PIECE = 1 << 15
"""Characters in the longest paragraph: some ten pages. What is longer nobody has written as one."""
_PROSE = 125
"""Letters from which on a paragraph is prose rather than a label: some 25 words, but to count these
would be the slowest step of an import."""
_STOPS = (".", "!", "?", "…", "。", "！", "？")  # noqa: RUF001 (as they stand in texts)
_CLOSING = "”\"’'»)]* "  # noqa: RUF001 (as above)
_CAPTION = BlockKind.CAPTION  # looked up a hundred times in each text


class Clue(NamedTuple):
    """What may be a fact on a text, and where it stands."""

    words: str
    where: str


@dataclass(slots=True)
class Piece:
    """What will be a block, or be set aside.

    Attributes:
        plain: Its words.
        kind: What it is.
        runs: Styled words.
        level: Depth of a heading or of a list item.
        bullet: What stands before a list item.
        tight: Whether no blank line stands above it.
        aside: Why it is not the review; None if it is.
        linked: Characters in it that lead elsewhere.
        home: A number for the element of a page whose paragraph it is; 0 for none.
        role: What its mark-up and its place say it is: "title", SITE, CITED or
            GUESSED; may be empty.
    """

    plain: str
    kind: BlockKind = BlockKind.PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0
    bullet: str = ""
    tight: bool = False
    aside: AsideKind | None = None
    linked: int = 0
    home: int = 0
    role: str = ""

    def part(self, start: int, end: int) -> "Piece":
        """Give what of it stands from one character to another, of the same kind."""
        runs = (
            Run(max(run.start, start) - start, min(run.end, end) - start, run.style)
            for run in self.runs
            if run.start < end and run.end > start
        )
        share = self.linked / len(self.plain)
        return replace(
            self,
            plain=self.plain[start:end],
            runs=tuple(runs),
            bullet="" if start else self.bullet,
            tight=start > 0 or self.tight,
            linked=round(share * (end - start)),
        )

    def cut(self) -> Iterator["Piece"]:
        """Give it in parts that can be laid out at once, cut at blanks if there are any."""
        start = 0
        while len(self.plain) - start > LONGEST_PIECE:
            limit = start + LONGEST_PIECE
            found = max(self.plain.rfind(sign, start + 1, limit) for sign in " \n")
            end = found if found > start + LONGEST_PIECE // 2 else limit
            yield self.part(start, end)
            start = end + (self.plain[end] in " \n")
        yield self.part(start, len(self.plain)) if start else self

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough to be told from a label, and leads nowhere."""
        return (
            len(self.plain) >= _PROSE
            and self.kind is not _CAPTION
            and (not self.linked or self.linked * 2 < len(self.plain))
        )

    @property
    def ends_as_sentence(self) -> bool:
        """Whether its last words are those of a sentence, rather than of a label."""
        return ends_as_sentence(self.plain)


def ends_as_sentence(words: str) -> bool:
    """Whether the last of some words are those of a sentence, rather than of a label."""
    # Labels mostly end in a letter, and there are many.
    return not words[-1:].isalnum() and words.rstrip(_CLOSING).endswith(_STOPS)


def plain_key(words: str) -> str:
    """Reduce words to their letters and digits, by which two are compared."""
    return "".join(filter(str.isalnum, words.casefold()))


def kept(pieces: list[Piece]) -> list[Piece]:
    """List the pieces that are not set aside."""
    return [piece for piece in pieces if piece.aside is None]


def prose_bounds(pieces: list[Piece]) -> tuple[int, int]:
    """Give the numbers of the first and the last piece of prose that is kept.

    Without any, the text is all edge: the first is past its end, and the last before its start.
    """
    first, last = len(pieces), -1
    for at, piece in enumerate(pieces):
        if piece.aside is None and piece.is_prose:
            first = at
            break
    for below, piece in enumerate(reversed(pieces), start=1):
        if piece.aside is None and piece.is_prose:
            last = len(pieces) - below
            break
    return first, last


@dataclass(slots=True)
class Draft:
    """The pieces of a text and the clues to its facts, the most trusted first.

    Attributes:
        pieces: All that the file shows, in order.
        titles: Clues to the title.
        authors: Clues to the author.
        dates: Clues to the date.
        sources: Clues to the address.
        site: What the site or the publisher calls itself; it signs no review.
        notes: What was odd or had to be guessed.
        sifted: Whether the edges of the text may hold what is not the review.
    """

    pieces: list[Piece]
    titles: list[Clue] = field(default_factory=list)
    authors: list[Clue] = field(default_factory=list)
    dates: list[Clue] = field(default_factory=list)
    sources: list[Clue] = field(default_factory=list)
    site: str = ""
    notes: list[str] = field(default_factory=list)
    sifted: bool = True

"""A text on its way from a file to a review."""

from dataclasses import dataclass, field
from typing import NamedTuple

from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind, Run

HEAD = "the page's <title>"
"""Where a title is found that often names the site as well."""
CITED = "cited"
"""The role of lines that begin with ">"."""
_PROSE = 125
"""Letters from which on a paragraph is prose rather than a label: some 25 words, but to count these
would be the slowest step of an import."""
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
        role: What its mark-up says it is: "title" or CITED; may be empty.
    """

    plain: str
    kind: BlockKind = BlockKind.PARAGRAPH
    runs: tuple[Run, ...] = ()
    level: int = 0
    bullet: str = ""
    tight: bool = False
    aside: AsideKind | None = None
    linked: int = 0
    role: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough to be told from a label, and leads nowhere."""
        return (
            len(self.plain) >= _PROSE
            and self.kind is not _CAPTION
            and (not self.linked or self.linked * 2 < len(self.plain))
        )


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

"""What can become of a file that is imported, and how it is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from herreader.text.counting import counted

if TYPE_CHECKING:  # importing is loaded once something is imported
    from herreader.importing import Origins


class Fate(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    RESTORED = "brought back"
    KNOWN = "already there"
    CHANGED = "changed"
    REFUSED = "refused"


WENT_IN = frozenset({Fate.ADDED, Fate.REPLACED, Fate.RESTORED})
"""What becomes of a text that goes in."""
FOR_ATTENTION = frozenset({Fate.CHANGED, Fate.REFUSED})
"""What the reader may have to do something about."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or of one text in it.

    Attributes:
        name: The file.
        fate: What became of it.
        review: The id of the review that it is, was or would replace; empty if refused.
        title: Its title.
        passages: Passages found in it that speak of a scene, the sure ones.
        aside: Parts that were set aside.
        lost: Bookmarks, links by hand and rejections that had a place in the version before, and
            have none in this one.
        reason: Why it was refused, or what there is to say of it.
        scenes: The scenes of which these passages speak, in their order.
        byline: Who signs it; empty if unknown.
        date: Its date, as far as it is known.
        origins: Where these facts were found.
    """

    name: str
    fate: Fate
    review: str = ""
    title: str = ""
    passages: int = 0
    aside: int = 0
    lost: int = 0
    reason: str = ""
    scenes: tuple[str, ...] = ()
    byline: str = ""
    date: str = ""
    origins: "Origins" = field(kw_only=True)


def wants_attention(outcome: Outcome) -> bool:
    """Whether the reader may have to do something about it."""
    return outcome.fate in FOR_ATTENTION or outcome.lost > 0


def without_place(lost: int) -> str:
    """Say how many marks have lost their places; nothing if none has."""
    return f"{counted(lost, 'mark')} without a place" if lost else ""


def went_in(outcomes: Iterable[Outcome]) -> int:
    """Count the reviews that have come in."""
    return sum(outcome.fate in WENT_IN for outcome in outcomes)


def summed_up(fates: Iterable[Fate]) -> str:
    """Say how many files have had which fate."""
    counts = Counter(fates)
    return " · ".join(f"{counts[fate]:,} {fate}" for fate in Fate if counts[fate])

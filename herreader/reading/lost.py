"""Marks that have no place in a new version of their review: counted, named, with the cure."""

from typing import NamedTuple

from herreader.model.marks import Bookmark, Decision, Verdict
from herreader.text.counting import counted, first_few
from herreader.text.safe import clean_line

_KINDS = {
    Verdict.LINKED: ("link by hand", "links by hand"),
    Verdict.CONFIRMED: ("confirmed link", "confirmed links"),
    Verdict.REJECTED: ("rejection of a link", "rejections of links"),
}
_NAMED = 3
"""Passages that are named; of more, the others are counted."""
_LONGEST = 28
"""Characters of a passage that are told."""
SHOWN = 300
"""Characters that are told of what another window has written in the meantime."""


class Lost(NamedTuple):
    """Bookmarks and decisions whose words are not in a version, as they were before."""

    bookmarks: tuple[Bookmark, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def total(self) -> int:
        """How many they are."""
        return len(self.bookmarks) + len(self.decisions)

    def told(self, cure: str) -> str:
        """Count and name them, and say how they get their places back; nothing if there are none.

        Args:
            cure: What brings back the version in which they have one, as a subject.
        """
        if not self.total:
            return ""
        kinds = [counted(len(self.bookmarks), "bookmark")] if self.bookmarks else []
        for verdict, (one, more) in _KINDS.items():
            if count := sum(made.verdict is verdict for made in self.decisions):
                kinds.append(f"{count:,} {one if count == 1 else more}")
        *others, last = kinds
        what = f"{', '.join(others)} and {last}" if others else last
        words = [mark.passage.quote for mark in self.bookmarks]
        words += [made.quote for made in self.decisions]
        named = first_few([shortened(each) for each in dict.fromkeys(words)], _NAMED)
        kept = "It is kept" if self.total == 1 else "They are kept"
        where = "its place" if self.total == 1 else "their places"
        back = f"{cure} brings the other version back, with {where}."
        return f"{what} found no place in it: {named}. {kept}; {back}"


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Quote the beginning of a passage."""
    words = clean_line(words)
    if len(words) > longest:
        cut = words[:longest]
        words = f"{cut.rpartition(' ')[0] or cut} …"
    return f"“{words}”"

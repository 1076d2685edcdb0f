"""Back and forward, as in a browser."""

from collections.abc import Callable
from typing import NamedTuple

from herreader.model.text import Place

LIMIT = 200
"""Visits kept in each direction."""


class Visit(NamedTuple):
    """A place that was looked at: the review, the cursor, and the first place on the page."""

    review: str
    place: Place
    top: Place


class History(NamedTuple):
    """The visits before the present one and, after going back, those after it."""

    before: tuple[Visit, ...] = ()
    after: tuple[Visit, ...] = ()

    def leave(self, visit: Visit) -> "History":
        """Remember where a jump starts from; what was ahead is forgotten."""
        kept = self.before if self.before and self.before[-1] == visit else (*self.before, visit)
        return History(kept[-LIMIT:])

    def within(self, there: Callable[[str], bool]) -> "History":
        """Give the visits to those reviews that are still there."""
        before = tuple(visit for visit in self.before if there(visit.review))
        return History(before, tuple(visit for visit in self.after if there(visit.review)))

    def back(self, present: Visit) -> tuple["History", Visit | None]:
        """Go one visit back from the present one; None if there is nothing before."""
        if not self.before:
            return self, None
        *before, target = self.before
        return History(tuple(before), (present, *self.after)[:LIMIT]), target

    def forward(self, present: Visit) -> tuple["History", Visit | None]:
        """Go one visit forward from the present one; None if there is nothing ahead."""
        if not self.after:
            return self, None
        target, *after = self.after
        return History((*self.before, present)[-LIMIT:], tuple(after)), target

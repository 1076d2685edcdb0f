"""The reviews of a room: what each is, how far it is read, what is bookmarked in it."""

import re
from collections import Counter
from collections.abc import Mapping

from textual.reactive import var

from herreader.model.marks import Bookmark, Progress
from herreader.model.room import Review
from herreader.text.cells import cell_len
from herreader.tui.widgets.drawn import wrap_first
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.rows import Entry, Pieces

_YEAR = re.compile(r"\b\d{4}\b")
BAR_CELLS = 8
"""Width of the bar that shows how far a review is read."""
TITLE_LINES = 2
ABOUT_LINES = 3


class ReviewsPane(FilteredRows[Review]):
    """The list of reviews."""

    heading = "Reviews"
    nothing = "No reviews yet."
    sought = "words of its title, author or year"

    reviews: var[tuple[Review, ...]] = var((), init=False)
    progress: var[Mapping[str, Progress]] = var(dict, init=False, always_update=True)
    bookmarks: var[tuple[Bookmark, ...]] = var((), init=False)
    open_review: var[str] = var("", init=False)
    _marked: Mapping[str, int] = {}
    """How many bookmarks each review has."""

    def everything(self) -> tuple[Review, ...]:
        """Give all reviews."""
        return self.reviews

    def identity(self, item: Review) -> str:
        """Give a review's id: its title may be changed."""
        return item.id

    def searched(self, item: Review) -> str:
        """Give what a review is called, and what is said of it in the list."""
        return f"{item.title} {item.byline} {_about(item)}"

    def entry(self, item: Review, width: int) -> Entry:
        """Give the entry of a review."""
        return Entry((*self._head(item, width), self._facts(item, width), ()))

    def beside_title(self) -> str:
        """Say where the cursor is in a long list, and how many a filter lets through."""
        return self.place_in_all() if self.has_focus or self.filter else ""

    def highlight_review(self, review: str) -> None:
        """Put the cursor on a review."""
        ids = [other.id for other in self.shown()]
        if review in ids:
            self.index = ids.index(review)

    def watch_reviews(self) -> None:
        """Show other reviews."""
        self.renew()

    def watch_progress(self) -> None:
        """Show other progress."""
        self.renew()

    def watch_bookmarks(self) -> None:
        """Show other counts."""
        self._marked = Counter(mark.review for mark in self.bookmarks)
        self.renew()

    def watch_open_review(self) -> None:
        """Mark another review as open."""
        self.highlight_review(self.open_review)
        self.renew()

    def _head(self, review: Review, width: int) -> list[Pieces]:
        ink = self.ink
        here = review.id == self.open_review
        marker = (" ▸ " if here else "   ", ink.pane_accent)
        title = ink.pane_strong if here else ink.pane
        head = [
            ((marker if number == 0 else ("   ", ink.pane)), (line, title))
            for number, line in enumerate(wrap_first(review.title, width - 4, TITLE_LINES))
        ]
        about = [
            (("   ", ink.pane), (line, ink.pane_muted))
            for line in wrap_first(_about(review), width - 4, ABOUT_LINES)
        ]
        return [*head, *about]

    def _facts(self, review: Review, width: int) -> Pieces:
        ink, bookmarks = self.ink, self._marked.get(review.id, 0)
        progress = self.progress.get(review.id)
        minutes = f"{review.minutes} min"
        star = f"  ★{bookmarks:,}" if bookmarks else ""
        if progress is None or progress.finished:
            state = " · unread" if progress is None else " · read"
            bar: Pieces = ()
        else:
            state = f" {progress.read:.0%}"
            # The bar gives way before what is said in words.
            room = width - 5 - cell_len(minutes + state + star)
            bar = self._bar(progress.read, min(BAR_CELLS, room))
        return (
            ("   ", ink.pane),
            (minutes, ink.pane_muted),
            *bar,
            (state, ink.pane_muted),
            (star, ink.pane_accent),
        )

    def _bar(self, share: float, cells: int) -> Pieces:
        if cells < 3:
            return ()
        done = round(share * cells)
        ink = self.ink
        left = ("─" * (cells - done), ink.pane_faint)
        return ((" ", ink.pane), ("━" * done, ink.pane_accent), left)


def head_of(review: Review) -> tuple[str, ...]:
    """Say above a text what it is: its title, who signs it, and what it answers, in full."""
    date = review.date.words if review.date else ""
    signed = ", ".join(part for part in (review.byline, date) if part)
    parts = [review.title, signed]
    if review.answers is not None:
        answers = review.answers
        known = (answers.title, answers.author, answers.place, answers.date)
        parts.append("In answer to: " + ", ".join(part for part in known if part))
    return tuple(part for part in parts if part)


def _about(review: Review) -> str:
    """Say what a review answers or who signs it, and when."""
    answers = review.answers
    if answers is not None:
        years = _YEAR.findall(answers.date)
        return ", ".join((f"answers {answers.author or answers.title}", *years[:1]))
    year = str(review.date.year) if review.date else ""
    return ", ".join(part for part in (review.byline, year) if part) or "author unknown"

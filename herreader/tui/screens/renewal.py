"""Taking over what the store holds now: what has changed of it is shown, and nothing else."""

from itertools import chain
from typing import TYPE_CHECKING

from herreader.errors import OvertakenError
from herreader.model.room import Review
from herreader.model.text import Passage
from herreader.text.quotation import find_passage, passage_between
from herreader.text.safe import clean, clean_line
from herreader.tui.screens.following import count_passages
from herreader.tui.screens.status import room_line
from herreader.tui.widgets.bars import StatusLine

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen

REMOVED = OvertakenError(
    "The review is gone", "It was removed elsewhere; what you see now is no longer that one."
)
SELECTION_LOST = "The review has changed; the words that were selected are no longer in it"


def take_over(screen: "ReadingScreen") -> None:
    """Hand down reviews, links, bookmarks and progress as they are now.

    Raises:
        StoreError: If the store can't be read; then nothing new is shown yet.
    """
    reading, review = screen.reading, screen.review
    if screen.crossref is not reading.crossref:
        version = reading.version_of(review)  # first: no old text is to stay under new links
        if screen.reviews is not reading.room.reviews:
            _show_reviews(screen)
        _show_links(screen)
        if review and review == screen.review and screen.version != version:
            reopen(screen)
    screen.bookmarks = reading.bookmarks
    screen.marks = tuple(mark for mark in reading.bookmarks if mark.review == screen.review)
    screen.progress = reading.progress
    for news in reading.take_news():
        screen.app.notify(clean(news), severity="warning", timeout=12, markup=False)


def take_over_from_elsewhere(screen: "ReadingScreen") -> None:
    """Do the same with what another herreader has changed; tell if it has removed what is open.

    Raises:
        StoreError: As `take_over` does.
    """
    review = screen.review
    take_over(screen)
    if review and not screen.reading.has(review):
        screen.complain(REMOVED)


def reopen(screen: "ReadingScreen") -> None:
    """Show the open review as it is now, at the words where the reader is; they stay selected."""
    left, selected = screen.visit(), _selection(screen)
    screen.close_text()
    if not left.review or not screen.open(left.review, left.place, left.top) or not selected:
        return
    found = find_passage(screen.text, selected) if screen.text is not None else None
    if found is None:
        screen.say(SELECTION_LOST)
    else:
        screen.page.select(found.start, found.end)


def _selection(screen: "ReadingScreen") -> Passage | None:
    """Give the words that are selected, if any are."""
    if screen.text is None or not screen.page.selecting:
        return None
    passage = passage_between(screen.text, *screen.page.selected())
    return passage if passage.quote.strip() else None


def _show_reviews(screen: "ReadingScreen") -> None:
    reading, before = screen.reading, screen.reviews
    screen.reviews = reading.room.reviews
    screen.scenes_pane.total = len(screen.reviews)
    screen.query_one("#status", StatusLine).room = room_line(reading)
    shown = next((head for head in before if head.id == screen.review), None)
    if shown is not None and not reading.has(shown.id):
        _leave_gone(screen, before)
    elif shown is not None and shown != reading.review(shown.id):
        reopen(screen)
    elif not screen.review and screen.reviews and screen.crossref is not None:
        screen.open(screen.reviews[0].id)  # the room was empty until now


def _show_links(screen: "ReadingScreen") -> None:
    reading = screen.reading
    screen.crossref = reading.crossref
    screen.counts = {scene.slug: count_passages(reading, scene.slug) for scene in screen.scenes}
    if reading.has(screen.review):
        screen.scenes_pane.open_index = reading.number_of(screen.review)
        screen.page.links = reading.crossref.by_block(screen.review)
    screen.look()


def _leave_gone(screen: "ReadingScreen", before: tuple[Review, ...]) -> None:
    """Open the next review in the place of one that is no longer in the room."""
    at = next(number for number, head in enumerate(before) if head.id == screen.review)
    screen.close_text()
    for head in chain(before[at + 1 :], reversed(before[:at])):
        if screen.reading.has(head.id) and screen.open(head.id):
            return
    screen.page.offer = nothing_here(screen)


def nothing_here(screen: "ReadingScreen") -> str:
    """Say what to do in a room without reviews."""
    keys = screen.keymap.keys_of("app.import")
    how = f"Press {keys[0]}" if keys else "Use Import in the palette"
    where = screen.reading.room.folder / "reviews"
    return clean_line(
        f"This room has no reviews yet. {how} to import some, or put Markdown files into {where}."
    )

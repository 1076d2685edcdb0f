"""Marks looked for again in a text that has changed."""

from collections.abc import Callable
from functools import partial

from herreader.model.marks import Bookmark, Decision
from herreader.model.text import Passage, Place, Text
from herreader.store import Store
from herreader.text.quotation import find_passage


def look_for_marks(store: Store, shelf: str, review: str, text: Text) -> None:
    """Look again for all bookmarks and decisions in a text that has changed.

    What is not found is unplaced: kept, and listed as such.
    """
    for bookmark in store.bookmarks.all(shelf):
        if bookmark.review == review:
            look_for_bookmark(store, bookmark, text)
    for decision in store.decisions.of(shelf, review):
        look_for_decision(store, decision, text)


def look_for_bookmark(store: Store, bookmark: Bookmark, text: Text) -> None:
    """Look for a bookmark again."""
    move = partial(store.bookmarks.move, bookmark.id)
    _look_for(text, bookmark.passage, move, placed=bookmark.placed)


def look_for_decision(store: Store, decision: Decision, text: Text) -> None:
    """Look for the words of a decision again."""
    start = Place(decision.block, decision.start, decision.quote)
    words = Passage(start, Place(decision.block, decision.end), decision.quote)
    move = partial(store.decisions.move, decision.id)
    _look_for(text, words, move, placed=decision.placed)


def _look_for(
    text: Text, old: Passage, move: Callable[[Passage | None], None], *, placed: bool
) -> None:
    """Look for a passage, and move its mark if it is no longer where it was, or is so again."""
    found = find_passage(text, old)
    if placed != (found is not None) or (found is not None and found != old):
        move(found)

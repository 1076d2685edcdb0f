"""Marks looked for again in a text that has changed."""

from herreader.model import Passage, Place, Text
from herreader.store import Store
from herreader.text.quotation import find_passage


def look_for_marks(store: Store, shelf: str, review: str, text: Text) -> None:
    """Look again for all bookmarks and decisions in a text that has changed.

    What is not found is unplaced: kept, and listed as such.
    """
    for bookmark in store.bookmarks.all(shelf):
        if bookmark.review != review:
            continue
        found = find_passage(text, bookmark.passage)
        if found is None and bookmark.placed:
            store.bookmarks.move(bookmark.id, None)
        elif found is not None and (found != bookmark.passage or not bookmark.placed):
            store.bookmarks.move(bookmark.id, found)
    for decision in store.decisions.of(shelf, review):
        start = Place(decision.block, decision.start, decision.quote)
        old = Passage(start, Place(decision.block, decision.end), decision.quote)
        found = find_passage(text, old)
        if found is None and decision.placed:
            store.decisions.move(decision.id, None)
        elif found is not None and (found != old or not decision.placed):
            store.decisions.move(decision.id, found)

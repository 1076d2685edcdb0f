"""Marks looked for again in a text that has changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from herreader.model.marks import Bookmark, Decision
from herreader.model.text import Passage, Place, Text
from herreader.reading.decisions import latest
from herreader.reading.lost import Lost
from herreader.store import Store
from herreader.text.quotation import find_passage

if TYPE_CHECKING:
    from herreader.text.revision import Revision

_Find = Callable[[Passage], Passage | None]


def look_for_marks(
    store: Store, shelf: str, review: str, text: Text, before: Text | None = None
) -> Lost:
    """Look again for all bookmarks and decisions in a text that has changed.

    What is not found is unplaced: kept, and listed as such.

    Args:
        store: Where they are kept.
        shelf: Where the review stands.
        review: The review.
        text: The text as it is now.
        before: The version in which they had their places, if it is at hand. With it, a passage is
            found though a few of its words have changed.

    Returns:
        Those that had a place until now, and have none any more.
    """
    find = _finder(text, before)
    bookmarks = [mark for mark in store.bookmarks.all(shelf) if mark.review == review]
    decisions = store.decisions.of(shelf, review)
    return Lost(
        tuple(mark for mark in bookmarks if _has_lost(mark, _place_bookmark(store, mark, find))),
        latest(made for made in decisions if _has_lost(made, _place_decision(store, made, find))),
    )


def look_for_bookmark(store: Store, bookmark: Bookmark, text: Text) -> None:
    """Look for a bookmark again, by its very words."""
    _place_bookmark(store, bookmark, _finder(text))


def look_for_decision(store: Store, decision: Decision, text: Text) -> None:
    """Look for the words of a decision again, as they are."""
    _place_decision(store, decision, _finder(text))


def _finder(text: Text, before: Text | None = None) -> _Find:
    """Give what finds a passage in a text by its words or, if they have changed, as a revision."""
    revision: Revision | None = None

    def find(passage: Passage) -> Passage | None:
        nonlocal revision
        found = find_passage(text, passage)
        if found is not None or before is None:
            return found
        if revision is None:
            from herreader.text.revision import Revision  # in most launches all words are there

            revision = Revision(before, text)
        return revision.find(passage)

    return find


def _has_lost(mark: Bookmark | Decision, found: Passage | None) -> bool:
    return mark.placed and found is None


def _place_bookmark(store: Store, bookmark: Bookmark, find: _Find) -> Passage | None:
    move = partial(store.bookmarks.move, bookmark.id)
    return _place(find, bookmark.passage, move, placed=bookmark.placed)


def _place_decision(store: Store, decision: Decision, find: _Find) -> Passage | None:
    start = Place(decision.block, decision.start, decision.quote)
    words = Passage(start, Place(decision.block, decision.end), decision.quote)
    move = partial(store.decisions.move, decision.id)

    def find_in_one_block(passage: Passage) -> Passage | None:
        found = find(passage)
        return found if found and found.start.block == found.end.block else None

    return _place(find_in_one_block, words, move, placed=decision.placed)


def _place(
    find: _Find, old: Passage, move: Callable[[Passage | None], None], *, placed: bool
) -> Passage | None:
    """Look for a passage, and move its mark if it is no longer where it was, or is so again."""
    found = find(old)
    if placed != (found is not None) or (found is not None and found != old):
        move(found)
    return found

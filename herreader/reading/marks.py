"""Marks looked for again in a text that has changed."""

from typing import TYPE_CHECKING

from herreader.model.marks import Bookmark, Decision
from herreader.model.text import Passage, Place, Text
from herreader.reading.decisions import latest
from herreader.reading.lost import Lost
from herreader.store import Store
from herreader.text.quotation import find_only, find_passage, passage_at

if TYPE_CHECKING:
    from herreader.text.revision import Revision


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
            found though a few of its words have changed, and told from others of the same words.
            Without it, one that has no place is found where it was, or where its words stand once.

    Returns:
        Those that had a place until now, and have none any more.
    """
    finder = _Finder(text, before)
    bookmarks = store.bookmarks.of(shelf, review)
    decisions = store.decisions.of(shelf, review)
    return Lost(
        tuple(mark for mark in bookmarks if _has_lost(mark, _place_bookmark(store, mark, finder))),
        latest(made for made in decisions if _has_lost(made, _place_decision(store, made, finder))),
    )


def look_for_bookmark(
    store: Store, bookmark: Bookmark, text: Text, before: Text | None = None
) -> None:
    """Look for a bookmark that has come back, as `look_for_marks` does."""
    _place_bookmark(store, bookmark, _Finder(text, before))


def look_for_decision(
    store: Store, decision: Decision, text: Text, before: Text | None = None
) -> None:
    """Look for the words of a decision that has come back, as `look_for_marks` does."""
    _place_decision(store, decision, _Finder(text, before))


class _Finder:
    """Finds passages in a text by their words or, if those can't tell, as they were revised."""

    def __init__(self, text: Text, before: Text | None) -> None:
        self._text = text
        self._before = before
        self._revision: Revision | None = None

    def find(self, passage: Passage, *, placed: bool) -> Passage | None:
        """Find a passage; the place of one that is not placed is in an earlier version still."""
        before = self._before
        if not placed:
            return self._find_what_was_lost(passage, before)
        if before is None or not passage.quote.strip():
            return find_passage(self._text, passage)
        there = _at_its_place(before, passage)
        if there is None:  # its place is in this text already
            return find_passage(self._text, passage)
        only = find_only(before, passage.quote) and find_only(self._text, passage.quote)
        return only or self._compared_with(before).find(there)

    def _find_what_was_lost(self, passage: Passage, before: Text | None) -> Passage | None:
        """Find words that are back where they were, or stand once; never others of the same."""
        if not passage.quote.strip():
            return None
        found = _at_its_place(self._text, passage) or find_only(self._text, passage.quote)
        if found is None or before is None or find_passage(before, passage) is None:
            return found
        # It had no place while the same words stood in the text: what they are now is not it.
        others = self._compared_with(before).turned.find(found)
        return None if others is not None and others.quote == passage.quote else found

    def _compared_with(self, before: Text) -> "Revision":
        if self._revision is None:
            from herreader.text.revision import Revision  # in most launches all words are there

            self._revision = Revision(before, self._text)
        return self._revision


def _at_its_place(text: Text, passage: Passage) -> Passage | None:
    """Give a passage as it stands at its place, if it does so in a text."""
    return passage_at(text, passage.start.block, passage.start.offset, passage.quote)


def _has_lost(mark: Bookmark | Decision, found: Passage | None) -> bool:
    return mark.placed and found is None


def _place_bookmark(store: Store, bookmark: Bookmark, finder: _Finder) -> Passage | None:
    found = finder.find(bookmark.passage, placed=bookmark.placed)
    if _has_moved(bookmark, bookmark.passage, found):
        store.bookmarks.move(bookmark.id, found)
    return found


def _place_decision(store: Store, decision: Decision, finder: _Finder) -> Passage | None:
    start = Place(decision.block, decision.start, decision.quote)
    words = Passage(start, Place(decision.block, decision.end), decision.quote)
    found = finder.find(words, placed=decision.placed)
    if found is not None and found.start.block != found.end.block:
        found = None
    if _has_moved(decision, words, found):
        store.decisions.move(decision.id, found)
    return found


def _has_moved(mark: Bookmark | Decision, old: Passage, found: Passage | None) -> bool:
    """Whether a mark is no longer where it was, or is so again."""
    return mark.placed != (found is not None) or (found is not None and found != old)

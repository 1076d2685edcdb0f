"""What the index keeps of a room's own reviews, with the places of the marks in them."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from herreader.errors import StoreError
from herreader.model.links import Link
from herreader.model.room import Review
from herreader.model.text import Block
from herreader.reading.lost import Lost
from herreader.reading.marks import look_for_marks
from herreader.store import AWAY, Store
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.rooms.reviews import ReviewText

BRINGING = "What is kept of the text could not be brought up to date"

_TO_BE_TOLD = "problems"
"""Stands before the fingerprint of a file with problems: by no file's own is it found again."""


class KeptTexts:
    """What the index keeps of a room's own reviews.

    A text and the places of the marks in it are kept together, or neither is. Methods raise
    StoreError where they don't say otherwise.
    """

    def __init__(self, store: Store, shelf: str) -> None:
        self._store = store
        self._shelf = shelf

    def headers(self) -> dict[str, tuple[str, Review]]:
        """Give the fingerprint and the header of each review, by id; no file has that of one away.

        That one's file was gone at the last launch, and marks in it are kept.
        """
        return self._store.index.headers(self._shelf)

    def fingerprint(self, review: str) -> str | None:
        """Give the fingerprint of a review; None if it is not kept."""
        return self._store.index.fingerprint(self._shelf, review)

    def links(self) -> tuple[Link, ...]:
        """Give the links of all reviews."""
        return self._store.index.links(self._shelf)

    def blocks(self, review: str, fingerprint: str | None = None) -> tuple[Block, ...] | None:
        """Give a review's blocks; None if there are none to be had, or not of that fingerprint."""
        try:
            return self._store.index.blocks(self._shelf, review, fingerprint)
        except StoreError:
            return None

    def keep(self, fingerprint: str, parsed: "ReviewText") -> Lost:
        """Keep a text, and look for the marks in it; give those that have no place any more."""
        index, review = self._store.index, parsed.review
        if parsed.problems:
            # So that it is parsed and reported again at the next launch.
            fingerprint = f"{_TO_BE_TOLD} {fingerprint}"
        if index.blocks(self._shelf, review.id, fingerprint) == parsed.blocks:
            return Lost()
        text = ParsedText(parsed.blocks)
        with self._store.together(BRINGING):
            known = index.blocks(self._shelf, review.id)
            before = ParsedText(known) if known is not None else None
            lost = look_for_marks(self._store, self._shelf, review.id, text, before)
            index.put(self._shelf, fingerprint, review, parsed.blocks, parsed.links)
        return lost

    def let_go(self, known: dict[str, tuple[str, Review]], here: Collection[str]) -> None:
        """Drop what is kept of reviews whose files are gone.

        But if there are marks in one, its blocks stay: once it is back, they tell what was marked.

        Args:
            known: What `headers` gave.
            here: The ids of the reviews whose files are there.
        """
        gone = [each for each in known.keys() - set(here) if known[each][0] != AWAY]
        if not gone:
            return
        with self._store.together(BRINGING):
            for review in gone:
                if self._is_marked(review):
                    self._store.index.set_aside(self._shelf, review)
                else:
                    self._store.index.forget(self._shelf, review)

    def has_marks_elsewhere(self, parsed: "ReviewText") -> bool:
        """Whether the marks in a review stand in another version of it, which is at hand."""
        before = self.blocks(parsed.review.id)
        moved = before is not None and before != parsed.blocks
        return moved and self._is_marked(parsed.review.id)

    def _is_marked(self, review: str) -> bool:
        bookmarked = self._store.bookmarks.of(self._shelf, review)
        return bool(bookmarked or self._store.decisions.of(self._shelf, review))

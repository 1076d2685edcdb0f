"""The texts that a reader has brought: their blocks, their found links, and what changes them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from herreader.errors import OvertakenError, TextError
from herreader.model import (
    METHOD,
    Aside,
    Known,
    LibraryText,
    Link,
    Origin,
    Review,
    Room,
    Text,
)
from herreader.reading.crossref import Spread
from herreader.reading.facts import Facts, amended, carried_over, exchanged
from herreader.reading.marks import look_for_marks
from herreader.store import Exchange, Store, Taken, Version
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.finding import Finder

LONGEST_ID = 40
"""Characters in an id that is made of a title."""

AT_ONCE = 128
"""Texts that are written in one transaction; other programs can't write meanwhile."""

_EDITING = "The facts could not be changed"


class Library:
    """The imported texts of one room.

    Every method raises StoreError if the store fails, and then has changed nothing.

    Attributes:
        problems: What kept the finder, once it is prepared, from what was learned of the scenes.
    """

    def __init__(self, store: Store, room: Room, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._room = room
        self._shelf = room.id
        self._clock = clock
        self._finder: Finder | None = None
        self.problems: tuple[str, ...] = ()

    @property
    def store(self) -> Store:
        """Where the texts are kept."""
        return self._store

    @property
    def finder(self) -> "Finder":
        """What finds the scenes in a text; prepared when it is first needed."""
        if self._finder is None:
            from herreader.finding import Finder
            from herreader.rooms.wording import read_wording

            slugs = (each.slug for each in self._room.scenes)
            wording, problems = read_wording(self._room.folder, slugs)
            self.problems = tuple(map(str, problems))
            self._finder = Finder.for_room(self._room, wording)
        return self._finder

    @cached_property
    def found_by(self) -> str:
        """Name what finds the scenes; by another name, links may differ."""
        from herreader.rooms.wording import finding_digest

        return f"{METHOD}-{finding_digest(self._room.folder)}"

    def headers(self) -> tuple[Review, ...]:
        """Give the headers of all texts, in the order in which they came."""
        return self._store.library.headers(self._shelf)

    def text(self, review: str) -> Text:
        """Give the blocks of a text.

        Raises:
            TextError: If it is no longer there.
        """
        blocks = self._store.library.blocks(self._shelf, review)
        if blocks is None:
            raise TextError(
                "The review is gone", "It has been removed meanwhile; undoing that brings it back."
            )
        return ParsedText(blocks)

    def aside(self, review: str) -> tuple[Aside, ...]:
        """Give what was set aside of a text when it was imported."""
        return self._store.library.aside(self._shelf, review)

    def origin(self, review: str) -> Origin | None:
        """Tell where a text comes from."""
        return self._store.library.origin(self._shelf, review)

    def known(self, review: str) -> Known:
        """Tell what is known of a text, and what of it the reader has said.

        Raises:
            StoreError: If it is no longer there.
        """
        return self._store.library.known(self._shelf, review)

    def bylines(self, reviews: Iterable[str]) -> dict[str, str]:
        """Tell who signs those of some texts that are there."""
        return self._store.library.bylines(self._shelf, reviews)

    def facts(self, review: str) -> Facts:
        """Tell what is known of a text, as it can be given back to `edit`; fails as `known`."""
        known = self.known(review)
        when, words = known.dated
        return Facts(known.title, known.byline, words or str(when or ""), known.source)

    # Links, as the cross-reference asks for them

    def of_review(self, review: str) -> tuple[Link, ...]:
        """Give the links found in one text, the unsure ones too."""
        return self._store.links.of_review(self._shelf, review)

    def of_scene(self, scene: str, least: float) -> tuple[Link, ...]:
        """Give the links found on one scene that are at least so sure."""
        return self._store.links.of_scene(self._shelf, scene, least=least)

    def spread(self, least: float) -> Mapping[str, Spread]:
        """Count the passages and the reviews for each scene of which any speaks."""
        counts = self._store.links.counts_by_scene(self._shelf, least=least)
        return {scene: Spread(count.passages, count.reviews) for scene, count in counts.items()}

    # Changes

    def of_digest(self, digest: str) -> str | None:
        """Give the review with that content, if it is there."""
        return self._store.library.by_digest(self._shelf, digest)

    def of_place(self, place: str) -> str | None:
        """Give the review that came from that file or address, if it is there."""
        return self._store.library.by_place(self._shelf, place) if place else None

    def of_source(self, source: str) -> str | None:
        """Give the review of which that is said to be the source, if it is there."""
        return self._store.library.by_source(self._shelf, source) if source else None

    def add(self, text: LibraryText) -> None:
        """Add a text that is not there yet."""
        self._store.library.add(self._shelf, text)

    def replace(self, text: LibraryText) -> None:
        """Put a changed version in the place of a text, and look for its marks.

        What the reader has said of the older one holds, but for what is given with the new one.
        """
        review = text.review.id
        with self._store.together("The review could not be replaced"):
            older = self.known(review)
            self._store.library.replace(self._shelf, text)
            self.carry_over(review, older, text.origin.by_hand)
            look_for_marks(self._store, self._shelf, review, ParsedText(text.blocks))

    # Runs of the import

    def bringing(self, batch: str, review: str) -> AbstractContextManager[None]:
        """Note that a run of the import adds, replaces or brings back a text meanwhile."""
        return self._store.batches.bringing(self._shelf, batch, review)

    def last_batch(self) -> str | None:
        """Give the last run of which anything is still there, by the time when it began."""
        return self._store.batches.last(self._shelf)

    def take_back(self, batch: str) -> Exchange:
        """Remove what a run has brought; what it replaced comes back, and its marks are sought."""
        with self._store.together("The import could not be taken back"):
            exchange = self._store.batches.take_back(self._shelf, batch, self._clock())
            self._look_for_marks(exchange.come)
        return exchange

    def bring_again(self, batch: str) -> Exchange:
        """Bring again what was taken back of a run, and look for its marks."""
        with self._store.together("The import could not be done again"):
            exchange = self._store.batches.bring_again(self._shelf, batch, self._clock())
            self._look_for_marks(exchange.come)
        return exchange

    # What was found anew, removed or edited

    def stale(self) -> tuple[str, ...]:
        """Give the texts whose links an older finder, or one of other scenes, has found."""
        return self._store.links.stale(self._shelf, self.found_by)

    def find_again(self, reviews: Sequence[str]) -> None:
        """Look anew for the scenes in some texts, and keep what is found every few texts."""
        for start in range(0, len(reviews), AT_ONCE):
            self._find_in(reviews[start : start + AT_ONCE])

    def remove(self, review: str) -> None:
        """Take a text away; its marks stay, for when it comes back."""
        self._store.library.remove(self._shelf, review, self._clock())

    def versions(self) -> tuple[Version, ...]:
        """Give all versions, in their order, of each review of which one was taken away."""
        return self._store.versions.all(self._shelf)

    def removed_as(self, digest: str) -> str | None:
        """Give the id under which a text with that content was last removed, if any was."""
        return self._store.library.by_digest(self._shelf, digest, removed=True)

    def restore(self, review: str, digest: str | None = None) -> None:
        """Bring back what was last removed under that id, and look for its marks.

        Args:
            review: The id.
            digest: The content, if it is to be one of several versions.
        """
        with self._store.together("The review could not be brought back"):
            self._store.library.restore(self._shelf, review, self._clock(), digest)
            look_for_marks(self._store, self._shelf, review, self.text(review))

    def edit(self, review: str, facts: Facts) -> tuple[Known, Known]:
        """Change what is known of a text; give what was known before, and what is known now.

        Raises:
            FactError: If the title is empty, or there is no date in the date's words.
            StoreError: If the text is no longer there.
        """
        with self._store.together(_EDITING):
            before = self.known(review)
            after = amended(before, facts)
            self._store.library.edit(self._shelf, review, after)
        return before, after

    def exchange(self, review: str, version: str, old: Known, new: Known) -> None:
        """Let facts on a text be again what they were, but for those that an edit left alone.

        Args:
            review: The text.
            version: The content of which they were known.
            old: What is known of it now, as far as the edit changed it.
            new: What was known before.

        Raises:
            OvertakenError: If the facts have been changed since, or another version is here.
        """
        with self._store.together(_EDITING):
            origin = self.origin(review)
            if origin is not None and origin.digest != version:
                raise OvertakenError(_EDITING, "Another version has taken its place since.")
            known = exchanged(self.known(review), old, new)
            self._store.library.edit(self._shelf, review, known)

    def carry_over(self, review: str, older: Known, given: Collection[str]) -> None:
        """Let what the reader has said of an older version of a text hold for the one there now.

        Args:
            review: The text.
            older: What was known of the older version.
            given: The facts, by their names in `Known`, that the reader has given for this one.
        """
        known = carried_over(self.known(review), older, given)
        self._store.library.edit(self._shelf, review, known)

    def corrections(self) -> dict[str, Any]:
        """Give the reader's decisions on all reviews of the room, as what JSON can hold."""
        return self._store.decisions.export(self._shelf)

    def take_corrections(self, document: object, text: Callable[[str], Text | None]) -> Taken:
        """Take over the decisions of another reader's document that are of use here, or none.

        Args:
            document: What `corrections` gave there.
            text: Gives the blocks of a review, or None if it is not here: the words that were
                decided on are looked for in them.

        Raises:
            StoreError: If it is no such document, or of another room, or can't be kept.
        """
        table, text = self._store.decisions, cache(text)  # asked for with each decision
        with self._store.together("The corrections could not be taken over"):
            scenes = {scene.slug for scene in self._room.scenes}
            stands = partial(_stands, text)
            taken = table.take(self._shelf, document, self._clock(), scenes, stands)
            for review in {decision.review for decision in table.all(self._shelf)}:
                there = text(review)
                if there is not None:
                    look_for_marks(self._store, self._shelf, review, there)
        return taken

    def free_id(self, title: str) -> str:
        """Make an id of a title that no review and no scene has."""
        reserved = {scene.slug for scene in self._room.scenes}
        reserved |= {review.id for review in self._room.reviews}
        return self._store.library.free_id(self._shelf, slug_of(title), reserved)

    def _look_for_marks(self, reviews: Iterable[str]) -> None:
        """Look for the marks in texts that have come back; most have none, and are not read."""
        store = self._store
        marked = {mark.review for mark in store.bookmarks.all(self._shelf)}
        marked |= {decision.review for decision in store.decisions.all(self._shelf)}
        for review in marked.intersection(reviews):
            look_for_marks(store, self._shelf, review, self.text(review))

    def _find_in(self, reviews: Sequence[str]) -> None:
        """Look for the scenes in some texts, and keep what is found in one transaction."""
        table = self._store.library
        found = {
            review: self.finder.find(review, blocks, title=self.known(review).title)
            for review in reviews
            if (blocks := table.blocks(self._shelf, review)) is not None
        }
        with self._store.together("The links could not be kept"):
            for review, links in found.items():
                self._store.links.put(self._shelf, review, links, self.found_by)


def _stands(text: Callable[[str], Text | None], review: str, words: str) -> bool:
    """Whether a review is here and has these words."""
    there = text(review)
    if there is None or not words:
        return there is not None
    blocks = (there.block(number) for number in range(1, there.last + 1))
    return any(block is not None and words in block.plain for block in blocks)


def slug_of(title: str) -> str:
    """Make an id of a title: small letters, digits and hyphens."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= LONGEST_ID:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST_ID]
    return slug or "review"

"""The texts that a reader has brought: their blocks, their found links, and what changes them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from herreader.errors import TextError
from herreader.model import Aside, LibraryText, Link, Origin, Review, Room, Text
from herreader.reading.crossref import Spread
from herreader.reading.marks import look_for_marks
from herreader.store import Store
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.finding import Finder

LONGEST_ID = 40
"""Characters in an id that is made of a title."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader knows of a review; None leaves a fact as it is."""

    title: str | None = None
    byline: str | None = None
    date_words: str | None = None
    source: str | None = None


class Library:
    """The imported texts of one room.

    Every method raises StoreError if the store fails, and then has changed nothing.
    """

    def __init__(self, store: Store, room: Room, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._room = room
        self._shelf = room.id
        self._clock = clock
        self._finder: Finder | None = None

    @property
    def store(self) -> Store:
        """Where the texts are kept."""
        return self._store

    @property
    def finder(self) -> "Finder":
        """What finds the scenes in a text; prepared when it is first needed."""
        if self._finder is None:
            from herreader.finding import Finder

            self._finder = Finder.for_room(self._room)
        return self._finder

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
                "The review is gone", "It has been removed meanwhile; u brings it back."
            )
        return ParsedText(blocks)

    def aside(self, review: str) -> tuple[Aside, ...]:
        """Give what was set aside of a text when it was imported."""
        return self._store.library.aside(self._shelf, review)

    def origin(self, review: str) -> Origin | None:
        """Tell where a text comes from."""
        return self._store.library.origin(self._shelf, review)

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

    def of_source(self, source: str) -> str | None:
        """Give the review that came from that file or address, if it is there."""
        return self._store.library.by_source(self._shelf, source) if source else None

    def add(self, text: LibraryText) -> None:
        """Add a text that is not there yet."""
        self._store.library.add(self._shelf, text)

    def replace(self, text: LibraryText) -> None:
        """Put a changed version in the place of a text, and look for its marks."""
        self._store.library.replace(self._shelf, text)
        look_for_marks(self._store, self._shelf, text.review.id, ParsedText(text.blocks))

    def find_again(self) -> int:
        """Look anew for the scenes in texts that an older finder has read; give their number."""
        version = self.finder.version
        stale = self._store.links.stale(self._shelf, version)
        for review in stale:
            blocks = self._store.library.blocks(self._shelf, review) or ()
            links = self.finder.find(review, blocks)
            self._store.links.put(self._shelf, review, links, version)
        return len(stale)

    def remove(self, review: str) -> None:
        """Take a text away; its marks stay, for when it comes back."""
        self._store.library.remove(self._shelf, review, self._clock())

    def restore(self, review: str) -> None:
        """Bring back the text that was last removed under that id."""
        self._store.library.restore(self._shelf, review, self._clock())

    def edit(self, review: Review, facts: Facts) -> None:
        """Change what is known of a text."""
        from herreader.importing.dates import find_date

        byline = review.byline if facts.byline is None else facts.byline
        changed = replace(review, title=facts.title or review.title, byline=byline)
        if facts.date_words is not None:
            found = find_date(facts.date_words)
            changed = replace(changed, date=found[0] if found else None)
        self._store.library.edit(
            self._shelf, changed, source=facts.source, date_words=facts.date_words
        )

    def free_id(self, title: str, taken: frozenset[str]) -> str:
        """Make an id of a title that no review and no scene has."""
        reserved = {scene.slug for scene in self._room.scenes} | taken
        reserved |= {review.id for review in self._room.reviews}
        return self._store.library.free_id(self._shelf, slug_of(title), reserved)


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


NOWHERE = Path()
"""The path of a text that is in no file."""

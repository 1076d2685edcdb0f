"""The texts that a reader has brought, to be read: their blocks, and their found links."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from herreader.errors import TextError
from herreader.model.imported import Aside, Known, Origin
from herreader.model.links import METHOD, Link, Spread
from herreader.model.room import Review, Room
from herreader.model.text import Block, Text
from herreader.reading.facts import Facts, facts_of
from herreader.rooms.loading import header_fingerprint
from herreader.store import Store
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.finding import Finder

OVERTAKEN = f"{METHOD}-overtaken"
"""The name of what finds scenes that are no longer those of the room."""


class ImportedTexts:
    """The imported texts of one room, and what finds the scenes in them.

    Every method raises StoreError if the store fails, and then has changed nothing.

    Attributes:
        problems: What kept the finder, once it is prepared, from what was learned of the scenes.
    """

    def __init__(
        self,
        store: Store,
        room: Room,
        clock: Callable[[], datetime],
        header: str = "",
    ) -> None:
        """Read nothing as yet.

        Args:
            store: Where the texts are kept.
            room: The room.
            clock: Gives the present moment.
            header: The state that the room's files were in when it was read.
        """
        self._store = store
        self._room = room
        self._shelf = room.id
        self._clock = clock
        self._header = header
        self._own = frozenset(review.id for review in room.reviews)
        self._finder: Finder | None = None
        self.problems: tuple[str, ...] = ()

    @property
    def store(self) -> Store:
        """Where the texts are kept."""
        return self._store

    @property
    def room(self) -> Room:
        """The room that they are in, without them."""
        return self._room

    @cached_property
    def makers(self) -> frozenset[str]:
        """The full names, in small letters, of those who made the work: they review it nowhere."""
        named = (*self._room.signs, *self._room.makers)
        return frozenset(name.casefold() for name in named if " " in name)

    @property
    def finder(self) -> "Finder":
        """What finds the scenes in a text; prepared when it is first needed."""
        if self._finder is None:
            from herreader.reading.preparing import prepare_finder

            _ = self.found_by  # first: what is learned anew meanwhile is not known by the old name
            self._finder, problems = prepare_finder(self._room)
            self.problems = tuple(problems)
        return self._finder

    @cached_property
    def found_by(self) -> str:
        """Name what finds the scenes; by another name, links may differ.

        Once the room's files are no longer as they were read, it is a name that none has: the next
        launch looks anew.
        """
        from herreader.reading.preparing import finder_name

        if self._header and self._header != header_fingerprint(self._room.folder):
            return OVERTAKEN
        return finder_name(self._room.folder)

    def headers(self) -> tuple[Review, ...]:
        """Give the headers of all texts, in the order in which they came.

        One that has an id of the room's own is left out.
        """
        headers = self._store.library.headers(self._shelf)
        return tuple(header for header in headers if header.id not in self._own)

    def text(self, review: str) -> Text:
        """Give the blocks of a text.

        Raises:
            TextError: If it is no longer there.
        """
        return ParsedText(self._blocks(review))

    def aside(self, review: str) -> tuple[Aside, ...]:
        """Give what was set aside of a text when it was imported."""
        return self._store.library.aside(self._shelf, review)

    def origin(self, review: str) -> Origin | None:
        """Tell where a text comes from."""
        return self._store.library.origin(self._shelf, review)

    def version(self, review: str) -> str:
        """Tell the versions of a text apart; empty if it is not there."""
        number = self._store.library.number(self._shelf, review)
        return "" if number is None else str(number)

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
        return facts_of(self.known(review))

    # Links, as the cross-reference asks for them

    def of_review(self, review: str) -> tuple[Link, ...]:
        """Give the links found in one text, the unsure ones too."""
        return () if review in self._own else self._store.links.of_review(self._shelf, review)

    def of_scene(self, scene: str, least: float) -> tuple[Link, ...]:
        """Give the links found on one scene that are at least so sure."""
        found = self._store.links.of_scene(self._shelf, scene, least=least)
        return tuple(link for link in found if link.review not in self._own)

    def spread(self, least: float) -> Mapping[str, Spread]:
        """Count the passages and the reviews for each scene of which any speaks."""
        return self._store.links.counts_by_scene(self._shelf, least=least)

    # Texts by what is known of them

    def of_digest(self, digest: str) -> str | None:
        """Give the review with that content, if it is there."""
        return self._store.library.by_digest(self._shelf, digest)

    def of_place(self, place: str) -> str | None:
        """Give the review that came from that file or address, if it is there."""
        return self._store.library.by_place(self._shelf, place) if place else None

    def of_source(self, source: str) -> str | None:
        """Give the review of which that is said to be the source, if it is there."""
        return self._store.library.by_source(self._shelf, source) if source else None

    def _blocks(self, review: str) -> tuple[Block, ...]:
        """Give the blocks of a text; TextError if it is no longer there."""
        blocks = self._store.library.blocks(self._shelf, review)
        if blocks is None:
            message = "It has been removed meanwhile; undoing that brings it back."
            raise TextError("The review is gone", message)
        return blocks

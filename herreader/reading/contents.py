"""What is in a room now: its reviews, their links, and what is kept of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from typing import Protocol

from herreader.errors import HerreaderError, StoreError, TextError
from herreader.model.links import Link
from herreader.model.marks import Bookmark, Decision, Progress
from herreader.model.room import Review, Room, Scene
from herreader.model.text import Passage, Text
from herreader.reading.broken import words_on_broken
from herreader.reading.crossref import AskedOnce, CrossReference, FoundLinks
from herreader.reading.library import Library
from herreader.reading.matches import Matches
from herreader.reading.references import Target, resolve
from herreader.reading.undo import Change, UndoStack
from herreader.store import FILE_SHELF, Store
from herreader.store.search import MOST
from herreader.text.safe import clean_line


class Texts(Protocol):
    """Where the headers, the blocks and the written links of a room's own reviews come from.

    Unless they say otherwise, they never change.
    """

    def text(self, review: str) -> Text:
        """Give the blocks of a review as they are now.

        Raises:
            HerreaderError: If its file can't be read any more.
        """

    def version(self, review: str) -> str:  # noqa: ARG002 - all are the same
        """Tell the states of a review's file apart."""
        return ""

    def is_as_read(self, review: str) -> bool:  # noqa: ARG002 - all are
        """Whether a review's file is in the state in which it was read last."""
        return True

    def keep(self, review: str) -> None:
        """Keep what could not be kept of a review before, in the transaction of the caller.

        Raises:
            StoreError: If it can't be kept now either.
        """
        del review  # all is kept

    def take_news(self) -> tuple[str, ...]:
        """Say what the reader should know of changes to the files since this was last asked."""
        return ()

    def read_anew(self) -> tuple[tuple[Review, ...], tuple[Link, ...]] | None:
        """Give the headers and the links if any file has changed since; None if none has."""
        return None


class Contents:
    """What is in a room now, and what is kept of it.

    Attributes:
        room: The work, its scenes and its reviews: its own, then the imported ones.
        library: The imported ones; None for a bare file, which can't have any.
        crossref: Which review speaks of which scene, and where.
        problems: What is wrong with the room, one line each.
        notices: What the reader must know about the store, one line each.
        bookmarks: All bookmarks in the room, in the order of its reviews and places.
        progress: How far each review has been read, by its id.
        decisions: What the reader has decided on links by hand.
    """

    def __init__(  # noqa: PLR0913 - what it stands on, given so that nothing is global
        self,
        store: Store,
        room: Room,
        *,
        shelf: str,
        texts: Texts,
        links: tuple[Link, ...],
        clock: Callable[[], datetime],
        library: Library | None = None,
        problems: tuple[str, ...] = (),
        notices: tuple[str, ...] = (),
    ) -> None:
        self.room = room
        self.library = library
        self.problems = problems
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.progress: Mapping[str, Progress] = {}
        self._store = store
        self._shelf = shelf
        self._texts = texts
        self._clock = clock
        self._undo = UndoStack()
        self._own = room.reviews
        self._written = links
        self._imported: frozenset[str] = frozenset()
        self._order: dict[str, int] = {}
        self._unsure = False
        self._behind = False
        self._found: FoundLinks | None = None
        self.decisions: tuple[Decision, ...] = ()
        self._reload_kept()
        self.notices = (*notices, *words_on_broken(store))

    @property
    def kept(self) -> bool:
        """Whether what is done outlasts the session."""
        return self._store.kept

    @property
    def remembers(self) -> bool:
        """Whether what was kept before could be opened."""
        return self._store.remembers

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, in the order of the scenes, then of the reviews and places."""
        return self.crossref.links

    def review(self, review: str) -> Review:
        """Give the review with that id; KeyError if there is none."""
        return self.room.reviews[self._order[review]]

    def title_of(self, review: str) -> str:
        """Give a review's title, or its id if it is no longer in the room."""
        return self.review(review).title if review in self._order else clean_line(review)

    def has(self, review: str) -> bool:
        """Whether a review is in the room now."""
        return review in self._order

    def number_of(self, review: str) -> int:
        """Give the position of a review in the room, from 0; KeyError if there is none."""
        return self._order[review]

    def address(self, review: str, block: int) -> str:
        """Give the address of a block: the review's id, or a bare file's name, and the number."""
        name = self.title_of(review) if self._shelf == FILE_SHELF else review
        return f"{name}:{block}"

    def text(self, review: str) -> Text:
        """Give the blocks of a review.

        Raises:
            HerreaderError: If it is no longer there, or can't be read any more.
        """
        if self.has(review) and not self.is_imported(review) and not self._texts.is_as_read(review):
            self.reload()  # its links stand elsewhere now
        return self.text_as_read(review)

    def text_as_read(self, review: str) -> Text:
        """Give the blocks of a review, of a file as it was read last.

        So in a transaction: a file that is read anew there would have its marks moved in vain, if
        the transaction failed.

        Raises:
            HerreaderError: If it is no longer there, or can't be read any more.
        """
        if not self.has(review):
            raise TextError("The review is gone", "It is no longer in the room; choose another.")
        if self.library is not None and self.is_imported(review):
            return self.library.text(review)
        return self._texts.text(review)

    def text_or_none(self, review: str) -> Text | None:
        """Give the blocks of a review; None if it is not here, or can't be read just now."""
        try:
            return self.text(review)
        except HerreaderError:
            return None

    def version_of(self, review: str) -> str:
        """Tell the versions of a review apart, as it is now; nothing if there is none.

        Raises:
            StoreError: If the store can't be read.
        """
        if self.library is not None and self.is_imported(review):
            return self.library.version(review)
        return self._texts.version(review) if self.has(review) else ""

    def is_imported(self, review: str) -> bool:
        """Whether a review is one that the reader has brought."""
        return review in self._imported

    def scenes_of(self, passage: Passage, review: str) -> tuple[Scene, ...]:
        """Give the scenes of which a passage speaks."""
        return self.crossref.scenes_at(review, passage.start, passage.end)

    def reload(self) -> None:
        """Read anew what the store keeps, and what has changed of the room's own reviews.

        Raises:
            StoreError: If the store can't be read.
        """
        self._behind = True  # until all of it could be read
        self._own, self._written = self._texts.read_anew() or (self._own, self._written)
        self._reload_kept()
        self._behind = False

    def _reload_kept(self) -> None:
        imported = self.library.headers() if self.library is not None else ()
        self._imported = frozenset(review.id for review in imported)
        if self.room.reviews != (*self._own, *imported):
            self.room = self.room._replace(reviews=(*self._own, *imported))
        self._order = {review.id: number for number, review in enumerate(self.room.reviews)}
        self._found = AskedOnce(self.library) if self.library and imported else None
        self._reload_decisions()
        self._reload_marks()

    def _reload_decisions(self) -> None:
        self.decisions = self._store.decisions.all(self._shelf)
        self._cross_reference()

    def _reload_marks(self) -> None:
        last = len(self._order)
        kept = self._store.bookmarks.all(self._shelf)
        if self._shelf == FILE_SHELF:
            # All bare files share a shelf; those that are not open are none of this room's.
            kept = tuple(mark for mark in kept if mark.review in self._order)
        self.bookmarks = tuple(
            sorted(
                kept,
                key=lambda mark: (
                    self._order.get(mark.review, last),
                    mark.review,
                    mark.passage.start,
                ),
            )
        )
        self.progress = self._store.progress.all(self._shelf)

    def refresh(self) -> bool:
        """Take over what another herreader has changed; True if something has.

        What could not be read is read the next time.

        Raises:
            StoreError: If the store can't be read.
        """
        if not self._store.changed_elsewhere() and not self._behind:
            return False
        self.reload()
        return True

    def take_news(self) -> tuple[str, ...]:
        """Say what has become of marks in files that have changed, once."""
        return self._texts.take_news()

    def find_words(self, query: str) -> Matches:
        """Find the blocks of the room's reviews that hold the words of a query.

        Raises:
            StoreError: If the query can't be answered; the message says what to ask instead.
        """
        found = self._store.search.find(self._shelf, query)
        # What another herreader has just imported is here after the next `refresh`.
        here = (hit for hit in found[:MOST] if self.has(hit.review))
        return Matches.grouped(here, more=len(found) > MOST)

    def citation(self, review: str, passage: Passage) -> str:
        """Give a passage's words with their source: title, byline, year and address."""
        source = ", ".join(filter(None, (self.title_of(review), self.credit(review))))
        return f"“{passage.quote}”\n— {source} ({self.address(review, passage.start.block)})\n"

    def credit(self, review: str) -> str:
        """Say who wrote a review, and in which year, as far as that is known."""
        if not self.has(review):
            return ""
        header = self.review(review)
        year = str(header.date.year) if header.date else ""
        return ", ".join(filter(None, (header.byline, year)))

    def next_unread(self, review: str) -> Review | None:
        """Give the first review after this one, around, that has not been read to its end."""
        at = self._order.get(review, 0)
        reviews = self.room.reviews
        for number in chain(range(at + 1, len(reviews)), range(at)):
            progress = self.progress.get(reviews[number].id)
            if progress is None or not progress.finished:
                return reviews[number]
        return None

    def resolve(self, reference: str) -> Target:
        """Find what a reference stands for: a review's id, a scene's slug, or `REVIEW:12`.

        Titles serve as well, whatever their case.

        Raises:
            UnknownReferenceError: If the room has nothing of that name; names the nearest.
        """
        return resolve(self.room, self.crossref, self.text, reference)

    def close(self) -> None:
        """Close the store; calling it twice does no harm."""
        self._store.close()

    @contextmanager
    def _marking(self, title: str, reviews: Iterable[str]) -> Iterator[None]:
        """Begin a transaction that keeps marks in reviews, with their texts as they are shown."""
        with self._store.together(title):
            for review in reviews:
                if self.has(review) and not self.is_imported(review):
                    self._texts.keep(review)
            yield

    def _cross_reference(self) -> None:
        self.crossref = CrossReference(
            self.room, self._written, self._found, self.decisions, unsure=self._unsure
        )

    def _did(
        self,
        name: str,
        undo: Callable[[], object],
        redo: Callable[[], object],
        reload: Callable[[], object],
    ) -> None:
        """Remember what was done; `reload` reads anew what it changes, now and at each undo."""

        def take_over() -> None:
            try:
                reload()
            except StoreError:
                self._behind = True  # it is done all the same; `refresh` tries again

        def and_take_over(act: Callable[[], object]) -> Callable[[], None]:
            def do() -> None:
                act()
                take_over()

            return do

        self._undo.did(Change(name, and_take_over(undo), and_take_over(redo)))
        take_over()

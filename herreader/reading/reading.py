"""What a reader can do in a room: all that the screen and the command line call."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Protocol

from herreader.errors import TextError
from herreader.model import (
    Bookmark,
    Decision,
    Hit,
    Link,
    Passage,
    Place,
    Progress,
    Review,
    Room,
    Scene,
    Text,
    Verdict,
)
from herreader.reading.crossref import AskedOnce, CrossReference, Found
from herreader.reading.library import Facts, Library
from herreader.reading.references import Target, resolve
from herreader.reading.undo import Change, UndoStack
from herreader.store import FILE_SHELF, Store
from herreader.text.safe import clean_line


class Texts(Protocol):
    """Where the blocks of a room's reviews come from."""

    def text(self, review: str) -> Text:
        """Give the blocks of a review.

        Raises:
            HerreaderError: If its file can't be read any more.
        """


class Reading:
    """One reader in one room.

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
        self.notices = notices
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
        self._found: Found | None = None
        self.decisions: tuple[Decision, ...] = ()
        self.reload()

    @property
    def kept(self) -> bool:
        """Whether what is done outlasts the session."""
        return self._store.kept

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
        if not self.has(review):
            raise TextError("The review is gone", "It is no longer in the room; choose another.")
        if self.library is not None and review in self._imported:
            return self.library.text(review)
        return self._texts.text(review)

    def is_imported(self, review: str) -> bool:
        """Whether a review is one that the reader has brought."""
        return review in self._imported

    def scenes_of(self, passage: Passage, review: str) -> tuple[Scene, ...]:
        """Give the scenes of which a passage speaks."""
        return self.crossref.scenes_at(review, passage.start, passage.end)

    def reload(self) -> None:
        """Read from the store again what it keeps: reviews, links, bookmarks, progress.

        Raises:
            StoreError: If the store can't be read.
        """
        imported = self.library.headers() if self.library is not None else ()
        self._imported = frozenset(review.id for review in imported)
        if self.room.reviews != (*self._own, *imported):
            self.room = replace(self.room, reviews=(*self._own, *imported))
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

        Raises:
            StoreError: If the store can't be read.
        """
        if not self._store.changed_elsewhere():
            return False
        self.reload()
        return True

    def bookmark_at(self, review: str, start: Place, end: Place) -> Bookmark | None:
        """Give the bookmark that shares words with a passage; of several, the last one made."""
        found = [
            mark
            for mark in self.bookmarks
            if mark.review == review
            and mark.placed
            and mark.passage.start < end
            and start < mark.passage.end
        ]
        return max(found, key=lambda mark: mark.created, default=None)

    def toggle_bookmark(self, review: str, passage: Passage, section: str) -> Bookmark | None:
        """Bookmark a passage, or take away the bookmark that it shares words with.

        Returns:
            The new bookmark, or None if one was taken away.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        present = self.bookmark_at(review, passage.start, passage.end)
        if present is not None:
            self.delete_bookmark(present)
            return None
        added = self._store.bookmarks.add(
            self._shelf, review, passage, section=section, created=self._clock()
        )
        self._did(
            "new bookmark",
            lambda: self._delete(added),
            lambda: self._restore(added),
            self._reload_marks,
        )
        return added

    def delete_bookmark(self, bookmark: Bookmark) -> None:
        """Take a bookmark away; it can be undone.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        self._delete(bookmark)
        self._did(
            "bookmark taken away",
            lambda: self._restore(bookmark),
            lambda: self._delete(bookmark),
            self._reload_marks,
        )

    def set_note(self, bookmark: Bookmark, note: str) -> None:
        """Write the note of a bookmark; it can be undone.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        note = clean_line(note).strip()
        table = self._store.bookmarks
        before = table.set_note(bookmark.id, note)
        self._did(
            "note",
            lambda: table.set_note(bookmark.id, before),
            lambda: table.set_note(bookmark.id, note),
            self._reload_marks,
        )

    def undo(self) -> str | None:
        """Take back the last change and name it; None if there is none.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        return self._undo.undo()

    def redo(self) -> str | None:
        """Do once more what was undone last and name it; None if there is nothing.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        return self._undo.redo()

    def keep_progress(self, progress: Progress) -> None:
        """Store how far a review has been read.

        Raises:
            StoreError: If it could not be kept.
        """
        self._store.progress.save(self._shelf, progress, self._clock())
        self.progress = self._store.progress.all(self._shelf)

    def citation(self, review: str, passage: Passage) -> str:
        """Give a passage's words with their source: title, byline, year and address."""
        header = self.review(review)
        year = str(header.date.year) if header.date else ""
        source = ", ".join(part for part in (header.title, header.byline, year) if part)
        return f"“{passage.quote}”\n— {source} ({self.address(review, passage.start.block)})\n"

    # Links by hand

    @property
    def unsure(self) -> bool:
        """Whether links that are not sure are shown as well."""
        return self._unsure

    def show_unsure(self, *, shown: bool) -> None:
        """Show the links that are not sure as well, or keep them apart again."""
        self._unsure = shown
        self._cross_reference()

    def decide(self, links: Iterable[Link], verdict: Verdict) -> None:
        """Keep what the reader says of some links, one act of which undo takes back; it is final.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        self._decide((link, verdict) for link in links)

    def link_to_another(self, link: Link, scene: str) -> None:
        """Say that the words of a link speak of another scene instead; one act to undo.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        other = replace(link, scene=scene)
        self._decide(((link, Verdict.REJECTED), (other, Verdict.LINKED)))

    def _decide(self, verdicts: Iterable[tuple[Link, Verdict]]) -> None:
        store, table = self._store, self._store.decisions
        title = "The decision could not be kept"
        with store.together(title):
            made = [
                table.decide(self._shelf, link, verdict, self._clock())
                for link, verdict in verdicts
            ]

        def undo() -> None:
            with store.together(title):
                for decision in made:
                    table.undo(decision.id, self._clock())

        def redo() -> None:
            with store.together(title):
                for decision in made:
                    table.redo(decision.id)

        self._did("decision on a scene", undo, redo, self._reload_decisions)

    def link_by_hand(self, review: str, scene: str, passage: Passage) -> None:
        """Link a passage to a scene; one that goes over several blocks, block by block.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        self.decide(_links_of(self.text(review), review, scene, passage), Verdict.LINKED)

    # Imported reviews

    def remove(self, review: str) -> None:
        """Take an imported review out of the room; it can be undone.

        Raises:
            StoreError: If it could not be done; then nothing has changed.
        """
        if self.library is not None:
            library = self.library
            library.remove(review)
            self._did(
                "removal",
                lambda: library.restore(review),
                lambda: library.remove(review),
                self.reload,
            )

    def edit(self, review: str, facts: Facts) -> None:
        """Change what is known of an imported review; it can be undone.

        Raises:
            FactError: If the title is empty, or there is no date in the date's words.
            StoreError: If it could not be kept; then nothing has changed.
        """
        if self.library is not None:
            library, header = self.library, self.review(review)
            origin = library.origin(review)
            library.edit(header, facts)
            if origin is not None:
                self._did(
                    "change to a review",
                    lambda: library.put_back(header, origin),
                    lambda: library.edit(header, facts),
                    self.reload,
                )

    def find_words(self, query: str) -> tuple[Hit, ...]:
        """Find the blocks of all reviews that hold the words of a query, the best first.

        Raises:
            StoreError: If the query can't be answered; the message says what to ask instead.
        """
        return self._store.search.find(self._shelf, query)

    # The session

    def session(self) -> dict[str, str]:
        """Give what the last session left: the open review, panes, theme and column.

        Raises:
            StoreError: If the store can't be read.
        """
        return self._store.session.load(self._shelf)

    def keep_session(self, values: Mapping[str, str]) -> None:
        """Store parts of the session.

        Raises:
            StoreError: If they could not be kept.
        """
        self._store.session.save(self._shelf, values)

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

        def and_reload(act: Callable[[], object]) -> Callable[[], None]:
            def do() -> None:
                act()
                reload()

            return do

        self._undo.did(Change(name, and_reload(undo), and_reload(redo)))
        reload()

    def _delete(self, bookmark: Bookmark) -> None:
        self._store.bookmarks.delete(bookmark.id, self._clock())

    def _restore(self, bookmark: Bookmark) -> None:
        self._store.bookmarks.restore(bookmark.id)


def _links_of(text: Text, review: str, scene: str, passage: Passage) -> Iterator[Link]:
    """Give the links that tie the words of a passage to a scene, one a block."""
    for number in range(passage.start.block, passage.end.block + 1):
        block = text.block(number)
        if block is None:
            return
        start = passage.start.offset if number == passage.start.block else 0
        end = passage.end.offset if number == passage.end.block else len(block.plain)
        if block.plain[start:end].strip():
            yield Link(scene, review, number, start, end, block.plain[start:end])

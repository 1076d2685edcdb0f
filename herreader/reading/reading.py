"""What a reader can do in a room: all that the screen and the command line call."""

from collections.abc import Callable, Mapping

from herreader.model.imported import Aside
from herreader.model.marks import Bookmark, Progress
from herreader.model.text import Passage, Place, Text
from herreader.reading.facts import Facts
from herreader.reading.linking import Linking
from herreader.reading.lost import shortened
from herreader.reading.marks import look_for_bookmark
from herreader.reading.seen import catch_up, passage_now, text_now
from herreader.reading.undo import Change
from herreader.text.safe import clean_line

_KEEPING = "The bookmark could not be kept"
_DELETING = "The bookmark could not be deleted"
_RESTORING = "The bookmark could not be brought back"


class Reading(Linking):
    """One reader in one room: what they keep of it, and change in it."""

    # Bookmarks

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
        return max(found, key=lambda mark: mark.id, default=None)  # a clock may go back

    def toggle_bookmark(
        self, review: str, passage: Passage, section: str, version: str | None = None
    ) -> Bookmark | None:
        """Bookmark a passage, or take away the bookmark that it shares words with.

        What another window has done so already is not done once more.

        Args:
            review: The review.
            passage: The passage.
            section: The heading above it; may be empty.
            version: What `version_of` said of the review when the passage was seen. If it is
                another version now, the words are looked for in it; None if they were read just
                now.

        Returns:
            The bookmark that is there, or None if one was taken away.

        Raises:
            OvertakenError: If the words do not stand just once in another version.
            StoreError: If the change could not be kept; then nothing has changed.
        """
        catch_up(self, review, version)
        present = self.bookmark_at(review, passage.start, passage.end)
        title = _DELETING if present else _KEEPING
        with self._marking(title, [review]):
            passage = passage_now(self, title, review, passage, version)
            present = self.bookmark_at(review, passage.start, passage.end)
            if present is None:
                self._reload_marks()  # until the end of this, no other window changes them
                there = self.bookmark_at(review, passage.start, passage.end)
                added = self._add(review, passage, section) if there is None else None
        if present is not None:
            self.delete_bookmark(present)  # by its number, and with the note that was seen
            return None
        if added is not None:
            self._did("new bookmark", *self._acts_on(added), self._reload_marks)
        return added or there

    def delete_bookmark(self, bookmark: Bookmark) -> None:
        """Take a bookmark away; it can be undone.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        take_away, bring_back = self._acts_on(bookmark)
        take_away()
        self._did("bookmark taken away", bring_back, take_away, self._reload_marks)

    def deleted_bookmarks(self) -> tuple[Bookmark, ...]:
        """Give the bookmarks that were taken away, the last one first; they are kept for good.

        Raises:
            StoreError: If the store can't be read.
        """
        return self._store.bookmarks.deleted(self._shelf)

    def bring_back(self, bookmark: Bookmark) -> None:
        """Bring a bookmark back that was taken away, by whichever window; it can be undone.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed.
        """
        take_away, bring_back = self._acts_on(bookmark)
        bring_back()
        self._did("bookmark brought back", take_away, bring_back, self._reload_marks)

    def set_note(self, bookmark: Bookmark, note: str) -> bool:
        """Write a note in the place of the one that was seen on a bookmark; it can be undone.

        Returns:
            Whether it is another one; the same is not written again.

        Raises:
            OvertakenError: If it has another note by now, or has been taken away.
            StoreError: If the change could not be kept; then nothing has changed.
        """
        note, before = clean_line(note).strip(), bookmark.note
        if note == before:
            return False
        table = self._store.bookmarks
        table.set_note(bookmark.id, note, before)
        self._did(
            "note",
            lambda: table.set_note(bookmark.id, before, note),
            lambda: table.set_note(bookmark.id, note, before),
            self._reload_marks,
        )
        return True

    @property
    def last_change(self) -> Change | None:
        """What `undo` would take back."""
        return self._undo.last

    def undo(self, change: Change | None = None) -> str | None:
        """Take back the last change, or the given one, and name it; None if there is none.

        Raises:
            StoreError: If the change could not be kept; then nothing has changed. If it is an
                OvertakenError, the change is forgotten, and the one before it is the last.
        """
        return self._undo.undo(change)

    def redo(self) -> str | None:
        """Do once more what was undone last and name it; None if there is nothing.

        Raises:
            StoreError: As `undo` does.
        """
        return self._undo.redo()

    def keep_progress(self, progress: Progress) -> None:
        """Store how far a review has been read.

        Raises:
            StoreError: If it could not be kept. Where nothing is, it holds for now all the same.
        """
        if not self.kept:
            joined = progress.joined(self.progress.get(progress.review))
            self.progress = {**self.progress, progress.review: joined}
        self._store.progress.save(self._shelf, progress, self._clock())
        self.progress = self._store.progress.all(self._shelf)

    # Imported reviews

    def remove(self, review: str) -> None:
        """Take an imported review out of the room; it can be undone.

        Raises:
            StoreError: If it could not be done; then nothing has changed.
        """
        if self.library is not None:
            library, title = self.library, self.title_of(review)
            text = library.remove(review)
            self._did(
                f"removal of {title}",
                lambda: library.bring_back(review, text),
                lambda: library.remove(review, text),
                self.reload,
            )

    def brought_in(self, batch: str, what: str) -> None:
        """Take over what a run of the import has brought; undone, all of it goes as one.

        Args:
            batch: The run.
            what: What it was, as it follows "Undone: ".
        """
        if self.library is not None:
            library = self.library
            gone: tuple[str, ...] = ()

            def undo() -> None:
                nonlocal gone
                gone = library.take_back(batch).gone

            self._did(what, undo, lambda: library.bring_again(batch, gone), self.reload)

    def edit(self, review: str, facts: Facts, seen: Facts | None = None) -> None:
        """Change what is known of an imported review; it can be undone.

        Args:
            review: The review.
            facts: What is changed.
            seen: What was known of it when that was written; None if it was never looked at.

        Raises:
            FactError: If the title is empty, or there is no date in the date's words.
            OvertakenError: If the review is gone, or one of the facts is not as it was seen.
            StoreError: If it could not be kept; then nothing has changed.
        """
        if self.library is not None:
            library, version = self.library, self.version_of(review)
            before, after = library.edit(review, facts, seen)
            self._did(
                f"change to {self.title_of(review)}",
                lambda: library.exchange(review, version, after, before),
                lambda: library.exchange(review, version, before, after),
                self.reload,
            )

    def put_back(self, review: str, part: Aside) -> None:
        """Let an imported review have a part again that was set aside; it can be undone.

        Raises:
            OvertakenError: If the part is no longer among what was set aside.
            StoreError: If it could not be kept; then nothing has changed.
        """
        from herreader.reading.putting_back import change_version, put_back  # seldom of use

        if self.library is not None:
            library, before = self.library, self.version_of(review)
            put_back(library, review, [part])
            after = library.version(review)
            self._did(
                f"putting back of {shortened(part.block.plain)}",
                lambda: change_version(library, review, after, before),
                lambda: change_version(library, review, before, after),
                self.reload,
            )

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

    def _add(self, review: str, passage: Passage, section: str) -> Bookmark:
        return self._store.bookmarks.add(
            self._shelf, review, passage, section=section, created=self._clock()
        )

    def _acts_on(self, bookmark: Bookmark) -> tuple[Callable[[], None], Callable[[], None]]:
        """Give what takes a bookmark away, and what brings it back where its words are now.

        It goes with the note that was seen on it, and with no other.
        """
        store, table, review = self._store, self._store.bookmarks, bookmark.review
        note = bookmark.note
        before: Text | None = None

        def take_away() -> None:
            nonlocal before
            with store.together(_DELETING):
                before = text_now(self, review)
                table.delete(bookmark.id, self._clock(), note)

        def bring_back() -> None:
            nonlocal note
            self.text_or_none(review)  # as `catch_up` does
            with self._marking(_RESTORING, [review]):
                back, text = table.restore(bookmark.id), text_now(self, review)
                note = note if back is None else back.note
                if back is not None and text is not None:
                    look_for_bookmark(store, back, text, before)

        return take_away, bring_back

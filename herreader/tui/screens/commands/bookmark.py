"""Keeping passages: bookmarks, their notes, the selection, the clipboard."""

from herreader.model.marks import Bookmark
from herreader.text.motions import section_of
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.noting import ask_for_note
from herreader.tui.screens.undoing import redo, undo

CLIPBOARD_BYTES = 75_000
"""What terminals take; some drop anything longer without a word."""


class BookmarkCommands(Handler):
    """Changes bookmarks by one call to `reading` each; an error changes nothing on the screen."""

    def toggle(self, _count: int | None) -> None:
        """Bookmark the sentence or the selection, or take the bookmark away."""
        self._toggle()

    def delete(self, _count: int | None) -> None:
        """Take the bookmark under the cursor away."""
        mark = self._here()
        if mark is None:
            self.screen.say("There is no bookmark here.")
        elif self.attempt(lambda: self.screen.reading.delete_bookmark(mark)):
            self.say_done(_taken_away(mark))

    def note(self, _count: int | None) -> None:
        """Write a note on the bookmark here; where there is none, bookmark the passage first."""
        mark = self._here() or self._toggle()
        if mark is not None:
            ask_for_note(self.screen, self.screen.reading, mark, self._kept_note)

    def list(self, _count: int | None) -> None:
        """List the bookmarks of all reviews."""
        from herreader.tui.screens.bookmarks import BookmarksScreen

        screen = self.screen
        bookmarks = BookmarksScreen(screen.reading, screen.keymap, screen.ink)
        screen.app.push_screen(bookmarks, self._leave_list)

    def next(self, count: int | None) -> None:
        """Go to the next bookmark in this review."""
        self._step(count or 1)

    def previous(self, count: int | None) -> None:
        """Go to the bookmark before in this review."""
        self._step(-(count or 1))

    def undo(self, count: int | None) -> None:
        """Undo the last changes: to bookmarks, notes, links by hand and imported reviews."""
        self._tell(undo(self.screen, self.screen.reading, count))

    def redo(self, count: int | None) -> None:
        """Do again what was undone."""
        self._tell(redo(self.screen, self.screen.reading, count))

    def select(self, _count: int | None) -> None:
        """Start a selection, or let it go."""
        page = self.screen.page
        if page.selecting:
            page.clear_selection()
        else:
            page.select_from_cursor()
            self.screen.say("Selecting: move to extend, then bookmark or copy; Escape lets go")

    def copy(self, _count: int | None) -> None:
        """Send the passage with its source to the terminal's clipboard."""
        screen = self.screen
        passage = self.passage()
        if passage is None:
            return
        words = screen.reading.citation(screen.review, passage)
        if len(words.encode()) > CLIPBOARD_BYTES:
            screen.say("Too long for the clipboard: select less.")
            return
        screen.app.copy_to_clipboard(words)
        screen.page.clear_selection()
        screen.say("Sent to the terminal's clipboard, with its source")

    def _toggle(self) -> Bookmark | None:
        """Bookmark the passage, and give the bookmark; or take away the one that is there."""
        screen, passage = self.screen, self.passage()
        if passage is None:
            return None
        review, section, version = screen.review, self._section(), screen.version
        there = self._here()
        made: Bookmark | None = None

        def toggle() -> None:
            nonlocal made
            made = screen.reading.toggle_bookmark(review, passage, section, version)

        if self.attempt(toggle):
            self.say_done("Bookmarked" if made else _taken_away(there))
            screen.page.clear_selection()
        return made

    def _kept_note(self, note: str) -> None:
        """Show a note that was kept."""
        self.screen.take_over()
        self.say_done("Note kept" if note.strip() else "Note taken away")

    def _section(self) -> str:
        if self.screen.text is None:
            return ""
        heading = section_of(self.screen.text, self.screen.page.selected()[0])
        return heading.plain if heading else ""

    def _here(self) -> Bookmark | None:
        return self.screen.reading.bookmark_at(self.screen.review, *self.screen.page.selected())

    def _step(self, by: int) -> None:
        screen = self.screen
        placed = [mark for mark in screen.marks if mark.placed]
        if not placed:
            screen.say("There are no bookmarks in this review yet.")
            return
        cursor = screen.page.cursor
        if by > 0:
            beyond = [mark for mark in placed if mark.passage.start > cursor]
            target = (beyond or placed)[min(by, len(beyond or placed)) - 1]
        else:
            beyond = [mark for mark in placed if mark.passage.start < cursor]
            target = (beyond or placed)[max(by, -len(beyond or placed))]
        if not screen.jump(screen.review, target.passage.start):
            return
        words = target.note or f"Bookmark {placed.index(target) + 1:,} of {len(placed):,}"
        around = not beyond and len(placed) > 1
        screen.say(f"{words} · around again" if around else words)

    def _leave_list(self, mark: Bookmark | None) -> None:
        self.screen.take_over()
        if mark is not None:
            self.screen.jump(mark.review, mark.passage.start)

    def _tell(self, done: str) -> None:
        """Show what was undone or done again, of which a part may have been, and tell it."""
        self.screen.take_over()
        if done:
            self.screen.say(done)


def _taken_away(mark: Bookmark | None) -> str:
    """Say what was taken away."""
    return "Bookmark and its note taken away" if mark and mark.note else "Bookmark taken away"

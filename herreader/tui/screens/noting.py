"""The note on a bookmark: asked for on the page and in the list of bookmarks, and kept.

What another window has done to the bookmark meanwhile is told, and the note asked for again, with
what was typed: so nobody's words are lost unseen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from herreader.errors import OvertakenError, StoreError
from herreader.model.marks import Bookmark
from herreader.reading import Reading
from herreader.reading.lost import SHOWN, shortened
from herreader.tui.screens.keyed import KeyedScreen
from herreader.tui.widgets.prompt import Asker, Prompt

GONE = "The bookmark has been taken away meanwhile. Enter brings it back, with this note."
WRITTEN = "Another window has written {} there. Enter puts this note in its place."
EMPTIED = "Another window has taken away the note that was there. Enter writes this one."


@dataclass(slots=True)
class _Writing:
    """A note that is being written.

    Attributes:
        reading: Where it is kept.
        mark: The bookmark as the reader knows it.
        catch_up: Shows what is there now.
        kept: Is called with the note once it is kept.
        gone: Whether the reader knows that the bookmark has been taken away.
    """

    reading: Reading
    mark: Bookmark
    catch_up: Callable[[], object]
    kept: Callable[[str], object]
    gone: bool = False

    def keep(self, note: str) -> None:
        """Keep the note; StoreError, which says what Enter does then, if it can't be as yet."""
        brought_back = self.gone
        try:
            if self.gone:
                self.reading.bring_back(self.mark)
                self.gone = False
            changed = self.reading.set_note(self.mark, note)
        except OvertakenError as error:
            self.catch_up()
            raise StoreError(error.title, self._learn()) from error
        if changed or brought_back:
            self.kept(note)

    def _learn(self) -> str:
        """Take over what has become of the bookmark, and tell it."""
        number = self.mark.id
        now = next((mark for mark in self.reading.bookmarks if mark.id == number), None)
        self.gone = now is None
        if now is None:
            return GONE
        self.mark = now
        return WRITTEN.format(shortened(now.note, SHOWN)) if now.note else EMPTIED


def ask_for_note(
    screen: KeyedScreen[Any], reading: Reading, mark: Bookmark, kept: Callable[[str], object]
) -> None:
    """Ask for the note on a bookmark, and keep it.

    Args:
        screen: Where to ask.
        reading: Where it is kept.
        mark: The bookmark.
        kept: Is called with the note once it is kept.
    """
    writing = _Writing(reading, mark, screen.catch_up, kept)
    asker = Asker(writing.keep, elsewhere=writing.keep)
    screen.query_one(Prompt).ask(asker, "Note:", mark.note, "a few words of your own")

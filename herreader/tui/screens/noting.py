"""The note on a bookmark: asked for on the page and in the list of bookmarks, and kept."""

from collections.abc import Callable

from herreader.errors import OvertakenError
from herreader.model.marks import Bookmark
from herreader.reading import Reading
from herreader.tui.widgets.prompt import Asker, Prompt


def ask_for_note(prompt: Prompt, mark: Bookmark, keep: Callable[[str], object]) -> None:
    """Ask for the note on a bookmark."""
    prompt.ask(Asker(keep), "Note:", mark.note, "a few words of your own")


def keep_note(reading: Reading, number: int, note: str) -> None:
    """Keep a note that was entered, on the bookmark of that number.

    Raises:
        OvertakenError: If that is no longer there.
        StoreError: If the note could not be kept; then nothing has changed.
    """
    mark = next((mark for mark in reading.bookmarks if mark.id == number), None)
    if mark is None:
        message = "That bookmark is gone; bookmark its words again to write it."
        raise OvertakenError("The note could not be kept", message)
    reading.set_note(mark, note)

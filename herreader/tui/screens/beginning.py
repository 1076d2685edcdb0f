"""How a session begins: as the last one ended, at what was asked for, or with a welcome."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from herreader.keys import Keymap
from herreader.reading.history import Visit
from herreader.tui.screens.panes import Panes
from herreader.tui.screens.renewal import nothing_here
from herreader.tui.screens.room import COLUMN

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


def open_first(screen: "ReadingScreen", left: Visit | None, start: str | None) -> None:
    """Open what the last session left, and go on from there to what was asked for.

    Args:
        screen: The reading room.
        left: Where the last session ended; None in a room that has not been opened before.
        start: A review, scene or address to begin at.
    """
    reviews = screen.reading.room.reviews
    if not reviews:
        screen.page.offer = nothing_here(screen)
        return
    if left is None or not screen.reading.has(left.review):
        screen.open(reviews[0].id)
        screen.say(welcome(screen.keymap, with_scenes=bool(screen.scenes)))
    elif not screen.open(left.review, left.place, left.top):
        screen.open(reviews[0].id)
    if start is not None:
        screen.attempt(partial(screen.open_reference, start))


def restore_looks(screen: "ReadingScreen", session: Mapping[str, str]) -> None:
    """Arrange the panes and the column as the last session left them."""
    column = session.get("column", "")
    screen.column_width = int(column) if column.isdecimal() else COLUMN
    if "panes" in session:
        screen.panes = Panes.from_text(session["panes"])
    elif len(screen.reviews) < 2 and not screen.scenes:
        screen.panes = Panes(reviews=False, scenes=False)
    screen.arrange_panes()


def welcome(keymap: Keymap, *, with_scenes: bool) -> str:
    """Name the keys that a first reader needs, as they are set."""
    wanted = {"read.page_down": "turns pages"}
    if with_scenes:  # as much as fits into 80 cells, beside the key of the help
        wanted["view.reviews"] = "shows reviews"
        wanted["view.scenes"] = "scenes"
        wanted["scene.next"] = "follows one"
    else:
        wanted["bookmark.toggle"] = "bookmarks a sentence"
    known = [
        f"{keys[0]} {what}" for command, what in wanted.items() if (keys := keymap.keys_of(command))
    ]
    return "Welcome. " + ", ".join(known)

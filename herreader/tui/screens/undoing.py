"""Undo and redo, as they are done and told in the room and in the list of bookmarks."""

from collections.abc import Callable
from typing import Any

from herreader.reading import Reading
from herreader.tui.screens.keyed import KeyedScreen


def undo(screen: KeyedScreen[Any], reading: Reading, count: int | None) -> str:
    """Take back the last changes, and say what the reader is to be told; nothing if it was."""
    return _repeat(screen, reading.undo, count or 1, "Undone", "Nothing to undo.")


def redo(screen: KeyedScreen[Any], reading: Reading, count: int | None) -> str:
    """Do again what was undone; says what `undo` does."""
    return _repeat(screen, reading.redo, count or 1, "Done again", "Nothing to do again.")


def _repeat(
    screen: KeyedScreen[Any], act: Callable[[], str | None], count: int, done: str, nothing: str
) -> str:
    last = ""

    def repeat() -> None:
        nonlocal last
        for _ in range(count):
            name = act()
            if name is None:
                return
            last = name

    whole = screen.attempt(repeat)
    if last:
        return f"{done}: {last}"
    return nothing if whole else ""

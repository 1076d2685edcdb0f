"""Undo and redo of what the reader has changed: marks, links by hand, imported reviews."""

from collections.abc import Callable
from typing import NamedTuple

from herreader.errors import OvertakenError

LIMIT = 200


class Change(NamedTuple):
    """Something done that can be undone.

    Attributes:
        name: What it was, as it follows "Undone: ".
        undo: Takes it back.
        redo: Does it once more.
    """

    name: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class UndoStack:
    """The changes of one session, the last one first."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def did(self, change: Change) -> None:
        """Remember a change; what had been undone can't be done again."""
        self._done = [*self._done[-LIMIT + 1 :], change]
        self._undone.clear()

    @property
    def last(self) -> Change | None:
        """The last change; None if there is none."""
        return self._done[-1] if self._done else None

    def undo(self, change: Change | None = None) -> str | None:
        """Take a change back, the last one unless another is given, and name it; None if none is.

        A change that fails stays where it was. One that can never be taken back again is forgotten,
        so that it does not bar the way to those before it.

        Raises:
            OvertakenError: If it is such a one, or is remembered no longer.
        """
        if change is not None and change not in self._done:
            title = "It can't be undone any more"
            raise OvertakenError(title, f"Only the last {LIMIT} changes can be.")
        return _move(self._done, self._undone, lambda change: change.undo(), change)

    def redo(self) -> str | None:
        """Do once more what was undone last, and give its name; None if there is nothing.

        It fails as `undo` does.
        """
        return _move(self._undone, self._done, lambda change: change.redo())


def _move(
    source: list[Change],
    target: list[Change],
    act: Callable[[Change], object],
    change: Change | None = None,
) -> str | None:
    if not source:
        return None
    change = change or source[-1]
    try:
        act(change)
    except OvertakenError:
        source.remove(change)
        raise
    source.remove(change)
    target.append(change)
    return change.name

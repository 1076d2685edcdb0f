"""The line above the page and the line below it."""

from collections.abc import Iterable, Iterator

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from herreader.text.cells import cell_len
from herreader.tui.widgets.drawn import Drawn, fit, strip_of


class Bar(Drawn):
    """One line of words; what is below or above it stays free."""

    def _line(self, pieces: Iterable[tuple[str, Style]], width: int, height: int) -> list[Strip]:
        blank = Strip.blank(width, self.ink.text)
        return [strip_of(pieces, width, self.ink.text), *([blank] * (height - 1))]


class StatusLine(Bar):
    """The room on the left; on the right the review, the section, progress and minutes left."""

    room: var[str] = var("", init=False)
    status: var[tuple[str, ...]] = var((), init=False)
    scene: var[str] = var("", init=False)

    def watch_room(self) -> None:
        """Show another room."""
        self.repaint()

    def watch_status(self) -> None:
        """Show another status."""
        self.repaint()

    def watch_scene(self) -> None:
        """Show another scene."""
        self.repaint()

    def draw(self, width: int, height: int) -> list[Strip]:
        """Draw the line; what is at the left gives way first, then parts, then the title's end."""
        ink = self.ink
        parts = list(self.status)
        scene = f"{self.scene}  " if self.scene else ""
        # What gives way: the section, then the minutes left; the title and the share stay.
        while len(parts) > 2 and cell_len(scene + " · ".join(parts)) > width - 4:
            parts.pop(1 if len(parts) > 3 else 2)
        right = " · ".join(parts)
        over = cell_len(scene + right) - (width - 4)
        if parts and over > 0:
            title = fit(parts[0], max(1, cell_len(parts[0]) - over)).rstrip()
            right = " · ".join((title, *parts[1:]))
        room = self.room if cell_len(self.room + scene + right) < width - 6 else ""
        left = fit(room, max(0, width - 4 - cell_len(scene + right)))
        pieces = ((f"  {left}", ink.muted), (scene, ink.accent), (right, ink.muted))
        return self._line(pieces, width, height)


class HintLine(Bar):
    """The handiest keys; for a while, what has just happened instead."""

    hints: var[tuple[tuple[str, str], ...]] = var((), init=False)
    notice: var[str] = var("", init=False)
    pending: var[str] = var("", init=False)
    last: var[tuple[str, str]] = var(("", ""), init=False)
    """The key at the right, which gives way to no other, and what it does."""

    class Pressed(Message):
        """A key was clicked.

        Attributes:
            key: The key, as it is told.
        """

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def on_click(self, event: events.Click) -> None:
        """Announce the key that was clicked, or what is said of it."""
        for at, key, label in self._in_view():
            if at <= event.x < at + _cells(key, label):
                self.post_message(self.Pressed(key))
                return

    def watch_hints(self) -> None:
        """Show other keys."""
        self.repaint()

    def watch_notice(self) -> None:
        """Show another notice."""
        self.repaint()

    def watch_pending(self) -> None:
        """Show what has been typed of a command."""
        self.repaint()

    def draw(self, width: int, height: int) -> list[Strip]:
        """Draw the notice or the keys; at the right the last key, or what has been typed."""
        ink = self.ink
        key, label = self.last
        end = [(self.pending, ink.strong)]
        if not self.pending:
            end = [(key, ink.accent), (f" {label}" if key else "", ink.muted)]
        pieces: list[tuple[str, Style]] = [("  ", ink.text)]
        if self.notice:
            pieces.append((_fit_notice(self.notice, self._room()), ink.accent))
        else:
            for key, label in self._that_fit(self._room()):
                pieces += [(key, ink.accent), (f" {label}  ", ink.muted)]
        taken = sum(cell_len(text) for text, _ in (*pieces, *end))
        pieces += [(" " * max(0, width - 2 - taken), ink.text), *end]
        return [*reversed(self._line(pieces, width, height))]

    def _room(self) -> int:
        """Give the cells that there are for the notice, or for the keys."""
        key, label = self.last
        end = cell_len(self.pending) or (_cells(key, label) if key else 0)
        return self.size.width - 6 - end

    def _in_view(self) -> Iterator[tuple[int, str, str]]:
        """Give the keys in view and what they do, each after the cell at which it begins."""
        at = 2
        for key, label in () if self.notice else self._that_fit(self._room()):
            yield at, key, label
            at += _cells(key, label) + 2
        key, label = self.last
        if key and not self.pending:
            yield self.size.width - 2 - _cells(key, label), key, label

    def _that_fit(self, room: int) -> Iterator[tuple[str, str]]:
        for key, label in self.hints:
            room -= _cells(key, label) + 2
            if room < -2:
                break
            yield key, label


def _cells(key: str, label: str) -> int:
    return cell_len(f"{key} {label}")


def _fit_notice(words: str, room: int) -> str:
    """Cut a notice that is too long, but not its last part: it says how to undo what was done."""
    told, between, cure = words.rpartition(" · ")
    kept = cell_len(between + cure)
    if cell_len(words) <= room or not between or kept > room // 2:
        return fit(words, room)
    return fit(told, room - kept) + between + cure

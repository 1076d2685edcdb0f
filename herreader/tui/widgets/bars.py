"""The line above the page and the line below it."""

from collections.abc import Iterable

from rich.style import Style
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
        end: list[tuple[str, Style]] = [(self.pending, ink.strong)]
        if not self.pending:
            key, label = self.last
            end = [(key, ink.accent), (f" {label}" if key else "", ink.muted)]
        room = width - 6 - sum(cell_len(text) for text, _ in end)
        pieces: list[tuple[str, Style]] = [("  ", ink.text)]
        if self.notice:
            pieces.append((_fit_notice(self.notice, room), ink.accent))
        else:
            pieces += self._keys(room)
        taken = sum(cell_len(text) for text, _ in (*pieces, *end))
        pieces += [(" " * max(0, width - 2 - taken), ink.text), *end]
        return [*reversed(self._line(pieces, width, height))]

    def _keys(self, room: int) -> list[tuple[str, Style]]:
        pieces: list[tuple[str, Style]] = []
        for key, label in self.hints:
            taken = cell_len(key) + cell_len(label) + 1
            if taken > room:
                break
            room -= taken + 2
            pieces += [(key, self.ink.accent), (f" {label}  ", self.ink.muted)]
        return pieces


def _fit_notice(words: str, room: int) -> str:
    """Cut a notice that is too long, but not its last part: it says how to undo what was done."""
    told, between, cure = words.rpartition(" · ")
    kept = cell_len(between + cure)
    if cell_len(words) <= room or not between or kept > room // 2:
        return fit(words, room)
    return fit(told, room - kept) + between + cure

"""A list drawn by line: entries of one or more lines, with a cursor on one of them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, overload

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from herreader.text.cells import cell_len
from herreader.tui.widgets.drawn import Drawn, fit, strip_of, wrap

Pieces = tuple[tuple[str, Style], ...]
"""One line: pieces of text with their styles."""

WHEEL_LINES = 3


class Entry(NamedTuple):
    """One entry: its lines, and whether the cursor can stand on it."""

    lines: tuple[Pieces, ...]
    selectable: bool = True


class RowMessage(Message):
    """Something about one entry of a pane."""

    def __init__(self, rows: "Rows", index: int) -> None:
        super().__init__()
        self.rows = rows
        self.index = index
        # Taken now: by the time that it is heard, a filter may have let others through.
        self.item = rows.item(index)


class Rows(Drawn, can_focus=True):
    """A pane of entries. It announces what is chosen and under its cursor, and decides nothing."""

    RULED = False
    """Whether the title stands in a rule, to set the pane off from one above it."""

    WHOLE = True
    """Whether it rather leaves lines free than begin in the middle of an entry."""

    title: var[str] = var("", init=False)
    empty: var[str] = var("", init=False)
    index: var[int] = var(0, init=False)
    edge: var[str] = var("", init=False)
    """The side, left or right, at which it ends before the page that it lies over."""

    class Chosen(RowMessage):
        """An entry was opened, by key or mouse."""

    class Highlighted(RowMessage):
        """The cursor was moved to another entry."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._made_for = -1
        self._top = 0
        self._skip = 0
        """The first entry in view, and how many of its lines are above the pane."""

    def entries(self, width: int) -> Sequence[Entry]:
        """Give the entries, for a pane of that width in cells; they may be made when asked for."""
        raise NotImplementedError

    def item(self, index: int) -> Any:
        """Give what the entry at an index stands for."""
        return index

    def beside_title(self) -> str:
        """Give what stands at the right of the title."""
        return ""

    def place_in_all(self) -> str:
        """Say where the cursor is in a list of which not all is in view."""
        count = len(self._entries)
        hidden = sum(1 for _ in self._in_view()) < count
        return f"{self.index + 1:,} of {count:,}" if hidden else ""

    # Moving

    def move(self, by: int) -> None:
        """Move the cursor some entries, over those on which it can't stand."""
        step = 1 if by > 0 else -1
        at = self.index
        for _ in range(abs(by)):
            following = at + step
            while 0 <= following < len(self._entries) and not self._entries[following].selectable:
                following += step
            if not 0 <= following < len(self._entries):
                break
            at = following
        self.highlight(at)

    def move_pages(self, by: int) -> None:
        """Move the cursor about as many entries as fit into the pane."""
        self.move(by * max(1, sum(1 for _ in self._in_view()) - 1))

    def move_to_end(self, *, first: bool) -> None:
        """Move the cursor to the first or the last entry."""
        count = len(self._entries)
        order = range(count) if first else range(count - 1, -1, -1)
        self.highlight(next((at for at in order if self._entries[at].selectable), self.index))

    def highlight(self, index: int) -> None:
        """Put the cursor on an entry, and announce it if it is another one."""
        if index != self.index and 0 <= index < len(self._entries):
            self.index = index
            self.post_message(self.Highlighted(self, index))

    def chosen(self) -> "Rows.Chosen | None":
        """Give the news that the entry under the cursor is to be opened; None if there is none."""
        there = 0 <= self.index < len(self._entries) and self._entries[self.index].selectable
        return self.Chosen(self, self.index) if there else None

    def hidden(self) -> tuple[int, int]:
        """Count the lines of the cursor's entry that are above the view, and those below it."""
        shown = {index: len(lines) for index, lines in self._in_view()}
        if self.index not in shown:
            return 0, 0
        above = self._skip if self.index == self._top else 0
        return above, self._height(self.index) - above - shown[self.index]

    def scroll_lines(self, by: int) -> None:
        """Scroll some lines; the cursor stays on its entry."""
        self._skip += by
        self.repaint()

    # Events

    def watch_ink(self) -> None:
        """Draw in the new ink."""
        self.renew()

    def on_resize(self) -> None:
        """Draw at the new size, with the cursor's entry in view."""
        self.redraw()

    def watch_index(self) -> None:
        """Show the cursor's entry."""
        self.redraw()

    def watch_edge(self) -> None:
        """Show the edge, or none."""
        self.redraw()

    def watch_title(self) -> None:
        """Show another title."""
        self.redraw()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Show whether the keys go here."""
        super().watch_has_focus(has_focus)
        self.redraw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the pane; the cursor stays on its entry."""
        event.stop()
        self.scroll_lines(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the pane; the cursor stays on its entry."""
        event.stop()
        self.scroll_lines(-WHEEL_LINES)

    def on_click(self, event: events.Click) -> None:
        """Open the entry that was clicked."""
        y = self._header()
        for index, lines in self._in_view():
            if y <= event.y < y + len(lines) and self._entries[index].selectable:
                self.highlight(index)
                self.post_message(self.Chosen(self, index))
                return
            y += len(lines)

    # Drawing

    def renew(self) -> None:
        """Make the entries again and draw them, with the cursor's entry in view."""
        self._made_for = -1
        self.redraw()

    def draw(self, width: int, height: int) -> list[Strip]:
        """Draw the title and the entries in view."""
        self._lay_out(width)
        ink = self.ink
        lines = [self._title_line(width), Strip.blank(width, ink.pane)] if self.title else []
        if not self._entries and self.empty:
            lines += [
                strip_of(((" ", ink.pane), (words, ink.pane_muted)), width, ink.pane)
                for words in wrap(self.empty, width - 2)
            ]
        for index, shown in self._in_view():
            over = self._over(index)
            for pieces in shown:
                wash = over if pieces else Style.null()
                washed = (
                    (text, style + wash if style.bgcolor == ink.pane.bgcolor else style)
                    for text, style in pieces  # words with a ground of their own keep it
                )
                lines.append(strip_of(washed, width, ink.pane + wash))
        return self._edged(lines[:height], width, height) if self.edge else lines[:height]

    def _edged(self, lines: list[Strip], width: int, height: int) -> list[Strip]:
        """Draw the edge of a pane that lies over the page; its colour alone may not set it off."""
        blank = Strip.blank(width, self.ink.pane)
        left = self.edge == "left"
        edge = [Segment("▏" if left else "▕", self.ink.pane_faint)]
        inner = (1, width) if left else (0, width - 1)
        cut = (line.crop(*inner) for line in (*lines, *[blank] * (height - len(lines))))
        return [Strip([*edge, *line] if left else [*line, *edge], width) for line in cut]

    def _title_line(self, width: int) -> Strip:
        ink = self.ink
        style = ink.pane_accent + Style(bold=True) if self.has_focus else ink.pane_muted
        lead = " ─ " if self.RULED else " "
        beside = self.beside_title()
        end = f" {beside} " if beside else " "
        title = fit(self.title, max(1, width - cell_len(lead + end))).rstrip()
        gap = max(0, width - cell_len(lead + title + end))
        rule = " " + "─" * (gap - 1) if self.RULED and gap else " " * gap
        pieces = ((lead, ink.pane_faint), (title, style), (rule, ink.pane_faint))
        return strip_of((*pieces, (end, ink.pane_muted)), width, ink.pane)

    def _over(self, index: int) -> Style:
        if index != self.index or not self._entries[index].selectable:
            return Style.null()
        return self.ink.over_row_focused if self.has_focus else Style.null()

    def _header(self) -> int:
        return 2 if self.title else 0

    def _room(self) -> int:
        return max(1, self.size.height - self._header())

    def redraw(self) -> None:
        """Draw again, with the cursor's entry in view."""
        if self.is_held:
            self.put_off()
        elif self.is_mounted:
            self._lay_out(self.size.width)  # at no size yet, too: keys typed ahead need the entries
            if self.size:
                self._reveal()
            self.repaint()

    def _lay_out(self, width: int) -> None:
        """Make the entries if need be, and keep the pane filled."""
        if width != self._made_for:
            if self._made_for > 0:
                self._skip = 0  # so many lines of an entry are other words at another width
            self._made_for = width
            self._entries = self.entries(width)
        self._top = max(0, min(self._top, len(self._entries) - 1))
        while self._skip < 0 and self._top > 0:
            self._top -= 1
            self._skip += self._height(self._top)
        while self._top < len(self._entries) - 1 and self._skip >= self._height(self._top):
            self._skip -= self._height(self._top)
            self._top += 1
        self._skip = max(0, self._skip)
        free = self._room() - sum(len(lines) for _, lines in self._in_view())
        if free > 0 and (self._skip or self._fits_above(free)):
            self._show_last(len(self._entries) - 1)

    def _fits_above(self, lines: int) -> bool:
        """Whether more of the entries can be shown above those in view, in so many lines."""
        return self._top > 0 and (not self.WHOLE or self._height(self._top - 1) <= lines)

    def _reveal(self) -> None:
        """Scroll as little as shows the cursor's entry, and what it stands under."""
        if not 0 <= self.index < len(self._entries):
            return
        first, height = self._with_heading()
        in_view = {index: len(lines) for index, lines in self._in_view()}
        if all(in_view.get(at) == self._height(at) for at in range(first, self.index + 1)):
            return
        if first <= self._top or height > self._room():
            self._top, self._skip = first, 0
        else:
            self._show_last(self.index)

    def _with_heading(self) -> tuple[int, int]:
        """Give the entry under which the cursor's stands, or itself; and the lines of both."""
        first, height = self.index, self._height(self.index)
        while first > 0 and not self._entries[first - 1].selectable:
            more = height + self._height(first - 1)
            if more > self._room():
                break
            first, height = first - 1, more
        return first, height

    def _show_last(self, index: int) -> None:
        """Scroll so that an entry's last line is the pane's last."""
        missing = self._room()
        self._top = index + 1
        while missing > 0 and self._top > 0:
            self._top -= 1
            missing -= self._height(self._top)
        self._skip = max(0, -missing)
        if self.WHOLE and self._skip and self._top < index:
            self._top, self._skip = self._top + 1, 0

    def _in_view(self) -> Iterator[tuple[int, tuple[Pieces, ...]]]:
        """Give the entries in view, each with those of its lines that are."""
        room, skip = self._room(), self._skip
        for index in range(self._top, len(self._entries)):
            lines = self._entries[index].lines[skip : skip + room]
            yield index, lines
            room, skip = room - len(lines), 0
            if room <= 0:
                break

    def _height(self, index: int) -> int:
        return len(self._entries[index].lines)


class MadeEntries(Sequence[Entry]):
    """Entries that are made when they are asked for, and kept."""

    def __init__(self, count: int, make: Callable[[int], Entry]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]

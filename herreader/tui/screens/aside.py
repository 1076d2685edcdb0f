"""What was set aside of an imported review, by what it is; a part of it can be put back."""

from collections.abc import Sequence

from textual.app import ComposeResult

from herreader.keys import Keymap, Pressed
from herreader.model.imported import Aside, by_kind
from herreader.text.counting import counted
from herreader.tui.screens.hints import MOVES
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.rows import Entry, Rows


class AsideRows(Rows):
    """The parts set aside, under what they are; a tall one is scrolled through."""

    WHOLE = False

    def __init__(self, aside: Sequence[Aside]) -> None:
        super().__init__(id="aside")
        self._items: list[str | Aside] = []
        for kind, parts in by_kind(aside).items():
            self._items += [kind, *parts]

    def item(self, index: int) -> str | Aside:
        """Give a part, or the kind of those below it."""
        return self._items[index]

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each kind, and below it one for each part."""
        ink = self.ink
        entries: list[Entry] = []
        for item in self._items:
            if isinstance(item, str):
                heading = f" {item.capitalize()}"
                entries.append(Entry((((heading, ink.pane_accent),),), selectable=False))
            else:
                lines = wrap(item.block.plain, width - 5)
                shown = tuple((("   ", ink.pane), (line, ink.pane)) for line in lines)
                entries.append(Entry((*shown, ())))
        return entries

    def move(self, by: int) -> None:
        """Move the cursor some parts, or through the one under it if not all of that is in view."""
        above, below = self.hidden()
        hidden = below if by > 0 else above
        if hidden:
            self.scroll_lines(max(-hidden, min(hidden, by)))
        else:
            super().move(by)


class AsideScreen(ListScreen[Aside | None]):
    """Shows what was set aside; it ends with the part that is to be put back, or with None."""

    def __init__(self, aside: Sequence[Aside], keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._aside = aside

    def compose(self) -> ComposeResult:
        """Lay out the list, with the cursor on its first part."""
        rows = AsideRows(self._aside)
        rows.set_reactive(Rows.ink, self.ink)
        rows.set_reactive(Rows.index, 1)
        parts = counted(len(self._aside), "part") if self._aside else "nothing"
        rows.set_reactive(Rows.title, f"Set aside: {parts}")
        rows.set_reactive(Rows.empty, "Nothing was set aside of this review.")
        yield rows
        yield self.foot((("read.enter", "put back"), *MOVES) if self._aside else ())

    def choose(self, chosen: Rows.Chosen) -> None:
        """End with the part to be put back."""
        self.dismiss(chosen.item)

    def other(self, pressed: Pressed) -> None:
        """Leave with the key that opened the list as well."""
        if pressed.command == "app.aside":
            self.dismiss(None)

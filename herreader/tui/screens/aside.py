"""What was set aside of an imported review, by what it is."""

from collections.abc import Sequence

from textual.app import ComposeResult

from herreader.keys import Keymap, Pressed
from herreader.model.imported import Aside
from herreader.text.counting import counted
from herreader.tui.screens.hints import MOVES
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.rows import Entry, Rows
from herreader.tui.widgets.scrolled import ScrolledRows


class AsideRows(ScrolledRows):
    """The words set aside, under what they are."""

    def __init__(self, aside: Sequence[Aside]) -> None:
        super().__init__(id="aside")
        self._kinds: dict[str, list[Aside]] = {}
        for part in aside:
            self._kinds.setdefault(part.kind, []).append(part)

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each kind, and below it one for each part."""
        ink = self.ink
        entries: list[Entry] = []
        for kind, parts in self._kinds.items():
            heading = f" {kind.capitalize()}"
            entries.append(Entry((((heading, ink.pane_accent),),), selectable=False))
            for part in parts:
                lines = wrap(part.block.plain, width - 5)
                shown = tuple((("   ", ink.pane), (line, ink.pane)) for line in lines)
                entries.append(Entry((*shown, ()), selectable=False))
        return entries


class AsideScreen(ListScreen[None]):
    """Shows what was set aside; any way out leads back to the page."""

    def __init__(self, aside: Sequence[Aside], keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._aside = aside

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = AsideRows(self._aside)
        rows.set_reactive(Rows.ink, self.ink)
        parts = counted(len(self._aside), "part") if self._aside else "nothing"
        rows.set_reactive(Rows.title, f"Set aside: {parts}")
        rows.set_reactive(Rows.empty, "Nothing was set aside of this review.")
        yield rows
        yield self.foot(MOVES)

    def other(self, pressed: Pressed) -> None:
        """Leave with the key that opened the list as well."""
        if pressed.command == "app.aside":
            self.dismiss()

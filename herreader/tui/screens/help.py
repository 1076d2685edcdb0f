"""The help: all keys as they are set, and what the marks mean."""

from textual.app import ComposeResult

from herreader.keys import COMMANDS, GROUPS, Keymap
from herreader.text.cells import cell_len
from herreader.tui.screens.hints import MOVES, Told
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.rows import Entry, Pieces, Rows
from herreader.tui.widgets.scrolled import ScrolledRows

KEYS_CELLS = 26

MARKS = (
    ("★", "A bookmark is in this line."),
    ("▎", "This line speaks of a scene; the scenes pane shows of which."),
    ("▌", "This line speaks of the followed scene."),
    ("┊", "This line may speak of a scene: a link that was found, but is not sure."),
    ("▸", "The open review; the followed scene."),
    ("●", "A scene of the passage under the cursor."),
    ("·•●", "A dot for each review, in their order: silent on a scene, one passage, more."),
    ("12", "So many reviews speak of a scene, where there are too many for dots."),
)


class HelpRows(ScrolledRows):
    """The keys of a list, if the help was asked for there; all commands by group; the marks."""

    def __init__(self, keymap: Keymap, here: Told) -> None:
        super().__init__(id="help")
        self._keymap = keymap
        self._here = here

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each key of the list, for each command and for each mark."""
        entries: list[Entry] = []
        if self._here:
            entries.append(self._heading("In this list"))
            entries += [self._entry(key, label, width) for key, label in self._here]
            entries.append(Entry(((),), selectable=False))
        for group, heading in GROUPS.items():
            entries.append(self._heading(heading))
            for command in COMMANDS:
                if command.group == group:
                    keys = "  ".join(self._keymap.keys_of(command.id)) or "no key"
                    entries.append(self._entry(keys, command.help, width))
            entries.append(Entry(((),), selectable=False))
        entries.append(self._heading("Marks"))
        entries += [self._entry(mark, words, width) for mark, words in MARKS]
        note = "A number before a command repeats it: 5j moves five lines down."
        entries += [Entry(((),), selectable=False), self._entry("1 … 9", note, width)]
        return entries

    def _heading(self, words: str) -> Entry:
        return Entry((((f" {words}", self.ink.pane_accent),),), selectable=False)

    def _entry(self, keys: str, words: str, width: int) -> Entry:
        ink = self.ink
        room = KEYS_CELLS if width >= 60 else 12
        lines: list[Pieces] = []
        if cell_len(keys) > room:
            lines.append(((f"   {keys}", ink.pane_strong),))
            keys = ""
        for line in wrap(words, width - room - 6):
            fill = " " * (room - cell_len(keys))
            lines.append(((f"   {keys}{fill} ", ink.pane_strong), (line, ink.pane)))
            keys = ""
        return Entry(tuple(lines), selectable=False)


class HelpScreen(ListScreen[None]):
    """Shows all keys; any way out leads back to where it was asked for.

    Args:
        keymap: The keys.
        ink: What to draw with.
        here: The keys of the list over which it opens, each with what it does; none over the page.
    """

    def __init__(self, keymap: Keymap, ink: Ink, here: Told = ()) -> None:
        super().__init__(keymap, ink)
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = HelpRows(self.keymap, self._here)
        rows.set_reactive(Rows.ink, self.ink)
        rows.set_reactive(Rows.title, "Keys")
        yield rows
        yield self.foot(MOVES)

    def help(self) -> None:
        """Leave with the key that opened the help as well."""
        self.dismiss()

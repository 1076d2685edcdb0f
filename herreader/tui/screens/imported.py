"""What became of each file of an import, and why."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.reactive import var

from herreader.errors import OvertakenError
from herreader.keys import Keymap, Pressed
from herreader.reading import Reading
from herreader.reading.import_run import ImportRun
from herreader.reading.outcomes import (
    WENT_IN,
    Fate,
    Outcome,
    wants_attention,
    went_in,
    without_place,
)
from herreader.text.counting import counted, on_scenes
from herreader.text.safe import clean_line
from herreader.tui.screens.hints import MOVES
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.rows import Entry, MadeEntries, Pieces, Rows

SIGNS = {Fate.REFUSED: "✗", Fate.CHANGED: "!", Fate.KNOWN: "="}
CHANGED = "{} is another version of {}; r puts it in its place."
NOTHING = (
    "There is no file of a kind that is read: text, Markdown, HTML, EPUB, PDF. A pattern at the "
    "end of the path takes others, as in ~/reviews/*.log."
)

STOPPED = "It was stopped before a file was read."


class OutcomeRows(Rows):
    """A file each: its title, what became of it, and why."""

    outcomes: var[tuple[Outcome, ...]] = var((), init=False)

    def item(self, index: int) -> str:
        """Give the id of the review that a file has become or is already."""
        return self.outcomes[index].review

    def entries(self, width: int) -> Sequence[Entry]:
        """Give an entry for each file."""
        outcomes = self.outcomes
        return MadeEntries(len(outcomes), lambda index: self._entry(outcomes[index], width))

    def watch_outcomes(self) -> None:
        """Show what else has become of them."""
        self.renew()

    def _entry(self, outcome: Outcome, width: int) -> Entry:
        ink = self.ink
        sign = f" {SIGNS.get(outcome.fate, '+')} "
        title = wrap(clean_line(outcome.title or outcome.name), width - 5)
        lines: list[Pieces] = [
            ((sign if number == 0 else "   ", ink.pane_accent), (line, ink.pane))
            for number, line in enumerate(title)
        ]
        about = _about(outcome, width - 5)
        lines += [(("   ", ink.pane), (line, ink.pane_muted)) for line in about]
        return Entry((*lines, ()))


class ImportScreen(ListScreen[str | None]):
    """Sums up an import; it ends with the review to open, or with None."""

    LETTERS: ClassVar[frozenset[str]] = frozenset("r")

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink, done: ImportRun) -> None:
        super().__init__(keymap, ink)
        self._reading = reading
        self._import = done
        self._before: list[list[Outcome]] = [[]] if went_in(done.outcomes) else []
        """What had become of the files before each act that is undone here; of none at first."""
        self.undone = ""
        """What was taken back of the import as a whole."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = OutcomeRows(id="imported")
        rows.set_reactive(Rows.ink, self.ink)
        failure = self._import.failure
        nothing = STOPPED if self._import.stopped else NOTHING
        rows.set_reactive(Rows.empty, failure.message if failure else nothing)
        yield rows
        yield self.foot()

    @property
    def rows(self) -> OutcomeRows:
        """The list."""
        return self.query_one(OutcomeRows)

    @property
    def replaced(self) -> bool:
        """Whether a version has taken the place of another one here."""
        return any(self._before)

    def on_mount(self) -> None:
        """Show what has become of the files."""
        self._show()

    def answer(self, _key: str) -> None:
        """Put the changed version under the cursor in the place of the review."""
        rows = self.rows
        if rows.outcomes and rows.outcomes[rows.index].fate is Fate.CHANGED:
            old = rows.outcomes[rows.index]
            self.attempt(lambda: self._replace(old))

    def other(self, pressed: Pressed) -> None:
        """Undo, or leave with the key that opened the list as well."""
        if pressed.command == "bookmark.undo":
            self.attempt(self._undo)
        elif pressed.command == "app.import":
            self.dismiss(None)

    def choose(self, chosen: Rows.Chosen) -> None:
        """Open the review that a file has become or is already."""
        if chosen.item:
            self.dismiss(chosen.item)

    def _replace(self, old: Outcome) -> None:
        before = list(self._import.outcomes)
        if went_in(self._import.replace([old])):
            self._before.append(before)
            what = f"replacement of {clean_line(old.title)}"
            self._reading.brought_in(self._import.batch, what)
        self._show()

    def _undo(self) -> None:
        """Take back the last replacement; after all of them, the import, and leave."""
        if not self._before:
            return
        try:
            undone = self._reading.undo()
        except OvertakenError:
            self._before.pop()  # it bars the way to those before it no longer
            raise
        before = self._before.pop()
        if before:
            self._import.outcomes = before
            self._show()
        else:
            self.undone = undone or ""
            self.dismiss(None)

    def catch_up(self) -> None:
        """Let what is opened from here be what is there now."""
        self.attempt(self._reading.reload)
        self._show()

    def _show(self) -> None:
        rows, outcomes = self.rows, self._import.outcomes
        # What is to be looked at comes first; sorting keeps the order otherwise.
        rows.outcomes = tuple(sorted(outcomes, key=lambda outcome: not wants_attention(outcome)))
        parts = [self._import.summary, "stopped" if self._import.stopped else ""]
        parts.append("broken off" if self._import.failure else "")
        parts.append(self._import.left_out.removesuffix("."))
        parts.append(without_place(sum(outcome.lost for outcome in outcomes)))
        rows.title = " · ".join(filter(None, ["Import", *parts]))
        self._tell()

    def _tell(self) -> None:
        fates = {outcome.fate for outcome in self.rows.outcomes}
        replace = (("r", "replace"),) if Fate.CHANGED in fates else ()
        told = list(MOVES[:2]) if len(self.rows.outcomes) > 1 else []
        told += [("read.enter", "open")] if fates - {Fate.REFUSED} else []
        told += [("bookmark.undo", "undo")] if self._before else []
        self.tell(tuple(told), replace)


def _about(outcome: Outcome, width: int) -> list[str]:
    """Say what became of a file, and why."""
    parts = [outcome.fate.value]
    if outcome.fate in WENT_IN:
        parts.append(on_scenes(outcome.passages, len(outcome.scenes)))
        parts += [f"{counted(outcome.aside, 'part')} set aside"] if outcome.aside else []
    lines = wrap(" · ".join(parts), width)
    changed = CHANGED.format(outcome.name, outcome.review)
    reason = changed if outcome.fate is Fate.CHANGED else outcome.reason
    if reason:
        lines += wrap(clean_line(reason), width)
    return lines

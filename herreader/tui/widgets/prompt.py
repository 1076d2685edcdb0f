"""One line to type into, at the bottom of the screen: to find, to filter, to go, to note."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from herreader.text.cells import cell_len
from herreader.text.safe import clean_line
from herreader.tui.widgets.drawn import fit

EDITING = {
    "backspace": "delete_left",
    "delete": "delete_right",
    "left": "cursor_left",
    "right": "cursor_right",
    "home": "home",
    "ctrl+a": "home",
    "end": "end",
    "ctrl+e": "end",
    "ctrl+left": "cursor_left_word",
    "ctrl+right": "cursor_right_word",
    "ctrl+w": "delete_left_word",
    "ctrl+u": "delete_left_all",
    "ctrl+k": "delete_right_all",
}
"""The keys that edit the line, each with Textual's action."""

LEAVE = "esc leaves"
SHOW_ALL = "esc shows all"
LEAST = 24
"""Cells that the line keeps; a hint shows beside it only where there are more."""
LEAST_CUT = 16
"""Cells that it keeps beside a hint of which the beginning matters more than what is typed."""
LONGEST = 10_000
"""Characters that fit into a line: beyond them each key would take its time."""


class Answer(Enum):
    """How far the answer to a prompt is."""

    TYPED = "typed"
    ENTERED = "entered"
    LEFT = "left"


def _ignore(*_: object) -> None:
    """Do nothing."""


class Asker(NamedTuple):
    """What whoever asks does with the answer.

    Attributes:
        entered: Takes the line that was entered. It raises what keeps it from doing so; then the
            line is asked for again, with what was typed.
        typed: Takes what stands in the line, whenever that has changed.
        left: Is called if the prompt is left.
        elsewhere: Takes the line if the reader goes on elsewhere; without it, the prompt is left.
        tab_enters: Whether Tab enters the line, too, as it does in a form.
    """

    entered: Callable[[str], object]
    typed: Callable[[str], object] = _ignore
    left: Callable[[], object] = _ignore
    elsewhere: Callable[[str], object] | None = None
    tab_enters: bool = False


class PromptLine(Input):
    """Leaves its keys to the screen, which takes all keys in the order in which they are typed."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put words in the place of others, as far as there is room for them."""
        room = max(0, LONGEST - len(self.value) + abs(end - start))
        if len(text) > room:
            cut = f"A line has room for {LONGEST:,} characters, so the rest was left out."
            self.app.notify(cut, severity="warning", markup=False)
        super().replace(text[:room], start, end)

    def on_key(self, event: events.Key) -> None:
        """Let the key go on to the screen."""
        event.prevent_default()


class Prompt(Horizontal):
    """Asks for a line of text; what it is for is the asker's business."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._label = ""
        self._asker = Asker(_ignore)
        self._completed: Callable[[str], str] | None = None

    class Answered(Message):
        """Something was typed, the line was entered, or the prompt was left."""

        def __init__(self, asker: Asker, value: str, answer: Answer) -> None:
            super().__init__()
            self.asker = asker
            self.value = clean_line(value)
            self.answer = answer

    def compose(self) -> ComposeResult:
        """Lay out the label and the line."""
        yield Static("", markup=False, id="label")
        yield PromptLine(compact=True, select_on_focus=False)
        yield Static("", markup=False, id="hint")

    @property
    def line(self) -> PromptLine:
        """What is typed into."""
        return self.query_one(PromptLine)

    def hint(self, words: str, more: str = "") -> None:
        """Say at the end of the line what Enter or Escape will do, where there is room for it.

        Args:
            words: What is said.
            more: What is said besides; if there is no room for it, the words are cut.
        """
        hint, words = self.query_one("#hint", Static), clean_line(words)
        free = self.app.size.width - cell_len(self._label) - 3
        shown = " · ".join(filter(None, (words, more)))
        if cell_len(shown) > free - LEAST:
            cut = min(cell_len(words), free - LEAST_CUT) if more else 0
            shown = fit(words, max(0, cut))
        hint.update(f" {shown}  ")
        hint.display = bool(shown)

    def ask(  # noqa: PLR0913 - each is a part of the line
        self,
        asker: Asker,
        label: str,
        value: str = "",
        placeholder: str = "",
        *,
        hint: str = LEAVE,
        completed: Callable[[str], str] | None = None,
    ) -> None:
        """Open the prompt.

        Args:
            asker: What is done with the answer.
            label: What stands before the line.
            value: What stands in it to begin with.
            placeholder: What it says while it is empty.
            hint: What it says of the keys that end it.
            completed: What Tab makes of the words typed so far, if anything.
        """
        self._asker = asker
        self._completed = completed
        self._label = f"  {clean_line(label)} "
        self.query_one("#label", Static).update(self._label)
        self.hint(hint)
        line = self.line
        with line.prevent(Input.Changed):
            line.value = clean_line(value)
        line.placeholder = clean_line(placeholder)
        line.cursor_blink = False
        line.cursor_position = len(line.value)
        self.reopen()

    def reopen(self) -> None:
        """Ask once more, with what was typed."""
        self.display = True
        self.screen.set_focus(self.line)

    def end(self) -> "Prompt.Answered":
        """Take what was typed so far, since the reader goes on elsewhere."""
        asker = self._asker
        if asker.elsewhere is None:
            return self._end(Answer.LEFT)
        ended = self._end(Answer.ENTERED)
        ended.asker = asker._replace(entered=asker.elsewhere)
        return ended

    def feed(self, event: events.Key) -> "Prompt.Answered":
        """Take a key, and give what comes of it."""
        line = self.line
        if event.key in ("escape", "ctrl+c"):
            return self._end(Answer.LEFT)
        if event.key == "enter" or (event.key == "tab" and self._asker.tab_enters):
            return self._end(Answer.ENTERED)
        with line.prevent(Input.Changed):
            if event.key == "tab" and self._completed is not None:
                line.value = clean_line(self._completed(line.value))
                line.cursor_position = len(line.value)
            elif event.key in EDITING:
                getattr(line, f"action_{EDITING[event.key]}")()
            elif event.is_printable and event.character:
                line.insert_text_at_cursor(event.character)
        return self.Answered(self._asker, line.value, Answer.TYPED)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Announce what was pasted."""
        event.stop()
        if self.display:
            self.post_message(self.Answered(self._asker, event.value, Answer.TYPED))

    def _end(self, answer: Answer) -> "Prompt.Answered":
        self.display = False
        return self.Answered(self._asker, self.line.value, answer)

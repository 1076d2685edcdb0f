"""One line to type into, at the bottom of the screen: to find, to filter, to go, to note."""

from enum import Enum

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from herreader.text.safe import clean_line


class Answer(Enum):
    """How far the answer to a prompt is."""

    TYPED = "typed"
    ENTERED = "entered"
    LEFT = "left"


class Prompt(Horizontal):
    """Asks for a line of text; what it is for is the asker's business, named by `purpose`."""

    purpose: var[str] = var("", init=False)

    class Answered(Message):
        """Something was typed, the line was entered, or the prompt was left."""

        def __init__(self, purpose: str, value: str, answer: Answer) -> None:
            super().__init__()
            self.purpose = purpose
            self.value = clean_line(value)
            self.answer = answer

    def compose(self) -> ComposeResult:
        """Lay out the label and the line."""
        yield Static("", markup=False)
        yield Input(compact=True, select_on_focus=False)

    @property
    def line(self) -> Input:
        """What is typed into."""
        return self.query_one(Input)

    def ask(self, purpose: str, label: str, value: str = "", placeholder: str = "") -> None:
        """Open the prompt.

        Args:
            purpose: What comes back with the messages.
            label: What stands before the line.
            value: What stands in it to begin with.
            placeholder: What it says while it is empty.
        """
        self.purpose = purpose
        self.query_one(Static).update(f"  {label} ")
        line = self.line
        with line.prevent(Input.Changed):
            line.value = clean_line(value)
        line.placeholder = placeholder
        line.cursor_blink = False
        line.cursor_position = len(line.value)
        self.display = True
        line.focus()

    def feed(self, event: events.Key) -> "Prompt.Answered":
        """Take a key that was typed before the line had the focus; give what comes of it."""
        line = self.line
        if event.key in ("escape", "ctrl+c"):
            return self._end(Answer.LEFT)
        if event.key == "enter":
            return self._end(Answer.ENTERED)
        with line.prevent(Input.Changed):
            if event.key == "backspace":
                line.action_delete_left()
            elif event.is_printable and event.character:
                line.insert_text_at_cursor(event.character)
        return self.Answered(self.purpose, line.value, Answer.TYPED)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Announce what is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Answered(self.purpose, event.value, Answer.TYPED))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Announce what was typed."""
        event.stop()
        self.post_message(self._end(Answer.ENTERED))

    def on_key(self, event: events.Key) -> None:
        """Leave on escape; tab goes nowhere; the line's own keys are Textual's business."""
        if event.key in ("escape", "ctrl+c", "tab", "shift+tab"):
            event.stop()
            event.prevent_default()
        if event.key in ("escape", "ctrl+c"):
            self.post_message(self._end(Answer.LEFT))

    def _end(self, answer: Answer) -> "Prompt.Answered":
        self.display = False
        return self.Answered(self.purpose, self.line.value, answer)

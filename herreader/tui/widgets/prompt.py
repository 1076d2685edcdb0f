"""One line to type into, at the bottom of the screen: to find, to filter, to go, to note."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from herreader.text.safe import clean_line


class Prompt(Horizontal):
    """Asks for a line of text; what it is for is the asker's business, named by `purpose`."""

    purpose: var[str] = var("", init=False)

    class Changed(Message):
        """The text has changed while it is typed."""

        def __init__(self, purpose: str, value: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.value = value

    class Submitted(Message):
        """The text is complete."""

        def __init__(self, purpose: str, value: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.value = value

    class Cancelled(Message):
        """The prompt was left."""

        def __init__(self, purpose: str) -> None:
            super().__init__()
            self.purpose = purpose

    def compose(self) -> ComposeResult:
        """Lay out the label and the line."""
        yield Static("", markup=False)
        yield Input(compact=True, select_on_focus=False)

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
        line = self.query_one(Input)
        with line.prevent(Input.Changed):
            line.value = clean_line(value)
        line.placeholder = placeholder
        line.cursor_blink = False
        line.cursor_position = len(line.value)
        self.display = True
        line.focus()

    def close(self) -> None:
        """Put the prompt away."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Announce what is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Changed(self.purpose, clean_line(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Announce what was typed."""
        event.stop()
        self.close()
        self.post_message(self.Submitted(self.purpose, clean_line(event.value)))

    def on_key(self, event: events.Key) -> None:
        """Leave on escape; every other key stays in the prompt."""
        if event.key in ("escape", "ctrl+c"):
            event.prevent_default()
            self.close()
            self.post_message(self.Cancelled(self.purpose))
        event.stop()

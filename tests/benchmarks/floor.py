"""The floor: the least that an app on Textual does to start, and to answer a key."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "ready to count"


class Floor(App[None]):
    """One line of words, other ones after each key."""

    presses = 0

    def compose(self) -> ComposeResult:
        """Show the line."""
        yield Static(READY)

    def on_key(self, event: events.Key) -> None:
        """Change the line."""
        event.stop()
        self.presses += 1
        self.query_one(Static).update(f"pressed {self.presses} times")


if __name__ == "__main__":
    Floor().run()

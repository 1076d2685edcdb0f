"""The filter of a list: asked for in the room and in a list over it, applied as it is typed."""

from collections.abc import Callable
from typing import Any

from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.prompt import SHOW_ALL, Asker, Prompt


def ask_for_filter(
    prompt: Prompt, rows: FilteredRows[Any], done: Callable[[], object] = lambda: None
) -> None:
    """Ask for the filter of a list; leaving shows all again.

    Args:
        prompt: Where to ask.
        rows: The list, to which the focus returns.
        done: Is called at the end.
    """

    def apply(words: str) -> None:
        rows.filter = words

    def end(words: str = "") -> None:
        apply(words)
        rows.screen.set_focus(rows)
        done()

    asker = Asker(end, apply, end, elsewhere=end)
    prompt.ask(asker, "Filter:", rows.filter, rows.sought, hint=SHOW_ALL)

"""How a thread reports back to the screen."""

from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def report_back(app: "App[None]", receive: Callable[..., object], *told: object) -> None:
    """Hand what a thread found to the screen; nothing happens if the app has ended meanwhile."""
    try:
        if app.is_running:
            app.call_from_thread(receive, *told)
    except (RuntimeError, CancelledError):
        if app.is_running:  # or else it ended between the question and the call
            raise

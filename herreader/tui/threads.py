"""Work that would hold the screen up is done on a thread of its own."""

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.app import App

Result = TypeVar("Result")


def work_aside(
    app: "App[None]", work: Callable[[], Result], receive: Callable[[Result], object]
) -> None:
    """Do some work on a thread, and hand what it found to `receive`, on the screen's own.

    What is found once the app has ended is let go. The app is given since a screen, by then,
    can't be asked for it any more.
    """

    def work_and_tell() -> None:
        app.call_later(receive, work())

    Thread(target=work_and_tell, daemon=True).start()

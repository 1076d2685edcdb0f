"""Waiting for another program that holds the store."""

from collections.abc import Callable, Generator
from time import monotonic
from typing import TypeVar

from herreader.errors import HeldError

Result = TypeVar("Result")

PATIENCE = 10.0
"""Seconds that a change waits while another program writes, which may be an import."""


def once_free(
    act: Callable[[], Result], seconds: float, stop: Callable[[], bool] = lambda: False
) -> Result:
    """Do something as soon as no other program holds the store.

    SQLite waits a moment within each try, so that there is no need to pause between two of them.

    Args:
        act: What to do; it changes nothing where it fails.
        seconds: How long to try again.
        stop: Asked after each try that failed; once it answers True, that was the last one.

    Raises:
        HeldError: If the store is held all the time.
    """
    trying = tries(act, seconds, stop)
    while True:
        try:
            next(trying)
        except StopIteration as done:
            result: Result = done.value
            return result


def tries(
    act: Callable[[], Result], seconds: float, stop: Callable[[], bool] = lambda: False
) -> Generator[None, None, Result]:
    """Do the same, and let the caller have its turn after each try that failed.

    The time is counted from the end of the first try, of which much may be spent on other things.

    Raises:
        HeldError: If the store is held all the time.
    """
    end: float | None = None
    while True:
        try:
            return act()
        except HeldError:
            end = monotonic() + seconds if end is None else end
            if stop() or monotonic() >= end:
                raise
        yield

"""Waiting for another program that holds the store."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from herreader.errors import HeldError

Result = TypeVar("Result")


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
    end = monotonic() + seconds
    while True:
        try:
            return act()
        except HeldError:
            if stop() or monotonic() >= end:
                raise

"""From the command line to the screen."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from herreader.errors import HerreaderError
from herreader.reading import Reading, open_file, open_reading

_STREAMS = ("Standard input", "Standard output", "Standard error")
_WITHOUT = frozenset({"dumb", "unknown"})


class NoTerminalError(HerreaderError):
    """The screen was asked for where there is none."""


def open_room(folder: Path | None, reference: str | None = None) -> int:
    """Open a room on the screen, and return the exit code once it is closed.

    Args:
        folder: The room's folder; the bundled room if None.
        reference: The review, scene or address to open it at.

    Raises:
        NoTerminalError: There is no terminal to open it on.
        RoomError: The room cannot be read.
        UnknownReferenceError: The room has nothing of that name.
    """
    return _show(lambda: open_reading(folder, environ=os.environ), reference)


def read_text(path: Path) -> int:
    """Open a single file on the screen, and return the exit code once it is closed.

    Raises:
        NoTerminalError: There is no terminal to open it on.
        TextError: The file cannot be read.
    """
    return _show(lambda: open_file(path, environ=os.environ), None)


def _show(open_it: Callable[[], Reading], reference: str | None) -> int:
    _require_terminal()
    reading = open_it()
    try:
        if reference is not None:
            reading.resolve(reference)  # a wrong one is told before the screen opens
        from herreader.tui.app import run

        return run(reading, reference)
    finally:
        reading.close()


def _require_terminal() -> None:
    refusal = "The reading room needs a terminal"
    for name, stream in zip(_STREAMS, (sys.stdin, sys.stdout, sys.stderr), strict=True):
        if stream is None or not stream.isatty():
            cure = "In a pipe, use herreader list, scenes or bookmarks."
            raise NoTerminalError(refusal, f"{name} is not one. {cure}")
    if os.environ.get("TERM") in _WITHOUT:
        cure = "Set TERM to what it really is, such as xterm-256color."
        raise NoTerminalError(refusal, f"TERM={os.environ['TERM']} cannot show one. {cure}")

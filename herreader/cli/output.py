"""What leaves the program in words: to a terminal, to a pipe, to standard error."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from herreader.text.safe import clean, clean_line

if TYPE_CHECKING:  # Rich is imported where a terminal is written to
    from rich.console import RenderableType

WIDEST = 100
"""Cells in the longest line written to a terminal."""


class OutputClosedError(Exception):
    """Nobody reads what is written to standard output any more."""


def prepare_streams() -> None:
    """Show what a stream's encoding lacks as a question mark; nothing fails for it."""
    # A stream that the caller has closed is none at all; then nobody reads it, or writes to it.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")


def complain(message: str) -> None:
    """Say in one line on standard error what went wrong."""
    sys.stderr.write(f"herreader: {clean_line(message)}\n")


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def write_rows(rows: Iterable[Sequence[object]]) -> None:
    """Write a line a row, its cells separated by tabs."""
    lines = ["\t".join(clean_line(str(cell)) for cell in row) + "\n" for row in rows]
    _write("".join(lines))


def write_lines(lines: Iterable[str]) -> None:
    """Write a text, line by line."""
    _write("".join(f"{clean_line(line)}\n" for line in lines))


def write_json(value: object) -> None:
    """Write a value as JSON; characters that the stream cannot show are escaped."""
    import json

    unicode = "utf" in (sys.stdout.encoding or "").lower()
    text = json.dumps(value, indent=2, ensure_ascii=not unicode)
    _write(clean(text) + "\n")


def write_page(page: "Iterable[RenderableType]") -> None:
    """Write to the terminal, wrapped to its width."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    with console.capture() as captured:
        for part in page:
            console.print(part)
    _write(captured.get())


@contextmanager
def show_progress(what: str, total: int, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Show on standard error, while the block runs, how much of the total is done; then nothing.

    Args:
        what: What is being done.
        total: How much there is to do.
        shown: Whether to show it at all.

    Yields:
        What is to be told how much is done.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(what, markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.update(task, completed=done)


def silence_output() -> None:
    """Send to nowhere what is still to be written, so that closing the streams does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise OutputClosedError from None
    except OSError as error:
        reason = error.strerror or error
        raise OSError(f"The output could not be written. {reason}. Write it elsewhere.") from None

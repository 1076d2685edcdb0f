"""A program in a real pseudo-terminal: what is typed into it, what it prints, and when.

Only bytes are read while the clock runs; what they look like is worked out afterwards.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

Size = tuple[int, int]
"""Columns and rows, in cells."""

WIDE: Size = (120, 40)
QUIET = 0.04
"""Seconds without a byte after which a repaint is over; they count into no figure."""

PATIENCE = 20.0
"""Seconds after which a program that does not answer is given up."""

_CONTROL = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]")
# What pyte would print as it stands, or take for something else.
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<>=][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]")
# Each question that a terminal is asked, and the answer of a common one.
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[?u": b"\x1b[?0u",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b]11;?\x07": b"\x1b]11;rgb:1d1d/1515/1313\x07",
    b"\x1b]11;?\x1b\\": b"\x1b]11;rgb:1d1d/1515/1313\x1b\\",
}


class NoAnswerError(Exception):
    """A program ended, or stayed silent, where something was to be measured."""


class Terminal:
    """One program, from its start on; `started` is the moment before the fork."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], size: Size = WIDE
    ) -> None:
        self.size = size
        self.started = time.perf_counter()
        self.process, self._master = pty.fork()
        if self.process == 0:
            _set_size(0, size)
            os.execve(command[0], list(command), dict(environ))  # noqa: S606 - no shell is wanted
        self._output = bytearray()
        self._mark = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the program in order, or else at once."""
        os.kill(self.process, signal.SIGTERM)
        end = time.perf_counter() + 3
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            if time.perf_counter() > end:
                os.kill(self.process, signal.SIGKILL)
            try:
                self._read(0.005)
            except NoAnswerError:
                time.sleep(0.005)
        os.close(self._master)

    def type(self, keys: str) -> float:
        """Type keys, and give the moment before."""
        self._mark = len(self._output)
        before = time.perf_counter()
        os.write(self._master, keys.encode())
        return before

    def wait_for(self, words: str, since: float | None = None) -> float:
        """Wait until words have been printed; give the seconds since a moment, or the start.

        Only what was printed after the last keys counts.

        Raises:
            NoAnswerError: They were not printed.
        """
        begun = self.started if since is None else since
        while time.perf_counter() - begun < PATIENCE:
            at = self._read(0.1)
            if at is not None and self.has_shown(words):
                return at - begun
        raise self._no_answer(f"{words!r} was not shown within {PATIENCE:g} s")

    def has_shown(self, words: str) -> bool:
        """Tell whether words have been printed since the last keys."""
        return words.encode() in _CONTROL.sub(b"", self._output[self._mark :])

    def first_byte(self) -> float:
        """Give the moment at which something is printed again."""
        at = self._read(PATIENCE)
        if at is None:
            raise self._no_answer("nothing was repainted")
        return at

    def press(self, keys: str, quiet: float = QUIET) -> float:
        """Type keys, and give the seconds until the last byte of the repaint.

        Raises:
            NoAnswerError: Nothing was repainted.
        """
        before = self.type(keys)
        return self._last_byte(quiet) - before

    def resize(self, size: Size) -> float:
        """Change the size, and give the seconds until the last byte of the repaint."""
        self.size = size
        before = time.perf_counter()
        _set_size(self._master, size)
        return self._last_byte(0.2) - before

    def rest(self, quiet: float = 0.3) -> None:
        """Wait until nothing has been printed for so many seconds.

        Raises:
            NoAnswerError: It goes on and on.
        """
        begun = time.perf_counter()
        while self._read(quiet) is not None:
            if time.perf_counter() - begun > PATIENCE:
                raise self._no_answer("what is printed never ends")

    def memory(self) -> int:
        """Give the program's own memory (RssAnon) in bytes, without pages of files."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        found = re.search(r"^RssAnon:\s*(\d+) kB", status, re.MULTILINE)
        return int(found[1]) * 1024 if found else 0

    def rows(self) -> list[str]:
        """Give the rows on the screen, as a terminal of one size throughout shows them."""
        screen = pyte.Screen(*self.size)
        printed = self._output.decode("utf-8", "replace")
        pyte.Stream(screen).feed(_UNKNOWN_TO_PYTE.sub("", printed))
        return list(screen.display)

    def _no_answer(self, what: str) -> NoAnswerError:
        """Say what was waited for in vain, and what is on the screen instead."""
        shown = "\n".join(row.rstrip() for row in self.rows() if row.strip())
        return NoAnswerError(f"{what}; on the screen:\n{shown or 'nothing'}")

    def _last_byte(self, quiet: float) -> float:
        last: float | None = None
        begun = time.perf_counter()
        while (at := self._read(quiet)) is not None or last is None:
            last = at or last
            if time.perf_counter() - begun > PATIENCE:
                raise self._no_answer("nothing was repainted, or it never ended")
        return last

    def _read(self, patience: float) -> float | None:
        """Read what is there, and give the moment; None if nothing came in so many seconds."""
        if not select.select([self._master], [], [], patience)[0]:
            return None
        try:
            found = os.read(self._master, 1 << 16)
        except OSError as error:
            raise self._no_answer("the program has ended") from error
        at = time.perf_counter()
        self._output += found
        for question, answer in _ANSWERS.items():
            for _ in range(found.count(question)):
                os.write(self._master, answer)
        return at


def _set_size(descriptor: int, size: Size) -> None:
    columns, rows = size
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

"""A terminal of our own: it runs a program, answers it, and keeps every byte that it sends."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pyte
from desk import Desk
from keyboard import sent_for

PATIENCE_SECONDS = 30.0
HERREADER = (sys.executable, "-m", "herreader")
TRUE_COLOUR = MappingProxyType({"TERM": "xterm-256color", "COLORTERM": "truecolor"})

# The program gets the terminal as its controlling one, as from a shell.
_LAUNCH = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execv(sys.argv[1], sys.argv[1:])"
)
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p")


class Terminal:
    """A program in a pseudo-terminal.

    Attributes:
        output: All that the program has sent.
        process: The program.
    """

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        size: tuple[int, int],
        cwd: Path,
    ) -> None:
        columns, rows = size
        self.output = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._answered = 0
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes = termios.tcgetattr(slave)
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", _LAUNCH, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environ),
            cwd=cwd,
            start_new_session=True,
        )
        self._slave = slave

    @property
    def rows(self) -> list[str]:
        """What the screen shows, row by row."""
        return list(self._screen.display)

    @property
    def shown(self) -> str:
        """What the screen shows as one text."""
        return "\n".join(self.rows)

    @property
    def colours(self) -> set[str]:
        """All colours on the screen, in front and behind."""
        cells = [cell for row in self._screen.buffer.values() for cell in row.values()]
        return {cell.fg for cell in cells} | {cell.bg for cell in cells}

    def alike_cells(self) -> list[tuple[int, int]]:
        """Give the row and column of each letter that has the colour of its own ground."""
        return [
            (y, x)
            for y, row in self._screen.buffer.items()
            for x, cell in row.items()
            if cell.data.strip() and cell.fg == cell.bg != "default"
        ]

    def colours_sent(self) -> set[str]:
        """Give the parameters of all that has set a colour."""
        sent = re.findall(rb"\x1b\[([0-9;:]*)m", bytes(self.output))
        codes = {code for sequence in sent for code in _split(sequence.decode())}
        return {code for code in codes if re.match(r"(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;|$)", code)}

    def press(self, keys: str) -> None:
        """Press keys as they are written in the table of commands, separated by blanks."""
        for key in keys.split():
            self.send(sent_for(key))

    def send(self, text: str) -> None:
        """Send characters as the keyboard does."""
        os.write(self._master, text.encode())

    def wait(self, there: Callable[[], object]) -> None:
        """Read what the program sends until something holds; AssertionError if it never does."""
        if not self.comes(there, PATIENCE_SECONDS):
            raise AssertionError(f"waited in vain; the screen shows\n{self.shown}")

    def comes(self, there: Callable[[], object], seconds: float) -> bool:
        """Read what the program sends until something holds; False if it takes too long."""
        end = time.monotonic() + seconds
        while not there():
            if time.monotonic() > end:
                return False
            self._read(0.05)
        return True

    def wait_for(self, *words: str) -> None:
        """Read until all these words stand on the screen."""
        self.wait(lambda: all(word in self.shown for word in words))

    def wait_without(self, words: str) -> None:
        """Read until these words do not stand on the screen."""
        self.wait(lambda: words not in self.shown)

    def end(self) -> int:
        """Read until the program has ended; give its exit code, negative after a signal."""
        self.wait(lambda: self.process.poll() is not None)
        while self._read(0.0):
            pass
        return self.process.returncode

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.signal(signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def is_restored(self) -> bool:
        """Whether the terminal is as it was: modes, screen, cursor, mouse."""
        left_on = [mode for mode in (1000, 1003, 1004, 1006, 1015, 1049, 2004) if self._is_on(mode)]
        return (
            not left_on
            and self._is_on(25, default=True)
            and termios.tcgetattr(self._slave) == self.modes
        )

    def is_stopped(self) -> bool:
        """Whether the program has been suspended since this was last asked."""
        asked = os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG)
        return asked is not None

    def wipe(self) -> None:
        """Forget what the screen shows, as after what another program has written there."""
        self._screen.reset()

    def close(self) -> None:
        """End what still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)

    def _is_on(self, mode: int, *, default: bool = False) -> bool:
        changes = re.findall(rb"\x1b\[\?%d([hl])" % mode, bytes(self.output))
        return changes[-1] == b"h" if changes else default

    def _read(self, seconds: float) -> bool:
        if self._master < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        self.output += os.read(self._master, 1 << 16)
        self._take_in()
        return True

    def _take_in(self) -> None:
        """Show what has come, up to a sequence that is not complete yet, and answer questions."""
        end = len(self.output)
        escape = self.output.rfind(b"\x1b", max(self._answered, end - 40))
        if escape >= 0 and not re.match(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[])", self.output[escape:]):
            end = escape
        fresh = bytes(self.output[self._answered : end])
        self._answered = end
        for question, answer in _ANSWERS.items():
            if question in fresh:
                os.write(self._master, answer)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", fresh))


def _split(parameters: str) -> Iterator[str]:
    """Split what sets styles into one for each: `1;38;5;7` into `1` and `38;5;7`."""
    numbers = iter(parameters.split(";"))
    for number in numbers:
        if number not in ("38", "48"):
            yield number
            continue
        kind = next(numbers, "")
        rest = [next(numbers, "") for _ in range(1 if kind == "5" else 3)]
        yield ";".join([number, kind, *rest])


@contextmanager
def opened(
    desk: Desk,
    *words: str,
    size: tuple[int, int] = (120, 40),
    terminal: Mapping[str, str] = TRUE_COLOUR,
    command: Sequence[str] = HERREADER,
) -> Iterator[Terminal]:
    """Run herreader on the desk's room, or with other words after it."""
    words = words or (("--room", str(desk.room)) if desk.room else ())
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(desk.folder),
        "LANG": "C.UTF-8",
        **desk.environ,
        **terminal,
    }
    opened_terminal = Terminal([*command, *words], environ, size, desk.folder)
    try:
        yield opened_terminal
    finally:
        opened_terminal.close()

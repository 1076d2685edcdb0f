"""Signals that end a long task in order: what is at hand is finished, and the rest left alone."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupts:
    """Notes the first signal while the block runs, and heeds a second one at once.

    Args:
        heard: Called amid whatever is being done, as soon as the first one has come.

    Attributes:
        number: The signal that has come; 0 if none has.
    """

    def __init__(self, heard: Callable[[], None]) -> None:
        self.number = 0
        self._heard = heard
        self._asking = False
        self._before: dict[int, Any] = {}  # whatever may handle a signal

    @property
    def code(self) -> int:
        """The exit code of a program that a signal has ended."""
        return 128 + self.number

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            before = signal.getsignal(number)
            if before is not signal.SIG_IGN:  # as nohup sets it: then the task goes on
                self._before[number] = before
                signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Let the first signal end a question to the reader by KeyboardInterrupt."""
        self._asking = True
        try:
            yield
        finally:
            self._asking = False

    def _note(self, number: int, _frame: FrameType | None) -> None:
        if self.number:
            raise SystemExit(128 + number)
        self.number = number
        self._heard()
        if self._asking:
            raise KeyboardInterrupt

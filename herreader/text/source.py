"""A file of bytes to read from anywhere in it, whatever happens to the file meanwhile."""

import os
import stat
from pathlib import Path
from shlex import quote
from threading import Lock

from herreader.errors import TextError
from herreader.text.permission import why_closed
from herreader.text.safe import clean_line

SAMPLE = 1 << 16
"""Bytes at the start of a file by which it is judged."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class OpenFile:
    """An open file, as long as it was when it was opened.

    Attributes:
        size: Its bytes then.

    Raises:
        TextError: If there is no such file, or if it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._fd = -1
        self._fd, self.size = _open(path)

    def read(self, start: int, length: int) -> bytes:
        """Read bytes; fewer, or none, where the file ends, has been cut or fails."""
        length = min(length, self.size - start)
        # The lock keeps the descriptor from being closed, and given to another file, meanwhile.
        with self._lock:
            if length <= 0 or self._fd < 0:
                return b""
            try:
                return os.pread(self._fd, length, start)
            except OSError:
                return b""

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be read from then on."""
        with self._lock:
            if self._fd >= 0:
                os.close(self._fd)
                self._fd = -1


def check_is_text(path: Path, sample: bytes) -> None:
    """Judge by its start whether a file is a UTF-8 text.

    Raises:
        TextError: If it is UTF-16, or no text at all.
    """
    if sample.startswith(_UTF_16):
        raise _unreadable(path, "it is UTF-16. Convert it with: iconv -f UTF-16 -t UTF-8")
    if looks_binary(sample):
        command = f"herreader import {quote(os.fspath(path))}"
        message = f"it is not a text. An e-book or a PDF can be added to the room: {command}"
        raise _unreadable(path, message)


def looks_binary(sample: bytes) -> bool:
    """Whether the start of a file holds NUL bytes, which no text does."""
    return b"\0" in sample[:8192]


def _open(path: Path) -> tuple[int, int]:
    """Open a regular file: its descriptor, and its size in bytes."""
    try:
        # Without O_NONBLOCK, opening a pipe would wait for its writer.
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise _unreadable(path, "there is no such file. Check its name and folder.") from None
    except PermissionError:
        raise _unreadable(path, why_closed(path)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, f"{getattr(error, 'strerror', None) or error}.") from None
    status = os.fstat(fd)
    if stat.S_ISREG(status.st_mode):
        return fd, status.st_size
    os.close(fd)
    kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a file of text"
    raise _unreadable(path, f"it is {kind}. Open a UTF-8 text or Markdown file.")


def _unreadable(path: Path, message: str) -> TextError:
    title = f"Cannot read {clean_line(path.name or str(path))}"
    return TextError(title, message[:1].upper() + message[1:])

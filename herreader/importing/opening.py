"""The bytes of a source, read only if it is a regular file of a fair size."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from herreader.errors import ImportRefusedError
from herreader.importing.values import LARGEST, LARGEST_BOOK, Source
from herreader.text.permission import why_closed
from herreader.text.safe import clean_line

PACKED = b"PK\x03\x04"
"""What an EPUB begins with, as every archive of its kind does."""
_SAMPLE = 4096  # bytes that tell of what kind a file is
_GROWTH = 1 << 16  # bytes asked for beyond those that a file has: most are read at once
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
    stat.S_IFDIR: "a folder",
}
NOT_FETCHED = "It is a web address, and nothing is fetched. Save the page, and import the file."
_WEB = frozenset(("http:", "https:"))
"""With which an address begins that was taken for a path."""


def read_bytes(source: Source) -> bytes:
    """Give the bytes of a source.

    Raises:
        ImportRefusedError: If it cannot be read, is empty, is no regular file, or is too large.
    """
    data = source.data if source.path is None else _read_file(source.path, source.name)
    if len(data) > _limit(data[:_SAMPLE]):
        raise _too_large(source.name, len(data), data[:_SAMPLE])
    if not data.strip():
        raise refusal(source.name, "it is empty.")
    return data


def is_pdf(start: bytes) -> bool:
    """Whether a file that begins so is a PDF, and no text that speaks of one."""
    return b"%PDF-" in start[:1024] and not start.lstrip().startswith((b"<", b"#"))


def refusal(name: str, why: str) -> ImportRefusedError:
    """Say that something cannot be imported, and why, with the cure."""
    return ImportRefusedError(f"Cannot import {clean_line(name)}", why[:1].upper() + why[1:])


def why_not(path: Path, error: OSError) -> ImportRefusedError:
    """Say why the system does not let a file or a folder be read."""
    match error:
        case FileNotFoundError() if was_address(path):
            why = NOT_FETCHED
        case FileNotFoundError():
            why = "there is no such file. Check its name and folder."
        case PermissionError():
            why = why_closed(path)
        case _:
            why = f"{error.strerror or error}."
    return refusal(str(path), why)


def was_address(path: Path) -> bool:
    """Whether the address of a page was taken for a path."""
    return not _WEB.isdisjoint(path.parts)


def check_regular(name: str, mode: int) -> None:
    """Refuse what is no regular file: to open a pipe or a device may do harm, or never end.

    Raises:
        ImportRefusedError: If it is none.
    """
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "no file")
        raise refusal(name, f"it is {kind}, not a file. Name a file or a folder.")


def _read_file(path: Path, name: str) -> bytes:
    try:
        check_regular(name, path.stat().st_mode)
        # Were it replaced by a pipe meanwhile, opening it would wait without O_NONBLOCK.
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(fd, "rb") as file:
            status = os.fstat(fd)
            check_regular(name, status.st_mode)
            start = os.pread(fd, _SAMPLE, 0)
            if status.st_size > _limit(start):
                raise _too_large(name, status.st_size, start)
            return _read_all(file, status.st_size, _limit(start))
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise why_not(Path(name), error) from None
        raise refusal(name, f"{error}.") from None


def _limit(start: bytes) -> int:
    return LARGEST_BOOK if start.startswith(PACKED) or is_pdf(start) else LARGEST


def _read_all(file: BinaryIO, size: int, limit: int) -> bytes:
    """Read to the end, wherever that is: a file may grow meanwhile, and some have no size at all.

    Of one that is too large, a byte more than may be taken tells that it is.
    """
    pieces: list[bytes] = []
    left = limit + 1
    # To ask for the most there may be would take the memory for it.
    while piece := file.read(min(left, size + _GROWTH)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _too_large(name: str, size: int, start: bytes) -> ImportRefusedError:
    limit = _limit(start)
    cure = "Divide it into smaller files." if limit == LARGEST else "Save it without its pictures."
    rounded = -(-size >> 20)  # upwards: it has more than the limit
    return refusal(name, f"it has {rounded:,} MB; at most {limit >> 20} MB are read. {cure}")

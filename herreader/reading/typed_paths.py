"""Paths of files to import, as a reader types them or drops them into a terminal."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from herreader.text.safe import clean_line

if TYPE_CHECKING:
    from herreader.importing import Search

WILD = frozenset("*?[")
_URL = "file://"


def files_at(words: str) -> "Search":
    """Look for the files at a path, as it is typed."""
    from herreader.importing import Search  # the first screen does without

    path, pattern = read_path(words)
    return Search([path], pattern)


def read_path(words: str) -> tuple[Path, str | None]:
    """Read a path as it is typed or dropped into a terminal, and the pattern at its end, if any."""
    path = Path(_unpasted(words.strip()))
    try:
        path = path.expanduser()
        if WILD.intersection(path.name) and not path.exists():
            return path.parent, path.name
    except (OSError, ValueError, RuntimeError):
        pass  # taking it as it stands tells what is wrong with it
    return path, None


def is_missing(words: str) -> bool:
    """Whether there is no such path as is typed; False, too, if that can't be told."""
    path, _pattern = read_path(words)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def completed(words: str) -> str:
    """Complete a path as far as the files there leave no choice; as it is if there are none.

    A name that can't stand in a line as it is comes as a URL, which is read as any other path.
    """
    path = _unpasted(words) if _is_url(words) else words
    folder, slash, begun = path.rpartition("/")
    try:
        with os.scandir(Path(folder + slash).expanduser()) as entries:
            names = [
                entry.name + "/" * entry.is_dir()
                for entry in entries
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            ]
    except (OSError, ValueError, RuntimeError):
        return words  # entering it tells what is wrong with it
    if not names:
        return words
    path = folder + slash + os.path.commonprefix(names)  # noqa: RUF071 - as typed
    return path if clean_line(path).strip() == path else _as_url(path)


def _is_url(words: str) -> bool:
    return words[: len(_URL)].lower() == _URL


def _as_url(path: str) -> str:
    # A Path would lose the slash at the end, behind which the next Tab goes on.
    return _URL + quote(os.fsencode(os.path.join(Path.cwd(), os.path.expanduser(path))))  # noqa: PTH111, PTH118


def _unpasted(words: str) -> str:
    """Undo what a terminal does to a path that is dropped into it; a name that is there stays."""
    if _is_url(words):
        _host, slash, path = words[len(_URL) :].partition("/")
        # Without a path it means nothing, least of all the whole of the disk.
        return unquote(slash + path, errors="surrogateescape") if slash else words
    if os.path.lexists(os.path.expanduser(words)):  # noqa: PTH111 - it fails on no name
        return words
    import shlex  # the first screen does without

    try:
        parts = shlex.split(words)
    except ValueError:
        return words
    return parts[0] if len(parts) == 1 else words

"""What SQLite reports, in words for a reader: why it failed, and the cure."""

import sqlite3
from pathlib import Path

from herreader.errors import BarredError, FullError, HeldError, StoreError
from herreader.text.safe import clean_line

_ELSEWHERE = "set HERREADER_DATA to another folder"
_HELD = "Another program holds {file}; try again in a moment."
_FULL = "The disk of {file} is full; free some space and try again."
_DAMAGED = "{file} is damaged, and was left as it is; move the file aside to start anew."
_STRANGE = (
    "{file} holds something that makes no sense here, and was left as it was; a newer herreader "
    "may have written it, so try the newest."
)
_BARRED = f"{{file}} cannot be opened for writing; allow it, or {_ELSEWHERE}."
_HALF = (
    "{file} cannot be opened for writing, and its last changes stand in {file}-wal, which can only "
    "be read where files can be made. Copy both into a folder of your own, and set HERREADER_DATA "
    "to that."
)
_FAILING = "{file} cannot be read or written; see whether its disk is full or failing."
_MESSAGES = {
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_PROTOCOL: _HELD,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_READONLY: _BARRED,
    sqlite3.SQLITE_CANTOPEN: _BARRED,
    sqlite3.SQLITE_PERM: _BARRED,
    sqlite3.SQLITE_IOERR: _FAILING,
}
"""What is said of an error code: of the whole one, or else of its lower eight bits."""
_CLASSES = {_HELD: HeldError, _FULL: FullError, _BARRED: BarredError}


def shown(path: Path | None) -> str:
    """Name a database in a message; its name may hold anything."""
    return "the store in memory" if path is None else clean_line(str(path))


def explain(title: str, error: Exception, path: Path | None) -> StoreError:
    """Put an error into words.

    Args:
        title: What could not be done.
        error: SQLite's, the system's when it makes the folder, or a value's that makes no sense.
        path: The database; None if it is in memory.
    """
    file = shown(path)
    known = _known(error)
    if known is not None:
        return _CLASSES.get(known, StoreError)(title, known.format(file=file))
    return StoreError(title, _message(error, file))


def barred(title: str, path: Path) -> BarredError:
    """Say that a database must not be written."""
    return BarredError(title, _BARRED.format(file=shown(path)))


def half_readable(title: str, path: Path) -> BarredError:
    """Say that a part of a database that must not be written can't be read either."""
    return BarredError(title, _HALF.format(file=shown(path)))


def _known(error: Exception) -> str | None:
    """Give what is said of the error's code; None if it has none, or none that is known."""
    if isinstance(error, OSError | sqlite3.ProgrammingError):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # SQLite itself has not failed: the value makes no sense, such as text that is not UTF-8.
        return _STRANGE
    return _MESSAGES.get(code) or _MESSAGES.get(code & 0xFF)


def _message(error: Exception, file: str) -> str:
    if isinstance(error, OSError):
        return f"The folder of {file} cannot be made ({error.strerror}); {_ELSEWHERE}."
    if isinstance(error, sqlite3.ProgrammingError):
        return f"{file} is closed; start herreader again."
    return (
        f"SQLite says of {file}: {clean_line(str(error))}. Start herreader again; "
        "if that does not help, move the file aside to start anew."
    )

"""The one connection to the database: opened, read, written in transactions, closed.

In WAL mode with `synchronous=NORMAL` a finished transaction survives the death of the process,
however sudden; after a power cut the last transactions may be missing, but the file is whole.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from herreader.errors import BarredError, FullError, HeldError, StoreError
from herreader.store.failures import barred, explain, half_readable, shown
from herreader.store.waiting import once_free

OPENING = "Your bookmarks could not be opened"
PATIENCE = 0.25
"""Seconds that a read or write waits for another program to finish its own."""

_CACHE = 16_000
"""Kilobytes of the file held in memory, at most: an import writes the same pages many times."""

_EFFECTIVE = os.access in os.supports_effective_ids

_PAGES = 4000
"""Pages written ahead, of 4 kB, before they go into the file and the disk is waited for."""


class Database:
    """A connection whose every failure is a StoreError, and which stays usable after it.

    What bars a write may be gone by the next one, which tries anew.

    Attributes:
        path: The file; None if all is in memory.
        barred: Why nothing can be written; None if it can.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None, barred: BarredError | None = None
    ) -> None:
        self.path = path
        self.barred = barred
        self._connection = connection
        self._file = _identity(path)
        self._version = 0

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, or make it and its folder; nothing in an existing file is changed.

        Raises:
            BarredError: If it must not be written.
            StoreError: If it cannot be opened.
        """
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return cls(_open(OPENING, path), path)
        except (OSError, sqlite3.Error) as error:
            raise explain(OPENING, error, path) from error

    @classmethod
    def open_to_read(cls, path: Path, why: BarredError) -> Self:
        """Open a file that can't be written; nothing in it or beside it is changed.

        Args:
            path: The file.
            why: What bars it.

        Raises:
            BarredError: That one, if it can't be read either; another if it can't be read wholly.
        """
        name = f"{path.absolute().as_uri()}?mode=ro"
        logged = _has_log(path)
        if not logged:
            # SQLite would make its log even to read; without one, the file is all there is.
            name += "&immutable=1"
        try:
            connection = _connect(name, uri=True)
        except sqlite3.Error:
            half = logged and not isinstance(why, FullError)
            raise half_readable(OPENING, path) if half else why from None
        return cls(connection, path, why)

    def wait_to_write(self, title: str, seconds: float, told: Callable[[], None]) -> None:
        """Wait while another program writes.

        Args:
            title: What could not be done, should it take longer.
            seconds: How long to wait.
            told: Called once if there is anything to wait for.

        Raises:
            StoreError: If it can't be written by then.
        """
        try:
            self._write_nothing(title)
        except HeldError:
            told()
            once_free(lambda: self._write_nothing(title), seconds)

    def be_patient(self, seconds: float) -> None:
        """Let each write wait so long while another program writes; no signal ends it sooner."""
        self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty database that is gone once it is closed."""
        return cls(_connect(":memory:"), None)

    def write_ahead(self) -> None:
        """Let readers and a writer work at once, where the file system can.

        Raises:
            StoreError: If the file cannot be written.
        """
        with self.reading(OPENING) as connection:
            _write_ahead(connection)

    @contextmanager
    def reading(self, title: str) -> Iterator[sqlite3.Connection]:
        """Give the connection for reads, and for making values of what was read.

        Args:
            title: What could not be done, should it fail.

        Raises:
            StoreError: If it cannot be read, or what is there makes no sense.
        """
        try:
            yield self._connection
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise explain(title, error, self.path) from error

    def rows(
        self, title: str, sql: str, values: tuple[Any, ...] | Mapping[str, Any]
    ) -> list[tuple[Any, ...]]:
        """Give all rows that a query finds, given its values by position or by name.

        Raises:
            StoreError: If they cannot be read.
        """
        with self.reading(title) as connection:
            return connection.execute(sql, values).fetchall()

    @contextmanager
    def atomic(self, title: str) -> Iterator[sqlite3.Connection]:
        """Give the connection for writes that are all kept, or none of them.

        Args:
            title: What could not be done, should it fail.

        Raises:
            StoreError: If they cannot be kept.
        """
        try:
            if self._connection.in_transaction:
                # A signal's handler interrupted a write and writes too: one transaction keeps both.
                yield self._connection
            else:
                with self._transaction(title):
                    yield self._connection
        except sqlite3.Error as error:
            raise explain(title, error, self.path) from error

    def changed_elsewhere(self) -> bool:
        """Tell whether another process has written since this was last asked.

        A database that cannot be read just now counts as unchanged; the next read says why.
        """
        try:
            ((version,),) = self._connection.execute("PRAGMA data_version")
        except sqlite3.Error:
            return False
        changed = bool(version != self._version)
        self._version = version
        return changed

    def close(self) -> None:
        """Close the connection; an unfinished transaction is undone. Closing twice is harmless."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def _write_nothing(self, title: str) -> None:
        with self.atomic(title):
            pass

    @contextmanager
    def _transaction(self, title: str) -> Iterator[None]:
        self._be_in_place(title)
        if self.barred is not None and self.path is not None:
            self._be_let_in(title, self.path)
        try:
            # Not deferred: a read that turns into a write would fail at once if another writes.
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._abandon()
            raise

    def _abandon(self) -> None:
        """Undo what was not committed; SQLite itself may have done so already."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _be_let_in(self, title: str, path: Path) -> None:
        """Open for writing what was opened to be read, unless something bars it still."""
        try:
            connection = _open(title, path)
            try:
                _write_ahead(connection)
            except sqlite3.Error:
                connection.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise explain(title, error, path) from error
        self.close()
        self._connection, self._file, self.barred = connection, _identity(path), None

    def _be_in_place(self, title: str) -> None:
        """Refuse to write into a deleted file: SQLite would, and all would be lost at the end."""
        if self.path is not None and _identity(self.path) != self._file:
            message = (
                f"{shown(self.path)} was moved, deleted or replaced; "
                "put it back, or start herreader again."
            )
            raise StoreError(title, message)


def storable(text: str) -> str | bytes:
    """Make a text fit for SQLite: the name of a file may hold what is not Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")
    return text


def restored(value: str | bytes) -> str:
    """Undo `storable`."""
    return value if isinstance(value, str) else value.decode(errors="surrogatepass")


def stored_time(time: datetime) -> str:
    """Write a time as text in UTC; texts of times sort as the times do."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def _open(title: str, path: Path) -> sqlite3.Connection:
    """Connect to a file to write; BarredError if it must not be written."""
    if path.exists() and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
        raise barred(title, path)
    return _connect(str(path))


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    """Connect to a file that can be read: for the size of the cache, SQLite looks into it."""
    connection = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, uri=uri)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _has_log(path: Path) -> bool:
    """Tell whether the last writes may stand beside the file, where its log is."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _write_ahead(connection: sqlite3.Connection) -> None:
    _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES}")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Switch a new file over; SQLite itself does not wait for another that does the same."""
    end = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(0.005)
        else:
            return


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Tell one file from another, whatever its name; None if there is none."""
    try:
        status = os.stat(path) if path else None  # noqa: PTH116 - twice as quick as Path.stat
    except OSError:
        return None
    return status and (status.st_dev, status.st_ino)

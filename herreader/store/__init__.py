"""What lasts, in SQLite: bookmarks, progress, the session, the index, the library, the search.

All is keyed by shelf and review id. A shelf is a room's id; bare files stand on FILE_SHELF, with
the resolved path as the review id.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from herreader.errors import BarredError, StoreError
from herreader.model.room import FILE_SHELF
from herreader.store.batches import BatchTable, Exchange
from herreader.store.bookmarks import BookmarkTable
from herreader.store.database import Database
from herreader.store.decisions import DecisionTable
from herreader.store.index import AWAY, IndexTable
from herreader.store.library import LibraryTable
from herreader.store.links import LinkTable
from herreader.store.migrations import migrate
from herreader.store.progress import ProgressTable
from herreader.store.query import QueryError
from herreader.store.renaming import rename
from herreader.store.search import SearchTable
from herreader.store.session import SessionTable
from herreader.store.versions import Removed, Version, VersionTable

__all__ = [
    "AWAY",
    "FILE_SHELF",
    "BatchTable",
    "BookmarkTable",
    "DecisionTable",
    "Exchange",
    "IndexTable",
    "LibraryTable",
    "LinkTable",
    "ProgressTable",
    "QueryError",
    "Removed",
    "SearchTable",
    "SessionTable",
    "Store",
    "Version",
    "VersionTable",
]


class Store:
    """All that one process keeps, over its one connection; it stays on the thread that made it.

    Attributes:
        remembers: Whether what was kept before is here; not so in memory.
        bookmarks: Passages that the reader keeps.
        progress: How far the reader has come.
        session: How the reader left the screen.
        index: Reviews as they were last parsed.
        library: Texts that the reader has imported.
        versions: Which of them have stood under one id.
        batches: The runs of the import that brought them.
        links: Their passages on each scene.
        decisions: What the reader decided on links by hand.
        search: Blocks found by their words, of the index and of the library.
    """

    def __init__(self, database: Database) -> None:
        self.remembers = database.path is not None
        self.bookmarks = BookmarkTable(database)
        self.progress = ProgressTable(database)
        self.session = SessionTable(database)
        self.index = IndexTable(database)
        self.library = LibraryTable(database)
        self.versions = VersionTable(database)
        self.batches = BatchTable(database)
        self.links = LinkTable(database)
        self.decisions = DecisionTable(database)
        self.search = SearchTable(database)
        self._database = database
        self.changed_elsewhere()  # what was written before the first read is no news

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the store in a file; the file and its folder are made if they are missing.

        What is there but can't be written is opened to be read.

        Raises:
            StoreError: If it cannot be opened. What was there is left as it was.
        """
        try:
            return cls(_migrated(Database.open(path)))
        except BarredError as error:
            if not path.is_file():
                raise
            database = Database.open_to_read(path, error)
            try:
                return cls(_migrated(database))
            except StoreError:
                raise error from None

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty store that keeps nothing; reading goes on with it if `open` failed."""
        database = Database.in_memory()
        migrate(database)
        return cls(database)

    @property
    def barred(self) -> BarredError | None:
        """Why a store in a file keeps nothing, until a write finds that it can; None if it does."""
        return self._database.barred

    @property
    def kept(self) -> bool:
        """Whether what is done outlives the process."""
        return self.remembers and self.barred is None

    @contextmanager
    def together(self, title: str) -> Iterator[None]:
        """Keep all changes made meanwhile, or none of them; an error must not be caught inside.

        Args:
            title: What could not be done, should it fail.

        Raises:
            StoreError: If they cannot be kept.
        """
        with self._database.atomic(title):
            yield

    def rename(self, shelf: str, review: str, new: str, *, marks: bool) -> None:
        """Let an imported review have another id, in all its versions.

        Args:
            shelf: Where it stands.
            review: Its id.
            new: An id that no review has or had.
            marks: Whether its bookmarks, decisions and progress go with it.

        Raises:
            StoreError: If it can't be kept.
        """
        with self._database.atomic("The review could not be given another id") as connection:
            rename(connection, shelf, review, new, marks=marks)

    def wait_to_write(self, title: str, seconds: float, told: Callable[[], None]) -> None:
        """Wait while another program writes.

        Args:
            title: What could not be done, should it take longer.
            seconds: How long to wait.
            told: Called once if there is anything to wait for.

        Raises:
            StoreError: If it can't be written by then.
        """
        self._database.wait_to_write(title, seconds, told)

    def be_patient(self, seconds: float) -> None:
        """Let each write wait so long while another program writes; no signal ends it sooner."""
        self._database.be_patient(seconds)

    def changed_elsewhere(self) -> bool:
        """Tell whether another process has written since this was last asked."""
        return self._database.changed_elsewhere()

    def close(self) -> None:
        """Let go of the file; harmless when repeated, and from a signal's handler."""
        self._database.close()


def _migrated(database: Database) -> Database:
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database

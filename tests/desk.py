"""Where a reader of the tests sits: own folders, a room, and what is kept of the reading."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from herreader.model.marks import Bookmark, Decision, Progress
from herreader.paths import database_file, settings_file
from herreader.reading import Reading, open_file, open_reading
from herreader.settings import Settings, load_settings
from herreader.store import FILE_SHELF, Store


@dataclass(frozen=True, slots=True)
class Desk:
    """A reader's folders and room.

    Attributes:
        folder: Holds the data and the settings.
        room: The room's folder; the bundled room if None.
        shelf: The room's id, under which the store keeps things.
    """

    folder: Path
    room: Path | None
    shelf: str = "lighthouse"

    @property
    def environ(self) -> Mapping[str, str]:
        """What points herreader to the folders."""
        return {
            "HERREADER_DATA": str(self.folder / "data"),
            "HERREADER_CONFIG": str(self.folder / "config"),
        }

    @property
    def database(self) -> Path:
        """The file of bookmarks and progress."""
        return database_file(self.environ)

    def reading(self) -> Reading:
        """Open the room."""
        return open_reading(self.room, environ=self.environ)

    def file(self, name: str, content: str) -> Reading:
        """Write a file and open it by itself."""
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return open_file(path, environ=self.environ)

    def settings(self) -> Settings:
        """Load the settings."""
        return load_settings(settings_file(self.environ))

    def set_keys(self, lines: str) -> None:
        """Write the `[keys]` of the settings."""
        path = settings_file(self.environ)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"[keys]\n{lines}\n", encoding="utf-8")

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store once more, beside whoever has it open."""
        store = Store.open(self.database)
        try:
            yield store
        finally:
            store.close()

    def bookmarks(self, shelf: str | None = None) -> tuple[Bookmark, ...]:
        """Give the bookmarks that are kept."""
        with self.store() as store:
            return store.bookmarks.all(shelf or self.shelf)

    def decisions(self) -> tuple[Decision, ...]:
        """Give the decisions on links that are kept."""
        with self.store() as store:
            return store.decisions.all(self.shelf)

    def file_bookmarks(self) -> tuple[Bookmark, ...]:
        """Give the bookmarks that are kept in bare files."""
        return self.bookmarks(FILE_SHELF)

    def progress(self) -> Mapping[str, Progress]:
        """Give the progress that is kept."""
        with self.store() as store:
            return store.progress.all(self.shelf)

    def session(self) -> Mapping[str, str]:
        """Give what the last session left."""
        with self.store() as store:
            return store.session.load(self.shelf)

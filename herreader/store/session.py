"""How the reader left the screen: the open review, the panes, the theme."""

from collections.abc import Mapping

from herreader.store.database import Database, restored, storable

_SAVE = """
    INSERT INTO session (shelf, name, value) VALUES (?, ?, ?)
    ON CONFLICT (shelf, name) DO UPDATE SET value = excluded.value
"""


class SessionTable:
    """Small texts by name; every method raises StoreError if it fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, shelf: str) -> dict[str, str]:
        """Give all that was saved for a shelf."""
        with self._database.reading("The last session could not be read") as connection:
            rows = connection.execute("SELECT name, value FROM session WHERE shelf = ?", (shelf,))
            return {name: restored(value) for name, value in rows}

    def save(self, shelf: str, values: Mapping[str, str]) -> None:
        """Keep these values; those of other names remain."""
        with self._database.atomic("The session could not be kept") as connection:
            rows = ((shelf, name, storable(value)) for name, value in values.items())
            connection.executemany(_SAVE, rows)

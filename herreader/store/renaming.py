"""Another id for an imported review, wherever the old one stands."""

import sqlite3

from herreader.store.database import storable

_TEXTS = "UPDATE text SET review = ? WHERE shelf = ? AND review = ? AND imported"
_MARKS = "UPDATE OR REPLACE {} SET review = ? WHERE shelf = ? AND review = ?"
_MARKED = ("bookmark", "decision", "progress")


def rename(
    connection: sqlite3.Connection, shelf: str, review: str, new: str, *, marks: bool
) -> None:
    """Let an imported review have another id, in the transaction of the caller.

    Args:
        connection: Where it is kept.
        shelf: Where it stands.
        review: Its id.
        new: An id that no review has or had.
        marks: Whether its bookmarks, decisions and progress go with it.
    """
    values = (storable(new), shelf, storable(review))
    connection.execute(_TEXTS, values)
    for table in _MARKED if marks else ():
        connection.execute(_MARKS.format(table), values)

"""What is kept but makes no sense, told to the reader: it hides nothing else."""

from collections.abc import Sequence

from herreader.store import Store
from herreader.text.safe import clean_line

_NAMED = 5
"""Rows that are named."""


def words_on_broken(store: Store) -> tuple[str, ...]:
    """Say which reviews, bookmarks, places and decisions could not be read when last asked for."""
    told = (
        (store.library.broken, "", "An imported review", "imported reviews", "shown"),
        (store.bookmarks.broken, "number ", "A bookmark", "bookmarks", "shown"),
        (store.progress.broken, "", "Your place in a review", "places in reviews", "used"),
        (
            store.decisions.broken,
            "number ",
            "A decision on a link",
            "decisions on links",
            "applied",
        ),
    )
    return tuple(_words(*one) for one in told if one[0])


def _words(broken: Sequence[int | str], called: str, one: str, several: str, used: str) -> str:
    what = one if len(broken) == 1 else f"{len(broken):,} {several}"
    names = clean_line(", ".join(map(str, broken[:_NAMED]))) + (
        " …" if len(broken) > _NAMED else ""
    )
    return f"{what} could not be read ({called}{names}); kept as stored, but not {used}."

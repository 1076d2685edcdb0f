"""Imported reviews in which scenes are to be looked for again: they or the finder have changed."""

from collections.abc import Collection

from herreader.reading.library import Library
from herreader.reading.reading import Reading
from herreader.text.counting import counted

_LONG = 200
"""Reviews from which on the search for their scenes is worth a word: it takes half a second."""


def stale_reviews(reading: Reading) -> tuple[str, ...]:
    """List them; none where what is found could not be kept.

    Raises:
        StoreError: If the store can't be read.
    """
    library, reviews = reading.library, reading.room.reviews
    # Imported reviews stand behind the room's own.
    if library is None or not reading.kept or not reviews:
        return ()
    return library.stale() if reading.is_imported(reviews[-1].id) else ()


def word_on(stale: Collection[str]) -> str:
    """Say that scenes are looked for again in so many reviews; empty if it is done at once."""
    if len(stale) < _LONG:
        return ""
    many = counted(len(stale), "review")
    return f"The scenes, or what finds them, have changed; looking again in {many} …"


def found_less_well(library: Library) -> list[str]:
    """Say what kept the finder, once it was prepared, from finding all that it might."""
    return [f"Scenes are found less well: {problem}" for problem in library.problems]

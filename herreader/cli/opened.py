"""A room opened for one command, and what the reader should know of it told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from herreader.cli import FAILURE
from herreader.cli.output import complain
from herreader.errors import StoreError, UnknownReferenceError
from herreader.model.room import Review
from herreader.reading import Reading, open_reading
from herreader.reading.library import Library
from herreader.reading.naming import Named, called, named_reviews, the_only
from herreader.reading.shell import shell
from herreader.reading.stale import found_less_well, stale_reviews, word_on
from herreader.store.waiting import PATIENCE

_NOTHING = "Nothing was changed"


@contextmanager
def opened(folder: Path | None) -> Iterator[Reading]:
    """Open a room, and say on standard error what a reader of the listing should know.

    Raises:
        click.exceptions.Exit: At the end, as a failure, if what was kept could not be opened: a
            listing lacks it, and a script has to know.
    """
    reading = open_reading(folder, environ=os.environ)
    try:
        for notice in reading.notices:
            complain(notice)
        if reading.problems:
            count = len(reading.problems)
            checked = shell(reading.room, "check")
            complain(f"The room is not in order ({count} found): see {checked}.")
        yield reading
        if not reading.remembers:
            raise click.exceptions.Exit(FAILURE)
    finally:
        reading.close()


@contextmanager
def changing(folder: Path | None, *, patient: bool = True) -> Iterator[tuple[Reading, Library]]:
    """Open a room to change something in it that must last, once no other program writes to it.

    Args:
        folder: The room's; None for the bundled one.
        patient: Whether each change waits as well; false where the command waits by itself.

    Raises:
        StoreError: If nothing could be kept.
    """
    reading = open_reading(folder, environ=os.environ)
    try:
        if not reading.kept or reading.library is None:
            raise StoreError(_NOTHING, " ".join(reading.notices))
        store = reading.library.store
        store.wait_to_write(_NOTHING, PATIENCE, _say_that_it_waits)
        if patient:
            store.be_patient(PATIENCE)
        yield reading, reading.library
    finally:
        reading.close()


def _say_that_it_waits() -> None:
    complain("Another program is writing to the room just now; waiting for it …")


def bring_up_to_date(reading: Reading) -> None:
    """Find the scenes anew in imported reviews, if they or the finder have changed since.

    What can't be brought up to date is shown as it is, with a word on why.
    """
    library = reading.library
    if library is None:
        return
    try:
        stale = stale_reviews(reading)
        if word := word_on(stale):
            complain(word)
        if stale:
            library.find_again(stale)
            reading.reload()
        for words in found_less_well(library):
            complain(words)
    except StoreError as error:
        complain(f"{error.title}. {error.message}")


def review_named(reading: Reading, name: str) -> Review:
    """Give the only review that a name may mean.

    One that was removed keeps its name: another, of which that is only a part, is not taken for it.

    Raises:
        UnknownReferenceError: If there is none, or there are several; names the nearest.
    """
    named = named_reviews(reading.room.reviews)
    if not called(named, name):
        _refuse_removed(reading, name)
    cure = f"{shell(reading.room, 'list')} shows them all."
    return the_only(named, name, "No review is called", cure)


def _refuse_removed(reading: Reading, name: str) -> None:
    versions = reading.library.versions() if reading.library is not None else ()
    removed = [
        Named(version.review, version.title, version.review)
        for version in versions
        if not reading.has(version.review)
    ]
    if gone := called(removed, name):
        cure = f"{shell(reading.room, 'restore', gone[0])} brings it back."
        raise UnknownReferenceError(f"{gone[0]} was removed", cure)


def imported_named(reading: Reading, name: str) -> Review:
    """Give the only imported review that a name may mean.

    Raises:
        UnknownReferenceError: As `review_named` does, or if it belongs to the room itself.
    """
    review = review_named(reading, name)
    if not reading.is_imported(review.id):
        message = f"It is part of the room; change or move its file, {review.path}."
        raise UnknownReferenceError(f"{review.id} was not imported", message)
    return review

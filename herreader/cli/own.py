"""What a reader does with their own reviews, once they are in: all but importing them."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from herreader.cli.opened import changing, imported_named, opened, review_named
from herreader.cli.output import on_terminal, write_json, write_page, write_rows
from herreader.cli.own_rows import aside_rows
from herreader.errors import UnknownReferenceError
from herreader.model.room import Room
from herreader.reading import Reading
from herreader.reading.facts import Facts
from herreader.reading.library import Library
from herreader.reading.shell import shell
from herreader.text.counting import counted, first_few

_NAMED = 3
"""Reviews that are named by their titles; of more, the others are counted."""


def remove(folder: Path | None, names: Sequence[str]) -> None:
    """Take imported reviews out of the room.

    Raises:
        UnknownReferenceError: If one is not there, or was not imported; then none is removed.
        StoreError: If they can't be removed; then none is.
    """
    with changing(folder) as (reading, library):
        named = [imported_named(reading, name) for name in dict.fromkeys(names)]
        reviews = tuple(dict.fromkeys(named))
        library.remove_all(review.id for review in reviews)
        for review in reviews:
            told = f"Removed {review.id}, {review.title!r}. {_cure(reading.room, [review.id])}"
            write_rows([[told]])


def take_back_import(folder: Path | None, *, as_json: bool) -> None:
    """Take the last import back as a whole: its reviews go, and what it replaced comes back.

    Raises:
        UnknownReferenceError: If nothing that was imported is there.
    """
    with changing(folder) as (reading, library):
        batch = library.last_batch()
        if batch is None:
            message = "Nothing that was imported into this room is still there."
            raise UnknownReferenceError("Nothing to take back", message)
        exchange = library.take_back(batch)
        removed = [review for review in exchange.gone if review not in set(exchange.come)]
        if as_json:
            back = list(exchange.come)
            write_json({"imported": batch, "removed": removed, "brought_back": back})
            return
        told = [f"removed {_removed(reading, library, removed)}"] if removed else []
        come = first_few([repr(reading.title_of(review)) for review in exchange.come], _NAMED)
        told += [f"brought back the version before of {come}"] if come else []
        cure = _cure(reading.room, removed)
        write_rows([[f"The {_called(batch)} is taken back: {', '.join(told)}. {cure}"]])


def _called(batch: str) -> str:
    """Name a run of the import by its moment, if that can be read."""
    try:
        return f"import of {datetime.fromisoformat(batch).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return "last import"


def _removed(reading: Reading, library: Library, reviews: Sequence[str]) -> str:
    """Name reviews that have just been removed, and the files that they came from."""
    gone = (version for version in library.versions() if version.removed is not None)
    places = {version.review: version.place for version in gone}

    def tell(review: str) -> str:
        title, place = repr(reading.title_of(review)), places.get(review)
        return f"{title} from {place}" if place else title

    return first_few([tell(review) for review in reviews], _NAMED)


def _cure(room: Room, removed: Sequence[str]) -> str:
    """Say how reviews come back that were removed."""
    if 0 < len(removed) <= _NAMED:
        them = "it" if len(removed) == 1 else "them"
        return f"{shell(room, 'restore', *removed)} brings {them} back."
    return f"{shell(room, 'restore')} lists what can be brought back."


def edit(folder: Path | None, name: str, facts: Facts) -> None:
    """Change what is known of an imported review.

    Raises:
        HerreaderError: If it is not there, was not imported, or a fact can't be.
    """
    with changing(folder) as (reading, library):
        review = imported_named(reading, name)
        library.edit(review.id, facts)
        changed = library.facts(review.id)
        known = (changed.title, changed.byline, changed.date_words, changed.source)
        write_rows([(review.id, *(fact or "" for fact in known))])


def print_aside(folder: Path | None, name: str, *, as_json: bool) -> None:
    """Print what was set aside of a review when it was imported.

    Raises:
        UnknownReferenceError: If it is not there.
    """
    with opened(folder) as reading:
        review = review_named(reading, name)
        imported = reading.library is not None and reading.is_imported(review.id)
        parts = reading.library.aside(review.id) if reading.library and imported else ()
        rows = list(aside_rows(parts))
        if as_json:
            write_json([asdict(row) for row in rows])
        elif on_terminal():
            from herreader.cli.own_pages import aside_page

            write_page(aside_page(reading.room, review, rows))
        else:
            write_rows((row.number, row.kind, row.after, row.text) for row in rows)


def put_back(folder: Path | None, name: str, numbers: Sequence[int]) -> None:
    """Put parts back, by their numbers, that were set aside of an imported review.

    Raises:
        UnknownReferenceError: If the review or a part is not there; then nothing has changed.
        StoreError: If they can't be put back; then nothing has changed.
    """
    from herreader.reading.putting_back import put_back as put_parts_back  # after importing only

    with changing(folder) as (reading, library):
        review = imported_named(reading, name)
        parts = {part.block.number: part for part in library.aside(review.id)}
        missing = [number for number in numbers if number not in parts]
        if missing:
            cure = shell(reading.room, "aside", review.id)
            message = f"No part has the number {missing[0]}; {cure} shows them."
            raise UnknownReferenceError("There is no such part", message)
        chosen = [parts[number] for number in dict.fromkeys(numbers)]
        put_parts_back(library, review.id, chosen)
        undoes = shell(reading.room, "restore", review.id)
        write_rows([[f"Put back {counted(len(chosen), 'part')}. {undoes} undoes it."]])

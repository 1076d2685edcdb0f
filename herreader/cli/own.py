"""What a reader does with their own reviews, once they are in: all but importing them."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from herreader.cli.opened import changing, imported_named, opened, review_named
from herreader.cli.output import complain, on_terminal, write_json, write_page, write_rows
from herreader.cli.own_rows import aside_rows, hit_rows
from herreader.errors import HerreaderError, TextError, UnknownReferenceError
from herreader.model import Text
from herreader.reading import Reading
from herreader.reading.facts import Facts
from herreader.store.search import MOST
from herreader.text.safe import clean_line

LARGEST = 20 << 20
"""Bytes of the largest file of corrections that is read."""

_NAMED = 3
"""Reviews that are named by their titles; of more, the others are counted."""

_TAKING = "The corrections could not be taken over"


def remove(folder: Path | None, names: Sequence[str]) -> None:
    """Take imported reviews out of the room.

    Raises:
        UnknownReferenceError: If one is not there, or was not imported; then none is removed.
    """
    with changing(folder) as (reading, library):
        reviews = [imported_named(reading, name) for name in dict.fromkeys(names)]
        for review in dict.fromkeys(reviews):
            library.remove(review.id)
            cure = f"herreader restore {review.id} brings it back."
            write_rows([[f"Removed {review.id}, {review.title!r}. {cure}"]])


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
        told = [f"removed {_titles(reading, removed)}"] if removed else []
        come = _titles(reading, exchange.come)
        told += [f"brought back the version before of {come}"] if come else []
        when = f"{datetime.fromisoformat(batch).astimezone():%Y-%m-%d %H:%M}"
        cure = "herreader restore lists what can be brought back."
        write_rows([[f"The import of {when} is taken back: {', '.join(told)}. {cure}"]])


def _titles(reading: Reading, reviews: Sequence[str]) -> str:
    """Name the first few, and count the others."""
    named = ", ".join(repr(reading.title_of(review)) for review in reviews[:_NAMED])
    more = len(reviews) - _NAMED
    return f"{named} and {more:,} more" if more > 0 else named


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


def search(folder: Path | None, words: Sequence[str], *, as_json: bool) -> bool:
    """Print the passages that hold some words; False if there are none.

    Raises:
        StoreError: If the words can't be looked for; says what to write instead.
    """
    with opened(folder) as reading:
        hits = reading.find_words(" ".join(words))
        more = len(hits) > MOST
        rows = list(hit_rows(reading, hits[:MOST]))
        if as_json:
            write_json({"more": more, "passages": [asdict(row) for row in rows]})
        elif rows and on_terminal():
            from herreader.cli.own_pages import search_page

            write_page(search_page(rows, more=more))
        else:
            write_rows((f"{row.review}:{row.block}", row.review_title, row.words) for row in rows)
            if more:
                complain(f"There are more than these {MOST} passages; add a word.")
        if not rows:
            complain(f"Nothing holds {' '.join(words)!r}. Fewer words, or word*, find more.")
        return bool(rows)


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

            write_page(aside_page(review.title, rows))
        else:
            write_rows((row.kind, row.after, row.text) for row in rows)


def give_corrections(folder: Path | None) -> None:
    """Print the reader's decisions on links as JSON, for another reader."""
    with opened(folder) as reading:
        if reading.library is not None and reading.remembers:
            write_json(reading.library.corrections())


def take_corrections(folder: Path | None, file: str) -> None:
    """Take over another reader's decisions from a file, or from standard input if it is `-`.

    Raises:
        HerreaderError: If it can't be read, is no such file, or is of another room.
    """
    document = _read_json(file)
    with changing(folder) as (reading, library):
        taken = library.take_corrections(document, lambda review: _text(reading, review))
        absent = f"{taken.absent:,} on reviews that are not here"
        strange = f", {taken.strange:,} on scenes that the room lacks" if taken.strange else ""
        write_rows([[f"{taken.new:,} new, {taken.known:,} known already, {absent}{strange}."]])


def _text(reading: Reading, review: str) -> Text | None:
    """Give the blocks of a review; None if it is not here, or can't be read just now."""
    try:
        return reading.text(review) if reading.has(review) else None
    except HerreaderError:
        return None


def _read_json(file: str) -> object:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{clean_line(file)} cannot be read: {reason}. Name the file that you were sent."
        raise TextError(_TAKING, message) from None
    if len(data) > LARGEST:
        raise TextError(
            _TAKING, f"The file is larger than {LARGEST >> 20} MB; is it the right one?"
        )
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        message = "It is no JSON; name the file that herreader corrections has written."
        raise TextError(_TAKING, message) from None

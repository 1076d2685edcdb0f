"""The reader's own reviews: how quick an import is, and what a large library costs."""

import gc
import os
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from herreader.importing import Search
from herreader.model.text import Passage, Place
from herreader.paths import database_file
from herreader.reading import Reading, open_reading
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.store import Store

from .inputs import Program, resumed
from .reviews import SIZE, write_books, write_pages, write_reviews_of_the_film, write_texts
from .table import Row, compare_keys, percentile_99

REVIEWS = 8_316
BOOKMARKS = 641
SAMPLE = 1_000
"""Files of each kind in the import that is timed."""

LEAST = 500
"""Plain texts that must be imported in a second."""

FRAME = 1 / 60
"""Seconds."""

PAGE_UP, PAGE_DOWN = "\x1b[5~", "\x1b[6~"

_QUERIES = ("owl", "marriage", '"an owl on a screen"', "isab*", "evening street", "voice", "the")
_FILL = {
    "plain texts": write_texts,
    "reviews of the film": write_reviews_of_the_film,
    "saved pages": write_pages,
    "e-books": write_books,
}


@dataclass(frozen=True, slots=True)
class Library:
    """The bundled room by itself, and with a large library in it; both left at the same place."""

    four: Program
    many: Program


def imports(folder: Path, count: int = SAMPLE) -> list[Row]:
    """Measure an import of files of each kind, with cleaning, finding and indexing, on one core."""
    rows = []
    for what, fill in _FILL.items():
        files = folder / what
        files.mkdir()
        fill(files, count)
        environ = {"HERREADER_DATA": str(folder / f"{what} kept")}
        with _on_one_core():
            gc.disable()  # as the program does
            begun = time.perf_counter()
            _import(files, environ)
            taken = time.perf_counter() - begun
            gc.enable()
        least = LEAST if fill in {write_texts, write_reviews_of_the_film} else None
        rows.append(Row.rate(f"import, {what} of {SIZE // 1000} KB", count / taken, least))
        shutil.rmtree(files)
    return rows


def prepare_library(folder: Path) -> Library:
    """Fill a library beside the bundled four, bookmark it, and open it once."""
    # Not the room that keys have been measured in: who knows where that was left.
    four = resumed(folder / "four")
    kept = folder / "library"
    shutil.copytree(folder / "four", kept)
    environ = dict(four.environ) | {
        "HOME": str(kept),
        "HERREADER_DATA": str(kept / "data"),
        "HERREADER_CONFIG": str(kept / "config"),
    }
    files = folder / "files"
    files.mkdir()
    write_texts(files, REVIEWS)
    _import(files, environ)
    shutil.rmtree(files)
    _add_bookmarks(environ)
    many = replace(four, environ=environ)
    with many.open():
        pass
    return Library(four, many)


def library(kept: Library, rounds: int, presses: int) -> list[Row]:
    """Measure the start, the list and the search, with the library beside the bundled four."""
    return [
        *_starts(kept.four, kept.many, rounds),
        *_list_keys(kept.four, kept.many, presses),
        *_searches(kept.many.environ),
    ]


def _starts(four: Program, many: Program, rounds: int) -> list[Row]:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for program, figures in zip((four, many), taken, strict=True):
            with program.start() as terminal:
                figures.append(terminal.wait_for(program.words))
                terminal.rest(0.1)
    what = f"start, with {REVIEWS:,} reviews, {BOOKMARKS} bookmarks"
    return [Row.ratio(what, median(taken[1]), median(taken[0]), 1.2)]


def _list_keys(four: Program, many: Program, presses: int) -> list[Row]:
    """Measure keys in the list of reviews, beside the list of the bundled four."""
    lines: tuple[list[float], list[float]] = ([], [])
    with ExitStack() as stack:
        terminals = [stack.enter_context(program.open()) for program in (four, many)]
        for terminal in terminals:
            terminal.press("r")
            terminal.rest()
        for press in range(presses):
            for terminal, figures in zip(terminals, lines, strict=True):
                figures.append(terminal.press("k" if press % 2 else "j"))
        long = terminals[1]
        pages = [long.press(PAGE_UP if press % 2 else PAGE_DOWN) for press in range(presses)]
        long.type("/")
        long.rest()
        filters = [long.press("\x7f" if press % 2 else "w") for press in range(presses)]
    what = f"list of {REVIEWS:,}"
    return [
        *compare_keys(f"{what}, a line", lines[1], lines[0]),
        Row.limit(f"{what}, a page, p99", percentile_99(pages), FRAME),
        Row.limit(f"{what}, a letter of a filter, median", median(filters), FRAME),
    ]


def _searches(environ: Mapping[str, str]) -> list[Row]:
    reading = open_reading(None, environ=environ)
    figures = [_seconds(partial(reading.find_words, query)) for query in _QUERIES * 5]
    reading.close()
    what = f"search in {REVIEWS:,} reviews"
    return [
        Row.limit(f"{what}, median", median(figures), 0.05),
        Row.limit(f"{what}, p99", percentile_99(figures), 0.05),
    ]


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _import(files: Path, environ: Mapping[str, str]) -> None:
    reading = open_reading(None, environ=environ)
    try:
        if reading.library is None:
            raise RuntimeError
        for outcome in take_in(
            reading.library, Search([files]).finish(), Wishes(), lambda: datetime.now(UTC)
        ):
            if outcome.fate != "added":
                sys.stderr.write(f"{outcome}\n")
    finally:
        reading.close()


def _add_bookmarks(environ: Mapping[str, str]) -> None:
    """Bookmark passages all over the library."""
    chance = random.Random(641)  # noqa: S311 - places, not secrets
    reading = open_reading(None, environ=environ)
    store = Store.open(database_file(environ))
    reviews = [review.id for review in reading.room.reviews]
    for review in chance.sample(reviews, BOOKMARKS):
        passage = _passage(reading, review)
        store.bookmarks.add(reading.room.id, review, passage, section="", created=datetime.now(UTC))
    store.close()
    reading.close()


def _passage(reading: Reading, review: str) -> Passage:
    block = reading.text(review).block(1)
    quote = block.plain[:40] if block else ""
    return Passage(Place(1, 0, quote), Place(1, len(quote)), quote)


@contextmanager
def _on_one_core() -> Iterator[None]:
    """Keep to one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)

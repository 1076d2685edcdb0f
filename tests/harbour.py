"""A harbour of two reviews whose files change, and a store that is held or full meanwhile."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader.model.text import Place
from herreader.reading import Reading
from herreader.text.quotation import passage_between

LONG = "The owl lands on the white rail of the gallery, early in the long grey evening."
EDITED = LONG.replace("grey", "dark")
ABOVE = "Nothing is said of the owl here, or of the rail."
REFRAIN = "It is cold tonight."
MOODY = {"mood": "x"}
"""A key that no review has: a warning."""


def written(*paragraphs: str, **header: str) -> str:
    return review("Dusk", "\n\n".join(paragraphs), **header)


def harbour(folder: Path) -> Desk:
    """Give a desk in a room in which there is something wrong with one of two reviews."""
    texts = {
        "dusk": written("It begins.", LONG, "It ends.", **MOODY),
        "dawn": review("Dawn", "The owl leaves."),
    }
    return Desk(folder, write_room(folder / "harbour", texts, scenes=SCENES), "harbour")


def rewrite(desk: Desk, name: str, content: str) -> None:
    assert desk.room is not None
    (desk.room / "reviews" / f"{name}.md").write_text(content, encoding="utf-8")


def found(desk: Desk, words: str) -> set[str]:
    with closing(desk.reading()) as reading:
        return set(reading.find_words(words).by_review)


def bookmark(reading: Reading, review: str, block: int, words: str) -> None:
    passage = passage_between(reading.text(review), Place(block, 0), Place(block, len(words)))
    assert passage.quote == words
    reading.toggle_bookmark(review, passage, "")


def stood_on(reading: Reading, review: str = "dusk") -> list[str]:
    """Give the words that are drawn as bookmarked."""
    text, marks = reading.text_as_read(review), [mark.passage for mark in reading.bookmarks]
    return [passage_between(text, mark.start, mark.end).quote for mark in marks]


def kept_places(desk: Desk) -> list[tuple[int, bool]]:
    return [(mark.passage.start.block, mark.placed) for mark in desk.bookmarks()]


@contextmanager
def held(desk: Desk) -> Iterator[Callable[[], object]]:
    """Let another program write until it is told to end."""
    with closing(sqlite3.connect(desk.database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield lambda: connection.execute("ROLLBACK")


@contextmanager
def nothing_indexed(desk: Desk) -> Iterator[None]:
    """Let each change to the index fail, as on a disk that is just full."""
    with closing(sqlite3.connect(desk.database)) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON indexed BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        yield
        connection.execute("DROP TRIGGER full")

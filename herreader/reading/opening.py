"""Opening a room or a single file: what is in it, and what is kept of it."""

import os
from collections.abc import Callable, Mapping
from contextlib import closing, nullcontext, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from herreader import paths
from herreader.errors import StoreError
from herreader.model.room import Review, Room
from herreader.model.text import Text
from herreader.reading.contents import Texts
from herreader.reading.giving_way import make_way
from herreader.reading.library import Library
from herreader.reading.marks import look_for_marks
from herreader.reading.reading import Reading
from herreader.reading.room_texts import BRINGING, RoomTexts, best_effort, on_lost
from herreader.rooms.loading import (
    LoadedRoom,
    fingerprint,
    header_fingerprint,
    list_reviews,
    load_room,
)
from herreader.store import FILE_SHELF, Store
from herreader.store.waiting import once_free
from herreader.text.parsed import ParsedText
from herreader.text.safe import clean_line
from herreader.text.source import SAMPLE, OpenFile, check_is_text
from herreader.text.streamed import StreamedText
from herreader.text.suffixes import MARKDOWN

LARGE = 1_000_000
"""Bytes from which on a file is read as plain text, piece by piece."""

LETTERS_A_WORD = 6
"""Bytes a word, blank included: the estimate for a text that is not read through."""

PATIENCE = 5.0
"""Seconds that a launch waits while another program writes, if nothing can be kept until then."""

_READ_ONLY = "Your own reviews and bookmarks can only be read"
_UNTIL_THEN = "Until then nothing is kept."
_STARTED_AGAIN = "Until herreader is started again after that, nothing is kept."


def now() -> datetime:
    """Give the present moment, in UTC."""
    return datetime.now(UTC)


def open_reading(room_folder: Path | None, *, environ: Mapping[str, str] = os.environ) -> Reading:
    """Open a room, the bundled one unless a folder is given.

    What has not changed since the last time comes from the store's index: the room's header, and
    each review. The rest is parsed, and the bookmarks in it are looked for again. Without a usable
    store all can be read, and `notices` says that nothing is kept.

    Raises:
        RoomError: If nothing can be read there.
    """
    folder = room_folder or paths.bundled_room()
    header = header_fingerprint(folder)
    if not header:
        load_room(folder)  # Where there is no room, nothing is made for what would be kept of it.

    def read(store: Store, notices: list[str]) -> Reading:
        loaded = _load(folder, header, store)
        room = loaded.room
        problems = [str(problem) for problem in loaded.problems]
        with best_effort(notices):
            notices += make_way(store, room, [path.stem for path in loaded.files])
        texts = RoomTexts(store, room)
        reviews = texts.headers(loaded.files, problems, notices)
        room = room._replace(reviews=reviews)
        links = texts.links(tuple(review.id for review in reviews), notices)
        notices += texts.take_news()
        return Reading(
            store,
            room,
            shelf=room.id,
            texts=texts,
            links=links,
            clock=now,
            library=Library(store, room, now, header, paths.encoder_folder(environ)),
            problems=tuple(problems),
            notices=tuple(notices),
        )

    return _on_a_store(environ, read)


def open_file(path: Path, *, environ: Mapping[str, str] = os.environ) -> Reading:
    """Open a single text or Markdown file as a room of its own, without adding it to any.

    Raises:
        TextError: If it can't be read as a text.
    """
    path = path.resolve()
    text = read_file(path)
    review = Review(
        id=str(path),
        title=clean_line(path.name),
        byline="",
        date=None,
        answers=None,
        words=text.size // LETTERS_A_WORD,
        path=path,
    )
    room = Room(FILE_SHELF, review.title, "", path.parent, reviews=(review,))

    def read(store: Store, notices: list[str]) -> Reading:
        bookmarks = store.bookmarks.all(FILE_SHELF)
        marked = any(mark.review == review.id and mark.placed for mark in bookmarks)
        # Rather none of its bookmarks than some on other words.
        with nullcontext() if marked else best_effort(notices):
            bring = partial(_bring_up_to_date, store, review, text)
            notices += once_free(bring, PATIENCE if marked else 0)
        return Reading(
            store,
            room,
            shelf=FILE_SHELF,
            texts=_OneText(text),
            links=(),
            clock=now,
            notices=tuple(notices),
        )

    return _on_a_store(environ, read)


def _bring_up_to_date(store: Store, review: Review, text: Text) -> list[str]:
    """Look for the bookmarks in a bare file again if it has changed; say which are lost."""
    mark = fingerprint(review.path)
    known = store.index.headers(FILE_SHELF).get(review.id)
    if known is not None and known[0] == mark:
        return []
    with store.together(BRINGING):
        lost = look_for_marks(store, FILE_SHELF, review.id, text)
        store.index.put(FILE_SHELF, mark, review, (), ())
    return on_lost(review.title, lost)


def read_file(path: Path) -> Text:
    """Read a file's blocks: Markdown up to a megabyte, anything else as plain text.

    Raises:
        TextError: If it can't be read as a text.
    """
    file = OpenFile(path)
    if path.suffix.lower() not in MARKDOWN or file.size > LARGE:
        return StreamedText(path, file=file)
    with closing(file):
        content = file.read(0, file.size)
    check_is_text(path, content[:SAMPLE])
    from herreader.text.markdown import parse_markdown

    return ParsedText(parse_markdown(content.decode("utf-8-sig", errors="replace")).blocks)


def open_store(environ: Mapping[str, str]) -> tuple[Store, list[str]]:
    """Open the store, or else one in memory; a notice says so if nothing is kept.

    One that is to be made, or brought up to date, may be held by another program for a moment.
    """
    try:
        store = once_free(lambda: Store.open(paths.database_file(environ)), PATIENCE)
    except StoreError as error:
        return _do_without(error)
    why = store.barred
    return store, [f"{_READ_ONLY}: {why.message} {_UNTIL_THEN}"] if why else []


def _do_without(error: StoreError) -> tuple[Store, list[str]]:
    """Give a store in memory, and a notice on why what is kept can't be had."""
    return Store.in_memory(), [f"{error.title}: {error.message} {_STARTED_AGAIN}"]


def _on_a_store(environ: Mapping[str, str], read: Callable[[Store, list[str]], Reading]) -> Reading:
    """Read on the store or, if what is kept there can't be read, on one in memory."""
    store, notices = open_store(environ)
    try:
        return read(store, notices)
    except StoreError as error:
        store.close()
        return read(*_do_without(error))
    except BaseException:
        store.close()
        raise


def _load(folder: Path, mark: str, store: Store) -> LoadedRoom:
    """Take a room's header from the index if its files are as they were, else from them."""
    known = None
    with suppress(StoreError):
        known = store.index.room(folder, mark) if mark else None
    if known is not None:
        return list_reviews(*known)
    from herreader.rooms.header import read_header  # most launches parse nothing

    header = read_header(folder)
    if mark and not header.problems:  # those are told at each launch
        with suppress(StoreError):
            store.index.put_room(mark, header.room, header.order)
    return list_reviews(*header)


class _OneText(Texts):
    """The text of a bare file."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def text(self, review: str) -> Text:  # noqa: ARG002 - there is only one
        """Give the blocks of the file."""
        return self._text

"""Opening a room or a single file: what is in it, and what is kept of it."""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from herreader import paths
from herreader.errors import StoreError
from herreader.model.room import Room
from herreader.reading.bare_file import BareFile, FileTexts
from herreader.reading.giving_way import make_way
from herreader.reading.library import Library
from herreader.reading.reading import Reading
from herreader.reading.room_texts import RoomTexts, best_effort
from herreader.rooms.loading import (
    LoadedRoom,
    header_fingerprint,
    list_reviews,
    load_room,
)
from herreader.store import FILE_SHELF, Store
from herreader.store.waiting import once_free

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
        files = _given_way(store, loaded, notices)
        texts = RoomTexts(store, room)
        reviews = texts.headers(files, problems, notices)
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
            library=Library(store, room, now, header),
            problems=tuple(problems),
            notices=tuple(notices),
        )

    return _on_a_store(environ, read)


def open_file(path: Path, *, environ: Mapping[str, str] = os.environ) -> Reading:
    """Open a single text or Markdown file as a room of its own, without adding it to any.

    Raises:
        TextError: If it can't be read as a text.
    """
    file = BareFile.read(path.resolve())
    room = Room(FILE_SHELF, file.review.title, "", file.review.path.parent, reviews=(file.review,))

    def read(store: Store, notices: list[str]) -> Reading:
        marked = file.is_marked(store)
        # Rather none of its bookmarks than some on other words.
        with nullcontext() if marked else best_effort(notices):
            bring = partial(file.bring_up_to_date, store)
            notices += once_free(bring, PATIENCE if marked else 0)
        return Reading(
            store,
            room,
            shelf=FILE_SHELF,
            texts=FileTexts(store, file),
            links=(),
            clock=now,
            notices=(*notices, *file.advice()),
        )

    return _on_a_store(environ, read)


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


def _given_way(store: Store, loaded: LoadedRoom, notices: list[str]) -> tuple[Path, ...]:
    """Let imported reviews give way to the room's own, and give the files of these.

    One for which none could make way is left out: the marks on the other would be drawn on it.
    """
    room, own = loaded.room, [path.stem for path in loaded.files]
    try:
        notices += once_free(partial(make_way, store, room, own), PATIENCE)
    except StoreError as error:
        taken: Collection[str] = ()
        with suppress(StoreError):
            taken = store.library.imported_as(room.id, own)
        kept_out = [name for name in own if name in taken]
        until = f" Until then the room's own {', '.join(kept_out)} is not shown." * bool(kept_out)
        notices.append(f"{error.title}: {error.message}{until}")
        return tuple(path for path in loaded.files if path.stem not in taken)
    return loaded.files


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

"""Opening a room or a single file: what is in it, and what is kept of it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from herreader import paths
from herreader.errors import RoomError, StoreError
from herreader.model.links import Link
from herreader.model.room import Review, Room
from herreader.model.text import Text
from herreader.reading.contents import Texts
from herreader.reading.giving_way import make_way
from herreader.reading.library import Library
from herreader.reading.lost import Lost
from herreader.reading.marks import look_for_marks
from herreader.reading.reading import Reading
from herreader.rooms.loading import (
    LoadedRoom,
    fingerprint,
    header_fingerprint,
    list_reviews,
    load_room,
)
from herreader.store import FILE_SHELF, Store
from herreader.text.parsed import ParsedText
from herreader.text.safe import clean_line
from herreader.text.source import SAMPLE, OpenFile, check_is_text
from herreader.text.streamed import StreamedText
from herreader.text.suffixes import MARKDOWN

if TYPE_CHECKING:
    from herreader.rooms.reviews import ReviewText

LARGE = 1_000_000
"""Bytes from which on a file is read as plain text, piece by piece."""

LETTERS_A_WORD = 6
"""Bytes a word, blank included: the estimate for a text that is not read through."""

_READ_ONLY = "Your own reviews and bookmarks can only be read"
_UNTIL_THEN = "Until then nothing is kept."
_STARTED_AGAIN = "Until herreader is started again after that, nothing is kept."

_TO_BE_TOLD = "problems"
"""Stands before the fingerprint of a file with problems: by no file's own is it found again."""


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
        with _best_effort(notices):
            notices += make_way(store, room, [path.stem for path in loaded.files])
        texts = _RoomTexts(store, room)
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
        with _best_effort(notices):
            mark = fingerprint(path)
            known = store.index.headers(FILE_SHELF).get(review.id)
            if known is None or known[0] != mark:
                lost = look_for_marks(store, FILE_SHELF, review.id, text)
                notices += _on_lost(review.title, lost)
                store.index.put(FILE_SHELF, mark, review, (), ())
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
    """Open the store, or else one in memory; a notice says so if nothing is kept."""
    try:
        store = Store.open(paths.database_file(environ))
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


class _RoomTexts(Texts):
    """The texts of a room: from the index where the file is as it was, else from the file."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
        self._parsed: dict[str, ReviewText] = {}
        self._marks: dict[str, tuple[str, Path]] = {}
        self._lost: list[str] = []

    def headers(
        self, files: Iterable[Path], problems: list[str], notices: list[str]
    ) -> tuple[Review, ...]:
        """Give the headers of all reviews that can be read; what the index has of others goes."""
        reviews: list[Review] = []
        indexed: dict[str, tuple[str, Review]] = {}
        with _best_effort(notices):
            indexed = self._store.index.headers(self._room.id)
        for path in files:
            try:
                reviews.append(self._header(path, indexed.get(path.stem), problems))
            except RoomError as error:
                problems.append(f"{error.title}: {error.message}")
        with _best_effort(notices):
            for gone in indexed.keys() - {review.id for review in reviews}:
                self._store.index.forget(self._room.id, gone)
        return tuple(reviews)

    def version(self, review: str) -> str:
        """Tell the states of a review's file apart; one that can't be seen is as it was."""
        mark, path = self._marks[review]
        return fingerprint(path) or mark

    def is_as_read(self, review: str) -> bool:
        """Whether a review's file is in the state in which it was read last."""
        return self.version(review) == self._marks[review][0]

    def read_anew(self) -> tuple[tuple[Review, ...], tuple[Link, ...]] | None:
        """Give the headers and the links if any file has changed since; None if none has."""
        changed = [review for review in self._marks if not self.is_as_read(review)]
        if not changed:
            return None
        for review in changed:
            self._parsed.pop(review, None)
        told: list[str] = []  # what is wrong with a file is told at the launch
        reviews = self.headers([path for _, path in self._marks.values()], told, told)
        return reviews, self.links(tuple(review.id for review in reviews), told)

    def take_news(self) -> tuple[str, ...]:
        """Say which marks have lost their places to changes in files since this was last asked."""
        news = tuple(self._lost)
        self._lost.clear()
        return news

    def _header(self, path: Path, known: tuple[str, Review] | None, problems: list[str]) -> Review:
        """Give a review's header, parsing the file only if it has changed."""
        mark = fingerprint(path)
        unchanged = self._marks.get(path.stem) == (mark, path)
        self._marks[path.stem] = (mark, path)
        if known is not None and known[0] == mark:
            return known[1]._replace(path=path)
        parsed = self._parsed.get(path.stem) if unchanged else None
        parsed = parsed or self._parse(path)
        problems += [str(problem) for problem in parsed.problems]
        return parsed.review

    def text(self, review: str) -> Text:
        """Give the blocks of a review."""
        if review not in self._parsed:
            mark, path = self._marks[review]
            try:
                blocks = self._store.index.blocks(self._room.id, review, mark)
            except StoreError:
                blocks = None
            if blocks is not None:
                return ParsedText(blocks)
            self._parse(path)
        return ParsedText(self._parsed[review].blocks)

    def links(self, reviews: tuple[str, ...], notices: list[str]) -> tuple[Link, ...]:
        """Give all links of the room's reviews."""
        links = [link for parsed in self._parsed.values() for link in parsed.links]
        with _best_effort(notices):
            links += [
                link
                for link in self._store.index.links(self._room.id)
                if link.review in reviews and link.review not in self._parsed
            ]
        return tuple(links)

    def _parse(self, path: Path) -> "ReviewText":
        from herreader.rooms.reviews import read_review  # most launches parse nothing

        parsed = read_review(path, self._room.scenes)
        self._parsed[path.stem] = parsed
        with suppress(StoreError):
            self._keep(path.stem, parsed)
        return parsed

    def _keep(self, review: str, parsed: "ReviewText") -> None:
        shelf, text = self._room.id, ParsedText(parsed.blocks)
        mark, _ = self._marks[review]
        if parsed.problems:
            # So that it is parsed and reported again at the next launch.
            mark = f"{_TO_BE_TOLD} {mark}"
            if self._store.index.blocks(shelf, review, mark) == parsed.blocks:
                return
        known = self._store.index.blocks(shelf, review)
        before = ParsedText(known) if known is not None else None
        lost = look_for_marks(self._store, shelf, review, text, before)
        self._lost += _on_lost(parsed.review.title, lost)
        self._store.index.put(shelf, mark, parsed.review, parsed.blocks, parsed.links)


class _OneText(Texts):
    """The text of a bare file."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def text(self, review: str) -> Text:  # noqa: ARG002 - there is only one
        """Give the blocks of the file."""
        return self._text


def _on_lost(title: str, lost: Lost) -> list[str]:
    """Say which marks have lost their places as a file has changed, if any have."""
    told = lost.told("undoing the change to the file")
    return [f"{title} has changed: {told}"] if told else []


@contextmanager
def _best_effort(notices: list[str]) -> Iterator[None]:
    """Go on reading if the store fails, with a notice."""
    try:
        yield
    except StoreError as error:
        notices.append(f"{error.title}: {error.message}")

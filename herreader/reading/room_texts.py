"""The texts of a room's own reviews: from the index, or from a file that has changed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from herreader.errors import RoomError, StoreError
from herreader.model.links import Link
from herreader.model.room import Review, Room
from herreader.model.text import Block, Text
from herreader.reading.contents import Texts
from herreader.reading.lost import Lost
from herreader.reading.marks import look_for_marks
from herreader.rooms.loading import fingerprint
from herreader.store import Store
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.rooms.reviews import ReviewText

BRINGING = "What is kept of the text could not be brought up to date"

_TO_BE_TOLD = "problems"
"""Stands before the fingerprint of a file with problems: by no file's own is it found again."""


class RoomTexts(Texts):
    """The texts of a room: from the index where the file is as it was, else from the file.

    The marks in a review are carried over with its text, or neither is: while the store can't be
    written, a review that has marks stays as the index has it.
    """

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room
        self._parsed: dict[str, ReviewText] = {}
        self._marks: dict[str, tuple[str, Path]] = {}
        self._waiting: set[str] = set()
        self._news: list[str] = []

    def headers(
        self, files: Iterable[Path], problems: list[str], notices: list[str]
    ) -> tuple[Review, ...]:
        """Give the headers of all reviews that can be read; what the index has of others goes.

        But if there are marks in one, its blocks stay: once it is back, they tell what was marked.
        """
        reviews: list[Review] = []
        indexed: dict[str, tuple[str, Review]] = {}
        with best_effort(notices):
            indexed = self._store.index.headers(self._room.id)
        for path in files:
            try:
                reviews.append(self._header(path, indexed.get(path.stem), problems))
            except RoomError as error:
                problems.append(f"{error.title}: {error.message}")
        with best_effort(notices):
            for gone in indexed.keys() - {review.id for review in reviews}:
                if self._is_marked(gone):
                    self._store.index.set_aside(self._room.id, gone)
                else:
                    self._store.index.forget(self._room.id, gone)
        return tuple(reviews)

    def version(self, review: str) -> str:
        """Tell the states of a review's file apart; one that can't be seen is as it was.

        So is one that waits until its marks can be carried over, here or in another window.

        Raises:
            StoreError: If the store can't be read.
        """
        mark, path = self._marks[review]
        if review in self._waiting:
            known = self._store.index.headers(self._room.id).get(review)
            return mark if known is None else known[0]
        return fingerprint(path) or mark

    def is_as_read(self, review: str) -> bool:
        """Whether a review's file is in the state in which it was read last."""
        return review not in self._waiting and self.version(review) == self._marks[review][0]

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
        """Say what has become of marks in files that have changed since this was last asked."""
        news = tuple(self._news)
        self._news.clear()
        return news

    def _header(self, path: Path, known: tuple[str, Review] | None, problems: list[str]) -> Review:
        """Give a review's header, parsing the file only if it has changed."""
        review, mark = path.stem, fingerprint(path)
        unchanged = self._marks.get(review) == (mark, path)
        self._marks[review] = (mark, path)
        has_waited = review in self._waiting
        self._waiting.discard(review)
        if known is not None and known[0] == mark:
            return known[1]._replace(path=path)
        parsed, failure = self._parsed.get(review) if unchanged else None, None
        if parsed is None:
            parsed, failure = self._parse(path)
        problems += [str(problem) for problem in parsed.problems]
        if known is None or failure is None or not self._has_marks_elsewhere(parsed):
            return parsed.review
        # Its marks would be drawn on other words: it counts as unread, and is tried again.
        if not has_waited:
            self._news.append(_on_waiting(parsed.review.title, failure))
        self._waiting.add(review)
        self._marks[review] = (known[0], path)
        del self._parsed[review]
        return known[1]._replace(path=path)

    def text(self, review: str) -> Text:
        """Give the blocks of a review."""
        if review not in self._parsed:
            mark, path = self._marks[review]
            blocks = self._indexed(review, mark)
            if blocks is not None:
                return ParsedText(blocks)
            self._parse(path)
        return ParsedText(self._parsed[review].blocks)

    def links(self, reviews: tuple[str, ...], notices: list[str]) -> tuple[Link, ...]:
        """Give all links of the room's reviews."""
        links = [link for parsed in self._parsed.values() for link in parsed.links]
        with best_effort(notices):
            links += [
                link
                for link in self._store.index.links(self._room.id)
                if link.review in reviews and link.review not in self._parsed
            ]
        return tuple(links)

    def _parse(self, path: Path) -> "tuple[ReviewText, StoreError | None]":
        """Parse a review, and keep it; the error is why it could not be kept."""
        from herreader.rooms.reviews import read_review  # most launches parse nothing

        mark = fingerprint(path)
        parsed = read_review(path, self._room.scenes)
        self._parsed[path.stem] = parsed
        try:
            self._keep(mark, parsed)
        except StoreError as error:
            return parsed, error
        return parsed, None

    def _keep(self, mark: str, parsed: "ReviewText") -> None:
        shelf, review, text = self._room.id, parsed.review, ParsedText(parsed.blocks)
        if parsed.problems:
            # So that it is parsed and reported again at the next launch.
            mark = f"{_TO_BE_TOLD} {mark}"
            if self._store.index.blocks(shelf, review.id, mark) == parsed.blocks:
                return
        with self._store.together(BRINGING):
            known = self._store.index.blocks(shelf, review.id)
            before = ParsedText(known) if known is not None else None
            lost = look_for_marks(self._store, shelf, review.id, text, before)
            self._store.index.put(shelf, mark, review, parsed.blocks, parsed.links)
        self._news += on_lost(review.title, lost)

    def _has_marks_elsewhere(self, parsed: "ReviewText") -> bool:
        """Whether the marks in a review stand in another version of it, which is at hand."""
        before = self._indexed(parsed.review.id)
        moved = before is not None and before != parsed.blocks
        return moved and self._is_marked(parsed.review.id)

    def _is_marked(self, review: str) -> bool:
        shelf = self._room.id
        bookmarked = any(mark.review == review for mark in self._store.bookmarks.all(shelf))
        return bookmarked or bool(self._store.decisions.of(shelf, review))

    def _indexed(self, review: str, mark: str | None = None) -> tuple[Block, ...] | None:
        """Give the blocks that the index has of a review; None if there are none to be had."""
        try:
            return self._store.index.blocks(self._room.id, review, mark)
        except StoreError:
            return None


def on_lost(title: str, lost: Lost) -> list[str]:
    """Say which marks have lost their places as a file has changed, if any have."""
    told = lost.told("undoing the change to the file")
    return [f"{title} has changed: {told}"] if told else []


def _on_waiting(title: str, failure: StoreError) -> str:
    """Say that a review is shown as it was, and what bars the change to its file."""
    moved = "but its bookmarks and links could not be moved with its words"
    return f"{title} has changed, {moved}: {failure.message} Until then it is shown as it was."


@contextmanager
def best_effort(notices: list[str]) -> Iterator[None]:
    """Go on reading if the store fails, with a notice."""
    try:
        yield
    except StoreError as error:
        notices.append(f"{error.title}: {error.message}")

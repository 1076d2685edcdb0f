"""The texts of a room's own reviews: from the index, or from a file that has changed."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from herreader.errors import HeldError, RoomError, StoreError
from herreader.model.links import Link
from herreader.model.room import Review, Room
from herreader.model.text import Text
from herreader.reading.contents import Texts
from herreader.reading.kept_texts import KeptTexts
from herreader.reading.lost import Lost
from herreader.rooms.loading import readers_mark, review_fingerprint
from herreader.store import Store
from herreader.text.counting import counted
from herreader.text.parsed import ParsedText

if TYPE_CHECKING:
    from herreader.rooms.reviews import ReviewText

_UNSEEN = ""
"""The state of a file that could not be read: it is read as soon as it can be."""


class RoomTexts(Texts):
    """The texts of a room: from the index where the file is as it was, else from the file.

    What can't be kept of a file that has changed is tried again, at the latest with the next mark
    in it. The marks in a review are carried over with its text, or neither is: while the store
    can't be written, a review that has marks waits, and stays as the index has it.
    """

    def __init__(self, store: Store, room: Room) -> None:
        self._kept = KeptTexts(store, room.id)
        self._room = room
        self._readers_mark = readers_mark(room)
        self._states: dict[str, tuple[str, Path]] = {}
        self._parsed: dict[str, ReviewText] = {}
        self._unkept: set[str] = set()
        self._waiting: set[str] = set()
        self._behind = False
        self._held: HeldError | None = None
        self._moving: list[tuple[str, StoreError]] = []
        self._news: list[str] = []

    def headers(
        self, files: Iterable[Path], problems: list[str], notices: list[str]
    ) -> tuple[Review, ...]:
        """Give the headers of all reviews that can be read; what the index has of others goes."""
        known: dict[str, tuple[str, Review]] = {}
        with best_effort(notices):
            known = self._kept.headers()
        reviews = self._headers(files, known, problems)
        with best_effort(notices):
            self._kept.let_go(known, [review.id for review in reviews])
        return reviews

    def links(self, reviews: Iterable[str], notices: list[str]) -> tuple[Link, ...]:
        """Give all links of the room's reviews; if the store fails, of those that were parsed."""
        links = [link for parsed in self._parsed.values() for link in parsed.links]
        with best_effort(notices):
            links += self._links_kept(reviews)
        return tuple(links)

    def version(self, review: str) -> str:
        """Tell the states of a review's file apart; one that can't be seen is as it was.

        So is one that waits until its marks can be carried over, here or in another window.

        Raises:
            StoreError: If the store can't be read.
        """
        state, path = self._states[review]
        if review in self._waiting:
            return self._kept.fingerprint(review) or state
        return self._state(path) or state

    def is_as_read(self, review: str) -> bool:
        """Whether a review's file is in the state in which it was read last."""
        return review not in self._waiting and self.version(review) == self._states[review][0]

    def read_anew(self) -> tuple[tuple[Review, ...], tuple[Link, ...]] | None:
        """Give the headers and the links if any file has changed since; None if none has.

        Raises:
            StoreError: If the store can't be read; the next time all of it is read.
        """
        if all(map(self.is_as_read, self._states)) and not self._behind:
            return None
        self._behind = True
        told: list[str] = []  # what is wrong with a file is told at the launch
        files = [path for _, path in self._states.values()]
        reviews = self._headers(files, self._kept.headers(), told)
        links = [link for parsed in self._parsed.values() for link in parsed.links]
        links += self._links_kept([review.id for review in reviews])
        self._behind = False
        return reviews, tuple(links)

    def keep(self, review: str) -> None:
        """Keep what could not be kept before, in the transaction that is to keep a mark in it.

        The mark would else be looked for at the next launch as if it stood in the text before.

        Raises:
            StoreError: If it can't be kept now either.
        """
        if review in self._unkept:  # until it is seen in the index: the transaction may fail
            state, parsed = self._states[review][0], self._parsed[review]
            self._news += on_lost(parsed.review.title, self._kept.keep(state, parsed))

    def take_news(self) -> tuple[str, ...]:
        """Say what has become of files that have changed since this was last asked."""
        news = tuple(self._news)
        self._news.clear()
        return news

    def text(self, review: str) -> Text:
        """Give the blocks of a review."""
        if review not in self._parsed:
            state, path = self._states[review]
            blocks = self._kept.blocks(review, state)
            if blocks is not None:
                return ParsedText(blocks)
            self._parsed[review] = self._parse(path)
            self._unkept.add(review)
        return ParsedText(self._parsed[review].blocks)

    def _state(self, path: Path) -> str:
        return review_fingerprint(path, self._readers_mark)

    def _headers(
        self, files: Iterable[Path], known: dict[str, tuple[str, Review]], problems: list[str]
    ) -> tuple[Review, ...]:
        reviews: list[Review] = []
        self._held = None
        for path in files:
            try:
                reviews.append(self._header(path, known.get(path.stem), problems))
            except RoomError as error:
                problems.append(f"{error.title}: {error.message}")
                self._enter(path, _UNSEEN, None)
        if self._moving:
            self._news.append(_on_moving(self._moving))
            self._moving.clear()
        return tuple(reviews)

    def _links_kept(self, reviews: Iterable[str]) -> list[Link]:
        """Give the links of those reviews that are shown as the index has them."""
        kept = set(reviews) - self._parsed.keys()
        return [link for link in self._kept.links() if link.review in kept]

    def _header(self, path: Path, known: tuple[str, Review] | None, problems: list[str]) -> Review:
        """Give a review's header, parsing the file only if it has changed."""
        state = self._state(path)
        if known is not None and known[0] == state:
            self._enter(path, state, None)
            return known[1]._replace(path=path)
        is_same = self._states.get(path.stem) == (state, path)
        parsed = self._parsed.get(path.stem) if is_same else None
        is_kept = parsed is not None and path.stem not in self._unkept
        if parsed is None:
            try:
                parsed = self._parse(path)
            except RoomError as error:
                if known is None or not state:
                    raise
                return self._wait(path, known, error)
        problems += [str(problem) for problem in parsed.problems]
        failure = None if is_kept else self._try_to_keep(state, parsed)
        if failure and known is not None and self._kept.has_marks_elsewhere(parsed):
            return self._wait(path, known, failure)
        self._enter(path, state, parsed)
        if failure:
            self._unkept.add(path.stem)
        return parsed.review

    def _parse(self, path: Path) -> "ReviewText":
        from herreader.rooms.reviews import read_review  # most launches parse nothing

        return read_review(path, self._room.scenes)

    def _try_to_keep(self, state: str, parsed: "ReviewText") -> StoreError | None:
        """Keep a text, and give what bars it; a store that is held is waited for only once."""
        if self._held is None:
            try:
                lost = self._kept.keep(state, parsed)
            except HeldError as error:
                self._held = error
            except StoreError as error:
                return error
            else:
                self._news += on_lost(parsed.review.title, lost)
        return self._held

    def _enter(self, path: Path, state: str, parsed: "ReviewText | None") -> None:
        """Note in which state a review is shown; as it was parsed, or None: as the index has it."""
        self._states[path.stem] = (state, path)
        self._waiting.discard(path.stem)
        self._unkept.discard(path.stem)
        self._parsed.pop(path.stem, None)
        if parsed is not None:
            self._parsed[path.stem] = parsed

    def _wait(
        self, path: Path, known: tuple[str, Review], failure: RoomError | StoreError
    ) -> Review:
        """Show a review as the index has it; its file counts as unread, and is tried again."""
        state, header = known
        is_told = path.stem in self._waiting
        self._enter(path, state, None)
        self._waiting.add(path.stem)
        if is_told:
            pass
        elif isinstance(failure, StoreError):
            self._moving.append((header.title, failure))
        else:
            told = f"{failure.title}: {failure.message} Until then it is shown as it was."
            self._news.append(told)
        return header._replace(path=path)


def on_lost(title: str, lost: Lost) -> list[str]:
    """Say which marks have lost their places as a file has changed, if any have."""
    told = lost.told("undoing the change to the file")
    return [f"{title} has changed: {told}"] if told else []


def _on_moving(moving: Sequence[tuple[str, StoreError]]) -> str:
    """Say that reviews are shown as they were, and what bars the changes to their files."""
    (title, failure), *others = moving
    if others:
        changed = f"{counted(len(moving), 'review')} have changed, but their bookmarks"
        until = f"{failure.message} Until then they are shown as they were."
    else:
        changed = f"{title} has changed, but its bookmarks"
        until = f"{failure.message} Until then it is shown as it was."
    return f"{changed} and links could not be moved with the words: {until}"


@contextmanager
def best_effort(notices: list[str]) -> Iterator[None]:
    """Go on reading if the store fails, with a notice."""
    try:
        yield
    except StoreError as error:
        notices.append(f"{error.title}: {error.message}")

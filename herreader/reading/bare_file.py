"""A text or Markdown file that is opened by itself: its words, and the bookmarks in them."""

import re
from contextlib import closing
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from herreader.errors import StoreError, TextError
from herreader.model.links import Link
from herreader.model.room import Review
from herreader.model.text import Text
from herreader.reading.contents import Texts
from herreader.reading.kept_texts import BRINGING
from herreader.reading.marks import look_for_marks
from herreader.reading.room_texts import on_lost
from herreader.rooms.loading import fingerprint
from herreader.store import FILE_SHELF, Store
from herreader.text.parsed import ParsedText
from herreader.text.safe import clean_line
from herreader.text.source import SAMPLE, OpenFile, check_is_text
from herreader.text.streamed import StreamedText
from herreader.text.suffixes import MARKDOWN, PAGES

LARGE = 1_000_000
"""Bytes from which on a file is read as plain text, piece by piece."""

LETTERS_A_WORD = 6
"""Bytes a word, blank included: the estimate for a text that is not read through."""


_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<lines>[A-Za-z][\w-]*:.*\n(?:(?:[A-Za-z][\w-]*:|[ \t]|- ).*\n|\r?\n)*)"
    r"---[ \t]*(?:\r?\n|\Z)"
)
"""Fields above a Markdown text, which by itself has a rule and a heading there."""


class BareFile(NamedTuple):
    """A file as it was read.

    Attributes:
        state: Its fingerprint before it was read.
        review: Its header; the id is its path.
        text: Its blocks.
    """

    state: str
    review: Review
    text: Text

    @classmethod
    def read(cls, path: Path) -> "BareFile":
        """Read a file as it is now.

        Raises:
            TextError: If it can't be read as a text.
        """
        state = fingerprint(path)  # first: should it change now, it is read anew
        text = read_file(path)
        words = text.size // LETTERS_A_WORD
        review = Review(str(path), clean_line(path.name), "", None, None, words, path)
        return cls(state, review, text)

    def advice(self) -> tuple[str, ...]:
        """Say what reads a page or a mail as a review, as no file by itself is read."""
        path = self.review.path
        if path.suffix.lower() not in PAGES:
            return ()
        command = f"herreader import {quote(str(path))}"
        return (
            clean_line(f"This is how the file is written; as a review it is read by: {command}"),
        )

    def is_marked(self, store: Store) -> bool:
        """Whether there are bookmarks that have a place in it; StoreError if that can't be read."""
        return any(mark.placed for mark in store.bookmarks.of(FILE_SHELF, self.review.id))

    def bring_up_to_date(self, store: Store) -> list[str]:
        """Look for its bookmarks again if it has changed; say which are lost.

        Raises:
            StoreError: If their places can't be kept; then nothing has changed.
        """
        if store.index.fingerprint(FILE_SHELF, self.review.id) == self.state:
            return []
        with store.together(BRINGING):
            lost = look_for_marks(store, FILE_SHELF, self.review.id, self.text)
            store.index.put(FILE_SHELF, self.state, self.review, (), ())
        return on_lost(self.review.title, lost)


class FileTexts(Texts):
    """The text of a bare file, read anew once it has changed and its bookmarks can be moved."""

    def __init__(self, store: Store, file: BareFile) -> None:
        self._store = store
        self._file = file
        self._news: list[str] = []

    def text(self, review: str) -> Text:  # noqa: ARG002 - there is only one
        """Give the blocks of the file as it was read last."""
        return self._file.text

    def version(self, review: str) -> str:  # noqa: ARG002 - as in `text`
        """Tell the states of the file apart; if it can't be seen, it is as it was."""
        return fingerprint(self._file.review.path) or self._file.state

    def is_as_read(self, review: str) -> bool:
        """Whether the file is in the state in which it was read last."""
        return self.version(review) == self._file.state

    def read_anew(self) -> tuple[tuple[Review, ...], tuple[Link, ...]] | None:
        """Give the header if the file has changed, and is still a text; None otherwise.

        Raises:
            StoreError: If it has bookmarks that can't be moved now; then it stays as it was.
        """
        if self.is_as_read(self._file.review.id):
            return None
        try:
            file = BareFile.read(self._file.review.path)
        except TextError:
            return None
        try:
            self._news += file.bring_up_to_date(self._store)
        except StoreError:
            if file.is_marked(self._store):
                raise
        self._file = file
        return (file.review,), ()

    def take_news(self) -> tuple[str, ...]:
        """Say which bookmarks have lost their places since this was last asked."""
        news = tuple(self._news)
        self._news.clear()
        return news


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

    source = content.decode("utf-8-sig", errors="replace")
    if fields := _FRONT_MATTER.match(source):
        # They stay to be read, as they are written: nothing of a file is left out.
        source = f"```\n{fields['lines']}```\n{source[fields.end() :]}"
    return ParsedText(parse_markdown(source).blocks)

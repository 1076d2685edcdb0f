"""The texts that a reader has brought: what changes them, and looks for scenes in them."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from typing import NamedTuple
from unicodedata import normalize

from herreader.errors import OvertakenError, TextError
from herreader.model.imported import Known, LibraryText
from herreader.model.links import Link
from herreader.model.text import Block, Text
from herreader.reading.facts import (
    EDITING,
    Facts,
    amended,
    carried_over,
    exchanged,
    see_unchanged,
)
from herreader.reading.imported import OVERTAKEN, ImportedTexts
from herreader.reading.lost import Lost
from herreader.reading.marks import look_for_marks
from herreader.store import Exchange, Removed, Version
from herreader.text.parsed import ParsedText

LONGEST_ID = 40
"""Characters in an id that is made of a title."""

AT_ONCE = 128
"""Texts that are written in one transaction; other programs can't write meanwhile."""

_RESTORING = "The review could not be brought back"


class TextAsRead(NamedTuple):
    """A text as it was when it was read, to be looked through.

    Attributes:
        review: Its id.
        version: What tells it from another version.
        title: Its title.
        blocks: Its blocks.
    """

    review: str
    version: str
    title: str
    blocks: tuple[Block, ...]


LinksIn = tuple[TextAsRead, tuple[Link, ...]]
"""A text, and the links that were found in it."""


class Library(ImportedTexts):
    """The imported texts of one room, which can be changed.

    Every method raises StoreError if the store fails. Then it has changed nothing; `find_again`
    keeps what was found before.
    """

    def add(self, text: LibraryText) -> None:
        """Add a text that is not there yet.

        Raises:
            OvertakenError: If its content is.
        """
        self._store.library.add(self._shelf, text)

    def replace(self, text: LibraryText) -> Lost:
        """Put a changed version in the place of a text; give the marks that have no place in it.

        What the reader has said of the older one holds, but for what is given with the new one.
        """
        review = text.review.id
        with self._store.together("The review could not be replaced"):
            older, before = self.known(review), self._last_text(review)
            at = max(text.origin.imported, self._clock())  # which may have been put back
            self._store.library.replace(self._shelf, text, at)
            self.carry_over(review, older, text.origin.by_hand)
            return look_for_marks(self._store, self._shelf, review, ParsedText(text.blocks), before)

    # Runs of the import

    def begin_run(self, now: datetime) -> datetime:
        """Give the moment by which a run that begins now is called.

        It is later than that of any run before, though a clock may have been put back: so the last
        one is known.
        """
        with suppress(ValueError, TypeError, OverflowError):  # the first one, or no name of ours
            latest = datetime.fromisoformat(self._store.batches.latest(self._shelf) or "")
            return max(now, latest + timedelta.resolution)
        return now

    def bringing(self, batch: str, review: str) -> AbstractContextManager[None]:
        """Note that a run of the import adds, replaces or brings back a text meanwhile."""
        return self._store.batches.bringing(self._shelf, batch, review)

    def last_batch(self) -> str | None:
        """Give the last run of which anything is still there."""
        return self._store.batches.last(self._shelf)

    def take_back(self, batch: str) -> Exchange:
        """Remove what a run has brought; what it replaced comes back, and its marks are sought."""
        with self._store.together("The import could not be taken back"):
            before = self._all_marked()
            exchange = self._store.batches.take_back(self._shelf, batch, self._clock())
            self._look_for_marks(exchange.come, before)
        return exchange

    def bring_again(self, batch: str, reviews: Collection[str]) -> Exchange:
        """Bring those reviews again that were taken back of a run, and look for their marks."""
        with self._store.together("The import could not be done again"):
            before = self._all_marked()
            exchange = self._store.batches.bring_again(self._shelf, batch, reviews, self._clock())
            self._look_for_marks(exchange.come, before)
        return exchange

    # What was found anew, removed or edited

    def stale(self) -> tuple[str, ...]:
        """Give the texts whose links an older finder, or one of other scenes, has found.

        Once the scenes have changed since they were read, the next launch has to look for them.
        """
        if self.found_by == OVERTAKEN:
            return ()
        stale = self._store.links.stale(self._shelf, self.found_by)
        return tuple(review for review in stale if review not in self._store.library.broken)

    def find_again(self, reviews: Sequence[str]) -> None:
        """Look anew for the scenes in some texts, and keep what is found every few texts."""
        for start in range(0, len(reviews), AT_ONCE):
            texts = self.texts_as_read(reviews[start : start + AT_ONCE])
            self.keep_found(self.links_in(texts))

    def texts_as_read(self, reviews: Sequence[str]) -> list[TextAsRead]:
        """Give what the scenes are to be looked for in; one that is gone by now is left out."""
        texts = []
        for review in reviews:
            with suppress(OvertakenError, TextError):
                version = self.version(review)  # first: should it change now, it is seen
                title, blocks = self.known(review).title, self._blocks(review)
                texts.append(TextAsRead(review, version, title, blocks))
        return texts

    def links_in(self, texts: Sequence[TextAsRead]) -> list[LinksIn]:
        """Look for the scenes in some texts; it asks no store, so that a thread may do it."""
        find = self.finder.find
        return [(text, find(text.review, text.blocks, title=text.title)) for text in texts]

    def keep_found(self, found: Iterable[LinksIn]) -> None:
        """Keep what was found, in one transaction.

        What was found in a text that is gone by then, or in an older version, is not kept; nor if
        its title is another by then, for that says what it is about.
        """
        with self._store.together("The links could not be kept"):
            for text, links in found:
                if self._is_as_read(text):
                    self._store.links.put(self._shelf, text.review, links, self.found_by)

    def _is_as_read(self, text: TextAsRead) -> bool:
        if self.version(text.review) != text.version:
            return False
        return self.known(text.review).title == text.title

    def remove(self, review: str, text: int | None = None) -> int:
        """Take a text away, and give its number; its marks stay, for when it comes back.

        Given a number, it is to be that text: OvertakenError if another one is here.
        """
        return self._store.library.remove(self._shelf, review, self._clock(), text)

    def remove_all(self, reviews: Iterable[str]) -> None:
        """Take some texts away, all or none."""
        with self._store.together("The reviews could not be removed"):
            for review in reviews:
                self.remove(review)

    def bring_back(self, review: str, text: int) -> None:
        """Bring a removed text back by its number; OvertakenError if one is here under its id."""
        with self._store.together(_RESTORING):
            if self.origin(review) is not None:  # maybe in a later version
                message = "It is here again; look at the list of reviews."
                raise OvertakenError(_RESTORING, message)
            self.restore(review, text)

    def versions(self) -> tuple[Version, ...]:
        """Give all versions, in their order, of each review of which one was taken away."""
        return self._store.versions.all(self._shelf)

    def removed(self, digest: str) -> Removed | None:
        """Give the text with that content that was removed last, if any was."""
        return self._store.versions.removed(self._shelf, digest)

    def restore(self, review: str, text: int | None = None) -> Lost:
        """Bring back what was last removed under that id; give the marks that have no place in it.

        Args:
            review: The id.
            text: Its number, if it is to be one of several versions.
        """
        with self._store.together(_RESTORING):
            before = self._last_text(review)
            self._store.library.restore(self._shelf, review, self._clock(), text)
            return look_for_marks(self._store, self._shelf, review, self.text(review), before)

    def restore_all(self, versions: Iterable[Version]) -> list[Lost]:
        """Bring back some versions, all or none; give the marks that have no place in each."""
        with self._store.together("The reviews could not be brought back"):
            return [self.restore(version.review, version.text) for version in versions]

    def edit(self, review: str, facts: Facts, seen: Facts | None = None) -> tuple[Known, Known]:
        """Change what is known of a text; give what was known before, and what is known now.

        Under another title its scenes are looked for again: the title may name the work.

        Args:
            review: The text.
            facts: What is changed.
            seen: What was known of it when that was written; None if it was never looked at.

        Raises:
            FactError: If the title is empty, or there is no date in the date's words.
            OvertakenError: If the text is gone, or one of the facts is not as it was seen.
        """

        def change(known: Known) -> Known:
            if seen is not None:
                see_unchanged(known, seen, facts)
            return amended(known, facts)

        return self._change(review, change)

    def exchange(self, review: str, version: str, old: Known, new: Known) -> None:
        """Let facts on a text be again what they were, but for those that an edit left alone.

        Args:
            review: The text.
            version: The content of which they were known.
            old: What is known of it now, as far as the edit changed it.
            new: What was known before.

        Raises:
            OvertakenError: If the facts have been changed since, another version is here, or none.
        """

        def change(known: Known) -> Known:
            if self.version(review) != version:
                raise OvertakenError(EDITING, "Another version has taken its place since.")
            return exchanged(known, old, new)

        self._change(review, change)

    def carry_over(self, review: str, older: Known, given: Collection[str]) -> None:
        """Let what the reader has said of an older version of a text hold for the one there now.

        Args:
            review: The text.
            older: What was known of the older version.
            given: The facts, by their names in `Known`, that the reader has given for this one.
        """
        with self._store.together(EDITING):
            known = self.known(review)
            self._let_be_known(review, known, carried_over(known, older, given))

    def free_id(self, title: str) -> str:
        """Make an id of a title that no review and no scene has."""
        reserved = {scene.slug for scene in self._room.scenes}
        reserved |= {review.id for review in self._room.reviews}
        return self._store.library.free_id(self._shelf, slug_of(title), reserved)

    def _known_here(self, review: str) -> Known:
        """Tell what is known of a text that is to be edited; OvertakenError if it is gone."""
        if self.origin(review) is None:
            message = "The review has been removed meanwhile; undoing that brings it back."
            raise OvertakenError(EDITING, message)
        return self.known(review)

    def _change(self, review: str, change: Callable[[Known], Known]) -> tuple[Known, Known]:
        """Change what is known of a text; give what was known before, and what is known now.

        Scenes are looked for before other programs are kept out, for in a long text it takes long.
        """
        before = self._known_here(review)
        title = change(before).title
        found = self._found_under(title, review) if title != before.title else []
        with self._store.together(EDITING):
            before = self._known_here(review)
            after = change(before)
            self._let_be_known(review, before, after, found)
        return before, after

    def _found_under(self, title: str, review: str) -> list[LinksIn]:
        """Look for the scenes in a text as if it had another title."""
        return self.links_in([text._replace(title=title) for text in self.texts_as_read([review])])

    def _let_be_known(
        self, review: str, before: Known, after: Known, found: Sequence[LinksIn] = ()
    ) -> None:
        """Keep what is known of a text, and what is found in it under its title.

        What was found in an older version, or under another title, is looked for again.
        """
        self._store.library.edit(self._shelf, review, after)
        if after.title == before.title:
            return
        if any(self._is_as_read(text) for text, _ in found):
            self.keep_found(found)
        else:
            self.find_again([review])

    def _look_for_marks(self, reviews: Iterable[str], before: Mapping[str, Text | None]) -> None:
        """Look for the marks in texts that have come back; most have none, and are not read."""
        for review in before.keys() & set(reviews):
            text = self.text(review)
            look_for_marks(self._store, self._shelf, review, text, before[review])

    def _all_marked(self) -> dict[str, Text | None]:
        """Give the reviews on which there are marks, each with its text if it ever was here."""
        store = self._store
        marked = {mark.review for mark in store.bookmarks.all(self._shelf)}
        marked |= {decision.review for decision in store.decisions.all(self._shelf)}
        return {review: self._last_text(review) for review in marked}

    def _last_text(self, review: str) -> Text | None:
        """Give a text, or the one that was here last under its id: there its marks have places."""
        blocks = self._store.library.last_blocks(self._shelf, review)
        return ParsedText(blocks) if blocks is not None else None


def slug_of(title: str) -> str:
    """Make an id of a title: small letters, digits and hyphens."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= LONGEST_ID:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST_ID]
    return slug or "review"

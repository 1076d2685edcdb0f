"""The reader's own marks: bookmarks, how far reviews are read, decisions on links."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from herreader.model.text import Passage, Place


class Bookmark(NamedTuple):
    """A passage that the reader keeps.

    Attributes:
        id: Its number in the store.
        review: Id of the review.
        passage: Where it is, and its words.
        section: The heading above it when it was made; may be empty.
        note: The reader's own words on it; may be empty.
        created: When it was made, in UTC.
        placed: False if its words are no longer found in the review.
    """

    id: int
    review: str
    passage: Passage
    section: str
    note: str
    created: datetime
    placed: bool = True


class Progress(NamedTuple):
    """How far a reader has come in a review.

    Attributes:
        review: Id of the review.
        place: Where reading goes on: the first place on the screen is `top`, the cursor `place`.
        top: The place in the first line of the page.
        read: The greatest share of the text reached by reading, from 0 to 1.
        finished: Whether its end has been reached.
    """

    review: str
    place: Place
    top: Place
    read: float
    finished: bool = False

    def joined(self, earlier: "Progress | None") -> "Progress":
        """Give it with what had been read or finished earlier, which remains so."""
        if earlier is None:
            return self
        read, finished = max(self.read, earlier.read), self.finished or earlier.finished
        return self._replace(read=read, finished=finished)


class Verdict(StrEnum):
    """What a reader decides on words and a scene."""

    LINKED = "linked"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Decision(NamedTuple):
    """What the reader decided by hand: whether words of one block speak of a scene.

    `placed` is False if the words are no longer found in the review; `decided` is in UTC.
    """

    id: int
    review: str
    scene: str
    verdict: Verdict
    block: int
    start: int
    end: int
    quote: str
    decided: datetime
    placed: bool = True

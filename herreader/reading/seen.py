"""Words that a reader has seen in a review, which may be another version of it by now."""

from collections.abc import Sequence

from herreader.errors import HerreaderError, OvertakenError, StoreError
from herreader.model.links import Link
from herreader.model.text import Passage, Place, Text
from herreader.reading.contents import Contents
from herreader.text.quotation import find_only

_GONE = (
    "The review has been changed meanwhile, and the words are no longer in it, or more than once; "
    "choose them again."
)
_REMOVED = "The review has been removed meanwhile, or can't be read any more; choose another."


def catch_up(room: Contents, review: str, version: str | None) -> None:
    """Take over what has become of a review since it was seen, ahead of a transaction on it.

    Within one, the marks on a review whose file has changed would be moved in vain if it failed:
    the room would know of the change, and never move them again.

    Args:
        room: Where the review is.
        review: The review.
        version: What `room.version_of` said when it was seen; None if it was read just now.

    Raises:
        HerreaderError: If what the room keeps can't be read.
    """
    if version is not None and room.version_of(review) != version:
        room.reload()


def passage_now(
    room: Contents, title: str, review: str, seen: Passage, version: str | None
) -> Passage:
    """Give a passage as it stands in a review now, in the transaction that is to keep it.

    If the review is another version by now, the words are looked for in it. A file that changes
    after `catch_up` counts as it was: the mark is carried over with the others.

    Args:
        room: Where the review is.
        title: What could not be done, should it fail.
        review: The review.
        seen: The passage as it was seen.
        version: What `room.version_of` said when it was; None for words that were just read.

    Raises:
        OvertakenError: If the review is gone, or is another version in which the words do not stand
            just once.
        StoreError: If the store can't be read.
    """
    if version is None or room.version_of(review) == version:
        return seen
    text = text_now(room, review)
    if text is None:
        raise OvertakenError(title, _REMOVED)
    found = find_only(text, seen.quote)
    if found is None:
        raise OvertakenError(title, _GONE)
    return found


def text_now(room: Contents, review: str) -> Text | None:
    """Give a review's blocks in a transaction; None if it is not here, or its file can't be read.

    Raises:
        StoreError: If the store can't be read; then the transaction must fail.
    """
    try:
        return room.text_as_read(review)
    except StoreError:
        raise
    except HerreaderError:
        return None


def links_now(
    room: Contents, title: str, seen: Sequence[Link], version: str | None
) -> tuple[Link, ...]:
    """Give the links of one review as they stand in it now; fails as `passage_now` does."""
    return tuple(_link_now(room, title, link, version) for link in seen)


def _link_now(room: Contents, title: str, link: Link, version: str | None) -> Link:
    words = Passage(Place(link.block, link.start), Place(link.block, link.end), link.quote)
    now = passage_now(room, title, link.review, words, version)
    if now is words:
        return link
    if now.start.block != now.end.block:
        raise OvertakenError(title, _GONE)
    return link._replace(block=now.start.block, start=now.start.offset, end=now.end.offset)

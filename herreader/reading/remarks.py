"""What there is to say of a text that was taken in, or was not because it has changed."""

from shlex import quote

from herreader.model.imported import Origin
from herreader.reading.lost import Lost

_CHANGED = "It has changed since. With --replace the new version takes its place."
UNDO = "herreader import --undo"
"""What takes back what was done just now."""
_BESIDE = "With --replace it takes its place; with another --title it goes in beside it."


def on_unconcerned(review: str, title: str, work: str) -> str:
    """Say why no scenes were looked for in a text, and how they will be.

    Args:
        review: Its id.
        title: Its title, which does not name the work.
        work: The work of the room.
    """
    why = f"It hardly names {work}, its makers or its people, so no scenes were looked for."
    shell = f"herreader edit {review} --title {quote(f'{title} (on {work})')}"
    return f"{why} If it is on {work}, let its title say so: E in the room, or {shell}."


def on_known(review: str, *, given: bool) -> str:
    """Say of a text that is there how to change its facts, if any were given with it now."""
    how = f"E in the room, or herreader edit {review}, changes what is known of it."
    return how if given else ""


def on_return(review: str) -> str:
    """Say that a text that was removed is here again, with what was known of it."""
    return f"It was here before; {on_known(review, given=True)}"


def on_lost(review: str, lost: Lost) -> str:
    """Say which marks have no place in the version that has taken another one's; maybe nothing."""
    return lost.told(f"herreader restore {review}")


def on_copy(review: str) -> str:
    """Say why a text stays away that was a review before another version of it."""
    return f"Another version took its place; in a shell, herreader restore {review} undoes that."


def on_change(older: str, origin: Origin | None, place: str, *, known: bool) -> str:
    """Say that a text is another version, and what the reader can do.

    Args:
        older: The review of which it is one.
        origin: Where that comes from.
        place: Where the text comes from.
        known: Whether the reader has named the address of both.
    """
    if known or origin is None or origin.place == place:
        return _CHANGED
    whence = f", from {origin.place}" if origin.place else ""
    return f"It is nearly the same as {older}{whence}. {_BESIDE}"

"""What there is to say of a text that was taken in, or was not because it has changed."""

from collections.abc import Iterable

from herreader.model.imported import Origin
from herreader.model.room import Room
from herreader.model.text import Block
from herreader.reading.lost import Lost
from herreader.reading.shell import shell
from herreader.text.language import ENGLISH, is_english

_CHANGED = "It has changed since. With --replace the new version takes its place."
_BESIDE = "With --replace it takes its place; with another --title it goes in beside it."

OTHER_WORDS = f"It has hardly a word of what was there. {_BESIDE}"
"""What there is to say of a text that has the title, but none of the words, of one from there."""


def on_unconcerned(room: Room, review: str, title: str) -> str:
    """Say why no scenes were looked for in a text, and how they will be.

    Args:
        room: Where it has come in.
        review: Its id.
        title: Its title, which does not name the work.
    """
    work = room.work
    why = f"It hardly names {work}, its makers or its people, so no scenes were looked for."
    cure = shell(room, "edit", review, "--title", f"{title} (on {work})")
    return f"{why} If it is on {work}, let its title say so: E in the room, or {cure}."


def on_language(room: Room, blocks: Iterable[Block]) -> str:
    """Say of a text in another language than the room's why few scenes are found in it."""
    if room.language != ENGLISH or is_english(blocks):
        return ""
    shown = "It is not in English: only names and numbers show its scenes."
    return f"{shown} Press a in the room to link more."


def on_known(room: Room, review: str) -> str:
    """Say of a text that is there how to change its facts."""
    return f"E in the room, or {shell(room, 'edit', review)}, changes what is known of it."


def on_return(room: Room, review: str) -> str:
    """Say that a text that was removed is here again, with what was known of it."""
    return f"It was here before; {on_known(room, review)}"


def on_lost(room: Room, review: str, lost: Lost) -> str:
    """Say which marks have no place in the version that has taken another one's; maybe nothing."""
    return lost.told(shell(room, "restore", review))


def on_lost_again(room: Room, lost: Lost) -> str:
    """Say which marks have no place in a version that an import has brought back; maybe nothing."""
    return lost.told(shell(room, "import", "--undo"))


def on_copy(room: Room, review: str) -> str:
    """Say why a text stays away that was a review before another version of it."""
    undoes = shell(room, "restore", review)
    return f"Another version took its place; in a shell, {undoes} undoes that."


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

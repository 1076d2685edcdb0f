"""What a reference stands for: a review, a scene, or an address such as `REVIEW:12`."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from herreader.errors import UnknownReferenceError
from herreader.model.room import Review, Room, Scene
from herreader.model.text import Place, Text
from herreader.reading.crossref import CrossReference
from herreader.reading.naming import Named, meant, named_reviews, named_scenes, the_only
from herreader.text.safe import clean_line

DIGITS = 12
"""Digits in the longest number that is taken for a block's."""
_LISTS = "See the lists of reviews and scenes."
_BLOCK = "Write the number of a block, as 12."


class Target(NamedTuple):
    """What a reference stands for: a place in a review, or the whole review if there is none."""

    review: str
    place: Place | None = None
    scene: str | None = None


def resolve(
    room: Room, crossref: CrossReference, text_of: Callable[[str], Text], reference: str
) -> Target:
    """Find what a reference stands for: what is called so, else a block of the review before `:`.

    Args:
        room: Where to look.
        crossref: Its links, for the first passage on a scene.
        text_of: Gives the blocks of a review.
        reference: What the reader has typed.

    Raises:
        UnknownReferenceError: If the room has nothing of that name, or several; names the nearest.
    """
    reviews = named_reviews(room.reviews)
    cure = _LISTS if len(reviews) > 1 or room.scenes else _BLOCK  # as in a bare file
    named: list[Named[Review | Scene]] = [*reviews, *named_scenes(room.scenes)]
    name, number = _divided(reference)
    if number is not None and not meant(named, reference):
        review = the_only(reviews, name, "No review is called", cure).id
        return _block_of(text_of(review), review, number)
    found = the_only(named, reference, "Nothing here is called", cure)
    return _first_on(crossref, found.slug) if isinstance(found, Scene) else Target(found.id)


def scenes_meant(scenes: Sequence[Scene], words: str) -> Sequence[Scene]:
    """List the scenes that a reader may mean, as far as the words tell."""
    return meant(named_scenes(scenes), words)


def find_scene(scenes: Sequence[Scene], words: str) -> Scene:
    """Find the only scene that a reader may mean, as `scenes_meant` lists them.

    Raises:
        UnknownReferenceError: If there is none, or if it may be one of several; names them.
    """
    cure = "Write any words of its title or summary; the list of scenes shows them."
    return the_only(named_scenes(scenes), words, "No scene is called", cure, by_title=True)


def _divided(reference: str) -> tuple[str, int | None]:
    """Divide an address into the name of a review and the number of a block; None if it is none."""
    name, colon, number = reference.rpartition(":")
    number = number.strip()
    is_block = colon and number.isdecimal() and len(number) <= DIGITS
    return name, int(number) if is_block else None


def _block_of(text: Text, review: str, number: int) -> Target:
    if text.block(number) is None:
        message = f"{clean_line(review)} has blocks from 1 to {text.last}; write one of them."
        raise UnknownReferenceError(f"No block {number}", message)
    return Target(review, Place(number, 0))


def _first_on(crossref: CrossReference, scene: str) -> Target:
    stops = crossref.stops(scene)
    if not stops:
        message = "Choose another scene: no review in this room speaks of it."
        raise UnknownReferenceError(f"Nothing on {crossref.scene(scene).title}", message)
    return Target(stops[0].review, stops[0].start, scene)

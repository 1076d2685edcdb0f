"""What a reference stands for: a review, a scene, or an address such as `REVIEW:12`."""

from collections.abc import Callable
from dataclasses import dataclass

from herreader.errors import UnknownReferenceError
from herreader.model import Place, Room, Text
from herreader.reading.crossref import CrossReference
from herreader.text.safe import clean_line


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference stands for: a place in a review, or the whole review if there is none."""

    review: str
    place: Place | None = None
    scene: str | None = None


def resolve(
    room: Room, crossref: CrossReference, text_of: Callable[[str], Text], reference: str
) -> Target:
    """Find what a reference stands for, by id, slug or title, whatever its case.

    Args:
        room: Where to look.
        crossref: Its links, for the first passage on a scene.
        text_of: Gives the blocks of a review.
        reference: What the reader has typed.

    Raises:
        UnknownReferenceError: If the room has nothing of that name; names the nearest.
    """
    reference = reference.strip()
    wanted = reference.casefold()
    for review in room.reviews:
        if wanted in (review.id.casefold(), review.title.casefold()):
            return Target(review.id)
    for scene in room.scenes:
        if wanted in (scene.slug, scene.title.casefold()):
            return _first_on(crossref, scene.slug)
    name, colon, number = reference.rpartition(":")
    if colon and number.strip().isdecimal():
        target = resolve(room, crossref, text_of, name)
        if target.scene is None:
            return _block_of(text_of(target.review), target.review, int(number))
    raise _unknown(room, reference)


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


def _unknown(room: Room, reference: str) -> UnknownReferenceError:
    from difflib import get_close_matches

    names = [review.id for review in room.reviews] + [scene.slug for scene in room.scenes]
    near = get_close_matches(reference, names, n=1)
    cure = f"Did you mean {near[0]}?" if near else "See `herreader list` and `herreader scenes`."
    return UnknownReferenceError(f"Nothing here is called {clean_line(reference)!r}", cure)

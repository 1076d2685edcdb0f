"""What a reference stands for: a review, a scene, or an address such as `REVIEW:12`."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from herreader.errors import UnknownReferenceError
from herreader.model import Place, Review, Room, Scene, Text
from herreader.nearest import did_you_mean, nearest
from herreader.reading.crossref import CrossReference
from herreader.text.safe import clean_line

DIGITS = 12
"""Digits in the longest number that is taken for a block's."""
_SEVERAL = 6
"""Things that are named where one of them must be meant."""

_Kind = TypeVar("_Kind")


class Target(NamedTuple):
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
    if colon and number.strip().isdecimal() and len(number.strip()) <= DIGITS:
        target = resolve(room, crossref, text_of, name)
        if target.scene is None:
            return _block_of(text_of(target.review), target.review, int(number))
    return _by_part(room, crossref, reference)


def _by_part(room: Room, crossref: CrossReference, reference: str) -> Target:
    """Find the one review or scene in whose id or title the words of a reference stand."""
    wanted = reference.casefold()
    reviews = [review.id for review in room.reviews if _within(wanted, review.id, review.title)]
    scenes = [scene.slug for scene in room.scenes if _within(wanted, scene.slug, scene.title)]
    if len(reviews) + len(scenes) != 1:
        raise _unknown(room, reference)
    return Target(reviews[0]) if reviews else _first_on(crossref, scenes[0])


def _within(wanted: str, *names: str) -> bool:
    return bool(wanted) and any(wanted in name.casefold() for name in names)


def scenes_meant(scenes: Sequence[Scene], words: str) -> Sequence[Scene]:
    """List the scenes that a reader may mean, as far as the words tell.

    It is those of that slug or title; else those of which one of these begins so; else those in
    whose titles all the words occur; else those in whose titles and summaries they do.
    """
    named = [_Named(scene.slug, scene.title, scene) for scene in scenes]
    return (
        _called(named, words)
        or [scene for scene in scenes if _occur(words, scene.title)]
        or [scene for scene in scenes if _occur(words, f"{scene.title} {scene.summary}")]
    )


def find_scene(scenes: Sequence[Scene], words: str) -> Scene:
    """Find the only scene that a reader may mean, as `scenes_meant` lists them.

    Raises:
        UnknownReferenceError: If there is none, or if it may be one of several; names them.
    """
    found = scenes_meant(scenes, words)
    if len(found) == 1:
        return found[0]
    if found:
        title = f"{clean_line(words)!r} may be several scenes"
        raise UnknownReferenceError(title, _write_more([f"“{scene.title}”" for scene in found]))
    title = f"No scene is called {clean_line(words)!r}"
    near = nearest(words.strip().casefold(), [scene.slug for scene in scenes])
    cure = "Write any words of its title or summary; the list of scenes shows them."
    meant = next((f"Did you mean {scene.title}?" for scene in scenes if scene.slug == near), cure)
    raise UnknownReferenceError(title, meant)


def find_review(reviews: Sequence[Review], words: str) -> Review:
    """Find the review that a reader means by its id or title, or by how one of these begins.

    Raises:
        UnknownReferenceError: If there is none, or if it may be one of several; names them.
    """
    named = [_Named(review.id, review.title, review) for review in reviews]
    found = _called(named, words)
    if len(found) == 1:
        return found[0]
    title = f"There is no review {clean_line(words)!r}"
    if found:
        raise UnknownReferenceError(title, _write_more([review.id for review in found]))
    ids = [review.id for review in reviews]
    cure = did_you_mean(words.strip().casefold(), ids, "herreader list shows them all.")
    raise UnknownReferenceError(title, cure)


class _Named(NamedTuple, Generic[_Kind]):
    """Something that has an id and a title."""

    id: str
    title: str
    itself: _Kind

    def begins(self, words: str) -> bool:
        """Whether its id or its title begins with words in small letters."""
        names = (self.id.casefold(), self.title.casefold())
        return words != "" and any(name.startswith(words) for name in names)


def _called(named: Sequence[_Named[_Kind]], words: str) -> list[_Kind]:
    """Give what has the words as its id, or else as its title, or else begins so."""
    wanted = " ".join(words.split()).casefold()
    found = (
        [each for each in named if wanted == each.id.casefold()]
        or [each for each in named if wanted == each.title.casefold()]
        or [each for each in named if each.begins(wanted)]
    )
    return [each.itself for each in found]


def _occur(words: str, text: str) -> bool:
    """Whether there are words, and all of them occur in a text, whatever their case."""
    parts, text = words.casefold().split(), text.casefold()
    return bool(parts) and all(part in text for part in parts)


def _write_more(names: Sequence[str]) -> str:
    several = ", ".join(names[:_SEVERAL])
    more = " and others" if len(names) > _SEVERAL else ""
    return f"Write more of one of these: {several}{more}."


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
    names = [review.id for review in room.reviews] + [scene.slug for scene in room.scenes]
    cure = did_you_mean(reference, names, "See the lists of reviews and scenes.")
    return UnknownReferenceError(f"Nothing here is called {clean_line(reference)!r}", cure)

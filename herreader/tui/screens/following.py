"""What is said of the followed scene: the step reached, why it is here, what the others say."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from herreader.model.links import Link
from herreader.model.room import Scene
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.crossref import Stop
from herreader.reading.reasons import why
from herreader.reading.references import scenes_meant
from herreader.text.counting import DOTS, counted
from herreader.tui.widgets.scenes import Counts, Preview, Said

PREVIEWED = 100
"""Passages in the preview: of more, those that come next."""
NAMED = 12
"""Silent reviews that are named; more are counted."""

SCENE_NAME = "words of its title or summary"


def scenes_named(scenes: Sequence[Scene], words: str) -> str:
    """Say beside a prompt which scene Enter takes, or which the words typed so far may mean."""
    if not words.strip():
        return ""
    titles = [scene.title for scene in scenes_meant(scenes, words)]
    if not titles:
        return "no such scene"
    return f"⏎ {titles[0]}" if len(titles) == 1 else " or ".join(titles)


def describe_step(reading: Reading, scene: str | None, review: str, place: Place) -> str:
    """Say which passage on a scene a place lies in, or how many there are."""
    if scene is None:
        return ""
    count = len(reading.crossref.stops(scene))
    at = reading.crossref.position(scene, review, place)
    if at is not None:
        return f"{at + 1:,} of {count:,}"
    return "no passages" if count == 0 else counted(count, "passage")


def links_at(
    reading: Reading, review: str, start: Place, end: Place, scene: str | None
) -> tuple[Link, ...]:
    """Give the links of a scene between two places; of the first one there if it is none of it."""
    here = reading.crossref.links_between(review, start, end)
    slugs = {link.scene for link in here}
    if scene not in slugs:
        scene = next((other.slug for other in reading.crossref.scenes if other.slug in slugs), None)
    return tuple(link for link in here if link.scene == scene)


def preview_of(reading: Reading, slug: str | None, review: str) -> Preview | None:
    """Give a scene, the other reviews' passages on it, and the reviews that are silent on it."""
    if slug is None:
        return None
    crossref = reading.crossref
    stops = crossref.stops(slug)
    said = tuple(
        Said(stop.review, stop.start, reading.title_of(stop.review), stop.quote, why(stop.links[0]))
        for stop in _previewed(reading, slug, review)
    )
    own = crossref.counts(slug).get(review, 0)
    return Preview(crossref.scene(slug), said, len(stops) - own - len(said), _silent(reading, slug))


def _previewed(reading: Reading, slug: str, review: str) -> Iterator[Stop]:
    """Give the other reviews' passages on a scene; of very many, those that come next."""
    stops = reading.crossref.stops(slug)
    first = reading.crossref.first_from(slug, review) or 0 if len(stops) > PREVIEWED else 0
    around = chain(range(first, len(stops)), range(first))
    others = (stops[at] for at in around if stops[at].review != review)
    return islice(others, PREVIEWED)


def count_passages(reading: Reading, scene: str) -> Counts:
    """Count the reviews that speak of a scene; unless they are many, the passages in each, too."""
    reviews = reading.room.reviews
    if len(reviews) > DOTS:
        return Counts(reading.crossref.spread(scene).reviews, None)
    counts = reading.crossref.counts(scene)
    each = tuple(counts.get(review.id, 0) for review in reviews)
    return Counts(sum(map(bool, each)), each)


def _silent(reading: Reading, slug: str) -> str:
    """Name the reviews that are silent on a scene, or count them if they are many."""
    reviews, counts = reading.room.reviews, reading.crossref.counts(slug)
    silent = len(reviews) - len(counts)
    if silent > NAMED:
        return f"{silent:,} of {len(reviews):,} reviews"
    return ", ".join(review.title for review in reviews if review.id not in counts)

"""What is said of the followed scene: the step reached, and what the others say."""

from herreader.model import Place, Review, Scene
from herreader.reading import Reading
from herreader.tui.widgets.scenes import DOTS


def describe_step(reading: Reading, scene: str | None, review: str, place: Place) -> str:
    """Say which passage on a scene a place lies in, or how many there are."""
    if scene is None:
        return ""
    count = len(reading.crossref.stops(scene))
    at = reading.crossref.position(scene, review, place)
    if at is not None:
        return f"{at + 1} of {count}"
    return "no passages" if count == 0 else f"{count} passage{'s' * (count != 1)}"


def preview_of(
    reading: Reading, slug: str | None, review: str
) -> tuple[Scene | None, tuple[tuple[Review, str], ...], tuple[Review, ...]]:
    """Give a scene, the other reviews' passages on it, and the reviews that are silent on it."""
    if slug is None:
        return None, (), ()
    crossref = reading.crossref
    counts = crossref.counts(slug)
    passages = tuple(
        (reading.review(stop.review), stop.quote)
        for stop in crossref.stops(slug)
        if stop.review != review
    )
    silent = tuple(other for other in reading.room.reviews if other.id not in counts)
    return crossref.scene(slug), passages, silent


def count_passages(reading: Reading, scene: str) -> tuple[int, ...]:
    """Count the passages on a scene in each review; of many reviews, those that speak of it."""
    reviews = reading.room.reviews
    if len(reviews) > DOTS:
        return (reading.crossref.spread(scene).reviews,)
    counts = reading.crossref.counts(scene)
    return tuple(counts.get(review.id, 0) for review in reviews)

"""What the listings hold: one row a review, a link, a bookmark, a scene.

The fields of a row are the keys of its JSON object, in that order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from herreader.model.imported import Origin
from herreader.model.links import Link
from herreader.model.marks import Bookmark, Verdict
from herreader.model.room import Answers
from herreader.reading import Reading
from herreader.reading.decisions import by_hand

GONE = "its words are no longer there"
"""What stands for the address of a passage that has no place any more."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review, and how far it has been read."""

    id: str
    title: str
    byline: str
    answers: Answers | None
    date: str | None
    words: int
    minutes: int
    read: float
    finished: bool
    bookmarks: int
    links: int
    source: str | None = None
    imported: str | None = None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link, with the titles of what it ties together."""

    scene: str
    scene_title: str
    review: str
    review_title: str
    block: int
    start: int
    end: int
    quote: str
    kind: str
    evidence: str
    confidence: float
    sure: bool
    placed: bool


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark, with the title of its review and the scenes of which its passage speaks."""

    id: int
    review: str
    review_title: str
    block: int
    start: int
    end_block: int
    end: int
    quote: str
    section: str
    scenes: tuple[str, ...]
    scene_titles: tuple[str, ...]
    note: str
    created: str
    placed: bool


@dataclass(frozen=True, slots=True)
class SceneRow:
    """A scene, and how many passages each review has on it, in the order of the reviews."""

    number: int
    slug: str
    title: str
    passages: tuple[int, ...]


def review_rows(reading: Reading) -> Iterator[ReviewRow]:
    """Give the reviews in the order of the room."""
    bookmarks = Counter(bookmark.review for bookmark in reading.bookmarks)
    links = Counter(link.review for link in reading.links)
    for review in reading.room.reviews:
        progress = reading.progress.get(review.id)
        origin = origin_of(reading, review.id)
        yield ReviewRow(
            id=review.id,
            title=review.title,
            byline=review.byline,
            answers=review.answers,
            date=str(review.date) if review.date else None,
            words=review.words,
            minutes=review.minutes,
            read=progress.read if progress else 0.0,
            finished=progress is not None and progress.finished,
            bookmarks=bookmarks[review.id],
            links=links[review.id],
            source=origin.source if origin else None,
            imported=origin.imported.isoformat() if origin else None,
        )


def link_rows(reading: Reading, links: Iterable[Link]) -> Iterator[LinkRow]:
    """Give links in the order in which they come."""
    titles = {scene.slug: scene.title for scene in reading.room.scenes}
    for link in links:
        yield LinkRow(
            scene=link.scene,
            scene_title=titles[link.scene],
            review=link.review,
            review_title=reading.title_of(link.review),
            block=link.block,
            start=link.start,
            end=link.end,
            quote=link.quote,
            kind=link.kind.value,
            evidence=link.evidence,
            confidence=link.confidence,
            sure=link.sure,
            placed=True,
        )


def lost_rows(reading: Reading, scene: str | None = None) -> Iterator[LinkRow]:
    """Give the links by hand whose words are no longer in their reviews, as they stood there.

    Args:
        reading: The room.
        scene: The scene of which they speak; None for all scenes.
    """
    lost = [made for made in reading.lost_decisions if made.verdict is not Verdict.REJECTED]
    links = (by_hand(made) for made in lost if scene in {None, made.scene})
    return (replace(row, placed=False) for row in link_rows(reading, links))


def bookmark_rows(reading: Reading, bookmarks: Iterable[Bookmark]) -> Iterator[BookmarkRow]:
    """Give some bookmarks in their order."""
    removed = _removed_titles(reading, bookmarks)
    for bookmark in bookmarks:
        passage = bookmark.passage
        scenes = reading.scenes_of(passage, bookmark.review) if bookmark.placed else ()
        yield BookmarkRow(
            id=bookmark.id,
            review=bookmark.review,
            review_title=removed.get(bookmark.review) or reading.title_of(bookmark.review),
            block=passage.start.block,
            start=passage.start.offset,
            end_block=passage.end.block,
            end=passage.end.offset,
            quote=passage.quote,
            section=bookmark.section,
            scenes=tuple(scene.slug for scene in scenes),
            scene_titles=tuple(scene.title for scene in scenes),
            note=bookmark.note,
            created=bookmark.created.isoformat(),
            placed=bookmark.placed,
        )


def _removed_titles(reading: Reading, bookmarks: Iterable[Bookmark]) -> dict[str, str]:
    """Give the titles of bookmarked reviews that were removed, by their ids."""
    away = {mark.review for mark in bookmarks if not reading.has(mark.review)}
    versions = reading.library.versions() if reading.library and away else ()
    return {
        version.review: f"{version.title} (removed)"
        for version in versions
        if version.review in away
    }


def scene_rows(reading: Reading) -> Iterator[SceneRow]:
    """Give the scenes in the order of the work."""
    for scene in reading.room.scenes:
        counts = reading.crossref.counts(scene.slug)
        passages = tuple(counts.get(review.id, 0) for review in reading.room.reviews)
        yield SceneRow(scene.number, scene.slug, scene.title, passages)


def details_of(row: BookmarkRow) -> tuple[str, str, str]:
    """Give where a bookmark is: its address, the section, and the scenes of which it speaks."""
    address = f"{row.review}:{row.block}" if row.placed else GONE
    return address, row.section, ", ".join(row.scene_titles)


def origin_of(reading: Reading, review: str) -> Origin | None:
    """Give where a review was imported from; None if it was not."""
    if reading.library is None or not reading.is_imported(review):
        return None
    return reading.library.origin(review)

"""Imported texts for the tests of the store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from herreader.model.imported import LibraryText, Origin
from herreader.model.links import Link, LinkKind
from herreader.model.room import Review, When
from herreader.model.text import Block, BlockKind
from herreader.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


def paragraphs(*words: str) -> tuple[Block, ...]:
    return tuple(Block(number, BlockKind.PARAGRAPH, w) for number, w in enumerate(words, 1))


def found(
    text: LibraryText,
    scene: str,
    block: int,
    words: str,
    *,
    confidence: float = 0.9,
    continues: bool = False,
) -> Link:
    start = text.blocks[block - 1].plain.index(words)
    end = start + len(words)
    return Link(
        scene,
        text.review.id,
        block,
        start,
        end,
        words,
        LinkKind.FOUND,
        "names the owl",
        confidence,
        continues,
    )


def imported(
    review: str = "night",
    *words: str,
    digest: str = "",
    batch: str = "first",
    at: datetime = NOON,
) -> LibraryText:
    blocks = paragraphs(*(words or (f"An owl falls in {review}.", "He sits down.")))
    return LibraryText(
        review=Review(
            id=review,
            title=f"On {review}",
            byline="A. Critic",
            date=When(2014, 1, 9),
            answers=None,
            words=sum(len(block.plain.split()) for block in blocks),
            path=Path(),
        ),
        origin=Origin(f"/home/reader/{review}.html", digest or f"of {review}", at, batch, "9 Jan"),
        blocks=blocks,
        finder="1",
    )


def ids(store: Store) -> list[str]:
    return [review.id for review in store.library.headers("her")]

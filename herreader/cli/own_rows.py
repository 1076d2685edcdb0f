"""What is printed on the reader's own reviews: a row a file, a match, a part set aside.

The fields of a row are the keys of its JSON object, in that order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from herreader.model import Aside, Hit
from herreader.reading import Reading

if TYPE_CHECKING:  # importing is not loaded for a search
    from herreader.reading.taking_in import Outcome


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of a file: its passages on scenes, and the parts that were set aside.

    The origins tell where the title, the byline, the date and the source were found.
    """

    file: str
    fate: str
    review: str
    title: str
    byline: str
    date: str
    passages: int
    scenes: tuple[str, ...]
    aside: int
    reason: str
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HitRow:
    """A block that holds the words of a search; `start` to `end` are the first of them.

    The snippet's parts are words, and whether they match.
    """

    review: str
    review_title: str
    block: int
    start: int
    end: int
    snippet: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> str:
        """The snippet without its marks."""
        return "".join(words for words, _ in self.snippet)


@dataclass(frozen=True, slots=True)
class AsideRow:
    """Words that were set aside: what they are, and the review's block that they stood after."""

    kind: str
    after: int
    text: str


def import_row(outcome: "Outcome") -> ImportRow:
    """Say what became of a file."""
    found = outcome.origins
    return ImportRow(
        file=outcome.name,
        fate=outcome.fate.value,
        review=outcome.review,
        title=outcome.title,
        byline=outcome.byline,
        date=outcome.date,
        passages=outcome.links,
        scenes=outcome.scenes,
        aside=outcome.aside,
        reason=outcome.reason,
        origins={
            "title": found.title,
            "byline": found.author,
            "date": found.date,
            "source": found.source,
        },
    )


def hit_rows(reading: Reading, hits: Iterable[Hit]) -> Iterator[HitRow]:
    """Give the matches of a search, review by review, the review with the best one first."""
    grouped: dict[str, list[Hit]] = {}
    for hit in hits:
        if reading.has(hit.review):
            grouped.setdefault(hit.review, []).append(hit)
    for review, found in grouped.items():
        title = reading.title_of(review)
        for hit in found:
            yield HitRow(review, title, hit.block, hit.start, hit.end, hit.snippet)


def aside_rows(parts: Iterable[Aside]) -> Iterator[AsideRow]:
    """Give what was set aside, kind by kind in the order in which the kinds come first."""
    grouped: dict[str, list[Aside]] = {}
    for part in parts:
        grouped.setdefault(part.kind, []).append(part)
    for kind, found in grouped.items():
        for part in found:
            yield AsideRow(kind, part.after, part.block.plain)

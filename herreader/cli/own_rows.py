"""What is printed on the reader's own reviews: a row a file, a part set aside.

The fields of a row are the keys of its JSON object, in that order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from herreader.model.imported import Aside, by_kind
from herreader.reading.outcomes import Fate, Outcome


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What became of a file: its passages on scenes, and the parts that were set aside.

    Lost are marks that have no place in this version, and had one in the version before.

    The origins tell where the title, the byline, the date and the source were found.
    """

    file: str
    fate: Fate
    review: str
    title: str
    byline: str
    date: str
    passages: int
    scenes: tuple[str, ...]
    aside: int
    reason: str
    origins: Mapping[str, str] = field(default_factory=dict)
    lost: int = 0


@dataclass(frozen=True, slots=True)
class AsideRow:
    """Words that were set aside: what they are, and the review's block that they stood after.

    By the number, they can be put back.
    """

    number: int
    kind: str
    after: int
    text: str


def import_row(outcome: Outcome) -> ImportRow:
    """Say what became of a file."""
    found = outcome.origins
    return ImportRow(
        file=outcome.name,
        fate=outcome.fate,
        review=outcome.review,
        title=outcome.title,
        byline=outcome.byline,
        date=outcome.date,
        passages=outcome.passages,
        scenes=outcome.scenes,
        aside=outcome.aside,
        reason=outcome.reason,
        origins={
            "title": found.title,
            "byline": found.author,
            "date": found.date,
            "source": found.source,
        },
        lost=outcome.lost,
    )


def aside_rows(parts: Iterable[Aside]) -> Iterator[AsideRow]:
    """Give what was set aside, kind by kind."""
    for kind, found in by_kind(parts).items():
        for part in found:
            yield AsideRow(part.block.number, kind, part.after, part.block.plain)

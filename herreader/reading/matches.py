"""What a search has found, review by review."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from herreader.model.text import Hit


class Matches(NamedTuple):
    """The blocks that hold the words of a search.

    Attributes:
        by_review: Those of each review in the order of the search, which is mostly that of their
            worth; the review with the first one comes first.
        more: Whether there are more than these.
    """

    by_review: Mapping[str, tuple[Hit, ...]]
    more: bool

    @classmethod
    def grouped(cls, hits: Iterable[Hit], *, more: bool) -> Self:
        """Group what was found, in the order in which it was."""
        by_review: dict[str, list[Hit]] = {}
        for hit in hits:
            by_review.setdefault(hit.review, []).append(hit)
        return cls({review: tuple(found) for review, found in by_review.items()}, more)

    @property
    def passages(self) -> int:
        """How many blocks they are."""
        return sum(map(len, self.by_review.values()))

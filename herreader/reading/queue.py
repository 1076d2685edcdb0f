"""The found links on which the reader has not decided, one after the other."""

from collections.abc import Iterator

from herreader.model import Decision, Link
from herreader.reading.decisions import is_decided
from herreader.reading.reading import Reading


class LinkQueue:
    """Goes through found links, those of the newest imports first, the unsure ones too.

    The links of a review are read when its turn has come, so that a large library costs no more
    than a small one. Every method raises StoreError if the store can't be read.

    Attributes:
        total: How many links there were to decide on at the beginning.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._seen: list[Link] = []
        self._rest = self._undecided()
        self.total = self._count()

    def link(self, index: int) -> Link | None:
        """Give the link at a position, counted from 0; None after the last."""
        while len(self._seen) <= index:
            link = next(self._rest, None)
            if link is None:
                return None
            self._seen.append(link)
        return self._seen[index]

    def _undecided(self) -> Iterator[Link]:
        reading = self._reading
        for review in reversed(reading.room.reviews):
            if reading.library is None or not reading.is_imported(review.id):
                return  # those that the reader has brought are the last ones
            for link in reading.library.of_review(review.id):
                # Asked late: a decision on a link before may have been one on this, too.
                if not is_decided(link, self._decisions_on(review.id)):
                    yield link

    def _count(self) -> int:
        """Count what is undecided: of those decided on, only the reviews are looked at."""
        library = self._reading.library
        if library is None:
            return 0
        decided = 0
        for review in {decision.review for decision in self._reading.decisions}:
            if self._reading.is_imported(review):
                decisions = self._decisions_on(review)
                links = library.of_review(review)
                decided += sum(is_decided(link, decisions) for link in links)
        return library.count_links() - decided

    def _decisions_on(self, review: str) -> tuple[Decision, ...]:
        return tuple(made for made in self._reading.decisions if made.review == review)

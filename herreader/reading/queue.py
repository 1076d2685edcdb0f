"""The found passages on which the reader has not decided, one after the other."""

from herreader.model import Decision
from herreader.reading.crossref import Stop, gather
from herreader.reading.decisions import is_decided
from herreader.reading.library import Library
from herreader.reading.reading import Reading


class PassageQueue:
    """Goes through found passages, those of the newest imports first, the unsure ones too.

    Links that go on from one another are one passage, and one decision. Of a scene that has left
    the room nothing is asked. The links of a review are read when its turn has come, so that a
    large library costs no more than a small one. Every method raises StoreError if the store can't
    be read, and goes on from there the next time.

    Attributes:
        total: How many passages there were to decide on at the beginning.
    """

    def __init__(self, reading: Reading) -> None:
        reading.refresh()
        self._reading = reading
        self._scenes = {scene.slug for scene in reading.room.scenes}
        self._seen: list[Stop] = []
        self._reviews = [each.id for each in reading.room.reviews if reading.is_imported(each.id)]
        self._ahead: list[Stop] = []
        """The passages of the review that was read last, the next one at the end."""
        self.total = self._count(reading.library) if reading.library is not None else 0

    def passage(self, index: int) -> Stop | None:
        """Give what is undecided of the passage at a position, from 0; None after the last.

        Of a review that another herreader has removed meanwhile, it is the passage after it.
        """
        self._reading.refresh()
        self._seen[index:] = filter(self._is_there, self._seen[index:])
        while len(self._seen) <= index:
            passage = self._next()
            if passage is None:
                return None
            self._seen.append(passage)
        return self._seen[index]

    def _next(self) -> Stop | None:
        library = self._reading.library
        while library is not None and (self._ahead or self._reviews):
            if not self._ahead:
                # It is done with once it is read: should that fail, it is read the next time.
                self._ahead = [*reversed(self._found(library, self._reviews[-1]))]
                self._reviews.pop()
            else:
                # Asked late: a decision on one before may have been one on this, too.
                left = self._left(self._ahead.pop())
                if left.links and self._is_there(left):
                    return left
        return None

    def _is_there(self, passage: Stop) -> bool:
        return self._reading.has(passage.review)

    def _count(self, library: Library) -> int:
        """Count what is undecided: of those decided on, only the reviews are looked at."""
        decided = 0
        for review in {decision.review for decision in self._reading.decisions}:
            if self._reading.is_imported(review):
                passages = self._found(library, review)
                decided += sum(not self._left(passage).links for passage in passages)
        counts = library.spread(least=0.0)
        return sum(counts[scene].passages for scene in self._scenes & counts.keys()) - decided

    def _found(self, library: Library, review: str) -> tuple[Stop, ...]:
        """Give the passages found in a review on the scenes of the room."""
        links = library.of_review(review)
        return gather(link for link in links if link.scene in self._scenes)

    def _left(self, passage: Stop) -> Stop:
        """Give the links of a passage on which nothing is decided."""
        decisions = self._decisions_on(passage.review)
        left = tuple(link for link in passage.links if not is_decided(link, decisions))
        return passage._replace(links=left)

    def _decisions_on(self, review: str) -> tuple[Decision, ...]:
        return tuple(made for made in self._reading.decisions if made.review == review)

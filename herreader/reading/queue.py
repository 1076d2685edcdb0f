"""The found passages on which the reader has not decided, one after the other."""

from typing import NamedTuple

from herreader.reading.crossref import Stop, gather
from herreader.reading.decisions import is_decided
from herreader.reading.library import Library
from herreader.reading.reading import Reading


class Asked(NamedTuple):
    """A passage to decide on.

    Attributes:
        passage: What is undecided of it.
        version: The version of its review in which it was found.
    """

    passage: Stop
    version: str


class PassageQueue:
    """Goes through found passages, those of the open review and then of the newest imports first.

    The unsure ones are among them.

    Links that go on from one another are one passage, and one decision. Of a scene that has left
    the room nothing is asked. The links of a review are read when its turn has come, so that a
    large library costs no more than a small one; and once more if another version of it has come
    meanwhile. Every method raises StoreError if the store can't be read, and goes on from there
    the next time.

    Attributes:
        total: How many passages there were to decide on at the beginning.
    """

    def __init__(self, reading: Reading, first: str = "") -> None:
        """Begin with a review, if it is an imported one."""
        reading.refresh()
        self._reading = reading
        self._scenes = {scene.slug for scene in reading.room.scenes}
        self._seen: list[Asked] = []
        imported = [each.id for each in reading.room.reviews if reading.is_imported(each.id)]
        self._reviews = sorted(imported, key=first.__eq__)  # the last one is the next
        self._ahead: list[Asked] = []
        """Passages that were read already, the next one at the end."""
        self.total = self._count(reading.library) if reading.library is not None else 0

    def passage(self, index: int) -> Asked | None:
        """Give the passage at a position, from 0; None after the last.

        Of a review that another herreader has removed meanwhile, it is the passage after it.
        """
        self._reading.refresh()
        self._ahead += reversed(self._seen[index:])
        del self._seen[index:]
        while len(self._seen) <= index:
            asked = self._next()
            if asked is None:
                return None
            self._seen.append(asked)
        return self._seen[index]

    def _next(self) -> Asked | None:
        library = self._reading.library
        while library is not None and (self._ahead or self._reviews):
            if not self._ahead:
                # It is done with once it is read: should that fail, it is read the next time.
                self._ahead = self._read(library, self._reviews[-1])
                self._reviews.pop()
            elif self._has_changed(self._ahead[-1]):
                self._read_again(library, self._ahead[-1].passage.review)
            else:
                passage, version = self._ahead.pop()
                # Asked late: a decision on one before may have been one on this, too.
                left = self._left(passage)
                if left.links and self._reading.has(left.review):
                    return Asked(left, version)
        return None

    def _read(self, library: Library, review: str) -> list[Asked]:
        """Give the passages of a review, the first one at the end."""
        version = self._reading.version_of(review)  # first: should it change now, it is seen
        return [Asked(found, version) for found in reversed(self._found(library, review))]

    def _has_changed(self, asked: Asked) -> bool:
        review = asked.passage.review
        return self._reading.has(review) and self._reading.version_of(review) != asked.version

    def _read_again(self, library: Library, review: str) -> None:
        """Put the passages of a review as it is now in the place of those it had.

        Those that were passed over before are not asked again.
        """
        before = [asked.passage for asked in self._seen]
        known = {(each.scene, each.quote) for each in before if each.review == review}
        found = self._read(library, review)
        others = [asked for asked in self._ahead if asked.passage.review != review]
        new = [each for each in found if (each.passage.scene, each.passage.quote) not in known]
        self._ahead = others + new

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
        decisions = self._reading.crossref.decisions_on(passage.review)
        left = tuple(link for link in passage.links if not is_decided(link, decisions))
        return passage._replace(links=left)

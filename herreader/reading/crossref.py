"""Which review speaks of which scene, and where: the cross-reference of a room."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from herreader.model import Link, Place, Room, Scene


@dataclass(frozen=True, slots=True)
class Stop:
    """One passage on a scene, as it is stepped through: a link, or several that adjoin."""

    scene: str
    review: str
    links: tuple[Link, ...]

    @property
    def start(self) -> Place:
        """Where its first word is."""
        first = self.links[0]
        return Place(first.block, first.start, first.quote)

    @property
    def end(self) -> Place:
        """Where its last word ends."""
        last = self.links[-1]
        return Place(last.block, last.end)

    @property
    def quote(self) -> str:
        """Its words; those of several blocks are joined by newlines."""
        return "\n".join(link.quote for link in self.links)

    def covers(self, place: Place) -> bool:
        """Whether the place lies in it."""
        return self.start <= place < self.end


class CrossReference:
    """The links of a room, to be asked by scene and by place.

    Stops are in the order of the reviews, and within one review of their places.
    """

    def __init__(self, room: Room, links: Iterable[Link]) -> None:
        self.scenes = room.scenes
        self._by_slug = {scene.slug: scene for scene in room.scenes}
        rank = {review.id: number for number, review in enumerate(room.reviews)}
        self.links = tuple(
            sorted(
                (link for link in links if link.scene in self._by_slug and link.review in rank),
                key=lambda link: (rank[link.review], link.block, link.start),
            )
        )
        self._rank = rank
        self._stops = _gather(self.links)
        self._in_block: dict[tuple[str, int], list[Link]] = defaultdict(list)
        for link in self.links:
            self._in_block[link.review, link.block].append(link)

    def scene(self, slug: str) -> Scene:
        """Give the scene with that slug; KeyError if there is none."""
        return self._by_slug[slug]

    def stops(self, scene: str) -> tuple[Stop, ...]:
        """Give all passages on a scene."""
        return self._stops.get(scene, ())

    def counts(self, scene: str) -> dict[str, int]:
        """Count the passages on a scene in each review that speaks of it."""
        counts: dict[str, int] = defaultdict(int)
        for stop in self.stops(scene):
            counts[stop.review] += 1
        return dict(counts)

    def by_block(self, review: str) -> dict[int, tuple[Link, ...]]:
        """Give the links of a review, by the number of their block."""
        blocks: dict[int, list[Link]] = defaultdict(list)
        for link in self.links:
            if link.review == review:
                blocks[link.block].append(link)
        return {number: tuple(links) for number, links in blocks.items()}

    def scenes_at(self, review: str, start: Place, end: Place) -> tuple[Scene, ...]:
        """Give the scenes of which the words between two places speak, in the order of the work."""
        slugs = {
            link.scene
            for block in range(start.block, end.block + 1)
            for link in self._in_block.get((review, block), ())
            if Place(block, link.start) < end and start < Place(block, link.end)
        }
        return tuple(scene for scene in self.scenes if scene.slug in slugs)

    def position(self, scene: str, review: str, place: Place) -> int | None:
        """Give the index of the stop on the scene in which the place lies, or None."""
        for index, stop in enumerate(self.stops(scene)):
            if stop.review == review and stop.covers(place):
                return index
        return None

    def first_from(self, scene: str, review: str) -> int | None:
        """Give the index of the first stop in the review or, if none, in those after it, around."""
        stops = self.stops(scene)
        if not stops:
            return None
        ranks = [self._rank[stop.review] for stop in stops]
        rank = self._rank.get(review, 0)
        return next((index for index, at in enumerate(ranks) if at >= rank), 0)

    def step(self, scene: str, review: str, place: Place, by: int) -> int | None:
        """Give the index of the stop `by` steps from a place, going around at both ends."""
        stops = self.stops(scene)
        if not stops:
            return None
        at = self.position(scene, review, place)
        if at is None:
            keys = [(self._rank[stop.review], stop.start) for stop in stops]
            after = bisect_right(keys, (self._rank.get(review, 0), place))
            at = after - 1 if by > 0 else after
        return (at + by) % len(stops)


def _gather(links: Iterable[Link]) -> dict[str, tuple[Stop, ...]]:
    """Join the links that continue others, scene by scene."""
    runs: dict[str, list[list[Link]]] = defaultdict(list)
    for link in links:
        run = runs[link.scene]
        if link.continues and run and run[-1][-1].review == link.review:
            run[-1].append(link)
        else:
            run.append([link])
    return {
        scene: tuple(Stop(scene, run[0].review, tuple(run)) for run in found)
        for scene, found in runs.items()
    }

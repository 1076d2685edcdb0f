"""Which review speaks of which scene, and where: the cross-reference of a room."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from herreader.model.links import SURE, Link, Spread
from herreader.model.marks import Decision
from herreader.model.room import Room, Scene
from herreader.model.text import Place
from herreader.reading.decisions import apply

_Item = TypeVar("_Item", Link, Decision)
_Key = tuple[int, int, int]
"""The number of a review in the room, a block, and a character in it."""


class Stop(NamedTuple):
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


class FoundLinks(Protocol):
    """The links found in imported texts, wherever they are kept; asked for as they are needed."""

    def of_review(self, review: str) -> tuple[Link, ...]:
        """Give the links of one review, by place, the unsure ones too."""

    def of_scene(self, scene: str, least: float) -> tuple[Link, ...]:
        """Give the links of one scene that are at least so sure."""

    def spread(self, least: float) -> Mapping[str, Spread]:
        """Count the passages and the reviews for each scene of which any speaks."""


class AskedOnce:
    """Found links that are asked for once, whatever is decided on them meanwhile."""

    def __init__(self, found: FoundLinks) -> None:
        self.of_review = cache(found.of_review)
        self.of_scene = cache(found.of_scene)
        self.spread = cache(found.spread)


class CrossReference:
    """The links of a room, to be asked by scene and by place.

    What is written in the room's own reviews is at hand; what was found in imported ones is asked
    for when it is needed, so that a large library costs no more than a small one. What the reader
    has decided by hand is laid over both. Stops are in the order of the reviews, and within one
    review of their places.

    Args:
        room: Its scenes, and its reviews in order.
        written: The links of the room's own reviews.
        found: The links of imported reviews, if there are any.
        decisions: What the reader has decided by hand.
        unsure: Whether links that are not sure count as well.
    """

    def __init__(
        self,
        room: Room,
        written: Iterable[Link],
        found: FoundLinks | None = None,
        decisions: tuple[Decision, ...] = (),
        *,
        unsure: bool = False,
    ) -> None:
        self.scenes = room.scenes
        self.unsure = unsure
        self._by_slug = {scene.slug: scene for scene in room.scenes}
        self._rank = {review.id: number for number, review in enumerate(room.reviews)}
        known = [link for link in written if self._known(link)]
        self._written_in = _grouped(known, attrgetter("review"))
        self._written_on = _grouped(known, attrgetter("scene"))
        self._found = found
        self._decided_in = _grouped(decisions, attrgetter("review"))
        self._decided_on = _grouped(decisions, attrgetter("scene"))
        self._stops: dict[str, tuple[Stop, ...]] = {}
        self._ordered: dict[str, list[_Key]] = {}
        self._blocks: dict[str, dict[int, tuple[Link, ...]]] = {}
        self._spread: Mapping[str, Spread] | None = None

    @property
    def links(self) -> tuple[Link, ...]:
        """Give all links, in the order of the scenes, then of the reviews and places."""
        return tuple(
            link for scene in self.scenes for stop in self.stops(scene.slug) for link in stop.links
        )

    def scene(self, slug: str) -> Scene:
        """Give the scene with that slug; KeyError if there is none."""
        return self._by_slug[slug]

    def stops(self, scene: str) -> tuple[Stop, ...]:
        """Give all passages on a scene."""
        if scene not in self._stops:
            links = [*self._written_on.get(scene, ())]
            if self._found is not None:
                links += self._found.of_scene(scene, self._least())
            decided = self._decided_on.get(scene, ())
            kept = filter(self._known, apply(links, decided) if decided else links)
            self._stops[scene] = gather(sorted(kept, key=self._order))
        return self._stops[scene]

    def counts(self, scene: str) -> dict[str, int]:
        """Count the passages on a scene in each review that speaks of it."""
        return dict(Counter(stop.review for stop in self.stops(scene)))

    def spread(self, scene: str) -> Spread:
        """Count the passages on a scene, and the reviews that speak of it."""
        if self._found is None or scene in self._stops:
            counts = self.counts(scene)
            return Spread(sum(counts.values()), len(counts))
        if self._spread is None:
            self._spread = self._found.spread(self._least())
        found = self._spread.get(scene, Spread(0, 0))
        written = self._written_on.get(scene, ())
        passages = found.passages + sum(not link.continues for link in written)
        reviews = found.reviews + len({link.review for link in written})
        changed = self._changed.get(scene, Spread(0, 0))
        return Spread(passages + changed.passages, reviews + changed.reviews)

    def decisions_on(self, review: str) -> Sequence[Decision]:
        """Give what the reader has decided on the links of a review."""
        return self._decided_in.get(review, ())

    def by_block(self, review: str) -> dict[int, tuple[Link, ...]]:
        """Give the links of a review, by the number of their block."""
        if review not in self._blocks:
            links = apply(self._undecided(review), self.decisions_on(review))
            blocks: dict[int, list[Link]] = defaultdict(list)
            for link in filter(self._known, links):
                blocks[link.block].append(link)
            self._blocks[review] = {number: tuple(kept) for number, kept in blocks.items()}
        return self._blocks[review]

    def links_between(self, review: str, start: Place, end: Place) -> tuple[Link, ...]:
        """Give the links that share words with those between two places."""
        blocks = self.by_block(review)
        return tuple(
            link
            for block in range(start.block, end.block + 1)
            for link in blocks.get(block, ())
            if Place(block, link.start) < end and start < Place(block, link.end)
        )

    def scenes_at(self, review: str, start: Place, end: Place) -> tuple[Scene, ...]:
        """Give the scenes of which the words between two places speak, in the order of the work."""
        slugs = {link.scene for link in self.links_between(review, start, end)}
        return tuple(scene for scene in self.scenes if scene.slug in slugs)

    def position(self, scene: str, review: str, place: Place) -> int | None:
        """Give the index of the stop on the scene in which the place lies, or None."""
        stops, keys = self.stops(scene), self._keys(scene)
        first = bisect_left(keys, (self._rank.get(review, len(self._rank)), 0, 0))
        for index in range(first, len(stops)):
            if stops[index].review != review:
                break
            if stops[index].covers(place):
                return index
        return None

    def first_from(self, scene: str, review: str) -> int | None:
        """Give the index of the first stop in the review or, if none, in those after it, around."""
        stops = self.stops(scene)
        if not stops:
            return None
        first = bisect_left(self._keys(scene), (self._rank.get(review, 0), 0, 0))
        return first if first < len(stops) else 0

    def step(self, scene: str, review: str, place: Place, by: int) -> int | None:
        """Give the index of the stop `by` steps from a place, going around at both ends."""
        stops = self.stops(scene)
        if not stops:
            return None
        at = self.position(scene, review, place)
        if at is None:
            key = (self._rank.get(review, 0), place.block, place.offset)
            after = bisect_right(self._keys(scene), key)
            at = after - 1 if by > 0 else after
        return (at + by) % len(stops)

    @cached_property
    def _changed(self) -> Mapping[str, Spread]:
        """By how much what the reader has decided changes the counts of each scene."""
        passages: Counter[str] = Counter()
        reviews: Counter[str] = Counter()
        for review in self._decided_in:
            for links, sign in (
                (self._undecided(review), -1),
                (chain(*self.by_block(review).values()), 1),
            ):
                scenes = [link.scene for link in links if not link.continues]
                for scene, count in Counter(scenes).items():
                    passages[scene] += sign * count
                    reviews[scene] += sign
        return {scene: Spread(count, reviews[scene]) for scene, count in passages.items()}

    def _undecided(self, review: str) -> list[Link]:
        """Give the links of a review as they were written or found."""
        links = [*self._written_in.get(review, ())]
        if self._found is not None:
            least = self._least()
            found = self._found.of_review(review)
            links += [link for link in found if link.confidence >= least]
        return links

    def _keys(self, scene: str) -> list[_Key]:
        """Give what the stops on a scene are in order of."""
        if scene not in self._ordered:
            self._ordered[scene] = [self._order(stop.links[0]) for stop in self.stops(scene)]
        return self._ordered[scene]

    def _order(self, link: Link) -> _Key:
        return self._rank[link.review], link.block, link.start

    def _known(self, link: Link) -> bool:
        return link.scene in self._by_slug and link.review in self._rank

    def _least(self) -> float:
        return 0.0 if self.unsure else SURE


def _grouped(items: Iterable[_Item], by: Callable[[_Item], str]) -> dict[str, list[_Item]]:
    """Group links or decisions, once, for those of each review or scene are asked for often."""
    groups: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        groups[by(item)].append(item)
    return dict(groups)


def gather(links: Iterable[Link]) -> tuple[Stop, ...]:
    """Join the links that continue others; a passage stands where its first link does."""
    runs: list[list[Link]] = []
    last: dict[str, list[Link]] = {}
    for link in links:
        run = last.get(link.scene)
        if run and link.continues and run[-1].review == link.review:
            run.append(link)
        else:
            last[link.scene] = [link]
            runs.append(last[link.scene])
    return tuple(Stop(run[0].scene, run[0].review, tuple(run)) for run in runs)

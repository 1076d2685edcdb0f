import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cpu_time import within

from herreader.model.links import Link, LinkKind, Spread
from herreader.model.marks import Decision, Verdict
from herreader.model.room import Review, Room, Scene
from herreader.model.text import Place
from herreader.reading.crossref import CrossReference, gather

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SCENES = ("owl", "lamp")
OWN, IMPORTED = ("one", "two"), ("three", "four", "five")
ROOM = Room(
    "den",
    "Den",
    "A film",
    Path(),
    scenes=tuple(Scene(slug, slug, at) for at, slug in enumerate(SCENES, 1)),
    reviews=tuple(Review(name, name, "", None, None, 1, Path()) for name in (*OWN, *IMPORTED)),
)


class Kept:
    """Found links, as the store would give them."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self.links = links

    def of_review(self, review: str) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.review == review)

    def of_scene(self, scene: str, least: float) -> tuple[Link, ...]:
        return tuple(k for k in self.links if k.scene == scene and k.confidence >= least)

    def spread(self, least: float) -> dict[str, Spread]:
        stops = {scene: gather(self.of_scene(scene, least)) for scene in SCENES}
        return {
            scene: Spread(len(found), len({stop.review for stop in found}))
            for scene, found in stops.items()
            if found
        }


def linked(chance: random.Random, reviews: tuple[str, ...], kind: LinkKind) -> tuple[Link, ...]:
    return tuple(
        Link(scene, review, block, 0, 9, "some word", kind, confidence=chance.choice((0.5, 0.9)))
        for review in reviews
        for block in range(1, 5)
        for scene in SCENES
        if chance.random() < 0.4
    )


def decided(chance: random.Random) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            number,
            chance.choice((*OWN, *IMPORTED, "gone")),
            chance.choice(SCENES),
            chance.choice(list(Verdict)),
            chance.randrange(1, 5),
            0,
            9,
            "some word",
            NOW,
            placed=chance.random() < 0.8,
        )
        for number in range(chance.randrange(6))
    )


@pytest.mark.parametrize(
    ("review", "block", "offset", "by", "expected"),
    [
        ("one", 1, 0, 1, ("one", 2)),
        ("one", 1, 0, -1, ("four", 3)),
        ("one", 2, 4, 1, ("one", 2)),
        ("one", 2, 14, 1, ("one", 4)),
        ("one", 3, 0, 1, ("one", 4)),
        ("one", 3, 0, -1, ("one", 2)),
        ("one", 3, 0, 2, ("four", 3)),
        ("one", 3, 0, -2, ("four", 3)),
        ("one", 9, 0, 1, ("four", 3)),
        ("three", 1, 0, 1, ("four", 3)),
        ("three", 1, 0, -1, ("one", 4)),
        ("five", 1, 0, 1, ("one", 2)),
        ("five", 1, 0, -1, ("four", 3)),
        ("five", 1, 0, 4, ("one", 2)),
    ],
)
def test_from_between_passages_one_steps_to_the_next_and_to_the_one_before(
    review: str, block: int, offset: int, by: int, expected: tuple[str, int]
) -> None:
    links = [Link("owl", *place, 5, 14, "some word") for place in (("one", 2), ("one", 4))]
    room = CrossReference(ROOM, [*links, Link("owl", "four", 3, 5, 14, "some word")])
    index = room.step("owl", review, Place(block, offset), by)
    assert index is not None
    stop = room.stops("owl")[index]
    assert (stop.review, stop.start.block) == expected


def test_where_a_scene_has_no_passage_there_is_nothing_to_step_to() -> None:
    assert CrossReference(ROOM, ()).step("owl", "one", Place(1, 0), 1) is None


def test_many_reviews_with_decisions_take_time_in_proportion() -> None:
    names = [f"review-{number}" for number in range(6_000)]
    reviews = tuple(Review(name, name, "", None, None, 1, Path()) for name in names)
    written = [Link("owl", name, 1, 0, 9, "some word") for name in names]
    made = tuple(
        Decision(number, name, "owl", Verdict.REJECTED, 1, 0, 9, "some word", NOW)
        for number, name in enumerate(names[1:])
    )
    with within(2):
        room = CrossReference(ROOM._replace(reviews=reviews), written, Kept(()), made)
        assert room.spread("owl") == Spread(1, 1)
        assert all(len(room.decisions_on(name)) == 1 for name in names[1:])


@pytest.mark.parametrize("unsure", [False, True])
def test_what_is_decided_by_hand_is_counted_as_it_is_stepped_through(*, unsure: bool) -> None:
    chance = random.Random(641)  # noqa: S311 - links, not secrets
    for _ in range(300):
        written = linked(chance, OWN, LinkKind.WRITTEN)
        found = Kept(linked(chance, IMPORTED, LinkKind.FOUND))
        room = CrossReference(ROOM, written, found, decided(chance), unsure=unsure)
        counted = {scene: room.spread(scene) for scene in SCENES}
        for scene in SCENES:
            stops = room.stops(scene)
            assert counted[scene] == Spread(len(stops), len({stop.review for stop in stops}))

"""What was decided, laid over what was found."""

import random
from datetime import UTC, datetime

from cpu_time import within

from herreader.model.links import Link
from herreader.model.marks import Decision, Verdict
from herreader.reading.decisions import apply

DECIDED = datetime(2014, 1, 10, tzinfo=UTC)


def a_decision(start: int, end: int, verdict: Verdict = Verdict.LINKED, block: int = 1) -> Decision:
    return Decision(0, "night", "owl", verdict, block, start, end, f"{start}", DECIDED)


def a_link(start: int, end: int, block: int = 1) -> Link:
    return Link("owl", "night", block, start, end, "found", confidence=0.9)


def bounds(links: tuple[Link, ...]) -> list[tuple[int, int, int]]:
    return [(link.block, link.start, link.end) for link in links]


def test_of_decisions_that_share_words_the_latest_alone_stands() -> None:
    made = [a_decision(0, 10), a_decision(8, 20), a_decision(20, 30)]
    assert bounds(apply([], made)) == [(1, 8, 20), (1, 20, 30)]


def test_words_that_were_rejected_after_they_were_linked_are_linked_no_more() -> None:
    made = [a_decision(0, 10), a_decision(9, 12, Verdict.REJECTED)]
    assert apply([a_link(11, 30)], made) == ()


def test_a_decision_gives_way_even_to_one_that_gave_way_itself() -> None:
    made = [a_decision(0, 10), a_decision(8, 20), a_decision(15, 30, Verdict.REJECTED)]
    assert apply([], made) == ()


def test_any_decisions_leave_what_laying_them_one_by_one_would_leave() -> None:
    chance = random.Random(8316)  # noqa: S311 - the same at each run
    for _ in range(300):
        made = [any_decision(chance) for _ in range(chance.randrange(12))]
        found = [a_link(start, start + 5, block) for start in range(0, 45, 5) for block in (1, 2)]
        assert bounds(apply(found, made)) == sorted(one_by_one(found, made))


def any_decision(chance: random.Random) -> Decision:
    start = chance.randrange(40)
    verdict = chance.choice(list(Verdict))
    return a_decision(start, start + chance.randrange(1, 9), verdict, chance.randrange(1, 3))


def one_by_one(found: list[Link], made: list[Decision]) -> list[tuple[int, int, int]]:
    kept = bounds(tuple(found))
    for one in made:
        kept = [
            (block, start, end)
            for block, start, end in kept
            if block != one.block or end <= one.start or one.end <= start
        ]
        if one.verdict is not Verdict.REJECTED:
            kept.append((one.block, one.start, one.end))
    return kept


def test_very_many_decisions_on_one_block_are_laid_over_it_at_once() -> None:
    made = [a_decision(start, start + 3) for start in range(0, 80_000, 4)]
    with within(seconds=2):
        assert len(apply([], made)) == 20_000

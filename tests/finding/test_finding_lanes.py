from random import Random

import pytest

from herreader.finding.lanes import Lanes

WEIGHTS = [{1: 2.5, 2: 2.5, 3: -9.0}, {2: 4.0}, {4: 0.25}]
LANES = Lanes(WEIGHTS, [5.0, 4.0, 1.0])


def high_enough(*terms: int, **more: float) -> list[int]:
    amounts = {int(name[1:]): each for name, each in more.items()}
    return list(LANES.high_enough(LANES.add(set(terms)) + LANES.more(amounts)))


def test_a_sum_that_is_just_high_enough_is_told() -> None:
    assert high_enough(1, 2) == [0, 1]
    assert high_enough(1) == high_enough() == []


def test_what_speaks_against_is_not_taken_off() -> None:
    assert high_enough(1, 2, 3) == [0, 1]


def test_what_is_added_to_one_sum_counts_for_it_alone() -> None:
    assert high_enough(_2=1.0) == [2]
    assert high_enough(1, _0=2.5, _1=3.9) == [0]


def test_more_than_any_sum_can_hold_spills_into_no_other() -> None:
    assert high_enough(_0=1e9) == [0]
    assert high_enough(1, 2, 4, _1=1e9) == [0, 1]


def test_a_sum_that_needs_nothing_is_always_high_enough() -> None:
    lanes = Lanes([{1: 3.0}, {1: 3.0}], [0.0, -7.5])
    assert list(lanes.high_enough(lanes.add(set()))) == [0, 1]
    assert list(lanes.high_enough(lanes.add({1}) + lanes.more({0: 50.0}))) == [0, 1]


def test_without_sums_there_is_nothing_to_tell() -> None:
    assert list(Lanes([], []).high_enough(0)) == []


@pytest.mark.parametrize("seed", range(20))
def test_it_tells_what_adding_one_by_one_would(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a seed makes the same sums each time
    weights = [
        {term: random.randrange(-16, 16) / 4 for term in random.sample(range(60), 20)}
        for _ in range(26)
    ]
    needs = [random.randrange(-4, 48) / 4 for _ in weights]
    more = {number: random.randrange(16) / 4 for number in random.sample(range(26), 5)}
    terms = set().union(*weights) & set(random.sample(range(60), 25))
    sums = [
        sum(max(each.get(term, 0), 0) for term in terms) + more.get(number, 0)
        for number, each in enumerate(weights)
    ]
    expected = [number for number, each in enumerate(sums) if each >= needs[number]]
    lanes = Lanes(weights, needs)
    assert list(lanes.high_enough(lanes.add(terms) + lanes.more(more))) == expected

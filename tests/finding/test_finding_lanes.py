from random import Random

import pytest

from herreader.finding.lanes import Lanes

WEIGHTS = [{1: 2.5, 2: 2.5, 3: -9.0}, {2: 4.0}, {4: 0.25}]
LANES = Lanes(WEIGHTS, [5.0, 4.0, 1.0])


def test_a_sum_that_is_just_high_enough_is_given() -> None:
    assert LANES.reached({1, 2}) == {0: 5.0, 1: 4.0}
    assert LANES.reached({1}) == LANES.reached(set()) == {}


def test_what_speaks_against_is_not_taken_off() -> None:
    assert LANES.reached({1, 2, 3}) == {0: 5.0, 1: 4.0}


def test_terms_without_a_weight_add_nothing() -> None:
    assert LANES.reached({1, 2, 77}) == LANES.reached({1, 2})


def test_a_sum_that_needs_nothing_is_always_given() -> None:
    lanes = Lanes([{1: 3.0}, {1: 3.0}], [0.0, -7.5])
    assert lanes.reached(set()) == {0: 0.0, 1: 0.0}
    assert lanes.reached({1}) == {0: 3.0, 1: 3.0}


def test_without_sums_there_is_nothing_to_give() -> None:
    assert Lanes([], []).reached({1}) == {}


@pytest.mark.parametrize("seed", range(20))
def test_it_gives_what_adding_one_by_one_would(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a seed makes the same sums each time
    weights = [
        {term: random.randrange(-16, 16) / 4 for term in random.sample(range(60), 20)}
        for _ in range(26)
    ]
    needs = [random.randrange(-48, 48) / 4 for _ in weights]
    terms = set().union(*weights) & set(random.sample(range(60), 25))
    sums = [sum(max(each.get(term, 0), 0) for term in terms) for each in weights]
    expected = {number: each for number, each in enumerate(sums) if each >= needs[number]}
    assert Lanes(weights, needs).reached(terms) == expected

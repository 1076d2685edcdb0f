from collections.abc import Callable

import pytest

from herreader.errors import HeldError, StoreError
from herreader.store.waiting import once_free

HELD = HeldError("It could not be kept", "Another program holds it.")


def failing(*errors: StoreError) -> Callable[[], str]:
    """Fail with one error after the other, and then no more."""
    left = list(errors)

    def act() -> str:
        if left:
            raise left.pop(0)
        return f"done after {len(errors)}"

    return act


@pytest.mark.parametrize("times", [0, 1, 3])
def test_what_another_program_keeps_from_being_done_is_tried_until_it_is_free(times: int) -> None:
    assert once_free(failing(*[HELD] * times), 60) == f"done after {times}"


def test_without_patience_it_is_tried_once() -> None:
    act = failing(HELD)
    with pytest.raises(HeldError):
        once_free(act, 0)
    assert act() == "done after 1"


def test_who_is_told_to_stop_tries_no_more() -> None:
    act = failing(HELD, HELD, HELD)
    asked = iter([False, True])
    with pytest.raises(HeldError):
        once_free(act, 60, lambda: next(asked))
    with pytest.raises(HeldError):
        act()
    assert act() == "done after 3"


def test_being_told_to_stop_is_no_matter_where_nothing_is_in_the_way() -> None:
    assert once_free(failing(), 60, lambda: True) == "done after 0"


def test_what_waiting_does_not_cure_is_told_at_once() -> None:
    with pytest.raises(StoreError, match="full"):
        once_free(failing(StoreError("It could not be kept", "The disk is full.")), 60)

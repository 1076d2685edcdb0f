import pytest

from herreader.errors import OvertakenError
from herreader.reading.undo import LIMIT, Change, UndoStack


def changes(stack: UndoStack, count: int, done: list[int]) -> list[Change]:
    """Do some changes, of which each adds its number to what is done."""

    def change(number: int) -> Change:
        return Change(str(number), lambda: done.remove(number), lambda: done.append(number))

    made = [change(number) for number in range(count)]
    for number, each in enumerate(made):
        done.append(number)
        stack.did(each)
    return made


def test_a_change_is_taken_back_from_among_later_ones() -> None:
    stack, done = UndoStack(), list[int]()
    first, second, third = changes(stack, 3, done)
    assert stack.undo(second) == "1"
    assert done == [0, 2]
    assert stack.last is third
    assert [stack.undo(), stack.undo(), stack.undo()] == ["2", "0", None]
    assert [stack.redo(), stack.last] == ["0", first]


def test_a_change_that_is_remembered_no_longer_is_not_taken_back_nor_another_one() -> None:
    stack, done = UndoStack(), list[int]()
    first, *_ = changes(stack, LIMIT + 1, done)
    with pytest.raises(OvertakenError, match="Only the last 200"):
        stack.undo(first)
    assert len(done) == LIMIT + 1

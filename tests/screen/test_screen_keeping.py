from collections.abc import Callable
from datetime import datetime

from desk import Desk
from imported_texts import NOON
from textual.timer import Timer
from textual.widget import Widget

from herreader.model.marks import Progress
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.tui.screens.keeper import PlaceKeeper


def never(seconds: float, act: Callable[[], None]) -> Timer:
    return Timer(Widget(), seconds, callback=act)  # it is not started


def test_a_signal_amid_keeping_the_place_keeps_it_all_the_same(
    desk: Desk, reading: Reading
) -> None:
    told: list[object] = []
    keeper = PlaceKeeper(reading, never, lambda: None, told.append)
    signals = [keeper.flush]

    def clock() -> datetime:
        while signals:
            signals.pop()()  # as the handler of a signal does, in the middle of it all
        return NOON

    reading._clock = clock
    keeper.read(Progress("tide", Place(3, 0), Place(3, 0), 0.5))
    keeper.flush()
    assert desk.progress()["tide"].place == Place(3, 0)
    assert told == []


def test_who_reads_on_and_on_has_the_place_kept_half_a_second_after_the_first_move(
    desk: Desk, reading: Reading
) -> None:
    due: list[tuple[float, Callable[[], None]]] = []

    def later(seconds: float, act: Callable[[], None]) -> Timer:
        due.append((seconds, act))
        return never(seconds, act)

    keeper = PlaceKeeper(reading, later, lambda: None, lambda _: None)
    for block in (3, 4, 5):
        keeper.read(Progress("tide", Place(block, 0), Place(block, 0), 0.5))
    ((seconds, act),) = due
    assert seconds == 0.5
    act()
    assert desk.progress()["tide"].place == Place(5, 0)

import pytest
from textual.app import App

from herreader.tui.threads import report_back


class Ending(App[None]):
    """It ends after it was asked for the given number of times whether it runs."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    @property
    def is_running(self) -> bool:
        self._left -= 1
        return self._left >= 0


def test_what_a_thread_found_is_let_go_if_the_app_ends_while_it_is_told() -> None:
    told: list[str] = []
    report_back(Ending(after=1), told.append, "found")
    assert told == []


def test_what_fails_while_the_app_runs_is_not_hidden() -> None:
    with pytest.raises(RuntimeError):
        report_back(Ending(after=2), print, "found")

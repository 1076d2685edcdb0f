import threading

import pytest
from piloting import is_so, played
from textual.app import App

from herreader.tui.threads import work_aside

PATIENCE = 60
"""Seconds after which a thread does not end any more."""


class Waited:
    """Work on a thread that ends when it is told to, and can be waited for."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.thread = threading.main_thread()

    def __call__(self) -> str:
        self.thread = threading.current_thread()
        self.begun.set()
        self.go_on.wait()
        return "found"

    def end(self) -> None:
        self.go_on.set()
        self.begun.wait()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive(), "it waits for the screen, which waits for it"


@played
async def test_what_a_thread_found_arrives_where_the_screen_is_drawn() -> None:
    work, told = Waited(), list[tuple[str, threading.Thread]]()
    app = App[None]()
    async with app.run_test() as pilot:
        work_aside(app, work, lambda found: told.append((found, threading.current_thread())))
        work.end()
        assert await is_so(lambda: told, pilot)
    assert work.thread is not threading.main_thread()
    assert told == [("found", threading.main_thread())]


@played
async def test_what_a_thread_finds_after_the_app_has_ended_is_let_go() -> None:
    work, told = Waited(), list[str]()
    app = App[None]()
    async with app.run_test():
        work_aside(app, work, told.append)
    work.end()
    assert told == []


@played
async def test_what_fails_as_it_arrives_ends_the_app_as_any_failure_does() -> None:
    work = Waited()

    def fail(found: str) -> None:
        raise ValueError(found)

    async def run() -> None:
        app = App[None]()
        async with app.run_test() as pilot:
            work_aside(app, work, fail)
            work.end()
            assert await is_so(lambda: not app.is_running, pilot)

    with pytest.raises(ValueError, match="found"):
        await run()

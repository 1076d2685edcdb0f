"""A reader who presses keys and looks at the screen, without a terminal."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, ParamSpec

from desk import Desk
from keyboard import sent_for
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from herreader.model.marks import Bookmark
from herreader.reading import Reading
from herreader.tui.app import HerreaderApp
from herreader.tui.screens.reading import ReadingScreen
from herreader.tui.widgets.page import Page

WIDE = (120, 40)
NARROW = (80, 24)

HOPS = 6
"""How often a message is handed on, at most, until all that follows from a key has been done."""

Parameters = ParamSpec("Parameters")


def played(
    test: Callable[Parameters, Coroutine[Any, Any, None]],
) -> Callable[Parameters, None]:
    """Let pytest call a test that waits for the screen."""

    @wraps(test)
    def play(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return play


class Seat:
    """The app as it is seen and used from one seat.

    Attributes:
        app: The app.
        pilot: Textual's hands.
    """

    def __init__(self, app: HerreaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def room(self) -> ReadingScreen:
        """The reading room."""
        return self.app.reading_screen

    @property
    def page(self) -> Page:
        """The reader."""
        return self.room.page

    @property
    def marks(self) -> tuple[Bookmark, ...]:
        """The bookmarks in the open review, as the page has them."""
        return self.page.marks

    @property
    def block(self) -> int:
        """The block of the cursor."""
        return self.page.cursor.block

    @property
    def top_words(self) -> str:
        """The first words on the page."""
        place = self.room.visit().top
        return place.quote[:30]

    @property
    def sentence(self) -> str:
        """The sentence under the cursor."""
        start, end = self.page.selected()
        return self.plain(start.block)[start.offset : end.offset].strip()

    def plain(self, number: int) -> str:
        """Give the words of a block of the open review."""
        block = self.room.text.block(number) if self.room.text else None
        assert block is not None
        return block.plain

    def has_focus(self, widget: Widget) -> bool:
        """Whether the keys go to a widget."""
        return self.room.focused is widget

    async def press(self, keys: str) -> None:
        """Press keys as they are written in the table of commands, separated by blanks."""
        await self._send(keys.split())

    async def type(self, words: str) -> None:
        """Type words into the prompt."""
        await self._send(words)

    async def _send(self, keys: Iterable[str]) -> None:
        """Hand keys to the app as its driver does; quicker than Pilot, which waits for idleness."""
        for key in keys:
            for event in _events(sent_for(key)):
                self.app.post_message(event)
            for _ in range(HOPS):
                await self.pilot._wait_for_screen()
        await self.pilot.pause()

    async def settle(self) -> None:
        """Wait until nothing more is on its way."""
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds, which is done aside; AssertionError if it never does."""
        for _ in range(500):
            if holds():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"waited in vain; the screen shows\n{self.shown}")

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, rows)
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The screen, row by row."""
        return screen_text(self.app)

    @property
    def shown(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows)

    def words_in(self, widget: Widget) -> str:
        """Give what a widget shows, its lines joined as if they had never been wrapped."""
        x, y, width, height = widget.region
        lines = [row[x : x + width] for row in self.rows[y : y + height]]
        return " ".join(" ".join(lines).split())

    @property
    def hint(self) -> str:
        """The last row of the screen: the keys, or what has just happened; without the help."""
        return re.sub(r"\s\S+ help$", "", self.rows[-1].strip()).strip()

    @property
    def status(self) -> str:
        """The first row of the screen."""
        return self.rows[0].strip()

    @property
    def notices(self) -> list[str]:
        """What the app has put into a box on the screen, title and message."""
        return [f"{notice.title}: {notice.message}" for notice in self.app._notifications]


def screen_text(app: App[Any]) -> list[str]:
    """Give what the screen shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def _events(sent: str) -> Iterable[Message]:
    if sent == "\x1b":  # the parser would wait for more
        return [events.Key("escape", sent)]
    return list(XTermParser().feed(sent))


@asynccontextmanager
async def running(
    desk: Desk,
    *,
    size: tuple[int, int] = WIDE,
    start: str | None = None,
    reading: Reading | None = None,
) -> AsyncIterator[Seat]:
    """Open the app at a desk; at the end it is left as by Quit, and the store closed."""
    reading = reading or desk.reading()
    app = HerreaderApp(reading, desk.settings(), start)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Seat(app, pilot)
    finally:
        reading.close()

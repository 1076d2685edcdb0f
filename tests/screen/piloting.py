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
from herreader.tui.screens.keeper import write_visit
from herreader.tui.screens.reading import ReadingScreen
from herreader.tui.widgets.page import Page

WIDE = (120, 40)
NARROW = (80, 24)

PATIENCE_SECONDS = 30
"""How long what should come is waited for, and longer on a slow machine."""
TURN_SECONDS = 0.02
STILL_ROUNDS = 2
"""After how many rounds without news all is done: what is handled in one may give some."""
MOST_ROUNDS = 10_000
"""After how many rounds it is clear that it will never be done."""

MouseDoes = type[events.MouseEvent]
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
        for key in keys.split():
            self._send(key)
            await self.settle()

    async def type(self, keys: Iterable[str]) -> None:
        """Type words into the prompt, or any keys, faster than it is drawn."""
        for key in keys:
            self._send(key)
        await self.settle()

    def _send(self, key: str) -> None:
        """Hand a key to the app as its driver does."""
        for event in _events(sent_for(key)):
            self.app.post_message(event)

    async def settle(self) -> None:
        """Wait until nothing more is on its way: all is handled and drawn, or the app has ended.

        Pilot waits for a moment in which the process does little, as it also does where it is
        given no time. What a timer or a thread will do is not waited for.
        """
        still = 0
        news: list[object] = []
        for _ in range(MOST_ROUNDS):
            if still == STILL_ROUNDS or not await self.pilot._wait_for_screen():
                return
            if self.app._exit and self.app._task is not None:
                await asyncio.wait([self.app._task], timeout=PATIENCE_SECONDS)
                return
            news = self._news()
            still = 0 if news else still + 1
            self.app.screen._on_timer_update()
        raise AssertionError(f"always something new: {news}; the screen shows\n{self.shown}")

    def _news(self) -> list[object]:
        """Give what is yet to be handled or drawn."""
        screen = self.app.screen
        pumps = [self.app, *screen.walk_children(with_self=True)]
        busy = [pump for pump in pumps if pump._next_callbacks or not pump._message_queue.empty()]
        drawing = {
            "layout": screen._layout_required,
            "scrolling": screen._scroll_required,
            "repainting": screen._repaint_required,
        }
        resize = [self.app._resize_event, self.app._resize_timer] if self.app._resize_event else []
        return [
            *busy,
            *resize,
            *(name for name, required in drawing.items() if required),
            *screen._dirty_widgets,
            *screen._callbacks,
        ]

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds, which is done aside; AssertionError if it never does."""
        if not await is_so(holds, self.pilot):
            raise AssertionError(f"waited in vain; the screen shows\n{self.shown}")
        await self.settle()

    async def kept(self, desk: Desk) -> None:
        """Wait until where the reader is has been kept, and what was read on the way there."""
        await self.until(lambda: write_visit(self.room.visit()).items() <= desk.session().items())

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    async def mouse(
        self,
        *done: MouseDoes,
        at: tuple[int, int],
        over: Widget | None = None,
    ) -> None:
        """Move, press, let go or turn the mouse at a column and row, of the screen or a widget."""
        button = 0 if events.MouseMove in done else 1
        await self.pilot._post_mouse_events(list(done), over, at, button)
        await self.settle()

    async def click(self, at: tuple[int, int], over: Widget | None = None) -> None:
        """Click at a column and row, of the screen or a widget."""
        await self.mouse(events.MouseDown, events.MouseUp, events.Click, at=at, over=over)

    def look_at_no_other_window(self) -> None:
        """Let the room learn no more from its timer what another window has done to the store.

        So a key can be pressed in the moment between that and the room's next look at the store,
        however slow the machine.
        """
        for timer in self.room._timers:
            if timer._repeat is None:
                timer.pause()

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


async def is_so(holds: Callable[[], object], pilot: Pilot[Any]) -> bool:
    """Wait until something holds; False if it never does."""
    for _ in range(round(PATIENCE_SECONDS / TURN_SECONDS)):
        if holds():
            return True
        await pilot.pause(TURN_SECONDS)
    return False


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
            seat = Seat(app, pilot)
            await seat.settle()
            yield seat
    finally:
        reading.close()

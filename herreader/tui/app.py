"""The app: themes, signals, and the one screen that it opens with."""

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

from rich.console import Console
from textual import events
from textual.app import App
from textual.color import Color
from textual.screen import Screen
from textual.theme import Theme

from herreader.paths import settings_file
from herreader.reading import Reading
from herreader.settings import Settings, load_settings
from herreader.text.safe import pasted_line
from herreader.tui.driver import PatientDriver
from herreader.tui.screens.reading import ReadingScreen
from herreader.tui.theme import (
    DARK,
    DARK_NAME,
    LIGHT,
    LIGHT_NAME,
    Ink,
    Palette,
    blend,
    make_ink,
    make_plain_ink,
    pane_shade,
)

PATIENCE_SECONDS = 2.0
"""How long a signal waits for an orderly end before the process ends anyway."""


class HerreaderApp(App[int], inherit_bindings=False):
    """Wires the reading screen to a terminal."""

    CSS_PATH = "herreader.tcss"
    TITLE = "herreader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []  # every key comes from herreader.keys  # noqa: RUF012 - Textual's own type

    def __init__(self, reading: Reading, settings: Settings, start: str | None = None) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        if not no_colour:
            # By the convention an empty value means nothing; Textual would take it for set.
            os.environ.pop("NO_COLOR", None)
        sixteen = Console().color_system == "standard"
        # Textual would make its own shades of the terminal's colours, and lose which is which.
        super().__init__(
            driver_class=PatientDriver, ansi_color=True if no_colour or sixteen else None
        )
        self.animation_level = "none"
        self.reading_screen = ReadingScreen(reading, settings, start)
        self.ended_by = 0
        """The signal that ends the app, if one does."""
        for theme in (make_theme(DARK_NAME, DARK), make_theme(LIGHT_NAME, LIGHT)):
            self.register_theme(theme)
        # Before the stylesheet is read: another theme later on is another reading of it.
        kept = self.reading_screen.session_value("theme")
        self.theme = kept if kept in self.available_themes else DARK_NAME

    def get_default_screen(self) -> Screen[Any]:
        """Open with the reading room."""
        return self.reading_screen

    async def on_event(self, event: events.Event) -> None:
        """Make a line of what is pasted before any takes it; the keyboard sends nothing unclean."""
        if isinstance(event, events.Paste):
            event.text = pasted_line(event.text)
        await super().on_event(event)

    def on_mount(self) -> None:
        """Take the ink of the theme, and watch for another one."""
        self._take_ink()
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        keep = self.reading_screen.keep_place
        self.app_suspend_signal.subscribe(self, lambda _: keep(), immediate=True)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(self._settle)

    def make_ink(self) -> Ink:
        """Give the ink for the current theme on this terminal."""
        few = self.console.color_system in (None, "standard")
        if self.no_color or few or self.current_theme.ansi:
            return make_plain_ink()
        colours = self.theme_variables

        def colour(name: str) -> str:
            return Color.parse(colours[name]).hex6

        ground, text = colour("background"), colour("foreground")
        # Other themes' second colour is as loud as their first; what is read second is quiet here.
        own = self.theme in (DARK_NAME, LIGHT_NAME)
        return make_ink(
            Palette(
                ground=ground,
                text=text,
                red=colour("primary"),
                coral=colour("accent"),
                muted=colour("secondary") if own else blend(text, ground, 0.4),
                dark=self.current_theme.dark,
            ),
            few=self.console.color_system == "256",
        )

    def _theme_changed(self, theme: Theme) -> None:
        self._take_ink()
        self.reading_screen.keep_theme(theme.name)

    def _take_ink(self) -> None:
        self.reading_screen.ink = self.make_ink()

    def _settle(self) -> None:
        """Load what the first key needs, and keep all of it out of later garbage collections."""
        import herreader.tui.screens.commands  # noqa: F401 - only now that the page is there

        gc.collect()
        gc.freeze()
        gc.enable()  # disabled in herreader.__main__


def make_theme(name: str, palette: Palette) -> Theme:
    """Make a Textual theme of a palette; what Textual draws by itself keeps to its shades."""
    surface, raised = pane_shade(palette), blend(palette.ground, palette.text, 0.08)
    thumb = blend(surface, palette.muted, 0.5)
    bars = {
        f"scrollbar{part}{state}": colour
        for part, colour in (("", thumb), ("-background", surface))
        for state in ("", "-hover", "-active")
    }
    return Theme(
        name=name,
        primary=palette.red,
        secondary=palette.muted,
        accent=palette.coral,
        warning=palette.coral,
        error=palette.red,
        success=palette.coral,
        foreground=palette.text,
        background=palette.ground,
        surface=surface,
        panel=raised,
        dark=palette.dark,
        variables={"panel-darken-1": surface, "panel-lighten-1": raised, **bars},
    )


def run(reading: Reading, start: str | None = None) -> int:
    """Open the screen on a room and stay until the reader leaves.

    Args:
        reading: The room.
        start: A review, scene or address to begin at.

    Returns:
        The process's exit code.
    """
    app = HerreaderApp(reading, load_settings(settings_file()), start)
    with_signals(app)
    code = app.run()
    reading.close()
    if app.ended_by:
        # Without a terminal Python can't flush its output, and would end with a code of its own.
        os._exit(128 + app.ended_by)
    return code if code is not None else app.return_code or 0


def with_signals(app: HerreaderApp) -> None:
    """End in order on SIGTERM, SIGHUP and SIGINT: place kept, terminal restored."""
    loop_of: list[asyncio.AbstractEventLoop] = []

    def started() -> None:
        loop_of.append(asyncio.get_running_loop())

    def end(number: int, _frame: FrameType | None) -> None:
        app.ended_by = number
        app.reading_screen.keeper.flush()
        if loop_of:
            leave: Callable[[], object] = partial(app.exit, return_code=128 + number)
            loop_of[0].call_soon_threadsafe(leave)
        # The terminal may be gone or stalled, and then the loop never gets there.
        timer = threading.Timer(PATIENCE_SECONDS, os._exit, [128 + number])
        timer.daemon = True
        timer.start()

    app.call_later(started)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, end)

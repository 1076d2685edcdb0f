"""Panes, column and colours: how the room looks, remembered for the next launch."""

from textual.widget import Widget

from herreader.tui.screens.commands.handler import Handler
from herreader.tui.theme import DARK_NAME, LIGHT_NAME

COLUMN_STEP = 4
LEAST_COLUMN, GREATEST_COLUMN = 32, 120


class ViewCommands(Handler):
    """Changes what is seen, not what is read."""

    _left = ""
    """The theme from which dark was changed for light, or light for dark."""

    def reviews(self, _count: int | None) -> None:
        """Go to the reviews; from there, put them away."""
        self._pane("reviews", self.screen.reviews_pane)

    def scenes(self, _count: int | None) -> None:
        """Go to the scenes; from there, put them away."""
        self._pane("scenes", self.screen.scenes_pane)

    def next_pane(self, _count: int | None) -> None:
        """Go to the next pane."""
        self._cycle(1)

    def previous_pane(self, _count: int | None) -> None:
        """Go to the pane before."""
        self._cycle(-1)

    def focus(self, _count: int | None) -> None:
        """Hide both side panes, or bring them back."""
        screen = self.screen
        screen.panes = screen.panes._replace(focus=not screen.panes.focus)
        screen.panel = ""
        screen.set_focus(screen.page)
        self.keep(panes=screen.panes.to_text())

    def narrower(self, count: int | None) -> None:
        """Make the column narrower."""
        self._column(-(count or 1))

    def wider(self, count: int | None) -> None:
        """Make the column wider."""
        self._column(count or 1)

    def dark(self, _count: int | None) -> None:
        """Change between dark and light: to the theme left there last, else to the film's."""
        app, dark = self.screen.app, self.screen.app.current_theme.dark
        last = app.get_theme(self._left or self.screen.session_value("left_theme"))
        self._left = app.theme
        self.keep(left_theme=self._left)
        app.theme = last.name if last and last.dark != dark else LIGHT_NAME if dark else DARK_NAME

    def theme(self, _count: int | None) -> None:
        """Choose a theme."""
        from textual.theme import ThemeProvider

        from herreader.tui.screens.palette import PatientPalette

        palette = PatientPalette(
            providers=[ThemeProvider], placeholder="Which theme? Escape leaves"
        )
        self.screen.app.push_screen(palette)

    def _column(self, steps: int) -> None:
        screen = self.screen
        wanted = screen.column_width + steps * COLUMN_STEP
        screen.column_width = max(LEAST_COLUMN, min(wanted, GREATEST_COLUMN))
        screen.arrange_panes()
        screen.say(f"Column of {screen.column_width} cells")
        self.keep(column=str(screen.column_width))

    def _pane(self, name: str, pane: Widget) -> None:
        """Open a pane and go to it; if it has the focus, put it away."""
        screen = self.screen
        side = pane.parent if name == "scenes" else pane
        shown = isinstance(side, Widget) and side.display
        if shown and screen.focused in (pane, screen.preview_pane if name == "scenes" else pane):
            screen.set_focus(screen.page)
            if screen.panel == name:
                screen.panel = ""
            else:
                self._want(name, wanted=False)
            return
        if not shown:
            self._want(name, wanted=True)
            screen.panel = name
        screen.set_focus(pane)

    def _want(self, name: str, *, wanted: bool) -> None:
        screen = self.screen
        panes = screen.panes
        reviews = wanted if name == "reviews" else panes.reviews and not panes.focus
        scenes = wanted if name == "scenes" else panes.scenes and not panes.focus
        screen.panes = type(panes)(reviews=reviews, scenes=scenes, focus=False)
        self.keep(panes=screen.panes.to_text())

    def _cycle(self, by: int) -> None:
        screen = self.screen
        panes: list[Widget] = [screen.page]
        if screen.scenes_beside():
            panes.append(screen.scenes_pane)
            if screen.preview_pane.scene is not None:
                panes.append(screen.preview_pane)
        if screen.reviews_pane.display:
            panes.append(screen.reviews_pane)
        if len(panes) == 1:
            keys = [screen.keymap.keys_of(name)[:1] for name in ("view.scenes", "view.reviews")]
            scenes, reviews = ("".join(key) or "the palette" for key in keys)
            screen.say(
                f"No pane is beside the page: {scenes} opens the scenes, {reviews} the reviews"
            )
        at = panes.index(screen.focused) if screen.focused in panes else 0
        screen.set_focus(panes[(at + by) % len(panes)])

"""The room as a whole: help, the palette, cancelling, leaving."""

from typing import TYPE_CHECKING

from herreader.tui.screens.commands.bookmark import BookmarkCommands
from herreader.tui.screens.commands.find import FindCommands
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.commands.own import OwnCommands

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


class AppCommands(Handler):
    """Does what concerns no pane in particular."""

    def __init__(
        self,
        screen: "ReadingScreen",
        bookmarks: BookmarkCommands,
        finding: FindCommands,
        own: OwnCommands,
    ) -> None:
        super().__init__(screen)
        self._bookmarks = bookmarks
        self._finding = finding
        self._own = own

    def help(self, _count: int | None) -> None:
        """Show all keys."""
        from herreader.tui.screens.help import HelpScreen

        self.screen.app.push_screen(HelpScreen(self.screen.keymap, self.screen.ink))

    def palette(self, _count: int | None) -> None:
        """Look for a command by name."""
        from herreader.tui.screens.palette import Commands, PatientPalette

        palette = PatientPalette(
            providers=[Commands], placeholder="What do you want to do? Escape leaves"
        )
        self.screen.app.push_screen(palette)

    def cancel(self, _count: int | None) -> None:
        """Leave the innermost thing that was begun."""
        screen = self.screen
        if list(screen.app._notifications):  # noqa: SLF001 - Textual has no public way to ask
            screen.app.clear_notifications()
        elif screen.page.selecting:
            screen.page.clear_selection()
        elif self._own.cancel_import():
            screen.say("Import stopped; what was taken in stays")
        elif self._finding.cancel():
            screen.say("Search stopped")
        elif screen.rows is not None or screen.panel:
            screen.reviews_pane.filter = screen.scenes_pane.filter = ""
            screen.panel = ""
            screen.set_focus(screen.page)
        elif screen.pattern is not None:
            screen.pattern = None
        elif screen.chosen is not None:
            screen.chosen = None
            screen.say("No scene is followed any more")

    def interrupt(self, _count: int | None) -> None:
        """Copy what is selected; with nothing selected, tell how to leave."""
        screen = self.screen
        if screen.page.selecting:
            self._bookmarks.copy(None)
        else:
            keys = screen.keymap.keys_of("app.quit")
            screen.say(f"Press {keys[0]} to quit." if keys else "Find Quit in the palette.")

    def suspend(self, _count: int | None) -> None:
        """Leave the terminal to the shell, until it brings the room back."""
        self.screen.app.action_suspend_process()

    def quit(self, _count: int | None) -> None:
        """Leave the room."""
        self.screen.keep_place()
        self.screen.app.exit(0)

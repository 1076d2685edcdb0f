"""What each command does, by handlers for each group; the table of commands is `herreader.keys`."""

from collections.abc import Callable
from keyword import iskeyword
from typing import TYPE_CHECKING, cast

from herreader.keys import Pressed
from herreader.tui.screens.commands.app import AppCommands
from herreader.tui.screens.commands.bookmark import BookmarkCommands
from herreader.tui.screens.commands.facts import FactCommands
from herreader.tui.screens.commands.find import FindCommands
from herreader.tui.screens.commands.go import GoCommands
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.commands.linking import LinkingCommands
from herreader.tui.screens.commands.own import OwnCommands
from herreader.tui.screens.commands.read import ReadCommands
from herreader.tui.screens.commands.scene import SceneCommands
from herreader.tui.screens.commands.view import ViewCommands

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


ON_THE_PAGE = frozenset(
    {
        "bookmark.toggle",
        "bookmark.delete",
        "bookmark.note",
        "bookmark.select",
        "bookmark.copy",
        "scene.follow",
        "scene.link",
        "read.sentence_next",
        "read.sentence_previous",
        "read.paragraph_next",
        "read.paragraph_previous",
        "read.heading_next",
        "read.heading_previous",
    }
)
"""What is done with the words at the page's cursor, or moves it."""
GO_BACK = "That is done with words on the page; go back there first."


class Handlers:
    """The handlers of the reading screen; a command `group.name` is the method `name` of one."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        scene, bookmark, own = SceneCommands(screen), BookmarkCommands(screen), OwnCommands(screen)
        self.read = ReadCommands(screen, scene)
        self.find = FindCommands(screen)
        self.view = ViewCommands(screen)
        app = AppCommands(screen, bookmark, self.find, own)
        self._groups: dict[str, tuple[Handler, ...]] = {
            "read": (self.read,),
            "scene": (scene, LinkingCommands(screen)),
            "bookmark": (bookmark,),
            "find": (self.find,),
            "go": (GoCommands(screen),),
            "view": (self.view,),
            "app": (app, own, FactCommands(screen)),
        }

    def carry_out(self, pressed: Pressed) -> None:
        """Carry out a command, unless the words that it is for are out of sight."""
        if pressed.command in ON_THE_PAGE and self._screen.is_away_from_page():
            self._screen.say(GO_BACK)
        else:
            self.method_of(pressed.command)(pressed.count)

    def method_of(self, command: str) -> Callable[[int | None], None]:
        """Give what does a command; it takes the number that was typed before it, or None."""
        group, _, name = command.partition(".")
        method = f"{name}_" if iskeyword(name) else name
        handler = next(each for each in self._groups[group] if hasattr(each, method))
        return cast(Callable[[int | None], None], getattr(handler, method))

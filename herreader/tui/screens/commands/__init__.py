"""What each command does, one handler a group; the table of commands is in `herreader.keys`."""

from typing import TYPE_CHECKING, Any

from herreader.tui.screens.commands.app import AppCommands
from herreader.tui.screens.commands.bookmark import BookmarkCommands
from herreader.tui.screens.commands.find import FindCommands
from herreader.tui.screens.commands.go import GoCommands
from herreader.tui.screens.commands.read import ReadCommands
from herreader.tui.screens.commands.scene import SceneCommands
from herreader.tui.screens.commands.view import ViewCommands

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


def make_handlers(screen: "ReadingScreen") -> dict[str, Any]:
    """Give the handler of each group; a command `group.name` is the method `name` of its group.

    Each method takes the number that was typed before the command, or None.
    """
    scenes = SceneCommands(screen)
    return {
        "read": ReadCommands(screen, scenes),
        "scene": scenes,
        "bookmark": BookmarkCommands(screen),
        "find": FindCommands(screen),
        "go": GoCommands(screen),
        "view": ViewCommands(screen),
        "app": AppCommands(screen),
    }

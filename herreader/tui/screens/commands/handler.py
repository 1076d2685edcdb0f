"""What all handlers have in common."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


class Handler:
    """Carries out the commands of one group on the reading screen."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self.screen = screen

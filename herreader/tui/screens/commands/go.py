"""Going back and forward, and to an address."""

from collections.abc import Callable

from herreader.reading.history import History, Visit
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.widgets.prompt import Asker


class GoCommands(Handler):
    """Goes where one has been, or to where a reference points."""

    def back(self, count: int | None) -> None:
        """Go back, as in a browser."""
        self._travel(History.back, count or 1, "This is where you started.")

    def forward(self, count: int | None) -> None:
        """Go forward again."""
        self._travel(History.forward, count or 1, "There is nothing ahead.")

    def to(self, _count: int | None) -> None:
        """Ask where to go."""
        screen = self.screen
        example = screen.reading.address(screen.review, screen.page.cursor.block)
        wanted = f"a review, a scene, or an address like {example}"
        screen.prompt.ask(Asker(self._go), "Go to:", "", wanted)

    def address(self, _count: int | None) -> None:
        """Show the address of the cursor's place."""
        screen = self.screen
        address = screen.reading.address(screen.review, screen.page.cursor.block)
        screen.say(f"This is {address}")

    def _go(self, reference: str) -> None:
        """Go to what was entered."""
        if reference.strip():
            self.screen.open_reference(reference)

    def _travel(
        self,
        move: Callable[[History, Visit], tuple[History, Visit | None]],
        count: int,
        nothing: str,
    ) -> None:
        screen = self.screen
        screen.history = screen.history.within(screen.reading.has)
        for _ in range(count):
            history, target = move(screen.history, screen.visit())
            if target is None:
                screen.say(nothing)
                return
            if not screen.open(target.review, target.place, target.top):
                return
            screen.history = history
        screen.set_focus(screen.page)

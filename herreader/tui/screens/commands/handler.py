"""What all handlers have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from herreader.errors import HerreaderError, OvertakenError, StoreError
from herreader.model.text import Passage
from herreader.text.quotation import passage_between

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


class Handler:
    """Carries out the commands of one group on the reading screen."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self.screen = screen

    def attempt(self, act: Callable[[], object]) -> bool:
        """Change something, and show what has changed; False if it failed, and the reader knows."""
        screen = self.screen
        try:
            act()
        except HerreaderError as error:
            screen.complain(error)
            if isinstance(error, OvertakenError):  # what is shown is not as it is now
                screen.attempt(screen.reading.reload)
                screen.take_over()
            return False
        screen.take_over()
        return True

    def say_done(self, words: str) -> None:
        """Tell what has been done, and how to undo it."""
        undo = self.screen.keymap.keys_of("bookmark.undo")
        kept = "" if self.screen.reading.kept else " · but nothing is kept in this session"
        self.screen.say(f"{words} · {undo[0]} undoes it{kept}" if undo else words + kept)

    def keep(self, **values: str) -> None:
        """Remember for the next launch how the room looks."""
        try:
            self.screen.reading.keep_session(values)
        except StoreError as error:
            if self.screen.reading.kept:  # else it was told at the start
                self.screen.complain(error)

    def passage(self) -> Passage | None:
        """Give the selection or the cursor's sentence; None if there are no words in it."""
        if self.screen.text is None:
            return None
        passage = passage_between(self.screen.text, *self.screen.page.selected())
        return passage if passage.quote.strip() else None

    # The prompt: what was asked by a command of the group is answered here; see Prompt.purpose

    def typed(self, purpose: str, value: str) -> None:
        """See what is being typed into the prompt that was opened for this group."""

    def entered(self, purpose: str, value: str) -> None:
        """Take what was entered there."""

    def left(self, _purpose: str) -> None:
        """Go back to the page: the prompt was left."""
        self.screen.set_focus(self.screen.page)

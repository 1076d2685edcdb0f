"""What all handlers have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from herreader.errors import StoreError
from herreader.model.room import Review
from herreader.model.text import Passage
from herreader.text.quotation import passage_between

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen

NOT_OWN = "Only for reviews of your own; {} came with the room."


class Handler:
    """Carries out the commands of one group on the reading screen."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self.screen = screen

    def attempt(self, act: Callable[[], object]) -> bool:
        """Change something, and show what has changed; False if it failed, and the reader knows."""
        done = self.screen.attempt(act)
        if done:
            self.screen.take_over()
        return done

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

    def own_review(self) -> Review | None:
        """Give the imported review that is meant; tell if it is none."""
        screen = self.screen
        pane = screen.reviews_pane
        listed = pane.current() if screen.focused is pane else None
        meant = listed.id if listed else screen.review
        if not meant:
            return None
        if not screen.reading.is_imported(meant):
            screen.say(NOT_OWN.format(screen.reading.title_of(meant)))
            return None
        return screen.reading.review(meant)

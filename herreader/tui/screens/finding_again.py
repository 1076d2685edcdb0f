"""Looking again for the scenes in imported reviews, once the scenes or the finder have changed."""

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from herreader.reading.stale import stale_reviews, word_on

if TYPE_CHECKING:
    from herreader.reading.library import Library
    from herreader.tui.screens.reading import ReadingScreen

FIRST_SECONDS = 0.5
"""How long the reader has the first screen to themselves."""
PAUSE_SECONDS = 0.05
"""What the screen has for itself between two steps."""
STEP_SECONDS = 0.03
"""How long a step takes; one text may take longer."""


class FindingAgain:
    """Looks in small steps, so that the screen stays alive; what is found shows at the end."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._rest: deque[str] = deque()

    def begin(self) -> None:
        """Look, if there is any review that was looked through for other scenes."""
        library = self._screen.reading.library
        if library is None:
            return

        def ask() -> None:
            self._rest.extend(stale_reviews(self._screen.reading))

        if self._screen.attempt(ask) and self._rest:
            if word := word_on(self._rest):
                self._screen.say(word)
            self._go_on(library)

    def _go_on(self, library: "Library") -> None:
        if not self._screen.attempt(lambda: self._step(library)):
            return  # the next launch goes on from here
        if self._rest:
            self._screen.set_timer(PAUSE_SECONDS, lambda: self._go_on(library))
        else:
            self._screen.attempt(self._screen.reading.reload)
            self._screen.take_over()

    def _step(self, library: "Library") -> None:
        end = monotonic() + STEP_SECONDS
        while self._rest and monotonic() < end:
            library.find_again([self._rest.popleft()])

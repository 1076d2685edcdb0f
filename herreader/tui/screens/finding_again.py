"""Looking again for the scenes in imported reviews, once the scenes or the finder have changed."""

from collections import deque
from threading import Thread
from typing import TYPE_CHECKING

from herreader.reading.stale import found_less_well, stale_reviews, word_on

if TYPE_CHECKING:
    from herreader.reading.library import Found, Library, TextAsRead
    from herreader.tui.screens.reading import ReadingScreen

FIRST_SECONDS = 0.5
"""How long the reader has the first screen to themselves."""
PAUSE_SECONDS = 0.05
"""What the screen has for itself between two steps."""
TOGETHER = 4
"""Reviews that are read, looked through and kept together."""


class FindingAgain:
    """Looks aside, a few reviews at a time; what is found shows at the end."""

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
        texts: list[TextAsRead] = []

        def read() -> None:
            some = [self._rest.popleft() for _ in range(min(TOGETHER, len(self._rest)))]
            texts.extend(library.texts_as_read(some))

        if not self._rest:
            self._screen.attempt(self._screen.reading.reload)
            self._screen.take_over()
            self._screen.warn(found_less_well(library))
        elif self._screen.attempt(read):  # or else the next launch goes on from here
            Thread(target=self._look_aside, args=(library, texts), daemon=True).start()

    def _look_aside(self, library: "Library", texts: "list[TextAsRead]") -> None:
        """Look on a thread, so that the screen stays alive, and report back."""
        found = library.look_through(texts)
        app = self._screen.app
        if app.is_running:
            app.call_from_thread(self._arrive, library, found)

    def _arrive(self, library: "Library", found: "list[tuple[TextAsRead, Found]]") -> None:
        if self._screen.attempt(lambda: library.keep_found(found)):
            self._screen.set_timer(PAUSE_SECONDS, lambda: self._go_on(library))

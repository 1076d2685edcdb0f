"""Looking again for the scenes in imported reviews, once the scenes or the finder have changed."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from herreader.errors import HeldError, HerreaderError, StoreError
from herreader.reading.stale import found_less_well, stale_reviews, word_on
from herreader.tui.threads import work_aside

if TYPE_CHECKING:
    from herreader.reading.library import Library, LinksIn, TextAsRead
    from herreader.tui.screens.reading import ReadingScreen

FIRST_SECONDS = 0.5
"""How long the reader has the first screen to themselves."""
PAUSE_SECONDS = 0.05
"""What the screen has for itself between two steps."""
HELD_SECONDS = 1.0
"""How long another program has for itself that holds the store, until it is tried again."""
TOGETHER = 4
"""Reviews that are read, looked through and kept together."""


class FindingAgain:
    """Looks aside, a few reviews at a time; what is found shows at the end.

    Where looking fails, what was found before stays; the reader is told once.
    """

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._rest: deque[str] = deque()
        self._told = False

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
            look, arrive = partial(_look_through, library, texts), partial(self._arrive, library)
            work_aside(self._screen.app, look, arrive)

    def _arrive(self, library: "Library", looked: "_Looked") -> None:
        if looked.failed and not self._told:
            self._told = True
            self._screen.complain(_failure(*looked.failed[0]))
        self._keep(library, looked.found)

    def _keep(self, library: "Library", found: "list[LinksIn]") -> None:
        """Keep what was found, once no other program holds the store, and look on."""
        try:
            library.keep_found(found)
        except HeldError:
            self._screen.set_timer(HELD_SECONDS, lambda: self._keep(library, found))
        except StoreError as error:
            self._screen.complain(error)
        else:
            self._screen.set_timer(PAUSE_SECONDS, lambda: self._go_on(library))


class _Looked(NamedTuple):
    """What was found in some reviews, and where looking failed."""

    found: "list[LinksIn]"
    failed: "list[tuple[TextAsRead, Exception]]"


def _look_through(library: "Library", texts: "list[TextAsRead]") -> _Looked:
    looked = _Looked([], [])
    for text in texts:
        try:
            looked.found.extend(library.links_in([text]))
        except Exception as error:  # noqa: BLE001 - whatever it is, the screen is to tell it
            looked.failed.append((text, error))
    return looked


def _failure(text: "TextAsRead", error: Exception) -> HerreaderError:
    """Say at which review looking has failed, and why."""
    reason = error.message if isinstance(error, HerreaderError) else f"{error!r}."
    message = f"{text.title}: {reason} What was found before stays; the next launch tries again."
    return HerreaderError("Scenes could not be looked for again", message)

"""Keeps where the reader is: at most half a second after the first move not yet stored."""

from collections.abc import Callable

from textual.timer import Timer

from herreader.errors import StoreError
from herreader.model.marks import Progress
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.history import Visit

DELAY_SECONDS = 0.5


class PlaceKeeper:
    """Collects moves, and stores the last of them.

    Args:
        reading: Where they are stored.
        later: Calls a function after so many seconds.
        stored: Is called when progress has been stored.
        complain: Tells the reader that something could not be stored.
    """

    def __init__(
        self,
        reading: Reading,
        later: Callable[[float, Callable[[], None]], Timer],
        stored: Callable[[], None],
        complain: Callable[[StoreError], None],
    ) -> None:
        self._reading = reading
        self._later = later
        self._stored = stored
        self._complain = complain
        self._timer: Timer | None = None
        self._visit: Visit | None = None
        self._progress: dict[str, Progress] = {}
        self._failed = False

    def at(self, visit: Visit) -> None:
        """Note where the reader is, for the next launch."""
        self._visit = visit
        self._start()

    def read(self, progress: Progress) -> None:
        """Note how far a review has been read."""
        self._progress[progress.review] = progress
        self._start()

    def flush(self) -> None:
        """Store what has been noted.

        What could not be stored is kept and tried again with the next move; the reader is told
        once, be it here or at the start.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        try:
            for review, progress in tuple(self._progress.items()):
                self._reading.keep_progress(progress)
                self._progress.pop(review, None)  # a signal may have come, and stored it as well
            if self._visit is not None:
                self._reading.keep_session(write_visit(self._visit))
                self._visit = None
        except StoreError as error:
            if not self._failed and self._reading.kept:
                self._complain(error)
            self._failed = True
        else:
            self._failed = False

    def _start(self) -> None:
        if self._timer is None:
            self._timer = self._later(DELAY_SECONDS, self._due)

    def _due(self) -> None:
        self._timer = None
        self.flush()
        self._stored()


def write_visit(visit: Visit) -> dict[str, str]:
    """Write a visit for the session."""
    return {
        "review": visit.review,
        "place": _write_place(visit.place),
        "top": _write_place(visit.top),
    }


def read_visit(session: dict[str, str]) -> Visit | None:
    """Read the visit that the last session ended with, if there is one."""
    place, top = _read_place(session.get("place", "")), _read_place(session.get("top", ""))
    review = session.get("review", "")
    return Visit(review, place, top) if review and place and top else None


def _write_place(place: Place) -> str:
    return f"{place.block}:{place.offset}:{place.quote}"


def _read_place(text: str) -> Place | None:
    block, _, rest = text.partition(":")
    offset, _, quote = rest.partition(":")
    if not (block.isdecimal() and offset.removeprefix("-").isdecimal()):
        return None
    return Place(int(block), int(offset), quote)

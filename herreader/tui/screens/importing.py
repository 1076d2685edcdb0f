"""An import in small steps, so that the screen stays alive meanwhile."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import unquote

from herreader.errors import StoreError
from herreader.reading.library import Library
from herreader.reading.opening import now

if TYPE_CHECKING:
    from herreader.importing import Gathered, Source
    from herreader.reading.taking_in import Outcome

STEP_SECONDS = 0.03
"""How long files are taken in until the screen has its turn; one file may take longer."""
WILD = frozenset("*?[")


class Import:
    """Takes the files at a path into a library, some of them with each step.

    Attributes:
        outcomes: What became of each file so far.
        batch: The run that was begun last; it is undone by that name.
        done: Whether there is nothing more to do.
        stopped: Whether the reader has ended it early.
        failure: What has broken it off; None if nothing has.
    """

    def __init__(self, library: Library, words: str) -> None:
        self.outcomes: list[Outcome] = []
        self.batch = ""
        self.done = self.stopped = False
        self.failure: StoreError | None = None
        self._library = library
        self._words = words
        self._gathered: Gathered | None = None
        self._rest: Iterator[Outcome] | None = None

    @property
    def told(self) -> str:
        """How far it has come, in words."""
        total = len(self._gathered.sources) if self._gathered else 0
        return f"{len(self.outcomes):,} of {total:,}"

    @property
    def left_out(self) -> str:
        """What was left out of folders, in words."""
        from herreader.importing import left_out

        return left_out(self._gathered) if self._gathered else ""

    def stop(self) -> None:
        """End it with the next step, which tells of what was taken in by then; that stays."""
        self.stopped = True

    def step(self) -> None:
        """Take in some files.

        Raises:
            StoreError: If the library can't be written; then it is done.
        """
        if self._rest is None:
            self._rest = self._begin()
        begun = monotonic()
        self.done = True  # should it fail, there is nothing more to do
        try:
            for outcome in self._rest:
                self.outcomes.append(outcome)
                if not self.stopped and monotonic() - begun > STEP_SECONDS:
                    self.done = False
                    return
        except StoreError as error:
            self.failure = error
            raise

    def replace(self, name: str) -> tuple["Outcome", ...]:
        """Take a file in once more, in the place of the review of which it is another version.

        Raises:
            StoreError: If the library can't be written; then nothing has changed.
        """
        from herreader.importing import Gathered
        from herreader.reading.taking_in import Wishes, take_in

        again = tuple(source for source in self._sources() if source.name == name)
        return tuple(take_in(self._library, Gathered(again), Wishes(replace=True), self._clock))

    def _begin(self) -> Iterator["Outcome"]:
        from herreader.importing import gather
        from herreader.reading.taking_in import Wishes, take_in

        path, pattern = read_path(self._words)
        self._gathered = gather([path], pattern)
        return take_in(
            self._library,
            self._gathered,
            Wishes(),
            self._clock,
            lambda: self.stopped,
            patience=STEP_SECONDS,
        )

    def _clock(self) -> datetime:
        """Begin a run."""
        begun = now()
        self.batch = begun.isoformat()
        return begun

    def _sources(self) -> tuple["Source", ...]:
        return self._gathered.sources if self._gathered else ()


def read_path(words: str) -> tuple[Path, str | None]:
    """Read a path as it is typed or dropped into a terminal, and the pattern at its end, if any."""
    path = Path(_unpasted(words.strip()))
    try:
        path = path.expanduser()
        if WILD.intersection(path.name) and not path.exists():
            return path.parent, path.name
    except (OSError, ValueError, RuntimeError):
        pass  # taking it as it stands tells what is wrong with it
    return path, None


def completed(words: str) -> str:
    """Complete a path as far as the files there leave no choice; as it is if there are none."""
    folder, slash, begun = words.rpartition("/")
    try:
        with os.scandir(Path(folder + slash).expanduser()) as entries:
            names = [
                entry.name + "/" * entry.is_dir()
                for entry in entries
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            ]
    except (OSError, ValueError, RuntimeError):
        return words  # entering it tells what is wrong with it
    return folder + slash + os.path.commonprefix(names) if names else words  # noqa: RUF071 - as typed


def _unpasted(words: str) -> str:
    """Undo what a terminal does to a path that is dropped into it; a name that is there stays."""
    if words[:7].lower() == "file://":
        return unquote("/" + words[7:].partition("/")[2], errors="surrogateescape")
    if os.path.lexists(os.path.expanduser(words)):  # noqa: PTH111 - it fails on no name
        return words
    import shlex  # the first screen does without

    try:
        parts = shlex.split(words)
    except ValueError:
        return words
    return parts[0] if len(parts) == 1 else words


def went_in(outcomes: Iterable["Outcome"]) -> int:
    """Count the reviews that have come in."""
    from herreader.reading.taking_in import WENT_IN

    return sum(outcome.fate in WENT_IN for outcome in outcomes)


def summed_up(outcomes: list["Outcome"]) -> str:
    """Say how many files have had which fate."""
    from herreader.reading.taking_in import Fate

    counts = Counter(outcome.fate for outcome in outcomes)
    return " · ".join(f"{counts[fate]:,} {fate.value}" for fate in Fate if counts[fate])

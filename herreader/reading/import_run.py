"""A run of the import in small steps, for who shows meanwhile how far it has come."""

from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

from herreader.errors import StoreError
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.outcomes import Fate, Outcome, summed_up
from herreader.store.waiting import PATIENCE, once_free, tries

if TYPE_CHECKING:  # the first screen does without what reads files
    from herreader.importing import Gathered, Search
    from herreader.reading.wishes import Wishes


class ImportRun:
    """Takes files into a library, some of them with each step.

    Attributes:
        outcomes: What became of each file so far.
        batch: The run that was begun last; it is undone by that name.
        searching: Whether the files are still being looked for.
        done: Whether there is nothing more to do.
        stopped: Whether the reader has ended it early.
        failure: What has broken it off; None if nothing has.
    """

    def __init__(  # noqa: PLR0913 - what it stands on, and how it goes on
        self,
        library: Library,
        search: Callable[[], "Search"],
        wishes: "Wishes | None" = None,
        *,
        patience: float,
        wait: float = PATIENCE,
        clock: Callable[[], datetime] = now,
    ) -> None:
        """Do nothing as yet.

        Args:
            library: Where the files are kept.
            search: Begins to look for them, or has found them; it is called when it is needed.
            wishes: How they are to be taken in; None if there is nothing to wish for.
            patience: Seconds of reading after which what was read is kept and told of.
            wait: Seconds to try again, a try with each step, while another program holds the
                library.
            clock: Gives the moment by which this run is called and, anew, each replacing; where it
                is the same, both are one run.
        """
        self.outcomes: list[Outcome] = []
        self.batch = ""
        self.searching = True
        self.done = self.stopped = False
        self.failure: StoreError | None = None
        self._library = library
        self._begin_search = search
        self._wishes = wishes
        self._patience = patience
        self._wait = wait
        self._clock = clock
        self._called: datetime | None = None
        self._begun: datetime | None = None
        self._names: set[str] = set()
        self._rest = self._take_all()

    @property
    def gathered(self) -> "Gathered":
        """The files; none until they have been looked for."""
        return self._search.found

    @property
    def seen(self) -> int:
        """How many files and folders have been looked at so far."""
        return self._search.seen

    @property
    def files(self) -> int:
        """How many files there are, those that were refused unread among them."""
        return len(self.gathered.sources) + len(self.gathered.refused)

    @property
    def left(self) -> int:
        """Of how many files it is not known what becomes of them."""
        return self.files - len(self._names)

    @property
    def summary(self) -> str:
        """How many files have had which fate, in words."""
        return summed_up(outcome.fate for outcome in self.outcomes)

    @property
    def left_out(self) -> str:
        """What was left out of folders, in words."""
        from herreader.importing import left_out

        return left_out(self.gathered)

    def stop(self) -> None:
        """End it with the next step, which tells of what was read by then; that stays.

        This may be called from a signal's handler amid a step.
        """
        self.stopped = True

    def step(self, seconds: float = 0) -> None:
        """Look for files, or take some in: one at least, and more for so many seconds.

        While another program holds the library, it is tried once, and again with the next step.

        Raises:
            StoreError: If the library can't be written, or is held for too long; then it is done.
        """
        begun = monotonic()
        for _ in self._rest:
            if not self.stopped and monotonic() - begun > seconds:
                return

    def replace(self, changed: Collection[Outcome], *, wait: float = 0) -> Iterator[Outcome]:
        """Put changed texts in the places of the reviews of which they are other versions.

        Their files are taken in once more; what else is in them, as in a collection, stays away.

        What becomes of them is told, and takes the place of the changed ones among the outcomes. It
        can be done in a run that was stopped; to stop it meanwhile ends the replacing.

        Args:
            changed: What was told of the texts.
            wait: Seconds to try again while another program holds the library.

        Raises:
            StoreError: If the library can't be written; what was told of before is kept.
        """
        names = {outcome.name for outcome in changed}
        sources = tuple(source for source in self.gathered.sources if source.name in names)
        only = frozenset(outcome.review for outcome in changed)
        gathered = replace(self.gathered, sources=sources, refused=())
        before = self.stopped

        def stop() -> bool:
            return self.stopped and not before

        taking = self._take_in(gathered, stop, only)
        while (outcome := once_free(partial(next, taking, None), wait, stop)) is not None:
            self._exchange(outcome)
            yield outcome

    def _exchange(self, new: Outcome) -> None:
        """Tell what became of a changed text in its place; of others, it has been told before."""
        changed = [
            at
            for at, old in enumerate(self.outcomes)
            if old.fate is Fate.CHANGED and old.name == new.name
        ]
        same = [at for at in changed if self.outcomes[at].review == new.review]
        if same or (changed and new.fate is not Fate.KNOWN):
            self.outcomes[(same or changed)[0]] = new
        elif new.fate is not Fate.KNOWN:  # the file has more in it by now
            self.outcomes.append(new)

    @cached_property
    def _search(self) -> "Search":
        return self._begin_search()

    def _take_all(self) -> Iterator[None]:
        try:
            for _ in self._search:
                if self.stopped:
                    return
                yield
            self.searching = False
            taking = self._take_in(self.gathered, lambda: self.stopped)
            while outcome := (yield from self._next(taking)):
                self.outcomes.append(outcome)
                self._names.add(outcome.name)
                yield
        except StoreError as error:
            self.failure = error
            raise
        finally:
            self.done = True

    def _next(self, taking: Iterator[Outcome]) -> Generator[None, None, Outcome | None]:
        """Give the next outcome as soon as no other program holds the library; None at the end."""
        ask: Callable[[], Outcome | None] = partial(next, taking, None)
        return (yield from tries(ask, self._wait, lambda: self.stopped))

    def _take_in(
        self,
        gathered: "Gathered",
        stop: Callable[[], bool],
        only: frozenset[str] | None = None,
    ) -> Iterator[Outcome]:
        from herreader.reading.taking_in import take_in
        from herreader.reading.wishes import Wishes

        wishes = self._wishes or Wishes()
        return take_in(
            self._library,
            gathered,
            wishes if only is None else replace(wishes, replace=True, only=only),
            self._begin,
            stop,
            patience=self._patience,
        )

    def _begin(self) -> datetime:
        """Begin a run; a clock that stands still says that replacing is no run of its own."""
        called = self._clock()
        if self._begun is None or called != self._called:
            self._called, self._begun = called, self._library.begin_run(called)
            self.batch = self._begun.isoformat()
        return self._begun

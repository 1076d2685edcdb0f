"""Importing from the command line: files to reviews, and what became of each."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import FrameType

from herreader.cli import INTERRUPTED
from herreader.cli.opened import bring_up_to_date, changing
from herreader.cli.output import (
    complain,
    on_terminal,
    show_progress,
    write_json,
    write_page,
    write_rows,
)
from herreader.cli.own_rows import ImportRow, import_row
from herreader.errors import ImportRefusedError, StoreError
from herreader.importing import LARGEST, STANDARD_INPUT, Gathered, gather
from herreader.reading.library import Library, read_date
from herreader.reading.opening import now
from herreader.reading.taking_in import Fate, Outcome, Wishes, take_in
from herreader.text.safe import clean_line

IN = frozenset({Fate.ADDED, Fate.REPLACED, Fate.RESTORED})
"""What becomes of a text that goes in."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a reader wants imported, and how to be told of it."""

    paths: tuple[str, ...]
    pattern: str | None
    wishes: Wishes
    as_json: bool
    quiet: bool

    @property
    def asks(self) -> bool:
        """Whether there is a reader at a terminal, to be shown what goes on and to be asked."""
        return not (self.as_json or self.quiet) and on_terminal() and sys.stdin.isatty()


@dataclass(slots=True)
class _Import:
    """One run of the import: what has become of the files so far."""

    library: Library
    gathered: Gathered
    order: Order
    outcomes: list[Outcome]
    stopped: bool = False

    def run(self) -> None:
        """Take all files in; Ctrl-C ends it early, with what has been read by then kept."""
        files = len(self.gathered.sources) + len(self.gathered.refused)
        told: set[str] = set()
        shown = not (self.order.as_json or self.order.quiet) and on_terminal()
        with show_progress("Importing", files, shown=shown) as progress:
            for outcome in self._take_in(self.gathered, self.order.wishes):
                self.outcomes.append(outcome)
                told.add(outcome.name)
                progress(len(told))

    def replace_changed(self) -> None:
        """Ask of each changed file whether it takes the place of the older one, and do so."""
        changed = [outcome for outcome in self.outcomes if outcome.fate is Fate.CHANGED]
        names = set(_ask(changed))
        if not names:
            return
        sources = tuple(source for source in self.gathered.sources if source.name in names)
        wishes = replace(self.order.wishes, replace=True)
        again = [
            outcome
            for outcome in self._take_in(Gathered(sources), wishes)
            if outcome.fate is not Fate.KNOWN
        ]
        done = {outcome.name for outcome in again}
        kept = [o for o in self.outcomes if o.fate is not Fate.CHANGED or o.name not in done]
        self.outcomes = kept + again

    def _take_in(self, gathered: Gathered, wishes: Wishes) -> Iterator[Outcome]:
        with _interruptible() as interrupted:
            yield from take_in(self.library, gathered, wishes, now, lambda: bool(interrupted))
            self.stopped = self.stopped or bool(interrupted)


def import_files(folder: Path | None, order: Order) -> int:
    """Import files, tell what became of them, and return the exit code.

    Raises:
        HerreaderError: If nothing can be imported at all.
    """
    if order.wishes.overrides.date is not None:
        read_date(order.wishes.overrides.date)  # a wrong one is told before anything is read
    gathered = _gather(order)
    with changing(folder) as (reading, library):
        run = _Import(library, gathered, order, [])
        failure: StoreError | None = None
        try:
            run.run()
        except StoreError as error:  # What went in before is told first.
            failure = error
        if order.asks and not (run.stopped or failure):
            run.replace_changed()
        _tell(order, reading.room.title, run.outcomes)
        if failure is not None:
            raise failure
        if run.stopped:
            return _interrupted(run)
        reading.reload()
        bring_up_to_date(reading)
    return int(any(outcome.fate is Fate.REFUSED for outcome in run.outcomes))


def _interrupted(run: _Import) -> int:
    files = len(run.gathered.sources) + len(run.gathered.refused)
    left = files - len({outcome.name for outcome in run.outcomes})
    count = sum(outcome.fate in IN for outcome in run.outcomes)
    went = "review is in" if count == 1 else "reviews are in"
    complain(f"Interrupted: {count:,} {went}, {left:,} files were not read.")
    return INTERRUPTED


def _tell(order: Order, room: str, outcomes: list[Outcome]) -> None:
    rows = [import_row(outcome) for outcome in outcomes]
    if order.quiet:
        for row in rows:
            if row.fate == Fate.REFUSED:
                complain(f"{row.file}: {row.reason}")
    elif order.as_json:
        write_json([asdict(row) for row in rows])
    elif on_terminal():
        from herreader.cli.own_pages import import_page

        write_page(import_page(room, rows))
    else:
        write_rows(_cells(row) for row in rows)


def _cells(row: ImportRow) -> tuple[object, ...]:
    counts = (row.passages, len(row.scenes), row.aside)
    return (row.fate, row.review, row.title, *counts, row.file, row.reason)


def _gather(order: Order) -> Gathered:
    """List the files that are meant.

    Raises:
        ImportRefusedError: If there is none.
    """
    data = b""
    if STANDARD_INPUT in order.paths:
        # One byte more than is taken tells that it is too much.
        data = sys.stdin.buffer.read(LARGEST + 1)
    gathered = gather(order.paths, order.pattern, standard_input=data)
    if gathered.sources or gathered.refused:
        return gathered
    passed = len(gathered.passed_over)
    among = f" among {passed:,}" if passed else ""
    wanted = f"whose name {order.pattern!r} matches" if order.pattern else "of a kind that is read"
    cure = "Choose them with --glob, such as --glob '*.txt'." if passed else "Name another folder."
    raise ImportRefusedError("Nothing to import", f"There is no file {wanted}{among}. {cure}")


def _ask(changed: Iterable[Outcome]) -> Iterator[str]:
    """Give the names of the files that shall replace what is there; Ctrl-C ends the questions."""
    import click

    every = False
    for outcome in changed:
        if not every:
            asked = f"{outcome.name} has changed since it was imported. Replace {outcome.review}?"
            choices = click.Choice(["y", "n", "all"])
            answer = click.prompt(clean_line(asked), type=choices, default="n", err=True)
            if answer == "n":
                continue
            every = answer == "all"
        yield outcome.name


@contextmanager
def _interruptible() -> Iterator[list[int]]:
    """Note the first Ctrl-C in a list, so that what is at hand is finished; heed a second one."""
    noted: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if noted:
            raise KeyboardInterrupt
        noted.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)

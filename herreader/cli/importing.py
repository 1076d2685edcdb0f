"""Importing from the command line: files to reviews, and what became of each."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

import click

from herreader.cli import CHANGED, FAILURE
from herreader.cli.interrupts import Interrupts
from herreader.cli.opened import PATIENCE, bring_up_to_date, changing
from herreader.cli.output import (
    OutputClosedError,
    complain,
    on_terminal,
    show_progress,
    silence_output,
    write_json,
    write_page,
    write_rows,
)
from herreader.cli.own_rows import ImportRow, import_row
from herreader.errors import ImportRefusedError, StoreError
from herreader.importing import LARGEST, STANDARD_INPUT, Gathered, gather, left_out
from herreader.reading.facts import read_date
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.taking_in import WENT_IN, Fate, Outcome, Wishes, take_in
from herreader.text.counting import counted
from herreader.text.safe import clean_line

_ANSWERS = click.Choice(["y", "yes", "n", "no", "a", "all"], case_sensitive=False)


@dataclass(frozen=True, slots=True)
class Order:
    """What a reader wants imported, and how to be told of it."""

    paths: tuple[str, ...]
    pattern: str | None
    wishes: Wishes
    as_json: bool
    quiet: bool

    @property
    def shows(self) -> bool:
        """Whether there is a terminal on which to show what goes on."""
        return not (self.as_json or self.quiet) and on_terminal()

    @property
    def asks(self) -> bool:
        """Whether there is a reader at the terminal, to be asked."""
        return self.shows and sys.stdin.isatty()


@dataclass(slots=True)
class _Import:
    """One run of the import: what has become of the files so far, and what has broken it off."""

    library: Library
    gathered: Gathered
    order: Order
    interrupts: Interrupts = field(default_factory=Interrupts)
    outcomes: list[Outcome] = field(default_factory=list)
    begun: datetime = field(default_factory=now)
    failure: StoreError | None = None

    @property
    def left(self) -> int:
        """How many files have not been read."""
        files = len(self.gathered.sources) + len(self.gathered.refused)
        return files - len({outcome.name for outcome in self.outcomes})

    def run(self) -> None:
        """Take all files in; a signal ends it early, with what has been read by then kept."""
        with self.interrupts:
            try:
                self._take_all()
                if self.order.asks and not self.interrupts.number:
                    self._replace_changed()
            except StoreError as error:  # What went in before is told first.
                self.failure = error
            except OSError:
                if not self.interrupts.number:
                    raise
                # The terminal that the progress was shown on is gone.

    def _take_all(self) -> None:
        told: set[str] = set()
        with show_progress("Importing", self.left, shown=self.order.shows) as progress:
            for outcome in self._take_in(self.gathered, self.order.wishes):
                self.outcomes.append(outcome)
                told.add(outcome.name)
                progress(len(told))

    def _replace_changed(self) -> None:
        """Ask of each changed file whether it takes the place of the older one, and do so."""
        changed = [outcome for outcome in self.outcomes if outcome.fate is Fate.CHANGED]
        try:
            with self.interrupts.asking():
                names = set(_ask(changed))
        except (click.Abort, KeyboardInterrupt):
            return
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
        def stop() -> bool:
            return bool(self.interrupts.number)

        return take_in(self.library, gathered, wishes, lambda: self.begun, stop, wait=PATIENCE)


def import_files(folder: Path | None, order: Order) -> int:
    """Import files, tell what became of them, and return the exit code.

    Raises:
        HerreaderError: If nothing can be imported at all.
    """
    if order.wishes.overrides.date is not None:
        read_date(order.wishes.overrides.date)  # a wrong one is told before anything is read
    gathered = _gather(order)
    with changing(folder, patient=False) as (reading, library):  # so that signals are heeded
        run = _Import(library, gathered, order)
        run.run()
        if run.interrupts.number:
            return _interrupted(reading.room.title, run)
        _tell(reading.room.title, run)
        if run.failure is not None:
            raise StoreError(
                run.failure.title, f"{run.failure.message} {_so_far(run).capitalize()}"
            )
        reading.reload()
        bring_up_to_date(reading)
    return _code(order, {outcome.fate for outcome in run.outcomes})


def _code(order: Order, fates: set[Fate]) -> int:
    if Fate.REFUSED in fates:
        return FAILURE
    # A reader who was asked has decided; a script has to know that the room holds older versions.
    return CHANGED if Fate.CHANGED in fates and not order.asks else 0


def _interrupted(room: str, run: _Import) -> int:
    """Tell what was done until a signal came, if there is still somebody to tell it."""
    try:
        _tell(room, run)
        complain(f"Interrupted: {_so_far(run)}")
        if run.failure is not None:
            complain(f"{run.failure.title}. {run.failure.message}")
    except (OSError, OutputClosedError):
        silence_output()
    return run.interrupts.code


def _so_far(run: _Import) -> str:
    """Say how much went in until it was broken off, and what did not."""
    fates = Counter(outcome.fate for outcome in run.outcomes)
    count = sum(fates[fate] for fate in WENT_IN)
    went = f"{counted(count, 'review')} {_be(count, 'is', 'are')} in"
    changed = fates[Fate.CHANGED]
    if run.left:
        done = "read" if run.failure is None else "taken in"
        rest = f"{counted(run.left, 'file')} {_be(run.left, 'was', 'were')} not {done}"
    elif changed:
        rest = f"{counted(changed, 'changed file')} {_be(changed, 'was', 'were')} not replaced"
    else:
        rest = "all files were read"
    return f"{went if count else 'nothing went in'}, {rest}."


def _be(count: int, one: str, more: str) -> str:
    return one if count == 1 else more


def _tell(room: str, run: _Import) -> None:
    order, rows = run.order, [import_row(outcome) for outcome in run.outcomes]
    others = left_out(run.gathered)
    if order.quiet:
        for row in rows:
            if row.fate in {Fate.REFUSED, Fate.CHANGED}:
                complain(f"{row.file}: {row.reason}")
    elif order.as_json:
        write_json([asdict(row) for row in rows])
    elif on_terminal():
        from herreader.cli.own_pages import import_page

        write_page(import_page(room, rows, others))
    else:
        write_rows(_cells(row) for row in rows)
    if others and not order.shows and not order.quiet:
        complain(others)


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
        if sys.stdin.isatty():
            complain("Type or paste the review, and end it with Ctrl-D on a line of its own.")
        # One byte more than is taken tells that it is too much.
        data = sys.stdin.buffer.read(LARGEST + 1)
    gathered = gather(order.paths, order.pattern, standard_input=data)
    if gathered.sources or gathered.refused:
        return gathered
    passed = len(gathered.passed_over) + len(gathered.unmatched)
    among = f" among {passed:,}" if passed else ""
    wanted = f"whose name {order.pattern!r} matches" if order.pattern else "of a kind that is read"
    cure = "Choose them with --glob, such as --glob '*.txt'." if passed else "Name another folder."
    raise ImportRefusedError("Nothing to import", f"There is no file {wanted}{among}. {cure}")


def _ask(changed: Iterable[Outcome]) -> Iterator[str]:
    """Give the names of the files that shall replace what is there; Ctrl-C ends the questions."""
    every = False
    for outcome in changed:
        if not every:
            asked = f"{outcome.name} is another version of {outcome.review}. Replace that one?"
            answer = click.prompt(
                f"{clean_line(asked)} (y, n, all)",
                type=_ANSWERS,
                default="n",
                show_choices=False,
                err=True,
            )
            if answer in {"n", "no"}:
                continue
            every = answer in {"a", "all"}
        yield outcome.name

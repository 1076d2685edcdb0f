"""Importing from the command line: files to reviews, and what became of each."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from herreader.cli import CHANGED, FAILURE
from herreader.cli.interrupts import Interrupts
from herreader.cli.opened import bring_up_to_date, changing
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
from herreader.importing import LARGEST, STANDARD_INPUT, Overrides, Search
from herreader.model.room import Room
from herreader.reading.facts import read_date, read_title
from herreader.reading.import_run import ImportRun
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.outcomes import FOR_ATTENTION, Fate, Outcome, went_in
from herreader.reading.taking_in import AT_A_TIME
from herreader.reading.wishes import Wishes
from herreader.store.waiting import PATIENCE
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


def import_files(folder: Path | None, order: Order) -> int:
    """Import files, tell what became of them, and return the exit code.

    Raises:
        HerreaderError: If nothing can be imported at all.
    """
    _check(order.wishes.overrides)
    search = _search(order)
    with changing(folder, patient=False) as (reading, library):  # so that signals are heeded
        run = _run_of(library, search, order.wishes)
        interrupts = Interrupts(run.stop)
        _carry_out(run, order, interrupts)
        if run.stopped:
            return _interrupted(reading.room, run, order, interrupts.code)
        _tell(reading.room, run, order)
        if run.failure is not None:
            raise StoreError(
                run.failure.title, f"{run.failure.message} {_so_far(run).capitalize()}"
            )
        reading.reload()
        bring_up_to_date(reading)
    return _code(order, {outcome.fate for outcome in run.outcomes})


def _check(given: Overrides) -> None:
    """See that the facts that the reader gives can be, before anything is read.

    Raises:
        FactError: If one of them can't be.
    """
    if given.title is not None:
        read_title(given.title)
    if given.date is not None:
        read_date(given.date)


def _run_of(library: Library, search: Search, wishes: Wishes) -> ImportRun:
    begun = now()  # of replacing, too: import --undo takes all of it back
    return ImportRun(
        library, lambda: search, wishes, patience=AT_A_TIME, wait=PATIENCE, clock=lambda: begun
    )


def _carry_out(run: ImportRun, order: Order, interrupts: Interrupts) -> None:
    """Take all files in; a signal ends it early, with what has been read by then kept."""
    with interrupts:
        try:
            with show_progress("Importing", run.files, shown=order.shows) as progress:
                while not run.done:
                    run.step()
                    progress(run.files - run.left)
            if order.asks and not run.stopped:
                _replace_changed(run, interrupts)
        except StoreError as error:  # What went in before is told first.
            run.failure = error
        except OSError:
            if not run.stopped:
                raise
            # The terminal that the progress was shown on is gone.


def _replace_changed(run: ImportRun, interrupts: Interrupts) -> None:
    """Ask of each changed file whether it takes the place of the older one, and do so.

    Raises:
        StoreError: If the library can't be written; what was replaced before is noted.
    """
    changed = [outcome for outcome in run.outcomes if outcome.fate is Fate.CHANGED]
    try:
        with interrupts.asking():
            chosen = list(_ask(changed))
    except (click.Abort, KeyboardInterrupt):
        return
    for _ in run.replace(chosen, wait=PATIENCE):
        pass  # the run notes what became of each


def _code(order: Order, fates: set[Fate]) -> int:
    if Fate.REFUSED in fates:
        return FAILURE
    # A reader who was asked has decided; a script has to know that the room holds older versions.
    return CHANGED if Fate.CHANGED in fates and not order.asks else 0


def _interrupted(room: Room, run: ImportRun, order: Order, code: int) -> int:
    """Tell what was done until a signal came, if there is still somebody to tell it."""
    try:
        _tell(room, run, order)
        complain(f"Interrupted: {_so_far(run)}")
        if run.failure is not None:
            complain(f"{run.failure.title}. {run.failure.message}")
    except (OSError, OutputClosedError):
        silence_output()
    return code


def _so_far(run: ImportRun) -> str:
    """Say how much went in until it was broken off, and what did not."""
    count = went_in(run.outcomes)
    went = f"{counted(count, 'review')} {_be(count, 'is', 'are')} in"
    changed = sum(outcome.fate is Fate.CHANGED for outcome in run.outcomes)
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


def _tell(room: Room, run: ImportRun, order: Order) -> None:
    rows, others = [import_row(outcome) for outcome in run.outcomes], run.left_out
    if order.quiet:
        for row in rows:
            if row.fate in FOR_ATTENTION or row.lost:
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


def _search(order: Order) -> Search:
    """Look for the files that are meant.

    Raises:
        ImportRefusedError: If there is none.
    """
    data = b""
    if STANDARD_INPUT in order.paths:
        if sys.stdin.isatty():
            complain("Type or paste the review, and end it with Ctrl-D on a line of its own.")
        # One byte more than is taken tells that it is too much.
        data = sys.stdin.buffer.read(LARGEST + 1)
    search = Search(order.paths, order.pattern, standard_input=data)
    gathered = search.finish()
    if gathered.sources or gathered.refused:
        return search
    passed = len(gathered.passed_over) + len(gathered.unmatched)
    among = f" among {passed:,}" if passed else ""
    wanted = f"whose name {order.pattern!r} matches" if order.pattern else "of a kind that is read"
    cure = "Choose them with --glob, such as --glob '*.txt'." if passed else "Name another folder."
    raise ImportRefusedError("Nothing to import", f"There is no file {wanted}{among}. {cure}")


def _ask(changed: Iterable[Outcome]) -> Iterator[Outcome]:
    """Give the texts that shall replace what is there; Ctrl-C ends the questions."""
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
        yield outcome

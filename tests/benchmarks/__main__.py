"""Measure all and print a table; a missed target is told there, and is no failure."""

import argparse
import compileall
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import herreader

from .finding import report
from .inputs import prepare
from .library import imports, library, prepare_library
from .measures import keys, large_text, sizes, starts
from .table import Row, write

STARTS, PRESSES, ROUNDS = 15, 300, 5
QUICK_STARTS, QUICK_PRESSES, QUICK_ROUNDS = 5, 60, 2


def main() -> int:
    """Measure, and give the exit code."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    quick = parser.parse_args().quick
    launches = QUICK_STARTS if quick else STARTS
    presses = QUICK_PRESSES if quick else PRESSES
    rounds = QUICK_ROUNDS if quick else ROUNDS
    compileall.compile_dir(Path(herreader.__file__).parent, quiet=1)
    rows: list[Row] = []
    with TemporaryDirectory(prefix="herreader-bench-") as folder:
        _tell("preparing")
        programs = prepare(Path(folder))
        _tell(f"{launches} starts of each, waiting for: {programs.room.words}")
        rows += starts(programs, launches)
        # Nothing so far has moved in a text, so that all open again where they were left.
        _tell(f"{rounds} changes of size of each")
        rows += sizes(programs, rounds)
        _tell(f"{presses} presses of each key")
        rows += keys(programs, presses)
        _tell(f"{rounds} rounds through 50 MB")
        rows += large_text(programs, rounds)
        _tell("imports on one core")
        rows += imports(Path(folder))
        _tell("a large library")
        rows += library(prepare_library(Path(folder)), launches, presses)
    sys.stdout.write("\nMedians, beside a bare Textual app where nothing else is named\n\n")
    sys.stdout.write(write(rows) + "\n")
    _tell("how well scenes are found")
    sys.stdout.write(f"\n{report()}\n")
    return 0


def _tell(words: str) -> None:
    sys.stderr.write(f"{words} …\n")


if __name__ == "__main__":
    sys.exit(main())

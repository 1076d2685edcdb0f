"""Decisions on links, given to another reader and taken from them."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from herreader.cli.opened import changing, opened
from herreader.cli.output import write_json, write_rows
from herreader.errors import TextError
from herreader.reading.corrections import give_corrections, take_corrections
from herreader.reading.linking import TAKING_OVER
from herreader.text.counting import first_few
from herreader.text.safe import clean_line

LARGEST = 20 << 20
"""Bytes of the largest file of corrections that is read."""
_NAMED = 12
"""Reviews that are named; of more, the others are counted."""


def give(folder: Path | None) -> None:
    """Print the reader's decisions on links as JSON, for another reader."""
    with opened(folder) as reading:
        if reading.remembers:
            write_json(give_corrections(reading))


def take(folder: Path | None, file: str) -> None:
    """Take over another reader's decisions from a file, or from standard input if it is `-`.

    Raises:
        TextError: If it can't be read, is no such file, or is of another room.
        StoreError: If they can't be kept.
    """
    document = _read_json(file)
    with changing(folder) as (reading, _):
        taken = take_corrections(reading, document)
        absent = f"{taken.absent:,} on reviews that are not here"
        strange = f", {taken.strange:,} on scenes that the room lacks" if taken.strange else ""
        told = f"{taken.new:,} new, {taken.known:,} known already, {absent}{strange}."
        write_rows([[f"{told} {_cure(taken.missing)}".rstrip()]])


def _cure(missing: Sequence[str]) -> str:
    """Name reviews that are not here, and say what can be done."""
    if not missing:
        return ""
    named = first_few(missing, _NAMED)
    return f"Import these in the sender's version, and take the file again: {named}."


def _read_json(file: str) -> object:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{clean_line(file)} cannot be read: {reason}. Name the file that you were sent."
        raise TextError(TAKING_OVER, message) from None
    if len(data) > LARGEST:
        raise TextError(
            TAKING_OVER, f"The file is larger than {LARGEST >> 20} MB; is it the right one?"
        )
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        message = "It is no JSON; name the file that herreader corrections has written."
        raise TextError(TAKING_OVER, message) from None

"""Decisions on links, given to another reader and taken from them."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from herreader.cli.opened import changing, opened
from herreader.cli.output import write_json, write_rows
from herreader.errors import TextError
from herreader.reading.corrections import give_corrections, take_corrections
from herreader.reading.linking import TAKING_OVER
from herreader.reading.shell import shell
from herreader.text.counting import first_few
from herreader.text.safe import clean_line

LARGEST = 20 << 20
"""Bytes of the largest file of corrections that is read."""
_NAMED = 12
"""Reviews that are named; of more, the others are counted."""

_IMPORT = "Import these in the sender's version, and take the file again: {}."
_OTHER_VERSION = (
    "Here in another version than the sender's: {}. Theirs, imported with --replace, would take the"
    " place of yours; {restoring} brings yours back."
)
_OWN = "The room's own are not as the sender has them: {}."


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
        restoring = shell(reading.room, "restore", "REVIEW")
        taken = take_corrections(reading, document)
        told = [f"{taken.new:,} new", f"{taken.known:,} known already"]
        told.append(f"{taken.absent:,} on reviews that are not here")
        told += [f"{taken.changed:,} on words that your version lacks"] if taken.changed else []
        told += [f"{taken.strange:,} on scenes that the room lacks"] if taken.strange else []
        cures = (
            _naming(_IMPORT, taken.missing),
            _naming(_OTHER_VERSION, taken.other, restoring=restoring),
            _naming(_OWN, taken.own),
        )
        write_rows([[" ".join(filter(None, (f"{', '.join(told)}.", *cures)))]])


def _naming(told: str, reviews: Sequence[str], **others: str) -> str:
    """Name the first few reviews where a sentence has its braces; nothing if there are none."""
    named = first_few([clean_line(review) for review in reviews], _NAMED)
    return told.format(named, **others) if reviews else ""


def _open_at_once(file: str, flags: int) -> int:
    """Open a file without waiting, as a pipe into which nobody writes would have it."""
    opened = os.open(file, flags | os.O_NONBLOCK)
    os.set_blocking(opened, True)
    return opened


def _read_json(file: str) -> object:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(file, "rb", opener=_open_at_once) as stream:
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

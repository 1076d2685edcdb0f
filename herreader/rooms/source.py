"""A room's files as text and as TOML tables, read as far as they can be."""

import re
import tomllib
from errno import EINVAL
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeGuard

from herreader.paths import may_never_end
from herreader.rooms.problems import Problem

Table = dict[str, object]

_BROKEN = (ValueError, RecursionError)  # bad syntax, a number too long, brackets too deep
_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_TOO_LARGE = "a whole number is too large"
_LARGEST = (1 << 63) - 1
"""The largest whole number that TOML promises; Python reads larger ones, and can't write them."""


def read_source(path: Path, file: str) -> tuple[str, list[Problem]]:
    """Read a UTF-8 text; bytes that are not UTF-8 are replaced, and reported by their line.

    Raises:
        OSError: The file cannot be read, or it is a pipe or a device, which might be for ever.
    """
    if may_never_end(path):
        raise OSError(EINVAL, "Not a regular file")
    content = path.read_bytes()
    problems = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8-sig", errors="replace")
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"The byte 0x{content[error.start]:02x} is not UTF-8."
        problems.append(Problem("error", file, f"line {line}", wrong, "Save the file as UTF-8."))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def read_toml(text: str, file: str, *, offset: int = 0) -> tuple[Table, list[Problem]]:
    """Read TOML; where it is broken, what is right before and after the break is read.

    Args:
        text: The TOML source.
        file: What problems call the file.
        offset: Lines that stand above the text in its file.
    """
    try:
        return _loads(text), []
    except _BROKEN as error:
        return _salvage(text), [_syntax_problem(error, text, file, offset)]


def _loads(text: str) -> Table:
    table = tomllib.loads(text)
    waiting: list[object] = [table]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
            raise ValueError
    return table


def _syntax_problem(error: Exception, text: str, file: str, offset: int) -> Problem:
    found = _POSITION.search(str(error))
    if found is not None:
        line = int(found[1] or text.rstrip("\n").count("\n") + 1)
        reason = _POSITION.sub("", str(error))
    else:
        line = _first_refused(text)
        reason = "brackets are too deep" if isinstance(error, RecursionError) else _TOO_LARGE
    return Problem(
        "error",
        file,
        f"line {line + offset}",
        f"This is not TOML: {reason[:1].lower()}{reason[1:]}.",
        "Mend this line; quote texts, and close every quotation mark and bracket.",
    )


def _first_refused(text: str) -> int:
    """Say which line is written as it should be, and can't be read; else which is the last."""
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines, start=1):
        try:
            _loads(line)
        except _BROKEN as error:
            if not _POSITION.search(str(error)):
                return number
    return len(lines)


def _salvage(text: str) -> Table:
    """Read each table of a broken text by itself, and the lines of the broken one."""
    table: Table = {}
    starts = [0, *(found.start() for found in _HEADER.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        _merge(table, _read_piece(text[start:end]))
    return table


def _read_piece(piece: str) -> Table:
    """Read the lines of a table, each by itself if one of them is broken."""
    try:
        return _loads(piece)
    except _BROKEN:
        pass
    table: Table = {}
    inner = table
    for line in piece.split("\n"):
        try:
            _merge(inner, _loads(line))
        except _BROKEN:
            continue
        if _HEADER.match(line):
            inner = _innermost(table)
    return table


def _innermost(header: dict[str, Any]) -> Table:
    """Give the table that a header of one or of a list of tables opens."""
    while header:
        (inner,) = header.values()
        header = inner[-1] if isinstance(inner, list) else inner
    return header


def _merge(table: Table, other: Table) -> None:
    """Add a table to another, with what is in them; what has been said before stays."""
    waiting = [(table, other)]  # by calls, tables deep in tables would come to their limit
    while waiting:
        into, more = waiting.pop()
        for key, value in more.items():
            present = into.setdefault(key, value)
            if present is value:
                continue
            if isinstance(present, dict) and isinstance(value, dict):
                waiting.append((present, value))
            elif isinstance(present, list) and _holds_tables(value):
                present.extend(value)


def _holds_tables(value: object) -> TypeGuard[list[Table]]:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)

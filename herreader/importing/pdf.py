# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""A PDF to a draft; its library is an extra."""

import logging
import re
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from shlex import join
from time import monotonic
from typing import Any

from herreader.errors import ImportRefusedError
from herreader.importing.bounds import check_time, too_long
from herreader.importing.decoding import single_blanks, tidy
from herreader.importing.divided import join_words
from herreader.importing.draft import Clue, Draft, Piece
from herreader.importing.lines import read_lines
from herreader.importing.opening import refusal
from herreader.importing.typeset import lines_of
from herreader.importing.values import LARGEST, AsideKind

SLOWEST = 30
"""Seconds after which no further page is read."""

_EDGE = 2  # lines at the top and the bottom of a page that may be the same on each
_MOST = 0.5  # of the pages
_NUMBER = re.compile(
    r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?|[-–—] ?\d{1,4} ?[-–—]", re.IGNORECASE
)
_NARROWEST = 25  # characters in the line of a column; few pages are of verse
_LONGEST_HEAD = 80  # characters in a line that need stand on two pages only
_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - .*|untitled.*|.*\.(?:docx?|pdf|indd|odt|html?))", re.IGNORECASE
)


def read_pdf(data: bytes, name: str) -> Draft:
    """Read a PDF.

    Raises:
        ImportRefusedError: If its library is missing, or it is broken, protected, or has no text.
    """
    try:
        from pypdf import PdfReader  # an extra
        from pypdf.errors import DependencyError
    except ImportError:
        why = f"PDF is read with a package of its own. Get it in a shell: {_installing()}"
        raise refusal(name, why) from None
    # Every flaw that it mends would be a line on the screen.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else _pages(reader, name)
        facts = {} if locked else _facts(reader)
    except ImportRefusedError:
        raise
    except DependencyError:
        raise refusal(name, "it is encrypted. Save it without protection.") from None
    except Exception as error:  # noqa: BLE001 - a broken PDF can raise nearly anything
        why = f"it is a broken PDF ({type(error).__name__}). Save it anew."
        raise refusal(name, why) from None
    if locked:
        raise refusal(name, "it is encrypted and wants a password. Save it without one.")
    if not any(map(any, pages)):
        raise refusal(name, "it holds pictures of pages, but no text.")
    draft = _draft(pages)
    title, author = facts.get("/Title", ""), facts.get("/Author", "")
    if title and not _NO_TITLE.fullmatch(title):
        draft.titles.append(Clue(title, "the PDF's metadata"))
    if author:
        draft.authors.append(Clue(author, "the PDF's metadata"))
    return draft


def _pages(reader: Any, name: str) -> list[list[str]]:
    """Give the lines of each page; an empty one stands between two that are parted."""
    end = monotonic() + SLOWEST
    pages: list[list[str]] = []
    size = 0
    for page in reader.pages:
        text = tidy("\n".join(lines_of(page, name, end)))
        size += len(text)
        if size > LARGEST:
            raise too_long(name)
        check_time(end, name)
        pages.append([line.rstrip() for line in text.strip("\n").split("\n")])
    return pages


def _facts(reader: Any) -> dict[str, str]:
    """Give what a PDF says of itself."""
    return {key: tidy(str(value)).strip() for key, value in (reader.metadata or {}).items()}


def _installing() -> str:
    """Say what puts the library beside herreader, however that was installed."""
    if Path(sys.prefix, "pipx_metadata.json").is_file():
        return "pipx inject herreader pypdf"
    return join([sys.executable, "-m", "pip", "install", "pypdf"])


def _draft(pages: list[list[str]]) -> Draft:
    running = _running_lines(pages)
    aside: list[Piece] = []
    kept: list[str] = []
    for lines in pages:
        off = _numbers_at_edge(lines, running)
        for number in sorted(off):
            piece = Piece(single_blanks(lines[number]), tight=bool(aside), aside=AsideKind.FOOTER)
            aside.append(piece)
        rest = "\n".join(line for number, line in enumerate(lines) if number not in off)
        kept += [rest.strip("\n")] if rest.strip() else []
    text = "\n".join(kept)
    return Draft([*read_lines(join_words(text), narrowest=_NARROWEST), *aside])


def _numbers_at_edge(lines: list[str], running: frozenset[str]) -> set[int]:
    """Give the numbers of the lines above and below a page's text, such as the page's own.

    A bare number is the page's own only once at each end: more of them are years, or a table.
    """
    off: set[int] = set()
    written = [number for number, line in enumerate(lines) if line.strip()]
    for numbers in (written, written[::-1]):
        others = 0
        numbered = False
        for number in numbers[: _EDGE + 1]:
            line = lines[number].strip()
            is_number = _NUMBER.fullmatch(line) is not None
            if (is_number and not numbered) or (not is_number and _shape(line) in running):
                off.add(number)
                numbered = numbered or is_number
                continue
            others += 1
            if others == _EDGE:
                break
    return off


def _running_lines(pages: list[list[str]]) -> frozenset[str]:
    """Find lines that head or foot most pages, but for their numbers."""
    if len(pages) < 2:
        return frozenset()
    edges = Counter(
        shape
        for lines in (list(filter(None, page)) for page in pages)
        for shape in {_shape(ln) for ln in (*lines[:_EDGE], *lines[-_EDGE:])}
        if len(pages) > 2 or len(shape) < _LONGEST_HEAD
    )
    return frozenset(shape for shape, count in edges.items() if count > _MOST * len(pages))


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", single_blanks(line))

"""The lines of a page of a PDF, by where its words are drawn: their order, and what parts them."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import isfinite
from operator import itemgetter
from statistics import fmean, median
from typing import Any, NamedTuple

from herreader.importing.bounds import check_time
from herreader.importing.chunks import goes_on
from herreader.importing.decoding import single_blanks
from herreader.importing.opening import refusal
from herreader.importing.values import LARGEST

_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
"""What shows words on a page."""
_MOST_SHOWN = 50_000  # times; few pages have more letters, if each is drawn by itself
_SAME_ROW = 0.3  # of the height of the letters, by which the words of a row may differ
_APART = 1.5  # of the usual distance of two lines; where there is more, a paragraph ends
_OTHER_SIZE = 1.15  # of the height of the letters above or below: a heading, or a note
_FEWEST = 6  # rows that a column may have
_MOST = 0.5  # of the rows, in which the right column must begin at one place
_TOLERANCE = 6.0  # points within which the lines of a column begin
_LEAST_INDENT, _INDENT = 3.0, 40.0  # points
_MOST_SPLITS = 3  # of a page into two sides, one after the other; a table has more columns
_NARROWEST = 20  # characters in the lines of a column; a table has shorter ones
_LOWER = 0.3  # of the lines of a column go on in small letters; few of a table do
_LONGER = 1.15  # of its longest line: more than that stands below the columns


class _Words(NamedTuple):
    """Words that are drawn at once, or make a line.

    Attributes:
        words: The words.
        x: Points from the left.
        y: Points from below.
        size: Points that the letters are high.
    """

    words: str
    x: float
    y: float
    size: float


_Row = list[_Words]


def lines_of(page: Any, name: str, end: float) -> list[str]:
    """Give the lines of a page as they are read.

    An empty line stands between two that are parted, blanks before the first of a paragraph that
    is set in. The page loses its figures.

    Args:
        page: A page as pypdf, which may not be installed, reads it.
        name: What the PDF is called.
        end: When to leave off, by the monotonic clock.

    Raises:
        ImportRefusedError: If too much is drawn on the page, or it is not read by then.
    """
    contents = _contents(page)
    if contents is None:
        return []
    _check_drawing(contents, name)
    text: str = page.extract_text()
    if not text.strip():
        return []
    # Figures are drawn elsewhere, and take long to read; a page of nothing else has no text.
    contents.operations = [each for each in contents.operations if each[1] != b"Do"]
    starts: _Row = []

    def note(operator: bytes, _operands: Any, outer: list[float], inner: list[float]) -> None:
        if operator in _SHOWING:
            check_time(end, name)
            starts.append(_placed("x", outer, inner, 1))

    drawn = _drawn(page, note)
    if "".join(part.words for part in drawn) != text:
        return text.split("\n")  # of some words it is not known where they stand
    columns: list[_Words] = []
    if _right_edge(_rows(starts)) is not None:
        _draw_one_by_one(contents)
        check_time(end, name)
        columns = _in_columns(_rows(_drawn(page)))
    return _parted(columns or _as_drawn(drawn))


def _contents(page: Any) -> Any:
    """Give what draws a page, and let the page keep it, so that it is taken apart only once."""
    from pypdf import generic  # an extra

    drawing = page.get("/Contents", generic.NullObject()).get_object()
    if not isinstance(drawing, generic.ArrayObject | generic.StreamObject):
        return None
    contents = generic.ContentStream(drawing, page.pdf, "bytes")
    page[generic.NameObject("/Contents")] = contents
    return contents


def _check_drawing(contents: Any, name: str) -> None:
    """Refuse a page that would be read for minutes: the time grows with the square of its words."""
    drawing = contents.get_data()
    ends = drawing.count(b")") + drawing.count(b">")  # of what is shown; of much else in figures
    if len(drawing) > LARGEST or (
        ends > _MOST_SHOWN and _count_shown(contents.operations) > _MOST_SHOWN
    ):
        why = "far more is drawn on one of its pages than a text has. Save it without that page."
        raise refusal(name, why)


def _count_shown(operations: Iterable[tuple[Any, bytes]]) -> int:
    """Say how many times letters are shown; one operation may do it many times."""
    shown = [operands[-1] for operands, operator in operations if operator in _SHOWING and operands]
    parts = [words if isinstance(words, list) else [words] for words in shown]
    return sum(isinstance(part, str | bytes) for some in parts for part in some)


def _drawn(page: Any, note: Any = None) -> _Row:
    """Give what is drawn on a page, in that order; note each operation."""
    drawn: _Row = []

    def take(words: str, outer: list[float], inner: list[float], _font: Any, size: float) -> None:
        if words:
            drawn.append(_placed(words, outer, inner, size))

    page.extract_text(visitor_operand_before=note, visitor_text=take)
    return drawn


def _placed(words: str, outer: list[float], inner: list[float], size: float) -> _Words:
    """Say where words stand that are drawn in a space that is drawn in another."""
    x, y = inner[4:6]
    place = (
        x * outer[0] + y * outer[2] + outer[4],
        x * outer[1] + y * outer[3] + outer[5],
        abs(size * inner[3] * outer[3]),
    )
    return _Words(words, *(place if all(map(isfinite, place)) else (0.0, 0.0, 0.0)))


def _draw_one_by_one(contents: Any) -> None:
    """Name the font before all that is shown: only that tells words of one row apart."""
    operations: list[tuple[Any, bytes]] = []
    fonts: list[Any] = [None]
    for operands, operator in contents.operations:
        if operator == b"q":
            fonts.append(fonts[-1])
        elif operator == b"Q" and len(fonts) > 1:
            fonts.pop()
        elif operator == b"Tf":
            fonts[-1] = operands
        elif operator in _SHOWING and fonts[-1]:
            operations.append((fonts[-1], b"Tf"))
        operations.append((operands, operator))
    contents.operations = operations


def _as_drawn(drawn: _Row) -> list[_Words]:
    """Give the lines in the order in which they are drawn."""
    lines: list[_Row] = [[]]
    for part in drawn:
        for number, words in enumerate(part.words.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(part._replace(words=words))
    return list(filter(None, map(_joined, lines)))


def _rows(drawn: _Row) -> list[_Row]:
    """Gather what is drawn one after the other at one height.

    What is blank stands nowhere for certain, and goes with the words that it parts from those
    before them.
    """
    rows: list[_Row] = []
    blank = ""
    for part in drawn:
        if not part.words.strip():
            blank = blank or part.words[:1]
            continue
        words = part._replace(words=blank + part.words) if blank else part
        blank = ""
        if rows and abs(rows[-1][-1].y - part.y) <= _SAME_ROW * part.size:
            rows[-1].append(words)
        else:
            rows.append([words])
    return rows


def _joined(row: _Row) -> _Words | None:
    """Join words to a line, whose letters are as high as most of them; nothing if it is blank."""
    words = single_blanks("".join(part.words for part in row))
    if not words:
        return None
    main = max(row, key=lambda part: len(part.words.strip()))
    first = next(part for part in row if part.words.strip())
    return _Words(words, first.x, main.y, main.size)


def _in_columns(rows: list[_Row], splits: int = _MOST_SPLITS) -> list[_Words]:
    """Put columns that are drawn row by row one after the other; nothing if there are none."""
    edge = _right_edge(rows) if splits else None
    if edge is None:
        return []
    numbers = [number for number, row in enumerate(rows) if _begins_anew(row, edge)]
    first, last = numbers[0], numbers[-1] + 1
    body = rows[first:last]
    left = _side(([part for part in row if part.x < edge] for row in body), splits - 1)
    right = _side(([part for part in row if part.x >= edge] for row in body), splits - 1)
    if not (_is_prose(left) and _is_prose(right)):
        return []
    below = _lines(rows[last:])
    tail = _tail(left, below)
    return [*_lines(rows[:first]), *left, *tail, *right, *below[len(tail) :]]


def _side(rows: Iterable[_Row], splits: int) -> list[_Words]:
    """Give the lines on one side of the edge of a column; there may be two columns there."""
    full = list(filter(None, rows))
    return _in_columns(full, splits) or _lines(full)


def _lines(rows: Iterable[_Row]) -> list[_Words]:
    return list(filter(None, map(_joined, rows)))


def _right_edge(rows: list[_Row]) -> float | None:
    """Find where most rows begin anew."""
    steps = Counter(
        step for row in rows for step in {int(part.x // _TOLERANCE) for part in row[1:]}
    )
    if not steps:
        return None
    step, count = max(steps.items(), key=itemgetter(1))
    if count < max(_FEWEST, _MOST * len(rows)):
        return None
    return step * _TOLERANCE - _TOLERANCE / 2


def _begins_anew(row: _Row, edge: float) -> bool:
    return any(edge <= part.x < edge + _INDENT for part in row[1:])


def _is_prose(column: list[_Words]) -> bool:
    if not column:
        return False
    lower = sum(goes_on(line.words) for line in column)
    long = fmean(len(line.words) for line in column) >= _NARROWEST
    return long and lower >= _LOWER * len(column)


def _tail(left: list[_Words], below: list[_Words]) -> list[_Words]:
    """Give the lines with which the left column goes on where the right one has ended."""
    longest = max(len(line.words) for line in left)
    most = _APART * _leading(left)
    tail: list[_Words] = []
    for above, line in pairwise([left[-1], *below]):
        beside = abs(line.x - left[-1].x) <= _INDENT
        if above.y - line.y > most or not beside or len(line.words) > _LONGER * longest:
            break
        tail.append(line)
    return tail


def _parted(lines: list[_Words]) -> list[str]:
    """Show by blanks where room is left, where letters change their size, and what is set in."""
    most = _APART * _leading(lines)
    shown: list[str] = []
    around: list[_Words | None] = [None, *lines, None]
    for above, line, below in zip(around, lines, around[2:], strict=False):
        if above is not None and above.y > line.y:
            small, large = sorted((above.size, line.size))
            if above.y - line.y > most or large > _OTHER_SIZE * small:
                shown.append("")
        set_in = _is_right_of(line, above, below) and not goes_on(line.words)
        shown.append(f"  {line.words}" if set_in else line.words)
    return shown


def _is_right_of(line: _Words, above: _Words | None, below: _Words | None) -> bool:
    """Whether a line begins further right than those beside it, as the first of a paragraph."""
    beside = [above] if above is not None and above.y > line.y else []
    beside += [below] if below is not None and below.y < line.y else []
    return bool(beside) and all(_LEAST_INDENT < line.x - other.x < _INDENT for other in beside)


def _leading(lines: list[_Words]) -> float:
    """Give the usual distance of two lines."""
    steps = [above.y - below.y for above, below in pairwise(lines) if above.y > below.y]
    return median(steps) if steps else 0.0

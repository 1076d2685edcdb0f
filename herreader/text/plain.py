"""Plain text: how its bytes are cut into paragraphs, and what a paragraph shows."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from textwrap import dedent
from typing import NamedTuple
from unicodedata import normalize

from herreader.model.text import Block, BlockKind
from herreader.text.safe import clean

LONGEST = 1 << 13
"""Bytes from which on a paragraph is cut at blanks, so that each piece is laid out quickly."""

_WRAPPED_AT = 100  # bytes; a hard-wrapped line is hardly longer
_BLANK_LINES = re.compile(rb"\n(?:[ \t\r\f\v]*\n)+")
_BLANK = re.compile(rb"[ \t\r\n]")
_COLUMNS = re.compile(r"\S(?: {2,}|\t+)\S")


class Mode(StrEnum):
    """What a paragraph is in a plain text.

    Attributes:
        WRAPPED: Blank lines separate paragraphs, and the lines of one flow together.
        LONG_LINES: Every line is a paragraph.
        SHORT_LINES: Every line stands for itself, as in a list, a poem or a programme.
    """

    WRAPPED = "wrapped"
    LONG_LINES = "long lines"
    SHORT_LINES = "short lines"


class BlockBytes(NamedTuple):
    """The bytes of one block: a paragraph, or a part of a very long one.

    Attributes:
        start: The first of them.
        end: The one after the last.
        gap: Blank lines above the block.
    """

    start: int
    end: int
    gap: int


def guess_mode(sample: bytes) -> Mode:
    """Guess from the start of a text how its paragraphs are set."""
    lengths = sorted(len(line) for line in sample.splitlines() if line.strip())
    # The ninth of ten lines, since a table or an address may be longer than the rest.
    if len(lengths) < 2 or lengths[len(lengths) * 9 // 10] > _WRAPPED_AT:
        return Mode.LONG_LINES
    if _BLANK_LINES.search(sample) and not _is_verse(sample):
        return Mode.WRAPPED
    return Mode.SHORT_LINES


def first_break(window: bytes, mode: Mode) -> int | None:
    """Find where the first paragraph that surely starts in a part of a text does so."""
    if mode is Mode.WRAPPED:
        found = _BLANK_LINES.search(window)
        return found.end() if found else None
    start = 0
    while (end := window.find(b"\n", start)) >= 0:
        # Blank lines belong to the line below them, whose gap they make.
        if window[start:end].strip():
            return end + 1
        start = end + 1
    return None


def first_blank(window: bytes) -> int:
    """Find a point near the start of a part of a text at which a paragraph may be cut."""
    blank = _BLANK.search(window, 0, LONGEST)
    return blank.end() if blank else _character_from(window, 0)


def split(data: bytes, mode: Mode, *, continued: bool = False) -> list[BlockBytes]:
    """Cut a text into the bytes of its blocks; what is only blank belongs to none.

    Args:
        data: Bytes of a text, from the start of a paragraph to the end of one.
        mode: How its paragraphs are set.
        continued: Whether the first paragraph goes on from what stands before.
    """
    paragraphs = _wrapped(data) if mode is Mode.WRAPPED else _lines(data, mode)
    pieces: list[BlockBytes] = []
    for paragraph in paragraphs:
        if paragraph.end - paragraph.start > LONGEST:
            pieces.extend(_cut(data, paragraph))
        else:
            pieces.append(paragraph)
    if continued and pieces:
        pieces[0] = pieces[0]._replace(gap=0)
    return pieces


def to_block(raw: bytes, number: int, mode: Mode, gap: int = 1) -> Block:
    """Make a block of the bytes of a paragraph; bytes that are not UTF-8 become U+FFFD."""
    text = _decode(raw)
    if _is_verbatim(text, mode):
        kind, plain = BlockKind.VERBATIM, _verbatim(text, mode)
    else:
        kind, plain = BlockKind.PARAGRAPH, _decode(b" ".join(raw.split()))
    return Block(number, kind, clean(normalize("NFC", plain)), gap=gap if number > 1 else 0)


def count(data: bytes, mode: Mode) -> int:
    """Count the pieces that `split` makes, more quickly."""
    if mode is not Mode.WRAPPED:
        lines = data.split(b"\n")
        if max(map(len, lines)) <= LONGEST:
            return sum(map(bool, map(bytes.strip, lines)))
    return len(split(data, mode))


def _is_verse(sample: bytes) -> bool:
    """Whether nearly every line that goes on from another begins with a capital."""
    lines = [
        line.lstrip("\"'\u201c\u2018 \t") for line in sample.decode("utf-8", "replace").splitlines()
    ]
    firsts = [line[0] for above, line in pairwise(lines) if above and line]
    return len(firsts) >= 3 and sum(first.isupper() for first in firsts) > 0.8 * len(firsts)


def _wrapped(data: bytes) -> Iterator[BlockBytes]:
    starts = [0]
    ends = []
    for blank in _BLANK_LINES.finditer(data):
        ends.append(blank.start())
        starts.append(blank.end())
    ends.append(len(data))
    last = len(ends) - 1
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        # Only what stands before the first blank line or after the last one may be blank itself.
        if 0 < index < last or data[start:end].strip():
            yield BlockBytes(start, end, 1)


def _lines(data: bytes, mode: Mode) -> Iterator[BlockBytes]:
    apart = mode is Mode.LONG_LINES
    gap = int(apart)
    start = 0
    for line in data.split(b"\n"):
        end = start + len(line)
        if line and not line.isspace():
            yield BlockBytes(start, end, gap)
            gap = int(apart)
        elif end < len(data):
            gap = 1
        start = end + 1


def _cut(data: bytes, paragraph: BlockBytes) -> Iterator[BlockBytes]:
    """Cut a long paragraph at blanks, or between characters if it has none."""
    start, end, gap = paragraph
    while end - start > LONGEST:
        limit = start + LONGEST
        cut = max(data.rfind(b" ", start + 1, limit), data.rfind(b"\n", start + 1, limit))
        if cut < start + LONGEST // 2:
            cut = _character_from(data, limit - 3)
        if data[start:cut].strip():
            yield BlockBytes(start, cut, gap)
            gap = 0
        start = cut
    if data[start:end].strip():
        yield BlockBytes(start, end, gap)


def _character_from(data: bytes, start: int) -> int:
    """Find the first byte from `start` on that begins a character."""
    for index in range(start, min(start + 3, len(data))):
        if data[index] & 0xC0 != 0x80:
            return index
    return min(start + 3, len(data))


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace").removeprefix("\ufeff")


def _is_verbatim(text: str, mode: Mode) -> bool:
    """Whether the blanks in a paragraph mean something: a verse, a table, a programme."""
    lines = [line for line in text.split("\n") if line.strip()]
    indented = all(line[0] in " \t" for line in lines)
    if mode is Mode.SHORT_LINES:
        return indented or any(_COLUMNS.search(line) for line in lines)
    return mode is Mode.WRAPPED and indented and len(lines) > 1


def _verbatim(text: str, mode: Mode) -> str:
    lines = [line.rstrip().expandtabs() for line in text.split("\n")]
    text = "\n".join(lines).strip("\n")
    return text if mode is Mode.SHORT_LINES else dedent(text)

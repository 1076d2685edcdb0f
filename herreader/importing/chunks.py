# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""The lines of a plain text that stand together, whatever it was written with."""

import re
from itertools import pairwise
from typing import NamedTuple

WIDEST = 140
"""Characters from which on a line is no line of a wrapped paragraph, but a paragraph."""
NARROWEST = 45
"""Characters below which a wrapped line is verse, a list or a menu."""

CLOSED = tuple(".!?:;…\"”’)]'*")
"""With which a line ends that may be the last of its paragraph."""
_OPENING = "\"'“‘«([—–-… "
_USER = re.compile(r"[a-z][\w.-]*[\d_][\w.-]*")  # alone in its line
FITS = 0.8
"""The share of the width up to which a line leaves much room: more words would have fitted."""

_WRAPPED_LINES = 3
"""The fewest lines in a chunk, and chunks in a text, by which one sees how it is wrapped."""

_UNWRAPPED = 0.6  # of a text: so much of it in lines that are whole paragraphs


class Chunk(NamedTuple):
    """Lines without a blank one among them.

    Attributes:
        lines: The lines.
        gap: Blank lines above.
        narrowest: Characters below which lines are not wrapped, but meant.
        parted: Whether blank lines part the paragraphs of the text, so that none ends at a line's
            end but where much room is left.
        turns: Lists that have ended above without a blank line.
    """

    lines: list[str]
    gap: int
    narrowest: int
    parted: bool = False
    turns: int = 0


def goes_on(line: str) -> bool:
    """Whether a line begins in the middle of a sentence."""
    first = line[:1]
    if not first.isalpha():
        return line.lstrip(_OPENING)[:1].islower()
    return first.islower() and (" " in line or not _USER.fullmatch(line))


def chunks_of(text: str, narrowest: int) -> list[Chunk]:
    """Part a text at its blank lines.

    Args:
        text: The text.
        narrowest: Characters in the widest line of verse, of a list or of a menu; wrapped lines
            have more.
    """
    chunks: list[Chunk] = []
    lines: list[str] = []
    gap = 0
    if "\t" in text:  # else its every character would be gone through for nothing
        text = text.expandtabs(4)
    every = text.split("\n")
    if sum(len(line) for line in every if len(line) > WIDEST) > _UNWRAPPED * len(text):
        narrowest = WIDEST + 1  # each line is a paragraph, or meant
    for raw in every:
        line = raw.rstrip()
        if line:
            if not lines:
                chunks.append(Chunk(lines, gap, narrowest))
            lines.append(line)
            gap = 0
        else:
            gap += 1
            lines = []
    if _is_double_spaced(chunks):
        return _closed_up(chunks)
    return [each._replace(parted=True) for each in chunks] if _are_parted(chunks) else chunks


def _are_parted(chunks: list[Chunk]) -> bool:
    """Whether wrapped lines stand together in which no paragraph has ended before the last line."""
    wrapped = [chunk.lines for chunk in chunks if len(chunk.lines) >= _WRAPPED_LINES]
    if len(wrapped) < _WRAPPED_LINES:
        return False
    return not any(
        len(line) <= FITS * width and line.endswith(CLOSED)
        for lines in wrapped
        for width in [max(map(len, lines))]
        for line in lines[:-1]
    )


def _is_double_spaced(chunks: list[Chunk]) -> bool:
    """Whether a blank line follows each wrapped line."""
    if len(chunks) < 6 or any(len(line) > WIDEST for chunk in chunks for line in chunk.lines):
        return False
    if sum(len(chunk.lines) > 1 for chunk in chunks) > 0.1 * len(chunks):
        return False
    torn = sum(goes_over(above.lines[-1], below.lines[0]) for above, below in pairwise(chunks))
    return torn > 0.4 * len(chunks)


def goes_over(above: str, below: str) -> bool:
    """Whether a line goes on in the middle of the sentence of the one above."""
    return goes_on(below) and not above.endswith(CLOSED)


def _closed_up(chunks: list[Chunk]) -> list[Chunk]:
    closed: list[Chunk] = []
    for chunk in chunks:
        if closed and chunk.gap < 2:
            closed[-1].lines.extend(chunk.lines)
        else:
            closed.append(chunk)
    return closed

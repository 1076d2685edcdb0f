# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Plain text to pieces, however its lines are wrapped and its paragraphs set apart."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from herreader.importing.chunks import (
    CLOSED,
    FITS,
    NARROWEST,
    WIDEST,
    Chunk,
    chunks_of,
    goes_on,
    goes_over,
)
from herreader.importing.decoding import single_blanks
from herreader.importing.draft import CITED, Piece
from herreader.importing.headings import mark_headings
from herreader.importing.rubbish import is_comments_heading
from herreader.importing.signing import is_signature
from herreader.model.text import BlockKind
from herreader.text.markdown import BULLET, RULE

_SHORTEST_WRAPPED = 25  # characters in the usual line of a narrow column
_MOST_TOOLS = 100  # of a page, each in a line of its own
_OUTLIER = 5  # characters by which an address, say, is longer than all other lines
_LOWER = 0.25  # of the lines of a wrapped paragraph, at least so many go on in small letters
_SMALL = 0.6  # of the paragraphs
_MOST_TURNS = 100  # of lists and paragraphs without a blank line; the rest is read as paragraphs
_MARKS = frozenset("-*•‣◦·+–>(0123456789=_~")
"""With which list items, quotations and lines drawn across the page begin."""
_RULE = re.compile(r"(?![★☆✭⭐✮])[\W_]{3,}|[#~*•·§]{1,2}")  # stars say how good a film is
_UNDERLINE = re.compile(r"(=|-)\1{2,}")
_LINE = re.compile(r"([-*=_~])\1{4,}")  # drawn across a post or a mail
_SHORTEST_TWIN = 20
_UNDER = frozenset("-=")  # of what headings are underlined with
_SLIP = 2  # characters by which a heading and its underline may differ
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]|[A-Za-z][.)]")
_ITEM = re.compile(r"\s*(?P<bullet>[-*•‣◦·+–]|\(?\d{1,3}[.)])\s+(?=\S)")
_QUOTED = re.compile(r"\s*>+ ?")
_STARTS = re.compile(
    r"\s*(?:(?:review(?:ed)?|written|posted|submitted(?: .{1,20} ago)?) )?by (?:[A-Z]|\S+$)"
)
_SIGNS = re.compile(r"\s*(?:(?:review(?:ed)?|written|posted) )?(?:by|par|von|por|di) ")
"""Bylines, not the rest of a sentence."""
_BYLINES = ("by ", "posted by ", "written by ", "reviewed by ", "review by ")
_LONGEST_USER = 60  # characters in a line that names a user and a date
_ADDRESS = re.compile(r"\s*<?(?:https?://|www\.|[\w.+-]{1,60}@)[^\s<>]+>?")
"""Of a page or of a person."""
_LABEL = re.compile(r"\s*[A-Z][\w /&'’]{1,28}:(?=\s|$)")


def read_lines(text: str, narrowest: int = NARROWEST) -> list[Piece]:
    """Cut a plain text into paragraphs, headings, list items, quotations and single lines.

    Args:
        text: The text.
        narrowest: Characters in the widest line of verse, of a list or of a menu; wrapped lines
            have more.
    """
    pieces: list[Piece] = []
    chunks = chunks_of(text, narrowest)
    # Who begins most paragraphs in small letters has not torn them.
    small = sum(goes_on(chunk.lines[0].lstrip()) for chunk in chunks) > _SMALL * len(chunks)
    for chunk in chunks:
        new = [piece for piece in _pieces(chunk) if piece.plain]
        if not small and pieces and new and _was_torn(pieces[-1], new[0]):
            new[0] = replace(new[0], plain=_join([pieces.pop().plain, new[0].plain]))
        pieces += new
    mark_headings(pieces)
    return pieces


def _pieces(chunk: Chunk) -> Iterator[Piece]:
    lines = chunk.lines
    first = lines[0]
    if len(lines) == 1:
        yield _single(first)
    elif len(lines) == 2 and (under := _UNDERLINE.fullmatch(lines[1].strip())):
        yield Piece(first.strip(), BlockKind.HEADING, level=1 if under[1] == "=" else 2)
    elif not _MARKS.intersection([line.lstrip()[0] for line in lines]):
        yield from _paragraphs(lines, chunk)
    elif all(map(_is_cited, lines)):
        yield from _cited(lines, chunk.narrowest)
    elif len(parts := _parts(lines)) > 1:
        for part in parts:
            yield from _pieces(chunk._replace(lines=part))
    elif _ITEM.match(first) and not _joins(first, lines[1], _width(lines), parted=chunk.parted):
        yield from _items(chunk)
    elif chunk.turns < _MOST_TURNS and sum(_ITEM.match(line) is not None for line in lines) > 1:
        at = next(index for index, line in enumerate(lines) if _ITEM.match(line))
        yield from _paragraphs(lines[:at], chunk)
        yield from _items(chunk._replace(lines=lines[at:]))
    else:
        yield from _paragraphs(lines, chunk)


def _cited(lines: list[str], narrowest: int) -> Iterator[Piece]:
    """Cut what is cited into paragraphs: a lone ">" is the blank line between two."""
    inner = "\n".join(_QUOTED.sub("", line, count=1) for line in lines)
    for chunk in chunks_of(inner, narrowest):
        for piece in _paragraphs(chunk.lines, chunk, cited=True):
            yield replace(piece, kind=BlockKind.QUOTATION, role=CITED)


def _is_cited(line: str) -> bool:
    return line.lstrip().startswith(">")


def _parts(lines: list[str]) -> list[list[str]]:
    """Part what is cited, and lines drawn across the page, from what stands beside them."""
    parts: list[list[str]] = []
    for sign, group in groupby(lines, _sign):
        part = list(group)
        above = parts[-1] if parts and sign in _UNDER and len(parts[-1]) == len(part) == 1 else []
        if above and abs(len(above[0]) - len(part[0])) <= _SLIP:
            above += part  # a heading that is underlined
        else:
            parts.append(part)
    return parts


def _sign(line: str) -> str:
    """Give the sign by which a line is parted from others; empty for most lines."""
    if _is_cited(line):
        return ">"
    drawn = _LINE.fullmatch(line.strip())
    return drawn[1] if drawn else ""


def _single(line: str) -> Piece:
    words = line.strip()
    if _RULE.fullmatch(words) and not words.startswith("\ufffd"):
        return Piece(RULE, BlockKind.CAPTION)
    if words.startswith(">"):
        return Piece(_QUOTED.sub("", words, count=1), BlockKind.QUOTATION, role=CITED)
    item = _ITEM.match(line)
    # A number may head a section; a dash may begin speech; a bullet begins an item.
    if item and item["bullet"] in "-*•‣◦·+":
        return _item(line, item, tight=False)
    return Piece(single_blanks(words))


def _items(chunk: Chunk) -> Iterator[Piece]:
    lines = chunk.lines
    width = _width(lines)
    start = 0
    for index in range(1, len(lines) + 1):
        line = lines[index] if index < len(lines) else ""
        begins = _ITEM.match(line) is not None
        hangs = line[:1] == " " or (
            width <= WIDEST and _joins(lines[index - 1], line or "A", width, parted=chunk.parted)
        )
        if line and not begins and hangs:
            continue
        yield _item(_join(lines[start:index]), _ITEM.match(lines[start]), tight=start > 0)
        start = index
        if line and not begins:
            yield from _pieces(chunk._replace(lines=lines[index:], turns=chunk.turns + 1))
            return


def _item(line: str, found: re.Match[str] | None, *, tight: bool) -> Piece:
    if not found:
        return Piece(single_blanks(line), tight=tight)
    bullet = found["bullet"]
    bullet = bullet if _NUMBERED.fullmatch(bullet) else BULLET
    words = single_blanks(line[found.end() :])
    return Piece(words, BlockKind.ITEM, level=1, bullet=bullet, tight=tight)


def _paragraphs(lines: list[str], chunk: Chunk, *, cited: bool = False) -> Iterator[Piece]:
    """Join lines that were one paragraph, and part those that were not."""
    if not lines:
        return
    width = _width(lines)
    lower = [False, *map(goes_on, lines[1:])]
    joins = _all_joins(lines, lower, width, parted=chunk.parted)
    wrapped = chunk.narrowest <= width <= WIDEST and _is_wrapped(lower, joins, width)
    indents = list(map(_indent, lines))
    least = min(indents)
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and (
            joins[index] and indents[index] == least
            if wrapped
            else lower[index]
            and (cited or len(lines[index - 1]) >= NARROWEST or _runs_on(lines, lower))
            and not _stands_alone(lines[index])
        ):
            continue
        plain = single_blanks(_join(lines[start:index]))
        set_in = wrapped and least >= 2 and index - start == len(lines)
        kind = BlockKind.QUOTATION if set_in else BlockKind.PARAGRAPH
        tight = start > 0 and len(plain) < WIDEST and not wrapped
        yield Piece(plain, kind, tight=tight)
        start = index


def _runs_on(lines: list[str], lower: list[bool]) -> bool:
    """Whether lines that are not as wide as a page may be wrapped all the same.

    What a page shows in one line each, such as its tools, is shorter or begins in capitals.
    """
    breaks = len(lines) - 1
    if breaks > _MOST_TOOLS:
        return True
    long = sum(map(len, lines[:-1])) >= _SHORTEST_WRAPPED * breaks
    return long and sum(lower) >= 0.5 * breaks


def _stands_alone(line: str) -> bool:
    """Whether a line begins in small letters, and yet nothing that stands above it goes on."""
    if _STARTS.match(line) or _ADDRESS.fullmatch(line):
        return True
    signs = _SIGNS.match(line) or (len(line) <= _LONGEST_USER and line[-4:].isdecimal())
    return bool(signs) and is_signature(line)


def _width(lines: list[str]) -> int:
    """Give the width that lines were wrapped at; one longer than the others does not count."""
    lengths = sorted(map(len, lines))
    outlier = len(lengths) > 3 and lengths[-1] > lengths[-2] + _OUTLIER
    return lengths[-2] if outlier else lengths[-1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_wrapped(lower: list[bool], joins: list[bool], width: int) -> bool:
    breaks = len(joins) - 1
    if not breaks or sum(joins) < 0.5 * breaks:
        return False
    low = sum(lower)
    # Headlines of one length look wrapped, but none of them begins in a small letter.
    return low >= _LOWER * breaks if breaks >= 4 else low > 0 or width >= 60


def _all_joins(lines: list[str], lower: list[bool], width: int, *, parted: bool) -> list[bool]:
    """Say of each line whether the one above goes on in it."""
    joins = lower[:]  # most lines of prose begin in small letters, and need no second look
    for at, low in enumerate(lower):
        line = lines[at]
        if at and (not low or line[0] == lines[at - 1][0] or line.startswith(_BYLINES)):
            joins[at] = _joins(lines[at - 1], lines[at], width, parted=parted)
    return joins


def _joins(above: str, below: str, width: int, *, parted: bool) -> bool:
    """Whether a line goes on in the next one."""
    if above[:_SHORTEST_TWIN] == below[:_SHORTEST_TWIN] and _are_twins(above, below):
        return False
    if goes_on(below):
        signs = below.startswith(_BYLINES) and _stands_alone(below)
        return not signs or len(above) >= FITS * width
    if _LABEL.match(below) or _LABEL.fullmatch(above):
        return False
    if above.endswith(CLOSED) and (is_comments_heading(below) or below.endswith(" said:")):
        return False
    needed = len(above) + 1 + len(below.split(None, 1)[0])
    # At the end of a sentence any room that is left tells; elsewhere only much of it does.
    return needed > (width if above.endswith(CLOSED) and not parted else FITS * width)


def _are_twins(above: str, below: str) -> bool:
    """Whether two lines are a caption twice over, one of them perhaps with a credit."""
    if min(len(above), len(below)) < _SHORTEST_TWIN:
        return False
    return below.startswith(above) or above.startswith(below)


def _was_torn(above: Piece, below: Piece) -> bool:
    """Whether a blank line stands in the middle of a sentence."""
    return (
        above.kind is below.kind is BlockKind.PARAGRAPH
        and len(above.plain) > NARROWEST
        and not above.tight
        and goes_over(above.plain, below.plain)
        and len(below.plain) > 1
    )


def _join(lines: list[str]) -> str:
    joined = " ".join(lines)
    if len(lines) == 1 or "- " not in joined:
        return joined
    # A word that is broken at its own hyphen, as in "hard-wrapped", keeps it.
    return _BROKEN.sub("-", single_blanks(joined))


_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z]{3})(?!and\b|or\b|nor\b|to\b)")

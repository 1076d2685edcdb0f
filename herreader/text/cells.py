"""Widths in terminal cells: of a text, and of each of its grapheme clusters.

Rich knows the widths of Unicode; it is asked only about text that is not plainly narrow.
"""

import re

# What may be wider or narrower than one cell, in coarse ranges: whole blocks in which some
# characters combine or are wide. One class of BMP ranges and a single astral one is what the
# regex engine turns into a table; every astral range by itself would make it forty times slower.
_PERHAPS_NOT_NARROW = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad"  # controls, soft hyphen
    "\u0300-\u036f\u0483-\u0489\u0591-\u10ff\u1100-\u1dff"  # marks; Hebrew to phonetic marks
    "\u2000-\u200f\u2028-\u202e\u205f-\u206f\u20d0-\u20ff"  # blanks, joiners, bidi, marks
    "\u231a\u231b\u2329\u232a\u23e9-\u23f3\u25fd\u25fe\u2600-\u27bf"  # clocks, emoji, dingbats
    "\u2b1b-\u2b55\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u2e80-\udfff"  # CJK, Hangul, surrogates
    "\uf900-\ufaff\ufb1e\ufe00-\ufe6f\ufeff-\uffef\ufff0-\ufffb"  # variation, full width
    "\U00010000-\U0010ffff"
    "]"
)
_FLAG_LETTERS = ("\N{REGIONAL INDICATOR SYMBOL LETTER A}", "\N{REGIONAL INDICATOR SYMBOL LETTER Z}")
# Rich gives a soft hyphen a cell and a tab none; see `shown`.
_AS_SHOWN_IN_PLACE = str.maketrans("\t\n\xad", "  \u200b")
_BREAKING_BLANK = re.compile("[\t\n]")
_NEVER_SEEN = re.compile("[\xad\u200b\u2060\ufeff]")  # they steer the breaking of lines only


def is_narrow(text: str) -> bool:
    """Whether every character is surely one cell wide; a tab and a newline count as one blank.

    In doubt the answer is False, which costs time and nothing else.
    """
    if text.isascii() and text.isprintable():
        return True
    return _PERHAPS_NOT_NARROW.search(text) is None


def cell_len(text: str) -> int:
    """Count the cells that a text takes in one line."""
    if is_narrow(text):
        return len(text)
    return sum(cells for _, _, cells in graphemes(text))


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Split a text into grapheme clusters: start, end, and cells (0, 1 or 2) of each, in order."""
    if is_narrow(text):
        return [(index, index + 1, 1) for index in range(len(text))]
    from rich.cells import split_graphemes

    clusters, _ = split_graphemes(text.translate(_AS_SHOWN_IN_PLACE))
    return _join_flags(text, clusters)


def shown(text: str) -> str:
    """Give what a terminal is sent for a text, as wide as `cell_len` says.

    Tabs and newlines are blanks; what is invisible, such as a soft hyphen, is left out, since
    terminals disagree about it.
    """
    return _NEVER_SEEN.sub("", _BREAKING_BLANK.sub(" ", text))


def _join_flags(text: str, clusters: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Make each pair of regional indicators, a flag, one cluster."""
    first, last = _FLAG_LETTERS
    joined: list[tuple[int, int, int]] = []
    half = False
    for start, end, cells in clusters:
        letter = first <= text[start] <= last
        if half and letter:
            before, _, left = joined.pop()
            joined.append((before, end, left + cells))
        else:
            joined.append((start, end, cells))
        half = letter and not half and end == start + 1
    return joined

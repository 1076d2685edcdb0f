"""Widths in terminal cells: of a text, and of each of its grapheme clusters.

Rich knows the widths of Unicode; it is asked only about text that is not plainly narrow.
"""

import re

# All but what is surely one cell wide, in coarse ranges: whole blocks in which some characters
# combine or are wide count as doubtful. The regex engine makes a table of the class character by
# character at every start, so it names the few narrow ones; private use is left out for that.
_PERHAPS_NOT_NARROW = re.compile(
    "[^"
    "\t\n\x20-\x7e\xa0-\xac\xae-\u02ff"  # Latin and phonetic letters; no controls, no soft hyphen
    "\u0370-\u0482\u048a-\u0590\u1e00-\u1fff"  # Greek, Cyrillic, Armenian, more Latin and Greek
    "\u2010-\u2027\u202f-\u205e\u2070-\u20cf"  # punctuation, raised and lowered, currencies
    "\u2100-\u2319\u231c-\u2328\u232b-\u23e8\u23f4-\u25fc\u25ff"  # letterlike to box drawing
    "\u27c0-\u2b1a\u2b56-\u2cee\u2cf2-\u2d7e\u2d80-\u2ddf\u2e00-\u2e7f"  # arrows, Glagolitic
    "\ufb00-\ufb1d\ufe70-\ufefe\ufffc-\uffff"  # ligatures, forms, the replacement character
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

"""Where a row may end: words to ranges that fit a number of cells.

Rows break at blanks, after hyphens between letters, after dashes, and between ideographs, never
inside a grapheme cluster. Words whose characters are all one cell wide, nearly all there are,
never have their clusters looked at: they break at the speed of `str.rfind`.
"""
# ruff: noqa: RUF001 (the classes below hold look-alikes of ASCII because these differ from it)

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate, pairwise

from herreader.text.cells import graphemes, is_narrow

Span = tuple[int, int]

_NEWLINE = re.compile("\n")
_LETTER = r"[^\W\d_]"
# A no-break space, a figure space and a word joiner are not here: no row ends at them. Of these
# only the tab is in text that `is_narrow`.
_UNUSUAL_BLANK = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_JOINT = re.compile(
    "[-–—](?:"
    f"(?<={_LETTER}-)(?={_LETTER})"
    r"|(?<=\w--)(?=\w)"
    r"|(?<=[–—])(?=[^\s–—,.;:!?…)\]}”’»\u2060\ufeff])"
    ")"
)
_HANGING_DASHES = frozenset(" " + dash + after for dash in "–—" for after in ("", " ", "\n"))
_IDEOGRAPH = (
    "[\u2e80-\u2fff\u3001-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]"
)
_NEVER_FIRST = (
    "[、。，．・：；？！゠‐–—〜…‥°％℃）〕］｝〉》」』】〙〗〟’”»ー々〻〳〴〵ヽヾゝゞ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ｡｣､･ｧ-ｯｰ"
    r"!%),.:;?\]}\s\u2060\ufeff]"
)
_NEVER_LAST = r"[（〔［｛〈《「『【〘〖〝‘“«｢￥＄$£¥#(\[{\s\u2060\ufeff]"
_OPENING = (
    r"(?<=[^ ])(?= )(?! +[–—](?:\s|$))"
    "|(?<=\u200b)(?=[^ ])"
    f"|(?<={_IDEOGRAPH})(?<!{_NEVER_LAST})(?!{_NEVER_FIRST})(?=.)"
    f"|(?<=.)(?<!{_NEVER_LAST})(?={_IDEOGRAPH})(?!{_NEVER_FIRST})"
)


def break_words(plain: str, room: int) -> list[Span]:
    """Break words into rows of at most `room` cells, a newline ending a row.

    The blanks around a break belong to no row. A word that does not fit is cut between its
    clusters; a single cluster wider than the room has a row of its own.
    """
    narrow = is_narrow(plain)
    view = plain.replace("\t", " ") if narrow else _UNUSUAL_BLANK.sub(" ", plain)
    joints = [match.end() for match in _JOINT.finditer(view)]
    spans: list[Span] = []
    for line in _lines(view):
        words = _trimmed(view, line)
        if narrow:
            spans += _break_narrow(view, words, room, joints)
        else:
            spans += _break_wide(plain, view, words, room, joints)
    return spans


def cut_lines(plain: str, room: int) -> list[Span]:
    """Cut each line where `room` cells are full, blanks and all."""
    narrow = is_narrow(plain)
    spans: list[Span] = []
    for start, end in _lines(plain):
        if narrow:
            cuts = range(start, max(end, start + 1), room)
            spans += [(cut, min(cut + room, end)) for cut in cuts]
        else:
            spans += _cut_wide(plain, start, end, room)
    return spans


def _lines(plain: str) -> list[Span]:
    """Split at the newlines, which belong to no line."""
    if "\n" not in plain:
        return [(0, len(plain))]
    starts = [0, *(match.end() for match in _NEWLINE.finditer(plain))]
    return [(start, after - 1) for start, after in pairwise([*starts, len(plain) + 1])]


def _trimmed(view: str, line: Span) -> Span:
    """Leave out the blanks around the words of a line."""
    start, end = line
    words = view[start:end].strip(" ")
    first = view.find(words, start, end)
    return first, first + len(words)


def _inside(joints: list[int], line: Span) -> list[int]:
    start, end = line
    return joints[bisect_right(joints, start) : bisect_left(joints, end)]


def _break_narrow(view: str, line: Span, room: int, joints: list[int]) -> list[Span]:
    """Break a trimmed line in which every character is one cell wide."""
    start, end = line
    spans = []
    last = view.rfind
    dashed = " –" in view or " —" in view
    coming = iter(_inside(joints, line))
    joint = next(coming, end)
    while end - start > room:
        limit = start + room
        cut = last(" ", start + 1, limit + 1)
        while dashed and view[cut : cut + 3] in _HANGING_DASHES:
            cut = last(" ", start + 1, cut)
        while joint <= limit:
            cut = max(cut, joint)
            joint = next(coming, end)
        if cut < 0:
            cut = limit
        after = cut
        while view[after] == " ":
            after += 1
        while view[cut - 1] == " ":
            cut -= 1
        spans.append((start, cut))
        start = after
    spans.append((start, end))
    return spans


def _break_wide(plain: str, view: str, line: Span, room: int, joints: list[int]) -> list[Span]:
    """Break a trimmed line by the cells of its clusters."""
    start, end = line
    clusters = graphemes(plain[start:end])
    edges = [start + first for first, _, _ in clusters] + [end]
    before = list(accumulate((cells for _, _, cells in clusters), initial=0))
    openings = {
        *_inside(joints, line),
        *(match.start() for match in _opening().finditer(view, start, end)),
    }
    breaks = [start, *sorted(openings.intersection(edges))]
    spans = []
    index = 0
    while before[-1] - before[index] > room and index + 1 < len(clusters):
        full = max(bisect_right(before, before[index] + room) - 1, index + 1)
        cut = breaks[bisect_right(breaks, edges[full]) - 1]
        if cut <= edges[index]:
            cut = edges[full]
        spans.append((edges[index], cut))
        index = bisect_left(edges, cut)
        # A blank that carries a combining mark stays: the mark would be lost with it.
        while view[edges[index]] == " " and edges[index + 1] == edges[index] + 1:
            index += 1
    spans.append((edges[index], end))
    return spans


@cache
def _opening() -> re.Pattern[str]:
    # Its classes take two milliseconds to compile, and few texts need it.
    return re.compile(_OPENING)


def _cut_wide(plain: str, start: int, end: int, room: int) -> list[Span]:
    spans = []
    first, filled = start, 0
    for offset, _, cells in graphemes(plain[start:end]):
        if filled and filled + cells > room:
            spans.append((first, start + offset))
            first, filled = start + offset, 0
        filled += cells
    spans.append((first, end))
    return spans

"""Texts and pages on which a parser would work for minutes: nobody and no browser has made them."""

import re
from time import monotonic

from herreader.errors import ImportRefusedError
from herreader.importing.opening import refusal
from herreader.importing.phrases import words_of

MOST_PIECES = 200_000
"""Paragraphs, items and headings: several times those in a file of prose of the largest size."""
MOST_LINES = 500_000
"""More than a file of the largest size has, as its lines have 76 characters."""
_DEEPEST = 3000
"""Elements within elements; the time that a parser needs grows with the square of them."""
_MOST_ATTRIBUTES = 10_000
"""In one tag: a parser compares each with all before it."""
_MOST_CHOICES = 10_000
"""Options in a page: with each, a parser goes through its list again."""
_CURE = "Save the page anew."
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*?(/?)>")
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_OPENING = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:[\s/]++|{_ATTRIBUTE})*+")
_UNNESTED = words_of("""
    area base br col embed hr img input link meta param source track wbr p li td th tr dd dt
    option thead tbody tfoot colgroup
""")


def check_length(pieces: int, name: str) -> None:
    """Refuse a text of more pieces than are worth the time.

    Raises:
        ImportRefusedError: If there are so many.
    """
    if pieces > MOST_PIECES:
        why = f"it has more than {MOST_PIECES:,} paragraphs. Divide it into smaller files."
        raise refusal(name, why)


def check_lines(text: str, name: str) -> None:
    """Refuse a text of more lines than are worth the time.

    Raises:
        ImportRefusedError: If there are so many.
    """
    # Most texts have not even so many characters, and to count their lines takes longer.
    if len(text) > MOST_LINES and text.count("\n") > MOST_LINES:
        why = f"it has more than {MOST_LINES:,} lines. Divide it into smaller files."
        raise refusal(name, why)


def check_bounds(html: str, name: str) -> None:
    """Refuse a page that is not worth the time to parse it.

    Raises:
        ImportRefusedError: If it is nested too deeply, or has far too much of one thing.
    """
    if html.count("<") > _DEEPEST and _depth(html) > _DEEPEST:
        raise refusal(name, f"its elements are nested more than {_DEEPEST:,} deep. {_CURE}")
    if html.lower().count("<option") > _MOST_CHOICES:
        raise refusal(name, f"its forms offer more than {_MOST_CHOICES:,} choices. {_CURE}")
    if any(map(_is_crowded, _OPENING.finditer(html))):
        raise refusal(name, f"a tag has more than {_MOST_ATTRIBUTES:,} attributes. {_CURE}")


def check_time(end: float, name: str) -> None:
    """Refuse what is not yet read when the monotonic clock has come to an end.

    Raises:
        ImportRefusedError: If it has.
    """
    if monotonic() > end:
        raise too_long(name)


def too_long(name: str) -> ImportRefusedError:
    """Say that something takes too long to read."""
    return refusal(name, "it takes too long to read. Divide it into smaller files.")


def _depth(html: str) -> int:
    depth = deepest = 0
    # Behind the last ">" no tag ends, and to look for its end from each "<" on would take hours.
    for closing, tag, empty in _TAG.findall(html, 0, html.rfind(">") + 1):
        if empty or tag.lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _is_crowded(tag: re.Match[str]) -> bool:
    long = tag.end() - tag.start() > 2 * _MOST_ATTRIBUTES
    return long and len(_ATTRIBUTES.findall(tag[0])) > _MOST_ATTRIBUTES

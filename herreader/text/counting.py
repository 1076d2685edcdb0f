"""Words counted, and counts in words."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import filterfalse

from herreader.model.text import Block

DOTS = 8
"""Reviews up to which each has a dot of its own beside a scene; beyond, they are counted."""


_LONG = 12
"""Characters to a word on average, beyond which hardly any blank stands between words."""

_TWO_SIGNS = (
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # kana, Chinese characters
    "\uf900-\ufaff\U00020000-\U0003ffff]{1,2})"
)


def count_words(blocks: Iterable[Block]) -> int:
    """Count the words of a text; a dash or a row of stars between blanks is none.

    Where no blanks stand between words, two signs count as one: they take as long to read.
    """
    text = " ".join([block.plain for block in blocks])
    words = text.split()
    if len(text) > _LONG * len(words):
        words = _two_signs().sub(r" \1 ", text).split()
    marked = [word for word in filterfalse(str.isalnum, words) if not word[0].isalnum()]
    return len(words) - sum(not any(map(str.isalnum, word)) for word in marked)


@cache
def _two_signs() -> re.Pattern[str]:
    # Hardly ever needed, and compiling it takes a millisecond.
    return re.compile(_TWO_SIGNS)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def dot(passages: int) -> str:
    """Give the sign of a review with so many passages on a scene: silent, one, or more."""
    return "·•●"[min(passages, 2)]


def first_few(names: Sequence[str], most: int) -> str:
    """Name the first of some things, and count the others."""
    named = ", ".join(names[:most])
    return f"{named} and {len(names) - most:,} more" if len(names) > most else named


def on_scenes(passages: int, scenes: int) -> str:
    """Say how many passages speak of how many scenes."""
    if not passages:
        return "no passage on a scene"
    return f"{counted(passages, 'passage')} on {counted(scenes, 'scene')}"

"""Words counted, and counts in words."""

from collections.abc import Iterable, Sequence
from itertools import filterfalse

from herreader.model.text import Block

DOTS = 8
"""Reviews up to which each has a dot of its own beside a scene; beyond, they are counted."""


def count_words(blocks: Iterable[Block]) -> int:
    """Count the words of a text; a dash or a row of stars between blanks is none."""
    words = [word for block in blocks for word in block.plain.split()]
    return len(words) - sum(map(_is_none, filterfalse(str.isalnum, words)))


def _is_none(word: str) -> bool:
    return not (word[0].isalnum() or any(map(str.isalnum, word)))


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

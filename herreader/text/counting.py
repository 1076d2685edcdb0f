"""Words counted, and counts in words."""

from collections.abc import Iterable

from herreader.model import Block


def count_words(blocks: Iterable[Block]) -> int:
    """Count the words of a text; a dash or a row of stars between blanks is none."""
    words = (word for block in blocks for word in block.plain.split())
    return sum(word.isalpha() or any(map(str.isalnum, word)) for word in words)


def counted(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

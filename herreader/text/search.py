"""Words that are looked for in a text, in smart case and across wrapped lines."""
# ruff: noqa: RUF001 (curly quotes and their look-alikes are what is matched here)

import re
from bisect import bisect_left
from collections.abc import Callable
from unicodedata import normalize

from herreader.model.text import Block, Passage, Place, Text

_SINGLE_QUOTES = "'’‘ʼ‛′"
_DOUBLE_QUOTES = '"“”„‟″'
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


def compile_query(query: str) -> re.Pattern[str]:
    """Make the pattern of a query.

    A query all in lower case finds any case. Any blanks in it find any blanks; straight and curly
    quotes find each other. Everything else stands for itself.

    Raises:
        ValueError: If there is nothing to look for.
    """
    words = normalize("NFC", query).split()
    if not words:
        msg = "a query needs a word"
        raise ValueError(msg)
    any_case = query == query.lower()
    pattern = r"\s+".join("".join(map(_escape, word)) for word in words)
    return re.compile(pattern, re.IGNORECASE if any_case else 0)


def matches(block: Block, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """List where a pattern stands in a block: start and end of each match, in order."""
    return tuple(match.span() for match in pattern.finditer(block.plain))


def longest_word(query: str) -> str:
    """Give the longest run of letters in a query, else of digits, else nothing.

    Every match of the query holds it as it is, whatever becomes of blanks and quotes, but for
    its case.
    """
    normal = normalize("NFC", query)
    runs = _LETTERS.findall(normal) or _DIGITS.findall(normal)
    return max(runs, key=len, default="")


def find_next(
    text: Text, query: str, place: Place, *, backwards: bool, stop: Callable[[], bool]
) -> Passage | None:
    """Find the nearest match that starts after a place, or before it; never around the end.

    It can be run on a thread; it ends early, with None, once `stop` answers True.

    Raises:
        ValueError: If there is nothing to look for.
    """
    pattern = compile_query(query)
    word = longest_word(query)
    for block in text.candidates(word, place.block, backwards=backwards, stop=stop):
        spans = matches(block, pattern)
        if block.number == place.block:
            starts = [start for start, _ in spans]
            if backwards:
                spans = spans[: bisect_left(starts, place.offset)]
            else:
                spans = spans[bisect_left(starts, place.offset + 1) :]
        if spans:
            return _passage(block, *spans[-1 if backwards else 0])
    return None


def _escape(character: str) -> str:
    for alike in (_SINGLE_QUOTES, _DOUBLE_QUOTES):
        if character in alike:
            return f"[{alike}]"
    return re.escape(character)


def _passage(block: Block, start: int, end: int) -> Passage:
    quote = block.plain[start:end]
    return Passage(Place(block.number, start, quote), Place(block.number, end), quote)

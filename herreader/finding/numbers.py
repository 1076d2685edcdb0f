"""Numbers in a text, in figures and in words, such as `8,316` and `six hundred and forty-one`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_UNITS += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
_UNITS += ["eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_UNITS)}
_SMALL |= {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
_SMALL["fourty"] = 40
_LARGE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HUNDRED = "hundred"
_VALUES = _SMALL | _LARGE | {_HUNDRED: 100}

# A figure beside one of these counts or names something of its own.
_BEFORE = frozenset(
    {"in", "since", "circa", "page", "pages", "pp", "room", "flat", "ref", "reference", "no", "nos"}
    | {"route", "highway", "bus", "flight", "channel", "chapter", "verse", "figure", "item"}
    | {"section", "model", "version", "top", "aged", "unit", "suite", "apartment"}
)
_AFTER = frozenset(
    {"ad", "bc", "ce", "bce", "page", "pages", "km", "kilometres", "kilometers", "miles"}
    | {"metres", "meters", "feet", "inches", "dollars", "pounds", "euros", "quid", "bucks"}
    | {"cents", "minutes", "hours", "votes", "ratings", "reviews", "screens", "theaters"}
    | {"theatres", "readers", "respondents", "percent", "words", "mph", "calories"}
)
LONGEST = 20
"""A row of more digits, in characters, counts nothing."""
_CURRENCY = frozenset("$£€¥")


class Number(NamedTuple):
    """A number that tokens `first` to `last` spell."""

    value: int
    first: int
    last: int
    in_words: bool


def is_numeral(token: str) -> bool:
    """Whether a token is a figure or a word of which a number can consist."""
    if token[0].isdecimal():
        return token[-1].isdecimal() and len(token) < LONGEST
    return token in _VALUES


def value_of(numeral: str) -> int:
    """Give the number that a numeral is by itself."""
    if numeral[0].isdecimal():
        return int("".join(filter(str.isdecimal, numeral)))
    return _VALUES[numeral]


def read_numbers(tokens: Sequence[str], marks: Sequence[int]) -> Iterator[Number]:
    """Read the numbers of a text.

    Args:
        tokens: Its words, in small letters.
        marks: Which of them are numerals.
    """
    index = 0
    while index < len(marks):
        number = _Reader(tokens).read(marks[index])
        while index < len(marks) and marks[index] <= number.last:
            index += 1
        yield number


def is_a_count(number: Number, tokens: Sequence[str], before: str) -> bool:
    """Whether a number may count people; not a year, a price, a page or a measure.

    Args:
        number: The number.
        tokens: The words of the text, in small letters.
        before: The characters between the number and the word before it.
    """
    if number.in_words:
        return True
    if before and before[-1] in _CURRENCY | frozenset("#/."):
        return before.endswith(". ")
    previous = tokens[number.first - 1] if number.first else ""
    following = tokens[number.last + 1] if number.last + 1 < len(tokens) else ""
    return previous not in _BEFORE and following not in _AFTER


class _Reader:
    """Adds up one number, word by word."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self._tokens = tokens
        self._total = 0
        self._group = 0

    def read(self, first: int) -> Number:
        in_words = not self._tokens[first][0].isdecimal()
        self._begin(self._tokens[first])
        last = first
        while (after := self._next(last)) is not None:
            last = after
        return Number(self._total + self._group, first, last, in_words)

    def _next(self, last: int) -> int | None:
        """Add the next word and give its position; None if the number is at its end."""
        position = last + 1
        word = self._word(position)
        if word == "and" and self._tokens[last] in {_HUNDRED, *_LARGE}:
            position += 1
            word = self._word(position)
        if word == _HUNDRED and self._group < 100:
            self._group = max(self._group, 1) * 100
        elif word in _LARGE:
            self._total += max(self._group, 1) * _LARGE[word]
            self._group = 0
        elif word in _SMALL and self._fits(_SMALL[word]):
            self._group += _SMALL[word]
        else:
            return None
        return position

    def _fits(self, value: int) -> bool:
        """Whether `forty` and then `one` go on as one number; `one two` does not."""
        if not self._group and self._total:
            return True
        if value >= 10:
            return self._group >= 100 and self._group % 100 == 0
        return self._group >= 20 and self._group % 10 == 0

    def _begin(self, word: str) -> None:
        if word in _LARGE:
            self._total = _LARGE[word]
        else:
            self._group = value_of(word)

    def _word(self, position: int) -> str:
        return self._tokens[position] if position < len(self._tokens) else ""

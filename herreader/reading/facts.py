"""What a reader knows of a review: its title, its author, its date, where it is from."""

import re
from dataclasses import dataclass
from datetime import date

from herreader.errors import HerreaderError
from herreader.text.safe import clean_line

_YEAR = re.compile(r"(?:18|19|20)\d\d")


class FactError(HerreaderError):
    """What a reader says of a review can't be."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader knows of a review; None leaves a fact as it is."""

    title: str | None = None
    byline: str | None = None
    date_words: str | None = None
    source: str | None = None


def check(fact: str, words: str) -> None:
    """See that a fact, by its name in `Facts`, can be what a reader has typed.

    Raises:
        FactError: If it can't; says what to write instead.
    """
    if fact == "title":
        read_title(words)
    elif fact == "date_words":
        read_date(tidied(words))


def read_title(words: str) -> str:
    """Read a title as a reader writes it.

    Raises:
        FactError: If it is empty.
    """
    title = tidied(words)
    if not title:
        raise FactError("No title", "A review needs one; write a word or more.")
    return title


def read_date(words: str) -> date | None:
    """Read a date as a reader writes it; None for empty words, and for a year or a month alone.

    Raises:
        FactError: If there is none in the words.
    """
    from herreader.importing.dates import find_date

    if not words or _YEAR.fullmatch(words):
        return None
    found = find_date(words)
    # Of figures such as 3/4/2014, nobody knows which is the month.
    unclear = found and found[0] is None and ("first" in found[1].groupdict() or found[1]["day"])
    if found is None or unclear:
        message = "Write it as 2014-01-09, 9 January 2014, January 2014 or 2014."
        raise FactError(f"No date in {clean_line(words)!r}", message)
    return found[0]


def tidied(words: str) -> str:
    """Clean what a reader has typed, and leave one blank between words."""
    return " ".join(clean_line(words).split())

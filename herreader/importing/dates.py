# ruff: noqa: RUF001 (dashes stand as they do in texts)
"""Dates as people write them."""

import re
from datetime import date
from typing import NamedTuple

from herreader.model.room import When

_MONTHS = (
    "january janvier januar enero gennaio",
    "february février februar febrero febbraio",
    "march mars märz marzo",
    "april avril abril aprile",
    "may mai mayo maggio",
    "june juin juni junio giugno",
    "july juillet juli julio luglio",
    "august août agosto",
    "september septembre septiembre settembre",
    "october octobre oktober octubre ottobre",
    "november novembre noviembre",
    "december décembre dezember diciembre dicembre",
)
"""The months in English, French, German, Spanish and Italian."""
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NUMBERS |= {names[:3]: number for number, names in enumerate(_MONTHS, start=1)} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.(?= ))?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:18|19|20)\d\d)([-/.])(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)",
        rf"\b{_DAY}(?:\s+(?:of|de))?[\s-]+{_MONTH},?(?:\s+de)?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b(?P<first>\d\d?)(?P<dot>[./-]|(?<=\b\d\d) (?=\d\d ))(?P<second>\d\d?)(?P=dot){_YEAR}",
        rf"\b{_MONTH},?\s+{_YEAR}(?![-/.]\d)",
    )
)
_GLUED = re.compile(
    rf"(?P<name>[a-z][\w.-]{{2,29}}?)(?P<day>(?:[12]\d|3[01]|[1-9]) {_MONTH} (?:19|20)\d\d)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:(?:spring|summer|autumn|fall|winter) )?(?P<year>(?:18|19|20)\d\d)"
    r"(?:[-/](?P<month>0[1-9]|1[0-2]))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:[\W\d_]|\b(?:on|at|the|(?:first )?(?:published|posted|written)"
    r"|(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|[ap]m|gmt|utc|[ce]e?s?t)\b)*",
    re.IGNORECASE,
)
"""What may stand beside a date in words that are said to be one: a day of the week, an hour."""
_HINT = re.compile(r"(?:18|19|20)\d\d")
_CHANGED = re.compile(
    r"\b(?:updated|modified|revised|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|"
    r"aggiornato)\b",
    re.IGNORECASE,
)
_LONGEST = 200  # characters
_DASHES = frozenset("-–—")
_BESIDE = " |·•,;(-–—"


class FoundDate(NamedTuple):
    """A date in a line.

    Attributes:
        when: The date as far as it is sure: not the day nor the month where Europe reads them one
            way and America another; None if there is no such day.
        start: Where its words begin.
        end: Where they end.
        clear: Whether the words can be read in one way only.
    """

    when: When | None
    start: int
    end: int
    clear: bool


def find_date(words: str) -> FoundDate | None:
    """Find the first date in a line."""
    if not _HINT.search(words):
        return None
    found = [match for form in _FORMS if (match := form.search(words))]
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    when = _when(first)
    clear = when is not None and ("first" not in first.groupdict() or when.day > 0)
    return FoundDate(when, first.start(), first.end(), clear)


def read_date(words: str) -> FoundDate | None:
    """Read words that are said to be a date: they may be a year or a season, or in figures."""
    alone = _ALONE.fullmatch(words)
    if alone is None:
        return find_date(words)
    return FoundDate(When(int(alone["year"]), int(alone["month"] or 0)), 0, len(words), clear=True)


def stands_alone(found: FoundDate, words: str) -> bool:
    """Whether words say a date and nothing else but for its day of the week, or its hour."""
    beside = words[: found.start], words[found.end :]
    return all(_AROUND.fullmatch(each) and not _HINT.search(each) for each in beside)


def without_glue(words: str) -> str:
    """Put a blank between the name of a user and a date, where a page shows both in one line."""
    found = _GLUED.fullmatch(words)
    return f"{found['name']} {found['day']}" if found else words


def published_in(words: str) -> str:
    """Cut off a line what stands before the day on which a text appeared.

    Nothing is left of one that tells from when to when; one that tells only when the text was
    changed stays.
    """
    if len(words) > _LONGEST:  # no line that a page shows
        return words
    parts: list[tuple[str, int]] = []
    end = 0
    while found := find_date(words[end:]):
        parts.append((words[end : end + found.start], end))
        end += found.end
    if any(before.strip() in _DASHES for before, _ in parts[1:]):
        return ""
    starts = (at for before, at in parts if not _CHANGED.search(before))
    start = next(starts, 0)
    return words[start:].lstrip(_BESIDE) if start else words


def tells_change(words: str) -> bool:
    """Whether the first date in a line tells when a text was changed."""
    found = find_date(words)
    return found is not None and _CHANGED.search(words, 0, found.start) is not None


def _when(found: re.Match[str]) -> When | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        day, month = _in_order(int(parts["first"]), int(parts["second"]), parts["dot"])
    else:
        name = parts["month"].lower()
        month = _NUMBERS.get(name) or int(name)
        day = int(parts.get("day") or 0)
    known = When(year, month, day)
    return known if _is_real(known) else None


def _is_real(when: When) -> bool:
    try:
        date(when.year, when.month or 1, when.day or 1)
    except ValueError:
        return False
    return when.month > 0 or not when.day


def _in_order(first: int, second: int, dot: str) -> tuple[int, int]:
    """Give day and month of a date in figures; neither where it may be read both ways."""
    if first > 12 or first == second or dot == ".":  # nobody puts the month first before a dot
        return first, second
    return (second, first) if second > 12 else (0, 0)

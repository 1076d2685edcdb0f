"""Dates as people write them."""

import re
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)}
_NUMBERS |= {name[:3]: number for name, number in _NUMBERS.items()} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>(?:18|19|20)\d\d)([-/.])(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)",
        rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b(?P<first>\d\d?)(?P<dot>[./-])(?P<second>\d\d?)(?P=dot){_YEAR}",
        rf"\b{_MONTH},?\s+{_YEAR}",
    )
)
_HINT = re.compile(r"(?:18|19|20)\d\d")


def find_date(words: str) -> tuple[date | None, re.Match[str]] | None:
    """Find the first date in a line.

    Returns:
        The day, and the words; the day is None where they name a month only, no day that there
        is, or one that is written one way in Europe and another in America.
    """
    if not _HINT.search(words):
        return None
    found = [match for form in _FORMS if (match := form.search(words))]
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    return _day(first), first


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        day, month = _in_order(int(parts["first"]), int(parts["second"]), parts["dot"])
    else:
        name = parts["month"].lower()
        month = _NUMBERS.get(name) or int(name)
        day = int(parts.get("day") or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_order(first: int, second: int, dot: str) -> tuple[int, int]:
    """Give day and month of a date in figures; no day where it may be read both ways."""
    if first > 12 or first == second or dot == ".":  # nobody puts the month first before a dot
        return first, second
    return (second, first) if second > 12 else (0, first)

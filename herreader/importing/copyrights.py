# ruff: noqa: RUF001 (dashes stand as they do in texts)
"""Copyright lines: who holds the right in a text."""

import re

from herreader.importing.persons import may_be_person

_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?:\s*(?:©|\([cC]\)))?\s*"
    r"(?P<before>(?:by )?[^\d©]{2,60}?,?\s)?"
    r"(?:\d{4}(?:\s?[-–—]\s?(?:\d{2,4}|present))?,?)\s*(?:by\s+)?"
    r"(?P<after>[^\d|©.]*(?:\b[A-Z]\. ?[^\d|©.]*)?)"
)
_HOLDER_ENDS = re.compile(r"\s*(?:[,|·•;]|\ball rights\b)", re.IGNORECASE)


def is_copyright(line: str) -> bool:
    """Whether a line begins with a copyright, and names its holder and a year."""
    return _COPYRIGHT.match(line) is not None


def copyright_holder(line: str) -> str:
    """Give the person in a copyright line; empty if it names none, or a company."""
    found = _COPYRIGHT.match(line.strip())
    if not found:
        return ""
    for name in (found["after"], (found["before"] or "").removeprefix("by ")):
        holder = _HOLDER_ENDS.split(name, maxsplit=1)[0].strip()
        if may_be_person(holder):
            return holder
    return ""

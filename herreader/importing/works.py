# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Lines that name the work which a text is on, as titles do."""

import re
from functools import lru_cache


def is_on_work(words: str, work: str) -> bool:
    """Whether a line that may be a title names a work, in its first words or in quotes, say.

    Args:
        words: The line.
        work: The title of the work; without one, no line is.
    """
    return bool(work) and _form(work).search(words) is not None


def is_only_work(words: str, work: str, *, dated: bool = False) -> bool:
    """Whether a line is nothing but the title of a work, with its year at most, or at least."""
    found = _whole_form(work).fullmatch(words) if work else None
    return found is not None and (found["year"] is not None or not dated)


@lru_cache(8)
def _form(work: str) -> re.Pattern[str]:
    before = r"(?:^|[:–—|-] |\b(?:[Oo]n|[Oo]f|[Aa]bout) |['’]s |[\"“‘«'])[\"“‘«'*_]*"
    return re.compile(rf"{before}(?:{_shown(work)})(?=$|[^\w'’-]|['’](?!\w))")


@lru_cache(8)
def _whole_form(work: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_shown(work)})(?:\W+(?P<year>(?:18|19|20)\d\d))?\W*")


def _shown(work: str) -> str:
    return f"{re.escape(work)}|{re.escape(work.upper())}"

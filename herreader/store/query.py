"""What a reader types into the search, taken apart: any of it has a meaning or a polite answer.

Words must all be in a block; “words in quotes” one after another; `fall*` is the beginning of a
word. Everything else is words too: there is no syntax that could be wrong.
"""

import re
from typing import NamedTuple
from unicodedata import normalize

from herreader.errors import StoreError
from herreader.store.texts import unspaced
from herreader.text.safe import clean

LONGEST = 1000
"""Characters of a query."""
MOST = 32
"""Words and phrases of a query."""

_TITLE = "The search could not be made"
# A straight or curly quote opens a phrase that ends at the next one, or with the query.
_TERM = re.compile('["“”„‟«»]([^"“”„‟«»]*)(?:["“”„‟«»](\\*?)|$)|([^\\s"“”„‟«»]+)')
_WORD = re.compile(r"[^\W_]")


class QueryError(StoreError):
    """A query that nothing can be looked for with; its message says what to write instead."""


class Query(NamedTuple):
    """What is looked for in one block.

    Attributes:
        match: An expression for FTS5; empty if all terms are looked for as they stand.
        begins: Whether a term of the expression is the beginning of a word.
        within: Terms in a script without blanks between words: they may stand inside others.
    """

    match: str
    begins: bool
    within: tuple[str, ...]


def read_query(words: str) -> Query:
    """Take a query apart.

    Raises:
        QueryError: If there is nothing to look for in it, or too much.
    """
    if len(words) > LONGEST:
        raise QueryError(_TITLE, f"Write at most {LONGEST:,} characters; a few words are enough.")
    terms = [term for match in _TERM.finditer(_normal(words)) if (term := _term(match))[0]]
    if not terms:
        raise QueryError(_TITLE, "Write a word or a number: signs alone are not looked for.")
    if len(terms) > MOST:
        cure = "put them in quotes to find them one after another"
        raise QueryError(_TITLE, f"Write at most {MOST} words, or {cure}.")
    spaced = [(word, begins) for word, begins in terms if not unspaced(word)]
    return Query(
        match=" ".join(f'"{word}" *' if begins else f'"{word}"' for word, begins in spaced),
        begins=any(begins for _, begins in spaced),
        within=tuple(word for word, _ in terms if unspaced(word)),
    )


def _normal(words: str) -> str:
    """Write a query as texts are written."""
    return normalize("NFC", clean(words)).replace("\N{REPLACEMENT CHARACTER}", " ")


def _term(match: re.Match[str]) -> tuple[str, bool]:
    """Give the words of a term, if there are any, and whether the last one only begins so."""
    phrase, star, word = match.groups()
    written = word if phrase is None else phrase
    begins = bool(star) or written.endswith("*")
    plain = " ".join(written.strip("* \t\n").split())
    return (plain if _WORD.search(plain) else "", begins)

# ruff: noqa: RUF001 (quotes stand as they do in texts)
"""Names of people, and what only looks like one: companies, nobody, anything else."""

import re
from typing import Final
from unicodedata import combining, normalize

from herreader.importing.names import GIVEN
from herreader.importing.phrases import words_of

CAPITAL: Final = "[A-ZÀ-ÖØ-ÞŁŚŠŽ]"
WORD: Final = rf"(?:{CAPITAL}[\w'’.-]*|de|del|della|der|den|da|di|du|la|le|van|von|bin|al|y)"
"""The form of a word in a name."""
PERSON: Final = rf"{CAPITAL}[\w'’.-]*(?: {WORD}){{0,2}} {CAPITAL}[\w'’-]+"
"""That of the whole name of one person."""
_NAME = rf"{WORD}(?: {WORD}){{0,4}}"
PEOPLE: Final = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,3}}"
"""That of names, of one or several."""
_ONE = re.compile(PERSON)
_ONE_NAME = re.compile(_NAME)
_NAMES = re.compile(PEOPLE)
_INITIAL = re.compile(f"(?:{CAPITAL}[.])+")
_LONGEST_PERSON = 4  # words
_LONGEST_NAMES = 60  # characters
_NO_PERSON = re.compile(
    r"\b(?:ltd|limited|inc|llc|gmbh|media|blogs?|films?|reviews?|magazine|news|press|group|network|"
    r"times|the|company|co|corp|studios?|publications?|publishing|journal|university|critics?|"
    r"cinemas?|movies?|rights|reserved|com|org|net|www|tv|entertainment|pictures|productions|"
    r"digital|online|guardian|post|daily|weekly|review|club|society|foundation|house|books|"
    r"all|team|staff|desk|editors?|editorial|admin|administrator|webmaster|guest|anonymous|"
    r"unknown|user|author|contributors?|partners?|llp|plc|bv|ag|sa|site|website|page)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:bros|pictures|studios?|productions?|entertainment|distribution|inc|llc|ltd|gmbh|"
    r"redaktion|redacción|rédaction|redazione|newsroom)\b|\w (?:staff|editors?|team|desk)$",
    re.IGNORECASE,
)
_NOBODY = words_of("""
    admin administrator editor editors editorial staff guest anonymous unknown webmaster
    team desk user author contributor contributors writer none nobody n/a wordpress root default
    the undefined null
""")


def is_person(words: str) -> bool:
    """Whether words are the name of a person, and can be nothing else."""
    first, *others = words.split()[:_LONGEST_PERSON] or [""]
    return (
        0 < len(others) < _LONGEST_PERSON
        and (_without_accents(first.lower()) in GIVEN or _INITIAL.fullmatch(first) is not None)
        and _ONE.fullmatch(words) is not None
        and not _NO_PERSON.search(words)
    )


def _without_accents(words: str) -> str:
    if words.isascii():
        return words
    return "".join(sign for sign in normalize("NFD", words) if not combining(sign))


def may_be_person(words: str) -> bool:
    """Whether words could be the name of a person: they are a whole one, and no company's."""
    named = 1 < len(words.split()) <= _LONGEST_PERSON
    return named and _ONE_NAME.fullmatch(words) is not None and not _NO_PERSON.search(words)


def is_company(name: str) -> bool:
    """Whether a name is that of a company or an office: it signs no review."""
    return _COMPANY.search(name) is not None


def is_nobody(name: str) -> bool:
    """Whether a name stands for no person, such as "admin"."""
    lone = name.lower().strip().split()
    return len(lone) <= 2 and bool(lone) and all(word in _NOBODY for word in lone)


def reads_as_name(words: str) -> bool:
    """Whether words could be a name, of a person or of anything else, and nothing more."""
    return len(words) <= _LONGEST_NAMES and bool(_NAMES.fullmatch(words))

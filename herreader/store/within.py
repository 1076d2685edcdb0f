"""Terms that may stand inside of words, found as the full-text search finds words."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from herreader.store.texts import unspaced


class _Folded(dict[int, str]):
    """What each character is looked for as, in one character, by its code."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


_FOLDED = _Folded()


def spans_of(terms: Iterable[str], plain: str) -> list[tuple[int, int]]:
    """Tell where any of some terms stands in a text; nothing if one of them stands nowhere.

    Case, accents and the ends of lines do not matter.
    """
    folded = plain.translate(_FOLDED)
    sought = [term.translate(_FOLDED) for term in terms]
    if not all(term in folded for term in sought):
        return []
    pattern = re.compile("|".join(map(re.escape, sought)))
    return [match.span() for match in pattern.finditer(folded)]


def _fold(character: str) -> str:
    if unspaced(character):
        return character  # a mark makes another sound or word of it
    return " " if character.isspace() else normalize("NFD", character)[0].lower()[0]

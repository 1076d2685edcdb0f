"""Sentences that only say who made a work and who plays whom."""

import re
from collections.abc import Sequence

_HEAD = re.compile(
    r"\s*(?:starring|(?:stars|cast|with|director)\s*:|directed by|credits)", re.IGNORECASE
)
_MANY = 4
_WORDS_A_NAME = 6


def players_listed(plain: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Say which sentences of a text are lists of players: they speak of no scene."""
    if plain.count("(") < _MANY and plain.count(",") < _MANY - 1:
        return frozenset()
    return frozenset(
        at for at, (start, end) in enumerate(sentences) if _lists_players(plain[start:end])
    )


def _lists_players(sentence: str) -> bool:
    brackets = sentence.count("(")
    if brackets >= _MANY and len(sentence.split()) < _WORDS_A_NAME * brackets:
        return True
    return sentence.count(",") >= _MANY - 1 and bool(_HEAD.match(sentence))

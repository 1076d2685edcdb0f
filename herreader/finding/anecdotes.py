"""Sentences in which critics tell of their own lives, and not of the work.

*We lived above a beach*, *my wife and I signed the papers*: the words are those of a scene.
"""

import re
from collections.abc import Iterable

_THEIRS = (
    "ex|wife|husband|boyfriend|girlfriend|partner|marriage|divorce|phone|laptop|computer|flat|"
    "apartment|building|house|home|office|boss|job|father|mother|mum|mom|dad|sister|brother|son|"
    "daughter|niece|nephew|friends?|neighbou?r|bed|wedding"
)
_DID = (
    "went|go|lived?|sat|signed|played|ran|broke up|met|moved|dated|called|rang|married|divorced|"
    "walked|lay|lie|bought|installed|worked?|grew up|danced|slept|kissed|drank|drove|used to|"
    "had lunch|spent|ordered|texted|phoned|lost"
)
_BEGINS = re.compile(
    r"\W*(?:(?:[Oo]nce|[Ll]ast \w+|[Yy]ears ago|[Oo]ne \w+|[Aa]fterwards|[Oo]n the way home|"
    r"[Tt]hat (?:night|evening)|[Tt]he next \w+|"
    r"[Aa]fter (?:the|this) (?:film|movie|screening)),? )?"
    r"(?P<own>"
    rf"(?:[Mm]y|[Oo]ur)(?: \w+)?[ -](?:{_THEIRS})\b"
    rf"|(?:I|[Ww]e)(?:[’']d| had| have| also| once| both| then| never)* (?:{_DID})\b)"  # noqa: RUF001 - as texts have it
)
_OF_OTHERS = (
    "he|she|him|her|his|hers|they|them|their|himself|herself|themselves|films?|movies?|scenes?|"
    "pictures?|characters?|story|novel|book|play|hero|heroine|protagonist"
)


class Anecdotes:
    """Knows passages on critics from those on a work, whose people have these names."""

    def __init__(self, names: Iterable[str]) -> None:
        of_others = "|".join((_OF_OTHERS, *map(re.escape, names)))
        self._of_others = re.compile(rf"\b(?:{of_others})\b", re.IGNORECASE)

    def tells(self, passage: str) -> bool:
        """Whether somebody who says "I" is all that a passage tells of, from its beginning on."""
        begun = _BEGINS.match(passage)
        return begun is not None and not self._of_others.search(passage, begun.start("own"))

# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Which short lines of a plain text are headings, and which are quotations."""

import re
from collections import Counter

from herreader.importing.draft import GUESSED, Piece
from herreader.importing.phrases import entries_of
from herreader.importing.rubbish import is_caption, is_rating
from herreader.model.text import BlockKind

_LONGEST = 70
_SURE = 45  # characters in a heading above what is too short to be prose
_LONGEST_SPEAKER = 24  # characters
_SENTENCE = 60  # characters
_SPOKEN = re.compile(
    r"[\"“].{12,}[\"”]\s*[-–—]\s*\S.*|[“\"][^“”\"]{20,}[.!?,…]?[”\"][.]?(?<=[.!?…].|.[.])"
    r"|«\s?[^«»]{12,}[.!?…]\s?»"
)
"""Words with the name of the one who says them, or a whole sentence in quotation marks."""
_PARTS = entries_of("""
    abstract, introduction, conclusion, conclusions, notes, endnotes, footnotes, references,
    works cited, bibliography, filmography, final thoughts, verdict, the verdict
""")
"""Headings that essays have, whatever stands below them."""


def is_short_line(plain: str) -> bool:
    """Whether words could be a heading: few, and not the end of a sentence."""
    return (
        len(plain) <= _LONGEST
        and plain[-1:] not in ".,;:。、，；："
        and "\n" not in plain
        and not plain[:1].islower()
        and any(map(str.isalpha, plain))
    )


def mark_headings(pieces: list[Piece]) -> None:
    """Take short lines above prose for headings, and what is said in quotation marks for that."""
    turns = _turns(pieces)
    for index, piece in enumerate(pieces[:-1]):
        if len(piece.plain) > _LONGEST or piece.kind is not BlockKind.PARAGRAPH:
            continue
        if not is_short_line(piece.plain):
            continue
        below = pieces[index + 1]
        rated = index + 2 < len(pieces) and is_rating(below.plain)
        if _SPOKEN.fullmatch(piece.plain):
            piece.kind = BlockKind.QUOTATION
        elif _is_shouted(piece.plain) or (
            not piece.tight
            and _speaker(piece.plain) not in turns
            and (rated or _heads(piece.plain, below))
        ):
            piece.kind, piece.level, piece.role = BlockKind.HEADING, 2, piece.role or GUESSED


def _turns(pieces: list[Piece]) -> set[str]:
    """Give what begins several lines, as the name of a speaker does, and the Q of a question."""
    speakers = Counter(
        _speaker(piece.plain)
        for piece in pieces
        if ":" in piece.plain and len(piece.plain) <= _LONGEST
    )
    return {speaker for speaker, times in speakers.items() if speaker and times > 1}


def _speaker(plain: str) -> str:
    before, colon, _ = plain[:_LONGEST_SPEAKER].partition(": ")
    return before if colon else ""


def _heads(plain: str, below: Piece) -> bool:
    if plain.lower() in _PARTS:
        return True
    if below.kind is BlockKind.ITEM or below.tight or is_caption(plain):
        return False
    sentence = len(below.plain) >= _SENTENCE and below.ends_as_sentence
    return below.is_prose or (sentence and len(plain) <= _SURE and plain[-1] not in '!?”"…')


def _is_shouted(plain: str) -> bool:
    return plain.isupper() and sum(map(str.isalpha, plain)) >= 6

# ruff: noqa: RUF001 (dashes stand as they do in texts)
"""What stands above or below the text on each page of a print: running heads, and numbers."""

import re
from itertools import pairwise

from herreader.importing.draft import Piece, kept
from herreader.importing.persons import reads_as_name
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_HEADS = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_LONGEST_HEAD = 80
_PAPER = 4  # pieces at its beginning, among which it is signed
_FIRST_PAGE = 10  # of a magazine: smaller numbers count the parts of a review
_MOST_PAGES = 60  # from one running head to the next
_LONGEST_NUMBER = 8  # characters
_PAGES = 3  # at least
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBER = re.compile(r"(\d{1,4})(?: ?[-–—])?")  # its first dash is read as a bullet
_PAGED = (
    re.compile(r"(?P<page>\d{1,4}) (?P<head>\S.* .*)"),
    re.compile(r"(?P<head>\S.* .*|[^\W\d_]{2,}) (?P<page>\d{1,4})"),
)
"""A running head: the number of the page stands at one end of it."""


def sift_running_heads(pieces: list[Piece]) -> None:
    """Set aside lines that stand on several pages, with the number of each at one end.

    On a paper it is the surname of who wrote it, and signs it at its beginning.
    """
    names = (piece.plain for piece in pieces[:_PAPER] if reads_as_name(piece.plain))
    signers = {name.rpartition(" ")[2] for name in names}
    heads: dict[str, list[tuple[int, Piece]]] = {}
    for piece in kept(pieces):
        if len(piece.plain) > _LONGEST_HEAD or piece.kind not in _HEADS or piece.ends_as_sentence:
            continue
        for found in filter(None, (form.fullmatch(piece.plain) for form in _PAGED)):
            heads.setdefault(found["head"], []).append((int(found["page"]), piece))
    for head, lines in heads.items():
        steps = [after[0] - before[0] for before, after in pairwise(lines)]
        on = steps and min(steps) > 0 and max(steps) < _MOST_PAGES
        # One word may as well count the scenes of a film, or its minutes.
        if on and (head in signers or (lines[0][0] >= _FIRST_PAGE and " " in head)):
            for _, piece in lines:
                piece.aside = AsideKind.FOOTER


def sift_page_numbers(pieces: list[Piece]) -> None:
    """Set aside the numbers of pages, where they stand in order between the paragraphs.

    The first page has none; the parts of a text are counted from one.
    """
    numbers = [
        (int(found[1]), piece)
        for piece in pieces
        if len(piece.plain) <= _LONGEST_NUMBER
        and piece.aside is None
        and (found := _NUMBER.fullmatch(piece.plain))
        and not _YEAR.fullmatch(piece.plain)
    ]
    in_order = all(after[0] == before[0] + 1 for before, after in pairwise(numbers))
    if len(numbers) >= _PAGES and in_order and numbers[0][0] > 1:
        for _, piece in numbers:
            piece.aside = AsideKind.FOOTER

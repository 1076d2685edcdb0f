# ruff: noqa: RUF001 (dashes stand as they do in texts)
"""What stands above or below the text on each page of a print: running heads, and numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from herreader.importing.draft import GUESSED, Piece, kept, plain_key
from herreader.importing.lone_names import is_date
from herreader.importing.persons import is_person
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_LONGEST_HEAD = 80
_PAPER = 6  # pieces at its beginning, among which it is signed and dated
_FIRST_PAGE = 10  # of a magazine: smaller numbers count the parts of a review
_MOST_PAGES = 60  # from one running head to the next
_LONGEST_NUMBER = 8  # characters
_PAGES = 3  # at least
_DASHED = 2  # where each number stands between dashes
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_COUNTING = re.compile(r"\b[a-z]{4,}|,$")
"""What the title of a review or a magazine hardly holds: a longer word in small letters."""
_NUMBER = re.compile(r"(\d{1,4})(?: ?[-–—])?")  # its first dash is read as a bullet
_PAGED = (
    re.compile(r"(?P<page>\d{1,4}) (?P<head>\S.* .*)"),
    re.compile(r"(?P<head>\S.* .*|[^\W\d_]{2,}) (?P<page>\d{1,4})"),
)
"""A running head: the number of the page stands at one end of it."""


def sift_running_heads(pieces: list[Piece]) -> None:
    """Set aside lines that stand on several pages, with the number of each at one end.

    On a paper it is the surname of who wrote it, and signs it at its beginning. A heading that is
    marked as one counts what it likes, and so does what is no title nor written as titles are.
    """
    top = {plain_key(piece.plain) for piece in pieces[:_PAPER]}
    signers = _surnames_on_paper([piece.plain for piece in pieces[:_PAPER]])
    heads: dict[str, list[tuple[int, Piece]]] = {}
    for piece in kept(pieces):
        words = piece.plain
        if len(words) > _LONGEST_HEAD or _counts_itself(piece) or piece.ends_as_sentence:
            continue
        for found in filter(None, (form.fullmatch(words) for form in _PAGED)):
            head, page = found["head"], found["page"]
            counts = _COUNTING.search(head) and plain_key(head) not in top
            if not counts and not _YEAR.fullmatch(page):
                heads.setdefault(head, []).append((int(page), piece))
    for head, lines in heads.items():
        steps = [after[0] - before[0] for before, after in pairwise(lines)]
        on = steps and min(steps) > 0 and max(steps) < _MOST_PAGES
        # One word may as well count the scenes of a film, or its minutes.
        if on and (head in signers or (lines[0][0] >= _FIRST_PAGE and " " in head)):
            for _, piece in lines:
                piece.aside = AsideKind.FOOTER


def _counts_itself(piece: Piece) -> bool:
    """Whether a line is a heading that is marked as one, or an entry of a list, say."""
    return piece.kind is not BlockKind.PARAGRAPH and piece.role != GUESSED


def _surnames_on_paper(top: Sequence[str]) -> frozenset[str]:
    """Give the surnames that stand above a paper, which a date shows it to be."""
    if not any(map(is_date, top)):
        return frozenset()
    return frozenset(words.rpartition(" ")[2] for words in top if is_person(words))


def sift_page_numbers(pieces: list[Piece]) -> None:
    """Set aside the numbers of pages, where they stand in order between the paragraphs.

    The first page has none; the parts of a text are counted from one.
    """
    numbers = [
        (int(found[1]), piece)
        for piece in pieces
        if len(piece.plain) <= _LONGEST_NUMBER
        and piece.aside is None
        and (piece.kind is BlockKind.ITEM or not _counts_itself(piece))
        and (found := _NUMBER.fullmatch(piece.plain))
        and not _YEAR.fullmatch(piece.plain)
    ]
    in_order = all(after[0] == before[0] + 1 for before, after in pairwise(numbers))
    dashed = all(piece.bullet and not piece.plain.isdigit() for _, piece in numbers)
    if len(numbers) >= (_DASHED if dashed else _PAGES) and in_order and numbers[0][0] > 1:
        for _, piece in numbers:
            piece.aside = AsideKind.FOOTER

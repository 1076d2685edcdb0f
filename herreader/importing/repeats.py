# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""What stands twice in a text: prose, captions, and words pulled out of the prose."""

from collections import deque
from collections.abc import Iterable
from itertools import pairwise

from herreader.importing.draft import Piece, kept, plain_key
from herreader.importing.rubbish import without_credit
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_NEAR = 4  # pieces above, among which a caption may stand for the first time
_SHORTEST = 12  # characters of a caption
_SHORTEST_PULLED = 30
_MOST_PULLED = 100  # quotations: nobody pulls so many out of one text
_QUOTES = " “”„«»\"'‘’"


def sift_repeated(pieces: list[Piece]) -> None:
    """Set aside captions that stand twice, prose that does, and words pulled out of the prose."""
    seen: set[str] = set()
    near: deque[tuple[str, Piece]] = deque(maxlen=_NEAR)
    above: tuple[str, Piece] | None = None
    last = max((at for at, piece in enumerate(pieces) if piece.is_prose), default=-1)
    for at, piece in enumerate(pieces):
        if piece.aside is not None:
            continue
        prose = piece.is_prose
        key = piece.plain if prose else plain_key(piece.plain)
        if prose:
            if key in seen:
                piece.aside = AsideKind.REPEATED
            seen.add(key)
        elif len(key) >= _SHORTEST and piece.kind is not BlockKind.ITEM:
            of_page = not seen and at < last and _may_name_picture(piece)
            doubled = above[1] if of_page and above and above[0] == key else None
            _compare(piece, key, near, doubled)
        above = (key, piece)
        near.append(above)
    _sift_running_titles(pieces)
    _sift_pulled_out(pieces)


def _sift_running_titles(pieces: list[Piece]) -> None:
    """Set aside the title where it stands again above a further page, with its byline."""
    headings = (piece.plain for piece in pieces if piece.kind is BlockKind.HEADING)
    title = next(headings, "")
    pages = pairwise(pieces[2:]) if title and title in headings else ()
    for piece, below in pages:
        if piece.kind is BlockKind.HEADING and piece.plain == title and below.aside:
            piece.aside = piece.aside or AsideKind.REPEATED


def _may_name_picture(piece: Piece) -> bool:
    """Whether a line above the text, of which the one above says the same, may be a page's.

    A sentence is, as a line of the same paragraph: one set apart may be a refrain.
    """
    return piece.tight or not piece.ends_as_sentence


def _compare(
    piece: Piece, key: str, near: Iterable[tuple[str, Piece]], doubled: Piece | None
) -> None:
    """Set aside the shorter of a caption and one just above that begin alike."""
    for other_key, other in near:
        if other.aside or other.is_prose or len(other_key) < _SHORTEST:
            continue
        shorter, longer = sorted((key, other_key), key=len)
        captions = BlockKind.CAPTION in {piece.kind, other.kind} or shorter in {
            plain_key(without_credit(each.plain)) for each in (piece, other)
        }
        if (captions and longer.startswith(shorter)) or (other is doubled and key == other_key):
            less = piece if key == shorter else other
            more = other if less is piece else piece
            less.aside = AsideKind.REPEATED
            if more.kind is BlockKind.PARAGRAPH:
                more.kind = BlockKind.CAPTION
            return


def _sift_pulled_out(pieces: list[Piece]) -> None:
    """Set aside quotations of the text itself; what it has in quotation marks is another's."""
    pulled = [piece for piece in kept(pieces) if piece.kind is BlockKind.QUOTATION]
    if not 0 < len(pulled) <= _MOST_PULLED:
        return
    whole = [
        piece.plain
        for piece in kept(pieces)
        if piece.is_prose and piece.kind is not BlockKind.QUOTATION
    ]
    prose = "\n".join(map(plain_key, whole))
    for piece in pulled:
        key = plain_key(piece.plain)
        if len(key) >= _SHORTEST_PULLED and key in prose:
            words = piece.plain.strip(_QUOTES + ".,")
            if not any(_is_quoted(words, paragraph) for paragraph in whole):
                piece.aside = AsideKind.REPEATED


def _is_quoted(words: str, paragraph: str) -> bool:
    """Whether a paragraph has some words within quotation marks."""
    before, found, _ = paragraph.partition(words)
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return bool(found) and (opened > 0 or before.count('"') % 2 == 1)

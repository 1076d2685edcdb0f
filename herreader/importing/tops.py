"""What stands above a review: menus, and what the site says of itself."""

from itertools import pairwise

from herreader.importing.draft import Piece
from herreader.importing.lines import is_short_line
from herreader.importing.rubbish import is_menu_line, is_menu_word, is_rating, is_topic
from herreader.importing.signing import is_signature
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_ENTRIES = 3  # of a menu, at least
_ENTRY = 3  # words that an entry between others may have
_LONGEST_ENTRY = 8  # words


def sift_menus(top: list[Piece]) -> None:
    """Set aside lines that are menus, and entries that stand between entries known to be such.

    Between the menu of the site and the tools of the page stand the title and the byline.
    """
    for piece in top:
        if piece.aside is None and is_menu_line(piece.plain):
            piece.aside = AsideKind.NAVIGATION
    entries = [index for index, piece in enumerate(top) if is_menu_word(piece.plain)]
    if len(entries) < _ENTRIES:
        return
    for start, end in pairwise(entries):
        between = top[start + 1 : end] if _is_one_menu(top[start : end + 1]) else []
        for piece in (top[start], *between, top[end]):
            if piece.aside is None and len(piece.plain.split()) <= _ENTRY:
                piece.aside = AsideKind.NAVIGATION


def _is_one_menu(pieces: list[Piece]) -> bool:
    """Whether no title and no sentence can stand between two entries."""
    alike = is_topic(pieces[0].plain) == is_topic(pieces[-1].plain)
    return alike and not any(map(_is_none_of_menu, pieces))


def _is_none_of_menu(piece: Piece) -> bool:
    words = len(piece.plain.split())
    sentence = words > _ENTRY and piece.plain.endswith((".", "!", "?", "”", '"'))
    return sentence or words > _LONGEST_ENTRY or piece.kind is BlockKind.CAPTION


def sift_above_title(top: list[Piece]) -> None:
    """What stands above a page's only main heading is the site's own: its name, its motto.

    Without such a heading, what stands above the main menu is, if a title can follow.
    """
    named = [index for index, piece in enumerate(top) if piece.role == "title"]
    main = [
        index
        for index, piece in enumerate(top)
        if piece.kind is BlockKind.HEADING and piece.level == 1 and piece.aside is None
    ]
    titles = named or main or _below_menu(top)
    for piece in top[: titles[0]] if len(titles) == 1 else ():
        keep = piece.kind is BlockKind.CAPTION or is_rating(piece.plain)
        if piece.aside is None and not keep:
            piece.aside = AsideKind.NAVIGATION


def _below_menu(top: list[Piece]) -> list[int]:
    """Give the number of the first line below a menu, if it may be the title."""
    run = ends = 0
    for index, piece in enumerate(top):
        if is_signature(piece.plain):
            break  # the title stands above it
        if piece.aside is not AsideKind.NAVIGATION:
            run = 0
            continue
        run += _ENTRIES if is_menu_line(piece.plain) else is_topic(piece.plain)
        ends = index + 1 if run >= _ENTRIES else ends
    below = (at for at in range(ends, len(top)) if ends and top[at].aside is None)
    found = next(below, None)
    return [found] if found is not None and is_short_line(top[found].plain) else []

# ruff: noqa: RUF001 (dashes stand as they do in texts)
"""What stands above a review: menus, and what the site says of itself."""

import re
from dataclasses import replace
from itertools import pairwise

from herreader.importing.draft import Clue, Draft, Piece
from herreader.importing.persons import reads_as_name
from herreader.importing.rubbish import (
    is_menu_line,
    is_menu_word,
    is_rating,
    is_topic,
    read_stars,
)
from herreader.importing.title_lines import LONGEST_ENTRY, unmarked_titles
from herreader.importing.values import AsideKind
from herreader.importing.works import is_on_work, is_only_work
from herreader.model.text import BlockKind

_ENTRIES = 3  # of a menu, at least
_ENTRY = 3  # words that an entry between others may have
_HOST = re.compile(r"(?:[a-z\d-]{1,60}\.){1,4}[a-z]{2,12}")
_MINUTES = re.compile(r"\d{1,3}(?: ?[-–] ?\d{1,3})? minut\w{0,3}", re.IGNORECASE)
"""How long a text is read, as the reader view of a browser says."""
_READER_VIEW = 4  # lines at most
_HEAD = 14  # pieces, among which a customer's name and title stand


def read_reader_view(draft: Draft) -> None:
    """Read what the reader view of a browser puts above a text: site, title, author and minutes."""
    top = draft.pieces[:_READER_VIEW]
    if not top or not _HOST.fullmatch(top[0].plain):
        return
    ends = [at for at, piece in enumerate(top) if at > 1 and _MINUTES.fullmatch(piece.plain)]
    if not ends or top[1].is_prose:
        return
    top[1].aside = AsideKind.TITLE
    for piece in (top[0], top[ends[0]]):
        piece.aside = AsideKind.NAVIGATION
    for piece in top[2 : ends[0]]:
        if reads_as_name(piece.plain):
            draft.authors.append(Clue(piece.plain, "the reader view"))
            piece.aside = AsideKind.BYLINE


def read_customer(draft: Draft) -> None:
    """Read what a shop puts above the words of a customer: name, stars with the title, and date."""
    top = draft.pieces[:_HEAD]
    for at, (name, piece, below) in enumerate(zip(top, top[1:], top[2:], strict=False), start=1):
        found = read_stars(piece.plain, below.plain)
        if found and not name.is_prose:
            draft.authors.append(Clue(name.plain, "the name above the stars"))
            name.aside = AsideKind.BYLINE
            stars = replace(piece, plain=found["stars"], aside=AsideKind.DETAILS)
            title = replace(piece, plain=found["title"], aside=AsideKind.TITLE, tight=True)
            draft.pieces[at : at + 1] = [stars, title]
            return


def sift_menus(top: list[Piece]) -> None:
    """Set aside lines that are menus, and entries that stand between entries known to be such.

    Between the menu of the site and the tools of the page stand the title and the byline.
    """
    for piece in top:
        if piece.aside is None and is_menu_line(piece.plain):
            piece.aside = AsideKind.NAVIGATION
    entries = [
        index
        for index, piece in enumerate(top)
        if piece.aside in {None, AsideKind.NAVIGATION} and is_menu_word(piece.plain)
    ]
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
    sentence = words > _ENTRY and piece.ends_as_sentence
    return sentence or words > LONGEST_ENTRY or piece.kind is BlockKind.CAPTION


def sift_above_title(top: list[Piece], work: str) -> None:
    """What stands above a page's only main heading is the site's own: its name, its motto.

    Without such a heading, what stands above the main menu is, if a title can follow. Whole
    sentences above a heading stay: they may warn of what is told below. So does the name of the
    work, if the title does not tell it.
    """
    known = _marked(top)
    titles = known or unmarked_titles(top, work)
    title = top[titles[0]] if len(titles) == 1 else Piece("")
    named = is_on_work(title.plain, work)
    for piece in top[: titles[0]] if len(titles) == 1 else ():
        keep = (
            piece.kind is BlockKind.CAPTION
            or is_rating(piece.plain)
            or (known and _tells(piece))
            or (not named and is_only_work(piece.plain, work, dated=True))
        )
        if keep and is_only_work(piece.plain, work, dated=True):
            title.aside = AsideKind.TITLE  # though it is not the first line
        if piece.aside is None and not keep:
            piece.aside = AsideKind.NAVIGATION


def _tells(piece: Piece) -> bool:
    """Whether a line is a sentence that asks nothing of the reader."""
    return piece.ends_as_sentence and not piece.plain.endswith("?") and not piece.linked


def _marked(top: list[Piece]) -> list[int]:
    """Give the number of the title that its place or mark-up has told; several if unsure."""
    named: list[int] = []
    main: list[int] = []
    for index, piece in enumerate(top):
        if piece.aside is AsideKind.TITLE:
            return [index]
        if piece.role == "title":
            named.append(index)
        elif piece.kind is BlockKind.HEADING and piece.level == 1 and piece.aside is None:
            main.append(index)
    return named or main

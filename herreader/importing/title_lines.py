"""Which of the lines above a text is its title, where no mark-up says so."""

import re
from bisect import bisect
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise
from typing import Final

from herreader.importing.draft import Piece
from herreader.importing.headings import is_short_line
from herreader.importing.persons import is_person, reads_as_name
from herreader.importing.phrases import entries_of
from herreader.importing.rubbish import (
    is_beside_tools,
    is_menu_word,
    is_rating,
    is_spoiler_warning,
    is_topic,
)
from herreader.importing.signing import is_signature, is_signers_label, read_signature
from herreader.importing.values import AsideKind
from herreader.importing.works import is_on_work, is_only_work
from herreader.model.text import BlockKind

LONGEST_ENTRY: Final = 8
"""Words in the longest entry of a menu."""
_ENTRY = 3  # words that a name of a site, or most entries of a menu, have
_MANY = 4  # lines that may be the title
_BELOW_TITLE = re.compile(
    r"this (?:article|review|post|story) is .*|.*\b(?:ago|min|mins|minutes?|read)\b.*|loading.*|"
    r"(?:lesezeit|temps de lecture)\b.*|(?:published|posted|updated|on|at)\b.{0,3}|\W+",
    re.IGNORECASE,
)
"""What a page says of a text, and not of itself; it stands beside its title."""
_KICKERS = entries_of("""
    review, reviews, film review, film reviews, movie review, movie reviews, book review, feature,
    features, feature article, feature articles, film, essay, column, drama
""")
"""What sort of text it is, above its title."""
_NO_LINES = (Piece(""), Piece(""))
_LEAST_TWICE = 8  # characters in a title by which it is known where it stands twice
_TEACHER = re.compile(r"(?:prof(?:essor)?|dr|instructor|mrs?|ms)\b\.?:? \S", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day, ", re.IGNORECASE)


def unmarked_titles(top: list[Piece], work: str) -> list[int]:
    """Give the number of the title where no mark-up says which line it is; nothing if unsure."""
    signed = _first_signature(top)
    may_be = _may_be_titles(top)
    found = _twice(top, may_be, signed, work)
    found = found or _below_menu(top, may_be, signed) or _below_date(top, may_be, signed)
    signers = _signers(top) if may_be else set()
    above = [at for at in may_be if at < signed < len(top)]
    found = found or _below_name(top, above, signers)
    found = [index for index in found if top[index].plain not in signers]
    return _on_work(top, may_be, found, signed, work) or found


def _signers(top: list[Piece]) -> set[str]:
    """Give the names that lines say to be the author's."""
    signatures = (read_signature(piece.plain) for piece in top)
    return {found.author for found in signatures if found} - {""}


def _on_work(
    top: list[Piece], may_be: Sequence[int], found: list[int], signed: int, work: str
) -> list[int]:
    """Give the number of a line that names the work, if the likeliest title above it does not.

    That is then the name of the site, or its motto; but one of more words, right above, has such
    a line for its subtitle. The name of the work alone may as well stand above the facts on it: it
    is the title only right above a byline.
    """
    if found and is_on_work(top[found[0]].plain, work):
        return []
    if found:
        start, end = found[0] + 1, signed if found[0] < signed else len(top)
    elif signed < len(top) and _is_of_site(top[: signed + 1]):
        start, end = signed + 1, len(top)
    else:
        return []
    for index in (at for at in may_be if start <= at < end):
        words = top[index].plain
        if is_on_work(words, work):
            subtitle = found and index == start and len(top[found[0]].plain.split()) > _ENTRY
            alone = is_only_work(words, work) and index + 1 != signed
            return [] if subtitle or alone else [index]
    return []


def _is_of_site(pieces: list[Piece]) -> bool:
    """Whether lines may be but the name of a site, or of a user, above a date."""
    *above, last = pieces
    signature = read_signature(last.plain)
    dated = signature is not None and bool(signature.dated) and not signature.author
    return dated and all(len(piece.plain.split()) <= _ENTRY for piece in above if not piece.aside)


def _below_menu(top: list[Piece], may_be: Sequence[int], signed: int) -> list[int]:
    """Give the number of the first line below all menus, if it may be the title."""
    menus = [index for index, piece in enumerate(top[:signed]) if _is_of_menu(piece)]
    if not menus:
        return []
    below = [index for index in may_be if index < signed]
    for menu in reversed(menus):
        if below and below[-1] > menu:
            return [_likeliest(top, below[bisect(below, menu) :])]
    return [index for index in may_be if index > signed][:1]


def _below_name(top: list[Piece], above: Sequence[int], signers: AbstractSet[str]) -> list[int]:
    """Give the number of the title below the name of the author or, if it comes again, the site.

    Above the byline of somebody else, a name is the title.
    """
    words = [top[index].plain for index in above]
    if not words or signers - {words[0]}:
        return []
    named = is_person(words[0]) or (reads_as_name(words[0]) and words.count(words[0]) > 1)
    others = [at for at, plain in zip(above, words, strict=True) if plain != words[0]]
    return others[:1] if named else []


def _likeliest(top: list[Piece], found: list[int]) -> int:
    """Choose the title among lines between a menu and a byline.

    It is the first, below which a motto may stand, unless further entries of the menu come first.
    """
    words = [len(top[index].plain.split()) for index in found]
    if len(found) < _MANY or max(words[:-2]) > _ENTRY:
        return found[0]
    return found[-1] if words[-1] <= LONGEST_ENTRY else found[-2]


def _twice(top: list[Piece], may_be: Sequence[int], signed: int, work: str) -> list[int]:
    """Give the number of a line above the byline that the page shows twice, as its title.

    What may be a name, of the author say, is none below another line that may be the title; nor is
    it one if it is the first and the title, of more words, stands before it comes again.
    """
    above = [index for index in may_be if index < signed]
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for index in above:
        words = top[index].plain
        if len(words) >= _LEAST_TWICE and first.setdefault(words, index) != index:
            last[words] = index
    words_of = [len(top[index].plain.split()) for index in above]
    longest = dict(zip(above, accumulate(words_of, max), strict=True))
    return [
        index
        for words, index in last.items()
        if is_on_work(words, work)
        or not reads_as_name(words)
        or (first[words] == above[0] and longest[index] <= max(_ENTRY, words_of[0]))
    ]


def _below_date(top: list[Piece], may_be: Sequence[int], signed: int) -> list[int]:
    """Give the number of the title if it stands below its date, as in a diary or on a paper."""
    if not 0 < signed < len(top) - 1:
        return []
    dated = _WEEKDAY.match(top[signed].plain) or paper_signer(top)
    title, *others = [at for at in range(signed + 1, len(top)) if top[at].aside is None] or [0]
    alone = all(top[other].ends_as_sentence for other in others)
    return [title] if dated and alone and title and title in may_be else []


def paper_signer(top: list[Piece]) -> str:
    """Give who wrote a paper, from its first line; nothing if it does not begin as papers do."""
    first, second = [*(piece for piece in top if piece.aside is not AsideKind.FOOTER), *_NO_LINES][
        :2
    ]
    taught = reads_as_name(first.plain) and _TEACHER.match(second.plain)
    return first.plain if is_person(first.plain) or taught else ""


def _first_signature(top: list[Piece]) -> int:
    """Give the number of the first byline or dateline; that of the end if there is none.

    One above a menu is the site's, such as the day of a paper, if another stands below.
    """
    signed = [index for index, piece in enumerate(top) if is_signature(piece.plain)]
    for index, later in pairwise(signed):
        if not any(map(_is_of_menu, top[index:later])):
            return index
    return signed[-1] if signed else len(top)


def _is_of_menu(piece: Piece) -> bool:
    """Whether a line is the site's, and not one of the tools of the text itself."""
    return (
        piece.aside is AsideKind.NAVIGATION
        and (is_topic(piece.plain) or not is_menu_word(piece.plain))
        and not is_beside_tools(piece.plain)
        and not _BELOW_TITLE.fullmatch(piece.plain)
    )


def _may_be_titles(top: list[Piece]) -> list[int]:
    """Give the numbers of the lines that may be the title."""
    lines = frozenset(piece.plain for piece in top)
    return [index for index in range(len(top)) if _may_be_title(top, index, lines)]


def _may_be_title(top: list[Piece], index: int, lines: AbstractSet[str]) -> bool:
    piece = top[index]
    if piece.aside is not None or piece.kind is BlockKind.CAPTION or _is_chosen(top, index):
        return False
    crumbs = piece.plain.rpartition("|")[2].strip()
    named_again = crumbs != piece.plain and crumbs in lines
    other = is_kicker(piece.plain) or is_rating(piece.plain) or is_spoiler_warning(piece.plain)
    other = other or named_again or is_signers_label(piece.plain)
    return is_short_line(piece.plain) and not other


def _is_chosen(top: list[Piece], index: int) -> bool:
    """Whether a line says how a list is sorted, say: a tool of the page asks so above it."""
    asks = top[index - 1] if index else Piece("")
    return asks.aside is AsideKind.NAVIGATION and asks.plain.endswith(":")


def is_kicker(words: str) -> bool:
    """Whether a line says what sort of text stands below."""
    return words.lower() in _KICKERS

"""What place and mark-up say of the lines above a text, before their words are judged.

A title may read like a menu ("Home"), and a byline ("By Candlelight"); where it stands does not.
"""

from itertools import takewhile

from herreader.importing.draft import HEAD, SITE, Draft, Piece, kept, plain_key, prose_bounds
from herreader.importing.persons import is_person
from herreader.importing.rubbish import is_caption, is_menu_word, is_rating, is_topic, kind_of_line
from herreader.importing.signing import (
    LABELLED,
    is_signature,
    is_signers_label,
    only_looks_signed,
    read_signature,
)
from herreader.importing.title_lines import is_kicker
from herreader.importing.titles import HEADINGS, known_titles, main_headings
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_LONGEST = 70  # characters of a title that only its place tells
_LINKED = 0.8  # of the characters of a heading that leads to the first page of its site
_OWN_LINE = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))


def anchor(draft: Draft) -> None:
    """Set aside the site's name and the title of a text, where nothing else can stand."""
    whole = next((plain_key(clue.words) for clue in draft.titles if clue.where == HEAD), "")
    if whole:
        _anchor_sites_name(draft, whole)
    top = kept(draft.pieces[: prose_bounds(draft.pieces)[0] + 1])
    if title := _below_sites_name(top, whole) or _above_byline(top, draft):
        title.aside = AsideKind.TITLE


def _anchor_sites_name(draft: Draft, whole: str) -> None:
    """Set aside the headings that a page's <title> adds to its title, as other metadata know it."""
    others = [clue for clue in draft.titles if clue.where not in {HEAD, *HEADINGS}]
    titles = {plain_key(clue.words) for clue in known_titles(others, draft)}
    added = {whole.removeprefix(title) for title in titles}
    added |= {whole.removesuffix(title) for title in titles}
    added -= {"", whole}  # where nothing was removed, or nothing is left
    for heading in main_headings(draft.pieces) if added else ():
        if plain_key(heading.plain) in added:
            _set_aside_as_site(heading)


def _below_sites_name(top: list[Piece], whole: str) -> Piece | None:
    """Give the heading that a page's <title> names beside a main one above, which is a link.

    On the blogs of many years the only main heading was the blog's name, on each of its pages.
    """
    headings = (piece for piece in top if whole and piece.kind is BlockKind.HEADING)
    site = next(filter(_links_home, headings), Piece(""))
    name = plain_key(site.plain)
    title = next((each for each in headings if _has_ends(whole, name, plain_key(each.plain))), None)
    if title:
        _set_aside_as_site(site)
    return title


def _links_home(heading: Piece) -> bool:
    return heading.level == 1 and heading.linked >= _LINKED * len(heading.plain)


def _has_ends(whole: str, one: str, other: str) -> bool:
    """Whether words begin with one name and end with another, whichever is the first."""
    return 0 < len(one) <= len(whole) - len(other) < len(whole) and (
        (whole.startswith(one) and whole.endswith(other))
        or (whole.startswith(other) and whole.endswith(one))
    )


def _set_aside_as_site(heading: Piece) -> None:
    heading.role = SITE
    heading.aside = heading.aside or AsideKind.NAVIGATION


def _above_byline(top: list[Piece], draft: Draft) -> Piece | None:
    """Give the only line above a byline, below which the text begins."""
    title, *below = top or [Piece("")]
    signatures = list(takewhile(_is_beside_byline, below))
    begins = below[len(signatures) : len(signatures) + 1]
    if not begins or not (begins[0].is_prose or begins[0].ends_as_sentence):
        return None
    signed = [author for piece in signatures if (author := _author(piece))]
    if not signed or not _is_plain_title(title) or not _is_named(title, top, draft):
        return None
    if is_signature(title.plain):  # and so is the line below
        looks = only_looks_signed(title.plain, _author(title)) and any(map(is_person, signed))
        return title if looks else None
    return title


def _is_beside_byline(piece: Piece) -> bool:
    return not piece.is_prose and (is_signature(piece.plain) or is_rating(piece.plain))


def _author(piece: Piece) -> str:
    signature = read_signature(piece.plain)
    return signature.author if signature else ""


def _is_plain_title(piece: Piece) -> bool:
    """Whether a line may be a title, unless it is a byline, whatever page it stands on."""
    words = piece.plain
    if not 0 < len(words) <= _LONGEST or "\n" in words or piece.kind not in _OWN_LINE:
        return False
    if words[-1] in ",;:" or (words[-1] == "." and " " in words):
        return False  # it addresses somebody, or is a whole sentence
    if piece.kind is not BlockKind.HEADING and (piece.linked or kind_of_line(words)):
        return False
    return not (
        is_kicker(words)
        or (is_menu_word(words) and not is_topic(words))
        or is_rating(words)
        or is_caption(words)
        or is_signers_label(words)
        or LABELLED.fullmatch(words)
    )


def _is_named(title: Piece, top: list[Piece], draft: Draft) -> bool:
    """Whether metadata and main headings above the text, if there are any, know it as well."""
    key = plain_key(title.plain)
    words = [plain_key(clue.words) for clue in draft.titles if clue.where not in HEADINGS]
    agrees = not words or any(each.startswith(key) or each.endswith(key) for each in words)
    return agrees and not any(
        piece.kind is BlockKind.HEADING and piece.level == 1 and piece is not title for piece in top
    )

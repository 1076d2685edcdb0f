"""What of a text is plainly not the review; whatever is not plain is kept."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise

from herreader.importing.details import sift_details
from herreader.importing.draft import Draft, Piece
from herreader.importing.insertions import (
    REVIEW,
    comment_or_form,
    sift_quoted_posts,
    sift_replies,
    sift_sign_ups,
    sift_users,
)
from herreader.importing.rubbish import (
    COOKIE,
    LONGEST_CAPTION,
    is_about_heading,
    is_beside_tools,
    is_caption,
    is_comments_heading,
    is_menu_word,
    is_rating,
    is_related_heading,
    is_separator,
    is_sign_of_comments,
    is_tool_line,
    kind_at_edge,
    kind_of_line,
    leads_on,
    names_what_is_commented,
    without_credit,
)
from herreader.importing.tops import sift_above_title, sift_menus
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind
from herreader.text.markdown import RULE

_LONGEST_SECTION = 40  # pieces below a heading that leads elsewhere
_SIGNS_WITHIN = 14
_NEAR = 4  # pieces above, among which a caption may stand for the first time
_CHROME = frozenset(
    (
        AsideKind.NAVIGATION,
        AsideKind.SHARING,
        AsideKind.RELATED,
        AsideKind.FORM,
        AsideKind.COMMENT,
        AsideKind.FOOTER,
    )
)
"""What can only be the page's; a notice may stand within a review as well."""
_LEAST_CHROME = 3  # lines
_MANY_LABELS = 5  # lines that are no sentences
_LONGEST_LABEL = 90  # characters
_LINKED = 0.8  # of the characters of a piece that leads elsewhere
_MOSTLY = 0.4  # of those of one that says so itself


def sift(draft: Draft) -> None:
    """Set aside what is plainly not the review."""
    pieces = draft.pieces
    _sift_comments(pieces)
    sift_replies(pieces)
    sift_quoted_posts(pieces)
    sift_users(pieces)
    sift_sign_ups(pieces)
    sift_details(pieces)
    _sift_lines(pieces)
    _sift_sections(pieces)
    _sift_edges(pieces, plain_key(draft.site))
    sift_repeated(pieces)


def kept(pieces: list[Piece]) -> list[Piece]:
    """List the pieces that are not set aside."""
    return [piece for piece in pieces if piece.aside is None]


def plain_key(words: str) -> str:
    """Reduce words to their letters and digits, by which two are compared."""
    return "".join(filter(str.isalnum, words.casefold()))


def prose_bounds(pieces: list[Piece]) -> tuple[int, int]:
    """Give the numbers of the first and the last piece of prose that is kept.

    Without any, the text is all edge: the first is past its end, and the last before its start.
    """
    first, last = len(pieces), -1
    for at, piece in enumerate(pieces):
        if piece.aside is None and piece.is_prose:
            first = at
            break
    for below, piece in enumerate(reversed(pieces), start=1):
        if piece.aside is None and piece.is_prose:
            last = len(pieces) - below
            break
    return first, last


def _sift_lines(pieces: list[Piece]) -> None:
    for piece in pieces:
        words = piece.plain
        if len(words) > LONGEST_CAPTION and not piece.linked and COOKIE not in words:
            continue  # most paragraphs: they are too long to be any of it
        if piece.aside is None and piece.kind is not BlockKind.VERBATIM:
            piece.aside = kind_of_line(words)
        if piece.linked and piece.aside is None and piece.linked > _MOSTLY * len(words):
            piece.aside = AsideKind.RELATED if leads_on(words) else None
        if piece.kind is BlockKind.PARAGRAPH and not piece.aside and is_caption(words):
            piece.kind = BlockKind.CAPTION


def _sift_comments(pieces: list[Piece]) -> None:
    """Set aside what follows the heading of the comments, if comments do follow."""
    prose = 0
    for index, piece in enumerate(pieces):
        if piece.is_prose and piece.aside is None:
            prose += len(piece.plain)
        elif prose and not piece.aside and is_comments_heading(piece.plain):
            near = pieces[index + 1 : index + 1 + _SIGNS_WITHIN]
            signed = any(is_sign_of_comments(other.plain) for other in near)
            counted = piece.plain[:1].isdigit() and not piece.plain.startswith("0")
            if prose < REVIEW:
                named = names_what_is_commented(piece.plain)
                fewer = counted and _prose_below(pieces, index) <= prose
                counted, signed = False, signed and (named or fewer)
            if counted or signed:
                piece.aside = AsideKind.COMMENT
                for other in pieces[index + 1 :]:
                    other.aside = other.aside or comment_or_form(other.plain)
                return


def _prose_below(pieces: list[Piece], index: int) -> int:
    return sum(len(piece.plain) for piece in pieces[index:] if piece.is_prose)


def _sift_sections(pieces: list[Piece]) -> None:
    """Set aside headings such as "Most read", and the short pieces below them."""
    _, last = prose_bounds(pieces)
    for index, piece in enumerate(pieces):
        # Where mark-up has said so much, it has also said where the section ends.
        if piece.aside or piece.is_prose or piece.kind is BlockKind.VERBATIM:
            continue
        about = is_about_heading(piece.plain)
        if not about and not (_is_label(piece) and is_related_heading(piece.plain)):
            continue
        below = list(_section(pieces, index + 1, about=about))
        leads = any(other.linked for other in below) or piece.linked
        at_end = index + len(below) >= last
        if below and (leads or at_end or len(below) > 2 or about):
            for other in (piece, *below):
                other.aside = other.aside or AsideKind.RELATED


def _is_label(piece: Piece) -> bool:
    return piece.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM}


def _section(pieces: list[Piece], start: int, *, about: bool) -> Iterator[Piece]:
    """Give the pieces from one on that belong to the heading above."""
    for index, piece in enumerate(pieces[start : start + _LONGEST_SECTION], start=start):
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        heads_prose = piece.kind is BlockKind.HEADING and below is not None and below.is_prose
        sentence = piece.plain.endswith((".", "!", "”")) and not piece.linked
        if piece.aside is None and (piece.is_prose or heads_prose or sentence):
            if about and index == start and not heads_prose:
                yield piece  # a few words on the author are sentences themselves
            return
        yield piece


def _sift_edges(pieces: list[Piece], site_key: str) -> None:
    """Above the first prose and below the last, set aside menus, links and the site's name."""
    first, last = prose_bounds(pieces)
    top, bottom = pieces[:first], pieces[last + 1 :]
    sift_menus(top)
    for piece in (*top, *(bottom if last >= 0 else ())):
        if piece.aside is not None:
            continue
        if (
            is_menu_word(piece.plain)
            or is_tool_line(piece.plain)
            or (site_key and plain_key(piece.plain) == site_key)
            or piece.plain == RULE
        ):
            piece.aside = AsideKind.NAVIGATION
        elif last >= 0 and piece.kind is not BlockKind.VERBATIM:
            piece.aside = kind_at_edge(piece.plain, known=True)
    for edge, kind in ((top, AsideKind.NAVIGATION), (bottom, AsideKind.RELATED)):
        for piece in edge if last >= 0 else ():
            led = piece.linked > _LINKED * len(piece.plain) and piece.kind is not BlockKind.HEADING
            if piece.aside is None and led and not piece.role:
                piece.aside = kind
    if last >= 0:
        _sift_ratings(pieces, first, last)
        _sift_beside_tools(top)
        _sift_beside_tools(bottom)
        sift_above_title(top)
        _sift_among_chrome(bottom, sum(piece.aside in _CHROME for piece in top))
        _sift_last_headings(bottom)


def _sift_ratings(pieces: list[Piece], first: int, last: int) -> None:
    """Set aside how many stars a film gets, above or below the text.

    Where the text rates its parts, those that stand between them, or below a heading, stay.
    """
    for at in (*range(first), *range(last + 1, len(pieces))):
        if pieces[at].aside is None and is_rating(pieces[at].plain):
            headed = at > 0 and pieces[at - 1].kind is BlockKind.HEADING
            parts = headed and any(is_rating(piece.plain) for piece in pieces[first:last])
            pieces[at].aside = None if parts else AsideKind.DETAILS


def _sift_among_chrome(bottom: list[Piece], above: int) -> None:
    """Below the text, set aside what stands among the tools and the links of a page.

    Whole sentences stay, with the heading above: they may be the review's, below its first tool.
    Of a page that begins with much of its own, the last lines are its own as well.
    """
    if not bottom:
        return
    start = next((at for at, piece in enumerate(bottom) if piece.aside in _CHROME), len(bottom))
    ends = 1 + max(
        (at for at, piece in enumerate(bottom) if piece.aside is None and _is_sentence(piece)),
        default=-1,
    )
    known = any(piece.aside in _CHROME for piece in bottom[ends:])
    least = _LEAST_CHROME if known else _MANY_LABELS
    if above >= _LEAST_CHROME and len(bottom) - ends >= least:
        start = min(start, ends)
    elif sum(piece.aside in _CHROME for piece in bottom[start:]) < _LEAST_CHROME:
        return
    rest = bottom[start:]
    for piece, below in pairwise([*rest, Piece("")]):
        heads = below.aside is None and _is_sentence(below)
        if piece.aside is None and not (heads or _is_sentence(piece)):
            piece.aside = AsideKind.NAVIGATION


def _is_sentence(piece: Piece) -> bool:
    ends = piece.plain.endswith((".", "!", "?", "…", ":", "”", '"'))
    whole = ends or len(piece.plain) > _LONGEST_LABEL or piece.kind is BlockKind.QUOTATION
    return whole or (piece.kind is BlockKind.ITEM and not piece.linked)


def _sift_beside_tools(edge: list[Piece]) -> None:
    """Set aside what stands among the tools of a page: counts, dots, words that could be titles."""
    for pieces in (edge, edge[::-1]):
        for above, piece in pairwise(pieces):
            beside = above.aside in {AsideKind.NAVIGATION, AsideKind.SHARING}
            if piece.aside or piece.kind is BlockKind.HEADING or not beside:
                continue
            if is_separator(piece.plain) or is_beside_tools(piece.plain):
                piece.aside = AsideKind.NAVIGATION


def _sift_last_headings(bottom: list[Piece]) -> None:
    """Set aside headings at the end below which stands only what leads elsewhere."""
    leads = False
    for piece in reversed(bottom):
        if piece.aside is None:
            if not leads or piece.kind is not BlockKind.HEADING:
                return
            piece.aside = AsideKind.RELATED
        leads = piece.aside is AsideKind.RELATED


def sift_repeated(pieces: list[Piece]) -> None:
    """Set aside captions that stand twice, prose that does, and words pulled out of the prose."""
    seen: set[str] = set()
    near: deque[tuple[str, Piece]] = deque(maxlen=_NEAR)
    for piece in kept(pieces):
        prose = piece.is_prose
        key = piece.plain if prose else plain_key(piece.plain)
        if prose:
            if key in seen:
                piece.aside = AsideKind.REPEATED
            seen.add(key)
        elif len(key) >= 12 and piece.kind is not BlockKind.ITEM:
            _compare(piece, key, near)
        near.append((key, piece))
    _sift_pulled_out(pieces)


def _compare(piece: Piece, key: str, near: Iterable[tuple[str, Piece]]) -> None:
    """Set aside the shorter of a short piece and one just above that begin alike."""
    for other_key, other in near:
        if other.aside or other.is_prose or len(other_key) < 12:
            continue
        shorter, longer = sorted((key, other_key), key=len)
        captions = BlockKind.CAPTION in {piece.kind, other.kind} or shorter in {
            plain_key(without_credit(each.plain)) for each in (piece, other)
        }
        if shorter == longer or (captions and longer.startswith(shorter)):
            less = piece if key == shorter else other
            more = other if less is piece else piece
            less.aside = AsideKind.REPEATED
            if more.kind is BlockKind.PARAGRAPH:
                more.kind = BlockKind.CAPTION
            return


def _sift_pulled_out(pieces: list[Piece]) -> None:
    pulled = [piece for piece in kept(pieces) if piece.kind is BlockKind.QUOTATION]
    if not pulled:
        return
    prose = "\n".join(
        plain_key(piece.plain)
        for piece in kept(pieces)
        if piece.is_prose and piece.kind is not BlockKind.QUOTATION
    )
    for piece in pulled:
        key = plain_key(piece.plain)
        if len(key) >= 30 and key in prose:
            piece.aside = AsideKind.REPEATED

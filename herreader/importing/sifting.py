"""What of a text is plainly not the review; whatever is not plain is kept."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise

from herreader.importing.details import sift_details
from herreader.importing.draft import Draft, Piece, plain_key, prose_bounds
from herreader.importing.insertions import (
    sift_comments,
    sift_listed_comments,
    sift_mottos,
    sift_other_reviews,
    sift_posts,
    sift_quoted_posts,
    sift_replies,
    sift_sign_ups,
    sift_users,
)
from herreader.importing.pages import sift_page_numbers, sift_running_heads
from herreader.importing.repeats import sift_repeated
from herreader.importing.rubbish import (
    COOKIE,
    LONGEST_CAPTION,
    is_about_heading,
    is_beside_tools,
    is_caption,
    is_menu_word,
    is_rating,
    is_related_heading,
    is_separator,
    is_tool_line,
    is_topic,
    kind_at_edge,
    kind_beside_chrome,
    kind_of_line,
    leads_on,
    names_what_is_related,
)
from herreader.importing.signing import is_signature
from herreader.importing.tops import sift_above_title, sift_menus
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind
from herreader.text.markdown import RULE

_LONGEST_SECTION = 40  # pieces below a heading that leads elsewhere
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
_SITES = _CHROME | {AsideKind.NOTICE}
_LEAST_CHROME = 3  # lines
_MANY_LABELS = 5  # lines that are no sentences
_LONGEST_LABEL = 90  # characters
_LINKED = 0.8  # of the characters of a piece that leads elsewhere
_MOSTLY = 0.4  # of those of one that says so itself


def sift(draft: Draft, work: str) -> None:
    """Set aside what is plainly not the review of a work."""
    pieces = draft.pieces
    sift_comments(pieces)
    sift_listed_comments(pieces)
    sift_replies(draft)
    sift_posts(pieces)
    sift_other_reviews(pieces)
    sift_quoted_posts(pieces)
    sift_users(pieces)
    sift_mottos(pieces)
    sift_sign_ups(pieces)
    sift_running_heads(pieces)
    sift_page_numbers(pieces)
    sift_details(pieces)
    _sift_lines(pieces)
    _sift_beside_chrome(pieces)
    _sift_cards(pieces)
    _sift_sections(pieces)
    _sift_edges(pieces, plain_key(draft.site), work)
    sift_repeated(pieces)


def _sift_lines(pieces: list[Piece]) -> None:
    for piece in pieces:
        words = piece.plain
        if len(words) > LONGEST_CAPTION and not piece.linked and COOKIE not in words:
            continue  # most paragraphs: they are too long to be any of it
        if piece.aside is None and piece.kind is not BlockKind.VERBATIM:
            piece.aside = kind_of_line(words)
        if piece.linked and piece.aside is None and piece.linked > _MOSTLY * len(words):
            piece.aside = AsideKind.RELATED if leads_on(words) or _is_post(piece) else None
        if piece.kind is BlockKind.PARAGRAPH and not piece.aside and is_caption(words):
            piece.kind = BlockKind.CAPTION


def _is_post(piece: Piece) -> bool:
    """Whether a quotation is but the title of another post, which leads there."""
    linked = piece.linked > _LINKED * len(piece.plain)
    return piece.kind is BlockKind.QUOTATION and linked and not piece.ends_as_sentence


def _sift_beside_chrome(pieces: list[Piece]) -> None:
    """Set aside what only looks like a line of the site's, where it stands among such lines.

    A sentence does only if it stands between them: it may be the first or the last of the review.
    """
    sites = [piece.aside in _SITES for piece in pieces]
    for at, piece in enumerate(pieces) if True in sites else ():
        beside = sites[max(at - 1, 0) : at] + sites[at + 1 : at + 2]
        if piece.aside or piece.kind is BlockKind.VERBATIM or True not in beside:
            continue
        if all(beside) or not piece.ends_as_sentence:
            piece.aside = kind_beside_chrome(piece.plain)
            sites[at] = piece.aside is not None


def _sift_cards(pieces: list[Piece]) -> None:
    """Set aside the title of another text that stands within this one, above its "Read more"."""
    first, last = prose_bounds(pieces)
    for piece, below in pairwise(pieces[first:last]):
        if below.aside is AsideKind.RELATED and piece.linked > _LINKED * len(piece.plain):
            piece.aside = piece.aside or AsideKind.RELATED


def _sift_sections(pieces: list[Piece]) -> None:
    """Set aside headings such as "Most read", and the short pieces below them."""
    _, last = prose_bounds(pieces)
    ends: list[bool] = []
    for index, piece in enumerate(pieces):
        # Where mark-up has said so much, it has also said where the section ends.
        if piece.aside or piece.is_prose or piece.kind is BlockKind.VERBATIM:
            continue
        about = is_about_heading(piece.plain)
        if not about and not (_is_label(piece) and is_related_heading(piece.plain)):
            continue
        ends = ends or [
            _ends_section(*pair) for pair in zip(pieces, [*pieces[1:], None], strict=True)
        ]
        end = _section_end(pieces, index + 1, ends, about=about)
        below = pieces[index + 1 : end]
        around = (*pieces[max(index - 1, 0) : index], *below, *pieces[end : end + 1])
        sites = any(other.linked for other in (piece, *below)) or any(
            other.aside in _SITES for other in around
        )
        apart = end > last or (len(below) > 1 and not about)
        if below and (sites or (apart and names_what_is_related(piece.plain))):
            for other in (piece, *below):
                other.aside = other.aside or AsideKind.RELATED


def _is_label(piece: Piece) -> bool:
    return piece.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM}


def _ends_section(piece: Piece, below: Piece | None) -> bool:
    """Whether a piece belongs to no heading such as "Most read", by what it is and heads."""
    sentence = piece.ends_as_sentence and not piece.linked
    return piece.is_prose or sentence or _heads_prose(piece, below)


def _heads_prose(piece: Piece, below: Piece | None) -> bool:
    return piece.kind is BlockKind.HEADING and below is not None and below.is_prose


def _section_end(pieces: Sequence[Piece], start: int, ends: Sequence[bool], *, about: bool) -> int:
    """Give the number after the last piece that belongs to the heading above a piece."""
    most = min(start + _LONGEST_SECTION, len(pieces))
    for index in range(start, most):
        if ends[index] and pieces[index].aside is None:
            below = pieces[index + 1] if index + 1 < len(pieces) else None
            # A few words on the author are sentences themselves.
            own = about and index == start and not _heads_prose(pieces[index], below)
            return index + own
    return most


def _sift_edges(pieces: list[Piece], site_key: str, work: str) -> None:
    """Above the first prose and below the last, set aside menus, links and the site's name."""
    first, last = prose_bounds(pieces)
    top, bottom = pieces[:first], pieces[last + 1 :]
    sift_menus(top)
    own = _own_words(bottom)
    for piece in (*top, *(bottom if last >= 0 else ())):
        if piece.aside is not None:
            continue
        if (
            (is_menu_word(piece.plain) and id(piece) not in own)
            or is_tool_line(piece.plain)
            or (site_key and plain_key(piece.plain) == site_key)
            or piece.plain == RULE
        ):
            piece.aside = AsideKind.NAVIGATION
        elif last >= 0 and piece.kind is not BlockKind.VERBATIM:
            piece.aside = kind_at_edge(piece.plain, known=True)
    for edge, kind in ((top, AsideKind.NAVIGATION), (bottom, AsideKind.RELATED)):
        for piece in edge if last >= 0 else ():
            led = piece.linked > _LINKED * len(piece.plain) or _only_counts(piece)
            heading = piece.kind is BlockKind.HEADING
            if piece.aside is None and led and not heading and not piece.role:
                piece.aside = kind
    if last >= 0:
        _sift_ratings(pieces, first, last)
        _sift_beside_tools(top)
        _sift_beside_tools(bottom)
        sift_above_title(top, work)
        homes = {piece.home for piece in pieces[first : last + 1] if piece.is_prose}
        _sift_among_chrome(bottom, sum(piece.aside in _CHROME for piece in top), homes - {0})
        _sift_last_headings(bottom)


def _only_counts(piece: Piece) -> bool:
    """Whether links say no more than how many there are of something."""
    return piece.linked > 0 and not any(map(str.isalpha, piece.plain))


def _own_words(bottom: list[Piece]) -> frozenset[int]:
    """Give the ids of pieces that are no entries of a menu, though they read like one.

    They are items of a list in which others do not, or stand above a sentence of the text.
    """
    own: list[int] = []
    for is_item, group in groupby(bottom, lambda piece: piece.kind is BlockKind.ITEM):
        items = list(group) if is_item else []
        led = any(item.linked for item in items)
        if not led and not all(is_menu_word(item.plain) for item in items):
            own += map(id, items)
    for piece, below in pairwise(bottom):
        if piece.aside is None and _goes_on(below) and is_topic(piece.plain):
            own.append(id(piece))
    return frozenset(own)


def _goes_on(piece: Piece) -> bool:
    """Whether a piece below the prose is still a sentence of the text."""
    return piece.aside is None and piece.ends_as_sentence and not kind_at_edge(piece.plain)


def _sift_ratings(pieces: list[Piece], first: int, last: int) -> None:
    """Set aside how many stars a film gets, above or below the text.

    Where the text rates its parts, those that stand between them, or below a heading, stay.
    """
    within: bool | None = None
    for at in (*range(first), *range(last + 1, len(pieces))):
        if pieces[at].aside is None and is_rating(pieces[at].plain):
            headed = at > 0 and pieces[at - 1].kind is BlockKind.HEADING
            if headed and within is None:
                within = any(is_rating(piece.plain) for piece in pieces[first:last])
            pieces[at].aside = None if headed and within else AsideKind.DETAILS


def _sift_among_chrome(bottom: list[Piece], above: int, homes: AbstractSet[int]) -> None:
    """Below the text, set aside what stands among the tools and the links of a page.

    Whole sentences stay, with the heading above: they may be the review's, below its first tool. So
    do paragraphs in the elements that are the homes of those of the text: not everybody ends a
    sentence with a stop. Of a page that begins with much of its own, so are the last lines.
    """
    bottom = [
        piece
        for piece in bottom
        if piece.home not in homes or piece.linked or " " not in piece.plain
    ]
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
    whole = piece.ends_as_sentence or piece.plain.endswith(":")
    whole = whole or len(piece.plain) > _LONGEST_LABEL or piece.kind is BlockKind.QUOTATION
    return whole or (piece.kind is BlockKind.ITEM and not piece.linked)


def _sift_beside_tools(edge: list[Piece]) -> None:
    """Set aside what stands among the tools of a page: counts, dots, words that could be titles."""
    for pieces in (edge, edge[::-1]):
        for above, piece in pairwise(pieces):
            tools = above.aside in {AsideKind.NAVIGATION, AsideKind.SHARING}
            if piece.aside or piece.kind is BlockKind.HEADING:
                continue
            parts = is_separator(piece.plain) and (tools or is_signature(above.plain))
            if parts or (tools and is_beside_tools(piece.plain)):
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

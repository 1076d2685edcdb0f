"""What stands between or below the paragraphs of a review, and is known by what it belongs to."""

import re
from itertools import groupby, pairwise

from herreader.importing.draft import CITED, Draft, Piece, plain_key, prose_bounds
from herreader.importing.rubbish import (
    LONGEST_ON_USER,
    is_comments_heading,
    is_on_user,
    is_privacy_notice,
    is_rating,
    is_sign_of_comments,
    is_sign_up,
    joins_user,
    kind_of_line,
    names_what_is_commented,
    read_stars,
)
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_REVIEW = 400
"""Characters of prose above, without which neither comments nor replies can follow."""
_SIGNS_WITHIN = 14  # pieces below the heading of comments

_TOOLS = frozenset(("search comments", "go to comments"))
"""Such headings only the tools of a forum have."""
_VOTES = frozenset(("upvote", "downvote"))
_TOOLBOX = 8  # lines of tools below a post
_COUNTS = re.compile(r"(?:\w+ )?\(?[1-9]")
_COUNTED = re.compile(r"\d[\d,.]*[km]? (?:comments?|replies|responses)", re.IGNORECASE)
_READS_ON = 2  # paragraphs of prose
_INVITES = ("leave", "post", "add", "write", "join")
_LONGEST_OFFER = 80
_USER_BOX = 6  # pieces in what a forum tells of a user
_FORM = 7  # pieces in the form of a newsletter
_REPLY = frozenset(("Re:", "RE:", "re:"))
_FIRST_POST, _SECOND_POST = "#1", "#2"
_QUOTE = frozenset(("quote:", "quote"))
_PERMALINK = "Permalink"
_DRAWN = re.compile(r"_{10,}")
_MOTTO = 5  # pieces
_USER = re.compile(r"\S{2,30}")
_SAID = re.compile(r"\S{2,30}(?: \S{1,30}){0,2} wrote:")
"""What a forum puts first in what a post quotes of another."""


def sift_comments(pieces: list[Piece]) -> None:
    """Set aside what follows the heading of the comments, if comments do follow."""
    above = below = 0
    signs: frozenset[int] | None = None
    for index, piece in enumerate(pieces):
        if piece.is_prose:
            below -= len(piece.plain)
            above += 0 if piece.aside else len(piece.plain)
        elif above and not piece.aside and is_comments_heading(piece.plain):
            if signs is None:
                signs = _signs(pieces, index + 1)
                below = sum(len(other.plain) for other in pieces[index:] if other.is_prose)
            counted = _COUNTS.match(piece.plain) is not None
            named = names_what_is_commented(piece.plain) or piece.plain.lower() in _TOOLS
            counted_below = counted and (below <= above or index + 1 in signs)
            enough = above >= _REVIEW or named or counted_below or _is_below_votes(pieces, index)
            if enough and _are_signed(pieces, index, signs):
                piece.aside = AsideKind.COMMENT
                for other in pieces[index + 1 :]:
                    other.aside = other.aside or comment_or_form(other.plain)
                return


def _is_below_votes(pieces: list[Piece], index: int) -> bool:
    """Whether the tools with which readers vote on a post stand right above."""
    return any(piece.plain.lower() in _VOTES for piece in pieces[max(index - _TOOLBOX, 0) : index])


def sift_listed_comments(pieces: list[Piece]) -> None:
    """Set aside the list below how many comments there are.

    Responses may be the text's own subject, unless one is signed or no paragraph follows.
    """
    every = enumerate(pieces)
    last = max((at for at, piece in every if _is_own(piece) and not _is_item(piece)), default=-1)
    counted = ""
    for is_item, group in groupby(enumerate(pieces), lambda each: _is_item(each[1])):
        if is_item and counted:
            entries = list(group)
            signed = any(is_sign_of_comments(each.plain) for _, each in entries)
            if signed or "omment" in counted or entries[0][0] > last:
                for _, piece in entries:
                    piece.aside = piece.aside or comment_or_form(piece.plain)
        elif not is_item:
            *_, (_, above) = group
            counts = above.plain[:1].isdigit() and _COUNTED.fullmatch(above.plain)
            counted = above.plain if counts else ""


def _signs(pieces: list[Piece], start: int) -> frozenset[int]:
    """Give the numbers of the lines that say who wrote a comment, or when."""
    every = enumerate(pieces[start:], start=start)
    return frozenset(at for at, piece in every if is_sign_of_comments(piece.plain))


def _are_signed(pieces: list[Piece], heading: int, signs: frozenset[int]) -> bool:
    """Whether comments stand below a heading.

    The words of one may stand above its sign; but not below an invitation, nor above a further
    heading. What reads on for paragraphs without any sign is no comment.
    """
    invites = pieces[heading].plain.lower().startswith(_INVITES)
    said = False
    for at in range(heading + 1, min(heading + 1 + _SIGNS_WITHIN, len(pieces))):
        if at in signs:
            return max(signs) > at or sum(map(_is_own, pieces[at:])) < _READS_ON
        said = said or _is_own(pieces[at])
        if said and (invites or is_comments_heading(pieces[at].plain)):
            return False
    return False


def _is_item(piece: Piece) -> bool:
    return piece.kind is BlockKind.ITEM


def _is_own(piece: Piece) -> bool:
    return piece.is_prose and piece.aside is None


def sift_posts(pieces: list[Piece]) -> None:
    """Set aside the posts of a thread but the first, if they are numbered, from their heads on."""
    first, _ = prose_bounds(pieces)
    if not any(piece.plain == _FIRST_POST for piece in pieces[:first]):
        return
    for index, piece in enumerate(pieces[first:], start=first):
        if piece.plain == _SECOND_POST:
            dated = is_sign_of_comments(pieces[index - 1].plain)
            users = any(is_on_user(other.plain) for other in pieces[index : index + _USER_BOX])
            if not (dated or users):
                return  # the second of a list
            for other in pieces[index - dated :]:
                other.aside = other.aside or comment_or_form(other.plain)
            return


def sift_sign_ups(pieces: list[Piece]) -> None:
    """Set aside the form of a newsletter, from the line that offers it to the notice below."""
    for index, piece in enumerate(pieces):
        if len(piece.plain) <= _LONGEST_OFFER and piece.aside is None and is_sign_up(piece.plain):
            form = pieces[index + 1 : index + _FORM]
            ends = [at for at, other in enumerate(form) if is_privacy_notice(other.plain)]
            for other in pieces[index : index + 2 + ends[0]] if ends else ():
                other.aside = other.aside or AsideKind.NOTICE


def sift_replies(draft: Draft) -> None:
    """Set aside what others have answered in a forum: all from the first such heading on."""
    pieces = draft.pieces
    if not any(piece.plain[:3] in _REPLY for piece in pieces):
        return
    first, _ = prose_bounds(pieces)
    top = [clue.words for clue in draft.titles] + [piece.plain for piece in pieces[:first]]
    names = frozenset(map(plain_key, top))
    prose = 0
    for index, piece in enumerate(pieces):
        if piece.is_prose and piece.aside is None:
            prose += len(piece.plain)
        elif prose >= _REVIEW and _heads_reply(piece, pieces[index + 1 : index + 3], names):
            for other in pieces[index:]:
                other.aside = other.aside or comment_or_form(other.plain)
            return


def sift_quoted_posts(pieces: list[Piece]) -> None:
    """Set aside what a post in a forum quotes of another, where it says so."""
    if not any(piece.role for piece in pieces):
        return
    others = False
    for above, piece in pairwise([Piece(""), *pieces]):
        if piece.role != CITED:
            others = False
        elif above.role != CITED:
            others = above.plain.lower() in _QUOTE or bool(_SAID.fullmatch(piece.plain))
        if others:
            piece.aside = piece.aside or AsideKind.COMMENT


def sift_users(pieces: list[Piece]) -> None:
    """Set aside what a forum tells of a user beside a post: since when, and how many posts."""
    if sum(len(piece.plain) <= LONGEST_ON_USER and ":" in piece.plain for piece in pieces) < 2:
        return
    start = 0
    for index, piece in enumerate([*pieces, Piece("")]):
        if is_on_user(piece.plain):
            continue
        box = pieces[start:index]
        if len(box) > 1 and any(joins_user(other.plain) for other in box):
            named = start > 0 and _USER.fullmatch(pieces[start - 1].plain)
            for other in (*([pieces[start - 1]] if named else ()), *box):
                other.aside = other.aside or AsideKind.RELATED
        start = index + 1


def sift_other_reviews(pieces: list[Piece]) -> None:
    """Set aside the reviews of others below the first on a page of them."""
    start = _tools_between(pieces) or _second_customer(pieces)
    for other in pieces[start:] if start else ():
        other.aside = other.aside or comment_or_form(other.plain)


def _tools_between(pieces: list[Piece]) -> int:
    """Give the number of the tools below the first review, if another begins below them; or 0."""
    ends = [at for at, piece in enumerate(pieces) if piece.plain == _PERMALINK]
    rated = ends[1:] and prose_bounds(pieces)[0] < ends[0] and _begins_rated(pieces, *ends[:2])
    return ends[0] if rated else 0


def _second_customer(pieces: list[Piece]) -> int:
    """Give the number of the name above what a second customer of a shop has written; or 0."""
    lines = enumerate(pairwise(pieces))
    starred = [at for at, (one, below) in lines if read_stars(one.plain, below.plain)]
    return starred[1] - 1 if starred[1:] else 0


def _begins_rated(pieces: list[Piece], start: int, end: int) -> bool:
    """Whether the first of some pieces say how many stars another review gives, above its words."""
    prose = next((at for at in range(start, end) if _is_own(pieces[at])), end)
    return any(is_rating(piece.plain) for piece in pieces[start:prose])


def sift_mottos(pieces: list[Piece]) -> None:
    """Set aside what a forum puts below each post of a user, under the line that it draws there."""
    _, last = prose_bounds(pieces)
    for index, piece in enumerate(pieces[last + 1 :] if last >= 0 else (), start=last + 1):
        if _DRAWN.fullmatch(piece.plain):
            known = any(is_on_user(each.plain) and joins_user(each.plain) for each in pieces)
            for other in pieces[index : index + _MOTTO] if known else ():
                other.aside = other.aside or AsideKind.FOOTER
            return


def _heads_reply(piece: Piece, below: list[Piece], names: frozenset[str]) -> bool:
    """Whether a line answers what stands above: it names that, or says who answers, and when."""
    if piece.plain[:3] not in _REPLY:
        return False
    named = piece.kind is BlockKind.HEADING and plain_key(piece.plain[3:]) in names
    return named or any(is_sign_of_comments(other.plain) for other in below)


def comment_or_form(words: str) -> AsideKind:
    """Say what words below the heading of comments are: some are the page's."""
    kind = kind_of_line(words)
    return kind if kind in {AsideKind.FORM, AsideKind.FOOTER} else AsideKind.COMMENT

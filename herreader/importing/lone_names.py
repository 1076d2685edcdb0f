"""Lines that are but a name, which what stands beside them may make a signature."""

from collections.abc import Iterable

from herreader.importing.draft import Piece
from herreader.importing.persons import is_person, reads_as_name
from herreader.importing.rubbish import is_rating
from herreader.importing.signing import (
    is_login,
    is_signers_label,
    is_surely_login,
    read_signature,
)
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_OF_USERS = frozenset(("permalink", "report", "upvote", "downvote"))
"""Tools of a page on which its users write, in small letters; any blog has a "Share"."""


def is_of_users(pieces: list[Piece], first: int) -> bool:
    """Whether a page is one on which its users write: they rate, and have tools of their own.

    Args:
        pieces: All that stands on it.
        first: The number of the first that is prose: a rating below it is the review's own.
    """
    rated = any(is_rating(piece.plain) for piece in pieces[:first])
    return rated or any(piece.plain.lower() in _OF_USERS for piece in pieces)


def one_post(foot: list[Piece]) -> list[Piece]:
    """Give the last lines up to those in which names and dates in turn list further posts."""
    lines = with_neighbours(foot)
    named = [line for line in lines if signs_alone(*line, top=False, users=False)]
    dated = [at for at, piece in enumerate(foot) if is_date(piece.plain)]
    if len(named) <= 1 or len(dated) <= 1:
        return foot
    byline = read_signature(foot[0].plain)
    return foot[: dated[0] + 1] if byline and byline.author else []


def signs_alone(above: Piece, piece: Piece, below: Piece, *, top: bool, users: bool) -> bool:
    """Whether a line is but the name of the author: the one before it says so, or a date does.

    It may be that of a user only above the text, for what stands below may be of another's; and
    what may be any word, only on a page on which users write.
    """
    if piece.kind is BlockKind.CAPTION or piece.aside is AsideKind.DETAILS:
        return False
    if is_signers_label(above.plain):
        return " " in piece.plain and reads_as_name(piece.plain)
    beside = (above.plain, below.plain)
    login = top and is_surely_login(piece.plain)
    if login and any(each.endswith(" ago") for each in beside):
        return True
    login = login or (top and users and is_login(piece.plain))
    return (login or is_person(piece.plain)) and any(map(is_date, beside))


def is_date(words: str) -> bool:
    """Whether a line is but a date, or a date and what a name may be."""
    signature = read_signature(words)
    if signature is None or signature.author:
        return False
    return signature.whole or reads_as_name(signature.rest)


def with_neighbours(pieces: list[Piece]) -> Iterable[tuple[Piece, Piece, Piece]]:
    """Give each piece between the one above it and the one below it."""
    return zip([Piece(""), *pieces], pieces, [*pieces[1:], Piece("")], strict=False)

"""What of a mail is not its writer's words: its head, its foot, and the mail that it answers."""

import re
from itertools import pairwise

from herreader.importing.dates import find_date
from herreader.importing.draft import CITED, Clue, Draft, Piece
from herreader.importing.values import AsideKind

WHERE = "the mail"
_FIELD = re.compile(
    r"(?P<name>from|to|cc|subject|date|sent|reply-to|newsgroups|organi[sz]ation|message-id)"
    r":\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LEAST = 2  # fields in a head, of which one says on what it is
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_NAME = re.compile(r"\S+@\S+ \((?P<behind>[^()@]+)\)|\"?(?P<before>[^<>\"@]+?)\"?\s*<[^<>]*@.*>")
_LONGEST = 500  # characters in a field
_FOOT = "--"
_LONGEST_FOOT = 10  # pieces: that of a mailing list may stand below the writer's
_WROTE = re.compile(
    r".{0,160}\b(?:wrote|writes|a écrit|schrieb|escribió|ha scritto)\b[^.?!]{0,80}:",
    re.IGNORECASE | re.DOTALL,
)
"""What mail programs put above the words of the mail that is answered."""
_ORIGINAL = re.compile(
    r"-{3,}\s?(?:original message|ursprüngliche nachricht|message d.origine)\s?-{3,}",
    re.IGNORECASE,
)
"""What they put above a whole one."""


def read_mail(draft: Draft) -> None:
    """Read the fields above a mail, if a text begins with them, and set aside all but its words."""
    head = []
    for piece in draft.pieces:
        field = _FIELD.fullmatch(piece.plain) if len(piece.plain) <= _LONGEST else None
        if field is None:
            break
        head.append((piece, field["name"].lower(), field["words"].strip()))
    fields = {name: words for _, name, words in head}
    if len(fields) < _LEAST or "subject" not in fields:
        return
    draft.titles.append(Clue(without_prefix(fields["subject"]), WHERE))
    take_sender(draft, fields.get("from", ""), fields.get("date") or fields.get("sent", ""))
    for piece, *_ in head:
        piece.aside = AsideKind.BYLINE
    set_aside_around(draft.pieces)


def set_aside_around(pieces: list[Piece]) -> None:
    """Set aside the mail that a mail answers, and its foot.

    A mail without words of its own was sent for those of another, which are kept.
    """
    if any(piece.is_prose and piece.role != CITED for piece in pieces):
        _set_aside_answered(pieces)
    _set_aside_foot([piece for piece in pieces if piece.aside is None])


def take_sender(draft: Draft, sender: str, sent: str) -> None:
    """Add who sent a mail, and when, to a draft; an address without a name is nobody."""
    if name := _NAME.fullmatch(sender):
        draft.authors.append(Clue((name["behind"] or name["before"]).strip(), WHERE))
    if find_date(sent):
        draft.dates.append(Clue(sent, WHERE))


def without_prefix(subject: str) -> str:
    """Give the subject of a mail without what says that it was answered or sent on."""
    return _ANSWERED.sub("", subject)


def _set_aside_answered(pieces: list[Piece]) -> None:
    answered = False
    for above, piece in pairwise([Piece(""), *pieces]):
        if piece.role == CITED and above.role != CITED and _WROTE.fullmatch(above.plain):
            above.aside = above.aside or AsideKind.COMMENT
            answered = True
        if answered and piece.role == CITED:  # what is cited further down is of the same mail
            piece.aside = piece.aside or AsideKind.COMMENT
    prose = False
    for index, piece in enumerate(pieces):
        if prose and _ORIGINAL.fullmatch(piece.plain):
            for other in pieces[index:]:
                other.aside = other.aside or AsideKind.COMMENT
            return
        prose = prose or (piece.is_prose and piece.aside is None)


def _set_aside_foot(pieces: list[Piece]) -> None:
    for start in range(max(0, len(pieces) - _LONGEST_FOOT), len(pieces)):
        foot = pieces[start:]
        if foot[0].plain == _FOOT and not any(piece.is_prose for piece in foot):
            for piece in foot:
                piece.aside = piece.aside or AsideKind.FOOTER
            return

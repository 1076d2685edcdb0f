"""The head and the foot of a mail: who wrote it, on what, and when."""

import re

from herreader.importing.dates import find_date
from herreader.importing.draft import Clue, Draft, Piece
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
_LONGEST_FOOT = 6  # pieces


def read_mail(draft: Draft) -> None:
    """Read the fields above a mail, if a text begins with them, and set aside head and foot."""
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
    _set_aside_foot(draft.pieces)


def take_sender(draft: Draft, sender: str, sent: str) -> None:
    """Add who sent a mail, and when, to a draft; an address without a name is nobody."""
    if name := _NAME.fullmatch(sender):
        draft.authors.append(Clue((name["behind"] or name["before"]).strip(), WHERE))
    if find_date(sent):
        draft.dates.append(Clue(sent, WHERE))


def without_prefix(subject: str) -> str:
    """Give the subject of a mail without what says that it was answered or sent on."""
    return _ANSWERED.sub("", subject)


def _set_aside_foot(pieces: list[Piece]) -> None:
    for start in range(max(0, len(pieces) - _LONGEST_FOOT), len(pieces)):
        foot = pieces[start:]
        if foot[0].plain == _FOOT and not any(piece.is_prose for piece in foot):
            for piece in foot:
                piece.aside = piece.aside or AsideKind.FOOTER
            return

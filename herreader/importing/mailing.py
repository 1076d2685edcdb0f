"""What of a mail is not its writer's words: its head, its foot, and the mail that it answers.

A mail that is sent on is no such mail: it is the text, and who sent it first is its author.
"""

import re
from itertools import pairwise, takewhile

from herreader.importing.dates import find_date
from herreader.importing.draft import CITED, Clue, Draft, Piece
from herreader.importing.persons import reads_as_name
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

WHERE = "the mail"
_FIELD = re.compile(
    r"(?P<name>from|to|cc|subject|date|sent|reply-to|newsgroups|organi[sz]ation|message-id)"
    r":\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LEAST = 2  # fields in a head, of which one says on what it is
_LEAST_UNMARKED = 3  # fields in the head of a mail that is sent on, if nothing else says so
_MOST_FIELDS = 12
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_LISTED = re.compile(r"(?:\[[^\[\]]{1,40}\]\s*(?:(?:re|fwd?|aw|wg):\s*)*)+(?=\S)", re.IGNORECASE)
"""The name of a list that sends a mail to its members."""
_SENT_ON = re.compile(r"(?:fwd?|wg):", re.IGNORECASE)
_NAME = re.compile(
    r"\S+@\S+ \((?P<behind>[^()@]+)\)|\"?(?P<before>[^<>\[\]\"@]+?)\"?\s*[<\[][^<>]*@.*[>\]]"
)
_LONGEST = 500  # characters in a field
_LONGEST_MARK = 120
_FOOT = "--"
_LONGEST_FOOT = 10  # pieces: that of a mailing list may stand below the writer's
_LIST = re.compile(r"_{20,}\s*(?:\S.{0,60}mailing list\b|$)", re.IGNORECASE)
"""What a mailing list puts above its own words."""
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
_FORWARDED = re.compile(
    r"-{3,}\s?(?:forwarded message(?: from .{1,80}?)?|weitergeleitete nachricht|"
    r"message transféré)\s?-{3,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht|"
    r"début du message (?:réexpédié|transféré))\s?:",
    re.IGNORECASE,
)
"""What they put above one that is sent on."""


def read_mail(draft: Draft) -> None:
    """Read the fields above a mail, if a text begins with them, and set aside all but its words.

    Of a mail that is sent on, the fields above its words tell who wrote them, and when.
    """
    below = _read_head(draft)
    head = [piece for piece in below if piece.aside is AsideKind.BYLINE]
    if not head:
        return
    for clues in (draft.authors, draft.dates):
        clues[:] = [clue for clue in clues if clue.where != WHERE]
    fields = dict(filter(None, map(_field, head)))
    if subject := fields.get("subject"):
        draft.titles.insert(0, Clue(without_prefix(subject), WHERE))
    _take_fields(draft, fields)


def _read_head(draft: Draft) -> list[Piece]:
    """Read the fields with which a text begins, and give what stands below them."""
    pieces = draft.pieces
    fields = [] if _begins_sent_on(pieces) else _fields(pieces)
    below = pieces[len(fields) :]
    known = dict(fields)
    if len(known) >= _LEAST and "subject" in known:
        draft.titles.append(Clue(without_prefix(known["subject"]), WHERE))
        _take_fields(draft, known)
        for piece in pieces[: len(fields)]:
            piece.aside = AsideKind.BYLINE
        set_aside_around(below, forwarded=is_forwarded(known["subject"]))
        return below
    if _begins_sent_on(pieces):
        set_aside_around(pieces)
    return pieces


def _begins_sent_on(pieces: list[Piece]) -> bool:
    """Whether a text begins with what stands above a mail that is sent on."""
    first = pieces[0] if pieces else Piece("")
    return first.aside is AsideKind.BYLINE or _is_mark(first)


def set_aside_around(pieces: list[Piece], *, forwarded: bool = False) -> None:
    """Set aside the mail that a mail answers, and its foot.

    A mail without words of its own was sent for those of another, which are kept; so are those
    that it sends on, even if its sender adds some. Most of the text is then that mail's: what
    stands above it is set aside as its byline.

    Args:
        pieces: What stands below the head of the mail.
        forwarded: Whether its subject says that it sends another one on.
    """
    for piece in pieces:
        if not piece.role and piece.plain.startswith(">"):  # typed within the page of a mail
            piece.role, piece.kind = CITED, BlockKind.QUOTATION
    start, end = _sent_on(pieces, forwarded=forwarded)
    quoted = pieces[start:]
    if quoted and quoted[0].aside is AsideKind.COMMENT:  # pages mark what is answered alike
        for piece in quoted:
            piece.aside = None if piece.aside is AsideKind.COMMENT else piece.aside
    own, others = pieces[:start], pieces[end:]
    if _prose_in(others) >= _prose_in(own):
        for piece in pieces[start:end]:
            piece.aside = AsideKind.BYLINE
    for part in (own, others):
        if any(piece.is_prose and piece.role != CITED for piece in part):
            _set_aside_answered(part)
        _set_aside_foot([piece for piece in part if piece.aside is None])


def _sent_on(pieces: list[Piece], *, forwarded: bool) -> tuple[int, int]:
    """Give the numbers of where the head of a mail that is sent on begins, and where it ends.

    Both are past the end if no mail is, or if one is but a part of what the mail answers.
    """
    prose = False
    for index, (above, piece) in enumerate(pairwise([Piece(""), *pieces])):
        if _is_answered(above, piece):
            break
        original = len(piece.plain) <= _LONGEST_MARK and _ORIGINAL.fullmatch(piece.plain)
        marked = _is_mark(piece) or bool(original and forwarded)
        if marked or forwarded or not prose:
            start = index + (marked or bool(original))
            fields = _fields(pieces[start : start + _MOST_FIELDS])
            names = {name for name, _ in fields}
            if marked or (len(names) >= _LEAST_UNMARKED and names >= {"from", "subject"}):
                return index, start + len(fields)
        if original or piece.aside is AsideKind.COMMENT:
            break
        prose = prose or piece.is_prose
    return len(pieces), len(pieces)


def _is_mark(piece: Piece) -> bool:
    """Whether a line says that a mail which is sent on follows."""
    return len(piece.plain) <= _LONGEST_MARK and _FORWARDED.fullmatch(piece.plain) is not None


def _fields(pieces: list[Piece]) -> list[tuple[str, str]]:
    """Give the names and the words of the fields with which some pieces begin."""
    return [field for field in takewhile(bool, map(_field, pieces)) if field]


def _field(piece: Piece) -> tuple[str, str] | None:
    """Read a line of the head of a mail; None if it is none."""
    found = _FIELD.fullmatch(piece.plain) if len(piece.plain) <= _LONGEST else None
    return (found["name"].lower(), found["words"].strip()) if found else None


def _prose_in(pieces: list[Piece]) -> int:
    return sum(len(piece.plain) for piece in pieces if piece.is_prose and piece.aside is None)


def _take_fields(draft: Draft, fields: dict[str, str]) -> None:
    take_sender(draft, fields.get("from", ""), fields.get("date") or fields.get("sent", ""))


def take_sender(draft: Draft, sender: str, sent: str) -> None:
    """Add who sent a mail, and when, to a draft; an address without a name is nobody."""
    if name := _NAME.fullmatch(sender):
        draft.authors.append(Clue((name["behind"] or name["before"]).strip(), WHERE))
    elif reads_as_name(sender) and "," not in sender:
        draft.authors.append(Clue(sender, WHERE))
    if found := find_date(sent):
        draft.dates.append(Clue(sent[: found.end], WHERE))  # the hour and its zone are not kept


def is_forwarded(subject: str) -> bool:
    """Whether the subject of a mail says that it sends another one on."""
    return _SENT_ON.match(subject) is not None


def without_prefix(subject: str) -> str:
    """Give the subject of a mail without what says that it was answered or sent on."""
    return _LISTED.sub("", _ANSWERED.sub("", subject))


def _set_aside_answered(pieces: list[Piece]) -> None:
    answered = False
    for above, piece in pairwise([Piece(""), *pieces]):
        if _is_answered(above, piece):
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


def _is_answered(above: Piece, piece: Piece) -> bool:
    """Whether the words of the mail that is answered begin in a piece."""
    cited = piece.role == CITED and above.role != CITED
    return cited and _WROTE.fullmatch(above.plain) is not None


def _set_aside_foot(pieces: list[Piece]) -> None:
    lists = [at for at, piece in enumerate(pieces) if _LIST.match(piece.plain)]
    if lists and len(pieces) - lists[-1] <= _LONGEST_FOOT:
        for piece in pieces[lists[-1] :]:
            piece.aside = AsideKind.FOOTER
        pieces = pieces[: lists[-1]]
    for start in range(max(0, len(pieces) - _LONGEST_FOOT), len(pieces)):
        foot = pieces[start:]
        if foot[0].plain == _FOOT and not any(piece.is_prose for piece in foot):
            for piece in foot:
                piece.aside = piece.aside or AsideKind.FOOTER
            return

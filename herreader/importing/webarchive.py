"""A page that a browser has kept in one file, as a mail with the page inside; or a real mail."""

from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32
from typing import NamedTuple

from herreader.errors import ImportRefusedError
from herreader.importing.bounds import MOST_LINES, check_lines
from herreader.importing.decoding import decode, tidy_line
from herreader.importing.draft import Clue, Draft
from herreader.importing.mailing import (
    WHERE,
    is_forwarded,
    set_aside_around,
    take_sender,
    without_prefix,
)
from herreader.importing.marked import read_text
from herreader.importing.opening import refusal
from herreader.importing.web import read_page

_MOST_PARTS = 20_000
_DEEPEST = 100
"""Parts with parts in them; each line is compared with what ends every part around it."""
_FAR_MORE = 3
"""How many times the words of a page a text has that is read in its place."""
_LONGEST_FIELD = 1000
"""Characters, beyond which no field says anything; the time to take one apart is not linear."""
_ADDRESS = "Snapshot-Content-Location"  # as Chrome names what it has kept


class _Fields(Compat32):
    """How fields are read: only their first words, and in UTF-8 where they are not encoded."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_FIELD]

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - as it is called
        return value.encode("ascii", "surrogateescape").decode("utf-8", "replace")


class _Shown(NamedTuple):
    """The part of a message that is shown.

    Attributes:
        data: Its bytes.
        charset: The encoding that it names; may be empty.
        is_page: Whether it is a page, and no mere text.
    """

    data: bytes
    charset: str
    is_page: bool


def read_archive(data: bytes, name: str) -> Draft:
    """Read a web archive or a mail: the page in it or, if there is none, the text.

    Raises:
        ImportRefusedError: If neither is in it, or it cannot be read.
    """
    if data.count(b"\n--") > _MOST_PARTS or data.count(b"\n") > MOST_LINES:
        raise refusal(name, "it has more parts than a page. Save the page as HTML.")
    if data.lower().count(b"multipart/") > _DEEPEST:
        raise refusal(name, "its parts are nested too deeply. Save it anew.")
    try:
        message = message_from_bytes(data, policy=_Fields())
        page, text = _shown(message)
    except Exception as error:  # noqa: BLE001 - a broken field can raise nearly anything
        why = f"it is broken ({type(error).__name__}). Save it anew."
        raise refusal(name, why) from None
    shown = page or text
    if shown is None:
        raise refusal(name, "it holds neither a page nor a text. Save the page as HTML.")
    draft = _read(shown, name)
    if address := _words(message, _ADDRESS):
        draft.sources.insert(0, Clue(address, "the web archive"))
        return draft
    if page and text and text.data.strip():
        draft = _fuller(draft, text, name)
    if _words(message, "From"):
        _read_fields(message, draft)
    return draft


def _fuller(draft: Draft, text: _Shown, name: str) -> Draft:
    """Give what a mail says as a text, if its page says no more than that it is not shown."""
    try:
        other = _read(text, name)
    except ImportRefusedError:  # no text, though it says so
        return draft
    words, more = (sum(len(piece.plain) for piece in each.pieces) for each in (draft, other))
    return other if more > _FAR_MORE * words else draft


def _read(shown: _Shown, name: str) -> Draft:
    if shown.is_page:
        return read_page(shown.data, name, shown.charset)
    words, note = decode(shown.data, name, shown.charset)
    check_lines(words, name)
    draft = read_text(words)
    draft.notes += [note] if note else []
    return draft


def _shown(message: Message) -> tuple[_Shown | None, _Shown | None]:
    """Give the first page in a message, and its first text.

    A text that goes with a page as a file of its own does not say what the page says.
    """
    parts = [(part.get_content_type(), part) for part in message.walk()]
    page = next((part for kind, part in parts if kind == "text/html"), None)
    texts = (part for kind, part in parts if kind == "text/plain")
    text = next((part for part in texts if page is None or not _is_file(part)), None)
    return _part(page), _part(text)


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _part(part: Message | None) -> _Shown | None:
    if part is None:  # one without fields is false
        return None
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    is_page = part.get_content_type() == "text/html"
    return _Shown(data, part.get_content_charset() or "", is_page=is_page)


def _read_fields(message: Message, draft: Draft) -> None:
    """Take what a mail says of itself, which is more than the text in it knows."""
    subject = _words(message, "Subject")
    if subject:
        draft.titles.insert(0, Clue(without_prefix(subject), WHERE))
    take_sender(draft, _words(message, "From"), _words(message, "Date"))
    set_aside_around(draft.pieces, forwarded=is_forwarded(subject))


def _words(message: Message, field: str) -> str:
    value = str(message.get(field, ""))
    try:
        return tidy_line(str(make_header(decode_header(value))))
    except (LookupError, ValueError, MessageError):  # an encoding that is none, or not kept to
        return tidy_line(value)

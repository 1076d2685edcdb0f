"""A page that a browser has kept in one file, as a mail with the page inside; or a real mail."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from herreader.importing.dates import find_date
from herreader.importing.decoding import decode, tidy_line
from herreader.importing.draft import Clue, Draft
from herreader.importing.mailing import WHERE, without_prefix
from herreader.importing.marked import read_text
from herreader.importing.opening import refusal
from herreader.importing.web import read_page

_MOST_PARTS = 20_000
_MOST_LINES = 500_000
"""More than a file of the largest size has, as its lines have 76 characters."""
_ADDRESS = "Snapshot-Content-Location"  # as Chrome names what it has kept


def read_archive(data: bytes, name: str) -> Draft:
    """Read a web archive or a mail: the page in it or, if there is none, the text.

    Raises:
        ImportRefusedError: If neither is in it, or it cannot be read.
    """
    if data.count(b"\n--") > _MOST_PARTS or data.count(b"\n") > _MOST_LINES:
        raise refusal(name, "it has more parts than a page. Save the page as HTML.")
    try:
        message = message_from_bytes(data)
        parts = {part.get_content_type(): part for part in reversed(list(message.walk()))}
    except RecursionError:
        raise refusal(name, "its parts are nested too deeply. Save it anew.") from None
    if page := parts.get("text/html"):
        draft = read_page(_bytes_of(page), name, page.get_content_charset() or "")
    elif text := parts.get("text/plain"):
        words, note = decode(_bytes_of(text), name, text.get_content_charset() or "")
        draft = read_text(words)
        draft.notes += [note] if note else []
    else:
        raise refusal(name, "it holds neither a page nor a text. Save the page as HTML.")
    address = message.get(_ADDRESS)
    if address:
        draft.sources.insert(0, Clue(address.strip(), "the web archive"))
    elif message.get("From"):
        _read_fields(message, draft)
    return draft


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _read_fields(message: Message, draft: Draft) -> None:
    """Take what a mail says of itself, which is more than the page in it knows."""
    subject, (sender, _), sent = (
        _words(message, "Subject"),
        parseaddr(_words(message, "From")),
        _words(message, "Date"),
    )
    if subject:
        draft.titles.insert(0, Clue(without_prefix(subject), WHERE))
    if sender:
        draft.authors.append(Clue(sender, WHERE))
    if find_date(sent):
        draft.dates.append(Clue(sent, WHERE))


def _words(message: Message, field: str) -> str:
    value = str(message.get(field, ""))
    try:
        return tidy_line(str(make_header(decode_header(value))))
    except (LookupError, ValueError):  # an encoding that is none
        return tidy_line(value)

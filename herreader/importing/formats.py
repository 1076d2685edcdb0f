"""What kind of file some bytes are: by what they hold, and only then by their name."""

import re
from enum import Enum
from pathlib import PurePath

from herreader.importing.opening import PACKED, is_pdf, refusal
from herreader.text.suffixes import MARKDOWN


class Format(Enum):
    """The kinds of file that are read."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    EPUB = "EPUB"
    PDF = "PDF"
    ARCHIVE = "web archive"


HTML = frozenset((".html", ".htm", ".xhtml"))
ARCHIVES = frozenset((".mhtml", ".mht", ".eml"))
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:(?><!--.{0,2000}?-->)\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(
    rb"<(?:p|div|article|section|h[1-6]|br|blockquote|table|ul|body)\b[^<>]{0,500}>", re.IGNORECASE
)
_CLOSED = re.compile(rb"</(?:p|div|article|section|h[1-6]|body|html)>", re.IGNORECASE)
_HEADING = re.compile(r"(?m)^#{1,4} \S")
_STRONG_SIGNS = re.compile(
    r"(?m)^#{1,4} \S|^(?:```|~~~)|!?\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|\*\*\S"
)
_LONGEST_NAME = 40  # characters in the name of a mail's field
_LONGEST_HEAD = 1 << 16  # bytes in the fields above a mail
_ON_WAY = frozenset(
    (
        *(b"return-path", b"received", b"delivered-to", b"envelope-to", b"path", b"xref"),
        *(b"x-received", b"x-original-to", b"received-spf", b"authentication-results"),
        *(b"dkim-signature", b"arc-seal", b"arc-message-signature", b"arc-authentication-results"),
    )
)
"""What is put above a mail or a post by those that carry it."""
_LINK = "a link to a page. Open it, and save the page."
_OTHERS = (
    (b"[InternetShortcut]", _LINK),
    (b"{\\rtf", "a Rich Text document. Save it as text, HTML or PDF."),
    (b"\xd0\xcf\x11\xe0", "an old Word document. Save it as text, HTML or PDF."),
    (b"\x89PNG", "a picture."),
    (b"\xff\xd8\xff", "a picture."),
    (b"GIF8", "a picture."),
    (b"\x1f\x8b", "a packed file. Unpack it first."),
    (b"Rar!", "a packed file. Unpack it first."),
    (b"7z\xbc\xaf", "a packed file. Unpack it first."),
    (b"SQLite format 3", "a database."),
    (b"\x7fELF", "a program."),
)


def sniff(data: bytes, name: str) -> Format:
    """Say what some bytes are.

    Raises:
        ImportRefusedError: If they are known to be of a kind that is not read.
    """
    start = data[:4096]
    suffix = PurePath(name).suffix.lower()
    if data.startswith(PACKED):
        return Format.EPUB
    if is_pdf(start):
        return Format.PDF
    for sign, kind in _OTHERS:
        if data.startswith(sign):
            raise refusal(name, f"it is {kind}")
    if suffix == ".webloc":
        raise refusal(name, f"it is {_LINK}")
    if data[60:68] == b"BOOKMOBI":
        raise refusal(name, "it is a Kindle book. Save it as EPUB, which Calibre can do.")
    small = start.lower()
    mime = small[:200].lstrip().startswith(b"mime-version:") or b"\nmime-version: " in small
    if mime or _is_mail(data[:_LONGEST_HEAD], suffix):
        return Format.ARCHIVE
    if _is_page(data, start, suffix):
        return Format.HTML
    return Format.MARKDOWN if suffix in MARKDOWN else Format.TEXT


def _is_mail(start: bytes, suffix: str) -> bool:
    """Whether a text is a mail or a post as it came, and not only begins with words from one."""
    start = start.lstrip()
    first = start[:_LONGEST_NAME].partition(b":")[0].lower()
    if suffix not in ARCHIVES and first not in _ON_WAY:
        return False
    head = start.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    names = {line.partition(b":")[0].lower() for line in head.split(b"\n")}
    return b"mime-version" in names or {b"from", b"subject"} <= names


def is_markdown(text: str) -> bool:
    """Whether a text that is not called Markdown is it all the same."""
    if "#" not in text:  # without a heading it is none, and to look for one takes long
        return False
    # A figure after a hash may stand in any text; a heading and a second sign do not.
    signs = _STRONG_SIGNS.findall(text, 0, 1 << 16)
    return len(signs) > 1 and _HEADING.search(text) is not None


def _is_page(data: bytes, start: bytes, suffix: str) -> bool:
    if _PAGE.match(start) or _PAGE.match(_narrow(start)) or (suffix in HTML and b"<" in data):
        return True
    tagged = suffix not in MARKDOWN and len(_TAGS.findall(start)) > 2
    return tagged and _CLOSED.search(data) is not None


def _narrow(start: bytes) -> bytes:
    """Make a page in UTF-16 look like one in ASCII."""
    return start[2:].replace(b"\0", b"") if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else b""

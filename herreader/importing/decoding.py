# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Bytes to characters, in whatever encoding they are; and characters to words that show."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from unicodedata import is_normalized, normalize

from herreader.importing.opening import refusal
from herreader.text.safe import clean
from herreader.text.source import looks_binary

_MARKS = {
    BOM_UTF8: "utf-8-sig",
    BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    BOM_UTF32_BE: "utf-32",
    BOM_UTF16_LE: "utf-16",
    BOM_UTF16_BE: "utf-16",
}
_LIKELY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "mac_roman",
    "koi8_r",
    "iso8859_2",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
]
_LOST = "â€\ufffd"
"""What remains of a closing quotation mark once its last byte, which Windows lacks, is lost."""
_ASCII = bytes(range(128))
_WESTERN = "‘’“”–—…•€£§©®°½«»àáâäåæçèéêëíïñóôöøùúûüßÀÁÂÄÅÆÇÈÉÊËÍÏÑÓÖØÚÜ\xa0".encode("cp1252")
_FEW = 0.2  # of all bytes: other scripts have more, and Europe's other languages other bytes
_HANDFUL = 5  # bytes, which in a short text may be more than a few
_SAMPLE = 1 << 16  # bytes that an encoding is judged by
_PROBE = b"\\101 owls\xff"
"""Latin letters and figures, which every character set of a page reads as they are, and a byte."""
_STRAY = re.compile("[\udc80-\udcff]+")
_CONTROLS = 0.02  # of all characters: a text has nearly none
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_TWICE = re.compile("[ÂÃâ][\u0080-\u00bf\u2018-\u201e\u2020-\u2026\u0152-\u017e€‰‹›™ˆ˜–—]{1,2}")
# All that is looked for below: nearly every text has none of it, and is read through only once.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfffÂÃâ]"
)
_BARE = bytes(range(0x20, 0x7F)) + b"\t\n"
"""What of ASCII is none of it."""
_SETTLED = re.compile(
    "[\xa0-\xac\xae-\xc1\xc4-\xe1\xe3-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Beyond ASCII, letters of the West, typeset signs and currencies that need no change."""
_UNUSUAL = (
    "  ",
    *"\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007",
    *"\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
)
"""Two blanks, and each that is not the usual one."""
_ODD_ENDS = re.compile("[\r\x0b\x85\f\u2028\u2029]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x85|\u2028")
_PARAGRAPH_ENDS = re.compile("\f|\u2029")


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, str]:
    """Read bytes as text.

    Args:
        data: The bytes.
        name: What the file is called, for an error.
        declared: The encoding that a page says it has; UTF-8 is tried first all the same.

    Returns:
        The text, and a note if its encoding had to be guessed.

    Raises:
        ImportRefusedError: If they are no text.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return tidy(data.decode(encoding, "replace")), ""
    if looks_binary(data):
        return _wide(data, name)
    try:
        text, note = data.decode("utf-8"), ""
        # Of most texts nothing is left without plain ASCII, or but a few signs that need no change.
        if _SETTLED.fullmatch(data.translate(None, _BARE).decode("utf-8")):
            return text, ""
    except UnicodeDecodeError:
        text, note = _guessed(data, declared)
    if not _ODD.search(text):
        return _composed(text), note
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROLS * len(sample):
        raise _no_text(name)
    return tidy(text), note


def tidy(text: str) -> str:
    """Make characters safe to show, composed, and without those that nobody sees.

    All ways to end a line become newlines.
    """
    if not _ODD.search(text):
        return _composed(text)
    if _ODD_ENDS.search(text):
        text = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
    if not text.isascii():
        text = _composed(_UNSEEN.sub("", text))
        if _TWICE.search(text):
            text = _TWICE.sub(_once, text.replace(_LOST, "”"))
    return clean(text)


def tidy_line(text: str) -> str:
    """Make a tidy text one line, with single blanks between its words."""
    return single_blanks(tidy(text))


def single_blanks(text: str) -> str:
    """Put one blank between two words, whatever stood there, and none before and after them."""
    text = text.strip()
    # Most texts need no change, and to look for each blank takes less than to part the words.
    for unusual in _UNUSUAL:
        if unusual in text:
            return " ".join(text.split())
    return text


def _composed(text: str) -> str:
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def _once(found: re.Match[str]) -> str:
    """Mend a character whose UTF-8 bytes have been taken for Windows characters."""
    raw = b"".join(_windows_byte(character) for character in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _windows_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _wide(data: bytes, name: str) -> tuple[str, str]:
    """Read UTF-16 without a mark: every other byte of a Western text is NUL."""
    sample = data[:_SAMPLE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        nul = sample[start::2].count(0)
        if nul > 0.6 * len(sample) / 2 and sample[1 - start :: 2].count(0) == 0:
            return tidy(data.decode(encoding, "replace")), "It was read as UTF-16."
    raise _no_text(name)


def _guessed(data: bytes, declared: str) -> tuple[str, str]:
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(map(len, _STRAY.findall(text)))
    beyond_ascii = len(text.encode("utf-8", "surrogatepass")) - len(text) - 2 * stray
    if beyond_ascii > stray:
        mended = _STRAY.sub(_as_windows, text)
        return mended, "Some bytes are not UTF-8; they were read as Windows-1252."
    encoding = _named(declared) or _likeliest(data)
    return data.decode(encoding, "replace"), f"It was read as {encoding.replace('_', '-')}."


def _as_windows(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _named(declared: str) -> str:
    """Give Python's name of a declared encoding; nothing if it is no character set of a page."""
    try:
        encoding = lookup(declared.strip()).name
        probed = _PROBE.decode(encoding, "replace")
    except (LookupError, ValueError):  # unknown, or it reads none but bytes of its own kind
        return ""
    if probed[1:9] != "101 owls":  # in some of East Asia, a currency has the place of the backslash
        return ""
    if encoding == "utf-8":
        return ""  # it is not, or it would have been read so
    # Browsers, and so pages, mean the Windows set when they say Latin-1 or ASCII.
    return "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding


def _likeliest(data: bytes) -> str:
    foreign = data.translate(None, _ASCII)
    few = len(foreign) <= max(_HANDFUL, _FEW * len(data))
    if few and not foreign.translate(None, _WESTERN):
        return "cp1252"
    from charset_normalizer import from_bytes  # slow to import, and seldom of use

    start = max(0, _first_beyond_ascii(data) - 1024)
    best = from_bytes(data[start : start + _SAMPLE], cp_isolation=list(_LIKELY)).best()
    return best.encoding if best and best.encoding in _LIKELY else "cp1252"


def _first_beyond_ascii(data: bytes) -> int:
    found = re.search(rb"[\x80-\xff]", data)
    return found.start() if found else 0


def _no_text(name: str) -> Exception:
    return refusal(name, "it is not a text. Save it as text, Markdown, HTML, EPUB or PDF.")

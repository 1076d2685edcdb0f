"""A zip archive read in memory: nothing is unpacked to disk, and no more than is fair."""

import posixpath
from io import BytesIO
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from herreader.errors import ImportRefusedError
from herreader.importing.opening import refusal

MOST_ENTRIES = 10_000
LARGEST_ENTRY = 20 << 20
"""Bytes of one entry, unpacked."""
LARGEST_ALL = 64 << 20
"""Bytes of all entries that are read, unpacked."""
_RATIO = 200  # unpacked to packed: prose stays below 20
_SMALL = 1 << 20  # bytes up to which the ratio does not matter
_ANEW = "Download or save it anew."
_OTHERS = (
    ("word/", "a Word document. Save it as text, HTML or PDF."),
    ("content.xml", "an OpenDocument text. Save it as text, HTML or PDF."),
)


class Archive:
    """The entries of a zip archive.

    Raises:
        ImportRefusedError: If it is broken, protected, or made to fill memory.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = LARGEST_ALL
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.refusal(f"it is a broken archive. {_ANEW}") from None
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        if len(self._entries) > MOST_ENTRIES:
            raise self.refusal(f"it holds more than {MOST_ENTRIES:,} files.")

    def refusal(self, why: str) -> ImportRefusedError:
        """Say why nothing can be read."""
        return refusal(self._name, why)

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def what_else(self) -> str:
        """Say what kind of archive it is that is no EPUB."""
        for start, kind in _OTHERS:
            if any(entry.startswith(start) for entry in self._entries):
                return kind
        return "an archive, but no EPUB. Unpack it, and import what it holds."

    def read(self, entry: str) -> bytes:
        """Unpack one entry.

        Raises:
            ImportRefusedError: If it is missing, broken, protected or too large.
        """
        info = self._entries.get(entry)
        if info is None:
            raise self.refusal(f"its part {entry[:80]} is missing. {_ANEW}")
        self._check(info)
        limit = min(LARGEST_ENTRY, self._left)
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except Exception as error:  # noqa: BLE001 - each kind of damage has an exception of its own
            why = f"its part {entry[:80]} is damaged ({type(error).__name__}). {_ANEW}"
            raise self.refusal(why) from None
        if len(data) > limit:
            raise self._bomb()
        self._left -= len(data)
        return data

    def read_xml(self, entry: str) -> Element:
        """Parse an entry of XML that declares no entities.

        Raises:
            ImportRefusedError: As `read` does, or if it is not such XML.
        """
        data = self.read(entry)
        try:
            root: Element = fromstring(data, forbid_entities=True, forbid_external=True)
        except DefusedXmlException:
            why = "it declares XML entities, with which files are made that fill the memory."
            raise self.refusal(why) from None
        except (ParseError, ValueError, LookupError):
            raise self.refusal(f"its part {entry[:80]} is no XML. {_ANEW}") from None
        return root

    def within(self, base: str, href: str) -> str:
        """Resolve a reference to an entry, from the folder of another.

        Raises:
            ImportRefusedError: If it leads out of the archive.
        """
        path = unquote(href.partition("#")[0])
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
        if joined.startswith(("..", "/")) or "://" in path:
            raise self.refusal("it refers to a file outside of itself, which is not opened.")
        return joined

    def _check(self, info: ZipInfo) -> None:
        if info.flag_bits & 1:
            raise self.refusal("it is protected by a password. Import it without.")
        packed = max(1, info.compress_size)
        if info.file_size > LARGEST_ENTRY or (
            info.file_size > _SMALL and info.file_size > _RATIO * packed
        ):
            raise self._bomb()

    def _bomb(self) -> ImportRefusedError:
        return self.refusal("unpacked, it would be too large for a book of text.")

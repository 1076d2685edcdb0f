"""An e-book to drafts: its documents in the order of its spine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from herreader.importing.archive import Archive
from herreader.importing.bounds import check_length
from herreader.importing.decoding import decode
from herreader.importing.draft import Clue, Draft, Piece, plain_key
from herreader.importing.page import PageReader, parse
from herreader.importing.signing import author_in, read_signature
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_MOST_DOCUMENTS = 2000
_TEXTS = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document", ""))
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([\w.-]{2,30})""")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>", re.IGNORECASE)
# Its name alone is possessive: Debian 12's Python, 3.11.2, errs where one such group is in another.
_EMPTY = re.compile(
    r"<(?!(?:br|hr|img|meta|link|input|col|wbr|area|base|embed|source|track)\b)"
    r"([a-zA-Z][\w:-]*+)([^<>]*)/>"
)
_CONTENTS = re.compile(r"(?:toc|nav|contents)", re.IGNORECASE)
_FRONT = re.compile(r"(?:cover|half-?title|title-?page|title)", re.IGNORECASE)
_BACK = re.compile(r"(?:copyright|colophon|imprint|legal|rights)", re.IGNORECASE)
_LEGAL = re.compile(r"\ball rights reserved\b|\bISBN\b|\bno part of this\b", re.IGNORECASE)
_SHORT_DOCUMENT = 3000  # characters: a page of legal words has fewer
_ENOUGH = 400  # characters of prose in a text of a collection


@dataclass(slots=True)
class _Document:
    """One document of the spine."""

    pieces: list[Piece]
    label: str = ""
    author: str = ""
    title: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def prose(self) -> int:
        return sum(len(piece.plain) for piece in self.pieces if piece.is_prose)


def read_epub(data: bytes, name: str) -> list[Draft]:
    """Read an e-book; a collection, in which each text has an author of its own, as several texts.

    Args:
        data: Its bytes.
        name: What an error calls it.

    Raises:
        ImportRefusedError: If it is broken, protected, unfair, or holds no text.
    """
    archive = Archive(data, name)
    if _CONTAINER not in archive:
        raise archive.refusal(f"it is {archive.what_else()}")
    _check_unprotected(archive)
    opf = _package_path(archive)
    package = archive.read_xml(opf)
    documents: list[_Document] = []
    for entry in _spine(archive, package, opf):
        documents.append(_read_document(archive, *entry, name))
        check_length(sum(len(document.pieces) for document in documents), name)
    if not any(document.pieces for document in documents):
        raise archive.refusal("no words are in it.")
    book = _described(package)
    book.notes += dict.fromkeys(note for document in documents for note in document.notes)
    _set_aside_matter(documents)
    signed = [document for document in documents if document.author and document.prose >= _ENOUGH]
    if len({plain_key(document.author) for document in signed}) > 1:
        return list(_apart(documents, signed, book))
    book.pieces = [piece for document in documents for piece in document.pieces]
    return [book]


def _check_unprotected(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    for element in _named(archive.read_xml(_ENCRYPTION), "EncryptionMethod"):
        if element.get("Algorithm") not in _FONTS_ONLY:
            raise archive.refusal("it is protected against copying, so it cannot be read.")


def _package_path(archive: Archive) -> str:
    for element in _named(archive.read_xml(_CONTAINER), "rootfile"):
        path = element.get("full-path")
        if path:
            return archive.within("", path)
    raise archive.refusal("it does not say where its text is. Download or save it anew.")


def _spine(archive: Archive, package: Element, opf: str) -> list[tuple[str, str]]:
    """List the documents to read, in order, each with what the book calls it."""
    manifest = {item.get("id", ""): item for item in _named(package, "item")}
    guide = {
        archive.within(opf, reference.get("href", "")): reference.get("type", "")
        for reference in _named(package, "reference")
    }
    entries: dict[str, str] = {}
    for reference in _named(package, "itemref"):
        item = manifest.get(reference.get("idref", ""))
        if item is None or item.get("media-type", "") not in _TEXTS:
            continue
        path = archive.within(opf, item.get("href", ""))
        nav = "nav" in (item.get("properties") or "").split()
        entries.setdefault(path, "nav" if nav else guide.get(path) or PurePosixPath(path).stem)
    if not entries:
        raise archive.refusal("its spine names no text, so there is nothing to read in order.")
    if len(entries) > _MOST_DOCUMENTS:
        raise archive.refusal(
            f"it has more than {_MOST_DOCUMENTS:,} parts. Divide it, or save its texts as HTML."
        )
    return list(entries.items())


def _read_document(archive: Archive, path: str, label: str, name: str) -> _Document:
    data = archive.read(path)
    declared = _DECLARED.match(data)
    html, note = decode(data, name, declared[1].decode("ascii") if declared else "")
    # To a browser's parser an empty <title/> or <a/> is one that is never closed.
    html = _EMPTY.sub(r"<\1\2></\1>", _DOCTYPE.sub("", html, count=1))
    reader = PageReader()
    page = parse(html, name)
    top = page.body or page.root
    if top is not None:
        reader.read(top)
    _believe_tables_of_contents(reader)
    document = _Document(reader.pieces, label, notes=[note] if note else [])
    document.author = next(filter(None, (author_in(c.words) for c in reader.facts["author"])), "")
    _read_head(document)
    return document


def _believe_tables_of_contents(reader: PageReader) -> None:
    """In a book, of all that names itself otherwise, only a table of contents is no text."""
    for piece, zones in zip(reader.pieces, reader.zones, strict=True):
        if any(reader.roots[zone].kind is AsideKind.NAVIGATION for zone in zones):
            piece.aside = None if piece.is_prose else AsideKind.NAVIGATION


def _read_head(document: _Document) -> None:
    """Read the heading of a document, and the byline below it."""
    for piece in document.pieces[:6]:
        if piece.is_prose:
            return
        signature = read_signature(piece.plain)
        if signature and signature.author and signature.whole:
            document.author = document.author or signature.author
        elif piece.kind is BlockKind.HEADING and not document.title:
            document.title = piece.plain


def _described(package: Element) -> Draft:
    draft = Draft([], sifted=False)
    for tag, clues in (
        ("title", draft.titles),
        ("creator", draft.authors),
        ("date", draft.dates),
        ("source", draft.sources),
    ):
        found = (element for element in _named(package, tag) if "purl.org/dc" in element.tag)
        words = [" ".join((element.text or "").split()) for element in found]
        if tag == "source":
            words = [word for word in words if word.startswith(("http://", "https://"))]
        words = [", ".join(filter(None, words))] if tag == "creator" else words
        clues += [Clue(word, "the book's metadata") for word in words if word]
    return draft


def _set_aside_matter(documents: list[_Document]) -> None:
    """Set aside cover, contents, title page and legal page, unless there is nothing else."""
    if not any(document.prose >= _ENOUGH for document in documents):
        return
    for document in documents:
        size = sum(len(piece.plain) for piece in document.pieces)
        head = " ".join(piece.plain for piece in document.pieces[:40])
        contents = _CONTENTS.match(document.label)
        if contents or _FRONT.match(document.label):
            for piece in document.pieces:
                if not piece.is_prose:
                    piece.aside = AsideKind.NAVIGATION if contents else AsideKind.TITLE
        elif size < _SHORT_DOCUMENT and (_BACK.match(document.label) or _LEGAL.search(head)):
            for piece in document.pieces:
                piece.aside = AsideKind.FOOTER


def _apart(documents: list[_Document], signed: list[_Document], book: Draft) -> Iterator[Draft]:
    """Give each signed document, and what follows it unsigned, as a draft of its own."""
    current: Draft | None = None
    before: list[Piece] = []
    for document in documents:
        if any(document is other for other in signed):
            if current:
                yield current
            current = Draft([*before], sifted=False, notes=list(book.notes), dates=[], site="")
            current.titles = [Clue(document.title, "its heading")] if document.title else []
            current.authors = [Clue(document.author, "a byline")]
            current.dates, current.sources = list(book.dates), list(book.sources)
            before = []
        (current.pieces if current else before).extend(document.pieces)
    if current:
        yield current


def _named(root: Element, name: str) -> Iterator[Element]:
    """Give the elements of a name, whatever their namespace."""
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)

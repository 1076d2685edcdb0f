"""A saved web page to a draft."""

import re

from herreader.importing.decoding import decode
from herreader.importing.draft import Clue, Draft
from herreader.importing.opening import refusal
from herreader.importing.page import PageReader, parse
from herreader.importing.pagefacts import read_facts
from herreader.importing.settling import HEADINGS
from herreader.importing.zoning import set_aside
from herreader.model import BlockKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")


def read_page(data: bytes, name: str) -> Draft:
    """Read a web page.

    Raises:
        ImportRefusedError: If it is no text, or nested too deeply.
    """
    declared = _CHARSET.search(data, 0, 4096)
    html, note = decode(data, name, declared[1].decode("ascii") if declared else "")
    page = parse(html, name)
    draft = Draft([])
    read_facts(page, draft)
    saved = _SAVED_FROM.search(html, 0, 4096)
    if saved:
        draft.sources.append(Clue(saved[1], "the saved page"))
    top = page.body or page.root
    if top is None:
        raise refusal(name, "it is empty.")
    reader = PageReader()
    reader.read(top)
    set_aside(reader)
    draft.pieces = reader.pieces
    draft.titles[:0] = reader.facts["title"][:1]
    draft.titles += [
        Clue(piece.plain, HEADINGS[1])
        for piece in reader.pieces
        if piece.kind is BlockKind.HEADING and piece.level == 1 and not piece.role
    ]
    draft.authors += reader.facts["author"]
    draft.dates += reader.facts["date"]
    if note:
        draft.notes.append(note)
    return draft

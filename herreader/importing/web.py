"""A saved web page to a draft."""

import re

from herreader.importing.decoding import decode
from herreader.importing.draft import Clue, Draft
from herreader.importing.opening import refusal
from herreader.importing.page import PageReader, parse
from herreader.importing.pagefacts import read_facts
from herreader.importing.titles import HEADINGS
from herreader.importing.zoning import set_aside
from herreader.model.text import BlockKind

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://\S+?)(?=\s|-->)"
)


def read_page(data: bytes, name: str, charset: str = "") -> Draft:
    """Read a web page.

    Args:
        data: Its bytes.
        name: What an error calls it.
        charset: The encoding that what it was sent in names; else the page may name one.

    Raises:
        ImportRefusedError: If it is no text, or nested too deeply.
    """
    declared = _CHARSET.search(data, 0, 4096)
    html, note = decode(data, name, charset or (declared[1].decode("ascii") if declared else ""))
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
    writers = {clue.words: clue for clue in reader.facts["writer"]}
    draft.authors += writers.values() if len(writers) == 1 else ()
    draft.dates += reader.facts["date"]
    if note:
        draft.notes.append(note)
    return draft

"""A web page to pieces: every word that it shows, with what its mark-up says of each."""

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from herreader.importing.bounds import MOST_PIECES, check_bounds
from herreader.importing.draft import PAGES, Clue, Piece
from herreader.importing.phrases import words_of
from herreader.importing.tables import rows_of
from herreader.importing.values import AsideKind
from herreader.importing.words import Words
from herreader.importing.zones import Zone, fact_in, is_caption, zone_of
from herreader.model.text import BlockKind, Style
from herreader.text.markdown import BULLET, RULE

_MOST_ZONES = 50
"""Zones within zones; what lies deeper is part of the last of them."""

_UNSHOWN = words_of("""
    script style template svg iframe object canvas video audio map math head datalist input img
""")
_SHADOW = re.compile(r"<template(?=\s[^>]*\bshadowroot(?:mode)?\s*=)", re.IGNORECASE)
"""What begins a part that a page shows, and a saved one holds, in a template."""
_FRAME = re.compile(
    r"""<iframe(?=\s)[^<>]{0,2000}?\ssrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
"""What begins a frame that holds its page in itself, as a saved one's does."""
_HEADS = (
    (re.compile(r"(</?)(?:script|title)\b", re.IGNORECASE), r"\1template"),
    (re.compile(r"<(?:meta|link|base)\b", re.IGNORECASE), "<wbr"),
)
"""What tells of a frame would tell of the whole page else."""
_INLINE = words_of("""
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp
    rt ruby s samp small span strike strong sub sup time tt u var wbr
""")
_APART = frozenset(("a", "time"))
"""Elements that a page shows apart from those before them, though no blank stands between."""
_STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_LONGEST_NUMBER = 10  # figures
_MARK = re.compile(r"\s*\d{1,3}\s*", re.ASCII)
_ASIDE_FROM_FACTS = frozenset((AsideKind.COMMENT, AsideKind.RELATED))


def parse(html: str, name: str) -> LexborHTMLParser:
    """Parse a page as browsers do.

    Raises:
        ImportRefusedError: If it would take minutes, as none does that a browser made.
    """
    if "srcdoc" in html:
        html = _FRAME.sub(_shown, html)
    check_bounds(html, name)
    # Whatever it stands in ends it, since nothing closes this <div>.
    return LexborHTMLParser(_SHADOW.sub("<div", html) if "shadowroot" in html else html)


def _shown(frame: re.Match[str]) -> str:
    """Put what a frame holds before it, as something that stands beside the text."""
    held = unescape(frame[1] or frame[2] or "")
    for head, hidden in _HEADS:
        held = head.sub(hidden, held)
    return f"<aside>{held}</aside><iframe"


def _start(attributes: dict[str, str | None]) -> int:
    """Give the number that a list begins with."""
    start = attributes.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < _LONGEST_NUMBER else 1


def _follows_element(node: LexborNode) -> bool:
    before = node.prev
    return before is not None and before.tag in _INLINE


def _ends_fact(node: LexborNode | None) -> bool:
    """Whether an element that names the author or the date ends, which stands for itself."""
    attributes = node.attributes if node is not None and node.tag in _INLINE else None
    return bool(attributes and node is not None and fact_in(node.tag or "", attributes))


class _Frame:
    """An element that is open."""

    __slots__ = ("block", "caption", "fact", "node", "offset", "stamp", "tag", "zoned")

    def __init__(self, node: LexborNode, tag: str, *, block: bool) -> None:
        self.node = node
        self.tag = tag
        self.block = block
        self.zoned = False
        self.caption = False
        self.fact = ""
        self.offset = 0  # in the words of the piece, where it opened
        self.stamp = 0  # how many pieces there were then


class PageReader:
    """Walks a page once.

    Attributes:
        pieces: What has been read.
        zones: The zones of each piece, the outermost first; in step with `pieces`.
        facts: Title, author and date as its own elements name them; writers it leads to.
        roots: All zones found, for which `released` tells whether they hold the review after all.
        released: In step with `roots`.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.zones: list[tuple[int, ...]] = []
        self.facts: dict[str, list[Clue]] = {
            fact: [] for fact in ("title", "author", "writer", "date")
        }
        self.roots: list[Zone] = []
        self.released: list[bool] = []
        self._open_zones: tuple[int, ...] = ()  # shared by all pieces in them
        self._words = Words()
        self._lists: list[int] = []  # next number, 0 for bullets
        self._quoted = 0
        self._heading = 0
        self._captions = 0
        self._verbatim = 0
        self._links = 0
        self._raised = 0
        self._bullet = ""
        self._items = 0
        self._after_term = False
        self._titles = 0  # elements that hold the title

    def read(self, top: LexborNode) -> None:
        """Read an element and all that it holds, however deep; not all of what is far too much."""
        frames: list[_Frame] = []
        node: LexborNode | None = top
        while node is not None and len(self.pieces) <= MOST_PIECES:
            frame = self._enter(node)
            if frame is not None:
                frames.append(frame)
                node = node.first_child
                if node is not None:
                    continue
                node = frames[-1].node
                self._leave(frames.pop())
            while (following := node.next if frames else None) is None and frames:
                node = frames[-1].node
                self._leave(frames.pop())
            node = following
        self._flush()

    def _enter(self, node: LexborNode) -> _Frame | None:
        """Take a node; give a frame if what it holds is to be read too."""
        tag = node.tag or ""
        if tag == "-text":
            self._write(node.text_content or "")
            return None
        if tag in _UNSHOWN or tag.startswith("-"):
            return None
        if tag == "br":
            if self._words.line_break():
                self._flush()
            return None
        attributes = node.attributes
        if (tag in _APART or _ends_fact(node.prev)) and _follows_element(node):
            self._words.part()
        frame = _Frame(node, tag, block=tag not in _INLINE)
        if frame.block and not (tag == "dd" and self._after_term):
            self._flush()
        if tag == "table" and self._take_table(node):
            return None
        self._open_zone(frame, attributes)
        self._open_kind(frame, attributes)
        frame.fact = fact_in(tag, attributes) if attributes or tag == "time" else ""
        self._titles += frame.fact == "title"
        if frame.fact == "date" and attributes.get("datetime"):
            self._add_fact("date", attributes["datetime"] or "")
        frame.offset, frame.stamp = self._words.length, len(self.pieces)
        return frame

    def _write(self, text: str) -> None:
        raised = self._raised and self._links and _MARK.fullmatch(text)
        if raised and self._words.since(self._words.length - 1) not in {"[", "("}:
            text = f"[{text.strip()}]"  # of a footnote; else it would end the word before it
        self._words.write(text, linked=self._links > 0)

    def _open_zone(self, frame: _Frame, attributes: dict[str, str | None]) -> None:
        # What a button stands in says more than it can.
        most = 1 if frame.tag == "button" else _MOST_ZONES
        within = len(self._open_zones) >= most
        zone = zone_of(frame.tag, attributes) if frame.block and not within else None
        if zone is None or (frame.tag == "footer" and self._quoted):
            if _HEADINGS.get(frame.tag) == 1:
                for root in self._open_zones:  # what holds the title holds the review
                    self.released[root] |= self.roots[root].kind is not AsideKind.COMMENT
            return
        frame.zoned = True
        self._open_zones = (*self._open_zones, len(self.roots))
        self.roots.append(zone)
        self.released.append(False)

    def _open_kind(self, frame: _Frame, attributes: dict[str, str | None]) -> None:
        match frame.tag:
            case "a":
                self._links += 1
            case "sup":
                self._raised += 1
            case "blockquote":
                self._quoted += 1
            case "pre":
                self._verbatim += 1
                self._words.verbatim = True
            case "li":
                self._open_item()
            case "hr":
                self._add(Piece(RULE, BlockKind.CAPTION))
            case tag if tag in _HEADINGS:
                self._heading = _HEADINGS[tag]
            case tag if tag in _LISTS:
                self._lists.append(_start(attributes) if tag == "ol" else 0)
        if frame.block and is_caption(frame.tag, attributes):
            self._captions += 1
            frame.caption = True

    def _open_item(self) -> None:
        number = self._lists[-1] if self._lists else 0
        if number:
            self._lists[-1] += 1
        self._bullet = f"{number}." if number else BULLET
        self._items += 1

    def _leave(self, frame: _Frame) -> None:
        if frame.fact and frame.stamp == len(self.pieces):
            self._add_fact(frame.fact, self._words.since(frame.offset))
        elif frame.fact and frame.stamp + 1 == len(self.pieces):
            self._add_fact(frame.fact, self.pieces[-1].plain)
        if frame.tag in _STYLES:
            self._words.style(
                frame.offset if frame.stamp == len(self.pieces) else 0, _STYLES[frame.tag]
            )
        self._after_term = frame.tag == "dt" and self._words.end_term()
        if frame.block and not self._after_term:
            self._flush()
        if frame.tag == "p" and frame.stamp + 1 == len(self.pieces) and frame.node.parent:
            self.pieces[-1].home = frame.node.parent.mem_id
        self._close_kind(frame.tag)
        self._captions -= frame.caption
        self._titles -= frame.fact == "title"
        if frame.zoned:
            self._open_zones = self._open_zones[:-1]

    def _close_kind(self, tag: str) -> None:
        match tag:
            case "a":
                self._links -= 1
            case "sup":
                self._raised -= 1
            case "blockquote":
                self._quoted -= 1
            case "pre":
                self._verbatim -= 1
                self._words.verbatim = self._verbatim > 0
            case "li":
                self._items -= 1
                self._bullet = ""
            case _ if tag in _HEADINGS:
                self._heading = 0
            case _ if tag in _LISTS:
                self._lists.pop()

    def _add_fact(self, fact: str, words: str) -> None:
        kinds = {self.roots[root].kind for root in self._open_zones}
        prose = sum(piece.is_prose for piece in self.pieces[-40:])
        if words.strip() and prose < 2 and not kinds & _ASIDE_FROM_FACTS:
            self.facts[fact].append(Clue(words.strip(), f"{PAGES} {fact}"))

    def _take_table(self, node: LexborNode) -> bool:
        """Take a table of short cells; one that lays out the page is walked through."""
        rows = rows_of(node)
        if rows is None:
            return False
        for piece in rows:
            self._add(piece)
        return True

    def _flush(self) -> None:
        plain, runs, linked = self._words.finish()
        if not plain:
            return
        piece = Piece(plain, self._kind(), runs, linked=linked)
        if piece.kind is BlockKind.HEADING:
            piece.level = self._heading
        elif piece.kind is BlockKind.ITEM:
            piece.level = max(1, len(self._lists))
            piece.bullet, self._bullet = self._bullet, ""
            before = self.pieces[-1] if self.pieces else None
            piece.tight = before is not None and before.kind is BlockKind.ITEM
        elif piece.kind is BlockKind.PARAGRAPH and "\n" in plain:
            for line in _lines(piece):
                self._add(line)
            return
        piece.role = "title" if self._titles else ""
        self._add(piece)

    def _kind(self) -> BlockKind:
        if self._verbatim:
            return BlockKind.VERBATIM
        if self._heading:
            return BlockKind.HEADING
        if self._captions:
            return BlockKind.CAPTION
        if self._items:
            return BlockKind.ITEM
        return BlockKind.QUOTATION if self._quoted else BlockKind.PARAGRAPH

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.zones.append(self._open_zones)


def _lines(piece: Piece) -> Iterator[Piece]:
    """Part the lines of a paragraph, each of which may be something else."""
    start = 0
    for line in piece.plain.split("\n"):
        end = start + len(line)
        if line:
            yield piece.part(start, end)
        start = end + 1

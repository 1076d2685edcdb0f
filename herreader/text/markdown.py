"""Markdown to blocks, and the bracketed spans `[words]{scene=owl}` written in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from herreader.model.text import Block, BlockKind, Run
from herreader.text.aligned import aligned
from herreader.text.marked_words import MarkedWords, WrittenSpan, reference
from herreader.text.safe import clean

if TYPE_CHECKING:  # Markdown is read only when such a text is opened
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

BULLET = "•"
RULE = "* * *"
"""What stands for a horizontal rule, as a caption."""
BRACKETS = 5_000
"""Opening brackets up to which each may begin a link or a span: to look for the ends of more takes
seconds, so that in such a text all of them stay as they stand."""

_ENDLESS = (
    (re.compile(r"(?m)^([ \t>*+.)\d-]*)<(?=!--)"), re.compile("-->")),
    (re.compile(r"(?m)^([ \t>*+.)\d-]*)<(?=\?)"), re.compile(r"\?>")),
    (re.compile(r"(?m)^([ \t>*+.)\d-]*)<(?=!\[CDATA\[)"), re.compile(r"\]\]>")),
    (re.compile(r"(?m)^([ \t>*+.)\d-]*)<(?=![A-Za-z])"), re.compile(">")),
    (
        re.compile(r"(?mi)^([ \t>*+.)\d-]*)<(?=(?:script|pre|style|textarea)(?:[\s>]|$))"),
        re.compile(r"(?i)</(?:script|pre|style|textarea)>"),
    ),
)
"""How mark-up begins that goes on until its own end, over blank lines too, and how it ends."""
_TAB = 4
_NESTING = 40  # the parser drops the words of deeper blocks, and its time grows with it
_TOO_DEEP = _NESTING - 4
_CLOSING = frozenset(
    ("blockquote_close", "bullet_list_close", "ordered_list_close", "footnote_reference_close")
)


@dataclass(frozen=True, slots=True)
class ParsedMarkdown:
    """The blocks of a Markdown text, and the spans written in them, in order.

    Attributes:
        blocks: The text.
        spans: What is tied to scenes in it.
        linked: For each block, how many characters of it lead elsewhere.
        html: The numbers of the blocks that are the mark-up of a page, as it stands.
        crowded: Whether it has more than BRACKETS opening brackets, and so neither links nor spans.
    """

    blocks: tuple[Block, ...]
    spans: tuple[WrittenSpan, ...]
    linked: tuple[int, ...]
    html: frozenset[int]
    crowded: bool


def parse_markdown(source: str) -> ParsedMarkdown:
    """Read a Markdown text; every text is one, and nothing but mark-up and targets is left out."""
    source = normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    source = _without_open_ends(source) if "<" in source else source
    crowded = source.count("[") > BRACKETS
    walk = _Walk(source.split("\n"))
    met: dict[str, Any] = {}
    tokens = _parser(brackets=not crowded).parse(source, met)
    walk.take(tokens, met.get("footnotes", {}).get("refs", {}))
    return ParsedMarkdown(
        tuple(walk.blocks), tuple(walk.spans), tuple(walk.linked), frozenset(walk.html), crowded
    )


def _without_open_ends(source: str) -> str:
    """Take for words what begins as mark-up that never ends, and would hide all below it."""
    for begins, ends in _ENDLESS:
        last = max((found.start() for found in ends.finditer(source)), default=-1)
        first = begins.search(source, last + 1)
        if first:
            below = begins.sub(r"\1\\<", source[first.start() :])
            source = source[: first.start()] + below
    return source


@cache
def _parser(*, brackets: bool) -> "MarkdownIt":
    """Give the parser, with or without what begins with a bracket."""
    from markdown_it import MarkdownIt  # heavy, and of use for Markdown only
    from mdit_py_plugins.attrs import attrs_plugin  # as above
    from mdit_py_plugins.footnote import footnote_plugin  # as above

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    if brackets:
        attrs_plugin(parser, after=(), spans=True)
        # Each note stays where it is written, also if nothing refers to it.
        footnote_plugin(parser, inline=False, move_to_end=False)
    else:
        parser.disable(["link", "image", "reference"])
    parser.block.ruler.before("table", "too_deep", _keep_too_deep)
    return parser


def _keep_too_deep(state: "StateBlock", start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    """Keep a line as it stands that is nested deeper than the parser would read."""
    if silent or state.level < _TOO_DEEP:
        return False
    token = state.push("code_block", "code", 0)
    token.content = state.getLines(start, start + 1, state.blkIndent, keepLastLF=False)
    state.line = start + 1
    return True


@dataclass(slots=True)
class _Container:
    """A quotation or a list that is open."""

    delimiter: str = ""  # of an ordered list
    number: int = 0
    is_list: bool = False

    def next_bullet(self) -> str:
        if not self.delimiter:
            return BULLET
        self.number += 1
        return f"{self.number - 1}{self.delimiter}"


class _Table(NamedTuple):
    """A table: its lines as they stand, and the words of the cells of each row so far."""

    source: str
    rows: list[list[str]]


class _Walk:
    """From the parser's tokens to blocks and spans."""

    def __init__(self, lines: list[str]) -> None:
        self.blocks: list[Block] = []
        self.spans: list[WrittenSpan] = []
        self.linked: list[int] = []
        self.html: list[int] = []
        self._lines = lines
        self._notes: Mapping[str, int] = {}
        self._containers: list[_Container] = []
        self._bullet = ""
        self._heading = 0
        self._tight = False
        self._list_start = 0  # how many blocks stood before the outermost list
        self._after_image = False
        self._table: _Table | None = None  # the one that is open

    def take(self, tokens: "Iterable[Token]", notes: Mapping[str, int]) -> None:
        """Take what was parsed, with the number of each footnote that is referred to."""
        self._notes = notes
        for token in tokens:
            if self._table is not None:
                self._take_cell(self._table, token)
            elif token.type == "inline":
                self._take_words(token)
            elif token.nesting == 1:
                self._open(token)
            elif token.type in _CLOSING:
                self._containers.pop()
            elif token.type == "hr":
                self._add(BlockKind.CAPTION, RULE)
            elif token.type in {"fence", "code_block", "html_block"}:
                self._add_verbatim(token.content, html=token.type == "html_block")

    def _open(self, token: "Token") -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "paragraph_open":
                self._heading = 0
                self._tight = token.hidden
            case "blockquote_open":
                self._containers.append(_Container())
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token)
            case "footnote_reference_open":
                self._containers.append(_Container(is_list=True))
                label = str(token.meta["label"])
                number = self._notes.get(f":{label}", -1)
                self._bullet = reference(number) if number >= 0 else f"[{label}]"
            case "list_item_open":
                self._bullet = self._containers[-1].next_bullet()
            case "table_open":
                first, end = token.map or (0, 0)
                self._table = _Table("\n".join(self._lines[first:end]), [])

    def _open_list(self, token: "Token") -> None:
        if not self._depth():
            self._list_start = len(self.blocks)
        ordered = token.type == "ordered_list_open"
        first = int(token.attrs.get("start", 1))  # the parser writes it only where it is not 1
        self._containers.append(_Container(token.markup if ordered else "", first, is_list=True))

    def _depth(self) -> int:
        return sum(container.is_list for container in self._containers)

    def _take_words(self, token: "Token") -> None:
        children = token.children or []
        words = MarkedWords(token.map[0] + 1 if token.map else 1)
        words.take(children)
        plain, runs, spans = words.finish()
        kind = self._kind(children)
        self._after_image = _is_image(children)
        if plain:
            self._add(kind, plain, runs, words.linked)
        last = len(self.blocks)
        self.spans.extend(replace(span, block=last, end=span.end) for span in spans)

    def _take_cell(self, table: _Table, token: "Token") -> None:
        """Take what stands in a table, and the table once it ends."""
        if token.type == "tr_open":
            table.rows.append([])
        elif token.type == "inline":
            words = MarkedWords(0)
            words.take(token.children or [])
            table.rows[-1].append(words.finish()[0])
        elif token.type == "table_close":
            self._table = None
            self._add_verbatim(aligned(table.rows) or table.source)

    def _kind(self, children: "list[Token]") -> BlockKind:
        if self._heading:
            return BlockKind.HEADING
        if self._containers:
            return BlockKind.ITEM if self._containers[-1].is_list else BlockKind.QUOTATION
        if _is_image(children) or (self._after_image and _is_emphasis(children)):
            return BlockKind.CAPTION
        return BlockKind.PARAGRAPH

    def _add_verbatim(self, content: str, *, html: bool = False) -> None:
        plain = clean(normalize("NFC", content.expandtabs(_TAB))).strip("\n").rstrip()
        if plain:
            self._add(BlockKind.VERBATIM, plain)
            self.html += [len(self.blocks)] if html else []

    def _add(
        self, kind: BlockKind, plain: str, runs: tuple[Run, ...] = (), linked: int = 0
    ) -> None:
        level, bullet = 0, ""
        if kind is BlockKind.HEADING:
            level = self._heading
        elif kind is BlockKind.ITEM:
            level = self._depth()
            bullet, self._bullet = self._bullet, ""
        number = len(self.blocks) + 1
        self.blocks.append(Block(number, kind, plain, runs, level, self._gap(kind), bullet))
        self.linked.append(min(linked, len(plain)))
        if kind is not BlockKind.CAPTION:
            self._after_image = False

    def _gap(self, kind: BlockKind) -> int:
        if not self.blocks:
            return 0
        if kind is BlockKind.HEADING and self._heading <= 2:
            return 2
        if kind is BlockKind.ITEM and self._tight and len(self.blocks) > self._list_start:
            return 0
        return 1


def _is_image(tokens: "list[Token]") -> bool:
    """Whether a paragraph holds nothing but images."""
    return bool(tokens) and all(token.type in {"image", "softbreak"} for token in tokens)


def _is_emphasis(tokens: "list[Token]") -> bool:
    """Whether a paragraph is one emphasis from its first word to its last."""
    inner = [token for token in tokens if token.tag != "span"]
    if len(inner) < 3 or inner[0].type != "em_open" or inner[-1].type != "em_close":
        return False
    depth = 0
    for token in inner[:-1]:
        depth += token.nesting
        if depth == 0:
            return False
    return True

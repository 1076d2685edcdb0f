"""The words of one block of Markdown, without their mark-up but with what it says of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from herreader.model.text import Run, Style
from herreader.text.safe import clean
from herreader.text.tags import is_markup

if TYPE_CHECKING:  # Markdown is read only when such a text is opened
    from markdown_it.token import Token

_BLANKS = re.compile(r"[ \t\n]+")
_ELSEWHERE = ("http://", "https://", "//", "/")
"""What the address of another page begins with; a note leads to others beside it."""
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG}
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^>]*)?/?>")
_MARKS = 32
"""Marks on one character up to which they are composed with it: no script has more."""
_STYLED = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "code": Style.CODE,
    "kbd": Style.CODE,
}
"""What a page's mark-up makes of words."""


@dataclass(frozen=True, slots=True)
class WrittenSpan:
    """Words of a block that an author tied to scenes.

    Attributes:
        block: Number of the block; where the span is all there was, that of the block before.
        start: First character in the block's plain text.
        end: The character after the last; equal to `start` in an empty span.
        scenes: The slugs written, in their order.
        line: Line of the source on which it starts, from 1.
    """

    block: int
    start: int
    end: int
    scenes: tuple[str, ...]
    line: int


def reference(number: int) -> str:
    """Write the mark of a footnote, counted from 0."""
    return f"[{number + 1}]"


class MarkedWords:
    """The words of one block, gathered from the parser's inline tokens.

    Attributes:
        linked: How many characters of them lead elsewhere.
    """

    def __init__(self, line: int) -> None:
        self.linked = 0
        self._line = line
        self._pieces: list[str] = []
        self._length = 0
        self._at_blank = True  # a blank would be the first, or the second of two
        self._link: int | None = None  # where the last link begins, if it leads elsewhere
        self._open: list[tuple[int, int]] = []  # offset and line of what is not yet closed
        self._runs: list[Run] = []
        self._spans: list[WrittenSpan] = []
        self._scenes: list[tuple[str, ...]] = []
        self._styled: dict[str, list[int]] = {}  # where words begin that a page's mark-up styles

    def take(self, tokens: "Iterable[Token]") -> None:
        """Take the inline tokens of one block, or of an image in it."""
        for token in tokens:
            match token.type:
                case "text":
                    self._write(token.content)
                case "html_inline":
                    self._take_tag(token.content)
                case "footnote_ref":
                    self._write(reference(token.meta["id"]))
                case "softbreak" | "hardbreak":
                    self._line += 1
                    self._break(hard=token.type == "hardbreak")
                case "code_inline":
                    start = self._length
                    self._write(token.content)
                    self._runs.append(Run(start, self._length, Style.CODE))
                case "image":
                    self.take(token.children or ())
                case _:
                    self._take_bound(token)

    def _take_bound(self, token: "Token") -> None:
        """Note where a link, styled words or a span begin or end."""
        match token.type:
            case "link_open":
                elsewhere = str(token.attrGet("href")).startswith(_ELSEWHERE)
                self._link = self._length if elsewhere else None
            case "link_close" if self._link is not None:
                self.linked += self._length - self._link
            case "em_open" | "strong_open" | "span_open":
                self._open.append((self._length, self._line))
                if token.tag == "span":
                    slugs = str(token.attrGet("scene") or "").split()
                    self._scenes.append(tuple(dict.fromkeys(map(clean, slugs))))
            case "em_close" | "strong_close":
                start, _ = self._open.pop()
                self._runs.append(Run(start, self._length, _STYLES[token.tag]))
            case "span_close":
                start, line = self._open.pop()
                scenes = self._scenes.pop()
                self._spans.append(WrittenSpan(0, start, self._length, scenes, line))

    def _take_tag(self, tag: str) -> None:
        """Note what a page's mark-up says of the words; what only looks like it stays."""
        found = _TAG.fullmatch(tag)
        name = found["name"].lower() if found else ""
        if name == "br":
            self._break(hard=True)
        elif name in _STYLED:
            starts = self._styled.setdefault(name, [])
            if not tag.startswith("</"):
                starts.append(self._length)
            elif starts:
                self._runs.append(Run(starts.pop(), self._length, _STYLED[name]))
        elif not is_markup(tag):
            self._write(tag)

    def _write(self, text: str) -> None:
        text = _BLANKS.sub(" ", text if text.isascii() else normalize("NFC", text))
        if self._at_blank:
            text = text.removeprefix(" ")
        if text:
            if self._pieces and combining(text[0]):
                text = self._taken_back() + text
                text = normalize("NFC", text)
            self._pieces.append(text)
            self._length += len(text)
            self._at_blank = text.endswith(" ")

    def _taken_back(self) -> str:
        """Take back the last character, with which mark-up stood inside of a composed one."""
        last = self._pieces.pop()
        start = len(last) - 1
        while start > 0 and combining(last[start]) and len(last) - start < _MARKS:
            start -= 1
        if start:
            self._pieces.append(last[:start])
        self._length -= len(last) - start
        return last[start:]

    def _break(self, *, hard: bool) -> None:
        if hard and self._length:
            if self._at_blank and self._pieces[-1].endswith(" "):
                self._pieces[-1] = self._pieces[-1][:-1]
                self._length -= 1
            self._pieces.append("\n")
            self._length += 1
            self._at_blank = True
        else:
            self._write(" ")

    def finish(self) -> tuple[str, tuple[Run, ...], list[WrittenSpan]]:
        """Give the plain text, and the styled words and spans without the blanks at their ends."""
        plain = clean(normalize("NFC", "".join(self._pieces).rstrip(" \n")))

        def fit(start: int, end: int) -> tuple[int, int]:
            end = min(end, len(plain))
            start = min(start, end)
            words = plain[start:end]
            start += len(words) - len(words.lstrip(" \n"))
            return start, max(start, start + len(words.strip(" \n")))

        runs = [Run(*fit(run.start, run.end), run.style) for run in self._runs]
        runs = [run for run in runs if run.start < run.end]
        spans = []
        for span in self._spans:
            start, end = fit(span.start, span.end)
            spans.append(replace(span, start=start, end=end))
        return (
            plain,
            tuple(sorted(runs, key=lambda run: (run.start, -run.end))),
            sorted(spans, key=lambda span: (span.start, -span.end)),
        )

"""The words of one piece of a page, gathered from its text nodes, with their styles."""

import re
from unicodedata import is_normalized, normalize

from herreader.importing.chunks import WIDEST, goes_on
from herreader.importing.decoding import tidy
from herreader.model.text import Run, Style

_BLANKS = re.compile(r"\s+")
_NARROWEST = 30
"""Characters in the longest of the lines that an editor has broken; shorter ones are meant so."""


class Words:
    """Gathers words; blanks run together, and offsets are those of the words as they will show.

    Attributes:
        length: Characters so far.
        verbatim: Whether blanks mean something at the moment.
    """

    def __init__(self) -> None:
        self.verbatim = False
        self._begin()

    def _begin(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._linked = 0
        self._line = 0  # where the present line begins
        self._at_blank = True

    def write(self, text: str, *, linked: bool) -> None:
        """Add the words of a text node."""
        text = tidy(text)
        if not self.verbatim:
            if "  " in text or not text.isprintable():  # of all blanks, only " " is printable
                text = _BLANKS.sub(" ", text)
            if self._at_blank:
                text = text.removeprefix(" ")
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self._at_blank = text[-1] in " \n"
            if linked:
                self._linked += len(text)

    def line_break(self) -> bool:
        """Break the line; answer whether a paragraph ends here instead."""
        if not self.length:
            return False
        if self.verbatim:
            self.write("\n", linked=False)
            return False
        if self.length == self._line or self.length - self._line > WIDEST:
            return True
        if self._at_blank:
            self._pieces[-1] = self._pieces[-1][:-1]
            self.length -= 1
        self._pieces.append("\n")
        self.length += 1
        self._line = self.length
        self._at_blank = True
        return False

    def part(self) -> None:
        """Put a blank behind a letter or a figure."""
        if self._pieces and self._pieces[-1][-1].isalnum():
            self.write(" ", linked=False)

    def style(self, start: int, style: Style) -> None:
        """Style the words from an offset on."""
        if start < self.length:
            self._runs.append(Run(start, self.length, style))

    def since(self, offset: int) -> str:
        """Give the words from an offset on; how many stand before takes no time."""
        wanted = self.length - offset
        last: list[str] = []
        for piece in reversed(self._pieces):
            if wanted <= 0:
                break
            last.append(piece[-wanted:])
            wanted -= len(piece)
        return "".join(reversed(last))

    def end_term(self) -> bool:
        """End a term, so that its description can follow in the same piece."""
        term = "".join(self._pieces).rstrip()
        if term:
            self.write(" " if term.endswith((":", ".", "?", "…")) else ": ", linked=False)
        return bool(term)

    def finish(self) -> tuple[str, tuple[Run, ...], int]:
        """Give the words, the styled ones, and how many characters are links; begin anew."""
        if not self._pieces:
            return "", (), 0
        raw, runs, linked = "".join(self._pieces).rstrip(), self._runs, self._linked
        self._begin()
        if "\n" in raw and not self.verbatim:
            raw = _unwrapped(raw)
        return *_fitted(raw, runs), linked


def _unwrapped(words: str) -> str:
    """Undo line breaks that an editor has put within sentences; offsets stay."""
    lines = words.split("\n")
    breaks = len(lines) - 1
    wrapped = max(map(len, lines)) >= _NARROWEST
    if breaks > 1 and wrapped and sum(map(goes_on, lines[1:])) >= 0.4 * breaks:
        return words.replace("\n", " ")
    return words


def _fitted(raw: str, runs: list[Run]) -> tuple[str, tuple[Run, ...]]:
    """Compose the words, and take from styles the blanks at their ends."""
    composed = not is_normalized("NFC", raw)  # where mark-up stood inside of one character
    plain = normalize("NFC", raw) if composed else raw
    fitted = []
    for run in runs:
        start, end = run.start, min(run.end, len(raw))
        if composed:
            start, end = (len(normalize("NFC", raw[:offset])) for offset in (start, end))
        words = plain[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            fitted.append(Run(start, end, run.style))
    return plain, tuple(sorted(fitted, key=lambda run: (run.start, -run.end)))

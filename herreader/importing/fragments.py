"""Parts of a text in Markdown that are written as a page is, or for what makes pages."""

import re
from collections.abc import Callable

from herreader.importing.draft import Piece
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind
from herreader.text.tags import with_words_kept

_TEMPLATE = re.compile(r"(?:<[^<>]+>\s*)*(?:\{(?:%[^{}]*%|\{[^{}]*\})\}\s*)+(?:</[^<>]+>\s*)*")
"""What a program that makes pages puts a picture or a film in the place of."""
_INSTRUCTION = re.compile(
    r"(?<!`)\{%[^{}\n`]*%\}(?!`)|(?<![ \t])[ \t]*\{:[^{}\n]*\}[ \t]*$", re.MULTILINE
)
"""What tells such a program how to show the words around it."""
_TARGET = re.compile(r"\]\(([^()\n]*\{[{%][^{}\n]*[%}]\}[^()\n]*)\)")
"""Where a link or a picture leads, if such a program has still to find out."""
_FENCED = re.compile(r"(?ms)^[ \t]*(?P<fence>```+|~~~+).*?(?:^[ \t]*(?P=fence)|\Z)")
_UNSEEN = tuple(
    (re.compile(rf"<{begins}.*?{ends}", re.IGNORECASE | re.DOTALL), re.compile(ends, re.IGNORECASE))
    for begins, ends in (
        ("!--", "-->"),
        *(
            (rf"{name}\b", rf"</{name}\s*>")
            for name in (
                "script",
                "style",
                "svg",
                "noscript",
                "template",
                "iframe",
                "select",
                "math",
            )
        ),
    )
)
"""What no page shows as words, and how each of it ends."""
_TAG = re.compile(r"<[^<>]*>")
_MOSTLY = 0.8


def is_template(words: str) -> bool:
    """Whether all that a block holds is put there for what makes pages."""
    return _TEMPLATE.fullmatch(words) is not None


def without_instructions(text: str) -> str:
    """Leave out of a text what tells what makes pages how to show the words, but not in code."""
    if "{%" not in text and "{:" not in text and "{{" not in text:
        return text
    return outside_code(text, _without_instructions)


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """Change all of a text but what stands between the fences of code."""
    parts, done = [], 0
    for code in _FENCED.finditer(text):
        parts += [change(text[done : code.start()]), code[0]]
        done = code.end()
    return "".join((*parts, change(text[done:])))


def shown(html: str, name: str) -> list[Piece]:
    """Give what a part that is written as a page shows; as it stands, if words would be lost.

    Args:
        html: The part.
        name: What an error calls the text.

    Raises:
        ImportRefusedError: If it is nested too deeply.
    """
    from herreader.importing.page import PageReader, parse  # few texts have such a part
    from herreader.importing.zoning import set_aside  # as above

    if is_template(html):
        return [Piece(html, BlockKind.VERBATIM, aside=AsideKind.EMBEDDED)]
    reader = PageReader()
    body = parse(with_words_kept(html), name).body
    if body is not None:
        reader.read(body)
        set_aside(reader)
    if sum(_letters(piece.plain) for piece in reader.pieces) < _MOSTLY * _letters(_words_of(html)):
        return [Piece(html, BlockKind.VERBATIM)]
    for piece in reader.pieces:
        if is_template(piece.plain):
            piece.aside = AsideKind.EMBEDDED
    return reader.pieces


def _without_instructions(text: str) -> str:
    text = _TARGET.sub(lambda found: f"]({''.join(found[1].split())})", text)
    lines = text.split("\n")
    return "\n".join(
        line if "{" not in line or is_template(line.strip()) else _INSTRUCTION.sub("", line)
        for line in lines
    )


def _words_of(html: str) -> str:
    """Give all that stands outside of mark-up, however broken that is."""
    for unseen, ends in _UNSEEN:
        # Only up to the last end: what has none would be looked through to the end each time.
        last = max((found.end() for found in ends.finditer(html)), default=0)
        html = unseen.sub("", html[:last]) + html[last:]
    return _TAG.sub("", html)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))

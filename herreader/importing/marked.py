"""Markdown to a draft, with the metadata above it."""

import re
from html import unescape

from herreader.importing.decoding import tidy
from herreader.importing.divided import divides_words, join_words
from herreader.importing.draft import Draft, Piece
from herreader.importing.fragments import is_template, outside_code, shown, without_instructions
from herreader.importing.front_matter import WIKI, read_front_matter
from herreader.importing.lines import read_lines
from herreader.importing.values import AsideKind
from herreader.model.text import Block, BlockKind
from herreader.text.markdown import parse_markdown

_FIELD = re.compile(r"(?:\*\*)?[A-Z][A-Za-z ]{1,24}:(?:\*\*)? \S.*")
_FIELDS_WITHIN = 20  # lines
_REFERENCE = re.compile(
    r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,5}|amp|quot|apos|[lr][sd]quo|nbsp|[mn]dash|hellip|lt|gt|"
    r"[aeiouAEIOU](?:acute|grave|uml|circ)|ccedil|ntilde|szlig);"
)
"""A character as a page writes it."""
_REFERENCES = 2  # one alone may be what a text is about
_FORUM = re.compile(
    r"\[(/?)(?:b|i|u|s|url|size|colou?r|font|center|spoiler)(?:=[^\[\]\n]{1,200})?\]", re.IGNORECASE
)
"""How forums write that words are bold, or lead elsewhere."""
_IMAGE = re.compile(r"(?m)^\[?!\[[^]\n]*\]\([^)\n]*\)(?:\]\([^)\n]*\))?[ \t]*\n(?=[ \t]*\S)")
"""A picture alone on its line, with a caption on the next."""
_NAME_OF_PICTURE = re.compile(r"(?i)[\w.-]+\.(?:jpe?g|png|gif|webp|svg|bmp|avif)|\w*[\d_][\w-]*")
_FENCES = ("```", "~~~")
"""What stands above and below words that stay as they are."""


def read_markdown(text: str, name: str) -> Draft:
    """Read a Markdown text.

    Args:
        text: The text.
        name: What an error calls it.

    Raises:
        ImportRefusedError: If it holds mark-up of a page that is nested too deeply.
    """
    draft, body = read_front_matter(text)
    body = outside_code(body, _without_links) if "[" in body else body
    body = without_instructions(body)
    parsed = parse_markdown(_with_fields_apart(body))
    for block, linked in zip(parsed.blocks, parsed.linked, strict=True):
        if block.number in parsed.html:
            draft.pieces += shown(block.plain, name)
        else:
            draft.pieces.append(_piece(block, linked))
    return draft


def _without_links(text: str) -> str:
    """Write links to other notes as words, and part a picture from its caption."""
    return WIKI.sub(r"\1", _IMAGE.sub(r"\g<0>\n", text))


def _piece(block: Block, linked: int) -> Piece:
    piece = Piece(
        block.plain,
        block.kind,
        block.runs,
        block.level,
        block.bullet,
        tight=block.gap == 0,
        linked=linked,
    )
    named = block.kind is BlockKind.CAPTION and _NAME_OF_PICTURE.fullmatch(block.plain)
    if named or is_template(block.plain):
        piece.aside = AsideKind.EMBEDDED
    return piece


def read_text(text: str) -> Draft:
    """Read a plain text, which may have metadata above it all the same."""
    draft, body = read_front_matter(text)
    if "&" in body and len(_REFERENCE.findall(body)) >= _REFERENCES:
        body = tidy(_REFERENCE.sub(_meant, body))
    if "[/" in body and any(closes for closes in _FORUM.findall(body)):
        body = _FORUM.sub("", body)
    draft.pieces = read_lines(join_words(body) if divides_words(body) else body)
    return draft


def _meant(reference: re.Match[str]) -> str:
    """Give the character that a reference stands for; no line ends with one."""
    meant = unescape(reference[0])
    return " " if meant.isspace() else meant


def _with_fields_apart(text: str) -> str:
    """Put a blank line between the fields above a text, as programs for notes write them."""
    *top, rest = text.split("\n", _FIELDS_WITHIN)
    code = next((at for at, line in enumerate(top) if line.lstrip().startswith(_FENCES)), len(top))
    fields = [_FIELD.fullmatch(line) is not None for line in top[:code]]
    if sum(fields) < 2:
        return text
    for at in range(len(fields) - 1, 0, -1):
        if fields[at] and fields[at - 1]:
            top.insert(at, "")
    return "\n".join((*top, rest))

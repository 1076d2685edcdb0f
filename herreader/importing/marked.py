"""Markdown to a draft, with the metadata above it."""

import re
import tomllib
from datetime import date
from html import unescape

from herreader.importing.decoding import tidy
from herreader.importing.divided import divides_words, join_words
from herreader.importing.draft import Clue, Draft, Piece
from herreader.importing.lines import read_lines
from herreader.text.markdown import parse_markdown

WHERE = "the front matter"
_FENCED = re.compile(
    r"\s*(?P<fence>\+\+\+|---)[ \t]*\n(?P<head>.{0,20000}?\n)?(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.+)")
_WIKI = re.compile(r"(?<!!)\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\](?!\()")
"""What programs for notes write to lead to another note."""
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
_FENCES = ("```", "~~~")
"""What stands above and below words that stay as they are."""
_KEYS = {
    "title": "titles",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "by": "authors",
    "date": "dates",
    "published": "dates",
    "source": "sources",
    "url": "sources",
    "link": "sources",
    "canonical": "sources",
}


def read_markdown(text: str) -> Draft:
    """Read a Markdown text."""
    draft, body = _front_matter(text)
    body = _WIKI.sub(r"\1", _IMAGE.sub(r"\g<0>\n", body)) if "[" in body else body
    parsed = parse_markdown(_with_fields_apart(body))
    draft.pieces = [
        Piece(
            block.plain,
            block.kind,
            block.runs,
            block.level,
            block.bullet,
            tight=block.gap == 0,
            linked=linked,
        )
        for block, linked in zip(parsed.blocks, parsed.linked, strict=True)
    ]
    return draft


def read_text(text: str) -> Draft:
    """Read a plain text, which may have metadata above it all the same."""
    draft, body = _front_matter(text)
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


def _front_matter(text: str) -> tuple[Draft, str]:
    draft = Draft([])
    found = _FENCED.match(text) if text.lstrip()[:3] in {"+++", "---"} else None
    entries = _entries(found) if found else {}
    if not found or not entries:
        return draft, text
    for key, value in entries.items():
        clues = _KEYS.get(key.lower())
        if clues and value:
            getattr(draft, clues).append(Clue(value, WHERE))
    created = next((value for key, value in entries.items() if key.lower() == "created"), "")
    if created and not draft.sources:  # else it tells when the page was clipped
        draft.dates.append(Clue(created, WHERE))
    # What is ours was written to be read, not copied from a page.
    draft.sifted = found["fence"] != "+++"
    return draft, text[found.end() :]


def _entries(found: re.Match[str]) -> dict[str, str]:
    head = found["head"] or ""
    if found["fence"] == "+++":
        try:
            table = tomllib.loads(head)
        except (ValueError, RecursionError):
            return {}
        return {key: _words(value) for key, value in table.items()}
    return _yaml_entries(head)


def _yaml_entries(head: str) -> dict[str, str]:
    """Read the entries of YAML that are words, or lists of words."""
    entries: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        if entry := _ENTRY.fullmatch(line.rstrip()):
            key = entry[1]
            entries[key] = _unquoted(entry[2])
        elif key and (item := _ITEM.fullmatch(line.rstrip())):
            entries[key] = ", ".join(filter(None, (entries[key], _unquoted(item[1]))))
    return entries


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value) if isinstance(value, str | date | int) else ""


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]" and value[1:2] != "[":
        return ", ".join(_scalar(entry.strip()) for entry in value[1:-1].split(","))
    return _scalar(value)


def _scalar(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return _WIKI.sub(r"\1", value[1:-1] if quoted else value)

"""The metadata that programs for notes and for sites write above a text."""

import re
import tomllib
from datetime import date

from herreader.importing.draft import Clue, Draft
from herreader.text.markdown import parse_markdown

WHERE = "the front matter"
WIKI = re.compile(r"(?<!!)\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\](?!\()")
"""What programs for notes write to lead to another note."""
_TOML = "+++"
_YAML = "---"
_FENCED = re.compile(
    r"\s*(?P<fence>\+\+\+|---)[ \t]*\n(?P<head>.{0,20000}?\n)?(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL
)
_UNOPENED = re.compile(
    r"(?P<head>(?:[a-z][\w.-]{0,40}:[ \t].*\n|[ \t]+\S.*\n){1,40})---[ \t]*(?:\n|\Z)"
)
"""Entries with a fence below them but none above; a person begins them with a capital."""
_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.+)")
_FOLDED = re.compile(r"[>|][+-]?\d?")
"""What says that the words of an entry stand on the lines below it."""
_STYLED = re.compile(r"[*_`<&]")
_KEYS = {
    "title": "titles",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "by": "authors",
    "date": "dates",
    "published": "dates",
    "pubdate": "dates",
    "publishdate": "dates",
    "timestamp": "dates",
    "source": "sources",
    "url": "sources",
    "link": "sources",
    "canonical": "sources",
}


def read_front_matter(text: str) -> tuple[Draft, str]:
    """Give a draft without words but with what the front matter says, and the text below it."""
    draft = Draft([])
    fence, head, body = _divide(text)
    entries = _toml_entries(head) if fence == _TOML else _yaml_entries(head)
    if not entries:
        return draft, text
    for key, value in entries.items():
        clues = _KEYS.get(key.lower())
        if clues and value:
            words = _without_marks(value) if clues == "titles" else value
            getattr(draft, clues).append(Clue(words, WHERE))
    created = next((value for key, value in entries.items() if key.lower() == "created"), "")
    if created and not draft.sources:  # else it tells when the page was clipped
        draft.dates.append(Clue(created, WHERE))
    # What is ours was written to be read, not copied from a page.
    draft.sifted = fence != _TOML
    return draft, body


def _divide(text: str) -> tuple[str, str, str]:
    """Give the fence of the front matter, what stands in it and what below; "" for what is not."""
    if text.lstrip()[:3] in {_TOML, _YAML}:
        if found := _FENCED.match(text):
            return found["fence"], found["head"] or "", text[found.end() :]
    elif (found := _UNOPENED.match(text)) and _KEYS.keys() & _yaml_entries(found["head"]).keys():
        return _YAML, found["head"], text[found.end() :]
    return "", "", text


def _toml_entries(head: str) -> dict[str, str]:
    try:
        table = tomllib.loads(head)
    except (ValueError, RecursionError):
        return {}
    return {key: _words(value) for key, value in table.items()}


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    return str(value) if isinstance(value, str | date | int) else ""


def _yaml_entries(head: str) -> dict[str, str]:
    """Read the entries of YAML that are words, lists of words, or have names within them."""
    entries: dict[str, list[str]] = {}
    key, runs_on = "", False
    for line in head.split("\n"):
        words = line.strip()
        if entry := _ENTRY.fullmatch(line.rstrip()):
            key = entry[1]
            runs_on = bool(entry[2])
            folded = _FOLDED.fullmatch(entry[2])
            entries[key] = [entry[2]] if runs_on and not folded else []
        elif key and runs_on and line[:1].isspace() and words:
            entries[key] = [" ".join((*entries[key], words))]
        elif key and not runs_on and (value := _nested(line)):
            entries[key].append(value)
    return {key: ", ".join(filter(None, map(_unquoted, values))) for key, values in entries.items()}


def _nested(line: str) -> str:
    """Give what a line of a list, or of an entry that has others within it, says of its entry."""
    item = _ITEM.fullmatch(line.rstrip())
    words = (item[1] if item else line).strip()
    within = _ENTRY.fullmatch(words)
    if within and within[1].lower() == "name":
        return within[2]
    return words if item and not within else ""


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]" and value[1:2] != "[":
        return ", ".join(_scalar(entry.strip()) for entry in value[1:-1].split(","))
    return _scalar(value)


def _scalar(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return WIKI.sub(r"\1", value[1:-1] if quoted else value)


def _without_marks(title: str) -> str:
    """Give the words of a title that is written as Markdown is."""
    if not _STYLED.search(title):
        return title
    blocks = parse_markdown(title).blocks
    return blocks[0].plain if len(blocks) == 1 and not blocks[0].bullet else title

"""The metadata that programs for notes and for sites write above a text."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from html import unescape

from herreader.importing.draft import Clue, Draft
from herreader.text.tags import is_markup

WHERE = "the front matter"
WIKI = re.compile(r"(?<!!)\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\](?!\()")
"""What programs for notes write to lead to another note."""
_TOML = "+++"
_YAML = "---"
_FENCED = re.compile(
    r"\s*(?P<fence>\+\+\+|---)[ \t]*\n(?P<head>.{0,20000}?\n)?(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_UNOPENED = re.compile(
    r"(?P<head>(?:[a-z][\w.-]{0,40}:[ \t].*\n|[ \t]+\S.*\n){1,40})---[ \t]*(?:\n|\Z)"
)
"""Entries with a fence below them but none above; a person begins them with a capital."""
_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"\s*-\s+(.+)")
_SIGNS = 100
"""Brackets, anchors and references up to which YAML is surely read in no time."""
_STYLED = re.compile(
    r"(?<![\w*])(?P<mark>[*_]{1,3}|`)(?=\S)(?P<words>[^*_`]+)(?<=\S)(?P=mark)(?![\w*])"
)
_TAG = re.compile(r"<[^<>]*>")
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
_OTHERS = frozenset(
    (
        *("aliases", "categories", "category", "created", "description", "draft", "excerpt", "id"),
        *("image", "keywords", "lang", "lastmod", "layout", "modified", "permalink", "rating"),
        *("slug", "status", "subtitle", "summary", "tag", "tags", "type", "updated"),
    )
)
"""Entries that tell nothing which is kept, but show what stands between two rules to be no text."""


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
            words = _without_marks(WIKI.sub(r"\1", value)) if clues != "sources" else value
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
    elif found := _UNOPENED.match(text):
        return _YAML, found["head"], text[found.end() :]
    return "", "", text


def _toml_entries(head: str) -> dict[str, str]:
    try:
        return _told(tomllib.loads(head))
    except (ValueError, RecursionError):
        return {}


def _yaml_entries(head: str) -> dict[str, str]:
    """Read YAML; where it is not quite that, line by line; {} for words between two rules."""
    import yaml  # few texts have any

    if sum(map(head.count, "[{&*")) < _SIGNS:  # what is deep, or named many times, takes long
        with suppress(yaml.YAMLError, RecursionError):
            read = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - it makes nothing but words
            if isinstance(read, dict) and _are_keys(read):
                return _told(read)
    return _entries_by_line(head)


def _entries_by_line(head: str) -> dict[str, str]:
    """Read what people write for YAML, with a colon or a quote where none may be."""
    entries: dict[str, list[str]] = {}
    key = ""
    for line in head.split("\n"):
        words = line.strip()
        entry, item = _ENTRY.fullmatch(line.rstrip()), _ITEM.fullmatch(words)
        if entry:
            key = entry[1]
            entries[key] = [entry[2] or ""]
        elif key and item:
            entries[key].append(item[1])
        elif key and line[:1].isspace() and not _ENTRY.fullmatch(words):
            entries[key][-1] += f" {words}"
        elif words and not line[:1].isspace() and not words.startswith("#"):
            return {}
    if not _are_keys(entries):
        return {}
    return {key: ", ".join(filter(None, map(_unquoted, value))) for key, value in entries.items()}


def _are_keys(entries: Iterable[object]) -> bool:
    """Whether programs know one of the entries; else they may be speech between two rules."""
    return any(str(name).lower() in _KEYS.keys() | _OTHERS for name in entries)


def _told(table: Mapping[str, object]) -> dict[str, str]:
    return {str(key): _words(value) for key, value in table.items()}


def _words(value: object) -> str:
    """Give what a value says: words, words in a list, or a name within it."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name", ""))
    return " ".join(str(value).split()) if isinstance(value, str | date | int) else ""


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]" and value[1:2] != "[":
        return ", ".join(filter(None, map(_unquoted, value[1:-1].split(","))))
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _without_marks(fact: str) -> str:
    """Give the words of a fact that is written as Markdown is."""
    fact = _TAG.sub(lambda tag: "" if is_markup(tag[0]) else tag[0], fact)
    return unescape(_STYLED.sub(r"\g<words>", fact))

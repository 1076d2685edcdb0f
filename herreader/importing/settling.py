# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""The facts on a text: title, author, date and address, each with where it was found."""

import re
from pathlib import PurePath
from typing import NamedTuple

from herreader.importing.dates import find_date, read_date
from herreader.importing.decoding import tidy, tidy_line
from herreader.importing.draft import Clue, Draft, Piece
from herreader.importing.lines import is_short_line
from herreader.importing.sifting import kept, plain_key, prose_bounds
from herreader.importing.signing import (
    author_in,
    copyright_holder,
    is_nobody,
    read_signature,
    reads_as_name,
)
from herreader.importing.values import AsideKind, Origins, Overrides
from herreader.model import BlockKind, When

GIVEN = "you"
HEADINGS = ("the first heading", "the page's heading")
_LONGEST_TITLE = 160
_LONGEST_NAME = 5  # words
_SURELY_HEAD = 60
_HEAD = 14  # pieces around the title among which a byline stands
_SAME = 0.6  # of a title: where so much of it stands above the text, it is the title
_NO_TITLES = frozenset(("home", "untitled", "document", "index", "review", "reviews", "unknown"))
_SEPARATORS = re.compile(r"\s+(?:[|•·»«]|::|[-–—])\s+")
_LABEL = re.compile(
    r"(title|author|by|date|published|source|url|link)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{4,500})>?")


class Facts(NamedTuple):
    """What is known of a text."""

    title: str
    author: str
    when: When | None
    date_words: str
    source: str
    origins: Origins


def settle(draft: Draft, name: str, overrides: Overrides) -> Facts:
    """Read the facts out of a text, set aside the lines that give them, and choose."""
    _read_labels(draft)
    _read_title(draft)
    title = _title(draft, name)
    _read_signatures(draft, title.words)
    author = _author(draft)
    _set_aside_title(draft.pieces, title.words, author.words)
    dated = _dated(draft)
    source = draft.sources[0] if draft.sources else Clue(name, "the file")
    title, author = _given(overrides.title, title), _given(overrides.author, author)
    dated = _given(overrides.date, dated)
    found = read_date(dated.words)
    return Facts(
        title.words or _from_name(name).words,
        author.words,
        found.when if found else None,
        dated.words,
        source.words,
        Origins(title.where, author.where, dated.where, source.where),
    )


def _dated(draft: Draft) -> Clue:
    """Choose a date: a year or a month in figures only if nothing else says more."""
    for is_date in (find_date, read_date):
        for clue in draft.dates:
            if is_date(clue.words):
                return clue
    return Clue("", "")


def _given(words: str | None, found: Clue) -> Clue:
    if words is None:
        return found
    words = tidy_line(words)
    return Clue(words, GIVEN if words else "")


def _read_labels(draft: Draft) -> None:
    """Read lines such as "Author: ..." and an address on a line of its own."""
    head = draft.pieces[:_HEAD]
    first, last = prose_bounds(draft.pieces)
    for piece in (*head[:first], *draft.pieces[max(last + 1, len(head)) :]):
        if piece.aside not in {None, AsideKind.NAVIGATION}:
            continue
        found = _LABEL.fullmatch(piece.plain)
        words = found[2].strip() if found else piece.plain
        label = found[1].lower() if found else ""
        if address := _ADDRESS.fullmatch(words):
            draft.sources.append(Clue(address[1], "the text"))
        elif not draft.sifted or len(words) > _LONGEST_TITLE:
            continue
        elif label == "title":
            draft.titles.append(Clue(words, "the text"))
        elif label in {"author", "by"}:
            draft.authors.append(Clue(words, "the text"))
        elif label not in {"date", "published"} or not read_date(words):
            continue
        else:
            draft.dates.append(Clue(piece.plain, "the text"))
        piece.aside = AsideKind.BYLINE


def _read_title(draft: Draft) -> None:
    """Take the first line of a text for its title, if it looks like one."""
    for piece in kept(draft.pieces):
        if piece.kind is BlockKind.CAPTION or _signs(piece):
            continue
        heading = piece.kind is BlockKind.HEADING
        line = piece.kind is BlockKind.PARAGRAPH and is_short_line(piece.plain)
        if (heading and piece.level <= 2) or (line and len(draft.pieces) > 1):
            where = HEADINGS[0] if heading else "the first line"
            draft.titles.append(Clue(piece.plain, where))
        return


def _signs(piece: Piece) -> bool:
    signature = read_signature(piece.plain)
    return signature is not None and signature.whole


def _title(draft: Draft, name: str) -> Clue:
    headings = [
        piece.plain
        for piece in draft.pieces
        if ((piece.kind is BlockKind.HEADING and piece.level == 1) or piece.role == "title")
        and not _is_off(piece)
    ]
    site = plain_key(draft.site)
    clues = [Clue(tidy_line(clue.words), clue.where) for clue in draft.titles]
    clues = [
        clue
        for clue in clues
        if 0 < len(clue.words) <= 2 * _LONGEST_TITLE
        and plain_key(clue.words) not in {"", site, *_NO_TITLES}
    ]
    # The page shows its title in its main heading; metadata may give it in other words.
    for heading in headings:
        key = plain_key(heading)
        named = (clue for clue in clues if clue.where not in HEADINGS)
        where = next((clue.where for clue in named if _begins_or_ends(clue.words, key)), "")
        if where and key != site:
            return Clue(tidy_line(heading), where)
    if clues:
        return Clue(_without_site(clues[0].words, site), clues[0].where)
    return _from_name(name)


def _begins_or_ends(words: str, key: str) -> bool:
    words = plain_key(words)
    return words.startswith(key) or words.endswith(key)


def _is_off(piece: Piece) -> bool:
    return piece.aside in {AsideKind.RELATED, AsideKind.COMMENT, AsideKind.FOOTER}


def _without_site(title: str, site: str) -> str:
    """Cut the site's name off a title, if it is known to be that."""
    parts = list(_SEPARATORS.finditer(title))
    if not site or not parts:
        return title
    if plain_key(title[parts[-1].end() :]) == site:
        return title[: parts[-1].start()]
    return title[parts[0].end() :] if plain_key(title[: parts[0].start()]) == site else title


def _from_name(name: str) -> Clue:
    words = " ".join(re.sub(r"[_\s]+", " ", tidy(PurePath(name).stem)).split())
    if " " not in words:
        words = words.replace("-", " ").strip()
    return Clue(words or "Untitled", "the file's name")


def _read_signatures(draft: Draft, title: str) -> None:
    """Read bylines and datelines around the title and at the end, and copyright lines."""
    pieces = draft.pieces
    first, last = prose_bounds(pieces)
    after_title = [piece for piece in pieces[:first] if not _is_elsewhere(piece)]
    near = pieces[first + 1 : first + 3] if first < len(pieces) else []
    for piece in (*after_title, *near, *pieces[last + 1 :][:_HEAD]):
        if not piece.is_prose and not _is_elsewhere(piece) and piece.plain != title:
            _read_signature(piece, draft)
    for piece in reversed(pieces):
        if piece.aside in {None, AsideKind.FOOTER} and not piece.is_prose:
            holder = copyright_holder(piece.plain)
            if holder and plain_key(holder) != plain_key(draft.site):
                draft.authors.append(Clue(holder, "a copyright line"))
                break


def _is_elsewhere(piece: Piece) -> bool:
    return piece.aside in {AsideKind.COMMENT, AsideKind.RELATED, AsideKind.FORM, AsideKind.REPEATED}


def _read_signature(piece: Piece, draft: Draft) -> None:
    if piece.kind is BlockKind.CAPTION or piece.aside is AsideKind.BYLINE:
        return
    signature = read_signature(piece.plain)
    if signature is None:
        return
    if signature.author:
        draft.authors.append(Clue(signature.author, "a byline"))
    if signature.dated and (signature.whole or signature.author or reads_as_name(signature.rest)):
        draft.dates.append(Clue(signature.dated, "a dateline"))
    if signature.whole:
        piece.aside = AsideKind.BYLINE


def _author(draft: Draft) -> Clue:
    directors = {
        plain_key(piece.plain.partition(":")[2])
        for piece in draft.pieces
        if piece.aside is AsideKind.DETAILS and piece.plain.lower().startswith("direct")
    }
    site = plain_key(draft.site)
    for clue in draft.authors:
        name = author_in(clue.words)
        sure = clue.where != "the page's author" or len(name.split()) <= _LONGEST_NAME
        if name and sure and plain_key(name) not in {site, *directors} and not is_nobody(name):
            return Clue(name, clue.where)
    return Clue("", "")


def _set_aside_title(pieces: list[Piece], title: str, author: str) -> None:
    """Set aside the title where it stands above the text, and the author's name alone."""
    first, _ = prose_bounds(pieces)
    whole = plain_key(title)
    for piece in pieces[: min(first + 1, _SURELY_HEAD)]:
        if piece.aside is None and not piece.is_prose:
            key = plain_key(piece.plain)
            signature = read_signature(piece.plain) if author else None
            left = plain_key(signature.rest) if signature else key
            if key and whole.startswith(key) and len(key) > _SAME * len(whole):
                piece.aside = AsideKind.TITLE
            elif author and left == plain_key(author):
                piece.aside = AsideKind.BYLINE

# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""The title of a text: of what may be it, the one that a reader would take for it."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from herreader.importing.decoding import tidy, tidy_line
from herreader.importing.draft import HEAD, Clue, Draft, Piece
from herreader.importing.headings import is_short_line
from herreader.importing.rubbish import is_rating
from herreader.importing.sifting import kept, plain_key, prose_bounds
from herreader.importing.signing import is_signature, is_signers_label
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind
from herreader.text.safe import is_seen

HEADINGS = ("the first heading", "the page's heading")
LONGEST_TITLE = 160
_MOST = 40  # clues that are looked at: the most trusted stand first
_NO_TITLES = frozenset(
    ("home", "untitled", "document", "index", "unknown", "film", "films", "movies")
)
_NO_TITLES |= {"review", "reviews", "customerreview", "customerreviews"}
_NO_TITLES |= {"userreviews", "filmreviews", "moviereviews"}
_SEPARATORS = re.compile(r"\s+(?:[|•·»«]|::|[-–—])\s+|:\s+")


def find_title(draft: Draft, name: str) -> Clue:
    """Choose the title among the clues to it, or make one of the file's name."""
    _read_first_line(draft)
    no_titles = {"", plain_key(draft.site), *_NO_TITLES}
    clues = [
        Clue(words, clue.where)
        for clue in draft.titles
        if 0 < len(words := tidy_line(clue.words)) <= 2 * LONGEST_TITLE
        and plain_key(words) not in no_titles
        and is_seen(words)
    ][:_MOST]
    if not clues:
        return title_from(name)
    headings = [
        heading
        for heading in _main_headings(draft.pieces)
        if plain_key(heading.plain) not in no_titles
    ]
    headings = _without_sites_name(headings, clues)
    return _matching(headings, clues) or _best(headings, clues[0], draft)


def title_from(name: str) -> Clue:
    """Make a title of the name of a file."""
    words = " ".join(re.sub(r"[_\s]+", " ", tidy(PurePath(name).stem)).split())
    if " " not in words:
        words = words.replace("-", " ").strip()
    return Clue(words if is_seen(words) else "Untitled", "the file's name")


def _read_first_line(draft: Draft) -> None:
    """Take the first line of a text for a clue, if it looks like a title."""
    for piece in kept(draft.pieces):
        if piece.kind is BlockKind.CAPTION or _is_beside_title(piece.plain):
            continue
        heading = piece.kind is BlockKind.HEADING
        line = piece.kind is BlockKind.PARAGRAPH and is_short_line(piece.plain)
        if (heading and piece.level <= 2) or (line and len(draft.pieces) > 1):
            where = HEADINGS[0] if heading else "the first line"
            draft.titles.append(Clue(piece.plain, where))
        return


def _is_beside_title(words: str) -> bool:
    return is_signature(words) or is_signers_label(words) or is_rating(words)


def _matching(headings: list[Piece], clues: list[Clue]) -> Clue | None:
    """Give the heading that metadata name; they may do so in more words than the page shows."""
    named = [(plain_key(clue.words), clue) for clue in clues if clue.where not in HEADINGS]
    for heading in headings:
        key = plain_key(heading.plain)
        for words, clue in named:
            if words.startswith(key) or words.endswith(key):
                return Clue(tidy_line(heading.plain), clue.where)
    return None


def _best(headings: list[Piece], best: Clue, draft: Draft) -> Clue:
    """Give the most trusted clue; what a page calls itself to browsers is trusted least."""
    if best.where == HEAD:
        if shown := _shown_part(best.words, draft.pieces):
            return Clue(shown, best.where)
        if len(headings) == 1 and headings[0].level == 1:
            return Clue(tidy_line(headings[0].plain), HEADINGS[1])
    return Clue(_without_site(best.words, plain_key(draft.site)), best.where)


def _main_headings(pieces: list[Piece]) -> list[Piece]:
    """Give what may be the title: what the mark-up calls so or else the headings of the page."""
    first, _ = prose_bounds(pieces)
    named = [piece for piece in pieces[:first] if piece.role == "title"]
    every = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    headings = [piece for piece in every if piece.level == 1]
    headings = headings or [piece for piece in pieces[:first] if piece.kind is BlockKind.HEADING]
    off = {AsideKind.RELATED, AsideKind.COMMENT, AsideKind.FOOTER}
    return [piece for piece in named or headings if piece.aside not in off]


def _without_sites_name(headings: list[Piece], clues: list[Clue]) -> list[Piece]:
    """Set aside the headings with which a page adds to its title, as other metadata know that."""
    titles = {plain_key(clue.words) for clue in clues if clue.where not in {HEAD, *HEADINGS}}
    named = [plain_key(clue.words) for clue in clues if clue.where == HEAD]
    added = {words.removeprefix(title) for words in named for title in titles}
    added |= {words.removesuffix(title) for words in named for title in titles}
    added.difference_update(named)  # where nothing was removed
    for heading in headings:
        if heading.aside is None and plain_key(heading.plain) in added:
            heading.aside = AsideKind.NAVIGATION
    return [heading for heading in headings if plain_key(heading.plain) not in added]


def _shown_part(title: str, pieces: list[Piece]) -> str:
    """Give the part of a title that the page shows above its text: sites add their names."""
    parts = {plain_key(part): part for part in _SEPARATORS.split(title)}
    top = kept(pieces[: prose_bounds(pieces)[0]])
    shown = [piece for piece in top if plain_key(piece.plain) in parts]
    found = [piece for piece in shown if plain_key(piece.plain) not in _NO_TITLES]
    if not any(piece.kind is BlockKind.HEADING for piece in found):
        found = [piece for piece in top if _adds_to_one(piece, parts.values())] or found
    if len(parts) < 2 or not found:
        return ""
    for piece in shown:
        piece.aside = AsideKind.NAVIGATION if piece is not found[-1] else None
    return parts.get(plain_key(found[-1].plain)) or tidy_line(found[-1].plain)


def _adds_to_one(piece: Piece, parts: Iterable[str]) -> bool:
    """Whether a heading is one of some words, and a year, say, in brackets behind it."""
    before, bracket, _ = piece.plain.partition("(")
    return (
        piece.kind is BlockKind.HEADING
        and bool(bracket)
        and plain_key(before) in set(map(plain_key, parts)) - _NO_TITLES - {""}
    )


def _without_site(title: str, site: str) -> str:
    """Cut the site's name off a title, if it is known to be that."""
    parts = list(_SEPARATORS.finditer(title))
    if not site or not parts:
        return title
    if plain_key(title[parts[-1].end() :]) == site:
        return title[: parts[-1].start()]
    return title[parts[0].end() :] if plain_key(title[: parts[0].start()]) == site else title

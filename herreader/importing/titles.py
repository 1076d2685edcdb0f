# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""The title of a text: of what may be it, the one that a reader would take for it."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from herreader.importing.decoding import tidy, tidy_line
from herreader.importing.draft import HEAD, SITE, Clue, Draft, Piece, kept, plain_key, prose_bounds
from herreader.importing.headings import is_short_line
from herreader.importing.rubbish import is_rating, is_spoiler_warning
from herreader.importing.signing import is_signature, is_signers_label, is_unfilled
from herreader.importing.values import PIPED, AsideKind
from herreader.importing.works import is_on_work
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
_OF_YEAR = re.compile(r".{1,80} \((?:18|19|20)\d\d\)")
"""A work with its year, which is a title though somebody writes without capitals."""
_OF_PAPER = re.compile(
    r"(?:THE )?(?:[A-Z]+ ){1,3}(?:COLUMN|NOTEBOOK|NOTES|QUARTERLY|JOURNAL|MAGAZINE|GAZETTE|COURIER|"
    r"HERALD|WEEKLY|BULLETIN|NEWSLETTER|CHRONICLE|TIMES|TRIBUNE|TELEGRAPH|OBSERVER|MERCURY|ECHO|"
    r"ARGUS|STANDARD|POST|NEWS)|AT THE (?:PICTURES|MOVIES|CINEMA|FLICKS)"
)
"""The head of a paper, or of a page in it, as it is printed above a title."""
_FIRST_WORDS = 6
_OFF = frozenset((AsideKind.RELATED, AsideKind.COMMENT, AsideKind.FOOTER))
"""What a heading stands in that is not the title of the text."""
_SEPARATORS = re.compile(r"\s+(?:[|•·»«]|::|[-–—])\s+|:\s+")


def find_title(draft: Draft, name: str, work: str) -> tuple[Clue, list[Piece]]:
    """Choose the title among the clues to it, or make one of the file's name.

    Args:
        draft: The text.
        name: What its file is called.
        work: The title of the work that it may be on.

    Returns:
        The title, and the pieces that are but what a page's <title> says beside it.
    """
    for piece in draft.pieces:
        if piece.aside is AsideKind.TITLE:  # as its place has told
            return _shown(piece), []
    clues = known_titles([*draft.titles, *_first_line(draft.pieces)], draft)
    if not clues:
        return (_first_words(draft.pieces) if name == PIPED else title_from(name)), []
    no_titles = _no_titles(draft)
    headings = [
        heading
        for heading in main_headings(draft.pieces)
        if plain_key(heading.plain) not in no_titles
    ]
    matching = _matching(headings, clues)
    return (matching, []) if matching else _best(headings, clues[0], draft, work)


def known_titles(clues: list[Clue], draft: Draft) -> list[Clue]:
    """Give those of some clues to the title that may be one, the most trusted first."""
    no_titles = _no_titles(draft)
    return [
        Clue(words, clue.where)
        for clue in clues
        if 0 < len(words := tidy_line(clue.words)) <= 2 * LONGEST_TITLE
        and plain_key(words) not in no_titles
        and not is_unfilled(words)
        and is_seen(words)
    ][:_MOST]


def _no_titles(draft: Draft) -> set[str]:
    return {"", plain_key(draft.site), *_NO_TITLES}


def _shown(piece: Piece) -> Clue:
    heading = piece.kind is BlockKind.HEADING
    return Clue(tidy_line(piece.plain), HEADINGS[0] if heading else "the first line")


def _first_words(pieces: list[Piece]) -> Clue:
    """Make a title of the words with which a text without a name begins."""
    words = next((piece.plain.split() for piece in kept(pieces)), [])
    said = tidy_line(" ".join(words[:_FIRST_WORDS]))
    more = " …" if len(words) > _FIRST_WORDS else ""
    return Clue(f"{said}{more}" if is_seen(said) else "Untitled", "the first words")


def title_from(name: str) -> Clue:
    """Make a title of the name of a file."""
    words = " ".join(re.sub(r"[_\s]+", " ", tidy(PurePath(name).stem)).split())
    if " " not in words:
        words = words.replace("-", " ").strip()
    return Clue(words if is_seen(words) else "Untitled", "the file's name")


def _first_line(pieces: list[Piece]) -> list[Clue]:
    """Give the first line of a text for a clue, if it looks like a title.

    The head of a paper above it is the title only where nothing else can be.
    """
    heads: list[Clue] = []
    for piece in kept(pieces):
        if piece.kind is BlockKind.CAPTION or _is_beside_title(piece.plain):
            continue
        if _OF_PAPER.fullmatch(piece.plain):
            heads = heads or [Clue(piece.plain, _shown(piece).where)]
            continue
        heading = piece.kind is BlockKind.HEADING
        short = is_short_line(piece.plain) or _OF_YEAR.fullmatch(piece.plain) is not None
        line = piece.kind is BlockKind.PARAGRAPH and short
        may_be = (heading and piece.level <= 2) or (line and len(pieces) > 1)
        return [Clue(piece.plain, _shown(piece).where)] if may_be else heads
    return heads


def _is_beside_title(words: str) -> bool:
    beside = is_rating(words) or is_spoiler_warning(words)
    return beside or is_signature(words) or is_signers_label(words)


def _matching(headings: list[Piece], clues: list[Clue]) -> Clue | None:
    """Give the heading that metadata name; they may do so in more words than the page shows."""
    named = [(plain_key(clue.words), clue) for clue in clues if clue.where not in HEADINGS]
    for heading in headings:
        key = plain_key(heading.plain)
        for words, clue in named:
            if words.startswith(key) or words.endswith(key):
                return Clue(tidy_line(heading.plain), clue.where)
    return None


def _best(headings: list[Piece], best: Clue, draft: Draft, work: str) -> tuple[Clue, list[Piece]]:
    """Give the most trusted clue; what a page calls itself to browsers is trusted least."""
    if best.where == HEAD:
        shown, beside = _shown_part(best.words, draft.pieces)
        if shown:
            return Clue(shown, best.where), beside
        if len(headings) == 1 and (headings[0].level == 1 or is_on_work(headings[0].plain, work)):
            return Clue(tidy_line(headings[0].plain), HEADINGS[1]), []
    return Clue(_without_site(best.words, plain_key(draft.site)), best.where), []


def main_headings(pieces: list[Piece]) -> list[Piece]:
    """Give what may be the title: what the mark-up calls so or else the headings of the page."""
    first, _ = prose_bounds(pieces)
    top = pieces[:first]
    headings = [piece for piece in pieces if piece.kind is BlockKind.HEADING]
    found = (
        [piece for piece in top if piece.role == "title"]
        or [piece for piece in headings if piece.level == 1 and piece.role != SITE]
        or [piece for piece in top if piece.kind is BlockKind.HEADING]
    )
    return [piece for piece in found if piece.role != SITE and piece.aside not in _OFF]


def _shown_part(title: str, pieces: list[Piece]) -> tuple[str, list[Piece]]:
    """Give the part of a title that the page shows above its text, and the pieces with others."""
    parts = {plain_key(part): part for part in _SEPARATORS.split(title)}
    top = kept(pieces[: prose_bounds(pieces)[0]])
    shown = [piece for piece in top if plain_key(piece.plain) in parts or _begins(title, piece)]
    found = [piece for piece in shown if plain_key(piece.plain) not in _NO_TITLES]
    if not any(piece.kind is BlockKind.HEADING for piece in found):
        found = [piece for piece in top if _adds_to_one(piece, parts.values())] or found
    if len(parts) < 2 or not found:
        return "", []
    words = parts.get(plain_key(found[-1].plain)) or tidy_line(found[-1].plain)
    return words, [piece for piece in shown if piece is not found[-1]]


def _begins(title: str, piece: Piece) -> bool:
    """Whether a piece is all that stands before one of the separators in a title."""
    before = title.startswith(piece.plain) and _SEPARATORS.match(title, len(piece.plain))
    return bool(before)


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

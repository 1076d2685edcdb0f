# ruff: noqa: RUF001 (quotes stand as they do in texts)
"""Who signs a text, by its byline or by the few words on the author at its end."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Final

from herreader.importing.draft import PAGES, Clue, Draft, Piece, plain_key, prose_bounds
from herreader.importing.mailing import WHERE as MAIL
from herreader.importing.persons import PERSON, is_company, is_nobody, is_person
from herreader.importing.signing import author_in
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

BYLINE: Final = "a byline"
BESIDE_DATE: Final = "a name beside the date"
FIRST_LINE: Final = "the first line"
ALONE: Final = "a name by itself"
_BY_PLACE = frozenset((BESIDE_DATE, FIRST_LINE, ALONE))
"""Where a name stands that nothing says to be the author's: it may as well be the title."""
_LONGEST_NAME = 5  # words
_DIRECTED = re.compile(
    r"(?:(?:written|produced) (?:and|&) )?direct(?:ed(?: (?:and|&) [a-z]+)? by|ors?)\s*:?\s+"
    r"(.{2,80})",
    re.IGNORECASE,
)
_HINT = 20  # characters in which such a line has said so
_AND = re.compile(r",\s*|\s+(?:and|&)\s+")
_LONGEST_NOTE = 400  # characters
_NOTE = 4  # pieces in a box on the author
_ON_AUTHOR = re.compile(
    r"(?:,? who)? (?:(?:is|was|has been)\b(?! (?:some|no|every|any)(?:one|body|thing)\b)"
    r"|(?:lives|works|writes|teaches|edits|reviews|covers|contributes)\b)"
    r"|['’]s (?:\w+ ){0,2}(?:writing|work|essays?|reviews?|criticism|articles?|books?)\b"
)
_WRITER = (
    r"(?:critic|writer|journalist|editor|blogger|columnist|reviewer|contributor|professor|lecturer|"
    r"teacher|freelancer|correspondent|author of|novelist|essayist|poet|programmer)\b"
)
_NOBODY = r"(?! (?:I|you|us|me|him|her|it|them)\b)"
_WRITES = (
    rf"(?:(?:writes|reviews|teaches|covers|contributes|tweets)\b{_NOBODY}"
    r"|edits\b(?= (?:(?:the|an?) )?(?:[A-Z]|books?\b|film\b|magazines?\b)| for\b| at\b))"
)
_ON_WRITER = re.compile(
    rf"(?P<name>{PERSON})(?:"
    r"(?:,? who)? (?:is|was|has been) (?:currently |also )?"
    r"(?:an?|the|our|one of|[A-Z][\w ]{2,30}['’]s?)"
    r"(?! (?:best|better|finer|greater|worse|real|true|only|other)\b)"
    rf" (?:[\w&'’-]+,? ){{0,6}}?{_WRITER}"
    rf"|(?:,? who)? (?:lives|works|is based)\b.{{0,80}}\b(?:{_WRITER}|{_WRITES})"
    rf"|(?:,? who)? {_WRITES}"
    r"|['’]s (?:\w+ ){0,2}(?:writing|work|essays?|reviews?|criticism|articles?)"
    r" (?:(?:has|have) (?:also )?(?:appeared|been published|run)|appears?|can be (?:found|read))\b)"
)
"""What such a person does is said right behind the name, and of hardly anybody a review is on."""
_OF_ITS_OWN = re.compile(r"\b(?:I|me|we)\b")
"""Words of who writes, as no note on the author has them."""
_DASHES = "-–—~ "  # before a name at the end
_ADDED = re.compile(
    r"p\. ?s\b|ps\b|post-?script\b|(?:update|correction|addendum|edit(?:ed)?|note)\b.{0,30}:",
    re.IGNORECASE,
)
"""What authors write below what is said of them."""


def find_author(draft: Draft, title: str, makers: frozenset[str]) -> Clue:
    """Choose who signs a text: neither its site nor who made the work, nor directed a film.

    Args:
        draft: The text, its bylines read.
        title: Its title.
        makers: The full names, in small letters, of those who made the work.
    """
    others = {
        plain_key(name)
        for piece in draft.pieces
        if "irect" in piece.plain[:_HINT] and (found := _DIRECTED.fullmatch(piece.plain))
        for name in _AND.split(found[1])
    }
    if not is_person(draft.site):  # whose name is that of the site
        others.add(plain_key(draft.site))
    pieces = draft.pieces
    for clue in chain(_bylines_first(draft.authors), _noted(pieces), _alone(pieces, title)):
        name = author_in(clue.words)
        sure = clue.where != f"{PAGES} author" or len(name.split()) <= _LONGEST_NAME
        if not name or not sure or is_nobody(name) or name.casefold() in makers:
            continue
        if clue.where in _BY_PLACE and plain_key(name) == plain_key(title):
            continue
        if plain_key(name) not in others and not is_company(name):
            return Clue(name, clue.where)
    return Clue("", "")


def says_who_directed(words: str) -> bool:
    """Whether a line says who directed a film."""
    return _DIRECTED.fullmatch(words) is not None


def _bylines_first(clues: list[Clue]) -> list[Clue]:
    """Trust a byline more than the sender of a mail who may be no person: a newsletter, say."""
    if all(clue.where == MAIL for clue in clues):
        return clues
    return sorted(clues, key=lambda clue: clue.where == MAIL and not is_person(clue.words))


def _noted(pieces: list[Piece]) -> Iterator[Clue]:
    """Give whom the last lines call a critic, say, if nothing else in the text speaks of them."""
    _, last = prose_bounds(pieces)
    there = [piece for piece in pieces[last:] if piece.aside in {None, AsideKind.RELATED}]
    for note in there[:_NOTE] if last >= 0 else ():
        found = _ON_WRITER.match(note.plain) if len(note.plain) < _LONGEST_NOTE else None
        told = found and not _OF_ITS_OWN.search(note.plain)
        if found and told and not _is_spoken_of(found["name"], pieces, note):
            yield Clue(found["name"], "the words on the author")


def _is_spoken_of(name: str, pieces: list[Piece], note: Piece | None = None) -> bool:
    """Whether the text itself, but for a note in it, has some part of a name."""
    prose = (piece.plain for piece in pieces if piece.is_prose and piece is not note)
    parts = "|".join(re.escape(part) for part in name.split() if not part.endswith("."))
    form = re.compile(rf"(?<!\w)(?:{parts})(?!\w)")
    return any(form.search(words) for words in prose)


def _alone(pieces: list[Piece], title: str) -> Iterator[Clue]:
    """Give a name that stands by itself below the title, or below the last words of the text.

    Beside it may stand nothing but a sentence or two.
    """
    first, last = prose_bounds(pieces)
    top = [piece for piece in pieces[:first] if _is_line(piece) or piece.plain == title]
    titles = [at for at, piece in enumerate(top) if piece.plain == title]
    head = top[titles[-1] + 1 :] if titles else []
    lines = [piece for piece in head if not piece.ends_as_sentence]
    found = lines if len(lines) == 1 else []
    found += [piece for piece in pieces[last + 1 :] if _is_line(piece)][-1:] if last >= 0 else []
    names = (piece.plain.lstrip(_DASHES) for piece in found)
    for name in names:
        if is_person(name) and not _is_spoken_of(name, pieces):
            yield Clue(name, ALONE)


def _is_line(piece: Piece) -> bool:
    return piece.aside is None and piece.kind is not BlockKind.CAPTION


def sift_author_note(pieces: list[Piece], author: str) -> None:
    """Set aside a few words on the author at the end: "Jane Doe is a critic in Leeds"."""
    if " " not in author:
        return
    there = [piece for piece in pieces if piece.aside is None]
    for start in range(max(1, len(there) - _NOTE), len(there)):
        above, note, *below = there[start - 1 :]
        if _is_on_author(note.plain, author) and not any(piece.is_prose for piece in below):
            headed = above.kind is BlockKind.HEADING and author in above.plain
            more = takewhile(lambda piece: not _ADDED.match(piece.plain), below)
            for piece in (*([above] if headed else ()), note, *more):
                piece.aside = AsideKind.RELATED
            return


def _is_on_author(words: str, author: str) -> bool:
    return (
        len(words) < _LONGEST_NOTE
        and words.startswith(author)
        and _ON_AUTHOR.match(words, len(author)) is not None
    )

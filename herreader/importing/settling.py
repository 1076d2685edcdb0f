# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""The facts on a text: title, author, date and address, each with where it was found."""

import re
from datetime import datetime, timedelta
from itertools import product
from typing import NamedTuple

from herreader.importing.authors import (
    BESIDE_DATE,
    BYLINE,
    FIRST_LINE,
    find_author,
    says_who_directed,
    sift_author_note,
)
from herreader.importing.copyrights import copyright_holder
from herreader.importing.dates import find_date, published_in, read_date, tells_change
from herreader.importing.decoding import tidy_line
from herreader.importing.draft import (
    HEAD,
    Clue,
    Draft,
    Piece,
    ends_as_sentence,
    plain_key,
    prose_bounds,
)
from herreader.importing.lone_names import (
    is_date,
    is_of_users,
    one_post,
    signs_alone,
    with_neighbours,
)
from herreader.importing.mailing import read_mail
from herreader.importing.persons import is_person, reads_as_name
from herreader.importing.rubbish import is_separator, kind_at_edge, kind_of_line
from herreader.importing.signing import (
    LABELLED,
    LONGEST,
    Signature,
    is_handle,
    is_signature,
    only_looks_signed,
    read_signature,
    tells_of_film,
)
from herreader.importing.title_lines import paper_signer
from herreader.importing.titles import LONGEST_TITLE, find_title, title_from
from herreader.importing.tops import read_customer, read_reader_view
from herreader.importing.values import BY_READER, AsideKind, Circumstances, Origins, Overrides
from herreader.model.room import When
from herreader.model.text import BlockKind

_SURELY_HEAD = 60
_MOST = 40  # clues to the date that are looked at: the most trusted stand first
_PAPER = 5  # lines above the title of a paper, as students write them
_HEAD = 14  # pieces around the title among which a byline stands
_SAME = 0.6  # of a title: where so much of it stands above the text, it is the title
_WRITTEN = re.compile(r"written by\b", re.IGNORECASE)
"""A byline, but beside the name of the director one of the film's credits."""
_DATELINE = "a dateline"
_ABOVE = "a dateline above the title"
_DASHED = "-–—―~ "
_QUOTED = ("”", '"', "’", "'", "»", "«", "“")
_EMPTY = frozenset((When(1970, 1, 1), When(1969, 12, 31)))
"""The day from which computers count the time, as a field without any shows it."""
_COPYRIGHT = "a copyright line"
_SIGNS = frozenset("©(Cc")  # with which one begins
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_BY = re.compile(
    r"(?:(?:a )?(?:film |movie )?(?:review(?:ed)?|written|posted) )?by:? ", re.IGNORECASE
)
_PARTED = re.compile(r"\s+(?:[|·•»]|::)\s+")
_ADDRESS = re.compile(r"<?(https?://(?!\S*/trackback/)[^\s<>]{4,500})>?")


class Settled(NamedTuple):
    """What is known of a text."""

    title: str
    author: str
    when: When | None
    date_words: str
    source: str
    origins: Origins


def settle(draft: Draft, name: str, overrides: Overrides, circumstances: Circumstances) -> Settled:
    """Read the facts out of a text, set aside the lines that give them, and choose."""
    if draft.sifted:
        read_mail(draft)
        read_reader_view(draft)
        read_customer(draft)
    bounds = prose_bounds(draft.pieces)  # no prose is set aside below
    _read_labels(draft, bounds)
    title, beside = find_title(draft, name, circumstances.work)
    for piece in beside:
        piece.aside = AsideKind.NAVIGATION
    _read_signatures(draft, title.words, bounds)
    author = find_author(draft, title.words, circumstances.makers)
    _set_aside_title(draft.pieces, title.words, author.words, bounds)
    _set_aside_sites_names(draft, title.words, bounds)
    if draft.sifted:
        sift_author_note(draft.pieces, author.words)
    dated = _dated(draft, circumstances.now)
    source = draft.sources[0] if draft.sources else Clue(name, "the file")
    title, author = _given(overrides.title, title), _given(overrides.author, author)
    dated = _given(overrides.date, dated)
    found = read_date(dated.words)
    return Settled(
        title.words or title_from(name).words,
        author.words,
        found.when if found else None,
        dated.words,
        source.words,
        Origins(title.where, author.where, dated.where, source.where),
    )


def _dated(draft: Draft, now: datetime | None) -> Clue:
    """Choose a date: a year or a month in figures only if nothing else says more.

    When a text was changed is told only where nothing says when it appeared.
    """
    clues = [Clue(published_in(clue.words), clue.where) for clue in draft.dates[:_MOST]]
    changed = [clue for clue in clues if tells_change(clue.words)]
    told = [clue for clue in clues if clue not in changed]
    for some, read in product((told, changed), (find_date, read_date)):
        for clue in some:
            found = read(clue.words)
            if found and not (found.when and _is_of_page(found.when, clue.where, now)):
                return clue
    return Clue("", "")


def _is_of_page(when: When, where: str, now: datetime | None) -> bool:
    """Whether a date can only be that of the page: an empty one, that of today, or one to come."""
    if when in _EMPTY or now is None:
        return when in _EMPTY
    # The day has begun in the East, and not ended in the West.
    day = timedelta(days=1)
    last, first = (When(*moment.timetuple()[:3]) for moment in (now + day, now - day))
    return when > last or (where == _ABOVE and when >= first)


def _given(words: str | None, found: Clue) -> Clue:
    if words is None:
        return found
    words = tidy_line(words)
    return Clue(words, BY_READER if words else "")


def _read_labels(draft: Draft, bounds: tuple[int, int]) -> None:
    """Read lines such as "Author: ..." and an address on a line of its own."""
    first, last = bounds
    head = draft.pieces[: min(_HEAD, first)]
    for piece in (*head, *draft.pieces[max(last + 1, len(head)) :]):
        if piece.aside not in {None, AsideKind.NAVIGATION}:
            continue
        found = LABELLED.fullmatch(piece.plain)
        words = found[2].strip() if found else piece.plain
        label = found[1].lower() if found else ""
        if address := _ADDRESS.fullmatch(words):
            draft.sources.append(Clue(address[1], "the text"))
        elif not draft.sifted or len(words) > LONGEST_TITLE:
            continue
        elif label == "title":
            draft.titles.append(Clue(words, "the text"))
        elif label in {"author", "by"} and not _is_opinion(words):
            draft.authors.append(Clue(words, "the text"))
        elif label not in {"date", "published", "published time"} or not read_date(words):
            continue
        else:
            draft.dates.append(Clue(piece.plain, "the text"))
        piece.aside = AsideKind.BYLINE


def _is_opinion(words: str) -> bool:
    """Whether words in the place of a fact are the review's own: "Author: unknown to me."."""
    return words.islower() and ends_as_sentence(words)


def _read_signatures(draft: Draft, title: str, bounds: tuple[int, int]) -> None:
    """Read bylines and datelines around the title and at the end, and copyright lines."""
    pieces = draft.pieces
    first, last = bounds
    head = [
        piece for piece in pieces[:first] if not (_is_elsewhere(piece) or _is_sign(piece.plain))
    ]
    near = pieces[first + 1 : first + 3] if first < len(pieces) else []
    # One between two texts says that what stands at the end is on the last of them alone.
    within = (piece.plain for piece in pieces[first + 3 : max(last, 0)] if piece.aside is None)
    several = any(is_signature(words) for words in within if len(words) <= LONGEST)
    foot = [] if several else one_post(pieces[last + 1 :][:_HEAD])
    users = is_of_users(pieces, first)
    alone: list[Clue] = []
    title_at = _title_at(head, title)
    lines = list(enumerate(with_neighbours([*head, *near, *foot])))
    # What stands above the title may tell of the site.
    nearest = [*lines[title_at : len(head)], *lines[:title_at], *lines[len(head) :]]
    for at, (above, piece, below) in nearest:
        if piece.is_prose or _is_elsewhere(piece) or piece.plain == title:
            continue
        if above.aside is AsideKind.DETAILS and tells_of_film(above.plain):
            continue
        credit = _WRITTEN.match(piece.plain)
        if not credit or not any(says_who_directed(each.plain) for each in (above, below)):
            _read_signature(piece, (above, below), draft, _ABOVE if at < title_at else _DATELINE)
        if signs_alone(above, piece, below, top=at < len(head), users=users):
            alone.append(Clue(piece.plain, BESIDE_DATE))
    paper = [piece for piece in head if piece.aside is not AsideKind.FOOTER][:_PAPER]
    if any(is_date(piece.plain) for piece in paper) and (signer := paper_signer(paper)):
        alone.append(Clue(signer, FIRST_LINE))
    draft.authors += alone
    _read_copyright(draft, first)


def _title_at(head: list[Piece], title: str) -> int:
    """Give the number of the title in the head of a text; 0 if it does not stand there."""
    told = (piece.aside is AsideKind.TITLE or piece.plain == title for piece in head)
    return next((at for at, is_title in enumerate(told) if is_title), 0)


def _read_copyright(draft: Draft, first: int) -> None:
    """Read the last copyright line that names a person.

    Above the text it tells of the text alone; below it, the year is that of the site.
    """
    site = plain_key(draft.site)
    for below, piece in enumerate(reversed(draft.pieces), start=1):
        if piece.plain[:1] not in _SIGNS or piece.is_prose:
            continue
        holder = copyright_holder(piece.plain)
        if holder and plain_key(holder) != site and piece.aside in {None, AsideKind.FOOTER}:
            draft.authors.append(Clue(holder, _COPYRIGHT))
            year = _YEAR.search(piece.plain)
            if year and len(draft.pieces) - below < first:
                draft.dates.append(Clue(year[0], _COPYRIGHT))
            return


def _is_sign(words: str) -> bool:
    """Whether a line stands between others and says nothing of the text."""
    return is_separator(words) or is_handle(words)


def _is_elsewhere(piece: Piece) -> bool:
    return piece.aside in {AsideKind.COMMENT, AsideKind.RELATED, AsideKind.FORM, AsideKind.REPEATED}


def _read_signature(piece: Piece, beside: tuple[Piece, Piece], draft: Draft, where: str) -> None:
    if piece.kind is BlockKind.CAPTION or piece.aside is AsideKind.BYLINE:
        return
    signature = read_signature(piece.plain)
    if signature is None or _is_of_quotation(piece, beside[0], signature.dated):
        return
    lone = " " not in signature.author and only_looks_signed(piece.plain, signature.author)
    if lone and any(map(_names_person, beside)):
        return
    if signature.author:
        draft.authors.append(Clue(signature.author, BYLINE))
    if signature.dated and _dates_text(signature, piece):
        draft.dates.append(Clue(signature.dated, where))
    if signature.whole or (signature.dated and kind_at_edge(signature.rest)):
        piece.aside = AsideKind.BYLINE


def _is_of_quotation(piece: Piece, above: Piece, dated: str) -> bool:
    """Whether a line says whose the words above it are: only a signature has "by", or a day."""
    name = piece.plain.lstrip(_DASHED)
    if name == piece.plain or not above.plain.endswith(_QUOTED):
        return False
    return not (_BY.match(name) or (dated and not _YEAR.fullmatch(dated)))


def _names_person(piece: Piece) -> bool:
    signature = read_signature(piece.plain)
    return signature is not None and is_person(signature.author)


def _dates_text(signature: Signature, piece: Piece) -> bool:
    """Whether a date is that of the text, and not of the page or of a print of it."""
    if signature.whole or signature.author:
        return piece.aside is None or kind_of_line(piece.plain) is None
    plain = reads_as_name(signature.rest.strip("(),")) or kind_at_edge(signature.rest)
    return piece.aside is None and bool(plain)


def _set_aside_title(pieces: list[Piece], title: str, author: str, bounds: tuple[int, int]) -> None:
    """Set aside the title where it stands above the text, and the author's name alone."""
    first, last = bounds
    whole = plain_key(title)
    head, foot = pieces[: min(first + 1, _SURELY_HEAD)], pieces[max(last, 0) + 1 :]
    for piece in head:
        if piece.aside is None and not piece.is_prose:
            key = plain_key(piece.plain)
            if whole.startswith(key) and len(key) > _SAME * len(whole) > 0:
                piece.aside = AsideKind.TITLE
    if not author:
        return
    for piece in (*head, *(foot if last >= 0 else ())):
        if piece.aside is None and not piece.is_prose and _names_only(piece.plain, author):
            piece.aside = AsideKind.BYLINE


def _names_only(words: str, author: str) -> bool:
    """Whether a line is a byline of a known author, however the name is written."""
    signature = read_signature(words)
    left = signature.rest if signature else _BY.sub("", words)
    return plain_key(left) == plain_key(author)


def _set_aside_sites_names(draft: Draft, title: str, bounds: tuple[int, int]) -> None:
    """Set aside what the page's <title> says behind the title, where it stands by itself."""
    words = next((clue.words for clue in draft.titles if clue.where == HEAD), "")
    keys = [plain_key(part) for part in _PARTED.split(words)] if words else ()
    if not keys or plain_key(title) not in keys:
        return
    names = set(keys[keys.index(plain_key(title)) + 1 :]) - {""}
    first, last = bounds
    for piece in (*draft.pieces[:first], *(draft.pieces[last + 1 :] if last >= 0 else ())):
        by_itself = piece.aside is None and piece.kind is not BlockKind.HEADING
        if by_itself and plain_key(piece.plain) in names:
            piece.aside = AsideKind.NAVIGATION

# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Bylines, datelines and copyright lines: who wrote a text, and when."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from herreader.importing.dates import find_date
from herreader.importing.draft import ends_as_sentence
from herreader.importing.names import GIVEN
from herreader.importing.phrases import entries_of, words_of

LONGEST: Final = 160
"""Characters in the longest byline or dateline."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽ]"
_WORD = rf"(?:{_CAPITAL}[\w'’.-]*|de|del|della|der|den|da|di|du|la|le|van|von|bin|al|y)"
_PERSON = rf"{_WORD}(?: {_WORD}){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:,| and| &|, and) {_PERSON}){{0,3}}"
_BY = re.compile(
    r"(?:(?:(?i:a |film |movie |guest )?(?i:review(?:ed)?|written|posted|published|words|text|"
    r"essay|submitted|story|article)(?: on)?\s+)?(?i:by)\b:?|(?i:author|reviewer|critic|writer)s?:)"
    rf"\s+(?P<author>{_PEOPLE})(?=$|[\s,|·•(–—@-])"
)
_VONS = "Trier|Trotta|Sydow|Stroheim|Sternberg|Donnersmarck|Harbou|Karajan|Braun|Teese|Erich|Doom"
"""Names that "Von" begins more often, where it is written with a capital."""
_ABROAD = re.compile(
    r"(?:(?:(?i:eine? )?(?i:film)?(?i:kritik|rezension|besprechung|text)\s+)?"
    rf"(?:von|Von(?!\s+(?:{_VONS})\b))|"
    r"(?:(?i:une )?(?i:critique|article|texte|écrit)\s+)?[Pp]ar|[Pp]or|di)"
    rf"\s+(?P<author>(?={_CAPITAL}){_WORD}(?: {_WORD}){{1,4}})"
)
"""A byline in another language, one only if it is a whole line: "von" is part of names."""
_USER = re.compile(
    r"(?i:(?:posted|post|review|reviewed|written)\s+)?by:? (?P<author>\S{2,30}) *[»|·•](?=\s|$)",
    re.IGNORECASE,
)
"""A byline above a post in a forum, which is one only if a date follows: users name themselves."""
_POSTED = re.compile(
    r"(?:posted|published|submitted)(?: on)?[\s,]*by (?P<author>\S{2,30})\s*", re.IGNORECASE
)
"""A byline of a user who posts on a date."""
_BY_USER = re.compile(
    r"(?i:submitted .{1,20} ago by|(?:film |movie )?review by) (?P<author>\S{2,30})(?: \d{1,4})?"
    r"|(?P<twice>\S{2,30}) \((?P=twice)\) wrote(?: in \S{2,40})?,?"
)
"""What forums and journals put above what one of their users has written."""
_LOGIN = re.compile(r"\W*(?P<author>[A-Za-z][\w.-]*[\d_][\w.-]*)\W*")
"""A name that can only be a user's, as it stands beside a date."""
_MADE = re.compile(r"\b(?:film|movie|picture|work|story|novel|book|series)s?\s*$", re.IGNORECASE)
"""What has been made by whom "by" names: "a film by"."""
_OF_FILM = re.compile(
    r"\b(?:released|release date|premi[eè]red?|opens|opened|opening|in (?:cinemas|theat(?:er|re)s)|"
    r"dvd|blu-?ray|kinostart|sortie)\b",
    re.IGNORECASE,
)
"""With what a date tells of the film, and not of what is written on it."""
_BETWEEN = " |·•»—–-,"
_BARS = "|·•"
"""What no sentence goes on behind."""
_SHORTENED = re.compile(r"\b\w{1,2}\.$")
"""A stop that ends no sentence: "Ph.D.", "Jr."."""
_SIGNS = ("by", "von ", "par ", "por ", "di ", "author", "reviewer", "critic", "writer", ") wrote")
"""One of them stands in each line that says who wrote a text."""
_CENTURIES = ("18", "19", "20")  # with which each year begins that is read
_FILLER = words_of("""
    published updated posted on first last modified at date am pm gmt bst est edt pst pdt
    utc cet edited created original originally was is the and by min mins minute minutes
    read monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun review reviewed written article post time of in a p.m a.m since
    release revised amended film critic writer editor staff contributor correspondent chief
    guest reviewer columnist author et ist aest comments comment views filed watched seen viewed
    pt ct mt preached delivered given recorded aired watched
    publié mis à jour le h veröffentlicht aktualisiert um uhr publicado actualizado el las
    pubblicato aggiornato il alle
""")
_LEFT = re.compile(r"[^\W\d_¼-¾]+(?:\.[a-z])?")
_FILED = re.compile(
    r"\s[|·•–—-]\s+(?:filed under|posted in|tagged(?: with| as)?|tags?|categor(?:y|ies))\b.*",
    re.IGNORECASE,
)
"""What a blog adds to a byline: the shelves on which it keeps the post."""
_SHELVED = re.compile(
    r"\s+in [\w &,/'’-]{2,60}?\s*(?:\|.{0,80})?$|\s*\|\s*(?:permalink|comments?)\b.{0,60}$",
    re.IGNORECASE,
)
"""The same behind a date."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?:\s*(?:©|\([cC]\)))?\s*"
    r"(?P<before>(?:by )?[^\d©]{2,60}?,?\s)?"
    r"(?:\d{4}(?:\s?[-–—]\s?(?:\d{2,4}|present))?,?)\s*(?:by\s+)?"
    r"(?P<after>[^\d|©.]*(?:\b[A-Z]\. ?[^\d|©.]*)?)"
)
_NO_PERSON = re.compile(
    r"\b(?:ltd|limited|inc|llc|gmbh|media|blogs?|films?|reviews?|magazine|news|press|group|network|"
    r"times|the|company|co|corp|studios?|publications?|publishing|journal|university|critics?|"
    r"cinemas?|movies?|rights|reserved|com|org|net|www|tv|entertainment|pictures|productions|"
    r"digital|online|guardian|post|daily|weekly|review|club|society|foundation|house|books|"
    r"all|team|staff|desk|editors?|editorial|admin|administrator|webmaster|guest|anonymous|"
    r"unknown|user|author|contributors?|partners?|llp|plc|bv|ag|sa|site|website|page)\b",
    re.IGNORECASE,
)
_HOLDER_ENDS = re.compile(r"\s*(?:[,|·•;]|\ball rights\b)", re.IGNORECASE)
_NAME = re.compile(_PERSON)
_ONE = re.compile(rf"{_CAPITAL}[\w'’.-]*(?: {_WORD}){{0,2}} {_CAPITAL}[\w'’-]+")
_SIGNED = re.compile(rf"[\s|·•—–-]*(?P<author>{_ONE.pattern})(?=\W|$)")
_INITIAL = re.compile(f"(?:{_CAPITAL}[.])+")
_LONGEST_PERSON = 4  # words
_LONGEST_LABEL = 20
_LABELS = entries_of("""
    by, author, reviewer, reviewed by, written by, review by, words by, words, critic, von, par,
    autor, autorin, auteur, por
""")
_NAMES = re.compile(_PEOPLE)
_UNFILLED = re.compile(r"%%.+%%|\$?\{.+\}|<%.+%>|\[%.+%\]", re.DOTALL)
"""The name of a fact in the signs that programs of sites put around it."""
LABELLED: Final = re.compile(
    r"(title|author|by|date|published(?: time)?|source|(?:source )?url|url source|link)\s*:\s*(.+)",
    re.IGNORECASE | re.DOTALL,
)
"""A line that names the fact which it gives."""


class Signature(NamedTuple):
    """What a line that is no part of the text says of it.

    Attributes:
        author: Who signs; may be empty.
        dated: The words of a date; may be empty.
        whole: Whether the line says nothing else.
        rest: What it says else.
    """

    author: str
    dated: str
    whole: bool
    rest: str


def is_signature(line: str) -> bool:
    """Whether a line is a byline or a dateline, and nothing else."""
    signature = read_signature(line)
    return signature is not None and signature.whole


def read_signature(line: str) -> Signature | None:
    """Read a byline or a dateline; None if a line is neither."""
    if len(line) > LONGEST or not _may_sign(line) or _COPYRIGHT.match(line):
        return None
    return _signature_in(line)


@lru_cache(256)  # what stands beside a line asks for it as well
def _signature_in(line: str) -> Signature | None:
    if user := _BY_USER.fullmatch(line):
        return Signature(user["author"] or user["twice"], "", whole=True, rest="")
    bare = _without_dates(line)  # first: a month is written like a name
    dated = bare != line and not _OF_FILM.search(bare)
    by = _abroad(bare.strip(_BETWEEN), dated=dated) or _BY.search(bare)
    by = by or ((_USER.match(bare) or _POSTED.fullmatch(bare)) if dated else None)
    if not by:
        return _dated_by(line, bare) if dated else None
    before = bare[: by.start()]
    if before and (_MADE.search(before) or not _is_filler(before)):
        return None  # on who made the film, or in the middle of a sentence
    author = _trimmed(by["author"])
    rest = _FILED.sub("", bare.replace(by[0], " ", 1))
    if dated:
        rest = _SHELVED.sub("", rest)
    whole = _is_filler(rest)
    if not whole and _goes_on(rest.strip(), author, first=not by.start(), dated=dated):
        return None
    year = _YEAR.fullmatch(rest.strip(_BETWEEN))
    date = line if dated else year[0] if year else ""
    return Signature(author, date, whole, rest.strip(_BETWEEN))


def _goes_on(rest: str, author: str, *, first: bool, dated: bool) -> bool:
    """Whether what stands beside a name is the rest of a sentence: "By Jove, it is good"."""
    if ends_as_sentence(rest) and rest[0] not in _BARS and not _SHORTENED.search(rest):
        return True
    return (first and rest[:1].isalnum()) or not (" " in author or dated)


def only_looks_signed(line: str, author: str) -> bool:
    """Whether a byline may as well be a title: "By Candlelight"."""
    begins = line.lower().startswith(("by ", "written by "))
    return begins and not (is_person(author) or is_nobody(author))


def _may_sign(line: str) -> bool:
    """Whether a line may be a byline or hold a year: few do, and what follows is slow."""
    words = line.lower()
    return any(map(words.__contains__, _SIGNS)) or any(map(words.__contains__, _CENTURIES))


def _dated_by(line: str, bare: str) -> Signature:
    """Read a dateline without its date: beside it may stand nothing but a name."""
    rest = _FILED.sub("", bare)
    if _is_filler(rest):
        return Signature("", line, whole=True, rest=rest.strip(_BETWEEN))
    if (name := _SIGNED.match(rest)) and _is_filler(rest[name.end() :]):
        person = is_person(name["author"])
        author, rest = (name["author"], "") if person else ("", name["author"])
        return Signature(author, line, whole=person, rest=rest)
    if login := _LOGIN.fullmatch(rest):
        return Signature(login["author"], line, whole=True, rest="")
    return Signature("", line, whole=False, rest=rest.strip(_BETWEEN))


def is_signers_label(words: str) -> bool:
    """Whether a line says that the name of the author follows."""
    return len(words) <= _LONGEST_LABEL and words.lower().rstrip(" :") in _LABELS


def is_person(words: str) -> bool:
    """Whether words are the name of a person, and can be nothing else."""
    first, *others = words.split()[:_LONGEST_PERSON] or [""]
    return (
        0 < len(others) < _LONGEST_PERSON
        and (first.lower() in GIVEN or _INITIAL.fullmatch(first) is not None)
        and _ONE.fullmatch(words) is not None
        and not _NO_PERSON.search(words)
    )


def _abroad(words: str, *, dated: bool) -> re.Match[str] | None:
    """Find a byline in another language, behind which only the rest of a date may stand."""
    found = _ABROAD.match(words)
    rest = words[found.end() :] if found else ""
    if rest and not (dated and not rest[0].isalnum() and _is_filler(rest)):
        return None
    return found


def _without_dates(words: str) -> str:
    while found := find_date(words):
        words = words[: found.start] + " " + words[found.end :]
    return words


def _is_filler(words: str) -> bool:
    return all(word.lower() in _FILLER for word in _LEFT.findall(words))


def _trimmed(name: str) -> str:
    words = name.split()
    while words and words[-1].lower() in _FILLER:
        words.pop()
    return " ".join(words).rstrip(",.&-")


def copyright_holder(line: str) -> str:
    """Give the person in a copyright line; empty if it names none, or a company."""
    found = _COPYRIGHT.match(line.strip())
    if not found:
        return ""
    for name in (found["after"], (found["before"] or "").removeprefix("by ")):
        holder = _HOLDER_ENDS.split(name, maxsplit=1)[0].strip()
        person = _NAME.fullmatch(holder) and not _NO_PERSON.search(holder)
        if person and 1 < len(holder.split()) <= 4:
            return holder
    return ""


def author_in(words: str) -> str:
    """Give the name in what a page calls its author; empty if that is nobody."""
    words = " ".join(words.split())
    if not 1 < len(words) <= 100 or "@" in words or "/" in words or is_unfilled(words):
        return ""
    by = _BY.match(words) or _ABROAD.fullmatch(words)
    name = _trimmed(by["author"]) if by else words.removeprefix("By ").removeprefix("by ")
    return "" if is_nobody(name) else name.strip(" ,|·•-")


def is_nobody(name: str) -> bool:
    """Whether a name stands for no person, such as "admin"."""
    lone = name.lower().strip().split()
    return len(lone) <= 2 and bool(lone) and all(word in _NOBODY for word in lone)


_NOBODY = words_of("""
    admin administrator editor editors editorial staff guest anonymous unknown webmaster
    team desk user author contributor contributors writer none nobody n/a wordpress root default
    the undefined null
""")


def is_unfilled(words: str) -> bool:
    """Whether words are but the place of a fact that the program of a site has not filled in."""
    return _UNFILLED.fullmatch(words) is not None


def reads_as_name(words: str) -> bool:
    """Whether words could be a name, of a person or of anything else, and nothing more."""
    return len(words) <= 60 and bool(_NAMES.fullmatch(words))

# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Bylines and datelines: who wrote a text, and when."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from herreader.importing.copyrights import is_copyright
from herreader.importing.dates import find_date, without_glue
from herreader.importing.draft import ends_as_sentence
from herreader.importing.persons import (
    CAPITAL,
    PEOPLE,
    PERSON,
    WORD,
    is_company,
    is_nobody,
    is_person,
)
from herreader.importing.phrases import BESIDE_TOOLS, MENU, entries_of, words_of

LONGEST: Final = 160
"""Characters in the longest byline or dateline."""

_BY = re.compile(
    r"(?:(?:(?i:a |film |movie |guest )?(?i:review(?:ed)?|written|posted|published|words|text|"
    r"essay|submitted|story|article)(?: on)?\s+)?(?i:by)\b:?|"
    r"(?i:author|reviewer|critic|writer|host|words|text)s?:)"
    rf"\s+(?P<author>{PEOPLE})(?=$|[\s,|·•(–—@-])"
)
_VONS = "Trier|Trotta|Sydow|Stroheim|Sternberg|Donnersmarck|Harbou|Karajan|Braun|Teese|Erich|Doom"
"""Names that "Von" begins more often, where it is written with a capital."""
_ABROAD = re.compile(
    r"(?:(?:(?i:eine? )?(?i:film)?(?i:kritik|rezension|besprechung|text)\s+)?"
    rf"(?:von|Von(?!\s+(?:{_VONS})\b))|"
    r"(?:(?i:une )?(?i:critique|article|texte|écrit)\s+)?[Pp]ar|[Pp]or|di)"
    rf"\s+(?!\S+ (?:Und|Zu|Zum|Zur|Bis|Nach|Y|E|Et|A|À|Al|Alla) )"
    rf"(?P<author>(?={CAPITAL}){WORD}(?: {WORD}){{1,4}})"
)
"""A byline in another language, one only if it is a whole line: "von" is part of names."""
_USER = re.compile(
    r"(?:(?:posted|post|review|reviewed|written)\s+)?by:? (?P<author>\S{2,30}) *[»|·•](?=\s|$)",
    re.IGNORECASE,
)
"""A byline above a post in a forum, which is one only if a date follows: users name themselves."""
_POSTED = re.compile(
    r"(?:(?:posted|published|submitted)(?: on)?[\s,]*|\s+)by (?P<author>\S{2,30})\s*",
    re.IGNORECASE,
)
"""A byline of a user who posts on a date."""
_BY_USER = re.compile(
    r"(?i:submitted .{1,20} ago by|(?:film |movie )?review by) (?P<author>\S{2,30})(?: \d{1,4})?"
    r"|(?P<twice>\S{2,30}) \((?P=twice)\) wrote(?: in \S{2,40})?,?"
    r"|u/(?P<redditor>\S{2,30}) avatar"
    r"|(?i:profile image for) (?P<shown>\S.{1,40}?)\."
    r"|(?P<logs>\S.{1,40}?)['’]s review published on .{2,30}:?"
)
"""What forums and journals put above what one of their users has written."""
_LOGIN = re.compile(r"\W*(?P<author>[A-Za-z][\w.-]*[\d_][\w.-]*)\W*")
"""A name that can only be a user's, as it stands beside a date."""
_USER_LINE = re.compile(r"[a-z][a-z.-]{3,29}|(?=.*_)[A-Za-z][\w.-]{3,29}")
_HANDLE = re.compile(r"(\w) ?@\w{2,20}\b")
"""A name in a network, behind that of its bearer."""
_AT = re.compile(r"\b\d\d?[:.]\d\d\b|\b\d\d?h\d\d\b")
"""The time of a day."""
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
_CRITIC = re.compile(
    rf"(?:[Bb][Yy]:? )?(?P<author>{PERSON}),\s+(?:[\w'’&.-]+ ){{0,5}}"
    r"(?i:(?:film|movie|culture|arts) (?:writer|editor)|critic|correspondent|columnist|"
    r"reviewer|staff writer|contributor|contributing (?:writer|editor))"
)
"""Somebody, and what they do for a paper."""
_FOR = re.compile(rf"(?P<author>{PERSON})\s+[|·•–—]\s+[^|·•–—]{{2,40}}")
"""Somebody, and the paper for which they write, beside a date."""
_PAPER = re.compile(r"\s+(?:for|in) (?:[Tt]he )?[A-Z][\w &.'’-]{1,40}?(?=\s*[,|·•(–—]|\s*$)")
"""The paper for which somebody wrote, behind the name and before the date."""
_PLACE = re.compile(rf"(?P<author>{PERSON}),\s+[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?")
"""Somebody, and where they live, behind a dash and before a date."""
_DASHED = "-–—"
_REVIEWED_IN = re.compile(r"\breviewed in (?:the )?[\w ]{2,30}? on\b", re.IGNORECASE)
"""Where a shop says that one of its customers lives."""
_SIGNS = (
    "by",
    "von ",
    "par ",
    "por ",
    "di ",
    "author",
    "reviewer",
    "critic",
    "writer",
    ") wrote",
    "words:",
    "text:",
    "host",
    "correspondent",
    "columnist",
    "contribut",
    "editor",
    "profile image",
    "review published",
    "avatar",
)
"""One of them stands in each line that says who wrote a text."""
_CENTURIES = ("18", "19", "20")  # with which each year begins that is read
_FILLER = words_of("""
    published updated posted on first last modified at date am pm gmt bst est edt pst pdt
    utc cet edited created original originally was is the and by min mins minute minutes
    read monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun review reviewed written article post time of in a p.m a.m since
    ago years year months month weeks week days day hours hour
    share tweet pin print email facebook twitter whatsapp reddit save
    release revised amended page film critic writer editor staff contributor correspondent chief
    guest reviewer columnist author et ist aest comments comment views filed watched seen viewed
    issue vol volume movie pt ct mt preached delivered given recorded aired watched
    uncategorized uncategorised
    publié modifié mis à jour le h veröffentlicht aktualisiert um uhr publicado actualizado el las
    pubblicato aggiornato il alle
""")
_NO_USERS = _FILLER | MENU | BESIDE_TOOLS | words_of("essay column drama culture spoilers saved")
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
_SIGNED = re.compile(rf"[\s|·•—–-]*(?P<author>{PERSON})(?=\W|$)")
_LONGEST_LABEL = 20
_LONGEST_RUBRIC = 40  # characters, as in "Book of the week · by Ada Lind · 6 July"
_RUBRIC_ENDS = frozenset("·|•")
_LABELS = entries_of("""
    by, author, reviewer, reviewed by, written by, review by, words by, words, critic, von, par,
    autor, autorin, auteur, por
""")
_UNFILLED = re.compile(r"%%.+%%|\$?\{.+\}|<%.+%>|\[%.+%\]", re.DOTALL)
"""The name of a fact in the signs that programs of sites put around it."""
LABELLED: Final = re.compile(
    r"(?:#\+|:)?(title|author|by|date|published(?: time)?|source|"
    r"(?:source )?url|url source|link)\s*:\s*(.+)",
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
    if len(line) > LONGEST or not _may_sign(line) or is_copyright(line):
        return None
    return _signature_in(line)


@lru_cache(256)  # what stands beside a line asks for it as well
def _signature_in(line: str) -> Signature | None:
    if user := _BY_USER.fullmatch(line):
        return Signature(next(filter(None, user.groups())), "", whole=True, rest="")
    whole_line, line = line, without_glue(line)
    bare = _without_dates(line)  # first: a month is written like a name
    if "@" in bare:
        bare = _HANDLE.sub(r"\1 ", bare)
    dated = bare != line and not tells_of_film(bare)
    if critic := _critic_in(bare):
        return Signature(critic, line if dated else "", whole=True, rest="")
    by = _abroad(bare.strip(_BETWEEN), dated=dated) or _BY.search(bare)
    by = by or ((_USER.match(bare) or _POSTED.fullmatch(bare)) if dated else None)
    if not by:
        return _dated_by(line, bare, glued=line != whole_line) if dated else None
    before = bare[: by.start()]
    author = _trimmed(by["author"])
    rubric = dated and len(before) <= _LONGEST_RUBRIC and before.rstrip()[-1:] in _RUBRIC_ENDS
    before = "" if rubric and not _MADE.search(before) else before
    if is_company(author) or (before and (_MADE.search(before) or not _is_filler(before))):
        return None  # on who made the film or shows it, or in the middle of a sentence
    rest = _FILED.sub("", bare[by.start() if rubric else 0 :].replace(by[0], " ", 1))
    if dated:
        rest = _PAPER.sub("", _SHELVED.sub("", rest), count=1)
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


def _dated_by(line: str, bare: str, *, glued: bool) -> Signature:
    """Read a dateline without its date: beside it may stand nothing but a name.

    Words in small letters may be a shelf of a blog, but none that no blank parts from the date.
    """
    if (paper := _FOR.fullmatch(bare.strip(_BETWEEN))) and is_person(paper["author"]):
        return Signature(paper["author"], line, whole=True, rest="")
    rest = _AT.sub(" ", _REVIEWED_IN.sub("", _FILED.sub("", bare)))
    if _is_filler(rest):
        return Signature("", line, whole=True, rest=rest.strip(_BETWEEN))
    if (name := _SIGNED.match(rest)) and _is_filler(rest[name.end() :]):
        person = is_person(name["author"])
        author, rest = (name["author"], "") if person else ("", name["author"])
        return Signature(author, line, whole=person, rest=rest)
    rest = _without_end(rest)
    lives = _PLACE.fullmatch(rest) if line[0] in _DASHED else None
    if lives and is_person(lives["author"]):
        return Signature(lives["author"], line, whole=True, rest="")
    if (login := _LOGIN.fullmatch(rest)) or (glued and is_login(rest)):
        return Signature(login["author"] if login else rest, line, whole=True, rest="")
    return Signature("", line, whole=False, rest=rest)


def _without_end(words: str) -> str:
    """Cut off what a date leaves at the end of a line: a zone of time, and signs between."""
    kept = words.strip(_BETWEEN).split()
    while kept and (kept[-1].lower() in _FILLER or not any(map(str.isalnum, kept[-1]))):
        kept.pop()
    return " ".join(kept)


def tells_of_film(words: str) -> bool:
    """Whether a date in a line, or below it, is that of the film, and not of what is written."""
    return _OF_FILM.search(words) is not None


def is_handle(words: str) -> bool:
    """Whether a line is but somebody's name in a network."""
    return words.startswith("@") and _HANDLE.fullmatch(f"x{words}") is not None


def is_surely_login(words: str) -> bool:
    """Whether a line can be nothing but the name of a user."""
    return _LOGIN.fullmatch(words) is not None


def is_login(words: str) -> bool:
    """Whether a line may be the name of a user: one word, and none of a site's."""
    return _USER_LINE.fullmatch(words) is not None and words not in _NO_USERS


def is_signers_label(words: str) -> bool:
    """Whether a line says that the name of the author follows."""
    return len(words) <= _LONGEST_LABEL and words.lower().rstrip(" :") in _LABELS


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


def _critic_in(words: str) -> str:
    """Give the name of somebody behind which nothing stands but what they do for a paper."""
    found = _CRITIC.fullmatch(words.strip(_BETWEEN))
    return found["author"] if found else ""


def _is_filler(words: str) -> bool:
    return all(word.lower() in _FILLER for word in _LEFT.findall(words))


def _trimmed(name: str) -> str:
    words = name.split()
    while words and words[-1].lower() in _FILLER:
        words.pop()
    return " ".join(words).rstrip(",.&-")


def author_in(words: str) -> str:
    """Give the name in what a page calls its author; empty if that is nobody."""
    words = " ".join(words.split())
    if not 1 < len(words) <= 100 or "@" in words or "/" in words or is_unfilled(words):
        return ""
    by = _BY.match(words) or _ABROAD.fullmatch(words)
    name = _trimmed(by["author"]) if by else words.removeprefix("By ").removeprefix("by ")
    return "" if is_nobody(name) or ":" in name else name.strip(" ,|·•-")


def is_unfilled(words: str) -> bool:
    """Whether words are but the place of a fact that the program of a site has not filled in."""
    return _UNFILLED.fullmatch(words) is not None

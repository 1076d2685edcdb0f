# ruff: noqa: E501, RUF001 (one form a line is easier to read and to add to than a broken one, and quotes and dashes stand as they do in pages)
"""The facts on a film that stand beside a review: who made it, how long it is, and for whom."""

import re
from enum import IntEnum
from itertools import pairwise

from herreader.importing.draft import Piece, ends_as_sentence
from herreader.importing.headings import is_short_line
from herreader.importing.persons import reads_as_name
from herreader.importing.phrases import any_of, entries_of, words_of
from herreader.importing.values import AsideKind
from herreader.model.text import BlockKind

_LONGEST = 220  # characters
_LONGEST_NAME = 30
_LONGEST_COUNTRY = 3  # "USA"
_LONGEST_ALONE = 200
_LONGEST_CREDITS = 900
_FEWEST_CREDITED = 6  # words
_LABELS = r"""(?:dir(?:ectors?)?|directed by|written (?:and directed )?by|writers?|screen(?:play|writers?)(?: by)?|script|starring|stars|(?:main )?cast|with|(?:exec(?:utive)? )?producers?|produced by|cinematograph(?:y|er)(?: by)?|director of photography|edit(?:ors?|ed by|ing)|(?:original )?music(?: by| composer)?|composers?|score|sound(?: design(?:ers?)?| mix)?|(?:production|costume) design(?:ers?)?|costumes?|run(?:ning)?[ -]?(?:time|length)|runtime|length|duration|(?:(?:u\.?[sk]\.?|theat(?:re|er|rical)) )?release(?:d| dates?)?|in (?:cinemas|theaters|theatres)|on dvd(?: (?:or|and) streaming)?|year|countr(?:y|ies)|languages?|genres?|rat(?:ing|ed)|certificate|certification|mpaa(?: (?:rating|explanation))?|(?:mpaa )?classification|distribut(?:or|ed by)|international sales|studios?|production compan(?:y|ies)|budget|box office|aspect ratio|colou?r|format|original title|also known as|availab(?:le on|ility)|where to watch|imdb|metacritic|rotten tomatoes|regie|buch|kamera|darsteller|réalisation|réalisateur|scénario)"""
_DETAIL = re.compile(rf"{_LABELS}\s*(?::|\t| [-–—] )\s*(?P<value>.{{1,200}})", re.DOTALL)
_SEPARATORS = (":", " - ", "–", "—", "\t")
"""One of them stands in each such line."""
_MADE_BY = re.compile(
    r"(?i:written and directed|directed|written|produced|edited) by (?=[A-Z])[^.;:!?]{3,60}"
)
_NAME = re.compile(rf"{_LABELS}\s*:?")
_HEADING = any_of(r"""
    (?:movie|film|book|programme|production) (?:details|info(?:rmation)?|facts|credits|notes|data)
    (?:details|credits|cast(?: (?:and|&) crew)?|at a glance|fact ?(?:file|box)|technical specs)
""")
_TIME = re.compile(
    r"(?:run(?:ning)?[ -]?(?:time|length)\s?:?\s?)?\W*(?:[^|·•‧,/]{1,60}[|·•‧,/]\s*){0,6}(?:\d{2,3} ?min(?:ute)?s?|\d ?h(?:ou)?rs?,? ?(?:\d\d? ?m\w*)?|\dh ?\d\d?m)\b\.?(?:\s*[|·•‧,/][^|·•‧,/]{1,80}){0,8}",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"(?:mpaa )?rated:? (?:g|pg|pg-13|r|nc-17|12a?|15|18|u)(?: (?:\(?for\b.{0,60}\b(?:language|violence|nudity|sexual\w*|content|material|drugs?|profanity|gore|action|elements|smoking)\b.{0,60}|by (?:the )?(?:mpaa|bbfc|motion picture)\b.{0,60}))?",
    re.IGNORECASE,
)
_IS_RATED = re.compile(
    r"[“\"‘'].{1,60}[”\"’'] is (?:not )?rated (?:g|pg|pg-13|r|nc-17|12a?|15|18|u)\b.{0,160}",
    re.IGNORECASE,
)
_HINT = re.compile(r"\d ?[mh]|rated ", re.IGNORECASE)
"""What stands in each line of these two kinds."""
_STARRING = re.compile(r"(?i:starring|stars) [A-Z][^.;:!?]{3,120}")
_CERTIFICATES = words_of("R G PG PG-13 NC-17 U 12 12A 15 18 TV-MA TV-14 FSK-12 Unrated")
_GENRES = entries_of("""
    action, adventure, animation, biography, comedy, crime, documentary, drama, family, fantasy,
    history, horror, music, musical, mystery, romance, romantic comedy, science fiction, sci-fi,
    short, sport, thriller, war, western, romantic drama, melodrama
""")
_PARTED = re.compile(r"\s*[,/|·•‧]\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CAST = re.compile(r"(?P<name>[^()]{3,40}?)(?: as \S.{1,60}| \(\S.{0,60}\))")
_AS = re.compile(r"as [A-Z][\w .'’-]{1,40}")
"""Whom somebody plays, below their name."""
_TECHNICAL = re.compile(
    r"(?:video|audio|subtitles?|regions?|discs?|bitrate)\s*:.{1,120}|dolby .{1,30}|in colou?r|(?:country|language) (?-i:[A-Z]).{2,40}|\[?\d\.\d\d?:1\]?|[©(].{3,60}",
    re.IGNORECASE,
)
"""What such a list says of the film's copy; by itself it says nothing."""
_SCORED = re.compile(r"[A-Z][\w /&'’-]{2,30}: (?:[A-F][+–-]?|\d{1,2}(?:[.,]\d)?(?: ?/ ?\d+)?)")
"""How much of something there is, in marks as a school gives them."""
_CREDITS = re.compile(
    r"(?:(?:written|directed|produced)(?:,? (?:and |& )?\w+){0,3} by |(?:with|cast|crew|production|producers?|directors?|starring)\s*: |reviewed (?:at|online|in) )",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\d{1,3} ?(?:min|hours?|hrs?|h\b|m\b)|(?:19|20)\d\d|\d:\d\d", re.IGNORECASE)
"""How long something is, or of which year."""
_CERTIFIED = re.compile(rf"{_RATED.pattern.removeprefix('(?:mpaa )?rated:? ')}\W*", re.IGNORECASE)
_EXPLAINED = "mpaa "  # whose reasons are words as others
_CREDITS_BEGIN = frozenset("WDPCSRwdpcsr")  # few paragraphs do so; the form is slower
_CREDIT_WORDS = words_of("""
    and by of the in at directed written director photography edited editor editors music
    production design designer costumes camera produced producers executive released release
    running time minutes hours hour min cast voice with crew color widescreen rating
""")
_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
_MOSTLY = 0.75  # of the words of credits are names, or what their bearers did


class _Grade(IntEnum):
    """How plainly a line is such a fact."""

    NONE = 0
    BESIDE = 1
    """If it stands beside others."""
    NAMED = 2
    """If another one names what it is, too."""
    ALONE = 3


def sift_details(pieces: list[Piece]) -> None:
    """Set aside facts on the film: two or more together, or one that is plain by itself."""
    run: list[tuple[Piece, _Grade]] = []
    value_next = False
    for piece, below in pairwise([*pieces, Piece("")]):
        if piece.aside is not None or piece.kind is BlockKind.QUOTATION:
            grade = _Grade.NONE
        elif piece.is_prose:
            credits_ = piece.plain[0] in _CREDITS_BEGIN and _is_credits(piece)
            grade = _Grade.ALONE if credits_ else _Grade.NONE
        else:
            plays = bool(run) and below.plain.startswith("as ") and reads_as_name(piece.plain)
            grade = _grade(piece, run) or _Grade(value_next or plays)
            names = _is_name(piece.plain) and piece.kind is not BlockKind.HEADING
            value = _value_grade(below.plain) if names else _Grade.NONE
            grade, value_next = max(grade, value), bool(value)
        if grade:
            run.append((piece, grade))
        elif run:
            _end(run)
            run, value_next = [], False
    _end(run)


def _grade(piece: Piece, run: list[tuple[Piece, _Grade]]) -> _Grade:
    words = piece.plain
    if _is_alone(words):
        return _Grade.ALONE
    if grade := _fact_grade(words):
        return grade
    if _STARRING.fullmatch(words):
        return _Grade.NAMED
    if is_details_heading(words) or _stands_beside(words, alone=not run):
        return _Grade.BESIDE
    headed = len(run) == 1 and is_details_heading(run[0][0].plain)
    title = headed and is_short_line(words) and not words.endswith(("!", "?"))
    return _Grade.BESIDE if title else _Grade.NONE


def _end(run: list[tuple[Piece, _Grade]]) -> None:
    named = sum(grade >= _Grade.NAMED for _, grade in run)
    headed = any(is_details_heading(piece.plain) for piece, _ in run)
    alone = any(grade is _Grade.ALONE and not piece.is_prose for piece, grade in run)
    for piece, grade in run:
        together = named > 1 or (named == 1 and headed) or (alone and grade is _Grade.BESIDE)
        if together or grade is _Grade.ALONE:
            piece.aside = AsideKind.DETAILS


def is_details_heading(words: str) -> bool:
    """Whether facts on a film follow."""
    return len(words) < 40 and _HEADING.fullmatch(words.lower()) is not None


def _fact_grade(words: str) -> _Grade:
    """Say how plainly a line gives a fact on a film, such as who directed it."""
    if len(words) > _LONGEST:
        return _Grade.NONE
    if any(map(words.__contains__, _SEPARATORS)) and (found := _DETAIL.fullmatch(words.lower())):
        explained = words.lower().startswith(_EXPLAINED)
        return _Grade.NAMED if explained else _value_grade(words[found.start("value") :])
    return _Grade.NAMED if _MADE_BY.fullmatch(words) else _Grade.NONE


def _value_grade(words: str) -> _Grade:
    """Say how plainly words are such a fact: names, genres and figures are, sentences are none."""
    if len(words) > _LONGEST:
        return _Grade.NONE
    each = _WORDS.findall(words)
    if not each or _CERTIFIED.fullmatch(words) or _is_of_genres(words):
        return _Grade.NAMED
    names = sum(word[0].isupper() for word in each)
    plain = all(word[0].isupper() or word in _CREDIT_WORDS for word in each)
    if ends_as_sentence(words) and not plain:
        return _Grade.NONE
    if _MEASURED.search(words) or (plain and names > 1):
        return _Grade.NAMED
    return _Grade.BESIDE if names else _Grade.NONE


def _is_of_genres(words: str) -> bool:
    return _GENRES.issuperset(_PARTED.split(words.lower().rstrip(" .")))


def _is_name(words: str) -> bool:
    """Whether a line names such a fact, and another line gives it."""
    return len(words) < _LONGEST_NAME and _NAME.fullmatch(words.lower()) is not None


def _is_alone(words: str) -> bool:
    """Whether a line is plainly such a fact though no other stands beside it."""
    if len(words) > _LONGEST_ALONE:
        return False
    if not _HINT.search(words):
        return False
    plain = _IS_RATED.fullmatch(words) is not None
    for each in () if plain else words.removesuffix(".").split(". "):
        if _says_time_or_rating(each, words):
            plain = True
        elif not _may_stand_in_row(each):
            return False
    return plain


def _says_time_or_rating(words: str, line: str) -> bool:
    """Whether words say how long a film is, or for whom; in a sentence they must say more."""
    parts = [part.strip() for part in _PARTED.split(words)]
    if len(parts) == 1:
        bare = words[0].isdigit() or words.removeprefix("Rated ") in _CERTIFICATES
        known = not bare or line != f"{words}."
    else:
        known = not ends_as_sentence(line) or any(map(_is_known_part, parts))
    return known and bool(_RATED.fullmatch(words) or _TIME.fullmatch(words))


def _is_known_part(words: str) -> bool:
    """Whether words are a genre, a certificate or a year."""
    certified = _CERTIFIED.fullmatch(words.removeprefix("Rated "))
    return words.lower() in _GENRES or bool(certified or _YEAR.fullmatch(words))


def _may_stand_in_row(words: str) -> bool:
    """Whether words may stand before or behind how long a film is: who made it, where and when."""
    brief = _YEAR.fullmatch(words) or (words.isupper() and len(words) <= _LONGEST_COUNTRY)
    return bool(brief or _STARRING.fullmatch(words) or _fact_grade(words))


def _stands_beside(words: str, *, alone: bool) -> bool:
    """Whether a line is such a fact if others stand beside it; the first may begin a list."""
    if words in _CERTIFICATES or _YEAR.fullmatch(words) or _SCORED.fullmatch(words):
        return True
    if len(words) <= _LONGEST and words.lower().startswith(("title:", "film:", "movie:")):
        return not alone
    first = words[:_LONGEST_NAME].lower().partition(",")[0]
    if first in _GENRES and _GENRES.issuperset(_PARTED.split(words.lower())):
        return True
    if ends_as_sentence(words) or alone:
        return False
    if _AS.fullmatch(words):
        return True
    cast = _CAST.fullmatch(words) if len(words) < _LONGEST_ALONE else None
    return bool(cast and reads_as_name(cast["name"])) or _TECHNICAL.fullmatch(words) is not None


def _is_credits(piece: Piece) -> bool:
    """Whether a whole paragraph is nothing but the names of those who made a film."""
    words = piece.plain
    if len(words) > _LONGEST_CREDITS or not _CREDITS.match(words):
        return False
    each = _WORDS.findall(words)
    known = sum(word[0].isupper() or word.strip(".").lower() in _CREDIT_WORDS for word in each)
    return len(each) >= _FEWEST_CREDITED and known >= _MOSTLY * len(each)

"""The sentences of a paragraph: where each starts and ends."""
# ruff: noqa: RUF001 (closing quotes and full-width stops are what is looked for here)

import re
from bisect import bisect_right
from functools import lru_cache

Span = tuple[int, int]

_CLOSERS = "\"'”’»)\\]}"
_OPENERS = "\"'“‘«([{*—–-"
_STOP = re.compile(
    rf"(?P<mark>[.!?…؟۔।]+)[{_CLOSERS}]*(?:\[\d{{1,3}}\])*(?=\s|$)"  # and marks of footnotes
    r"|[。！？｡．]+[」』】〉》〕）”’]*"
    r"|\n"
)
_MARKS = re.compile("[.!?…؟۔।]+")
_SIGN = re.compile("[.!?…؟۔।。！？｡．\n]")  # found much sooner than a whole stop
_LAST_WORD = re.compile(r"[^\s(\[{“‘\"«—–]*$")
_NEXT_WORD = re.compile(rf"\s*[{re.escape(_OPENERS)}]*([\w’']*)")
_INITIAL = re.compile(r"[^\W\d_a-zI]")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}", re.UNICODE)

_LONGEST_NUMBER = 4
"""Characters in the number of an item of a list, and the blank before it."""


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# A name, a number or a reference follows these; a sentence hardly ends with them.
_NEVER_LAST = _words(
    "mr mrs ms mx dr prof rev hon gen col capt lt sgt maj cmdr sen rep gov pres messrs mme mlle"
    " st mt vs v viz cf e.g i.e eg ie"
)
# A number follows these if they are abbreviations.
_BEFORE_NUMBER = _words(
    "no nos nr p pp vol vols ch chap fig figs sec sect art ed eds op ver c ca approx"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# A sentence may end with these, and goes on if the next word is not one that often begins one.
_PERHAPS_LAST = _words("al inc ltd co corp bros jr sr esq dept est univ ph.d")
_BEGINNERS = _words(
    "a an the he she it they we i you this that these those there here his her its their our my"
    " your and but or so yet nor if when while as at in on for from by to of with without after"
    " before since until because although though then now not no one what who why how where"
    " which whose is was are were do did does can could will would should let perhaps maybe"
)
_SHORTENED = _NEVER_LAST | _BEFORE_NUMBER | _PERHAPS_LAST


@lru_cache(maxsize=512)
def sentences(plain: str) -> tuple[Span, ...]:
    """List the sentences of a paragraph: start and end of each, without the blanks around it.

    Every character that is not blank is in one of them. A newline ends a sentence.
    """
    spans: list[Span] = []
    start = done = 0
    for sign in _SIGN.finditer(plain, 0, len(plain) - 1):  # at the very end, all end anyway
        at = sign.start()
        if at < done:
            continue
        if _ends_at_sight(plain, start, at):
            done = at + 1
        else:
            stop = _STOP.match(plain, at)
            if stop is None:  # nor does any other mark of the same row end a sentence
                row = _MARKS.match(plain, at)
                done = row.end() if row else at + 1
                continue
            done = stop.end()
            if stop["mark"] is not None and not _ends(plain, start, stop):
                continue
        _append(spans, plain, start, done)
        start = done
    _append(spans, plain, start, len(plain))
    return tuple(spans)


def sentence_at(plain: str, offset: int) -> Span:
    """Give the sentence at an offset; between two it is the next, after the last one the last.

    Words without a sentence, such as an empty text, give an empty one: (0, 0).
    """
    spans = sentences(plain)
    if not spans:
        return 0, 0
    index = bisect_right(spans, offset, key=_end_of)
    return spans[min(index, len(spans) - 1)]


def _end_of(span: Span) -> int:
    return span[1]


def _append(spans: list[Span], plain: str, start: int, end: int) -> None:
    words = plain[start:end].strip()
    if words:
        first = plain.index(words, start)
        spans.append((first, first + len(words)))


def _ends_at_sight(plain: str, start: int, at: int) -> bool:
    """Whether a stop ends the sentence that began at `start` beyond doubt, as most stops do."""
    if plain[at + 1 : at + 2] != " " or not plain[at + 2 : at + 3].isupper():
        return False
    word = plain[plain.rfind(" ", start, at) + 1 : at]
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


def _ends(plain: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop that a blank follows ends the sentence that began at `start`."""
    following = _NEXT_WORD.match(plain, stop.end())
    after = following[1] if following else ""
    if after[:1].islower():
        return False
    if stop["mark"] != ".":
        return True
    before = _word_before(plain, start, stop.start())
    return not (_numbers_a_list(plain, start, stop.start()) or _is_shortened(before, after))


def _word_before(plain: str, start: int, end: int) -> str:
    # No abbreviation is longer than this; so a paragraph without blanks stays quick.
    found = _LAST_WORD.search(plain, max(start, end - 24), end)
    return found[0] if found else ""


def _numbers_a_list(plain: str, start: int, end: int) -> bool:
    words = plain[start:end].strip() if end - start <= _LONGEST_NUMBER else ""
    return words.isdigit() and len(words) < _LONGEST_NUMBER


def _is_shortened(word: str, after: str) -> bool:
    """Whether a full stop after a word shortens it, and the sentence goes on with `after`."""
    lower = word.lower()
    if lower in _NEVER_LAST or _INITIAL.fullmatch(word):
        return after != ""
    if lower in _BEFORE_NUMBER:
        return after[:1].isdigit()
    if lower in {"a.m", "p.m"}:
        return False
    if lower in _PERHAPS_LAST or _ACRONYM.fullmatch(word):
        return after != "" and after.lower() not in _BEGINNERS
    return False

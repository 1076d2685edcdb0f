# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Lines that are plainly no part of a review, whatever page they have been copied from."""

import re
from typing import Final

from herreader.importing.chrome import (
    CONSENT,
    COOKIES,
    COPYRIGHT,
    EDGES,
    FOOTER_ENDS,
    LABELS,
    LAST_SENTENCES,
    LEADS_IN,
    OPEN,
    SENTENCES,
    SUPPORTED,
)
from herreader.importing.draft import ends_as_sentence
from herreader.importing.phrases import (
    ABOUT_HEADING,
    BESIDE_TOOLS,
    CAPTION,
    COMMENT_SIGNS,
    COMMENTS_HEADING,
    CREDIT,
    LEADS_ON,
    MENU,
    NAMED_COMMENTS,
    NETWORKS,
    ON_USER,
    PICTURES,
    PRIVACY_NOTICE,
    RATING,
    RELATED_HEADING,
    SHARE_WORDS,
    SIGN_UP,
    STARRED,
    SURELY_ABOUT,
    SURELY_RELATED,
    TOOLS,
    words_of,
)
from herreader.importing.values import AsideKind

LONGEST: Final = 220
"""Characters in the longest line that is looked at; only notices may be longer."""

LONGEST_CAPTION: Final = 300
LONGEST_ON_USER: Final = 60
LONGEST_SIGN: Final = 120
COOKIE: Final = "ookie"
"""What stands in every notice on cookies."""

_LONGEST_NOTICE = 900
_LONGEST_COUNT = 3  # figures; four are a year
_LONGEST_TOOLS = 60
_CUSTOMER = "Reviewed in "
_SPOILERS = re.compile(
    r"\W*(?:(?:mild |minor |major )?spoilers?(?: alert| warning| ahead| below)?|"
    r"(?:warning|caution|beware)\W{1,3}(?:contains |mild |minor |major )?spoilers?(?: ahead)?)\W*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[·•‧|/–—»›=_-]{1,80}")
_SENTENCES = re.compile(r"(?<=[.!?])(?<!\bno\.) +|\s*[|•·]\s*")
_BY_THE_CLOCK = ("a.m.", "p.m.")
_COPYRIGHT_BEGINS = frozenset("©(Cc")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_BETWEEN_NAMES = words_of("""
    and by of the in for at via from all rights reserved de la von van und et da di du le on
    courtesy credit photo photos photograph photographs image images picture pictures still stills
    production productions films studio studios film movie trailer
""")
_CREDITS = (":", "(", "[", "©", "ourtesy", " by ", "...")
"""One of them stands before or around whose picture it is."""
_BETWEEN_ENTRIES = re.compile(r"[|•·&]")
_PARTED = re.compile(r"[|•/]| :")
_CREDITED = re.compile(r"(?P<words>.{12,200}?)\s*[(\[][^()\[\]]{2,80}[)\]]\.?", re.DOTALL)


def kind_of_line(words: str) -> AsideKind | None:
    """Say what a line is that no review holds, wherever it stands; None if it may be the review."""
    if len(words) > LONGEST:
        return AsideKind.NOTICE if _is_cookie_notice(words) else None
    line = words.lower()
    if kind := _kind_in(SENTENCES, line) or (_is_label(line) and _kind_in(LABELS, line)):
        return kind
    if ("rights" in line or "powered" in line) and FOOTER_ENDS.fullmatch(line):
        return AsideKind.FOOTER
    if _is_copyright(words):
        return AsideKind.FOOTER
    if _is_sharing(line):
        return AsideKind.SHARING
    return AsideKind.NOTICE if SUPPORTED in line or _is_cookie_notice(words) else None


def kind_beside_chrome(words: str) -> AsideKind | None:
    """Say what a line is if it stands beside others that are the site's; None if it may be none."""
    line = words.lower()
    return (_kind_in(OPEN, line) or _kind_in(LABELS, line)) if len(words) <= LONGEST else None


def kind_at_edge(words: str, *, known: bool = False) -> AsideKind | None:
    """Say what a line above or below the prose is, if each of its sentences is the site's.

    Args:
        words: The line.
        known: Whether the whole line is known to be none that stands in no review at all.
    """
    if len(words) > LONGEST:
        return None
    label = _is_label(words)
    if label and (kind := _kind_of_edge(words.lower(), label=True)):
        return kind
    every = _SENTENCES.split(words.lower())
    whole = known and len(every) == 1
    kinds = [
        _kind_of_edge(each, label=label) or (None if whole else kind_of_line(each))
        for each in (map(_without_stop, every) if label else every)
        if not LEADS_IN.fullmatch(each)
    ]
    return kinds[0] if kinds and all(kinds) else None


def _without_stop(words: str) -> str:
    return words.rstrip(".!")


def _kind_of_edge(line: str, *, label: bool) -> AsideKind | None:
    kind = _kind_in(LAST_SENTENCES, line)
    return kind or (_kind_in(EDGES, line) if label else None)


def _kind_in(tier: re.Pattern[str], line: str) -> AsideKind | None:
    found = tier.fullmatch(line)
    return AsideKind[found.lastgroup] if found and found.lastgroup else None


def _is_label(words: str) -> bool:
    """Whether words do not end as a sentence; those that a page cuts short are a label's."""
    return not ends_as_sentence(words) or words.endswith(("...", "…"))


def _is_copyright(words: str) -> bool:
    """Whether a line says who owns a text since when, and nothing else."""
    found = COPYRIGHT.fullmatch(words) if words[:1] in _COPYRIGHT_BEGINS else None
    return found is not None and _YEAR.search(words) is not None and _names_only(found["rest"])


def _names_only(words: str) -> bool:
    """Whether words are names and figures, with nothing but small words between them."""
    return all(not word[0].islower() or word in _BETWEEN_NAMES for word in _WORD.findall(words))


def _is_cookie_notice(words: str) -> bool:
    if len(words) > _LONGEST_NOTICE or COOKIE not in words:
        return False
    return COOKIES.match(words) is not None and CONSENT.search(words) is not None


def _is_sharing(words: str) -> bool:
    if len(words) > 120:
        return False
    tokens = [token.rstrip(":") for token in _PARTED.sub(" ", words).split()]
    return (
        0 < len(tokens) <= 16
        and SHARE_WORDS.issuperset(tokens)
        and not NETWORKS.isdisjoint(tokens)
        and tokens != ["x"]
    )


def is_menu_word(words: str) -> bool:
    """Whether a line is an entry of a menu; above and below a review only, it is plainly one."""
    return _entry(words) in MENU


def is_topic(words: str) -> bool:
    """Whether a line is an entry of the menu of a site, rather than of the tools of a page."""
    entry = _entry(words)
    return entry in MENU and entry not in TOOLS


def _entry(words: str) -> str:
    """Give a line as menus have it; one that ends in a full stop is a sentence, however short."""
    return words.lower().removesuffix("...").strip(" :>»›[]…")


def is_beside_tools(words: str) -> bool:
    """Whether a line is a tool of a page, or a count of something, if tools stand beside it."""
    words = words.lower()
    return words in BESIDE_TOOLS or (words.isdecimal() and len(words) <= _LONGEST_COUNT)


def is_tool_line(words: str) -> bool:
    """Whether a line is nothing but the tools of a page, side by side."""
    bare = _BETWEEN_ENTRIES.sub(" ", words.lower()) if len(words) <= _LONGEST_TOOLS else ""
    entries = [each for each in bare.split() if any(map(str.isalnum, each))]  # without pictures
    return len(entries) > 1 and all(each in TOOLS or each in BESIDE_TOOLS for each in entries)


def is_separator(words: str) -> bool:
    """Whether a line only parts others from each other, as a dot or a dash does."""
    return _SEPARATOR.fullmatch(words) is not None


def read_stars(words: str, below: str) -> re.Match[str] | None:
    """Read the head of what a customer of a shop has written: below it stands where they live."""
    return STARRED.fullmatch(words) if below.startswith(_CUSTOMER) else None


def is_spoiler_warning(words: str) -> bool:
    """Whether a line warns of what is told below; it stands beside a title, and is none."""
    return len(words) <= _LONGEST_TOOLS and _SPOILERS.fullmatch(words) is not None


def is_menu_line(words: str) -> bool:
    """Whether a line is a whole menu, its entries side by side."""
    entries = _BETWEEN_ENTRIES.sub(" ", words.lower()).split()
    known = sum(entry in MENU and entry not in TOOLS for entry in entries)
    return len(words) <= 120 and len(entries) >= 4 and known >= 0.6 * len(entries)


def is_rating(words: str) -> bool:
    """Whether a line says how many stars there are."""
    return len(words) <= 30 and RATING.fullmatch(words.removesuffix(".")) is not None


def is_related_heading(words: str) -> bool:
    """Whether what follows may lead elsewhere, as far as the heading tells."""
    return (
        len(words) < 60
        and not ends_as_sentence(words)
        and RELATED_HEADING.fullmatch(words.lower()) is not None
    )


def names_what_is_related(words: str) -> bool:
    """Whether such a heading, or one above words on the author, can be none of a review."""
    line = words.lower()
    return SURELY_RELATED.fullmatch(line) is not None or line.startswith(SURELY_ABOUT)


def leads_on(words: str) -> bool:
    """Whether a line names something else to read, if most of it is a link."""
    return len(words) <= LONGEST and LEADS_ON.fullmatch(words) is not None


def is_sign_up(words: str) -> bool:
    """Whether a line may offer a newsletter; the words of its form tell."""
    return SIGN_UP.fullmatch(words) is not None


def is_privacy_notice(words: str) -> bool:
    """Whether words stand below the form of a newsletter."""
    return len(words) <= _LONGEST_NOTICE and PRIVACY_NOTICE.match(words) is not None


def without_credit(words: str) -> str:
    """Give what stands before the credit in brackets at the end of a caption; nothing without."""
    found = _CREDITED.fullmatch(words)
    return found["words"] if found else ""


def is_about_heading(words: str) -> bool:
    """Whether a few words on the author follow."""
    return len(words) < 40 and ABOUT_HEADING.fullmatch(words.lower()) is not None


def is_on_user(words: str) -> bool:
    """Whether a line may tell of a user of a forum; what stands beside it decides."""
    return len(words) <= LONGEST_ON_USER and ":" in words and ON_USER.fullmatch(words) is not None


def joins_user(words: str) -> bool:
    """Whether such a line tells since when they are one, or of their posts: nothing else does."""
    return words.lower().startswith(("posts", "join", "registered", "member since"))


def is_comments_heading(words: str) -> bool:
    """Whether readers' comments follow."""
    return len(words) < 180 and COMMENTS_HEADING.fullmatch(words.lower()) is not None


def names_what_is_commented(words: str) -> bool:
    """Whether the heading of comments names the text above, so that nothing else can follow."""
    return len(words) < 180 and NAMED_COMMENTS.fullmatch(words.lower()) is not None


def is_sign_of_comments(words: str) -> bool:
    """Whether a line stands above or below a comment, and says who wrote it, or when."""
    if len(words) > LONGEST_SIGN or not (_is_label(words) or words.endswith(_BY_THE_CLOCK)):
        return False
    return COMMENT_SIGNS.fullmatch(words.lower()) is not None


def is_caption(words: str) -> bool:
    """Whether a line says whose picture it stands below."""
    # Few lines need the forms, which are slow on those that they do not match.
    if (
        len(words) > LONGEST_CAPTION
        or not any(map(words.__contains__, _CREDITS))
        or not any(map(words.__contains__, PICTURES))
    ):
        return False
    if CAPTION.fullmatch(words):
        return True
    found = CREDIT.fullmatch(words)
    return found is not None and _names_only(found["credit"] or found["bracketed"] or "")

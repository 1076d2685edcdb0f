# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Lines that are plainly no part of a review, whatever page they have been copied from."""

import re
from typing import Final

from herreader.importing.phrases import (
    ABOUT_HEADING,
    BESIDE_TOOLS,
    CAPTION,
    COMMENT_SIGNS,
    COMMENTS_HEADING,
    CONSENT,
    COOKIES,
    EDGES,
    FOOTER_ENDS,
    LEADS_IN,
    LEADS_ON,
    LINES,
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
    SUPPORTED,
    TOOLS,
)
from herreader.importing.values import AsideKind

LONGEST: Final = 220
"""Characters in the longest line that is looked at; only notices may be longer."""

LONGEST_CAPTION: Final = 300
LONGEST_ON_USER: Final = 60
COOKIE: Final = "ookie"
"""What stands in every notice on cookies."""

_LONGEST_NOTICE = 900
_LONGEST_COUNT = 3  # figures; four are a year
_LONGEST_TOOLS = 60
_SEPARATOR = re.compile(r"[·•‧|/–—»›=_-]{1,80}")
_SENTENCES = re.compile(r"(?<=[.!?])(?<!\bno\.) +|\s*[|•·]\s*")
_CREDITS = (":", "(", "[", "©", "ourtesy", " by ", "...")
"""One of them stands before or around whose picture it is."""
_PARTED = re.compile(r"[|•/]| :")
_CREDITED = re.compile(r"(?P<words>.{12,200}?)\s*[(\[][^()\[\]]{2,80}[)\]]\.?", re.DOTALL)


def kind_of_line(words: str) -> AsideKind | None:
    """Say what a line is that no review holds, wherever it stands; None if it may be the review."""
    if len(words) > LONGEST:
        return AsideKind.NOTICE if _is_cookie_notice(words) else None
    line = words.lower()
    for kind, form in LINES.items():
        if form.fullmatch(line):
            return kind
    if ("rights" in line or "powered" in line) and FOOTER_ENDS.fullmatch(line):
        return AsideKind.FOOTER
    if _is_sharing(line):
        return AsideKind.SHARING
    return AsideKind.NOTICE if SUPPORTED in line or _is_cookie_notice(words) else None


def kind_at_edge(words: str, *, known: bool = False) -> AsideKind | None:
    """Say what a line above or below the prose is, if each of its sentences is the site's.

    Args:
        words: The line.
        known: Whether the whole line is known to be none that stands in no review at all.
    """
    if len(words) > LONGEST:
        return None
    every = _SENTENCES.split(words.lower())
    whole = known and len(every) == 1
    sentences = [each for each in every if not LEADS_IN.fullmatch(each)]
    kinds = [_kind_of_edge(each) or (None if whole else kind_of_line(each)) for each in sentences]
    return kinds[0] if kinds and all(kinds) else None


def _kind_of_edge(words: str) -> AsideKind | None:
    return next((kind for kind, form in EDGES.items() if form.fullmatch(words)), None)


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
    return words.lower().strip(" :.>»›[]…") in MENU


def is_topic(words: str) -> bool:
    """Whether a line is an entry of the menu of a site, rather than of the tools of a page."""
    words = words.lower().strip(" :.>»›[]…")
    return words in MENU and words not in TOOLS


def is_beside_tools(words: str) -> bool:
    """Whether a line is a tool of a page, or a count of something, if tools stand beside it."""
    words = words.lower()
    return words in BESIDE_TOOLS or (words.isdecimal() and len(words) <= _LONGEST_COUNT)


def is_tool_line(words: str) -> bool:
    """Whether a line is nothing but the tools of a page, side by side."""
    entries = words.lower().split() if len(words) <= _LONGEST_TOOLS else []
    return len(entries) > 1 and all(each in TOOLS or each in BESIDE_TOOLS for each in entries)


def is_separator(words: str) -> bool:
    """Whether a line only parts others from each other, as a dot or a dash does."""
    return _SEPARATOR.fullmatch(words) is not None


def is_menu_line(words: str) -> bool:
    """Whether a line is a whole menu, its entries side by side."""
    entries = words.lower().replace("|", " ").replace("•", " ").replace("·", " ").split()
    known = sum(entry in MENU and entry not in TOOLS for entry in entries)
    return len(words) <= 120 and len(entries) >= 4 and known >= 0.6 * len(entries)


def is_rating(words: str) -> bool:
    """Whether a line says how many stars there are."""
    return len(words) <= 30 and RATING.fullmatch(words) is not None


def is_related_heading(words: str) -> bool:
    """Whether what follows leads elsewhere."""
    return len(words) < 60 and RELATED_HEADING.fullmatch(words.lower()) is not None


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
    return words.lower().startswith(("posts", "joined", "registered", "member since"))


def is_comments_heading(words: str) -> bool:
    """Whether readers' comments follow."""
    return len(words) < 180 and COMMENTS_HEADING.fullmatch(words.lower()) is not None


def names_what_is_commented(words: str) -> bool:
    """Whether the heading of comments names the text above, so that nothing else can follow."""
    return len(words) < 180 and NAMED_COMMENTS.fullmatch(words.lower()) is not None


def is_sign_of_comments(words: str) -> bool:
    """Whether a line stands above or below a comment, and says who wrote it, or when."""
    return len(words) <= LONGEST and COMMENT_SIGNS.search(words) is not None


def is_caption(words: str) -> bool:
    """Whether a line says whose picture it stands below."""
    # Few lines need the form, which is slow on those that it does not match.
    return (
        len(words) <= LONGEST_CAPTION
        and any(map(words.__contains__, _CREDITS))
        and any(map(words.__contains__, PICTURES))
        and CAPTION.fullmatch(words) is not None
    )

"""What a page's own mark-up says that its parts are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from herreader.importing.phrases import words_of
from herreader.importing.values import AsideKind

Attributes = Mapping[str, str | None]

_TAGS = {
    "nav": (AsideKind.NAVIGATION, False),
    "footer": (AsideKind.FOOTER, False),
    "dialog": (AsideKind.NOTICE, False),
    "button": (AsideKind.NAVIGATION, False),
    "select": (AsideKind.FORM, False),
    "textarea": (AsideKind.FORM, False),
    "label": (AsideKind.FORM, False),
    "header": (AsideKind.NAVIGATION, True),
    "aside": (AsideKind.RELATED, True),
    "form": (AsideKind.FORM, True),
    "noscript": (AsideKind.NOTICE, True),
}
_ROLES = {
    "navigation": (AsideKind.NAVIGATION, False),
    "contentinfo": (AsideKind.FOOTER, False),
    "dialog": (AsideKind.NOTICE, False),
    "alertdialog": (AsideKind.NOTICE, False),
    "search": (AsideKind.FORM, False),
    "banner": (AsideKind.NAVIGATION, True),
    "complementary": (AsideKind.RELATED, True),
}
_NAMES = {
    AsideKind.FORM: "respond commentform comment-form search-form searchform search-box "
    "signup-form login reply-form leave-a-reply",
    AsideKind.COMMENT: "comment comments commentlist comments-list disqus disqus_thread responses "
    "replies discussion guestbook gmail_quote gmail_attr moz-cite-prefix yahoo_quoted",
    AsideKind.SHARING: "share sharing shares sharebar sharedaddy social social-media addthis "
    "addtoany a2a_kit sharethis socials",
    AsideKind.DETAILS: "infobox movie-details film-details movie-info film-info details-table "
    "factbox fact-box film-facts movie-facts film-credits movie-credits cast-list cast-crew",
    AsideKind.RELATED: "related relatedposts jp-relatedposts recommended recommendations "
    "recommendation most-read most-popular trending popular sidebar side-bar widget widgets "
    "widget-area more-from read-next further-reading also-like you-may-like teaser teasers "
    "outbrain taboola promo promos author-bio about-author about-the-author author-box "
    "postprofile post-profile userinfo user-info signature message-user",
    AsideKind.NAVIGATION: "nav navbar navigation menu breadcrumb breadcrumbs crumbs pagination "
    "pager skip skip-link skip-to-content screen-reader-text visually-hidden sr-only topbar "
    "post-navigation tags tag-list tagcloud back-to-top toc",
    AsideKind.NOTICE: "cookie cookies cookie-notice cookie-banner consent gdpr ad ads advert "
    "adverts advertisement adsbygoogle ad-slot sponsored newsletter subscribe subscription "
    "signup sign-up paywall popup modal donate email-signup email-sub mailing-list",
    AsideKind.FOOTER: "footer colophon copyright legal site-info imprint gmail_signature "
    "moz-signature",
}
_SOFT = words_of("""
    discussion responses replies legal social toc entry-footer post-footer article-footer
""")
"""Such names as parts of a review have too, or all of its parts."""
_GATES = frozenset(("paywall", "subscription"))
"""Such names as the part that only subscribers see has, and the notice to all others."""
_KINDS = {name.replace("_", "-"): kind for kind, names in _NAMES.items() for name in names.split()}
_BEFORE = (
    r"(?:(?:entry|post|article|page|site|main|primary|secondary|global|content|story|review|blog|item|"
    r"block|wp|single|social|inline|sticky|floating|mobile|desktop|top|bottom|left|right|js|c|m|o|"
    r"u)[-_]+)*"
)
_AFTER = (
    r"(?:[-_]+(?:list|links|bar|widget|buttons|button|icons|section|area|container|wrapper|wrap|block|"
    r"box|outer|inner|module|posts|articles|stories|items|item|thread|body|text|content|notice|"
    r"banner|signup|cta|form|left|right|first|second|primary|secondary|column|\d+))*"
)
_AFFIXED = re.compile(f"{_BEFORE}(?P<name>.+?){_AFTER}")
_LONGEST_NAME = 60  # characters
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPTION = re.compile(r"(?:wp-|image-|photo-|img-|media-|figure-|picture-)?caption(?:-text)?")
_AUTHOR = re.compile(
    r"(?:entry-|post-|article-|review-)?(?:by-?line|author|autor(?:in)?|auteur)(?:-name)?|p-author|fn"
)
_TITLE = re.compile(
    r"(?:entry|post|article|review|story|topic|thread)-(?:title|headline)|p-name|headline"
)
_DATE = re.compile(
    r"(?:entry-|post-|article-|review-)?(?:date|published|pub-?date|datetime|dateline|time)"
    r"(?:-published)?|dt-published"
)
_WRITER = re.compile(
    r".*/(?:authors?|contributors?|critics?|writers?|columnists?|staff|profiles?|by)/[\w.%-]+/?"
)
_PLAIN_TAGS = frozenset(("html", "body", "main", "table", "tbody", "tr", "p", "em", "strong", "b"))


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page that its mark-up says is not the review.

    Attributes:
        kind: What it is.
        soft: Whether prose in it is kept all the same.
        fewest: Paragraphs of prose in it from which on a soft one is not believed at all.
        gate: Whether it may also be the part of the review behind the notice that it is named for.
        name: What it is named in the mark-up; parts of one name are of one kind.
    """

    kind: AsideKind
    soft: bool = False
    fewest: int = 2
    gate: bool = False
    name: str = ""


def zone_of(tag: str, attributes: Attributes) -> Zone | None:
    """Say what an element begins; None if it may well be the review."""
    if tag in _PLAIN_TAGS:
        return None
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".strip()
    zone = _zone_of_names(names) if names else None
    # A mail marks what it answers in a <div>, and what its writer quotes in a <blockquote>.
    part = tag == "blockquote" or (tag == "article" and zone and zone.kind is not AsideKind.COMMENT)
    if zone and not part:
        return zone
    role = attributes.get("role")
    kind_and_soft = (_ROLES.get(role) if role else None) or _TAGS.get(tag)
    return Zone(*kind_and_soft, name=tag) if kind_and_soft else None


def is_caption(tag: str, attributes: Attributes) -> bool:
    """Whether an element holds the words below a picture."""
    if tag in {"figcaption", "caption"}:
        return True
    return any(map(_CAPTION.fullmatch, (attributes.get("class") or "").lower().split()))


def fact_in(tag: str, attributes: Attributes) -> str:
    """Say which fact an element holds: "title", "author", "writer", "date" or none."""
    property_ = attributes.get("itemprop") or ""
    if property_ in {"author", "datePublished", "headline"}:
        return {"author": "author", "datePublished": "date", "headline": "title"}[property_]
    if tag == "time":
        return "date"
    names = (attributes.get("class") or "").lower().split()
    if attributes.get("rel") == "author" or any(map(_AUTHOR.fullmatch, names)):
        return "author"
    if any(map(_DATE.fullmatch, names)):
        return "date"
    if any(map(_TITLE.fullmatch, names)):
        return "title"
    # A page may link to many writers: see where it is used.
    return "writer" if tag == "a" and _WRITER.fullmatch(attributes.get("href") or "") else ""


@lru_cache(4096)
def _zone_of_names(names: str) -> Zone | None:
    for raw in names.split():
        name = _CAMEL.sub("-", raw).lower().replace("_", "-")
        bare = name if name in _KINDS else _without_affixes(name)
        if bare in _KINDS:
            soft = not _SOFT.isdisjoint((name, bare))
            return Zone(_KINDS[bare], soft, 1, bare in _GATES, bare)
    return None


def _without_affixes(name: str) -> str:
    found = _AFFIXED.fullmatch(name) if len(name) < _LONGEST_NAME else None
    return found["name"] if found else ""

"""Title, author, date and address in the head of a page."""

import json
import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from herreader.importing.decoding import tidy, tidy_line
from herreader.importing.draft import HEAD, Clue, Draft
from herreader.importing.phrases import words_of

_TITLES: tuple[str, ...] = (
    "og:title",
    "twitter:title",
    "dc.title",
    "citation_title",
    "title",
    "parsely-title",
)
_AUTHORS: tuple[str, ...] = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
)
_AUTHORS += ("parsely-author", "sailthru.author", "byl")
_DATES: tuple[str, ...] = (
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
)
_DATES += (
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
)
_ARTICLES = words_of("""
    Article NewsArticle BlogPosting Review CriticReview UserReview ReviewNewsArticle
    OpinionNewsArticle AnalysisNewsArticle ScholarlyArticle SocialMediaPosting Blog
""")
_WRITTEN = frozenset(("written by", "by", "author", "verfasst von", "écrit par", "escrito por"))
_TURNED = re.compile(r"([^,;]{2,40}), ([^,;]{1,40})")
_TURNING = frozenset(("citation_author", "dc.creator", "dcterms.creator"))
"""Metadata of libraries, in which a person's last name comes first."""
_OPENED = re.compile(r"(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?")
"""What XML and old browsers want above data, in a comment or not: `/* <![CDATA[ */`."""
_CLOSED = ("*/", "]]>", "-->", "/*", "//")
"""What stands below them then, from the end on."""
_LARGEST_SCRIPT = 1 << 20
_DEEPEST = 6
_MOST_NAMES = 10


def read_facts(page: LexborHTMLParser, draft: Draft) -> None:
    """Add what the head of a page says to a draft, the most trusted first."""
    for data in _linked_data(page):
        _take_linked_data(data, draft)
    metas = _metas(page)
    draft.site = tidy(metas.get("og:site_name") or draft.site).strip()
    for names, clues in ((_TITLES, draft.titles), (_AUTHORS, draft.authors), (_DATES, draft.dates)):
        clues += [Clue(_value(metas[name], name), name) for name in names if metas.get(name)]
    if writer := _card_writer(metas):
        draft.authors.append(Clue(writer, "twitter:data1"))
    title = page.css_first("head > title")
    if title is not None:
        draft.titles.append(Clue(_text(title.text()), HEAD))
    link = page.css_first("link[rel=canonical]")
    canonical = (link.attributes.get("href") if link is not None else None) or ""
    for address, where in ((canonical, "canonical"), (metas.get("og:url", ""), "og:url")):
        if address.startswith(("http://", "https://")):
            draft.sources.append(Clue(_text(address), where))


def _card_writer(metas: dict[str, str]) -> str:
    """Give who is named on the card that networks show of a page; empty if it names nobody."""
    written = metas.get("twitter:label1", "").lower() in _WRITTEN
    return _text(metas.get("twitter:data1", "")) if written else ""


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    turned: dict[str, dict[str, None]] = {}  # each of several authors has one of their own
    for meta in page.css("meta"):
        attributes = meta.attributes
        names = (attributes.get(key) for key in ("property", "name", "itemprop"))
        name = next(filter(None, names), "").lower()
        content = (attributes.get("content") or "").strip()
        if name in _TURNING and content:
            turned.setdefault(name, {})[_value(content, name)] = None
        elif name and content:
            metas.setdefault(name, content)
    for name, people in turned.items():
        metas[name] = " and ".join(list(people)[:_MOST_NAMES])
    return metas


def _value(words: str, name: str) -> str:
    words = _text(words)
    turned = _TURNED.fullmatch(words) if name in _TURNING else None
    return f"{turned[2]} {turned[1]}" if turned else words


def _text(words: str) -> str:
    # What a site has escaped twice still shows its first escape.
    if "&" in words and ";" in words:
        words = unescape(words)
    return tidy_line(words)


def _linked_data(page: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Give the articles that the page's JSON-LD describes; of films it may tell much more."""
    for script in page.css('script[type="application/ld+json"]'):
        source = script.text()
        if len(source) > _LARGEST_SCRIPT:
            continue
        try:
            value = json.loads(_unwrapped(source), strict=False)
        except (ValueError, RecursionError):
            continue
        named = dict(_named(value))
        for article in _articles(value, 0):
            yield {key: _looked_up(entry, named) for key, entry in article.items()}


def _unwrapped(source: str) -> str:
    """Take off what hides data from those who would run or parse them."""
    data = source.strip()
    if opened := _OPENED.match(data):
        data = data[opened.end() :]
        for mark in _CLOSED:
            data = data.rstrip().removesuffix(mark)
    return data.strip()


def _articles(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _articles(entry, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if _ARTICLES.intersection(map(str, kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for key in ("@graph", "mainEntity", "review"):
            yield from _articles(value.get(key), depth + 1)


def _named(value: object) -> Iterator[tuple[str, object]]:
    """Give what stands by itself in a page's JSON-LD under an id, by which articles mean it."""
    entries = value.get("@graph", [value]) if isinstance(value, dict) else value
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("@id"), str) and "name" in entry:
            yield entry["@id"], entry


def _looked_up(value: object, named: dict[str, object]) -> object:
    """Give what a value means, where it is an id, or a list of these."""
    if isinstance(value, list):
        return [_looked_up_one(entry, named) for entry in value[:_MOST_NAMES]]
    return _looked_up_one(value, named)


def _looked_up_one(value: object, named: dict[str, object]) -> object:
    means = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return named.get(means, value) if isinstance(means, str) else value


def _take_linked_data(data: dict[str, object], draft: Draft) -> None:
    where = "the page's JSON-LD"
    for key, clues in (
        ("headline", draft.titles),
        ("author", draft.authors),
        ("creator", draft.authors),
        ("datePublished", draft.dates),
    ):
        words = ", ".join(_names(data.get(key), 0))
        if words:
            clues.append(Clue(_text(words), where))
    publisher = list(_names(data.get("publisher"), 0))
    if publisher:
        draft.site = draft.site or _text(publisher[0])


def _names(value: object, depth: int) -> Iterator[str]:
    """Give the names in a value: a text, something that has a name, or a list of these."""
    if isinstance(value, str):
        if not value.startswith(("http://", "https://")):
            yield value
    elif isinstance(value, dict):
        yield from _names(value.get("name"), depth + 1) if depth < _DEEPEST else ()
    elif isinstance(value, list) and depth < _DEEPEST:
        for entry in value[:_MOST_NAMES]:
            yield from _names(entry, depth + 1)

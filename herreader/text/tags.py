"""What is mark-up of a page, and what are words in angle brackets, as `<sighs>`."""

import re

_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*)>")
_NAMES = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
blockquote body br button canvas caption center cite code col colgroup command data datalist dd del
details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset
h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label
legend li link listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes
noscript object ol optgroup option output p param path picture plaintext portal pre progress q rb rp
rt rtc ruby s samp script search section select slot small source spacer span strike strong style
sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
video wbr xmp
"""
_ELEMENTS = frozenset(_NAMES.split())
"""The elements of pages, those no longer in use too."""


def is_markup(tag: str) -> bool:
    """Whether what stands in angle brackets is an element of a page, or of what makes pages."""
    found = _TAG.fullmatch(tag)
    return not found or _marks(found)


def with_words_kept(html: str) -> str:
    """Write a part of a page so that words in angle brackets are shown as such."""
    return _TAG.sub(lambda tag: tag[0] if _marks(tag) else f"&lt;{tag[0][1:]}", html)


def _marks(tag: re.Match[str]) -> bool:
    # Components of what makes pages have values or a hyphen; words have neither.
    name, rest = tag["name"].lower(), tag["rest"]
    return name in _ELEMENTS or "-" in name or "=" in rest or rest.rstrip().endswith("/")

"""Whether a text is another version of one that is there, whatever their files are called."""

from collections.abc import Iterable, Iterator

from herreader.importing import Imported
from herreader.model.text import Text, all_blocks
from herreader.reading.library import Library, slug_of

_SAME = 0.8
"""The share of the shorter text's runs of words that stand in both."""
_MOST = 0.6
"""That of the longer one's: what merely holds the text amid much else is no version of it."""
_RUN = 4  # words
_OTHER = 0.1
"""The share of the shorter text's runs below which it is no version of the other."""
_LONG_ENOUGH = 40  # runs; a few lines may be alike by chance
_LOOKED_AT = 4
"""Reviews of the same title that are compared: hundreds may be called "Her"."""


def earlier_version(library: Library, imported: Imported) -> str | None:
    """Give the review of which a text is plainly another version; None if there is none.

    It has the same title, no other author, and nearly the same words.
    """
    slug = slug_of(imported.title)
    called = [slug, *(f"{slug}-{number}" for number in range(2, _LOOKED_AT + 1))]
    bylines = library.bylines(called)
    runs: frozenset[str] | None = None
    for review in (each for each in called if each in bylines):
        byline = bylines[review]
        if byline and imported.author and byline.casefold() != imported.author.casefold():
            continue
        runs = runs or _runs(block.plain for block in imported.blocks)
        if _are_alike(runs, _runs(_plain(library.text(review)))):
            return review
    return None


def has_other_words(library: Library, imported: Imported, review: str) -> bool:
    """Whether a text has hardly any words in common with a review, so that it is no version."""
    runs = _runs(block.plain for block in imported.blocks)
    before = _runs(_plain(library.text(review)))
    shorter = min(len(runs), len(before))
    return shorter >= _LONG_ENOUGH and len(runs & before) < _OTHER * shorter


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    both = len(one & other)
    return shorter >= _LONG_ENOUGH and both >= _SAME * shorter and both >= _MOST * longer


def _runs(texts: Iterable[str]) -> frozenset[str]:
    words = " ".join(texts).casefold().split()
    return frozenset(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _plain(text: Text) -> Iterator[str]:
    return (block.plain for block in all_blocks(text))

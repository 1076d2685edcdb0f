"""Passages as Markdown, to be quoted in a text of the reader's own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from herreader.cli.rows import GONE, BookmarkRow, LinkRow, details_of, origin_of
from herreader.model.room import Scene
from herreader.reading import Reading
from herreader.reading.crossref import Stop
from herreader.reading.facts import is_address
from herreader.text.safe import clean_line

_MARKS = re.compile(r"[\\`*_\[\]<>&|~{}]|(?<=\s)#(?=#*$)")
"""What Markdown takes for a mark wherever it stands, and the `#` that would close a heading."""
_BEGINS = re.compile(r"^(?:(?=[#+=:-])|\d+(?=[.)]))")
"""Where a line would begin a heading, a list or a rule, and what stands there before its sign."""


def quoted_bookmarks(reading: Reading, rows: Iterable[BookmarkRow]) -> Iterator[str]:
    """Give a text with all bookmarks and their notes, review by review, line by line."""
    yield f"# Bookmarks: {_plain(reading.room.title)}"
    for review, found in groupby(rows, key=lambda row: row.review):
        yield from _heading(reading, review)
        for row in found:
            yield from _quotation(row.quote, *details_of(row))
            if row.note:
                yield from ("", _plain(row.note))


def quoted_scene(
    reading: Reading, scene: Scene, stops: Sequence[Stop], lost: Sequence[LinkRow]
) -> Iterator[str]:
    """Give a text with all that the reviews say of a scene, line by line.

    Args:
        reading: The room.
        scene: The scene.
        stops: The passages on it, in the order of the reviews.
        lost: The links by hand whose words are no longer there.
    """
    yield f"# {_plain(scene.title)}"
    if scene.summary:
        yield from ("", _plain(scene.summary))
    quotations: dict[str, list[str]] = defaultdict(list)
    for stop in stops:
        words = "\n".join(_paragraphs(stop))
        quotations[stop.review] += _quotation(words, reading.address(stop.review, stop.start.block))
    for row in lost:
        quotations[row.review] += _quotation(row.quote, GONE)
    for review in reading.room.reviews:
        if review.id in quotations:
            yield from _heading(reading, review.id)
            yield from quotations[review.id]


def _paragraphs(stop: Stop) -> Iterator[str]:
    for _, links in groupby(stop.links, key=lambda link: link.block):
        yield " ".join(link.quote for link in links)


def _heading(reading: Reading, review: str) -> Iterator[str]:
    yield from ("", f"## {_plain(reading.title_of(review))}")
    known = (reading.credit(review), _source(reading, review))
    if any(known):
        yield from ("", _plain(", ".join(filter(None, known))))


def _source(reading: Reading, review: str) -> str:
    """Give where others find a review; not where it lies, if that is a file of the reader's."""
    origin = origin_of(reading, review)
    if origin is None or not (is_address(origin.source) or "source" in origin.by_hand):
        return ""
    return origin.source


def _quotation(quote: str, *details: str) -> Iterator[str]:
    for number, paragraph in enumerate(quote.split("\n")):
        yield from (">" if number else "", f"> {_plain(paragraph)}")
    yield from ("", f"— {_plain(' · '.join(filter(None, details)))}")


def _plain(words: str) -> str:
    """Write words in one line so that Markdown shows them as they stand."""
    return _BEGINS.sub(r"\g<0>\\", _MARKS.sub(r"\\\g<0>", clean_line(words).strip()))

"""Words between places, and places found again by their words."""

from dataclasses import replace

from herreader.model.text import Block, Passage, Place, Text
from herreader.text.search import longest_word

QUOTE = 48
"""Characters that a place keeps of the words at it."""


def place_in(text: Text, block: int, offset: int) -> Place:
    """Give the place at an offset of a block, with the words there; moved inside the text."""
    block = max(1, block)
    found = text.block(block)
    if found is None:
        block = max(1, text.last)
        found = text.block(block)
        if found is None:
            return Place(1, 0)
        offset = len(found.plain)
    offset = max(0, min(offset, len(found.plain)))
    return Place(block, offset, found.plain[offset : offset + QUOTE])


def passage_between(text: Text, start: Place, end: Place) -> Passage:
    """Give the words from one place to another; those of several blocks are joined by newlines."""
    parts: list[str] = []
    for number in range(start.block, end.block + 1):
        block = text.block(number)
        if block is None:
            break
        first = start.offset if number == start.block else 0
        last = end.offset if number == end.block else len(block.plain)
        parts.append(block.plain[first:last])
    quote = "\n".join(parts)
    return Passage(Place(start.block, start.offset, quote[:QUOTE]), end, quote)


def find_place(text: Text, place: Place) -> Place:
    """Find a place again by its words: where it was, in its block, or in the whole text.

    If its words are gone, the place is as near to where it was as the text allows. A negative
    offset, which counts lines above a block's words, is kept if the words still begin a block.
    """
    if place.offset < 0:
        found_words = find_place(text, Place(place.block, 0, place.quote))
        return replace(found_words, offset=found_words.offset or place.offset)
    wanted = Passage(place, Place(place.block, place.offset + len(place.quote)), place.quote)
    found = find_passage(text, wanted)
    return found.start if found else place_in(text, place.block, place.offset)


def find_passage(text: Text, passage: Passage) -> Passage | None:
    """Find a passage again by its words: where it was, in its block, or in the whole text.

    Of several places with the same words, the one nearest to the old block is taken. None if the
    words are not there any more, or if there are none.
    """
    if not passage.quote.strip():
        return None
    where_it_was = passage_at(text, passage.start.block, passage.start.offset, passage.quote)
    if where_it_was is not None:
        return where_it_was
    near = text.block(passage.start.block)
    return (near and _in_block(text, near, passage)) or _anywhere(text, passage)


def find_only(text: Text, quote: str) -> Passage | None:
    """Find words that stand just once in a text; None if they stand nowhere, or more than once."""
    if not quote.strip():
        return None
    found: Passage | None = None
    first_line = quote.partition("\n")[0]
    for block in text.candidates(longest_word(first_line), 1, backwards=False, stop=lambda: False):
        at = block.plain.find(first_line)
        while at >= 0:
            here = passage_at(text, block.number, at, quote)
            if here is not None and found is not None:
                return None
            found = found or here
            at = block.plain.find(first_line, at + 1)
    return found


def _in_block(text: Text, block: Block, passage: Passage) -> Passage | None:
    """Find the words in a block, at the place in it that is nearest to the old one."""
    first_line = passage.quote.split("\n")[0]
    starts: list[int] = []
    at = block.plain.find(first_line)
    while at >= 0:
        starts.append(at)
        at = block.plain.find(first_line, at + 1)
    starts.sort(key=lambda start: abs(start - passage.start.offset))
    found = (passage_at(text, block.number, start, passage.quote) for start in starts)
    return next(filter(None, found), None)


def _anywhere(text: Text, passage: Passage) -> Passage | None:
    first_line = passage.quote.split("\n")[0]
    old = passage.start.block
    best: Passage | None = None
    for block in text.candidates(longest_word(first_line), 1, backwards=False, stop=lambda: False):
        if best is not None and abs(block.number - old) >= abs(best.start.block - old):
            break
        best = _in_block(text, block, passage) or best
    return best


def passage_at(text: Text, number: int, offset: int, quote: str) -> Passage | None:
    """Give the passage with these words at that very offset of a block; None if it has others."""
    if offset < 0:
        return None
    lines = quote.split("\n")
    at = number
    position = offset
    while True:
        block = text.block(at)
        if block is None:
            return None
        # A block's own newlines (hard breaks) are words of it: take as many lines as it has.
        taken = block.plain[position:].count("\n") + 1
        here = "\n".join(lines[:taken])
        if not block.plain.startswith(here, position):
            return None
        lines = lines[taken:]
        if not lines:
            start = Place(number, offset, quote[:QUOTE])
            return Passage(start, Place(at, position + len(here)), quote)
        at, position = at + 1, 0

"""Where the reading cursor goes: by sentence, paragraph, heading; by line through a flow."""

from bisect import bisect_left, bisect_right

from herreader.model.text import Block, BlockKind, Place, Text
from herreader.text.flow import Flow, Line
from herreader.text.sentences import sentence_at, sentences

HEADING_REACH = 2_000
"""Blocks that are looked at for a heading, so that a huge text without any stays quick."""

MOST_STEPS = 10_000
"""Lines or sentences that one key goes at most: in a huge text more of them take seconds."""


def at_most(steps: int) -> int:
    """Give as many steps, on or back, as one key goes."""
    return max(-MOST_STEPS, min(steps, MOST_STEPS))


def sentence_around(text: Text, place: Place) -> tuple[Place, Place]:
    """Give the start and the end of the sentence at a place; a heading is one sentence."""
    block = text.block(place.block)
    if block is None:
        return place, place
    start, end = _sentence(block, place.offset)
    return Place(place.block, start), Place(place.block, end)


def by_sentence(text: Text, place: Place, by: int) -> Place:
    """Go some sentences, MOST_STEPS at most, on or back.

    Back first goes to the start of the one at the place.
    """
    step = _next_sentence if by > 0 else _previous_sentence
    for _ in range(abs(at_most(by))):
        reached = step(text, place)
        if reached == place:
            break  # at an end of the text, however many are left
        place = reached
    return place


def by_paragraph(text: Text, place: Place, by: int) -> Place:
    """Go some blocks on, or back; back first goes to the start of the one at the place."""
    number = place.block + by
    if by < 0 and place.offset > 0:
        number += 1
    if by > 0 and text.block(number) is None:
        number = text.last
    return Place(max(1, number), 0)


def by_heading(text: Text, place: Place, by: int) -> Place:
    """Go to the next heading, or the one before; the place itself if there is none."""
    for _ in range(abs(by)):
        found = _heading(text, place, 1 if by > 0 else -1)
        if found is None:
            break
        place = Place(found.number, 0)
    return place


def section_of(text: Text, place: Place) -> Block | None:
    """Give the heading under which a place stands, if there is one near enough."""
    block = text.block(place.block)
    if block is not None and block.kind is BlockKind.HEADING:
        return block
    return _heading(text, Place(place.block, 0), -1)


def on_line(flow: Flow, line: Line) -> Place:
    """Give the cursor on a line: the first sentence that starts in it, else the line's start."""
    row = flow.row(line)
    block = flow.block(line.block)
    if row.blank:
        return flow.place_of(line)
    for start, _ in _sentences(block):
        if row.start <= start < row.end:
            return Place(line.block, start)
    return Place(line.block, row.start)


def _sentences(block: Block) -> tuple[tuple[int, int], ...]:
    if block.kind is BlockKind.HEADING:
        return ((0, len(block.plain)),)
    return sentences(block.plain)


def _sentence(block: Block, offset: int) -> tuple[int, int]:
    if block.kind is BlockKind.HEADING:
        return 0, len(block.plain)
    return sentence_at(block.plain, offset)


def _next_sentence(text: Text, place: Place) -> Place:
    block = text.block(place.block)
    if block is None:
        return place
    spans = _sentences(block)
    number = bisect_right(spans, place.offset, key=_start_of)
    if number < len(spans):
        return Place(place.block, spans[number][0])
    return Place(place.block + 1, 0) if text.block(place.block + 1) else place


def _previous_sentence(text: Text, place: Place) -> Place:
    number, offset = place.block, place.offset
    if offset == 0:
        number -= 1
        offset = 1 << 62
    block = text.block(number)
    if block is None:
        return place
    spans = _sentences(block)
    before = bisect_left(spans, offset, key=_start_of)
    return Place(number, spans[before - 1][0] if before else 0)


def _start_of(span: tuple[int, int]) -> int:
    return span[0]


def _heading(text: Text, place: Place, step: int) -> Block | None:
    number = place.block + step
    for _ in range(HEADING_REACH):
        block = text.block(number)
        if block is None:
            return None
        if block.kind is BlockKind.HEADING:
            return block
        number += step
    return None

"""Parsed reviews as compact JSON, for the index, and blocks for whoever keeps them.

Blocks are packed to be given all at once, which takes one row; those that are searched are a row
each. Both hold the same fields in the same order, which stand here alone.

What restores them raises one of UNREADABLE for what was never made here.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from herreader.model.links import Link, LinkKind
from herreader.model.room import Answers, Review, When
from herreader.model.text import Block, BlockKind, Run, Style
from herreader.store.database import storable

Packed = str | bytes
UNREADABLE = (ValueError, TypeError, KeyError)

_BLOCK_KINDS = {kind.value: kind for kind in BlockKind}
_STYLES = {style.value: style for style in Style}


def pack_header(review: Review) -> Packed:
    """Pack a review's header, but for its id."""
    answers = review.answers
    return _pack(
        (
            review.title,
            review.byline,
            review.date and str(review.date),
            answers and (answers.title, answers.author, answers.place, answers.date),
            review.words,
            str(review.path),
        )
    )


def unpack_header(review: str, packed: Packed) -> Review:
    """Restore the header of the review of that id."""
    title, byline, day, answers, words, path = json.loads(packed)
    return Review(
        id=review,
        title=title,
        byline=byline,
        date=When.read(day) if day is not None else None,
        answers=Answers(*answers) if answers is not None else None,
        words=words,
        path=Path(path),
    )


def take_apart(block: Block) -> tuple[Any, ...]:
    """Give the fields of a block in the order in which they are kept, as plain values."""
    runs = [(run.start, run.end, run.style.value) for run in block.runs]
    return block.number, block.kind.value, block.plain, runs, block.level, block.gap, block.bullet


def put_together(fields: Sequence[Any]) -> Block:
    """Make a block of what `take_apart` gave."""
    number, kind, plain, runs, level, gap, bullet = fields
    styled = tuple([Run(start, end, _STYLES[style]) for start, end, style in runs])
    return Block(number, _BLOCK_KINDS[kind], plain, styled, level, gap, bullet)


def pack_blocks(blocks: Iterable[Block]) -> Packed:
    """Pack the blocks of a review."""
    return _pack(list(map(take_apart, blocks)))


def unpack_blocks(packed: Packed) -> tuple[Block, ...]:
    """Restore the blocks of a review."""
    return tuple(map(put_together, json.loads(packed)))


def pack_links(links: Iterable[Link]) -> Packed:
    """Pack the links of one review."""
    return _pack(
        [
            (
                link.scene,
                link.block,
                link.start,
                link.end,
                link.quote,
                link.kind,
                link.evidence,
                link.confidence,
                link.continues,
            )
            for link in links
        ]
    )


def unpack_links(review: str, packed: Packed) -> tuple[Link, ...]:
    """Restore the links of the review of that id."""
    return tuple(
        Link(scene, review, block, start, end, quote, LinkKind(kind), evidence, sureness, continues)
        for scene, block, start, end, quote, kind, evidence, sureness, continues in json.loads(
            packed
        )
    )


def _pack(value: Any) -> Packed:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

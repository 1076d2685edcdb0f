"""Which words of a block are linked: the sentences that carry a cue, and those that go on."""
# ruff: noqa: RUF001 (quotation marks are what is looked for here)

import re
from collections.abc import Sequence

from herreader.finding.scoring import Score
from herreader.model.links import Link
from herreader.model.text import Block
from herreader.text.sentences import sentences

MOST = 4
"""The most sentences in a link, unless the cues themselves reach further."""
_FEW = 2

_GOES_ON = re.compile(
    r"[\"“‘'(]*(?:he|she|it|they|this|that|these|those|his|her|its|their|there|here|and|but|so|yet"
    r"|then|neither|nor|both|which|what follows|the (?:scene|shot|moment|image|effect|sequence))\b",
    re.IGNORECASE,
)


def linked_words(plain: str, score: Score, others: Sequence[Score]) -> tuple[int, int]:
    """Give the start and end of the words that speak of the scene.

    Args:
        plain: The block's text.
        score: The scene's, in this block.
        others: The scores of the other scenes that the block surely speaks of.
    """
    spans = sentences(plain)
    first, last = score.first, score.last
    for match in score.matches:
        if max(last, match.last) - min(first, match.first) < MOST:
            first, last = min(first, match.first), max(last, match.last)
    taken = {at for other in others for at in range(other.first, other.last + 1)}
    while last + 1 < len(spans) and last - first + 1 < MOST - 1:
        start, end = spans[last + 1]
        if last + 1 in taken or not _GOES_ON.match(plain[start:end]):
            break
        last += 1
    return spans[first][0], spans[last][1]


def joined(links: Sequence[Link], blocks: dict[int, Block]) -> list[Link]:
    """Mark the links that go on where the one before of their scene ended.

    Where two blocks running speak of one scene, the few sentences between the links are taken in.
    """
    result = list(links)
    latest: dict[str, int] = {}
    for at, link in enumerate(result):
        before = latest.get(link.scene)
        latest[link.scene] = at
        if before is None or result[before].block != link.block - 1:
            continue
        above = _stretched(result[before], blocks[result[before].block], to_end=True)
        below = _stretched(link, blocks[link.block], to_end=False)
        if above and below and above.sure is below.sure:
            result[before] = above._replace(continues=result[before].continues)
            result[at] = below._replace(continues=True)
    return result


def _stretched(link: Link, block: Block, *, to_end: bool) -> Link | None:
    """Widen a link to the end or the start of its block, if only little lies between."""
    spans = sentences(block.plain)
    if to_end:
        between = sum(start >= link.end for start, _ in spans)
        start, end = link.start, spans[-1][1]
    else:
        between = sum(end <= link.start for _, end in spans)
        start, end = spans[0][0], link.end
    if between > _FEW:
        return None
    return link._replace(start=start, end=end, quote=block.plain[start:end])

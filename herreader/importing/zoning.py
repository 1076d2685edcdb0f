"""Which of a page's zones really are not the review: names in mark-up are not always kept to."""

from herreader.importing.draft import Piece
from herreader.importing.page import PageReader
from herreader.importing.rubbish import is_sign_of_comments
from herreader.importing.values import AsideKind
from herreader.importing.zones import Zone

_ENOUGH = 400  # characters of prose: without them outside of all zones, the review is in one
_MOST = 0.6  # of all prose
_LEADING = frozenset(("teaser", "teasers"))
"""Names of what leads to another page; the first words of a review may be called so, too."""


def set_aside(reader: PageReader) -> None:
    """Mark the pieces of a page that stand in a zone that is not the review."""
    prose = [len(piece.plain) if piece.is_prose else 0 for piece in reader.pieces]
    weights = _weights(reader, prose)
    total = sum(prose)
    leading = {
        root
        for piece, zones in zip(reader.pieces, reader.zones, strict=True)
        for root in (zones if piece.linked else ())
    }
    for root in _commented(reader):
        reader.roots[root] = Zone(reader.roots[root].kind)
    for root, zone in enumerate(reader.roots):
        paragraphs, characters = weights[root]
        much = characters > _MOST * total and zone.kind is not AsideKind.COMMENT
        behind = zone.gate and characters >= _ENOUGH  # no notice is as long
        own = zone.name in _LEADING and root not in leading
        reader.released[root] |= much or behind or own or (zone.soft and paragraphs >= zone.fewest)
    _release_until_enough(reader, prose, weights)
    for piece, zones in zip(reader.pieces, reader.zones, strict=True):
        piece.aside = _reason(reader, piece, zones)


def _weights(reader: PageReader, prose: list[int]) -> list[tuple[int, int]]:
    """Count the paragraphs of prose, and their characters, in each zone."""
    counts = [[0, 0] for _ in reader.roots]
    for characters, zones in zip(prose, reader.zones, strict=True):
        for root in zones if characters else ():
            counts[root][0] += 1
            counts[root][1] += characters
    return [(paragraphs, characters) for paragraphs, characters in counts]


def _commented(reader: PageReader) -> set[int]:
    """Give the zones that may be the comments, and in which somebody signs what they say."""
    soft = {
        root
        for root, zone in enumerate(reader.roots)
        if zone.soft and zone.kind is AsideKind.COMMENT
    }
    return {
        root
        for piece, zones in zip(reader.pieces, reader.zones, strict=True)
        for root in (soft.intersection(zones) if soft else ())
        if is_sign_of_comments(piece.plain)
    }


def _release_until_enough(
    reader: PageReader, prose: list[int], weights: list[tuple[int, int]]
) -> None:
    """Let go the zones with most prose, until there is enough for a review.

    Where one of them is not what it is named, no other of that name is; but some comments more are
    no review.
    """

    def order(root: int) -> tuple[bool, int]:
        return reader.roots[root].kind is AsideKind.COMMENT, -weights[root][1]

    for root in sorted(range(len(reader.roots)), key=order)[:20]:
        outside = sum(
            characters
            for characters, zones in zip(prose, reader.zones, strict=True)
            if all(reader.released[zone] or reader.roots[zone].soft for zone in zones)
        )
        if outside >= _ENOUGH or not weights[root][1]:
            return
        reader.released[root] = True
        named = reader.roots[root]
        if named.kind is not AsideKind.COMMENT:
            for other, zone in enumerate(reader.roots):
                reader.released[other] |= zone.name == named.name and weights[other][1] > 0


def _reason(reader: PageReader, piece: Piece, zones: tuple[int, ...]) -> AsideKind | None:
    reason = None
    for root in zones:
        zone = reader.roots[root]
        if not reader.released[root] and not (zone.soft and piece.is_prose):
            reason = zone.kind
            if reason is AsideKind.COMMENT:  # whatever stands within it
                return reason
    return reason

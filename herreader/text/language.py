"""Whether a text is in English, by the words that none can do without."""

from collections.abc import Iterable

from herreader.model.text import Block

ENGLISH = "en"
"""How the header of a room says that."""
_WORDS = (" the ", " and ", " of ", " to ", " is ", " with ")
_APART = 150
"""Characters to a word of these at most: in English they stand 30 to 50 characters apart."""
_LEAST = 300
"""Characters in the shortest text of which the share says anything."""


def is_english(blocks: Iterable[Block]) -> bool:
    """Whether a text is, or may be, in English."""
    plain = " ".join(block.plain for block in blocks).lower()
    return len(plain) < _LEAST or sum(map(plain.count, _WORDS)) * _APART >= len(plain)

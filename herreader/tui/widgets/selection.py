"""What is selected on the page: sentence by sentence with the keys, or with the mouse."""

from typing import NamedTuple

from herreader.model.text import Place


class Selection(NamedTuple):
    """Words that are being selected.

    Attributes:
        begun: Start and end of what it began with: a sentence or, with the mouse, a mere place.
        by_mouse: Whether it follows the mouse and not the cursor.
        dragged: Where the mouse has drawn it to; None before it has.
    """

    begun: tuple[Place, Place]
    by_mouse: bool = False
    dragged: Place | None = None

    @property
    def has_words(self) -> bool:
        """Whether there are any words in it."""
        return not self.by_mouse or self.dragged is not None

    def places(self, sentence: tuple[Place, Place]) -> tuple[Place, Place]:
        """Give its start and end, when the cursor is in that sentence."""
        start, end = self.begun
        if self.by_mouse:
            reached = self.dragged or start
            return min(start, reached), max(start, reached)
        return min(start, sentence[0]), max(end, sentence[1])

    def drawn_to(self, place: Place) -> "Selection":
        """Give it as it is once the mouse has come to a place."""
        start = self.begun[0]
        if place == start:
            return self
        # The character under the mouse belongs to the selection, whichever way it is dragged.
        after = place if place < start else Place(place.block, place.offset + 1)
        return self._replace(dragged=after)

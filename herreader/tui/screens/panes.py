"""Which panes show at which width: a side pane only while the prose keeps its cells."""

from typing import NamedTuple

from textual.widget import Widget

PROSE = 60
"""Cells that the prose keeps before a side pane shows."""

AROUND = 5
"""Cells that the page needs around the prose: the margin and the scroll bar."""

REVIEWS = (25, 36)
SCENES = (30, 46)
"""Least and greatest width of the side panes, in cells."""

PANEL = 44
"""Width of a pane that opens over the page, in cells, where there is as much."""


def panel_width(screen: int) -> int:
    """Give the width of a pane over the page; where little would be left beside it, all there is.

    Args:
        screen: The screen's width, in cells.
    """
    return PANEL if screen >= PANEL + 12 else screen


class Panes(NamedTuple):
    """Which side panes the reader wants to see."""

    reviews: bool = True
    scenes: bool = True
    focus: bool = False

    def to_text(self) -> str:
        """Write it for the session."""
        words = ("reviews", self.reviews), ("scenes", self.scenes), ("focus", self.focus)
        return " ".join(word for word, on in words if on)

    @classmethod
    def from_text(cls, text: str) -> "Panes":
        """Read it from the session."""
        words = text.split()
        return cls("reviews" in words, "scenes" in words, "focus" in words)


class Arrangement(NamedTuple):
    """The widths of the side panes beside the page, in cells; 0 is not beside it."""

    reviews: int
    scenes: int


def arrange(width: int, column: int, panes: Panes) -> Arrangement:
    """Share out the width of a screen.

    Args:
        width: The screen's, in cells.
        column: The width that the reader wants for the prose, in cells.
        panes: What the reader wants to see.
    """
    if panes.focus:
        return Arrangement(0, 0)
    room = width - PROSE - AROUND
    scenes = SCENES[0] if panes.scenes and room >= SCENES[0] else 0
    reviews = REVIEWS[0] if panes.reviews and room - scenes >= REVIEWS[0] else 0
    spare = max(0, width - max(PROSE, column) - AROUND - scenes - reviews)
    if scenes:
        more = min(SCENES[1] - scenes, spare // 3 if reviews else spare // 2)
        scenes, spare = scenes + more, spare - more
    if reviews:
        reviews += min(REVIEWS[1] - reviews, spare // 3)
    return Arrangement(reviews, scenes)


def place_pane(pane: Widget, width: int, *, over: bool) -> bool:
    """Put a pane beside the page, over it, or away; tell whether it covers a part of the page.

    Args:
        pane: The pane.
        width: Its width beside the page, in cells; 0 if there is no room there.
        over: Whether it shows over the page if there is no room beside it.
    """
    opens_over = over and not width
    screen = pane.screen.size.width
    pane.display = bool(width) or opens_over
    pane.set_class(opens_over, "-over")
    pane.styles.width = panel_width(screen) if opens_over else width
    return opens_over and panel_width(screen) < screen

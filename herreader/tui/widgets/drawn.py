"""A widget that draws its own lines: one per pane, however long what it shows."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from herreader.model.text import Block, BlockKind
from herreader.text.cells import cell_len
from herreader.text.layout import lay_out
from herreader.text.safe import clean_line
from herreader.tui.theme import Ink, make_plain_ink


class Drawn(Widget):
    """Keeps the lines that it shows and repaints those that have changed.

    It skips Textual's per-line styling, which costs more than the text itself; so it takes no
    padding, border or opacity from a stylesheet.
    """

    ALLOW_SELECT = False
    ink: var[Ink] = var(make_plain_ink, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._lines: list[Strip] = []
        self._drawn_size = (0, 0)
        self._holds = 0
        self._due = False

    def draw(self, width: int, height: int) -> list[Strip]:
        """Give the lines to show, `height` of them, each `width` cells wide."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw again, and send the lines that differ from those on the screen."""
        if self.is_held:
            self.put_off()
            return
        if not self.is_mounted or not self.size:
            return
        before = self._lines if self._drawn_size == tuple(self.size) else []
        self._draw_now()
        width = self.size.width
        changed = [
            Region(0, y, width, 1)
            for y, line in enumerate(self._lines)
            if y >= len(before) or (before[y] is not line and before[y] != line)
        ]
        if changed:
            self.refresh(*changed)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Draw nothing meanwhile, and once at the end what would have been drawn."""
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            if self._due and not self._holds:
                self._due = False
                self.redraw()

    @property
    def is_held(self) -> bool:
        """Whether drawing has to wait."""
        return self._holds > 0

    def put_off(self) -> None:
        """Draw once nothing holds it back any more."""
        self._due = True

    def redraw(self) -> None:
        """Draw what was held back."""
        self.repaint()

    def on_resize(self) -> None:
        """Draw at the new size."""
        self.repaint()

    def watch_ink(self) -> None:
        """Draw in the new ink."""
        self._lines = []
        self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines in a region of the widget; called by Textual."""
        if self._drawn_size != tuple(self.size):
            self._draw_now()
        filters = self.get_line_filters()
        background = self.background_colors[1]
        strips = []
        for line in self._lines[crop.y : crop.bottom]:
            strip = line if crop.width == line.cell_length else line.crop(crop.x, crop.right)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip)
        return strips

    def _draw_now(self) -> None:
        width, height = self.size
        drawn = self.draw(width, height)
        blank = Strip.blank(width, self.ink.pane)
        self._lines = [*drawn[:height], *([blank] * (height - len(drawn)))]
        self._drawn_size = (width, height)


@contextmanager
def drawn_once(*widgets: Drawn) -> Iterator[None]:
    """Let several changes to widgets be drawn together, at the end."""
    with ExitStack() as stack:
        for widget in widgets:
            stack.enter_context(widget.held())
        yield


def strip_of(pieces: Iterable[tuple[str, Style]], width: int, fill: Style) -> Strip:
    """Make a line of styled pieces, cut or filled to a width in cells; it is safe to show."""
    segments: list[Segment] = []
    room = width
    for piece, style in pieces:
        text = clean_line(piece)
        cells = cell_len(text)
        if cells > room:
            segments.append(Segment(fit(text, room), style))
            room = 0
            break
        segments.append(Segment(text, style))
        room -= cells
    if room:
        segments.append(Segment(" " * room, fill))
    return Strip(segments, width)


def fit(text: str, cells: int) -> str:
    """Cut a text to a width in cells, with an ellipsis if it is longer, and fill it up."""
    if cell_len(text) <= cells:
        return text + " " * (cells - cell_len(text))
    return set_cell_size(text, max(0, cells - 1)) + "…"[:cells]


def wrap_first(text: str, width: int, most: int) -> list[str]:
    """Break a text into lines, and give the first of them; a sign tells that there is more."""
    lines = wrap(text, width)
    if len(lines) <= most:
        return lines
    lines = wrap(text, width - 2)[:most]
    return [*lines[:-1], f"{lines[-1].rstrip()} …"]


def wrap(text: str, width: int) -> list[str]:
    """Break a short text into lines of at most `width` cells."""
    block = Block(1, BlockKind.PARAGRAPH, text, gap=0)
    return [text[row.start : row.end] for row in lay_out(block, max(1, width))]

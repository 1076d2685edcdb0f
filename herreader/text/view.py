"""What of a text is in view: the first line, the cursor, and how both move.

The first line is remembered as a place, so that another width or height keeps the same words at
the top, however often it changes.
"""

from herreader.model.text import Place, Text
from herreader.text.flow import Flow, Line
from herreader.text.motions import at_most, on_line

MARGIN = 2
"""Lines kept in view above and below the cursor, where the height allows."""

END_LINES = 3
"""Lines left free below the text's end, for what is offered there."""

OVERLAP = 2
"""Lines of the old page that stay in view when a page is turned."""


class View:
    """The lines of a text in view, in a column `width` cells wide and `height` lines high."""

    def __init__(self, text: Text, width: int, height: int, head: tuple[str, ...] = ()) -> None:
        self.flow = Flow(text, width, head)
        self.height = max(1, height)
        self.top = Line(1, 0)
        self.cursor = Place(1, 0)
        self._anchor = Place(1, 0)

    @property
    def text(self) -> Text:
        """The text that is shown."""
        return self.flow.text

    @property
    def top_place(self) -> Place:
        """The first place in view."""
        return Place(self._anchor.block, max(0, self._anchor.offset))

    @property
    def anchor(self) -> Place:
        """What stays at the top; a negative offset counts the lines above its block's words."""
        return self._anchor

    @property
    def bottom_place(self) -> Place:
        """The end of the last line in view."""
        shown = self.lines()
        return Place(shown[-1].block, self.flow.row(shown[-1]).end) if shown else Place(1, 0)

    def resize(self, width: int, height: int) -> None:
        """Lay the text out anew; the same words stay at the top."""
        self.height = max(1, height)
        if width != self.flow.width:
            self.flow = Flow(self.text, width, self.flow.head)
            self.top = self._line_at_top(self._anchor)

    def show(self, cursor: Place, top: Place | None = None) -> None:
        """Go to a place; with a top, show it as it was left, else a third down the page."""
        self.cursor = cursor
        if not self.flow.rows(cursor.block):
            self.top = Line(1, 0)
        elif top is not None and self.flow.rows(top.block):
            self.top = self._line_at_top(top)
            self._anchor = top
            self.reveal()
            return
        else:
            line = self._line_at_top(cursor)
            self.top = self.flow.move(line, -(self.height // 3))
        self._settle()

    def lines(self) -> list[Line]:
        """Give the lines in view; fewer than the height if the text ends before."""
        return self.flow.lines_from(self.top, self.height)

    def move_lines(self, by: int) -> None:
        """Move the cursor some lines, MOST_STEPS at most; the page follows."""
        if not self.flow.rows(self.cursor.block):
            return
        line = self.flow.line_of(self.cursor)
        step = 1 if by > 0 else -1
        for _ in range(abs(at_most(by))):
            following = self.flow.text_line(self.flow.move(line, step), step)
            if following == line:
                break
            line = following
        self.cursor = on_line(self.flow, line)
        self.reveal()

    def scroll(self, by: int) -> None:
        """Move the page some lines; the cursor stays in view."""
        self.top = self.flow.move(self.top, by)
        self._settle()
        self._pull_cursor()

    def turn(self, lines: int) -> None:
        """Move page and cursor some lines, MOST_STEPS at most; at an end, the cursor alone."""
        before = self.top
        row = self._cursor_row()
        self.top = self.flow.move(self.top, at_most(lines))
        self._settle()
        if self.top == before:
            self.move_lines(lines)
            return
        shown = self.lines()
        line = self.flow.text_line(shown[min(row, len(shown) - 1)], 1 if lines > 0 else -1)
        self.cursor = on_line(self.flow, line)
        self.reveal()

    def page_lines(self) -> int:
        """Count the lines that a page is turned by."""
        return max(1, self.height - OVERLAP)

    def go(self, place: Place) -> None:
        """Put the cursor somewhere; the page moves only if it has to."""
        self.cursor = place
        self.reveal()

    def reveal(self) -> None:
        """Move the page as little as shows the cursor's line, with a margin; far off, afresh."""
        if not self.flow.rows(self.cursor.block):
            return
        line = self.flow.line_of(self.cursor)
        margin = min(MARGIN, (self.height - 1) // 2)
        row = self.flow.distance(self.top, line, 2 * self.height)
        if abs(row) >= 2 * self.height:
            self.show(self.cursor)
            return
        if row < margin:
            self.top = self.flow.move(self.top, row - margin)
        elif row > self.height - 1 - margin:
            self.top = self.flow.move(self.top, row - (self.height - 1 - margin))
        self._settle()

    def shows_end(self) -> bool:
        """Whether the last line of the text is in view."""
        shown = self.lines()
        return not shown or self.flow.move(shown[-1], 1) == shown[-1]

    def _settle(self) -> None:
        """Keep the page filled at the text's end, and remember its first place."""
        wanted = max(1, self.height - min(END_LINES, self.height // 4))
        shown = self.flow.lines_from(self.top, wanted)
        if shown and len(shown) < wanted:
            self.top = self.flow.move(shown[-1], -(wanted - 1))
        if self.flow.rows(self.top.block):
            self._anchor = self._anchor_of(self.top)

    def _anchor_of(self, line: Line) -> Place:
        place = self.flow.place_of(line)
        above = self.flow.line_of(place).row - line.row
        return Place(place.block, -above) if above > 0 else place

    def _line_at_top(self, place: Place) -> Line:
        """Give the line of an anchor; the text's first words bring the head with them."""
        if place.block == 1 and place.offset <= 0:
            return Line(1, 0)
        line = self.flow.line_of(place)
        return Line(line.block, max(0, line.row + min(0, place.offset)))

    def _cursor_row(self) -> int:
        row = self.flow.distance(self.top, self.flow.line_of(self.cursor), 2 * self.height)
        return max(0, min(row, self.height - 1))

    def _pull_cursor(self) -> None:
        shown = self.lines()
        if not shown:
            return
        line = self.flow.line_of(self.cursor)
        margin = min(MARGIN, (len(shown) - 1) // 2)
        first, last = shown[margin], shown[len(shown) - 1 - margin]
        at_start, at_end = self.top == Line(1, 0), self.shows_end()
        if line < first and not at_start:
            self.cursor = on_line(self.flow, self.flow.text_line(first, 1))
        elif line > last and not at_end:
            self.cursor = on_line(self.flow, self.flow.text_line(last, -1))

"""The reader: the visible lines of one text, a quiet cursor, and a margin with marks."""

import re
from collections.abc import Callable, Mapping

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer

from herreader.model.links import Link
from herreader.model.marks import Bookmark
from herreader.model.text import Place, Text
from herreader.text.layout import offset_at
from herreader.text.motions import by_heading, by_paragraph, by_sentence, sentence_around
from herreader.text.view import View
from herreader.tui.widgets.drawn import Drawn
from herreader.tui.widgets.paint import Column, fit_column
from herreader.tui.widgets.picture import (
    Kept,
    Marks,
    Picture,
    draw_words_below,
    kept_by_block,
    place_on_bar,
)
from herreader.tui.widgets.selection import Selection

WHEEL_LINES = 3
EDGE_SECONDS = 0.05
"""How often the page scrolls on while a selection is dragged past its edge."""


class Page(Drawn, can_focus=True):
    """Draws a text and moves through it; it announces where the eye is, and decides nothing."""

    column_width: var[int] = var(72, init=False)
    links: var[Mapping[int, tuple[Link, ...]]] = var(dict, init=False, always_update=True)
    marks: var[tuple[Bookmark, ...]] = var((), init=False)
    followed: var[str | None] = var(None, init=False)
    pattern: var[re.Pattern[str] | None] = var(None, init=False)
    offer: var[str] = var("", init=False)
    selection: var[Selection | None] = var(None, init=False)

    class Moved(Message):
        """The cursor or the page has moved; who hears it calls `repaint`."""

    class Pulled(Message):
        """The scroll bar was clicked, where it stands for a place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    class Entered(Message):
        """The offer at the end of the text was chosen with the mouse."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.view: View | None = None
        self._column = Column(0, 2, 60)
        self._picture = Picture()
        self._left: tuple[Place, Place | None] | None = None
        self._kept: Mapping[int, tuple[Kept, ...]] = {}
        self._edge: Timer | None = None
        self._edge_step = 0
        self._read = False

    # What is shown

    def show(
        self, text: Text, head: tuple[str, ...], cursor: Place, top: Place | None = None
    ) -> None:
        """Show a text, under its title, at a place; with a top, as it was left."""
        self._fit()
        self.selection = None
        self.view = View(text, self._column.width, max(1, self.size.height), head)
        self._show_at(cursor, top)
        self._picture.forget()
        self._changed(reading=False)

    def take_read(self) -> bool:
        """Whether one has read on since this was asked last, and not only jumped."""
        read, self._read = self._read, False
        return read

    def close_text(self) -> None:
        """Show no text."""
        self.view = None
        self.selection = None
        self.repaint()

    def go(self, place: Place, top: Place | None = None) -> None:
        """Jump to a place in the text shown."""
        if self.view is not None:
            self._show_at(place, top)
            self._changed(reading=False)

    @property
    def cursor(self) -> Place:
        """Where the reader's eye is."""
        return self.view.cursor if self.view else Place(1, 0)

    @property
    def first_line(self) -> Place:
        """What stays at the top of the page, as `View.anchor` has it."""
        return self.view.anchor if self.view else Place(1, 0)

    @property
    def share(self) -> float:
        """How much of the text stands above the page, from 0 to 1; all, once its end is shown."""
        if self.view is None or self.at_end or not self.view.text.size:
            return 1.0
        return self.view.text.units_before(self.view.top_place) / self.view.text.size

    @property
    def at_end(self) -> bool:
        """Whether the end of the text is in view."""
        return self.view is not None and self.view.shows_end()

    # Moving

    def move_lines(self, by: int) -> None:
        """Move the cursor some lines."""
        self._read_on(lambda view: view.move_lines(by))

    def turn_pages(self, by: int) -> None:
        """Turn some pages."""
        self._read_on(lambda view: view.turn(view.page_lines() * by))

    def turn_halves(self, by: int) -> None:
        """Turn some half pages."""
        self._read_on(lambda view: view.turn(max(1, view.height // 2) * by))

    def move_sentences(self, by: int) -> None:
        """Move the cursor some sentences."""
        self._read_on(lambda view: view.go(by_sentence(view.text, view.cursor, by)))

    def move_paragraphs(self, by: int) -> None:
        """Move the cursor some blocks."""
        self._read_on(lambda view: view.go(by_paragraph(view.text, view.cursor, by)))

    def move_headings(self, by: int) -> None:
        """Move the cursor some headings."""
        self._read_on(lambda view: view.go(by_heading(view.text, view.cursor, by)))

    # The selection

    @property
    def selecting(self) -> bool:
        """Whether something is selected."""
        return self.selection is not None

    def select_from_cursor(self) -> None:
        """Start a selection with the cursor's sentence."""
        if self.view is not None:
            self.selection = Selection(sentence_around(self.view.text, self.cursor))
            self.repaint()

    def select(self, start: Place, end: Place) -> None:
        """Select the words between two places, wherever the cursor goes."""
        self.selection = Selection((start, start), by_mouse=True, dragged=end)
        self.repaint()

    def clear_selection(self) -> None:
        """Let the selection go."""
        self.selection = None
        self.repaint()

    def selected(self) -> tuple[Place, Place]:
        """Give the start and end of the selection; without one, of the cursor's sentence."""
        if self.view is None:
            return Place(1, 0), Place(1, 0)
        sentence = sentence_around(self.view.text, self.cursor)
        return sentence if self.selection is None else self.selection.places(sentence)

    # Events

    def on_resize(self) -> None:
        """Lay out what is in view at the new size."""
        self._lay_out()
        if self.view is not None:
            self.post_message(self.Moved())
        self.repaint()

    def watch_column_width(self) -> None:
        """Lay out in the new column."""
        self.on_resize()

    def watch_ink(self) -> None:
        """Draw in the new ink."""
        self._picture.forget()
        super().watch_ink()

    def watch_links(self) -> None:
        """Draw other links."""
        self.repaint()

    def watch_marks(self) -> None:
        """Draw other bookmarks."""
        self._kept = kept_by_block(self.marks)
        self.repaint()

    def watch_followed(self) -> None:
        """Draw another followed scene."""
        self.repaint()

    def watch_pattern(self) -> None:
        """Draw other matches."""
        self.repaint()

    def watch_offer(self) -> None:
        """Draw what is offered at the end."""
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the page down."""
        event.stop()
        self._read_on(lambda view: view.scroll(WHEEL_LINES))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the page up."""
        event.stop()
        self._read_on(lambda view: view.scroll(-WHEEL_LINES))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the mouse is; dragging on selects."""
        if self.view is None or event.button != 1:
            return
        if event.x >= self.size.width - 1:
            self.post_message(self.Pulled(place_on_bar(self.view, event.y)))
            return
        place = self._place_under(event.x, event.y)
        if place is None:
            self.post_message(self.Entered())
            return
        self.clear_selection()
        self.capture_mouse()
        self.selection = Selection((place, place), by_mouse=True)
        self.view.cursor = sentence_around(self.view.text, place)[0]
        self._changed(reading=True)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection; past an edge the page scrolls on."""
        if self.app.mouse_captured is not self or self.selection is None:
            return
        self._edge_step = -1 if event.y < 0 else int(event.y >= self.size.height)
        if self._edge_step and self._edge is None:
            self._edge = self.set_interval(EDGE_SECONDS, self._scroll_at_edge)
        self._drag_to(event.x, event.y)

    def on_mouse_up(self) -> None:
        """End the selection; one without words is none."""
        self.release_mouse()
        if self._edge is not None:
            self._edge.stop()
            self._edge = None
        if self.selection is not None and not self.selection.has_words:
            self.clear_selection()

    # Drawing

    def draw(self, width: int, height: int) -> list[Strip]:
        """Draw the lines in view, and below the text's end what is offered there."""
        if self._drawn_size != (width, height):
            self._lay_out()  # the first frame of a size comes before the event that tells of it
        strips: list[Strip] = []
        words = self.offer
        if self.view is not None and self.view.flow.rows(1):
            marks = Marks(
                links=self.links,
                kept=self._kept,
                followed=self.followed,
                pattern=self.pattern,
                cursor=self.cursor,
                eye=self.selected(),
                selecting=self.selecting,
            )
            strips = self._picture.draw(self.view, self._column, self.ink, marks, width)
        elif self.view is not None:
            words = "This text is empty."
        return draw_words_below(strips, words, self._column, self.ink, (width, height))

    # Small steps

    def _show_at(self, cursor: Place, top: Place | None) -> None:
        if self.view is not None:
            self.view.show(cursor, top)
            # Before the first frame there is no size to show it at; it is shown again then.
            self._left = None if self.size else (cursor, top)

    def _lay_out(self) -> None:
        self._fit()
        self._picture.forget()
        if self.view is None:
            return
        self.view.resize(self._column.width, max(1, self.size.height))
        if self._left and self.size:
            self.view.show(*self._left)
            self._left = None

    def _fit(self) -> None:
        self._column = fit_column(self.size.width, self.column_width)

    def _read_on(self, move: Callable[[View], object]) -> None:
        if self.view is not None:
            move(self.view)
            self._changed(reading=True)

    def _changed(self, *, reading: bool) -> None:
        # Not drawn here but by who hears it, together with all that follows from the move: a
        # second frame would wait for Textual's next sixtieth of a second.
        self._read |= reading
        self.post_message(self.Moved())

    def _place_under(self, x: int, y: int) -> Place | None:
        """Give the place at a cell of the pane; None below the end of the text."""
        shown = self.view.lines() if self.view else []
        if self.view is None or y >= len(shown):
            return None
        line = shown[max(0, y)]
        row = self.view.flow.row(line)
        if row.blank:
            return self.view.flow.place_of(line)
        plain = self.view.flow.block(line.block).plain
        cell = max(0, x - self._column.left - self._column.margin)
        return Place(line.block, offset_at(plain, row, cell))

    def _drag_to(self, x: int, y: int) -> None:
        place = self._place_under(x, max(0, min(y, self.size.height - 1)))
        if place is not None and self.selection is not None:
            self.selection = self.selection.drawn_to(place)
            self.repaint()

    def _scroll_at_edge(self) -> None:
        if self.view is not None and self._edge_step:
            self.view.scroll(self._edge_step)
            self._drag_to(self.size.width, self.size.height if self._edge_step > 0 else 0)

"""Moving: through the text, or through the list that has the focus."""

from typing import TYPE_CHECKING

from herreader.model.text import Place
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.commands.scene import SceneCommands
from herreader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


class ReadCommands(Handler):
    """Moves the cursor; a list that has the focus takes the moves that make sense in it."""

    def __init__(self, screen: "ReadingScreen", scenes: SceneCommands) -> None:
        super().__init__(screen)
        self._scenes = scenes

    def line_down(self, count: int | None) -> None:
        """Move a line down."""
        self._lines(count or 1)

    def line_up(self, count: int | None) -> None:
        """Move a line up."""
        self._lines(-(count or 1))

    def sentence_next(self, count: int | None) -> None:
        """Move a sentence on."""
        self.screen.page.move_sentences(count or 1)

    def sentence_previous(self, count: int | None) -> None:
        """Move a sentence back."""
        self.screen.page.move_sentences(-(count or 1))

    def paragraph_next(self, count: int | None) -> None:
        """Move a paragraph on."""
        self.screen.page.move_paragraphs(count or 1)

    def paragraph_previous(self, count: int | None) -> None:
        """Move a paragraph back."""
        self.screen.page.move_paragraphs(-(count or 1))

    def heading_next(self, count: int | None) -> None:
        """Move to the next heading."""
        self.screen.page.move_headings(count or 1)

    def heading_previous(self, count: int | None) -> None:
        """Move to the heading before."""
        self.screen.page.move_headings(-(count or 1))

    def page_down(self, count: int | None) -> None:
        """Turn a page."""
        self._pages(count or 1)

    def page_up(self, count: int | None) -> None:
        """Turn a page back."""
        self._pages(-(count or 1))

    def half_down(self, count: int | None) -> None:
        """Move half a page down."""
        self._halves(count or 1)

    def half_up(self, count: int | None) -> None:
        """Move half a page up."""
        self._halves(-(count or 1))

    def first(self, _count: int | None) -> None:
        """Go to the start."""
        if self.screen.rows is not None:
            self.screen.rows.move_to_end(first=True)
        else:
            self.screen.jump(self.screen.review, Place(1, 0))

    def last(self, count: int | None) -> None:
        """Go to the end, or to a block by its number."""
        screen = self.screen
        if screen.rows is not None:
            screen.rows.move_to_end(first=False)
        elif screen.text is not None and count is not None:
            screen.jump(screen.review, Place(count, 0))
        elif screen.text is not None:
            last = screen.text.block(screen.text.last)
            offset = max(0, len(last.plain) - 1) if last else 0
            screen.jump(screen.review, Place(max(1, screen.text.last), offset))

    def enter(self, _count: int | None) -> None:
        """Open a list's entry; in the reader, the next review or the scene under the cursor."""
        screen = self.screen
        if screen.rows is not None:
            screen.choose_in(screen.rows)
            return
        at_end = screen.text is not None and screen.page.at_end
        following = screen.reading.next_unread(screen.review) if at_end else None
        if following is not None:  # as the page offers there
            screen.note_read()  # whoever goes on from the end is done with it
            screen.jump(following.id)
        else:
            self._scenes.follow(None)

    def choose(self, chosen: Rows.Chosen) -> None:
        """Open what was chosen in one of the side panes."""
        rows = chosen.rows
        screen = self.screen
        if rows is screen.reviews_pane:
            screen.jump(chosen.item.id)
        elif rows is screen.scenes_pane:
            self._scenes.go(chosen.item.slug)
        elif rows is screen.preview_pane:
            self._scenes.go_previewed(chosen.item)

    def _lines(self, by: int) -> None:
        if self.screen.rows is not None:
            self.screen.rows.move(by)
        else:
            self.screen.page.move_lines(by)

    def _pages(self, by: int) -> None:
        if self.screen.rows is not None:
            self.screen.rows.move_pages(by)
        else:
            self.screen.page.turn_pages(by)

    def _halves(self, by: int) -> None:
        if self.screen.rows is not None:
            self.screen.rows.move_pages(by)
        else:
            self.screen.page.turn_halves(by)

"""The room on the screen: its panes, the state handed down to them, and what the reader is told."""

import re
from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.timer import Timer

from herreader.errors import StoreError
from herreader.keys import Keymap
from herreader.model.marks import Bookmark, Progress
from herreader.model.room import Review, Scene
from herreader.text.safe import clean, clean_line
from herreader.tui.screens.hints import Told, hints_for
from herreader.tui.screens.keyed import KeyedScreen
from herreader.tui.screens.panes import Panes, arrange, place_pane
from herreader.tui.theme import Ink, make_plain_ink
from herreader.tui.widgets.bars import Bar, HintLine, StatusLine
from herreader.tui.widgets.page import Page
from herreader.tui.widgets.prompt import Prompt
from herreader.tui.widgets.reviews import ReviewsPane
from herreader.tui.widgets.rows import Rows
from herreader.tui.widgets.scenes import Counts, PreviewPane, ScenesPane

TALL = 30
"""Lines from which on the bars have a free line beside the page."""

NOTICE_SECONDS = 5.0

TOLD_AT_ONCE = 4
"""Problems that are told of in one notice."""

COLUMN = 72
"""Width of the prose in cells, until the reader changes it."""


class RoomScreen(KeyedScreen[None]):
    """Holds the session's state and hands it down; arranges the panes."""

    ink: var[Ink] = var(make_plain_ink, init=False)
    reviews: var[tuple[Review, ...]] = var((), init=False)
    scenes: var[tuple[Scene, ...]] = var((), init=False)
    counts: var[Mapping[str, Counts]] = var(dict, init=False)
    review: var[str] = var("", init=False)
    progress: var[Mapping[str, Progress]] = var(dict, init=False, always_update=True)
    bookmarks: var[tuple[Bookmark, ...]] = var((), init=False)
    marks: var[tuple[Bookmark, ...]] = var((), init=False)
    chosen: var[str | None] = var(None, init=False)
    followed: var[str | None] = var(None, init=False)
    here: var[frozenset[str]] = var(frozenset[str], init=False)
    step: var[str] = var("", init=False)
    why: var[str] = var("", init=False)
    pattern: var[re.Pattern[str] | None] = var(None, init=False)
    column_width: var[int] = var(COLUMN, init=False)
    panes: var[Panes] = var(Panes, init=False)
    panel: var[str] = var("", init=False)
    notice: var[str] = var("", init=False)

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(keymap)
        self.blind = False
        """Whether the reader has been told that the store can't be read just now."""
        self._notice_timer: Timer | None = None

    def look(self) -> None:
        """Work out what follows from where the reader's eye is."""
        raise NotImplementedError

    def told(self) -> Told:
        """Give the commands that are told of where the reader is."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        cls = RoomScreen
        yield StatusLine(id="status").data_bind(cls.ink)
        with Horizontal(id="room"):
            yield Page(id="page").data_bind(
                cls.ink, cls.column_width, cls.marks, cls.followed, cls.pattern
            )
            yield ReviewsPane(id="reviews").data_bind(
                cls.ink, cls.reviews, cls.progress, cls.bookmarks, open_review=cls.review
            )
            with Vertical(id="side"):
                yield ScenesPane(id="scenes").data_bind(
                    cls.ink, cls.scenes, cls.counts, cls.here, cls.followed, cls.step, cls.why
                )
                yield PreviewPane(id="preview").data_bind(cls.ink)
        yield HintLine(id="hints").data_bind(cls.ink, cls.notice)
        yield Prompt(id="prompt")

    # The panes

    @property
    def page(self) -> Page:
        """The reader."""
        return self.query_one("#page", Page)

    def base(self) -> Page:
        """Give the page."""
        return self.page

    @property
    def reviews_pane(self) -> ReviewsPane:
        """The list of reviews."""
        return self.query_one("#reviews", ReviewsPane)

    @property
    def scenes_pane(self) -> ScenesPane:
        """The list of scenes."""
        return self.query_one("#scenes", ScenesPane)

    @property
    def preview_pane(self) -> PreviewPane:
        """What the other reviews say."""
        return self.query_one("#preview", PreviewPane)

    @property
    def prompt(self) -> Prompt:
        """The line to type into."""
        return self.query_one("#prompt", Prompt)

    @property
    def rows(self) -> Rows | None:
        """The list that has the focus, if one has."""
        return self.focused if isinstance(self.focused, Rows) else None

    def is_away_from_page(self) -> bool:
        """Whether the list in focus lies over the page, or has other words of reviews in it."""
        return self.rows is not None and (bool(self.panel) or self.rows is self.preview_pane)

    def scene_meant(self) -> str | None:
        """Give the scene that the reader most likely means: the one shown or followed."""
        return self.scene_in_pane() or self.followed

    def scene_in_pane(self) -> str | None:
        """Give the scene under the list's cursor, while the reader is at the scenes."""
        scene = self.scenes_pane.current()
        inside = self.focused in (self.scenes_pane, self.preview_pane)
        return scene.slug if scene and inside else None

    # Telling the reader

    def complain_once(self, error: StoreError) -> None:
        """Tell that the store can't be read, which every move and every look at it would find."""
        if not self.blind:
            self.complain(error)
        self.blind = True

    def say(self, words: str) -> None:
        """Tell the reader something for a few seconds."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
        self.notice = clean_line(words)
        self._notice_timer = self.set_timer(NOTICE_SECONDS, self._be_silent)

    def warn(self, lines: Sequence[str]) -> None:
        """Tell what is not as it should be, if anything is."""
        if lines:
            words = clean("\n".join(_shortened(lines)))
            self.app.notify(words, severity="warning", timeout=12, markup=False)

    def _be_silent(self) -> None:
        self.notice = ""

    def show_pending(self, pending: str) -> None:
        """Show what has been typed of a command."""
        self.query_one("#hints", HintLine).pending = pending

    # Arranging the panes

    def scenes_beside(self) -> bool:
        """Whether the scenes are in view."""
        return bool(self.query_one("#side").display)

    def on_descendant_focus(self) -> None:
        """Close the panel that was left, and tell what keys do here."""
        if self.focused is self.page:
            self.panel = ""
        elif self.rows is not None:
            self.panel = self._panel_of(self.rows)
            self.look()  # under the list's cursor may be another scene
        self.tell_keys()

    def tell_keys(self) -> None:
        """Tell at the foot what keys do in the pane that has the focus."""
        self.query_one("#hints", HintLine).hints = hints_for(self.keymap, self.told())

    def on_resize(self) -> None:
        """Share out the new width; the pane in which the reader is stays in view."""
        if self.rows is not None:
            self.set_reactive(RoomScreen.panel, self._panel_of(self.rows))
        self.arrange_panes()

    def _panel_of(self, rows: Rows) -> str:
        """Name the pane that has to lie over the page for a list to be seen; none if none has."""
        name = "reviews" if rows is self.reviews_pane else "scenes"
        beside = arrange(self.size.width, self.column_width, self.panes)
        return "" if getattr(beside, name) else name

    def watch_reviews(self) -> None:
        """Tell of what can be done with them, or without any."""
        self.tell_keys()

    def watch_panes(self) -> None:
        """Share out the width among the panes wanted now."""
        self.arrange_panes()

    def watch_panel(self) -> None:
        """Open or close the panel."""
        self.arrange_panes()

    def arrange_panes(self) -> None:
        """Put each pane beside the page, over it, or away."""
        if not self.children:
            return
        # Before the first frame only the app knows how large it will be.
        size = self.size or self.app.size
        arrangement = arrange(size.width, self.column_width, self.panes)
        reviews, side = self.reviews_pane, self.query_one("#side")
        partly = place_pane(reviews, arrangement.reviews, over=self.panel == "reviews")
        reviews.edge = "right" if partly else ""
        partly = place_pane(side, arrangement.scenes, over=self.panel == "scenes")
        self.scenes_pane.edge = self.preview_pane.edge = "left" if partly else ""
        # A tall screen has room for a free line above the page and below it.
        for bar in self.query(Bar):
            bar.styles.height = 2 if size.height >= TALL else 1
        self.look()


def _shortened(lines: Sequence[str]) -> list[str]:
    """Give the first lines of a longer message, and how many there are more."""
    if len(lines) <= TOLD_AT_ONCE:
        return list(lines)
    return [*lines[:TOLD_AT_ONCE], f"And {len(lines) - TOLD_AT_ONCE} more."]

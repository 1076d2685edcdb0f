"""The reading room: the reviews, the page and the scenes, and what is open in them."""

from dataclasses import replace
from functools import cached_property, partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from herreader.errors import HerreaderError, StoreError
from herreader.keys import Pressed
from herreader.model.links import Link
from herreader.model.marks import Progress
from herreader.model.text import Place, Text
from herreader.reading import Reading
from herreader.reading.crossref import CrossReference
from herreader.reading.history import History, Visit
from herreader.reading.reasons import why
from herreader.settings import Settings
from herreader.text.counting import DOTS
from herreader.text.quotation import find_place, place_in
from herreader.text.streamed import StreamedText
from herreader.tui.screens.beginning import open_first, restore_looks
from herreader.tui.screens.finding_again import FIRST_SECONDS, FindingAgain
from herreader.tui.screens.following import describe_step, links_at, preview_of
from herreader.tui.screens.foot import offer_at_end, told_to
from herreader.tui.screens.hints import Told, hint_for
from herreader.tui.screens.keeper import PlaceKeeper, read_visit
from herreader.tui.screens.keyed import WATCH_SECONDS
from herreader.tui.screens.renewal import take_over, take_over_from_elsewhere
from herreader.tui.screens.room import RoomScreen
from herreader.tui.screens.status import room_line, status_of
from herreader.tui.widgets.bars import HintLine, StatusLine
from herreader.tui.widgets.drawn import drawn_once
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.page import Page
from herreader.tui.widgets.reviews import head_of
from herreader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from herreader.tui.screens.commands import Handlers


class ReadingScreen(RoomScreen):
    """Follows the reader's eye, and makes one call to `reading` for each act."""

    def __init__(self, reading: Reading, settings: Settings, start: str | None) -> None:
        super().__init__(settings.keymap)
        self.reading = reading
        self.history = History()
        self.origin: Visit | None = None
        self.text: Text | None = None
        self.version = ""
        self.crossref: CrossReference | None = None
        """The links shown; another one when they have changed."""

        self._previewed: tuple[CrossReference, str | None, str] | None = None
        self.keeper = PlaceKeeper(reading, self.set_timer, self.take_over, self.complain)
        self._settings = settings
        self._start = start
        self._leaving = Event()
        self._drawn = False  # until the page is on the screen

    # Opening and going

    def on_mount(self) -> None:
        """Open what the reader asked for, or what the last session left."""
        reading = self.reading
        self.query_one("#hints", HintLine).last = hint_for(self.keymap, "app.help", "help")
        self.scenes = reading.room.scenes
        self.query_one("#status", StatusLine).room = room_line(reading)
        session = self._session()
        reading.show_unsure(shown=bool(session.get("unsure")))
        self.take_over()
        restore_looks(self, session)
        self.set_focus(self.page)
        open_first(self, read_visit(session), self._start)
        self.call_after_refresh(self._see)
        self.watch(self.page, "selection", self.tell_keys, init=False)
        self.set_interval(WATCH_SECONDS, self._watch_store)
        self.set_timer(FIRST_SECONDS, FindingAgain(self).begin)
        for lines in (reading.notices, reading.problems, self._settings.problems):
            self.warn(lines)

    def on_unmount(self) -> None:
        """Keep the last place, and end what goes on aside."""
        self._leaving.set()
        self._handlers.find.cancel()
        self.keeper.flush()

    def open(self, review: str, place: Place | None = None, top: Place | None = None) -> bool:
        """Show a review at a place, or where reading it was left; False if it can't be read.

        A place that has words with it is found by them.
        """
        self._note_reading_on()
        self.keeper.flush()
        try:
            version = self.reading.version_of(review)  # first: should it change now, it is seen
            text = self.text if review == self.review else self.reading.text(review)
        except HerreaderError as error:
            self.complain(error)
            return False
        if text is None:
            return False
        left = self.reading.progress.get(review)
        if place is None and left is not None:
            place, top = left.place, left.top
        # By their words, since the text may be another one than that in which they were seen.
        place = find_place(text, place or Place(1, 0))
        top = find_place(text, top) if top is not None else None
        page = self.page
        if text is self.text and page.view is not None:
            page.go(place, top)
        else:
            self.text, self.review, self.version = text, review, version
            self._count_ahead(text)
            self.take_over()
            self.scenes_pane.open_index = self.reading.number_of(review)
            page.show(text, head_of(self.reading.review(review)), place, top)
            page.links = self._links_in(review)
        self.look()
        self.keeper.at(self.visit())
        return True

    def jump(self, review: str, place: Place | None = None, top: Place | None = None) -> bool:
        """Go somewhere else, and `back` returns here; False if it can't be read."""
        left = self.visit()
        if not self.open(review, place, top):
            return False
        if left.review:
            self.history = self.history.leave(left)
        self.set_focus(self.page)
        self.panel = ""
        return True

    def visit(self) -> Visit:
        """Give where the reader is."""
        if self.text is None:
            return Visit("", Place(1, 0), Place(1, 0))
        cursor, top = self.page.cursor, self.page.first_line
        quoted = place_in(self.text, top.block, top.offset)
        return Visit(
            self.review,
            place_in(self.text, cursor.block, cursor.offset),
            replace(top, quote=quoted.quote),
        )

    def keep_place(self) -> None:
        """Keep where the reader is, though the news of a move may still be on its way."""
        if self.text is not None:
            self.keeper.at(self.visit())
        self._note_reading_on()
        self.keeper.flush()

    def open_reference(self, reference: str) -> None:
        """Go to a review, a scene or an address.

        A number alone is a block of the open review.

        Raises:
            HerreaderError: If the room has none of that name.
        """
        if reference.strip().isdecimal():
            reference = f"{self.review}:{reference.strip()}"
        target = self.reading.resolve(reference)
        if target.scene is not None:
            self.follow(target.scene)
        self.jump(target.review, target.place)

    def follow(self, scene: str) -> None:
        """Follow a scene; where one was not followed yet is the origin to return to."""
        if self.chosen is None:
            self.origin = self.visit()
        self.chosen = scene

    # What follows from where the eye is

    def look(self) -> None:
        """Work out what follows from the cursor's place: scenes, step, status, preview."""
        if self.text is None or not self.reading.has(self.review):
            return
        try:
            with drawn_once(self.page, self.scenes_pane, self.preview_pane):
                self._look(self.text)
                self._tell_end()
        except StoreError as error:
            self.complain_once(error)
        else:
            self.blind = False

    def _look(self, text: Text) -> None:
        crossref = self.reading.crossref
        scenes = crossref.scenes_at(self.review, *self.page.selected())
        self.here = frozenset(scene.slug for scene in scenes)
        self.followed = self.chosen or next((scene.slug for scene in scenes), None)
        here = links_at(self.reading, self.review, *self.page.selected(), self.followed)
        self.why = why(here[0]) if here and here[0].scene == self.followed else ""
        status = self.query_one("#status", StatusLine)
        status.status = status_of(self.reading, self.review, text, self.page)
        if len(self.reviews) > DOTS and not self._drawn:
            return  # what thousands say on a scene waits until there is a page to read
        self.step = describe_step(self.reading, self.followed, self.review, self.page.cursor)
        shown = self.followed if not self.scenes_beside() else None
        status.scene = f"● {crossref.scene(shown).title} · {self.step}" if shown else ""
        self.show_preview(self.scene_meant())

    def _see(self) -> None:
        self._drawn = True
        self.look()

    def show_preview(self, slug: str | None) -> None:
        """Show what the other reviews say on a scene."""
        shown = (self.reading.crossref, slug, self.review)
        if shown != self._previewed:
            self._previewed = shown
            self.preview_pane.show(preview_of(self.reading, slug, self.review))

    def take_over(self) -> None:
        """Hand down reviews, links, bookmarks and progress as they are in the store now."""
        try:
            take_over(self)
        except HerreaderError as error:
            self.complain(error)

    def catch_up(self) -> None:
        """Read the store anew: what was to be changed is no longer as it was."""
        self.attempt(self.reading.reload)
        self.take_over()

    def close_text(self) -> None:
        """Show no review."""
        self.keeper.flush()
        self.text, self.review = None, ""
        self.page.close_text()
        status = self.query_one("#status", StatusLine)
        status.status, status.scene = (), ""

    # Commands and events

    @cached_property
    def _handlers(self) -> "Handlers":
        from herreader.tui.screens.commands import Handlers  # after the first paint

        return Handlers(self)

    def perform(self, pressed: Pressed) -> None:
        """Do what a command says."""
        self.notice = ""
        if not pressed.command.startswith("read."):
            self.look()  # the news of a move typed just before may still be on its way
        self.attempt(lambda: self._handlers.carry_out(pressed))
        if self.rows is not None:
            self.tell_keys()  # in the frame in which a list moves, not in the next one

    def on_page_moved(self) -> None:
        """Follow the eye, and note what has been read."""
        if self.text is None:
            return
        with drawn_once(self.page):
            self.look()
            self.page.repaint()
        self.keeper.at(self.visit())
        self._note_reading_on()

    def _note_reading_on(self) -> None:
        """Note it if one has read on; before going elsewhere, too.

        The news of a move may still be on its way by then, when keys are typed ahead.
        """
        if self.text is not None and self.page.take_read():
            self.note_read()

    def note_read(self) -> None:
        """Note how far the review has been read, and where the reader is in it."""
        visit = self.visit()
        share, finished = self.page.share, self.page.at_end
        self.keeper.read(Progress(self.review, visit.place, visit.top, share, finished))

    def on_page_pulled(self, message: Page.Pulled) -> None:
        """Jump to where the scroll bar was clicked."""
        if self.end_prompt():
            self.jump(self.review, message.place)

    def on_page_entered(self) -> None:
        """Take up the offer at the end of the text."""
        if self.end_prompt():
            self.perform(Pressed("read.enter"))

    def choose(self, chosen: Rows.Chosen) -> None:
        """Open what was chosen in a list."""
        self.attempt(lambda: self._handlers.read.choose(chosen))
        if isinstance(chosen.rows, FilteredRows):
            chosen.rows.filter = ""

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Show what is said on the scene, or can be done with the review, under the cursor."""
        if message.rows is self.scenes_pane:
            self.attempt(lambda: self.show_preview(self.scene_in_pane()))
        self.tell_keys()

    def watch_chosen(self) -> None:
        """Follow another scene."""
        self.look()

    def told(self) -> Told:
        """Give the commands that are told of where the reader is."""
        return told_to(self)

    # Small steps

    def _tell_end(self) -> None:
        self.page.offer = offer_at_end(self) if self.text and self.page.at_end else ""

    def _links_in(self, review: str) -> dict[int, tuple[Link, ...]]:
        """Give a review's links by block; it is shown without if they can't be read."""
        try:
            return self.reading.crossref.by_block(review)
        except StoreError:  # `look` needs them too, and tells
            return {}

    def _count_ahead(self, text: Text) -> None:
        """Count the blocks of a large text aside, so that going to its end is quick."""
        if isinstance(text, StreamedText):
            count = partial(text.count_ahead, self._leaving.is_set)
            self.call_after_refresh(Thread(target=count, daemon=True).start)

    def session_value(self, name: str) -> str:
        """Give what was kept of how the room looks, such as its theme; empty if nothing was."""
        try:
            return self.reading.session().get(name, "")
        except StoreError:  # told once the screen is there to tell it
            return ""

    def keep_theme(self, name: str) -> None:
        """Remember the theme for the next launch."""
        self._handlers.view.keep(theme=name)

    def _session(self) -> dict[str, str]:
        try:
            return self.reading.session()
        except StoreError as error:
            self.complain(error)
            return {}

    def _watch_store(self) -> None:
        try:
            if self.reading.refresh() or self.crossref is not self.reading.crossref:
                take_over_from_elsewhere(self)
        except StoreError as error:
            self.complain_once(error)

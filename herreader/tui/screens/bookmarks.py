"""All bookmarks over all reviews: to look through, filter, go to, note, delete."""

from collections.abc import Callable
from contextlib import suppress

from textual.app import ComposeResult

from herreader.errors import StoreError
from herreader.keys import Keymap, Pressed
from herreader.model.marks import Bookmark
from herreader.model.room import Scene
from herreader.reading import Reading
from herreader.tui.screens.keyed import WATCH_SECONDS, ListScreen
from herreader.tui.screens.noting import ask_for_note, keep_note
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.prompt import SHOW_ALL, Answer, Prompt
from herreader.tui.widgets.rows import Entry, Pieces, Rows

QUOTE_LINES = 3
HINTS = (
    ("read.enter", "go there"),
    ("bookmark.note", "note"),
    ("bookmark.delete", "delete"),
    ("bookmark.undo", "undo"),
    ("find.start", "filter"),
)


class BookmarkRows(FilteredRows[Bookmark]):
    """The bookmarks: quotation, review, section, scenes, note."""

    def __init__(self, reading: Reading, nothing: str) -> None:
        self.nothing = nothing
        super().__init__(id="bookmarks")
        self._reading = reading

    def everything(self) -> tuple[Bookmark, ...]:
        """Give all bookmarks."""
        return self._reading.bookmarks

    def identity(self, item: Bookmark) -> int:
        """Give a bookmark's number: its note and its place may change."""
        return item.id

    def searched(self, item: Bookmark) -> str:
        """Give a bookmark's words, and what is at hand on it."""
        return " ".join((item.passage.quote, item.note, *self._facts(item)))

    def mentions(self, item: Bookmark, word: str) -> bool:
        """Whether a word is in the names of a bookmark's scenes, which have to be looked for."""
        return word in " ".join(self._about(item)).casefold()

    def tell(self) -> None:
        """Say how many bookmarks are let through; if none is, why."""
        count, shown = len(self.everything()), len(self.shown())
        of = f"{shown:,} of {count:,}" if shown != count else f"{count:,}"
        self.title = f"Bookmarks · {of}" if count else "Bookmarks"
        self.empty = f"No bookmark matches “{self.filter}”." if count else self.nothing

    def entry(self, item: Bookmark, width: int) -> Entry:
        """Give the entry of a bookmark."""
        ink = self.ink
        quote = wrap(item.passage.quote.replace("\n", " "), width - 6)
        if len(quote) > QUOTE_LINES:
            quote = [*quote[: QUOTE_LINES - 1], quote[QUOTE_LINES - 1].rstrip() + " …"]
        lines: list[Pieces] = [
            ((" ★ " if number == 0 else "   ", ink.pane_accent), (line, ink.pane))
            for number, line in enumerate(quote)
        ]
        lines += [
            (("   ", ink.pane), (line, ink.pane_muted))
            for line in wrap(" · ".join((*self._facts(item), *self._about(item))), width - 6)
        ]
        return Entry((*lines, ()))

    def _facts(self, mark: Bookmark) -> tuple[str, ...]:
        """Say where a bookmark stands."""
        lost = "" if mark.placed else "unplaced: its words are no longer in the review"
        parts = (lost, self._reading.title_of(mark.review), mark.section)
        return tuple(part for part in parts if part)

    def _about(self, mark: Bookmark) -> tuple[str, ...]:
        """Say of which scenes a bookmark speaks, and what the reader has noted on it."""
        scenes = tuple(f"● {scene.title}" for scene in self._scenes(mark))
        return (*scenes, f"“{mark.note}”") if mark.note else scenes

    def _scenes(self, mark: Bookmark) -> tuple[Scene, ...]:
        try:
            return self._reading.scenes_of(mark.passage, mark.review) if mark.placed else ()
        except StoreError:  # the list itself is at hand; on the page it is told
            return ()


class BookmarksScreen(ListScreen[Bookmark | None]):
    """Lists the bookmarks; it ends with the one to go to, or with None."""

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._reading = reading
        self._listed = reading.bookmarks

    def compose(self) -> ComposeResult:
        """Lay out the list and the prompt."""
        add = self.keymap.keys_of("bookmark.toggle")
        how = f"In the reader, {add[0] if add else 'Bookmark in the palette'}"
        nothing = f"No bookmarks yet. {how} keeps the sentence under the cursor."
        rows = BookmarkRows(self._reading, nothing)
        rows.set_reactive(Rows.ink, self.ink)
        yield rows
        yield self.foot(HINTS)
        yield Prompt(id="prompt")

    @property
    def rows(self) -> BookmarkRows:
        """The list."""
        return self.query_one(BookmarkRows)

    def on_mount(self) -> None:
        """Fill the list, and keep it as it is in the store."""
        self.rows.renew()
        self.set_interval(WATCH_SECONDS, self._watch_store)

    def other(self, pressed: Pressed) -> None:
        """Note, delete, undo, filter, leave."""
        mark, prompt = self.rows.current(), self.query_one(Prompt)
        match pressed.command:
            case "bookmark.delete" | "bookmark.toggle" if mark is not None:
                self._change(lambda: self._reading.delete_bookmark(mark))
            case "bookmark.undo":
                self._change(self._reading.undo)
            case "bookmark.redo":
                self._change(self._reading.redo)
            case "bookmark.note" if mark is not None:
                ask_for_note(prompt, mark)
            case "find.start":
                rows = self.rows
                prompt.ask("find.start", "Filter:", rows.filter, rows.sought, hint=SHOW_ALL)
            case "bookmark.list" | "app.quit":
                self.dismiss(None)
            case _:
                pass

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Go to a bookmark, unless its words are gone."""
        mark: Bookmark = message.item
        if mark.placed and self._reading.has(mark.review):
            self.dismiss(mark)
            return
        gone = (
            "words are no longer in the review" if not mark.placed else "review is not in the room"
        )
        words = f"Its {gone}. The quotation is kept here."
        self.app.notify(words, title="Unplaced", severity="warning", markup=False)

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Filter as it is typed, show all again when that is left; keep the note entered."""
        if message.purpose == "find.start":
            self.rows.filter = "" if message.answer is Answer.LEFT else message.value
        elif message.answer is Answer.ENTERED:
            self._change(lambda: keep_note(self._reading, message.purpose, message.value))
        if message.answer is not Answer.TYPED:
            self.set_focus(self.rows)

    def _watch_store(self) -> None:
        """Show what another herreader has changed."""
        with suppress(StoreError):  # the room tells of it
            self._reading.refresh()
        if self._reading.bookmarks is not self._listed:  # the room may have been the first to see
            self._renew()

    def catch_up(self) -> None:
        """List the bookmarks as they are in the store now."""
        self.attempt(self._reading.reload)
        self._renew()

    def _change(self, act: Callable[[], object]) -> None:
        if self.change(act):
            self._renew()

    def _renew(self) -> None:
        self._listed = self._reading.bookmarks
        self.rows.renew()

"""All bookmarks over all reviews: to look through, filter, go to, note, delete."""

from collections.abc import Callable, Iterable, Sequence

from textual.app import ComposeResult
from textual.reactive import var

from herreader.errors import StoreError
from herreader.keys import Keymap, Pressed
from herreader.model import Bookmark, Scene
from herreader.reading import Reading
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.prompt import SHOW_ALL, Answer, Prompt
from herreader.tui.widgets.rows import Entry, MadeEntries, Pieces, Rows

QUOTE_LINES = 3
HINTS = (
    ("read.enter", "go there"),
    ("bookmark.note", "note"),
    ("bookmark.delete", "delete"),
    ("bookmark.undo", "undo"),
    ("find.start", "filter"),
)


class BookmarkRows(Rows):
    """The bookmarks: quotation, review, section, scenes, note."""

    filter: var[str] = var("", init=False)

    def __init__(self, reading: Reading) -> None:
        super().__init__(id="bookmarks")
        self._reading = reading
        self._shown: tuple[Bookmark, ...] = ()
        self._shown_of: tuple[tuple[Bookmark, ...], str] | None = None
        """The bookmarks and the filter of which that is what is shown."""

    def shown(self) -> tuple[Bookmark, ...]:
        """Give the bookmarks that the filter lets through."""
        wanted = (self._reading.bookmarks, self.filter)
        if wanted != self._shown_of:
            words = self.filter.casefold().split()
            self._shown = tuple(mark for mark in wanted[0] if self._has(mark, words))
            self._shown_of = wanted
        return self._shown

    def item(self, index: int) -> Bookmark:
        """Give the bookmark at an index."""
        return self.shown()[index]

    def entries(self, width: int) -> Sequence[Entry]:
        """Give an entry for each bookmark."""
        shown = self.shown()
        return MadeEntries(len(shown), lambda index: self._entry(shown[index], width))

    def watch_filter(self) -> None:
        """Show what another filter lets through."""
        self.index = 0
        self.renew()

    def _entry(self, mark: Bookmark, width: int) -> Entry:
        ink = self.ink
        quote = wrap(mark.passage.quote.replace("\n", " "), width - 6)
        if len(quote) > QUOTE_LINES:
            quote = [*quote[: QUOTE_LINES - 1], quote[QUOTE_LINES - 1].rstrip() + " …"]
        lines: list[Pieces] = [
            ((" ★ " if number == 0 else "   ", ink.pane_accent), (line, ink.pane))
            for number, line in enumerate(quote)
        ]
        lines += [
            (("   ", ink.pane), (line, ink.pane_muted))
            for line in wrap(" · ".join((*self._facts(mark), *self._about(mark))), width - 6)
        ]
        return Entry((*lines, ()))

    def _has(self, mark: Bookmark, words: Iterable[str]) -> bool:
        """Whether all words are in a bookmark; its scenes are read only where it takes them."""
        known = " ".join((mark.passage.quote, mark.note, *self._facts(mark))).casefold()
        missing = [word for word in words if word not in known]
        about = " ".join(self._about(mark)).casefold() if missing else ""
        return all(word in about for word in missing)

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

    def compose(self) -> ComposeResult:
        """Lay out the list and the prompt."""
        rows = BookmarkRows(self._reading)
        rows.set_reactive(Rows.ink, self.ink)
        add = self.keymap.keys_of("bookmark.toggle")
        rows.set_reactive(
            Rows.empty,
            f"No bookmarks yet. In the reader, {add[0] if add else 'Bookmark in the palette'} "
            "keeps the sentence under the cursor.",
        )
        yield rows
        yield self.foot(HINTS)
        yield Prompt(id="prompt")

    @property
    def rows(self) -> BookmarkRows:
        """The list."""
        return self.query_one(BookmarkRows)

    def on_mount(self) -> None:
        """Name the list."""
        self._renew()

    def other(self, pressed: Pressed) -> None:
        """Note, delete, undo, filter, leave."""
        mark = self._current()
        match pressed.command:
            case "bookmark.delete" | "bookmark.toggle" if mark is not None:
                self._try(lambda: self._reading.delete_bookmark(mark))
            case "bookmark.undo":
                self._try(self._reading.undo)
            case "bookmark.redo":
                self._try(self._reading.redo)
            case "bookmark.note" if mark is not None:
                self.query_one(Prompt).ask("note", "Note:", mark.note, "a few words of your own")
            case "find.start":
                self.query_one(Prompt).ask(
                    "filter", "Filter:", self.rows.filter, "words", hint=SHOW_ALL
                )
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
        mark = self._current()
        if message.purpose == "filter":
            self.rows.filter = "" if message.answer is Answer.LEFT else message.value
            self._renew()
        elif message.answer is Answer.ENTERED and mark is not None:
            self._try(lambda: self._reading.set_note(mark, message.value))
        if message.answer is not Answer.TYPED:
            self.set_focus(self.rows)

    def _current(self) -> Bookmark | None:
        shown = self.rows.shown()
        return shown[min(self.rows.index, len(shown) - 1)] if shown else None

    def _try(self, act: Callable[[], object]) -> None:
        self.attempt(act)
        self._renew()

    def _renew(self) -> None:
        rows, count = self.rows, len(self._reading.bookmarks)
        shown = len(rows.shown())
        of = f"{shown:,} of {count:,}" if shown != count else f"{count:,}"
        rows.title = f"Bookmarks · {of}" if count else "Bookmarks"
        rows.index = min(rows.index, max(0, shown - 1))
        rows.renew()

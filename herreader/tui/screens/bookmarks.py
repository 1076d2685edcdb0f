"""All bookmarks over all reviews: to look through, filter, go to, note, delete.

Behind them are the links by hand, and the rejections, whose words are no longer in their reviews:
they show nowhere else.
"""

from collections.abc import Callable
from contextlib import suppress

from textual.app import ComposeResult

from herreader.errors import StoreError
from herreader.keys import Keymap, Pressed
from herreader.model.marks import Bookmark, Decision, Verdict
from herreader.model.room import Scene
from herreader.reading import Reading
from herreader.text.counting import counted
from herreader.text.safe import clean_line
from herreader.tui.screens.filtering import ask_for_filter
from herreader.tui.screens.keyed import WATCH_SECONDS, ListScreen
from herreader.tui.screens.noting import ask_for_note
from herreader.tui.screens.undoing import redo, undo
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.prompt import Prompt
from herreader.tui.widgets.rows import Entry, Pieces, Rows

QUOTE_LINES = 3
SAID = {
    Verdict.LINKED: "linked by hand to",
    Verdict.CONFIRMED: "confirmed as on",
    Verdict.REJECTED: "rejected as on",
}
"""How it is said what was decided on words."""
LOST = "unplaced: its words are no longer in the review"

Kept = Bookmark | Decision


class BookmarkRows(FilteredRows[Kept]):
    """The bookmarks: quotation, review, section, scenes, note; and decisions without a place."""

    def __init__(self, reading: Reading, nothing: str) -> None:
        self.nothing = nothing
        super().__init__(id="bookmarks")
        self._reading = reading

    def everything(self) -> tuple[Kept, ...]:
        """Give all bookmarks, and then the decisions without a place."""
        return (*self._reading.bookmarks, *self._reading.lost_decisions)

    def identity(self, item: Kept) -> tuple[type[Kept], int]:
        """Give its number: its note and its place may change."""
        return type(item), item.id

    def searched(self, item: Kept) -> str:
        """Give its words, and what is at hand on it."""
        note = item.note if isinstance(item, Bookmark) else ""
        return " ".join((_words(item), note, *self._facts(item)))

    def mentions(self, item: Kept, word: str) -> bool:
        """Whether a word is in the names of its scenes, which have to be looked for."""
        return word in " ".join(self._about(item)).casefold()

    def tell(self) -> None:
        """Say how many are let through; if none is, why."""
        count, shown = len(self.everything()), len(self.shown())
        lost = len(self._reading.lost_decisions)
        parts = ["Bookmarks"]
        if shown != count:
            parts.append(f"{shown:,} of {count:,}")
        else:
            parts += [f"{count - lost:,}"] if count > lost else []
            parts += [f"{counted(lost, 'decision')} without a place"] if lost else []
        self.title = " · ".join(parts)
        self.empty = f"No bookmark matches “{self.filter}”." if count else self.nothing

    def entry(self, item: Kept, width: int) -> Entry:
        """Give its entry."""
        ink, sign = self.ink, " ★ " if isinstance(item, Bookmark) else " ● "
        quote = wrap(_words(item).replace("\n", " "), width - 6)
        if len(quote) > QUOTE_LINES:
            quote = [*quote[: QUOTE_LINES - 1], quote[QUOTE_LINES - 1].rstrip() + " …"]
        lines: list[Pieces] = [
            ((sign if number == 0 else "   ", ink.pane_accent), (line, ink.pane))
            for number, line in enumerate(quote)
        ]
        lines += [
            (("   ", ink.pane), (line, ink.pane_muted))
            for line in wrap(" · ".join((*self._facts(item), *self._about(item))), width - 6)
        ]
        return Entry((*lines, ()))

    def _facts(self, item: Kept) -> tuple[str, ...]:
        """Say where it stands."""
        section = item.section if isinstance(item, Bookmark) else ""
        lost = "" if item.placed else LOST
        return tuple(filter(None, (lost, self._reading.title_of(item.review), section)))

    def _about(self, mark: Kept) -> tuple[str, ...]:
        """Say of which scenes it speaks, and what the reader has noted on it."""
        if isinstance(mark, Decision):
            scene = self._reading.crossref.scene(mark.scene).title
            return (f"{SAID[mark.verdict]} {scene}",)
        scenes = tuple(f"● {scene.title}" for scene in self._scenes(mark))
        return (*scenes, f"“{mark.note}”") if mark.note else scenes

    def _scenes(self, mark: Bookmark) -> tuple[Scene, ...]:
        try:
            return self._reading.scenes_of(mark.passage, mark.review) if mark.placed else ()
        except StoreError:  # the list itself is at hand; on the page it is told
            return ()


def _words(item: Kept) -> str:
    return item.passage.quote if isinstance(item, Bookmark) else item.quote


class BookmarksScreen(ListScreen[Bookmark | None]):
    """Lists the bookmarks; it ends with the one to go to, or with None."""

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._reading = reading
        self._listed = (reading.bookmarks, reading.decisions)

    def compose(self) -> ComposeResult:
        """Lay out the list and the prompt."""
        add = self.keymap.keys_of("bookmark.toggle")
        how = f"In the reader, {add[0] if add else 'Bookmark in the palette'}"
        nothing = f"No bookmarks yet. {how} keeps the sentence under the cursor."
        rows = BookmarkRows(self._reading, nothing)
        rows.set_reactive(Rows.ink, self.ink)
        yield rows
        yield self.foot()
        yield Prompt(id="prompt")

    @property
    def rows(self) -> BookmarkRows:
        """The list."""
        return self.query_one(BookmarkRows)

    def on_mount(self) -> None:
        """Fill the list, and keep it as it is in the store."""
        self._renew()
        self.set_interval(WATCH_SECONDS, self._watch_store)

    def other(self, pressed: Pressed) -> None:
        """Note, delete, undo, filter, or leave with the key that opened the list as well."""
        mark = self.rows.current()
        match pressed.command:
            case "bookmark.delete" | "bookmark.toggle" if isinstance(mark, Bookmark):
                self._change(lambda: self._reading.delete_bookmark(mark))
            case "bookmark.delete" if isinstance(mark, Decision):
                self._change(lambda: self._reading.withdraw(mark))
            case "bookmark.undo":
                self._changed(undo(self, self._reading, pressed.count))
            case "bookmark.redo":
                self._changed(redo(self, self._reading, pressed.count))
            case "bookmark.note" if isinstance(mark, Bookmark):
                ask_for_note(self, self._reading, mark, lambda _: self._renew())
            case "bookmark.note" if isinstance(mark, Decision):
                words = "Only bookmarks take notes; this is a decision on a link."
                self.app.notify(words, title="No note", markup=False)
            case "find.start":
                ask_for_filter(self.query_one(Prompt), self.rows, self._tell)
            case "bookmark.list":
                self.dismiss(None)
            case _:
                pass

    def choose(self, chosen: Rows.Chosen) -> None:
        """Go to a bookmark, unless its words are gone."""
        mark: Kept = chosen.item
        if isinstance(mark, Bookmark) and self._is_there(mark):
            self.dismiss(mark)
            return
        gone = (
            "words are no longer in the review" if not mark.placed else "review is not in the room"
        )
        words = f"Its {gone}. The quotation is kept here."
        self.app.notify(words, title="Unplaced", severity="warning", markup=False)

    def on_rows_highlighted(self) -> None:
        """Tell what can be done with another entry."""
        self._tell()

    def _watch_store(self) -> None:
        """Show what another herreader has changed."""
        with suppress(StoreError):  # the room tells of it
            self._reading.refresh()
        now = (self._reading.bookmarks, self._reading.decisions)
        if any(new is not old for new, old in zip(now, self._listed, strict=True)):
            self._renew()  # the room may have been the first to see

    def catch_up(self) -> None:
        """List the bookmarks as they are in the store now."""
        self.attempt(self._reading.reload)
        self._renew()

    def _change(self, act: Callable[[], object]) -> None:
        if self.attempt(act):
            self._renew()

    def _changed(self, done: str) -> None:
        """Show what was undone or done again, and tell it: it may be none of what is listed."""
        self._renew()
        if done:
            self.app.notify(clean_line(done), markup=False)

    def _renew(self) -> None:
        self._listed = (self._reading.bookmarks, self._reading.decisions)
        self.rows.renew()
        self._tell()

    def _tell(self) -> None:
        """Tell at the foot what can be done with the entry under the cursor, and in the list."""
        mark, told = self.rows.current(), []
        if mark is not None and self._is_there(mark):
            told.append(("read.enter", "go there"))
        if isinstance(mark, Bookmark):
            told.append(("bookmark.note", "note"))
        if mark is not None:
            told.append(("bookmark.delete", "delete"))
        if self._reading.last_change is not None:
            told.append(("bookmark.undo", "undo"))
        if self.rows.everything():
            told.append(("find.start", "filter"))
        self.tell(tuple(told))

    def _is_there(self, mark: Kept) -> bool:
        """Whether there is a place to go to."""
        return mark.placed and self._reading.has(mark.review)

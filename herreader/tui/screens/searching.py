"""The search through all reviews: what was found, by review, with the words marked."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.reactive import var

from herreader.errors import HerreaderError
from herreader.keys import Keymap, Pressed
from herreader.model.text import Hit
from herreader.reading import Reading
from herreader.reading.matches import Matches
from herreader.text.counting import counted
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.drawn import wrap
from herreader.tui.widgets.prompt import Asker, Prompt
from herreader.tui.widgets.rows import Entry, MadeEntries, Rows
from herreader.tui.widgets.scrolled import wrap_pieces

HINTS = (("read.enter", "go there"), ("find.start", "search again"))
NOTHING = Matches({}, more=False)


class HitRows(Rows):
    """What was found: the title of each review, and below it its blocks, the best first."""

    items: var[tuple[Hit | str, ...]] = var((), init=False)
    """Hits, and before those of a review its id."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(id="hits")
        self._reading = reading

    def item(self, index: int) -> object:
        """Give what was found, at an index."""
        return self.items[index]

    def entries(self, width: int) -> Sequence[Entry]:
        """Give an entry for each review and for each block found in it."""
        items = self.items
        return MadeEntries(len(items), lambda index: self._entry(items[index], width))

    def watch_items(self) -> None:
        """Show what else was found."""
        self.set_reactive(Rows.index, 1 if self.items else 0)
        self._top = self._skip = 0
        self.renew()

    def _entry(self, item: Hit | str, width: int) -> Entry:
        ink = self.ink
        if isinstance(item, str):
            title = wrap(self._reading.title_of(item), width - 2)
            return Entry(tuple(((f" {line}", ink.pane_accent),) for line in title), False)
        address = self._reading.address(item.review, item.block)
        pieces = [
            (words, ink.pane_strong + ink.over_match if matched else ink.pane)
            for words, matched in item.snippet
        ]
        lines = wrap_pieces(pieces, width - 5)
        indent = ("   ", ink.pane)
        found = tuple((indent, *line) for line in lines)
        return Entry((*found, (indent, (address, ink.pane_muted)), ()))


class SearchScreen(ListScreen[Hit | None]):
    """Lists what was found; it ends with the block to go to, or with None.

    Attributes:
        words: What was searched for last.
    """

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink, words: str) -> None:
        super().__init__(keymap, ink)
        self.words = words
        self._reading = reading

    def compose(self) -> ComposeResult:
        """Lay out the list and the prompt."""
        rows = HitRows(self._reading)
        rows.set_reactive(Rows.ink, self.ink)
        yield rows
        yield self.foot()
        yield Prompt(id="prompt")

    @property
    def rows(self) -> HitRows:
        """The list."""
        return self.query_one(HitRows)

    def on_mount(self) -> None:
        """Search."""
        self._search()

    def other(self, pressed: Pressed) -> None:
        """Search for other words."""
        if pressed.command in ("find.start", "find.library"):
            self.query_one(Prompt).ask(Asker(self._search_for), "Search all:", self.words)

    def choose(self, chosen: Rows.Chosen) -> None:
        """Go where it was found."""
        if isinstance(chosen.item, Hit):
            self.dismiss(chosen.item)

    def _search_for(self, words: str) -> None:
        if words.strip():
            self.words = words
            self._search()

    def _search(self) -> None:
        rows = self.rows
        try:
            matches = self._reading.find_words(self.words)
        except HerreaderError as error:
            matches, rows.empty = NOTHING, error.message
        else:
            rows.empty = (
                "No review has all of these words in one paragraph. Try fewer, or fall* for how "
                "they begin."
            )
        items: list[Hit | str] = []
        for review, hits in matches.by_review.items():
            items += [review, *hits]
        rows.items = tuple(items)
        rows.title = f"Search: {self.words} · {_counted(matches)}"
        rows.renew()
        self.tell(HINTS if items else HINTS[1:])


def _counted(matches: Matches) -> str:
    if not matches.passages:
        return "nothing found"
    if matches.more:
        found = f"the first {matches.passages:,} passages,"
    else:
        found = counted(matches.passages, "passage")
    return f"{found} in {counted(len(matches.by_review), 'review')}"

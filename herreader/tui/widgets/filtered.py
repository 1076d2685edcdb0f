"""A list of which a filter shows a part: the entries in which all its words occur."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from textual.reactive import var

from herreader.tui.widgets.rows import Entry, MadeEntries, Rows

Item = TypeVar("Item")


class FilteredRows(Rows, Generic[Item]):
    """Shows what its filter lets through, an entry for each item.

    What is shown changes with `renew` alone, so that what opens is what is seen.
    """

    heading = ""
    """What stands above the list."""
    nothing = ""
    """What stands in it while there is nothing to filter."""
    sought = "words"
    """What is searched of each item, for whoever writes a filter."""

    filter: var[str] = var("", init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.set_reactive(Rows.title, self.heading)
        self.set_reactive(Rows.empty, self.nothing)
        self._shown: tuple[Item, ...] = ()
        self._shown_of: tuple[tuple[Item, ...], str] = ((), "")
        """The items and the filter of which that is what is shown."""
        self._searched: tuple[str, ...] = ()
        self._searched_of: tuple[Item, ...] = ()
        """The items of which that is what is searched; only once they are filtered."""

    def everything(self) -> tuple[Item, ...]:
        """Give all items, whatever the filter."""
        raise NotImplementedError

    def searched(self, item: Item) -> str:
        """Give the words that are searched of an item."""
        raise NotImplementedError

    def mentions(self, _item: Item, _word: str) -> bool:
        """Whether a word, casefolded, is in what takes longer to give of an item than `searched`.

        It is asked only for words that are nowhere else.
        """
        return False

    def identity(self, item: Item) -> object:
        """Give what an item is known by, if something of it changes."""
        return item

    def entry(self, item: Item, width: int) -> Entry:
        """Give the entry of an item, for a pane of that width in cells."""
        raise NotImplementedError

    def shown(self) -> tuple[Item, ...]:
        """Give the items that the filter lets through."""
        return self._shown

    def current(self) -> Item | None:
        """Give the item under the cursor; None if nothing is shown."""
        return self._shown[self.index] if self._shown else None

    def item(self, index: int) -> Item:
        """Give the item at an index among those shown."""
        return self._shown[index]

    def entries(self, width: int) -> Sequence[Entry]:
        """Give an entry for each item that is shown."""
        shown = self._shown
        return MadeEntries(len(shown), lambda index: self.entry(shown[index], width))

    def tell(self) -> None:
        """Say what is let through: in the title and, if it is nothing, in the pane."""
        words = self.filter
        self.title = f"{self.heading} · {words}" if words else self.heading
        self.empty = f"Nothing here matches “{words}”. Escape shows all." if words else self.nothing

    def watch_filter(self) -> None:
        """Show what another filter lets through, from its beginning."""
        with self.held():
            self.index = 0
            self.renew()

    def renew(self) -> None:
        """Show what the filter lets through now; the cursor stays on its item, or near it."""
        with self.held():
            wanted = (self.everything(), self.filter)
            if wanted != self._shown_of:
                before = self._shown if self.filter == self._shown_of[1] else ()
                self._shown, self._shown_of = self._let_through(*wanted), wanted
                self._stay_near(before)
            self.tell()
            self.index = min(self.index, max(0, len(self._shown) - 1))
            super().renew()

    def _stay_near(self, before: tuple[Item, ...]) -> None:
        """Keep the cursor on its item or, if that has gone, on the first one after it that is here.

        Args:
            before: What was shown until now.
        """
        shown, wanted = self._shown, [self.identity(item) for item in before[self.index :]]
        if wanted and self.index < len(shown) and self.identity(shown[self.index]) == wanted[0]:
            return
        now = {self.identity(item): at for at, item in enumerate(shown)}
        self.index = next((now[each] for each in wanted if each in now), self.index)

    def _let_through(self, items: tuple[Item, ...], words: str) -> tuple[Item, ...]:
        if not words.strip():
            return items
        if items != self._searched_of:
            self._searched = tuple(self.searched(item).casefold() for item in items)
            self._searched_of = items
        searched = self._searched
        numbers: Iterable[int] = range(len(items))
        for word in words.casefold().split():
            numbers = [
                number
                for number in numbers
                if word in searched[number] or self.mentions(items[number], word)
            ]
        return tuple(items[number] for number in numbers)

"""Finding words in the review, filtering a list, and what is typed into the prompt."""

import re
import threading
from functools import partial
from typing import NamedTuple

from herreader.model.text import Hit, Passage, Place, Text, all_blocks
from herreader.text.parsed import ParsedText
from herreader.text.search import compile_query, find_next, matches
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.filtering import ask_for_filter
from herreader.tui.threads import work_aside
from herreader.tui.widgets.drawn import fit
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.prompt import Asker

LONGEST_TOLD = 24
"""Cells of the words sought that are told again: so what else is told fits into 80."""
EXAMPLE = "words, “a phrase”, or fall* for how words begin"


class Sought(NamedTuple):
    """All that a search needs to know; on the screen it may change while a thread is looking.

    Attributes:
        text: Where to look.
        query: The words.
        place: Where to begin.
        by: How many matches to go on; back if negative.
    """

    text: Text
    query: str
    place: Place
    by: int


class FindCommands(Handler):
    """Finds words in the review and in all reviews, and filters lists."""

    query = ""
    _sought = ""
    """What was last searched for in all reviews."""
    _search: threading.Event | None = None
    """Set it to end the search that is going on."""

    def start(self, _count: int | None) -> None:
        """Ask for words to find in the review, or to filter the list that has the focus."""
        screen = self.screen
        if isinstance(screen.rows, FilteredRows):
            ask_for_filter(screen.prompt, screen.rows)
        else:
            asker = Asker(self._find_first, self._show_matches, self._show_matches)
            screen.prompt.ask(asker, "Find:", "", self.query or "words in this review")

    def library(self, _count: int | None) -> None:
        """Ask for words to search for in all reviews."""
        if self.screen.reading.library is None:
            self.screen.say("This is a single file; there are no other reviews to search.")
            return
        asker = Asker(self._search_all)
        self.screen.prompt.ask(asker, "Search all:", "", self._sought or EXAMPLE)

    def next(self, count: int | None) -> None:
        """Go to the next match."""
        self._find(count or 1)

    def previous(self, count: int | None) -> None:
        """Go to the match before."""
        self._find(-(count or 1))

    def cancel(self) -> bool:
        """End the search that is going on; False if there is none."""
        if self._search is None:
            return False
        self._search.set()
        self._search = None
        return True

    def _show_matches(self, words: str = "") -> None:
        """Mark what matches the words typed so far; nothing if there are none."""
        self.screen.pattern = compile_query(words) if words.strip() else None

    def _find_first(self, words: str) -> None:
        """Find the words that were entered, or those of the last time."""
        self.query = words if words.strip() else self.query
        self._find(1)

    def _search_all(self, entered: str) -> None:
        """List what is found of the words that were entered, or of those of the last time."""
        from herreader.tui.screens.searching import SearchScreen

        screen, words = self.screen, entered.strip() or self._sought
        if not words:
            return
        search = SearchScreen(screen.reading, screen.keymap, screen.ink, words)

        def leave(hit: Hit | None) -> None:
            self._sought = search.words
            if hit is not None:
                self._go_to(hit)

        screen.app.push_screen(search, leave)

    def _go_to(self, hit: Hit) -> None:
        """Go where the words were found, and mark them there as matches."""
        self.cancel()
        screen = self.screen
        if not screen.jump(hit.review, Place(hit.block, hit.start, hit.quote)):
            return
        found = list(dict.fromkeys(words for words, matched in hit.snippet if matched))
        self.query = found[0]
        screen.pattern = re.compile("|".join(map(re.escape, found)), re.IGNORECASE)

    def _find(self, by: int) -> None:
        screen = self.screen
        if not self.query:
            screen.say("Nothing to find yet. Type / and the words.")
            return
        if screen.text is None:
            return
        screen.pattern = compile_query(self.query)
        self.cancel()
        sought, stop = Sought(screen.text, self.query, screen.page.cursor, by), threading.Event()
        if isinstance(screen.text, ParsedText):
            self._arrive(*look(sought, stop))
            return
        self._search = stop
        screen.say(f"Looking for {self.query} … Escape stops")
        work_aside(screen.app, partial(look, sought, stop), partial(self._arrive_late, stop))

    def _arrive_late(self, stop: threading.Event, found: tuple[Passage | None, bool]) -> None:
        """Go to what was found aside, unless the search was ended meanwhile."""
        if self._search is stop:
            self._search = None
            self._arrive(*found)

    def _arrive(self, found: Passage | None, around: bool) -> None:  # noqa: FBT001 - as it was found
        screen = self.screen
        if found is None:
            screen.say(self._not_found())
            return
        if not screen.jump(screen.review, found.start):
            return
        counted = self._count_matches(found.start)
        screen.say(f"{self.query}{counted}{' · around again' if around else ''}")

    def _not_found(self) -> str:
        """Say that the words are not here, and what may find them."""
        parts = [f"{fit(self.query, LONGEST_TOLD).rstrip()} is not found here"]
        if self.query != self.query.lower():
            parts.append("its capitals count")
        search = self.screen.keymap.keys_of("find.library")
        if search and self.screen.reading.library is not None and len(self.screen.reviews) > 1:
            parts.append(f"{search[0]} searches all reviews")
        return " · ".join(parts)

    def _count_matches(self, place: Place) -> str:
        """Say which match it is of how many, where that is quickly counted."""
        screen = self.screen
        if not isinstance(screen.text, ParsedText) or screen.pattern is None:
            return ""
        found = [
            Place(block.number, start)
            for block in all_blocks(screen.text)
            for start, _ in matches(block, screen.pattern)
        ]
        return f" · {found.index(place) + 1:,} of {len(found):,}" if place in found else ""


def look(sought: Sought, stop: threading.Event) -> tuple[Passage | None, bool]:
    """Find the match so many steps away, around the ends; and whether an end was passed.

    It goes around once at most: what comes next then has been met.
    """
    text, place, around = sought.text, sought.place, False
    found: Passage | None = None
    met: list[Passage] = []
    backwards = sought.by < 0
    step = partial(find_next, text, sought.query, backwards=backwards, stop=stop.is_set)
    for _ in range(abs(sought.by)):
        found = step(place)
        if found is None and not stop.is_set():
            around = True
            found = step(Place(text.last + 1, 0) if backwards else Place(1, -1))
        if found is None:
            break
        if met and found == met[0]:
            return met[(abs(sought.by) - 1) % len(met)], True
        met.append(found)
        place = found.start
    return found, around

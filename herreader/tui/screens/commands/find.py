"""Finding words in the review, filtering a list, and what is typed into the prompt."""

import re
import threading
from functools import partial

from herreader.model import Hit, Passage, Place
from herreader.text.parsed import ParsedText
from herreader.text.search import compile_query, find_next, matches
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.widgets.prompt import SHOW_ALL
from herreader.tui.widgets.reviews import ReviewsPane
from herreader.tui.widgets.scenes import ScenesPane

EXAMPLE = "words, “a phrase”, or fall* for how words begin"

FILTERED = "words of its title, author or year"


class FindCommands(Handler):
    """Finds, and hands on what the prompt was asked for."""

    query = ""
    _sought = ""
    """What was last searched for in all reviews."""
    _search: threading.Event | None = None
    """Set it to end the search that is going on."""

    def start(self, _count: int | None) -> None:
        """Ask for words to find in the review, or to filter the list that has the focus."""
        rows = self.screen.rows
        if isinstance(rows, ReviewsPane | ScenesPane):
            self.screen.prompt.ask("filter", "Filter:", rows.filter, FILTERED, hint=SHOW_ALL)
            self._filtered = rows
        else:
            self.screen.prompt.ask("find", "Find:", "", self.query or "words in this review")

    def library(self, _count: int | None) -> None:
        """Ask for words to search for in all reviews."""
        if self.screen.reading.library is None:
            self.screen.say("This is a single file; there are no other reviews to search.")
            return
        self.screen.prompt.ask("find.library", "Search all:", "", self._sought or EXAMPLE)

    def next(self, count: int | None) -> None:
        """Go to the next match."""
        self._find(count or 1)

    def previous(self, count: int | None) -> None:
        """Go to the match before."""
        self._find(-(count or 1))

    def typed(self, purpose: str, value: str) -> None:
        """Show matches, or what the filter lets through, as it is typed."""
        if purpose == "find":
            self.screen.pattern = compile_query(value) if value.strip() else None
        elif purpose == "filter":
            self._filtered.filter = value

    def entered(self, purpose: str, value: str) -> None:
        """Do what the prompt was opened for."""
        screen = self.screen
        if purpose == "filter":
            self.screen.set_focus(self._filtered)
            return
        screen.set_focus(screen.page)
        if purpose == "find.library" and (value.strip() or self._sought):
            self._search_all(value.strip() or self._sought)
        elif purpose == "find":
            self.query = value if value.strip() else self.query
            self._find(1)
        elif purpose == "go" and value.strip():
            screen.open_reference(value)
        elif purpose.startswith("note "):
            screen.write_note(int(purpose.removeprefix("note ")), value)

    def left(self, purpose: str) -> None:
        """Go back to where the prompt was opened from."""
        if purpose == "filter":
            self._filtered.filter = ""
            self.screen.set_focus(self._filtered)
            return
        if purpose == "find":
            self.screen.pattern = None
        self.screen.set_focus(self.screen.page)

    def cancel(self) -> bool:
        """End the search that is going on; False if there is none."""
        if self._search is None:
            return False
        self._search.set()
        self._search = None
        return True

    def _search_all(self, words: str) -> None:
        from herreader.tui.screens.searching import SearchScreen

        screen = self.screen
        search = SearchScreen(screen.reading, screen.keymap, screen.ink, words)

        def leave(hit: Hit | None) -> None:
            self._sought = search.words
            if hit is not None:
                self._go_to(hit)

        screen.app.push_screen(search, leave)

    def _go_to(self, hit: Hit) -> None:
        """Go where the words were found, and mark them there as matches."""
        screen = self.screen
        found = list(dict.fromkeys(words for words, matched in hit.snippet if matched))
        self.query = found[0]
        screen.jump(hit.review, Place(hit.block, hit.start))
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
        if isinstance(screen.text, ParsedText):
            self._arrive(*self._look(by, threading.Event()))
            return
        self._search = threading.Event()
        screen.say(f"Looking for {self.query} … Escape stops")
        threading.Thread(target=self._look_aside, args=(by, self._search), daemon=True).start()

    def _look_aside(self, by: int, stop: threading.Event) -> None:
        """Look on a thread, so that the screen stays alive, and report back."""
        found = self._look(by, stop)
        if not stop.is_set() and self.screen.app.is_running:
            self.screen.app.call_from_thread(partial(self._arrive_aside, *found))

    def _arrive_aside(self, found: Passage | None, around: bool) -> None:  # noqa: FBT001 - from a thread
        self._search = None
        self._arrive(found, around)

    def _look(self, by: int, stop: threading.Event) -> tuple[Passage | None, bool]:
        """Find the match `by` steps away, around the ends; and whether an end was passed."""
        text, around = self.screen.text, False
        place = self.screen.page.cursor
        found: Passage | None = None
        backwards = by < 0
        for _ in range(abs(by)):
            if text is None:
                break
            step = partial(find_next, text, self.query, backwards=backwards, stop=stop.is_set)
            found = step(place)
            if found is None and not stop.is_set():
                around = True
                found = step(Place(text.last + 1, 0) if backwards else Place(1, -1))
            if found is None:
                break
            place = found.start
        return found, around

    def _arrive(self, found: Passage | None, around: bool) -> None:  # noqa: FBT001 - as it was found
        screen = self.screen
        if found is None:
            capitals = "" if self.query == self.query.lower() else " Its capitals count."
            screen.say(f"{self.query} is not found in this review.{capitals}")
            return
        screen.jump(screen.review, found.start)
        counted = self._count_matches(found.start)
        screen.say(f"{self.query}{counted}{' · around again' if around else ''}")

    def _count_matches(self, place: Place) -> str:
        """Say which match it is of how many, where that is quickly counted."""
        screen = self.screen
        if not isinstance(screen.text, ParsedText) or screen.pattern is None:
            return ""
        found = [
            Place(number, start)
            for number in range(1, screen.text.last + 1)
            if (block := screen.text.block(number)) is not None
            for start, _ in matches(block, screen.pattern)
        ]
        return f" · {found.index(place) + 1:,} of {len(found):,}" if place in found else ""

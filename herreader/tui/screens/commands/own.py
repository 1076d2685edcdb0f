"""The reader's own reviews: importing, what was set aside, their facts, removing."""

from dataclasses import dataclass, field

from herreader.model import Review
from herreader.reading.library import Facts
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.importing import Import, summed_up
from herreader.tui.screens.renewal import reopen

PAUSE_SECONDS = 0.02
"""What the screen has for itself between two steps of an import."""
NOT_OWN = "{} came with the room; this is for reviews of your own."
ASKED = (
    ("title", "Title:"),
    ("byline", "Author:"),
    ("date_words", "Date:"),
    ("source", "Source:"),
)


@dataclass(slots=True)
class _Editing:
    """Facts that are being asked for, one after the other."""

    review: str
    before: Facts
    given: dict[str, str] = field(default_factory=dict)


class OwnCommands(Handler):
    """Changes which reviews of the reader's own are in the room, and what is known of them."""

    _import: Import | None = None
    _editing: _Editing | None = None

    def import_(self, _count: int | None) -> None:
        """Ask which file or folder to import."""
        screen = self.screen
        if screen.reading.library is None:
            screen.say("A single file takes no others in. Open a room, and import there.")
        elif self._import is not None:
            screen.say("An import is going on; Escape stops it.")
        else:
            screen.prompt.ask("app.import", "Import:", "", "a file or a folder, as ~/reviews")

    def aside(self, _count: int | None) -> None:
        """Show what was set aside of the open review."""
        from herreader.tui.screens.aside import AsideScreen

        screen, library = self.screen, self.screen.reading.library
        if library is None or not screen.reading.is_imported(screen.review):
            title = screen.reading.title_of(screen.review)
            screen.say(f"Nothing was set aside: {NOT_OWN.format(title)}")
            return
        self.attempt(
            lambda: screen.app.push_screen(
                AsideScreen(library.aside(screen.review), screen.keymap, screen.ink)
            )
        )

    def remove(self, _count: int | None) -> None:
        """Remove the review under the list's cursor, or the open one."""
        review = self._own()
        if review is not None and self.attempt(lambda: self.screen.reading.remove(review.id)):
            self.say_done(f"Removed: {review.title}")

    def facts(self, _count: int | None) -> None:
        """Ask for the facts on a review, one after the other."""
        review, library = self._own(), self.screen.reading.library
        if review is None or library is None:
            return

        def ask() -> None:
            self._editing = _Editing(review.id, library.facts(review))
            self._ask_next()

        self.attempt(ask)

    def entered(self, purpose: str, value: str) -> None:
        """Begin the import, or take the fact and ask for the next."""
        self.screen.set_focus(self.screen.page)
        if purpose == "app.import":
            self._begin(value.strip())
        elif self._editing is not None:
            self._editing.given[purpose.removeprefix("app.facts ")] = value
            self._ask_next()

    def left(self, purpose: str) -> None:
        """Leave the facts as they were."""
        self._editing = None
        super().left(purpose)

    def cancel_import(self) -> bool:
        """End the import that is going on, and tell what it has done; False if there is none."""
        if self._import is None:
            return False
        self._import.stop()
        return True

    def _own(self) -> Review | None:
        """Give the imported review that is meant; tell if it is none."""
        screen = self.screen
        pane = screen.reviews_pane
        shown = pane.shown()
        meant = screen.review
        if screen.focused is pane and shown:
            meant = shown[min(pane.index, len(shown) - 1)].id
        if not meant:
            return None
        if not screen.reading.is_imported(meant):
            screen.say(NOT_OWN.format(screen.reading.title_of(meant)))
            return None
        return screen.reading.review(meant)

    def _ask_next(self) -> None:
        editing = self._editing
        if editing is None:
            return
        for name, label in ASKED:
            if name not in editing.given:
                known = getattr(editing.before, name) or ""
                self.screen.prompt.ask(f"app.facts {name}", label, known, "unknown")
                return
        self._editing = None
        self._keep(editing)

    def _keep(self, editing: _Editing) -> None:
        changed = {
            name: words
            for name, words in editing.given.items()
            if words != (getattr(editing.before, name) or "")
        }
        if not changed:
            self.screen.say("Nothing was changed.")
        elif self.attempt(lambda: self.screen.reading.edit(editing.review, Facts(**changed))):
            self.say_done("The facts are changed")

    def _begin(self, words: str) -> None:
        library = self.screen.reading.library
        if not words or library is None:
            return
        self._import = Import(library, words)
        self.screen.say("Importing … Escape stops")
        self.screen.set_timer(PAUSE_SECONDS, self._go_on)

    def _go_on(self) -> None:
        """Take in a few files, and let the screen live before the next ones."""
        going = self._import
        if going is None:
            return
        self.attempt(going.step)
        if going.done:
            self._import = None
            self._finish(going)
        else:
            self.screen.say(f"Importing · {going.told} · Escape stops")
            self.screen.set_timer(PAUSE_SECONDS, self._go_on)

    def _finish(self, done: Import) -> None:
        from herreader.tui.screens.imported import ImportScreen

        screen = self.screen
        self.attempt(screen.reading.reload)
        screen.say(f"Imported: {summed_up(done.outcomes) or 'nothing'}")
        if screen.app.screen is not screen:
            return  # the reader is in another list; the notice says enough
        summary = ImportScreen(screen.reading, screen.keymap, screen.ink, done)

        def leave(review: str | None) -> None:
            replaced = summary.replaced and self.attempt(screen.reading.reload)
            if replaced and screen.review in summary.replaced:
                reopen(screen)
            if review is not None:
                screen.jump(review)

        screen.app.push_screen(summary, leave)

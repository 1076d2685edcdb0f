"""The reader's own reviews: importing, what was set aside, their facts, removing."""

from functools import partial
from pathlib import Path

from herreader.errors import ImportRefusedError
from herreader.importing.opening import NOT_FETCHED, was_address
from herreader.model.imported import Aside
from herreader.model.text import Place
from herreader.reading.import_run import ImportRun
from herreader.reading.lost import shortened
from herreader.reading.outcomes import went_in
from herreader.reading.stale import found_less_well
from herreader.reading.typed_paths import completed, files_at, is_missing
from herreader.text.counting import counted
from herreader.tui.screens.commands.handler import NOT_OWN, Handler
from herreader.tui.widgets.prompt import LEAVE, Asker

PATH = "a file or a folder, as ~/reviews"
NOTHING_THERE = "There is no such file or folder. Check its name; tab completes it."

STEP_SECONDS = 0.03
"""How long files are taken in until the screen has its turn; one file may take longer."""
PAUSE_SECONDS = 0.02
"""What the screen has for itself between two steps of an import."""


class OwnCommands(Handler):
    """Changes which reviews of the reader's own are in the room, and what is known of them."""

    _import: ImportRun | None = None

    def import_(self, _count: int | None) -> None:
        """Ask which file or folder to import."""
        screen = self.screen
        if screen.reading.library is None:
            screen.say("A single file takes no others in. Open a room, and import there.")
        elif self._import is not None:
            screen.say("An import is going on; Escape stops it.")
        else:
            hint = f"tab completes · {LEAVE}"
            screen.prompt.ask(
                Asker(self._begin), "Import:", "", PATH, hint=hint, completed=completed
            )

    def aside(self, _count: int | None) -> None:
        """Show what was set aside of the open review."""
        from herreader.tui.screens.aside import AsideScreen

        screen, library = self.screen, self.screen.reading.library
        if library is None or not screen.reading.is_imported(screen.review):
            title = screen.reading.title_of(screen.review)
            screen.say(f"Nothing was set aside: {NOT_OWN.format(title)}")
            return

        def show() -> None:
            aside = library.aside(screen.review)
            leave = partial(self._put_back, screen.review)
            screen.app.push_screen(AsideScreen(aside, screen.keymap, screen.ink), leave)

        self.attempt(show)

    def _put_back(self, review: str, part: Aside | None) -> None:
        """Put a part back that was set aside, and go there."""
        screen = self.screen
        if part is not None and self.attempt(lambda: screen.reading.put_back(review, part)):
            screen.jump(review, Place(part.after + 1, 0))
            self.say_done(f"Put back: {shortened(part.block.plain)}")

    def remove(self, _count: int | None) -> None:
        """Remove the review under the list's cursor, or the open one."""
        review = self.own_review()
        if review is not None and self.attempt(lambda: self.screen.reading.remove(review.id)):
            self.say_done(f"Removed: {review.title}")

    def cancel_import(self) -> bool:
        """End the import that is going on, and tell what it has done; False if there is none."""
        if self._import is None:
            return False
        self._import.stop()
        return True

    def _begin(self, entered: str) -> None:
        """Begin to import what is at a path."""
        library, words = self.screen.reading.library, entered.strip()
        if not words or library is None:
            return
        if is_missing(words):
            why = NOT_FETCHED if was_address(Path(words)) else NOTHING_THERE
            raise ImportRefusedError("Nothing was imported", why)
        self._import = ImportRun(library, partial(files_at, words), patience=STEP_SECONDS)
        self.screen.say("Importing … Escape stops")
        self.screen.set_timer(PAUSE_SECONDS, self._go_on)

    def _go_on(self) -> None:
        """Take in a few files, and let the screen live before the next ones."""
        going = self._import
        if going is None:
            return
        self.attempt(partial(going.step, STEP_SECONDS))
        if going.done:
            self._import = None
            self._finish(going)
        else:
            told = f"Importing · {going.files - going.left:,} of {going.files:,}"
            if going.searching:
                told = f"Looking for files · {going.seen:,} so far"
            self.screen.say(f"{told} · Escape stops")
            self.screen.set_timer(PAUSE_SECONDS, self._go_on)

    def _finish(self, done: ImportRun) -> None:
        screen, count = self.screen, went_in(done.outcomes)
        if screen.reading.library is not None:
            screen.warn(found_less_well(screen.reading.library))
        told = f"Imported: {done.summary}" if count else _nothing_in(done)
        if count:
            what = f"import of {counted(count, 'review')}"
            self.attempt(lambda: screen.reading.brought_in(done.batch, what))
            self.say_done(told)
        else:
            screen.say(told)
        if screen.app.screen is screen and screen.open_prompt() is None:
            self._show_summary(done)
        else:  # its keys are not for what a reader is typing elsewhere
            screen.app.notify(told, markup=False)

    def _show_summary(self, done: ImportRun) -> None:
        from herreader.tui.screens.imported import ImportScreen

        screen = self.screen
        summary = ImportScreen(screen.reading, screen.keymap, screen.ink, done)

        def leave(review: str | None) -> None:
            screen.take_over()
            if summary.undone:
                screen.say(f"Undone: {summary.undone}")
            elif summary.replaced:
                self.say_done(f"Imported: {done.summary}")
            if review is not None:
                screen.jump(review)

        screen.app.push_screen(summary, leave)


def _nothing_in(done: ImportRun) -> str:
    return f"Nothing new was imported: {done.summary}" if done.summary else "Nothing was imported"

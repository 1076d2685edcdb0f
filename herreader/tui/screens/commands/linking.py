"""Saying by hand of which scene a passage speaks, and of which it does not."""

from functools import partial
from typing import NamedTuple

from herreader.errors import HerreaderError
from herreader.model.marks import Verdict
from herreader.model.text import Passage
from herreader.reading.references import find_scene
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.following import SCENE_NAME, links_at, scenes_named
from herreader.tui.widgets.prompt import LEAVE, Asker


class _Seen(NamedTuple):
    """A passage, and in which version of its review it was seen."""

    review: str
    version: str
    passage: Passage


class LinkingCommands(Handler):
    """Makes, rejects and reviews links, by one call to `reading` each."""

    def link(self, _count: int | None) -> None:
        """Ask for the scene of which the sentence or the selection speaks."""
        screen, passage = self.screen, self.passage()
        if not screen.scenes:
            screen.say("There are no scenes here to link to.")
        elif passage is None:
            screen.say("There are no words here to link.")
        else:
            self._ask(_Seen(screen.review, screen.version, passage), screen.scene_meant() or "")

    def reject(self, _count: int | None) -> None:
        """Reject the link here: that of the followed scene, else of the first one."""
        screen, reading = self.screen, self.screen.reading
        if screen.rows is not None:  # its entry is not what would be rejected
            screen.say(
                "Links are rejected on the page, where their words are; go back there first."
            )
            return
        links = links_at(reading, screen.review, *screen.page.selected(), screen.followed)
        if not links:
            screen.say("No scene is linked here. The bar beside the text shows where one is.")
        elif self.attempt(lambda: reading.decide(links, Verdict.REJECTED, screen.version)):
            screen.page.clear_selection()
            self.say_done(f"No longer linked to {reading.crossref.scene(links[0].scene).title}")

    def unsure(self, _count: int | None) -> None:
        """Show the links that are not sure as well, or keep them apart."""
        reading = self.screen.reading
        if self.attempt(lambda: reading.show_unsure(shown=not reading.unsure)):
            shown = "Unsure links are shown, beside ┊"
            self.screen.say(shown if reading.unsure else "Unsure links are kept apart")
            self.keep(unsure="shown" if reading.unsure else "")

    def queue(self, _count: int | None) -> None:
        """Go through the found links on which nothing has been decided."""
        from herreader.tui.screens.queue import QueueScreen

        screen = self.screen
        if screen.reading.library is None:
            screen.say("This is a single file; nothing is looked for in it.")
            return
        try:
            queue = QueueScreen(screen.reading, screen.review, screen.keymap, screen.ink)
        except HerreaderError as error:
            screen.complain(error)
        else:
            screen.app.push_screen(queue, lambda _: screen.take_over())

    def _ask(self, seen: _Seen, meant: str) -> None:
        """Ask of which scene a passage speaks; Enter alone takes the one that is meant, if any."""
        crossref = self.screen.reading.crossref
        # Seen on any screen before Enter takes it; the hint beside the line may find no room.
        wanted = f"{crossref.scene(meant).title}, or words of another" if meant else SCENE_NAME
        asker = Asker(partial(self._link, seen, meant), partial(self._tell, meant))
        self.screen.prompt.ask(asker, "Link to:", "", wanted)
        self._tell(meant, "")

    def _link(self, seen: _Seen, meant: str, entered: str) -> None:
        """Link the passage to the scene that was entered; to the one meant if none was."""
        screen, words = self.screen, entered.strip() or meant
        if not words:
            screen.say("No scene was named; nothing is linked.")
            return
        scene = find_scene(screen.scenes, words)
        screen.reading.link_by_hand(seen.review, scene.slug, seen.passage, seen.version)
        screen.take_over()
        screen.page.clear_selection()
        self.say_done(f"Linked to {scene.title}")

    def _tell(self, meant: str, typed: str) -> None:
        """Tell which scene the words typed so far name, or which they may mean."""
        self.screen.prompt.hint(scenes_named(self.screen.scenes, typed.strip() or meant), LEAVE)

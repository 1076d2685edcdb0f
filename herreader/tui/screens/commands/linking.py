"""Saying by hand of which scene a passage speaks, and of which it does not."""

from typing import NamedTuple

from herreader.errors import HerreaderError
from herreader.model.marks import Verdict
from herreader.model.text import Passage
from herreader.reading.references import find_scene
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.screens.following import SCENE_NAME, links_at, scenes_named
from herreader.tui.widgets.prompt import LEAVE


class _Seen(NamedTuple):
    """A passage, and in which version of its review it was seen."""

    review: str
    version: str
    passage: Passage


class LinkingCommands(Handler):
    """Makes, rejects and reviews links, by one call to `reading` each."""

    _linking: _Seen | None = None
    """The passage for which a scene is being asked."""

    def link(self, _count: int | None) -> None:
        """Ask for the scene of which the sentence or the selection speaks."""
        screen, passage = self.screen, self.passage()
        if not screen.scenes:
            screen.say("There are no scenes here to link to.")
        elif passage is None:
            screen.say("There are no words here to link.")
        else:
            self._linking = _Seen(screen.review, screen.version, passage)
            self._ask(screen.scene_meant() or "")

    def entered(self, purpose: str, value: str) -> None:
        """Link the passage to the scene that was entered; to the one offered if none was."""
        screen, seen = self.screen, self._linking
        screen.set_focus(screen.page)
        meant = purpose.partition(" ")[2]
        words = value.strip() or meant
        if seen is None:
            return
        if not words:
            screen.say("No scene was named; nothing is linked.")
            return
        try:
            scene = find_scene(screen.scenes, words)
        except HerreaderError as error:
            screen.complain(error)
            self._ask(meant, value)
            return
        review, version, passage = seen
        reading = screen.reading
        if self.attempt(lambda: reading.link_by_hand(review, scene.slug, passage, version)):
            screen.page.clear_selection()
            self.say_done(f"Linked to {scene.title}")

    def typed(self, purpose: str, value: str) -> None:
        """Tell which scene the words typed so far name, or which they may mean."""
        self._tell(purpose.partition(" ")[2], value)

    def reject(self, _count: int | None) -> None:
        """Reject the link here: that of the followed scene, else of the first one."""
        screen, reading = self.screen, self.screen.reading
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
            queue = QueueScreen(screen.reading, screen.keymap, screen.ink)
        except HerreaderError as error:
            screen.complain(error)
        else:
            screen.app.push_screen(queue, lambda _: screen.take_over())

    def _ask(self, meant: str, typed: str = "") -> None:
        crossref = self.screen.reading.crossref
        # Seen on any screen before Enter takes it; the hint beside the line may find no room.
        wanted = f"{crossref.scene(meant).title}, or words of another" if meant else SCENE_NAME
        self.screen.prompt.ask(f"scene.link {meant}", "Link to:", typed, wanted)
        self._tell(meant, typed)

    def _tell(self, meant: str, typed: str) -> None:
        self.screen.prompt.hint(scenes_named(self.screen.scenes, typed.strip() or meant), LEAVE)

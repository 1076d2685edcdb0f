"""Following a scene: from passage to passage, across the reviews, and back to where it began."""

from herreader.model.text import Place
from herreader.tui.screens.commands.handler import Handler
from herreader.tui.widgets.scenes import Said


class SceneCommands(Handler):
    """Goes to the passages on a scene."""

    def next(self, count: int | None) -> None:
        """Go to the next passage on the followed scene."""
        self._step(count or 1)

    def previous(self, count: int | None) -> None:
        """Go to the passage before on the followed scene."""
        self._step(-(count or 1))

    def follow(self, _count: int | None) -> None:
        """Follow the first scene under the cursor; if it is followed already, the next one."""
        screen = self.screen
        here = [scene for scene in screen.scenes if scene.slug in screen.here]
        if not here:
            screen.say("No scene is spoken of here; the bar beside the text marks them.")
            return
        slugs = [scene.slug for scene in here]
        at = slugs.index(screen.chosen) + 1 if screen.chosen in slugs else 0
        scene = here[at % len(here)]
        screen.follow(scene.slug)
        screen.say(f"Following {scene.title} · {screen.step}")

    def origin(self, _count: int | None) -> None:
        """Return to where following began."""
        screen, origin = self.screen, self.screen.origin
        if origin is None:
            screen.say("No scene was followed from anywhere yet.")
            return
        if screen.jump(origin.review, origin.place, origin.top):
            screen.say("Back where following began")

    def go(self, slug: str) -> None:
        """Go to a scene's passage in the open review, or in the next review that has one."""
        index = self.screen.reading.crossref.first_from(slug, self.screen.review)
        scene = self.screen.reading.crossref.scene(slug)
        if index is None:
            self.screen.say(f"No review speaks of {scene.title}.")
        else:
            self._go_to(slug, index)

    def go_previewed(self, said: Said) -> None:
        """Go to a passage of the preview."""
        screen, scene = self.screen, self.screen.preview_pane.scene
        if scene is None:
            return
        index = screen.reading.crossref.position(scene.slug, said.review, said.start)
        if index is not None:  # else the preview is about to be another
            self._go_to(scene.slug, index)

    def _step(self, by: int) -> None:
        screen = self.screen
        slug = screen.followed
        if slug is None:
            self._begin()
            return
        crossref = screen.reading.crossref
        index = crossref.step(slug, screen.review, screen.page.cursor, by)
        if index is None:
            screen.say(f"No review speaks of {crossref.scene(slug).title}.")
            return
        self._go_to(slug, index, around=self._is_around(slug, index, by))

    def _is_around(self, slug: str, index: int, by: int) -> bool:
        """Whether so many steps from here lead around an end of the room, to that passage."""
        screen, reading = self.screen, self.screen.reading
        if not reading.has(screen.review):
            return False
        stops, here = reading.crossref.stops(slug), screen.page.cursor
        before = reading.crossref.position(slug, screen.review, here)
        start = here if before is None else stops[before].start
        left = reading.number_of(screen.review), start
        reached = reading.number_of(stops[index].review), stops[index].start
        return reached <= left if by > 0 else reached >= left

    def _begin(self) -> None:
        """Follow the next scene that the review speaks of, from the cursor on, around the end."""
        screen = self.screen
        cursor = screen.page.cursor
        blocks = screen.reading.crossref.by_block(screen.review)
        links = sorted(
            (link for found in blocks.values() for link in found),
            key=lambda link: (Place(link.block, link.start) < cursor, link.block, link.start),
        )
        if not links:
            hint = "Choose one among the scenes." if screen.scenes else "This text has no scenes."
            screen.say(f"No scene is spoken of here. {hint}")
            return
        slug, start = links[0].scene, Place(links[0].block, links[0].start)
        index = screen.reading.crossref.position(slug, screen.review, start)
        if index is not None:
            self._go_to(slug, index, around=start < cursor)

    def _go_to(self, slug: str, index: int, *, around: bool = False) -> None:
        screen = self.screen
        stops = screen.reading.crossref.stops(slug)
        stop = stops[index]
        screen.follow(slug)
        if not screen.jump(stop.review, stop.start):
            return
        title = screen.reading.title_of(stop.review)
        words = f"{index + 1:,} of {len(stops):,} · {title}"
        if len(stops) == 1:
            words += " · the only passage on this scene"
        elif around:
            words += " · around again"
        screen.say(words)

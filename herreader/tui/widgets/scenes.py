"""The scenes of the work, which review speaks of each, and what the others say."""

from textual.reactive import var

from herreader.model import Review, Scene
from herreader.text.cells import cell_len
from herreader.tui.widgets.drawn import fit, wrap
from herreader.tui.widgets.rows import Entry, Pieces, Rows

DOTS = 8
"""Reviews up to which each has a dot of its own; beyond, they are counted."""


class ScenesPane(Rows):
    """All scenes in the order of the work; those under the cursor stand out."""

    scenes: var[tuple[Scene, ...]] = var((), init=False)
    counts: var[tuple[tuple[int, ...], ...]] = var((), init=False)
    """For each scene its passages in each review or, if those are many, how many speak of it."""

    total: var[int] = var(0, init=False)
    """Reviews in the room."""

    here: var[frozenset[str]] = var(frozenset[str], init=False)
    followed: var[str | None] = var(None, init=False)
    step: var[str] = var("", init=False)
    open_index: var[int] = var(0, init=False)
    filter: var[str] = var("", init=False)

    def shown(self) -> tuple[tuple[Scene, tuple[int, ...]], ...]:
        """Give the scenes that the filter lets through, each with its passages per review."""
        words = self.filter.casefold().split()
        return tuple(
            (scene, counts)
            for scene, counts in zip(self.scenes, self.counts, strict=False)
            if all(word in f"{scene.title} {scene.summary}".casefold() for word in words)
        )

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each scene."""
        return [self._entry(scene, counts, width) for scene, counts in self.shown()]

    def highlight_scene(self, slug: str) -> None:
        """Put the cursor on a scene."""
        slugs = [scene.slug for scene, _ in self.shown()]
        if slug in slugs:
            self.index = slugs.index(slug)

    def watch_scenes(self) -> None:
        """Show other scenes."""
        self.renew()

    def watch_counts(self) -> None:
        """Show other counts."""
        self.renew()

    def watch_here(self) -> None:
        """Let the scenes of the passage under the cursor stand out."""
        first = next((scene.slug for scene in self.scenes if scene.slug in self.here), None)
        if first and not self.has_focus:
            self.highlight_scene(first)
        self.renew()

    def watch_followed(self) -> None:
        """Mark another scene as followed."""
        if self.followed and not self.has_focus:
            self.highlight_scene(self.followed)
        self.renew()

    def watch_step(self) -> None:
        """Show another step."""
        self.renew()

    def watch_open_index(self) -> None:
        """Mark the dots of another review."""
        self.renew()

    def watch_filter(self) -> None:
        """Show what another filter lets through."""
        self.index = 0
        self.renew()

    def _entry(self, scene: Scene, counts: tuple[int, ...], width: int) -> Entry:
        ink = self.ink
        here, followed = scene.slug in self.here, scene.slug == self.followed
        marker = "▸" if followed else "●" if here else " "
        style = ink.pane_strong if here or followed else ink.pane if any(counts) else ink.pane_muted
        dots = self._dots(counts)
        taken = sum(len(text) for text, _ in dots)
        title = _shorten(scene.title, width - 4 - taken - 1)
        gap = " " * (width - 4 - taken - cell_len(title))
        line: Pieces = (
            (f" {marker} ", ink.pane_accent),
            (title, style),
            (gap, ink.pane),
            *dots,
            (" ", ink.pane),
        )
        if followed and self.step:
            return Entry((line, (("   ", ink.pane), (self.step, ink.pane_accent))))
        return Entry((line,))

    def _dots(self, counts: tuple[int, ...]) -> Pieces:
        ink = self.ink
        if self.total > DOTS:
            return ((f"{counts[0]}/{self.total}", ink.pane_muted),)
        pieces = []
        for index, count in enumerate(counts):
            open_here = index == self.open_index
            style = ink.pane_accent if open_here else ink.pane_muted if count else ink.pane_faint
            pieces.append((("·" if count == 0 else "•" if count == 1 else "●"), style))
        return tuple(pieces)


class PreviewPane(Rows):
    """What the other reviews say on a scene, and which are silent."""

    RULED = True
    scene: var[Scene | None] = var(None, init=False)
    passages: var[tuple[tuple[Review, str], ...]] = var((), init=False)
    silent: var[tuple[Review, ...]] = var((), init=False)

    def entries(self, width: int) -> list[Entry]:
        """Give the scene's summary, an entry for each passage, and the silent reviews."""
        ink = self.ink
        if self.scene is None:
            return []
        entries = []
        if self.scene.summary:
            entries.append(self._words(self.scene.summary, width))
        for review, quote in self.passages:
            title = (("   ", ink.pane), (_shorten(review.title, width - 4), ink.pane_accent))
            words = self._wrapped(quote.replace("\n", " "), width, strong=True)
            entries.append(Entry((title, *words, ())))
        if self.silent:
            titles = ", ".join(review.title for review in self.silent)
            entries.append(self._words(f"Silent on it: {titles}.", width))
        return entries

    def show(
        self,
        scene: Scene | None,
        passages: tuple[tuple[Review, str], ...],
        silent: tuple[Review, ...],
    ) -> None:
        """Show what is said on a scene."""
        same = scene == self.scene and passages == self.passages and silent == self.silent
        if same:
            return
        self.scene, self.passages, self.silent = scene, passages, silent
        self.title = scene.title if scene else ""
        self._top = self._skip = 0
        self.set_reactive(PreviewPane.index, 1 if scene and scene.summary else 0)
        self.renew()

    def _reveal(self) -> None:
        # Read from its beginning, unless the cursor is moved in it.
        if self.has_focus:
            super()._reveal()

    def _words(self, words: str, width: int) -> Entry:
        return Entry((*self._wrapped(words, width, strong=False), ()), selectable=False)

    def _wrapped(self, words: str, width: int, *, strong: bool) -> tuple[Pieces, ...]:
        ink = self.ink
        style = ink.pane if strong else ink.pane_muted
        return tuple((("   ", ink.pane), (line, style)) for line in wrap(words, width - 5))


def _shorten(text: str, cells: int) -> str:
    """Cut a title to a width in cells."""
    return fit(text, max(1, cells)).rstrip()

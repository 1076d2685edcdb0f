"""The scenes of the work, which review speaks of each, and what the others say."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from textual.reactive import var

from herreader.model import Scene
from herreader.text.cells import cell_len
from herreader.tui.widgets.drawn import fit, wrap
from herreader.tui.widgets.rows import Entry, MadeEntries, Pieces, Rows

DOTS = 8
"""Reviews up to which each has a dot of its own; beyond, they are counted."""

HANGING = "     "
"""What stands before the second line of a title, so that it is not taken for another one."""


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
    why: var[str] = var("", init=False)
    """Why the passage under the cursor is linked to the followed scene."""

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

    def item(self, index: int) -> str:
        """Give the slug of the scene at an index."""
        return self.shown()[index][0].slug

    def beside_title(self) -> str:
        """Say of how many reviews the counts below it are, where they are no dots."""
        return f"of {self.total:,} reviews" if self.total > DOTS else ""

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

    def watch_why(self) -> None:
        """Show another reason."""
        self.renew()

    def watch_open_index(self) -> None:
        """Mark the dots of another review."""
        self.renew()

    def drop_filter(self) -> None:
        """Show all entries again."""
        self.filter = ""

    def watch_filter(self) -> None:
        """Show what another filter lets through."""
        self.name_filter("Scenes", "This room has no scenes.", self.filter)
        self.index = 0
        self.renew()

    def _entry(self, scene: Scene, counts: tuple[int, ...], width: int) -> Entry:
        ink = self.ink
        here, followed = scene.slug in self.here, scene.slug == self.followed
        marker = "▸" if followed else "●" if here else " "
        style = ink.pane_strong if here or followed else ink.pane if any(counts) else ink.pane_muted
        dots = self._dots(counts)
        taken = sum(len(text) for text, _ in dots)
        title, *more = folded(scene.title, width - 4 - taken - 1)
        gap = " " * (width - 4 - taken - cell_len(title))
        line: Pieces = (
            (f" {marker} ", ink.pane_accent),
            (title, style),
            (gap, ink.pane),
            *dots,
            (" ", ink.pane),
        )
        lines: list[Pieces] = [line, *(((HANGING, ink.pane), (words, style)) for words in more)]
        if followed and self.step:
            lines.append((("   ", ink.pane), (self.step, ink.pane_accent)))
            below = wrap(self.why, width - 4) if self.why else []
            lines += [(("   ", ink.pane), (words, ink.pane_muted)) for words in below]
        return Entry(tuple(lines))

    def _dots(self, counts: tuple[int, ...]) -> Pieces:
        ink = self.ink
        if self.total > DOTS:
            return ((f"{counts[0]:,}" if counts else "0", ink.pane_muted),)
        pieces = []
        for index, count in enumerate(counts):
            open_here = index == self.open_index
            style = ink.pane_accent if open_here else ink.pane_muted if count else ink.pane_faint
            pieces.append((("·" if count == 0 else "•" if count == 1 else "●"), style))
        return tuple(pieces)


class Said(NamedTuple):
    """A passage in another review: the review's title, the words, and why they are linked."""

    title: str
    quote: str
    why: str


class Preview(NamedTuple):
    """What is said on a scene.

    Attributes:
        scene: The scene.
        said: The passages in other reviews; of very many, those that come next.
        more: How many passages there are besides.
        silent: The reviews that do not speak of it, in words; empty if there are none.
    """

    scene: Scene
    said: tuple[Said, ...]
    more: int
    silent: str


class PreviewPane(Rows):
    """What the other reviews say on a scene, and which are silent."""

    RULED = True
    WHOLE = False
    preview: var[Preview | None] = var(None, init=False)

    @property
    def scene(self) -> Scene | None:
        """The scene."""
        return self.preview.scene if self.preview else None

    def entries(self, width: int) -> Sequence[Entry]:
        """Give the scene's summary, an entry for each passage, and the silent reviews."""
        preview = self.preview
        if preview is None:
            return []
        made: list[Said | str] = [preview.scene.summary] if preview.scene.summary else []
        made += preview.said
        if preview.more:
            made.append(f"And {preview.more:,} more passages.")
        if preview.silent:
            made.append(f"Silent on it: {preview.silent}.")
        return MadeEntries(len(made), lambda index: self._entry(made[index], width))

    def show(self, preview: Preview | None) -> None:
        """Show what is said on a scene."""
        if preview == self.preview:
            return
        self.preview = preview
        self.title = preview.scene.title if preview else ""
        self._top = self._skip = 0
        summary = preview is not None and preview.scene.summary
        self.set_reactive(PreviewPane.index, 1 if summary else 0)
        self.renew()

    def _reveal(self) -> None:
        # Read from its beginning, unless the cursor is moved in it.
        if self.has_focus:
            super()._reveal()

    def _entry(self, made: Said | str, width: int) -> Entry:
        if isinstance(made, str):
            return Entry((*self._wrapped(made, width, strong=False), ()), selectable=False)
        ink = self.ink
        title = (("   ", ink.pane), (_shorten(made.title, width - 4), ink.pane_accent))
        words = self._wrapped(made.quote.replace("\n", " "), width, strong=True)
        reason = self._wrapped(made.why, width, strong=False) if made.why else ()
        return Entry((title, *words, *reason, ()))

    def _wrapped(self, words: str, width: int, *, strong: bool) -> tuple[Pieces, ...]:
        ink = self.ink
        style = ink.pane if strong else ink.pane_muted
        return tuple((("   ", ink.pane), (line, style)) for line in wrap(words, width - 5))


@lru_cache(maxsize=512)
def folded(title: str, cells: int) -> tuple[str, ...]:
    """Break a title into lines of a width in cells; at least one, and mostly no more."""
    return tuple(wrap(title, cells)) if cell_len(title) > cells else (title,)


def _shorten(text: str, cells: int) -> str:
    """Cut a title to a width in cells."""
    return fit(text, max(1, cells)).rstrip()

"""The scenes of the work, which review speaks of each, and what the others say."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from textual.geometry import Size
from textual.reactive import var

from herreader.model.room import Scene
from herreader.model.text import Place
from herreader.text.cells import cell_len
from herreader.text.counting import DOTS, dot
from herreader.tui.widgets.drawn import fit, wrap
from herreader.tui.widgets.filtered import FilteredRows
from herreader.tui.widgets.rows import Entry, MadeEntries, Pieces, Rows

HANGING = "     "
"""What stands before the second line of a title, so that it is not taken for another one."""

STEP_LINES = 2
"""Lines that are kept free for the step of a followed scene, and why it is linked."""

PREVIEWED = 16
"""Lines that the preview below has at least, or half of all if they are fewer than twice those."""

LEGEND = f"{dot(0)} none {dot(1)} one {dot(2)} more"
"""What the dots beside a scene mean, one for each review."""


class Counts(NamedTuple):
    """How much is said of a scene.

    Attributes:
        reviews: How many reviews speak of it.
        each: The passages in each review, in their order; None if the reviews are many.
    """

    reviews: int
    each: tuple[int, ...] | None


class ScenesPane(FilteredRows[Scene]):
    """All scenes in the order of the work; those under the cursor stand out."""

    heading = "Scenes"
    nothing = "This room has no scenes."
    sought = "words of its title or summary"

    scenes: var[tuple[Scene, ...]] = var((), init=False)
    counts: var[Mapping[str, Counts]] = var(dict, init=False)
    """How much is said of each scene, by its slug."""

    total: var[int] = var(0, init=False)
    """Reviews in the room."""

    here: var[frozenset[str]] = var(frozenset[str], init=False)
    followed: var[str | None] = var(None, init=False)
    step: var[str] = var("", init=False)
    why: var[str] = var("", init=False)
    """Why the passage under the cursor is linked to the followed scene."""

    open_index: var[int] = var(0, init=False)

    def everything(self) -> tuple[Scene, ...]:
        """Give all scenes of which it is known how much is said of them."""
        return tuple(scene for scene in self.scenes if scene.slug in self.counts)

    def searched(self, item: Scene) -> str:
        """Give what a scene is called, and what happens in it."""
        return f"{item.title} {item.summary}"

    def beside_title(self) -> str:
        """Say what stands below it: of how many reviews the counts are, or what the dots mean."""
        if self.total > DOTS:
            return f"of {self.total:,} reviews"
        return LEGEND if self.has_focus and self.scenes and not self.filter else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual calls it
        """Give as many lines as show every scene, but leave the preview what it needs.

        What is filtered or followed changes nothing of it, so that the preview stands still.
        """
        most = max(container.height // 2, container.height - PREVIEWED)
        lines = self._header() + STEP_LINES
        for scene in self.everything():
            lines += len(self._title_lines(scene, width))
            if lines >= most:
                return most
        return lines

    def highlight_scene(self, slug: str) -> None:
        """Put the cursor on a scene."""
        slugs = [scene.slug for scene in self.shown()]
        if slug in slugs:
            self.index = slugs.index(slug)

    def watch_scenes(self) -> None:
        """Show other scenes."""
        self.renew()
        self.refresh(layout=True)

    def watch_counts(self) -> None:
        """Show other counts."""
        self.renew()
        self.refresh(layout=True)

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

    def entry(self, item: Scene, width: int) -> Entry:
        """Give the entry of a scene."""
        ink, counts = self.ink, self.counts[item.slug]
        here, followed = item.slug in self.here, item.slug == self.followed
        marker = "▸" if followed else "●" if here else " "
        spoken_of = ink.pane if counts.reviews else ink.pane_muted
        style = ink.pane_strong if here or followed else spoken_of
        dots = self._dots(counts)
        title, *more = self._title_lines(item, width)
        gap = " " * (width - 4 - _width_of(counts) - cell_len(title))
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

    def _title_lines(self, item: Scene, width: int) -> tuple[str, ...]:
        """Break a scene's title into the lines that stand beside its dots, and below them."""
        return folded(item.title, width - 4 - _width_of(self.counts[item.slug]) - 1)

    def _dots(self, counts: Counts) -> Pieces:
        ink = self.ink
        if counts.each is None:
            return ((_number(counts), ink.pane_muted),)
        pieces = []
        for index, count in enumerate(counts.each):
            open_here = index == self.open_index
            style = ink.pane_accent if open_here else ink.pane_muted if count else ink.pane_faint
            pieces.append((dot(count), style))
        return tuple(pieces)


class Said(NamedTuple):
    """A passage in another review: where it is, the review's title, the words, and why linked."""

    review: str
    start: Place
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._made: list[Said | str] = []

    def item(self, index: int) -> Said | str:
        """Give the passage at an index, or what else is said there."""
        return self._made[index]

    @property
    def scene(self) -> Scene | None:
        """The scene."""
        return self.preview.scene if self.preview else None

    def entries(self, width: int) -> Sequence[Entry]:
        """Give the scene's summary, an entry for each passage, and the silent reviews."""
        preview = self.preview
        if preview is None:
            self._made = []
            return []
        made: list[Said | str] = [preview.scene.summary] if preview.scene.summary else []
        made += preview.said
        if preview.more:
            made.append(f"And {preview.more:,} more passages.")
        if preview.silent:
            made.append(f"Silent on it: {preview.silent}.")
        self._made = made
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


def _width_of(counts: Counts) -> int:
    """Give the cells that the dots, or the number in their place, take up."""
    return len(_number(counts)) if counts.each is None else len(counts.each)


def _number(counts: Counts) -> str:
    return f"{counts.reviews:,}"


@lru_cache(maxsize=512)
def folded(title: str, cells: int) -> tuple[str, ...]:
    """Break a title into lines of a width in cells; at least one, and mostly no more."""
    return tuple(wrap(title, cells)) if cell_len(title) > cells else (title,)


def _shorten(text: str, cells: int) -> str:
    """Cut a title to a width in cells."""
    return fit(text, max(1, cells)).rstrip()

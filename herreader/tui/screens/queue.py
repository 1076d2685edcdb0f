"""The review queue: found links one at a time, and what the reader says of each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.reactive import var

from herreader.keys import Keymap, Pressed
from herreader.model import Block, BlockKind, Link, Scene, Verdict
from herreader.reading import Reading
from herreader.reading.queue import LinkQueue
from herreader.reading.references import find_scene
from herreader.tui.screens.following import why
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.prompt import Answer, Prompt
from herreader.tui.widgets.rows import Entry, Rows
from herreader.tui.widgets.scrolled import ScrolledRows, wrap_pieces

KEYS = "y yes   n no   e another scene   s skip   u undo   q leave"
BEFORE = 240
"""Characters of a paragraph that are shown before the passage, at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """A found link on which the reader is to decide.

    Attributes:
        link: The link.
        scene: What it is said to speak of.
        source: The review's title, and the address.
        block: The paragraph.
    """

    link: Link
    scene: Scene
    source: str
    block: Block


class QuestionRows(ScrolledRows):
    """One link: its scene, why it is there, and the passage within its paragraph."""

    question: var[Question | None] = var(None, init=False)

    def watch_question(self) -> None:
        """Show another link."""
        self._top = self._skip = 0
        self.renew()

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each part of the picture."""
        question = self.question
        if question is None:
            return []
        ink, link, scene = self.ink, question.link, question.scene
        parts: list[Iterable[tuple[str, Style]]] = [
            [(KEYS, ink.pane_muted)],
            [],
            [(f"● {scene.title}", ink.pane_accent)],
            [(why((link,)), ink.pane_strong)],
            [],
            [(question.source, ink.pane_muted)],
            self._paragraph(question),
            [],
            [(scene.summary, ink.pane_muted)],
        ]
        lines = [line for part in parts for line in wrap_pieces(part, width - 2)]
        return [Entry((((" ", ink.pane), *line),), selectable=False) for line in lines]

    def _paragraph(self, question: Question) -> tuple[tuple[str, Style], ...]:
        ink, link, plain = self.ink, question.link, question.block.plain
        first = max(0, link.start - BEFORE)
        first = plain.find(" ", first, link.start) + 1 if first else 0
        passage = ink.pane_strong + ink.over_match
        return (
            ("… " if first else "", ink.pane),
            (plain[first : link.start], ink.pane),
            (plain[link.start : link.end], passage),
            (plain[link.end :], ink.pane),
        )


class QueueScreen(ListScreen[None]):
    """Asks of one link after the other; any way out leads back to the page."""

    LETTERS: ClassVar[frozenset[str]] = frozenset("ynesuq")

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap)
        self._reading = reading
        self._ink = ink
        self._queue = LinkQueue(reading)
        self._at = 0
        self._steps: list[bool] = []
        """What was done so far: True for a decision, False for a link that was skipped."""

    def compose(self) -> ComposeResult:
        """Lay out the question and the prompt."""
        rows = QuestionRows(id="queue")
        rows.set_reactive(Rows.ink, self._ink)
        yield rows
        yield Prompt(id="prompt")

    @property
    def rows(self) -> QuestionRows:
        """What shows the question."""
        return self.query_one(QuestionRows)

    def on_mount(self) -> None:
        """Ask of the first link."""
        self._ask()

    def answer(self, key: str) -> None:
        """Decide on the link, or go on, back or away."""
        question = self.rows.question
        if key == "q":
            self.dismiss(None)
        elif key == "u":
            self._undo()
        elif question is None:
            return
        elif key == "s":
            self._go_on(decided=False)
        elif key == "e":
            slug = question.scene.slug
            self.query_one(Prompt).ask("scene", "Scene:", "", f"instead of {slug}: its name")
        else:
            verdict = Verdict.CONFIRMED if key == "y" else Verdict.REJECTED
            self._decide(lambda: self._reading.decide((question.link,), verdict))

    def other(self, pressed: Pressed) -> None:
        """Leave with the key that opened the queue as well."""
        if pressed.command in ("scene.queue", "app.quit"):
            self.dismiss(None)

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Link the passage to the scene that was entered."""
        if message.answer is Answer.TYPED:
            return
        self.set_focus(self.rows)
        question = self.rows.question
        if message.answer is Answer.LEFT or not message.value.strip() or question is None:
            return

        def relink() -> None:
            scene = find_scene(self._reading.room.scenes, message.value)
            if scene == question.scene:
                self._reading.decide((question.link,), Verdict.CONFIRMED)
            else:
                self._reading.link_to_another(question.link, scene.slug)

        self._decide(relink)

    def _decide(self, act: Callable[[], object]) -> None:
        if self.attempt(act):
            self._go_on(decided=True)

    def _go_on(self, *, decided: bool) -> None:
        self._steps.append(decided)
        self._at += 1
        self._ask()

    def _undo(self) -> None:
        """Go back to the link before, and take back what was decided on it."""
        if self._steps and (not self._steps[-1] or self.attempt(self._reading.undo)):
            self._steps.pop()
            self._at -= 1
            self._ask()

    def _ask(self) -> None:
        self.attempt(self._show)

    def _show(self) -> None:
        rows = self.rows
        link = self._queue.link(self._at)
        total = max(self._queue.total, self._at)
        if link is None:
            key = "".join(self.keymap.keys_of("app.import")[:1])
            none = f"No found links wait for a decision. {key} imports reviews to find some in."
            rows.title = "Found links · Escape leaves"
            rows.empty = "That was the last one. u undoes; Escape leaves." if self._at else none
        else:
            rows.title = f"Found links · {self._at + 1:,} of {total:,}"
        rows.question = self._question(link) if link else None

    def _question(self, link: Link) -> Question:
        reading = self._reading
        block = reading.text(link.review).block(link.block)
        source = f"{reading.title_of(link.review)} · {reading.address(link.review, link.block)}"
        scene = reading.crossref.scene(link.scene)
        if block is None:  # the text has changed since the link was read
            block = Block(link.block, BlockKind.PARAGRAPH, link.quote)
        return Question(link, scene, source, block)

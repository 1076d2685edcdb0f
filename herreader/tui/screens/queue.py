"""The review queue: found passages one at a time, and what the reader says of each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.app import ComposeResult
from textual.reactive import var

from herreader.keys import Keymap, Pressed
from herreader.model import Block, BlockKind, Scene, Verdict
from herreader.reading import Reading
from herreader.reading.crossref import Stop
from herreader.reading.queue import PassageQueue
from herreader.reading.references import find_scene
from herreader.tui.screens.following import SCENE_NAME, scene_named, why
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.prompt import Answer, Prompt
from herreader.tui.widgets.rows import Entry, Rows
from herreader.tui.widgets.scrolled import ScrolledRows, wrap_pieces

ANSWERS = (
    ("y", "yes"),
    ("n", "no"),
    ("e", "another scene"),
    ("s", "skip"),
    ("u", "undo"),
)
UNREAD = "It could not be read. s tries again."
BEFORE = 240
"""Characters of a paragraph that are shown before the passage, at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """A found passage on which the reader is to decide.

    Attributes:
        passage: The passage.
        scene: What it is said to speak of.
        source: The review's title, and the address.
        blocks: The paragraphs in which it stands.
    """

    passage: Stop
    scene: Scene
    source: str
    blocks: tuple[Block, ...]


class QuestionRows(ScrolledRows):
    """One passage: its scene, why it is linked, and its words within their paragraphs."""

    question: var[Question | None] = var(None, init=False)

    def watch_question(self) -> None:
        """Show another passage."""
        self._top = self._skip = 0
        self.renew()

    def entries(self, width: int) -> list[Entry]:
        """Give an entry for each part of the picture."""
        question = self.question
        if question is None:
            return []
        ink, scene = self.ink, question.scene
        reasons = dict.fromkeys(why((link,)) for link in question.passage.links)
        parts: list[Iterable[tuple[str, Style]]] = [
            [(f"● {scene.title}", ink.pane_accent + Style(bold=True))],
            *([(reason, ink.pane)] for reason in reasons),
            [],
            [(question.source, ink.pane_muted)],
            *self._paragraphs(question),
            [],
            [(scene.summary, ink.pane_muted)],
        ]
        lines = [line for part in parts for line in wrap_pieces(part, width - 2)]
        return [Entry((((" ", ink.pane), *line),), selectable=False) for line in lines]

    def _paragraphs(self, question: Question) -> Iterator[list[tuple[str, Style]]]:
        """Give the paragraphs of the passage, its words marked, and a little of what is before."""
        ink, first = self.ink, question.passage.links[0]
        for block in question.blocks:
            at = 0
            pieces: list[tuple[str, Style]] = []
            if block.number == first.block:
                at = max(0, first.start - BEFORE)
                at = block.plain.find(" ", at, first.start) + 1 if at else 0
                pieces.append(("… " if at else "", ink.pane))
            for link in question.passage.links:
                if link.block == block.number:
                    pieces.append((block.plain[at : link.start], ink.pane))
                    words = block.plain[link.start : link.end]
                    pieces.append((words, ink.pane_strong + ink.over_match))
                    at = link.end
            yield [*pieces, (block.plain[at:], ink.pane)]


class QueueScreen(ListScreen[None]):
    """Asks of one passage after the other; any way out leads back to the page."""

    LETTERS: ClassVar[frozenset[str]] = frozenset("ynesuq")

    def __init__(self, reading: Reading, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._reading = reading
        self._queue = PassageQueue(reading)
        self._at = 0
        self._steps: list[bool] = []
        """What was done so far: True for a decision, False for a passage that was skipped."""

    def compose(self) -> ComposeResult:
        """Lay out the question and the prompt."""
        rows = QuestionRows(id="queue")
        rows.set_reactive(Rows.ink, self.ink)
        yield rows
        yield self.foot()
        yield Prompt(id="prompt")

    @property
    def rows(self) -> QuestionRows:
        """What shows the question."""
        return self.query_one(QuestionRows)

    def on_mount(self) -> None:
        """Ask of the first passage."""
        self._ask()

    def answer(self, key: str) -> None:
        """Decide on the passage, or go on, back or away."""
        question = self.rows.question
        if key == "q":
            self.dismiss(None)
        elif key == "u":
            self._undo()
        elif question is None:
            self._ask()  # the store may be readable again
        elif key == "s":
            self._go_on(decided=False)
        elif key == "e":
            self._ask_scene()
        else:
            verdict = Verdict.CONFIRMED if key == "y" else Verdict.REJECTED
            self._decide(lambda: self._reading.decide(question.passage.links, verdict))

    def other(self, pressed: Pressed) -> None:
        """Leave with the key that opened the queue as well."""
        if pressed.command in ("scene.queue", "app.quit"):
            self.dismiss(None)

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Link the passage to the scene that was entered."""
        if message.answer is Answer.TYPED:
            self._tell_scene(message.value)
            return
        self.set_focus(self.rows)
        question = self.rows.question
        if message.answer is Answer.LEFT or not message.value.strip() or question is None:
            return

        def relink() -> None:
            scene = find_scene(self._reading.room.scenes, message.value)
            if scene == question.scene:
                self._reading.decide(question.passage.links, Verdict.CONFIRMED)
            else:
                self._reading.link_to_another(question.passage.links, scene.slug)

        if not self._decide(relink):
            self._ask_scene(message.value)

    def _ask_scene(self, typed: str = "") -> None:
        self.query_one(Prompt).ask("scene", "Another scene:", typed, SCENE_NAME)
        self._tell_scene(typed)

    def _tell_scene(self, typed: str) -> None:
        """Tell which scene the words typed so far name."""
        self.query_one(Prompt).hint(scene_named(self._reading.room.scenes, typed))

    def _decide(self, act: Callable[[], object]) -> bool:
        done = self.attempt(act)
        if done:
            self._go_on(decided=True)
        return done

    def _go_on(self, *, decided: bool) -> None:
        self._steps.append(decided)
        self._at += 1
        self._ask()

    def _undo(self) -> None:
        """Go back to the passage before, and take back what was decided on it."""
        if self._steps and (not self._steps[-1] or self.attempt(self._reading.undo)):
            self._steps.pop()
            self._at -= 1
            self._ask()

    def _ask(self) -> None:
        if not self.attempt(self._show):
            self.rows.empty, self.rows.question = UNREAD, None
            self.tell((), (("s", "try again"), ANSWERS[-1]))

    def _show(self) -> None:
        rows = self.rows
        passage = self._queue.passage(self._at)
        total = max(self._queue.total, self._at + 1)
        if passage is None:
            rows.title = "Found passages"
            rows.empty = self._summed_up() if self._steps else self._nothing()
        else:
            rows.title = f"Found passages · {self._at + 1:,} of {total:,}"
        rows.question = self._question(passage) if passage else None
        self.tell((), ANSWERS if passage else ANSWERS[-1:] if self._steps else ())

    def _summed_up(self) -> str:
        decided = sum(self._steps)
        skipped = len(self._steps) - decided
        later = f", {skipped:,} skipped until the next time" if skipped else ""
        return f"That was the last one: {decided:,} decided{later}."

    def _nothing(self) -> str:
        key = "".join(self.keymap.keys_of("app.import")[:1])
        how = f"Leave and press {key}" if key else "Use Import in the palette"
        return f"No found passage waits for a decision. {how} to import more reviews."

    def _question(self, passage: Stop) -> Question:
        reading = self._reading
        text, links = reading.text(passage.review), passage.links
        blocks = [
            # The text may have changed since the link was read.
            text.block(link.block) or Block(link.block, BlockKind.PARAGRAPH, link.quote)
            for link in links
        ]
        address = reading.address(passage.review, links[0].block)
        return Question(
            passage,
            reading.crossref.scene(passage.scene),
            f"{reading.title_of(passage.review)} · {address}",
            tuple({block.number: block for block in blocks}.values()),
        )

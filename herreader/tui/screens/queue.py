"""The review queue: found passages one at a time, and what the reader says of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual.app import ComposeResult
from textual.reactive import var

from herreader.errors import OvertakenError
from herreader.keys import Keymap, Pressed
from herreader.model.marks import Verdict
from herreader.model.room import Scene
from herreader.model.text import Block, BlockKind
from herreader.reading import Reading
from herreader.reading.crossref import Stop
from herreader.reading.queue import PassageQueue
from herreader.reading.reasons import why
from herreader.reading.references import find_scene
from herreader.reading.undo import Change
from herreader.tui.screens.following import SCENE_NAME, scenes_named
from herreader.tui.screens.hints import Told
from herreader.tui.screens.keyed import ListScreen
from herreader.tui.theme import Ink
from herreader.tui.widgets.prompt import LEAVE, Asker, Prompt
from herreader.tui.widgets.rows import Entry, Rows
from herreader.tui.widgets.scrolled import ScrolledRows, wrap_pieces

ANSWERS = (
    ("y", "yes"),
    ("n", "no"),
    ("e", "another scene"),
    ("s", "skip"),
)
UNDO = "u"
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
        version: The version of the review in which it stands so.
    """

    passage: Stop
    scene: Scene
    source: str
    blocks: tuple[Block, ...]
    version: str


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
        reasons = dict.fromkeys(why(link) for link in question.passage.links)
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


class _Step(NamedTuple):
    """What was done with one passage.

    Attributes:
        change: The decision; None if the passage was skipped.
        answer: How it was answered, in a word.
    """

    change: Change | None
    answer: str


class QueueScreen(ListScreen[None]):
    """Asks of one passage after the other; any way out leads back to the page."""

    LETTERS: ClassVar[frozenset[str]] = frozenset("ynesuq")

    def __init__(self, reading: Reading, first: str, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap, ink)
        self._reading = reading
        self._queue = PassageQueue(reading, first)
        self._at = 0
        self._steps: list[_Step] = []

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
            self._go_on(None, "skip")
        elif key == "e":
            self._ask_scene(question)
        else:
            verdict = Verdict.CONFIRMED if key == "y" else Verdict.REJECTED
            if self.attempt(lambda: self._keep(question, verdict)):
                self._go_on(self._reading.last_change, dict(ANSWERS)[key])

    def other(self, pressed: Pressed) -> None:
        """Leave with the key that opened the queue as well."""
        if pressed.command == "scene.queue":
            self.dismiss(None)

    def _keep(self, question: Question, verdict: Verdict) -> None:
        self._reading.decide(question.passage.links, verdict, question.version)

    def _link_to(self, question: Question, scene: Scene) -> None:
        if scene == question.scene:
            self._keep(question, Verdict.CONFIRMED)
        else:
            links, version = question.passage.links, question.version
            self._reading.link_to_another(links, scene.slug, version)

    def _ask_scene(self, question: Question) -> None:
        asker = Asker(partial(self._take_scene, question), self._tell_scene)
        self.query_one(Prompt).ask(asker, "Another scene:", "", SCENE_NAME)
        self._tell_scene("")

    def _take_scene(self, question: Question, entered: str) -> None:
        """Link the passage to the scene that was entered."""
        if entered.strip():
            scene = find_scene(self._reading.room.scenes, entered)
            self._link_to(question, scene)
            self._go_on(self._reading.last_change, scene.title)

    def _tell_scene(self, typed: str) -> None:
        """Tell which scene the words typed so far name, or which they may mean."""
        self.query_one(Prompt).hint(scenes_named(self._reading.room.scenes, typed), LEAVE)

    def _go_on(self, change: Change | None, answer: str) -> None:
        self._steps.append(_Step(change, answer))
        self._at += 1
        self._ask()

    def _undo(self) -> None:
        """Go back to the passage before, and take back what was decided on it, and no more."""
        if not self._steps:
            self._say_nothing_to_undo()
        elif self.attempt(self._take_back):
            self._steps.pop()
            self._at -= 1
            self._ask()

    def _take_back(self) -> None:
        change, answer = self._steps[-1]
        try:
            if change is not None:
                self._reading.undo(change)
        except OvertakenError:
            self._steps[-1] = _Step(None, answer)  # it bars the way to those before it no longer
            raise

    def _say_nothing_to_undo(self) -> None:
        key = "".join(self.keymap.keys_of("bookmark.undo")[:1]) or "Undo in the palette"
        words = f"Nothing has been decided here yet. In the room, {key} undoes what was before."
        self.app.notify(words, title="Nothing to undo", markup=False)

    def catch_up(self) -> None:
        """Ask of the passage as it is now."""
        self._ask()

    def _ask(self) -> None:
        if not self.attempt(self._show):
            self.rows.empty, self.rows.question = UNREAD, None
            self._tell((("s", "try again"),))

    def _tell(self, answers: Told) -> None:
        """Tell at the foot what can be answered, and undone."""
        undo = tuple((UNDO, f"undo {step.answer}") for step in self._steps[-1:])
        self.tell((), (*answers, *undo))

    def _show(self) -> None:
        rows = self.rows
        asked = self._queue.passage(self._at)
        total = max(self._queue.total, self._at + 1)
        if asked is None:
            rows.title = "Found passages"
            rows.empty = self._summed_up() if self._steps else self._nothing()
        else:
            rows.title = f"Found passages · {self._at + 1:,} of {total:,}"
        rows.question = self._question(*asked) if asked else None
        self._tell(ANSWERS if asked else ())

    def _summed_up(self) -> str:
        decided = sum(step.change is not None for step in self._steps)
        skipped = len(self._steps) - decided
        later = f", {skipped:,} skipped until the next time" if skipped else ""
        return f"That was the last one: {decided:,} decided{later}."

    def _nothing(self) -> str:
        key = "".join(self.keymap.keys_of("app.import")[:1])
        how = f"Leave and press {key}" if key else "Use Import in the palette"
        return f"No found passage waits for a decision. {how} to import more reviews."

    def _question(self, passage: Stop, version: str) -> Question:
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
            version,
        )

"""Links by hand: what the reader says of passages and scenes."""

from collections.abc import Iterable, Iterator, Sequence

from herreader.model import Link, Passage, Text, Verdict
from herreader.reading.contents import Contents
from herreader.text.safe import clean_line

WORDS_TOLD = 28
"""Characters of a passage that are told when what was said of it is undone."""

_SAID = {Verdict.LINKED: "link to", Verdict.CONFIRMED: "yes to", Verdict.REJECTED: "no to"}


class Linking(Contents):
    """A room in which links are made, confirmed and rejected by hand."""

    @property
    def unsure(self) -> bool:
        """Whether links that are not sure are shown as well."""
        return self._unsure

    def show_unsure(self, *, shown: bool) -> None:
        """Show the links that are not sure as well, or keep them apart again."""
        self._unsure = shown
        self._cross_reference()

    def decide(self, links: Iterable[Link], verdict: Verdict) -> None:
        """Keep what the reader says of some links, in one act that undo takes back.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        links = tuple(links)
        self._decide([(link, verdict) for link in links], self._told(links, _SAID[verdict]))

    def link_to_another(self, links: Iterable[Link], scene: str) -> None:
        """Say that the words of some links speak of another scene instead; one act to undo.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        links = tuple(links)
        verdicts = [(link, Verdict.REJECTED) for link in links]
        verdicts += [(link._replace(scene=scene), Verdict.LINKED) for link in links]
        instead = self.crossref.scene(scene).title
        self._decide(verdicts, self._told(links, f"{instead} instead of"))

    def _told(self, links: Sequence[Link], said: str) -> str:
        """Say what is decided on a passage, as it follows "Undone: "."""
        if not links:
            return said
        words = clean_line(links[0].quote)
        if len(words) > WORDS_TOLD:
            cut = words[:WORDS_TOLD]
            words = f"{cut.rpartition(' ')[0] or cut} …"
        return f"{said} {self.crossref.scene(links[0].scene).title}, “{words}”"

    def _decide(self, verdicts: Sequence[tuple[Link, Verdict]], name: str) -> None:
        store, table = self._store, self._store.decisions
        title = "The decision could not be kept"
        with store.together(title):
            made = [
                table.decide(self._shelf, link, verdict, self._clock())
                for link, verdict in verdicts
            ]

        def undo() -> None:
            with store.together(title):
                for decision in made:
                    table.undo(decision.id, self._clock())

        def redo() -> None:
            with store.together(title):
                for decision in made:
                    table.redo(decision.id)

        self._did(name, undo, redo, self._reload_decisions)

    def link_by_hand(self, review: str, scene: str, passage: Passage) -> None:
        """Link a passage to a scene; one that goes over several blocks, block by block.

        Raises:
            StoreError: If it could not be kept; then nothing has changed.
        """
        self.decide(_links_of(self.text(review), review, scene, passage), Verdict.LINKED)


def _links_of(text: Text, review: str, scene: str, passage: Passage) -> Iterator[Link]:
    """Give the links that tie the words of a passage to a scene, one a block."""
    for number in range(passage.start.block, passage.end.block + 1):
        block = text.block(number)
        if block is None:
            return
        start = passage.start.offset if number == passage.start.block else 0
        end = passage.end.offset if number == passage.end.block else len(block.plain)
        if block.plain[start:end].strip():
            yield Link(scene, review, number, start, end, block.plain[start:end])

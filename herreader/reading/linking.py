"""Links by hand: what the reader says of passages and scenes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from herreader.errors import StoreError
from herreader.model.links import Link
from herreader.model.marks import Decision, Verdict
from herreader.model.text import Passage, Text
from herreader.reading.contents import Contents
from herreader.reading.decisions import latest
from herreader.reading.lost import shortened
from herreader.reading.marks import look_for_decision
from herreader.reading.seen import catch_up, links_now, passage_now, text_now

TAKING_OVER = "The corrections could not be taken over"
_DECIDING = "The decision could not be kept"

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

    @property
    def lost_decisions(self) -> tuple[Decision, ...]:
        """What the reader has decided on words that are no longer in their reviews."""
        scenes = {scene.slug for scene in self.room.scenes}
        lost = latest(made for made in self.decisions if not made.placed)
        return tuple(made for made in lost if self.has(made.review) and made.scene in scenes)

    def withdraw(self, decision: Decision) -> None:
        """Take a decision back, whether or not its words are there; it can be undone.

        Raises:
            StoreError: If it could not be done; then nothing has changed.
        """
        take_back, make_again = self._acts([decision])
        take_back()
        scene = self.crossref.scene(decision.scene).title
        said = f"{_SAID[decision.verdict]} {scene}, {shortened(decision.quote)}"
        self._did(f"withdrawal of {said}", make_again, take_back, self._reload_decisions)

    def decide(self, links: Iterable[Link], verdict: Verdict, version: str | None = None) -> None:
        """Keep what the reader says of some links, in one act that undo takes back.

        Args:
            links: Links of one review.
            verdict: What is said.
            version: What `version_of` said of the review when its links were read. If it is another
                version now, their words are looked for in it; None if they were read just now.

        Raises:
            OvertakenError: If they do not stand in it just once.
            StoreError: If it could not be kept; then nothing has changed.
        """
        links = self._caught_up(links, version)
        with self._marking(_DECIDING, {link.review for link in links}):
            links = links_now(self, _DECIDING, links, version)
            made = self._keep((link, verdict) for link in links)
        self._decided(made, self._told(links, _SAID[verdict]))

    def link_to_another(
        self, links: Iterable[Link], scene: str, version: str | None = None
    ) -> None:
        """Say that the words of some links speak of another scene instead; one act to undo.

        It takes a version, and fails, as `decide` does.
        """
        links = self._caught_up(links, version)
        with self._marking(_DECIDING, {link.review for link in links}):
            links = links_now(self, _DECIDING, links, version)
            verdicts = [(link, Verdict.REJECTED) for link in links]
            verdicts += [(link._replace(scene=scene), Verdict.LINKED) for link in links]
            made = self._keep(verdicts)
        instead = self.crossref.scene(scene).title
        self._decided(made, self._told(links, f"{instead} instead of"))

    def link_by_hand(
        self, review: str, scene: str, passage: Passage, version: str | None = None
    ) -> None:
        """Link a passage to a scene; one that goes over several blocks, block by block.

        It takes a version, and fails, as `decide` does.
        """
        catch_up(self, review, version)
        with self._marking(_DECIDING, [review]):
            passage = passage_now(self, _DECIDING, review, passage, version)
            links = tuple(_links_of(self.text_as_read(review), review, scene, passage))
            made = self._keep((link, Verdict.LINKED) for link in links)
        self._decided(made, self._told(links, _SAID[Verdict.LINKED]))

    def take_over(self, made: Iterable[tuple[Link, Verdict, datetime]]) -> int:
        """Keep what another reader has decided, but for what was taken over before.

        Their words are looked for in the reviews as they are here; marks that were here before stay
        where they are. No decision counts as later than now, so that those that are still to come
        rule over it. What was kept but can't be read at once is shown after the next `refresh`.

        Args:
            made: The words and the scene, what was decided, and when.

        Returns:
            How many decisions are new.

        Raises:
            StoreError: If they could not be kept; then nothing has changed.
        """
        made = tuple(made)
        reviews = {link.review for link, _, _ in made}
        for review in reviews:
            self.text_or_none(review)  # as `catch_up` does
        with self._marking(TAKING_OVER, reviews):
            before = {decision.id for decision in self._decided_on(reviews)}
            new = self._store.decisions.take(self._shelf, made, self._clock())
            for review in reviews:
                self._place_new(review, before)
        with suppress(StoreError):  # it is kept all the same
            self.reload()
        return new

    def untaken(
        self, made: Iterable[tuple[Link, Verdict, datetime]]
    ) -> tuple[tuple[Link, Verdict, datetime], ...]:
        """Give those of another reader's decisions that were not taken over before.

        Raises:
            StoreError: If the store can't be read.
        """
        return self._store.decisions.untaken(self._shelf, made)

    def _decided_on(self, reviews: Iterable[str]) -> Iterator[Decision]:
        for review in reviews:
            yield from self._store.decisions.of(self._shelf, review)

    def _place_new(self, review: str, before: Collection[int]) -> None:
        """Look for the words of the decisions on a review that were not there before."""
        text = text_now(self, review)
        if text is None:
            return
        for decision in self._decided_on([review]):
            if decision.id not in before:
                look_for_decision(self._store, decision, text)

    def _caught_up(self, links: Iterable[Link], version: str | None) -> tuple[Link, ...]:
        """Give links of one review, once the room has taken over what has become of it."""
        links = tuple(links)
        for review in {link.review for link in links}:
            catch_up(self, review, version)
        return links

    def _told(self, links: Sequence[Link], said: str) -> str:
        """Say what is decided on a passage, as it follows "Undone: "."""
        if not links:
            return said
        return f"{said} {self.crossref.scene(links[0].scene).title}, {shortened(links[0].quote)}"

    def _keep(self, verdicts: Iterable[tuple[Link, Verdict]]) -> tuple[Decision, ...]:
        table = self._store.decisions
        return tuple(
            table.decide(self._shelf, link, verdict, self._clock()) for link, verdict in verdicts
        )

    def _decided(self, made: Sequence[Decision], name: str) -> None:
        """Remember what was decided on links of one review."""
        self._did(name, *self._acts(made), self._reload_decisions)

    def _acts(self, made: Sequence[Decision]) -> tuple[Callable[[], None], Callable[[], None]]:
        """Give what takes decisions back, and what makes them again."""
        store, table = self._store, self._store.decisions
        reviews = {decision.review for decision in made}
        before: dict[str, Text | None] = {}

        def take_back() -> None:
            with store.together(_DECIDING):
                before.update((review, text_now(self, review)) for review in reviews)
                for decision in made:
                    table.undo(decision.id, self._clock())

        def make_again() -> None:
            for review in reviews:
                self.text_or_none(review)  # as `catch_up` does
            with self._marking(_DECIDING, reviews):
                now = {review: text_now(self, review) for review in reviews}
                for decision in made:
                    back, text = table.redo(decision.id), now[decision.review]
                    if back is not None and text is not None:
                        look_for_decision(store, back, text, before[decision.review])

        return take_back, make_again


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

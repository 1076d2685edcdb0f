"""The finder: a room's scenes, prepared once, and the links it finds in texts."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from herreader.finding.anecdotes import Anecdotes
from herreader.finding.cues import compile_cues
from herreader.finding.evidence import reason
from herreader.finding.leaning import WordScales
from herreader.finding.placing import Placed
from herreader.finding.scoring import CERTAIN, CueIndex, Score, score
from herreader.finding.spans import joined, linked_words
from herreader.finding.subject import HARDLY, SubjectFinder
from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import SURE, Link, LinkKind, Wording
from herreader.model.room import Room, Scene
from herreader.model.text import Block, BlockKind

FLOOR = 0.4
"""The confidence below which nothing is linked."""

_LINKED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.VERBATIM})


class _Scored(NamedTuple):
    """What a block shows: its words, and how sure each scene is by them alone."""

    block: Block
    text: Placed
    scores: dict[str, Score]


class Found(NamedTuple):
    """What was found in a text.

    Attributes:
        links: The passages that speak of a scene, in the order of the text.
        concerned: Whether it has anything to do with the work; if not, no scenes are looked for.
    """

    links: tuple[Link, ...] = ()
    concerned: bool = True


class Finder:
    """Finds the passages of texts that speak of the scenes of a work.

    Preparing one takes a while; finding is quick and changes nothing but an inner memory of words.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        work: str = "",
        signs: Sequence[str] = (),
        wording: Wording | None = None,
        makers: Sequence[str] = (),
    ) -> None:
        """Prepare for a work.

        Args:
            scenes: Its scenes, with what critics use to speak of them.
            work: Its title.
            signs: Names that show a text to speak of it.
            wording: How far single words speak for the scenes; without it the cues alone count.
            makers: Names of those who made it, and other works too.
        """
        self._vocabulary = Vocabulary()
        self._index = CueIndex(compile_cues(scenes, self._vocabulary, (*signs, *makers)))
        self._subjects = SubjectFinder(work, signs, makers, scenes, self._vocabulary)
        people = {name for scene in scenes for name in scene.people}
        self._anecdotes = Anecdotes(sorted({*people, *signs, *makers}))
        self._order = {scene.slug: scene.number for scene in scenes}
        self._words = (
            WordScales(wording, self._order.keys(), self._vocabulary, FLOOR) if wording else None
        )

    @classmethod
    def for_room(cls, room: Room, wording: Wording | None = None) -> Self:
        """Prepare for the work of a room."""
        return cls(room.scenes, room.work, room.signs, wording, room.makers)

    def scores(self, plain: str) -> dict[str, float]:
        """Say how sure a block by itself speaks of each scene, from 0 to 1."""
        scores = self._score(self._place(plain))
        return {slug: score.confidence for slug, score in scores.items()}

    def find(self, review: str, blocks: Sequence[Block], *, title: str = "") -> tuple[Link, ...]:
        """Find the passages of a text that speak of a scene, in the order of the text.

        Args:
            review: The id that the links bear.
            blocks: The text.
            title: Its title, if that is not among the blocks.
        """
        return self.look_through(review, blocks, title=title).links

    def look_through(self, review: str, blocks: Sequence[Block], *, title: str = "") -> Found:
        """Find the same, and say whether there was any reason to look."""
        if not self._order:
            return Found()
        texts = [self._place(block.plain) for block in blocks]
        signs = self._subjects.signs_in(title, blocks, [text.terms for text in texts])
        if not signs.concerned:
            return Found(concerned=False)
        seen = [
            _Scored(block, text, self._score(text) if block.kind in _LINKED else {})
            for block, text in zip(blocks, texts, strict=True)
        ]
        shares = signs.shares([_sure_in(each) for each in seen])
        links = [
            link
            for each, share in zip(seen, shares, strict=True)
            if each.scores
            for link in self._links(review, each, share)
        ]
        return Found(tuple(joined(links, {block.number: block for block in blocks})))

    def _place(self, plain: str) -> Placed:
        return Placed(self._vocabulary.read(plain))

    def _score(self, text: Placed) -> dict[str, Score]:
        """Say how sure a block by itself speaks of each scene."""
        if self._words is not None:
            return self._words.weigh(text, self._index)
        return score(text, self._index.candidates(text.terms, self._order.keys()))

    def _links(self, review: str, seen: _Scored, share: float) -> list[Link]:
        block, scores = seen.block, seen.scores
        sureness = {
            scene: min(CERTAIN, score.confidence) * share for scene, score in scores.items()
        }
        links = []
        for scene in sorted(scores, key=self._order.__getitem__):
            if sureness[scene] < FLOOR:
                continue
            others = [scores[name] for name in scores if name != scene and sureness[name] >= SURE]
            start, end = linked_words(block.plain, scores[scene], others)
            sure = sureness[scene]
            if sure >= SURE and self._anecdotes.tells(block.plain[start:end]):
                sure *= HARDLY
            link = Link(
                scene=scene,
                review=review,
                block=block.number,
                start=start,
                end=end,
                quote=block.plain[start:end],
                kind=LinkKind.FOUND,
                evidence=reason(scores[scene], seen.text),
                confidence=round(sure, 2),
            )
            links.append(link)
        return links


def _sure_in(seen: _Scored) -> set[str]:
    """Give the scenes of which a block would surely speak."""
    return {score.scene for score in seen.scores.values() if score.confidence >= SURE}

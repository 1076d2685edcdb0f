"""The finder: a room's scenes, prepared once, and the links it finds in texts."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple, Self

from herreader.finding.cues import Cue, compile_cues
from herreader.finding.evidence import reason
from herreader.finding.scoring import CERTAIN, CueIndex, Score, score
from herreader.finding.spans import joined, linked_words
from herreader.finding.subject import SubjectFinder
from herreader.finding.vocabulary import Sighting, Vocabulary
from herreader.model import SURE, Block, BlockKind, Link, LinkKind, Room, Scene
from herreader.text.sentences import sentences

FLOOR = 0.4
"""The confidence below which nothing is linked."""
METHOD = "1"
"""Changed whenever the same scene file would find other links."""

_TRACE = 0.3
"""What a block must show of a scene by itself, before what stands around it counts."""
_GOING_ON = 0.5
_HEADED = 0.5
_LINKED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.VERBATIM})


class _Around(NamedTuple):
    """The scenes that the heading above and the block before speak of."""

    heading: frozenset[str]
    before: frozenset[str]

    def lift(self, scene: str, confidence: float) -> float:
        """Make a trace of a scene surer by what stands around it."""
        doubt = 1 - confidence
        if confidence >= _TRACE:
            doubt *= 1 - _HEADED if scene in self.heading else 1
            doubt *= 1 - _GOING_ON if scene in self.before else 1
        return min(CERTAIN, 1 - doubt)


class Finder:
    """Finds the passages of texts that speak of the scenes of a work.

    Preparing one takes a while; finding is quick and changes nothing but an inner memory of words.

    Attributes:
        version: Names the method and the scenes: with another version, links may differ.
    """

    def __init__(self, scenes: Sequence[Scene], work: str = "", signs: Sequence[str] = ()) -> None:
        """Prepare for a work.

        Args:
            scenes: Its scenes, with what critics use to speak of them.
            work: Its title.
            signs: Names that show a text to speak of it.
        """
        self._vocabulary = Vocabulary()
        self._index = CueIndex(compile_cues(scenes, self._vocabulary))
        self._subjects = SubjectFinder(work, signs, scenes, self._vocabulary)
        self._order = {scene.slug: scene.number for scene in scenes}
        written = repr((METHOD, work, tuple(signs), tuple(scenes)))
        self.version = sha256(written.encode("utf-8", "replace")).hexdigest()[:12]

    @classmethod
    def for_room(cls, room: Room) -> Self:
        """Prepare for the work of a room."""
        return cls(room.scenes, room.work, room.signs)

    def find(self, review: str, blocks: Sequence[Block], *, title: str = "") -> tuple[Link, ...]:
        """Find the passages of a text that speak of a scene, in the order of the text.

        Args:
            review: The id that the links bear.
            blocks: The text.
            title: Its title, if that is not among the blocks.
        """
        found = [self._vocabulary.read(block.plain) for block in blocks]
        scores = [self._scores(block, each) for block, each in zip(blocks, found, strict=True)]
        subject = self._subjects.judge(title, blocks, found, _count_sure(scores))
        if subject.none:
            return ()
        links: list[Link] = []
        around = _Around(frozenset(), frozenset())
        for block, here, share in zip(blocks, scores, subject.shares, strict=True):
            if block.kind is BlockKind.HEADING:
                heading = frozenset(s for s, score in here.items() if score.confidence >= FLOOR)
                around = _Around(heading, frozenset())
            elif block.kind in _LINKED:
                new = self._links(review, block, here, around, share)
                links += new
                around = around._replace(before=frozenset(link.scene for link in new if link.sure))
        return tuple(joined(links, {block.number: block for block in blocks}))

    def _scores(self, block: Block, sightings: Sequence[Sighting]) -> dict[str, Score]:
        if not sightings:
            return {}
        return score(sightings, block.plain, self._index)

    def _links(
        self,
        review: str,
        block: Block,
        scores: dict[str, Score],
        around: _Around,
        share: float,
    ) -> list[Link]:
        sure = {
            scene: around.lift(scene, score.confidence) * (1 if scene in around.before else share)
            for scene, score in scores.items()
        }
        links = []
        for scene in sorted(scores, key=self._order.__getitem__):
            if sure[scene] < FLOOR:
                continue
            others = [scores[other] for other in scores if other != scene and sure[other] >= SURE]
            spans = sentences(block.plain)
            start, end = linked_words(block.plain, spans, scores[scene], others)
            link = Link(
                scene=scene,
                review=review,
                block=block.number,
                start=start,
                end=end,
                quote=block.plain[start:end],
                kind=LinkKind.FOUND,
                evidence=reason(scores[scene], block.plain),
                confidence=round(sure[scene], 2),
            )
            links.append(link)
        return links


def _count_sure(scores: Sequence[dict[str, Score]]) -> int:
    """Count the scenes of which some block would surely speak."""
    return len({scene for each in scores for scene in each if each[scene].confidence >= SURE})

"""Whether a text speaks of the work at all, and in which of its blocks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from herreader.finding.vocabulary import Sighting, Vocabulary
from herreader.model import Block, Scene, Style

_MOSTLY = 0.5
"""The share of blocks that name the work, its people or its makers, in a text about it."""
_MANY_SCENES = 4
"""Nobody speaks of as many scenes of a work by the way."""
_SUBSTANTIAL = 40
_NAMED_LESS = 3
_TALK = ("film", "movie", "novel", "book", "play", "series")


@dataclass(frozen=True, slots=True)
class Subject:
    """How far each block of a text speaks of the work, from 0 to 1, in order."""

    shares: tuple[float, ...]

    @property
    def none(self) -> bool:
        """Whether the text has nothing to do with the work."""
        return not any(self.shares)


class SubjectFinder:
    """Knows the signs by which a text shows that it speaks of one work."""

    def __init__(
        self, work: str, signs: Iterable[str], scenes: Sequence[Scene], vocabulary: Vocabulary
    ) -> None:
        names = {name for scene in scenes for name in scene.people}
        full = {name for name in names if len(name.split()) > 1 and name == name.title()}
        self._makers = frozenset(map(vocabulary.add, {*signs, *full}))
        self._people = frozenset(map(vocabulary.add, {n for n in names if n[:1].isupper()}))
        self._talk = frozenset(map(vocabulary.add, _TALK))
        self._title = _title_pattern(work)
        self._work = work

    def judge(
        self,
        title: str,
        blocks: Sequence[Block],
        found: Sequence[tuple[Sighting, ...]],
        scenes: int,
    ) -> Subject:
        """Say how far each block speaks of the work.

        Args:
            title: The text's own title, if it is known apart from its blocks.
            blocks: The text.
            found: The terms found in each block.
            scenes: How many scenes it would seem to speak of, were it about the work.
        """
        terms = [frozenset(sighting.term for sighting in sightings) for sightings in found]
        made = [bool(self._makers & each) for each in terms]
        titled = [self._is_titled(block) for block in blocks]
        if not any(made) and not any(titled) and not self._title_in(title):
            every = frozenset[int]().union(*terms)
            if len(self._people & every) < _NAMED_LESS or not self._talk & every:
                return Subject((0.0,) * len(blocks))
        named = [
            made[at] or titled[at] or bool(self._people & each) for at, each in enumerate(terms)
        ]
        whole = scenes >= _MANY_SCENES or _share(blocks, named) >= _MOSTLY
        if whole or self._is_headed(title, blocks):
            return Subject((1.0,) * len(blocks))
        return Subject(tuple(_near(named, at) for at in range(len(blocks))))

    def _is_headed(self, title: str, blocks: Sequence[Block]) -> bool:
        head = blocks[0].plain if blocks and len(blocks[0].plain) < 200 else ""
        return self._title_in(title) or self._title_in(head)

    def _title_in(self, title: str) -> bool:
        """Whether a text is headed with the work's title, in capitals or not."""
        return bool(self._title and self._title.search(title)) or title.strip() == self._work

    def _is_titled(self, block: Block) -> bool:
        if self._title is None or self._work.lower() not in block.plain.lower():
            return False
        if self._title.search(block.plain):
            return True
        return any(
            run.style is Style.EMPHASIS and block.plain[run.start : run.end] == self._work
            for run in block.runs
        )


def _title_pattern(work: str) -> re.Pattern[str] | None:
    """Recognise a title; one of a single word only where it cannot be that word."""
    if not work.strip():
        return None
    title = re.escape(work.strip())
    if " " in work.strip():
        return re.compile(rf"\b{title}\b", re.IGNORECASE)
    capitals = re.escape(work.strip().upper())
    return re.compile(
        rf"[“\"‘'*_]{title}[”\"’'*_,.:]"
        rf"|\b(?:{title}|{capitals})\s*(?:\(|[:–—|-]\s|Review\b|Explained\b|Ending\b)"
        rf"|(?<=[a-z,] ){title}\b|\b{capitals}\b|^{title}\W*$"
    )


def _share(blocks: Sequence[Block], named: Sequence[bool]) -> float:
    substantial = [at for at, block in enumerate(blocks) if len(block.plain) >= _SUBSTANTIAL]
    return sum(named[at] for at in substantial) / max(len(substantial), 1)


def _near(named: Sequence[bool], at: int) -> float:
    """Trust a block that names the work, less the next, and hardly those further on."""
    if named[at]:
        return 1.0
    return 0.8 if at and named[at - 1] else 0.6

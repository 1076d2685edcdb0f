"""Whether a text speaks of the work at all, and in which of its blocks."""
# ruff: noqa: RUF001 (quotation marks and dashes are what is looked for here)

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from herreader.finding.vocabulary import Vocabulary
from herreader.model import Block, BlockKind, Scene, Style

_MOSTLY = 0.5
"""The share of blocks that name the work, its people or its makers, in a text about it."""
_MANY_SCENES = 4
"""Nobody speaks of as many scenes of a work by the way."""
_OFTEN = 0.3
"""The share that is enough where the first of them names the work or its makers."""
_SUBSTANTIAL = 40
_NAMED_LESS = 2
_HEADED_AS = "Review|Explained|Ending|Summary|Analysis|Film|Movie"
_TALK = ("film", "movie", "novel", "book", "play", "series")


@dataclass(frozen=True, slots=True)
class Signs:
    """Where a text names the work, its makers and its people.

    Attributes:
        concerned: Whether it has anything to do with the work.
        headed: Whether it bears the work's title.
        opens: Whether its first paragraph names the work or a maker.
        named: For each block, whether it names the work, a maker or a character.
        share: The share of the paragraphs that do, from 0 to 1.
    """

    concerned: bool
    headed: bool
    opens: bool
    named: tuple[bool, ...]
    share: float

    def shares(self, scenes: int) -> tuple[float, ...]:
        """Say how far each block speaks of the work, from 0 to 1.

        Args:
            scenes: How many scenes the text would seem to speak of, were it about the work.
        """
        opens = self.opens and self.share >= _OFTEN
        if self.headed or opens or self.share >= _MOSTLY or scenes >= _MANY_SCENES:
            return (1.0,) * len(self.named)
        return tuple(_near(self.named, at) for at in range(len(self.named)))


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
        self._forms = (work, work.upper(), work.lower()) if " " in work else (work, work.upper())

    def signs_in(
        self, title: str, blocks: Sequence[Block], terms: Sequence[frozenset[int]]
    ) -> Signs:
        """Look for signs of the work.

        Args:
            title: The text's own title, if it is known apart from its blocks.
            blocks: The text.
            terms: The terms in each block.
        """
        makers = [
            bool(self._makers & each) or self._is_titled(block)
            for each, block in zip(terms, blocks, strict=True)
        ]
        people = [self._people & each for each in terms]
        headed = self._is_headed(title, blocks)
        named = tuple(made or bool(people[at]) for at, made in enumerate(makers))
        long = [at for at, block in enumerate(blocks) if _is_substantial(block)]
        return Signs(
            concerned=headed or any(makers) or self._keeps_company(people, terms),
            headed=headed,
            opens=any(makers[at] for at in long[:1]),
            named=named,
            share=sum(named[at] for at in long) / max(len(long), 1),
        )

    def _keeps_company(
        self, people: Sequence[frozenset[int]], terms: Sequence[frozenset[int]]
    ) -> bool:
        """Whether characters alone show the work: some of them together, again and again."""
        if sum(len(each) > 1 for each in people) > 1:
            return True
        every = frozenset[int]().union(*people)
        return len(every) >= _NAMED_LESS and any(self._talk & each for each in terms)

    def _is_headed(self, title: str, blocks: Sequence[Block]) -> bool:
        head = blocks[0].plain if blocks and len(blocks[0].plain) < 200 else ""
        return self._title_in(title) or self._title_in(head)

    def _title_in(self, title: str) -> bool:
        """Whether a text is headed with the work's title, in capitals or not."""
        return bool(self._title and self._title.search(title)) or title.strip() == self._work

    def _is_titled(self, block: Block) -> bool:
        if self._title is None or not any(form in block.plain for form in self._forms):
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
        return re.compile(rf"(?<!\w){title}(?!\w)", re.IGNORECASE)
    capitals = re.escape(work.strip().upper())
    return re.compile(
        rf"[“\"‘'*_]{title}[”\"’'*_,.:]"  # quoted
        rf"|(?<!\w)(?:{title}|{capitals})\s*(?:\(|[:–—|-]\s|(?:{_HEADED_AS})\b)"  # in a heading
        rf"|(?<=[a-z,] ){title}(?!\w)"  # where only a name has a capital
        rf"|(?<!\w){capitals}(?!\w)|^{title}\W*$"
    )


def _is_substantial(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and len(block.plain) >= _SUBSTANTIAL


def _near(named: Sequence[bool], at: int) -> float:
    """Trust a block that names the work, less the next, and hardly those further on."""
    if named[at]:
        return 1.0
    return 0.8 if at and named[at - 1] else 0.6

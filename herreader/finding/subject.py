"""Whether a text speaks of the work at all, and in which of its blocks."""
# ruff: noqa: RUF001 (quotation marks and dashes are what is looked for here)

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import compress, repeat
from operator import or_

from herreader.finding.vocabulary import Vocabulary
from herreader.model.room import Scene
from herreader.model.text import Block, BlockKind, Style

_MOSTLY = 0.5
"""The share of blocks that name the work, its people or its makers, in a text about it."""
_MANY_SCENES = 4
"""Nobody speaks of as many scenes of a work by the way."""
_OFTEN = 0.3
"""The share that is enough where the first of them names the work or its makers."""
HARDLY = 0.6
"""How far a passage is trusted that seems to be about something else: no scene is sure then."""
_LESS = 0.65
"""How far the block after one that names the work is trusted: hardly any scene is sure there."""
_LONGEST_HEAD = 200  # characters
_SUBSTANTIAL = 40
_LONG = 4
"""Paragraphs of a text in which one on the work names somebody of it; a short one may not."""
_NAMED_LESS = 2
_NAMED_MORE = 3
_LEADING = 1 / 3
"""The share of the scenes in which a leading character is: the names of others are anybody's."""
_LED = 3
"""The fewest scenes in which one is."""
_MANY_MAKERS = 3
_RARE = re.compile(r"\d[\d,.]*\d[1-9]")
"""A number that stands beside another of the work's nowhere but in a text on it: no round one."""
_HEADED_AS = "Review|Explained|Ending|Summary|Analysis|Film|Movie"
_GOES_ON = "and|or|as|at|is|was|in|on|after|before|again|revisited|by|vs|versus|with|from|through"
"""Small words that follow on a work's title at the beginning of a text's."""
_SOMEBODY = re.compile(r"(?<=[a-z,;] )(?<!\bin )(?<!\bat )(?<!\bfrom )[A-Z][a-z]+\b(?! [A-Z])")
"""A name in the middle of a sentence, and none of a place."""
_WORD = re.compile(r"[A-Z][a-z]+")
_SET_OFF = frozenset({Style.EMPHASIS, Style.STRONG})
_TALK = ("film", "movie", "novel", "book", "play", "series")


@dataclass(frozen=True, slots=True)
class Signs:
    """Where a text names the work, its makers and its people.

    Attributes:
        concerned: Whether it has anything to do with the work.
        known: Whether it shows that it means the work, and not another by some of its makers, or
            with the same title.
        headed: Whether it bears the work's title.
        opens: Whether its first paragraph names the work or a maker.
        named: For each block, whether it names the work or a character.
        share: The share of the paragraphs that name the work, a maker or a character, from 0 to 1.
        peopled: Whether most of the paragraphs that name none of these name somebody else.
    """

    concerned: bool
    known: bool
    headed: bool
    opens: bool
    named: tuple[bool, ...]
    share: float
    peopled: bool

    def shares(self, scenes: Sequence[AbstractSet[str]]) -> tuple[float, ...]:
        """Say how far each block speaks of the work, from 0 to 1.

        Args:
            scenes: Those of which each block would seem to speak, were it about the work.
        """
        if not self.known:
            return (HARDLY,) * len(self.named)
        opens = self.opens and self.share >= _OFTEN
        if self.headed or opens or self.share >= _MOSTLY or self._are_many(scenes):
            return (1.0,) * len(self.named)
        return tuple(_near(self.named, at) for at in range(len(self.named)))

    def _are_many(self, scenes: Sequence[AbstractSet[str]]) -> bool:
        """Whether scenes are spoken of of which nobody does by the way.

        Where other people are named than the work's, they are to stand beside names of its own.
        """
        near = map(or_, self.named, (False, *self.named)) if self.peopled else repeat(True)
        return len(set().union(*compress(scenes, near))) >= _MANY_SCENES


class SubjectFinder:
    """Knows the signs by which a text shows that it speaks of one work."""

    def __init__(
        self,
        work: str,
        signs: Iterable[str],
        makers: Iterable[str],
        scenes: Sequence[Scene],
        vocabulary: Vocabulary,
    ) -> None:
        names = {name for scene in scenes for name in scene.people if name[:1].isupper()}
        self._vocabulary = vocabulary
        self._signs = frozenset(map(vocabulary.add, signs))
        self._parts = {
            vocabulary.add(name): frozenset(map(vocabulary.add, name.split())) for name in makers
        }
        self._makers = frozenset(self._parts)
        self._names = {vocabulary.add(name): name for name in names.difference(makers, signs)}
        self._people = frozenset(self._names)
        self._leads = self._leading(scenes)
        numbers = {number for scene in scenes for number in scene.numbers}
        self._numbers = frozenset(map(vocabulary.add, filter(_RARE.fullmatch, numbers)))
        self._talk = frozenset(map(vocabulary.add, _TALK))
        self._title = _title_pattern(work)
        self._work = work.strip()
        begins = rf"{re.escape(self._work)}(?:,|\s+(?:{_GOES_ON})\b)"
        whole = rf"\W*{re.escape(self._work)}\W*(?:\d{{4}}\W*)?"
        self._whole = re.compile(whole if self._work else "(?!)", re.IGNORECASE)
        self._begins = re.compile(begins if self._work else "(?!)")
        forms = (work, work.upper(), work.lower()) if " " in work else (work, work.upper())
        self._forms = re.compile("|".join(map(re.escape, forms)))

    def signs_in(
        self, title: str, blocks: Sequence[Block], terms: Sequence[AbstractSet[int]]
    ) -> Signs:
        """Look for signs of the work.

        Args:
            title: The text's own title, if it is known apart from its blocks.
            blocks: The text.
            terms: The terms in each block.
        """
        works = [
            bool(self._signs & each) or self._is_titled(block)
            for each, block in zip(terms, blocks, strict=True)
        ]
        makers = [self._makers & each for each in terms]
        people = [
            self._alone(block.plain, here) if (here := self._people & each) else here
            for block, each in zip(blocks, terms, strict=True)
        ]
        headed = self._is_headed(title, blocks)
        counted = any(len(self._numbers & each) > 1 for each in terms)
        company = self._keeps_company(people, terms)
        named = tuple(work or bool(people[at]) for at, work in enumerate(works))
        long = [at for at, block in enumerate(blocks) if _is_substantial(block)]
        everybody = frozenset[int]().union(*people)
        signed = any(map((self._signs | self._makers).__and__, (self._terms_in(title), *terms)))
        signed = signed or bool(everybody & self._leads) or len(everybody) >= _NAMED_LESS
        return Signs(
            concerned=headed or counted or company or any(works) or any(makers),
            known=(headed and (signed or len(long) < _LONG))
            or counted
            or (any(works) and (signed or not headed))
            or company
            or (any(people) and any(makers))
            or self._are_many(makers),
            headed=headed,
            opens=any(works[at] or bool(makers[at]) for at in long[:1]),
            named=named,
            share=sum(named[at] or bool(makers[at]) for at in long) / max(len(long), 1),
            peopled=_name_others(blocks[at].plain for at in long if not (named[at] or makers[at])),
        )

    def _terms_in(self, title: str) -> AbstractSet[int]:
        return self._vocabulary.read(title).terms if title else frozenset()

    def _leading(self, scenes: Sequence[Scene]) -> frozenset[int]:
        """Give the characters who are in many of the scenes."""
        met = Counter(name for scene in scenes for name in set(scene.people))
        least = max(_LED, _LEADING * len(scenes))
        return frozenset(term for term, name in self._names.items() if met[name] >= least)

    def _alone(self, plain: str, people: frozenset[int]) -> frozenset[int]:
        """Give those of the people whom a block names that are the work's."""
        return frozenset([each for each in people if _stands_alone(self._names[each], plain)])

    def _are_many(self, makers: Sequence[AbstractSet[int]]) -> bool:
        """Whether makers are named who are seldom named together elsewhere."""
        here = set[int]().union(*makers)
        parts = set[int]().union(*[self._parts[name] - {name} for name in here])
        return len(here - parts) >= _MANY_MAKERS

    def _keeps_company(
        self, people: Sequence[AbstractSet[int]], terms: Sequence[AbstractSet[int]]
    ) -> bool:
        """Whether characters alone show the work: leading ones together, or one with others."""
        every = set[int]().union(*people)
        if self._leads and not self._leads & every:
            return False
        if any(len(self._leads & each) > 1 for each in people):
            return True
        if sum(len(each) > 1 for each in people) > 1:
            return True
        if len(every) >= _NAMED_MORE and sum(map(bool, people)) >= _OFTEN * len(people):
            return True
        return len(every) >= _NAMED_LESS and any(self._talk & each for each in terms)

    def _is_headed(self, title: str, blocks: Sequence[Block]) -> bool:
        first = blocks[0] if blocks else None
        head = first.plain if first and len(first.plain) < _LONGEST_HEAD else ""
        heading = head if first and first.kind is BlockKind.HEADING else ""
        begins = self._begins.match(title) or self._begins.match(heading)
        return bool(begins) or self._title_in(title) or self._title_in(head)

    def _title_in(self, title: str) -> bool:
        """Whether a text is headed with the work's title, in capitals or not."""
        return bool(self._title and self._title.search(title)) or bool(self._whole.fullmatch(title))

    def _is_titled(self, block: Block) -> bool:
        if self._title is None or not self._forms.search(block.plain):
            return False
        if self._title.search(block.plain):
            return True
        return any(
            run.style in _SET_OFF and block.plain[run.start : run.end].rstrip(".,:") == self._work
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
    headed = rf"\s*(?:\(|(?:--|[:–—|-])\s|(?:{_HEADED_AS})\b)"
    # All begin with its own letters, which are found soonest; then they look at what stands before.
    return re.compile(
        rf"{title}(?<=[“\"‘'*_]{title})[”\"’'*_,.:]"  # quoted
        rf"|{title}(?<!\w{title}){headed}|{capitals}(?<!\w{capitals}){headed}"  # in a heading
        rf"|{title}(?<=[a-z,] {title})(?!\w| [A-Z])"  # where only a name has a capital
        rf"|{capitals}(?<!\w{capitals})(?!\w)"  # alone
        rf"|{title}(?<!(?s:.){title})\W*(?:\d{{4}}\W*)?$"  # all there is, but for its year
    )


def _stands_alone(name: str, plain: str) -> bool:
    """Whether a name stands somewhere without a surname after it, or in other letters.

    With a surname it is somebody else's.
    """
    at = plain.find(name)
    while at >= 0:
        end = at + len(name)
        if plain[end : end + 1] != " " or not plain[end + 1 : end + 2].isupper():
            return True
        at = plain.find(name, end)
    return name not in plain


def _name_others(paragraphs: Iterable[str]) -> bool:
    """Whether most of some paragraphs name somebody."""
    paragraphs = tuple(paragraphs)
    names = {name for plain in paragraphs for name in _SOMEBODY.findall(plain)}
    peopled = sum(not names.isdisjoint(_WORD.findall(plain)) for plain in paragraphs)
    return bool(names) and peopled >= _MOSTLY * len(paragraphs)


def _is_substantial(block: Block) -> bool:
    return block.kind is not BlockKind.HEADING and len(block.plain) >= _SUBSTANTIAL


def _near(named: Sequence[bool], at: int) -> float:
    """Trust a block that names the work, less the next, and hardly those further on."""
    if named[at]:
        return 1.0
    return _LESS if at and named[at - 1] else HARDLY

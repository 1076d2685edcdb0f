"""How well the finder does on labelled reviews: precision and recall over (paragraph, scene)."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from herreader.finding import Finder
from herreader.model.links import Link
from herreader.model.room import Room
from herreader.model.text import Block, BlockKind
from herreader.paths import bundled_room
from herreader.rooms.learned import read_wording
from herreader.rooms.loading import load_room
from herreader.text.markdown import parse_markdown

HERE = Path(__file__).parent
LABELLED = HERE / "labelled"
"""Reviews that cues and wording were made with, but for those that are kept aside."""
LEARNED = HERE / "learned"
"""Reviews that wording is learned from; no cue was made with them."""
UNSEEN = HERE / "unseen"
"""Reviews that neither cues nor wording were made with, nor chosen by."""
EXAMPLES = HERE / "examples"
PRESS = HERE / "press"
"""Passages that say anew, in words of their own, what published pieces say of the film, as often.

Words are learned from those in learned.txt and fair.txt; the cues were made with some of the
former, and the latter speak of each scene no oftener than the press does. From those in unseen.txt
nothing is learned.
"""
OFTEN = 4.0
"""How often one of them counts: what is read is written as they are. Chosen on some of them."""

Pair = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A review of which somebody has said what each paragraph speaks of.

    Attributes:
        name: Its file's stem.
        blocks: Its text.
        pairs: The paragraphs and the scenes that they speak of.
        doubtful: Those of which it can be disputed; they count neither as right nor as wrong.
        title: Its title, if that is not among the blocks.
    """

    name: str
    blocks: tuple[Block, ...]
    pairs: frozenset[Pair]
    doubtful: frozenset[Pair]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that somebody has written or labelled, and the scenes that it speaks of.

    Attributes:
        plain: Its words.
        scenes: The scenes that it speaks of.
        source: The review or the line that it stands in.
        doubtful: The scenes of which that can be disputed.
        fair: Whether it shows how far cues are to be trusted: most of its like speak of no scene,
            and no cue was made with it.
        weight: How often it counts.
    """

    plain: str
    scenes: frozenset[str]
    source: str
    doubtful: frozenset[str] = frozenset()
    fair: bool = False
    weight: float = 1.0

    def may_speak_of(self, scene: str) -> bool:
        return scene in self.scenes or scene in self.doubtful


@dataclass(slots=True)
class Tally:
    """Pairs found and right, found and wrong, and missed, by scene."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        found = self.right.total() + self.wrong.total()
        return self.right.total() / found if found else 1.0

    @property
    def recall(self) -> float:
        labelled = self.right.total() + self.missed.total()
        return self.right.total() / labelled if labelled else 1.0

    def add(self, expected: Iterable[Pair], found: Iterable[Pair]) -> None:
        expected, found = set(expected), set(found)
        self.right.update(scene for _, scene in expected & found)
        self.wrong.update(scene for _, scene in found - expected)
        self.missed.update(scene for _, scene in expected - found)


@cache
def room() -> Room:
    return load_room(bundled_room()).room


def new_finder() -> Finder:
    """Prepare a finder of the bundled room, as an import does."""
    wording, _ = read_wording(room().folder, (scene.slug for scene in room().scenes))
    return Finder.for_room(room(), wording)


@cache
def finder() -> Finder:
    return new_finder()


def read_labelled(folder: Path, *, aside: bool | None = None) -> Iterator[Labelled]:
    """Read labelled reviews: those kept aside, the others, or all."""
    kept = set(tomllib.loads((HERE / "aside.toml").read_text(encoding="utf-8"))["aside"])
    for path in sorted(folder.glob("*.md")):
        if aside is not None and (path.stem in kept) is not aside:
            continue
        labels = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        pairs, doubtful = (
            frozenset((int(n), s) for n, scenes in labels.get(key, {}).items() for s in scenes)
            for key in ("paragraphs", "maybe")
        )
        blocks = parse_markdown(path.read_text(encoding="utf-8")).blocks
        yield Labelled(path.stem, blocks, pairs, doubtful)


def read_examples() -> Iterator[Example]:
    """Read all that wording is learned from: passages, and the reviews that are not kept aside."""
    for path in sorted(EXAMPLES.glob("*.txt")):
        yield from _passages(path)
    for name, fair in (("learned", False), ("fair", True)):
        for passage in _passages(PRESS / f"{name}.txt"):
            yield replace(passage, fair=fair, weight=OFTEN)
    for review in read_labelled(LABELLED, aside=False):
        yield from _blocks(review, fair=False)
    for review in read_labelled(LEARNED):
        yield from _blocks(review, fair=True)


def _blocks(review: Labelled, *, fair: bool) -> Iterator[Example]:
    for block in review.blocks:
        if block.kind is not BlockKind.HEADING:
            scenes = frozenset(scene for number, scene in review.pairs if number == block.number)
            doubtful = frozenset(scene for n, scene in review.doubtful if n == block.number)
            yield Example(block.plain, scenes, review.name, doubtful, fair)


def _passages(path: Path) -> Iterator[Example]:
    """Read passages, one a line, each under the last line that begins with `==` and the scenes.

    Scenes of which that can be disputed stand behind `| maybe:`. A blank line parts passages of
    different writers; where there is none, each is by itself.
    """
    scenes = doubtful = frozenset[str]()
    parts = path.read_text(encoding="utf-8").split("\n\n")
    for part, lines in enumerate(parts):
        for number, line in enumerate(lines.splitlines()):
            if line.startswith("== "):
                sure, _, maybe = line.removeprefix("== ").partition("| maybe:")
                scenes, doubtful = _named(sure), _named(maybe)
            else:
                source = part if len(parts) > 1 else number
                yield Example(line.strip(), scenes, f"{path.stem}:{source}", doubtful)


def _named(scenes: str) -> frozenset[str]:
    return frozenset(name.strip() for name in scenes.split(",")) - {"none", ""}


def read_press() -> Labelled:
    """Give the passages in the manner of the press from which nothing was learned, as one text."""
    passages = tuple(_passages(PRESS / "unseen.txt"))
    return Labelled(
        "press",
        tuple(Block(at, BlockKind.PARAGRAPH, each.plain) for at, each in enumerate(passages, 1)),
        frozenset((at, scene) for at, each in enumerate(passages, 1) for scene in each.scenes),
        frozenset((at, scene) for at, each in enumerate(passages, 1) for scene in each.doubtful),
        title=f"{room().work} ({room().year})",
    )


def learned_from() -> str:
    """Name what wording is learned from: it is to be learned again when that has changed."""
    digest = sha256((bundled_room() / "scenes.toml").read_bytes())
    for example in read_examples():
        digest.update(repr((example.plain, sorted(example.scenes))).encode())
    return digest.hexdigest()[:12]


def cue_scores(plain: str) -> dict[str, float]:
    """Say how sure the cues alone make each scene in a passage."""
    return _cues_alone().scores(plain)


@cache
def _cues_alone() -> Finder:
    return Finder.for_room(room())


def found_in(review: Labelled, by: Finder | None = None) -> tuple[Link, ...]:
    return (by or finder()).find(review.name, review.blocks, title=review.title)


def tally(reviews: Iterable[Labelled], by: Finder | None = None) -> Tally:
    """Count over the links that are shown as sure, by another finder than an import's if given."""
    total = Tally()
    for review in reviews:
        links = [link for link in found_in(review, by) if link.sure]
        total.add(review.pairs, {(link.block, link.scene) for link in links} - review.doubtful)
    return total

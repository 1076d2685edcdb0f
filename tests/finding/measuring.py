"""How well the finder does on labelled reviews: precision and recall over (paragraph, scene)."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from herreader.finding import Finder
from herreader.model import Block, Link, Room
from herreader.paths import bundled_room
from herreader.rooms.loading import load_room
from herreader.text.markdown import parse_markdown

HERE = Path(__file__).parent
LABELLED = HERE / "labelled"
FRESH = HERE / "fresh"

Pair = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A review of which somebody has said what each paragraph speaks of."""

    name: str
    blocks: tuple[Block, ...]
    pairs: frozenset[Pair]


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


@cache
def finder() -> Finder:
    return Finder.for_room(room())


def read_labelled(folder: Path, *, aside: bool | None = None) -> Iterator[Labelled]:
    """Read labelled reviews: those kept aside, the others, or all."""
    kept = set(tomllib.loads((HERE / "aside.toml").read_text(encoding="utf-8"))["aside"])
    for path in sorted(folder.glob("*.md")):
        if aside is not None and (path.stem in kept) is not aside:
            continue
        labels = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        pairs = {(int(n), s) for n, scenes in labels.get("paragraphs", {}).items() for s in scenes}
        blocks = parse_markdown(path.read_text(encoding="utf-8")).blocks
        yield Labelled(path.stem, blocks, frozenset(pairs))


def found_in(review: Labelled) -> tuple[Link, ...]:
    return finder().find(review.name, review.blocks)


def tally(reviews: Iterable[Labelled]) -> Tally:
    """Count over the links that are shown as sure."""
    total = Tally()
    for review in reviews:
        links = [link for link in found_in(review) if link.sure]
        total.add(review.pairs, {(link.block, link.scene) for link in links})
    return total

"""What a room says of its scenes, as cues: terms that together speak of one scene.

A cue is written `label: words|other words + more words - never these`: of each group that a plus
begins one alternative stands in a sentence or in the next, and none that a minus begins. What
stands before the colon says in plain words why the passage is linked; it can be left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from herreader.finding.vocabulary import Vocabulary, split_words
from herreader.model import Scene

SURE_CUE = 0.9
HINT = 0.5
PHRASE = 0.85
SHORT_PHRASE = 0.6
SCATTERED = 0.6
FEW_SCATTERED = 0.35
NUMBER = 0.93
ROUND_NUMBER = 0.4
NAME = 0.5
THING = 0.4
SHARED = 0.2

_REACH = 24
"""How many words there may be from one part of a cue to another."""
_LABEL = re.compile(r"\s*([^:|+]+):\s+(.*)", re.DOTALL)
_PARTS = re.compile(r"\s(?=[+-]\s)")
_FIGURES = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Cue:
    """Terms that speak of a scene when they stand together.

    Attributes:
        scene: The scene's slug.
        groups: For each part, the terms of which one must be there.
        without: Terms of which none may be there.
        weight: How sure they make it alone, from 0 to 1.
        label: Why, in plain words; empty if the words found are to be quoted.
        reach: How many words there may be between two parts.
    """

    scene: str
    groups: tuple[frozenset[int], ...]
    weight: float
    label: str = ""
    without: frozenset[int] = frozenset()
    reach: int = _REACH


def compile_cues(scenes: Sequence[Scene], vocabulary: Vocabulary) -> list[Cue]:
    """Make cues of all that the scenes carry, adding their terms to a vocabulary."""
    compiler = _Compiler(scenes, vocabulary)
    return [cue for scene in scenes for cue in compiler.cues_of(scene)]


def parse_cue(text: str) -> tuple[str, list[list[str]], list[str]]:
    """Take a written cue apart: its label, its groups, and the words that must not be there."""
    labelled = _LABEL.fullmatch(text)
    label, body = (labelled[1].strip(), labelled[2]) if labelled else ("", text)
    groups: list[list[str]] = []
    without: list[str] = []
    for part in _PARTS.split(" " + body.strip()):
        words = [word.strip() for word in part.strip().lstrip("+-").split("|")]
        words = [word for word in words if split_words(word)]
        if part.strip().startswith("-"):
            without += words
        elif words:
            groups.append(words)
    return label, groups, without


class _Compiler:
    """Turns the lists of a scene into cues, weighed by how many scenes share an entry."""

    def __init__(self, scenes: Sequence[Scene], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._several = len(scenes) > 1
        self._shared = Counter(
            entry.lower()
            for scene in scenes
            for entry in {*scene.people, *scene.places, *scene.things}
        )
        for phrase in (phrase for scene in scenes for phrase in scene.unlike):
            vocabulary.mask(phrase)

    def cues_of(self, scene: Scene) -> Iterator[Cue]:
        yield from (self._written(scene.slug, text, SURE_CUE) for text in scene.cues)
        yield from (self._written(scene.slug, text, HINT) for text in scene.hints)
        yield from self._listed(scene.slug, scene.people, NAME, "names {}")
        yield from self._listed(scene.slug, (*scene.places, *scene.things), THING, "“{}”")
        for phrase in scene.phrases:
            yield from self._phrases(scene.slug, phrase)
        for number in scene.numbers:
            yield from self._number(scene.slug, number)

    def _written(self, slug: str, text: str, weight: float) -> Cue:
        label, groups, without = parse_cue(text)
        return Cue(
            scene=slug,
            groups=tuple(self._terms(group) for group in groups),
            weight=weight,
            label=label,
            without=self._terms(without),
        )

    def _listed(
        self, slug: str, entries: Iterable[str], weight: float, label: str
    ) -> Iterator[Cue]:
        for entry in entries:
            scenes = self._shared[entry.lower()]
            if scenes > 2 or not split_words(entry):
                continue
            reason = label.format(entry)
            yield Cue(slug, (self._terms([entry]),), weight if scenes == 1 else SHARED, reason)

    def _phrases(self, slug: str, phrase: str) -> Iterator[Cue]:
        words = split_words(phrase)
        if not words:
            return
        few = len(words) < 3
        yield Cue(
            slug, (self._terms([phrase]),), SHORT_PHRASE if few else PHRASE, f"says “{phrase}”"
        )
        telling = [word for word in words if len(word) > 3]
        if len(telling) > 1:
            groups = tuple(self._terms([word]) for word in telling)
            weight = FEW_SCATTERED if len(telling) < 3 else SCATTERED
            yield Cue(slug, groups, weight, f"much like “{phrase}”", reach=10)

    def _number(self, slug: str, number: str) -> Iterator[Cue]:
        if not _FIGURES.fullmatch(number):
            yield from self._phrases(slug, number)
            return
        figures = "".join(filter(str.isdecimal, number))
        telling = len(figures.rstrip("0")) > 2
        weight = NUMBER if telling else ROUND_NUMBER
        yield Cue(slug, (self._terms([number]),), weight, f"{int(figures):,}")

    def _terms(self, phrases: Iterable[str]) -> frozenset[int]:
        return frozenset(map(self._vocabulary.add, phrases))

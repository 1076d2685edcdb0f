"""What a room says of its scenes, as cues: terms that together speak of one scene.

A cue is written `label: words|other words + more words - never these`: of each group that a plus
begins one alternative stands in a sentence or in the next, and none that a minus begins. What
stands before the colon says in plain words why the passage is linked; it can be left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from herreader.finding.vocabulary import Vocabulary, is_figure, split_words
from herreader.model.room import Scene

# What each kind of cue is worth alone, from 0 to 1.
SURE_CUE = 0.9
PHRASE = 0.85
SHORT_PHRASE = 0.6
SCATTERED = 0.55
FEW_SCATTERED = 0.35
TITLE = 0.55
SHORT_TITLE = 0.45
NUMBER = 0.93
ROUND_NUMBER = 0.4
NAME = 0.5
THING = 0.4
SHARED = 0.2

CONCLUSIVE = NUMBER
"""What a cue is worth that no words around it make doubtful."""

_REACH = 24
"""How many words there may be from one part of a cue to another."""
_NEAR = 10
"""The same for words of a phrase that stand apart."""
_OF_FEW = 2
"""In how many scenes a name or a thing may be listed and still tell one of them."""
_FEW_WORDS = 2
_SHORT_WORD = 3
_SHORT_WORDS = (_SHORT_WORD, 2)
"""Letters in the words of a title that are left out if there are longer ones."""
_ROUND = 2
"""How many digits a round number has before its noughts."""

_LABEL = re.compile(r"\s*([^:|+]+):\s+(.*)", re.DOTALL)
_PARTS = re.compile(r"\s(?=[+-]\s)")


@dataclass(frozen=True, slots=True)
class Cue:
    """Terms that speak of a scene when they stand together.

    Attributes:
        scene: The scene's slug.
        groups: For each part, the terms of which one must be there.
        without: Terms of which none may be there.
        weight: How sure they make it alone, from 0 to 1.
        label: Why, in plain words; empty if the text's own words are to be quoted.
        reach: How many words there may be between two parts.
    """

    scene: str
    groups: tuple[frozenset[int], ...]
    weight: float
    label: str = ""
    without: frozenset[int] = frozenset()
    reach: int = _REACH


def compile_cues(
    scenes: Sequence[Scene], vocabulary: Vocabulary, signs: Iterable[str] = ()
) -> list[Cue]:
    """Make cues of all that the scenes carry, adding their terms to a vocabulary.

    A name among the signs of the work is found all over a text, and tells no scene.
    """
    compiler = _Compiler(scenes, vocabulary, frozenset(signs))
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

    def __init__(
        self, scenes: Sequence[Scene], vocabulary: Vocabulary, signs: frozenset[str]
    ) -> None:
        self._vocabulary = vocabulary
        self._signs = signs
        self._shared = Counter(
            entry.lower()
            for scene in scenes
            for entry in {*scene.people, *scene.places, *scene.things}
        )
        for phrase in (phrase for scene in scenes for phrase in scene.unlike):
            vocabulary.mask(phrase)

    def cues_of(self, scene: Scene) -> Iterator[Cue]:
        yield from (self._written(scene.slug, text) for text in scene.cues)
        yield from self._listed(scene.slug, scene.people, NAME, "names {}")
        yield from self._listed(scene.slug, (*scene.places, *scene.things), THING)
        for phrase in scene.phrases:
            yield self._phrase(scene.slug, phrase)
        if not scene.cues:
            yield from self._scattered(scene)
        for number in scene.numbers:
            yield self._number(scene.slug, number)
        if not (scene.cues or scene.phrases or scene.numbers):
            yield from self._titled(scene)

    def _written(self, slug: str, text: str) -> Cue:
        label, groups, without = parse_cue(text)
        return Cue(
            scene=slug,
            groups=tuple(self._terms(group) for group in groups),
            weight=SURE_CUE,
            label=label,
            without=self._terms(without),
        )

    def _listed(
        self, slug: str, entries: Iterable[str], weight: float, why: str = ""
    ) -> Iterator[Cue]:
        for entry in entries:
            scenes = self._shared[entry.lower()]
            if scenes > _OF_FEW or entry in self._signs:
                continue
            label = why.format(entry)
            yield Cue(slug, (self._terms([entry]),), weight if scenes == 1 else SHARED, label)

    def _phrase(self, slug: str, phrase: str) -> Cue:
        weight = PHRASE if len(split_words(phrase)) > _FEW_WORDS else SHORT_PHRASE
        return Cue(slug, (self._terms([phrase]),), weight)

    def _scattered(self, scene: Scene) -> Iterator[Cue]:
        """Make cues of the words of phrases in any order, where nobody has written better ones."""
        for phrase in scene.phrases:
            words = [word for word in split_words(phrase) if len(word) > _SHORT_WORD]
            if len(words) > 1:
                weight = SCATTERED if len(words) > _FEW_WORDS else FEW_SCATTERED
                groups = tuple(self._terms([word]) for word in words)
                label = f"much like “{phrase}”"
                yield Cue(scene.slug, groups, weight, label, reach=_NEAR)

    def _titled(self, scene: Scene) -> Iterator[Cue]:
        """Make a cue of the title, where nothing is said of a scene that could make it sure."""
        words = _telling(scene.title)
        if words:
            weight = TITLE if len(words) > 1 else SHORT_TITLE
            yield Cue(scene.slug, tuple(self._terms([w]) for w in words), weight, reach=_NEAR)

    def _number(self, slug: str, number: str) -> Cue:
        if not is_figure(number):
            return self._phrase(slug, number)
        value = int("".join(filter(str.isdecimal, number)))
        weight = NUMBER if len(str(value).rstrip("0")) > _ROUND else ROUND_NUMBER
        return Cue(slug, (self._terms([number]),), weight, f"{value:,}")

    def _terms(self, phrases: Iterable[str]) -> frozenset[int]:
        return frozenset(map(self._vocabulary.add, phrases))


def _telling(title: str) -> list[str]:
    """List the words of a title that tell it from others: the short ones only if all are short."""
    words = split_words(title)
    longer = ([word for word in words if len(word) > most] for most in _SHORT_WORDS)
    return next(filter(None, longer), words)

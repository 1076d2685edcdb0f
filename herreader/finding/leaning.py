"""How far the single words of a block lean towards each scene.

A scene's words are weighed by a logistic regression over labelled examples, in which those may
weigh most whose share differs most (S. Wang and C. Manning, 2012); those that weigh little are left
out. The sentences that lean farthest count, as in learning from bags of instances (O. Maron and
T. Lozano-Pérez, 1998).
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import exp, inf, log
from typing import NamedTuple

from herreader.finding.lanes import Lanes
from herreader.finding.placing import Placed
from herreader.finding.scoring import CueIndex, Score, score
from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import Wording

WINDOW = 3
"""The most sentences, one after another, whose words are added up."""

_NO_CHANCE = 50.0
"""Odds against, beyond which no chance is told from none."""

Weights = Mapping[int, float]
"""What each term of a scene adds to its odds."""


class Leaning(NamedTuple):
    """How far a run of sentences leans towards a scene, in logarithmic odds."""

    odds: float
    first: int
    last: int


class WordScales:
    """The weighed words of a room, ready to weigh blocks with."""

    def __init__(
        self, wording: Wording, slugs: Collection[str], vocabulary: Vocabulary, floor: float
    ) -> None:
        """Add the words of the scenes with these slugs to a vocabulary.

        Args:
            wording: How far words speak for scenes.
            slugs: The scenes of the room.
            vocabulary: What texts are read with.
            floor: The chance, from 0 to 1, below which nobody asks.
        """
        scenes = {slug: each for slug, each in wording.scenes.items() if slug in slugs}
        self._cues = wording.cues
        self._slugs = list(scenes)
        self._numbers = {slug: number for number, slug in enumerate(self._slugs)}
        self._starts = [each.start for each in scenes.values()]
        self._weights = [
            {vocabulary.add(words): weight for words, weight in each.words}
            for each in scenes.values()
        ]
        self._weighed = list(map(frozenset, self._weights))  # soonest met with a set of terms
        self._lanes = Lanes(self._weights, [_odds(floor) - start for start in self._starts])
        self._any_cue = self._lanes.more(dict.fromkeys(range(len(scenes)), wording.cues))
        self.scenes = frozenset(scenes)
        self.not_learned = frozenset(slugs) - self.scenes

    def weigh(self, text: Placed, index: CueIndex) -> dict[str, Score]:
        """Say how sure a block speaks of each scene, by its cues and its words together.

        Cues are looked for where the words of the block, wherever they stand in it, leave a scene
        possible if cues make it certain, and where one cue is enough.
        """
        sums, concluded = self._lanes.add(text.terms), index.concluded(text.terms)
        able = self._lanes.high_enough(sums + self._any_cue)
        possible = self.not_learned.union(concluded, [self._slugs[number] for number in able])
        if not possible:
            return {}
        scores = score(text, index, possible)
        weighed: dict[str, Score] = {}
        cues: dict[int, float] = {}
        least: dict[int, float] = {}
        for slug, met in scores.items():
            number = self._numbers.get(slug)
            if number is None:
                weighed[slug] = met
            else:
                cues[number] = self._cues * met.confidence
                if slug in concluded and met.concluded:
                    least[number] = met.confidence
        for number in {*least, *self._lanes.high_enough(sums + self._lanes.more(cues))}:
            slug = self._slugs[number]
            leaning, weights = self.leaning(text, slug)
            met = scores.get(slug) or Score(slug, 0.0, leaning.first, leaning.last)
            sure = chance(leaning.odds + self._cues * met.confidence)
            sure = max(sure, least.get(number, 0.0))
            weighed[slug] = Score(slug, sure, met.first, met.last, met.matches, weights)
        return weighed

    def leaning(self, text: Placed, slug: str) -> tuple[Leaning, Weights]:
        """Say how far a block leans towards a scene of which words are known, and by which."""
        number = self._numbers[slug]
        weights = self._weights[number]
        held = [terms & self._weighed[number] for terms in text.terms_by_sentence]
        return _best(held, self._starts[number], weights), weights


def _best(held: Sequence[AbstractSet[int]], start: float, weights: Weights) -> Leaning:
    """Find the sentences whose words lean farthest, by the terms with a weight that each holds."""
    speaking = [at for at, terms in enumerate(held) if terms]
    best = Leaning(start if len(speaking) < len(held) else -inf, 0, 0)
    for first in speaking:
        terms: AbstractSet[int] = frozenset()
        for last, more in enumerate(held[first : first + WINDOW], start=first):
            if not more:
                continue
            terms |= more
            odds = start + sum(map(weights.__getitem__, terms))
            if odds > best.odds:
                best = Leaning(odds, first, last)
    return best


def chance(odds: float) -> float:
    """Turn logarithmic odds into a chance from 0 to 1."""
    return 1 / (1 + exp(min(-odds, _NO_CHANCE)))


def _odds(chance: float) -> float:
    """Turn a chance between 0 and 1 into logarithmic odds."""
    return log(chance / (1 - chance))

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
from herreader.finding.scoring import CueIndex, Score, bounds, score
from herreader.finding.senses import SenseScales
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
    """The weighed words of a room, and their senses if these are known, to weigh blocks with."""

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
        senses = wording.senses
        self._slugs = list(scenes)
        self._numbers = {slug: number for number, slug in enumerate(self._slugs)}
        self._starts = [each.start for each in scenes.values()]
        self._weights = [
            {vocabulary.add(words): weight for words, weight in each.words}
            for each in scenes.values()
        ]
        self._weighed = list(map(frozenset, self._weights))  # soonest met with a set of terms
        self._senses = SenseScales(senses, vocabulary) if senses else None
        self._share, self._cues = (senses.words, senses.cues) if senses else (1.0, wording.cues)
        self._floor = _odds(floor)
        self._trace = senses.trace if senses else self._floor
        least = (self._trace - self._cues) / self._share
        self._lanes = Lanes(self._weights, [least - start for start in self._starts])
        self._scenes = frozenset(scenes)
        self._not_learned = frozenset(slugs) - self._scenes

    def weigh(self, text: Placed, index: CueIndex) -> dict[str, Score]:
        """Say how sure a block speaks of each scene, by its cues and its words together.

        What words stand in a block, wherever, tells how sure its words and its cues can make a
        scene at most. Only where that may be enough are its senses asked, and where it still may
        be, what stands near what.
        """
        reached, concluded = self._lanes.reached(text.terms), index.concluded(text.terms)
        if not (reached or concluded or self._not_learned):
            return {}
        words = {
            self._slugs[number]: (self._starts[number] + most) * self._share
            for number, most in reached.items()
        }
        candidates = index.candidates(text.terms, words.keys() | concluded | self._not_learned)
        most = bounds(candidates)
        traced = {
            slug
            for slug, odds in words.items()
            if odds + self._cues * most.get(slug, 0.0) >= self._trace
        }
        senses = self._senses_of(text, traced | (concluded & self._scenes))
        hopes = {slug: words[slug] + senses[slug] - self._floor for slug in traced}
        hoped = {
            slug for slug, odds in hopes.items() if odds + self._cues * most.get(slug, 0.0) >= 0
        }
        possible = self._not_learned | concluded | hoped
        scores = score(text, [each for each in candidates if each.cue.scene in possible])
        weighed = {slug: met for slug, met in scores.items() if slug in self._not_learned}
        for slug in possible & self._scenes:
            met = scores.get(slug, Score(slug, 0.0, 0, 0))
            least = met.confidence if slug in concluded and met.concluded else 0.0
            if least or hopes.get(slug, -inf) + self._cues * met.confidence >= 0:
                sure = self._weigh(text, met, senses[slug])
                weighed[slug] = sure._replace(confidence=max(sure.confidence, least))
        return weighed

    def _senses_of(self, text: Placed, slugs: AbstractSet[str]) -> Mapping[str, float]:
        """Give what the senses of a block's words add to the odds of some scenes."""
        if not self._senses or not slugs:
            return dict.fromkeys(slugs, 0.0)
        return self._senses.odds(text.words, slugs)

    def _weigh(self, text: Placed, met: Score, senses: float) -> Score:
        """Say how sure a block speaks of a scene, of which some cues, or none, have been met."""
        leaning, weights = self._leaning(text, met.scene)
        odds = leaning.odds * self._share + self._cues * met.confidence
        sure = chance(odds + senses) if odds >= self._trace else 0.0
        where = met if met.matches else met._replace(first=leaning.first, last=leaning.last)
        return where._replace(confidence=sure, words=weights)

    def _leaning(self, text: Placed, slug: str) -> tuple[Leaning, Weights]:
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

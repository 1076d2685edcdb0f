"""How sure each block speaks of each scene, and in which of its sentences."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from math import prod
from types import MappingProxyType
from typing import NamedTuple

from herreader.finding.credits import players_listed
from herreader.finding.cues import CONCLUSIVE, Cue
from herreader.finding.placing import Placed, Spot
from herreader.finding.vocabulary import Sighting

CERTAIN = 0.98
_ACROSS = 0.92
"""What a cue is worth of itself when its parts stand in two sentences."""

_REACH_ACROSS = 14
"""How many words there may be from one part to another in the next sentence."""

TELLING = 0.6
"""The weight without which, in one cue at least, nothing is sure."""
_UNSURE_AT_MOST = 0.64


class Match(NamedTuple):
    """A cue met in a block: from sentence `first` to `last`, with the words that met it."""

    cue: Cue
    weight: float
    first: int
    last: int
    tokens: frozenset[int]
    sightings: tuple[Sighting, ...]


class Score(NamedTuple):
    """How sure a run of sentences speaks of a scene, from 0 to 1, and what says so.

    Attributes:
        scene: The scene's slug.
        confidence: How sure, from 0 to 1.
        first: The first sentence.
        last: The last one.
        matches: The cues met, the weightiest first.
        words: Terms that speak for or against the scene, each with its weight.
    """

    scene: str
    confidence: float
    first: int
    last: int
    matches: tuple[Match, ...] = ()
    words: Mapping[int, float] = MappingProxyType({})

    @property
    def concluded(self) -> bool:
        """Whether a cue speaks for the scene that no words around it can make doubtful."""
        return any(match.cue.weight >= CONCLUSIVE for match in self.matches)


Spots = Mapping[int, Sequence[Spot]]
"""Where the terms of cues stand in a block."""


class Candidate(NamedTuple):
    """A cue, the terms of its rarest part, those of its other parts, and those that bar it."""

    cue: Cue
    key: frozenset[int]
    others: Sequence[frozenset[int]]
    without: frozenset[int]


_NONE = frozenset[str]()


class CueIndex:
    """Cues by the terms of their rarest part, which must be there for the others to matter.

    How common a term is in texts shows in how many cues name it: `Samantha` is in a hundred.
    """

    def __init__(self, cues: Iterable[Cue]) -> None:
        cues = list(cues)
        common = Counter(term for cue in cues for part in cue.groups for term in part)
        self._candidates: list[Candidate] = []
        self._by_term: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        concluding: defaultdict[int, set[str]] = defaultdict(set)
        for cue in cues:
            if not cue.groups:
                continue
            key, *others = sorted(cue.groups, key=lambda part: sum(map(common.__getitem__, part)))
            for term in key:
                self._by_term[term].append((cue.scene, len(self._candidates)))
            self._candidates.append(Candidate(cue, key, others, cue.without))
            if cue.weight >= CONCLUSIVE:
                for term in key:
                    concluding[term].add(cue.scene)
        self._terms = frozenset(self._by_term)
        self._concluding = concluding
        self._conclusive = frozenset(concluding)

    def concluded(self, terms: AbstractSet[int]) -> frozenset[str]:
        """List the scenes for which one of these terms may be enough, whatever else is said."""
        here = terms & self._conclusive
        return _NONE.union(*[self._concluding[term] for term in here]) if here else _NONE

    def candidates(self, terms: AbstractSet[int], scenes: Container[str]) -> list[Candidate]:
        """List the cues of some scenes that have every part among these terms, with these only."""
        wanted = {
            at
            for term in terms & self._terms
            for scene, at in self._by_term[term]
            if scene in scenes
        }
        found = []
        for at in sorted(wanted):
            cue, key, others, without = self._candidates[at]
            for part in others:
                if part.isdisjoint(terms):
                    break
            else:
                present = [part & terms for part in others]
                found.append(Candidate(cue, key & terms, present, without & terms))
        return found


def bounds(candidates: Iterable[Candidate]) -> dict[str, float]:
    """Say how sure cues make each scene at most, wherever in a block their parts stand."""
    doubts: defaultdict[str, float] = defaultdict(lambda: 1.0)
    for candidate in candidates:
        doubts[candidate.cue.scene] *= 1 - candidate.cue.weight
    return {scene: min(CERTAIN, 1 - doubt) for scene, doubt in doubts.items()}


def score(text: Placed, candidates: Sequence[Candidate]) -> dict[str, Score]:
    """Score the scenes of which cues show a trace in a block, by its best run of sentences."""
    if not candidates:
        return {}
    spots = text.spots_of(_terms_of(candidates))
    listed = players_listed(text.plain, text.sentences)
    met: defaultdict[str, list[Match]] = defaultdict(list)
    for candidate in candidates:
        for match in _meet(candidate, spots):
            if not listed or not listed.issuperset(range(match.first, match.last + 1)):
                met[candidate.cue.scene].append(match)
    return {scene: _best(scene, matches) for scene, matches in met.items()}


def _terms_of(candidates: Iterable[Candidate]) -> set[int]:
    terms: set[int] = set()
    for _, key, others, without in candidates:
        terms.update(key, without, *others)
    return terms


def _meet(candidate: Candidate, spots: Spots) -> Iterator[Match]:
    cue, key, others, without = candidate
    parts = [_standing(part, spots) for part in others]
    for anchor in _standing(key, spots):
        chosen = [anchor]
        for part in parts:
            partner = _nearest(anchor, part, cue.reach)
            if partner is None:
                break
            chosen.append(partner)
        else:
            held = [spot[2] for spot in chosen]
            first, last = min(held), max(held)
            if last - first > 1 or (without and _stands(without, first, last, spots)):
                continue
            chosen.sort()
            sightings = tuple([spot[3] for spot in chosen])
            tokens = frozenset(at for _, start, end in sightings for at in range(start, end + 1))
            weight = cue.weight if first == last else cue.weight * _ACROSS
            yield Match(cue, weight, first, last, tokens, sightings)


def _standing(terms: frozenset[int], spots: Spots) -> Sequence[Spot]:
    """List where some terms stand, in the order of the text."""
    if len(terms) == 1:
        (term,) = terms
        return spots[term]
    return sorted(chain.from_iterable(map(spots.__getitem__, terms)))


def _nearest(anchor: Spot, others: Iterable[Spot], reach: int) -> Spot | None:
    """Find the nearest of some terms that does not overlap the anchor's own words."""
    own_first, own_last, sentence, _ = anchor
    best, nearest = reach + 1, None
    for other in others:
        first, last, place, _ = other
        gap = first - own_last if first > own_last else own_first - last
        if 0 < gap < best and (
            place == sentence or (-1 <= place - sentence <= 1 and gap <= _REACH_ACROSS)
        ):
            best, nearest = gap, other
    return nearest


def _stands(terms: frozenset[int], first: int, last: int, spots: Spots) -> bool:
    return any(first <= spot[2] <= last for term in terms for spot in spots[term])


def _best(scene: str, matches: list[Match]) -> Score:
    """Choose the neighbouring sentences that together make the scene surest."""
    matches.sort(key=lambda match: (match.first, match.last))
    runs: list[list[Match]] = []
    end = -2
    for match in matches:
        if match.first <= end + 1:
            runs[-1].append(match)
        else:
            runs.append([match])
        end = max(end, match.last) if runs[-1][0] is not match else match.last
    return max((_total(scene, run) for run in runs), key=lambda score: score.confidence)


def _total(scene: str, run: list[Match]) -> Score:
    """Add up cues; words count once, for the cue to which they matter most."""
    used: set[int] = set()
    kept: list[Match] = []
    for match in sorted(run, key=lambda match: -match.weight):
        if not match.tokens <= used and all(match.cue is not other.cue for other in kept):
            used |= match.tokens
            kept.append(match)
    highest = CERTAIN if kept[0].weight >= TELLING else _UNSURE_AT_MOST
    confidence = min(highest, 1 - prod(1 - match.weight for match in kept))
    strongest = [match for match in kept if match.weight >= kept[0].weight * 0.6]
    first = min(match.first for match in strongest)
    last = max(match.last for match in strongest)
    return Score(scene, confidence, first, last, tuple(kept))

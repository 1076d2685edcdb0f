"""How sure each block speaks of each scene, and in which of its sentences."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from herreader.finding.credits import players_listed
from herreader.finding.cues import Cue
from herreader.finding.vocabulary import Reading, Sighting
from herreader.text.sentences import sentences

CERTAIN = 0.98
_ACROSS = 0.92
"""What a cue is worth of itself when its parts stand in two sentences."""

_REACH_ACROSS = 14
"""How many words there may be from one part to another in the next sentence."""

_TELLING = 0.6
"""The weight without which, in one cue at least, nothing is sure."""
_UNSURE_AT_MOST = 0.78

_OFTEN = 50
"""How often a term counts in one block: what a hostile text repeats for ever costs no time."""

Sentences = Sequence[tuple[int, int]]


_Spot = tuple[int, int, int, Sighting]
"""Where a term stands: its first and last word, and the sentence; plain, as sightings are."""
_Spots = dict[int, list[_Spot]]


class Match(NamedTuple):
    """A cue met in a block: from sentence `first` to `last`, with the words that met it."""

    cue: Cue
    weight: float
    first: int
    last: int
    tokens: frozenset[int]
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How sure a run of sentences speaks of a scene, from 0 to 1, and the cues that say so."""

    scene: str
    confidence: float
    first: int
    last: int
    matches: tuple[Match, ...]


class Candidate(NamedTuple):
    """A cue, its shortest part, and its other parts."""

    cue: Cue
    key: frozenset[int]
    others: tuple[frozenset[int], ...]


class CueIndex:
    """Cues by the terms of their shortest part, which must be there for the others to matter."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._candidates: list[Candidate] = []
        self._by_term: defaultdict[int, list[int]] = defaultdict(list)
        for cue in cues:
            if not cue.groups:
                continue
            key, *others = sorted(cue.groups, key=len)
            for term in key:
                self._by_term[term].append(len(self._candidates))
            self._candidates.append(Candidate(cue, key, tuple(others)))

    def candidates(self, terms: frozenset[int]) -> list[Candidate]:
        """List the cues of which every part is among these terms."""
        by_term = self._by_term
        wanted = {at for term in terms if term in by_term for at in by_term[term]}
        found = []
        for at in sorted(wanted):
            candidate = self._candidates[at]
            for part in candidate.others:
                if part.isdisjoint(terms):
                    break
            else:
                found.append(candidate)
        return found


def score(reading: Reading, plain: str, index: CueIndex) -> dict[str, Score]:
    """Score each scene of which a block shows a trace, by its best run of sentences."""
    terms = frozenset(sighting[0] for sighting in reading.sightings)
    candidates = index.candidates(terms)
    if not candidates:
        return {}
    spans = sentences(plain)
    text = _place(reading, spans)
    listed = players_listed(plain, spans)
    met: defaultdict[str, list[Match]] = defaultdict(list)
    for candidate in candidates:
        for match in _meet(candidate, text, terms):
            if not listed or not listed.issuperset(range(match.first, match.last + 1)):
                met[candidate.cue.scene].append(match)
    return {scene: _best(scene, matches) for scene, matches in met.items()}


def _place(reading: Reading, spans: Sentences) -> _Spots:
    """Say where each term stands, and in which sentence."""
    bounds = [bisect_left(reading.ends, end) for _, end in spans]
    spots: defaultdict[int, list[_Spot]] = defaultdict(list)
    for sighting in reading.sightings:
        term, first, last = sighting
        standing = spots[term]
        if len(standing) < _OFTEN:
            standing.append((first, last, bisect_left(bounds, first), sighting))
    return spots


def _meet(candidate: Candidate, text: _Spots, present: frozenset[int]) -> Iterator[Match]:
    cue = candidate.cue
    parts = [[spot for term in part & present for spot in text[term]] for part in candidate.others]
    for anchor in [spot for term in candidate.key & present for spot in text[term]]:
        chosen = [anchor]
        for part in parts:
            partner = _nearest(anchor, part, cue)
            if partner is None:
                break
            chosen.append(partner)
        else:
            held = [spot[2] for spot in chosen]
            first, last = min(held), max(held)
            if last - first > cue.sentences or (cue.without and _barred(cue, first, last, text)):
                continue
            chosen.sort()
            sightings = tuple(spot[3] for spot in chosen)
            tokens = frozenset(at for _, start, end in sightings for at in range(start, end + 1))
            weight = cue.weight if last == first or cue.sentences > 1 else cue.weight * _ACROSS
            yield Match(cue, weight, first, last, tokens, sightings)


def _nearest(anchor: _Spot, others: Iterable[_Spot], cue: Cue) -> _Spot | None:
    """Find the nearest of some terms that does not overlap the anchor's own words."""
    own_first, own_last, sentence, _ = anchor
    best, nearest = cue.reach + 1, None
    apart = cue.sentences
    across = _REACH_ACROSS if apart == 1 else cue.reach
    for other in others:
        first, last, place, _ = other
        gap = first - own_last if first > own_last else own_first - last
        if 0 < gap < best and (
            place == sentence or (-apart <= place - sentence <= apart and gap <= across)
        ):
            best, nearest = gap, other
    return nearest


def _barred(cue: Cue, first: int, last: int, text: _Spots) -> bool:
    barring = [term for term in cue.without if term in text]
    return any(first <= spot[2] <= last for term in barring for spot in text[term])


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
    highest = CERTAIN if kept[0].weight >= _TELLING else _UNSURE_AT_MOST
    confidence = min(highest, 1 - prod(1 - match.weight for match in kept))
    strongest = [match for match in kept if match.weight >= kept[0].weight * 0.6]
    first = min(match.first for match in strongest)
    last = max(match.last for match in strongest)
    return Score(scene, confidence, first, last, tuple(kept))

"""How sure each block speaks of each scene, and in which of its sentences."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

from herreader.finding.cues import Cue
from herreader.finding.vocabulary import Sighting
from herreader.text.sentences import sentences

CERTAIN = 0.98
_ACROSS = 0.92
"""What a cue is worth of itself when its parts stand in two sentences."""

_REACH_ACROSS = 14
"""How many words there may be from one part to another in the next sentence."""

Sentences = Sequence[tuple[int, int]]


_CREDITS = re.compile(r"\s*(?:starring|stars|cast|with|director|directed by|credits)\b:?", re.IGNORECASE)
_NAMES_LISTED = 4


def lists_names(sentence: str) -> bool:
    """Whether a sentence only says who plays whom."""
    if sentence.count("(") >= _NAMES_LISTED:
        return True
    return bool(_CREDITS.match(sentence)) and sentence.count(",") >= _NAMES_LISTED - 1


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


class CueIndex:
    """Cues by the terms of their rarest part."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._cues: defaultdict[int, list[tuple[Cue, frozenset[int]]]] = defaultdict(list)
        for cue in cues:
            if not cue.groups:
                continue
            key = min(cue.groups, key=len)
            for term in key:
                self._cues[term].append((cue, key))

    def candidates(self, terms: Iterable[int]) -> list[tuple[Cue, frozenset[int]]]:
        """List the cues that can be met where these terms are."""
        terms = frozenset(terms)
        unique = {
            id(entry[0]): entry
            for term in terms
            if term in self._cues
            for entry in self._cues[term]
        }
        return [
            (cue, key)
            for cue, key in unique.values()
            if all(not group.isdisjoint(terms) for group in cue.groups)
        ]


def score(sightings: Sequence[Sighting], plain: str, index: CueIndex) -> dict[str, Score]:
    """Score each scene of which a block shows a trace, by its best run of sentences."""
    by_term: defaultdict[int, list[int]] = defaultdict(list)
    for at, sighting in enumerate(sightings):
        by_term[sighting.term].append(at)
    candidates = index.candidates(by_term)
    if not candidates:
        return {}
    spans = sentences(plain)
    places = _places(sightings, spans)
    credit = {at for at, (start, end) in enumerate(spans) if lists_names(plain[start:end])}
    met: defaultdict[str, list[Match]] = defaultdict(list)
    for cue, key in candidates:
        for match in _meet(cue, key, sightings, by_term, places):
            if not credit.issuperset(range(match.first, match.last + 1)):
                met[cue.scene].append(match)
    return {scene: _best(scene, matches) for scene, matches in met.items()}


def _places(sightings: Sequence[Sighting], spans: Sentences) -> list[int]:
    """Say in which sentence each term stands."""
    places = []
    at = 0
    for sighting in sightings:
        while at + 1 < len(spans) and spans[at + 1][0] <= sighting.start:
            at += 1
        places.append(at)
    return places


def _meet(
    cue: Cue,
    key: frozenset[int],
    sightings: Sequence[Sighting],
    by_term: dict[int, list[int]],
    places: Sequence[int],
) -> Iterator[Match]:
    for anchor in (at for term in key if term in by_term for at in by_term[term]):
        chosen = [anchor]
        for group in cue.groups:
            if group is key:
                continue
            partner = _nearest(anchor, group, cue.reach, sightings, by_term, places)
            if partner is None:
                break
            chosen.append(partner)
        else:
            held = [places[at] for at in chosen]
            first, last = min(held), max(held)
            if last - first > 1 or _barred(cue, first, last, by_term, places):
                continue
            spots = tuple(sightings[at] for at in sorted(chosen))
            tokens = frozenset(t for spot in spots for t in range(spot.first, spot.last + 1))
            weight = cue.weight if first == last else cue.weight * _ACROSS
            yield Match(cue, weight, first, last, tokens, spots)


def _nearest(
    anchor: int,
    group: frozenset[int],
    reach: int,
    sightings: Sequence[Sighting],
    by_term: dict[int, list[int]],
    places: Sequence[int],
) -> int | None:
    """Find the nearest term of a group that does not overlap the anchor's own words."""
    own = sightings[anchor]
    best: tuple[int, int] | None = None
    for term in group:
        for at in by_term.get(term, ()):
            other = sightings[at]
            gap = max(other.first - own.last, own.first - other.last)
            apart = abs(places[at] - places[anchor])
            if gap <= 0 or gap > (reach if not apart else min(reach, _REACH_ACROSS)) or apart > 1:
                continue
            if best is None or gap < best[0]:
                best = gap, at
    return best[1] if best else None


def _barred(
    cue: Cue, first: int, last: int, by_term: dict[int, list[int]], places: Sequence[int]
) -> bool:
    return any(
        first <= places[at] <= last
        for term in cue.without
        if term in by_term
        for at in by_term[term]
    )


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
    confidence = min(CERTAIN, 1 - prod(1 - match.weight for match in kept))
    strongest = [match for match in kept if match.weight >= kept[0].weight * 0.6]
    first = min(match.first for match in strongest)
    last = max(match.last for match in strongest)
    return Score(scene, confidence, first, last, tuple(kept))

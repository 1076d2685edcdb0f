"""Why a passage is linked, in plain words."""

from collections.abc import Iterable
from operator import itemgetter

from herreader.finding.placing import Placed
from herreader.finding.scoring import TELLING, Match, Score
from herreader.finding.vocabulary import Sighting

_REASONS = 2
_WORDS = 4
_ALIKE = "means much the same as others on it"


def reason(score: Score, text: Placed) -> str:
    """Say in a few words what speaks for a scene, the weightiest first."""
    reasons = list(dict.fromkeys(_because(match, text) for match in score.matches))[:_REASONS]
    if score.words and not any(match.weight >= TELLING for match in score.matches):
        telling = _telling(score, text)
        reasons[1:] = ["speaks of " + _quoted(telling, text)] if telling else []
    return "; ".join(reasons) or _ALIKE


def _because(match: Match, text: Placed) -> str:
    label = match.cue.label
    if not label:
        return "says " + _quoted(match.sightings, text)
    if len(match.sightings) == 1 and match.sightings[0][1] in text.spelt:
        return f"{label} in words"
    return label


def _telling(score: Score, text: Placed) -> list[Sighting]:
    """List the words that speak loudest for a scene, in the order of the text."""
    standing = text.first_within(score.first, score.last)
    weights = ((score.words[term], term) for term in standing.keys() & score.words.keys())
    loudest = sorted(((weight, term) for weight, term in weights if weight > 0), reverse=True)
    return sorted([standing[term] for _, term in loudest[:_WORDS]], key=itemgetter(1, 2))


def _quoted(sightings: Iterable[Sighting], text: Placed) -> str:
    """Quote words of a text."""
    spans = [text.span(sighting) for sighting in sightings]
    words = dict.fromkeys(" ".join(text.plain[start:end].split()) for start, end in spans)
    return " … ".join(f"“{each}”" for each in words)

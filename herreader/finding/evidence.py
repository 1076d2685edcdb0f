"""Why a passage is linked, in plain words."""

from herreader.finding.scoring import Match, Score
from herreader.finding.vocabulary import Reading

_REASONS = 2


def reason(score: Score, reading: Reading, plain: str) -> str:
    """Say in a few words what speaks for a scene, the weightiest first."""
    reasons = dict.fromkeys(_because(match, reading, plain) for match in score.matches)
    return "; ".join(list(reasons)[:_REASONS])


def _because(match: Match, reading: Reading, plain: str) -> str:
    label = match.cue.label
    if not label:
        spans = [reading.span(sighting) for sighting in match.sightings]
        words = dict.fromkeys(" ".join(plain[start:end].split()) for start, end in spans)
        return "says " + " … ".join(f"“{each}”" for each in words)
    if len(match.sightings) == 1 and match.sightings[0][1] in reading.spelt:
        return f"{label} in words"
    return label

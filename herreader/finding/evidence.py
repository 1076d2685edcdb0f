"""Why a passage is linked, in plain words."""

from herreader.finding.scoring import Match, Score

_REASONS = 2


def reason(score: Score, plain: str) -> str:
    """Say in a few words what speaks for a scene, the weightiest first."""
    reasons = dict.fromkeys(_because(match, plain) for match in score.matches)
    return "; ".join(list(reasons)[:_REASONS])


def _because(match: Match, plain: str) -> str:
    words = [" ".join(plain[spot.start : spot.end].split()) for spot in match.sightings]
    label = match.cue.label
    if not label:
        return "says " + " … ".join(f"“{each}”" for each in dict.fromkeys(words))
    if len(match.sightings) == 1 and match.sightings[0].in_words:
        return f"{label} in words"
    return label

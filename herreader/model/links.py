"""The values of the cross-reference: links, and the words by which they are found."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

SURE = 0.65
"""The confidence from which on a found link is shown as sure."""
METHOD = "13"
"""How links are found; changed whenever the same scenes would find others."""


class LinkKind(StrEnum):
    """Where a link comes from."""

    WRITTEN = "written"
    FOUND = "found"
    BY_HAND = "by-hand"


class Link(NamedTuple):
    """Words of one block that speak of a scene: `plain[start:end] == quote`.

    Attributes:
        scene: Slug of the scene.
        review: Id of the review.
        block: Number of the block.
        start: First character in the block's plain text.
        end: The character after the last.
        quote: The words.
        kind: Where the link comes from.
        evidence: Why it was found; empty if it was not.
        confidence: From 0 to 1.
        continues: Whether it goes on where the review's previous link of this scene ended, with
            nothing but blanks between: the two are stepped through as one passage.
    """

    scene: str
    review: str
    block: int
    start: int
    end: int
    quote: str
    kind: LinkKind = LinkKind.WRITTEN
    evidence: str = ""
    confidence: float = 1.0
    continues: bool = False

    @property
    def sure(self) -> bool:
        """Whether the link is shown without being asked for."""
        return self.kind is not LinkKind.FOUND or self.confidence >= SURE


class Spread(NamedTuple):
    """How many passages speak of a scene, and in how many reviews."""

    passages: int
    reviews: int


class SceneWords(NamedTuple):
    """How far words speak for one scene, in logarithmic odds.

    Attributes:
        start: The odds of words that say nothing.
        words: Words, each with what it adds.
    """

    start: float
    words: tuple[tuple[str, float], ...]


NO_STEPS = 128
"""The byte of a term that adds nothing to a hidden unit."""


class SceneSense(NamedTuple):
    """How far what words mean together speaks for one scene, in logarithmic odds.

    Attributes:
        start: The odds where no hidden unit says anything.
        weights: What each of them adds.
    """

    start: float
    weights: tuple[float, ...]


class Senses(NamedTuple):
    """What words mean together for the scenes of a room: a network with one hidden layer.

    Attributes:
        cues: The odds that a scene's cues add where they are certain.
        words: How much the odds by its own words count beside these.
        trace: The odds by words and cues below which no senses link a scene.
        step: What one step of a single term adds to a hidden unit.
        units: Where each hidden unit starts; below nothing it says nothing.
        scenes: For each slug, what the hidden units add to its odds.
        terms: Words, by what all forms of each have in common, and pairs of them.
        steps: For each of them a byte a hidden unit, NO_STEPS and so many steps.
    """

    cues: float
    words: float
    trace: float
    step: float
    units: tuple[float, ...]
    scenes: Mapping[str, SceneSense]
    terms: Sequence[str]
    steps: bytes


class Wording(NamedTuple):
    """How far words speak for the scenes of a room, as learned from examples.

    Attributes:
        cues: The odds that a scene's cues add where they are certain.
        scenes: For each slug, its words.
        senses: What words mean together for the same scenes; None if that is unknown.
    """

    cues: float
    scenes: Mapping[str, SceneWords]
    senses: Senses | None = None

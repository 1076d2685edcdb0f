"""How far the words of a block speak for each scene by what they are like.

Words that are used alike have weights alike, whether or not many examples hold them: their vectors
come from a sentence encoder, and a linear probe over the sum of the vectors of a block's words, by
the root of their number, speaks for a scene. As the probe is linear, what each word adds is known
beforehand, and no encoder is asked when a text is read.
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import sqrt
from struct import Struct

from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import NO_STEPS, Senses

_LANE = 4
"""Bytes for the sum of one scene: no text has as many words as would overrun it."""


class SenseScales:
    """The senses of words, ready to weigh blocks with."""

    def __init__(self, senses: Senses, slugs: Sequence[str], vocabulary: Vocabulary) -> None:
        """Add the words to a vocabulary, and number the scenes as these slugs stand."""
        order = {slug: at for at, slug in enumerate(senses.scenes)}
        self._scenes = [(order[slug], senses.scenes[slug]) for slug in slugs]
        self._step = senses.step
        words = {vocabulary.add_aside(root): at for at, root in enumerate(senses.roots)}
        self._words = frozenset(words)
        self._steps = _StepMemory(words, senses.steps, len(order))

    def odds(self, terms: AbstractSet[int]) -> list[float]:
        """Give what the senses of a block's words add to the odds of each scene."""
        words = terms & self._words
        sums, none = self._steps.total(words), NO_STEPS * len(words)
        step = self._step / sqrt(len(words) or 1)
        return [start + (sums[at] - none) * step for at, start in self._scenes]


class _StepMemory(dict[int, int]):
    """The steps of a word for all scenes, each in a lane of its own of one integer."""

    def __init__(self, rows: Mapping[int, int], steps: bytes, scenes: int) -> None:
        super().__init__()
        self._rows = rows
        self._all = steps
        self._scenes = scenes
        self._lanes = Struct(f"<{scenes}I")

    def __missing__(self, word: int) -> int:
        begin = self._rows[word] * self._scenes
        lanes = bytearray(self._lanes.size)
        lanes[::_LANE] = self._all[begin : begin + self._scenes]
        self[word] = int.from_bytes(lanes, "little")
        return self[word]

    def total(self, words: Collection[int]) -> Sequence[int]:
        """Add up the steps of some words, for each scene."""
        total = sum(map(self.__getitem__, words))
        return self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))

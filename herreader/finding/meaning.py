"""How far what the sentences of a block mean speaks for each scene, beside its words and cues.

A linear probe over the vectors of a sentence encoder that itself was not trained for it; of one to
two sentences, or the whole block, those that speak loudest count.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from herreader.errors import EncoderError
from herreader.finding.encoder import Encoder
from herreader.finding.leaning import Leaning, WordScales, chance
from herreader.finding.placing import Placed
from herreader.finding.scoring import CueIndex, Score, score
from herreader.model.links import Meaning
from herreader.text.sentences import Span

_LIKE = 0.9
"""How like its vector for the sample must be to the one that was learned with, from 0 to 1."""

_LONGEST = 8_000
"""Characters in a block, beyond which it is no paragraph that anybody has written."""

_MANY = 3
"""How many sentences a block has that is looked at as a whole, too."""


class MeaningScales:
    """The meaning of sentences, ready to weigh blocks with."""

    def __init__(self, meaning: Meaning, words: WordScales, encoder: Encoder) -> None:
        """Go by meanings where something was learned of the words of a scene, too.

        Raises:
            EncoderError: If it is not the encoder with which they were learned.
        """
        self._words = words
        self._encoder = encoder
        self._cues, self._share, self._trace = meaning.cues, meaning.words, meaning.trace
        self._slugs = [slug for slug in meaning.scenes if slug in words.scenes]
        self._all_known = words.scenes.union(words.not_learned) <= set(self._slugs)
        scenes = [meaning.scenes[slug] for slug in self._slugs]
        self._starts = np.array([each.start for each in scenes], dtype=np.float32)
        self._weights = np.array([each.weights for each in scenes], dtype=np.float32).T
        (vector,) = encoder.encode(meaning.sample, [(0, len(meaning.sample))])
        sampled = np.array(meaning.sampled, dtype=np.float32)
        if vector.shape != sampled.shape or not vector @ sampled >= _LIKE:
            title = "The sentence encoder is another than this room was prepared for"
            raise EncoderError(title, "See the README for the one to get, and put it in its place.")

    def weigh(self, text: Placed, index: CueIndex) -> dict[str, Score]:
        """Say how sure a block speaks of each scene: by meaning, too, where that may matter."""
        if len(text.plain) > _LONGEST:
            return self._words.weigh(text, index)
        weighed = {} if self._all_known else self._words.weigh(text, index)
        scores = score(text, index, self._slugs)
        traces: dict[int, tuple[float, Score]] = {}
        for number, slug in enumerate(self._slugs):
            weighed.pop(slug, None)
            leaning, weights = self._words.leaning(text, slug)
            met = scores.get(slug) or Score(slug, 0.0, 0, 0)
            odds = self._share * leaning.odds + self._cues * met.confidence
            if odds >= self._trace or met.concluded:
                traces[number] = odds, met._replace(words=weights)
        meant = self._meant(text) if traces else ()
        for number, (odds, met) in traces.items():
            more, first, last = meant[number]
            sure = max(chance(odds + more), met.confidence if met.concluded else 0.0)
            where = met if met.matches else met._replace(first=first, last=last)
            weighed[met.scene] = where._replace(confidence=sure)
        return weighed

    def _meant(self, text: Placed) -> Sequence[Leaning]:
        """Give for each scene how far the sentences that speak loudest lean towards it.

        Of a block that does so as a whole it gives the loudest of them.
        """
        looked_at = windows(text.sentences)
        spans = [(text.sentences[first][0], text.sentences[last][1]) for first, last in looked_at]
        odds = self._encoder.encode(text.plain, spans) @ self._weights + self._starts
        most = odds.max(axis=0)
        loudest = odds[: len(looked_at) - (len(text.sentences) >= _MANY)].argmax(axis=0)
        return [Leaning(float(most[at]), *looked_at[loudest[at]]) for at in range(len(most))]


def windows(sentences: Sequence[Span]) -> list[Span]:
    """List what of a block is looked at, by the first sentence and the last.

    It is each sentence, two running ones, and all if there are many; without any it is nothing.
    """
    numbers = range(len(sentences))
    whole = [(0, len(sentences) - 1)] if len(sentences) >= _MANY else []
    return [*zip(numbers, numbers, strict=True), *pairwise(numbers), *whole]

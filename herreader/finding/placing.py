"""A block of text with its terms in their places."""

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, pairwise

from herreader.finding.vocabulary import Reading, Sighting
from herreader.finding.words import WORD
from herreader.text.sentences import sentences

_OFTEN = 50
"""How often a term counts in one block: what a hostile text repeats for ever costs no time."""

Sentences = Sequence[tuple[int, int]]

Spot = tuple[int, int, int, Sighting]
"""Where a term stands: its first and last word, and the sentence; plain, as sightings are."""


class Placed:
    """The terms of a block, each placed in its sentences when that is first asked for.

    Attributes:
        plain: The block's text.
        reading: Its terms.
        terms: Which they are.
    """

    def __init__(self, plain: str, reading: Reading) -> None:
        self.plain = plain
        self.reading = reading
        self.terms = reading.terms
        self._spots: dict[int, list[Spot]] = {}

    @cached_property
    def sentences(self) -> Sentences:
        """Where each sentence begins and ends, in characters."""
        return sentences(self.plain)

    def spots(self, term: int) -> list[Spot]:
        """List where one of its terms stands, in the order of the text."""
        if term not in self._spots:
            self._spots[term] = [
                (first, last, bisect_right(self._bounds, first), (term, first, last))
                for first, last in self.reading.places[term][:_OFTEN]
            ]
        return self._spots[term]

    @cached_property
    def terms_by_sentence(self) -> Sequence[AbstractSet[int]]:
        """The terms that begin in each sentence."""
        singles = self.reading.singles
        terms = [set(filter(None, singles[a:b])) for a, b in pairwise([0, *self._bounds])]
        for term, first, _ in self.reading.others:
            terms[bisect_right(self._bounds, first)].add(term)
        return terms

    @cached_property
    def _bounds(self) -> Sequence[int]:
        """The number of words up to the end of each sentence."""
        return list(accumulate(len(WORD.findall(self.plain, *span)) for span in self.sentences))

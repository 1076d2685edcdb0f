"""A block of text with its terms in their places."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, compress, pairwise

from herreader.finding.vocabulary import Sighting, TextTerms
from herreader.finding.words import WORD
from herreader.text.sentences import sentences

_OFTEN = 50
"""How often a term counts in one block: what a hostile text repeats for ever costs no time."""

_AFTER = ("", " ")
"""What stands after a sentence that ends where a piece between two blanks does."""

Sentences = Sequence[tuple[int, int]]

Spot = tuple[int, int, int, Sighting]
"""Where a term stands: its first and last word, and the sentence; plain, as sightings are."""


class Placed:
    """The terms of a block, and their places for those who ask.

    Attributes:
        plain: The block's text.
        words: What each word is; 0 for one that a masking term covers.
        terms: Its terms, and what stands for words that are none.
        spelt: The first words of numbers that are written in words.
    """

    def __init__(self, found: TextTerms) -> None:
        self.plain, self.words, self._lengths, self.terms, self._others, self.spelt = found

    @cached_property
    def sentences(self) -> Sentences:
        """Where each sentence begins and ends, in characters."""
        return sentences(self.plain)

    def spots_of(self, terms: AbstractSet[int]) -> Mapping[int, Sequence[Spot]]:
        """List where each of some terms stands, in the order of the text; nowhere is not listed."""
        places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, term in compress(enumerate(self.words), map(terms.__contains__, self.words)):
            places[term].append((at, at))
        for term, first, last in self._others:
            if term in terms:
                places[term].append((first, last))
        bounds = self._bounds if places else ()
        return {
            term: [
                (first, last, bisect_right(bounds, first), (term, first, last))
                for first, last in where[:_OFTEN]
            ]
            for term, where in places.items()
        }

    def first_within(self, first: int, last: int) -> Mapping[int, Sighting]:
        """Give where each term first stands in the sentences from `first` to `last`."""
        start, end = self._bounds[first - 1] if first else 0, self._bounds[last]
        others = [each for each in self._others if start <= each[1] < end]
        words = [(term, at, at) for at, term in enumerate(self.words[start:end], start)]
        return {sighting[0]: sighting for sighting in (*reversed(others), *reversed(words))}

    @cached_property
    def terms_by_sentence(self) -> Sequence[AbstractSet[int]]:
        """The terms that begin in each sentence."""
        terms = [set(self.words[a:b]) for a, b in pairwise([0, *self._bounds])]
        for term, first, _ in self._others:
            terms[bisect_right(self._bounds, first)].add(term)
        return terms

    def span(self, sighting: Sighting) -> tuple[int, int]:
        """Give the first character of a term and the character after its last."""
        _, first, last = sighting
        return self._written[first].start(), self._written[last].end()

    @cached_property
    def _written(self) -> Sequence[re.Match[str]]:
        return list(WORD.finditer(self.plain))

    @cached_property
    def _bounds(self) -> Sequence[int]:
        """The number of words up to the end of each sentence."""
        plain, ends = self.plain, [end for _, end in self.sentences]
        if any(plain[end : end + 1] not in _AFTER for end in ends):
            return list(accumulate(len(WORD.findall(plain, *span)) for span in self.sentences))
        # The words through each piece.
        through = list(accumulate(self._lengths)) or range(1, len(self.words) + 1)
        pieces = accumulate(plain.count(" ", *span) for span in pairwise([0, *ends]))
        return [through[piece] for piece in pieces]

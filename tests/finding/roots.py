"""The words of a passage of which anything can be learned, as the finder knows them: by roots.

A word that is left out is so in all its forms, for the finder tells none from another: *it's* would
speak for every *it*.
"""

from collections.abc import Iterator, Sequence

from herreader.finding.numbers import is_numeral
from herreader.finding.senses import REACH
from herreader.finding.stems import stem
from herreader.finding.words import PASSED_OVER, WORD, root_of

_COMMON = (
    {"and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "into"}
    | {"is", "are", "was", "were", "be", "been", "being", "do", "does", "did", "have", "has", "had"}
    | {"it", "he", "she", "they", "him", "them", "i", "you", "we", "who", "which", "what", "when"}
    | {"where", "there", "then", "than", "so", "if", "not", "no", "will", "would", "can", "could"}
    | {"may", "might", "just", "very", "more", "most", "some", "any", "all", "one", "also", "up"}
    | {"out", "about", "over", "after", "before", "only", "even", "s", "t", "ll", "re", "ve", "d"}
    | {"m"}
)
COMMON = frozenset(map(root_of, _COMMON))
"""The roots of words that say nothing by themselves, nor two of them together."""


def roots_in(plain: str) -> Iterator[str]:
    """Give the words of a passage that say anything by themselves, by their roots."""
    for found in WORD.finditer(plain):
        word = found[0].lower()
        if word not in PASSED_OVER and not is_numeral(word) and (root := stem(word)) not in COMMON:
            yield root


def terms_among(roots: Sequence[str]) -> Iterator[str]:
    """Give the words of a passage and its pairs of words: `a b`, in whichever order they stand."""
    yield from roots
    for gap in range(1, REACH + 1):
        for one, other in zip(roots, roots[gap:], strict=False):
            if one != other:
                yield f"{one} {other}" if one < other else f"{other} {one}"

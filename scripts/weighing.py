"""How much cues, words and senses count, learned from examples that none was learned from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt
from learn_wording import ALIKE, FOLDS, Bags, left_out, trust
from measuring import Example, cue_scores, room
from sklearn.linear_model import LogisticRegression

MISSED = 0.002
"""The share of what is found that may be missed so that fewer blocks are looked at closely."""
Floats: TypeAlias = npt.NDArray[np.float64]
SLUGS = [scene.slug for scene in room().scenes]


def labels_of(examples: Sequence[Example]) -> tuple[npt.NDArray[np.bool_], Floats]:
    """Say of which scenes each example speaks, a row each, and how often that counts."""
    labels = np.array([[slug in each.scenes for slug in SLUGS] for each in examples])
    counts = np.array(
        [[each.weight * (slug not in each.doubtful) for slug in SLUGS] for each in examples]
    )
    return labels, counts


def odds_left_out(
    examples: Sequence[Example], ask: Callable[[Sequence[int], Sequence[int]], Floats]
) -> Iterator[tuple[int, Floats]]:
    """Give each block of a whole review, and the odds of what others have taught of each scene.

    Args:
        examples: What there is to learn from.
        ask: Learns from those with the first numbers, and says the odds of those with the second.
    """
    fold = [crc32(example.source.encode()) % FOLDS for example in examples]
    for number in range(FOLDS):
        taught = [at for at, own in enumerate(fold) if own != number]
        asked = [at for at, own in enumerate(fold) if own == number and examples[at].fair]
        yield from zip(asked, ask(taught, asked), strict=True)


@dataclass(frozen=True)
class Together:
    """How much cues, words and senses count beside each other, in logarithmic odds.

    Attributes:
        cues: What certain cues count.
        words: By what the odds by words are to be multiplied.
        senses: The same for those by senses.
        more: What is to be added to the start of each scene.
        trace: The odds by cues and words that nearly all have that are found and right.
    """

    cues: float
    words: float
    senses: float
    more: Floats
    trace: float


def weigh_together(bags: Bags, left: Iterable[tuple[int, Floats]], least: float) -> Together:
    """Learn how much each counts from examples that none was learned from.

    Args:
        bags: The words of the examples.
        left: The odds by senses, as `odds_left_out` gives them.
        least: The chance, from 0 to 1, from which on something counts as found.
    """
    words = left_out(bags)
    trusted = trust(bags, words)
    own = np.eye(len(SLUGS)) * ALIKE
    said, labels = [], []
    for at, sensed in left:
        example = bags.examples[at]
        cues = cue_scores(example.plain)
        for number, slug in enumerate(SLUGS):
            if slug not in example.doubtful:
                leaning = words[at][slug] * trusted.words + trusted.more[slug]
                said.append([cues.get(slug, 0.0), leaning, sensed[number], *own[number]])
                labels.append(slug in example.scenes)
    told = np.array(said)
    model = LogisticRegression(max_iter=3000).fit(told, labels)
    found = (model.predict_proba(told)[:, 1] >= least) & np.array(labels)
    before = told[found, :2] @ model.coef_[0, :2]
    count, share, times, *starts = map(float, model.coef_[0])
    more = float(model.intercept_[0]) + ALIKE * np.array(starts)
    return Together(count, share, times, more, float(np.quantile(before, MISSED)))

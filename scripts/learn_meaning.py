"""Learn how far what sentences mean speaks for the scenes, and write content/meaning.json.

The vectors are those of the sentence encoder all-MiniLM-L6-v2, in the encoder folder, which
itself is not trained. For each scene a logistic regression weighs their numbers, on the examples
that wording is learned from; of the sentences of a passage those count that speak loudest for the
scene. How much cues, words and meanings count beside each other is learned from examples that none
was learned from. Run it after scripts/learn_wording.py. It takes some minutes and needs
`pip install -e '.[learn,meaning]'`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
import numpy.typing as npt
from learn_wording import ALIKE, FOLDS, ROOT, Bags, Names, fill, left_out, trust
from measuring import Example, cue_scores, learned_from, read_examples, room
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from herreader.finding.encoder import Encoder, open_encoder
from herreader.finding.meaning import windows
from herreader.model.links import SURE
from herreader.paths import encoder_folder
from herreader.text.sentences import sentences

TARGET = ROOT / "content" / "meaning.json"
ABOUT = (
    "How far what sentences mean speaks for the scenes of Her, in logarithmic odds, by the vectors"
    " of the sentence encoder all-MiniLM-L6-v2. Learned from tests/finding by"
    " scripts/learn_meaning.py; not written by hand."
)
SAMPLE = "He asks her how many others there are, and she tells him."
CLOSE = 100.0
"""The strength of the L2 penalty, as chosen by the folds below."""
STEPS = (40, 60)
"""Of L-BFGS: first with each passage as a whole, then with what of it speaks loudest."""
START = -3.0
MISSED = 0.002
"""The share of what is found that may be missed so that fewer blocks are read for their meaning."""
SAME = 1e-4
"""A number of the vectors that differs by less is the same in all."""

Floats = npt.NDArray[np.float64]
SLUGS = [scene.slug for scene in room().scenes]


@dataclass(frozen=True)
class Meanings:
    """Examples with the vectors of their windows, as rows of one matrix.

    Attributes:
        rows: A row a window, a column a number of its vector.
        offsets: The first row of each example, and the number of rows.
        labels: For each example and scene, whether it speaks of it.
        counts: How often that counts: not at all where it can be disputed.
    """

    rows: Floats
    offsets: npt.NDArray[np.int64]
    labels: npt.NDArray[np.bool_]
    counts: Floats

    def of(self, chosen: Sequence[int]) -> "Meanings":
        """Give some of them."""
        spans = [range(self.offsets[at], self.offsets[at + 1]) for at in chosen]
        rows = self.rows[np.concatenate([np.array(each) for each in spans])]
        offsets = np.cumsum([0] + [len(each) for each in spans])
        picked = np.array(chosen)
        return Meanings(rows, offsets, self.labels[picked], self.counts[picked])


@dataclass(frozen=True)
class Probe:
    """The weights of every scene: a column each, and where each starts."""

    weights: Floats
    starts: Floats

    def odds(self, meanings: Meanings) -> Floats:
        """Give the odds of every row for each scene."""
        return np.asarray(meanings.rows @ self.weights + self.starts)

    def loudest(self, meanings: Meanings) -> Floats:
        """Give the best odds of each example for each scene."""
        return np.maximum.reduceat(self.odds(meanings), meanings.offsets[:-1])


def encode(examples: Sequence[Example], encoder: Encoder) -> Meanings:
    """Read what all examples mean."""
    vectors = []
    for example in examples:
        each = sentences(example.plain)
        spans = [(each[first][0], each[last][1]) for first, last in windows(each)]
        vectors.append(encoder.encode(example.plain, spans).astype(np.float64))
    return labelled(examples, vectors)


def labelled(examples: Sequence[Example], vectors: Sequence[Floats]) -> Meanings:
    """Put together the vectors of each example, a row each, and what it speaks of."""
    offsets = np.cumsum([0] + [len(each) for each in vectors])
    return Meanings(np.concatenate(vectors), offsets, *labels_of(examples))


def labels_of(examples: Sequence[Example]) -> tuple[npt.NDArray[np.bool_], Floats]:
    """Say of which scenes each example speaks, a row each, and how often that counts."""
    labels = np.array([[slug in each.scenes for slug in SLUGS] for each in examples])
    counts = np.array(
        [[each.weight * (slug not in each.doubtful) for slug in SLUGS] for each in examples]
    )
    return labels, counts


def learn(meanings: Meanings) -> Probe:
    """Weigh the numbers of the vectors for every scene, each as far as it differs between them."""
    middle = meanings.rows.mean(axis=0)
    spread = np.maximum(meanings.rows.std(axis=0), SAME)
    scaled = replace(meanings, rows=(meanings.rows - middle) / spread)
    probe = Probe(np.zeros((len(spread), len(SLUGS))), np.full(len(SLUGS), START))
    for whole, steps in zip((True, False), STEPS, strict=True):
        probe = _descend(scaled, probe, steps, whole=whole)
    weights = probe.weights / spread[:, None]
    return Probe(weights, probe.starts - middle @ weights)


def _descend(meanings: Meanings, begun: Probe, steps: int, *, whole: bool) -> Probe:
    """Go on weighing, by each example as a whole or by what of it speaks loudest."""
    sizes = np.diff(meanings.offsets)
    lasts = np.zeros((len(meanings.rows), 1), dtype=bool)
    lasts[meanings.offsets[1:] - 1] = True

    def probe_of(flat: Floats) -> Probe:
        return Probe(flat[len(SLUGS) :].reshape(begun.weights.shape), flat[: len(SLUGS)])

    def loss(flat: Floats) -> tuple[float, Floats]:
        probe = probe_of(flat)
        every = probe.odds(meanings)
        odds = every[lasts[:, 0]] if whole else np.maximum.reduceat(every, meanings.offsets[:-1])
        speaking = lasts if whole else every == odds.repeat(sizes, axis=0)
        wrong = (1 / (1 + np.exp(-odds)) - meanings.labels) * meanings.counts
        costs = (np.logaddexp(0, odds) - odds * meanings.labels) * meanings.counts
        slope = meanings.rows.T @ (wrong.repeat(sizes, axis=0) * speaking) + CLOSE * probe.weights
        cost = costs.sum() + CLOSE / 2 * (probe.weights**2).sum()
        return cost / len(odds), np.concatenate([wrong.sum(axis=0), slope.ravel()]) / len(odds)

    flat = np.concatenate([begun.starts, begun.weights.ravel()])
    options = {"maxiter": steps}
    return probe_of(minimize(loss, flat, jac=True, method="L-BFGS-B", options=options).x)


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
    """How much cues, words and meanings count beside each other, in logarithmic odds.

    Attributes:
        cues: What certain cues count.
        words: By what the odds by words are to be multiplied.
        meanings: The same for those by meanings.
        more: What is to be added to the start of each scene.
        trace: The odds by cues and words that nearly all have that are found and right.
    """

    cues: float
    words: float
    meanings: float
    more: Floats
    trace: float


def weigh_together(bags: Bags, left: Iterable[tuple[int, Floats]], least: float) -> Together:
    """Learn how much each counts from examples that none was learned from.

    Args:
        bags: The words of the examples.
        left: The odds by meanings, as `odds_left_out` gives them.
        least: The chance, from 0 to 1, from which on something counts as found.
    """
    words = left_out(bags)
    trusted = trust(bags, words)
    own = np.eye(len(SLUGS)) * ALIKE
    said, labels = [], []
    for at, meant in left:
        example = bags.examples[at]
        cues = cue_scores(example.plain)
        for number, slug in enumerate(SLUGS):
            if slug not in example.doubtful:
                leaning = words[at][slug] * trusted.words + trusted.more[slug]
                said.append([cues.get(slug, 0.0), leaning, meant[number], *own[number]])
                labels.append(slug in example.scenes)
    told = np.array(said)
    model = LogisticRegression(max_iter=3000).fit(told, labels)
    found = (model.predict_proba(told)[:, 1] >= least) & np.array(labels)
    before = told[found, :2] @ model.coef_[0, :2]
    count, share, times, *starts = map(float, model.coef_[0])
    more = float(model.intercept_[0]) + ALIKE * np.array(starts)
    return Together(count, share, times, more, float(np.quantile(before, MISSED)))


def main() -> None:
    """Learn, and write the file."""
    encoder = open_encoder(encoder_folder())
    examples = list(read_examples())
    meanings = encode(examples, encoder)

    def ask(taught: Sequence[int], asked: Sequence[int]) -> Floats:
        return learn(meanings.of(taught)).loudest(meanings.of(asked))

    left = odds_left_out(examples, ask)
    together = weigh_together(fill(examples, Names()), left, SURE)
    probe = learn(meanings)
    starts = probe.starts * together.meanings + together.more
    weights = probe.weights * together.meanings
    (sampled,) = encoder.encode(SAMPLE, [(0, len(SAMPLE))])
    document = {
        "about": ABOUT,
        "learned_from": learned_from(),
        "cues": round(together.cues, 2),
        "words": round(together.words, 2),
        "trace": round(together.trace, 2),
        "sample": SAMPLE,
        "sampled": [round(float(each), 3) for each in sampled],
        "scenes": {
            slug: {
                "start": round(float(starts[number]), 2),
                "weights": [round(float(each), 2) for each in weights[:, number]],
            }
            for number, slug in enumerate(SLUGS)
        },
    }
    TARGET.write_text(json.dumps(document, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

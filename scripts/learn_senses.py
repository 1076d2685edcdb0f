r"""Learn how far words speak for the scenes by what they are like, and write content/senses.json.

The vector of a word is made of what the sentence encoder all-MiniLM-L6-v2 gives for the word alone
and, on average, for it in the passages that hold it: along the axes in which words differ most, and
the shorter the more passages hold it. Of a passage it is the sum over its words, by the root of
their number. For each scene a logistic regression weighs its numbers, and beside them what each
word has of its own. In the end each word adds so much for each scene: that is written, and no
encoder is needed to read it.

Run it after scripts/learn_wording.py. It takes some minutes, and needs `pip install -e '.[learn]'`
and the encoder, whose folder it is given:

    hf download sentence-transformers/all-MiniLM-L6-v2 onnx/model.onnx tokenizer.json \
        --local-dir DIR
    python scripts/learn_senses.py DIR
"""

import json
import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from encoder import Encoder
from learn_wording import COMMON, ROOT, Names, fill
from measuring import Example, learned_from, read_examples
from probes import (
    SAME,
    SLUGS,
    START,
    Floats,
    Probe,
    labels_of,
    odds_left_out,
    weigh_together,
)
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from herreader.finding.finder import FLOOR
from herreader.finding.numbers import is_numeral
from herreader.finding.stems import stem
from herreader.finding.words import PASSED_OVER, WORD
from herreader.model.links import NO_STEPS

TARGET = ROOT / "content" / "senses.json"
ABOUT = (
    "How far words speak for the scenes of Her by what they are like, in steps of so many"
    " logarithmic odds, a byte a scene. Learned from tests/finding by scripts/learn_senses.py with"
    " the sentence encoder all-MiniLM-L6-v2; not written by hand."
)
AXES = 384
"""How many numbers a word's vector has; this and what follows is chosen on folds."""
OWN = 25.0
"""How much a word's own part is stretched: the more, the freer it is of those used alike."""
CLOSE = 300.0
"""The strength of the L2 penalty."""
STEPS = 60
"""Of L-BFGS."""


class Word(NamedTuple):
    """A word in a passage: its root, itself in small letters, and where it stands."""

    root: str
    written: str
    start: int
    end: int


def words_in(plain: str) -> Iterator[Word]:
    """Give the words of a passage that say anything by themselves."""
    for found in WORD.finditer(plain):
        word = found[0].lower()
        if word not in PASSED_OVER | COMMON and not is_numeral(word):
            yield Word(stem(word), word, *found.span())


def vectors_of(
    examples: Sequence[Example], words: Sequence[Sequence[Word]], encoder: Encoder
) -> dict[str, Floats]:
    """Give the vector of each word, by its root."""
    written: dict[str, Counter[str]] = {}
    for word in chain.from_iterable(words):
        written.setdefault(word.root, Counter())[word.written] += 1
    forms = [each.most_common(1)[0][0] for each in written.values()]
    alone = np.array([encoder.encode(form, [(0, len(form))])[0] for form in forms])
    within = np.zeros_like(alone)
    numbers = {root: at for at, root in enumerate(written)}
    for example, each in zip(examples, words, strict=True):
        spans = [(word.start, word.end) for word in each]
        for word, vector in zip(
            each, encoder.encode(example.plain, spans) if spans else (), strict=True
        ):
            within[numbers[word.root]] += vector
    both = _along_axes(np.hstack([_alike_long(alone), _alike_long(within)]))
    held = Counter(root for each in words for root in {word.root for word in each})
    rare = [log(len(examples) / held[root]) / log(len(examples)) for root in written]
    return dict(zip(written, both * np.array(rare)[:, None], strict=True))


def _alike_long(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.maximum(lengths, np.finfo(np.float32).tiny)
    return np.asarray(unit / unit.std())


def _along_axes(vectors: Floats) -> Floats:
    """Give the vectors along the axes in which they differ most; their mean length is one."""
    vectors = vectors - vectors.mean(axis=0)
    turned = vectors @ np.linalg.svd(vectors, full_matrices=False)[2][:AXES].T
    scaled: Floats = turned / sqrt(float((turned**2).sum(axis=1).mean()))
    return scaled


@dataclass(frozen=True)
class Passages:
    """Examples as the words that they hold.

    Attributes:
        rows: A row an example, a column a word: one over the root of their number.
        labels: For each example and scene, whether it speaks of it.
        counts: How often that counts: not at all where it can be disputed.
    """

    rows: csr_matrix
    labels: npt.NDArray[np.bool_]
    counts: Floats

    def of(self, chosen: Sequence[int]) -> "Passages":
        """Give some of them."""
        return Passages(self.rows[chosen], self.labels[chosen], self.counts[chosen])


def passages_of(
    examples: Sequence[Example], words: Sequence[Sequence[Word]], roots: Iterable[str]
) -> Passages:
    """Put the examples together, with their words in the order of these roots."""
    column = {root: at for at, root in enumerate(roots)}
    held = [sorted({column[word.root] for word in each}) for each in words]
    shares = np.concatenate([np.full(len(each), 1 / sqrt(len(each) or 1)) for each in held])
    begins = np.cumsum([0] + [len(each) for each in held])
    shape = (len(held), len(column))
    rows = csr_matrix((shares, np.array(list(chain.from_iterable(held))), begins), shape=shape)
    return Passages(rows, *labels_of(examples))


def learn(passages: Passages, vectors: Floats) -> Probe:
    """Weigh each word for every scene: by its vector, and by what it has of its own."""
    alike = passages.rows @ vectors
    middle = alike.mean(axis=0)
    spread = np.maximum(alike.std(axis=0), SAME)
    parts = ((alike - middle) / spread, (passages.rows * OWN).tocsr())
    scenes = len(SLUGS)
    bounds = np.cumsum([scenes, vectors.shape[1] * scenes])

    def apart(flat: Floats) -> tuple[Floats, Floats, Floats]:
        starts, by_axis, by_word = np.split(flat, bounds)
        return starts, by_axis.reshape(-1, scenes), by_word.reshape(-1, scenes)

    def loss(flat: Floats) -> tuple[float, Floats]:
        starts, *weights = apart(flat)
        odds = starts + sum(part @ each for part, each in zip(parts, weights, strict=True))
        wrong = (1 / (1 + np.exp(-odds)) - passages.labels) * passages.counts
        costs = (np.logaddexp(0, odds) - odds * passages.labels) * passages.counts
        cost = costs.sum() + CLOSE / 2 * sum((each**2).sum() for each in weights)
        slopes = [
            (part.T @ wrong + CLOSE * each).ravel()
            for part, each in zip(parts, weights, strict=True)
        ]
        return cost / len(odds), np.concatenate([wrong.sum(axis=0), *slopes]) / len(odds)

    flat = np.zeros(bounds[-1] + vectors.shape[0] * scenes)
    flat[:scenes] = START
    options = {"maxiter": STEPS}
    found = minimize(loss, flat, jac=True, method="L-BFGS-B", options=options).x
    starts, by_axis, by_word = apart(found)
    shared = by_axis / spread[:, None]
    return Probe(vectors @ shared + OWN * by_word, starts - middle @ shared)


def main(encoder: Path) -> None:
    """Learn with the encoder in a folder, and write the file."""
    examples = list(read_examples())
    words = [list(words_in(each.plain)) for each in examples]
    by_root = vectors_of(examples, words, Encoder(encoder))
    vectors = np.array(list(by_root.values()))
    passages = passages_of(examples, words, by_root)

    def ask(taught: Sequence[int], asked: Sequence[int]) -> Floats:
        probe = learn(passages.of(taught), vectors)
        return np.asarray(passages.rows[asked] @ probe.weights + probe.starts)

    left = odds_left_out(examples, ask)
    together = weigh_together(fill(examples, Names()), left, FLOOR)
    probe = learn(passages, vectors)
    weights = probe.weights * together.senses
    step = float(abs(weights).max()) / (NO_STEPS - 1)
    steps = np.rint(weights / step).astype(int) + NO_STEPS
    starts = probe.starts * together.senses + together.more
    document = {
        "about": ABOUT,
        "learned_from": learned_from(),
        "cues": round(together.cues, 2),
        "words": round(together.words, 2),
        "trace": round(together.trace, 2),
        "step": round(step, 6),
        "scenes": {slug: round(float(starts[at]), 2) for at, slug in enumerate(SLUGS)},
        "roots": " ".join(by_root),
        "steps": b64encode(steps.astype(np.uint8).tobytes()).decode(),
    }
    TARGET.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

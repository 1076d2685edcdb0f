"""Learn what the words of a passage mean together for the scenes, and write content/senses.json.

A passage is the sum of its words and of its pairs of words that stand near each other, by the root
of the number of words. Networks with one hidden layer say from that how far the passage speaks of
each scene: so a word can speak for one beside one word and against it beside another. They are
learned with Adam (D. Kingma and J. Ba, 2015), with words and hidden units dropped at random (N.
Srivastava et al., 2014) and with two passages read as one now and then, for a paragraph speaks of
more than one thing (after H. Zhang et al., *mixup*, 2018).

How much its odds count beside cues and words is learned from examples that it was not learned from.
Run it after scripts/learn_wording.py. It takes some minutes, and needs `pip install -e '.[learn]'`.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import cos, log, pi, sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from learn_wording import ROOT, Names, fill
from measuring import Example, learned_from, read_examples
from roots import roots_in, terms_among
from scipy.sparse import csr_matrix, vstack
from weighing import SLUGS, Together, labels_of, odds_left_out, weigh_together

from herreader.finding.finder import FLOOR
from herreader.model.links import NO_STEPS

TARGET = ROOT / "content" / "senses.json"
ABOUT = (
    "What words and pairs of words mean together for the scenes of Her: a network with one hidden"
    " layer, a byte a term and hidden unit. Learned from tests/finding by scripts/learn_senses.py;"
    " not written by hand."
)
NETWORKS = 2
UNITS = 48
"""How many hidden units each of them has; this and what follows is chosen on folds."""
OFTEN = {1: 2, 2: 5}
"""How many passages a word and a pair of words must be in."""
WORDS_DROPPED = 0.45
UNITS_DROPPED = 0.3
MIXED = 0.3
"""The share of passages that are read together with another one."""
PASSES = 16
AT_ONCE = 256
"""How many passages the weights are changed after."""
RATE = 0.01
DECAY = 1e-4
MEMORY = (0.9, 0.999)
"""How much Adam remembers of the slopes and of their squares."""
START = -3.0
SMALL = 1e-8
CUT = 0.9995
"""The share of weights that is written as it is; the few beyond are cut to what a byte holds."""

Floats: TypeAlias = npt.NDArray[np.float32]
Numbers: TypeAlias = Sequence[int] | npt.NDArray[np.int64]


def terms_of(passages: Sequence[Sequence[str]]) -> list[str]:
    """List the words that are in several passages, and then the pairs of them that are in many."""
    held = Counter(chain.from_iterable(map(set, passages)))
    words = sorted(word for word, count in held.items() if count >= OFTEN[1])
    known = frozenset(words)
    met = Counter(
        chain.from_iterable(set(terms_among([w for w in each if w in known])) for each in passages)
    )
    pairs = (term for term, count in met.items() if " " in term and count >= OFTEN[2])
    return [*words, *sorted(pairs)]


@dataclass(frozen=True)
class Passages:
    """Examples as the terms that they hold.

    Attributes:
        rows: A row an example, a column a term, one where it is there: words, then pairs.
        words: How many of the columns are words.
        labels: For each example and scene, whether it speaks of it.
        counts: How often that counts: not at all where it can be disputed.
    """

    rows: csr_matrix
    words: int
    labels: Floats
    counts: Floats

    def of(self, chosen: Numbers) -> "Passages":
        """Give some of them."""
        return Passages(self.rows[chosen], self.words, self.labels[chosen], self.counts[chosen])


def passages_of(
    examples: Sequence[Example], passages: Sequence[Sequence[str]], terms: Sequence[str]
) -> Passages:
    """Put examples together, by the roots of the words that each has."""
    columns = {term: at for at, term in enumerate(terms)}
    held = []
    for each in passages:
        near = set(terms_among([word for word in each if word in columns]))
        held.append(sorted(columns[term] for term in near if term in columns))
    begins = np.cumsum([0, *map(len, held)])
    flat = np.fromiter(chain.from_iterable(held), np.int32)
    rows = csr_matrix((np.ones(len(flat), np.float32), flat, begins), (len(held), len(columns)))
    labels, counts = labels_of(examples)
    return Passages(
        rows,
        sum(" " not in term for term in terms),
        labels.astype(np.float32),
        (counts / counts.mean()).astype(np.float32),
    )


@dataclass(frozen=True)
class Network:
    """The weights of a network with one hidden layer.

    Attributes:
        terms: A row a term, a column a hidden unit.
        units: Where each hidden unit starts.
        scenes: A row a hidden unit, a column a scene.
        starts: Where each scene starts.
    """

    terms: Floats
    units: Floats
    scenes: Floats
    starts: Floats

    def parts(self) -> tuple[Floats, ...]:
        """Give all weights."""
        return (self.terms, self.units, self.scenes, self.starts)

    def odds(self, passages: Passages) -> Floats:
        """Give the odds of each scene, a row a passage."""
        held = np.maximum(_words_held(passages.rows, passages.words), 1)
        hidden = np.maximum(passages.rows @ self.terms / np.sqrt(held) + self.units, 0)
        return np.asarray(hidden @ self.scenes + self.starts)


def _words_held(rows: csr_matrix, words: int) -> Floats:
    """Count the words of each passage, a row each."""
    return np.asarray(rows[:, :words].sum(axis=1), np.float32)


def new_network(passages: Passages, chance: np.random.Generator) -> Network:
    """Make one that knows nothing; rare words weigh more in it from the beginning."""
    count, columns = passages.rows.shape
    held = np.asarray(passages.rows.sum(axis=0)).ravel()
    rare = np.log(count / np.maximum(held, 1)) / log(count)
    rare[passages.words :] = 0
    terms = chance.standard_normal((columns, UNITS)) * rare[:, None]
    scenes = chance.standard_normal((UNITS, len(SLUGS))) / 100
    return Network(
        terms.astype(np.float32),
        np.zeros(UNITS, np.float32),
        scenes.astype(np.float32),
        np.full(len(SLUGS), START, np.float32),
    )


def slopes(network: Network, batch: Passages, chance: np.random.Generator) -> Network:
    """Say how each weight of a network changes the costs of some passages, with parts dropped."""
    rows = batch.rows.copy()
    rows.data *= chance.random(len(rows.data)) >= WORDS_DROPPED
    by = 1 / np.sqrt(np.maximum(_words_held(rows, batch.words), 1))
    before = rows @ network.terms * by + network.units
    kept = (chance.random(before.shape) >= UNITS_DROPPED) / np.float32(1 - UNITS_DROPPED)
    hidden = np.maximum(before, 0) * kept
    odds = hidden @ network.scenes + network.starts
    wrong = (1 / (1 + np.exp(-odds)) - batch.labels) * batch.counts / len(odds)
    back = (wrong @ network.scenes.T) * kept * (before > 0)
    return Network(
        np.asarray(rows.T @ (back * by)), back.sum(axis=0), hidden.T @ wrong, wrong.sum(axis=0)
    )


def mixed(passages: Passages, one: Numbers, other: Numbers) -> Passages:
    """Read each of some passages together with another one."""
    first, second = passages.of(one), passages.of(other)
    labels = np.maximum(first.labels, second.labels)
    told = (first.counts > 0) & (second.counts > 0) | (labels > 0)
    most = np.maximum(
        first.counts.max(axis=1, keepdims=True), second.counts.max(axis=1, keepdims=True)
    )
    return Passages(first.rows.maximum(second.rows), first.words, labels, told * most)


def batches(passages: Passages, chance: np.random.Generator) -> Iterator[Passages]:
    """Give all passages in any order, so many at once, some of them mixed with others."""
    count = passages.rows.shape[0]
    order, others = chance.permutation(count), chance.permutation(count)
    for begin in range(0, count, AT_ONCE):
        chosen, beside = order[begin : begin + AT_ONCE], others[begin : begin + AT_ONCE]
        mix = chance.random(len(chosen)) < MIXED
        alone, both = passages.of(chosen[~mix]), mixed(passages, chosen[mix], beside[mix])
        yield Passages(
            vstack([alone.rows, both.rows], format="csr"),
            passages.words,
            np.vstack([alone.labels, both.labels]),
            np.vstack([alone.counts, both.counts]),
        )


def learn(passages: Passages, seed: int) -> Network:
    """Learn the weights of a network, with Adam and a rate that falls as a cosine does."""
    chance = np.random.default_rng(seed)
    network = new_network(passages, chance)
    slow, fast = MEMORY
    memory = [(np.zeros_like(part), np.zeros_like(part)) for part in network.parts()]
    last = PASSES * -(-passages.rows.shape[0] // AT_ONCE)
    runs = chain.from_iterable(batches(passages, chance) for _ in range(PASSES))
    for step, batch in enumerate(runs, start=1):
        rate = np.float32(RATE * (1 + cos(pi * step / last)) / 2)
        rest = sqrt(1 - fast**step) / (1 - slow**step)
        changes = slopes(network, batch, chance).parts()
        for part, change, (mean, square) in zip(network.parts(), changes, memory, strict=True):
            mean[:] += (1 - slow) * (change - mean)
            square[:] += (1 - fast) * (change * change - square)
            part[:] -= rate * (rest * mean / (np.sqrt(square) + SMALL) + DECAY * part)
    return network


def learn_together(passages: Passages) -> Network:
    """Learn networks that begin differently, and make one of them that gives their mean.

    Together they err less than each (L. Hansen and P. Salamon, 1990).
    """
    parts = zip(*(learn(passages, seed).parts() for seed in range(NETWORKS)), strict=True)
    terms, units, scenes, starts = map(list, parts)
    return Network(
        np.hstack(terms),
        np.concatenate(units),
        (np.vstack(scenes) / NETWORKS).astype(np.float32),
        np.mean(starts, axis=0, dtype=np.float32),
    )


def document(network: Network, terms: Sequence[str], counted: Together) -> dict[str, object]:
    """Give what the file holds."""
    step = float(np.quantile(abs(network.terms), CUT)) / (NO_STEPS - 1)
    steps = np.clip(np.rint(network.terms / step), 1 - NO_STEPS, NO_STEPS - 1) + NO_STEPS
    weights = network.scenes * counted.senses
    starts = network.starts * counted.senses + counted.more
    return {
        "about": ABOUT,
        "learned_from": learned_from(),
        "cues": round(counted.cues, 2),
        "words": round(counted.words, 2),
        "trace": round(counted.trace, 2),
        "step": round(step, 6),
        "units": [round(float(each), 3) for each in network.units],
        "scenes": {
            slug: {
                "start": round(float(starts[at]), 3),
                "weights": [round(float(each), 3) for each in weights[:, at]],
            }
            for at, slug in enumerate(SLUGS)
        },
        "terms": terms,
        "steps": b64encode(steps.astype(np.uint8).tobytes()).decode(),
    }


def main() -> None:
    """Learn, and write the file."""
    examples = list(read_examples())
    roots = [list(roots_in(each.plain)) for each in examples]
    terms = terms_of(roots)
    passages = passages_of(examples, roots, terms)

    def ask(taught: Sequence[int], asked: Sequence[int]) -> npt.NDArray[np.float64]:
        odds = learn_together(passages.of(taught)).odds(passages.of(asked))
        return odds.astype(np.float64)

    counted = weigh_together(fill(examples, Names()), odds_left_out(examples, ask), FLOOR)
    told = document(learn_together(passages), terms, counted)
    TARGET.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

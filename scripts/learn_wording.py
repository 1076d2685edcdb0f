"""Learn how far words speak for the scenes of the bundled room, and write content/wording.json.

The examples are the passages in tests/finding/examples and tests/finding/press and the labelled
reviews, without those that are kept aside or unseen; passages in the manner of the press count
more. For each scene a logistic regression weighs the words and the pairs of words in up to three
sentences; those whose share differs most between passages that speak of the scene and passages that
do not may weigh most (S. Wang and C. Manning, *Baselines and Bigrams*, 2012). Which sentences of a
text speak of a scene that it is labelled with is not known: those that lean farthest are taken, and
all is weighed once more, in the end without the words that weigh little. How much cues count beside
words is learned from examples that the words were not learned from. It takes some minutes and needs
`pip install -e '.[learn]'`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "finding")]

from measuring import Example, cue_scores, learned_from, read_examples, room  # noqa: E402
from roots import COMMON  # noqa: E402

from herreader.finding.leaning import WINDOW  # noqa: E402
from herreader.finding.numbers import is_numeral  # noqa: E402
from herreader.finding.words import PASSED_OVER, WORD, root_of  # noqa: E402
from herreader.text.sentences import sentences  # noqa: E402

TARGET = ROOT / "content" / "wording.json"
ABOUT = (
    "How far words speak for the scenes of Her, in logarithmic odds: what a scene's words add up to"
    " in a few sentences, from `start` on, and what its cues add where they are certain. Learned"
    " from tests/finding by scripts/learn_wording.py; not written by hand."
)
LOOSE, CLOSE = 3.0, 1.0
"""The inverse strength of the L2 penalty while words are chosen, and then for those chosen.

These and the numbers below were chosen on reviews that the words were not learned from.
"""
ROUNDS = 2
FOLDS = 5
OFTEN = {1: 3, 2: 6}
"""How many examples a word and a pair of words must be in."""
ALIKE = 0.5
"""How much a scene may be surer or less sure than the others: the less, the more alike they are."""
TELLING = 0.5
"""The smallest weight with which a word is chosen."""

Terms = frozenset[str]
LeftOut: TypeAlias = Mapping[int, Mapping[str, float]]
Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass
class Names:
    """How the words of each term are written most often."""

    written: dict[str, Counter[str]] = field(default_factory=dict)

    def note(self, term: str, words: str) -> str:
        """Count how a term is written, and give it back."""
        self.written.setdefault(term, Counter())[words.lower()] += 1
        return term

    def of(self, term: str) -> str:
        """Give the way in which a term is written most often."""
        return self.written[term].most_common(1)[0][0]


def terms_of(sentence: str, names: Names) -> Iterator[str]:
    """List the words of a sentence and its pairs of words, each as all its forms."""
    words = [word for word in WORD.findall(sentence) if word.lower() not in PASSED_OVER]
    before = ""
    for word in words:
        if is_numeral(word.lower()):
            before = ""  # what numbers say is for cues to say
            continue
        root = root_of(word)
        if root not in COMMON:
            yield names.note(root, word)
        if before and not {root_of(before), root} <= COMMON:
            yield names.note(f"{root_of(before)} {root}", f"{before} {word}")
        before = word


def windows(plain: str, names: Names) -> list[Terms]:
    """Give the terms of each run of sentences that the finder may look at, the longest last."""
    each = [frozenset(terms_of(plain[start:end], names)) for start, end in sentences(plain)]
    sizes = range(1, min(WINDOW, len(each)) + 1)
    runs = [each[at : at + size] for size in sizes for at in range(len(each) - size + 1)]
    return [frozenset[str]().union(*run) for run in runs] or [frozenset()]


@dataclass(frozen=True)
class Bags:
    """Examples with the terms of their windows, as rows of one matrix.

    Attributes:
        examples: Each one bag.
        rows: A row a window, a column a term.
        terms: What the columns stand for.
        offsets: The first row of each example, and the number of rows.
        counts: How often each row counts.
    """

    examples: Sequence[Example]
    rows: csr_matrix
    terms: Sequence[str]
    offsets: npt.NDArray[np.int64]
    counts: Floats

    def widest(self, example: int) -> int:
        """Give the row of an example's longest run of sentences."""
        return int(self.offsets[example + 1]) - 1

    def leaning_most(self, example: int, odds: Floats) -> int:
        """Give the row of the run with the best odds."""
        first, last = self.offsets[example], self.offsets[example + 1]
        return int(first + np.argmax(odds[first:last]))


def fill(examples: Sequence[Example], names: Names) -> Bags:
    """Take examples apart."""
    runs = [windows(example.plain, names) for example in examples]
    seen = Counter(term for each in runs for term in frozenset[str]().union(*each))
    terms = sorted(term for term, count in seen.items() if count >= OFTEN[len(term.split())])
    column = {term: at for at, term in enumerate(terms)}
    flat = [[column[term] for term in run if term in column] for each in runs for run in each]
    starts = np.cumsum([0] + [len(row) for row in flat])
    columns = np.array([at for row in flat for at in row], dtype=np.int32)
    shape = (len(flat), len(terms))
    rows = csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=shape)
    sizes = [len(each) for each in runs]
    counts = np.repeat([example.weight for example in examples], sizes)
    return Bags(examples, rows, terms, np.cumsum([0, *sizes]), counts)


@dataclass(frozen=True)
class Learned:
    """The weights of one scene's terms."""

    start: float
    weights: Floats

    def odds(self, bags: Bags) -> Floats:
        """Give the odds of every row."""
        return np.asarray(bags.rows @ self.weights + self.start)


def weigh(
    rows: csr_matrix, counts: Floats, speaking: Sequence[int], silent: Sequence[int], c: float
) -> Learned:
    """Weigh the terms in some rows, by those that speak of a scene and those that do not."""
    shares = [
        (rows[chosen].T @ counts[chosen] + 1) / (counts[chosen].sum() + 2)
        for chosen in (speaking, silent)
    ]
    differences = abs(np.log(shares[0] / shares[1]))
    differences /= differences.mean()
    labels = [True] * len(speaking) + [False] * len(silent)
    chosen = [*speaking, *silent]
    model = LogisticRegression(C=c, solver="liblinear", intercept_scaling=5, random_state=0)
    model.fit((rows @ diags(differences))[chosen], labels, sample_weight=counts[chosen])
    return Learned(float(model.intercept_[0]), model.coef_[0] * differences)


def learn(bags: Bags, chosen: Sequence[int], slug: str) -> Learned:
    """Weigh the terms for one scene, on the chosen examples."""
    right = [at for at in chosen if slug in bags.examples[at].scenes]
    wrong = [at for at in chosen if not bags.examples[at].may_speak_of(slug)]
    speaking = [bags.widest(at) for at in right]
    silent = {bags.widest(at) for at in wrong}
    learned = Learned(0.0, np.zeros(len(bags.terms)))
    for _ in range(ROUNDS):
        learned = weigh(bags.rows, bags.counts, speaking, sorted(silent), LOOSE)
        odds = learned.odds(bags)
        speaking = [bags.leaning_most(at, odds) for at in right]
        silent |= {bags.leaning_most(at, odds) for at in wrong}
    telling = np.flatnonzero(abs(learned.weights) >= TELLING)
    closer = weigh(bags.rows[:, telling], bags.counts, speaking, sorted(silent), CLOSE)
    weights = np.zeros(len(bags.terms))
    weights[telling] = closer.weights
    return Learned(closer.start, weights)


def learn_all(bags: Bags, chosen: Sequence[int]) -> Mapping[str, Learned]:
    """Weigh the terms for every scene."""
    return {scene.slug: learn(bags, chosen, scene.slug) for scene in room().scenes}


@dataclass(frozen=True)
class Trust:
    """How far what cues and words say is to be trusted, in logarithmic odds.

    Attributes:
        cues: What certain cues count.
        words: By what the weights of words are to be multiplied.
        more: What is to be added to the start of each scene.
    """

    cues: float
    words: float
    more: Mapping[str, float]


def trust(bags: Bags, left: LeftOut) -> Trust:
    """Learn what to trust from examples that the words were not learned from, as `left_out` gives.

    Only whole reviews tell that, for most of their blocks speak of no scene.
    """
    scenes = [scene.slug for scene in room().scenes]
    own = dict(zip(scenes, np.eye(len(scenes)) * ALIKE, strict=True))
    said, labels = [], []
    for at, learned in left.items():
        example = bags.examples[at]
        cues = cue_scores(example.plain)
        for slug in (slug for slug in scenes if slug not in example.doubtful):
            said.append([cues.get(slug, 0.0), learned[slug], *own[slug]])
            labels.append(slug in example.scenes)
    model = LogisticRegression(max_iter=1000).fit(np.array(said), labels)
    count, times, *more = model.coef_[0]
    add = float(model.intercept_[0])
    each = {slug: add + ALIKE * float(own) for slug, own in zip(scenes, more, strict=True)}
    return Trust(float(count), float(times), each)


def left_out(bags: Bags) -> LeftOut:
    """Give for each block of a whole review the odds of what others have taught of each scene."""
    left: dict[int, Mapping[str, float]] = {}
    fold = [crc32(example.source.encode()) % FOLDS for example in bags.examples]
    fair = [at for at, example in enumerate(bags.examples) if example.fair]
    for number in range(FOLDS):
        learned = learn_all(bags, [at for at, own in enumerate(fold) if own != number])
        odds = {slug: each.odds(bags) for slug, each in learned.items()}
        for at in (at for at in fair if fold[at] == number):
            left[at] = {slug: each[bags.leaning_most(at, each)] for slug, each in odds.items()}
    return left


def weights_of(learned: Learned, terms: Sequence[str], times: float) -> dict[str, float]:
    """Give what each word that weighs anything weighs, the weightiest first."""
    weights = [(round(float(each) * times, 2), at) for at, each in enumerate(learned.weights)]
    return {terms[at]: weight for weight, at in sorted(weights, reverse=True) if weight}


def as_json(learned: Mapping[str, Learned], bags: Bags, names: Names) -> str:
    """Write what is learned as a file."""
    trusted = trust(bags, left_out(bags))
    terms = [names.of(term) for term in bags.terms]
    scenes = {
        slug: {
            "start": round(each.start * trusted.words + trusted.more[slug], 2),
            "words": weights_of(each, terms, trusted.words),
        }
        for slug, each in learned.items()
    }
    head = {"about": ABOUT, "learned_from": learned_from(), "cues": round(trusted.cues, 2)}
    return json.dumps({**head, "scenes": scenes}, ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Learn, and write the file."""
    names = Names()
    examples = list(read_examples())
    bags = fill(examples, names)
    learned = learn_all(bags, range(len(examples)))
    TARGET.write_text(as_json(learned, bags, names), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Learn how far words speak for the scenes by what they are like, and write content/senses.json.

The vector of a word is made of what the sentence encoder all-MiniLM-L6-v2, in the encoder folder,
gives for the word alone and, on average, for it in the passages that hold it: along the axes in
which words differ most, and the shorter the more passages hold it. Of a passage it is the sum over
its words, by the root of their number. A linear probe over these is learned as for meanings, so
that in the end each word adds so much for each scene: that is written, and no encoder is needed to
read it. Run it after scripts/learn_wording.py. It takes some minutes and needs
`pip install -e '.[learn,meaning]'`.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from learn_meaning import SLUGS, Floats, labelled, learn, weigh_together
from learn_wording import COMMON, ROOT, Names, fill
from measuring import Example, learned_from, read_examples

from herreader.finding.encoder import Encoder, open_encoder
from herreader.finding.finder import FLOOR
from herreader.finding.numbers import is_numeral
from herreader.finding.stems import stem
from herreader.finding.words import PASSED_OVER, WORD
from herreader.model.links import NO_STEPS
from herreader.paths import encoder_folder

TARGET = ROOT / "content" / "senses.json"
ABOUT = (
    "How far words speak for the scenes of Her by what they are like, in steps of so many"
    " logarithmic odds, a byte a scene. Learned from tests/finding by scripts/learn_senses.py with"
    " the sentence encoder all-MiniLM-L6-v2; not written by hand."
)
AXES = 384
"""How many numbers a word's vector has, as chosen by the folds of scripts/learn_meaning.py."""


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


def sense_of(words: Sequence[Word], vectors: Mapping[str, Floats]) -> Floats:
    """Give the vector of a passage."""
    roots = {word.root for word in words}
    total = np.sum([np.zeros(AXES), *(vectors[root] for root in sorted(roots))], axis=0)
    return np.asarray(total / sqrt(len(roots) or 1))


def main() -> None:
    """Learn, and write the file."""
    examples = list(read_examples())
    words = [list(words_in(each.plain)) for each in examples]
    vectors = vectors_of(examples, words, open_encoder(encoder_folder()))
    senses = labelled(examples, [sense_of(each, vectors)[None] for each in words])
    together = weigh_together(fill(examples, Names()), senses, FLOOR)
    probe = learn(senses)
    weights = np.array(list(vectors.values())) @ probe.weights * together.meanings
    step = float(abs(weights).max()) / (NO_STEPS - 1)
    steps = np.rint(weights / step).astype(int) + NO_STEPS
    starts = probe.starts * together.meanings + together.more
    document = {
        "about": ABOUT,
        "learned_from": learned_from(),
        "cues": round(together.cues, 2),
        "words": round(together.words, 2),
        "trace": round(together.trace, 2),
        "step": round(step, 6),
        "scenes": {slug: round(float(starts[at]), 2) for at, slug in enumerate(SLUGS)},
        "roots": " ".join(vectors),
        "steps": b64encode(steps.astype(np.uint8).tobytes()).decode(),
    }
    TARGET.write_text(json.dumps(document, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How well and how fast scenes are found in labelled reviews: `python -m tests.benchmarks.finding`.

Precision and recall are counted over (paragraph, scene) pairs, for the links shown as sure.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "finding"))

from measuring import (
    LABELLED,
    LEARNED,
    UNSEEN,
    Labelled,
    Tally,
    new_finder,
    read_labelled,
    read_press,
    room,
    tally,
)

from herreader.model.text import BlockKind
from herreader.text.sentences import sentences

REVIEW = 6_000
"""Characters of the review that a time is given for."""
ROUNDS = 7
NOT_LEARNED = ("kept aside", "unseen", "unseen, as the press writes")


def film_paragraphs() -> Iterator[str]:
    """Give the paragraphs of all labelled reviews."""
    for folder in (LABELLED, LEARNED, UNSEEN):
        for review in read_labelled(folder):
            yield from (each.plain for each in review.blocks if each.kind is BlockKind.PARAGRAPH)


def report() -> str:
    """Measure, and write what was found as a table."""
    parts = {
        "made with": list(read_labelled(LABELLED, aside=False)),
        "learned from": list(read_labelled(LEARNED)),
        "kept aside": list(read_labelled(LABELLED, aside=True)),
        "unseen": list(read_labelled(UNSEEN)),
        "unseen, as the press writes": [read_press()],
    }
    tallies = {name: tally(reviews) for name, reviews in parts.items()}
    every = tally(review for name in NOT_LEARNED for review in parts[name])
    prepared, each = _times([review for reviews in parts.values() for review in reviews])
    lines = ["| reviews | texts | pairs | precision | recall |", "|---|--:|--:|--:|--:|"]
    for name, total in tallies.items():
        lines.append(f"| {name} | {len(parts[name])} | {_pairs(parts[name])} | {_shares(total)} |")
    lines += ["", "| scene | right | wrong | missed | precision | recall |"]
    lines.append("|---|--:|--:|--:|--:|--:|")
    lines += _by_scene(every)
    lines += ["", f"Prepared in {prepared:.0f} ms; {each:.2f} ms for {REVIEW:,} characters."]
    return "\n".join(lines)


def _by_scene(total: Tally) -> Iterable[str]:
    for scene in room().scenes:
        slug = scene.slug
        one = Tally()
        one.right[slug] = total.right[slug]
        one.wrong[slug] = total.wrong[slug]
        one.missed[slug] = total.missed[slug]
        counts = f"{one.right[slug]} | {one.wrong[slug]} | {one.missed[slug]}"
        yield f"| {scene.title} | {counts} | {_shares(one)} |"


def _shares(total: Tally) -> str:
    return f"{total.precision:.2f} | {total.recall:.2f}"


def _pairs(reviews: Iterable[Labelled]) -> int:
    return sum(len(review.pairs) for review in reviews)


def _times(reviews: Sequence[Labelled]) -> tuple[float, float]:
    """Time the preparing of a finder, and its reading of one review, in milliseconds."""
    start = perf_counter()
    finder = new_finder()
    prepared = perf_counter() - start
    units = sum(len(block.plain) for review in reviews for block in review.blocks) / REVIEW
    rounds = []
    for _ in range(ROUNDS):
        sentences.cache_clear()
        start = perf_counter()
        for review in reviews:
            finder.find(review.name, review.blocks, title=review.title)
        rounds.append(perf_counter() - start)
    return prepared * 1000, min(rounds) / units * 1000


if __name__ == "__main__":
    sys.stdout.write(report() + "\n")

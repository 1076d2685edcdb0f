"""What the reader has decided, laid over what was found or written: it always wins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from herreader.model.links import Link, LinkKind
from herreader.model.marks import Decision, Verdict
from herreader.reading.covered import Covered

_Subject = tuple[str, str]
_place = attrgetter("block", "start", "end")


def apply(links: Iterable[Link], decisions: Iterable[Decision]) -> tuple[Link, ...]:
    """Give the links as the reader wants them, review by review and in order of their places.

    A decision holds for all words that share some with its own: linked or confirmed ones stand
    alone, rejected ones are gone, wherever a later run of the finder draws the bounds. Of several
    decisions the later one wins. A decision whose words are lost does nothing.

    Args:
        links: The links found or written.
        decisions: In the order in which they were made.
    """
    decided: dict[_Subject, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.placed:
            decided[decision.review, decision.scene].append(decision)
    given: dict[_Subject, list[Link]] = defaultdict(list)
    for link in links:
        given[link.review, link.scene].append(link)
    reviews: dict[str, list[Link]] = defaultdict(list)
    for review, scene in {**given, **decided}:
        subject = (review, scene)
        found = given.get(subject, [])
        own = decided.get(subject)
        reviews[review] += _overlaid(found, own) if own else found
    return tuple(link for of_review in reviews.values() for link in sorted(of_review, key=_place))


def _overlaid(links: list[Link], decisions: Sequence[Decision]) -> list[Link]:
    """Lay the decisions on one scene over the links of one review."""
    decided: dict[int, Covered] = defaultdict(Covered)  # by block, within which words are shared
    kept = []
    for decision in reversed(decisions):
        words = decided[decision.block]
        later = words.has_some_of(decision.start, decision.end)
        if decision.verdict is not Verdict.REJECTED and not later:
            kept.append(by_hand(decision))
        words.add(decision.start, decision.end)
    kept += [link for link in links if not decided[link.block].has_some_of(link.start, link.end)]
    return _continued(links, sorted(kept, key=_place))


def latest(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give those of some decisions that no later one on the very same words and scene overrules."""
    by_words = {(made.review, made.scene, made.quote): made for made in decisions}
    return tuple(by_words.values())


def is_decided(link: Link, decisions: Iterable[Decision]) -> bool:
    """Whether the reader has decided on a link's words and scene."""
    return any(
        decision.placed
        and (decision.review, decision.scene) == (link.review, link.scene)
        and _shares_words(link, decision)
        for decision in decisions
    )


def _shares_words(link: Link, decision: Decision) -> bool:
    return link.block == decision.block and link.start < decision.end and decision.start < link.end


def by_hand(decision: Decision) -> Link:
    """Give the link that a decision makes."""
    return Link(
        scene=decision.scene,
        review=decision.review,
        block=decision.block,
        start=decision.start,
        end=decision.end,
        quote=decision.quote,
        kind=LinkKind.BY_HAND,
    )


def _continued(before: list[Link], after: list[Link]) -> list[Link]:
    """Let a link go on from another only where both of the ends that adjoined are still there."""
    ordered = sorted(before, key=_place)
    adjoining = {
        (last.block, last.end, link.block, link.start)
        for last, link in pairwise(ordered)
        if link.continues
    }
    result: list[Link] = []
    for link in after:
        last = result[-1] if result else None
        continues = last is not None and (last.block, last.end, link.block, link.start) in adjoining
        result.append(link if link.continues == continues else link._replace(continues=continues))
    return result

"""What a reader knows of a review: its title, its author, its date, where it is from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from herreader.errors import HerreaderError, OvertakenError
from herreader.model.imported import Dated, Known
from herreader.model.room import When
from herreader.reading.lost import SHOWN, shortened
from herreader.text.safe import clean_line, is_seen

CALLED = {"title": "title", "byline": "author", "dated": "date", "source": "source"}
"""The facts in `Known`, each with what a reader, and `Origins`, call it."""

EDITING = "The facts could not be changed"


class FactError(HerreaderError):
    """What a reader says of a review can't be."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader knows of a review; None leaves a fact as it is."""

    title: str | None = None
    byline: str | None = None
    date_words: str | None = None
    source: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """The facts that are given, by their names in `Known`."""
        words = (self.title, self.byline, self.date_words, self.source)
        return frozenset(name for name, said in zip(CALLED, words, strict=True) if said is not None)


def check(fact: str, words: str) -> None:
    """See that a fact, by its name in `Facts`, can be what a reader has typed.

    Raises:
        FactError: If it can't; says what to write instead.
    """
    if fact == "title":
        read_title(words)
    elif fact == "date_words":
        read_date(tidied(words))


def is_address(source: str) -> bool:
    """Whether a source is an address that others can go to, and no file or name."""
    return "://" in source and not source.lower().startswith("file:")


def read_title(words: str) -> str:
    """Read a title as a reader writes it.

    Raises:
        FactError: If it is empty, or shows nothing.
    """
    title = tidied(words)
    if not is_seen(title):
        raise FactError("No title", "A review needs one; write a word or more.")
    return title


def read_date(words: str) -> When | None:
    """Read a date as a reader writes it; None for empty words.

    Raises:
        FactError: If there is none in the words, or more than one, or it can be read in two ways.
    """
    from herreader.importing.dates import read_date as read
    from herreader.importing.dates import stands_alone

    if not words:
        return None
    found = read(words)
    if found is None or not found.clear or not stands_alone(found, words):
        message = "Write it as 2014-01-09, 9 January 2014, January 2014 or 2014."
        raise FactError(f"No date in {clean_line(words)!r}", message)
    return found.when


def facts_of(known: Known) -> Facts:
    """Give what is known of a review, as a reader may change it."""
    when, words = known.dated
    return Facts(known.title, known.byline, words or str(when or ""), known.source)


def see_unchanged(known: Known, seen: Facts, given: Facts) -> None:
    """See that the facts that are about to be changed are as they were seen.

    Raises:
        OvertakenError: If another window has changed one; says what it has become.
    """
    now = facts_of(known)
    others = [
        f"Its {called} is {shortened(words, SHOWN)} by now."
        if words
        else f"Its {called} is gone by now."
        for fact, called in zip(Facts.__slots__, CALLED.values(), strict=True)
        if getattr(given, fact) is not None and (words := getattr(now, fact)) != getattr(seen, fact)
    ]
    if others:
        raise OvertakenError(EDITING, " ".join(others))


def amended(known: Known, facts: Facts) -> Known:
    """Give what is known once a reader has given some facts.

    Raises:
        FactError: If one of them can't be.
    """
    given: dict[str, str | Dated] = {}
    if facts.title is not None:
        given["title"] = read_title(facts.title)
    if facts.byline is not None:
        given["byline"] = tidied(facts.byline)
    if facts.date_words is not None:
        words = tidied(facts.date_words)
        given["dated"] = Dated(read_date(words), words)
    if facts.source is not None:
        given["source"] = tidied(facts.source)
    return _with(known, given, by_hand=known.by_hand.union(given))


def carried_over(known: Known, older: Known, given: Collection[str]) -> Known:
    """Give what is known of a version with what the reader has said of the older one.

    Args:
        known: What is known of the version.
        older: What was known of the one in whose place it stands.
        given: The facts that the reader has given for the new version itself: they hold.
    """
    decided = older.by_hand.difference(given)
    facts = {fact: getattr(older, fact) for fact in decided}
    return _with(known, facts, by_hand=known.by_hand | decided)


def exchanged(known: Known, old: Known, new: Known) -> Known:
    """Put facts in the place of others, and leave alone those that are the same in both.

    Args:
        known: What is known now.
        old: What was known after a change, or before it.
        new: What shall be known instead.

    Raises:
        OvertakenError: If one of the facts is no longer the old one.
    """
    changed = [fact for fact in CALLED if getattr(old, fact) != getattr(new, fact)]
    for fact in changed:
        if getattr(known, fact) != getattr(old, fact):
            message = f"Its {CALLED[fact]} has been changed once more since; look at it as it is."
            raise OvertakenError(EDITING, message)
    facts = {fact: getattr(new, fact) for fact in changed}
    by_hand = known.by_hand.difference(changed) | new.by_hand.intersection(changed)
    return _with(known, facts, by_hand=by_hand)


def tidied(words: str) -> str:
    """Clean what a reader has typed, and leave one blank between words."""
    return " ".join(clean_line(words).split())


def _with(known: Known, facts: Mapping[str, str | Dated], *, by_hand: frozenset[str]) -> Known:
    return Known(**{**known._asdict(), **facts, "by_hand": by_hand})

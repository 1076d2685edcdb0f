"""Corrections: what a reader has decided on links, as a document that another one takes over."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from herreader.errors import TextError
from herreader.model.links import Link
from herreader.model.marks import Decision, Verdict
from herreader.model.text import Text, all_blocks
from herreader.reading.covered import Covered
from herreader.reading.facts import is_address
from herreader.reading.linking import TAKING_OVER
from herreader.reading.reading import Reading
from herreader.text.safe import clean, clean_line

FORMAT = "herreader decisions 1"

_BEYOND = 1 << 31
"""More than any block's number or any offset."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many decisions of a document were new, had been taken before, or are of no use here.

    Attributes:
        new: Taken now.
        known: Taken before.
        absent: On texts that are not here.
        changed: On words that are not in the text as it is here, which is another version.
        strange: On scenes that the room does not have.
        missing: Which texts are not here: the title of each or else its id, and its address.
        other: Which imported ones are here in another version, by their ids.
        own: Which of the room's own are.
    """

    new: int = 0
    known: int = 0
    absent: int = 0
    changed: int = 0
    strange: int = 0
    missing: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class _Correction(NamedTuple):
    """What another reader has decided on words.

    Attributes:
        link: The words and the scene.
        verdict: What was decided.
        decided: When.
        digest: What an imported text is known by; empty for one of the room's own.
        name: What the text is called there.
    """

    link: Link
    verdict: Verdict
    decided: datetime
    digest: str
    name: str


def give_corrections(reading: Reading) -> dict[str, Any]:
    """Give the reader's decisions as a document that JSON can hold.

    One that a later one undoes is not in it.

    Raises:
        StoreError: If the store can't be read.
    """
    described = cache(lambda review: _described(reading, review))
    return {
        "format": FORMAT,
        "room": reading.room.id,
        "decisions": [
            {**_entry(made), **described(made.review)} for made in _that_hold(reading.decisions)
        ],
    }


def take_corrections(reading: Reading, document: object) -> Taken:
    """Take over the decisions of another reader's document, all that are of use here, or none.

    Imported texts are known by their content, whatever their id was there; they and the room's own
    are known by their id, too, if they hold the words that were decided on. Of two decisions on the
    same words, the later one holds.

    Args:
        reading: The room to which they are taken.
        document: What `give_corrections` gave there.

    Raises:
        TextError: If it is no such document, or of another room.
        StoreError: If they can't be kept.
    """
    corrections = _read(document, reading.room.id)
    scenes = {scene.slug for scene in reading.room.scenes}
    useful = [correction for correction in corrections if correction.link.scene in scenes]
    text_of = cache(reading.text_or_none)
    links = [_link_here(reading, text_of, correction) for correction in useful]
    here = [
        (link, correction.verdict, correction.decided)
        for link, correction in zip(links, useful, strict=True)
        if link is not None
    ]
    unused = [made for link, made in zip(links, useful, strict=True) if link is None]
    missing = [made.name for made in unused if text_of(made.link.review) is None]
    # Words that were taken when they were here may have been edited since.
    lacking = [made[:3] for made in unused if text_of(made.link.review) is not None]
    changed = [link.review for link, _, _ in reading.untaken(lacking)]
    new = reading.take_over(here)
    return Taken(
        new=new,
        known=len(here) - new + len(lacking) - len(changed),
        absent=len(missing),
        changed=len(changed),
        strange=len(corrections) - len(useful),
        missing=tuple(dict.fromkeys(missing)),
        other=tuple(dict.fromkeys(filter(reading.is_imported, changed))),
        own=tuple(dict.fromkeys(each for each in changed if not reading.is_imported(each))),
    )


def _link_here(
    reading: Reading, text_of: Callable[[str], Text | None], correction: _Correction
) -> Link | None:
    """Give a correction's words as those of a review that is here; None if there is none."""
    link, digest = correction.link, correction.digest
    same = reading.library.of_digest(digest) if reading.library and digest else None
    if same is not None:
        return link._replace(review=same)
    text = text_of(link.review)
    return link if text is not None and _holds(text, link.quote) else None


def _holds(text: Text, words: str) -> bool:
    return any(words in block.plain for block in all_blocks(text))


def _that_hold(decisions: Iterable[Decision]) -> list[Decision]:
    """Leave out the decisions on words on all of which a later one has decided, scene by scene."""
    later: defaultdict[tuple[str, str, int], Covered] = defaultdict(Covered)
    kept = []
    for decision in reversed(tuple(decisions)):
        decided = later[decision.review, decision.scene, decision.block]
        if not decision.placed or not decided.has_all_of(decision.start, decision.end):
            kept.append(decision)
        if decision.placed:
            decided.add(decision.start, decision.end)
    return kept[::-1]


def _described(reading: Reading, review: str) -> dict[str, str]:
    """Say by what another reader knows a text; not where it lies, if that is a file."""
    library = reading.library if reading.is_imported(review) else None
    origin = library.origin(review) if library is not None else None
    told = {"title": reading.title_of(review)}
    if origin is not None:
        told["digest"] = origin.digest
        told |= {"source": origin.source} if is_address(origin.source) else {}
    return told


def _entry(decision: Decision) -> dict[str, Any]:
    return {
        "review": decision.review,
        "scene": decision.scene,
        "verdict": decision.verdict.value,
        "block": decision.block,
        "start": decision.start,
        "end": decision.start + len(decision.quote),
        "quote": decision.quote,
        "decided": decision.decided.astimezone(UTC).isoformat(timespec="microseconds"),
    }


def _read(document: object, room: str) -> list[_Correction]:
    """Read a document that may hold anything."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise TextError(TAKING_OVER, "This is no file of decisions; see that it is the right one.")
    if document.get("room") != room:
        other = clean_line(str(document.get("room")))
        raise TextError(TAKING_OVER, f"They are on the room {other!r}; open that room first.")
    corrections: list[_Correction] = []
    try:
        for entry in document["decisions"]:
            corrections.append(_correction(entry))  # noqa: PERF401 - their number is told on an error
    except (KeyError, ValueError, TypeError, OverflowError) as error:
        message = f"Decision {len(corrections) + 1} is broken; ask for the file again."
        raise TextError(TAKING_OVER, message) from error
    return corrections


def _correction(entry: Mapping[str, Any]) -> _Correction:
    quote = clean(entry["quote"])
    block, start, end = int(entry["block"]), int(entry["start"]), int(entry["end"])
    if not (0 < block < _BEYOND and 0 <= start < _BEYOND and end - start == len(quote) > 0):
        raise ValueError(quote)
    link = Link(clean(entry["scene"]), clean(entry["review"]), block, start, end, quote)
    decided = datetime.fromisoformat(entry["decided"]).astimezone(UTC)
    digest, name = clean(entry.get("digest", "")), _name(entry)
    return _Correction(link, Verdict(entry["verdict"]), decided, digest, name)


def _name(entry: Mapping[str, Any]) -> str:
    title = clean_line(entry.get("title") or entry["review"])
    source = clean_line(entry.get("source", ""))
    return f"{title!r} ({source})" if source else repr(title)

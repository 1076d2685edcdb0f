"""Taking files into a room: each wholly or not at all, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from herreader.errors import HerreaderError
from herreader.importing import Gathered, Imported, Overrides, Source, read_imports
from herreader.model import Aside, Block, LibraryText, Origin, Review
from herreader.reading.library import NOWHERE, Library

AT_ONCE = 64
"""Texts that are kept in one transaction; other programs can't write meanwhile."""


class Fate(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    KNOWN = "already there"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, or of one text in it.

    Attributes:
        name: The file.
        fate: What became of it.
        review: The id of the review that it is, was or would replace; empty if refused.
        title: Its title.
        links: Passages found in it that speak of a scene, the sure ones.
        aside: Parts that were set aside.
        reason: Why it was refused, or what there is to say of it.
    """

    name: str
    fate: Fate
    review: str = ""
    title: str = ""
    links: int = 0
    aside: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be taken in.

    Attributes:
        overrides: Facts that the reader knows better.
        keep_all: Whether nothing is to be set aside.
        replace: Whether a changed version takes the place of the review that it is one of.
    """

    overrides: Overrides = field(default_factory=Overrides)
    keep_all: bool = False
    replace: bool = False


def take_in(
    library: Library,
    gathered: Gathered,
    wishes: Wishes,
    clock: Callable[[], datetime],
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Outcome]:
    """Take files into a library, and tell of each what became of it.

    What has been told of is kept. It ends early once `stop` answers True; the rest is left alone.

    Raises:
        StoreError: If the library can't be written; what was told of before is kept.
    """
    for path, error in gathered.refused:
        yield Outcome(str(path), Fate.REFUSED, reason=error.message)
    batch = clock().isoformat()
    for start in range(0, len(gathered.sources), AT_ONCE):
        if stop():
            return
        yield from _take_some(library, gathered.sources[start : start + AT_ONCE], wishes, batch)


def _take_some(
    library: Library, sources: Sequence[Source], wishes: Wishes, batch: str
) -> list[Outcome]:
    """Read some files, and keep them in one transaction."""
    outcomes: list[Outcome] = []
    read: list[tuple[str, Imported]] = []
    for source in sources:
        try:
            imports = read_imports(source, keep_all=wishes.keep_all, overrides=wishes.overrides)
        except HerreaderError as error:
            outcomes.append(Outcome(source.name, Fate.REFUSED, reason=error.message))
        else:
            read += [(source.name, imported) for imported in imports]
    with library.store.together("The files could not be taken in"):
        taker = _Taker(library, wishes, batch)
        outcomes += [taker.take(name, imported) for name, imported in read]
    return outcomes


class _Taker:
    """Takes texts into a library within one transaction."""

    def __init__(self, library: Library, wishes: Wishes, batch: str) -> None:
        self._library = library
        self._wishes = wishes
        self._batch = batch
        self._when = datetime.fromisoformat(batch)
        self._taken: set[str] = set()

    def take(self, name: str, imported: Imported) -> Outcome:
        """Take one text in; tell what became of it."""
        library = self._library
        there = library.of_digest(imported.digest)
        if there is not None:
            return Outcome(name, Fate.KNOWN, there, imported.title)
        older = library.of_source(imported.source)
        if older is not None and not self._wishes.replace:
            reason = "It has changed since. With --replace the new version takes its place."
            return Outcome(name, Fate.CHANGED, older, imported.title, reason=reason)
        review = older or library.free_id(imported.title, frozenset(self._taken))
        self._taken.add(review)
        text = self._text(review, imported)
        if older is None:
            library.add(text)
        else:
            library.replace(text)
        sure = sum(link.sure and not link.continues for link in text.links)
        fate = Fate.ADDED if older is None else Fate.REPLACED
        notes = " ".join(imported.notes)
        return Outcome(name, fate, review, imported.title, sure, len(imported.aside), notes)

    def _text(self, review: str, imported: Imported) -> LibraryText:
        finder = self._library.finder
        header = Review(
            id=review,
            title=imported.title,
            byline=imported.author,
            date=imported.date,
            answers=None,
            words=sum(_count_words(block) for block in imported.blocks),
            path=NOWHERE,
        )
        origin = Origin(
            source=imported.source,
            digest=imported.digest,
            imported=self._when,
            batch=self._batch,
            date_words=imported.date_words,
        )
        aside = tuple(Aside(part.kind, part.block, part.after) for part in imported.aside)
        links = finder.find(review, imported.blocks, title=imported.title)
        return LibraryText(header, origin, imported.blocks, aside, links, finder.version)


def _count_words(block: Block) -> int:
    return len(block.plain.split())

"""Taking files into a room: each wholly or not at all, and what became of it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from os.path import abspath  # links stay as they are; Path.absolute leaves `..` in
from time import monotonic
from typing import TYPE_CHECKING

from herreader.errors import HeldError, HerreaderError
from herreader.importing import Gathered, Imported, Origins, Overrides, Source, read_imports
from herreader.importing.settling import GIVEN
from herreader.model import LibraryText, Link, Origin, Review
from herreader.reading.facts import Facts, tidied
from herreader.reading.kept import as_kept
from herreader.reading.library import AT_ONCE, Library, slug_of
from herreader.reading.likeness import earlier_version
from herreader.reading.remarks import on_change, on_copy, on_known, on_return, on_text
from herreader.store.library import NOWHERE
from herreader.text.counting import count_words

if TYPE_CHECKING:  # the finder is prepared only if there is something to look through
    from herreader.finding import Found

PATIENCE = 0.2
"""Seconds of reading after which what was read is kept, so that there is something to tell."""

_ADDRESS = "://"


class Fate(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    RESTORED = "brought back"
    KNOWN = "already there"
    CHANGED = "changed"
    REFUSED = "refused"


WENT_IN = frozenset({Fate.ADDED, Fate.REPLACED, Fate.RESTORED})
"""What becomes of a text that goes in."""


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
        scenes: The scenes of which these passages speak, in their order.
        byline: Who signs it; empty if unknown.
        date: Its date, as far as it is known.
        origins: Where these facts were found.
    """

    name: str
    fate: Fate
    review: str = ""
    title: str = ""
    links: int = 0
    aside: int = 0
    reason: str = ""
    scenes: tuple[str, ...] = ()
    byline: str = ""
    date: str = ""
    origins: Origins = field(default_factory=Origins)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be taken in.

    Attributes:
        overrides: Facts that the reader knows better.
        source: What the reader calls their source; None leaves it to the files. It does not help to
            know a text again, unless it is the address of a single one.
        keep_all: Whether nothing is to be set aside.
        replace: Whether a changed version takes the place of the review that it is one of.
    """

    overrides: Overrides = field(default_factory=Overrides)
    source: str | None = None
    keep_all: bool = False
    replace: bool = False


def take_in(  # noqa: PLR0913 - what it stands on, and how to be told and stopped
    library: Library,
    gathered: Gathered,
    wishes: Wishes,
    clock: Callable[[], datetime],
    stop: Callable[[], bool] = lambda: False,
    *,
    patience: float = PATIENCE,
    wait: float = 0,
) -> Iterator[Outcome]:
    """Take files into a library, and tell of each what became of it.

    What has been told of is kept. It ends early once `stop` answers True: what has been read by
    then is kept and told of, the rest is left alone.

    Args:
        library: Where they are kept.
        gathered: The files.
        wishes: How they are to be taken in.
        clock: Gives the moment at which the run begins; undone, the run is called by it.
        stop: Asked before each file.
        patience: Seconds of reading after which what was read is kept and told of.
        wait: Seconds to try again while another program holds the library, unless it is to stop.

    Raises:
        StoreError: If the library can't be written; what was told of before is kept.
    """
    for path, error in gathered.refused:
        yield Outcome(str(path), Fate.REFUSED, reason=error.message)
    given = wishes.source or ""
    address = tidied(given) if _ADDRESS in given and len(gathered.sources) == 1 else ""
    taker = _Taker(library, wishes, clock(), address)
    sources = iter(gathered.sources)
    while some := list(_read_some(sources, taker, stop, patience)):
        yield from _keep_once_free(some, taker, stop, wait)


def _keep_once_free(
    some: Sequence["_Read | Outcome"], taker: "_Taker", stop: Callable[[], bool], wait: float
) -> list[Outcome]:
    """Keep what was read, as soon as no other program holds the library."""
    end = monotonic() + wait
    while True:
        try:
            return taker.keep(some)
        except HeldError:
            if stop() or monotonic() >= end:
                raise


@dataclass(frozen=True, slots=True)
class _Read:
    """A text that was read from a file, one of `parts` in it, and what was found in it.

    Its place is the address in it or, if there is none, its file. What was found is None if nothing
    was looked for, since it was there already.
    """

    name: str
    imported: Imported
    place: str
    parts: int
    found: "Found | None"

    @property
    def links(self) -> tuple[Link, ...]:
        """The passages that speak of a scene."""
        return self.found.links if self.found else ()


def _read_some(
    sources: Iterator[Source], taker: "_Taker", stop: Callable[[], bool], patience: float
) -> Iterator[_Read | Outcome]:
    """Read a few files; all that takes long is done here, before other programs are kept out."""
    begun = monotonic()
    for count in range(AT_ONCE):
        if stop() or (count and monotonic() - begun > patience):
            return
        source = next(sources, None)
        if source is None:
            return
        try:
            yield from taker.read(source)
        except HerreaderError as error:
            yield Outcome(source.name, Fate.REFUSED, reason=error.message)


class _Taker:
    """Takes texts into a library; one for each run of the import.

    Args:
        library: Where they are kept.
        wishes: How they are to be taken in.
        begun: When the run began.
        address: The address that the reader gives the one text, if it tells it from all others, as
            the name of a newspaper does not.
    """

    def __init__(self, library: Library, wishes: Wishes, begun: datetime, address: str) -> None:
        self._library = library
        self._wishes = wishes
        self._when = begun
        self._batch = begun.isoformat()
        self._address = address
        self._taken: set[str] = set()

    def read(self, source: Source) -> list[_Read]:
        """Read the texts of a file, and look for the scenes in those that are not there yet."""
        wishes = self._wishes
        imports = read_imports(source, keep_all=wishes.keep_all, overrides=wishes.overrides)
        there = self._library.of_digest
        return [
            _Read(
                source.name,
                imported,
                _place(source, imported),
                len(imports),
                None if there(imported.digest) is not None else self._find(imported),
            )
            for imported in imports
        ]

    def keep(self, some: Sequence[_Read | Outcome]) -> list[Outcome]:
        """Keep what was read, in one transaction, and tell what became of it."""
        with self._library.store.together("The files could not be taken in"):
            return [one if isinstance(one, Outcome) else self._keep(one) for one in some]

    def _find(self, imported: Imported) -> "Found":
        # Their id is settled when they are kept: it must be free then.
        return self._library.finder.look_through("", imported.blocks, title=imported.title)

    def _keep(self, read: _Read) -> Outcome:
        library, imported = self._library, read.imported
        there = library.of_digest(imported.digest)
        if there is not None:
            given = self._wishes.overrides != Overrides() or self._wishes.source is not None
            return self._told(read, Fate.KNOWN, there, on_known(there, given=given))
        gone = library.removed_as(imported.digest)
        older = self._older(read)
        if older is None and gone is not None and (live := library.origin(gone)) is not None:
            if live.place != read.place:
                # A copy, kept for safety: only the file itself brings an earlier version back.
                return self._told(read, Fate.KNOWN, gone, on_copy(gone))
            older = gone
        if older is not None and not self._wishes.replace:
            origin = library.origin(older)
            reason = on_change(older, origin, read.place, known=bool(self._address))
            return self._told(read, Fate.CHANGED, older, reason)
        if gone is not None and gone not in self._taken and older in {None, gone}:
            return self._bring_back(read, gone, replaces=older is not None)
        # If it was not looked for, it was there, until another one of this run took its place.
        found = read.found or self._find(imported)
        read = replace(read, found=found)
        review = older or library.free_id(imported.title)
        self._taken.add(review)
        text = self._text(review, read)
        with library.bringing(self._batch, review):
            if older is None:
                library.add(text)
            else:
                library.replace(text)
        fate = Fate.ADDED if older is None else Fate.REPLACED
        return self._told(read, fate, review, on_text(imported, found))

    def _bring_back(self, read: _Read, gone: str, *, replaces: bool) -> Outcome:
        """Bring a text back that was removed or, if it `replaces` a later version, that one had."""
        library = self._library
        later = library.known(gone) if replaces else None
        with library.bringing(self._batch, gone):
            library.restore(gone, read.imported.digest)
        self._taken.add(gone)
        if later is not None:
            given = self._given(read)
            library.carry_over(gone, later, given.names)
            library.edit(gone, given)
        return self._told(read, Fate.RESTORED, gone, on_return(gone))

    def _given(self, read: _Read) -> Facts:
        """Tell which facts on a text the reader has given with this run of the import."""
        wishes = self._wishes
        date, source = wishes.overrides.date, wishes.source
        if read.parts > 1:
            return Facts(date_words=date, source=source)
        return Facts(wishes.overrides.title or None, wishes.overrides.author, date, source)

    def _older(self, read: _Read) -> str | None:
        """Give the review of which a text is another version: the one from the same place."""
        library, place = self._library, read.place
        if read.parts == 1:
            address = self._address or (place if _ADDRESS in place else "")
            older = library.of_place(place) or library.of_source(address)
            older = older or earlier_version(library, read.imported)
        else:  # A book of many: their titles tell them apart.
            older = slug_of(read.imported.title)
            origin = library.origin(older)
            older = older if origin is not None and place and origin.place == place else None
        # What came in just now, from another file with the same address, is no older version.
        return None if older in self._taken else older

    def _text(self, review: str, read: _Read) -> LibraryText:
        imported, given = read.imported, self._wishes.source
        header = Review(
            id=review,
            title=imported.title,
            byline=imported.author,
            date=imported.date,
            answers=None,
            words=count_words(imported.blocks),
            path=NOWHERE,
        )
        origin = Origin(
            source=(read.place or imported.source) if given is None else tidied(given),
            digest=imported.digest,
            imported=self._when,
            batch=self._batch,
            date_words=imported.date_words,
            place=read.place,
            by_hand=self._given(read).names,
        )
        by = self._library.found_by
        return LibraryText(header, origin, imported.blocks, imported.aside, read.links, by)

    def _told(self, read: _Read, fate: Fate, review: str, reason: str = "") -> Outcome:
        imported = read.imported
        if fate in {Fate.REPLACED, Fate.RESTORED, Fate.KNOWN}:
            imported = as_kept(imported, self._library.known(review))
        links = read.links if fate in {Fate.ADDED, Fate.REPLACED} else ()
        if fate is Fate.RESTORED:
            links = self._library.of_review(review)
        sure = [link for link in links if link.sure]
        return Outcome(
            name=read.name,
            fate=fate,
            review=review,
            title=imported.title,
            links=sum(not link.continues for link in sure),
            aside=len(imported.aside) if fate in {Fate.ADDED, Fate.REPLACED} else 0,
            reason=reason,
            scenes=tuple(Counter(link.scene for link in sure)),
            byline=imported.author,
            date=str(imported.date) if imported.date else imported.date_words,
            origins=self._origins(imported),
        )

    def _origins(self, imported: Imported) -> Origins:
        given = self._wishes.source
        return imported.origins if given is None else replace(imported.origins, source=GIVEN)


def _place(source: Source, imported: Imported) -> str:
    """Give the address or the whole path that a text is from; nothing if it came through a pipe."""
    if imported.source != source.name:
        return imported.source
    return abspath(source.path) if source.path is not None else ""  # noqa: PTH100 - see the import

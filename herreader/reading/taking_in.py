"""Taking files into a room: each wholly or not at all, and what became of it."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

from herreader.errors import HerreaderError, StoreError
from herreader.importing import Gathered, Origins, Source
from herreader.model.imported import LibraryText, Origin
from herreader.model.room import Review
from herreader.reading.arrivals import Arrival, look_through, read_arrivals
from herreader.reading.facts import amended, carried_over, is_address, tidied
from herreader.reading.kept import as_kept
from herreader.reading.library import AT_ONCE, Library, slug_of
from herreader.reading.likeness import earlier_version, has_other_words
from herreader.reading.lost import Lost
from herreader.reading.outcomes import Fate, Outcome
from herreader.reading.remarks import (
    OTHER_WORDS,
    on_change,
    on_copy,
    on_known,
    on_language,
    on_lost,
    on_lost_again,
    on_return,
    on_unconcerned,
)
from herreader.reading.wishes import Wishes
from herreader.store import Removed
from herreader.store.headers import NOWHERE
from herreader.text.counting import count_words

AT_A_TIME = 0.2
"""Seconds of reading after which what was read is kept, so that there is something to tell."""


def take_in(  # noqa: PLR0913 - what it stands on, and how to be told and stopped
    library: Library,
    gathered: Gathered,
    wishes: Wishes,
    clock: Callable[[], datetime],
    stop: Callable[[], bool] = lambda: False,
    *,
    patience: float = AT_A_TIME,
) -> Iterator[Outcome]:
    """Take files into a library, and tell of each what became of it.

    What has been told of is kept. It ends early once `stop` answers True: what has been read by
    then is kept and told of, the rest is left alone. While another program holds the library, to
    ask for the next outcome raises HeldError; asked once more, it goes on with the same files.

    Args:
        library: Where they are kept.
        gathered: The files.
        wishes: How they are to be taken in.
        clock: Gives the moment at which the run begins; undone, the run is called by it.
        stop: Asked before each file.
        patience: Seconds of reading after which what was read is kept and told of.

    Raises:
        StoreError: If the library can't be read or written; what was told of before is kept.
    """
    refused = [_refused(str(path), error) for path, error in gathered.refused]
    given = wishes.source or ""
    address = tidied(given) if is_address(given) and len(gathered.sources) == 1 else ""
    taker = _Taker(library, wishes, clock(), address)
    reader = _Reader(gathered.sources, taker, stop, patience)
    return _Told(refused, reader.read_some, taker.keep)


_Read = Sequence[Arrival | Outcome]


class _Told(Iterator[Outcome]):
    """What becomes of each file; unlike a generator, it goes on after what was raised.

    Args:
        told: What is known already.
        read: Reads some files; none if there are no more.
        keep: Keeps what was read, wholly or not at all.
    """

    def __init__(
        self,
        told: Sequence[Outcome],
        read: Callable[[], _Read],
        keep: Callable[[_Read], Sequence[Outcome]],
    ) -> None:
        self._told = iter(told)
        self._read = read
        self._keep = keep
        self._some: _Read = ()

    def __next__(self) -> Outcome:
        outcome = next(self._told, None)
        if outcome is not None:
            return outcome
        self._some = self._some or self._read()
        self._told = iter(self._keep(self._some) if self._some else ())
        self._some = ()
        return next(self._told)


class _Reader:
    """Reads files, a few at a time; where the library can't be asked, it goes on with the same one.

    All that takes long is done here, before other programs are kept out.
    """

    def __init__(
        self,
        sources: Iterable[Source],
        taker: "_Taker",
        stop: Callable[[], bool],
        patience: float,
    ) -> None:
        self._left = deque(sources)
        self._taker = taker
        self._stop = stop
        self._patience = patience
        self._some: list[Arrival | Outcome] = []

    def read_some(self) -> _Read:
        """Read a few files, and give them with those that were read before a failure."""
        begun = monotonic()
        for count in range(AT_ONCE):
            late = count and monotonic() - begun > self._patience
            if late or self._stop() or not self._left:
                break
            self._some += self._read(self._left[0])
            self._left.popleft()
        some, self._some = self._some, []
        return some

    def _read(self, source: Source) -> _Read:
        try:
            return self._taker.read(source)
        except StoreError:
            raise  # it is not the file's fault
        except HerreaderError as error:
            return [_refused(source.name, error)]


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
        self._room = library.room
        self._wishes = wishes
        self._when = begun
        self._batch = begun.isoformat()
        self._address = address
        self._taken: set[str] = set()

    def read(self, source: Source) -> list[Arrival]:
        """Read the texts of a file, and look for the scenes in those that are not there yet."""
        return read_arrivals(self._library, self._wishes, source, self._when)

    def keep(self, some: Sequence[Arrival | Outcome]) -> list[Outcome]:
        """Keep what was read, in one transaction, and tell what became of it."""
        before = self._taken.copy()
        try:
            with self._library.store.together("The files could not be taken in"):
                return [one if isinstance(one, Outcome) else self._keep(one) for one in some]
        except BaseException:
            self._taken = before  # nothing was kept: a second try finds all as the first one did
            raise

    def _keep(self, arrival: Arrival) -> Outcome:
        library, imported = self._library, arrival.imported
        there = library.of_digest(imported.digest)
        if there is not None:
            remark = on_known(self._room, there) if self._wishes.give_facts else ""
            return self._told(arrival, Fate.KNOWN, there, remark)
        gone = library.removed(imported.digest)
        older = self._older(arrival)
        if older is None and gone is not None and (live := library.origin(gone.review)) is not None:
            if live.place != arrival.place:
                # A copy, kept for safety: only the file itself brings an earlier version back.
                remark = on_copy(self._room, gone.review)
                return self._told(arrival, Fate.KNOWN, gone.review, remark)
            older = gone.review
        if older is not None and not self._wishes.replaces(older):
            origin = library.origin(older)
            if has_other_words(library, imported, older):
                reason = OTHER_WORDS
            else:
                reason = on_change(older, origin, arrival.place, known=bool(self._address))
            return self._told(arrival, Fate.CHANGED, older, reason)
        if gone is None or gone.review in self._taken or older not in {None, gone.review}:
            return self._put(arrival, older, Fate.REPLACED if older else Fate.ADDED)
        if older is None or self._is_known_so(arrival, gone):
            return self._bring_back(arrival, gone)
        return self._put(arrival, older, Fate.RESTORED)

    def _put(self, arrival: Arrival, older: str | None, fate: Fate) -> Outcome:
        """Add a text, or put it in the place of an older one."""
        library, imported = self._library, arrival.imported
        # If it was not looked for, it was there, until another one of this run took its place.
        found = arrival.found or look_through(library, imported)
        arrival = replace(arrival, found=found)
        review = older or library.free_id(imported.title)
        self._taken.add(review)
        text = self._text(review, arrival)
        lost = Lost()
        with library.bringing(self._batch, review):
            if older is None:
                library.add(text)
            else:
                lost = library.replace(text)
        remarks = [on_lost(self._room, review, lost), *imported.notes]
        remarks.append(self._on_found(review, arrival))
        if fate is Fate.RESTORED:
            remarks.append(on_return(self._room, review))
        return self._told(arrival, fate, review, " ".join(filter(None, remarks)), lost.total)

    def _on_found(self, review: str, arrival: Arrival) -> str:
        """Say why no scenes were looked for in a text, or hardly one can be found."""
        if arrival.found is None:
            return ""
        if arrival.found.concerned:
            return on_language(self._room, arrival.imported.blocks)
        title = self._library.known(review).title
        if title != arrival.imported.title:  # they were, under the one that the reader has given
            return ""
        return on_unconcerned(self._room, review, title)

    def _is_known_so(self, arrival: Arrival, gone: Removed) -> bool:
        """Whether of a version that was replaced all is known that is known of the later one.

        If not, it comes back as another version: undoing may bring that one back as it was.
        """
        given = self._wishes.facts(alone=arrival.alone)
        later = self._library.known(gone.review)
        return amended(carried_over(gone.known, later, given.names), given) == gone.known

    def _bring_back(self, arrival: Arrival, gone: Removed) -> Outcome:
        library, review = self._library, gone.review
        given = self._wishes.facts(alone=arrival.alone)
        with library.bringing(self._batch, review):
            lost = library.restore(review, gone.text)
            if given.names:
                library.edit(review, given)
        self._taken.add(review)
        told = [on_lost_again(self._room, lost), on_return(self._room, review)]
        reason = " ".join(filter(None, told))
        return self._told(arrival, Fate.RESTORED, review, reason, lost.total)

    def _older(self, arrival: Arrival) -> str | None:
        """Give the review of which a text is another version: the one from the same place."""
        library, place = self._library, arrival.place
        if arrival.alone:
            address = self._address or (place if is_address(place) else "")
            older = self._before_in(place, arrival) or library.of_source(address)
            older = older or earlier_version(library, arrival.imported)
        else:  # A book of many: their titles tell them apart.
            older = slug_of(arrival.imported.title)
            origin = library.origin(older)
            older = older if origin is not None and place and origin.place == place else None
        if older in self._taken:
            # What came in just now, from another file with the same address, is an older version
            # only if it has nearly the same words.
            older = earlier_version(library, arrival.imported)
        return older

    def _before_in(self, place: str, arrival: Arrival) -> str | None:
        """Give the review that came from a place, unless plainly another text is there now."""
        before = self._library.of_place(place)
        if before is None or slug_of(self._library.known(before).title) == slug_of(
            arrival.imported.title
        ):
            return before
        return None if has_other_words(self._library, arrival.imported, before) else before

    def _text(self, review: str, arrival: Arrival) -> LibraryText:
        imported, given = arrival.imported, self._wishes.source
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
            source=(arrival.place or imported.source) if given is None else tidied(given),
            digest=imported.digest,
            imported=self._when,
            batch=self._batch,
            date_words=imported.date_words,
            place=arrival.place,
            by_hand=self._wishes.facts(alone=arrival.alone).names,
        )
        by = self._library.found_by
        return LibraryText(header, origin, imported.blocks, imported.aside, arrival.links, by)

    def _told(
        self, arrival: Arrival, fate: Fate, review: str, reason: str = "", lost: int = 0
    ) -> Outcome:
        imported = arrival.imported
        if fate in {Fate.REPLACED, Fate.RESTORED, Fate.KNOWN}:
            imported = as_kept(imported, self._library.known(review))
        links = arrival.links if fate is Fate.ADDED else ()
        if fate in {Fate.REPLACED, Fate.RESTORED}:
            links = self._library.of_review(review)
        sure = [link for link in links if link.sure]
        return Outcome(
            name=arrival.name,
            fate=fate,
            review=review,
            title=imported.title,
            passages=sum(not link.continues for link in sure),
            aside=len(imported.aside) if fate in {Fate.ADDED, Fate.REPLACED} else 0,
            lost=lost,
            reason=reason,
            scenes=tuple(Counter(link.scene for link in sure)),
            byline=imported.author,
            date=str(imported.date) if imported.date else imported.date_words,
            origins=self._wishes.origins(imported),
        )


def _refused(name: str, error: HerreaderError) -> Outcome:
    return Outcome(name, Fate.REFUSED, reason=error.message, origins=Origins())

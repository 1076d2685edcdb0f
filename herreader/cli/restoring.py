"""Bringing back what was removed or replaced, in whichever version."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from herreader.cli.opened import changing, opened
from herreader.cli.output import on_terminal, write_page, write_rows
from herreader.errors import UnknownReferenceError
from herreader.model.room import Room
from herreader.reading import Reading
from herreader.reading.lost import Lost
from herreader.reading.naming import Named, the_only
from herreader.reading.shell import shell
from herreader.store import Version
from herreader.text.safe import clean_line


def list_restorable(folder: Path | None) -> None:
    """Print a row a version that can be brought back, the last removed first."""
    with opened(folder) as reading:
        versions = reading.library.versions() if reading.library is not None else ()
        gone = [(version.removed, version) for version in versions if version.removed is not None]
        found = [version for _, version in sorted(gone, key=lambda each: each[0], reverse=True)]
        if on_terminal():
            from herreader.cli.own_pages import removed_page

            write_page(removed_page(reading.room, found))
        else:
            write_rows(
                (each.review, each.title, each.number, each.imported.isoformat()) for each in found
            )


def restore(folder: Path | None, names: Sequence[str], number: int | None = None) -> None:
    """Bring back reviews in the version with a number.

    Without one, it is the version before the one that is here, or the last one that was.

    Raises:
        UnknownReferenceError: If one has no such version; then none is brought back.
    """
    with changing(folder) as (reading, library):
        versions = _by_review(library.versions())
        there = [_meant(reading, versions, name) for name in names]
        room = reading.room
        chosen = tuple(dict.fromkeys(_choose(room, each, number) for each in there))
        lost = library.restore_all(chosen)
    for version, marks in zip(chosen, lost, strict=True):
        others = versions[version.review]
        write_rows([[f"{_told(version, others, number)} {_on_lost(room, marks, others)}".rstrip()]])


def _by_review(versions: Iterable[Version]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for version in versions:
        found.setdefault(version.review, []).append(version)
    return found


def _meant(reading: Reading, versions: Mapping[str, list[Version]], name: str) -> Sequence[Version]:
    """Give the versions of the only review that a name may mean; its last title counts.

    One that is here and was never removed or replaced keeps its name, too.
    """
    named: list[Named[Sequence[Version]]] = [
        Named(review, there[-1].title, there) for review, there in versions.items()
    ]
    named += [
        Named(each.id, each.title, ()) for each in reading.room.reviews if each.id not in versions
    ]
    unknown = "Nothing was removed as"
    cure = f"{shell(reading.room, 'restore')} lists what there is."
    there = the_only(named, name, unknown, cure)
    if not there:
        raise UnknownReferenceError(f"{unknown} {clean_line(name)!r}", cure)
    return there


def _here(there: Iterable[Version]) -> Version | None:
    return next((version for version in there if version.removed is None), None)


def _choose(room: Room, there: Sequence[Version], number: int | None) -> Version:
    here, listing = _here(there), shell(room, "restore")
    if number is None:
        return _before(room, there, here)
    for version in there:
        if version.number == number and version is not here:
            return version
    if here is not None and here.number == number:
        why = f"It is the one that is here; {listing} lists the others."
    else:
        why = f"{listing} lists those that there are."
    title = f"There is no version {number} of {there[0].review} to bring back"
    raise UnknownReferenceError(title, why)


def _before(room: Room, there: Sequence[Version], here: Version | None) -> Version:
    """Give the version before the one that is here; if none is, the one that was here last."""
    if here is None:
        return _last_here(there)
    if here.number == 1:
        cure = f"{_command(room, there[-1])} brings a later one back."
        raise UnknownReferenceError(f"{here.review} is here in its first version", cure)
    return there[here.number - 2]


def _last_here(there: Sequence[Version]) -> Version:
    return max(there, key=lambda version: (str(version.removed), version.number))


def _on_lost(room: Room, lost: Lost, there: Sequence[Version]) -> str:
    """Say which marks have no place in the version that has come back; nothing if all have."""
    return lost.told(_command(room, _here(there) or _last_here(there)))


def _command(room: Room, version: Version) -> str:
    """Write the command that brings a version back."""
    return shell(room, "restore", version.review, "--version", str(version.number))


def _told(version: Version, there: Sequence[Version], number: int | None) -> str:
    """Say which version of how many has come back."""
    which = f"version {version.number} of {len(there)}"
    if number is None and _here(there) is not None:
        which = f"the version before, {which},"
    what = f"{which} of {version.review}" if len(there) > 1 else version.review
    return f"Brought back {what}, {version.title!r}."

"""Texts read from files, before it is settled what becomes of them."""

from dataclasses import dataclass
from datetime import datetime
from os.path import abspath  # links stay as they are; Path.absolute leaves `..` in
from typing import TYPE_CHECKING

from herreader.importing import Circumstances, Imported, Source, read_imports
from herreader.model.links import Link
from herreader.reading.library import Library
from herreader.reading.wishes import Wishes

if TYPE_CHECKING:  # the finder is prepared only if there is something to look through
    from herreader.finding import Found


@dataclass(frozen=True, slots=True)
class Arrival:
    """A text that was read from a file, and what was found in it.

    Attributes:
        name: The file, as reports call it.
        imported: The text.
        place: The address in it or, if there is none, its file; empty if it came through a pipe.
        alone: Whether it is the only text in its file.
        found: What speaks of scenes; None if nothing was looked for, since it was there already.
    """

    name: str
    imported: Imported
    place: str
    alone: bool
    found: "Found | None"

    @property
    def links(self) -> tuple[Link, ...]:
        """The passages that speak of a scene."""
        return self.found.links if self.found else ()


def read_arrivals(library: Library, wishes: Wishes, source: Source, now: datetime) -> list[Arrival]:
    """Read the texts of a file, and look for the scenes in those that are not there yet.

    Args:
        library: Where they would be kept.
        wishes: How they are to be taken in.
        source: The file.
        now: The present moment: no text was written later.

    Raises:
        ImportRefusedError: If no review can be made of it.
        StoreError: If the library can't be read.
    """
    imports = read_imports(
        source,
        keep_all=wishes.keep_all,
        overrides=wishes.overrides,
        circumstances=Circumstances(library.makers, library.room.work, now),
    )
    there = library.of_digest
    return [
        Arrival(
            source.name,
            imported,
            _place(source, imported),
            len(imports) == 1,
            None if there(imported.digest) is not None else look_through(library, imported),
        )
        for imported in imports
    ]


def look_through(library: Library, imported: Imported) -> "Found":
    """Look for the scenes in a text."""
    # Its id is settled when it is kept: it must be free then.
    return library.finder.look_through("", imported.blocks, title=imported.title)


def _place(source: Source, imported: Imported) -> str:
    if imported.source != source.name:
        return imported.source
    return abspath(source.path) if source.path is not None else ""  # noqa: PTH100 - see the import

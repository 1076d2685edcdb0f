"""How a reader wants files to be taken in."""

from dataclasses import dataclass, field, replace

from herreader.importing import Imported, Origins, Overrides
from herreader.importing.values import BY_READER
from herreader.reading.facts import Facts


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to be taken in.

    Attributes:
        overrides: Facts that the reader knows better.
        source: What the reader calls their source; None leaves it to the files. It does not help to
            know a text again, unless it is the address of a single one.
        keep_all: Whether nothing is to be set aside.
        replace: Whether a changed version takes the place of the review that it is one of.
        only: Ids of the reviews whose places are taken; None if those of any may be.
    """

    overrides: Overrides = field(default_factory=Overrides)
    source: str | None = None
    keep_all: bool = False
    replace: bool = False
    only: frozenset[str] | None = None

    def replaces(self, review: str) -> bool:
        """Whether a changed version takes the place of a review."""
        return self.replace and (self.only is None or review in self.only)

    @property
    def give_facts(self) -> bool:
        """Whether the reader gives any fact on the texts."""
        return self.overrides != Overrides() or self.source is not None

    def facts(self, *, alone: bool) -> Facts:
        """Give what the reader says of a text.

        Args:
            alone: Whether it is the only one in its file; of a book of many, each has a title and
                an author of its own.
        """
        given = self.overrides
        if not alone:
            return Facts(date_words=given.date, source=self.source)
        return Facts(given.title or None, given.author, given.date, self.source)

    def origins(self, imported: Imported) -> Origins:
        """Tell where the facts on a text were found."""
        found = imported.origins
        return found if self.source is None else replace(found, source=BY_READER)

"""What is told of a text that went in: the facts on it that are kept."""

from dataclasses import replace

from herreader.importing import Imported
from herreader.importing.values import BY_READER
from herreader.model.imported import Known
from herreader.reading.facts import CALLED


def as_kept(imported: Imported, known: Known) -> Imported:
    """Give a text with the facts that are kept: the reader may have given some long before."""
    origins = {CALLED[fact]: BY_READER for fact in known.by_hand}
    return replace(
        imported,
        title=known.title,
        author=known.byline,
        date=known.dated.when,
        date_words=known.dated.words,
        origins=replace(imported.origins, **origins),
    )

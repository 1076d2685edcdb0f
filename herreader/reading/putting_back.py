"""Putting words back into an imported text that were set aside of it by mistake."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from herreader.errors import OvertakenError
from herreader.model.imported import Aside, LibraryText
from herreader.model.room import Review
from herreader.model.text import Block, BlockKind
from herreader.reading.library import Library
from herreader.store.headers import NOWHERE
from herreader.text.counting import count_words

_PUTTING_BACK = "The words could not be put back"
_GONE = "Another version has taken its place since; look again at what was set aside of it."


def put_back(library: Library, review: str, parts: Collection[Aside]) -> None:
    """Let a text have parts again that were set aside of it; it is another version of it then.

    The version before is kept as any that was replaced. The text counts as the one that was
    imported all the same: that is already there if it comes again.

    Raises:
        OvertakenError: If a part is no longer among what was set aside.
        StoreError: If the store fails; then nothing has changed.
    """
    version = library.version(review)
    text = _with_parts(library, review, parts)  # first, for scenes are looked for
    with library.store.together(_PUTTING_BACK):
        _see_version(library, review, version)
        with library.bringing(text.origin.batch, review):
            library.replace(text)


def change_version(library: Library, review: str, here: str, other: str) -> None:
    """Bring another version of a text back.

    Args:
        library: Where the text is.
        review: Its id.
        here: The version that is to be there now.
        other: The one to come back.

    Raises:
        OvertakenError: If another one is there.
        StoreError: If the store fails; then nothing has changed.
    """
    with library.store.together(_PUTTING_BACK):
        _see_version(library, review, here)
        origin = library.origin(review)
        with library.bringing(origin.batch if origin else "", review):
            library.restore(review, int(other))


def _see_version(library: Library, review: str, version: str) -> None:
    if not version or library.version(review) != version:
        raise OvertakenError(_PUTTING_BACK, _GONE)


def _with_parts(library: Library, review: str, parts: Collection[Aside]) -> LibraryText:
    """Make the text that has some parts again, with the links found in it."""
    texts, origin = library.texts_as_read([review]), library.origin(review)
    aside = library.aside(review)
    if not texts or origin is None or not set(parts) <= set(aside):
        raise OvertakenError(_PUTTING_BACK, _GONE)
    known, blocks = library.known(review), tuple(_merged(texts[0].blocks, parts))
    header = Review(
        review, known.title, known.byline, known.dated.when, None, count_words(blocks), NOWHERE
    )
    links = library.finder.find("", blocks, title=known.title)
    left = tuple(_without(aside, parts))
    return LibraryText(header, origin, blocks, left, links, library.found_by)


def _merged(blocks: Iterable[Block], parts: Iterable[Aside]) -> Iterator[Block]:
    """Give the blocks of a text with some parts at their places, numbered anew."""
    put: defaultdict[int, list[Block]] = defaultdict(list)
    for part in sorted(parts, key=lambda part: part.block.number):
        put[part.after].append(part.block)
    order = [*put[0], *chain.from_iterable([block, *put[block.number]] for block in blocks)]
    new = {id(part.block) for part in parts}
    for number, block in enumerate(order, start=1):
        gap = block.gap if number > 1 else 0
        if id(block) in new or (number > 1 and not gap and id(order[number - 2]) in new):
            gap = _own_gap(block) if number > 1 else 0
        yield block._replace(number=number, gap=gap)


def _own_gap(block: Block) -> int:
    return 2 if block.kind is BlockKind.HEADING and block.level <= 2 else 1


def _without(aside: Iterable[Aside], parts: Collection[Aside]) -> Iterator[Aside]:
    """Give what stays aside, numbered anew, with its places in the text that has the parts."""
    back = 0  # how many have been put back so far
    for part in aside:
        if part in parts:
            back += 1
        else:
            block = part.block._replace(number=part.block.number - back)
            yield part._replace(block=block, after=part.after + back)

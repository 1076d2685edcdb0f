"""Imported reviews that give way to the room's own: two can't have one id."""

from collections.abc import Collection

from herreader.model.room import Room
from herreader.model.text import Block
from herreader.reading.marks import look_for_marks
from herreader.store import Store
from herreader.text.parsed import ParsedText

_TITLE = "An imported review could not be given another id"


def make_way(store: Store, room: Room, own: Collection[str]) -> list[str]:
    """Give other ids to imported reviews that have one of the room's own; say which.

    Their bookmarks, decisions and progress go with them. If the room's own review has been read
    before, as at a launch that could not make way, the marks have been looked for in that one. So
    they are looked for again; those on a review that is removed stay: they may be on the own one.

    Args:
        store: Where they are kept.
        room: The room, still without its reviews.
        own: The ids of those.

    Raises:
        StoreError: If it could not be done; then nothing has changed.
    """
    shelf = room.id
    there = store.library.imported_as(shelf, own)
    if not there:
        return []
    read_before = store.index.headers(shelf).keys()
    reserved = {*own, *(scene.slug for scene in room.scenes)}
    told: list[str] = []
    with store.together(_TITLE):
        for review, is_here in there.items():
            new = store.library.free_id(shelf, review, reserved)
            marks = is_here or review not in read_before
            store.rename(shelf, review, new, marks=marks)
            blocks = store.library.blocks(shelf, new)
            if blocks is not None:
                if review in read_before:
                    before = store.index.blocks(shelf, review)
                    _look_again(store, shelf, new, blocks, before)
                told.append(
                    f"The review {review} that you imported is called {new} from now on: "
                    f"the room has one of its own that is called {review}."
                )
    return told


def _look_again(
    store: Store,
    shelf: str,
    review: str,
    blocks: tuple[Block, ...],
    before: tuple[Block, ...] | None,
) -> None:
    """Look for marks that have been looked for in the blocks of another review before."""
    other = ParsedText(before) if before is not None else None
    look_for_marks(store, shelf, review, ParsedText(blocks), other)

"""Imported reviews that give way to the room's own: two can't have one id."""

from collections.abc import Collection

from herreader.model.room import Room
from herreader.reading.marks import look_for_marks
from herreader.store import Store
from herreader.text.parsed import ParsedText

_TITLE = "An imported review could not be given another id"


def make_way(store: Store, room: Room, own: Collection[str]) -> list[str]:
    """Give other ids to imported reviews that have one of the room's own; say which.

    Their bookmarks, decisions and progress go with them. The marks on one that is removed stay if
    the room's own review has been read before: they may be on that one.

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
                look_for_marks(store, shelf, new, ParsedText(blocks))
                told.append(
                    f"The review {review} that you imported is called {new} from now on: "
                    f"the room has one of its own that is called {review}."
                )
    return told

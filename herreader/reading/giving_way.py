"""Imported reviews that give way to the room's own: two can't have one id."""

from collections.abc import Collection

from herreader.model.room import Room
from herreader.store import Store

_TITLE = "An imported review could not be given another id"


def make_way(store: Store, room: Room, own: Collection[str]) -> list[str]:
    """Give other ids to imported reviews that have one of the room's own; say which.

    Their bookmarks, decisions and progress go with them; but where one is removed, and the room's
    own has been read before, they stay: they may be on that one.

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
            store.rename(shelf, review, new, marks=is_here or review not in read_before)
            if is_here:
                told.append(
                    f"The review {review} that you imported is called {new} from now on: "
                    f"the room has one of its own that is called {review}."
                )
    return told

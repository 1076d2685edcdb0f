"""Commands as the reader's shell takes them, for the cures that name one."""

import os
import shlex

from herreader import paths
from herreader.model.room import Room


def shell(room: Room, *words: str) -> str:
    """Write the command that does something in a room, which it names unless it is the bundled one.

    Args:
        room: Where it is to be done.
        words: What stands behind `herreader`.
    """
    named = () if room.folder == paths.bundled_room() else ("--room", os.fspath(room.folder))
    return shlex.join(("herreader", *named, *words))

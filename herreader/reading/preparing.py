"""What finds the scenes of a room: prepared from all that is known of them, and named by it."""

from pathlib import Path
from typing import TYPE_CHECKING

from herreader.model.links import METHOD
from herreader.model.room import Room
from herreader.rooms.learned import finding_digest, read_wording

if TYPE_CHECKING:  # a launch asks for the name alone
    from herreader.finding import Finder


def prepare_finder(room: Room) -> tuple["Finder", list[str]]:
    """Prepare what finds the scenes of a room, and say what of it can't be used."""
    from herreader.finding import Finder

    wording, problems = read_wording(room.folder, [scene.slug for scene in room.scenes])
    return Finder.for_room(room, wording), list(map(str, problems))


def finder_name(room: Path) -> str:
    """Name what finds the scenes of the room in a folder; by another name, links may differ.

    Nothing is prepared for it.
    """
    return f"{METHOD}-{finding_digest(room)}"

"""What finds the scenes of a room: prepared from all that is known of them, and named by it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from herreader.encoder_files import encoder_state, missing_files, missing_libraries
from herreader.errors import EncoderError
from herreader.model.links import METHOD
from herreader.model.room import Room
from herreader.rooms.learned import finding_digest, read_meaning, read_wording
from herreader.rooms.names import MEANING_FILE
from herreader.rooms.problems import Problem
from herreader.text.safe import clean_line

if TYPE_CHECKING:  # a launch asks for the name alone
    from herreader.finding import Finder

_LABEL = "encoder"


def prepare_finder(room: Room, encoder: Path) -> tuple["Finder", list[str]]:
    """Prepare what finds the scenes of a room, and say what of it can't be used.

    Args:
        room: The room.
        encoder: The folder in which a sentence encoder may be.
    """
    from herreader.finding import Finder

    slugs = [scene.slug for scene in room.scenes]
    wording, problems = read_wording(room.folder, slugs)
    finder = Finder.for_room(room, wording)
    told = list(map(str, problems))
    if encoder_state(encoder):
        told += map(str, _add_meaning(finder, room.folder, slugs, encoder))
    return finder, told


def finder_name(room: Path, encoder: Path) -> str:
    """Name what finds the scenes of the room in a folder; by another name, links may differ.

    Nothing is prepared for it.
    """
    state = encoder_state(encoder) if (room / MEANING_FILE).is_file() else ""
    digest = finding_digest(room, meaning=bool(state))
    return "-".join(filter(None, (METHOD, digest, state)))


def check_encoder(room: Room, encoder: Path) -> Iterator[Problem]:
    """Say why a sentence encoder is not used, where the reader has put one."""
    if not encoder.is_dir():
        return
    from herreader.finding import Finder

    missing = missing_libraries()
    if lacking := missing_files(encoder):
        cure = "Fetch it as the README says, or take the folder away."
        yield _problem(f"{clean_line(str(encoder))} has no {' and no '.join(lacking)}.", cure)
    elif missing:
        cure = "Install herreader with its extra `meaning`."
        yield _problem(f"It needs {' and '.join(missing)}, which is not there.", cure)
    else:
        slugs = [scene.slug for scene in room.scenes]
        wording, _ = read_wording(room.folder, slugs)
        yield from _add_meaning(Finder.for_room(room, wording), room.folder, slugs, encoder)


def _add_meaning(
    finder: "Finder", room: Path, slugs: list[str], encoder: Path
) -> Iterator[Problem]:
    from herreader.finding.encoder import open_encoder

    meaning, problems = read_meaning(room, slugs)
    yield from problems
    if meaning is not None:
        try:
            finder.go_by_meaning(meaning, open_encoder(encoder))
        except EncoderError as error:
            yield _problem(f"{error.title}.", error.message)


def _problem(message: str, cure: str) -> Problem:
    return Problem("warning", _LABEL, "", message, cure)

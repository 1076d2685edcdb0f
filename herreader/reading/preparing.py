"""What finds the scenes of a room: prepared from all that is known of them, and named by it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from herreader.encoder_files import (
    LIBRARIES_CURE,
    encoder_state,
    missing_files,
    missing_libraries,
)
from herreader.errors import EncoderError
from herreader.model.links import METHOD, Meaning
from herreader.model.room import Room
from herreader.rooms.learned import finding_digest, read_meaning, read_wording
from herreader.rooms.names import MEANING_FILE
from herreader.rooms.problems import Problem
from herreader.text.safe import clean_line

if TYPE_CHECKING:  # a launch asks for the name alone
    from herreader.finding import Finder

_LABEL = "encoder"


def prepare_finder(room: Room, encoder: Path | None) -> tuple["Finder", list[str]]:
    """Prepare what finds the scenes of a room, and say what of it can't be used.

    Args:
        room: The room.
        encoder: The folder in which a sentence encoder may be.
    """
    from herreader.finding import Finder

    wording, problems = read_wording(room.folder, _slugs(room))
    finder = Finder.for_room(room, wording)
    told = list(map(str, problems))
    if encoder is not None and encoder_for(room.folder, encoder):
        meaning, problems = read_meaning(room.folder, _slugs(room))
        told += map(str, problems)
        if meaning is not None:
            try:
                _go_by_meaning(finder, meaning, encoder)
            except EncoderError as error:
                told.append(str(error))
    return finder, told


def encoder_for(room: Path, encoder: Path | None) -> str:
    """Name the sentence encoder that the room in a folder can use; empty if there is none."""
    return encoder_state(encoder) if encoder and (room / MEANING_FILE).is_file() else ""


def finder_name(room: Path, encoder: Path | None) -> str:
    """Name what finds the scenes of the room in a folder; by another name, links may differ.

    Nothing is prepared for it.
    """
    state = encoder_for(room, encoder)
    digest = finding_digest(room, meaning=bool(state))
    return "-".join(filter(None, (METHOD, digest, state)))


def check_encoder(room: Room, encoder: Path) -> Iterator[Problem]:
    """Say why a sentence encoder is not used, where the reader has put one."""
    if not encoder.is_dir():
        return
    wording, _ = read_wording(room.folder, _slugs(room))
    meaning, _ = read_meaning(room.folder, _slugs(room))
    if lacking := missing_files(encoder):
        cure = "Fetch it as the README says, or take the folder away."
        yield _problem(f"{clean_line(str(encoder))} has no {' and no '.join(lacking)}.", cure)
    elif missing := missing_libraries():
        message = f"It needs {' and '.join(missing)}, which is not there."
        yield _problem(message, LIBRARIES_CURE)
    elif meaning is None or wording is None:
        message = "It is not used: nothing was learned with it of the scenes of this room."
        yield Problem("note", _LABEL, "", message)
    else:
        from herreader.finding import Finder

        try:
            _go_by_meaning(Finder.for_room(room, wording), meaning, encoder)
        except EncoderError as error:
            yield _problem(f"{error.title}.", error.message)


def _go_by_meaning(finder: "Finder", meaning: Meaning, encoder: Path) -> None:
    from herreader.finding.encoder import open_encoder

    finder.go_by_meaning(meaning, open_encoder(encoder))


def _slugs(room: Room) -> list[str]:
    return [scene.slug for scene in room.scenes]


def _problem(message: str, cure: str) -> Problem:
    return Problem("warning", _LABEL, "", message, cure)

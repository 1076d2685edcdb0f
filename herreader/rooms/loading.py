"""A room's folder to a room without its texts: its header, and the files of its reviews."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from herreader import __version__
from herreader.model.room import Room
from herreader.nearest import did_you_mean
from herreader.rooms.names import (
    ID,
    ID_CURE,
    REVIEWS_FOLDER,
    ROOM_FILE,
    SCENES_FILE,
    review_label,
    tidy,
)
from herreader.rooms.problems import Problem


class LoadedRoom(NamedTuple):
    """A room of which no review has been read.

    Attributes:
        room: The room, still without its reviews.
        files: The files of its reviews, in order.
        problems: What is wrong with its two TOML files and the list of reviews.
    """

    room: Room
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def load_room(folder: Path) -> LoadedRoom:
    """Read a room's header as far as it can be read, and list its reviews.

    Raises:
        RoomError: The folder or its `room.toml` cannot be read at all.
    """
    from herreader.rooms.header import read_header  # most launches have it from the index

    return list_reviews(*read_header(folder))


def list_reviews(room: Room, order: Sequence[str], problems: Iterable[Problem] = ()) -> LoadedRoom:
    """List the reviews that lie in a room's folder now.

    Args:
        room: Its header.
        order: The ids of the reviews that come first.
        problems: What is wrong with the header.
    """
    texts = _texts(room.folder)
    files = _in_order(texts, order)
    found = (
        *problems,
        *_order_problems(order, files, room.folder),
        *_name_problems(texts, {scene.slug for scene in room.scenes}),
    )
    by_file = sorted(found, key=lambda problem: problem.file != ROOM_FILE)
    return LoadedRoom(room, files, tuple(by_file))


def fingerprint(path: Path) -> str:
    """Say in a few characters which state a file is in; empty if it cannot be seen."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_size}-{state.st_mtime_ns}"


def header_fingerprint(folder: Path) -> str:
    """Say in which state the two files of a room's header are, and who reads them.

    It is empty if there is no `room.toml` to be seen.
    """
    room, scenes = fingerprint(folder / ROOM_FILE), fingerprint(folder / SCENES_FILE)
    return room and f"{__version__} {room} {scenes}"


def readers_mark(room: Room) -> str:
    """Say in a few characters who reads a room's reviews: this version, by the room's scenes."""
    slugs = (scene.slug for scene in room.scenes)
    return f"{crc32(' '.join((__version__, *slugs)).encode()):08x}"


def review_fingerprint(path: Path, reader: str) -> str:
    """Say in which state a review's file is, and who reads it; empty if it cannot be seen."""
    state = fingerprint(path)
    return state and f"{state}-{reader}"


def _in_order(texts: Iterable[Path], order: Sequence[str]) -> tuple[Path, ...]:
    """Give the files of the reviews: those in `order` first, then the others by name.

    A name in `order` that is not that of one of the files is passed over, wherever it leads; so is
    a file whose name cannot be shown as it is.
    """
    found = {path.stem: path for path in texts if path.stem == tidy(path.stem)}
    ordered = [stem for stem in dict.fromkeys(order) if stem in found]
    return tuple(found[stem] for stem in (*ordered, *sorted(found.keys() - set(ordered))))


def _order_problems(order: Sequence[str], files: Sequence[Path], folder: Path) -> Iterator[Problem]:
    stems = [tidy(path.stem) for path in files]
    for name in dict.fromkeys(order):
        if order.count(name) > 1:
            message = f"`reviews` names `{name}` twice."
            yield Problem("warning", ROOM_FILE, _where_order(folder), message, "Name it once.")
        if name in stems:
            continue
        if not ID.fullmatch(name):
            message = f"`reviews` names `{name}`, which is not the id of a review."
            cure = "Write a file's name in reviews/ without its folder and ending."
        else:
            message = f"`reviews` names `{name}`, but there is no {REVIEWS_FOLDER}/{name}.md."
            cure = did_you_mean(name, stems, "Add the file, or take the name out.", "`{}`")
        yield Problem("error", ROOM_FILE, _where_order(folder), message, cure)


def _where_order(folder: Path) -> str:
    """Say in which line the order of the reviews is written."""
    from herreader.rooms.fields import line_of  # only where something is wrong
    from herreader.rooms.source import read_source

    try:
        text, _ = read_source(folder / ROOM_FILE, ROOM_FILE)
    except OSError:
        return ""
    return line_of(text)("reviews")


def _name_problems(texts: Iterable[Path], slugs: set[str]) -> Iterator[Problem]:
    for path in sorted(texts):
        name = tidy(path.stem)
        if not ID.fullmatch(path.stem):
            message = f"`{name}` is not an id, which a review's file is named for."
            yield Problem("error", review_label(path), "", message, f"Rename it. {ID_CURE}")
        if name in slugs:
            message = f"`{name}` is the slug of a scene too."
            yield Problem("error", review_label(path), "", message, "Rename it, or the scene.")


def _texts(folder: Path) -> list[Path]:
    """List the files in the reviews' folder, whatever they are called."""
    try:
        return [path for path in (folder / REVIEWS_FOLDER).glob("[!.]*.md") if path.is_file()]
    except OSError:
        return []

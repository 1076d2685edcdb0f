"""A room's folder to its header: the work, the scenes, the files of its reviews."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from herreader.errors import RoomError
from herreader.model import Room, Scene
from herreader.rooms.fields import Fields, line_of, tidy
from herreader.rooms.problems import Problem, nearest
from herreader.rooms.source import Table, read_source, read_toml

ROOM_FILE = "room.toml"
SCENES_FILE = "scenes.toml"
REVIEWS_FOLDER = "reviews"

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_GROUP = re.compile(r"@([a-z0-9-]+)")
_ID_CURE = "Use small letters, digits and hyphens, such as `the-owl`."


@dataclass(frozen=True, slots=True)
class LoadedRoom:
    """What a room's two TOML files say; no review has been read.

    Attributes:
        room: The room, still without its reviews.
        files: The files of its reviews, in order.
        problems: What is wrong with the two files and the list of reviews.
    """

    room: Room
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def load_room(folder: Path) -> LoadedRoom:
    """Read a room's header as far as it can be read.

    Raises:
        RoomError: The folder or its `room.toml` cannot be read at all.
    """
    fields, problems = _open_header(folder)
    room_id = _room_id(fields, folder)
    title = fields.text("title", required=True) or room_id
    order = fields.texts("reviews")
    scenes, signs, scene_problems = load_scenes(folder)
    room = Room(
        id=room_id,
        title=title,
        work=fields.text("work") or title,
        folder=folder,
        year=fields.number("year"),
        language=fields.text("language"),
        about=fields.text("about"),
        scenes=scenes,
        signs=signs,
    )
    files = review_files(folder, order)
    problems += fields.finish()
    problems += _order_problems(order, files, fields)
    problems += scene_problems
    problems += _name_problems(folder, {scene.slug for scene in scenes})
    return LoadedRoom(room, files, tuple(problems))


class LoadedScenes(NamedTuple):
    """What a room's scene file says."""

    scenes: tuple[Scene, ...]
    signs: tuple[str, ...]
    problems: list[Problem]


def load_scenes(folder: Path) -> LoadedScenes:
    """Read a room's scenes; a room need not have any."""
    try:
        text, problems = read_source(folder / SCENES_FILE, SCENES_FILE)
    except FileNotFoundError:
        return LoadedScenes((), (), [])
    except OSError as error:
        reason = error.strerror or "unknown error"
        message = f"It cannot be read: {reason}."
        problem = Problem("error", SCENES_FILE, "", message, "See to its permissions.")
        return LoadedScenes((), (), [problem])
    table, more = read_toml(text, SCENES_FILE)
    head = Fields(table, SCENES_FILE, line_of(text))
    scenes: dict[str, Scene] = {}
    signs = head.texts("signs")
    groups, group_problems = _word_groups(head)
    entries = head.tables("scene")
    problems += more + head.finish() + group_problems
    for number, entry in enumerate(entries, start=1):
        problems += _take_scene(entry, number, scenes, groups)
    return LoadedScenes(tuple(scenes.values()), signs, problems)


def review_files(folder: Path, order: Sequence[str] = ()) -> tuple[Path, ...]:
    """List the files of a room's reviews: those in `order` first, then the others by name.

    A name in `order` that is not that of a file in the reviews' folder is passed over, wherever it
    leads; so is a file whose name cannot be shown as it is.
    """
    found = {path.stem: path for path in _texts(folder) if path.stem == tidy(path.stem)}
    ordered = [stem for stem in dict.fromkeys(order) if stem in found]
    return tuple(found[stem] for stem in (*ordered, *sorted(found.keys() - set(ordered))))


def review_label(path: Path) -> str:
    """Name a review's file as problems do, relative to the room's folder."""
    return tidy(f"{REVIEWS_FOLDER}/{path.name}")


def fingerprint(path: Path) -> str:
    """Say in a few characters which state a file is in; empty if it cannot be seen."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{state.st_size}-{state.st_mtime_ns}"


def _open_header(folder: Path) -> tuple[Fields, list[Problem]]:
    refusal = f"The room {tidy(str(folder))} cannot be opened"
    try:
        text, problems = read_source(folder / ROOM_FILE, ROOM_FILE)
    except OSError as error:
        raise RoomError(refusal, _why_closed(folder, error)) from error
    table, more = read_toml(text, ROOM_FILE)
    return Fields(table, ROOM_FILE, line_of(text)), problems + more


def _why_closed(folder: Path, error: OSError) -> str:
    if isinstance(error, NotADirectoryError):
        return f"It is a file. Name the folder that holds its {ROOM_FILE}."
    if not isinstance(error, FileNotFoundError):
        reason = error.strerror or "unknown error"
        return f"{ROOM_FILE} cannot be read: {reason}. See to its permissions."
    if not folder.is_dir():
        return f"The folder does not exist. Name the folder that holds its {ROOM_FILE}."
    return f'It has no {ROOM_FILE}. Make one with two lines: id = "..." and title = "...".'


def _room_id(fields: Fields, folder: Path) -> str:
    room_id = fields.text("id", required=True)
    if room_id and not _ID.fullmatch(room_id):
        fields.report("error", "id", f"`{room_id}` is not an id.", _ID_CURE)
    return room_id or tidy(folder.resolve().name) or "room"


def _word_groups(head: Fields) -> tuple[dict[str, str], list[Problem]]:
    """Read the named groups of words; a cue writes `@name` for all of a group."""
    table = head.table("words")
    if table is None:
        return {}, []
    inner = head.inner(table, "words")
    groups = {name: "|".join(inner.texts(name)) for name in table}
    return groups, inner.finish()


def _cues(fields: Fields, groups: dict[str, str]) -> tuple[str, ...]:
    """Read the cues, with all words of a group in place of its name."""
    cues = fields.texts("cues")
    for name in sorted({name for cue in cues for name in _GROUP.findall(cue)} - groups.keys()):
        meant = nearest(name, groups)
        cure = f"Did you mean `@{meant}`?" if meant else "Add it to [words]."
        fields.report("error", "cues", f"No group of words is called `@{name}`.", cure)
    return tuple(_GROUP.sub(lambda found: groups.get(found[1], ""), cue) for cue in cues)


def _take_scene(
    entry: Table, number: int, scenes: dict[str, Scene], groups: dict[str, str]
) -> list[Problem]:
    slug = tidy(str(entry.get("slug", "")))
    where = f"scene {number} ({slug})" if slug else f"scene {number}"
    fields = Fields(entry, SCENES_FILE, lambda _key: where)
    slug = fields.text("slug", required=True)
    title = fields.text("title", required=True)
    if slug and not _ID.fullmatch(slug):
        fields.report("error", "slug", f"`{slug}` is not a slug.", _ID_CURE)
    scene = Scene(
        slug=slug,
        title=title or slug,
        number=len(scenes) + 1,
        summary=fields.text("summary"),
        people=fields.texts("people"),
        places=fields.texts("places"),
        things=fields.texts("things"),
        phrases=fields.texts("phrases"),
        numbers=fields.texts("numbers", numbers=True),
        cues=_cues(fields, groups),
        unlike=fields.texts("unlike"),
    )
    if slug in scenes:
        cure = "Give each scene a slug of its own; the first one stands."
        fields.report("error", "slug", f"The slug `{slug}` is used twice.", cure)
    elif slug:
        scenes[slug] = scene
    return fields.finish()


def _order_problems(
    order: Sequence[str], files: Sequence[Path], fields: Fields
) -> Iterator[Problem]:
    where = fields.where("reviews")
    stems = [tidy(path.stem) for path in files]
    for name in dict.fromkeys(order):
        if order.count(name) > 1:
            cure = "Name it once."
            yield Problem("warning", ROOM_FILE, where, f"`reviews` names `{name}` twice.", cure)
        if name in stems:
            continue
        if not _ID.fullmatch(name):
            message = f"`reviews` names `{name}`, which is not the id of a review."
            cure = "Write a file's name in reviews/ without its folder and ending."
        else:
            message = f"`reviews` names `{name}`, but there is no {REVIEWS_FOLDER}/{name}.md."
            meant = nearest(name, stems)
            cure = f"Did you mean `{meant}`?" if meant else "Add the file, or take the name out."
        yield Problem("error", ROOM_FILE, where, message, cure)


def _name_problems(folder: Path, slugs: set[str]) -> Iterator[Problem]:
    for path in sorted(_texts(folder)):
        name = tidy(path.stem)
        if not _ID.fullmatch(path.stem):
            message = f"`{name}` is not an id, which a review's file is named for."
            yield Problem("error", review_label(path), "", message, f"Rename it. {_ID_CURE}")
        if name in slugs:
            message = f"`{name}` is the slug of a scene too."
            yield Problem("error", review_label(path), "", message, "Rename it, or the scene.")


def _texts(folder: Path) -> list[Path]:
    """List the files in the reviews' folder, whatever they are called."""
    try:
        return [path for path in (folder / REVIEWS_FOLDER).glob("[!.]*.md") if path.is_file()]
    except OSError:
        return []

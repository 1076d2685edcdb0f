"""A room's two TOML files to its header: the work, and the scenes in order."""

import re
from pathlib import Path
from typing import NamedTuple

from herreader.errors import RoomError
from herreader.model.room import FILE_SHELF, Room, Scene
from herreader.nearest import did_you_mean
from herreader.rooms.fields import Fields, line_of
from herreader.rooms.names import ID, ID_CURE, ROOM_FILE, SCENES_FILE, tidy
from herreader.rooms.problems import Problem
from herreader.rooms.source import Table, read_source, read_toml

_GROUP = re.compile(r"@([a-z0-9-]+)")

_LONGEST_CUES = 10_000_000
"""Characters of all cues, with the words of their groups: the bundled room has a hundredth."""


class Header(NamedTuple):
    """What a room's two TOML files say.

    Attributes:
        room: The room, still without its reviews.
        order: The ids of the reviews that come first.
        problems: What is wrong with the two files.
    """

    room: Room
    order: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_header(folder: Path) -> Header:
    """Read a room's header as far as it can be read.

    Raises:
        RoomError: The folder or its `room.toml` cannot be read at all.
    """
    fields, problems = _open_room(folder)
    room_id = _room_id(fields, folder)
    title = fields.text("title", required=True) or room_id
    order = fields.texts("reviews")
    scenes, signs, makers, scene_problems = _read_scenes(folder)
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
        makers=makers,
    )
    return Header(room, order, (*problems, *fields.finish(), *scene_problems))


class _Groups:
    """The named groups of words, which are put into cues until those are too long.

    Groups that a cue names several times multiply: a small file could take all memory.
    """

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        self._left = _LONGEST_CUES

    def put_into(self, cue: str) -> str | None:
        """Give a cue with all words of a group in place of its name; None if it is too long."""
        named: list[str] = _GROUP.findall(cue)
        self._left -= len(cue) + sum(len(self.words.get(name, "")) for name in named)
        if self._left < 0:
            return None
        return _GROUP.sub(lambda found: self.words.get(found[1], ""), cue)


class _Scenes(NamedTuple):
    scenes: tuple[Scene, ...]
    signs: tuple[str, ...]
    makers: tuple[str, ...]
    problems: list[Problem]


def _read_scenes(folder: Path) -> _Scenes:
    """Read a room's scenes; a room need not have any."""
    try:
        text, problems = read_source(folder / SCENES_FILE, SCENES_FILE)
    except FileNotFoundError:
        return _Scenes((), (), (), [])
    except OSError as error:
        reason = error.strerror or "unknown error"
        message = f"It cannot be read: {reason}."
        problem = Problem("error", SCENES_FILE, "", message, "Make it a file that you may read.")
        return _Scenes((), (), (), [problem])
    table, more = read_toml(text, SCENES_FILE)
    head = Fields(table, SCENES_FILE, line_of(text))
    scenes: dict[str, Scene] = {}
    signs, makers = head.texts("signs"), head.texts("makers")
    groups, group_problems = _word_groups(head)
    entries = head.tables("scene")
    problems += more + head.finish() + group_problems
    for number, entry in enumerate(entries, start=1):
        problems += _take_scene(entry, number, scenes, groups)
    return _Scenes(tuple(scenes.values()), signs, makers, problems)


def _open_room(folder: Path) -> tuple[Fields, list[Problem]]:
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
        return f"{ROOM_FILE} cannot be read: {reason}. Make it a file that you may read."
    if not folder.is_dir():
        return f"The folder does not exist. Name the folder that holds its {ROOM_FILE}."
    return f'It has no {ROOM_FILE}. Make one with two lines: id = "..." and title = "...".'


def _room_id(fields: Fields, folder: Path) -> str:
    room_id = fields.text("id", required=True)
    if room_id and not ID.fullmatch(room_id):
        fields.report("error", "id", f"`{room_id}` is not an id.", ID_CURE)
    room_id = room_id or tidy(folder.resolve().name) or "room"
    if room_id != FILE_SHELF:
        return room_id
    other = f"{FILE_SHELF}-room"
    message = f"`{FILE_SHELF}` is what files that are opened alone go by."
    fields.report("error", "id", message, f"Use another id; until then it is `{other}`.")
    return other


def _word_groups(head: Fields) -> tuple[_Groups, list[Problem]]:
    """Read the named groups of words; a cue writes `@name` for all of a group."""
    table = head.table("words")
    if table is None:
        return _Groups({}), []
    inner = head.inner(table, "words")
    words = {name: "|".join(inner.texts(name)) for name in table}
    return _Groups(words), inner.finish()


def _cues(fields: Fields, groups: _Groups) -> tuple[str, ...]:
    """Read the cues, with all words of a group in place of its name."""
    cues = fields.texts("cues")
    unknown = {name for cue in cues for name in _GROUP.findall(cue)} - groups.words.keys()
    for name in sorted(unknown):
        cure = did_you_mean(name, groups.words, "Add it to [words].", "`@{}`")
        fields.report("error", "cues", f"No group of words is called `@{name}`.", cure)
    whole = [cue for written in cues if (cue := groups.put_into(written)) is not None]
    if len(whole) < len(cues):
        message = f"With their groups of words the cues are over {_LONGEST_CUES:,} characters."
        fields.report("error", "cues", message, "Name fewer groups in each, or shorter ones.")
    return tuple(whole)


def _take_scene(
    entry: Table, number: int, scenes: dict[str, Scene], groups: _Groups
) -> list[Problem]:
    slug = tidy(str(entry.get("slug", "")))
    where = f"scene {number} ({slug})" if slug else f"scene {number}"
    fields = Fields(entry, SCENES_FILE, lambda _key: where)
    slug = fields.text("slug", required=True)
    title = fields.text("title", required=True)
    if slug and not ID.fullmatch(slug):
        fields.report("error", "slug", f"`{slug}` is not a slug.", ID_CURE)
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

"""What has been learned of a room's scenes: `wording.json`, which a room need not have."""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from herreader.model.links import SceneWords, Wording
from herreader.rooms.names import ROOM_FILE, SCENES_FILE, WORDING_FILE
from herreader.rooms.problems import Problem
from herreader.rooms.source import Table, read_source

_CURE = "Learn it anew, or take the file away: the cues count without it."
_LARGEST = 100
"""No odds come near that; infinity is not below it, nor is what is not a number."""


def read_wording(folder: Path, slugs: Iterable[str]) -> tuple[Wording | None, list[Problem]]:
    """Read how far words speak for the scenes of a room, if that is known.

    Of a file with anything wrong in it nothing is used, for half of it would mislead.

    Args:
        folder: The room's.
        slugs: Its scenes; another one in the file is a problem.
    """
    try:
        text, problems = read_source(folder / WORDING_FILE, WORDING_FILE)
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [_problem(f"It cannot be read: {error.strerror or 'unknown error'}.")]
    if problems:
        return None, problems
    wording, wrong = _understood(text)
    strange = sorted(wording.scenes.keys() - set(slugs)) if wording else []
    if strange:
        wrong = f"There is no scene `{strange[0]}` in this room."
    return (None, [_problem(wrong)]) if wrong else (wording, [])


def finding_digest(folder: Path) -> str:
    """Name what scenes are found by: what the room says and what was learned of them.

    Other words give another name, also where they change nothing that is found.
    """
    digest = sha256()
    for path in (folder / name for name in (ROOM_FILE, SCENES_FILE, WORDING_FILE)):
        with suppress(OSError):  # one that can't be read says nothing
            if path.is_file():  # a pipe would be waited for
                digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()[:12]


def _understood(text: str) -> tuple[Wording | None, str]:
    """Give what a file says, or what is wrong with it."""
    try:
        return _wording(_table(json.loads(text))), ""
    except (json.JSONDecodeError, RecursionError):
        return None, "This is not JSON."
    except (KeyError, TypeError, ValueError):
        return None, "Its tables are not as they are when they are learned."


def _wording(table: Table) -> Wording:
    scenes = {slug: _scene_words(each) for slug, each in _table(table["scenes"]).items()}
    return Wording(_number(table["cues"]), scenes)


def _scene_words(value: object) -> SceneWords:
    table = _table(value)
    words = tuple((word, _number(weight)) for word, weight in _table(table["words"]).items())
    start = _number(table["start"])
    if start >= 0:
        raise ValueError  # words that say nothing would speak for the scene
    return SceneWords(start, words)


def _table(value: object) -> Table:
    if isinstance(value, dict):
        return value
    raise TypeError


def _number(value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return float(value)
    raise TypeError


def _problem(message: str) -> Problem:
    return Problem("error", WORDING_FILE, "", message, _CURE)

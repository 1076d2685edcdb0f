"""What has been learned of a room's scenes, if anything: `wording.json` and `senses.json`."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from herreader.model.links import SceneSense, SceneWords, Senses, Wording
from herreader.rooms.names import ROOM_FILE, SCENES_FILE, SENSES_FILE, WORDING_FILE
from herreader.rooms.problems import Problem
from herreader.rooms.source import Table, read_source

_CURE = "Learn it anew, or take the file away: the cues count without it."
_LARGEST = 100
"""No odds come near that; infinity is not below it, nor is what is not a number."""
_SMALLEST = 1e-6
"""No step is as small as that: what hidden units start with is counted in steps."""

_Learned = TypeVar("_Learned", Wording, Senses)


def read_wording(folder: Path, slugs: Iterable[str]) -> tuple[Wording | None, list[Problem]]:
    """Read how far words speak for the scenes of a room, and their senses, if that is known.

    Of a file with anything wrong in it nothing is used, for half of it would mislead.

    Args:
        folder: The room's.
        slugs: Its scenes; another one in the file is a problem.
    """
    slugs = frozenset(slugs)
    wording, problems = _read(folder, WORDING_FILE, _wording, slugs)
    if wording is None:
        return None, problems
    senses, wrong = _read(folder, SENSES_FILE, _senses, slugs)
    if senses and senses.scenes.keys() != wording.scenes.keys():
        return wording, [_problem(SENSES_FILE, f"It is not of the scenes in {WORDING_FILE}.")]
    return wording._replace(senses=senses), wrong


def finding_digest(folder: Path) -> str:
    """Name what scenes are found by: what the room says and what was learned of them.

    Other words give another name, also where they change nothing that is found.
    """
    digest = sha256()
    files = (ROOM_FILE, SCENES_FILE, WORDING_FILE, SENSES_FILE)
    for path in (folder / name for name in files):
        with suppress(OSError):  # one that can't be read says nothing
            if path.is_file():  # a pipe would be waited for
                digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()[:12]


def _read(
    folder: Path, file: str, understand: Callable[[Table], _Learned], slugs: Iterable[str]
) -> tuple[_Learned | None, list[Problem]]:
    try:
        text, problems = read_source(folder / file, file)
    except FileNotFoundError:
        return None, []
    except OSError as error:
        reason = error.strerror or "unknown error"
        return None, [_problem(file, f"It cannot be read: {reason}.")]
    if problems:
        return None, problems
    learned, wrong = _understood(text, understand)
    strange = sorted(learned.scenes.keys() - set(slugs)) if learned else []
    if strange:
        wrong = f"There is no scene `{strange[0]}` in this room."
    return (None, [_problem(file, wrong)]) if wrong else (learned, [])


def _understood(text: str, understand: Callable[[Table], _Learned]) -> tuple[_Learned | None, str]:
    """Give what a file says, or what is wrong with it."""
    try:
        return understand(_table(json.loads(text))), ""
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


def _senses(table: Table) -> Senses:
    cues, words, trace, step = (_number(table[name]) for name in ("cues", "words", "trace", "step"))
    units = _numbers(table["units"])
    scenes = {slug: _scene_sense(each) for slug, each in _table(table["scenes"]).items()}
    terms = _texts(table["terms"])
    steps = b64decode(_text(table["steps"]), validate=True)
    if words <= 0 or step < _SMALLEST or len(steps) != len(terms) * len(units):
        raise ValueError
    if any(len(each.weights) != len(units) for each in scenes.values()):
        raise ValueError
    return Senses(cues, words, trace, step, units, scenes, terms, steps)


def _scene_sense(value: object) -> SceneSense:
    table = _table(value)
    return SceneSense(_number(table["start"]), _numbers(table["weights"]))


def _table(value: object) -> Table:
    if isinstance(value, dict):
        return value
    raise TypeError


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _texts(value: object) -> list[str]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return value
    raise TypeError


def _numbers(value: object) -> tuple[float, ...]:
    if isinstance(value, list):
        return tuple(map(_number, value))
    raise TypeError


def _number(value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return float(value)
    raise TypeError


def _problem(file: str, message: str) -> Problem:
    return Problem("error", file, "", message, _CURE)

"""The reader's settings file: which keys do what."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from herreader.keys import Keymap, default_keymap, remap
from herreader.paths import may_never_end

_MEND = "Mend it; until then all keys are the usual ones."


class Settings(NamedTuple):
    """What the reader has set.

    Attributes:
        keymap: Which keys do what; in the file, a table `[keys]` of command ids, each with a key
            or a list of keys: `"bookmark.toggle" = "m"`.
        problems: One line for each thing in the file that is wrong, with its cure.
    """

    keymap: Keymap
    problems: tuple[str, ...] = ()


def load_settings(path: Path) -> Settings:
    """Read the settings file; whatever is wrong in it is reported and left out."""
    try:
        if may_never_end(path):
            return _default(f"{path.name}: is no regular file. Put one in its place, or remove it.")
        with path.open("rb") as file:
            import tomllib  # most readers have set nothing

            table = tomllib.load(file)
    except FileNotFoundError:
        return Settings(default_keymap())
    except OSError as error:
        return _default(f"{path.name}: can't be read ({error.strerror}). Check its permissions.")
    except RecursionError:
        return _default(f"{path.name}: its brackets lie too deep. {_MEND}")
    except ValueError as error:  # no TOML, or no UTF-8
        return _default(f"{path.name}: {error}. {_MEND}")
    unknown = [
        f"{path.name}: there is no setting {name!r}; only [keys] is known."
        for name in table
        if name != "keys"
    ]
    changes, mistakes = _key_changes(table.get("keys", {}))
    keymap, clashes = remap(changes)
    problems = (*mistakes, *clashes)
    return Settings(keymap, (*unknown, *(f"{path.name}: {problem}" for problem in problems)))


def _default(problem: str) -> Settings:
    return Settings(default_keymap(), (problem,))


def _key_changes(table: Any) -> tuple[Mapping[str, list[str]], list[str]]:
    if not isinstance(table, dict):
        return {}, ["keys: must be a table: write [keys] on a line of its own."]
    changes: dict[str, list[str]] = {}
    mistakes: list[str] = []
    for name, value in _flatten(table):
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            changes[name] = keys
        else:
            mistakes.append(f'keys: {name}: write a key such as "m", or a list of keys.')
    return changes, mistakes


def _flatten(table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Read a bare `bookmark.toggle`, to TOML a table in a table, like the quoted name."""
    flat: list[tuple[str, Any]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            flat += [(f"{name}.{inner}", entry) for inner, entry in value.items()]
        else:
            flat.append((name, value))
    return flat

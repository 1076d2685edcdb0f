"""Which keys do what: as they come, or as a reader has remapped them.

A key is named by the character that it types (`j`, `G`, `[`) or, where it types none, by its name
(`enter`, `ctrl+d`, `pagedown`), as terminals send it: `ctrl+i` comes as `tab`. The keys of a
sequence are separated by blanks (`g g`).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from herreader.keys.commands import COMMANDS
from herreader.nearest import did_you_mean

Keys = tuple[str, ...]
"""The keys of one sequence, in order; mostly a single one."""

NAMED_KEYS = frozenset(
    {
        *("enter", "escape", "tab", "space", "backspace", "delete", "insert"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *(f"f{number}" for number in range(1, 13)),
    }
)
MODIFIERS = frozenset({"ctrl", "shift", "alt"})

_SENT_AS = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+[": "escape",
    "ctrl+/": "ctrl+_",
    "ctrl+@": "ctrl+space",
}
"""Keys that terminals can't tell from others, and those as which they come."""

_BY_ID = {command.id: command for command in COMMANDS}


class Keymap(NamedTuple):
    """Which keys do what."""

    commands: Mapping[Keys, str]

    def keys_of(self, command: str) -> tuple[str, ...]:
        """Give the keys of a command, as they are written, the handiest first."""
        return tuple(" ".join(keys) for keys, name in self.commands.items() if name == command)


def default_keymap() -> Keymap:
    """Give the keymap of a reader who has changed nothing."""
    return Keymap(
        {tuple(keys.split()): command.id for command in COMMANDS for keys in command.keys}
    )


def remap(changes: Mapping[str, Sequence[str]]) -> tuple[Keymap, tuple[str, ...]]:
    """Change the keys of some commands.

    Args:
        changes: For each command id its keys, in place of those that it has; none unbinds it.

    Returns:
        The keymap, and one line for each thing that is wrong, with its cure. Whatever is wrong is
        left out, and a command of which nothing is left keeps the keys that it has. A key that two
        commands want goes to the one that was remapped, and of two remapped ones to the first.
    """
    problems: list[str] = []
    wanted: dict[Keys, str] = {}
    for name, sequences in changes.items():
        if name not in _BY_ID:
            cure = did_you_mean(name, _BY_ID, "The help (?) lists them all.")
            problems.append(f"keys: there is no command {name!r}. {cure}")
            continue
        for sequence in sequences:
            keys = tuple(sequence.split())
            wrong = next((key for key in keys if _cure(key)), None if keys else sequence)
            if wrong is not None:
                problems.append(f"keys: {name}: {wrong!r} is no key; write {_cure(wrong)}.")
            elif keys in wanted and wanted[keys] != name:
                problems.append(
                    f"keys: {sequence!r} is given to both {wanted[keys]} and {name}; "
                    f"{wanted[keys]} has it. Choose another key for {name}."
                )
            else:
                wanted[keys] = name
    given = {name for name, sequences in changes.items() if not tuple(sequences)}
    return Keymap(_merge(wanted, frozenset(given | set(wanted.values())), problems)), tuple(
        problems
    )


def _merge(
    wanted: Mapping[Keys, str], changed: frozenset[str], problems: list[str]
) -> dict[Keys, str]:
    """Add to the wanted keys the default ones of all commands that were not remapped."""
    merged = dict(wanted)
    for keys, name in default_keymap().commands.items():
        if name in changed:
            continue
        rival = next((other for other in wanted if _collide(keys, other)), None)
        if rival is None:
            merged[keys] = name
        else:
            problems.append(
                f"keys: {' '.join(rival)!r} is now {wanted[rival]} and no longer {name}. "
                f"Give {name} a key of its own if you need it."
            )
    for keys in [keys for keys in wanted if _shadowed(keys, wanted)]:
        problems.append(
            f"keys: {' '.join(keys)!r} can't be typed, since {keys[0]!r} is {wanted[keys[:1]]}. "
            f"Choose other keys for {wanted[keys]}."
        )
        del merged[keys]
    order = {command.id: number for number, command in enumerate(COMMANDS)}
    return dict(sorted(merged.items(), key=lambda entry: order[entry[1]]))


def _collide(one: Keys, other: Keys) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _shadowed(keys: Keys, commands: Mapping[Keys, str]) -> bool:
    return any(keys[:length] in commands for length in range(1, len(keys)))


def _cure(key: str) -> str:
    """Say what to write in place of a key that no terminal sends; nothing if one does."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    types = len(base) == 1 and base.isprintable()
    if not (MODIFIERS.issuperset(modifiers) and (types or base in NAMED_KEYS)):
        return "a character or a name such as ctrl+d, enter or f2"
    if types and modifiers == ["shift"]:
        return "the character that it types, such as G"
    lower = key.lower() if modifiers else key
    sent = _SENT_AS.get(lower, lower)
    return sent if sent != key else ""

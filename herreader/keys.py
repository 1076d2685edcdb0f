"""One table of commands, and how key presses become them.

The bindings, the help, the palette and the README's list all come from `COMMANDS`. A key is named
by the character that it types (`j`, `G`, `[`) or, where it types none, by its name (`enter`,
`ctrl+d`, `pagedown`); the keys of a sequence are separated by blanks (`g g`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Command(NamedTuple):
    """Something that a reader can do.

    Attributes:
        id: `group.name`; what the settings file calls it.
        keys: The keys that do it unless remapped, each a sequence written with blanks.
        label: A few words, for the hint line and the palette.
        help: One sentence, for the help and the README.
        counts: Whether a number typed before it is of use.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    counts: bool = False

    @property
    def group(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


GROUPS: dict[str, str] = {
    "read": "Reading",
    "scene": "Scenes",
    "bookmark": "Bookmarks and selection",
    "find": "Finding",
    "go": "Going",
    "view": "Panes and looks",
    "app": "The room",
}
"""The heading of each group of commands, in the order of the help."""

COMMANDS: tuple[Command, ...] = (
    Command("read.line_down", ("j", "down"), "Line down", "Move a line down.", counts=True),
    Command("read.line_up", ("k", "up"), "Line up", "Move a line up.", counts=True),
    Command(
        "read.sentence_next",
        ("l", "right", ")"),
        "Next sentence",
        "Move a sentence on.",
        counts=True,
    ),
    Command(
        "read.sentence_previous",
        ("h", "left", "("),
        "Previous sentence",
        "Move a sentence back.",
        counts=True,
    ),
    Command("read.paragraph_next", ("}",), "Next paragraph", "Move a paragraph on.", counts=True),
    Command(
        "read.paragraph_previous",
        ("{",),
        "Previous paragraph",
        "Move a paragraph back.",
        counts=True,
    ),
    Command("read.heading_next", ("J",), "Next heading", "Move to the next heading.", counts=True),
    Command(
        "read.heading_previous",
        ("K",),
        "Previous heading",
        "Move to the heading before.",
        counts=True,
    ),
    Command(
        "read.page_down", ("space", "pagedown", "ctrl+f"), "Page down", "Turn a page.", counts=True
    ),
    Command("read.page_up", ("pageup", "ctrl+b"), "Page up", "Turn a page back.", counts=True),
    Command(
        "read.half_down", ("ctrl+d",), "Half a page down", "Move half a page down.", counts=True
    ),
    Command("read.half_up", ("ctrl+u",), "Half a page up", "Move half a page up.", counts=True),
    Command("read.first", ("g g", "home"), "Start", "Go to the start of the review."),
    Command(
        "read.last",
        ("G", "end"),
        "End",
        "Go to the end of the review; 12G goes to block 12.",
        counts=True,
    ),
    Command(
        "read.enter",
        ("enter",),
        "Open",
        "In a list, open the entry; in the reader, follow the scene under the cursor, "
        "and at a review's end open the next unread one.",
    ),
    Command(
        "scene.next",
        ("]",),
        "Next on this scene",
        "Go to the next passage on the scene, across all reviews.",
        counts=True,
    ),
    Command(
        "scene.previous",
        ("[",),
        "Previous on this scene",
        "Go to the passage before on the scene, across all reviews.",
        counts=True,
    ),
    Command(
        "scene.follow",
        ("f",),
        "Follow the scene",
        "Follow the scene under the cursor; again for the next one there.",
    ),
    Command(
        "scene.origin",
        ("o",),
        "Return to the origin",
        "Return to where following the scene began.",
    ),
    Command(
        "scene.link",
        ("a",),
        "Link to a scene",
        "Link the sentence or the selection to a scene, by hand.",
    ),
    Command(
        "scene.reject",
        ("x",),
        "Reject the link",
        "Say that the passage here does not speak of the scene.",
    ),
    Command(
        "scene.unsure",
        ("U",),
        "Unsure links",
        "Show the links that are not sure as well, or keep them apart.",
    ),
    Command(
        "scene.queue",
        ("Q",),
        "Review the found passages",
        "Go through the passages that were found, one at a time: yes, no, edit, skip.",
    ),
    Command(
        "bookmark.toggle",
        ("b",),
        "Bookmark",
        "Bookmark the sentence or the selection, or take the bookmark away.",
    ),
    Command(
        "bookmark.delete",
        ("d", "delete"),
        "Delete bookmark",
        "Take away the bookmark here or in the list.",
    ),
    Command("bookmark.note", ("e",), "Edit note", "Write a note on the bookmark here."),
    Command("bookmark.list", ("B",), "All bookmarks", "List the bookmarks of all reviews."),
    Command("bookmark.next", ("'",), "Next bookmark", "Go to the next bookmark here.", counts=True),
    Command(
        "bookmark.previous",
        ('"',),
        "Previous bookmark",
        "Go to the bookmark before.",
        counts=True,
    ),
    Command(
        "bookmark.undo",
        ("u",),
        "Undo",
        "Undo the last change: to bookmarks, links or reviews.",
        counts=True,
    ),
    Command("bookmark.redo", ("ctrl+r",), "Redo", "Do again what was undone.", counts=True),
    Command(
        "bookmark.select",
        ("v",),
        "Select",
        "Start a selection at the cursor's sentence; the reading keys extend it.",
    ),
    Command(
        "bookmark.copy",
        ("y",),
        "Copy with source",
        "Copy the sentence or the selection, with its source.",
    ),
    Command("find.start", ("/",), "Find", "Find words in the review; in a list, filter it."),
    Command("find.next", ("n",), "Next match", "Go to the next match.", counts=True),
    Command("find.previous", ("N",), "Previous match", "Go to the match before.", counts=True),
    Command("find.library", ("S",), "Search all", "Search the words of all reviews."),
    Command(
        "go.back", ("backspace", "H", "alt+left"), "Back", "Go back, as in a browser.", counts=True
    ),
    Command("go.forward", ("L", "alt+right"), "Forward", "Go forward again.", counts=True),
    Command("go.to", (":",), "Go to", "Go to a review, a scene or an address such as the-bird:12."),
    Command("go.address", ("=",), "Address", "Show the address of the cursor's place."),
    Command("view.reviews", ("r",), "Reviews", "Go to the reviews, or leave them."),
    Command("view.scenes", ("s",), "Scenes", "Go to the scenes, or leave them."),
    Command("view.next_pane", ("tab",), "Next pane", "Go to the next pane."),
    Command("view.previous_pane", ("shift+tab",), "Previous pane", "Go to the pane before."),
    Command("view.focus", ("z",), "Focus mode", "Hide both side panes, or bring them back."),
    Command("view.narrower", ("<", "-"), "Narrower", "Make the column narrower.", counts=True),
    Command("view.wider", (">", "+"), "Wider", "Make the column wider.", counts=True),
    Command("view.dark", ("t",), "Dark or light", "Change between dark and light."),
    Command("view.theme", ("T",), "Theme", "Choose a theme."),
    Command("app.import", ("I",), "Import", "Import reviews of your own: a file or a folder."),
    Command(
        "app.aside",
        ("A",),
        "Set aside",
        "Show what was set aside of an imported review as no part of it.",
    ),
    Command("app.facts", ("E",), "Edit facts", "Edit an imported review's title, author and date."),
    Command("app.remove", ("X",), "Remove", "Remove an imported review from the room."),
    Command("app.help", ("?", "f1"), "Help", "Show all keys."),
    Command("app.palette", ("ctrl+p",), "Palette", "Look for a command by name."),
    Command(
        "app.cancel", ("escape",), "Cancel", "Leave what was begun: a selection, a search, a scene."
    ),
    Command(
        "app.interrupt", ("ctrl+c",), "Copy", "Copy the selection; with none, tell how to leave."
    ),
    Command("app.quit", ("q", "ctrl+q"), "Quit", "Leave the room; everything is kept."),
)
"""Every command, in the order of the help."""


@dataclass(frozen=True, slots=True)  # a tuple counts by the name of `count`
class Pressed:
    """A command, and the number typed before it, if any."""

    command: str
    count: int | None = None


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
            problems.append(f"keys: there is no command {name!r}.{_nearest(name)}")
            continue
        for sequence in sequences:
            keys = tuple(sequence.split())
            wrong = next((key for key in keys if not _is_key(key)), None if keys else sequence)
            if wrong is not None:
                problems.append(
                    f"keys: {name}: {wrong!r} is no key; write a character or a name such as "
                    "ctrl+d, enter or f2."
                )
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


def _is_key(key: str) -> bool:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if not MODIFIERS.issuperset(modifiers):
        return False
    return base in NAMED_KEYS or (len(base) == 1 and base.isprintable())


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _BY_ID, n=1)
    return f" Did you mean {near[0]}?" if near else " The help (?) lists them all."


_BY_ID = {command.id: command for command in COMMANDS}


def command(name: str) -> Command:
    """Give the command of that id."""
    return _BY_ID[name]


class KeyReader:
    """Makes commands of key presses: counts (`5j`), sequences (`g g`) and single keys."""

    def __init__(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._prefixes = {
            keys[:length] for keys in keymap.commands for length in range(1, len(keys))
        }
        self._count = ""
        self._keys: Keys = ()

    @property
    def pending(self) -> str:
        """What has been typed of a command that is not complete."""
        return " ".join(filter(None, (self._count, *self._keys)))

    def reset(self) -> None:
        """Forget what has been typed."""
        self._count = ""
        self._keys = ()

    def press(self, key: str) -> Pressed | None:
        """Take one key; give the command that it completes, if it does."""
        if self.pending and key == "escape":
            self.reset()
            return None
        starts_count = key in "123456789" or (bool(self._count) and key == "0")
        if (
            len(key) == 1
            and starts_count
            and not self._keys
            and (key,) not in self._keymap.commands
        ):
            self._count = (self._count + key)[:6]
            return None
        keys = (*self._keys, key)
        if keys in self._prefixes:
            self._keys = keys
            return None
        name = self._keymap.commands.get(keys)
        count = int(self._count) if self._count else None
        self.reset()
        if name is None:
            return None
        return Pressed(name, count)

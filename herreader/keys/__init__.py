"""The commands of the reading room, their keys, and how key presses become commands."""

from herreader.keys.commands import COMMANDS, GROUPS, Command
from herreader.keys.keymap import Keymap, Keys, default_keymap, remap
from herreader.keys.reader import KeyReader, Pressed

__all__ = [
    "COMMANDS",
    "GROUPS",
    "Command",
    "KeyReader",
    "Keymap",
    "Keys",
    "Pressed",
    "default_keymap",
    "remap",
]

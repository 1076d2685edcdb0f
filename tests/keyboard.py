"""What a terminal sends for each key, as keys are written in the table of commands."""

_NAMED = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
}


def sent_for(key: str) -> str:
    """Give the characters that a terminal sends for a key."""
    modifier, plus, letter = key.partition("+")
    if modifier == "ctrl" and plus and len(letter) == 1:
        return chr(ord(letter) & 0x1F)
    return _NAMED[key] if len(key) > 1 else key

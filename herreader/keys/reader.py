"""How key presses become commands."""

from dataclasses import dataclass

from herreader.keys.keymap import Keymap, Keys


@dataclass(frozen=True, slots=True)  # a tuple counts by the name of `count`
class Pressed:
    """A command, and the number typed before it, if any."""

    command: str
    count: int | None = None


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

"""What a reader can do about a file or a folder that the system does not let them read."""

import os
from pathlib import Path
from shlex import quote

_EFFECTIVE = os.access in os.supports_effective_ids


def why_closed(path: Path) -> str:
    """Say that a path may not be read, with a command to paste that changes that.

    It names whatever is closed: a folder on the way, else the file or the folder itself.
    """
    closed = _closed(Path(os.path.abspath(path)))  # noqa: PTH100 - links stay, `..` goes
    try:
        own = closed.stat().st_uid == os.geteuid()
    except OSError:  # it has just gone
        own = False
    if not own:
        return "you have no permission to read it. Ask its owner, or name a copy of your own."
    command = f"chmod {'u+rx' if closed.is_dir() else 'u+r'} {quote(str(closed))}"
    return f"you have no permission to read it. Change that with: {command}"


def _closed(path: Path) -> Path:
    """Give the first folder on the way to a path that can't be passed, else the path itself."""
    for folder in reversed(path.parents):
        if not os.access(folder, os.X_OK, effective_ids=_EFFECTIVE):
            return folder
    return path

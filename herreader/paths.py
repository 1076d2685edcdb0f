"""Where herreader's files lie: what it keeps, its settings, the bundled room."""

import os
from collections.abc import Mapping
from pathlib import Path

_NAME = "herreader"
_PACKAGE = Path(__file__).parent


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Name the folder of all that lasts, which may not exist yet.

    It is HERREADER_DATA, or else the platform's.
    """
    if chosen := environ.get("HERREADER_DATA"):
        return Path(chosen)
    import platformdirs  # only where it is needed: it takes longer than all of this module

    return platformdirs.user_data_path(_NAME, appauthor=False)


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Name the folder of the settings, which may not exist.

    It is HERREADER_CONFIG, or else the platform's.
    """
    if chosen := environ.get("HERREADER_CONFIG"):
        return Path(chosen)
    import platformdirs  # only where it is needed: it takes longer than all of this module

    return platformdirs.user_config_path(_NAME, appauthor=False)


def database_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Name the file of all that lasts: marks, progress, imported reviews."""
    return data_folder(environ) / "herreader.db"


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Name the file of the reader's settings."""
    return config_folder(environ) / "settings.toml"


def bundled_room(package: Path = _PACKAGE) -> Path:
    """Find the room that comes with herreader.

    A wheel holds it inside the package. A checkout holds it beside the package; that is looked at
    second, since what lies beside an installed package is another's.
    """
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def may_never_end(path: Path) -> bool:
    """Whether a path leads to a pipe or a device, which to read might take for ever."""
    return path.exists() and not (path.is_file() or path.is_dir())

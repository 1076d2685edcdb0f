"""What a room's files are called, and how names in them are written."""

import re
from pathlib import Path
from unicodedata import normalize

from herreader.text.safe import clean_line

ROOM_FILE = "room.toml"
SCENES_FILE = "scenes.toml"
WORDING_FILE = "wording.json"
SENSES_FILE = "senses.json"
REVIEWS_FOLDER = "reviews"

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
ID_CURE = "Use small letters, digits and hyphens, such as `the-owl`."


def tidy(text: str) -> str:
    """Make a text of one line of what stands in a file: composed, safe to show, trimmed."""
    return clean_line(normalize("NFC", text)).strip()


def review_label(path: Path) -> str:
    """Name a review's file as problems do, relative to the room's folder."""
    return tidy(f"{REVIEWS_FOLDER}/{path.name}")

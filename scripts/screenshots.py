"""Make the pictures in screenshots/ from the real app: SVG, and PNG with resvg and Fira Code."""

import os

os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
os.environ.pop("NO_COLOR", None)

import asyncio
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from herreader.importing import Gathered, Source
from herreader.keys import default_keymap
from herreader.reading import open_reading
from herreader.reading.opening import now
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.settings import Settings
from herreader.tui.app import HerreaderApp

FOLDER = Path(__file__).parent.parent / "screenshots"
FONT = "Fira Code"


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the screen's size in cells, the theme, and the keys pressed first.

    The reader may have imported a review of their own before.
    """

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]
    own: str = ""


OWL = ("colon", *"owl", "enter")
OWN = """A Winter Evening with Her

by Ada Reader

He waits on a bench, and above him an owl comes down over the city on a screen as large as a house.

Isabella, the surrogate, weeps in the hall. She has lent her body to a love that has none, and it
is not wanted: I know no sadder taxi in the cinema than the one in which she leaves.

Of the 8,316 others she loves 641, and says so at once when he asks.
"""
SHOTS = (
    Shot("wide-dark", (120, 40), "her-dark", (*OWL, "right_square_bracket", "b", "j", "j")),
    Shot("wide-light", (120, 40), "her-light", (*OWL, "right_square_bracket", "b", "j", "j")),
    Shot("very-wide-dark", (200, 50), "her-dark", ("colon", *"reveal", "enter", "b")),
    Shot("narrow-dark", (80, 24), "her-dark", ("colon", *"rooftop", "enter")),
    Shot("scenes-panel-dark", (80, 24), "her-dark", (*OWL, "s")),
    Shot("bookmarks-light", (100, 30), "her-light", (*OWL, "b", "]", "b", "]", "b", "B")),
    Shot("search-dark", (100, 34), "her-dark", ("S", *"owl", "space", *"screen", "enter", "j")),
    Shot("queue-dark", (100, 24), "her-dark", ("Q", "s"), own=OWN),
    Shot("help-dark", (100, 40), "her-dark", ("question_mark",)),
)


async def shoot(shot: Shot) -> str:
    """Press the keys in a room that nobody has read yet, and give the screen as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        reading = open_reading(None, environ={"HERREADER_DATA": folder})
        if shot.own and reading.library is not None:
            source = Source("own.txt", data=shot.own.encode())
            list(take_in(reading.library, Gathered((source,)), Wishes(), now))
            reading.reload()
        app = HerreaderApp(reading, Settings(default_keymap()))
        async with app.run_test(size=shot.size) as pilot:
            app.theme = shot.theme
            await pilot.pause()
            await pilot.press(*shot.keys)
            await pilot.pause()
            picture = app.export_screenshot(title="herreader")
        reading.close()
    return picture


def to_png(svg: str) -> bytes:
    """Draw a picture with the fonts of this machine."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:[^;]*;", f"font-family: {FONT};", svg)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_family=FONT, monospace_family=FONT))


def has_font() -> bool:
    """Whether this machine has the font; without it the pictures would have no words."""
    listed = subprocess.run(["fc-list", FONT], capture_output=True, check=False, text=True)  # noqa: S603, S607 - a constant
    return bool(listed.stdout.strip())


def main() -> None:
    """Make all pictures."""
    if not has_font():
        raise SystemExit(
            f"No font {FONT} here: install it (on Debian fonts-firacode), and fontconfig."
        )
    FOLDER.mkdir(exist_ok=True)
    for shot in SHOTS:
        svg = asyncio.run(shoot(shot))
        (FOLDER / f"{shot.name}.svg").write_text(svg, encoding="utf-8")
        (FOLDER / f"{shot.name}.png").write_bytes(to_png(svg))
        print(shot.name)


if __name__ == "__main__":
    main()

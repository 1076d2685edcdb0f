"""The command line in a small room: what it prints into pipes, and how it ends."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import warm

from herreader.model.text import Passage, Place
from herreader.reading import open_reading

FIRST = """+++
title = "The Bird"
byline = "A. B."
date = 2024-05-01
answers = { title = "Love", author = "C. D.", date = 2014 }
+++
# On birds

An *owl* falls. [It is slow.]{scene="owl joy"} [It lands.]{scene=owl}
"""
SECOND = """+++
title = "The Claw"
+++
[Claws first.]{scene=owl}
"""
SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
[[scene]]
slug = "joy"
title = "On joy"
[[scene]]
slug = "beach"
title = "The beach"
"""


class Shell:
    """A room of two reviews and three scenes, a desk of one's own, and herreader to call."""

    def __init__(self, folder: Path) -> None:
        self.room = folder / "room"
        (self.room / "reviews").mkdir(parents=True)
        self.write("room.toml", 'id = "den"\ntitle = "Den"\nreviews = ["bird", "claw"]\n')
        self.write("scenes.toml", SCENES)
        self.write("reviews/bird.md", FIRST)
        self.write("reviews/claw.md", SECOND)
        self.data = folder / "data"
        own = {"HERREADER_DATA": str(self.data), "HERREADER_CONFIG": str(folder / "config")}
        self.environ = os.environ | own | {"TERM": "xterm-256color"}

    def write(self, file: str, content: str) -> None:
        (self.room / file).write_text(content)

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "herreader", "--room", str(self.room), *words]

    def told(self, *words: str) -> str:
        """Give a command as the cures name it."""
        return shlex.join(["herreader", "--room", str(self.room), *words])

    def run(self, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
        environ = self.environ | changes
        if warm.can_run(changes):
            return warm.run(["--room", str(self.room), *words], environ)
        return subprocess.run(  # noqa: S603 - our own program
            self.command(*words),
            env=environ,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=60,
        )

    def bookmark(self) -> None:
        """Keep "It is slow." in the first review, with a note that holds a control character."""
        reading = open_reading(self.room, environ=self.environ)
        passage = Passage(Place(2, 14, "It is slow."), Place(2, 25), "It is slow.")
        mark = reading.toggle_bookmark("bird", passage, "On birds")
        assert mark is not None
        reading.set_note(mark, "like a\x9b31m clock")
        reading.close()


def one_line(text: str) -> str:
    """Assert that a complaint is one line that says whose it is."""
    assert text.startswith("herreader: ")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text

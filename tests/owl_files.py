"""A room with a scene to be found, and files in which it is spoken of or not."""

from pathlib import Path

from command_line import Shell

OWL = """The Owl Again
by Jane Doe

8 August 2014

This is a review of Den, in which an owl lands on a screen, claws first.

{}
"""
SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
phrases = ["an owl lands on a screen"]
[[scene]]
slug = "joy"
title = "On joy"
"""


def owl_room(folder: Path) -> Shell:
    shell = Shell(folder)
    shell.write("scenes.toml", SCENES)
    shell.write(
        "room.toml", 'id = "den"\ntitle = "Den"\nwork = "Den"\nreviews = ["bird", "claw"]\n'
    )
    return shell


def owl_files(folder: Path) -> Path:
    folder.mkdir()
    (folder / "owl.txt").write_text(OWL.format("It goes on for a while after that."))
    (folder / "calm.txt").write_text("A Calm Piece\n\nNothing happens in it, slowly and well.\n")
    return folder


def fates(told: str) -> list[tuple[str, ...]]:
    """Give what became of each file, and the review that it is."""
    return [tuple(line.split("\t")[:2]) for line in told.splitlines()]

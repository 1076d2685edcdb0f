"""A room of one review, and an imported one on the same owl, for what happens to both meanwhile."""

from pathlib import Path

from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader.importing import Search
from herreader.model.text import Passage, Place
from herreader.reading import Reading
from herreader.reading.opening import now
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.text.quotation import passage_between

ID = "a-night-at-the-lighthouse"
HEAD = "A Night at the Lighthouse\n\nby Ada Reader\n\n"
OWL = "The owl lands on the rail."
PAD = "Nothing is said here of it.\n\nNor is anything said here.\n\n"
TIDE = f"A tide comes.\n\n{OWL}\n\nIt goes."


def seaside(folder: Path) -> Desk:
    """Give a desk with a room whose own review is the tide."""
    reviews = {"tide": review("The Tide", TIDE)}
    scenes = 'signs = ["Lighthouse", "Keeper"]\n' + SCENES.replace(
        'title = "The owl"', 'title = "The owl"\ncues = ["owl lands"]'
    )
    return Desk(folder, write_room(folder / "lighthouse", reviews, scenes=scenes))


def write_night(folder: Path) -> Path:
    """Write the file of the night, of which the owl is the second paragraph."""
    path = folder / "night.txt"
    rewrite(path, f"{HEAD}The keeper sleeps.\n\n{OWL}\n\nThat is all of it.\n")
    return path


def opened_with(desk: Desk, path: Path) -> Reading:
    """Open the room with a file imported."""
    reading = desk.reading()
    bring(reading, path)
    reading.reload()
    return reading


def bring(reading: Reading, path: Path) -> None:
    assert reading.library is not None
    list(take_in(reading.library, Search([path], None).finish(), Wishes(replace=True), now))


def rewrite(path: Path, text: str) -> None:
    """Write another version, a moment later as the clock of the files has it."""
    path.write_text(text, encoding="utf-8")


def owl_in(reading: Reading, name: str = ID) -> Passage:
    text = reading.text(name)
    blocks = (text.block(number) for number in range(1, text.last + 1))
    block = next(each for each in blocks if each is not None and OWL in each.plain)
    start = block.plain.index(OWL)
    return passage_between(text, Place(block.number, start), Place(block.number, start + len(OWL)))

"""Putting words back into an imported text that were set aside of it by mistake."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from imported_texts import imported
from own_reviews import bring
from small_rooms import review, write_room

from herreader.errors import OvertakenError
from herreader.importing import Search
from herreader.model.imported import Aside
from herreader.model.text import Block, BlockKind, Passage, Place
from herreader.reading import Reading
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes

SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
phrases = ["owl lands on the gallery"]
"""


def part(number: int, words: str, after: int, kind: BlockKind = BlockKind.PARAGRAPH) -> Aside:
    level = int(kind is BlockKind.HEADING)
    return Aside("notice", Block(number, kind, words, level=level, gap=0), after)


TEXT = imported("night", "One.", "Two.", "Three.")._replace(
    aside=(
        part(1, "Home", 0),
        part(2, "A head", 1, BlockKind.HEADING),
        part(3, "The owl lands on the gallery.", 1),
        part(4, "The end", 3),
    )
)
HOME, HEAD, OWL, END = TEXT.aside


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    room = write_room(
        tmp_path / "room", {"tide": review("Tide", "A tide.")}, scenes=SCENES, work="On night"
    )
    return Desk(tmp_path, room, "room")


@pytest.fixture
def reading(desk: Desk) -> Iterator[Reading]:
    desk.reading().close()
    bring(desk, TEXT)
    reading = desk.reading()
    yield reading
    reading.close()


def library(reading: Reading) -> Library:
    assert reading.library is not None
    return reading.library


def shown(reading: Reading) -> list[tuple[int, str, int]]:
    text = reading.text("night")
    blocks = filter(None, map(text.block, range(1, text.last + 1)))
    return [(block.number, block.plain, block.gap) for block in blocks]


def words(reading: Reading) -> list[str]:
    return [plain for _, plain, _ in shown(reading)]


def aside(reading: Reading) -> list[tuple[int, str, int]]:
    parts = library(reading).aside("night")
    return [(each.block.number, each.block.plain, each.after) for each in parts]


def test_a_part_stands_where_it_stood_and_the_others_stay_between_the_same_words(
    reading: Reading,
) -> None:
    reading.put_back("night", OWL)
    assert words(reading) == ["One.", "The owl lands on the gallery.", "Two.", "Three."]
    assert aside(reading) == [(1, "Home", 0), (2, "A head", 1), (3, "The end", 4)]
    reading.put_back("night", HOME)
    assert words(reading)[:2] == ["Home", "One."]
    assert aside(reading) == [(1, "A head", 2), (2, "The end", 5)]


def test_what_is_put_back_stands_apart_from_what_is_around_it(reading: Reading) -> None:
    for each in (END, HEAD, HOME):
        reading.put_back("night", each)
    assert shown(reading) == [
        (1, "Home", 0),
        (2, "One.", 1),
        (3, "A head", 2),
        (4, "Two.", 1),
        (5, "Three.", 1),
        (6, "The end", 1),
    ]


def test_scenes_are_found_in_what_is_put_back(reading: Reading) -> None:
    def found() -> list[tuple[str, int]]:
        return [(link.scene, link.block) for link in reading.links]

    assert found() == []
    reading.put_back("night", OWL)
    assert found() == [("owl", 2)]
    reading.undo()
    assert found() == []


def test_putting_back_is_undone_and_done_again_with_the_marks_at_their_words(
    desk: Desk, reading: Reading
) -> None:
    passage = Passage(Place(2, 0, "Two."), Place(2, 4), "Two.")
    reading.toggle_bookmark("night", passage, "")

    def marked() -> list[int]:
        return [mark.passage.start.block for mark in desk.bookmarks()]

    reading.put_back("night", HOME)
    assert (len(words(reading)), marked()) == (4, [3])
    assert reading.undo() == "putting back of “Home”"
    assert (len(words(reading)), marked()) == (3, [2])
    reading.redo()
    assert (len(words(reading)), marked()) == (4, [3])


def test_a_review_keeps_its_place_in_the_list_when_a_part_is_put_back(
    desk: Desk, reading: Reading
) -> None:
    bring(desk, imported("day"))
    reading.reload()
    reading.put_back("night", HOME)
    assert [head.id for head in reading.room.reviews] == ["tide", "night", "day"]


def test_a_part_that_is_no_longer_aside_is_not_put_back_twice(reading: Reading) -> None:
    reading.put_back("night", HOME)
    with pytest.raises(OvertakenError, match="look again at what was set aside"):
        reading.put_back("night", HOME)
    assert words(reading).count("Home") == 1


def test_undoing_does_not_take_away_what_another_window_has_put_back(
    desk: Desk, reading: Reading
) -> None:
    reading.put_back("night", HOME)
    other = desk.reading()
    other.put_back("night", library(other).aside("night")[0])
    other.close()
    with pytest.raises(OvertakenError):
        reading.undo()
    assert len(words(reading)) == 5


def test_a_file_of_which_a_part_was_put_back_is_there_already_and_its_import_is_undone(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "night.txt"
    file.write_text("Home | About us | Contact\n\nOn night\n\nThe owl is late, and so am I.\n")
    reading = desk.reading()

    def bring_file() -> list[str]:
        files = Search([file]).finish()
        outcomes = list(take_in(library(reading), files, Wishes(), now))
        reading.reload()
        return [outcome.fate.value for outcome in outcomes]

    assert bring_file() == ["added"]
    (id_,) = (head.id for head in reading.room.reviews if head.id != "tide")
    reading.put_back(id_, library(reading).aside(id_)[0])
    assert bring_file() == ["already there"]
    batch = library(reading).last_batch()
    assert batch is not None
    library(reading).take_back(batch)
    reading.reload()
    assert [head.id for head in reading.room.reviews] == ["tide"]
    reading.close()

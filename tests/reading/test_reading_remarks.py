"""A text that does not name the work: what is said of it, and what a title that does changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from small_rooms import review, write_room

from herreader.importing import Search
from herreader.reading import Reading
from herreader.reading.facts import Facts
from herreader.reading.opening import now
from herreader.reading.outcomes import Outcome
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes

ID = "a-letter"
SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
phrases = ["owl lands on the gallery"]
"""
LETTER = "# A Letter\n\nDear all, what a week.\n\nThen the owl lands on the gallery{}.\n"
NAMING = Facts(title="A Letter (on Gull!)")


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    reviews = {"tide": review("The Tide", "A tide.")}
    room = write_room(tmp_path / "room", reviews, scenes=SCENES, work="Gull!")
    reading = Desk(tmp_path, room).reading()
    yield reading
    reading.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "letter.md"


def bring(reading: Reading, file: Path, text: str) -> Outcome:
    file.write_text(text, encoding="utf-8")
    assert reading.library is not None
    (outcome,) = take_in(reading.library, Search([file], None).finish(), Wishes(replace=True), now)
    reading.reload()
    return outcome


def found(reading: Reading) -> list[str]:
    return [link.scene for link in reading.links]


def test_a_text_that_does_not_name_the_work_is_told_with_the_cure(
    reading: Reading, file: Path
) -> None:
    outcome = bring(reading, file, LETTER.format(""))
    assert outcome.passages == 0
    assert outcome.reason == (
        "It hardly names Gull!, its makers or its people, so no scenes were looked for. If it is "
        "on Gull!, let its title say so: E in the room, or "
        f"herreader --room {reading.room.folder} edit a-letter --title 'A Letter (on Gull!)'."
    )


def test_a_title_that_names_the_work_lets_the_scenes_be_found(reading: Reading, file: Path) -> None:
    bring(reading, file, LETTER.format(""))
    assert found(reading) == []
    reading.edit(ID, NAMING)
    assert found(reading) == ["owl"]
    reading.undo()
    assert found(reading) == []
    reading.redo()
    assert found(reading) == ["owl"]
    reading.edit(ID, Facts(byline="Ada"))
    assert found(reading) == ["owl"]


def test_the_next_version_is_searched_under_the_title_that_the_reader_gave(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, LETTER.format(""))
    reading.edit(ID, NAMING)
    again = bring(reading, file, LETTER.format(", and looks at us"))
    assert (again.fate.value, again.passages, again.reason) == ("replaced", 1, "")
    assert found(reading) == ["owl"]


FRENCH = (
    "Theodore vit seul dans une ville sans voitures, entre des tours qui se ressemblent. " * 4
    + "Un jour il installe une voix, et la voix choisit de s'appeler Samantha."
)
ENGLISH = (
    "Theodore lives alone in a city without cars, among towers that look the same. " * 4
    + "One day he installs a voice, and the voice chooses to be called Samantha."
)


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [("en", FRENCH, True), ("en", ENGLISH, False), ("fr", FRENCH, False)],
)
def test_a_text_in_another_language_than_the_room_is_told_of(
    tmp_path: Path, file: Path, language: str, words: str, *, told: bool
) -> None:
    reviews = {"tide": review("The Tide", "A tide.")}
    room = write_room(tmp_path / "room", reviews, scenes=SCENES, work="Gull!")
    header = room / "room.toml"
    header.write_text(f'language = "{language}"\n{header.read_text()}', encoding="utf-8")
    reading = Desk(tmp_path, room).reading()
    outcome = bring(reading, file, f"# Gull!\n\n{words}\n")
    reading.close()
    assert ("It is not in English" in outcome.reason) is told


def test_a_text_that_names_the_work_but_speaks_of_no_scene_needs_no_word(
    reading: Reading, file: Path
) -> None:
    outcome = bring(reading, file, "# On Gull!\n\nUn hibou se pose devant nous.\n")
    assert (outcome.passages, outcome.reason) == (0, "")

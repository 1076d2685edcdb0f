import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader import __version__
from herreader.errors import RoomError
from herreader.model.room import Room
from herreader.rooms.loading import header_fingerprint, load_room

CUED = """
signs = ["Keeper"]

[words]
bird = ["owl", "gull"]

[[scene]]
slug = "owl"
title = "The owl"
people = ["Amy"]
numbers = [641]
cues = ["@bird lands"]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    texts = {"tide": review("The Tide", "A tide."), "gull": review("The Gull", "A gull.")}
    room = write_room(tmp_path / "lighthouse", texts, scenes=CUED, about="A room")
    return Desk(tmp_path, room)


def opened(desk: Desk) -> Room:
    reading = desk.reading()
    reading.close()
    return reading.room


def problems(desk: Desk) -> tuple[str, ...]:
    reading = desk.reading()
    reading.close()
    return reading.problems


def is_indexed(desk: Desk) -> bool:
    assert desk.room is not None
    with desk.store() as store:
        return store.index.room(desk.room, header_fingerprint(desk.room)) is not None


def spoil(desk: Desk, header: str) -> None:
    connection = sqlite3.connect(desk.database)
    with connection:
        connection.execute("UPDATE indexed_room SET header = ?", (header,))
    connection.close()


def test_a_room_that_is_opened_again_is_as_its_files_say(desk: Desk) -> None:
    assert desk.room is not None
    loaded = load_room(desk.room)
    first, again = opened(desk), opened(desk)
    assert is_indexed(desk)
    assert first == again
    assert again._replace(reviews=()) == loaded.room
    assert [review.path for review in again.reviews] == list(loaded.files)
    assert again.scenes[0].cues == ("owl|gull lands",)


@pytest.mark.parametrize("file", ["room.toml", "scenes.toml"])
def test_a_change_of_the_header_is_seen_at_the_next_launch(desk: Desk, file: str) -> None:
    assert desk.room is not None
    opened(desk)
    path = desk.room / file
    path.write_text(path.read_text().replace('title = "', 'title = "New: '))
    assert opened(desk)._replace(reviews=()) == load_room(desk.room).room


def test_scenes_that_come_or_go_are_seen_at_the_next_launch(desk: Desk) -> None:
    assert desk.room is not None
    opened(desk)
    (desk.room / "scenes.toml").unlink()
    assert opened(desk).scenes == ()
    (desk.room / "scenes.toml").write_text(SCENES)
    assert len(opened(desk).scenes) == 4


def test_reviews_that_come_or_go_are_seen_at_the_next_launch(desk: Desk) -> None:
    assert desk.room is not None
    opened(desk)
    (desk.room / "reviews/keeper.md").write_text(review("The Keeper", "A keeper."))
    (desk.room / "reviews/tide.md").unlink()
    assert [review.id for review in opened(desk).reviews] == ["gull", "keeper"]
    (told,) = problems(desk)
    assert told.startswith("room.toml:5: `reviews` names `tide`, but there is no reviews/tide.md.")


def test_what_is_wrong_with_a_header_is_told_at_each_launch(desk: Desk) -> None:
    assert desk.room is not None
    with (desk.room / "room.toml").open("a") as file:
        file.write("\nmood = 3\n")
    told = problems(desk)
    assert "`mood` is not known here" in told[0]
    assert problems(desk) == told


@pytest.mark.parametrize("header", ["", "[]", '["lighthouse"]', "{}"])
def test_a_broken_index_is_made_anew(desk: Desk, header: str) -> None:
    room = opened(desk)
    spoil(desk, header)
    assert opened(desk) == room
    assert is_indexed(desk)


def test_what_another_version_has_indexed_is_read_anew(desk: Desk) -> None:
    assert desk.room is not None
    mark = header_fingerprint(desk.room)
    assert mark.startswith(f"{__version__} ")
    opened(desk)
    with desk.store() as store:
        store.index.put_room(mark.replace(__version__, "0.0.1"), Room("x", "X", "X", desk.room), ())
    assert opened(desk).id == "lighthouse"


def test_a_room_is_read_while_the_store_cannot_be_written(desk: Desk) -> None:
    with desk.store():
        pass
    other = sqlite3.connect(desk.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert [scene.slug for scene in opened(desk).scenes] == ["owl"]
    other.close()
    assert not is_indexed(desk)


def test_a_room_is_read_without_any_store(desk: Desk) -> None:
    (desk.folder / "data").write_text("not a folder")
    assert [scene.slug for scene in opened(desk).scenes] == ["owl"]


def test_two_folders_of_one_room_are_told_apart(desk: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path, write_room(tmp_path / "other", {}, id="lighthouse", title="Another"))
    assert [opened(each).title for each in (desk, other, desk, other)] == [
        "Lighthouse",
        "Another",
    ] * 2


def test_what_is_no_room_is_refused_as_it_was_before(desk: Desk) -> None:
    assert desk.room is not None
    opened(desk)
    (desk.room / "room.toml").unlink()
    with pytest.raises(RoomError):
        desk.reading()


def test_a_launch_of_a_room_that_has_not_changed_parses_nothing(desk: Desk) -> None:
    opened(desk)
    program = (
        "import sys; from pathlib import Path; from herreader.reading import open_reading;"
        "from herreader.settings import load_settings;"
        "load_settings(Path('none')); reading = open_reading(Path(sys.argv[1])); reading.close();"
        "sys.exit(str({'tomllib', 'markdown_it'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(desk.room)]
    done = subprocess.run(command, env=desk.environ, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.stderr == "set()\n"

from pathlib import Path

from herreader.finding import Finder
from herreader.rooms.loading import load_room

SCENES = """
signs = ["Maud Ferris"]

[words]
light = ["lamp", "lighthouse"]

[[scene]]
slug = "storm"
title = "The storm"
cues = ["the storm at the light: storm|gale + @light"]
unlike = ["storm in a teacup"]
"""


def write(folder: Path, scenes: str) -> Path:
    (folder / "room.toml").write_text('id = "keeper"\ntitle = "The Keeper"\n', encoding="utf-8")
    (folder / "scenes.toml").write_text(scenes, encoding="utf-8")
    return folder


def test_a_room_carries_what_the_finder_needs(tmp_path: Path) -> None:
    loaded = load_room(write(tmp_path, SCENES))
    assert not loaded.problems
    (scene,) = loaded.room.scenes
    assert scene.cues == ("the storm at the light: storm|gale + lamp|lighthouse",)
    assert scene.unlike == ("storm in a teacup",)
    assert loaded.room.signs == ("Maud Ferris",)


def test_a_list_of_words_that_is_not_there_is_told(tmp_path: Path) -> None:
    loaded = load_room(write(tmp_path, SCENES.replace("@light", "@lihgt")))
    (problem,) = loaded.problems
    assert "`@lihgt`" in problem.message
    assert "`@light`" in problem.cure


def test_a_room_whose_scenes_have_only_a_title_still_opens(tmp_path: Path) -> None:
    scenes = '[[scene]]\nslug = "storm"\ntitle = "The storm"\n'
    assert Finder.for_room(load_room(write(tmp_path, scenes)).room).find("x", ()) == ()


def test_cues_that_their_lists_of_words_would_blow_up_are_told_and_left_out(tmp_path: Path) -> None:
    words = SCENES.replace('"lamp", "lighthouse"', f'"{"lamp" * 10_000}"')
    blown = f'"{"@light " * 60}"'
    with_more = words.replace('@light"]', f'@light", {", ".join([blown] * 300)}]')
    loaded = load_room(write(tmp_path, with_more))
    (scene,) = loaded.room.scenes
    assert scene.cues[0].endswith("lamp")
    assert sum(map(len, scene.cues)) < 10_000_000
    (problem,) = loaded.problems
    assert "10,000,000 characters" in problem.message
    assert "fewer groups" in problem.cure

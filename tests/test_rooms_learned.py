import os
from pathlib import Path

import pytest

from herreader.model.links import SceneSense, SceneWords, Senses, Wording
from herreader.rooms.learned import finding_digest, read_wording

GOOD = """{"cues": 3.5,
"scenes": {"owl": {"start": -5, "words": {"bird of prey": 2.5, "owl": 4}}}}"""


def write(folder: Path, text: str) -> Path:
    (folder / "wording.json").write_text(text, encoding="utf-8")
    return folder


def test_what_was_learned_is_read(tmp_path: Path) -> None:
    wording, problems = read_wording(write(tmp_path, GOOD), ["owl", "joy"])
    words = (("bird of prey", 2.5), ("owl", 4.0))
    assert wording == Wording(3.5, {"owl": SceneWords(-5.0, words)})
    assert problems == []


def test_a_room_need_not_have_learned_anything(tmp_path: Path) -> None:
    assert read_wording(tmp_path, ["owl"]) == (None, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"cues": [', "wording.json: This is not JSON. Learn it anew"),
        ("[" * 100_000, "wording.json: This is not JSON."),
        ("[1, 2]", "wording.json: Its tables are not as they are when they are learned."),
        ('{"cues": 3.5}', "wording.json: Its tables are not"),
        ('{"cues": 1, "scenes": 3}', "wording.json: Its tables are not"),
        (GOOD.replace("3.5", "9" * 5000), "wording.json: Its tables are not"),
        (GOOD.replace("2.5", '"much"'), "wording.json: Its tables are not"),
        (GOOD.replace("2.5", "NaN"), "wording.json: Its tables are not"),
        (GOOD.replace("-5", "-Infinity"), "wording.json: Its tables are not"),
        (GOOD.replace("-5", "0.1"), "wording.json: Its tables are not"),
        (GOOD.replace("2.5", "true"), "wording.json: Its tables are not"),
        (
            GOOD.replace('"owl": {', '"crow": {'),
            "wording.json: There is no scene `crow` in this room.",
        ),
    ],
)
def test_nothing_of_a_file_with_a_fault_is_used(tmp_path: Path, text: str, expected: str) -> None:
    wording, (problem,) = read_wording(write(tmp_path, text), ["owl", "joy"])
    assert wording is None
    assert str(problem).startswith(expected)


def test_bytes_that_are_no_text_are_a_problem_and_nothing_worse(tmp_path: Path) -> None:
    (tmp_path / "wording.json").write_bytes(b"\xff\xfe\x00")
    wording, problems = read_wording(tmp_path, ["owl"])
    assert wording is None
    assert problems


def test_what_scenes_are_found_by_has_another_name_once_any_of_it_changes(tmp_path: Path) -> None:
    names = [finding_digest(tmp_path)]
    for name in ("room.toml", "scenes.toml", "wording.json", "senses.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
        names.append(finding_digest(tmp_path))
    assert len(set(names)) == len(names)
    (tmp_path / "README.md").write_text("All about it.", encoding="utf-8")
    assert finding_digest(tmp_path) == names[-1]


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wording.json")
    wording, (problem,) = read_wording(tmp_path, ["owl"])
    assert wording is None
    assert str(problem).startswith(
        "wording.json: It cannot be read: Not a regular file. Learn it anew"
    )
    assert finding_digest(tmp_path)


SENSES = """{"cues": 3, "words": 0.5, "trace": -2, "step": 0.1, "units": [0.5],
"scenes": {"owl": {"start": -1, "weights": [2]}}, "terms": ["feather", "claw feather"],
"steps": "gH8="}"""


def test_what_was_learned_of_the_senses_of_words_is_read_beside_them(tmp_path: Path) -> None:
    (write(tmp_path, GOOD) / "senses.json").write_text(SENSES, encoding="utf-8")
    wording, problems = read_wording(tmp_path, ["owl", "joy"])
    assert problems == []
    assert wording is not None
    terms, scenes = ["feather", "claw feather"], {"owl": SceneSense(-1.0, (2.0,))}
    assert wording.senses == Senses(3.0, 0.5, -2.0, 0.1, (0.5,), scenes, terms, b"\x80\x7f")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"step": 0.1, ', ""),
        ('"step": 0.1', '"step": 0'),
        ('"step": 0.1', '"step": 1e-300'),
        ('"words": 0.5', '"words": 0'),
        ('"feather", ', ""),
        ('["feather", "claw feather"]', "7"),
        ('"feather"', "7"),
        ("[0.5]", "[0.5, 0]"),
        ("[0.5]", "0.5"),
        ("[2]", "[2, 2]"),
        ("[2]", '["2"]'),
        ('"gH8="', '"gH8"'),
        ('"gH8="', '"gH\u00e98="'),
        ('"gH8="', "null"),
        ('{"start": -1,', "{"),
    ],
)
def test_nothing_of_senses_with_a_fault_is_used_and_the_words_are(
    tmp_path: Path, old: str, new: str
) -> None:
    text = SENSES.replace(old, new)
    (write(tmp_path, GOOD) / "senses.json").write_text(text, encoding="utf-8")
    wording, (problem,) = read_wording(tmp_path, ["owl", "joy"])
    assert wording is not None
    assert wording.senses is None
    assert str(problem).startswith("senses.json: Its tables are not as they are when")


def test_senses_of_other_scenes_than_the_words_are_not_used(tmp_path: Path) -> None:
    text = SENSES.replace('"owl"', '"joy"')
    (write(tmp_path, GOOD) / "senses.json").write_text(text, encoding="utf-8")
    wording, (problem,) = read_wording(tmp_path, ["owl", "joy"])
    assert wording is not None
    assert wording.senses is None
    assert str(problem).startswith("senses.json: It is not of the scenes in wording.json.")

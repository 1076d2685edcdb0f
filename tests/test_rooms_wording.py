from pathlib import Path

import pytest

from herreader.model import SceneWords, Wording
from herreader.rooms.wording import read_wording

GOOD = 'cues = 3.5\n[scene.owl]\nstart = -5\n[scene.owl.words]\n"bird of prey" = 2.5\nowl = 4\n'


def write(folder: Path, text: str) -> Path:
    (folder / "wording.toml").write_text(text, encoding="utf-8")
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
        ("cues = [", "wording.toml:1: This is not TOML"),
        ("cues = 3.5", "wording.toml: Its tables are not as they are when they are learned."),
        ("scene = 3\ncues = 1", "wording.toml: Its tables are not"),
        (GOOD.replace("2.5", '"much"'), "wording.toml: Its tables are not"),
        (GOOD.replace("2.5", "nan"), "wording.toml: Its tables are not"),
        (GOOD.replace("-5", "-inf"), "wording.toml: Its tables are not"),
        (GOOD.replace("-5", "0.1"), "wording.toml: Its tables are not"),
        (GOOD.replace("2.5", "true"), "wording.toml: Its tables are not"),
        (GOOD.replace("owl", "crow"), "wording.toml: There is no scene `crow` in this room."),
    ],
)
def test_nothing_of_a_file_with_a_fault_is_used(tmp_path: Path, text: str, expected: str) -> None:
    wording, (problem,) = read_wording(write(tmp_path, text), ["owl", "joy"])
    assert wording is None
    assert str(problem).startswith(expected)


def test_bytes_that_are_no_text_are_a_problem_and_nothing_worse(tmp_path: Path) -> None:
    (tmp_path / "wording.toml").write_bytes(b"\xff\xfe\x00")
    wording, problems = read_wording(tmp_path, ["owl"])
    assert wording is None
    assert problems

import json
from contextlib import closing
from pathlib import Path

import pytest
from command_line import Shell, one_line
from tiny_encoder import write_encoder

from herreader.encoder_files import MODEL, TOKENIZER
from herreader.reading import open_reading

WORDING = {"cues": 3, "scenes": {"owl": {"start": -3, "words": {}}}}
MEANING = {
    "cues": 3,
    "words": 1,
    "trace": -9,
    "sample": "sea",
    "sampled": [0, 0, 0, 1],
    "scenes": {"owl": {"start": 0, "weights": [0, 0, 0, 8]}},
}
FOUND = [(2, "means much the same as others on it")]
TEXT = "The Den, Again\n\nNothing at all is told of it here.\n\nsea sea sea sea sea.\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.write("wording.json", json.dumps(WORDING))
    shell.write("meaning.json", json.dumps(MEANING))
    return shell


def bring(shell: Shell, folder: Path) -> None:
    file = folder / "again.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert shell.run("import", str(file)).returncode == 0


def found(shell: Shell) -> list[tuple[int, str]]:
    told = json.loads(shell.run("scenes", "owl", "--json").stdout)
    links = [link for link in told if link["review"] == "the-den-again"]
    return [(link["block"], link["evidence"]) for link in links]


def look_again(shell: Shell) -> None:
    """Look through the own reviews again, as a room that is open does."""
    with closing(open_reading(shell.room, environ=shell.environ)) as reading:
        assert reading.library is not None
        reading.library.find_again(reading.library.stale())


def test_with_an_encoder_scenes_are_found_by_what_sentences_mean(
    shell: Shell, tmp_path: Path
) -> None:
    write_encoder(shell.data / "encoder")
    bring(shell, tmp_path)
    assert found(shell) == FOUND
    assert "encoder" not in shell.run("check").stdout


def test_without_one_nothing_is_missed(shell: Shell, tmp_path: Path) -> None:
    bring(shell, tmp_path)
    assert found(shell) == []
    assert "encoder" not in shell.run("check").stdout


def test_own_reviews_are_looked_through_again_once_an_encoder_comes_or_goes(
    shell: Shell, tmp_path: Path
) -> None:
    bring(shell, tmp_path)
    folder = write_encoder(shell.data / "encoder")
    look_again(shell)
    assert found(shell) == FOUND
    (folder / MODEL).unlink()
    look_again(shell)
    assert found(shell) == []


def test_no_command_waits_until_an_encoder_has_read_a_whole_library(
    shell: Shell, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(51):
        (many / f"{number}.txt").write_text(f"The Den, No. {number}\n\n{TEXT}{number} sea\n")
    assert shell.run("import", str(many)).returncode == 0
    write_encoder(shell.data / "encoder")
    told = shell.run("scenes", "owl")
    assert "51 reviews wait for the sentence encoder" in one_line(told.stderr)
    assert "the-den-no" not in told.stdout
    shell.run("remove", "the-den-no-0")
    assert "the-den-no-1" in shell.run("scenes", "owl").stdout


def test_what_a_broken_encoder_would_have_found_is_found_once_it_is_mended(
    shell: Shell, tmp_path: Path
) -> None:
    folder = write_encoder(shell.data / "encoder")
    whole = (folder / TOKENIZER).read_bytes()
    (folder / TOKENIZER).write_bytes(b"no tokenizer")
    bring(shell, tmp_path)
    assert found(shell) == []
    assert "Fetch its files again." in shell.run("check").stdout
    (folder / TOKENIZER).write_bytes(whole)
    look_again(shell)
    assert found(shell) == FOUND


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (MODEL, f"has no {MODEL}. Fetch it as the README says, or take the folder away."),
        (TOKENIZER, f"has no {TOKENIZER}. Fetch it"),
    ],
)
def test_an_encoder_that_lacks_a_file_is_told_of(shell: Shell, file: Path, expected: str) -> None:
    (write_encoder(shell.data / "encoder") / file).unlink()
    done = shell.run("check")
    assert expected in done.stdout
    assert done.returncode == 0


def test_another_encoder_than_the_rooms_is_told_of(shell: Shell) -> None:
    write_encoder(shell.data / "encoder")
    shell.write("meaning.json", json.dumps(MEANING | {"sampled": [1, 0, 0, 0]}))
    assert "another than this room was prepared for" in shell.run("check").stdout


def test_a_room_of_which_nothing_was_learned_with_an_encoder_says_so(shell: Shell) -> None:
    write_encoder(shell.data / "encoder")
    (shell.room / "meaning.json").unlink()
    assert "nothing was learned with it of the scenes of this room" in shell.run("check").stdout


def test_what_is_wrong_with_meanings_is_told_without_any_encoder(shell: Shell) -> None:
    shell.write("meaning.json", "{nonsense")
    done = shell.run("check")
    assert "meaning.json: This is not JSON." in done.stdout
    assert done.returncode == 1

import json
from pathlib import Path

import pytest
from command_line import Shell
from tiny_encoder import write_encoder

from herreader.encoder_files import MODEL, TOKENIZER
from herreader.reading.preparing import finder_name

WORDING = {"cues": 3, "scenes": {"owl": {"start": -3, "words": {}}}}
MEANING = {
    "cues": 3,
    "words": 1,
    "sample": "sea",
    "sampled": [0, 0, 0, 1],
    "scenes": {"owl": {"start": 0, "weights": [0, 0, 0, 8]}},
}
TEXT = "The Den, Again\n\nNothing at all is told of it here.\n\nsea sea sea sea sea.\n"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.write("wording.json", json.dumps(WORDING))
    shell.write("meaning.json", json.dumps(MEANING))
    return shell


def links_of(shell: Shell, folder: Path) -> list[tuple[int, str]]:
    file = folder / "again.txt"
    file.write_text(TEXT, encoding="utf-8")
    shell.run("import", str(file))
    told = json.loads(shell.run("scenes", "owl", "--json").stdout)
    links = [link for link in told if link["review"] == "the-den-again"]
    return [(link["block"], link["evidence"]) for link in links]


def test_with_an_encoder_scenes_are_found_by_what_sentences_mean(
    shell: Shell, tmp_path: Path
) -> None:
    write_encoder(shell.data / "encoder")
    assert links_of(shell, tmp_path) == [(2, "means much the same as others on it")]
    assert shell.run("check").stdout.splitlines()[-1] != "1 warning"


def test_without_one_nothing_is_missed(shell: Shell, tmp_path: Path) -> None:
    assert links_of(shell, tmp_path) == []
    assert "encoder" not in shell.run("check").stdout


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


def test_a_broken_encoder_is_told_of_and_does_without(shell: Shell, tmp_path: Path) -> None:
    (write_encoder(shell.data / "encoder") / MODEL).write_bytes(b"no network")
    assert links_of(shell, tmp_path) == []
    assert "Fetch its files again." in shell.run("check").stdout


def test_another_encoder_than_the_rooms_is_told_of(shell: Shell) -> None:
    write_encoder(shell.data / "encoder")
    shell.write("meaning.json", json.dumps(MEANING | {"sampled": [1, 0, 0, 0]}))
    assert "another than this room was prepared for" in shell.run("check").stdout


def test_own_reviews_are_looked_through_again_once_an_encoder_comes_or_goes(shell: Shell) -> None:
    folder = shell.data / "encoder"
    before = finder_name(shell.room, folder)
    write_encoder(folder)
    assert finder_name(shell.room, folder) != before
    (shell.room / "meaning.json").unlink()
    assert finder_name(shell.room, folder) == before

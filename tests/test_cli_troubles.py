"""What the command line says where all is not well: rooms that are none, stores that are held."""

import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import fates, owl_files, owl_room

LONG = "\n\n".join(
    f"Paragraph {number} of the piece says in its own words that Den has weather number {number}."
    for number in range(12)
)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return owl_room(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return owl_files(tmp_path / "files")


@pytest.mark.parametrize("words", [["list"], ["import", "owl.txt"], ["edit", "x", "--title", "y"]])
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_is_no_room_leaves_nothing_behind(
    shell: Shell, words: list[str], *, there: bool
) -> None:
    other = shell.room.parent / "rom"
    if there:
        other.mkdir()
    shell.room = other
    done = shell.run(*words)
    assert done.returncode == 1
    assert "cannot be opened" in one_line(done.stderr)
    assert not shell.data.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["edit", "the-owl-again", "--author", "Ada"], "Ada"),
        (["remove", "the-owl-again"], "Removed"),
        (["import", "--undo"], "taken back"),
    ],
)
def test_a_change_waits_with_a_word_until_another_program_has_written(
    shell: Shell, files: Path, words: list[str], told: str
) -> None:
    shell.run("import", str(files / "owl.txt"))
    other = sqlite3.connect(shell.data / "herreader.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with subprocess.Popen(  # noqa: S603 - our own program
        shell.command(*words),
        env=shell.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as waiting:
        assert waiting.stderr is not None
        assert "waiting for it" in waiting.stderr.readline()
        other.execute("ROLLBACK")
        out, err = waiting.communicate(timeout=60)
    other.close()
    assert (waiting.returncode, err) == (0, "")
    assert told in out


def test_a_broken_file_of_what_was_learned_is_told_when_scenes_are_looked_for(
    shell: Shell, files: Path
) -> None:
    shell.write("wording.json", "{")
    done = shell.run("import", str(files / "owl.txt"))
    assert (done.returncode, fates(done.stdout)) == (0, [("added", "the-owl-again")])
    assert "wording.json: This is not JSON" in one_line(done.stderr)


def test_a_text_with_no_sign_of_the_work_says_why_it_has_no_links(
    shell: Shell, files: Path
) -> None:
    told = {
        row["title"]: row["reason"]
        for row in json.loads(shell.run("import", "--json", str(files)).stdout)
    }
    assert "no scenes were looked for" in told["A Calm Piece"]
    assert told["The Owl Again"] == ""
    (files / "den.txt").write_text("A Day\n\nThis is a review of Den, in which nothing happens.\n")
    assert "looked for" not in shell.run("import", str(files / "den.txt")).stdout


def test_in_a_room_without_scenes_nothing_is_said_against_a_text(shell: Shell, files: Path) -> None:
    shell.write("scenes.toml", "")
    assert "looked for" not in shell.run("import", str(files / "calm.txt")).stdout


def test_a_text_that_is_there_is_told_by_the_name_it_has(shell: Shell, files: Path) -> None:
    owl = str(files / "owl.txt")
    shell.run("import", owl)
    (told,) = json.loads(shell.run("import", owl, "--title", "Other", "--json").stdout)
    assert (told["fate"], told["title"]) == ("already there", "The Owl Again")
    shell.run("edit", "the-owl-again", "--title", "My Owl")
    (told,) = json.loads(shell.run("import", owl, "--json").stdout)
    assert (told["fate"], told["title"]) == ("already there", "My Owl")


@pytest.fixture
def drafts(files: Path) -> Path:
    (files / "draft.txt").write_text(f"On Weather\nby Jane Doe\n\n{LONG}\n")
    (files / "draft-2.txt").write_text(f"On Weather\nby Jane Doe\n\n{LONG} And more of it.\n")
    return files


def test_a_changed_version_is_known_under_another_name(shell: Shell, drafts: Path) -> None:
    shell.run("import", str(drafts / "draft.txt"))
    told = shell.run("import", str(drafts / "draft-2.txt"))
    assert (told.returncode, fates(told.stdout)) == (3, [("changed", "on-weather")])
    assert f"nearly the same as on-weather, from {drafts / 'draft.txt'}." in told.stdout
    beside = shell.run("import", str(drafts / "draft-2.txt"), "--title", "On Weather, again")
    assert fates(beside.stdout) == [("added", "on-weather-again")]
    shell.run("import", "--undo")
    replaced = shell.run("import", str(drafts / "draft-2.txt"), "--replace")
    assert fates(replaced.stdout) == [("replaced", "on-weather")]
    assert "And more of it" in shell.run("search", "more of it").stdout


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("On Weather\nby Sam Shepards", LONG),
        ("On Rain\nby Jane Doe", LONG),
        ("On Weather\nby Jane Doe", LONG.replace("weather", "rain of a kind, and a wind")),
    ],
)
def test_texts_of_others_titles_or_words_are_no_versions(
    shell: Shell, drafts: Path, head: str, body: str
) -> None:
    shell.run("import", str(drafts / "draft.txt"))
    (drafts / "other.txt").write_text(f"{head}\n\n{body} So it ends.\n")
    assert fates(shell.run("import", str(drafts / "other.txt")).stdout)[0][0] == "added"


def test_a_text_that_holds_another_amid_much_else_is_no_version_of_it(
    shell: Shell, drafts: Path
) -> None:
    shell.run("import", str(drafts / "draft.txt"))
    rest = " ".join(f"Of the sea there are {number} kinds." for number in range(LONG.count(" ")))
    (drafts / "other.txt").write_text(f"On Weather\nby Jane Doe\n\n{LONG} {rest}\n")
    assert fates(shell.run("import", str(drafts / "other.txt")).stdout)[0][0] == "added"


def test_corrections_that_are_of_no_use_here_are_counted_as_such(shell: Shell) -> None:
    decision = {
        "verdict": "linked",
        "block": 2,
        "start": 0,
        "end": 3,
        "quote": "An ",
        "decided": "2026-01-01",
    }
    places = [("bird", "owl"), ("bird", "crow"), ("absent", "owl")]
    decisions = [{**decision, "review": review, "scene": scene} for review, scene in places]
    sent = {"format": "herreader decisions 1", "room": "den", "decisions": decisions}
    file = shell.room.parent / "sent.json"
    file.write_text(json.dumps(sent))
    told = shell.run("corrections", "--take", str(file)).stdout
    assert told.startswith("1 new, 0 known already, 1 on reviews that are not here, 1 on scenes")

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Shell, one_line

from herreader.reading import open_reading


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_version_and_help_are_told(shell: Shell) -> None:
    assert shell.run("--version").stdout.split()[0] == "herreader"
    told = shell.run("--help")
    assert told.returncode == 0
    assert all(word in told.stdout for word in ("open", "list", "scenes", "bookmarks", "check"))
    assert all(name in told.stdout for name in ("HERREADER_DATA", "HERREADER_CONFIG"))


@pytest.mark.parametrize("words", [["--version"], ["list"], ["scenes"], ["bookmarks"], ["check"]])
def test_listings_never_import_textual_nor_in_a_pipe_rich(shell: Shell, words: list[str]) -> None:
    program = (
        "import sys; from herreader.cli import main; main(sys.argv[1:]);"
        "print({'textual', 'rich'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "--room", str(shell.room), *words]
    done = subprocess.run(command, env=shell.environ, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert done.stderr == "set()\n"


def test_list_prints_a_line_a_review_into_a_pipe(shell: Shell) -> None:
    assert shell.run("list").stdout.splitlines() == [
        "bird\tThe Bird\tA. B.\t2024-05-01\t10\t1\t0%\t0\t3\t\t",
        "claw\tThe Claw\t\t\t2\t1\t0%\t0\t1\t\t",
    ]


def test_list_as_json_has_the_whole_of_each_review(shell: Shell) -> None:
    first, second = json.loads(shell.run("list", "--json").stdout)
    assert first == {
        "id": "bird",
        "title": "The Bird",
        "byline": "A. B.",
        "answers": {"title": "Love", "author": "C. D.", "place": "", "date": "2014"},
        "date": "2024-05-01",
        "words": 10,
        "minutes": 1,
        "read": 0.0,
        "finished": False,
        "bookmarks": 0,
        "links": 3,
        "source": None,
        "imported": None,
    }
    assert (second["answers"], second["date"]) == (None, None)


def test_scenes_prints_a_line_a_scene_into_a_pipe(shell: Shell) -> None:
    assert shell.run("scenes").stdout.splitlines() == [
        "1\towl\tThe owl\t2\t2",
        "2\tjoy\tOn joy\t1\t1",
        "3\tbeach\tThe beach\t0\t0",
    ]


def test_scenes_with_a_slug_prints_its_passages_whole(shell: Shell) -> None:
    assert shell.run("scenes", "owl").stdout.splitlines() == [
        "bird:2\tThe Bird\tIt is slow. It lands.",
        "claw:1\tThe Claw\tClaws first.",
    ]
    assert shell.run("scenes", "beach").stdout == ""


def test_a_scene_is_named_by_its_title_or_a_part_of_it_too(shell: Shell) -> None:
    told = shell.run("scenes", "owl").stdout
    assert shell.run("scenes", "the OWL").stdout == told
    assert shell.run("scenes", "ow").stdout == told


def test_a_name_that_several_scenes_may_have_is_told_with_them(shell: Shell) -> None:
    done = shell.run("scenes", "the")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Write more of one of these: owl, beach." in one_line(done.stderr)


def test_scenes_as_json_has_one_object_a_link_in_the_order_of_the_film(shell: Shell) -> None:
    links = json.loads(shell.run("scenes", "--json").stdout)
    assert list(links[0]) == [
        *("scene", "scene_title", "review", "review_title", "block", "start", "end", "quote"),
        *("kind", "evidence", "confidence", "sure", "placed"),
    ]
    assert links[0] == {
        "scene": "owl",
        "scene_title": "The owl",
        "review": "bird",
        "review_title": "The Bird",
        "block": 2,
        "start": 14,
        "end": 25,
        "quote": "It is slow.",
        "kind": "written",
        "evidence": "",
        "confidence": 1.0,
        "sure": True,
        "placed": True,
    }
    found = [(link["scene"], link["review"], link["quote"]) for link in links]
    assert found == [
        ("owl", "bird", "It is slow."),
        ("owl", "bird", "It lands."),
        ("owl", "claw", "Claws first."),
        ("joy", "bird", "It is slow."),
    ]
    assert [link["quote"] for link in json.loads(shell.run("scenes", "joy", "--json").stdout)] == [
        "It is slow."
    ]


def test_an_unknown_scene_is_told_with_the_nearest(shell: Shell) -> None:
    done = shell.run("scenes", "owll")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Did you mean owl?" in one_line(done.stderr)


def test_a_bookmark_that_was_taken_away_comes_back_with_its_note_in_a_later_session(
    shell: Shell,
) -> None:
    shell.bookmark()
    listed = shell.run("bookmarks").stdout
    opened = open_reading(shell.room, environ=shell.environ)
    opened.delete_bookmark(opened.bookmarks[0])
    opened.close()
    assert shell.run("bookmarks").stdout == ""
    assert shell.run("bookmarks", "--deleted").stdout == listed
    number = listed.split("\t")[0]
    missing = shell.run("bookmarks", "--restore", f"{number}0")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "bookmarks --deleted lists them" in one_line(missing.stderr)
    assert "It is slow." in shell.run("bookmarks", "--restore", number).stdout
    assert shell.run("bookmarks").stdout == listed
    assert shell.run("bookmarks", "--deleted").stdout == ""


def test_bookmarks_are_listed_with_what_belongs_to_them(shell: Shell) -> None:
    assert shell.run("bookmarks").stdout == ""
    assert shell.run("bookmarks", "--json").stdout == "[]\n"
    shell.bookmark()
    assert shell.run("bookmarks").stdout.split("\t")[1:] == [
        "bird:2",
        "The Bird",
        "It is slow.",
        "like a\ufffd31m clock",
        "owl joy\n",
    ]
    (mark,) = json.loads(shell.run("bookmarks", "--json").stdout)
    created = mark.pop("created")
    assert created.endswith("+00:00")
    assert mark == {
        "id": mark["id"],
        "review": "bird",
        "review_title": "The Bird",
        "block": 2,
        "start": 14,
        "end_block": 2,
        "end": 25,
        "quote": "It is slow.",
        "section": "On birds",
        "scenes": ["owl", "joy"],
        "scene_titles": ["The owl", "On joy"],
        "note": "like a\ufffd31m clock",
        "placed": True,
    }
    assert shell.run("list").stdout.splitlines()[0].split("\t")[7] == "1"


def test_a_bookmark_whose_words_are_gone_is_listed_as_unplaced(shell: Shell) -> None:
    shell.bookmark()
    shell.write(
        "reviews/bird.md",
        "+++\ntitle = 'The Bird'\n+++\nAll\n\n[is new and tied to it.]{scene=owl}",
    )
    (mark,) = json.loads(shell.run("bookmarks", "--json").stdout)
    assert (mark["quote"], mark["placed"], mark["scenes"]) == ("It is slow.", False, [])
    assert shell.run("bookmarks").stdout.split("\t")[1] == "bird"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("herreader bo", {"bookmarks"}),
        ("herreader --room {room} scenes o", {"owl"}),
        ("herreader --room {room} open b", {"beach", "bird"}),
        ("herreader --room ~/room open b", {"beach", "bird"}),
        ("herreader --room ~nobody-at-all/room open b", set()),
    ],
)
def test_shells_complete_commands_scenes_and_reviews(
    shell: Shell, line: str, offered: set[str]
) -> None:
    assert completed(shell, line.format(room=shell.room)) == offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("open ", {"owl", "joy", "beach", "bird", "claw", "piece-1"}),
        ("remove p", {"piece-1"}),
        ("remove --undo p", {"piece-2"}),
        ("restore p", {"piece-2"}),
    ],
)
def test_shells_complete_what_is_there_and_what_can_be_brought_back(
    shell: Shell, tmp_path: Path, line: str, offered: set[str]
) -> None:
    for number in (1, 2):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"Piece {number}\n\nNothing happens in number {number}, slowly and well.\n")
        shell.run("import", str(file))
    shell.run("remove", "piece-2")
    assert completed(shell, f"herreader --room ~/room {line}") == offered


def completed(shell: Shell, line: str) -> set[str]:
    """Give what bash is offered at the end of a line; ~ is where the room's folder lies."""
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    home = str(shell.room.parent)
    done = shell.run(_HERREADER_COMPLETE="bash_complete", HOME=home, **asked)
    found = [entry.partition(",") for entry in done.stdout.splitlines()]
    return {name for kind, _, name in found if kind == "plain"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (["bo"], ["files", "bookmarks"]),
        (["scenes", "o"], ["owl"]),
        (["import", "bi"], ["files"]),
        (["corrections", "--take", "bi"], ["files"]),
    ],
)
def test_bash_offers_commands_names_and_where_they_are_asked_for_files(
    shell: Shell, tmp_path: Path, line: list[str], offered: list[str]
) -> None:
    program = tmp_path / "herreader"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m herreader "$@"\n')
    program.chmod(0o755)
    words = [str(program), "--room", str(shell.room), *line]
    script = f"""
        {shell.run("completion", "bash").stdout}
        compopt() {{ echo files; }}  # the real one works under a Tab only
        COMP_WORDS=({shlex.join(words)}) COMP_CWORD={len(words) - 1}
        _herreader_completion "$1"
        printf '%s\n' "${{COMPREPLY[@]}}"
    """
    command = ["bash", "--norc", "-c", script, "bash", str(program)]
    done = subprocess.run(command, env=shell.environ, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert done.stdout.split() == offered


def test_the_completion_script_of_a_shell_is_printed(shell: Shell) -> None:
    assert "_HERREADER_COMPLETE=zsh_complete" in shell.run("completion", "zsh").stdout

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from herreader.model import Passage, Place
from herreader.reading import open_reading

Run = Callable[..., subprocess.CompletedProcess[str]]

FIRST = """+++
title = "The Bird"
byline = "A. B."
date = 2024-05-01
answers = { title = "Love", author = "C. D.", date = 2014 }
+++
# On birds

An *owl* falls. [It is slow.]{scene="owl joy"} [It lands.]{scene=owl}
"""
SECOND = """+++
title = "The Claw"
+++
[Claws first.]{scene=owl}
"""
SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
[[scene]]
slug = "joy"
title = "On joy"
[[scene]]
slug = "beach"
title = "The beach"
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    (folder / "reviews").mkdir(parents=True)
    (folder / "room.toml").write_text('id = "den"\ntitle = "Den"\nreviews = ["bird", "claw"]\n')
    (folder / "scenes.toml").write_text(SCENES)
    (folder / "reviews/bird.md").write_text(FIRST)
    (folder / "reviews/claw.md").write_text(SECOND)
    return folder


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    own = {"HERREADER_DATA": str(tmp_path / "data"), "HERREADER_CONFIG": str(tmp_path / "config")}
    return os.environ | own | {"TERM": "xterm-256color"}


@pytest.fixture
def run(room: Path, environ: dict[str, str]) -> Run:
    """Run herreader in the room, into pipes."""

    def run(*words: str, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "herreader", "--room", str(room), *words]
        return subprocess.run(  # noqa: S603 - our own program
            command,
            env=environ | changes,
            capture_output=True,
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )

    return run


def bookmark(room: Path, environ: dict[str, str]) -> None:
    reading = open_reading(room, environ=environ)
    passage = Passage(Place(2, 14, "It is slow."), Place(2, 25), "It is slow.")
    mark = reading.toggle_bookmark("bird", passage, "On birds")
    assert mark is not None
    reading.set_note(mark, "like a\x9b31m clock")
    reading.close()


def one_line(text: str) -> str:
    """Assert that a complaint is one line that says whose it is."""
    assert text.startswith("herreader: ")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text


def test_version_and_help_are_told(run: Run) -> None:
    assert run("--version").stdout.split()[0] == "herreader"
    told = run("--help")
    assert told.returncode == 0
    assert all(word in told.stdout for word in ("open", "list", "scenes", "bookmarks", "check"))


@pytest.mark.parametrize("words", [["--version"], ["list"], ["scenes"], ["bookmarks"], ["check"]])
def test_listings_never_import_textual_nor_in_a_pipe_rich(
    room: Path, environ: dict[str, str], words: list[str]
) -> None:
    program = (
        "import sys; from herreader.cli import main; main(sys.argv[1:]);"
        "print({'textual', 'rich'} & set(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, "--room", str(room), *words]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert done.stderr == "set()\n"


def test_list_prints_a_line_a_review_into_a_pipe(run: Run) -> None:
    assert run("list").stdout.splitlines() == [
        "bird\tThe Bird\tA. B.\t2024-05-01\t10\t1\t0%\t0\t3",
        "claw\tThe Claw\t\t\t2\t1\t0%\t0\t1",
    ]


def test_list_as_json_has_the_whole_of_each_review(run: Run) -> None:
    first, second = json.loads(run("list", "--json").stdout)
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
    }
    assert (second["answers"], second["date"]) == (None, None)


def test_scenes_prints_a_line_a_scene_into_a_pipe(run: Run) -> None:
    assert run("scenes").stdout.splitlines() == [
        "1\towl\tThe owl\t2\t2",
        "2\tjoy\tOn joy\t1\t1",
        "3\tbeach\tThe beach\t0\t0",
    ]


def test_scenes_with_a_slug_prints_its_passages_whole(run: Run) -> None:
    assert run("scenes", "owl").stdout.splitlines() == [
        "bird:2\tThe Bird\tIt is slow. It lands.",
        "claw:1\tThe Claw\tClaws first.",
    ]
    assert run("scenes", "beach").stdout == ""


def test_scenes_as_json_has_one_object_a_link_in_the_order_of_the_film(run: Run) -> None:
    links = json.loads(run("scenes", "--json").stdout)
    assert list(links[0]) == [
        *("scene", "scene_title", "review", "review_title", "block", "start", "end", "quote"),
        *("kind", "evidence", "confidence", "sure"),
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
    }
    found = [(link["scene"], link["review"], link["quote"]) for link in links]
    assert found == [
        ("owl", "bird", "It is slow."),
        ("owl", "bird", "It lands."),
        ("owl", "claw", "Claws first."),
        ("joy", "bird", "It is slow."),
    ]
    assert [link["quote"] for link in json.loads(run("scenes", "joy", "--json").stdout)] == [
        "It is slow."
    ]


def test_an_unknown_scene_is_told_with_the_nearest(run: Run) -> None:
    done = run("scenes", "owll")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Did you mean owl?" in one_line(done.stderr)


def test_bookmarks_are_listed_with_what_belongs_to_them(
    run: Run, room: Path, environ: dict[str, str]
) -> None:
    assert run("bookmarks").stdout == ""
    assert run("bookmarks", "--json").stdout == "[]\n"
    bookmark(room, environ)
    assert run("bookmarks").stdout.split("\t")[1:] == [
        "bird:2",
        "The Bird",
        "It is slow.",
        "like a\ufffd31m clock",
        "owl joy\n",
    ]
    (mark,) = json.loads(run("bookmarks", "--json").stdout)
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
        "note": "like a\ufffd31m clock",
        "placed": True,
    }
    assert run("list").stdout.splitlines()[0].split("\t")[-2] == "1"


def test_a_bookmark_whose_words_are_gone_is_listed_as_unplaced(
    run: Run, room: Path, environ: dict[str, str]
) -> None:
    bookmark(room, environ)
    (room / "reviews/bird.md").write_text("+++\ntitle = 'The Bird'\n+++\nAll is new.\n")
    (mark,) = json.loads(run("bookmarks", "--json").stdout)
    assert (mark["quote"], mark["placed"], mark["scenes"]) == ("It is slow.", False, [])
    assert run("bookmarks").stdout.split("\t")[1] == "bird"


def test_a_spoilt_store_is_told_and_the_rest_is_listed(run: Run, environ: dict[str, str]) -> None:
    data = Path(environ["HERREADER_DATA"])
    data.mkdir()
    (data / "herreader.db").write_bytes(b"no database " * 1000)
    listed = run("list")
    assert (listed.returncode, listed.stdout.count("\n")) == (0, 2)
    one_line(listed.stderr)
    assert run("bookmarks").returncode == 1
    assert (data / "herreader.db").read_bytes() == b"no database " * 1000


def test_check_says_what_is_wrong_and_fails_on_errors_only(run: Run, room: Path) -> None:
    thin = run("check")
    assert thin.returncode == 0
    assert thin.stdout.startswith("note: scenes.toml: scene 3 (beach): No review speaks of")
    assert thin.stdout.endswith("1 note\n")
    (room / "reviews/bird.md").write_text("[x]{scene=owll}")
    wrong = run("check")
    assert wrong.returncode == 1
    assert "error: reviews/bird.md:1: The text has no metadata." in wrong.stdout
    assert "The scene `owll` is unknown. Did you mean `owl`?" in wrong.stdout


def test_check_takes_the_folder_of_another_room(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "room.toml").write_text('id = "other"\ntitle = "Other"\n')
    assert run("check", str(other)).stdout == "nothing wrong\n"


def test_a_broken_room_is_listed_as_far_as_it_can_be_read(run: Run, room: Path) -> None:
    (room / "scenes.toml").write_text("[[scene]]\nslug = 'owl'\ntitle = oops\n")
    done = run("scenes")
    assert done.stdout.startswith("1\towl\towl\t")
    assert "herreader check" in one_line(done.stderr)


def test_what_is_no_room_is_told(run: Run, tmp_path: Path) -> None:
    done = run("--room", str(tmp_path / "none"), "list")
    assert done.returncode == 1
    assert "does not exist" in one_line(done.stderr)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["chek"], "Did you mean check?"),
        (["zzzz"], "herreader open zzzz"),
        (["no/such/file.md"], "no file 'no/such/file.md'"),
        (["--nope"], "--nope"),
        (["list", "more"], "more"),
        (["open"], "REF"),
        (["/"], "--room DIR"),
        (["completion", "tcsh"], "tcsh"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(
    run: Run, words: list[str], expected: str
) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in one_line(done.stderr)


@pytest.mark.parametrize("words", [[], ["open", "owl"], ["FILE"]])
def test_without_a_terminal_the_screen_is_refused_with_a_cure(
    run: Run, room: Path, words: list[str]
) -> None:
    done = run(*[str(room / "reviews/bird.md") if word == "FILE" else word for word in words])
    assert (done.returncode, done.stdout) == (1, "")
    assert "use herreader list" in one_line(done.stderr)


def test_names_and_titles_cannot_steer_the_terminal(run: Run, room: Path) -> None:
    evil = "\\u001b]52;c;eA==\\u0007\\u009b31m\\u202e\\t[@click=app.quit]x[/]"
    (room / "reviews/bird.md").write_text(f'+++\ntitle = "{evil}"\n+++\n')
    told = [run("list"), run("list", "--json"), run("check"), run("a\x1b[31m\x9bb"), run("scenes")]
    shown = "".join(done.stdout + done.stderr for done in told)
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "[@click=app.quit]x[/]" in shown


def test_what_the_encoding_lacks_is_replaced(run: Run, room: Path) -> None:
    (room / "reviews/bird.md").write_text("+++\ntitle = 'Ü日'\n+++\n")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert run("list", **ascii_only).stdout.splitlines()[0].split("\t")[1] == "??"
    assert json.loads(run("list", "--json", **ascii_only).stdout)[0]["title"] == "Ü日"


def test_a_pipe_that_is_closed_ends_it_quietly(room: Path, environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "herreader", "--room", str(room), "scenes", "--json"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 141


def test_ctrl_c_ends_it_quietly(room: Path, environ: dict[str, str]) -> None:
    (room / "room.toml").unlink()
    os.mkfifo(room / "room.toml")
    command = [sys.executable, "-m", "herreader", "--room", str(room), "list"]
    with (
        subprocess.Popen(command, env=environ, stderr=subprocess.PIPE) as program,  # noqa: S603 - our own program
        (room / "room.toml").open("w"),  # waits until it is read
    ):
        program.send_signal(signal.SIGINT)
        assert program.stderr is not None
        assert program.stderr.read().strip() == b""
        assert program.wait() == 130


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("herreader bo", {"bookmarks"}),
        ("herreader --room {room} scenes o", {"owl"}),
        ("herreader --room {room} open b", {"beach", "bird"}),
    ],
)
def test_shells_complete_commands_scenes_and_reviews(
    run: Run, room: Path, line: str, offered: set[str]
) -> None:
    words = line.format(room=room)
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    done = run(_HERREADER_COMPLETE="bash_complete", **asked)
    found = [entry.partition(",") for entry in done.stdout.splitlines()]
    assert {name for kind, _, name in found if kind == "plain"} == offered


def test_the_completion_script_of_a_shell_is_printed(run: Run) -> None:
    assert "_HERREADER_COMPLETE=zsh_complete" in run("completion", "zsh").stdout

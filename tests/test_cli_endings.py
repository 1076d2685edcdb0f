import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from command_line import Shell, one_line


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_spoilt_store_is_told_and_the_rest_is_listed(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "herreader.db").write_bytes(b"no database " * 1000)
    listed = shell.run("list")
    assert (listed.returncode, listed.stdout.count("\n")) == (1, 2)
    one_line(listed.stderr)
    assert (shell.data / "herreader.db").read_bytes() == b"no database " * 1000


def test_check_says_what_is_wrong_and_fails_on_errors_only(shell: Shell) -> None:
    thin = shell.run("check")
    assert thin.returncode == 0
    assert "note: scenes.toml: scene 3 (beach): No review speaks of" in thin.stdout
    assert "note: scenes.toml: scene 3 (beach): In imported reviews it can't be" in thin.stdout
    assert thin.stdout.endswith("4 notes\n")
    shell.write("reviews/bird.md", "[x]{scene=owll}")
    wrong = shell.run("check")
    assert wrong.returncode == 1
    assert "error: reviews/bird.md:1: The text has no metadata." in wrong.stdout
    assert "The scene `owll` is unknown. Did you mean `owl`?" in wrong.stdout


def test_check_takes_the_folder_of_another_room(shell: Shell, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "room.toml").write_text('id = "other"\ntitle = "Other"\n')
    told = shell.run("check", str(other)).stdout
    assert told.startswith("note: room.toml: The room has no reviews yet.")
    assert told.endswith("1 note\n")


def test_a_broken_room_is_listed_as_far_as_it_can_be_read(shell: Shell) -> None:
    shell.write("scenes.toml", "[[scene]]\nslug = 'owl'\ntitle = oops\n")
    done = shell.run("scenes")
    assert done.stdout.startswith("1\towl\towl\t")
    assert f"see {shell.told('check')}." in one_line(done.stderr)


def test_what_is_no_room_is_told(shell: Shell, tmp_path: Path) -> None:
    done = shell.run("--room", str(tmp_path / "none"), "list")
    assert done.returncode == 1
    assert "does not exist" in one_line(done.stderr)


@pytest.mark.parametrize("word", ["zzzz", "heart of glass"])
def test_how_a_review_is_opened_is_told_as_a_shell_takes_it(shell: Shell, word: str) -> None:
    assert f"{shell.told('open', word)}. See" in one_line(shell.run(word).stderr)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["chek"], "Did you mean check?"),
        (["no/such/file.md"], "no file 'no/such/file.md'"),
        (["--nope"], "--nope"),
        (["list", "more"], "more"),
        (["list", "--room", "den"], "A room is named first: herreader --room DIR"),
        (["open"], "REF"),
        (["/"], "--room DIR"),
        (["completion", "tcsh"], "tcsh"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(
    shell: Shell, words: list[str], expected: str
) -> None:
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in one_line(done.stderr)


@pytest.mark.parametrize("words", [[], ["open", "owl"], [__file__]])
def test_without_a_terminal_the_screen_is_refused_with_a_cure(
    shell: Shell, words: list[str]
) -> None:
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "use herreader list" in one_line(done.stderr)


def test_names_and_titles_cannot_steer_the_terminal(shell: Shell) -> None:
    evil = "\\u001b]52;c;eA==\\u0007\\u009b31m\\u202e\\t[@click=app.quit]x[/]"
    shell.write("reviews/bird.md", f'+++\ntitle = "{evil}"\n+++\n')
    asked = [["list"], ["list", "--json"], ["scenes"], ["check"], ["a\x1b[31m\x9bb"]]
    told = [shell.run(*words) for words in asked]
    shown = "".join(done.stdout + done.stderr for done in told)
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "[@click=app.quit]x[/]" in shown


def test_what_the_encoding_lacks_is_replaced(shell: Shell) -> None:
    shell.write("reviews/bird.md", "+++\ntitle = 'Ü日'\n+++\n")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    assert shell.run("list", **ascii_only).stdout.splitlines()[0].split("\t")[1] == "??"
    assert json.loads(shell.run("list", "--json", **ascii_only).stdout)[0]["title"] == "Ü日"


def test_a_pipe_that_is_closed_ends_it_quietly(shell: Shell) -> None:
    command = shell.command("scenes", "--json")
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:  # noqa: PTH123 - it has no path
        done = subprocess.run(  # noqa: S603 - our own program
            command, env=shell.environ, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("words", "why"),
    [(["import", "-"], "It is empty."), (["corrections", "--take", "-"], "It is no JSON;")],
)
def test_standard_input_that_is_closed_is_an_empty_one(
    shell: Shell, words: list[str], why: str
) -> None:
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *shell.command(*words)]
    done = subprocess.run(closed, env=shell.environ, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 1
    assert why in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["room.toml", "scenes.toml"])
def test_a_pipe_in_the_place_of_a_file_of_the_room_is_not_waited_for(
    shell: Shell, name: str
) -> None:
    (shell.room / name).unlink()
    os.mkfifo(shell.room / name)
    done = shell.run("check")
    assert done.returncode == 1
    assert "cannot be read: Not a regular file" in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_told_with_a_cure(shell: Shell) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            shell.command("list"),
            env=shell.environ,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    why = "The output could not be written. No space left on device."
    assert one_line(done.stderr) == f"herreader: {why} Write it elsewhere.\n"


def test_ctrl_c_ends_it_quietly(shell: Shell) -> None:
    pipe = shell.room.parent / "pipe"
    os.mkfifo(pipe)
    command = shell.command("corrections", "--take", str(pipe))
    with subprocess.Popen(command, env=shell.environ, stderr=subprocess.PIPE) as program:  # noqa: S603 - our own program
        with pipe.open("w"):  # waits until it is read
            program.send_signal(signal.SIGINT)
        # Python hears a signal of the instant before it reads only once there is an end to it.
        assert program.stderr is not None
        assert program.stderr.read().strip() == b""
        assert program.wait() == 130

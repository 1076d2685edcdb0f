import json
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import OWL, fates, owl_files, owl_room


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return owl_room(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return owl_files(tmp_path / "files")


def test_files_go_in_and_each_is_told_of(shell: Shell, files: Path) -> None:
    done = shell.run("import", str(files))
    assert (done.returncode, done.stderr) == (0, "")
    calm, owl = (line.split("\t") for line in done.stdout.splitlines())
    assert calm[:3] == ["added", "a-calm-piece", "A Calm Piece"]
    assert owl == [
        *("added", "the-owl-again", "The Owl Again"),
        *("1", "1", "3", str(files / "owl.txt"), ""),
    ]
    listed = shell.run("list").stdout.splitlines()[-1].split("\t")
    assert listed[:4] == ["the-owl-again", "The Owl Again", "Jane Doe", "2014-08-08"]
    assert listed[-2] == str(files / "owl.txt")
    assert "the-owl-again:1" in shell.run("scenes", "owl").stdout


def test_files_that_are_left_out_are_told_of_in_one_line(shell: Shell, files: Path) -> None:
    for name in ("a.docx", "b.docx", "saved.webarchive"):
        (files / name).write_text("x")
    done = shell.run("import", str(files))
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)
    assert "Left out: 3 files of other kinds (.docx, no ending)." in one_line(done.stderr)
    assert shell.run("import", "--quiet", str(files)).stderr == ""


def test_two_patterns_are_refused_as_one_would_be_left_out(shell: Shell, files: Path) -> None:
    done = shell.run("import", str(files), "--glob", "*.txt", "--glob", "*.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--glob takes one pattern" in one_line(done.stderr)


def test_json_tells_all_of_it(shell: Shell, files: Path) -> None:
    (told,) = json.loads(shell.run("import", "--json", str(files / "owl.txt")).stdout)
    assert told == {
        "file": str(files / "owl.txt"),
        "fate": "added",
        "review": "the-owl-again",
        "title": "The Owl Again",
        "byline": "Jane Doe",
        "date": "2014-08-08",
        "passages": 1,
        "scenes": ["owl"],
        "aside": 3,
        "lost": 0,
        "reason": "",
        "origins": {
            "title": "the first line",
            "byline": "a byline",
            "date": "a dateline",
            "source": "the file",
        },
    }
    review = json.loads(shell.run("list", "--json").stdout)[-1]
    assert review["source"] == str(files / "owl.txt")
    assert review["imported"].endswith("+00:00")


def test_one_bad_file_is_refused_and_the_rest_goes_in(shell: Shell, files: Path) -> None:
    (files / "bad.txt").write_bytes(bytes(range(1, 32)) * 300)
    done = shell.run("import", str(files))
    assert done.returncode == 1
    assert ("refused", "") in fates(done.stdout)
    assert "It is not a text." in done.stdout
    assert len(shell.run("list").stdout.splitlines()) == 4


def test_importing_twice_adds_nothing_and_says_so(shell: Shell, files: Path) -> None:
    shell.run("import", str(files))
    other = files / "again.txt"
    other.write_text((files / "owl.txt").read_text().replace("\n", "\r\n").replace(" a ", "  a "))
    done = shell.run("import", str(files))
    assert done.returncode == 0
    assert {fate for fate, _ in fates(done.stdout)} == {"already there"}
    assert len(shell.run("list").stdout.splitlines()) == 4


def test_the_same_file_in_a_batch_goes_in_once(shell: Shell, files: Path) -> None:
    (files / "owl2.txt").write_text((files / "owl.txt").read_text())
    told = fates(shell.run("import", str(files)).stdout)
    assert [fate for fate, _ in told] == ["added", "added", "already there"]


def test_two_files_of_one_name_in_two_folders_are_two_reviews(shell: Shell, files: Path) -> None:
    for name in ("one", "two"):
        (files / name).mkdir()
        (files / name / "notes.txt").write_text(
            f"Notes\n\nThese are the notes of {name}, at length.\n"
        )
        command = shell.command("import", "notes.txt")
        done = subprocess.run(  # noqa: S603 - our own program
            command, env=shell.environ, cwd=files / name, capture_output=True, text=True, check=True
        )
        assert done.stdout.startswith("added")


def test_a_path_is_named_for_an_import(shell: Shell) -> None:
    done = shell.run("import")
    assert (done.returncode, done.stdout) == (2, "")
    assert "PATH" in one_line(done.stderr)


def test_what_the_reader_knows_better_holds(shell: Shell, files: Path) -> None:
    facts = {"--title": "A \x1b[31mTitle", "--author": "", "--date": "1999", "--source": "a book"}
    words = [word for fact in facts.items() for word in fact]
    shell.run("import", str(files / "owl.txt"), *words)
    review = json.loads(shell.run("list", "--json").stdout)[-1]
    assert (review["title"], review["byline"]) == ("A \ufffd[31mTitle", "")
    assert (review["date"], review["source"]) == ("1999", "a book")


@pytest.mark.parametrize("title", ["", " ", "\u200b", "\u3164"])
def test_a_title_without_a_word_is_told_before_anything_is_read(
    shell: Shell, files: Path, title: str
) -> None:
    done = shell.run("import", "--title", title, str(files / "owl.txt"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "write a word or more" in one_line(done.stderr)
    assert len(shell.run("list").stdout.splitlines()) == 2


def test_a_date_that_is_none_is_told_before_anything_is_read(shell: Shell, files: Path) -> None:
    done = shell.run("import", "--date", "3/4/2014", str(files))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Write it as 2014-01-09" in one_line(done.stderr)
    assert len(shell.run("list").stdout.splitlines()) == 2


def test_standard_input_is_a_file_too(shell: Shell) -> None:
    for words in ("A letter to nobody, in which nothing is said.", "Another one, by another hand."):
        done = subprocess.run(  # noqa: S603 - our own program
            shell.command("import", "-", "--title", "A letter"),
            env=shell.environ,
            input=words,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.startswith("added\ta-letter")


def test_a_glob_that_is_none_is_told(shell: Shell, files: Path) -> None:
    done = shell.run("import", str(files), "--glob", ".")
    assert done.returncode == 1
    assert "'.' matches no name" in one_line(done.stderr)


def test_a_glob_chooses_among_the_files_of_a_folder(shell: Shell, files: Path) -> None:
    assert len(shell.run("import", str(files), "--glob", "o*.txt").stdout.splitlines()) == 1
    none = shell.run("import", str(files), "--glob", "*.doc")
    assert (none.returncode, none.stdout) == (1, "")
    assert "'*.doc' matches among 2" in one_line(none.stderr)


def test_quiet_tells_only_what_was_refused_or_has_changed(shell: Shell, files: Path) -> None:
    (files / "bad.txt").write_bytes(b"")
    done = shell.run("import", "--quiet", str(files))
    assert (done.returncode, done.stdout) == (1, "")
    assert "bad.txt: It is empty." in one_line(done.stderr)
    (files / "bad.txt").unlink()
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    done = shell.run("import", "--quiet", str(files))
    assert (done.returncode, done.stdout) == (3, "")
    assert "owl.txt: It has changed since." in one_line(done.stderr)


def test_a_room_can_be_named_after_the_command(shell: Shell, files: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "room.toml").write_text('id = "other"\ntitle = "Other"\n')
    shell.run("import", "--room", str(other), str(files))
    assert len(shell.run("list").stdout.splitlines()) == 2
    assert len(shell.run("--room", str(other), "list").stdout.splitlines()) == 2


def test_hostile_names_and_titles_cannot_steer_the_terminal(shell: Shell, files: Path) -> None:
    evil = "\x1b]52;c;eA==\x07\u202e[red]x[.red]"
    (files / f"{evil}.txt").write_text(f"{evil}\n\nWords enough to be a review, and then some.\n")
    (files / os.fsdecode(b"\xff\xfe.txt")).write_text(
        "Bytes\n\nA name that is no Unicode at all.\n"
    )
    (files / f"{evil}-bad.txt").write_bytes(b"")
    told = [
        shell.run(*words) for words in (["import", str(files)], ["import", str(files), "--json"])
    ]
    told += [shell.run("list"), shell.run("list", "--json"), shell.run("search", "enough")]
    shown = "".join(done.stdout + done.stderr for done in told)
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "Traceback" not in shown
    assert len(shell.run("list").stdout.splitlines()) == 6


def test_the_files_themselves_are_never_touched(shell: Shell, files: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files.iterdir()}
    shell.run("import", str(files))
    shell.run("remove", "the-owl-again")
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in files.iterdir()} == before


def test_without_a_store_nothing_is_imported(shell: Shell, files: Path) -> None:
    shell.data.mkdir()
    (shell.data / "herreader.db").write_bytes(b"no database " * 1000)
    done = shell.run("import", str(files))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing was changed" in one_line(done.stderr)


def test_on_a_full_disk_a_batch_goes_in_wholly_or_not_at_all(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "calm.txt"))
    large = files / "large"
    large.mkdir()
    words = " ".join(f"word{number}" for number in range(40_000))
    for number in range(3):
        (large / f"{number}.txt").write_text(f"Number {number}\n\n{words} {number}.\n")
    program = (
        "import resource, signal, sys; from herreader.cli import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000));"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [shell.command()[0], "-c", program, *shell.command("import", str(large))[3:]]
    done = subprocess.run(command, env=shell.environ, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 1
    one_line(done.stderr)
    assert "Traceback" not in done.stderr
    assert len(shell.run("list").stdout.splitlines()) == 3
    with sqlite3.connect(shell.data / "herreader.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert shell.run("import", str(large)).returncode == 0

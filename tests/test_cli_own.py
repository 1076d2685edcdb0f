import json
import os
import sqlite3
import subprocess
from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import SCENES, owl_room

from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.model.text import Passage, Place
from herreader.reading import Reading, open_reading

OWL = """This is a review of Den, a film that I saw twice, and never once alone.

In it an owl lands on a screen, claws first. {}

He keeps calm, and so do we.
"""
CLAWS = "claws first"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = owl_room(tmp_path)
    bring(shell)
    return shell


def bring(shell: Shell, more: str = "That is all.", *, before: str = "") -> None:
    path = shell.room.parent / "owl.txt"
    path.write_text(before + OWL.format(more))
    done = shell.run("import", "--title", "The Owl Again", "--replace", str(path))
    assert done.stdout.split("\t")[0] in {"added", "replaced"}, done.stdout + done.stderr


def reading(shell: Shell) -> Reading:
    return open_reading(shell.room, environ=shell.environ)


def claws(opened: Reading) -> Passage:
    for number in range(1, 9):
        block = opened.text("the-owl-again").block(number)
        if block is not None and CLAWS in block.plain:
            at = block.plain.index(CLAWS)
            return Passage(Place(number, at, CLAWS), Place(number, at + len(CLAWS)), CLAWS)
    raise AssertionError


def mark(shell: Shell) -> None:
    """Bookmark words of the imported review, and link them to a scene by hand."""
    opened = reading(shell)
    opened.toggle_bookmark("the-owl-again", claws(opened), "")
    opened.link_by_hand("the-owl-again", "joy", claws(opened))
    opened.close()


def ids(shell: Shell) -> list[str]:
    return [line.split("\t")[0] for line in shell.run("list").stdout.splitlines()]


def test_a_removed_review_comes_back_with_all_its_marks(shell: Shell) -> None:
    mark(shell)
    gone = shell.run("remove", "the-owl-again")
    assert f"{shell.told('restore', 'the-owl-again')} brings it back" in gone.stdout
    assert ids(shell) == ["bird", "claw"]
    assert shell.run("restore").stdout.startswith("the-owl-again\tThe Owl Again\t1\t20")
    assert shell.run("remove", "--undo", "the-owl-again").returncode == 0
    assert ids(shell) == ["bird", "claw", "the-owl-again"]
    assert "claws first" in shell.run("bookmarks").stdout
    assert "claws first" in shell.run("scenes", "joy").stdout


def test_a_review_of_the_room_itself_is_not_removed(shell: Shell) -> None:
    done = shell.run("remove", "the-owl-again", "bird")
    assert (done.returncode, done.stdout) == (1, "")
    assert "part of the room" in one_line(done.stderr)
    assert ids(shell) == ["bird", "claw", "the-owl-again"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["remove", "the-owl-agian"], "Did you mean the-owl-again?"),
        (["remove", "the"], "Write more of one of these: bird, claw, the-owl-again."),
        (["remove", ""], " list shows them all"),
        (["restore", "nothing"], " restore lists"),
        (["edit", "bird", "--title", "x"], "bird was not imported"),
        (["edit", "the-owl-again", "--date", "soon"], "Write it as 2014-01-09"),
        (["edit", "the-owl-again", "--title", " "], "needs one"),
        (["aside", "nowhere"], " list shows"),
        (["search", "?!"], "Write a word"),
        (["search", "w " * 40], "at most 32 words"),
        (["corrections", "--take", "/no/such/file"], "cannot be read"),
        (["corrections", "--take", "/dev/null"], "It is no JSON"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    shell: Shell, words: list[str], expected: str
) -> None:
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert expected in one_line(done.stderr)


def test_an_edit_without_a_fact_is_a_wrong_command_line(shell: Shell) -> None:
    done = shell.run("edit", "the-owl-again")
    assert done.returncode == 2
    assert "--title" in one_line(done.stderr)
    assert "See herreader edit --help." in done.stderr


def test_facts_are_edited_and_the_others_stay(shell: Shell) -> None:
    done = shell.run("edit", "The Owl Again", "--author", "J.\x1b[31m Doe", "--date", "9 Jan 2014")
    source = str(shell.room.parent / "owl.txt")
    told = ["the-owl-again", "The Owl Again", "J.\ufffd[31m Doe", "9 Jan 2014", source]
    assert done.stdout.rstrip("\n").split("\t") == told
    review = json.loads(shell.run("list", "--json").stdout)[-1]
    assert (review["date"], review["source"]) == ("2014-01-09", source)
    shell.run("edit", "the-owl-again", "--author", "", "--date", "2014")
    review = json.loads(shell.run("list", "--json").stdout)[-1]
    assert (review["byline"], review["date"]) == ("", "2014")


@pytest.mark.parametrize("words", ["January 2014", "2014-01"])
def test_a_month_is_a_date_and_is_listed_as_one(shell: Shell, words: str) -> None:
    done = shell.run("edit", "the-owl-again", "--date", words)
    assert (done.returncode, done.stderr) == (0, "")
    assert shell.run("list").stdout.splitlines()[-1].split("\t")[3] == "2014-01"
    assert json.loads(shell.run("list", "--json").stdout)[-1]["date"] == "2014-01"


def test_a_changed_version_carries_marks_and_decisions_over(shell: Shell) -> None:
    mark(shell)
    bring(shell, "And then some more.", before="A new first paragraph stands above it all now.\n\n")
    (bookmark,) = json.loads(shell.run("bookmarks", "--json").stdout)
    assert (bookmark["quote"], bookmark["placed"]) == (CLAWS, True)
    link = json.loads(shell.run("scenes", "joy", "--json").stdout)[-1]
    assert (link["quote"], link["kind"]) == (CLAWS, "by-hand")
    assert link["block"] == bookmark["block"] == 3


def test_words_are_found_in_all_reviews(shell: Shell) -> None:
    done = shell.run("search", "ÓWL")
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == {
        "bird:2",
        "the-owl-again:2",
    }
    found = json.loads(shell.run("search", "--json", '"owl lands"').stdout)
    (hit,) = found["passages"]
    assert found["more"] is False
    assert hit["review_title"] == "The Owl Again"
    assert ["owl lands", True] in hit["snippet"]
    assert shell.run("search", "cla*", "scr*").stdout.startswith("the-owl-again:2")


@pytest.mark.parametrize("words", [["zzz"], ["-x"], ["--", "--json"], ["owl", "OR", "zzz"]])
def test_nothing_found_says_so_and_fails(shell: Shell, words: list[str]) -> None:
    done = shell.run("search", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing holds" in one_line(done.stderr)
    nothing = json.loads(shell.run("search", "--json", "zzz").stdout)
    assert nothing == {"more": False, "passages": []}


@pytest.mark.parametrize(("count", "more"), [(200, False), (201, True)])
def test_more_passages_than_are_shown_are_told_of(shell: Shell, count: int, *, more: bool) -> None:
    path = shell.room.parent / "many.txt"
    path.write_text("\n\n".join(f"The zebra of day {day} has come." for day in range(count)))
    shell.run("import", "--title", "Days", "--keep-all", str(path))
    done = shell.run("search", "zebra")
    assert done.stdout.count("\n") == 200
    assert ("more than these 200 passages" in done.stderr) is more
    found = json.loads(shell.run("search", "--json", "zebra").stdout)
    assert (len(found["passages"]), found["more"]) == (200, more)


def test_a_removed_review_is_not_found(shell: Shell) -> None:
    shell.run("remove", "the-owl-again")
    assert shell.run("search", "lands on a screen").returncode == 1


def test_corrections_go_to_another_reader_who_has_the_text(shell: Shell, tmp_path: Path) -> None:
    mark(shell)
    sent = shell.run("corrections")
    (tmp_path / "sent.json").write_text(sent.stdout)
    other = Shell(tmp_path / "other")
    other.write("scenes.toml", SCENES)
    other.write("room.toml", (shell.room / "room.toml").read_text())
    take = ("corrections", "--take", str(tmp_path / "sent.json"))
    assert other.run(*take).stdout == (
        "0 new, 0 known already, 1 on reviews that are not here. "
        "Import these in the sender's version, and take the file again: 'The Owl Again'.\n"
    )
    bring(other)
    assert other.run(*take).stdout.startswith("1 new, 0 known")
    assert other.run(*take).stdout.startswith("0 new, 1 known")
    link = json.loads(other.run("scenes", "joy", "--json").stdout)[-1]
    assert (link["quote"], link["kind"]) == (CLAWS, "by-hand")


def test_a_pipe_into_which_nobody_writes_is_not_waited_for(shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = shell.run("corrections", "--take", str(tmp_path / "pipe"))
    assert (done.returncode, "It is no JSON" in done.stderr) == (1, True)


def test_corrections_come_from_what_another_command_prints(shell: Shell) -> None:
    reader, writer = os.pipe()
    os.write(writer, shell.run("corrections").stdout.encode())
    os.close(writer)
    done = subprocess.run(  # noqa: S603 - our own program
        shell.command("corrections", "--take", f"/dev/fd/{reader}"),
        env=shell.environ,
        pass_fds=[reader],
        capture_output=True,
        check=False,
    )
    os.close(reader)
    assert done.stdout.startswith(b"0 new, 0 known already")


def test_corrections_come_through_a_pipe_too_and_deep_json_is_refused(shell: Shell) -> None:
    for words in (shell.run("corrections").stdout, "[" * 100_000):
        done = subprocess.run(  # noqa: S603 - our own program
            shell.command("corrections", "--take", "-"),
            env=shell.environ,
            input=words,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == (words[0] == "[")
        assert "Traceback" not in done.stderr


def test_a_rejected_link_is_gone_from_every_listing(shell: Shell) -> None:
    (link,) = json.loads(shell.run("scenes", "owl", "--json").stdout)[-1:]
    assert (link["review"], link["kind"]) == ("the-owl-again", "found")
    opened = reading(shell)
    place = (link["block"], link["start"], link["end"], link["quote"])
    opened.decide([Link("owl", "the-owl-again", *place)], Verdict.REJECTED)
    opened.close()
    assert "the-owl-again" not in shell.run("scenes", "owl").stdout
    assert "the-owl-again" not in shell.run("scenes", "owl", "--json").stdout


def test_unsure_links_are_listed_only_where_they_are_asked_for(shell: Shell) -> None:
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute("UPDATE link SET confidence = 0.5")
    database.close()
    assert "the-owl-again" not in shell.run("scenes", "owl").stdout
    assert "the-owl-again" in shell.run("scenes", "owl", "--unsure").stdout
    links = json.loads(shell.run("scenes", "--json").stdout)
    (unsure,) = [link for link in links if not link["sure"]]
    assert (unsure["review"], unsure["kind"], unsure["confidence"]) == (
        "the-owl-again",
        "found",
        0.5,
    )
    assert unsure["evidence"]


def test_when_the_scenes_change_old_links_are_found_anew(shell: Shell) -> None:
    assert "the-owl-again" not in shell.run("scenes", "joy").stdout
    calm = 'slug = "joy"\nphrases = ["he keeps calm and so do we"]'
    shell.write("scenes.toml", SCENES.replace('slug = "joy"', calm))
    assert "the-owl-again:3" in shell.run("scenes", "joy").stdout


def test_what_was_set_aside_is_shown_by_its_kind(shell: Shell) -> None:
    path = shell.room.parent / "signed.txt"
    path.write_text("Signed\nby Jane Doe\n\nThis is short, but it is long enough to be a review.\n")
    shell.run("import", str(path))
    assert "2\tbyline\t0\tby Jane Doe\n" in shell.run("aside", "signed").stdout
    kinds = [part["kind"] for part in json.loads(shell.run("aside", "signed", "--json").stdout)]
    assert kinds == sorted(kinds, key=kinds.index)
    assert shell.run("aside", "bird").stdout == ""
    shell.run("import", "--keep-all", "--replace", str(path))
    assert shell.run("aside", "signed").stdout == ""


def test_what_was_set_aside_is_put_back_by_its_number(shell: Shell) -> None:
    path = shell.room.parent / "signed.txt"
    path.write_text("Signed\nby Jane Doe\n\nThis is short, but it is long enough to be a review.\n")
    shell.run("import", str(path))
    listed = shell.run("aside", "signed").stdout
    missing = shell.run("aside", "signed", "--put-back", "2", "--put-back", "7")
    assert (missing.returncode, shell.run("aside", "signed").stdout) == (1, listed)
    assert "No part has the number 7; " in one_line(missing.stderr)
    done = shell.run("aside", "signed", "--put-back", "2")
    assert "Put back 1 part. " in done.stdout
    assert "restore signed undoes it." in done.stdout
    assert shell.run("aside", "signed").stdout == "1\ttitle\t0\tSigned\n"
    assert shell.run("import", str(path)).stdout.startswith("already there\tsigned\t")
    assert shell.run("restore", "signed").returncode == 0
    assert shell.run("aside", "signed").stdout == listed


def test_what_was_set_aside_and_is_damaged_is_told_of(shell: Shell) -> None:
    shell.write("signed.txt", "Signed\nby Jane Doe\n\nWords enough to stand alone.\n")
    shell.run("import", str(shell.room / "signed.txt"))
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute("UPDATE aside SET kinds = '{'")
    database.close()
    done = shell.run("aside", "signed")
    assert (done.returncode, done.stdout) == (1, "")
    assert "What was set aside could not be read" in one_line(done.stderr)


def test_an_import_whose_moment_makes_no_sense_is_taken_back_and_told_of(shell: Shell) -> None:
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute("UPDATE brought SET batch = 'never'")
    database.close()
    done = shell.run("import", "--undo")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The last import is taken back: removed 'The Owl Again'")


def test_several_reviews_are_removed_together_or_none_is(shell: Shell) -> None:
    bring_another = shell.room.parent / "calm.txt"
    bring_another.write_text("A Calm Piece\n\nNothing happens in it, slowly and well.\n")
    shell.run("import", str(bring_another))
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute(
            "CREATE TRIGGER full BEFORE UPDATE OF removed ON text WHEN new.review = 'a-calm-piece' "
            "BEGIN SELECT raise(ABORT, 'no room'); END"
        )
    database.close()
    done = shell.run("remove", "the-owl-again", "a-calm-piece")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no room" in one_line(done.stderr)
    assert {"the-owl-again", "a-calm-piece"} <= set(ids(shell))


def test_bookmarks_that_cannot_be_read_are_told_of_and_kept(shell: Shell) -> None:
    mark(shell)
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute("UPDATE bookmark SET created = 'never'")
    database.close()
    done = shell.run("bookmarks")
    assert "A bookmark could not be read" in one_line(done.stderr)
    with sqlite3.connect(shell.data / "herreader.db") as database:
        assert database.execute("SELECT count(*) FROM bookmark").fetchone() == (1,)
    database.close()


def test_decisions_that_cannot_be_read_are_told_of_and_the_room_opens(shell: Shell) -> None:
    mark(shell)
    mark(shell)
    with sqlite3.connect(shell.data / "herreader.db") as database:
        database.execute("UPDATE decision SET verdict = 'perhaps' WHERE id = 1")
    database.close()
    done = shell.run("scenes", "joy")
    assert (done.returncode, CLAWS in done.stdout) == (0, True)
    told = "A decision on a link could not be read (number 1); kept as stored, but not applied."
    assert told in one_line(done.stderr)


def test_searching_and_removing_never_import_textual_rich_or_importing(shell: Shell) -> None:
    program = (
        "import sys; from herreader.cli import main; main(sys.argv[1:]);"
        "heavy = {'textual', 'rich', 'selectolax', 'charset_normalizer'};"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    for words in (["search", "owl"], ["remove", "the-owl-again"], ["list"], ["corrections"]):
        command = [shell.command()[0], "-c", program, *shell.command(*words)[3:]]
        done = subprocess.run(  # noqa: S603 - our own program
            command, env=shell.environ, capture_output=True, text=True, check=True
        )
        assert done.stderr == "set()\n", words

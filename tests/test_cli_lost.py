"""What the shell says of marks that have no place in a new version of their review."""

import json
from pathlib import Path

import pytest
from command_line import Shell
from owl_files import OWL, owl_room

from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.reading import open_reading
from herreader.text.quotation import find_only

ID = "the-owl-again"
DROPPED = "It goes on for a while after that, and nobody asks the keeper why."


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A room with an imported review, a sentence of which is bookmarked and linked by hand."""
    shell = owl_room(tmp_path)
    write(shell, DROPPED)
    shell.run("import", str(file_of(shell)))
    opened = open_reading(shell.room, environ=shell.environ)
    passage = find_only(opened.text(ID), DROPPED)
    assert passage is not None
    opened.toggle_bookmark(ID, passage, "")
    opened.link_by_hand(ID, "joy", passage)
    opened.close()
    write(shell, "The rest is about the sea.")
    return shell


def told(shell: Shell, *number: str) -> str:
    """Give what is told of the marks on that sentence, with the version that brings it back."""
    return (
        "1 bookmark and 1 link by hand found no place in it: “It goes on for a while …”. They are "
        f"kept; {shell.told('restore', ID, *number)} brings the other version back, with their "
        "places."
    )


def file_of(shell: Shell) -> Path:
    return shell.room.parent / "owl.txt"


def write(shell: Shell, words: str) -> None:
    file_of(shell).write_text(OWL.format(words))


def replace(shell: Shell, *options: str) -> str:
    done = shell.run("import", "--replace", *options, str(file_of(shell)))
    return done.stdout + done.stderr


def test_an_import_that_replaces_names_what_has_lost_its_place(shell: Shell) -> None:
    assert told(shell) in replace(shell)


def test_json_counts_what_has_lost_its_place(shell: Shell) -> None:
    (row,) = json.loads(replace(shell, "--json"))
    assert row["lost"] == 2
    assert row["reason"] == told(shell)


def test_a_quiet_import_names_it_too(shell: Shell) -> None:
    assert f"owl.txt: {told(shell)}" in replace(shell, "--quiet")


def test_restoring_brings_all_back_and_says_what_has_no_place_there(shell: Shell) -> None:
    replace(shell)
    assert "no place" not in shell.run("restore", ID).stdout
    marks = json.loads(shell.run("bookmarks", "--json").stdout)
    assert [mark["placed"] for mark in marks] == [True]
    back = shell.run("restore", ID, "--version", "2").stdout
    assert "1 bookmark and 1 link by hand found no place in it" in back
    assert told(shell, "--version", "1") in back


def test_a_link_without_a_place_is_listed_with_its_scene(shell: Shell) -> None:
    replace(shell)
    assert shell.run("scenes", "joy").stdout.splitlines()[-1].split("\t") == [
        *(ID, "The Owl Again", DROPPED)
    ]
    lost = json.loads(shell.run("scenes", "joy", "--json").stdout)[-1]
    assert (lost["quote"], lost["kind"], lost["placed"]) == (DROPPED, "by-hand", False)
    assert DROPPED not in shell.run("scenes", "owl").stdout


def test_a_rejection_without_a_place_is_no_link(shell: Shell) -> None:
    opened = open_reading(shell.room, environ=shell.environ)
    (made,) = opened.decisions
    link = Link("joy", ID, made.block, made.start, made.end, DROPPED)
    opened.decide([link], Verdict.REJECTED)
    opened.close()
    assert "1 rejection of a link found no place in it" in replace(shell)
    assert DROPPED not in shell.run("scenes", "joy").stdout


def test_corrections_on_words_that_the_rooms_own_review_lacks_name_it(
    shell: Shell, tmp_path: Path
) -> None:
    sent = json.loads(shell.run("corrections").stdout)
    sent["decisions"] = [{**sent["decisions"][0], "review": "claw"}]
    del sent["decisions"][0]["digest"]
    (tmp_path / "sent.json").write_text(json.dumps(sent))
    assert shell.run("corrections", "--take", str(tmp_path / "sent.json")).stdout == (
        "0 new, 0 known already, 0 on reviews that are not here, 1 on words that your version "
        "lacks. The room's own are not as the sender has them: claw.\n"
    )


def test_corrections_on_words_that_another_version_lacks_say_so_and_what_it_would_cost(
    shell: Shell, tmp_path: Path
) -> None:
    (tmp_path / "sent.json").write_text(shell.run("corrections").stdout)
    other = owl_room(tmp_path / "other")
    write(other, "The rest is about the sea.")
    other.run("import", str(file_of(other)))
    assert other.run("corrections", "--take", str(tmp_path / "sent.json")).stdout == (
        "0 new, 0 known already, 0 on reviews that are not here, 1 on words that your version "
        f"lacks. Here in another version than the sender's: {ID}. Theirs, imported with "
        "--replace, would take the place of yours; "
        f"{other.told('restore', 'REVIEW')} brings yours back.\n"
    )


def test_an_earlier_version_names_what_had_its_place_in_the_one_that_was_removed(
    shell: Shell,
) -> None:
    write(shell, "The rest is about the sea.")
    replace(shell)
    shell.run("restore", ID)
    shell.run("remove", ID)
    done = shell.run("restore", ID, "--version", "2")
    lost = told(shell, "--version", "1")
    assert done.stdout == f"Brought back version 2 of 2 of {ID}, 'The Owl Again'. {lost}\n"

"""By which words the commands on the reader's own reviews know a review."""

from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import owl_files, owl_room


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = owl_room(tmp_path)
    shell.run("import", str(owl_files(tmp_path / "files") / "owl.txt"))
    return shell


def ids(shell: Shell) -> list[str]:
    return [line.split("\t")[0] for line in shell.run("list").stdout.splitlines()]


def test_the_beginning_of_an_id_or_a_title_names_the_only_review_that_begins_so(
    shell: Shell,
) -> None:
    assert shell.run("edit", "the owl", "--author", "A. B.").stdout.startswith("the-owl-again\t")
    assert shell.run("remove", "the-ow").stdout.startswith("Removed the-owl-again")


@pytest.mark.parametrize("name", ["again", "owl again", "owl-a", "ag ow"])
def test_words_of_an_id_or_a_title_or_how_they_begin_name_the_only_review_that_has_them(
    shell: Shell, name: str
) -> None:
    assert shell.run("edit", name, "--author", "A. B.").stdout.startswith("the-owl-again\t")
    assert shell.run("remove", name).stdout.startswith("Removed the-owl-again")
    assert shell.run("restore", name).stdout.startswith("Brought back the-owl-again")


@pytest.mark.parametrize("name", ["wl", "gain", "e o"])
@pytest.mark.parametrize("words", [["edit", "{}", "--title", "x"], ["remove", "{}"]])
def test_letters_within_words_change_no_review(shell: Shell, words: list[str], name: str) -> None:
    done = shell.run(*(word.format(name) for word in words))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"No review is called '{name}'" in one_line(done.stderr)
    assert "the-owl-again\tThe Owl Again\t" in shell.run("list").stdout


def test_letters_within_words_bring_no_review_back(shell: Shell) -> None:
    shell.run("remove", "the-owl-again")
    done = shell.run("restore", "wl")
    assert "Nothing was removed as 'wl'" in one_line(done.stderr)
    assert "the-owl-again" not in ids(shell)


def test_no_other_review_is_taken_for_one_that_was_removed(shell: Shell) -> None:
    shell.run("edit", "the-owl-again", "--title", "Owl")
    path = shell.room.parent / "more.txt"
    path.write_text("Owl, and More\n\nNothing happens in it, slowly and well.\n")
    shell.run("import", "--title", "Owl, and More", str(path))
    shell.run("remove", "Owl")
    done = shell.run("remove", "Owl")
    assert "the-owl-again was removed" in one_line(done.stderr)
    assert ids(shell) == ["bird", "claw", "owl-and-more"]


def test_no_other_review_is_brought_back_for_one_that_is_here(shell: Shell) -> None:
    path = shell.room.parent / "files" / "owl.txt"
    path.write_text(path.read_text() + "\nThat is nearly all.\n")
    assert shell.run("import", "--replace", str(path)).stdout.startswith("replaced")
    shell.run("edit", "the-owl-again", "--title", "The Bird Again")
    done = shell.run("restore", "the bird")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing was removed as 'the bird'" in one_line(done.stderr)
    assert "nearly" in shell.run("search", "nearly").stdout
    assert shell.run("restore", "bird again").stdout.startswith("Brought back the version before")


@pytest.mark.parametrize("name", ["the-owl-again", "The Owl  Again"])
@pytest.mark.parametrize(
    "words", [["edit", "{}", "--title", "x"], ["remove", "{}"], ["aside", "{}"]]
)
def test_a_review_that_was_removed_is_told_with_what_brings_it_back(
    shell: Shell, words: list[str], name: str
) -> None:
    shell.run("remove", "the-owl-again")
    done = shell.run(*(word.format(name) for word in words))
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{shell.told('restore', 'the-owl-again')} brings it back" in one_line(done.stderr)

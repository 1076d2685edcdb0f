"""Every version that was imported can be brought back, and what is said of it is true."""

import json
from pathlib import Path

import pytest
from command_line import Shell, one_line
from imported_texts import imported
from owl_files import OWL, owl_files, owl_room

from herreader.model.text import Place
from herreader.reading import open_reading
from herreader.text.quotation import passage_between

NAME = "the-owl-again"
WORDS = ("crabs", "herons", "gulls")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A room with a review in its third version."""
    shell = owl_room(tmp_path)
    path = owl_files(tmp_path / "files") / "owl.txt"
    for word in WORDS:
        path.write_text(OWL.format(f"It goes on about {word} for a while after that."))
        assert shell.run("import", "--replace", str(path)).returncode == 0
    return shell


def here(shell: Shell) -> list[str]:
    return [word for word in WORDS if shell.run("search", word).returncode == 0]


def numbers(shell: Shell) -> list[str]:
    return [line.split("\t")[2] for line in shell.run("restore").stdout.splitlines()]


def test_all_versions_are_listed_but_the_one_that_is_here(shell: Shell) -> None:
    assert here(shell) == ["gulls"]
    for line in shell.run("restore").stdout.splitlines():
        assert line.startswith(f"{NAME}\tThe Owl Again\t")
    assert numbers(shell) == ["2", "1"]


@pytest.mark.parametrize(("number", "word"), [("1", "crabs"), ("2", "herons")])
def test_each_version_is_brought_back_by_its_number(shell: Shell, number: str, word: str) -> None:
    done = shell.run("restore", NAME, "--version", number)
    assert done.stdout == f"Brought back version {number} of 3 of {NAME}, 'The Owl Again'.\n"
    assert here(shell) == [word]
    assert sorted([*numbers(shell), number]) == ["1", "2", "3"]
    shell.run("restore", NAME, "--version", "3")
    assert here(shell) == ["gulls"]


def test_the_version_before_is_the_one_before(shell: Shell) -> None:
    for word, number in (("herons", 2), ("crabs", 1)):
        said = f"Brought back the version before, version {number} of 3, of {NAME}"
        assert shell.run("restore", NAME).stdout.startswith(said)
        assert here(shell) == [word]
    first = shell.run("restore", NAME)
    assert (first.returncode, first.stdout) == (1, "")
    assert "--version 3" in one_line(first.stderr)
    assert here(shell) == ["crabs"]


def test_a_removed_review_comes_back_as_it_was_last(shell: Shell) -> None:
    shell.run("restore", NAME, "--version", "2")
    shell.run("remove", NAME)
    assert numbers(shell)[0] == "2"
    assert shell.run("restore", NAME).stdout.startswith("Brought back version 2 of 3")
    assert here(shell) == ["herons"]


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ([NAME, "--version", "4"], 1, "There is no version 4"),
        ([NAME, "--version", "3"], 1, "It is the one that is here"),
        ([NAME, "--version", "two"], 2, "not a valid integer"),
        (["--version", "2"], 2, "Missing REVIEW"),
    ],
)
def test_a_version_that_is_not_to_be_had_is_told(
    shell: Shell, words: list[str], code: int, expected: str
) -> None:
    done = shell.run("restore", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert expected in one_line(done.stderr)
    assert here(shell) == ["gulls"]


def test_of_several_reviews_none_comes_back_if_one_cannot(shell: Shell, tmp_path: Path) -> None:
    shell.run("import", str(tmp_path / "files" / "calm.txt"))
    opened = open_reading(shell.room, environ=shell.environ)
    assert opened.library is not None
    origin = opened.library.origin("a-calm-piece")
    assert origin is not None
    for name in (NAME, "a-calm-piece"):
        opened.library.remove(name)
    opened.library.add(imported("again", digest=origin.digest))
    opened.close()
    done = shell.run("restore", NAME, "a-calm-piece")
    assert (done.returncode, done.stdout) == (1, "")
    assert "as 'again'; remove that one first" in one_line(done.stderr)
    assert here(shell) == []


def test_an_import_that_brings_a_review_back_takes_what_is_given_with_it(
    shell: Shell, tmp_path: Path
) -> None:
    file = str(tmp_path / "files" / "owl.txt")
    shell.run("edit", NAME, "--source", "The Paper")
    shell.run("remove", NAME)
    given = ("--title", "Owls", "--author", "Ada", "--date", "May 2015")
    assert shell.run("import", file, *given).stdout.startswith(f"brought back\t{NAME}\tOwls\t")
    (there,) = (
        each for each in json.loads(shell.run("list", "--json").stdout) if each["id"] == NAME
    )
    facts = [there[fact] for fact in ("title", "byline", "date", "source")]
    assert facts == ["Owls", "Ada", "2015-05", "The Paper"]


def test_a_bookmark_in_a_removed_review_is_listed_under_its_title(shell: Shell) -> None:
    opened = open_reading(shell.room, environ=shell.environ)
    text = opened.text(NAME)
    opened.toggle_bookmark(NAME, passage_between(text, Place(1, 0), Place(1, 5)), "")
    title = opened.title_of(NAME)
    opened.close()
    shell.run("remove", NAME)
    assert f"\t{title} (removed)\t" in shell.run("bookmarks").stdout

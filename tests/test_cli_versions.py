import json
from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import OWL, fates, owl_files, owl_room

from herreader.model.text import Place
from herreader.reading import open_reading
from herreader.text.quotation import passage_between


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return owl_room(tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return owl_files(tmp_path / "files")


def test_a_changed_version_is_told_and_replaces_with_replace(shell: Shell, files: Path) -> None:
    shell.run("import", str(files))
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    told = shell.run("import", str(files / "owl.txt"))
    assert (told.returncode, fates(told.stdout)) == (3, [("changed", "the-owl-again")])
    assert "--replace" in told.stdout
    assert "longer" not in shell.run("search", "longer").stdout
    quiet = shell.run("import", "--quiet", str(files / "owl.txt"))
    assert (quiet.returncode, quiet.stdout) == (3, "")
    assert "owl.txt: It has changed since." in one_line(quiet.stderr)
    replaced = shell.run("import", "--replace", str(files / "owl.txt"))
    assert replaced.returncode == 0
    assert fates(replaced.stdout) == [("replaced", "the-owl-again")]
    assert "longer" in shell.run("search", "longer").stdout
    assert "version before" in shell.run("restore", "the-owl-again").stdout
    assert shell.run("search", "longer").returncode == 1


@pytest.mark.parametrize("together", [True, False])
def test_a_page_that_was_saved_twice_goes_in_once_in_one_import_or_in_two(
    shell: Shell, files: Path, *, together: bool
) -> None:
    page = '<html><head><link rel="canonical" href="https://a.example/owl"></head><body><article>'
    said = ("late", "slow", "white", "silent", "heavy", "gone")
    words = "".join(
        f"<p>The owl is {word}, says he, and {word} is what it was.</p>" for word in said
    )
    first, second = files / "page.html", files / "page (1).html"
    first.write_text(f"{page}<h1>The Owl Once More</h1>{words}</article></body></html>")
    second.write_text(
        first.read_text().replace("</article>", "<p>And so it goes on.</p></article>")
    )
    runs = [[str(first), str(second)]] if together else [[str(first)], [str(second)]]
    told = "".join(shell.run("import", *paths).stdout for paths in runs)
    assert [fate for fate, _ in fates(told)] == ["added", "changed"]


@pytest.mark.parametrize("call", ["import", "edit"])
def test_a_later_version_is_known_whatever_the_source_is_called(
    shell: Shell, files: Path, call: str
) -> None:
    given = ("--source", "The Paper")
    shell.run("import", str(files / "owl.txt"), *(given if call == "import" else ()))
    if call == "edit":
        shell.run("edit", "the-owl-again", *given)
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    told = shell.run("import", str(files / "owl.txt"))
    assert fates(told.stdout) == [("changed", "the-owl-again")]
    shell.run("import", "--replace", str(files / "owl.txt"), *given)
    review = json.loads(shell.run("list", "--json").stdout)[-1]
    assert (review["id"], review["source"]) == ("the-owl-again", "The Paper")


def test_a_text_from_an_address_is_known_by_it_under_another_name(
    shell: Shell, files: Path
) -> None:
    address = ("--source", "https://example.org/owl")
    shell.run("import", str(files / "owl.txt"), *address)
    (files / "later.txt").write_text(OWL.format("It goes on for longer than one would think."))
    told = shell.run("import", str(files / "later.txt"), *address)
    assert fates(told.stdout) == [("changed", "the-owl-again")]


def words(number: int) -> str:
    return " ".join(f"word{number}x{each}" for each in range(80))


def test_another_article_that_was_saved_under_the_same_name_goes_in_beside_the_first(
    shell: Shell, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.md"
    saved.write_text(f"# The Owl\n\n{words(1)}\n")
    shell.run("import", str(saved))
    saved.write_text(f"# The Tide\n\n{words(2)}\n")
    assert fates(shell.run("import", str(saved)).stdout) == [("added", "the-tide")]
    saved.write_text(f"# The Tide\n\n{words(2)} and more\n")
    assert fates(shell.run("import", str(saved)).stdout) == [("changed", "the-tide")]
    saved.write_text(f"# The Owl\n\n{words(1)} and more\n")
    assert fates(shell.run("import", str(saved)).stdout) == [("changed", "the-owl")]


def test_a_text_of_other_words_under_the_same_title_goes_in_beside_the_first_as_told(
    shell: Shell, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.md"
    saved.write_text(f"# The Owl\n\n{words(1)}\n")
    shell.run("import", str(saved))
    saved.write_text(f"# The Owl\n\n{words(2)}\n")
    told = shell.run("import", str(saved))
    assert fates(told.stdout) == [("changed", "the-owl")]
    assert "hardly a word" in told.stdout
    assert "with another --title it goes in beside it." in told.stdout
    added = shell.run("import", str(saved), "--title", "The Owl, again")
    assert fates(added.stdout) == [("added", "the-owl-again")]
    assert "word1x7" in shell.run("search", "word1x7").stdout


def test_the_last_import_is_taken_back_as_a_whole(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "owl.txt"))
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    shell.run("import", "--replace", str(files))
    assert len(shell.run("list").stdout.splitlines()) == 4
    done = shell.run("import", "--undo")
    assert (done.returncode, done.stderr) == (0, "")
    calm = f"removed 'A Calm Piece' from {files / 'calm.txt'}, brought back the version before of"
    cure = f"{shell.told('restore', 'a-calm-piece')} brings it back."
    assert f"{calm} 'The Owl Again'. {cure}" in done.stdout
    assert len(shell.run("list").stdout.splitlines()) == 3
    assert shell.run("search", "longer").returncode == 1
    before = shell.run("import", "--undo").stdout
    assert f"removed 'The Owl Again' from {files / 'owl.txt'}." in before
    nothing = shell.run("import", "--undo")
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "Nothing to take back" in one_line(nothing.stderr)


def test_a_version_that_an_import_brought_back_is_taken_back_once(
    shell: Shell, files: Path
) -> None:
    long = OWL.format("It goes on for longer than one would think.")
    short = (files / "owl.txt").read_text()
    for text in (short, long, short):
        (files / "owl.txt").write_text(text)
        assert shell.run("import", "--replace", str(files / "owl.txt")).returncode == 0
    held = []
    for _ in range(3):
        assert shell.run("import", "--undo").returncode == 0
        held.append("longer" in shell.run("search", "longer").stdout)
    assert held == [True, False, False]
    assert len(shell.run("list").stdout.splitlines()) == 2
    assert "Nothing to take back" in shell.run("import", "--undo").stderr


def test_of_many_that_are_taken_back_the_first_are_named(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 7):
        words = f"Piece {number}\n\nNothing happens in number {number}, slowly and well.\n"
        (folder / f"{number}.txt").write_text(words)
    shell.run("import", str(folder))
    told = shell.run("import", "--undo").stdout
    named = (f"'Piece {number}' from {folder / str(number)}.txt" for number in (1, 2, 3))
    assert f"removed {', '.join(named)} and 3 more. {shell.told('restore')} lists what" in told


def test_json_tells_what_was_taken_back(shell: Shell, files: Path) -> None:
    shell.run("import", str(files / "owl.txt"))
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    shell.run("import", "--replace", str(files))
    done = shell.run("import", "--undo", "--json")
    told = json.loads(done.stdout)
    assert told.pop("imported").endswith("+00:00")
    assert told == {"removed": ["a-calm-piece"], "brought_back": ["the-owl-again"]}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["a.txt"], "PATH"),
        (["-q"], "--quiet"),
        (["--title", ""], "--title"),
        (["--glob", "*.txt", "--replace"], "--glob"),
    ],
)
def test_taking_an_import_back_takes_nothing_that_only_an_import_needs(
    shell: Shell, files: Path, words: list[str], named: str
) -> None:
    shell.run("import", str(files))
    done = shell.run("import", "--undo", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"it takes no {named}." in one_line(done.stderr)
    assert len(shell.run("list").stdout.splitlines()) == 4


def test_what_a_taken_back_version_marked_is_found_in_the_earlier_one(
    shell: Shell, files: Path
) -> None:
    shell.run("import", str(files / "owl.txt"))
    reading = open_reading(shell.room, environ=shell.environ)
    passage = passage_between(reading.text("the-owl-again"), Place(1, 0), Place(1, 12))
    reading.toggle_bookmark("the-owl-again", passage, "")
    reading.close()
    kept = shell.run("bookmarks").stdout
    words = "Something else.\n\nIt goes on for longer than one would think."
    (files / "owl.txt").write_text(OWL.replace("This is", words + "\n\nThis is").format(""))
    shell.run("import", "--replace", str(files))
    assert shell.run("bookmarks").stdout != kept
    shell.run("import", "--undo")
    assert shell.run("bookmarks").stdout == kept


@pytest.mark.parametrize("words", [[], ["--replace"]])
def test_an_older_version_does_not_come_back_from_a_copy(
    shell: Shell, files: Path, words: list[str]
) -> None:
    old = (files / "owl.txt").read_text()
    shell.run("import", str(files))
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    shell.run("import", "--replace", str(files / "owl.txt"))
    (files / "elsewhere.txt").write_text(old)
    done = shell.run("import", *words, str(files / "elsewhere.txt"))
    assert (done.returncode, fates(done.stdout)) == (0, [("already there", "the-owl-again")])
    assert shell.told("restore", "the-owl-again") in done.stdout


def test_a_text_that_goes_and_comes_back_in_one_run_has_its_links(
    shell: Shell, tmp_path: Path
) -> None:
    head = '<title>The Owl</title><link rel="canonical" href="https://example.org/owl">'
    page = f"<html><head>{head}</head><body><h1>The Owl</h1><p>{{}}</p></body></html>"
    old = page.format("In this review of Den an owl lands on a screen, claws first.")
    tmp_path.joinpath("old.html").write_text(old)
    shell.run("import", str(tmp_path / "old.html"))
    both = tmp_path / "both"
    both.mkdir()
    (both / "1.html").write_text(page.format("This later version says nothing of any such bird."))
    (both / "2.html").write_text(old)
    told = json.loads(shell.run("import", "--json", "--replace", str(both)).stdout)
    assert [(row["fate"], row["passages"]) for row in told] == [("replaced", 0), ("replaced", 1)]
    assert "the-owl:" in shell.run("scenes", "owl").stdout


def test_a_removed_text_comes_back_when_it_is_imported_again(shell: Shell, files: Path) -> None:
    shell.run("import", str(files))
    shell.run("remove", "the-owl-again")
    told = fates(shell.run("import", str(files)).stdout)
    assert told == [("already there", "a-calm-piece"), ("brought back", "the-owl-again")]


def test_of_two_removed_versions_the_one_that_is_imported_comes_back(
    shell: Shell, files: Path
) -> None:
    old = (files / "owl.txt").read_text()
    shell.run("import", str(files / "owl.txt"))
    (files / "owl.txt").write_text(OWL.format("It goes on for longer than one would think."))
    shell.run("import", "--replace", str(files / "owl.txt"))
    shell.run("remove", "the-owl-again")
    (files / "owl.txt").write_text(old)
    told = fates(shell.run("import", str(files / "owl.txt")).stdout)
    assert told == [("brought back", "the-owl-again")]
    assert shell.run("search", "longer").returncode == 1
    assert shell.run("search", "a while after").returncode == 0


def test_reviews_from_one_newspaper_are_not_versions_of_each_other(
    shell: Shell, files: Path
) -> None:
    for name in ("owl.txt", "calm.txt"):
        done = shell.run("import", "--source", "The Paper", str(files / name))
        assert done.stdout.startswith("added")

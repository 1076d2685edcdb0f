import os
from pathlib import Path

import pytest

from herreader.reading.typed_paths import completed, files_at, is_missing, read_path
from herreader.text.safe import clean_line


@pytest.mark.parametrize(
    "pasted",
    [
        "{}/it's a b.txt",
        "{}/it\\'s\\ a\\ b.txt ",
        "'{}/it'\\''s a b.txt'",
        '"{}/it\'s a b.txt"',
        "file://{}/it%27s%20a%20b.txt",
        "FILE://localhost{}/it's%20a%20b.txt",
    ],
)
def test_a_path_is_read_as_terminals_paste_it(tmp_path: Path, pasted: str) -> None:
    path = tmp_path / "it's a b.txt"
    path.touch()
    assert read_path(pasted.format(tmp_path)) == (path, None)


@pytest.mark.parametrize(
    ("typed", "name", "pattern"),
    [
        ("a\\ b", "a\\ b", None),  # it is called so
        ("two words", "two words", None),
        ("an 'open quote", "an 'open quote", None),
        ("it's \\", "it's \\", None),
        ("of\\ 2014/*.log", "of 2014", "*.log"),
    ],
)
def test_a_path_that_is_typed_stands_as_it_is(
    tmp_path: Path, typed: str, name: str, pattern: str | None
) -> None:
    (tmp_path / "a\\ b").touch()
    assert read_path(f"{tmp_path}/{typed}") == (tmp_path / name, pattern)


@pytest.mark.parametrize("typed", ["file://", "file://localhost", "FILE://%00", "file://reviews"])
def test_a_url_without_a_path_is_not_the_whole_disk(typed: str) -> None:
    assert read_path(typed) == (Path(typed), None)
    search = files_at(typed)
    assert list(search) == []
    assert search.found.sources == ()
    ((_, error),) = search.found.refused
    assert error.message.startswith("There is no such file.")


@pytest.mark.parametrize(
    "name", [b"\xff\xfez.txt", b"a\nb.txt", b"\x1b]0;x\x07.txt", b"\xe2\x80\xae evil.md", b"end "]
)
def test_an_odd_name_is_completed_to_what_leads_to_it(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / "in" / os.fsdecode(name)
    path.parent.mkdir()
    path.write_text("The owl.")
    typed = completed(completed(f"{tmp_path}/i"))
    assert typed == clean_line(typed).strip()
    assert read_path(typed) == (path, None)


def test_a_url_is_completed_step_by_step(tmp_path: Path) -> None:
    for name in ("\udcffone.txt", "\udcffother.txt"):
        (tmp_path / name).touch()
    begun = completed(f"file://localhost{tmp_path}/")
    assert begun == f"file://{tmp_path}/%FFo"
    assert read_path(completed(f"{begun}n")) == (tmp_path / "\udcffone.txt", None)
    assert completed(f"{begun}x") == f"{begun}x"


def test_what_is_missing_is_known_before_anything_is_looked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    there = ("", "/", "/a.txt", "/*.txt", "/*.md")
    assert [words for words in there if is_missing(f"{tmp_path}{words}")] == []
    missing = ("/b.txt", "/a.txt/b", "/b/*.txt")
    assert all(is_missing(f"{tmp_path}{words}") for words in missing)
    assert is_missing(f"file://{tmp_path}/b.txt")
    assert not is_missing("\0")  # the import tells what is wrong with it


@pytest.mark.parametrize(
    "name", ["plain.txt", "it's a b.txt", "*.txt", "é.txt", "e\u0301.txt", "%41"]
)
def test_a_name_that_can_stand_in_a_line_is_completed_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert completed(f"{tmp_path}/") == f"{tmp_path}/{name}"
    assert read_path(f"{tmp_path}/{name}") == (tmp_path / name, None)

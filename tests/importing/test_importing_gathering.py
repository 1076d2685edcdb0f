import os
from pathlib import Path

import pytest
from single import read_import

from herreader.importing import Search, Source, left_out
from herreader.importing.formats import Format, sniff
from herreader.reading.bare_file import read_file


def plant(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The owl of {name}.")


def names(folder: Path, *paths: Path, pattern: str | None = None) -> list[str]:
    gathered = Search(paths or [folder], pattern).finish()
    return [str(source.path.relative_to(folder)) for source in gathered.sources if source.path]


def test_a_folder_is_searched_with_all_that_it_holds_in_order(tmp_path: Path) -> None:
    plant(tmp_path, "b.txt", "a.md", "in/c.html", "in/deeper/d.epub", "in/e.PDF")
    assert names(tmp_path) == ["a.md", "b.txt", "in/c.html", "in/e.PDF", "in/deeper/d.epub"]


def test_markdown_has_the_same_endings_everywhere(tmp_path: Path) -> None:
    plant(tmp_path, "a.mkd", "b.mdown", "c.markdown", "d.md")
    assert names(tmp_path) == ["a.mkd", "b.mdown", "c.markdown", "d.md"]
    for path in tmp_path.iterdir():
        path.write_text("An *owl* falls.")
        assert sniff(b"An owl", path.name) is Format.MARKDOWN
        text = read_file(path)
        block = text.block(1)
        assert block is not None
        assert block.plain == "An owl falls."


def test_files_of_other_kinds_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "owl.png", "README", ".hidden.txt", ".git/x.txt")
    assert names(tmp_path) == ["a.txt"]
    assert Search([tmp_path]).finish().passed_over == (tmp_path / "README", tmp_path / "owl.png")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "2014/b.txt"]),
        ("2014/*", ["2014/b.txt", "2014/c.html"]),
        ("c*", ["2014/c.html"]),
        ("*.png", ["d.png"]),
    ],
)
def test_a_pattern_says_what_files_in_folders_are_called(
    tmp_path: Path, pattern: str, found: list[str]
) -> None:
    plant(tmp_path, "a.txt", "2014/b.txt", "2014/c.html", "d.png")
    assert names(tmp_path, pattern=pattern) == found


def test_a_file_that_is_named_needs_to_match_nothing(tmp_path: Path) -> None:
    plant(tmp_path, "NOTES")
    assert names(tmp_path, tmp_path / "NOTES", pattern="*.txt") == ["NOTES"]


def test_a_file_is_taken_once_whatever_leads_to_it(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "c.txt")
    assert names(tmp_path, tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_the_folder_beside_a_saved_page_is_left_alone(tmp_path: Path) -> None:
    plant(tmp_path, "Her.html", "Her_files/advert.html", "My_files/own.html")
    assert names(tmp_path) == ["Her.html", "My_files/own.html"]


def test_links_to_folders_are_followed_only_where_they_are_named(tmp_path: Path) -> None:
    plant(tmp_path, "top/in/a.txt", "top/b.txt", "foreign/c.txt", "foreign/d/e.txt")
    top = tmp_path / "top"
    (top / "in" / "up").symlink_to("..")
    (top / "out").symlink_to(tmp_path / "foreign")
    (top / "whole").symlink_to("/")
    (top / "f.txt").symlink_to(tmp_path / "foreign" / "c.txt")
    gathered = Search([top]).finish()
    assert names(top) == ["b.txt", "f.txt", "in/a.txt"]
    assert gathered.refused == ()
    assert gathered.links == (top / "out", top / "whole", top / "in" / "up")
    assert names(top, top / "out") == ["out/c.txt", "out/d/e.txt"]
    assert names(top / "in", top / "in" / "up") == ["up/b.txt", "up/f.txt", "up/in/a.txt"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (["a.txt"], ""),
        (["a.txt", "b.jpg"], "Left out: 1 file of another kind (.jpg)."),
        (
            ["a.txt", "b.rtf", "c.jpg"],
            (
                "Left out: 2 files of other kinds (.jpg, .rtf). "
                "b.rtf can be saved as text or as a web page, and imported."
            ),
        ),
        (
            ["a.txt", "b.jpg", "C.JPG", "d.png", "README", "No. 5 of my reviews"],
            "Left out: 5 files of other kinds (.jpg, .png, no ending).",
        ),
        (
            [f"a.k{number}" for number in range(9)],
            "Left out: 9 files of other kinds (.k0, .k1, .k2, .k3, .k4, .k5, …).",
        ),
    ],
)
def test_what_is_left_out_is_told_by_its_kinds(tmp_path: Path, files: list[str], told: str) -> None:
    plant(tmp_path, *files)
    assert left_out(Search([tmp_path]).finish()) == told


def test_a_link_that_is_left_out_is_told_of(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "b.jpg")
    (tmp_path / "up").symlink_to("..")
    told = "Left out: 1 file of another kind (.jpg), 1 link to a folder."
    assert left_out(Search([tmp_path]).finish()) == told
    assert left_out(Search([tmp_path], "*.txt").finish()) == "Left out: 1 link to a folder."


def test_a_dead_link_that_a_pattern_does_not_match_is_no_concern_of_anybodys(
    tmp_path: Path,
) -> None:
    plant(tmp_path, "a.txt")
    (tmp_path / "dead.md").symlink_to("nowhere.md")
    (tmp_path / "round.jpg").symlink_to("round.jpg")
    assert Search([tmp_path], "*.txt").finish().refused == ()
    ((refused, _),) = Search([tmp_path]).finish().refused
    assert refused.name == "dead.md"


def test_loops_and_dead_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, "in/a.txt")
    (tmp_path / "in" / "round.txt").symlink_to("round.txt")
    (tmp_path / "in" / "dead.txt").symlink_to("nowhere")
    gathered = Search([tmp_path]).finish()
    assert [source.path for source in gathered.sources] == [tmp_path / "in/a.txt"]
    reasons = {path.name: error.message for path, error in gathered.refused}
    assert reasons["round.txt"] == "Too many levels of symbolic links."
    assert reasons["dead.txt"].startswith("There is no such file.")


def test_what_does_not_exist_is_reported_beside_what_does(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    address = "https://owl.example/no.html"
    gathered = Search([tmp_path / "no.txt", tmp_path, "nul\0.txt", address]).finish()
    assert len(gathered.sources) == 1
    assert [error.message for _, error in gathered.refused] == [
        "There is no such file. Check its name and folder.",
        "Embedded null byte.",
        "It is a web address, and nothing is fetched. Save the page, and import the file.",
    ]


def test_standard_input_stands_where_it_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    gathered = Search(["-", tmp_path / "a.txt"], standard_input=b"The owl falls.").finish()
    assert gathered.sources[0] == Source("standard input", data=b"The owl falls.")
    review = read_import(gathered.sources[0])
    assert [block.plain for block in review.blocks] == ["The owl falls."]
    assert review.title == "The owl falls."


def test_a_text_from_standard_input_without_a_title_is_called_by_its_first_words() -> None:
    words = "The owl falls, and so does he, while nobody in this whole city of theirs looks up. "
    gathered = Search(["-"], standard_input=(words * 4).encode()).finish()
    review = read_import(gathered.sources[0])
    assert (review.title, review.origins.title) == (
        "The owl falls, and so does …",
        "the first words",
    )
    headed = Search(["-"], standard_input=f"The Owl\n\n{words * 4}".encode()).finish()
    assert read_import(headed.sources[0]).title == "The Owl"


def test_a_name_that_could_steer_the_terminal_is_shown_harmless(tmp_path: Path) -> None:
    ((_, error),) = Search([tmp_path / "x\x1b[2J\n.txt"]).finish().refused
    assert "\x1b" not in error.title
    assert "\n" not in error.title


def test_a_long_search_rests_now_and_then_and_knows_nothing_before_its_end(tmp_path: Path) -> None:
    plant(tmp_path, "z.txt", *(f"{number}.png" for number in range(500)))
    search = Search([tmp_path])
    seen = []
    for _ in search:
        assert search.found.sources == ()
        seen.append(search.seen)
    assert len(seen) > 2
    assert seen == sorted(set(seen))
    assert [source.path for source in search.found.sources] == [tmp_path / "z.txt"]
    assert list(search) == []

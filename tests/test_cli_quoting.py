"""Bookmarks and what is said on a scene, as Markdown."""

from pathlib import Path

import pytest
from command_line import Shell, one_line
from owl_files import OWL, owl_room

from herreader.model.text import BlockKind, Place
from herreader.reading import open_reading
from herreader.text.markdown import parse_markdown
from herreader.text.quotation import passage_between


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def quotations(markdown: str) -> list[str]:
    blocks = parse_markdown(markdown).blocks
    return [block.plain for block in blocks if block.kind is BlockKind.QUOTATION]


def headings(markdown: str) -> list[str]:
    blocks = parse_markdown(markdown).blocks
    return [block.plain for block in blocks if block.kind is BlockKind.HEADING]


def link_all(shell: Shell, review: str) -> None:
    """Link every block of a review to the owl by hand."""
    opened = open_reading(shell.room, environ=shell.environ)
    text = opened.text(review)
    for number in range(1, text.last + 1):
        block = text.block(number)
        assert block is not None
        passage = passage_between(text, Place(number, 0), Place(number, len(block.plain)))
        opened.link_by_hand(review, "owl", passage)
    opened.close()


def test_bookmarks_are_quoted_with_their_source_and_note(shell: Shell) -> None:
    shell.bookmark()
    assert shell.run("bookmarks", "--markdown").stdout == (
        "# Bookmarks: Den\n"
        "\n## The Bird\n"
        "\nA. B., 2024\n"
        "\n> It is slow.\n"
        "\n— bird:2 · On birds · The owl, On joy\n"
        "\nlike a\ufffd31m clock\n"
    )


def test_a_bookmark_whose_words_are_gone_is_quoted_all_the_same(shell: Shell) -> None:
    shell.bookmark()
    shell.write("reviews/bird.md", "+++\ntitle = 'The Bird'\n+++\nAll is new.")
    told = shell.run("bookmarks", "--markdown").stdout
    assert quotations(told) == ["It is slow."]
    assert "— its words are no longer there · On birds\n" in told


def test_a_bookmark_in_a_review_that_is_gone_is_quoted_under_its_id(shell: Shell) -> None:
    shell.bookmark()
    (shell.room / "reviews" / "bird.md").unlink()
    told = shell.run("bookmarks", "--markdown").stdout
    assert "\n## bird\n\n> It is slow.\n" in told


def test_what_the_reviews_say_of_a_scene_is_quoted_review_by_review(shell: Shell) -> None:
    assert shell.run("scenes", "owl", "--markdown").stdout == (
        "# The owl\n"
        "\n## The Bird\n"
        "\nA. B., 2024\n"
        "\n> It is slow. It lands.\n"
        "\n— bird:2\n"
        "\n## The Claw\n"
        "\n> Claws first.\n"
        "\n— claw:1\n"
    )


def test_without_a_scene_all_are_quoted_from(shell: Shell) -> None:
    told = shell.run("scenes", "--markdown").stdout
    headings = [line for line in told.splitlines() if line.startswith("# ")]
    assert headings == ["# The owl", "# On joy", "# The beach"]
    assert quotations(told) == ["It is slow. It lands.", "Claws first.", "It is slow."]


def test_links_whose_words_are_gone_stand_under_the_one_heading_of_their_review(
    shell: Shell,
) -> None:
    shell.write("reviews/claw.md", "+++\ntitle = 'The Claw'\n+++\nOne claw.\n\nTwo claws.")
    shell.write("reviews/bird.md", "+++\ntitle = 'The Bird'\n+++\nOne bird.\n\nTwo birds.")
    link_all(shell, "claw")
    link_all(shell, "bird")
    shell.write("reviews/claw.md", "+++\ntitle = 'The Claw'\n+++\nTwo claws.")
    shell.write("reviews/bird.md", "+++\ntitle = 'The Bird'\n+++\nNothing flies.")
    told = shell.run("scenes", "owl", "--markdown").stdout
    assert headings(told) == ["The owl", "The Bird", "The Claw"]
    assert quotations(told) == ["One bird.", "Two birds.", "Two claws.", "One claw."]


def test_the_file_that_a_review_was_imported_from_is_not_told(tmp_path: Path) -> None:
    shell = owl_room(tmp_path)
    (tmp_path / "owl.txt").write_text(OWL.format("It goes on for a while after that."))
    shell.run("import", str(tmp_path / "owl.txt"))
    told = shell.run("scenes", "owl", "--markdown").stdout
    assert "## The Owl Again\n\nJane Doe, 2014\n" in told
    assert str(tmp_path) not in told


def test_a_file_that_names_itself_as_its_source_is_not_told_either(tmp_path: Path) -> None:
    shell = owl_room(tmp_path)
    text = OWL.format("It goes on for a while after that.").partition("8 August 2014\n")[2]
    head = "---\ntitle: The Owl Again\nsource: file:///home/jane/Private/owl.html\n---\n"
    (tmp_path / "owl.md").write_text(head + text)
    shell.run("import", str(tmp_path / "owl.md"))
    link_all(shell, "the-owl-again")
    told = shell.run("scenes", "owl", "--markdown").stdout
    assert "## The Owl Again" in told
    assert "Private" not in told + shell.run("corrections").stdout


@pytest.mark.parametrize("source", ["https://example.org/owl", "The Daily Owl"])
def test_the_source_that_the_reader_has_given_is_told(tmp_path: Path, source: str) -> None:
    shell = owl_room(tmp_path)
    (tmp_path / "owl.txt").write_text(OWL.format("It goes on for a while after that."))
    shell.run("import", "--source", source, str(tmp_path / "owl.txt"))
    told = shell.run("scenes", "owl", "--markdown").stdout
    assert f"\nJane Doe, 2014, {source}\n" in told


@pytest.mark.parametrize(
    "words",
    [
        "# one", "- two", "+ three", "4. four", "5) five", "> six", "===", "---", "12 and 3. more",
        "Solaris #", "The Zone ##", "#", "# #", "C#", "A # B",
        "*so* _so_ `so` [so](x) ![so](x) <b>so</b> &amp; a|b ~~so~~ [so]{scene=joy} \\*so",
    ],
)  # fmt: skip
def test_words_that_look_like_markdown_stay_as_they_are(shell: Shell, words: str) -> None:
    shell.write("scenes.toml", f"[[scene]]\nslug = 'owl'\ntitle = '''{words}'''\n")
    shell.write("reviews/bird.md", f"+++\ntitle = '''{words}'''\n+++\n[It is slow.]{{scene=owl}}")
    blocks = parse_markdown(shell.run("scenes", "owl", "--markdown").stdout).blocks
    assert [block.plain for block in blocks[:2]] == [words, words]


def test_two_forms_at_once_are_refused_with_a_word(shell: Shell) -> None:
    for command in ("scenes", "bookmarks"):
        done = shell.run(command, "--json", "--markdown")
        assert (done.returncode, done.stdout) == (2, "")
        assert "take one of them" in one_line(done.stderr)

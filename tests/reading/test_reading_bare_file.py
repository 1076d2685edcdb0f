"""A file that is opened by itself, and changes while it is."""

from collections import UserDict
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk
from harbour import held

from herreader.errors import StoreError
from herreader.model.text import Place
from herreader.reading import Reading, open_file
from herreader.reading.bare_file import read_file
from herreader.store import FILE_SHELF
from herreader.text.quotation import passage_between

OWL, LAMP = "Two, the owl.", "Three, the lamp."
OLD = f"One, first.\n\n{OWL}\n\n{LAMP}\n"
NEW = f"Something above it.\n\n{OLD}"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, None)


def mark(reading: Reading, words: str) -> None:
    """Bookmark the paragraph of these words."""
    (review,) = reading.room.reviews
    text = reading.text(review.id)
    (number,) = (n for n in range(1, text.last + 1) if plain(reading, n) == words)
    reading.toggle_bookmark(
        review.id, passage_between(text, Place(number, 0), Place(number, len(words))), ""
    )


def plain(reading: Reading, number: int) -> str:
    block = reading.text(reading.room.reviews[0].id).block(number)
    return block.plain if block is not None else ""


def stood_on(reading: Reading) -> list[str]:
    """Give the words that are drawn as bookmarked."""
    text = reading.text(reading.room.reviews[0].id)
    marks = [mark.passage for mark in reading.bookmarks if mark.placed]
    return [passage_between(text, mark.start, mark.end).quote for mark in marks]


def places(desk: Desk) -> list[tuple[int, bool]]:
    return [(mark.passage.start.block, mark.placed) for mark in desk.bookmarks(FILE_SHELF)]


@pytest.mark.parametrize("name", ["owl.md", "owl.txt"])
def test_bookmarks_stand_on_their_words_though_another_window_has_moved_them(
    desk: Desk, name: str
) -> None:
    with closing(desk.file(name, OLD)) as reading:
        mark(reading, OWL)
        desk.file(name, NEW).close()
        assert reading.refresh()
        assert stood_on(reading) == [OWL]
        mark(reading, LAMP)
    with closing(desk.file(name, NEW)) as reading:
        assert (stood_on(reading), places(desk)) == ([OWL, LAMP], [(3, True), (4, True)])


def test_a_bookmark_on_words_that_were_seen_before_the_change_goes_where_they_are_now(
    desk: Desk,
) -> None:
    with closing(desk.file("owl.txt", OLD)) as reading:
        (review,) = reading.room.reviews
        version = reading.version_of(review.id)
        seen = passage_between(reading.text(review.id), Place(2, 0), Place(2, len(OWL)))
        (desk.folder / "owl.txt").write_text(NEW)
        reading.toggle_bookmark(review.id, seen, "", version)
        assert places(desk) == [(3, True)]


def test_a_bookmark_whose_words_are_gone_from_a_changed_file_is_told(desk: Desk) -> None:
    with closing(desk.file("owl.txt", OLD)) as reading:
        mark(reading, OWL)
        (desk.folder / "owl.txt").write_text("Nothing of it.\n")
        assert plain(reading, 1) == "Nothing of it."
        (told,) = reading.take_news()
        assert told.startswith(f"owl.txt has changed: 1 bookmark found no place in it: “{OWL}”.")


def test_a_changed_file_stays_as_it_was_while_its_bookmarks_can_not_be_moved(desk: Desk) -> None:
    with closing(desk.file("owl.md", OLD)) as reading:
        mark(reading, OWL)
        (desk.folder / "owl.md").write_text(NEW)
        with held(desk), pytest.raises(StoreError, match="try again in a moment"):
            reading.reload()
        assert stood_on(reading) == [OWL]
        assert places(desk) == [(3, True)]


def test_a_file_that_is_no_text_any_more_stays_as_it_was(desk: Desk) -> None:
    with closing(desk.file("owl.md", OLD)) as reading:
        (desk.folder / "owl.md").write_bytes(b"\0\1\2" * 40)
        reading.reload()
        assert plain(reading, 2) == OWL


class Meanwhile(UserDict[str, str]):
    """An environment in which something happens once the store's folder is looked for."""

    def __init__(self, desk: Desk, happen: Callable[[], object]) -> None:
        super().__init__(desk.environ)
        self._happen = happen

    def __getitem__(self, name: str) -> str:
        if name == "HERREADER_DATA":
            self._happen()
        return super().__getitem__(name)


def test_a_file_that_is_edited_as_it_is_opened_is_looked_through_again(desk: Desk) -> None:
    with closing(desk.file("owl.md", OLD)) as reading:
        mark(reading, OWL)
    path = desk.folder / "owl.md"
    path.write_text(f"{OLD}\nFour.\n")
    open_file(path, environ=Meanwhile(desk, lambda: path.write_text(f"{NEW}\nFour.\n"))).close()
    with closing(open_file(path, environ=desk.environ)) as reading:
        assert (stood_on(reading), places(desk)) == ([OWL], [(3, True)])


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("---\ntitle: The owl\ntags:\n  - film\n\n---\n# One", ["verbatim", "heading"]),
        ("---\r\ntitle: The owl\r\n---\r\nOne, first.", ["verbatim", "paragraph"]),
        ("---\n\nOne: first.\n\n---\n\nTwo.", ["caption", "paragraph", "caption", "paragraph"]),
        ("One: first.\n\n---\n\nTwo: the owl.\n\n---", ["paragraph", "caption"] * 2),
    ],
)
def test_the_fields_above_a_markdown_file_are_shown_as_they_are_written(
    tmp_path: Path, content: str, kinds: list[str]
) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(content.encode())
    text = read_file(path)
    blocks = [block for number in range(1, text.last + 1) if (block := text.block(number))]
    assert [block.kind.value for block in blocks] == kinds
    if kinds[0] == "verbatim":
        assert blocks[0].plain.startswith("title: The owl")

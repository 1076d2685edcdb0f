"""Changes to what another window has changed, or that can't be read anew, lose nobody's words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from desk import Desk
from imported_texts import imported

from herreader.errors import OvertakenError, StoreError
from herreader.model.marks import Bookmark
from herreader.model.text import Passage, Place
from herreader.reading import Reading
from herreader.text.quotation import passage_between

THOUGHT = "a long thought of the other window"


def sentence(reading: Reading) -> Passage:
    return passage_between(reading.text("tide"), Place(1, 0), Place(1, 4))


def bookmark(reading: Reading) -> Bookmark:
    """Bookmark the first words, as `b` does on words that are on the screen."""
    added = toggle(reading)
    assert added is not None
    return added


def toggle(reading: Reading) -> Bookmark | None:
    return reading.toggle_bookmark("tide", sentence(reading), "", reading.version_of("tide"))


def write(reading: Reading, mark: Bookmark, note: str) -> None:
    reading.refresh()
    reading.set_note(next(each for each in reading.bookmarks if each.id == mark.id), note)


def shown(reading: Reading) -> tuple[Bookmark, ...]:
    return reading.bookmarks


def notes(desk: Desk) -> list[str]:
    return [mark.note for mark in desk.bookmarks()]


def test_a_note_of_another_window_is_not_undone_with_ones_own(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    reading.set_note(mark, "mine")
    write(other, mark, THOUGHT)
    with pytest.raises(OvertakenError, match="note has been changed meanwhile"):
        reading.undo()
    assert notes(desk) == [THOUGHT]


def test_a_note_of_another_window_is_not_written_over_unseen(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    write(other, mark, THOUGHT)
    with pytest.raises(OvertakenError, match="note has been changed meanwhile"):
        reading.set_note(mark, "mine")
    assert notes(desk) == [THOUGHT]
    assert reading.last_change is not None
    assert reading.last_change.name == "new bookmark"


def test_a_bookmark_that_another_window_took_away_is_brought_back_and_undone(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    other.refresh()
    other.delete_bookmark(mark)
    reading.bring_back(mark)
    reading.set_note(mark, "mine")
    assert notes(desk) == ["mine"]
    assert (reading.undo(), notes(desk)) == ("note", [""])
    assert (reading.undo(), notes(desk)) == ("bookmark brought back", [])


def test_a_note_of_another_window_is_not_written_over_by_doing_ones_own_again(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    reading.set_note(mark, "mine")
    reading.undo()
    write(other, mark, THOUGHT)
    with pytest.raises(OvertakenError, match="note has been changed meanwhile"):
        reading.redo()
    assert notes(desk) == [THOUGHT]


def new(reading: Reading, _: Bookmark) -> Callable[[], object]:
    return reading.undo


def taken_away(reading: Reading, mark: Bookmark) -> Callable[[], object]:
    reading.delete_bookmark(mark)
    reading.undo()
    return reading.redo


def listed(reading: Reading, mark: Bookmark) -> Callable[[], object]:
    return lambda: reading.delete_bookmark(mark)


@pytest.mark.parametrize("how", [new, taken_away, listed])
def test_a_bookmark_is_not_taken_away_with_a_note_that_was_never_seen(
    desk: Desk,
    reading: Reading,
    other: Reading,
    how: Callable[[Reading, Bookmark], Callable[[], object]],
) -> None:
    mark = bookmark(reading)
    take_away = how(reading, mark)
    write(other, mark, THOUGHT)
    with pytest.raises(OvertakenError, match="note has been changed meanwhile"):
        take_away()
    assert notes(desk) == [THOUGHT]


def test_a_bookmark_that_came_back_with_its_note_is_taken_away_again(
    desk: Desk, reading: Reading
) -> None:
    mark = bookmark(reading)
    reading.set_note(mark, "mine")
    reading.delete_bookmark(reading.bookmarks[0])
    for _ in range(2):
        assert reading.undo() == "bookmark taken away"
        assert notes(desk) == ["mine"]
        assert reading.redo() == "bookmark taken away"
        assert notes(desk) == []


def test_the_same_words_are_not_bookmarked_by_two_windows(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    assert toggle(other) == mark
    assert (desk.bookmarks(), other.bookmarks, other.undo()) == ((mark,), (mark,), None)
    assert toggle(other) is None
    assert notes(desk) == []


def test_a_bookmark_is_taken_away_by_two_windows_and_comes_back_by_either(
    desk: Desk, reading: Reading, other: Reading
) -> None:
    mark = bookmark(reading)
    other.refresh()
    reading.delete_bookmark(mark)
    assert toggle(other) is None
    assert notes(desk) == []
    assert other.undo() == "bookmark taken away"
    assert reading.undo() == "bookmark taken away"
    assert desk.bookmarks() == (mark,)


def test_a_removal_done_again_spares_the_version_that_has_come_since(
    reading: Reading, other: Reading
) -> None:
    assert reading.library is not None
    assert other.library is not None
    reading.library.add(imported("night"))
    reading.reload()
    reading.remove("night")
    reading.undo()
    other.library.replace(imported("night", "Wholly new words here.", digest="newer"))
    with pytest.raises(OvertakenError, match="Another version has taken its place"):
        reading.redo()
    assert reading.library.of_digest("newer") == "night"


def test_a_removal_is_undone_to_that_version_of_two_with_the_same_words(
    reading: Reading, other: Reading
) -> None:
    assert reading.library is not None
    assert other.library is not None
    reading.library.add(imported("night"))
    first = other.library.remove("night")
    reading.library.add(imported("night", batch="second"))
    reading.reload()
    reading.remove("night")
    other.library.bring_back("night", first)
    other.library.remove("night")  # the last one removed, by now, is the first
    reading.undo()
    origin = reading.library.origin("night")
    assert (origin and origin.batch) == "second"


@contextmanager
def half_readable(desk: Desk) -> Iterator[None]:
    """Let what was changed be written, and not be read anew."""
    with closing(sqlite3.connect(desk.database)) as connection:
        connection.execute("ALTER TABLE progress RENAME TO lost")
        yield
        connection.execute("ALTER TABLE lost RENAME TO progress")


def test_what_was_done_counts_as_done_though_it_could_not_be_read_anew(
    desk: Desk, reading: Reading
) -> None:
    mark = bookmark(reading)
    with half_readable(desk):
        reading.delete_bookmark(mark)
        assert reading.undo() == "bookmark taken away"
        assert reading.undo() == "new bookmark"
        assert reading.undo() is None
        assert notes(desk) == []
        with pytest.raises(StoreError):
            reading.refresh()
    assert reading.refresh()
    assert shown(reading) == ()
    assert reading.redo() == "new bookmark"
    assert shown(reading) == (mark,)

"""Imported reviews that can't be shown as they are: with no date, or an id of the room's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk
from imported_texts import NOON, found, imported
from owl_night import ID, opened_with, owl_in, rewrite, seaside, write_night
from small_rooms import review

from herreader.model.room import Room
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.store import Store
from herreader.text.quotation import passage_between


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return seaside(tmp_path)


@pytest.fixture
def reading(desk: Desk, tmp_path: Path) -> Iterator[Reading]:
    reading = opened_with(desk, write_night(tmp_path))
    yield reading
    reading.close()


def test_a_review_with_a_senseless_date_hides_no_other_and_is_told(
    desk: Desk, reading: Reading
) -> None:
    reading.toggle_bookmark(ID, owl_in(reading), "")
    for date in ("never", "2014-13", "0-1-1", b"\xff"):
        with sqlite3.connect(desk.database) as connection:
            connection.execute("UPDATE library SET finder = 'older', date = ?", (date,))
        connection.close()
        again = desk.reading()
        (told,) = again.notices
        assert told == (
            f"An imported review could not be read ({ID}); kept as stored, but not shown."
        )
        assert [each.id for each in again.room.reviews] == ["tide"]
        assert again.library is not None
        assert again.library.stale() == ()
        assert [mark.review for mark in again.bookmarks] == [ID]
        again.close()


def add_own(desk: Desk, name: str = ID) -> None:
    assert desk.room is not None
    path = desk.room / f"reviews/{name}.md"
    rewrite(path, review("The Room's Night", "It is another night.\n\nIn it, no owl."))


def test_an_imported_review_gives_way_to_one_of_the_room_s_own_with_its_marks(
    desk: Desk, reading: Reading
) -> None:
    reading.toggle_bookmark(ID, owl_in(reading), "")
    reading.link_by_hand(ID, "lamp", owl_in(reading))
    add_own(desk)
    again, new = desk.reading(), f"{ID}-2"
    assert [each.id for each in again.room.reviews] == ["tide", ID, new]
    (told,) = again.notices
    assert told.startswith(f"The review {ID} that you imported is called {new} from now on")
    assert again.title_of(ID) == "The Room's Night"
    first = again.text(ID).block(1)
    assert first is not None
    assert first.plain == "It is another night."
    assert [(mark.review, mark.placed) for mark in again.bookmarks] == [(new, True)]
    assert [(made.review, made.placed) for made in again.decisions] == [(new, True)]
    again.close()
    third = desk.reading()
    assert (third.notices, len(third.room.reviews)) == ((), 3)
    third.close()


def test_marks_without_a_place_are_not_put_on_other_words_as_their_review_gives_way(
    desk: Desk, reading: Reading
) -> None:
    assert reading.library is not None
    refrain, middle = "It is cold tonight.", "A middle that goes on and on about the oil."
    reading.library.add(imported("dusk", "It begins.", refrain, middle, refrain))
    reading.reload()
    passage = passage_between(reading.text("dusk"), Place(2, 0), Place(2, len(refrain)))
    reading.toggle_bookmark("dusk", passage, "")
    reading.library.replace(imported("dusk", "It begins.", middle, refrain, digest="newer"))
    add_own(desk, "dusk")
    again = desk.reading()
    assert again.title_of("dusk-2") == "On dusk"
    (mark,) = again.bookmarks
    assert (mark.review, mark.placed) == ("dusk-2", False)
    again.close()


def test_an_own_review_is_kept_out_while_the_imported_one_can_not_give_way(
    folder_of_nobody: Path,
) -> None:
    desk = seaside(folder_of_nobody)
    with closing(opened_with(desk, write_night(folder_of_nobody))) as reading:
        reading.toggle_bookmark(ID, owl_in(reading), "")
    add_own(desk)
    desk.database.chmod(0o400)
    with closing(desk.reading()) as again:
        assert again.notices[-1].startswith("An imported review could not be given another id: ")
        assert again.notices[-1].endswith(f"Until then the room's own {ID} is not shown.")
        assert [each.id for each in again.room.reviews] == ["tide", ID]
        assert again.title_of(ID) == "A Night at the Lighthouse"
    desk.database.chmod(0o600)
    with closing(desk.reading()) as again:
        assert [each.id for each in again.room.reviews] == ["tide", ID, f"{ID}-2"]
        assert [mark.review for mark in again.bookmarks] == [f"{ID}-2"]


def test_an_imported_review_is_not_named_as_a_marked_one_whose_file_is_away(
    desk: Desk, reading: Reading
) -> None:
    assert reading.library is not None
    add_own(desk, "dusk")
    with closing(desk.reading()) as own:
        own.link_by_hand(
            "dusk", "lamp", passage_between(own.text("dusk"), Place(1, 0), Place(1, 5))
        )
    path = (desk.room or desk.folder) / "reviews/dusk.md"
    path.unlink()
    with closing(desk.reading()) as without:
        assert without.library is not None
        assert without.library.free_id("Dusk") == "dusk-2"
        assert without.library.free_id("Dawn") == "dawn"


def test_a_removed_review_gives_way_too_and_comes_back_under_its_new_id(
    desk: Desk, reading: Reading
) -> None:
    reading.toggle_bookmark(ID, owl_in(reading), "")
    reading.remove(ID)
    add_own(desk)
    again = desk.reading()
    assert again.notices == ()
    assert again.library is not None
    again.library.restore(f"{ID}-2")
    again.reload()
    assert again.title_of(f"{ID}-2") == "A Night at the Lighthouse"
    assert [(mark.review, mark.placed) for mark in again.bookmarks] == [(f"{ID}-2", True)]
    again.close()


def test_marks_on_an_own_review_stay_with_it_though_a_removed_one_had_its_id(
    desk: Desk, reading: Reading
) -> None:
    library = reading.library
    assert library is not None
    with library.store.together("As an older herreader left it"):
        library.store.rename("lighthouse", ID, "tide", marks=True)
        library.store.library.remove("lighthouse", "tide", NOON)
    reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    again = desk.reading()
    assert [mark.review for mark in again.bookmarks] == ["tide"]
    assert again.library is not None
    assert [version.review for version in again.library.versions()] == ["tide-2"]
    again.close()


def test_an_imported_review_that_could_not_give_way_does_not_hide_the_room_s_own() -> None:
    store = Store.in_memory()
    text = imported("tide")
    store.library.add("sea", text._replace(links=(found(text, "owl", 1, "An owl"),)))
    room = Room("sea", "Sea", "Sea", Path(), reviews=(text.review,))
    library = Library(store, room, now)
    assert library.headers() == ()
    assert library.of_review("tide") == library.of_scene("owl", 0) == ()
    store.close()

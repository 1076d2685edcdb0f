"""Files of own reviews that change: what is shown of them, and where the marks in them stand."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from harbour import (
    ABOVE,
    EDITED,
    LONG,
    REFRAIN,
    bookmark,
    found,
    harbour,
    held,
    kept_places,
    nothing_indexed,
    rewrite,
    stood_on,
    written,
)
from small_rooms import SCENES, review, write_room

from herreader.errors import HeldError, StoreError
from herreader.model.links import Link
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.corrections import give_corrections, take_corrections
from herreader.reading.room_texts import RoomTexts
from herreader.rooms.loading import load_room
from herreader.store import Store
from herreader.store.index import IndexTable
from herreader.text.quotation import passage_between


@pytest.fixture
def moody(tmp_path: Path) -> Desk:
    """A room in which there is something wrong with one of two reviews."""
    return harbour(tmp_path)


def test_bookmarks_stand_on_their_words_where_a_changed_file_cannot_be_taken_over(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    rewrite(moody, "dusk", written(ABOVE, ABOVE, "It begins.", LONG, "It ends."))
    with held(moody) as free:
        reading = moody.reading()
        assert stood_on(reading) == [LONG]
        (told,) = reading.notices
        assert told.startswith("Dusk has changed, but its bookmarks and links could not be moved")
        assert "try again in a moment. Until then it is shown as it was." in told
        reading.reload()
        assert reading.take_news() == ()
        seen = reading.version_of("dusk")
        free()
    reading.reload()
    assert reading.version_of("dusk") != seen
    assert (stood_on(reading), kept_places(moody)) == ([LONG], [(4, True)])
    reading.close()


def test_a_bookmark_on_words_that_another_window_has_moved_stands_where_they_are_now(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    rewrite(moody, "dusk", written(ABOVE, "It begins.", LONG, "It ends."))
    with held(moody) as free:
        reading = moody.reading()
        seen = reading.version_of("dusk")
        first = passage_between(reading.text_as_read("dusk"), Place(1, 0), Place(1, 10))
        free()
    moody.reading().close()
    reading.toggle_bookmark("dusk", first, "", seen)
    assert stood_on(reading) == ["It begins.", LONG]
    reading.close()


def test_a_changed_file_without_marks_is_read_as_it_is_though_nothing_can_be_kept(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dawn", 1, "The owl")
    rewrite(moody, "dusk", written(EDITED))
    with held(moody), closing(moody.reading()) as reading:
        assert passage_between(reading.text("dusk"), Place(1, 0), Place(2, 0)).quote == EDITED
        assert reading.notices == ()


def test_a_file_that_is_only_touched_is_not_said_to_have_changed(moody: Desk) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dawn", 1, "The owl")
    assert moody.room is not None
    path = moody.room / "reviews/dawn.md"
    os.utime(path, ns=(0, 0))
    with held(moody), closing(moody.reading()) as reading:
        assert (stood_on(reading, "dawn"), reading.notices) == (["The owl"], ())


def test_bookmarks_in_a_store_that_can_only_be_read_stand_on_their_words(
    folder_of_nobody: Path,
) -> None:
    texts = {"dusk": written("It begins.", LONG, "It ends.")}
    room = write_room(folder_of_nobody / "harbour", texts, scenes=SCENES)
    desk = Desk(folder_of_nobody, room, "harbour")
    with closing(desk.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    with closing(desk.file("owl.txt", f"An owl falls.\n\n{LONG}")) as alone:
        bookmark(alone, alone.room.reviews[0].id, 1, "An owl falls.")
    rewrite(desk, "dusk", written(ABOVE, "It begins.", LONG, "It ends."))
    desk.database.chmod(0o400)
    for _ in range(2):
        with closing(desk.reading()) as reading:
            assert stood_on(reading) == [LONG]
            assert "Dusk has changed, but" in reading.notices[-1]
    with closing(desk.file("owl.txt", f"{LONG}\n\nAn owl falls.")) as alone:
        assert alone.bookmarks == ()
        (told,) = alone.notices
        assert told.startswith("What is kept of the text could not be brought up to date: ")
        assert told.endswith("Until herreader is started again after that, nothing is kept.")


def test_a_bookmark_is_moved_once_though_what_is_kept_with_it_fails_at_first(moody: Desk) -> None:
    before = ("It begins on the sea.", REFRAIN, "The lamp is lit.", REFRAIN, "It ends.", REFRAIN)
    rewrite(moody, "dusk", written(*before))
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, REFRAIN)
    rewrite(moody, "dusk", written(ABOVE, "The gulls are away.", *before))
    with nothing_indexed(moody), closing(moody.reading()) as reading:
        assert [mark.passage.start.block for mark in reading.bookmarks] == [2]
        assert stood_on(reading) == [REFRAIN]
    moody.reading().close()
    assert kept_places(moody) == [(4, True)]


def test_a_bookmark_without_a_place_takes_no_other_while_its_file_is_away(moody: Desk) -> None:
    assert moody.room is not None
    path, aside = moody.room / "reviews/dusk.md", moody.folder / "dusk.md"
    rewrite(moody, "dusk", written("It begins.", REFRAIN, LONG, REFRAIN, "It ends."))
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, REFRAIN)
    rewrite(moody, "dusk", written("It begins.", LONG, REFRAIN, "It ends."))
    moody.reading().close()
    assert kept_places(moody) == [(2, False)]
    path.rename(aside)
    with closing(moody.reading()) as reading:
        assert [each.id for each in reading.room.reviews] == ["dawn"]
    assert found(moody, "grey") == set()
    aside.rename(path)
    assert found(moody, "grey") == {"dusk"}
    assert kept_places(moody) == [(2, False)]


COLD = ("It begins.", REFRAIN, "A middle that goes on and on about the oil.", REFRAIN, "It ends.")
"""In which the same words stand twice."""


def with_more_above_unkept(desk: Desk) -> Reading:
    """Open the room as another program holds the store, and a file has changed."""
    rewrite(desk, "dusk", written(*COLD))
    desk.reading().close()
    rewrite(desk, "dusk", written(ABOVE, ABOVE, *COLD))
    with held(desk):
        return desk.reading()


def test_a_bookmark_stays_where_it_was_made_though_its_text_could_not_be_kept_before(
    moody: Desk,
) -> None:
    with closing(with_more_above_unkept(moody)) as reading:
        bookmark(reading, "dusk", 4, REFRAIN)
    with closing(moody.reading()) as reading:
        assert (kept_places(moody), reading.notices) == ([(4, True)], ())


def test_a_link_stays_where_it_was_made_though_its_text_could_not_be_kept_before(
    moody: Desk,
) -> None:
    with closing(with_more_above_unkept(moody)) as reading:
        passage = passage_between(reading.text("dusk"), Place(4, 0), Place(4, len(REFRAIN)))
        reading.link_by_hand("dusk", "lamp", passage)
        given = give_corrections(reading)
    moody.reading().close()
    assert [(made.block, made.placed) for made in moody.decisions()] == [(4, True)]
    other = harbour(moody.folder / "other")
    with closing(with_more_above_unkept(other)) as reading:
        assert take_corrections(reading, given).new == 1
    other.reading().close()
    assert [(made.block, made.placed) for made in other.decisions()] == [(4, True)]


def test_a_bookmark_that_comes_back_stays_though_its_text_could_not_be_kept_before(
    moody: Desk,
) -> None:
    rewrite(moody, "dusk", written(ABOVE, *COLD))
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 3, REFRAIN)
        reading.delete_bookmark(reading.bookmarks[0])
        rewrite(moody, "dusk", written(ABOVE, ABOVE, *COLD))
        with held(moody):
            reading.reload()
        reading.undo()
        assert stood_on(reading) == [REFRAIN]
        places = kept_places(moody)
    moody.reading().close()
    assert kept_places(moody) == places


def test_bookmarks_in_a_file_that_comes_back_changed_stand_on_their_words(moody: Desk) -> None:
    assert moody.room is not None
    path, aside = moody.room / "reviews/dusk.md", moody.folder / "dusk.md"
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    path.rename(aside)
    moody.reading().close()
    aside.rename(path)
    rewrite(moody, "dusk", written(ABOVE, "It begins.", LONG, "It ends."))
    with held(moody), closing(moody.reading()) as reading:
        assert stood_on(reading) == [LONG]
        (told,) = reading.notices
        assert told.startswith("Dusk has changed, but its bookmarks and links could not be moved")
    with closing(moody.reading()) as reading:
        assert (stood_on(reading), kept_places(moody)) == ([LONG], [(3, True)])


def test_a_launch_without_a_marked_file_writes_nothing_the_second_time(moody: Desk) -> None:
    assert moody.room is not None
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    (moody.room / "reviews/dusk.md").unlink()
    moody.reading().close()
    with moody.store() as store:
        store.changed_elsewhere()
        moody.reading().close()
        assert not store.changed_elsewhere()


def test_files_that_have_changed_wait_for_a_held_store_once_and_are_told_in_one_line(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
        bookmark(reading, "dawn", 1, "The owl")
        for name in ("dusk", "dawn"):
            rewrite(moody, name, written(ABOVE, LONG))
        with held(moody):
            reading.reload()
        (told,) = reading.take_news()
        assert told.startswith("2 reviews have changed, but their bookmarks and links could not be")
        assert told.endswith("try again in a moment. Until then they are shown as they were.")
    with room_texts(moody) as (texts, store):
        files = load_room(moody.room or moody.folder).files
        with held(moody):
            assert len(texts.headers(files, [], [])) == 2
        assert store.tries == 1


def test_a_file_that_can_not_be_read_for_a_moment_is_shown_as_it_was(
    folder_of_nobody: Path,
) -> None:
    texts = {"dusk": written("It begins.", LONG), "dawn": review("Dawn", "The owl leaves.")}
    room = write_room(folder_of_nobody / "harbour", texts, scenes=SCENES)
    desk, path = Desk(folder_of_nobody, room, "harbour"), room / "reviews/dusk.md"
    with closing(desk.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
        rewrite(desk, "dusk", written(ABOVE, "It begins.", LONG))
        path.chmod(0)
        reading.reload()
        (told,) = reading.take_news()
        assert told.startswith("reviews/dusk.md cannot be read: Permission denied.")
        assert told.endswith("Until then it is shown as it was.")
        assert stood_on(reading) == [LONG]
        path.chmod(0o600)
        reading.text("dusk")
        assert (reading.take_news(), kept_places(desk)) == ((), [(3, True)])


def test_a_file_that_could_never_be_read_comes_into_the_room_once_it_can(
    folder_of_nobody: Path,
) -> None:
    texts = {"dusk": written(LONG), "dawn": review("Dawn", "The owl leaves.")}
    room = write_room(folder_of_nobody / "harbour", texts, scenes=SCENES)
    (room / "reviews/dusk.md").chmod(0)
    with closing(Desk(folder_of_nobody, room, "harbour").reading()) as reading:
        assert not reading.has("dusk")
        (room / "reviews/dusk.md").chmod(0o600)
        reading.reload()
        assert [each.id for each in reading.room.reviews] == ["dusk", "dawn"]


def test_a_scene_that_is_renamed_is_told_in_the_reviews_that_name_it(moody: Desk) -> None:
    assert moody.room is not None
    rewrite(moody, "dusk", written(f"[{LONG}]{{scene=owl}}"))
    with closing(moody.reading()) as reading:
        assert (reading.problems, len(reading.links)) == ((), 1)
    (moody.room / "scenes.toml").write_text(SCENES.replace('"owl"', '"the-owl"'))
    with closing(moody.reading()) as reading:
        (told,) = reading.problems
        assert "The scene `owl` is unknown. Did you mean `the-owl`?" in told


class FailingIndex:
    """An index whose links can't be read."""

    def __init__(self, index: IndexTable) -> None:
        self._index = index

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def links(self, shelf: str) -> tuple[Link, ...]:
        raise HeldError("The index could not be read", f"Another program holds {shelf}.")


class WatchedStore:
    """A store that counts the transactions on it; if it is to fail, it has no links to give."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.tries = 0
        self.fails = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    @property
    def index(self) -> IndexTable | FailingIndex:
        return FailingIndex(self._store.index) if self.fails else self._store.index

    @contextmanager
    def together(self, title: str) -> Iterator[None]:
        self.tries += 1
        with self._store.together(title):
            yield


@contextmanager
def room_texts(desk: Desk) -> Iterator[tuple[RoomTexts, WatchedStore]]:
    assert desk.room is not None
    with desk.store() as store:
        watched: Any = WatchedStore(store)
        yield RoomTexts(watched, load_room(desk.room).room), watched


def test_the_links_are_there_again_though_they_could_not_be_read_once(moody: Desk) -> None:
    rewrite(moody, "dawn", review("Dawn", "[The owl leaves.]{scene=owl}"))
    moody.reading().close()
    with room_texts(moody) as (texts, store):
        texts.headers(load_room(moody.room or moody.folder).files, [], [])
        rewrite(moody, "dusk", written(ABOVE))
        store.fails = True
        with pytest.raises(StoreError):
            texts.read_anew()
        store.fails = False
        anew = texts.read_anew()
        assert anew is not None
        assert [link.quote for link in anew[1]] == ["The owl leaves."]
        assert texts.read_anew() is None

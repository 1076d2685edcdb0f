from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from herreader.errors import OvertakenError, StoreError
from herreader.model.marks import Bookmark
from herreader.model.text import Passage, Place
from herreader.store import Store

NOON = datetime(2026, 3, 1, 12, 0, 0, 250_000, tzinfo=UTC)


def passage(block: int, offset: int = 0, quote: str = "an owl that is falling") -> Passage:
    end = Place(block, offset + len(quote), "the man")
    return Passage(Place(block, offset, "an owl"), end, quote)


def add(store: Store, block: int, *, review: str = "bird", shelf: str = "her") -> Bookmark:
    return store.bookmarks.add(shelf, review, passage(block), section="The owl", created=NOON)


def test_a_bookmark_is_there_at_the_next_launch_as_it_was_made(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "herreader.db")
    across = Passage(Place(3, 40, "screen the size"), Place(5, 2, "at"), "screen\n…\nowl 梟 🦉")
    made = first.bookmarks.add(
        "her", "bird", across, section="The owl", note="two\nlines", created=NOON
    )
    first.close()
    second = Store.open(tmp_path / "herreader.db")
    (kept,) = second.bookmarks.all("her")
    second.close()
    assert kept == made
    assert kept.passage.start.quote == "screen the size"
    assert kept.passage.end.quote == "at"
    assert kept.passage.quote == "screen\n…\nowl 梟 🦉"
    assert (kept.section, kept.note, kept.created, kept.placed) == (
        "The owl",
        "two\nlines",
        NOON,
        True,
    )


def test_bookmarks_in_one_review_are_given_without_those_taken_away(store: Store) -> None:
    late, early = add(store, 30), add(store, 7)
    add(store, 7, review="arithmetic")
    add(store, 7, shelf="solaris")
    store.bookmarks.delete(add(store, 8).id, NOON)
    assert store.bookmarks.of("her", "bird") == (late, early)


def test_bookmarks_are_given_by_review_and_then_by_place(store: Store) -> None:
    late = add(store, 30)
    other = add(store, 1, review="arithmetic")
    early = store.bookmarks.add("her", "bird", passage(7, 90), section="", created=NOON)
    earliest = store.bookmarks.add("her", "bird", passage(7, 8), section="", created=NOON)
    assert store.bookmarks.all("her") == (other, earliest, early, late)


def test_each_room_has_its_own_bookmarks(store: Store) -> None:
    mine = add(store, 1)
    add(store, 1, shelf="solaris")
    assert store.bookmarks.all("her") == (mine,)


def test_a_deleted_bookmark_is_gone_and_comes_back_as_it_was(store: Store) -> None:
    kept, taken = add(store, 1), add(store, 2)
    store.bookmarks.set_note(taken.id, "why")
    before = store.bookmarks.all("her")
    store.bookmarks.delete(taken.id, NOON)
    assert store.bookmarks.all("her") == (kept,)
    store.bookmarks.restore(taken.id)
    assert store.bookmarks.all("her") == before


def test_deleting_twice_and_restoring_twice_does_no_harm(store: Store) -> None:
    bookmark = add(store, 1)
    store.bookmarks.delete(bookmark.id, NOON)
    store.bookmarks.delete(bookmark.id, NOON)
    store.bookmarks.restore(bookmark.id)
    store.bookmarks.restore(bookmark.id)
    assert store.bookmarks.all("her") == (bookmark,)


def test_a_bookmark_made_anew_after_a_deletion_is_another_one(store: Store) -> None:
    first = add(store, 1)
    store.bookmarks.delete(first.id, NOON)
    second = add(store, 1)
    assert second.id != first.id
    assert store.bookmarks.all("her") == (second,)


def test_a_new_note_gives_the_previous_one_back(store: Store) -> None:
    bookmark = add(store, 1)
    assert store.bookmarks.set_note(bookmark.id, "omen") == ""
    assert store.bookmarks.set_note(bookmark.id, "mere picture") == "omen"
    assert store.bookmarks.all("her")[0].note == "mere picture"


def test_a_bookmark_moves_with_its_words(store: Store) -> None:
    bookmark = add(store, 1)
    store.bookmarks.move(bookmark.id, passage(9, 3, "an owl"))
    (moved,) = store.bookmarks.all("her")
    assert moved.passage == passage(9, 3, "an owl")
    assert moved.placed


def test_a_bookmark_whose_words_are_lost_keeps_its_place_until_they_are_found(
    store: Store,
) -> None:
    bookmark = add(store, 4)
    store.bookmarks.move(bookmark.id, None)
    (lost,) = store.bookmarks.all("her")
    assert not lost.placed
    assert lost.passage == bookmark.passage
    store.bookmarks.move(bookmark.id, bookmark.passage)
    assert store.bookmarks.all("her") == (bookmark,)


def test_a_bookmark_that_never_was_is_an_error(store: Store) -> None:
    attempts = (
        lambda: store.bookmarks.delete(7, NOON),
        lambda: store.bookmarks.restore(7),
        lambda: store.bookmarks.set_note(7, "x"),
        lambda: store.bookmarks.move(7, None),
        lambda: store.bookmarks.move(7, passage(1)),
    )
    for attempt in attempts:
        with pytest.raises(StoreError, match="no such bookmark"):
            attempt()
    add(store, 1)


def test_times_are_kept_in_utc(store: Store) -> None:
    paris = timezone(timedelta(hours=1))
    store.bookmarks.add("her", "bird", passage(1), section="", created=NOON.astimezone(paris))
    (kept,) = store.bookmarks.all("her")
    assert kept.created == NOON
    assert kept.created.utcoffset() == timedelta(0)


def test_a_file_whose_name_is_not_unicode_keeps_its_bookmarks(store: Store) -> None:
    odd = "/tmp/her\udce9.md"  # noqa: S108 - a name, no file
    made = add(store, 1, review=odd, shelf="file")
    assert store.bookmarks.all("file") == (made,)
    assert store.bookmarks.all("file")[0].review == odd


def test_only_a_bookmark_with_the_note_that_was_seen_is_changed_or_taken_away(store: Store) -> None:
    bookmark = add(store, 1)
    store.bookmarks.set_note(bookmark.id, "theirs", "")
    for attempt in (
        lambda: store.bookmarks.set_note(bookmark.id, "mine", ""),
        lambda: store.bookmarks.delete(bookmark.id, NOON, ""),
    ):
        with pytest.raises(OvertakenError, match="changed meanwhile"):
            attempt()
    (kept,) = store.bookmarks.all("her")
    assert kept.note == "theirs"
    store.bookmarks.delete(bookmark.id, NOON, "theirs")
    assert store.bookmarks.all("her") == ()

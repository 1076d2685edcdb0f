import sqlite3
from contextlib import ExitStack
from pathlib import Path

import pytest
from desk import Desk
from full_disk import full_disk
from imported_texts import imported
from own_reviews import bring, own_review
from piloting import NARROW, WIDE, Seat, played, running
from small_rooms import write_room

from herreader.errors import StoreError
from herreader.model.room import Review


@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)])
@played
async def test_an_empty_room_says_what_to_do_next(desk: Desk, size: tuple[int, int]) -> None:
    room = write_room(desk.folder / "void", {})
    async with running(Desk(desk.folder, room, "void"), size=size) as seat:
        words = " ".join(seat.shown.split())
        assert "no reviews yet" in words
        assert "Press I to import some, or put Markdown files into" in words
        await seat.press("j space b u e v y f ] [ o n G = z t B escape")
        await seat.press("s enter escape r enter escape")
        await seat.press("/ x enter")
        assert seat.app.is_running


@played
async def test_an_empty_review_says_so(desk: Desk) -> None:
    assert desk.room is not None
    (desk.room / "reviews" / "keeper.md").write_text('+++\ntitle = "Blank"\n+++\n')
    async with running(desk, start="keeper") as seat:
        assert "This text is empty" in seat.shown
        await seat.press("j k space b e v y f ] backspace G } J n z enter")
        assert seat.app.is_running


@played
async def test_an_empty_file_says_so(desk: Desk) -> None:
    async with running(desk, reading=desk.file("empty.txt", "")) as seat:
        assert "This text is empty" in seat.shown
        await seat.press("j space b G = B escape q")


@played
async def test_a_room_with_problems_starts_and_tells_them(desk: Desk) -> None:
    assert desk.room is not None
    reviews = desk.room / "reviews"
    (reviews / "keeper.md").write_bytes(b"+++\ntitle = \n+++\nWords.")
    (reviews / "bad.md").write_bytes(b'+++\ntitle = "Bad"\n+++\nBad \xff byte.')
    (reviews / "lost.md").write_text('+++\ntitle = "Lost"\n+++\n[Words.]{scene=nowhere}')
    async with running(desk, size=(120, 60)) as seat:
        told = " ".join(seat.notices)
        for file in ("keeper.md", "bad.md", "lost.md"):
            assert file in told
        assert "nowhere" in told
        assert "The owl lands" in seat.shown
        await seat.press("j b")
        assert len(desk.bookmarks()) == 1


@played
async def test_a_review_that_has_vanished_is_told_and_the_page_stays(desk: Desk) -> None:
    async with running(desk):
        pass
    assert desk.room is not None
    async with running(desk) as seat:
        path = desk.room / "reviews" / "gull.md"
        path.unlink()
        with desk.store() as store:
            store.index.forget(desk.shelf, "gull")
        await seat.press(": g u l l enter")
        assert seat.room.review == "tide"
        assert any("gull" in notice for notice in seat.notices)
        await seat.press("j")
        assert seat.app.is_running


def break_database(path: Path, how: str) -> None:
    path.parent.mkdir(exist_ok=True)
    if how == "garbage":
        path.write_bytes(b"no database at all " * 100)
    elif how == "folder":
        path.mkdir()
    else:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 999")
        connection.close()


@pytest.mark.parametrize("how", ["garbage", "folder"])
@played
async def test_without_a_usable_store_one_reads_on_and_is_told(desk: Desk, how: str) -> None:
    break_database(desk.database, how)
    before = desk.database.read_bytes() if how == "garbage" else b""
    async with running(desk) as seat:
        assert any("nothing is kept" in notice for notice in seat.notices)
        await seat.press("j b")
        assert len(seat.marks) == 1
        assert "nothing is kept" in seat.hint
        await seat.press("space ] q")
    if how == "garbage":
        assert desk.database.read_bytes() == before


def has_told(seat: Seat, words: str) -> bool:
    return any(words in notice for notice in seat.notices)


async def tried_to_keep(seat: Seat) -> None:
    """Wait until the place has been kept, or could not be."""
    await seat.until(lambda: seat.room.keeper._timer is None)


@played
async def test_a_locked_database_does_not_stop_the_reading(desk: Desk) -> None:
    async with running(desk) as seat:
        with desk.store() as other, other._database.atomic("held"):
            await seat.press("space")
            await seat.until(lambda: has_told(seat, "place could not be kept"))
            count = len(seat.notices)
            await seat.press("j j t <")
            assert "sea" in seat.words_in(seat.page)
        await seat.press("j")
        await seat.kept(desk)
        assert desk.progress()["tide"].place.block == seat.block
        assert count <= 2


@played
async def test_a_place_that_could_not_be_kept_is_kept_at_the_end(desk: Desk) -> None:
    async with running(desk) as seat:
        with desk.store() as other, other._database.atomic("held"):
            await seat.press("space")
            await seat.until(lambda: has_told(seat, "place could not be kept"))
        block = seat.block
    assert desk.progress()["tide"].place.block == block


@played
async def test_a_bookmark_stays_on_its_words_until_a_changed_review_can_be_taken_over(
    desk: Desk,
) -> None:
    async with running(desk, start="keeper") as seat:
        await seat.press("b")
    assert desk.room is not None
    path = desk.room / "reviews" / "keeper.md"
    path.write_text(path.read_text().replace("The keeper", "Nothing.\n\nNor this.\n\nThe keeper"))

    def starred() -> str:
        return next(row for row in seat.rows if "★" in row)

    with desk.store() as other, ExitStack() as while_held:
        while_held.enter_context(other._database.atomic("held"))
        async with running(desk, reading=desk.reading(), start="keeper") as seat:
            assert has_told(seat, "Until then it is shown as it was.")
            assert "The keeper keeps a log." in starred()
            while_held.close()
            other.session.save(desk.shelf, {"theme": "dark"})
            await seat.until(lambda: "Nor this." in seat.shown)
            assert "The keeper keeps a log." in starred()
            await seat.press("b")
            assert "Bookmark taken away" in seat.hint
    assert desk.bookmarks() == ()


@played
async def test_a_room_opened_on_a_full_disk_keeps_all_once_there_is_room(desk: Desk) -> None:
    desk.reading().close()
    with ExitStack() as while_full:
        while_full.enter_context(full_disk())
        async with running(desk, reading=desk.reading()) as seat:
            assert any("free some space" in notice for notice in seat.notices)
            await seat.press("space")
            await tried_to_keep(seat)
            told = len(seat.notices)
            await seat.press("b")
            assert "is full; free some space and try again" in seat.notices[-1]
            await seat.press("j t t")
            await tried_to_keep(seat)
            assert len(seat.notices) == told + 1
            while_full.close()
            await seat.press("b")
            assert "Bookmarked" in seat.hint
            assert "nothing is kept" not in seat.hint
            block = seat.block
    assert [mark.passage.start.block for mark in desk.bookmarks()] == [block]
    assert desk.progress()["tide"].place.block == block


@played
async def test_links_that_can_not_be_read_are_told_and_the_text_is_read_without(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(desk, size=WIDE) as seat:
        await seat.press("b j")

        def fail(*_: object) -> None:
            raise StoreError("The links could not be read", "Another program holds the file.")

        crossref = seat.room.reading.crossref
        for name in ("by_block", "stops", "counts"):
            monkeypatch.setattr(crossref, name, fail)
        before = seat.room.review
        await seat.press("r j enter")
        assert seat.room.review != before
        assert any("could not be read" in told for told in seat.notices)
        await seat.press("s j enter ] B j escape backspace j")
        assert seat.app.is_running


@played
async def test_another_version_is_shown_once_the_store_can_be_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        version_of = seat.room.reading.version_of
        errors = [StoreError("The library could not be read", "Try again.")]

        def fail_once(review: str) -> str:
            if errors:
                raise errors.pop()
            return version_of(review)

        monkeypatch.setattr(seat.room.reading, "version_of", fail_once)
        later = imported("night", "The gull is at it again.", digest="later")
        with desk.store() as store:
            store.library.replace(desk.shelf, later, later.origin.imported)
        await seat.until(lambda: "The gull is at it" in seat.shown)
        assert "The gull is at it again." in seat.words_in(seat.page)
        assert errors == []


@played
async def test_what_could_not_be_read_is_told_once_and_read_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        library = seat.room.reading.library
        assert library is not None
        headers = library.headers
        errors = [StoreError("The library could not be read", "Try again.")] * 2

        def fail_twice() -> tuple[Review, ...]:
            if errors:
                raise errors.pop()
            return headers()

        monkeypatch.setattr(library, "headers", fail_twice)
        bring(desk, own_review("day"))
        await seat.until(lambda: "On day" in seat.shown)
        assert "On day" in seat.words_in(seat.room.reviews_pane)
        assert len(seat.notices) == 1

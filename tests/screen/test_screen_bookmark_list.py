import pytest
from desk import Desk
from imported_texts import NOON
from own_reviews import bring, own_review, replace, shorter_review, titles
from piloting import Seat, played, running

from herreader.tui.screens.bookmarks import BookmarksScreen

STAR = "★"


def starred(rows: list[str]) -> list[str]:
    """Give the rows of the page with a star in the margin, without the side panes."""
    return [row[24:92] for row in rows if STAR in row[24:40]]


@played
async def test_an_act_that_another_herreader_has_overtaken_lists_what_is_there_now(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("} b } } b } b } b } b B j j e")
        await seat.type("mine")
        first, _, third, fourth, _ = desk.bookmarks()
        with desk.store() as store:
            store.bookmarks.delete(first.id, NOON)
            store.bookmarks.delete(third.id, NOON)
        await seat.press("enter")
        assert any("The note could not be kept" in notice for notice in seat.notices)
        assert "Bookmarks · 3" in seat.shown
        await seat.press("escape enter")
        assert seat.sentence == fourth.passage.quote


def look_at_the_store(seat: Seat) -> None:
    """Do what the list does twice a second."""
    assert isinstance(seat.app.screen, BookmarksScreen)
    seat.app.screen._watch_store()


@played
async def test_the_list_goes_to_a_bookmark_in_another_review(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } b")
        await seat.press(": k e e p e r enter } b B")
        assert "The owl lands on the rail" in seat.shown
        assert "The Tide Table · Part 1 · ● The owl" in seat.shown
        assert "Bookmarks · 2" in seat.shown
        await seat.press("enter")
        assert (seat.room.review, seat.block) == ("tide", 3)
        await seat.press("backspace")
        assert seat.room.review == "keeper"


@played
async def test_the_list_is_filtered_by_words_of_quotation_review_section_and_note(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("} } b")
        await seat.press(": k e e p e r enter } b e")
        await seat.type("A thought")
        await seat.press("enter B")
        for words in ("rail", "tide table", "part 1", "OWL salt"):
            await seat.press("/")
            await seat.type(words)
            assert "Bookmarks · 1 of 2" in seat.shown, words
            assert "lands on the rail" in seat.shown
            await seat.press("escape")
            assert "Bookmarks · 2" in seat.shown
        await seat.press("/")
        await seat.type("thought")
        await seat.press("enter enter")
        assert seat.room.review == "keeper"


@played
async def test_the_list_deletes_undoes_and_notes(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b } b B j d")
        assert [mark.passage.start.block for mark in desk.bookmarks()] == [2]
        assert "Bookmarks · 1" in seat.shown
        await seat.press("u")
        assert len(desk.bookmarks()) == 2
        assert "Bookmarks · 2" in seat.shown
        await seat.press("g g j e")
        await seat.type("mine")
        await seat.press("enter")
        assert [mark.note for mark in desk.bookmarks()] == ["", "mine"]
        assert "“mine”" in seat.shown
        await seat.press("k d escape")
        assert len(seat.marks) == 1
        assert len(starred(seat.rows)) == 1


@played
async def test_the_list_tells_what_it_has_undone_and_as_often_as_was_typed(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("X b } b B 2 u")
        assert [notice.partition(": ")[2] for notice in seat.notices] == ["Undone: new bookmark"]
        assert (len(desk.bookmarks()), titles(desk)) == (0, [])
        await seat.press("u")
        assert any("Undone: removal of On night" in notice for notice in seat.notices)
        assert titles(desk) == ["On night"]
        await seat.press("2 ctrl+r")
        assert any("Done again: new bookmark" in notice for notice in seat.notices)
        assert (len(desk.bookmarks()), titles(desk)) == (1, [])


@played
async def test_an_empty_list_says_how_to_fill_it(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("B")
        assert "No bookmarks yet" in seat.shown
        await seat.press("d e u enter escape")
        assert seat.app.screen is seat.room


@played
async def test_an_unplaced_bookmark_is_listed_and_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } b")
    assert desk.room is not None
    path = desk.room / "reviews" / "tide.md"
    lines = path.read_text(encoding="utf-8").replace("The owl lands on", "A gull sits on")
    path.write_text(lines, encoding="utf-8")
    async with running(desk) as seat:
        assert not starred(seat.rows)
        await seat.press("B")
        assert "unplaced" in seat.shown
        assert "The owl lands on the rail" in seat.shown
        await seat.press("enter")
        assert any("Unplaced" in notice for notice in seat.notices)
        await seat.press("d")
        assert not desk.bookmarks()


@pytest.mark.usefixtures("night")
@played
async def test_the_foot_offers_what_can_be_done_with_the_entry_under_the_cursor(
    desk: Desk,
) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} b x : t i d e enter b")
    replace(desk, shorter_review())
    async with running(desk) as seat:
        offered = {
            "B": "⏎ go there e note d delete / filter",
            "j": "e note d delete / filter",
            "G": "d delete / filter",
            "g g": "⏎ go there e note d delete / filter",
            "G d": "e note d delete u undo / filter",
            "u": "e note d delete / filter",
            "/ t i d e enter": "⏎ go there e note d delete / filter",
            "d": "u undo / filter",
            "/ escape j d d": "u undo",
        }
        for keys, told in offered.items():
            await seat.press(keys)
            assert " ".join(seat.hint.split()) == f"{told} esc leave", keys


@played
async def test_the_list_survives_a_locked_database(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b B")
        with desk.store() as other, other._database.atomic("held"):
            await seat.press("d")
            assert "Bookmarks · 1" in seat.shown
            assert any("could not be deleted" in notice for notice in seat.notices)
        await seat.press("d")
        assert not desk.bookmarks()


@played
async def test_a_filter_that_no_bookmark_matches_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j b B /")
        await seat.type("zebra")
        assert "Bookmarks · 0 of 1" in seat.shown
        assert "No bookmark matches “zebra”." in seat.shown
        await seat.press("escape d")
        assert "No bookmarks yet." in seat.shown


@played
async def test_what_opens_is_what_is_listed_whatever_another_herreader_has_deleted(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("b } } b } } b B j")
        elsewhere = desk.reading()
        elsewhere.delete_bookmark(elsewhere.bookmarks[0])
        elsewhere.close()
        seat.room._watch_store()
        await seat.press("enter")
        assert seat.block == 3


@played
async def test_the_cursor_of_the_list_stays_on_a_bookmark_when_the_last_is_deleted(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("b } } b } } b B G d enter")
        assert seat.block == 3


@played
async def test_the_list_acts_on_the_bookmark_under_its_cursor_whatever_happens_elsewhere(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("} b } } b } b B j")
        first, second, third = desk.bookmarks()
        await seat.press("e")
        await seat.type("mine")
        with desk.store() as store:
            store.bookmarks.delete(first.id, NOON)
        look_at_the_store(seat)
        await seat.settle()
        assert "Bookmarks · 2" in seat.shown
        await seat.press("enter")
        assert [(mark.id, mark.note) for mark in desk.bookmarks()] == [
            (second.id, "mine"),
            (third.id, ""),
        ]
        await seat.press("d")
        assert [mark.id for mark in desk.bookmarks()] == [third.id]


@played
async def test_a_note_on_a_bookmark_that_goes_meanwhile_goes_onto_no_other(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b } } b B e")
        await seat.type("mine")
        with desk.store() as store:
            store.bookmarks.delete(desk.bookmarks()[0].id, NOON)
        look_at_the_store(seat)
        await seat.press("enter escape")
        assert [mark.note for mark in desk.bookmarks()] == [""]
        assert "Bookmarks · 1" in seat.shown

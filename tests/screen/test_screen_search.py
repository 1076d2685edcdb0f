import pytest
from desk import Desk
from imported_texts import NOON, imported
from own_reviews import bring, own_review, replace
from piloting import NARROW, WIDE, played, running
from textual.geometry import Region

from herreader.tui.screens.searching import HitRows


@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)])
@played
async def test_the_search_goes_over_all_reviews_and_leads_there(
    desk: Desk, size: tuple[int, int]
) -> None:
    bring(desk, own_review())
    async with running(desk, size=size) as seat:
        await seat.press("S")
        await seat.type("again")
        await seat.press("enter")
        words = " ".join(seat.shown.split())
        assert "On night The owl is at it again." in words
        assert "night:2" in words
        await seat.press("enter")
        assert (seat.room.review, seat.block) == ("night", 2)
        assert seat.room.pattern is not None
        assert seat.room.pattern.search("AGAIN")
        await seat.press("backspace")
        assert seat.room.review == "tide"


@played
async def test_a_hit_leads_to_its_words_in_another_version_of_the_review(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("late")
        await seat.press("enter")
        replace(desk, own_review(), "New first.", "New second.", "New third.")
        seat.room.reading.refresh()
        await seat.press("enter")
        assert seat.sentence == "It is late."


@played
async def test_a_hit_in_a_review_that_is_gone_leaves_the_page_as_it_was(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("late")
        await seat.press("enter")
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        await seat.press("enter")
        assert any("The review is gone" in notice for notice in seat.notices)
        assert (seat.room.review, seat.room.pattern) == ("tide", None)
        await seat.press("n")
        assert "Nothing to find yet" in seat.hint


@played
async def test_hits_are_grouped_by_review_and_slash_asks_again(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("owl")
        await seat.press("enter")
        for title in ("The Tide Table", "The Keeper Keeps", "What the Gull Saw"):
            assert seat.words_in(seat.app.screen.query_one("#hits")).count(title) == 1
        await seat.press("/ ctrl+u")
        await seat.type("log")
        await seat.press("enter")
        assert "The keeper keeps a log" in seat.shown
        assert "The Tide Table" not in seat.words_in(seat.app.screen.query_one("#hits"))


@played
async def test_the_words_found_stand_out_under_the_cursor_as_elsewhere(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("owl")
        await seat.press("enter")
        rows = seat.app.screen.query_one(HitRows)
        drawn = [part for line in rows.render_lines(Region(0, 0, 96, 12)) for part in line]
        found = {part.style.bgcolor for part in drawn if part.style and part.text == "owl"}
        others = {part.style.bgcolor for part in drawn if part.style and part.text != "owl"}
        assert len(found) == 1
        assert len(others) == 2  # under the cursor, and elsewhere
        assert not found & others


@pytest.mark.parametrize("query", ['"', "***", "-- ;", "NEAR(", "x" * 1_500, "AND OR NOT"])
@played
async def test_a_query_that_asks_for_nothing_is_answered_politely(desk: Desk, query: str) -> None:
    async with running(desk) as seat:
        await seat.press("S")
        seat.room.prompt.line.value = query
        await seat.press("enter")
        words = " ".join(seat.shown.split())
        assert any(answer in words for answer in ("Write", "No review has", "passage in 1 review"))
        assert seat.notices == []
        await seat.press("escape")
        assert seat.room.review == "tide"


@pytest.mark.parametrize("size", [(40, 12), NARROW])
@played
async def test_the_review_is_named_above_what_is_found_in_it(
    desk: Desk, size: tuple[int, int]
) -> None:
    bring(desk, *(own_review(f"night-{number}") for number in range(9)))
    async with running(desk, size=size) as seat:
        await seat.press("S")
        await seat.type("again")
        await seat.press("enter")
        first = seat.rows[2].strip()
        assert first.startswith("On night-")
        await seat.press("G g g")
        assert seat.rows[2].strip() == first


@played
async def test_of_very_many_passages_it_is_told_how_many_are_shown(desk: Desk) -> None:
    bring(desk, imported("herons", *(f"Heron {number}." for number in range(201))))
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("heron")
        await seat.press("enter")
        assert "Search: heron · the first 200 passages, in 1 review" in seat.shown


@played
async def test_where_nothing_is_found_the_panel_says_so_and_offers_to_search_again(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("S")
        await seat.type("nowhere")
        await seat.press("enter")
        assert "Search: nowhere · nothing found" in seat.shown
        assert "No review has all of these words" in seat.shown
        assert seat.hint.startswith("/ search again")

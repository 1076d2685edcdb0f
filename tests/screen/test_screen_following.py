from itertools import pairwise

import pytest
from desk import Desk
from imported_texts import NOON
from piloting import NARROW, Seat, played, running
from small_rooms import OWL_STOPS

TITLES = {"tide": "The Tide Table", "keeper": "The Keeper Keeps", "gull": "What the Gull Saw"}
OWL_PLACES = [("tide", 3), ("tide", 25), ("keeper", 2), ("gull", 2), ("gull", 4)]


def at(seat: Seat) -> tuple[str, int]:
    return seat.room.review, seat.block


def chosen(seat: Seat) -> str | None:
    return seat.room.chosen


@played
async def test_one_key_steps_through_all_reviews_and_around(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter")
        seen = [at(seat)]
        assert seat.hint == f"1 of {OWL_STOPS} · The Tide Table"
        for number in range(2, OWL_STOPS + 1):
            await seat.press("]")
            seen.append(at(seat))
            assert seat.hint == f"{number} of {OWL_STOPS} · {TITLES[seat.room.review]}"
            assert "owl" in seat.sentence.lower()
        assert seen == OWL_PLACES
        await seat.press("]")
        assert at(seat) == OWL_PLACES[0]
        assert "around again" in seat.hint
        await seat.press("[")
        assert at(seat) == OWL_PLACES[-1]
        assert "around again" in seat.hint
        await seat.press("[")
        assert at(seat) == OWL_PLACES[-2]
        assert "around" not in seat.hint


@played
async def test_a_step_from_after_the_last_passage_says_that_it_goes_around(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter [ } j")
        assert at(seat) != OWL_PLACES[-1]
        await seat.press("]")
        assert at(seat) == OWL_PLACES[0]
        assert "around again" in seat.hint
        await seat.press("g g [")
        assert at(seat) == OWL_PLACES[-1]
        assert "around again" in seat.hint
        await seat.press("{ [")
        assert at(seat) == OWL_PLACES[-2]
        assert "around again" not in seat.hint


@played
async def test_a_scene_that_is_found_before_the_cursor_is_said_to_be_around(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("G ]")
        assert at(seat) == OWL_PLACES[0]
        assert "around again" in seat.hint


@played
async def test_steps_take_a_count(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter 2 ]")
        assert at(seat) == OWL_PLACES[2]
        await seat.press("3 [")
        assert at(seat) == OWL_PLACES[-1]
        assert "around again" in seat.hint


@played
async def test_one_key_returns_to_where_following_began(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("7 } l")
        left = at(seat), seat.sentence, seat.top_words
        await seat.press("s enter ] ] ] o")
        assert (at(seat), seat.sentence, seat.top_words) == left
        await seat.press("backspace")
        assert at(seat) == OWL_PLACES[3]


@played
async def test_one_key_returns_to_where_a_scene_was_asked_for_by_name(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("7 } :")
        left = at(seat)
        await seat.type("owl")
        await seat.press("enter ] ] o")
        assert at(seat) == left


@played
async def test_return_before_anything_was_followed_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("o")
        assert "No scene was followed" in seat.hint


@played
async def test_escape_lets_the_followed_scene_go(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter")
        assert chosen(seat) == "owl"
        await seat.press("escape")
        assert chosen(seat) is None
        assert "No scene is followed" in seat.hint
        await seat.press("j j j j j j }")
        assert seat.room.followed is None


@played
async def test_where_no_scene_is_spoken_of_the_next_one_in_the_review_is_followed(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("s enter escape j j j j j j }")
        assert seat.room.followed is None
        await seat.press("]")
        assert chosen(seat) is not None
        assert seat.room.review == "tide"
        assert seat.hint.startswith("1 of 2")


@pytest.mark.usefixtures("night")
@played
async def test_where_following_began_may_be_gone_and_nothing_else_is_said_then(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("] ]")
        left = at(seat)
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        await seat.press("o")
        assert at(seat) == left
        assert any("The review is gone" in notice for notice in seat.notices)
        assert "Back where following began" not in seat.hint


@played
async def test_a_new_origin_is_remembered_after_letting_go(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter ] escape g g } s enter ]")
        await seat.press("o")
        assert at(seat) == ("tide", 2)


@played
async def test_the_scene_under_the_cursor_is_followed_by_key(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } f")
        assert chosen(seat) == "owl"
        assert seat.hint.startswith("Following The owl · 1 of 5")
        await seat.press("]")
        assert at(seat) == OWL_PLACES[1]


@played
async def test_enter_in_the_reader_follows_too(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } enter")
        assert chosen(seat) == "owl"


@played
async def test_follow_where_no_scene_is_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("f")
        assert chosen(seat) is None
        assert "No scene is spoken of here" in seat.hint


@played
async def test_the_scene_under_the_cursor_stands_out_by_itself(desk: Desk) -> None:
    async with running(desk) as seat:
        assert "● The owl" not in seat.shown
        await seat.press("} }")
        assert seat.room.here == {"owl"}
        preview = seat.room.preview_pane
        assert "An owl lands on the gallery" in seat.words_in(preview)
        await seat.press("} }")
        assert seat.room.here == {"lamp"}
        assert "What the Gull Saw It did see the lamp fail." in seat.words_in(preview)


@played
async def test_a_scene_without_a_passage_here_opens_the_next_review_that_has_one(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("s j j enter")
        assert at(seat) == ("keeper", 3)
        assert "the only passage on this scene" in seat.hint


@played
async def test_a_scene_that_all_pass_over_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s G enter")
        assert at(seat) == ("tide", 1)
        assert "No review speaks of The roof" in seat.hint


@played
async def test_the_preview_is_read_without_leaving_and_opened_by_enter(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } tab tab")
        assert seat.has_focus(seat.room.preview_pane)
        assert "An owl is a keeper without a lamp." in seat.words_in(seat.room.preview_pane)
        assert at(seat) == ("tide", 3)
        await seat.press("j enter")
        assert at(seat) == ("gull", 2)
        assert seat.hint == "4 of 5 · What the Gull Saw"
        await seat.press("o")
        assert at(seat) == ("tide", 3)


@played
async def test_the_preview_follows_the_cursor_in_the_scenes(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s j")
        preview = seat.words_in(seat.room.preview_pane)
        assert "The lamp fails, half-way." in preview
        assert "Silent on it: The Keeper Keeps." in preview


@played
async def test_the_preview_opens_the_passage_of_a_scene_without_a_summary(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s j j tab enter")
        assert at(seat) == ("keeper", 3)


@played
async def test_back_and_forward_after_jumps(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter ] ]")
        places = [("tide", 1), *OWL_PLACES[:3]]
        for place in reversed(places[:-1]):
            await seat.press("backspace")
            assert at(seat) == place
        await seat.press("backspace")
        assert "where you started" in seat.hint
        for place in places[1:]:
            await seat.press("L")
            assert at(seat) == place
        await seat.press("L")
        assert "nothing ahead" in seat.hint
        await seat.press("3 H")
        assert at(seat) == places[0]


@played
async def test_back_shows_the_page_as_it_was(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space k k")
        left = seat.rows[2:-1]
        await seat.press(": g u l l enter backspace")
        assert [row[24:90] for row in seat.rows[2:-1]] == [row[24:90] for row in left]


@played
async def test_a_new_jump_forgets_what_was_ahead(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s enter ] backspace G L")
        assert "nothing ahead" in seat.hint


@played
async def test_a_scene_opens_from_the_command_line(desk: Desk) -> None:
    async with running(desk, start="lamp") as seat:
        assert at(seat) == ("tide", 5)
        assert chosen(seat) == "lamp"
        await seat.press("]")
        assert at(seat) == ("gull", 3)


@played
async def test_without_the_scenes_pane_the_status_names_the_scene(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        assert "●" not in seat.status
        await seat.press("} }")
        assert "● The owl · 1 of 5" in seat.status
        await seat.resize(40, 12)
        assert seat.status.startswith("● The owl · 1 of 5  The Tid")
        assert seat.rows[0].endswith("%  ")
        await seat.press("f ] ] ]")
        assert "4 of 5" in seat.status


@played
async def test_three_scenes_of_the_film_are_followed_through_three_reviews(
    bundled_desk: Desk,
) -> None:
    async with running(bundled_desk) as seat:
        for slug in ("owl", "reveal", "rooftop"):
            stops = seat.room.reading.crossref.stops(slug)
            assert len({stop.review for stop in stops}) >= 3, slug
            await seat.press(":")
            await seat.type(slug)
            await seat.press("enter")
            assert at(seat) == (stops[0].review, stops[0].start.block)
            for before, stop in pairwise(stops):
                await seat.press("]")
                assert at(seat) == (stop.review, stop.start.block), before
                assert slug in seat.room.here

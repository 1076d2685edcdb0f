from pathlib import Path

from desk import Desk
from imported_texts import NOON
from own_reviews import bring, own_review, titles
from piloting import WIDE, played, running
from small_rooms import SCENES, write_room

from herreader.model.imported import Aside
from herreader.model.text import Block, BlockKind


@played
async def test_what_was_set_aside_is_shown_by_kind(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("A")
        assert "Nothing was set aside" in seat.hint
        await seat.press(":")
        await seat.type("night")
        await seat.press("enter A")
        words = " ".join(seat.shown.split())
        assert "Navigation Home | About us" in words
        await seat.press("A")
        assert seat.app.screen is seat.room


@played
async def test_a_part_that_was_set_aside_is_put_back_shown_and_taken_away_again(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("A enter")
        assert "Put back: “Home | About us”" in seat.hint
        assert seat.page.cursor.quote == "Home | About us"
        assert "Home | About us" in seat.words_in(seat.page)
        await seat.press("A")
        assert "Nothing was set aside" in " ".join(seat.shown.split())
        await seat.press("escape u")
        assert "Undone: putting back of “Home | About us”" in seat.hint
        assert "Home | About us" not in seat.words_in(seat.page)
        await seat.press("A")
        assert "Navigation Home | About us" in " ".join(seat.shown.split())


@played
async def test_a_part_taller_than_the_screen_is_scrolled_through_before_the_next(
    desk: Desk,
) -> None:
    long = Block(1, BlockKind.PARAGRAPH, " ".join(f"word{number}" for number in range(900)))
    short = Block(2, BlockKind.PARAGRAPH, "The very end.")
    aside = (Aside("comment", long, 3), Aside("comment", short, 3))
    bring(desk, own_review()._replace(aside=aside))
    async with running(desk, start="night") as seat:
        await seat.press("A")
        assert "word0 " in seat.shown
        assert "word899" not in seat.shown
        await seat.press("2 0 0 j")
        assert "word899" in seat.shown
        await seat.press("j enter")
        assert "Put back: “The very end.”" in seat.hint


@played
async def test_removing_the_open_review_opens_the_next_and_is_undone(desk: Desk) -> None:
    bring(desk, own_review(), own_review("day"))
    async with running(desk, start="night") as seat:
        await seat.press("X")
        assert titles(desk) == ["On day"]
        assert seat.room.review == "day"
        assert "Removed: On night" in seat.hint
        assert "On night" not in seat.words_in(seat.room.reviews_pane)
        await seat.press("u")
        assert titles(desk) == ["On night", "On day"]
        assert "On night" in seat.words_in(seat.room.reviews_pane)


@played
async def test_a_long_title_leaves_room_for_how_its_removal_is_undone(desk: Desk) -> None:
    long = own_review()
    bring(desk, long._replace(review=long.review._replace(title="The owl above him " * 9)))
    async with running(desk, start="night", size=(80, 24)) as seat:
        await seat.press("X")
        assert "Removed: The owl above him" in seat.hint
        assert "… · u undoes it" in seat.hint


@played
async def test_back_passes_over_a_review_that_is_gone(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        for name in ("night", "gull"):
            await seat.press(":")
            await seat.type(name)
            await seat.press("enter")
        await seat.press("r G X escape backspace")
        assert titles(desk) == []
        assert seat.room.review == "tide"
        assert seat.notices == []


@played
async def test_one_key_lets_the_list_of_many_reviews_be_filtered(desk: Desk) -> None:
    bring(desk, *(own_review(f"night-{number}") for number in range(40)))
    async with running(desk) as seat:
        words = seat.words_in(seat.room.scenes_pane)
        assert "of 43 reviews" in words
        assert "The owl 43" in words
        await seat.press("r /")
        await seat.type("night-3 critic")
        shown = [review.id for review in seat.room.reviews_pane.shown()]
        assert shown == ["night-3", *(f"night-{number}" for number in range(30, 40))]
        await seat.press("enter j enter")
        assert seat.room.review == "night-30"


@played
async def test_a_review_is_removed_from_the_list(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("r G X")
        assert titles(desk) == []
        assert seat.room.review == "tide"


@played
async def test_a_review_that_is_removed_elsewhere_while_it_is_read_is_told(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        await seat.until(lambda: seat.room.review != "night")
        assert any("It was removed elsewhere" in notice for notice in seat.notices)


@played
async def test_among_many_reviews_a_launch_at_a_scene_shows_all_that_is_said_on_it(
    desk: Desk,
) -> None:
    bring(desk, *(own_review(f"night-{number}") for number in range(20)))
    async with running(desk, start="owl", size=WIDE) as seat:
        assert seat.room.step == "1 of 25"
        assert "On night-0" in seat.words_in(seat.room.preview_pane)


@played
async def test_a_title_too_long_for_the_list_ends_with_a_sign(desk: Desk) -> None:
    long, fair = own_review("long"), own_review("fair")
    title = "A man, a phone, a lighthouse, an owl, a gull and a heart that is broken in the end"
    bring(desk, long._replace(review=long.review._replace(title=title)), fair)
    async with running(desk, size=WIDE) as seat:
        shown = seat.words_in(seat.room.reviews_pane)
        assert "A man, a phone, a" in shown
        assert shown.count("…") == 1
        assert "On fair" in shown


@played
async def test_reviews_of_the_room_are_not_removed_or_edited(desk: Desk) -> None:
    async with running(desk) as seat:
        for key in ("X", "E"):
            await seat.press(key)
            assert "Only for reviews of your own; The Tide Table came with" in seat.hint
        assert len(seat.room.reviews) == 3


@played
async def test_the_last_review_removed_leaves_a_room_that_says_what_to_do(desk: Desk) -> None:
    empty = Desk(desk.folder, _void(desk), "void")
    bring(empty, own_review())
    async with running(empty) as seat:
        await seat.press("X")
        assert seat.room.review == ""
        assert "Press I to import some" in seat.words_in(seat.page)
        assert "On night" not in seat.status
        await seat.press("j } ] b a x A E X = G g g Q escape n U :")
        await seat.press("escape u")
        assert "Undone: removal of On night" in seat.hint
        assert seat.room.review == "night"
        assert "The owl is at it again." in seat.words_in(seat.page)


@played
async def test_facts_are_edited_one_after_the_other_and_undone(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E")
        assert "Title: On night" in seat.hint
        assert "1 of 4 · ⏎ next · esc leaves" in seat.hint
        await seat.type("fall")
        await seat.press("tab")
        assert "Author: A. Critic" in seat.hint
        await seat.press("ctrl+u")
        await seat.type("Ada Reader")
        await seat.press("enter ctrl+u")
        await seat.type("3 March 2015")
        await seat.press("enter")
        assert "4 of 4 · ⏎ keeps · esc leaves" in seat.hint
        await seat.press("enter")
        (header,) = seat.room.reviews[3:]
        assert (header.title, header.byline, str(header.date)) == (
            "On nightfall",
            "Ada Reader",
            "2015-03-03",
        )
        assert "On nightfall" in seat.status
        assert titles(desk) == ["On nightfall"]
        await seat.press("u")
        assert titles(desk) == ["On night"]
        assert "On nightfall" not in seat.shown


@played
async def test_leaving_the_facts_changes_nothing(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E")
        await seat.type("fall")
        await seat.press("enter escape")
        assert titles(desk) == ["On night"]
        await seat.press("E ctrl+u")
        await seat.press("enter")
        assert "Title:" in seat.hint
        assert any("No title" in notice for notice in seat.notices)
        await seat.press("escape")
        assert titles(desk) == ["On night"]


@played
async def test_a_date_that_is_none_is_asked_for_again_with_what_was_typed(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E")
        await seat.type("fall")
        await seat.press("enter enter ctrl+u")
        await seat.type("soon, 2015")
        await seat.press("enter")
        assert "Date: soon, 2015" in seat.hint
        assert any("Write it as 2014-01-09" in notice for notice in seat.notices)
        await seat.press("ctrl+a delete delete delete delete delete delete enter enter")
        assert "The facts are changed" in seat.hint
        assert titles(desk) == ["On nightfall"]


@played
async def test_facts_that_could_not_be_kept_are_offered_again(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E")
        await seat.type("fall")
        with desk.store() as other, other.together("Another program writes"):
            other.session.save(desk.shelf, {"column": "60"})
            await seat.press("enter enter enter enter")
            assert "Source:" in seat.hint
        await seat.press("enter")
        assert titles(desk) == ["On nightfall"]


def _void(desk: Desk) -> Path:
    return write_room(desk.folder / "void", {}, scenes=SCENES)


@played
async def test_the_end_of_a_review_offers_no_scene_that_was_just_rejected(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("}")
        assert "f follows The owl" in seat.words_in(seat.page)
        await seat.press("x")
        assert "follows The owl" not in seat.words_in(seat.page)
        await seat.press("u")
        assert "f follows The owl" in seat.words_in(seat.page)

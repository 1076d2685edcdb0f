import pytest
from desk import Desk
from imported_texts import NOON
from own_reviews import LAMP, OWL, bring, own_review, replace, shorter_review
from piloting import played, running

pytestmark = pytest.mark.usefixtures("night")


@played
async def test_of_a_review_that_is_replaced_meanwhile_the_new_version_is_asked(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("Q")
        replace(desk, own_review(), "Something quite new.", "And more.")
        await seat.press("s")
        assert "● The lamp goes out" in seat.shown
        assert "night:5" in seat.shown
        assert f"Well. {LAMP}" in seat.shown
        await seat.press("y")
        assert "That was the last one" in seat.shown
        await seat.press("u u")
        assert "● The owl" in seat.shown
        assert "night:4" in seat.shown
        await seat.press("y n")
        assert "That was the last one" in seat.shown
        assert decided(desk) == [(4, OWL, "confirmed"), (5, LAMP, "rejected")]


@played
async def test_an_answer_on_a_review_that_has_just_been_replaced_goes_with_the_words(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("Q")
        replace(desk, own_review(), "Something quite new.")
        await seat.press("y e")
        replace(desk, own_review(), "Something quite new.", "And more.")
        await seat.type("roof")
        await seat.press("enter")
        assert "That was the last one" in seat.shown
        told = [(4, OWL, "confirmed"), (5, LAMP, "rejected"), (5, LAMP, "linked")]
        assert decided(desk) == told


@played
async def test_what_is_no_longer_in_a_review_is_not_decided_on(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("Q")
        replace(desk, shorter_review())
        await seat.press("y")
        assert any("no longer in it" in notice for notice in seat.notices)
        assert "No found passage waits" in seat.shown
        assert decided(desk) == []


@pytest.mark.parametrize("answer", ["y", "n", "e r o o f enter"])
@played
async def test_an_answer_on_a_review_that_has_been_removed_leads_on(
    desk: Desk, answer: str
) -> None:
    bring(desk, own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q")
        assert "day:2" in seat.shown
        with desk.store() as store:
            store.library.remove(desk.shelf, "day", NOON)
        await seat.press(answer)
        assert any("The review has been removed" in notice for notice in seat.notices)
        assert "night:2" in seat.shown
        assert decided(desk) == []
        await seat.press("y")
        assert "night:3" in seat.shown


@played
async def test_an_undo_that_was_overtaken_asks_of_the_passage_as_it_is_now(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("Q y")
        assert "night:3" in seat.shown
        seat.room.reading.undo()
        replace(desk, own_review(), "Something quite new.", "And more.")
        await seat.press("u")
        assert any("It can't be undone any more" in notice for notice in seat.notices)
        assert "night:5" in seat.shown
        assert f"Well. {LAMP}" in seat.shown


def decided(desk: Desk) -> list[tuple[int, str, str]]:
    """Give what is decided: block, words, verdict."""
    return [(made.block, made.quote, made.verdict.value) for made in desk.decisions()]

"""What is typed into a prompt stays until it is kept; no other window's words are lost by it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from desk import Desk
from imported_texts import NOON
from own_reviews import bring, own_review
from piloting import NARROW, Seat, played, running
from textual import events
from textual.widget import Widget

from herreader.reading.facts import Facts
from herreader.tui.widgets.page import Page

MINE = "a long thought, typed with care"
THEIRS = "a long thought of the other window"


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """Let another program hold the store meanwhile."""
    with desk.store() as other, other._database.atomic("held"):
        yield


def notes(desk: Desk) -> list[str]:
    return [mark.note for mark in desk.bookmarks()]


def notice(seat: Seat) -> str:
    (told,) = seat.notices
    return told


def typed(seat: Seat) -> str:
    """Give what stands in the open prompt."""
    return seat.rows[-1].partition(":")[2].partition("esc")[0].strip()


async def click(seat: Seat, pane: Widget, words: str) -> None:
    """Click on words in a pane."""
    x, y, width, height = pane.region
    rows = enumerate(seat.rows[y : y + height], y)
    at, row = next((at, row) for at, row in rows if words in row[x : x + width])
    await seat.click((row.index(words, x), at))


NOTING = pytest.mark.parametrize("keys", ["b e", "b B e"])


@NOTING
@played
async def test_a_note_that_could_not_be_kept_is_offered_again(desk: Desk, keys: str) -> None:
    async with running(desk) as seat:
        await seat.press(keys)
        await seat.type(MINE)
        with held(desk):
            await seat.press("enter")
            # The place may be due to be kept as well, and told of.
            assert [told for told in seat.notices if "The note could not be kept" in told]
            assert typed(seat) == MINE
        await seat.press("enter")
        assert notes(desk) == [MINE]
        assert not [told for told in seat.notices if "The note" in told]


@NOTING
@played
async def test_a_note_of_another_window_is_shown_before_ones_own_takes_its_place(
    desk: Desk, keys: str
) -> None:
    async with running(desk) as seat:
        await seat.press(keys)
        await seat.type(MINE)
        with desk.store() as store:
            store.bookmarks.set_note(desk.bookmarks()[0].id, THEIRS)
        await seat.press("enter")
        assert f"“{THEIRS}”" in notice(seat)
        assert (typed(seat), notes(desk)) == (MINE, [THEIRS])
        await seat.press("enter")
        assert notes(desk) == [MINE]
        await seat.press("u")
        assert notes(desk) == [THEIRS]


@NOTING
@played
async def test_a_bookmark_that_goes_while_its_note_is_typed_comes_back_with_it(
    desk: Desk, keys: str
) -> None:
    async with running(desk) as seat:
        await seat.press(keys)
        await seat.type(MINE)
        with desk.store() as store:
            store.bookmarks.delete(desk.bookmarks()[0].id, NOON)
        await seat.press("enter")
        assert "Enter brings it back" in notice(seat)
        assert (typed(seat), notes(desk)) == (MINE, [])
        await seat.press("enter")
        assert notes(desk) == [MINE]
        await seat.press("u u")
        assert notes(desk) == []


@NOTING
@played
async def test_a_note_left_as_it_was_is_no_change(desk: Desk, keys: str) -> None:
    async with running(desk) as seat:
        await seat.press(keys)
        await seat.press("enter")
        assert seat.notices == []
        assert "Note" not in seat.room.notice
        await seat.press("escape u")
        assert desk.bookmarks() == ()


@played
async def test_a_link_that_could_not_be_kept_is_offered_again(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("a")
        await seat.type("stairs")
        with held(desk):
            await seat.press("enter")
            assert typed(seat).startswith("stairs")
        await seat.press("enter")
        assert [made.scene for made in desk.decisions()] == ["stairs"]


@pytest.mark.usefixtures("night")
@played
async def test_facts_of_another_window_are_shown_before_ones_own_take_their_place(
    desk: Desk,
) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("E ctrl+u")
        await seat.type("Mine")
        await seat.press("enter enter enter")
        other = desk.reading()
        other.edit("night", Facts(title="Theirs", source="Their paper"))
        other.close()
        await seat.press("enter")
        assert "Its title is “Theirs” by now" in notice(seat)
        assert typed(seat).startswith("Their paper")
        await seat.press("enter")
        assert "The facts are changed" in seat.hint
        library = seat.room.reading.library
        assert library is not None
        facts = library.facts("night")
        assert (facts.title, facts.source) == ("Mine", "Their paper")


@pytest.mark.usefixtures("night")
@played
async def test_facts_on_a_review_that_is_gone_are_asked_for_no_longer(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("E")
        await seat.type(" and day")
        await seat.press("enter enter enter")
        seat.look_at_no_other_window()
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        await seat.press("enter")
        assert "removed meanwhile" in notice(seat)
        assert seat.room.open_prompt() is None


@played
async def test_a_click_on_what_a_filter_has_found_opens_it_and_ends_the_filter(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("r /")
        await seat.type("gull")
        await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        assert seat.room.review == "gull"
        await seat.press("}")
        assert seat.block == 2
        assert "The Tide Table" in seat.words_in(seat.room.reviews_pane)


@played
async def test_a_click_on_another_review_leaves_the_words_to_find(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("/")
        await seat.type("owl")
        await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        assert (seat.room.review, seat.room.pattern) == ("gull", None)
        await seat.press("}")
        assert seat.block == 2


@played
async def test_a_click_elsewhere_keeps_the_note_that_is_being_typed(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("e")
        await seat.type(MINE)
        await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        assert (seat.room.review, notes(desk)) == ("gull", [MINE])
        await seat.press("B e")
        await seat.type("!")
        await click(seat, seat.app.screen.query_one("#bookmarks"), "★")
        assert (seat.room.review, notes(desk)) == ("tide", [f"{MINE}!"])


@played
async def test_a_click_elsewhere_waits_for_a_note_that_could_not_be_kept(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("e")
        await seat.type(MINE)
        with held(desk):
            await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        assert (seat.room.review, typed(seat)) == ("tide", MINE)


@played
async def test_a_click_elsewhere_keeps_the_facts_that_were_typed(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E")
        await seat.type("fall")
        await seat.press("enter ctrl+u")
        await seat.type("Ada Reader")
        await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        (header,) = seat.room.reviews[3:]
        assert (header.title, header.byline) == ("On nightfall", "Ada Reader")
        assert seat.room.review == "gull"


@played
async def test_a_click_elsewhere_waits_for_a_fact_that_can_not_be(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("E enter enter ctrl+u")
        await seat.type("soon, 2015")
        await click(seat, seat.room.reviews_pane, "What the Gull Saw")
        assert seat.room.review == "night"
        assert "Date: soon, 2015" in seat.hint
        await seat.press("ctrl+u")
        await seat.type("2015")
        await seat.press("enter")
        assert "Source:" in seat.hint


@played
async def test_a_click_on_the_scroll_bar_ends_the_words_to_find(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("/")
        await seat.type("owl")
        seat.page.post_message(Page.Pulled(seat.page.cursor))
        await seat.settle()
        await seat.press("}")
        assert seat.block == 2


@played
async def test_keys_typed_right_behind_enter_go_where_it_leads(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("r j")
        for key, character in {"enter": None, "slash": "/", "l": "l", "o": "o", "g": "g"}.items():
            seat.app.post_message(events.Key(key, character))
        seat.app.post_message(events.Key("enter", None))
        await seat.until(lambda: seat.sentence.startswith("The keeper keeps a log"))
        assert seat.room.pattern is not None

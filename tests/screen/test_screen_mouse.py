from desk import Desk
from piloting import Seat, played, running
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Offset
from textual.widget import Widget

from herreader.model.text import Place


def top(seat: Seat) -> Place:
    assert seat.page.view is not None
    return seat.page.view.top_place


def foot(seat: Seat) -> Offset:
    return Offset(5, seat.page.size.height - 1)


async def wheel(seat: Seat, widget: Widget, *, up: bool = False, times: int = 1) -> None:
    turned = MouseScrollUp if up else MouseScrollDown
    for _ in range(times):
        await seat.pilot._post_mouse_events([turned], widget, (5, 5), 1)


@played
async def test_a_click_on_the_scroll_bar_is_a_jump_that_counts_for_nothing_read(
    desk: Desk,
) -> None:
    async with running(desk, start="tide") as seat:
        await seat.press("3 j")
        seat.room.keeper.flush()
        read, left = desk.progress(), seat.page.cursor
        await seat.pilot.click(seat.page, offset=(seat.page.size.width - 1, foot(seat).y))
        assert seat.page.at_end
        seat.room.keeper.flush()
        assert desk.progress() == read
        await seat.press("backspace")
        assert seat.page.cursor == left


@played
async def test_the_wheel_leads_back_up(desk: Desk) -> None:
    async with running(desk) as seat:
        await wheel(seat, seat.page, times=10)
        assert top(seat) > Place(3, 0)
        await wheel(seat, seat.page, up=True, times=10)
        assert top(seat) == Place(1, 0)


@played
async def test_the_wheel_over_a_list_scrolls_it_and_chooses_nothing(desk: Desk) -> None:
    async with running(desk, size=(120, 10)) as seat:
        pane = seat.room.reviews_pane
        before, index = seat.words_in(pane), pane.index
        await wheel(seat, pane)
        assert seat.words_in(pane) != before
        await wheel(seat, pane, up=True)
        assert (seat.words_in(pane), pane.index) == (before, index)
        assert seat.room.review == "tide"


@played
async def test_dragging_past_the_edge_scrolls_on_and_selects_on(desk: Desk) -> None:
    async with running(desk) as seat:
        page = seat.page
        x, y, _, height = page.region
        left = x + page._column.left + page._column.margin
        await seat.pilot.mouse_down(offset=(left, y + 5))
        begun, before = page.cursor, top(seat)
        await seat.pilot.hover(offset=(left, y + height))
        await seat.until(lambda: top(seat) > Place(before.block + 2, 0))
        await seat.pilot.hover(offset=(left, y + 6))
        stays = top(seat)
        await seat.pilot.mouse_up(offset=(left, y + 6))
        start, end = page.selected()
        assert start == begun
        assert end >= stays
        await seat.press("b")
        assert len(desk.bookmarks()[0].passage.quote) > 200


async def click_at_foot(seat: Seat, words: str) -> None:
    row = seat.rows[-1]
    await seat.pilot.click(offset=(row.index(words) + len(words) - 1, len(seat.rows) - 1))


@played
async def test_the_keys_at_the_foot_can_be_clicked(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j")
        await click_at_foot(seat, "s scenes")
        assert seat.has_focus(seat.room.scenes_pane)
        await click_at_foot(seat, "esc back")
        assert seat.has_focus(seat.page)
        await click_at_foot(seat, "B bookmarks")
        await click_at_foot(seat, "esc leave")
        assert seat.app.screen is seat.room
        await click_at_foot(seat, "? help")
        assert "Keys" in seat.shown
        await click_at_foot(seat, "space page down")
        assert "Move a line down" not in seat.shown
        await click_at_foot(seat, "esc leave")
        assert seat.app.screen is seat.room
        assert desk.bookmarks() == ()


@played
async def test_a_click_on_what_is_told_at_the_foot_does_nothing(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j b")
        told = seat.rows
        await click_at_foot(seat, "Bookmarked")
        await click_at_foot(seat, "u undoes")
        assert seat.rows == told
        assert len(desk.bookmarks()) == 1


@played
async def test_the_offer_at_the_end_can_be_clicked(desk: Desk) -> None:
    async with running(desk, start="keeper") as seat:
        await seat.press("j")
        y = next(y for y, row in enumerate(seat.rows) if "Enter opens the next unread" in row)
        await seat.pilot.click(offset=(seat.page.region.x + 10, y))
        assert seat.room.review == "gull"

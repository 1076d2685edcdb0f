from desk import Desk
from piloting import Seat, played, running
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
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
        await seat.mouse(turned, at=(5, 5), over=widget)


@played
async def test_a_click_on_the_scroll_bar_is_a_jump_that_counts_for_nothing_read(
    desk: Desk,
) -> None:
    async with running(desk, start="tide") as seat:
        await seat.press("3 j")
        seat.room.keeper.flush()
        read, left = desk.progress(), seat.page.cursor
        await seat.click((seat.page.size.width - 1, foot(seat).y), over=seat.page)
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
        await seat.mouse(MouseDown, at=(left, y + 5))
        begun, before = page.cursor, top(seat)
        await seat.mouse(MouseMove, at=(left, y + height))
        await seat.until(lambda: top(seat) > Place(before.block + 2, 0))
        await seat.mouse(MouseMove, at=(left, y + 6))
        stays = top(seat)
        await seat.mouse(MouseUp, at=(left, y + 6))
        start, end = page.selected()
        assert start == begun
        assert end >= stays
        await seat.press("b")
        assert len(desk.bookmarks()[0].passage.quote) > 200


async def click_at_foot(seat: Seat, words: str) -> None:
    row = seat.rows[-1]
    await seat.click((row.index(words) + len(words) - 1, len(seat.rows) - 1))


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
        await seat.press("j")
        await seat.kept(desk)  # so that the list, too, has said by now what was read
        await seat.press("b")
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
        await seat.click((seat.page.region.x + 10, y))
        assert seat.room.review == "gull"

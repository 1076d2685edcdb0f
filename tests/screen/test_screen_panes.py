from pathlib import Path

import pytest
from desk import Desk
from own_reviews import bring, own_review
from piloting import NARROW, WIDE, Seat, played, running
from rich.style import Style
from small_rooms import paragraph, review, write_room


def shown_panes(seat: Seat) -> set[str]:
    room = seat.room
    side = room.query_one("#side")
    panes = {"reviews": room.reviews_pane.display, "scenes": side.display}
    return {name for name, display in panes.items() if display}


@pytest.mark.parametrize(
    ("columns", "panes"),
    [
        (80, set()),
        (88, set()),
        (94, {"reviews"}),
        (100, {"scenes"}),
        (119, {"scenes"}),
        (120, {"reviews", "scenes"}),
        (200, {"reviews", "scenes"}),
    ],
)
@played
async def test_a_side_pane_shows_only_while_the_prose_keeps_sixty_cells(
    desk: Desk, columns: int, panes: set[str]
) -> None:
    async with running(desk, size=(columns, 40)) as seat:
        assert shown_panes(seat) == panes
        words = max(len(row.strip()) for row in seat.rows[8:30])
        assert words >= 60


@pytest.mark.parametrize(("scenes", "rows", "shown"), [(26, 50, 26), (26, 24, 8), (3, 24, 3)])
@played
async def test_scenes_take_the_rows_that_they_need_and_leave_the_rest_to_what_is_said(
    tmp_path: Path, scenes: int, rows: int, shown: int
) -> None:
    header = "".join(f'[[scene]]\nslug = "s{n}"\ntitle = "Scene {n}!"\n' for n in range(scenes))
    text = review("One", f"[A passage.]{{scene=s0}} {paragraph(1)}")
    desk = Desk(tmp_path, write_room(tmp_path / "many", {"one": text}, scenes=header), "many")
    async with running(desk, size=(200, rows)) as seat:
        await seat.press("r")
        words = seat.words_in(seat.room.scenes_pane)
        assert [n for n in range(scenes) if f"Scene {n}!" in words] == list(range(shown))
        side = seat.room.query_one("#side").size.height
        taken = 2 + scenes + 2 if scenes == shown else side // 2
        assert seat.room.preview_pane.size.height == side - taken


@pytest.mark.parametrize("size", [(40, 12), NARROW, (100, 30), WIDE, (200, 50)])
@played
async def test_every_row_is_as_wide_as_the_screen_whatever_is_open(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with running(desk, size=size) as seat:
        for keys in ("j", "s", "j", "escape", "r", "j", "escape", "/ x", "escape", "B", "q", "?"):
            await seat.press(keys)
            strips = seat.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}, keys
            assert len(strips) == size[1]


def style_of(seat: Seat, words: str) -> Style | None:
    """Give how the first of some words on the screen is drawn."""
    strips = seat.app.screen._compositor.render_strips()
    return next(part.style for strip in strips for part in strip if words in part.text)


@played
async def test_forty_by_twelve_still_reads(desk: Desk) -> None:
    async with running(desk, size=(40, 12)) as seat:
        assert "The Tide Table" in seat.shown
        await seat.press("space space")
        assert sum("sea" in row for row in seat.rows) >= 3
        await seat.press("b")
        assert len(desk.bookmarks()) == 1
        await seat.press("s")
        assert "The owl" in seat.shown
        await seat.press("enter")
        assert seat.block == 3
        assert "The owl lands" in seat.words_in(seat.page)


@played
async def test_on_a_narrow_screen_a_pane_is_a_panel_opened_by_key(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("s")
        assert shown_panes(seat) == {"scenes"}
        assert seat.has_focus(seat.room.scenes_pane)
        await seat.press("escape")
        assert shown_panes(seat) == set()
        await seat.press("r j enter")
        assert shown_panes(seat) == set()
        assert seat.room.review == "keeper"
        await seat.press("s s")
        assert shown_panes(seat) == set()
        assert seat.has_focus(seat.page)


@played
async def test_a_panel_closes_when_the_page_is_clicked(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("r")
        await seat.click((70, 12))
        assert shown_panes(seat) == set()
        assert seat.has_focus(seat.page)


@pytest.mark.parametrize("pane", ["r", "s"])
@played
async def test_nothing_is_done_with_words_that_a_panel_covers(desk: Desk, pane: str) -> None:
    async with running(desk, size=NARROW, start="tide:2") as seat:
        for key in ("b", "d", "e", "a", "v", "y", "f", "l", "}", "J"):
            await seat.press(f"escape {pane} {key}")
            assert "go back there first" in seat.hint, key
            assert seat.room.rows is not None, key
        assert (seat.block, desk.bookmarks(), seat.page.selecting) == (2, (), False)


@played
async def test_in_the_preview_the_words_of_the_page_are_not_meant(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s tab b")
        assert "go back there first" in seat.hint
        assert desk.bookmarks() == ()
        await seat.press("escape b")
        assert len(desk.bookmarks()) == 1


@played
async def test_the_page_beside_a_list_is_in_sight_and_can_be_worked_on(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s } b")
        assert [mark.passage.start.block for mark in desk.bookmarks()] == [2]


@played
async def test_only_one_panel_is_open_at_a_time(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("r s")
        assert shown_panes(seat) == {"scenes"}
        assert seat.has_focus(seat.room.scenes_pane)
        await seat.press("r")
        assert shown_panes(seat) == {"reviews"}
        assert seat.has_focus(seat.room.reviews_pane)


@played
async def test_focus_mode_hides_both_panes_and_brings_them_back(desk: Desk) -> None:
    async with running(desk) as seat:
        words = seat.top_words
        await seat.press("z")
        assert shown_panes(seat) == set()
        assert seat.top_words == words
        await seat.press("z")
        assert shown_panes(seat) == {"reviews", "scenes"}


@played
async def test_a_pane_is_put_away_and_brought_back_by_its_key(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("r")
        assert seat.has_focus(seat.room.reviews_pane)
        await seat.press("r")
        assert shown_panes(seat) == {"scenes"}
        assert seat.has_focus(seat.page)
        await seat.press("r")
        assert shown_panes(seat) == {"reviews", "scenes"}
        assert seat.has_focus(seat.room.reviews_pane)


@pytest.mark.parametrize(
    ("keys", "find"), [("s j", "Filter:"), ("s tab j", "Find:"), ("r j", "Filter:")]
)
@played
async def test_the_pane_in_which_the_reader_is_stays_in_view_at_every_width(
    desk: Desk, keys: str, find: str
) -> None:
    async with running(desk, size=(120, 40)) as seat:
        await seat.press(keys)
        pane = seat.room.rows
        assert pane is not None
        index = pane.index
        for columns in (80, 40, 120):
            await seat.resize(columns, 30)
            assert seat.has_focus(pane), columns
            assert pane.index == index
            assert pane.region.right <= columns
            assert pane.size.width > 20
        await seat.press("/")
        assert find in seat.hint
        await seat.press("escape")
        put_away = keys[0]
        await seat.press(put_away if seat.room.rows else f"{put_away} {put_away}")
        assert not pane.is_on_screen
        assert seat.has_focus(seat.page)


@played
async def test_a_list_that_is_filtered_while_the_window_narrows_is_seen_again(desk: Desk) -> None:
    async with running(desk, size=(120, 40)) as seat:
        await seat.press("s / o")
        await seat.resize(80, 24)
        await seat.press("w enter")
        pane = seat.room.scenes_pane
        assert seat.has_focus(pane)
        assert "The owl" in seat.words_in(pane)
        assert pane.is_on_screen


@played
async def test_tab_goes_round_the_panes(desk: Desk) -> None:
    async with running(desk) as seat:
        room = seat.room
        await seat.press("} }")
        order = [room.scenes_pane, room.preview_pane, room.reviews_pane, room.page]
        for pane in order:
            await seat.press("tab")
            assert seat.has_focus(pane)
        for pane in (*reversed(order[:-1]), order[-1]):
            await seat.press("shift+tab")
            assert seat.has_focus(pane)


@pytest.mark.parametrize("columns", [120, 200])
@played
async def test_the_reviews_show_minutes_progress_and_bookmarks_at_every_width(
    desk: Desk, columns: int
) -> None:
    async with running(desk, size=(columns, 40)) as seat:
        await seat.press("2 0 } b")
        await seat.kept(desk)
        pane = seat.words_in(seat.room.reviews_pane)
        assert "16 min" in pane
        assert f"{desk.progress()['tide'].read:.0%}" in pane
        assert "★1" in pane
        assert "1 min · unread" in pane


@played
async def test_moving_while_a_list_has_the_focus_moves_the_list(desk: Desk) -> None:
    async with running(desk) as seat:
        place = seat.page.cursor
        await seat.press("s j j k")
        assert seat.page.cursor == place
        assert seat.room.scenes_pane.index == 1
        await seat.press("G")
        assert seat.room.scenes_pane.index == 3
        await seat.press("g g")
        assert seat.room.scenes_pane.index == 0
        await seat.press("2 j")
        assert seat.room.scenes_pane.index == 2


@played
async def test_many_scenes_and_reviews_scroll_and_are_counted(desk: Desk) -> None:
    scenes = "\n".join(f'[[scene]]\nslug = "s{n}"\ntitle = "Scene no {n}"' for n in range(200))
    reviews = {
        f"r{n}": review(f"Review no {n}", f"[Words on it.]{{scene=s{n}}} {paragraph(n)}")
        for n in range(60)
    }
    room = write_room(desk.folder / "many", reviews, scenes=scenes)
    async with running(Desk(desk.folder, room, "many")) as seat:
        words = seat.words_in(seat.room.scenes_pane)
        assert "of 60 reviews" in words
        assert "Scene no 1 1" in words
        await seat.press("s G")
        assert "Scene no 199" in seat.words_in(seat.room.scenes_pane)
        await seat.press("r G enter")
        assert seat.room.review == "r59"
        assert "Review no 59" in seat.words_in(seat.room.reviews_pane)


@played
async def test_dark_and_light_change_every_colour_of_the_ground(desk: Desk) -> None:
    async with running(desk) as seat:

        def grounds() -> set[str]:
            strips = seat.room._compositor.render_strips()
            segments = [segment for strip in strips for segment in strip]
            return {str(segment.style.bgcolor) for segment in segments if segment.style}

        dark = grounds()
        await seat.press("t")
        assert not dark & grounds()
        await seat.press("t")
        assert grounds() == dark


@played
async def test_every_theme_draws_the_room(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } b f")
        for name in seat.app.available_themes:
            seat.app.theme = name
            await seat.settle()
            assert "The owl lands" in seat.shown, name


@played
async def test_the_title_of_a_pane_shows_at_once_whether_the_keys_go_there(desk: Desk) -> None:
    async with running(desk) as seat:
        before = style_of(seat, "Scenes")
        await seat.press("s")
        assert style_of(seat, "Scenes") != before
        await seat.press("escape")
        assert style_of(seat, "Scenes") == before


@played
async def test_a_pane_over_the_page_ends_in_an_edge(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        for keys, edge in (("s", "▏"), ("escape r", "▕")):
            await seat.press(keys)
            assert all(edge in row for row in seat.rows[1:-1])
        await seat.resize(*WIDE)
        assert "▏" not in seat.shown


@played
async def test_a_list_never_begins_in_the_middle_of_an_entry(desk: Desk) -> None:
    bring(desk, *(own_review(f"night-{number}") for number in range(12)))
    async with running(desk, size=NARROW) as seat:
        titles = {review.title for review in seat.room.reviews}
        await seat.press("r")
        for key in ("j",) * 14 + ("k",) * 14 + ("G", "pageup", "g g", "pagedown"):
            await seat.press(key)
            first = seat.rows[3].partition("▕")[0].removeprefix(" ▸").strip()
            assert first in titles, key
        for columns in (60, 200, 80):
            await seat.resize(columns, 24)
            assert any(title in seat.rows[3] for title in titles), columns


@pytest.mark.parametrize("theme", ["her-dark", "her-light"])
@played
async def test_the_palette_stands_on_the_ground_of_the_panes(desk: Desk, theme: str) -> None:
    async with running(desk) as seat:
        seat.app.theme = theme
        await seat.press("ctrl+p")
        pane = seat.room.ink.pane.bgcolor
        assert pane is not None
        drawn = seat.app.screen.query_one("CommandPalette > Vertical").background_colors[1]
        assert drawn.hex6.lower() == pane.name


@played
async def test_an_empty_room_is_drawn_however_small(desk: Desk) -> None:
    empty = Desk(desk.folder, write_room(desk.folder / "empty", {}), "empty")
    async with running(empty, size=(3, 2)) as seat:
        await seat.resize(1, 1)
        assert seat.app.is_running
        await seat.resize(*WIDE)
        assert "no reviews yet" in seat.shown

import pytest
from desk import Desk
from piloting import NARROW, Seat, played, running
from small_rooms import review, write_room
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseUp
from textual.geometry import Size


def top(seat: Seat) -> tuple[int, int]:
    assert seat.page.view is not None
    place = seat.page.view.top_place
    return place.block, place.offset


@played
async def test_counts_move_that_many_lines(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j j j j j")
        place = seat.page.cursor
        await seat.press("g g 5 j")
        assert seat.page.cursor == place
        await seat.press("5 k")
        assert seat.block == 1


@played
async def test_what_is_typed_of_a_command_shows_and_escape_forgets_it(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("1 2")
        assert seat.hint.endswith("12")
        await seat.press("g")
        assert seat.hint.endswith("12 g")
        await seat.press("escape")
        assert not seat.hint.endswith("g")
        await seat.press("g j")
        assert seat.block == 1
        await seat.press("j")
        assert seat.block == 2


@played
async def test_the_start_the_end_and_a_block_by_its_number(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("G")
        assert seat.block == 44
        assert seat.page.at_end
        assert "paragraph 44 goes on" in seat.words_in(seat.page)
        await seat.press("g g")
        assert top(seat) == (1, 0)
        assert "A. Reader" in seat.words_in(seat.page)
        await seat.press("1 2 G")
        assert (seat.block, seat.sentence) == (12, "Part 2")
        await seat.press("9 9 9 G")
        assert seat.block == 44
        await seat.press("home")
        assert seat.block == 1
        await seat.press("end")
        assert seat.block == 44


@played
async def test_headings_paragraphs_and_sentences(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("J")
        assert seat.sentence == "Part 2"
        await seat.press("2 J")
        assert seat.sentence == "Part 4"
        await seat.press("J")
        assert seat.sentence == "Part 4"
        await seat.press("3 K")
        assert seat.sentence == "Part 1"
        await seat.press("4 }")
        assert (seat.block, seat.page.cursor.offset) == (5, 0)
        await seat.press("l {")
        assert (seat.block, seat.page.cursor.offset) == (5, 0)
        await seat.press("{")
        assert seat.block == 4
        await seat.press("6 l h")
        assert seat.sentence.startswith("Sentence 6 of paragraph 4")


@played
async def test_a_page_down_and_up_lead_back(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space")
        first = top(seat)
        assert first > (2, 0)
        await seat.press("space pageup")
        assert top(seat) == first
        await seat.press("pageup")
        assert top(seat) == (1, 0)
        await seat.press("ctrl+d ctrl+d ctrl+u ctrl+u")
        assert top(seat) == (1, 0)


@played
async def test_every_word_is_passed_when_pages_are_turned(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        seen = ""
        for _ in range(80):
            seen += seat.words_in(seat.page) + " "
            if seat.page.at_end:
                break
            await seat.press("space")
        for number in range(2, 45):
            if seat.plain(number).startswith("Sentence"):
                assert f"Sentence 6 of paragraph {number} " in seen, number


@pytest.mark.parametrize("keys", ["< >", "- +"])
@played
async def test_the_column_changes_thirty_times_and_the_same_words_stay(
    desk: Desk, keys: str
) -> None:
    narrower, wider = keys.split()
    async with running(desk, size=(160, 40)) as seat:
        await seat.press("space space j j")
        words, cursor = seat.top_words, seat.page.cursor
        for _ in range(5):
            for key in [narrower] * 3 + [wider] * 3:
                await seat.press(key)
                assert seat.top_words == words
                assert seat.page.cursor == cursor
        assert seat.room.column_width == 72


@played
async def test_the_size_changes_thirty_times_and_the_same_words_stay(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space k")
        words, cursor = seat.top_words, seat.page.cursor
        for number in range(30):
            await seat.resize(*((40, 12), (200, 50), (80, 24), (121, 39))[number % 4])
            assert seat.top_words == words, number
            assert seat.page.cursor == cursor
        await seat.resize(120, 40)
        assert seat.top_words == words


@played
async def test_the_end_stays_the_end_at_every_size(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("G")
        for size in ((200, 60), (80, 24), (120, 40)):
            await seat.resize(*size)
            assert "paragraph 44 goes on" in seat.words_in(seat.page), size


@played
async def test_a_click_sets_the_cursor(desk: Desk) -> None:
    async with running(desk) as seat:
        y, row = next((y, row) for y, row in enumerate(seat.rows) if "The owl lands" in row)
        await seat.click((row.index("lands"), y))
        assert seat.sentence == "The owl lands on the rail, white as salt."
        assert not seat.page.selecting
        assert seat.has_focus(seat.page)


@played
async def test_the_wheel_scrolls_and_the_cursor_stays_in_view(desk: Desk) -> None:
    async with running(desk) as seat:
        for _ in range(10):
            await seat.mouse(MouseScrollDown, at=(5, 5), over=seat.page)
        assert top(seat) > (3, 0)
        assert seat.sentence[:20] in seat.words_in(seat.page)


@played
async def test_dragging_selects_words_and_they_are_bookmarked(desk: Desk) -> None:
    async with running(desk) as seat:
        y, row = next((y, row) for y, row in enumerate(seat.rows) if "The owl lands" in row)
        start = row.index("owl")
        await seat.mouse(MouseDown, at=(start, y))
        await seat.mouse(MouseMove, at=(start + 4, y))
        await seat.mouse(MouseMove, at=(start + len("owl lands") - 1, y))
        await seat.mouse(MouseUp, at=(start + len("owl lands") - 1, y))
        assert seat.page.selecting
        await seat.press("b")
        assert [mark.passage.quote for mark in desk.bookmarks()] == ["owl lands"]


@played
async def test_a_click_in_the_lists_opens(desk: Desk) -> None:
    async with running(desk) as seat:
        y, row = next((y, row) for y, row in enumerate(seat.rows) if "What the Gull Saw" in row)
        await seat.click((row.index("Gull"), y))
        assert seat.room.review == "gull"
        y, row = next((y, row) for y, row in enumerate(seat.rows) if "The stairs" in row)
        await seat.click((row.index("The stairs"), y))
        assert (seat.room.review, seat.block) == ("keeper", 3)


@played
async def test_the_share_of_a_review_counts_what_is_behind_until_its_end_is_in_view(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        assert seat.status.endswith("· 0% · 16 min left")
        await seat.press("space")
        share = seat.page.share
        assert 0 < share < 0.2
        assert f"· {share:.0%} ·" in seat.status
        await seat.press("G")
        assert seat.status.endswith("· 100% · the end")


@played
async def test_the_end_of_a_review_offers_the_next_unread_one(desk: Desk) -> None:
    async with running(desk, start="keeper") as seat:
        await seat.press("j")
        assert "Enter opens the next unread: What the Gull Saw" in seat.words_in(seat.page)
        await seat.press("G enter")
        assert seat.room.review == "gull"
        await seat.press("j G enter")
        assert seat.room.review == "tide"
        assert desk.progress()["keeper"].finished


@played
async def test_enter_does_what_the_end_of_a_review_offers_on_a_scene_too(desk: Desk) -> None:
    async with running(desk, start="keeper") as seat:
        await seat.press("}")
        assert seat.room.here == {"owl"}
        offered = "Enter opens the next unread: What the Gull Saw · f follows The owl"
        assert offered in seat.words_in(seat.page)
        await seat.press("f")
        assert seat.room.chosen == "owl"
        await seat.press("enter")
        assert seat.room.review == "gull"


@played
async def test_a_review_of_one_page_is_read_once_what_its_end_offers_is_taken(desk: Desk) -> None:
    async with running(desk, start="keeper") as seat:
        assert "Enter opens the next unread: What the Gull Saw" in seat.words_in(seat.page)
        await seat.press("enter enter")
        assert seat.room.review == "tide"
    assert {name for name, read in desk.progress().items() if read.finished} == {"keeper", "gull"}


@played
async def test_wide_and_joined_characters_line_up(desk: Desk) -> None:
    text = "\n\n".join(
        ["影" * 90, "👩‍👩‍👧‍👦 " * 40, "e\u0301a\u0308 " * 60, "🇬🇧🇫🇷" * 30, "x" * 300, "Last line."]
    )
    room = write_room(desk.folder / "wide", {"one": review("広い題名 🎬", text)})
    for size in (NARROW, (40, 12), (120, 40)):
        async with running(Desk(desk.folder, room, "wide"), size=size) as seat:
            await seat.press("j j j space b G b")
            strips = seat.room._compositor.render_strips(Size(*size))
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert "Last line." in seat.shown

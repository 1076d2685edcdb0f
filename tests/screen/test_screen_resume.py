import pytest
from desk import Desk
from piloting import WIDE, played, running


@played
async def test_the_next_launch_shows_the_same_page(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space k l")
        left, sentence = seat.words_in(seat.page)[:200], seat.sentence
        await seat.press("q")
    async with running(desk) as seat:
        assert seat.words_in(seat.page)[:200] == left
        assert seat.sentence == sentence
        assert "Welcome" not in seat.hint


@played
async def test_the_next_launch_shows_the_same_words_at_another_size(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space")
        words, sentence = seat.top_words, seat.sentence
    async with running(desk, size=(70, 20)) as seat:
        assert seat.top_words == words
        assert seat.sentence == sentence


@played
async def test_panes_theme_and_column_are_as_they_were_left(desk: Desk) -> None:
    async with running(desk, size=(160, 40)) as seat:
        await seat.press("r r t < <")
        assert seat.room.column_width == 64
        theme = seat.app.theme
    async with running(desk, size=(160, 40)) as seat:
        assert seat.app.theme == theme == "her-light"
        assert seat.room.column_width == 64
        assert not seat.room.reviews_pane.display
        assert seat.room.query_one("#side").display
        await seat.press("z")
    async with running(desk, size=(160, 40)) as seat:
        assert not seat.room.query_one("#side").display
        await seat.press("z t")
    async with running(desk, size=(160, 40)) as seat:
        assert seat.app.theme == "her-dark"
        assert seat.room.query_one("#side").display
        assert not seat.room.reviews_pane.display


@played
async def test_dark_and_light_lead_to_the_other_side_and_back_to_the_chosen_theme(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        seat.app.theme = "dracula"  # as by the list of themes
        for theme in ("her-light", "dracula", "her-light"):
            await seat.press("t")
            assert seat.app.theme == theme
    async with running(desk) as seat:
        await seat.press("t")
        assert seat.app.theme == "dracula"
        seat.app.theme = "nord"  # as dark as the one that was left last
        await seat.press("t")
        assert seat.app.theme == "her-light"
        await seat.press("t")
        assert seat.app.theme == "nord"


@played
async def test_the_review_that_was_jumped_to_is_open_next_time(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press(": g u l l enter")
    async with running(desk) as seat:
        assert seat.room.review == "gull"


@played
async def test_jumps_change_no_progress_until_one_reads_on(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j j")
        await seat.kept(desk)
        before = desk.progress()
        assert before["tide"].place.block == 2
        await seat.press("G")
        await seat.press("s enter ] ] ] ]")
        await seat.kept(desk)
        assert desk.progress() == before
        await seat.press(": t i d e enter")
        assert seat.page.cursor == before["tide"].place
        await seat.press("G k")
        await seat.kept(desk)
        after = desk.progress()["tide"]
        assert after.place.block >= 43
        assert after.finished
        assert "gull" not in desk.progress()


@played
async def test_a_move_ahead_of_a_jump_counts_where_it_was_made(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.type(("space", "space", ":", *"gull:5", "enter"))
        assert (seat.room.review, seat.block) == ("gull", 5)
        await seat.press("q")
    assert desk.progress().keys() == {"tide"}
    assert desk.progress()["tide"].read > 0


@played
async def test_reading_back_does_not_lessen_progress(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space space")
        await seat.kept(desk)
        read = desk.progress()["tide"].read
        await seat.press("pageup pageup pageup k")
        await seat.kept(desk)
        assert desk.progress()["tide"].read == read > 0.1


@played
async def test_a_review_that_is_opened_goes_on_where_it_was_left(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space space j")
        words, sentence = seat.top_words, seat.sentence
        await seat.press("r j enter")
        assert seat.room.review == "keeper"
        await seat.press("r k enter")
        assert (seat.top_words, seat.sentence) == (words, sentence)


@played
async def test_a_text_that_has_changed_is_resumed_at_the_same_words(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("1 5 } l")
        sentence = seat.sentence
    assert desk.room is not None
    path = desk.room / "reviews" / "tide.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## Part 1", "New words.\n\n## Part 1"), encoding="utf-8")
    async with running(desk) as seat:
        assert seat.sentence == sentence
        assert seat.block == 17


@played
async def test_a_review_that_is_gone_is_not_resumed(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press(": g u l l enter b")
    assert desk.room is not None
    (desk.room / "reviews" / "gull.md").unlink()
    async with running(desk) as seat:
        assert seat.room.review == "tide"
        await seat.press("B")
        assert "gull" in seat.shown
        await seat.press("enter")
        assert seat.app.is_running
        await seat.press("escape")
        assert seat.room.review == "tide"


@pytest.mark.parametrize(
    ("name", "value"),
    [("column", "9999999"), ("column", "-"), ("place", "x:y"), ("panes", "?"), ("theme", "gone")],
)
@played
async def test_a_session_that_makes_no_sense_does_no_harm(
    desk: Desk, name: str, value: str
) -> None:
    async with running(desk) as seat:
        await seat.press("space")
    with desk.store() as store:
        store.session.save(desk.shelf, {name: value})
    async with running(desk, size=WIDE) as seat:
        assert "sea" in seat.words_in(seat.page)
        await seat.press("> < j")
        assert seat.app.is_running


@played
async def test_a_bare_file_is_resumed_and_keeps_its_bookmarks(desk: Desk) -> None:
    text = "\n\n".join(f"Paragraph {number} of a file. It goes on." for number in range(1, 90))
    for opening in range(2):
        async with running(desk, reading=desk.file("a.txt", text)) as seat:
            if opening == 0:
                await seat.press("space space b j")
                words = seat.top_words
            else:
                assert seat.top_words == words
                assert len(seat.marks) == 1
    assert len(desk.file_bookmarks()) == 1


@played
async def test_each_bare_file_is_resumed_at_its_own_place(desk: Desk) -> None:
    text = "\n\n".join(f"Paragraph {number} of a file. It goes on." for number in range(1, 90))
    async with running(desk, reading=desk.file("a.txt", text)) as seat:
        await seat.press("space space")
        words = seat.top_words
    async with running(desk, reading=desk.file("b.txt", text)) as seat:
        assert seat.page.first_line.block == 1
        await seat.press("space")
    async with running(desk, reading=desk.file("a.txt", text)) as seat:
        assert seat.top_words == words

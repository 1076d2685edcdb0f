from desk import Desk
from imported_texts import NOON
from piloting import played, running

STAR = "★"


def quotes(desk: Desk) -> list[str]:
    return [mark.passage.quote for mark in desk.bookmarks()]


def rows_with(rows: list[str], sign: str) -> list[str]:
    """Give the rows of the page that begin with a sign, without the side panes."""
    return [row[24:92] for row in rows if sign in row[24:40]]


@played
async def test_one_key_bookmarks_the_sentence_and_takes_it_away(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j l")
        sentence = seat.sentence
        await seat.press("b")
        assert quotes(desk) == [sentence]
        kept = desk.bookmarks()[0]
        assert (kept.review, kept.section, kept.note) == ("tide", "Part 1", "")
        assert kept.passage.start.block == seat.block
        assert len(rows_with(seat.rows, STAR)) == 1
        assert f"{STAR}1" in seat.shown
        assert "Bookmarked" in seat.hint
        await seat.press("b")
        assert quotes(desk) == []
        assert STAR not in seat.shown
        assert "taken away" in seat.hint


@played
async def test_undo_brings_a_bookmark_back_and_redo_takes_it_away_again(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j b b u")
        assert len(quotes(desk)) == len(seat.marks) == 1
        assert STAR in seat.shown
        await seat.press("ctrl+r")
        assert quotes(desk) == []
        assert STAR not in seat.shown
        await seat.press("2 u")
        assert quotes(desk) == []
        await seat.press("u")
        assert "Nothing to undo" in seat.hint


@played
async def test_a_selection_is_bookmarked_whole(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j v l l")
        first = seat.plain(2).split(". ")[0]
        await seat.press("b")
        (quote,) = quotes(desk)
        assert quote.startswith(first)
        assert quote.count("Sentence") == 3
        assert not seat.page.selecting


@played
async def test_a_selection_reaches_over_paragraphs_and_headings(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("v } } b")
        (quote,) = quotes(desk)
        assert quote.split("\n")[0] == "Part 1"
        assert len(quote.split("\n")) == 3
        assert quote.endswith("white as salt.")


@played
async def test_escape_lets_a_selection_go(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j v j j escape")
        assert not seat.page.selecting
        sentence = seat.sentence
        await seat.press("b")
        assert quotes(desk) == [sentence]


@played
async def test_a_note_is_written_on_a_bookmark_and_can_be_undone(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j b e")
        await seat.type("read again")
        await seat.press("enter")
        assert [mark.note for mark in desk.bookmarks()] == ["read again"]
        assert seat.has_focus(seat.page)
        await seat.press("e ! enter")
        assert [mark.note for mark in desk.bookmarks()] == ["read again!"]
        await seat.press("u")
        assert [mark.note for mark in desk.bookmarks()] == ["read again"]


@played
async def test_a_note_where_no_bookmark_is_makes_one(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j e")
        await seat.type("why")
        await seat.press("enter")
        assert [(mark.passage.quote, mark.note) for mark in desk.bookmarks()] == [
            (seat.sentence, "why")
        ]


@played
async def test_a_note_that_is_left_changes_nothing(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j b e")
        await seat.type("nonsense")
        await seat.press("escape")
        assert [mark.note for mark in desk.bookmarks()] == [""]
        assert seat.has_focus(seat.page)


@played
async def test_the_next_and_the_previous_bookmark(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b } } b g g '")
        assert seat.block == 2
        await seat.press("'")
        assert seat.block == 4
        await seat.press('"')
        assert seat.block == 2
        await seat.press("backspace")
        assert seat.block == 4


@played
async def test_the_step_past_the_last_bookmark_says_that_it_goes_around(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b } } b '")
        assert seat.block == 2
        assert seat.hint == "Bookmark 1 of 2 · around again"
        await seat.press("'")
        assert seat.hint == "Bookmark 2 of 2"
        await seat.press("{ {")
        await seat.press('"')
        assert seat.block == 4
        assert seat.hint == "Bookmark 2 of 2 · around again"
        await seat.press("e")
        await seat.type("mine")
        await seat.press("enter ' '")
        assert seat.hint == "mine"
        await seat.press("d '")
        assert seat.hint == "Bookmark 1 of 1"


@played
async def test_copying_sends_the_passage_with_its_source(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } y")
        copied = seat.app.clipboard
        assert copied.startswith("“The owl lands on the rail, white as salt.”")
        assert "The Tide Table, A. Reader (tide:3)" in copied
        await seat.press("v l l ctrl+c")
        assert "Nobody remarks on it." in seat.app.clipboard
        assert not seat.page.selecting


@played
async def test_a_selection_too_long_for_the_clipboard_is_refused(desk: Desk) -> None:
    reading = desk.file("long.txt", "\n\n".join(["So many words. " * 50] * 200))
    async with running(desk, reading=reading) as seat:
        await seat.press("v G y")
        assert seat.app.clipboard == ""
        assert "Too long" in seat.hint
        assert seat.page.selecting


@played
async def test_a_locked_database_changes_nothing_and_says_so(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b }")
        with desk.store() as other, other._database.atomic("held"):
            await seat.press("b")
            assert len(seat.marks) == 1
            assert len(rows_with(seat.rows, STAR)) == 1
            assert any("The bookmark could not be kept" in notice for notice in seat.notices)
            await seat.press("u")
            assert len(seat.marks) == 1
        await seat.press("b")
        assert len(quotes(desk)) == len(seat.marks) == 2


@played
async def test_two_readers_see_each_others_bookmarks(desk: Desk) -> None:
    async with running(desk) as one, running(desk) as other:
        await one.press("} b")
        await other.until(lambda: other.marks)
        assert [mark.passage.quote for mark in other.marks] == quotes(desk)
        assert STAR in other.shown
        await other.press("} } b")
        await one.until(lambda: len(one.marks) == 2)
        assert len(rows_with(one.rows, STAR)) == 2


@played
async def test_taking_away_what_another_reader_took_away_is_harmless(desk: Desk) -> None:
    async with running(desk) as one:
        await one.press("} b")
        one.look_at_no_other_window()
        with desk.store() as other:
            mark = other.bookmarks.all(desk.shelf)[0]
            other.bookmarks.delete(mark.id, mark.created)
        await one.press("b")
        assert quotes(desk) == []
        assert STAR not in one.shown


@played
async def test_a_note_on_a_bookmark_that_goes_meanwhile_can_be_left(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} b e")
        await seat.type("mine")
        with desk.store() as store:
            store.bookmarks.delete(desk.bookmarks()[0].id, NOON)
        seat.room._watch_store()
        await seat.press("enter escape")
        assert desk.bookmarks() == ()
        assert seat.has_focus(seat.page)
        assert STAR not in seat.shown

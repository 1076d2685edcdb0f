import re

import pytest
from desk import Desk
from own_reviews import bring, own_review
from piloting import NARROW, WIDE, Seat, played, running
from small_rooms import review, write_room
from textual.events import MouseDown, MouseMove, MouseUp


async def silence(seat: Seat) -> None:
    """Let the keys be told of at the foot of the page, and no news."""
    seat.room.notice = ""
    await seat.settle()


@played
async def test_the_foot_tells_what_keys_do_in_the_pane_that_has_them(desk: Desk) -> None:
    async with running(desk) as seat:
        await silence(seat)
        page = seat.hint
        assert page.startswith("b bookmark  ] next on scene  s scenes  r reviews")
        for keys, told in (("r", "⏎ open  / filter"), ("s", "⏎ go there  / filter")):
            await seat.press(keys)
            assert seat.hint.startswith(told)
            assert "esc back to the page" in seat.hint
            await seat.press("escape")
            assert seat.hint == page


@played
async def test_a_narrow_screen_names_the_keys_of_both_panes_from_the_start(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        assert seat.hint.startswith("Welcome.")
        assert "…" not in seat.hint
        for words in ("r shows reviews", "s scenes", "] follows one"):
            assert words in seat.hint
        await silence(seat)
        for words in ("s scenes", "r reviews", "⌫ back"):
            assert words in seat.hint


@pytest.mark.parametrize("size", [NARROW, WIDE])
@played
async def test_the_foot_of_the_reviews_tells_of_import_and_of_what_is_for_one_s_own(
    desk: Desk, size: tuple[int, int]
) -> None:
    bring(desk, own_review())
    async with running(desk, size=size) as seat:
        await silence(seat)
        await seat.press("r")
        there = "⏎ open  / filter  esc back to the page"
        assert seat.hint == f"{there}  I import  S search all"
        await seat.press("G")
        assert seat.hint.startswith(f"{there}  E edit facts  X remove")
        await seat.press("X")
        await silence(seat)
        assert seat.hint == f"{there}  I import  S search all"


@played
async def test_the_foot_offers_nothing_that_is_of_no_use_there(desk: Desk) -> None:
    empty = Desk(desk.folder, write_room(desk.folder / "empty", {}), "empty")
    async with running(empty) as seat:
        await seat.press("r")
        assert seat.hint == "esc back to the page  I import  S search all"
        await seat.press("escape s")
        assert seat.hint == "esc back to the page"
    plain = Desk(desk.folder, write_room(desk.folder / "plain", {"one": review("One", "Words.")}))
    async with running(plain) as seat:
        await silence(seat)
        assert seat.hint.startswith("b bookmark  r reviews  / find")
        assert "I import" in seat.hint
    async with running(desk, reading=desk.file("notes.md", "Words.")) as seat:
        await silence(seat)
        assert seat.hint == "b bookmark  / find  ⌫ back  B bookmarks  q quit"
        await seat.press("r")
        assert seat.hint == "⏎ open  / filter  esc back to the page"
    async with running(desk) as seat:
        await seat.press("s /")
        await seat.type("zebra")
        await seat.press("enter")
        assert seat.hint == "/ filter  esc back to the page  U unsure links"


@played
async def test_words_that_are_not_in_a_review_may_be_in_another(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("/")
        await seat.type("keeps")
        await seat.press("enter")
        assert seat.hint == "keeps is not found here · S searches all reviews"
        await seat.press("n")
        assert seat.hint == "keeps is not found here · S searches all reviews"
        await seat.press("/")
        await seat.type("the keeper of the light keeps a log of all he sees")
        await seat.press("enter")
        assert seat.hint == "the keeper of the light… is not found here · S searches all reviews"
    alone = Desk(desk.folder, write_room(desk.folder / "one", {"one": review("One", "Words.")}))
    async with running(alone) as seat:
        await seat.press("/")
        await seat.type("keeps")
        await seat.press("enter")
        assert seat.hint == "keeps is not found here"


@pytest.mark.parametrize("size", [NARROW, WIDE])
@played
async def test_the_foot_tells_what_can_be_done_with_a_selection(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with running(desk, size=size) as seat:
        await silence(seat)
        page = seat.hint
        for keys, done in (("v l", "escape"), ("v j", "b"), ("v", "y")):
            await seat.press(keys)
            await silence(seat)
            assert seat.hint == "b bookmark  y copy  e note  esc let go"
            await seat.press(done)
            await silence(seat)
            assert seat.hint == page
        x, y = next((row.index("Sentence"), y) for y, row in enumerate(seat.rows) if "1 of" in row)
        await seat.mouse(MouseDown, at=(x, y))
        assert seat.hint == page
        await seat.mouse(MouseMove, at=(x + 4, y))
        await seat.mouse(MouseMove, at=(x + 8, y))
        assert "esc let go" in seat.hint
        await seat.mouse(MouseUp, at=(x + 8, y))
        assert "esc let go" in seat.hint


@pytest.mark.parametrize("size", [NARROW, (100, 30), WIDE])
@played
async def test_the_scenes_tell_what_their_dots_mean_while_one_looks_there(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with running(desk, size=size) as seat:
        await seat.press("s")
        title = seat.words_in(seat.room.scenes_pane)
        assert "Scenes · none • one ● more" in title
        await seat.press("escape")
        assert "none •" not in seat.shown
        await seat.press("s /")
        await seat.type("lamp")
        assert "Scenes · lamp" in seat.shown
        await seat.press("escape escape ? G")
        assert "A dot for each review, in their order" in seat.shown


@pytest.mark.parametrize("size", [(60, 20), NARROW, WIDE])
@pytest.mark.parametrize("keys", ["?", "B", "b B", "A", "Q", "S o w l enter"])
@played
async def test_every_list_tells_how_to_leave_it(
    desk: Desk, keys: str, size: tuple[int, int]
) -> None:
    bring(desk, own_review())
    async with running(desk, size=size, start="night") as seat:
        await seat.press(keys)
        assert seat.app.screen is not seat.room
        assert seat.hint.endswith("leave")


@pytest.mark.parametrize("key", ["/", ":", "S", "I", "a", "E"])
@played
async def test_every_prompt_tells_how_to_leave_it(desk: Desk, key: str) -> None:
    bring(desk, own_review())
    async with running(desk, size=NARROW, start="night") as seat:
        await seat.press(key)
        assert "esc leaves" in seat.hint
        await seat.resize(40, 12)
        await seat.press(f"escape {key}")
        assert "esc" not in seat.hint


@played
async def test_a_filter_tells_how_to_show_all_again(desk: Desk) -> None:
    async with running(desk) as seat:
        for key in ("r /", "escape s /"):
            await seat.press(key)
            assert "esc shows all" in seat.hint


@played
async def test_the_prompt_tells_which_scene_is_named_so_far(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, size=NARROW, start="night") as seat:
        for keys in ("a", "escape Q e"):
            await seat.press(keys)
            await seat.type("zz")
            assert "no such scene · esc leaves" in seat.hint
            await seat.press("ctrl+u")
            await seat.type("roo")
            assert "⏎ The roof · esc leaves" in seat.hint


@played
async def test_what_was_wrong_with_an_answer_is_told_until_the_next_one(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("a")
        await seat.type("zzz")
        await seat.press("enter")
        assert len(seat.notices) == 1
        await seat.press("enter")
        assert len(seat.notices) == 1
        await seat.press("ctrl+u")
        await seat.type("roof")
        await seat.press("enter")
        assert seat.notices == []


@played
async def test_undo_names_the_scene_and_the_words(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("} x u")
        assert "Undone: no to The owl, “The owl is at it again.”" in seat.hint
        await seat.press("a")
        await seat.type("roof")
        await seat.press("enter u ctrl+r")
        assert "Done again: link to The roof, “The owl is at it again.”" in seat.hint
        await seat.press("Q e")
        await seat.type("stairs")
        await seat.press("enter q u")
        assert "Undone: The stairs instead of The owl, “" in seat.hint


@played
async def test_a_long_list_tells_where_one_is_in_it(desk: Desk) -> None:
    bring(desk, *(own_review(f"night-{number}") for number in range(40)))
    async with running(desk) as seat:
        assert "of 43" not in seat.words_in(seat.room.reviews_pane)
        await seat.press("r G")
        assert "43 of 43" in seat.words_in(seat.room.reviews_pane)
        await seat.press("/")
        await seat.type("night-3 critic")
        assert "1 of 11" in seat.words_in(seat.room.reviews_pane)


@played
async def test_a_long_title_of_a_scene_is_broken_and_never_cut(desk: Desk) -> None:
    title = "The quarrel at the kerb, in the rain, about a sigh"
    scenes = f'[[scene]]\nslug = "kerb"\ntitle = "{title}"\n'
    room = write_room(desk.folder / "kerb", {"one": review("One", "Words.")}, scenes=scenes)
    for size, keys in ((WIDE, ""), (NARROW, "s"), ((40, 12), "s"), ((200, 50), "")):
        async with running(Desk(desk.folder, room, "kerb"), size=size) as seat:
            await seat.press(keys)
            words = re.sub("[▏·]", "", seat.words_in(seat.room.scenes_pane)).split()
            assert title in " ".join(words), size


@played
async def test_the_preview_is_there_as_soon_as_the_scenes_are_opened(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("s")
        assert "The owl" in seat.words_in(seat.room.preview_pane)


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("b B", ("⏎ go there", "e note", "d delete", "u undo", "/ filter")),
        ("A", ("j down", "space page down")),
        ("Q", ("y yes", "n no", "e another scene", "s skip")),
        ("S o w l enter", ("⏎ go there", "/ search again")),
    ],
)
@pytest.mark.parametrize("size", [(40, 12), WIDE])
@played
async def test_the_help_in_a_list_begins_with_its_keys_and_leads_back_to_it(
    desk: Desk, size: tuple[int, int], keys: str, there: tuple[str, ...]
) -> None:
    bring(desk, own_review())
    async with running(desk, size=size, start="night") as seat:
        await seat.press(keys)
        listed = seat.app.screen
        for leave in ("?", "escape", "q"):
            await seat.press("?")
            words = seat.words_in(seat.app.screen.query_one("#help"))
            assert "In this list" in words
            assert all(told in words for told in there), words
            assert "esc leave" in words
            await seat.press(leave)
            assert seat.app.screen is listed
        await seat.press("escape ?")
        assert "In this list" not in seat.shown


@played
async def test_a_filter_says_what_it_looks_in(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("b")
        asked = {
            "r /": "words of its title, author or year",
            "escape s /": "words of its title or summary",
            "escape escape B /": "words",
        }
        for keys, sought in asked.items():
            await seat.press(keys)
            assert " ".join(seat.hint.split()) == f"Filter: {sought} esc shows all"


@played
async def test_an_unknown_place_to_go_names_no_command_of_the_shell(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press(":")
        await seat.type("zzz")
        await seat.press("enter")
        told = "Nothing here is called 'zzz': See the lists of reviews and scenes."
        assert told in seat.notices

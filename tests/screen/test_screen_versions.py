import pytest
from desk import Desk
from imported_texts import NOON
from own_reviews import LAMP, OWL, own_review, replace, shorter_review, verdicts
from piloting import played, running

pytestmark = pytest.mark.usefixtures("night")

NEW = ("Something quite new.", "And more of it.")


def marks(desk: Desk) -> list[tuple[int, str, bool]]:
    """Give the bookmarks that are kept: block, words, and whether they are placed."""
    return [
        (mark.passage.start.block, mark.passage.quote, mark.placed) for mark in desk.bookmarks()
    ]


def links(desk: Desk) -> list[tuple[str, int, str]]:
    """Give what is linked by hand: scene, block, words."""
    return [(made.scene, made.block, made.quote) for made in desk.decisions()]


def edit_tide(desk: Desk) -> None:
    """Put two paragraphs at the beginning of a review of the room's own."""
    assert desk.room is not None
    path = desk.room / "reviews" / "tide.md"
    head, text = path.read_text(encoding="utf-8").split("\n## Part 1", 1)
    new = "\n\n".join(NEW)
    path.write_text(f"{head}\n{new}\n\n## Part 1{text}", encoding="utf-8")


@played
async def test_a_link_goes_to_the_words_for_which_a_scene_was_asked(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} v l a")
        replace(desk, own_review(), *NEW)
        seat.room._watch_store()
        await seat.type("roof")
        await seat.press("enter")
        assert links(desk) == [("roof", 4, f"{OWL} It is late.")]
        assert "Linked to The roof" in seat.hint
        assert not seat.page.selecting


@played
async def test_a_link_goes_to_the_review_for_which_a_scene_was_asked(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} a")
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        seat.room._watch_store()
        assert seat.room.review != "night"
        await seat.type("roof")
        await seat.press("enter")
        assert any("The review has been removed" in notice for notice in seat.notices)
        assert verdicts(desk) == []
        assert seat.room.open_prompt() is None


@played
async def test_a_review_that_is_gone_stays_on_the_page_until_the_room_takes_that_over(
    desk: Desk,
) -> None:
    async with running(desk, start="night") as seat:
        with desk.store() as store:
            store.library.remove(desk.shelf, "night", NOON)
        seat.room.reading.refresh()  # as a list does that lies above the room
        await seat.resize(100, 30)
        seat.room._watch_store()
        assert seat.room.review != "night"


@played
async def test_what_is_kept_just_after_a_replacement_is_kept_at_its_words(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("}")
        replace(desk, own_review(), *NEW)
        await seat.press("b x")
        assert marks(desk) == [(4, OWL, True)]
        assert links(desk) == [("owl", 4, OWL)]
        assert seat.block == 4
        assert NEW[0] in seat.words_in(seat.page)


@played
async def test_a_note_just_after_a_replacement_goes_with_its_words(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} v l")
        replace(desk, own_review(), *NEW)
        await seat.press("e")
        await seat.type("mine")
        await seat.press("enter")
        assert [mark.note for mark in desk.bookmarks()] == ["mine"]
        assert marks(desk) == [(4, f"{OWL} It is late.", True)]


@played
async def test_words_that_a_replacement_took_are_not_kept_and_the_new_ones_show(
    desk: Desk,
) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("}")
        seat.look_at_no_other_window()
        replace(desk, shorter_review(), *NEW)
        await seat.press("b")
        assert any("no longer in it" in notice for notice in seat.notices)
        assert marks(desk) == []
        assert NEW[0] in seat.words_in(seat.page)


@played
async def test_a_selection_stays_on_its_words_when_the_review_is_replaced(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} v }")
        replace(desk, own_review(), *NEW)
        seat.room._watch_store()
        await seat.settle()
        assert seat.page.selecting
        await seat.press("b")
        assert marks(desk) == [(4, f"{OWL} It is late.\nWell.", True)]


@played
async def test_a_selection_of_which_the_words_are_gone_says_so(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} v")
        replace(desk, shorter_review())
        seat.room._watch_store()
        await seat.settle()
        assert not seat.page.selecting
        assert "no longer in it" in seat.hint


@played
async def test_going_back_into_a_replaced_review_leads_to_the_words(desk: Desk) -> None:
    async with running(desk, start="night") as seat:
        await seat.press("} } l")
        assert seat.sentence == LAMP
        await seat.press(": t i d e enter")
        replace(desk, own_review(), *NEW)
        seat.room._watch_store()
        await seat.press("backspace")
        assert (seat.room.review, seat.block, seat.sentence) == ("night", 5, LAMP)


@played
async def test_a_review_of_the_room_that_is_edited_shows_as_it_is_once_another_has_read_it(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("} } b")
        edit_tide(desk)
        desk.reading().close()
        seat.room._watch_store()
        await seat.settle()
        assert seat.plain(1) == NEW[0]
        assert seat.block == 5
        assert seat.room.here == {"owl"}
        await seat.press("} b a")
        await seat.type("roof")
        await seat.press("enter")
        assert [(block, placed) for block, _, placed in marks(desk)] == [(5, True), (6, True)]
        assert [(scene, block) for scene, block, _ in links(desk)] == [("roof", 6)]
        assert [words for _, words, _ in marks(desk)][1] == links(desk)[0][2]


@played
async def test_what_is_kept_in_a_review_of_the_room_just_after_an_edit_is_kept_at_its_words(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        await seat.press("} }")
        sentence = seat.sentence
        edit_tide(desk)
        await seat.press("b")
        assert marks(desk) == [(5, sentence, True)]
        assert seat.plain(1) == NEW[0]

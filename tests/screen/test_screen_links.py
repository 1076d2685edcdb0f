import pytest
from desk import Desk
from own_reviews import OWL, bring, own_review, verdicts
from piloting import NARROW, Seat, played, running

TALL = (120, 70)


def scenes_here(seat: Seat) -> set[str]:
    return set(seat.room.here)


@played
async def test_one_key_links_the_sentence_to_the_scene_that_is_entered(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} a")
        assert "Link to:" in seat.hint
        await seat.type("roof")
        await seat.press("enter")
        assert verdicts(desk) == [("tide", "roof", "linked")]
        assert scenes_here(seat) == {"roof"}
        assert "Linked to The roof" in seat.hint
        assert "by hand" in seat.words_in(seat.room.scenes_pane)
        assert [link.scene for link in seat.page.links[seat.block]] == ["roof"]
        await seat.press("u")
        assert verdicts(desk) == []
        assert scenes_here(seat) == set()
        assert seat.block not in seat.page.links
        await seat.press("ctrl+r")
        assert verdicts(desk) == [("tide", "roof", "linked")]


@played
async def test_a_scene_is_known_by_its_title_and_by_how_it_begins_in_any_case(desk: Desk) -> None:
    async with running(desk) as seat:
        for words in ("THE STAIRS", "Sta", "the st"):
            await seat.press("} a")
            await seat.type(words)
            await seat.press("enter")
        assert [scene for _, scene, _ in verdicts(desk)] == ["stairs"] * 3


@played
async def test_a_name_that_is_none_or_several_is_asked_for_again(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} a")
        await seat.type("the")
        await seat.press("enter")
        assert any("“The owl”, “The lamp goes out”, “The" in notice for notice in seat.notices)
        assert "Link to: the" in seat.hint
        await seat.press("ctrl+u")
        await seat.type("lanp")
        await seat.press("enter")
        assert any("Did you mean The lamp goes out?" in notice for notice in seat.notices)
        assert verdicts(desk) == []
        await seat.press("backspace backspace")
        await seat.type("mp")
        await seat.press("enter")
        assert [scene for _, scene, _ in verdicts(desk)] == ["lamp"]


@played
async def test_what_was_wrong_with_a_name_goes_with_the_prompt(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("} a")
        await seat.type("nowhere")
        await seat.press("enter")
        assert any("nowhere" in notice for notice in seat.notices)
        await seat.press("escape")
        assert seat.notices == []
        assert seat.has_focus(seat.page)


@played
async def test_a_scene_is_known_by_words_anywhere_in_its_title_or_else_its_summary(
    desk: Desk,
) -> None:
    async with running(desk) as seat:
        for words in ("goes out", "fails HALF", "OUT lamp", "gallery"):
            await seat.press("} a")
            await seat.type(words)
            await seat.press("enter")
        assert [scene for _, scene, _ in verdicts(desk)] == ["lamp", "lamp", "lamp", "owl"]


@played
async def test_the_prompt_names_the_scenes_that_fit_what_is_typed(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("} a")
        assert "esc leaves" in seat.hint
        await seat.type("the")
        assert "The owl or The lamp goes out or The stairs" in seat.hint
        await seat.type(" lamp")
        assert "⏎ The lamp goes out · esc leaves" in seat.hint
        await seat.type("x")
        assert "no such scene" in seat.hint
    async with running(desk, size=(40, 12)) as seat:
        await seat.press("} a")
        await seat.type("out")
        assert "⏎ The lam…" in seat.hint


@played
async def test_enter_alone_links_to_the_followed_scene_which_the_prompt_names(desk: Desk) -> None:
    for size in (NARROW, (40, 12)):
        async with running(desk, size=size) as seat:
            await seat.press("s enter } a")
            assert "Link to: The owl" in seat.hint
            await seat.press("enter u")
    async with running(desk) as seat:
        await seat.press("s enter } a enter")
        assert verdicts(desk) == [("tide", "owl", "linked")]


@played
async def test_enter_alone_links_to_nothing_where_no_scene_is_followed(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} a enter")
        assert "nothing is linked" in seat.hint
        assert verdicts(desk) == []
        await seat.press("s j escape a enter")
        assert verdicts(desk) == []


@played
async def test_a_selection_over_two_blocks_is_linked_whole_and_undone_at_once(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} v } a")
        await seat.type("roof")
        await seat.press("enter")
        assert verdicts(desk) == [("tide", "roof", "linked")] * 2
        assert not seat.page.selecting
        await seat.press("u")
        assert verdicts(desk) == []


@played
async def test_a_link_is_rejected_by_one_key_and_brought_back_by_another(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} }")
        assert scenes_here(seat) == {"owl"}
        await seat.press("x")
        assert verdicts(desk) == [("tide", "owl", "rejected")]
        assert scenes_here(seat) == set()
        assert "No longer linked to The owl" in seat.hint
        await seat.press("s enter")
        assert "of 4" in seat.hint
        await seat.press("u")
        assert verdicts(desk) == []
        await seat.press("escape g g } }")
        assert scenes_here(seat) == {"owl"}


@played
async def test_what_was_rejected_stays_so_in_the_next_session(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("} } x")
    async with running(desk) as seat:
        await seat.press("g g } }")
        assert scenes_here(seat) == set()


@pytest.mark.parametrize("pane", ["s", "s tab", "r"])
@played
async def test_a_link_is_rejected_on_the_page_alone(desk: Desk, pane: str) -> None:
    async with running(desk) as seat:
        await seat.press(f"}} }} {pane}")
        await seat.press("x")
        assert "Links are rejected on the page" in seat.hint
        assert desk.decisions() == ()
        await seat.press("escape x")
        assert len(desk.decisions()) == 1


@played
async def test_where_nothing_is_linked_nothing_is_rejected(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("x")
        assert "No scene is linked here" in seat.hint
        assert verdicts(desk) == []


@played
async def test_a_found_link_says_why_it_is_there_and_how_sure_it_is(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, size=TALL, start="night") as seat:
        await seat.press("}")
        assert scenes_here(seat) == {"owl"}
        assert "found, 92% sure: names the owl" in seat.words_in(seat.room.scenes_pane)
        await seat.press("s enter g g")
        await seat.press(": t i d e enter } }")
        preview = seat.words_in(seat.room.preview_pane)
        assert f"On night {OWL} found, 92% sure: names the owl" in preview


@played
async def test_unsure_links_are_shown_again_at_the_next_launch(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("U q")
    async with running(desk, start="night") as seat:
        await seat.press("} } l")
        assert scenes_here(seat) == {"lamp"}
        await seat.press("g g U q")
    async with running(desk, start="night") as seat:
        await seat.press("} } l")
        assert scenes_here(seat) == set()


@played
async def test_unsure_links_are_kept_apart_until_they_are_asked_for(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("} } l")
        assert scenes_here(seat) == set()
        assert "┊" not in seat.words_in(seat.page)
        await seat.press("U")
        assert scenes_here(seat) == {"lamp"}
        assert "┊" in seat.words_in(seat.page)
        assert "perhaps, 40% sure: names the owl" in seat.words_in(seat.room.scenes_pane)
        await seat.press("U")
        assert scenes_here(seat) == set()
        assert "┊" not in seat.words_in(seat.page)


@played
async def test_stepping_goes_through_own_reviews_as_through_the_others(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("s enter 5 ]")
        assert (seat.room.review, seat.block) == ("night", 2)
        assert "6 of 6 · On night" in seat.hint
        assert "The owl ●•●•" in seat.words_in(seat.room.scenes_pane)


@played
async def test_linking_works_on_a_narrow_screen(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        await seat.press("} a")
        await seat.type("roof")
        await seat.press("enter")
        assert "● The roof · 1 of 1" in seat.status

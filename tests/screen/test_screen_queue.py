import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from desk import Desk
from imported_texts import NOON, found
from own_reviews import LAMP, OWL, bring, own_review, titles, verdicts
from piloting import NARROW, played, running
from textual import events

from herreader.tui.screens.queue import QueueScreen


@contextmanager
def unreadable_links(desk: Desk) -> Iterator[None]:
    """Keep the found links out of reach for a while."""
    database = sqlite3.connect(desk.database)
    database.execute("ALTER TABLE link RENAME TO lost")
    yield
    database.execute("ALTER TABLE lost RENAME TO link")
    database.close()


@played
async def test_the_queue_shows_scene_reason_review_and_passage(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("Q")
        words = " ".join(seat.shown.split())
        assert "Found passages · 1 of 2" in words
        assert "● The owl" in words
        assert "found, 92% sure: names the owl" in words
        assert "On night · night:2" in words
        assert f"{OWL} It is late." in words
        await seat.press("s")
        words = " ".join(seat.shown.split())
        assert "2 of 2" in words
        assert "perhaps, 40% sure: names the owl" in words
        assert LAMP in words


@played
async def test_yes_no_and_another_scene_are_kept_each_as_one_act(desk: Desk) -> None:
    bring(desk, own_review(), own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q y n e")
        await seat.type("roof")
        await seat.press("enter")
        kept = [
            ("day", "owl", "confirmed"),
            ("day", "lamp", "rejected"),
            ("night", "owl", "rejected"),
            ("night", "roof", "linked"),
        ]
        assert verdicts(desk) == kept
        assert "4 of 4" in seat.shown
        await seat.press("u")
        assert verdicts(desk) == kept[:2]
        assert "3 of 4" in seat.shown
        await seat.press("u u u")
        assert verdicts(desk) == []
        assert "1 of 4" in seat.shown


@played
async def test_links_that_go_on_from_one_another_are_one_question_and_one_act(desk: Desk) -> None:
    text = own_review()
    owl = text.links[0]
    more = found(text, "owl", 2, "It is late.", confidence=0.4, continues=True)
    further = found(text, "owl", 3, "Well.", continues=True)
    bring(desk, text._replace(links=(owl, more, further, text.links[1])))
    async with running(desk) as seat:
        await seat.press("Q")
        words = " ".join(seat.shown.split())
        assert "1 of 2" in words
        assert "found, 92% sure: names the owl perhaps, 40% sure: names the owl" in words
        assert f"{OWL} It is late. Well. {LAMP}" in words
        await seat.press("y")
        assert verdicts(desk) == [("night", "owl", "confirmed")] * 3
        assert "2 of 2" in seat.shown
        await seat.press("u")
        assert verdicts(desk) == []
        await seat.press("e")
        await seat.type("roof")
        await seat.press("enter q")
        kept = [(scene, verdict) for _, scene, verdict in verdicts(desk)]
        assert kept == [("owl", "rejected")] * 3 + [("roof", "linked")] * 3
        await seat.press("u Q")
        assert verdicts(desk) == []
        assert "1 of 2" in seat.shown


@played
async def test_of_a_passage_that_is_decided_in_part_the_rest_is_asked(desk: Desk) -> None:
    text = own_review()
    more = found(text, "owl", 2, "It is late.", continues=True)
    bring(desk, text._replace(links=(text.links[0], more)))
    async with running(desk, start="night") as seat:
        await seat.press("} x Q")
        assert "1 of 1" in seat.shown
        await seat.press("y")
        assert sorted(verdict for _, _, verdict in verdicts(desk)) == ["confirmed", "rejected"]
        assert "That was the last one" in seat.shown


@played
async def test_what_is_skipped_comes_again_the_next_time(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("Q n s")
        assert "That was the last one: 1 decided, 1 skipped until the next time." in seat.shown
        assert seat.hint.startswith("u undo skip")
        assert "y yes" not in seat.hint
        await seat.press("q Q")
        assert "1 of 1" in seat.shown
        assert LAMP in seat.shown
        await seat.press("n")
        assert "That was the last one" in seat.shown


@played
async def test_undo_goes_back_over_what_was_skipped_and_takes_nothing_else_back(
    desk: Desk,
) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("b Q s u u u")
        assert "1 of 2" in seat.shown
        assert len(desk.bookmarks()) == 1


@played
async def test_the_queue_goes_on_once_the_links_can_be_read_again(desk: Desk) -> None:
    bring(desk, own_review(), own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q s")
        with unreadable_links(desk):
            for _ in range(2):
                await seat.press("s")
                assert any("could not be read" in notice for notice in seat.notices)
                assert "s tries again" in seat.shown
                assert "That was the last one" not in seat.shown
        await seat.press("y")
        assert "3 of 4" in seat.shown
        assert "On night · night:2" in seat.shown
        assert verdicts(desk) == []
        await seat.press("s s")
        assert "That was the last one" in seat.shown


@played
async def test_a_review_that_goes_meanwhile_does_not_end_the_queue(desk: Desk) -> None:
    bring(desk, own_review(), own_review("noon"), own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q")
        with desk.store() as store:
            store.library.remove(desk.shelf, "day", NOON)
            store.library.remove(desk.shelf, "noon", NOON)
        await seat.press("s")
        assert "On night · night:2" in seat.shown
        assert seat.notices == []


@played
async def test_undo_in_the_queue_passes_over_a_review_that_has_gone(desk: Desk) -> None:
    bring(desk, own_review(), own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q s s")
        assert "On night · night:2" in seat.shown
        with desk.store() as store:
            store.library.remove(desk.shelf, "day", NOON)
        await seat.press("u")
        assert "On night · night:2" in seat.shown
        await seat.press("y s")
        assert "That was the last one" in seat.shown
        assert verdicts(desk) == [("night", "owl", "confirmed")]
        assert seat.notices == []


@played
async def test_the_queue_knows_of_an_import_of_this_moment(desk: Desk) -> None:
    async with running(desk) as seat:
        bring(desk, own_review())
        await seat.press("Q")
        assert "On night · night:2" in seat.shown


@played
async def test_a_passage_on_a_scene_that_has_left_the_room_is_not_asked(desk: Desk) -> None:
    text = own_review()
    bring(desk, text._replace(links=(found(text, "cellar", 2, OWL), *text.links)))
    async with running(desk) as seat:
        await seat.press("Q")
        assert "1 of 2" in seat.shown
        assert "● The owl" in seat.shown
        await seat.press("y y")
        assert "That was the last one" in seat.shown


@played
async def test_the_page_shows_at_once_what_was_decided(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.press("}")
        assert seat.room.here == {"owl"}
        await seat.press("Q n q")
        assert seat.room.here == set()
        await seat.press("u")
        assert seat.room.here == {"owl"}


@played
async def test_an_unknown_scene_changes_nothing(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("Q e")
        await seat.type("nowhere")
        await seat.press("enter")
        assert "1 of 2" in seat.shown
        assert any("nowhere" in notice for notice in seat.notices)
        assert verdicts(desk) == []
        assert "Another scene: nowhere" in seat.shown
        await seat.press("ctrl+u")
        await seat.type("roof")
        await seat.press("enter")
        assert "2 of 2" in seat.shown


@played
async def test_an_empty_queue_says_what_to_do(desk: Desk) -> None:
    async with running(desk, size=(40, 12)) as seat:
        await seat.press("Q")
        assert "Leave and press I to import more" in " ".join(seat.shown.split())
        await seat.press("y n s u e q")
        assert not isinstance(seat.app.screen, QueueScreen)


@played
async def test_the_queue_is_read_on_a_narrow_screen(desk: Desk) -> None:
    bring(desk, own_review())
    for size in (NARROW, (40, 12)):
        async with running(desk, size=size) as seat:
            await seat.press("Q")
            assert "y yes" in seat.shown
            await seat.press("G")
            assert "It is late." in " ".join(seat.shown.split())


@played
async def test_keys_typed_ahead_reach_the_queue(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        for key in "Qyn":
            seat.app.post_message(events.Key(key, key))
        for _ in range(3):
            await seat.settle()
        assert [verdict for _, _, verdict in verdicts(desk)] == ["confirmed", "rejected"]


@played
async def test_undo_in_the_queue_takes_back_its_own_decision_and_no_later_change(
    desk: Desk,
) -> None:
    bring(desk, own_review(), own_review("day"))
    async with running(desk) as seat:
        await seat.press("Q y")
        seat.room.reading.remove("night")  # as an import that ends behind the queue is kept
        await seat.press("u")
        assert verdicts(desk) == []
        assert "1 of 4" in seat.shown
        assert titles(desk) == ["On day"]
        await seat.press("q u")
        assert titles(desk) == ["On night", "On day"]


@played
async def test_undo_in_the_queue_is_offered_and_done_only_for_what_was_done_there(
    desk: Desk,
) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("Q")
        assert "undo" not in seat.hint
        await seat.press("n")
        assert "u undo" in seat.hint
        await seat.press("escape Q u")
        assert any("Nothing to undo" in notice for notice in seat.notices)
        assert len(verdicts(desk)) == 1
        await seat.press("escape u")
        assert verdicts(desk) == []


@played
async def test_the_foot_tells_what_was_answered_last(desk: Desk) -> None:
    bring(desk, own_review())
    async with running(desk) as seat:
        await seat.press("Q n")
        assert "u undo no" in seat.hint
        await seat.press("u e")
        assert "u undo" not in seat.hint
        await seat.type("stairs")
        await seat.press("enter")
        assert "u undo The stairs" in seat.hint

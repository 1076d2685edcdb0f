import sqlite3
from collections.abc import Sequence
from contextlib import closing

import pytest
from desk import Desk
from own_reviews import bring, own_review, verdicts
from piloting import played, running
from small_rooms import SCENES

from herreader.finding import Finder
from herreader.finding.finder import Found
from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.model.text import Block
from herreader.reading.library import TextAsRead

OTHER_SCENES = (
    SCENES.replace('title = "The stairs"', 'title = "The stairs"\ncues = ["the hour: late"]')
    + 'phrases = ["up on the roof"]\n'
)
SIGNS = 'signs = ["by the sea", "at it again"]\n'


def links(desk: Desk, review: str = "night") -> list[str]:
    with desk.store() as store:
        found = store.links.of_review(desk.shelf, review)
        return [link.scene for link in found if link.sure]


def change_scenes(desk: Desk) -> None:
    assert desk.room is not None
    (desk.room / "scenes.toml").write_text(SIGNS + OTHER_SCENES, encoding="utf-8")


@played
async def test_scenes_are_looked_for_again_in_own_reviews_once_they_have_changed(
    desk: Desk,
) -> None:
    bring(desk, own_review())
    assert links(desk) == ["owl"]
    change_scenes(desk)
    async with running(desk, start="night") as seat:
        assert "The stairs 0" not in seat.words_in(seat.room.scenes_pane)
        await seat.until(lambda: links(desk) == ["stairs"])
        await seat.until(lambda: [link.scene for link in seat.page.links.get(2, ())] == ["stairs"])
        assert seat.notices == []


@played
async def test_what_was_decided_by_hand_stays_when_scenes_are_looked_for_again(desk: Desk) -> None:
    bring(desk, own_review())
    reading = desk.reading()
    reading.decide(reading.crossref.by_block("night")[2], Verdict.CONFIRMED)
    reading.close()
    change_scenes(desk)
    async with running(desk, start="night") as seat:
        await seat.until(lambda: links(desk) == ["stairs"])
        await seat.until(lambda: len(seat.page.links.get(2, ())) == 2)
    assert verdicts(desk) == [("night", "owl", "confirmed")]


@played
async def test_what_was_looked_through_for_these_scenes_is_left_as_it_is(desk: Desk) -> None:
    bring(desk, own_review("noon"))
    change_scenes(desk)
    bring(desk, own_review())
    async with running(desk, start="night") as seat:
        await seat.until(lambda: links(desk, "noon") == ["stairs"])
        assert links(desk) == ["owl"]


@played
async def test_what_was_found_waits_until_another_program_lets_go_of_the_store(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, own_review())
    change_scenes(desk)
    reading = desk.reading()
    library = reading.library
    assert library is not None
    keep_found = library.keep_found
    tries: list[object] = []

    def keep(found: Sequence[tuple[TextAsRead, tuple[Link, ...]]]) -> None:
        tries.append(found)
        keep_found(found)

    monkeypatch.setattr(library, "keep_found", keep)
    with closing(sqlite3.connect(desk.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with running(desk, start="night", reading=reading) as seat:
            await seat.until(lambda: tries)
            other.execute("ROLLBACK")
            await seat.until(lambda: links(desk) == ["stairs"])
            # The place may have been due to be kept as well, and told of.
            assert not [told for told in seat.notices if "cenes" in told]


class Unread(Finder):
    """A finder that fails at a text."""

    def look_through(self, review: str, blocks: Sequence[Block], *, title: str = "") -> Found:
        if review == "night":
            raise RuntimeError("[bold]out of memory")
        return super().look_through(review, blocks, title=title)


@played
async def test_where_looking_again_fails_it_is_told_and_the_others_are_looked_through(
    desk: Desk,
) -> None:
    for name in ("night", "noon"):
        bring(desk, own_review(name))
    change_scenes(desk)
    reading = desk.reading()
    assert reading.library is not None
    reading.library._finder = Unread.for_room(reading.room)
    async with running(desk, start="night", reading=reading) as seat:
        await seat.until(lambda: bool(seat.notices))
        assert "Scenes could not be looked for again" in seat.notices[0]
        assert "On night: RuntimeError('[bold]out of memory')" in seat.notices[0]
        await seat.until(lambda: links(desk, "noon") == ["stairs"])
        assert links(desk) == ["owl"]
        assert len(seat.notices) == 1


@played
async def test_what_was_learned_and_cannot_be_read_is_told_of(desk: Desk) -> None:
    bring(desk, own_review())
    assert desk.room is not None
    (desk.room / "wording.json").write_text("{")
    async with running(desk, start="night") as seat:
        await seat.until(lambda: bool(seat.notices))
        assert "Scenes are found less well: wording.json: This is not JSON." in seat.notices[0]

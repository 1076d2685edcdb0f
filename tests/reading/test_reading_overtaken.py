"""Another herreader changes a review while a reader has it open."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from desk import Desk
from owl_night import (
    HEAD,
    ID,
    OWL,
    PAD,
    TIDE,
    bring,
    opened_with,
    owl_in,
    rewrite,
    seaside,
    write_night,
)
from small_rooms import review

from herreader.errors import HerreaderError, OvertakenError, TextError
from herreader.finding import Finder
from herreader.importing import Search
from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.model.text import Block
from herreader.reading import Reading
from herreader.reading.corrections import give_corrections, take_corrections
from herreader.reading.facts import Facts
from herreader.reading.opening import now
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return seaside(tmp_path)


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return write_night(tmp_path)


@pytest.fixture
def reading(desk: Desk, night: Path) -> Iterator[Reading]:
    reading = opened_with(desk, night)
    yield reading
    reading.close()


@pytest.fixture
def other(desk: Desk, reading: Reading) -> Iterator[Reading]:
    """Another window on the same room, opened later."""
    assert reading.kept
    other = desk.reading()
    yield other
    other.close()


def with_more_above(other: Reading, night: Path) -> None:
    rewrite(night, f"{HEAD}{PAD}The keeper sleeps.\n\n{OWL}\n\nThat is all of it.\n")
    bring(other, night)


def with_it_twice(other: Reading, night: Path) -> None:
    rewrite(night, f"{HEAD}The keeper sleeps.\n\n{OWL} He sees it.\n\nOnce more: {OWL}\n")
    bring(other, night)


def without_it(other: Reading, night: Path) -> None:
    rewrite(night, f"{HEAD}The keeper sleeps.\n\nHe dreams on.\n\nThat is all of it.\n")
    bring(other, night)


def gone(other: Reading, night: Path) -> None:
    other.remove(ID)
    night.unlink()


def said(reading: Reading) -> list[tuple[str, int, str, bool]]:
    made = reading.decisions
    return [(each.verdict.value, each.block, each.quote, each.placed) for each in made]


def kept(reading: Reading) -> list[tuple[int, str, bool]]:
    marks = reading.bookmarks
    return [(mark.passage.start.block, mark.passage.quote, mark.placed) for mark in marks]


def test_a_bookmark_on_words_of_an_older_version_goes_where_they_are_now(
    reading: Reading, other: Reading, night: Path
) -> None:
    seen, version = owl_in(reading), reading.version_of(ID)
    with_more_above(other, night)
    reading.toggle_bookmark(ID, seen, "", version)
    assert kept(reading) == [(4, OWL, True)]
    assert reading.version_of(ID) != version
    assert reading.undo() == "new bookmark"
    assert kept(reading) == []


def test_the_bookmark_on_words_of_an_older_version_is_taken_away_where_it_is_now(
    reading: Reading, other: Reading, night: Path
) -> None:
    seen, version = owl_in(reading), reading.version_of(ID)
    reading.toggle_bookmark(ID, seen, "", version)
    with_more_above(other, night)
    assert reading.toggle_bookmark(ID, seen, "", version) is None
    assert kept(reading) == []


@pytest.mark.parametrize("change", [with_it_twice, without_it, gone])
def test_words_that_cannot_be_told_in_the_newer_version_are_refused(
    reading: Reading, other: Reading, night: Path, change: Callable[[Reading, Path], None]
) -> None:
    seen, version = owl_in(reading), reading.version_of(ID)
    link = Link("owl", ID, seen.start.block, seen.start.offset, seen.end.offset, seen.quote)
    change(other, night)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: reading.toggle_bookmark(ID, seen, "", version),
        lambda: reading.link_by_hand(ID, "owl", seen, version),
        lambda: reading.decide([link], Verdict.REJECTED, version),
        lambda: reading.link_to_another([link], "lamp", version),
    )
    for attempt in attempts:
        with pytest.raises(HerreaderError, match="choose") as refusal:
            attempt()
        assert isinstance(refusal.value, OvertakenError | TextError)
    reading.reload()
    assert (kept(reading), said(reading), reading.undo()) == ([], [], None)


def test_what_is_said_of_words_of_an_older_version_is_kept_where_they_are_now(
    reading: Reading, other: Reading, night: Path
) -> None:
    seen, version = owl_in(reading), reading.version_of(ID)
    link = Link("owl", ID, seen.start.block, seen.start.offset, seen.end.offset, seen.quote)
    with_more_above(other, night)
    reading.link_by_hand(ID, "owl", seen, version)
    reading.decide([link], Verdict.REJECTED, version)
    reading.link_to_another([link], "lamp", version)
    assert said(reading) == [
        (verdict, 4, OWL, True) for verdict in ("linked", "rejected", "rejected", "linked")
    ]
    links = reading.crossref.by_block(ID)[4]
    assert [each.scene for each in links if not each.evidence] == ["lamp"]


def test_a_bookmark_that_comes_back_stands_where_its_words_are_now(
    reading: Reading, other: Reading, night: Path
) -> None:
    added = reading.toggle_bookmark(ID, owl_in(reading), "")
    assert added is not None
    reading.delete_bookmark(added)
    with_more_above(other, night)
    reading.refresh()
    assert reading.undo() == "bookmark taken away"
    assert kept(reading) == [(4, OWL, True)]
    reading.undo()
    without_it(other, night)
    reading.refresh()
    assert reading.redo() == "new bookmark"
    assert kept(reading) == [(4, OWL, False)]


def test_a_decision_that_is_made_again_stands_where_its_words_are_now(
    reading: Reading, other: Reading, night: Path
) -> None:
    reading.link_by_hand(ID, "lamp", owl_in(reading))
    reading.undo()
    with_more_above(other, night)
    reading.refresh()
    reading.redo()
    assert said(reading) == [("linked", 4, OWL, True)]


def test_a_note_on_a_bookmark_that_is_gone_is_refused(reading: Reading, other: Reading) -> None:
    added = reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    assert added is not None
    other.refresh()
    other.delete_bookmark(added)
    with pytest.raises(OvertakenError, match="look at the list again"):
        reading.set_note(added, "white as salt")


def edit_tide(desk: Desk, text: str = f"{PAD}{TIDE}") -> None:
    """Let the room's own review be changed, and read by another herreader."""
    assert desk.room is not None
    path = desk.room / "reviews/tide.md"
    rewrite(path, review("The Tide", text.replace(OWL, f"[{OWL}]{{scene=owl}}")))
    desk.reading().close()


def test_an_own_review_is_shown_as_it_has_been_edited_with_its_links(
    desk: Desk, reading: Reading
) -> None:
    reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    version = reading.version_of("tide")
    edit_tide(desk)
    assert reading.refresh()
    assert reading.version_of("tide") != version
    assert owl_in(reading, "tide").start.block == 4
    assert kept(reading) == [(4, OWL, True)]
    assert [link.quote for link in reading.crossref.by_block("tide")[4]] == [OWL]


def test_marks_on_an_own_review_go_where_their_words_are_once_it_is_edited(
    desk: Desk, reading: Reading
) -> None:
    seen, version = owl_in(reading, "tide"), reading.version_of("tide")
    edit_tide(desk)
    reading.toggle_bookmark("tide", seen, "", version)
    reading.link_by_hand("tide", "lamp", seen, version)
    assert (kept(reading), said(reading)) == ([(4, OWL, True)], [("linked", 4, OWL, True)])
    edit_tide(desk, "Nothing at all.")
    with pytest.raises(OvertakenError, match="choose them again"):
        reading.toggle_bookmark("tide", seen, "", version)


def test_an_own_review_whose_file_is_gone_stays_as_it_was(desk: Desk, reading: Reading) -> None:
    assert desk.room is not None
    version = reading.version_of("tide")
    (desk.room / "reviews/tide.md").unlink()
    reading.reload()
    assert reading.has("tide")
    assert reading.version_of("tide") == version
    assert owl_in(reading, "tide").start.block == 2


class LateFinder(Finder):
    """Looks while another herreader writes, once."""

    def __init__(self, finder: Finder, meanwhile: Callable[[], None]) -> None:
        self.finder = finder
        self.meanwhile = meanwhile

    def find(self, review: str, blocks: Sequence[Block], *, title: str = "") -> tuple[Link, ...]:
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        return self.finder.find(review, blocks, title=title)


def test_links_looked_for_in_an_older_version_are_not_put_on_the_newer_one(
    reading: Reading, other: Reading, night: Path
) -> None:
    library = reading.library
    assert library is not None
    library._finder = LateFinder(library.finder, lambda: with_more_above(other, night))
    library.find_again([ID])
    text = reading.text(ID)
    links = library.of_review(ID)
    assert links
    for link in links:
        block = text.block(link.block)
        assert block is not None
        assert OWL in block.plain


def test_links_looked_for_under_an_older_title_do_not_take_the_place_of_newer_ones(
    reading: Reading, other: Reading
) -> None:
    library = reading.library
    assert library is not None
    assert other.library is not None
    texts = library.texts_as_read([ID])
    other.edit(ID, Facts(title="The Tide, reviewed"))
    found = library.of_review(ID)
    assert found
    library.keep_found([(text, ()) for text in texts])
    assert library.of_review(ID) == found


def test_another_window_keeps_what_it_likes_while_scenes_are_looked_for_under_a_new_title(
    reading: Reading, other: Reading
) -> None:
    library = reading.library
    assert library is not None
    library._finder = LateFinder(library.finder, lambda: other.edit(ID, Facts(byline="A. Keeper")))
    reading.edit(ID, Facts(title="The Tide, reviewed"))
    known = library.known(ID)
    assert (known.title, known.byline) == ("The Tide, reviewed", "A. Keeper")
    library._finder = LateFinder(library.finder, lambda: other.edit(ID, Facts(date_words="2014")))
    reading.undo()
    assert (library.known(ID).title, library.facts(ID).date_words) == (
        "A Night at the Lighthouse",
        "2014",
    )


def test_under_a_new_title_scenes_are_linked_in_the_version_that_came_meanwhile(
    reading: Reading, other: Reading, night: Path
) -> None:
    library = reading.library
    assert library is not None
    library._finder = LateFinder(library.finder, lambda: with_more_above(other, night))
    reading.edit(ID, Facts(title="The Tide, reviewed"))
    text = reading.text(ID)
    links = library.of_review(ID)
    assert links
    for link in links:
        block = text.block(link.block)
        assert block is not None
        assert OWL in block.plain


def test_a_review_that_is_removed_while_scenes_are_looked_for_is_passed_over(
    reading: Reading, other: Reading
) -> None:
    library = reading.library
    assert library is not None
    other.remove(ID)
    library.find_again([ID])
    assert library.stale() == ()


def test_scenes_that_change_while_a_room_is_open_are_looked_for_at_the_next_launch(
    desk: Desk, night: Path
) -> None:
    first = desk.reading()
    assert desk.room is not None
    with (desk.room / "scenes.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[scene]]\nslug = "sleep"\ntitle = "The keeper sleeps"\n')
    bring(first, night)
    assert first.library is not None
    assert first.library.stale() == ()
    first.close()
    again = desk.reading()
    assert again.library is not None
    assert again.library.stale() == (ID,)
    again.library.find_again([ID])
    assert again.library.stale() == ()
    again.close()


def test_an_import_done_again_brings_only_what_undoing_took_away(
    reading: Reading, other: Reading, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("Alpha", "Beta"):
        rewrite(folder / f"{name}.txt", f"{name} at the Sea\n\n{name} says so, and it is so.\n")
    begun = now()
    assert reading.library is not None
    list(take_in(reading.library, Search([folder], None).finish(), Wishes(), lambda: begun))
    reading.brought_in(begun.isoformat(), "import")
    other.refresh()
    other.remove("alpha-at-the-sea")
    reading.undo()
    reading.redo()
    assert [reading.has(f"{name}-at-the-sea") for name in ("alpha", "beta")] == [False, True]


def test_a_run_of_the_import_is_the_last_one_though_a_clock_goes_back(reading: Reading) -> None:
    library = reading.library
    assert library is not None
    latest = library.last_batch() or ""
    yesterday = now() - timedelta(days=1)
    assert library.begin_run(yesterday).isoformat() > latest
    tomorrow = now() + timedelta(days=1)
    assert library.begin_run(tomorrow) == tomorrow


def test_a_decision_whose_bounds_say_otherwise_than_its_words_is_given_by_its_words(
    desk: Desk, reading: Reading
) -> None:
    reading.link_by_hand("tide", "owl", owl_in(reading, "tide"))
    with sqlite3.connect(desk.database) as connection:
        connection.execute("UPDATE decision SET end_offset = 999")
    connection.close()
    reading.reload()
    assert take_corrections(reading, give_corrections(reading)).known == 1

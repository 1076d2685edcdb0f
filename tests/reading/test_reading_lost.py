"""Marks that have no place in a new version are counted, named, listed, and come back with it."""

from pathlib import Path

import pytest
from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader.importing import Search
from herreader.model.marks import Verdict
from herreader.model.text import Passage
from herreader.reading import Reading
from herreader.reading.import_run import ImportRun
from herreader.reading.outcomes import Outcome
from herreader.reading.shell import shell
from herreader.reading.wishes import Wishes
from herreader.text.quotation import find_only

ID = "a-night-at-the-lighthouse"
HEAD = "A Night at the Lighthouse\n\nby Ada Reader\n\n"
EDITED = "I have never seen embarrassment filmed with such mercy."
NEWER = "I had never seen embarrassment filmed with such mercy, or such patience."
DROPPED = "The lamp goes out once, and nobody but the gull asks why it did."
REJECTED = "The stairs are climbed in one long breath, and then climbed down again."
OLD = f"{HEAD}The keeper is old. {EDITED} He sleeps.\n\n{DROPPED}\n\n{REJECTED}\n"
NEW = f"{HEAD}The keeper is old. {NEWER} He sleeps.\n\nNothing else of it need be told here.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    reviews = {"tide": review("The Tide", f"A tide.\n\n{EDITED}\n\n{DROPPED}")}
    return Desk(tmp_path, write_room(tmp_path / "room", reviews, scenes=SCENES))


def take_in(reading: Reading, file: Path, words: str) -> Outcome:
    """Import a file with these words, in the place of what there was of it."""
    file.write_text(words, encoding="utf-8")
    assert reading.library is not None
    search = Search([file], None)
    run = ImportRun(reading.library, lambda: search, Wishes(replace=True), patience=9)
    run.step(9)
    reading.brought_in(run.batch, "import")
    (outcome,) = run.outcomes
    return outcome


def passage(reading: Reading, words: str, text: str = ID) -> Passage:
    found = find_only(reading.text(text), words)
    assert found is not None
    return found


def mark(reading: Reading) -> None:
    """Bookmark and link the sentence that is edited, and decide on those that are dropped."""
    reading.toggle_bookmark(ID, passage(reading, EDITED), "")
    reading.link_by_hand(ID, "owl", passage(reading, EDITED))
    reading.link_by_hand(ID, "lamp", passage(reading, DROPPED))
    reading.link_by_hand(ID, "stairs", passage(reading, REJECTED))
    (link,) = [each for each in reading.links if each.scene == "stairs"]
    reading.decide([link], Verdict.REJECTED)


def shown(reading: Reading) -> list[str]:
    """Give the words that stand where the marks are that have a place."""
    marks = [mark.passage for mark in reading.bookmarks if mark.placed]
    places = [(each.start.block, each.start.offset, each.end.offset, each.quote) for each in marks]
    places += [
        (made.block, made.start, made.end, made.quote) for made in reading.decisions if made.placed
    ]
    words = []
    for number, start, end, quote in places:
        block = reading.text(ID).block(number)
        assert block is not None
        assert block.plain[start:end] == quote
        words.append(quote)
    return words


def test_marks_on_a_sentence_that_is_edited_are_carried_over(reading: Reading, files: Path) -> None:
    take_in(reading, files / "night.txt", OLD)
    mark(reading)
    take_in(reading, files / "night.txt", NEW)
    assert shown(reading) == [NEWER, NEWER]
    assert [(link.scene, link.quote) for link in reading.links] == [("owl", NEWER)]


def test_marks_without_a_place_are_counted_named_and_told_with_the_cure(
    reading: Reading, files: Path
) -> None:
    take_in(reading, files / "night.txt", OLD)
    mark(reading)
    outcome = take_in(reading, files / "night.txt", NEW)
    assert outcome.lost == 2
    assert outcome.reason.startswith(
        "1 link by hand and 1 rejection of a link found no place in it: "
        "“The lamp goes out once, and …”, “The stairs are climbed in …”. They are kept; "
        f"{shell(reading.room, 'restore', ID)} brings the other version back, with their places."
    )
    assert [made.scene for made in reading.lost_decisions] == ["lamp", "stairs"]


def test_a_version_without_losses_says_nothing_of_marks(reading: Reading, files: Path) -> None:
    take_in(reading, files / "night.txt", OLD)
    mark(reading)
    outcome = take_in(reading, files / "night.txt", OLD.replace("is old", "is young"))
    assert outcome.lost == 0
    assert "no place" not in outcome.reason


@pytest.mark.parametrize("how", ["undo", "take back", "restore", "import"])
def test_all_marks_are_where_they_were_once_the_version_is_back(
    reading: Reading, files: Path, how: str
) -> None:
    take_in(reading, files / "night.txt", OLD)
    mark(reading)
    before = reading.bookmarks, reading.decisions
    take_in(reading, files / "night.txt", NEW)
    assert (reading.bookmarks, reading.decisions) != before
    assert reading.library is not None
    if how == "undo":
        reading.undo()
    elif how == "take back":
        reading.library.take_back(reading.library.last_batch() or "")
    elif how == "restore":
        assert reading.library.restore(ID).total == 0
    else:
        take_in(reading, files / "night.txt", OLD)
    reading.reload()
    assert (reading.bookmarks, reading.decisions) == before
    if how == "undo":
        reading.redo()
        assert shown(reading) == [NEWER, NEWER]


def test_what_is_marked_in_a_new_version_is_told_when_the_old_one_comes_back(
    reading: Reading, files: Path
) -> None:
    take_in(reading, files / "night.txt", OLD)
    take_in(reading, files / "night.txt", NEW)
    reading.toggle_bookmark(ID, passage(reading, "Nothing else of it need be told here."), "")
    outcome = take_in(reading, files / "night.txt", OLD)
    assert outcome.lost == 1
    assert outcome.reason.startswith("1 bookmark found no place in it: “Nothing else of it")
    assert f"It is kept; {shell(reading.room, 'import', '--undo')} brings" in outcome.reason


def test_a_lost_decision_is_withdrawn_and_that_is_undone(reading: Reading, files: Path) -> None:
    take_in(reading, files / "night.txt", OLD)
    mark(reading)
    take_in(reading, files / "night.txt", NEW)
    lamp = reading.lost_decisions[0]
    reading.withdraw(lamp)
    assert lamp not in reading.lost_decisions
    assert reading.undo() == (
        "withdrawal of link to The lamp goes out, “The lamp goes out once, and …”"
    )
    assert lamp in reading.lost_decisions
    reading.redo()
    assert lamp not in reading.lost_decisions


def edit_tide(desk: Desk) -> None:
    assert desk.room is not None
    file = desk.room / "reviews" / "tide.md"
    words = file.read_text(encoding="utf-8").replace(EDITED, NEWER).replace(DROPPED, "So it ends.")
    file.write_text(words, encoding="utf-8")


def test_marks_in_a_file_of_the_room_are_carried_over_or_told_at_the_next_launch(
    desk: Desk,
) -> None:
    reading = desk.reading()
    for words in (EDITED, DROPPED):
        reading.toggle_bookmark("tide", passage(reading, words, "tide"), "")
    reading.close()
    edit_tide(desk)
    reading = desk.reading()
    kept, lost = reading.bookmarks
    assert (kept.passage.quote, kept.placed, lost.placed) == (NEWER, True, False)
    (notice,) = reading.notices
    assert notice == (
        "The Tide has changed: 1 bookmark found no place in it: “The lamp goes out once, and …”. "
        "It is kept; undoing the change to the file brings the other version back, with its place."
    )
    reading.close()
    reading = desk.reading()
    assert reading.notices == ()
    reading.close()


def test_marks_lost_in_a_file_that_changes_meanwhile_are_told_once(
    desk: Desk, reading: Reading
) -> None:
    reading.link_by_hand("tide", "lamp", passage(reading, DROPPED, "tide"))
    edit_tide(desk)
    reading.reload()
    (news,) = reading.take_news()
    assert news.startswith("The Tide has changed: 1 link by hand found no place in it")
    assert reading.take_news() == ()

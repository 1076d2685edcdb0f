from pathlib import Path

import pytest
from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader.errors import StoreError
from herreader.importing import Search
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.opening import now
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.text.quotation import passage_between

ID = "a-night-at-the-lighthouse"
NIGHT = "A Night at the Lighthouse\n\nby Ada Reader\n\nThe owl came {}, as the keeper says.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    reviews = {"tide": review("The Tide", "A tide.")}
    return Desk(tmp_path, write_room(tmp_path / "room", reviews, scenes=SCENES))


def write(folder: Path, **words: str) -> None:
    for name, when in words.items():
        (folder / f"{name}.txt").write_text(NIGHT.format(when), encoding="utf-8")


def bring(reading: Reading, folder: Path, *, replace: bool = False) -> list[str]:
    """Import a folder as the screen does, and tell what became of the files, by their names."""
    assert reading.library is not None
    begun = now()
    wishes = Wishes(replace=replace)
    outcomes = list(
        take_in(reading.library, Search([folder], None).finish(), wishes, lambda: begun)
    )
    reading.brought_in(begun.isoformat(), "import")
    by_name = sorted(outcomes, key=lambda outcome: outcome.name)
    return [outcome.fate.value for outcome in by_name]


def bookmark(reading: Reading) -> None:
    passage = passage_between(reading.text("tide"), Place(1, 0), Place(1, 6))
    reading.toggle_bookmark("tide", passage, "")


def when(reading: Reading) -> str:
    """Tell when the owl came, as the version says that is there now."""
    block = reading.text(ID).block(1)
    return block.plain.removeprefix("The owl came ").partition(",")[0] if block else ""


def test_a_removal_is_undone_to_the_version_that_was_removed(reading: Reading, files: Path) -> None:
    write(files, night="once")
    bring(reading, files)
    write(files, night="twice")
    bring(reading, files, replace=True)
    reading.remove(ID)
    write(files, night="once")
    assert bring(reading, files) == ["brought back"]
    assert when(reading) == "once"
    reading.undo()
    reading.undo()
    assert when(reading) == "twice"


@pytest.mark.parametrize("copy", ["before", "then"])
def test_a_copy_of_an_earlier_version_does_not_take_the_place_of_the_later_one(
    reading: Reading, files: Path, copy: str
) -> None:
    write(files, night="once")
    bring(reading, files)
    write(files, night="twice", **{copy: "once"})
    bring(reading, files, replace=True)
    for _ in range(2):
        assert bring(reading, files, replace=True) == ["already there"] * 2
        assert when(reading) == "twice"


def test_a_file_that_is_as_it_once_was_brings_that_version_back(
    reading: Reading, files: Path
) -> None:
    write(files, night="once")
    bring(reading, files)
    write(files, night="twice")
    bring(reading, files, replace=True)
    write(files, night="once")
    assert bring(reading, files) == ["changed"]
    assert bring(reading, files, replace=True) == ["brought back"]
    assert when(reading) == "once"
    reading.undo()
    assert when(reading) == "twice"


def test_a_file_is_taken_in_though_a_copy_of_its_earlier_version_was_brought_back(
    reading: Reading, files: Path
) -> None:
    write(files, night="once")
    bring(reading, files)
    write(files, night="twice", before="once")
    bring(reading, files, replace=True)
    reading.remove(ID)
    assert bring(reading, files, replace=True) == ["brought back", "replaced"]
    assert when(reading) == "twice"
    reading.undo()
    assert not reading.has(ID)


def test_an_import_that_another_window_has_taken_back_bars_no_older_change(
    reading: Reading, other: Reading, files: Path
) -> None:
    bookmark(reading)
    write(files, night="once")
    bring(reading, files)
    assert other.library is not None
    other.library.take_back(other.library.last_batch() or "")
    with pytest.raises(StoreError, match="Nothing that it brought is here any more"):
        reading.undo()
    assert reading.undo() == "new bookmark"
    assert reading.bookmarks == ()
    assert reading.redo() == "new bookmark"
    assert reading.redo() is None


def test_a_review_that_another_window_has_brought_back_is_not_brought_back_again(
    reading: Reading, other: Reading, files: Path
) -> None:
    bookmark(reading)
    write(files, night="once")
    bring(reading, files)
    reading.remove(ID)
    assert other.library is not None
    other.library.restore(ID)
    other.reload()
    write(files, night="twice")
    assert bring(other, files, replace=True) == ["replaced"]
    with pytest.raises(StoreError, match="It is here again"):
        reading.undo()
    assert when(other) == "twice"
    with pytest.raises(StoreError, match="Nothing that it brought"):
        reading.undo()
    assert reading.undo() == "new bookmark"


def test_doing_again_puts_no_older_version_over_a_newer_one(
    reading: Reading, other: Reading, files: Path
) -> None:
    for moment in ("once", "twice"):
        write(files, night=moment)
        bring(reading, files, replace=True)
    reading.undo()
    write(files, night="thrice")
    assert bring(other, files, replace=True) == ["replaced"]
    with pytest.raises(StoreError, match="Another version of 'a-night-at-the-lighthouse' is here"):
        reading.redo()
    assert when(other) == "thrice"


def test_an_undo_that_fails_for_the_moment_can_be_tried_again(desk: Desk, reading: Reading) -> None:
    bookmark(reading)
    with (
        desk.store() as store,
        store.together("Another program writes"),
        pytest.raises(StoreError, match="try again"),
    ):
        reading.undo()
    assert reading.undo() == "new bookmark"

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from books import epub
from desk import Desk

from herreader.errors import HeldError, StoreError
from herreader.reading import Reading
from herreader.reading.import_run import ImportRun
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.outcomes import Fate
from herreader.reading.taking_in import take_in
from herreader.reading.typed_paths import files_at
from herreader.reading.wishes import Wishes

NIGHT = "Night {0}\n\nby Ada Reader\n\nThe owl was not there that night {0}, {1}.\n"


def write(folder: Path, many: int, words: str = "as it says") -> None:
    for number in range(many):
        (folder / f"{number:04}.txt").write_text(NIGHT.format(number, words), encoding="utf-8")


def write_book(folder: Path, **chapters: str) -> None:
    """Write a book of texts by their titles; what an author says is said over and over."""
    documents = {
        f"{title}.xhtml": f"<h1>{title}</h1><p>By {title} Lind</p><p>{words * 6}</p>"
        for title, words in chapters.items()
    }
    (folder / "book.epub").write_bytes(epub(documents, metadata="<dc:title>Book</dc:title>"))


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """Hold the store, as another program does that writes."""
    other = sqlite3.connect(desk.database, isolation_level=None, timeout=60)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def held_for_reading(desk: Desk, reading: Reading) -> Iterator[None]:
    """Hold the store so that it can't even be read, as where nothing can be written ahead."""
    assert reading.library is not None
    reading.library.store._database._connection.execute("PRAGMA journal_mode = DELETE")
    other = sqlite3.connect(desk.database, isolation_level=None, timeout=60)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


def run_of(reading: Reading, folder: Path, patience: float = 60, wait: float = 60) -> ImportRun:
    assert reading.library is not None
    files = partial(files_at, str(folder))
    return ImportRun(reading.library, files, patience=patience, wait=wait)


def finish(run: ImportRun) -> ImportRun:
    while not run.done:
        run.step()
    return run


def headers(reading: Reading) -> int:
    assert reading.library is not None
    return len(reading.library.headers())


def test_each_step_tells_what_became_of_a_file(reading: Reading, files: Path) -> None:
    write(files, 2)
    (files / "empty.txt").touch()
    run = run_of(reading, files)
    left = []
    while not run.done:
        run.step()
        left.append(run.left)
    assert left[:3] == [2, 1, 0]
    assert (run.files, run.summary) == (3, "2 added · 1 refused")


def test_a_book_of_several_texts_is_one_file(reading: Reading, files: Path) -> None:
    owl = "He sits down because he is tired, and an owl fills the screen above him. " * 6
    gull = "She signs, and the lunch is over; nobody has ever been lonelier than a gull. " * 6
    chapters = {
        "a.xhtml": f"<h1>First</h1><p>By Ada Lind</p><p>{owl}</p>",
        "b.xhtml": f"<h1>Second</h1><p>By Sam Shepards</p><p>{gull}</p>",
    }
    (files / "two.epub").write_bytes(epub(chapters, metadata="<dc:title>Two</dc:title>"))
    run = finish(run_of(reading, files))
    assert (run.summary, run.files, run.left) == ("2 added", 1, 0)


def test_a_run_that_is_stopped_keeps_what_was_taken_in_and_tells_of_it(
    reading: Reading, files: Path
) -> None:
    write(files, 1_000)
    run = run_of(reading, files, patience=0.03)
    while not run.outcomes:
        run.step()
    done, told = run.done, len(run.outcomes)
    run.stop()
    run.step()
    assert (done, run.done) == (False, True)
    assert 0 < told <= len(run.outcomes) == headers(reading) < 1_000


def test_a_run_that_is_stopped_before_it_begins_takes_nothing_in(
    reading: Reading, files: Path
) -> None:
    write(files, 2)
    run = run_of(reading, files)
    run.stop()
    run.step()
    assert (run.done, run.outcomes, run.left, headers(reading)) == (True, [], 2, 0)


def test_looking_for_files_has_steps_of_its_own_and_can_be_stopped(
    reading: Reading, files: Path
) -> None:
    write(files, 1)
    for number in range(500):
        (files / f"{number}.png").touch()
    run = run_of(reading, files)
    run.step()
    looked_at, searching = run.seen, run.searching
    assert (searching, run.files, run.left, run.done) == (True, 0, 0, False)
    run.step()
    assert run.seen > looked_at > 0
    run.stop()
    run.step()
    assert (run.done, run.outcomes, headers(reading)) == (True, [], 0)


def test_in_a_run_that_was_stopped_a_changed_version_can_still_be_taken(
    reading: Reading, files: Path
) -> None:
    write(files, 1)
    finish(run_of(reading, files))
    write(files, 1, "as it said once more")
    run = run_of(reading, files)
    run.step()
    run.stop()
    finish(run)
    assert [outcome.fate for outcome in run.outcomes] == [Fate.CHANGED]
    (again,) = run.replace([run.outcomes[0]])
    assert again.fate is Fate.REPLACED


def test_replacing_can_be_stopped_too(reading: Reading, files: Path) -> None:
    write(files, 3)
    finish(run_of(reading, files))
    write(files, 3, "as it said once more")
    run = finish(run_of(reading, files, patience=0))
    again = []
    for outcome in run.replace(run.outcomes):
        again.append(outcome.fate)
        run.stop()
    assert again == [Fate.REPLACED]


def test_each_replacing_is_undone_by_a_name_of_its_own(reading: Reading, files: Path) -> None:
    write(files, 1)
    finish(run_of(reading, files))
    write(files, 1, "as it said once more")
    run = finish(run_of(reading, files))
    first = run.batch
    assert list(run.replace([run.outcomes[0]]))
    assert run.batch > first


def test_a_run_that_a_broken_store_ends_says_why(desk: Desk, reading: Reading, files: Path) -> None:
    write(files, 1)
    run = run_of(reading, files)
    desk.database.unlink()
    with pytest.raises(StoreError):
        run.step()
    assert (run.done, run.left) == (True, 1)
    assert run.failure is not None
    assert "was moved, deleted or replaced" in run.failure.message


def test_while_another_program_writes_each_step_is_a_try_and_then_all_goes_in(
    desk: Desk, reading: Reading, files: Path
) -> None:
    write(files, 4)
    run = run_of(reading, files)
    with held(desk):
        for _ in range(3):
            run.step()
            assert (run.done, run.left, run.failure) == (False, 4, None)
    finish(run)
    assert (run.summary, run.left, headers(reading)) == ("4 added", 0, 4)


def test_files_that_are_read_while_another_program_holds_the_store_are_not_refused(
    desk: Desk, reading: Reading, files: Path
) -> None:
    assert reading.library is not None
    write(files, 2)
    (files / "0002.txt").touch()
    outcomes = take_in(reading.library, files_at(str(files)).finish(), Wishes(), now)
    with held_for_reading(desk, reading):
        for _ in range(2):
            with pytest.raises(HeldError):
                next(outcomes)
    assert [outcome.fate for outcome in outcomes] == [Fate.ADDED, Fate.ADDED, Fate.REFUSED]


def test_what_was_read_before_the_store_was_held_is_kept_once_it_is_free(
    reading: Reading, files: Path
) -> None:
    assert reading.library is not None
    write(files, 3)
    asked = count()

    class HeldOnce(Library):
        def of_digest(self, digest: str) -> str | None:
            if next(asked) == 1:
                raise HeldError("It could not be read", "Another program holds it.")
            return super().of_digest(digest)

    library = HeldOnce(reading.library.store, reading.room, now)
    outcomes = take_in(library, files_at(str(files)).finish(), Wishes(), now)
    with pytest.raises(HeldError):
        next(outcomes)
    assert [outcome.fate for outcome in outcomes] == [Fate.ADDED] * 3
    assert headers(reading) == 3


def test_a_run_does_not_wait_longer_for_another_program_than_it_is_told_to(
    desk: Desk, reading: Reading, files: Path
) -> None:
    write(files, 2)
    run = run_of(reading, files, wait=0)
    with held(desk), pytest.raises(HeldError):
        finish(run)
    assert (run.done, run.left, headers(reading)) == (True, 2, 0)
    assert isinstance(run.failure, HeldError)


def test_a_run_that_waits_for_another_program_can_be_stopped(
    desk: Desk, reading: Reading, files: Path
) -> None:
    write(files, 2)
    run = run_of(reading, files)
    with held(desk):
        run.step()
        run.stop()
        with pytest.raises(HeldError):
            run.step()
    assert (run.done, run.left, headers(reading)) == (True, 2, 0)


def test_what_is_replaced_is_told_where_it_was_told_as_changed(
    reading: Reading, files: Path
) -> None:
    write(files, 3)
    finish(run_of(reading, files))
    write(files, 2, "as it said once more")
    run = finish(run_of(reading, files))
    list(run.replace([run.outcomes[0]]))
    assert [outcome.fate for outcome in run.outcomes] == [Fate.REPLACED, Fate.CHANGED, Fate.KNOWN]


def test_what_just_came_in_is_no_less_new_when_its_neighbour_in_a_book_is_replaced(
    reading: Reading, files: Path
) -> None:
    owl = "He sits down because he is tired, and an owl fills the screen above him. "
    gull = "She signs, and the lunch is over; nobody has ever been lonelier than a gull. "
    hare = "A hare is all that is seen of the field for an hour, and that is rather long. "
    write_book(files, Heron=owl, Tern=gull)
    finish(run_of(reading, files))
    write_book(files, Hare=hare, Heron=gull + owl)
    run = finish(run_of(reading, files))
    assert [outcome.fate for outcome in run.outcomes] == [Fate.ADDED, Fate.CHANGED]
    list(run.replace([run.outcomes[1]]))
    assert [(outcome.fate, outcome.review) for outcome in run.outcomes] == [
        (Fate.ADDED, "hare"),
        (Fate.REPLACED, "heron"),
    ]


def test_of_two_changed_texts_in_a_book_the_one_that_is_chosen_is_replaced(
    reading: Reading, files: Path
) -> None:
    owl = "He sits down because he is tired, and an owl fills the screen above him. "
    gull = "She signs, and the lunch is over; nobody has ever been lonelier than a gull. "
    write_book(files, Heron=owl, Tern=gull)
    finish(run_of(reading, files))
    write_book(files, Heron=f"{owl}He stands up.", Tern=f"{gull}The gull is gone.")
    run = finish(run_of(reading, files))
    assert [outcome.fate for outcome in run.outcomes] == [Fate.CHANGED, Fate.CHANGED]
    list(run.replace([run.outcomes[1]]))
    assert [outcome.fate for outcome in run.outcomes] == [Fate.CHANGED, Fate.REPLACED]
    reading.reload()
    texts = [reading.text(outcome.review) for outcome in run.outcomes]
    ends = [block.plain for text in texts if (block := text.block(text.last))]
    assert [end.endswith(("up.", "gone.")) for end in ends] == [False, True]


def test_what_another_program_has_put_in_its_place_meanwhile_is_there_already(
    desk: Desk, reading: Reading, files: Path
) -> None:
    write(files, 1)
    finish(run_of(reading, files))
    write(files, 1, "as it said once more")
    run = finish(run_of(reading, files))
    other = desk.reading()
    elsewhere = finish(run_of(other, files))
    list(elsewhere.replace([elsewhere.outcomes[0]]))
    other.close()
    list(run.replace([run.outcomes[0]]))
    assert [outcome.fate for outcome in run.outcomes] == [Fate.KNOWN]

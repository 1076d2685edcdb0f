"""Reviews that a newer finder, or one of other scenes, has yet to look through."""

import sqlite3
from contextlib import closing

import pytest
from desk import Desk
from own_reviews import own_review

from herreader.cli.opened import bring_up_to_date
from herreader.reading import Reading


def bring_outdated(desk: Desk, many: int) -> None:
    """Put reviews into the room in which an older finder has looked for scenes."""
    with desk.store() as store, store.together("The reviews could not be added"):
        for number in range(many):
            store.library.add(desk.shelf, own_review(f"night-{number}")._replace(finder="older"))


def stale(reading: Reading) -> int:
    assert reading.library is not None
    return len(reading.library.stale())


def test_a_few_outdated_reviews_are_looked_through_without_a_word(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    bring_outdated(desk, 3)
    with closing(desk.reading()) as reading:
        assert stale(reading) == 3
        bring_up_to_date(reading)
        assert stale(reading) == 0
        # What the older finder had found, this one does not find.
        assert {stop.review for stop in reading.crossref.stops("owl")} == {"tide", "keeper", "gull"}
    assert capsys.readouterr().err == ""


def test_that_many_outdated_reviews_are_looked_through_is_told_first(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    bring_outdated(desk, 200)
    with closing(desk.reading()) as reading:
        bring_up_to_date(reading)
        assert stale(reading) == 0
        told = capsys.readouterr().err
        assert "The scenes, or what finds them, have changed; looking again in 200 reviews" in told
        bring_up_to_date(reading)
    assert capsys.readouterr().err == ""


def test_outdated_reviews_are_shown_as_they_are_while_another_program_writes(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    bring_outdated(desk, 3)
    with closing(desk.reading()) as reading:
        other = sqlite3.connect(desk.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        bring_up_to_date(reading)
        other.close()
        told = capsys.readouterr().err
        assert told.startswith("herreader: The links could not be kept. Another program holds ")
        assert told.count("\n") == 1
        assert stale(reading) == 3
        bring_up_to_date(reading)
        assert stale(reading) == 0


def test_a_file_that_is_opened_alone_has_nothing_to_look_through(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(desk.file("owl.txt", "An owl falls.")) as reading:
        bring_up_to_date(reading)
    assert capsys.readouterr().err == ""

"""What fails half-way leaves nothing behind: neither in the store nor in what a reading knows."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
from desk import Desk
from owl_night import HEAD, ID, OWL, PAD, TIDE, opened_with, owl_in, rewrite, seaside, write_night
from small_rooms import review

from herreader.errors import HeldError, OvertakenError, StoreError
from herreader.importing import Search
from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.model.room import Review
from herreader.model.text import Passage, Place, Text
from herreader.reading import Reading
from herreader.reading.contents import Texts
from herreader.reading.opening import now
from herreader.reading.outcomes import Fate
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.text.quotation import passage_between

LOST = "It goes."
LOST_LINK = Link("owl", "tide", 3, 0, len(LOST), LOST)
"""The words of the tide that are in its newer version no longer."""

_NO_COMMIT = """
    CREATE TABLE unkept (id INTEGER REFERENCES bookmark (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER no_bookmark AFTER UPDATE OF deleted ON bookmark
        BEGIN INSERT INTO unkept VALUES (-1); END;
    CREATE TRIGGER no_decision AFTER UPDATE OF undone ON decision
        BEGIN INSERT INTO unkept VALUES (-1); END;
    CREATE TRIGGER no_new_bookmark AFTER INSERT ON bookmark
        BEGIN INSERT INTO unkept VALUES (-1); END;
    CREATE TRIGGER no_new_decision AFTER INSERT ON decision
        BEGIN INSERT INTO unkept VALUES (-1); END;
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return seaside(tmp_path)


def edit_tide(desk: Desk) -> None:
    """Change the room's own review: the owl is further down, and the last words are gone."""
    assert desk.room is not None
    rewrite(desk.room / "reviews/tide.md", review("The Tide", f"{PAD}{TIDE.replace(LOST, '')}"))


@contextmanager
def nothing_committed(desk: Desk) -> Iterator[None]:
    """Let the end of each transaction fail that brings a mark back, as on a full disk."""
    with closing(sqlite3.connect(desk.database)) as connection:
        connection.executescript(_NO_COMMIT)
        yield
        connection.executescript(
            "DROP TRIGGER no_bookmark; DROP TRIGGER no_decision;"
            "DROP TRIGGER no_new_bookmark; DROP TRIGGER no_new_decision"
        )


def lost_words(reading: Reading) -> Passage:
    return passage_between(reading.text("tide"), Place(3, 0), Place(3, len(LOST)))


def mark_and_see(reading: Reading) -> tuple[Passage, str]:
    """Mark the owl, and give the words that will be lost, in the version in which they are seen."""
    reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    reading.link_by_hand("tide", "lamp", owl_in(reading, "tide"))
    return lost_words(reading), reading.version_of("tide")


def marked(reading: Reading) -> list[tuple[int, str]]:
    """Give each bookmark and decision: its block, and the words that stand where it is shown."""
    places = [
        (mark.passage.start.block, mark.passage.start.offset, mark.passage.end.offset)
        for mark in reading.bookmarks
    ]
    places += [(made.block, made.start, made.end) for made in reading.decisions]
    text = reading.text("tide")
    blocks = ((text.block(number), start, end) for number, start, end in places)
    return [(block.number, block.plain[start:end]) for block, start, end in blocks if block]


ACTS: dict[str, Callable[[Reading, Link, Passage, str], object]] = {
    "bookmark": lambda reading, _, seen, version: reading.toggle_bookmark(
        "tide", seen, "", version
    ),
    "link": lambda reading, _, seen, version: reading.link_by_hand("tide", "owl", seen, version),
    "reject": lambda reading, link, _, version: reading.decide([link], Verdict.REJECTED, version),
    "correct": lambda reading, link, _, version: reading.link_to_another([link], "lamp", version),
}


@pytest.mark.parametrize("act", ACTS)
def test_marks_stand_on_their_words_after_an_act_on_words_that_are_gone_is_refused(
    desk: Desk, reading: Reading, act: str
) -> None:
    seen, version = mark_and_see(reading)
    edit_tide(desk)
    with pytest.raises(OvertakenError, match="choose them again"):
        ACTS[act](reading, LOST_LINK, seen, version)
    reading.reload()
    assert marked(reading) == [(4, OWL), (4, OWL)]


class LateEdit(Texts):
    """The room's own texts, of which one is edited as soon as an act has begun to keep its words.

    Before that, an act asks for the version once, to catch up.
    """

    def __init__(self, texts: Texts, edit: Callable[[], None]) -> None:
        self._texts = texts
        self._edit = edit
        self._asked = 0

    def text(self, review: str) -> Text:
        return self._texts.text(review)

    def version(self, review: str) -> str:
        self._asked += 1
        if self._asked == 2:
            self._edit()
        return self._texts.version(review)

    def is_as_read(self, review: str) -> bool:
        return self._texts.is_as_read(review)

    def read_anew(self) -> tuple[tuple[Review, ...], tuple[Link, ...]] | None:
        return self._texts.read_anew()


@pytest.mark.parametrize("act", ACTS)
def test_a_file_that_changes_amid_an_act_that_fails_is_read_with_its_marks_later(
    desk: Desk, reading: Reading, act: str
) -> None:
    seen, version = mark_and_see(reading)
    reading._texts = LateEdit(reading._texts, lambda: edit_tide(desk))
    with nothing_committed(desk), pytest.raises(StoreError):
        ACTS[act](reading, LOST_LINK, seen, version)
    reading.reload()
    assert marked(reading) == [(4, OWL), (4, OWL)]


def test_marks_stand_on_their_words_after_a_bookmark_could_not_be_brought_back(
    desk: Desk, reading: Reading
) -> None:
    reading.link_by_hand("tide", "lamp", owl_in(reading, "tide"))
    added = reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    assert added is not None
    reading.delete_bookmark(added)
    edit_tide(desk)
    with nothing_committed(desk), pytest.raises(StoreError):
        reading.undo()
    reading.reload()
    assert marked(reading) == [(4, OWL)]
    assert reading.undo() == "bookmark taken away"
    assert marked(reading) == [(4, OWL), (4, OWL)]


def test_marks_stand_on_their_words_after_a_decision_could_not_be_made_again(
    desk: Desk, reading: Reading
) -> None:
    reading.toggle_bookmark("tide", owl_in(reading, "tide"), "")
    reading.link_by_hand("tide", "lamp", owl_in(reading, "tide"))
    reading.undo()
    edit_tide(desk)
    with nothing_committed(desk), pytest.raises(StoreError):
        reading.redo()
    reading.reload()
    assert marked(reading) == [(4, OWL)]
    reading.redo()
    assert marked(reading) == [(4, OWL), (4, OWL)]


def test_a_version_that_is_taken_in_at_the_second_try_replaces_the_one_before_it(
    desk: Desk, tmp_path: Path
) -> None:
    night = write_night(tmp_path)
    with closing(opened_with(desk, night)) as reading, held_at_the_end(reading, desk) as free:
        rewrite(night, f"{HEAD}{PAD}The keeper sleeps.\n\n{OWL}\n\nThat is all of it.\n")
        assert reading.library is not None
        wishes = Wishes(replace=True)
        outcomes = take_in(reading.library, Search([night], None).finish(), wishes, now)
        with pytest.raises(HeldError):
            next(outcomes)
        free()
        assert [(told.fate, told.review) for told in outcomes] == [(Fate.REPLACED, ID)]
        reading.reload()
        assert [each.id for each in reading.room.reviews] == ["tide", ID]


@contextmanager
def held_at_the_end(reading: Reading, desk: Desk) -> Iterator[Callable[[], object]]:
    """Let another program read until it is freed, where there is no log: nothing is committed."""
    assert reading.library is not None
    with reading.library.store._database.reading("") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(desk.database, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM decision").fetchall()
        yield partial(other.execute, "COMMIT")

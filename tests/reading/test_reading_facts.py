"""What a reader says of a review: it holds, it is undone by itself, and it is shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from desk import Desk
from small_rooms import SCENES, review, write_room

from herreader.errors import OvertakenError
from herreader.importing import Overrides, Search
from herreader.model.room import When
from herreader.model.text import Place
from herreader.reading import Reading
from herreader.reading.facts import FactError, Facts, read_date, read_title
from herreader.reading.library import Library
from herreader.reading.opening import now
from herreader.reading.outcomes import Outcome
from herreader.reading.taking_in import take_in
from herreader.reading.wishes import Wishes
from herreader.text.quotation import passage_between
from herreader.tui.widgets.reviews import head_of

ID = "the-night"
TEXT = "The Night\n\nby Ada Reader\n\n9 January 2014\n\nThe owl came {}, as the keeper says.\n"
SAID = Facts("On the Night", "Ada Lind", "March 2015", "The Almanac")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    reviews = {"tide": review("The Tide", "A tide.")}
    return Desk(tmp_path, write_room(tmp_path / "room", reviews, scenes=SCENES))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "night.txt"


def bring(reading: Reading, file: Path, when: str, **given: str) -> Outcome:
    """Import a version of the file, which takes the place of the one before."""
    file.write_text(TEXT.format(when), encoding="utf-8")
    source = given.pop("source", None)
    wishes = Wishes(Overrides(**given), source, replace=True)
    begun = now()
    (outcome,) = take_in(library(reading), Search([file], None).finish(), wishes, lambda: begun)
    reading.brought_in(begun.isoformat(), "import")
    return outcome


def library(reading: Reading) -> Library:
    assert reading.library is not None
    return reading.library


def known(reading: Reading) -> Facts:
    return library(reading).facts(ID)


@pytest.mark.parametrize(
    ("words", "when", "iso", "spoken"),
    [
        ("2014-01-09", When(2014, 1, 9), "2014-01-09", "9 January 2014"),
        ("9 January 2014", When(2014, 1, 9), "2014-01-09", "9 January 2014"),
        ("January 2014", When(2014, 1), "2014-01", "January 2014"),
        ("Jan 2014", When(2014, 1), "2014-01", "January 2014"),
        ("2014-01", When(2014, 1), "2014-01", "January 2014"),
        ("2014", When(2014), "2014", "2014"),
        ("Spring 2014", When(2014), "2014", "2014"),
        ("Thursday, 9 January 2014, 10:15 am", When(2014, 1, 9), "2014-01-09", "9 January 2014"),
        ("Published on Jan. 9, 2014.", When(2014, 1, 9), "2014-01-09", "9 January 2014"),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(
    words: str, when: When, iso: str, spoken: str
) -> None:
    read = read_date(words)
    assert read == when
    assert (str(read), when.words, When.read(iso)) == (iso, spoken, when)


@pytest.mark.parametrize(
    "words",
    [
        *("soon", "3/4/2014", "31 February 2014", "2014-13", "2014-00-10", "1714"),
        *("2014-05-0519 Jan 2014", "banana 3 March 2014 and so on", "9 May 2014 or 10 May 2015"),
    ],
)
def test_words_that_are_no_one_date_are_refused_with_the_cure(words: str) -> None:
    with pytest.raises(FactError, match="Write it as 2014-01-09"):
        read_date(words)


@pytest.mark.parametrize(("words", "shown"), [("2014", "2014"), ("2014-01", "January 2014")])
def test_what_is_known_of_a_date_is_shown_above_the_text_and_cited(
    reading: Reading, file: Path, words: str, shown: str
) -> None:
    bring(reading, file, "once")
    reading.edit(ID, Facts(date_words=words))
    assert head_of(reading.review(ID)) == ("The Night", f"Ada Reader, {shown}")
    passage = passage_between(reading.text(ID), Place(1, 0), Place(1, 7))
    assert "The Night, Ada Reader, 2014 (" in reading.citation(ID, passage)


def test_what_the_reader_has_said_holds_for_a_new_version(reading: Reading, file: Path) -> None:
    bring(reading, file, "once")
    reading.edit(ID, SAID)
    outcome = bring(reading, file, "twice")
    assert known(reading) == SAID
    assert outcome.fate.value == "replaced"
    assert (outcome.title, outcome.byline, outcome.date) == ("On the Night", "Ada Lind", "2015-03")
    assert outcome.origins.title == "you"
    bring(reading, file, "thrice")
    assert known(reading) == SAID


def test_what_the_reader_has_not_said_is_read_from_the_new_version(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    reading.edit(ID, Facts(title="Mine"))
    file.write_text(TEXT.format("twice").replace("9 January", "7 May"), encoding="utf-8")
    list(take_in(library(reading), Search([file], None).finish(), Wishes(replace=True), now))
    assert known(reading) == Facts("Mine", "Ada Reader", "7 May 2014", str(file))


def test_what_is_said_with_an_import_wins_over_what_was_said_before(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, "once", title="First", author="Nobody")
    reading.edit(only(reading), Facts(title="Second"))
    bring(reading, file, "twice", title="Third", date="2016", source="A book")
    facts = library(reading).facts(only(reading))
    assert facts == Facts("Third", "Nobody", "2016", "A book")


def only(reading: Reading) -> str:
    """Give the id of the only imported review."""
    reading.reload()
    (header,) = library(reading).headers()
    return header.id


def test_a_version_that_comes_back_by_its_file_has_what_was_said_of_the_later_one(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    bring(reading, file, "twice")
    reading.edit(ID, SAID)
    outcome = bring(reading, file, "once", author="Somebody")
    assert (outcome.fate.value, outcome.byline) == ("brought back", "Somebody")
    assert known(reading) == replace(SAID, byline="Somebody")
    reading.undo()
    assert known(reading) == SAID


def test_what_was_said_of_a_later_version_is_undone_with_the_one_that_came_back(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    as_read = known(reading)
    bring(reading, file, "twice")
    reading.edit(ID, SAID)
    bring(reading, file, "once")
    assert known(reading) == SAID
    for _ in range(3):
        reading.undo()
    assert known(reading) == as_read
    for _ in range(3):
        reading.redo()
    assert known(reading) == SAID


def test_undo_of_an_edit_leaves_alone_what_another_window_has_changed_since(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    reading.edit(ID, Facts(title="Mine", date_words="2015"))
    other.edit(ID, Facts(byline="Theirs"))
    reading.undo()
    assert known(reading) == Facts("The Night", "Theirs", "9 January 2014", str(file))
    reading.redo()
    assert known(reading) == Facts("Mine", "Theirs", "2015", str(file))


def test_an_edit_leaves_alone_what_another_window_has_changed_meanwhile(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    other.edit(ID, Facts(byline="Theirs"))
    reading.edit(ID, Facts(title="Mine"))
    assert known(reading) == Facts("Mine", "Theirs", "9 January 2014", str(file))


def test_undo_does_not_overwrite_a_fact_that_was_changed_once_more(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    reading.edit(ID, Facts(title="Mine", byline="Me"))
    other.edit(ID, Facts(title="Theirs"))
    with pytest.raises(OvertakenError, match="Its title has been changed once more since"):
        reading.undo()
    assert known(reading) == Facts("Theirs", "Me", "9 January 2014", str(file))
    assert reading.undo() == "import"


def test_redo_does_not_overwrite_a_fact_that_was_changed_meanwhile(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    reading.edit(ID, Facts(title="Mine"))
    reading.undo()
    other.edit(ID, Facts(title="Theirs"))
    with pytest.raises(OvertakenError, match="Its title has been changed once more since"):
        reading.redo()
    assert known(reading).title == "Theirs"


def test_undo_does_not_put_facts_of_an_older_version_on_a_newer_one(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    reading.edit(ID, Facts(title="Mine"))
    bring(other, file, "twice")
    with pytest.raises(OvertakenError, match="Another version has taken its place"):
        reading.undo()
    assert known(reading).title == "Mine"


def test_an_edit_that_was_undone_does_not_hold_for_a_new_version(
    reading: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    reading.edit(ID, Facts(byline="Mine"))
    reading.undo()
    file.write_text(TEXT.format("twice").replace("Ada Reader", "Sam Shepards"), encoding="utf-8")
    list(take_in(library(reading), Search([file], None).finish(), Wishes(replace=True), now))
    assert known(reading).byline == "Sam Shepards"


def test_facts_of_a_review_that_was_removed_elsewhere_cannot_be_put_back(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    reading.edit(ID, Facts(title="Mine"))
    other.remove(ID)
    with pytest.raises(OvertakenError, match="removed meanwhile"):
        reading.undo()


def test_facts_of_a_review_that_was_removed_elsewhere_cannot_be_changed(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    other.remove(ID)
    with pytest.raises(OvertakenError, match=r"could not be changed: .* removed meanwhile"):
        reading.edit(ID, Facts(title="Mine"))
    assert reading.last_change is not None
    assert "change" not in reading.last_change.name


def test_a_fact_that_another_window_has_changed_is_not_written_over_unseen(
    reading: Reading, other: Reading, file: Path
) -> None:
    bring(reading, file, "once")
    other.reload()
    seen = known(reading)
    other.edit(ID, Facts(title="Theirs", source="Their paper"))
    with pytest.raises(OvertakenError, match="Its title is “Theirs” by now"):
        reading.edit(ID, Facts(title="Mine"), seen)
    assert known(reading).title == "Theirs"
    reading.edit(ID, Facts(byline="Ada Lind"), seen)
    assert known(reading) == replace(seen, title="Theirs", byline="Ada Lind", source="Their paper")


@pytest.mark.parametrize(
    "unseen", ["", " \t", "\u200b", "\u2060", "\u3164\u1160", "\u2800", "\ufe0f\u034f"]
)
def test_a_title_shows_something(unseen: str) -> None:
    with pytest.raises(FactError) as error:
        read_title(unseen)
    assert error.value.message == "A review needs one; write a word or more."


@pytest.mark.parametrize("title", ["♥", "9", "Сова", "梟", "올빼미", "🦉", "?", "\u3164 the owl"])
def test_a_title_needs_no_letters(title: str) -> None:
    assert read_title(title) == title

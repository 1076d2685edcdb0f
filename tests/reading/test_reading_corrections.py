import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from imported_texts import NOON, found, imported
from small_rooms import SCENES, review, write_room

from herreader.errors import StoreError, TextError
from herreader.model.imported import LibraryText
from herreader.model.links import Link
from herreader.model.marks import Verdict
from herreader.model.room import Review, Room, Scene
from herreader.model.text import Place, Text
from herreader.reading import Reading
from herreader.reading.contents import Texts
from herreader.reading.corrections import Taken, give_corrections, take_corrections
from herreader.reading.library import Library
from herreader.store import Store
from herreader.text.parsed import ParsedText
from herreader.text.quotation import passage_between

TEXT = imported("night", "An owl falls. He sits down.", "It hangs above him.", "The kerb.")
FALLS = found(TEXT, "owl", 1, "An owl falls.")
SITS = found(TEXT, "owl", 1, "He sits down.")
KERB = found(TEXT, "kerb", 3, "The kerb.")
LATER = NOON + timedelta(hours=1)
EVENING = "The owl lands on the white rail of the gallery, early in the long grey evening."

Opener = Callable[..., Reading]


class OwnText(Texts):
    """The one text that a room itself has; the store fails once when asked for its headers."""

    def __init__(self) -> None:
        self.fails = False

    def text(self, review: str) -> Text:
        assert review == TEXT.review.id
        return ParsedText(TEXT.blocks)

    def read_anew(self) -> None:
        if self.fails:
            self.fails = False
            raise StoreError("The index could not be read", "Try again.")


class OvertakenLibrary(Library):
    """A library in which another window puts a newer version as soon as a text has been read."""

    newer: LibraryText | None = None

    def text(self, review: str) -> Text:
        text = super().text(review)
        if self.newer is not None:
            newer, self.newer = self.newer, None
            self.replace(newer)
        return text


@pytest.fixture
def opened() -> Iterator[Opener]:
    """Open rooms, each with a library of its own; the room itself has the text, or not."""
    stores: list[Store] = []

    def opener(
        *texts: LibraryText,
        own: bool | OwnText = False,
        scenes: tuple[str, ...] = ("owl", "kerb"),
        clock: Callable[[], datetime] = lambda: LATER,
        kind: type[Library] = Library,
    ) -> Reading:
        store = Store.in_memory()
        stores.append(store)
        for text in texts:
            store.library.add("her", text)
        reviews: tuple[Review, ...] = (TEXT.review,) if own else ()
        numbered = tuple(Scene(slug, slug, number) for number, slug in enumerate(scenes, 1))
        room = Room("her", "Her", "Her", Path(), scenes=numbered, reviews=reviews)
        library = kind(store, room, clock)
        there = own if isinstance(own, OwnText) else OwnText()
        return Reading(
            store, room, shelf="her", texts=there, links=(), clock=clock, library=library
        )

    yield opener
    for store in stores:
        store.close()


def decide(reading: Reading, *links: Link, verdict: Verdict = Verdict.LINKED) -> None:
    for link in links:
        reading.decide([link], verdict)


def given(reading: Reading) -> Any:
    return json.loads(json.dumps(give_corrections(reading)))


def room_with(folder: Path, sentence: str) -> Desk:
    reviews = {"dusk": review("Dusk", f"It begins.\n\n{sentence}\n\nIt ends.")}
    return Desk(folder, write_room(folder / "harbour", reviews, scenes=SCENES), "harbour")


def told(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(made.review, made.scene, made.verdict, made.quote) for made in reading.decisions]


def test_another_reader_takes_decisions_over_once(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, SITS)
    decide(mine, KERB, verdict=Verdict.REJECTED)
    mine.undo()
    decide(mine, FALLS, verdict=Verdict.CONFIRMED)
    assert take_corrections(other, given(mine)) == Taken(new=2)
    assert take_corrections(other, given(mine)) == Taken(known=2)
    assert [made._replace(id=0) for made in other.decisions] == [
        made._replace(id=0) for made in mine.decisions
    ]
    assert [link.quote for link in other.links] == [FALLS.quote, SITS.quote]


def test_what_is_undone_since_does_not_come_back_with_the_same_document(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, SITS, FALLS)
    take_corrections(other, given(mine))
    assert other.library is not None
    other.library.store.decisions.undo(other.decisions[0].id, NOON)
    assert take_corrections(other, given(mine)) == Taken(known=2)
    assert told(other) == [("night", "owl", "linked", FALLS.quote)]


def test_a_decision_on_a_sentence_that_is_edited_since_does_not_come_back(tmp_path: Path) -> None:
    mine, theirs = (room_with(tmp_path / name, EVENING) for name in ("mine", "theirs"))
    with closing(theirs.reading()) as reading:
        words = passage_between(reading.text("dusk"), Place(2, 0), Place(2, len(EVENING)))
        reading.link_by_hand("dusk", "lamp", words)
        sent = given(reading)
    with closing(mine.reading()) as reading:
        assert take_corrections(reading, sent) == Taken(new=1)
    edited = review("Dusk", f"It begins.\n\n{EVENING.replace('grey', 'dark')}\n\nIt ends.")
    assert mine.room is not None
    (mine.room / "reviews/dusk.md").write_text(edited)
    with closing(mine.reading()) as reading:
        assert take_corrections(reading, sent) == Taken(known=1)
        (made,) = reading.decisions
        assert (made.placed, made.quote) == (True, EVENING.replace("grey", "dark"))
        reading.withdraw(made)
        assert take_corrections(reading, sent) == Taken(known=1)
        assert reading.decisions == ()


def test_an_imported_text_is_known_by_its_content_in_another_library(opened: Opener) -> None:
    mine, without = opened(TEXT), opened()
    decide(mine, SITS)
    assert take_corrections(without, given(mine)) == Taken(absent=1, missing=("'On night'",))
    there = opened(TEXT._replace(review=TEXT.review._replace(id="elsewhere")))
    assert take_corrections(there, given(mine)) == Taken(new=1)
    assert told(there) == [("elsewhere", "owl", "linked", SITS.quote)]


def test_an_imported_text_in_another_version_is_known_by_its_id_and_words(opened: Opener) -> None:
    mine = opened(TEXT)
    decide(mine, SITS, KERB)
    other = opened(imported("night", "At night.", "Well. He sits down.", digest="another"))
    assert take_corrections(other, given(mine)) == Taken(new=1, changed=1, other=("night",))
    (made,) = other.decisions
    assert (made.block, made.start, made.quote, made.placed) == (2, 6, SITS.quote, True)
    assert [link.block for link in other.links] == [2]


def test_words_that_the_rooms_own_review_lacks_are_counted_and_not_taken(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, SITS, KERB)
    document = given(mine)
    document["decisions"][0].update(quote="He lies down.", end=SITS.start + 13)
    assert take_corrections(other, document) == Taken(new=1, changed=1, own=("night",))
    assert told(other) == [("night", "kerb", "linked", KERB.quote)]


def bookmark(reading: Reading, block: int, words: str) -> None:
    """Bookmark the words that a block of the night begins with."""
    text = reading.text("night")
    reading.toggle_bookmark(
        "night", passage_between(text, Place(block, 0), Place(block, len(words))), ""
    )


def bookmarked(reading: Reading) -> list[tuple[str, int, bool]]:
    return [
        (mark.passage.quote, mark.passage.start.block, mark.placed) for mark in reading.bookmarks
    ]


def test_marks_without_a_place_are_not_put_on_other_words_with_what_is_taken(
    opened: Opener,
) -> None:
    refrain, middle = "It is cold tonight.", "A middle that goes on and on about the oil."
    first = imported("night", "It begins.", refrain, middle, refrain, "He sits down.")
    newer = imported("night", "It begins.", middle, refrain, "He sits down.", digest="newer")
    mine, other = opened(newer), opened(first)
    bookmark(other, 2, refrain)
    assert other.library is not None
    other.library.replace(newer)
    other.reload()
    assert bookmarked(other) == [(refrain, 2, False)]
    decide(mine, found(newer, "owl", 4, "He sits down."))
    assert take_corrections(other, given(mine)) == Taken(new=1)
    assert bookmarked(other) == [(refrain, 2, False)]


def test_a_version_that_comes_while_decisions_are_taken_keeps_its_marks_and_gets_theirs(
    opened: Opener,
) -> None:
    edited = EVENING.replace("grey", "dark")
    first = imported("night", "It begins.", EVENING, "It ends.")
    newer = imported("night", "More above.", "It begins.", edited, "It ends.", digest="newer")
    mine, other = opened(first), opened(first, kind=OvertakenLibrary)
    bookmark(other, 2, EVENING)
    decide(mine, found(first, "owl", 3, "It ends."))
    assert isinstance(other.library, OvertakenLibrary)
    other.library.newer = newer
    assert take_corrections(other, given(mine)) == Taken(new=1)
    assert bookmarked(other) == [(edited, 3, True)]
    assert [(made.quote, made.block) for made in other.decisions] == [("It ends.", 4)]


def test_what_was_taken_counts_though_it_can_not_be_shown_at_once(opened: Opener) -> None:
    there = OwnText()
    mine, other = opened(own=True), opened(own=there)
    decide(mine, SITS)
    there.fails = True
    assert take_corrections(other, given(mine)) == Taken(new=1)
    assert other.refresh()
    assert told(other) == [("night", "owl", "linked", SITS.quote)]


def test_a_text_that_is_not_here_is_named_by_its_title_and_address_but_not_by_its_file(
    opened: Opener,
) -> None:
    page = imported("page", "The owl falls.", digest="page")
    page = page._replace(origin=page.origin._replace(source="https://example.org/owl"))
    mine = opened(TEXT, page)
    decide(mine, SITS, KERB, found(page, "owl", 1, "The owl falls."))
    document = given(mine)
    assert TEXT.origin.source not in json.dumps(document)
    taken = take_corrections(opened(), document)
    assert taken.absent == 3
    assert taken.missing == ("'On night'", "'On page' (https://example.org/owl)")
    for decision in document["decisions"]:
        del decision["title"]
    assert take_corrections(opened(), document).missing[0] == "'night'"


def test_what_a_later_decision_undoes_is_not_given(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, FALLS, SITS, KERB)
    decide(mine, SITS, verdict=Verdict.REJECTED)
    decide(mine, FALLS._replace(end=SITS.end, quote=f"{FALLS.quote} {SITS.quote}"))
    decide(mine, KERB._replace(start=4, quote="kerb."), verdict=Verdict.REJECTED)
    take_corrections(other, given(mine))
    assert other.links == mine.links
    assert [entry["quote"] for entry in given(mine)["decisions"]] == [
        KERB.quote,
        f"{FALLS.quote} {SITS.quote}",
        "kerb.",
    ]


def test_decisions_on_scenes_that_the_room_lacks_are_counted_and_not_taken(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True, scenes=("kerb",))
    decide(mine, SITS, KERB)
    assert take_corrections(other, given(mine)) == Taken(new=1, strange=1)
    assert told(other) == [("night", "kerb", "linked", KERB.quote)]


def test_a_decision_from_the_future_does_not_rule_over_later_ones(opened: Opener) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, SITS, verdict=Verdict.REJECTED)
    document = given(mine)
    document["decisions"][0]["decided"] = "2999-01-01T00:00:00+00:00"
    take_corrections(other, document)
    assert other.decisions[0].decided == LATER
    decide(other, SITS)
    assert [link.quote for link in other.links] == [SITS.quote]


def test_a_decision_from_the_future_does_not_come_back_over_a_later_one(opened: Opener) -> None:
    moments = (LATER + timedelta(hours=hour) for hour in count())
    mine, other = opened(own=True), opened(own=True, clock=lambda: next(moments))
    decide(mine, SITS)
    document = given(mine)
    document["decisions"][0]["decided"] = "2999-01-01T00:00:00+00:00"
    assert take_corrections(other, document) == Taken(new=1)
    decide(other, SITS, verdict=Verdict.REJECTED)
    assert take_corrections(other, document) == Taken(known=1)
    assert other.links == ()


def test_words_taken_over_are_safe_to_show(opened: Opener) -> None:
    mine, other = opened(TEXT), opened(TEXT)
    decide(mine, SITS)
    document = given(mine)
    document["decisions"][0].update(quote="He \x1b[2J\ud800 123!")
    take_corrections(other, document)
    assert (
        other.decisions[0].quote == "He \N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER} 123!"
    )


@pytest.mark.parametrize("nonsense", [None, [], "x", {}, {"format": "other"}])
def test_what_is_no_document_of_decisions_is_refused(opened: Opener, nonsense: object) -> None:
    with pytest.raises(TextError, match="no file of decisions"):
        take_corrections(opened(), nonsense)


def test_decisions_of_another_room_are_refused(opened: Opener) -> None:
    elsewhere = {**given(opened()), "room": "solaris\x07"}
    with pytest.raises(
        TextError, match="on the room 'solaris\N{REPLACEMENT CHARACTER}'; open that"
    ):
        take_corrections(opened(), elsewhere)


@pytest.mark.parametrize(
    "change",
    [
        {"block": 0},
        {"block": "x"},
        {"block": 1 << 70},
        {"start": -1},
        {"end": 999},
        {"quote": 7},
        {"quote": ""},
        {"scene": None},
        {"review": ["night"]},
        {"verdict": "perhaps"},
        {"decided": "yesterday"},
        {"decided": "0001-01-01T00:00:00+14:00"},
        {"digest": 7},
    ],
)
def test_a_broken_decision_is_named_and_none_of_its_document_is_taken(
    opened: Opener, change: dict[str, object]
) -> None:
    mine, other = opened(own=True), opened(own=True)
    decide(mine, SITS, KERB)
    broken = given(mine)
    broken["decisions"][1].update(change)
    with pytest.raises(TextError, match="Decision 2 is broken"):
        take_corrections(other, broken)
    assert other.decisions == ()


@pytest.mark.parametrize("decisions", [None, 7, [7], {"a": 1}])
def test_decisions_that_are_no_list_are_refused(opened: Opener, decisions: object) -> None:
    broken = {**given(opened()), "decisions": decisions}
    with pytest.raises(TextError, match="Decision 1 is broken"):
        take_corrections(opened(), broken)

"""A mark stays on its own words through version after version, or is said to have lost them."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from desk import Desk
from imported_texts import imported
from small_rooms import SCENES, review, write_room

from herreader.model.text import Place
from herreader.reading import Reading
from herreader.text.quotation import passage_between

LONG = "The owl lands on the white rail of the gallery, early in the long grey evening."
EDITED = LONG.replace("grey", "dark")
ELSE = "Tickets for the boat are sold at the harbour office until half past six o'clock."
SLOW = "It is slow, and it means to be."


def put(reading: Reading, *paragraphs: str) -> None:
    """Put a version of the night into the room, in the place of the one that is there."""
    assert reading.library is not None
    text = imported("night", *paragraphs, digest=" ".join(paragraphs))
    if reading.has("night"):
        reading.library.replace(text)
    else:
        reading.library.add(text)
    reading.reload()


def bring_back(reading: Reading, number: int) -> None:
    """Bring a version of the night back."""
    assert reading.library is not None
    versions = {version.number: version for version in reading.library.versions()}
    reading.library.restore("night", versions[number].text)
    reading.reload()


def mark(reading: Reading, block: int, words: str, name: str = "night") -> None:
    """Bookmark words of a block, and link them to the owl."""
    text = reading.text(name)
    there = text.block(block)
    assert there is not None
    start = there.plain.index(words)
    passage = passage_between(text, Place(block, start), Place(block, start + len(words)))
    reading.toggle_bookmark(name, passage, "")
    reading.link_by_hand(name, "owl", passage)


def marked(reading: Reading) -> list[tuple[str, int]]:
    """Give the words of the bookmark and of the decision, each with its block; 0 without one."""
    kept = [
        (each.passage.quote, each.passage.start.block if each.placed else 0)
        for each in reading.bookmarks
    ]
    return kept + [(made.quote, made.block if made.placed else 0) for made in reading.decisions]


def both(words: str, block: int) -> list[tuple[str, int]]:
    return [(words, block)] * 2


def test_marks_without_a_place_are_never_put_on_other_words(reading: Reading) -> None:
    put(reading, "It begins.", LONG, "It ends.")
    mark(reading, 2, LONG)
    put(reading, "It begins.", ELSE, "It ends.")
    assert marked(reading) == both(LONG, 0)
    put(reading, "It begins.", ELSE, "It ends so.")
    assert marked(reading) == both(LONG, 0)
    put(reading, "It begins.", ELSE, LONG)
    assert marked(reading) == both(LONG, 3)


def test_marks_without_a_place_in_a_file_of_the_room_are_never_put_on_other_words(
    tmp_path: Path,
) -> None:
    room = tmp_path / "room"
    texts = (f"It begins.\n\n{words}\n\nIt ends{end}." for words, end in VERSIONS)
    first, *later = (review("One", text) for text in texts)
    desk = Desk(tmp_path, write_room(room, {"one": first}, scenes=SCENES), "room")
    reading = desk.reading()
    mark(reading, 2, LONG, "one")
    reading.close()
    for content in later:
        (room / "reviews" / "one.md").write_text(content, encoding="utf-8")
        reading = desk.reading()
        assert marked(reading) == both(LONG, 0)
        reading.close()


def test_marks_without_a_place_in_a_bare_file_are_not_put_on_one_of_two_with_the_same_words(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, None)
    with closing(desk.file("one.txt", f"It begins.\n\n{SLOW}\n\nIt ends.")) as reading:
        (name,) = (each.id for each in reading.room.reviews)
        passage = passage_between(reading.text(name), Place(2, 0), Place(2, len(SLOW)))
        reading.toggle_bookmark(name, passage, "")
    for words, placed in (
        (ELSE, False),
        (f"{ELSE}\n\n{SLOW}\n\nMore.\n\n{SLOW}", False),
        (f"{SLOW}\n\nMore.\n\n{SLOW}", True),
    ):
        with closing(desk.file("one.txt", f"It begins.\n\n{words}\n\nIt ends.")) as reading:
            (mark,) = reading.bookmarks
            assert (mark.passage.start.block, mark.placed) == (2, placed)


VERSIONS = [(LONG, ""), (ELSE, ""), (ELSE, " so")]


@pytest.mark.parametrize(
    ("words", "newer"),
    [
        pytest.param(SLOW, f"Another thing. {SLOW}", id="a sentence"),
        pytest.param("thing. It is slow, and", f"Another thing. {SLOW}", id="over two sentences"),
        pytest.param("low,", f"Another thing. {SLOW}", id="amid a word"),
        pytest.param("It is slow,", f"Another one. {SLOW}", id="half a sentence"),
        pytest.param("and it means", f"Another one. {SLOW}", id="amid a sentence"),
    ],
)
def test_marks_on_words_that_stand_twice_stay_on_their_own(
    reading: Reading, words: str, newer: str
) -> None:
    put(reading, "It begins.", f"A thing. {SLOW}", "Nothing else.", f"Another thing. {SLOW}")
    mark(reading, 4, words)
    put(reading, "More above.", "It begins.", f"A thing. {SLOW}", "Nothing else.", newer)
    assert marked(reading) == both(words, 5)
    put(reading, "More above.", f"A thing. {SLOW}", f"A new thing. {SLOW}", newer)
    assert marked(reading) == both(words, 4)
    for number, block in ((2, 5), (1, 4)):
        bring_back(reading, number)
        assert marked(reading) == both(words, block)


def test_marks_on_a_refrain_go_with_the_paragraph_that_it_closes(reading: Reading) -> None:
    put(reading, SLOW, "One thing.", SLOW, "Another thing.", SLOW)
    mark(reading, 5, SLOW)
    put(reading, "More above.", SLOW, "One thing.", SLOW, "More between.", "Another thing.", SLOW)
    assert marked(reading) == both(SLOW, 7)


def test_marks_on_signs_alone_stay_with_the_nearest_ones(reading: Reading) -> None:
    put(reading, "One.", "***", "Two.", "***", "Three.")
    mark(reading, 4, "***")
    put(reading, "One.", "***", "Two.", "More.", "***", "Three.")
    assert marked(reading) == both("***", 5)


def test_marks_do_not_hop_to_the_same_words_elsewhere_when_their_own_are_gone(
    reading: Reading,
) -> None:
    first = ("It begins.", f"One thing. {SLOW}", "Nothing else.", f"Another thing. {SLOW}")
    put(reading, *first)
    mark(reading, 4, SLOW)
    put(reading, *first[:3], "Another thing.")
    assert marked(reading) == both(SLOW, 0)
    put(reading, "More above.", *first[:3], "Another thing.")
    assert marked(reading) == both(SLOW, 0)
    put(reading, "More above.", f"One thing. {SLOW}", "Another thing.")
    assert marked(reading) == both(SLOW, 0)
    bring_back(reading, 1)
    assert marked(reading) == both(SLOW, 4)


def test_marks_on_a_changed_sentence_have_their_places_in_the_version_before_a_removal(
    reading: Reading,
) -> None:
    put(reading, "It begins.", LONG, "It ends.")
    mark(reading, 2, LONG)
    put(reading, "It begins.", EDITED, "It ends.")
    assert marked(reading) == both(EDITED, 2)
    reading.remove("night")
    bring_back(reading, 1)
    assert marked(reading) == both(LONG, 2)


def take_away(reading: Reading) -> None:
    reading.delete_bookmark(reading.bookmarks[0])
    reading.withdraw(reading.decisions[0])


def undo_both(reading: Reading) -> None:
    reading.undo()
    reading.undo()


@pytest.mark.parametrize(
    ("away", "back"),
    [
        pytest.param(take_away, undo_both, id="undone"),
        pytest.param(
            undo_both, lambda reading: [reading.redo() for _ in range(2)], id="done again"
        ),
    ],
)
def test_marks_that_come_back_after_their_sentence_has_changed_are_on_it(
    reading: Reading, away: Callable[[Reading], None], back: Callable[[Reading], object]
) -> None:
    put(reading, "It begins.", LONG, "It ends.")
    mark(reading, 2, LONG)
    away(reading)
    put(reading, "More above.", "It begins.", EDITED, "It ends.")
    back(reading)
    assert marked(reading) == both(EDITED, 3)

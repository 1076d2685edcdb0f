from desk import Desk
from imported_texts import imported

from herreader.model.imported import LibraryText
from herreader.reading import Reading


def bring(desk: Desk, *texts: LibraryText) -> None:
    with desk.store() as store:
        for text in texts:
            store.library.add(desk.shelf, text)


def test_what_is_found_comes_review_by_review_the_one_with_the_best_first(desk: Desk) -> None:
    faint = imported("faint", *["A heron. " + "Nothing more of it. " * 20] * 2, "No bird.")
    bring(desk, faint, imported("plain", "The rain.", "Herons and a heron, heron!"))
    reading = desk.reading()
    matches = reading.find_words("heron")
    reading.close()
    found = {review: [hit.block for hit in hits] for review, hits in matches.by_review.items()}
    assert list(found.items()) == [("plain", [2]), ("faint", [1, 2])]
    assert (matches.passages, matches.more) == (3, False)


def test_of_very_many_passages_the_best_are_given_and_that_there_are_more(desk: Desk) -> None:
    bring(desk, imported("herons", *(f"Heron {number}." for number in range(201))))
    reading = desk.reading()
    matches = reading.find_words("heron")
    reading.close()
    assert (matches.passages, matches.more) == (200, True)


def test_what_another_window_has_just_brought_is_found_once_it_is_in_the_room(
    desk: Desk, reading: Reading
) -> None:
    bring(desk, imported("herons", "A heron."))
    assert reading.find_words("heron").by_review == {}
    assert reading.refresh()
    assert list(reading.find_words("heron").by_review) == ["herons"]

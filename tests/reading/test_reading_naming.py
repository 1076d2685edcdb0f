from collections.abc import Sequence

import pytest

from herreader.errors import UnknownReferenceError
from herreader.reading.naming import Named, called, meant, the_only

NAMES = (
    Named("night", "On the Sea", 1),
    Named("night-2", "Night", 2, "An owl by night."),
    Named("the-owl", "The Owl Again", 3, "It lands on a screen."),
    Named("owl", "A Bird on the Wall", 4, "Claws first."),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("NIGHT", [1]),
        (" the  owl again ", [3]),
        ("nigh", [1, 2]),
        ("a b", [4]),
        ("on the", [1]),
        ("on the wall", [4]),
        ("e owl", [3]),
        ("wall bird", [4]),
        ("wl", [3, 4]),
        ("first claws", [4]),
        ("owl screen", [3]),
        ("screens", []),
        ("", []),
        ("  ", []),
    ],
)
def test_meant_is_what_answers_to_the_words_best(words: str, expected: list[int]) -> None:
    assert meant(NAMES, words) == expected


def test_called_is_only_what_has_the_words_for_its_whole_id_or_title() -> None:
    assert called(NAMES, "Night") == [1]
    assert called(NAMES, "on the sea") == [1]
    assert called(NAMES, "on the") == []


@pytest.mark.parametrize(
    ("names", "words", "title", "cure"),
    [
        (NAMES, "owll", "No bird is called 'owll'", "Did you mean owl?"),
        (NAMES, "zebra", "No bird is called 'zebra'", "See the list."),
        (NAMES, "wl", "'wl' may be one of several", "Write more of one of these: the-owl, owl."),
        (NAMES, "a\x1b[31m", "No bird is called 'a\ufffd[31m'", "See the list."),
        ((), "owl", "No bird is called 'owl'", "See the list."),
    ],
)
def test_a_name_that_means_nothing_or_several_is_told_with_the_cure(
    names: Sequence[Named[int]], words: str, title: str, cure: str
) -> None:
    with pytest.raises(UnknownReferenceError) as refusal:
        the_only(names, words, "No bird is called", "See the list.")
    assert (refusal.value.title, refusal.value.message) == (title, cure)


def test_where_titles_are_shown_the_reader_chooses_among_titles() -> None:
    with pytest.raises(UnknownReferenceError, match="these: “The Owl Again”, “A Bird on the Wall”"):
        the_only(NAMES, "wl", "No bird is called", "", by_title=True)
    with pytest.raises(UnknownReferenceError, match="Did you mean A Bird on the Wall"):
        the_only(NAMES, "owll", "No bird is called", "", by_title=True)


def test_of_very_many_that_may_be_meant_a_few_are_named() -> None:
    many = [Named(f"night-{number}", "Night", number) for number in range(9)]
    with pytest.raises(UnknownReferenceError, match="night-4, night-5 and others"):
        the_only(many, "nig", "", "")

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
        ("on the w", [4]),
        ("OW AG", [3]),
        ("wall bird", [4]),
        ("2", [2]),
        ("first claws", [4]),
        ("owl scr", [3]),
        ("screens", []),
        ("", []),
        ("  ", []),
    ],
)
def test_meant_is_what_answers_to_the_words_best(words: str, expected: list[int]) -> None:
    assert meant(NAMES, words) == expected


@pytest.mark.parametrize(
    "words", ["art", "e", "d b", "of g t", "lass heart", "t-of", "ings", "ass"]
)
def test_letters_within_words_mean_nothing(words: str) -> None:
    names = (
        Named("heart-of-glass", "Heart of Glass", 1, "She sings."),
        Named("the-bird", "The Bird", 2),
    )
    assert meant(names, words) == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("“Owl” and Claw", "owl claw"),
        ("Le goût de l\u2019écran", "ÉCR"),
        ("Fall\u2014Rise (1/2)", "rise 2"),
        ("Die Straße", "STRASS"),
        ("A Heart: of Art", "art"),
        ("Claws, All Claws, Clawless", "clawl"),
        ("Dust ♥", "♥"),
    ],
)
def test_a_word_begins_after_any_sign_or_blank(title: str, words: str) -> None:
    assert meant([Named("x", title, 1)], words) == [1]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("夜の梟", "梟"),
        ("夜の梟と爪", "の梟 爪"),
        ("フクロウ", "ロウ"),
        ("映画Herについて", "her"),
        ("Her映画", "映画"),
        ("นกฮูก", "ฮูก"),
        ("올빼미가", "빼미"),
    ],
)
def test_where_words_are_written_without_blanks_any_part_in_a_row_does(
    title: str, words: str
) -> None:
    assert meant([Named("x", title, 1)], words) == [1]


@pytest.mark.parametrize(
    ("title", "words"),
    [("हिन्दी", "न्दी"), ("Весна", "сна"), ("ἄνθρωπος", "θρωπος"), ("cafe\u0301ine", "ine")],
)
def test_a_letter_after_a_sign_that_belongs_to_the_letter_before_begins_no_word(
    title: str, words: str
) -> None:
    assert meant([Named("x", title, 1)], words) == []


def test_called_is_only_what_has_the_words_for_its_whole_id_or_title() -> None:
    assert called(NAMES, "Night") == [1]
    assert called(NAMES, "on the sea") == [1]
    assert called(NAMES, "on the") == []


@pytest.mark.parametrize(
    ("names", "words", "title", "cure"),
    [
        (NAMES, "owll", "No bird is called 'owll'", "Did you mean owl?"),
        (NAMES, "zebra", "No bird is called 'zebra'", "See the list."),
        (NAMES, "o wl", "No bird is called 'o wl'", "Did you mean owl?"),
        (
            NAMES,
            "th a",
            "'th a' may be one of several",
            "Write more of one of these: the-owl, owl.",
        ),
        (NAMES, "a\x1b[31m", "No bird is called 'a\ufffd[31m'", "See the list."),
        (NAMES, "no " * 99, f"No bird is called '{'no ' * 19}no…'", "See the list."),
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
        the_only(NAMES, "th a", "No bird is called", "", by_title=True)
    with pytest.raises(UnknownReferenceError, match="Did you mean A Bird on the Wall"):
        the_only(NAMES, "owll", "No bird is called", "", by_title=True)


@pytest.mark.parametrize(("by_title", "told"), [(True, "Heart of Glass"), (False, "x1")])
def test_what_a_mistyped_title_may_mean_is_asked(told: str, *, by_title: bool) -> None:
    names = [Named("x1", "Heart of Glass", 1), Named("x2", "The Bird", 2)]
    with pytest.raises(UnknownReferenceError) as refusal:
        the_only(names, "hart of glas", "No bird is called", "", by_title=by_title)
    assert refusal.value.message == f"Did you mean {told}?"


def test_of_very_many_that_may_be_meant_a_few_are_named() -> None:
    many = [Named(f"night-{number}", "Night", number) for number in range(9)]
    with pytest.raises(UnknownReferenceError, match="night-4, night-5 and others"):
        the_only(many, "nig", "", "")

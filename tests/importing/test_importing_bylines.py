"""Lines that name who wrote a text, and sentences that only look like them."""

import pytest
from single import read_import

from herreader.importing import Imported, Source
from herreader.model.room import When

PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)


def text(head: str, foot: str = "") -> Imported:
    return read_import(Source("my_notes.txt", data=f"{head}\n\n{PROSE}\n\n{foot}".encode()))


@pytest.mark.parametrize(
    "line",
    [
        "By Jove, it is good.",
        "By George, she has got it!",
        "By Amy — the one friend he has.",
        "By Christmas, everybody had seen it",
        "Written by Ada Lind, this would sparkle.",
        "Written by Jonze, directed by Jonze, dreamt by Jonze.",
        "Review by Committee (that is how it feels)",
        "A story by Jonze | A voice by Johansson",
        "Author: nobody.",
    ],
)
@pytest.mark.parametrize("foot", [False, True])
def test_a_sentence_that_reads_like_a_byline_names_no_author(line: str, *, foot: bool) -> None:
    review = text("The Owl", line) if foot else text(f"The Owl\n\n{line}")
    assert (review.author, review.origins.author) == ("", "")
    assert line in [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Lind, special to the Ledger",
        "By Ada Lind | 3 May 2014 | Leeds.",
        "By Ada Lind | M.A.",
        "By Ada Lind — The Ledger",
        "By Ada Lind (Leeds)",
        "By Ada Lind · Culture",
    ],
)
def test_a_byline_may_say_more_than_a_name(line: str) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.author, review.origins.author) == ("Ada Lind", "a byline")


@pytest.mark.parametrize(
    "line",
    [
        "Reviewed by Ada Lind for the Gdynia Film Club, 12 May 2014",
        "Review by Ada Lind in The Mail | 12 May 2014",
        "-- Ada Lind, Leeds, 12 May 2014",
        "— Ada Lind, New York, 12 May 2014",
    ],
)
def test_a_signature_may_name_a_paper_or_a_place(line: str) -> None:
    review = text("The Owl", line)
    assert (review.author, review.date) == ("Ada Lind", When(2014, 5, 12))
    assert line not in [block.plain for block in review.blocks]


def test_a_line_below_the_byline_may_say_where_it_was_printed_and_when() -> None:
    review = text("The Owl\nby Ada Lind\n(Kinoblatt Monthly, February 2014)")
    assert (review.author, review.date) == ("Ada Lind", When(2014, 2))

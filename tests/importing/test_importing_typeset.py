"""Pages of a PDF, read by where their words are drawn."""

from io import BytesIO
from itertools import zip_longest

import pytest
from books import drawn_pdf, pdf, placed
from pypdf import PdfReader, PdfWriter
from single import read_import, why_refused

from herreader.importing import AsideKind, Imported, Source
from herreader.model.text import BlockKind

LEFT = [
    "He sits down because he is tired, and",
    "above him hangs a screen. It is as large",
    "as a house, and an owl is falling on it",
    "that nobody but us has seen so far. The",
    "music stops. He looks at his shoes, and",
    "his shoes look back at him, and for the",
    "length of a breath they are the only",
    "two who know what is coming down on",
    "them.",
]
RIGHT = [
    "Catherine signs. The lunch is over long",
    "before the soup, and she asks him how it",
    "was with the others; he says that it was",
    "fine, and she believes it because she is",
    "kind, or because she is not. We are not",
    "told. The waiter comes, and goes, and",
    "the camera stays where it is.",
]


def read(*streams: str) -> Imported:
    return read_import(Source("a.pdf", data=drawn_pdf(streams)))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def rows(left: list[str], right: list[str], draw: str) -> str:
    """Draw two columns row by row, in one text object or each line in its own."""
    lines = []
    for number, (first, second) in enumerate(zip_longest(left, right, fillvalue="")):
        y = 740 - 14 * number
        drawn = [placed(x, y, words) for x, words in ((50, first), (310, second)) if words]
        lines += [draw.format(each) for each in drawn]
    return "BT /F1 11 Tf " + " ".join(lines) + " ET"


@pytest.mark.parametrize("draw", ["{}", "ET BT {} ET BT", "{} T*"])
@pytest.mark.parametrize(("left", "right"), [(LEFT, RIGHT), (RIGHT, LEFT)])
def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other(
    draw: str, left: list[str], right: list[str]
) -> None:
    title = "BT " + placed(50, 790, "The Owl", 20) + " ET "
    foot = " BT " + placed(50, 60, "He saw it in a small house by the sea.", 8) + " ET"
    review = read(title + rows(left, right, draw) + foot)
    assert review.title == "The Owl"
    assert plain(review) == [
        " ".join(left),
        " ".join(right),
        "He saw it in a small house by the sea.",
    ]


def test_a_table_that_is_drawn_row_by_row_stays_as_it_is() -> None:
    names = ["Theodore", "Samantha", "Amy", "Catherine", "Isabella", "Charles", "Paul", "Lewman"]
    words = [f"A friend of number {number}" for number in range(len(names))]
    review = read(rows(names, words, "{}"))
    assert plain(review)[:2] == ["Samantha A friend of number 1", "Amy A friend of number 2"]


def test_room_and_larger_letters_part_a_title_a_byline_and_a_heading_from_the_text() -> None:
    lines = [placed(50, 780, "The Owl", 20), placed(50, 760, "by Ada Lind")]
    lines += [placed(50, 730 - 14 * number, words) for number, words in enumerate(LEFT)]
    lines += [placed(50, 560, "A lunch")]
    lines += [placed(50, 530 - 14 * number, words) for number, words in enumerate(RIGHT)]
    review = read("BT " + " ".join(lines) + " ET")
    assert (review.title, review.author) == ("The Owl", "Ada Lind")
    assert plain(review) == [" ".join(LEFT), "A lunch", " ".join(RIGHT)]
    assert review.blocks[1].kind is BlockKind.HEADING


def test_a_line_that_is_set_in_begins_a_paragraph() -> None:
    second = ["Theodore says nothing, as one does who", *LEFT[1:]]
    lines = [
        placed(62 if number in {0, 8} else 50, 780 - 14 * number, words)
        for number, words in enumerate((*LEFT[:8], *second))
    ]
    assert plain(read("BT " + " ".join(lines) + " ET")) == [
        " ".join(LEFT[:8]),
        " ".join(second),
    ]


def test_a_paragraph_goes_on_behind_the_foot_of_a_page() -> None:
    def page(words: list[str], number: int) -> str:
        lines = [placed(50, 800, "Lantern Notes"), placed(500, 800, "Winter")]
        lines += [placed(290, 30, str(number))]  # as the third: drawn first, and shown last
        lines += [placed(50, 700 - 14 * at, line) for at, line in enumerate(words)]
        return "BT " + " ET BT ".join(lines) + " ET"

    review = read(page(LEFT[:4], 1), page(LEFT[4:], 2))
    assert plain(review) == [" ".join(LEFT)]
    assert {"1", "2"} <= {part.block.plain for part in review.aside}
    assert {part.kind for part in review.aside} == {AsideKind.FOOTER}


def test_a_pdf_that_wants_a_password_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([LEFT], info="/Title (The Owl)"))))
    writer.encrypt("samantha", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    why = "It is encrypted and wants a password. Save it without one."
    assert why_refused(data.getvalue(), "a.pdf") == why


def test_places_that_are_nowhere_do_no_harm() -> None:
    huge = f"1{'0' * 30} 0 0 1{'0' * 30} 0 0 cm " * 12
    lines = " ".join(f"/F1 11 Tf 1 0 0 1 50 700 Tm ({line}) Tj T*" for line in LEFT)
    assert plain(read(f"{huge} BT 12 TL {lines} ET"))

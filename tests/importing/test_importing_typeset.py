"""Pages of a PDF, read by where their words are drawn."""

from collections.abc import Callable
from io import BytesIO
from itertools import accumulate, zip_longest

import pytest
from books import drawn_pdf, pdf, placed
from cpu_time import within
from pypdf import PdfReader, PdfWriter
from single import read_import, why_refused

from herreader.errors import ImportRefusedError
from herreader.importing import AsideKind, Imported, Source
from herreader.importing.typeset import lines_of
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


def apart(x: float, y: float, words: list[str]) -> str:
    """Draw words one after the other, each by itself and with a blank's room between them."""
    places = accumulate((5.2 * len(each) + 3 for each in words), initial=x)
    return " ".join(placed(at, y, each, 8) for at, each in zip(places, words, strict=False))


def moved(x: float, y: float, words: list[str]) -> str:
    """Draw them as `apart` does, in one font and each moved on from the one before."""
    steps = " ".join(f"({each}) Tj {5.2 * len(each) + 3} 0 Td" for each in words)
    return f"/F1 8 Tf 1 0 0 1 {x} {y} Tm {steps}"


def word_by_word(line: str) -> list[str]:
    return line.split()


def with_one_apart(line: str) -> list[str]:
    return line.split(" ", 1)


@pytest.mark.parametrize("draw", [apart, moved])
@pytest.mark.parametrize("parts_of", [word_by_word, with_one_apart])
def test_words_that_are_drawn_apart_stay_apart_in_columns(
    draw: Callable[[float, float, list[str]], str], parts_of: Callable[[str], list[str]]
) -> None:
    lines = [
        draw(x, 740 - 14 * number, parts_of(line))
        for number, row in enumerate(zip(LEFT, RIGHT, strict=False))
        for x, line in zip((50, 310), row, strict=True)
    ]
    review = read("BT " + " ".join(lines) + " ET")
    assert " ".join(plain(review)) == " ".join((*LEFT[:7], *RIGHT))


def test_a_word_that_is_drawn_in_pieces_stays_one_in_columns() -> None:
    halves = [
        f"/F1 8 Tf 1 0 0 1 310 {740 - 14 * at} Tm ({line[:3]}) Tj ({line[3:]}) Tj"
        for at, line in enumerate(RIGHT)
    ]
    lines = [placed(50, 740 - 14 * at, LEFT[at], 8) + " " + half for at, half in enumerate(halves)]
    review = read("BT " + " ".join(lines) + " ET")
    assert " ".join(plain(review)) == " ".join((*LEFT[:7], *RIGHT))


def test_words_of_three_columns_do_not_run_into_each_other() -> None:
    rows_of = [
        " ".join(
            placed(x, 740 - 14 * at, f"{side} line {at} goes on and", 8)
            for x, side in ((40, "left"), (220, "middle"), (400, "right"))
        )
        for at in range(9)
    ]
    words = " ".join(plain(read("BT " + " ".join(rows_of) + " ET"))).split()
    assert {"left", "middle", "right", "and"} <= set(words)
    assert words.count("and") == 27


def test_three_columns_that_are_drawn_row_by_row_are_read_one_after_the_other() -> None:
    columns = [LEFT[:7], RIGHT, [line.replace("the", "our") for line in RIGHT]]
    drawn = [
        placed(40 + 180 * column, 740 - 14 * row, words, 8)
        for row in range(7)
        for column, words in enumerate(lines[row] for lines in columns)
    ]
    review = read("BT " + " ".join(drawn) + " ET")
    assert " ".join(plain(review)) == " ".join(line for lines in columns for line in lines)


@pytest.mark.parametrize("nothing", ["null", "99 0 R", "(owl)", "[]", "[null]"])
def test_a_page_on_which_nothing_is_drawn_is_passed_over(nothing: str) -> None:
    drawn = drawn_pdf(["BT " + placed(50, 700, LEFT[0]) + " ET", "BT ET"])
    data = drawn.replace(b"/Contents 7 0 R", b"/Contents " + nothing.encode().ljust(5))
    assert data != drawn
    assert plain(read_import(Source("a.pdf", data=data))) == [LEFT[0]]


def test_a_page_is_left_when_there_is_no_more_time() -> None:
    page = PdfReader(BytesIO(pdf([LEFT]))).pages[0]
    with pytest.raises(ImportRefusedError) as refusal:
        lines_of(page, "a.pdf", end=0)
    assert refusal.value.message == "It takes too long to read. Divide it into smaller files."


@pytest.mark.parametrize(
    "draw",
    [
        "(a) Tj 3 0 Td " * 50_001,
        '0 0 (a) " ' * 50_001,
        f"[{'(a) -300 ' * 25_001}] TJ " * 2,
        "% owls\n" * (3 << 20),
    ],
)
def test_a_page_on_which_far_too_much_is_drawn_is_refused_at_once(draw: str) -> None:
    with within(5):
        why = "Far more is drawn on one of its pages than a text has. Save it without that page."
        assert why_refused(drawn_pdf([f"BT /F1 11 Tf {draw} ET"]), "a.pdf") == why


def test_a_page_may_have_large_figures() -> None:
    figure = "1 2 m 3 4 l S " * 60_000
    assert plain(read(f"{figure} BT {placed(50, 700, LEFT[0])} ET")) == [LEFT[0]]


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

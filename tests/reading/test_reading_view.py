from collections.abc import Callable

import pytest
from cpu_time import within

from herreader.model.text import Block, BlockKind, Place
from herreader.text.flow import Flow, Line
from herreader.text.motions import (
    MOST_STEPS,
    by_heading,
    by_paragraph,
    by_sentence,
    on_line,
    sentence_around,
)
from herreader.text.parsed import ParsedText
from herreader.text.view import END_LINES, MARGIN, View

WORDS = "One two three four. Five six seven eight nine ten. Eleven twelve."


def text_of(*plains: str) -> ParsedText:
    return ParsedText(
        tuple(
            Block(
                number,
                BlockKind.HEADING if plain.startswith("#") else BlockKind.PARAGRAPH,
                plain,
                level=int(plain.startswith("#")),
            )
            for number, plain in enumerate(plains, 1)
        )
    )


def long_text(blocks: int = 60) -> ParsedText:
    return text_of(*(f"{number}. {WORDS}" for number in range(1, blocks + 1)))


def words_at(view: View) -> str:
    line = view.flow.line_of(view.top_place)
    return view.flow.block(line.block).plain[view.flow.row(line).start :][:8]


def test_moving_down_and_up_again_leads_back_over_any_blocks() -> None:
    flow = Flow(long_text(), 20)
    start = Line(7, 1)
    for by in (1, 5, 37, 100):
        assert flow.move(flow.move(start, by), -by) == start
        assert flow.distance(start, flow.move(start, by), 1000) == by
        assert flow.distance(flow.move(start, by), start, 1000) == -by


def test_moving_ends_at_the_ends_of_the_text() -> None:
    flow = Flow(long_text(3), 20)
    last = flow.move(Line(1, 0), 10_000)
    assert last.block == 3
    assert flow.move(last, 1) == last
    assert flow.move(last, -10_000) == Line(1, 0)


def test_a_distance_is_counted_no_further_than_its_limit() -> None:
    flow = Flow(long_text(), 20)
    assert flow.distance(Line(1, 0), Line(60, 0), 10) == 10
    assert flow.distance(Line(60, 0), Line(1, 0), 10) == -10


def test_each_place_is_on_the_line_that_shows_it() -> None:
    text = long_text(3)
    flow = Flow(text, 17)
    for block in text.blocks:
        for offset in range(len(block.plain)):
            row = flow.row(flow.line_of(Place(block.number, offset)))
            assert row.start <= offset <= row.end


def test_another_width_keeps_the_first_words_however_often() -> None:
    view = View(long_text(), 40, 20)
    view.scroll(43)
    words, place = words_at(view), view.top_place
    for width in (20, 61, 33, 8, 120, 40) * 6:
        view.resize(width, 20)
        assert view.top_place == place
    assert words_at(view) == words


def test_another_height_keeps_the_first_words() -> None:
    view = View(long_text(), 40, 20)
    view.scroll(43)
    place = view.top_place
    for height in (5, 60, 1, 20):
        view.resize(40, height)
        assert view.top_place == place


class Counted(ParsedText):
    """A text that counts how often it was asked for a block."""

    asked = 0

    def block(self, number: int) -> Block | None:
        self.asked += 1
        return super().block(number)


def test_however_many_sentences_are_to_be_gone_the_way_ends_with_the_text() -> None:
    text = Counted(long_text(3).blocks)
    assert by_sentence(text, Place(1, 0), 999_999) == by_sentence(text, Place(3, 0), 3)
    assert by_sentence(text, Place(3, 0), -999_999) == Place(1, 0)
    assert text.asked < 100


@pytest.mark.parametrize("by", [999_999, -999_999])
def test_many_sentences_of_one_endless_paragraph_are_gone_at_once(by: int) -> None:
    text = text_of("A line of a log, and no end of it. " * 30_000)
    begun = Place(1, len("A line of a log, and no end of it. ") * 15_000)
    sentence_around(text, begun)  # where its sentences end is known by then
    with within(1):
        reached = by_sentence(text, begun, by)
    assert abs(reached.offset - begun.offset) == MOST_STEPS * 35


@pytest.mark.parametrize("by", [999_999, -999_999])
@pytest.mark.parametrize(
    "move",
    [
        View.move_lines,
        View.turn,
        lambda view, by: view.go(by_sentence(view.text, view.cursor, by)),
    ],
)
def test_a_number_however_great_goes_no_further_than_is_quick(
    move: Callable[[View, int], None], by: int
) -> None:
    words = "A line of a log."
    blocks = tuple(Block(at, BlockKind.PARAGRAPH, words) for at in range(1, 3 * MOST_STEPS))
    view = View(ParsedText(blocks), 40, 12)
    view.go(Place(len(blocks) // 2, 0))
    move(view, by)
    assert MOST_STEPS // 2 <= abs(view.cursor.block - len(blocks) // 2) <= MOST_STEPS


def test_the_cursor_keeps_its_distance_from_the_edges() -> None:
    view = View(long_text(), 40, 12)
    for _ in range(50):
        view.move_lines(1)
        row = view.flow.distance(view.top, view.flow.line_of(view.cursor), 100)
        assert 0 <= row <= 12 - 1 - MARGIN
    for _ in range(50):
        view.move_lines(-1)
        row = view.flow.distance(view.top, view.flow.line_of(view.cursor), 100)
        assert row >= MARGIN or view.top == Line(1, 0)
    assert view.cursor == Place(1, 0)


def test_scrolling_takes_the_cursor_along() -> None:
    view = View(long_text(), 40, 12)
    view.scroll(30)
    shown = view.lines()
    assert shown[0] <= view.flow.line_of(view.cursor) <= shown[-1]
    view.scroll(-1000)
    assert view.top == Line(1, 0)


def test_the_last_page_leaves_a_few_lines_free_and_no_more() -> None:
    view = View(long_text(), 40, 20)
    view.scroll(100_000)
    assert view.shows_end()
    assert len(view.lines()) == 20 - END_LINES


def test_a_text_shorter_than_the_page_does_not_move() -> None:
    view = View(text_of("Short."), 40, 20)
    for act in (view.scroll, view.turn, view.move_lines):
        act(5)
        assert (view.top, view.cursor) == (Line(1, 0), Place(1, 0))


def test_an_empty_text_takes_every_movement() -> None:
    view = View(text_of(), 40, 20)
    view.show(Place(3, 4))
    view.show(Place(3, 4), Place(2, 0))
    for act in (view.scroll, view.turn, view.move_lines):
        act(5)
    view.go(Place(1, 0))
    view.resize(10, 3)
    assert view.lines() == []


def test_a_page_that_was_left_is_shown_as_it_was() -> None:
    view = View(long_text(), 40, 20)
    view.scroll(43)
    view.move_lines(4)
    other = View(long_text(), 40, 20)
    other.show(view.cursor, view.top_place)
    assert (other.top, other.cursor) == (view.top, view.cursor)


def test_a_jump_shows_the_goal_a_third_down() -> None:
    view = View(long_text(), 40, 21)
    view.show(Place(30, 0))
    assert view.flow.distance(view.top, view.flow.line_of(Place(30, 0)), 100) == 7


def test_turning_pages_passes_every_line() -> None:
    view = View(long_text(20), 30, 9)
    seen = set(view.lines())
    while not view.shows_end():
        view.turn(view.page_lines())
        seen |= set(view.lines())
    lines = view.flow.lines_from(Line(1, 0), 10_000)
    assert seen == set(lines)


def test_sentences_are_stepped_through_over_blocks_and_back() -> None:
    text = text_of("One. Two.", "# Head. More.", "Three.")
    places = [Place(1, 0)]
    for _ in range(4):
        places.append(by_sentence(text, places[-1], 1))
    assert places == [Place(1, 0), Place(1, 5), Place(2, 0), Place(3, 0), Place(3, 0)]
    assert by_sentence(text, Place(3, 0), -3) == Place(1, 0)
    assert by_sentence(text, Place(1, 7), -1) == Place(1, 5)


def test_a_heading_is_one_sentence() -> None:
    text = text_of("# Head. More.")
    assert sentence_around(text, Place(1, 9)) == (Place(1, 0), Place(1, 13))


def test_paragraphs_back_begin_with_the_start_of_the_own_one() -> None:
    text = text_of("One. Two.", "Three. Four.", "Five.")
    assert by_paragraph(text, Place(2, 7), -1) == Place(2, 0)
    assert by_paragraph(text, Place(2, 0), -1) == Place(1, 0)
    assert by_paragraph(text, Place(2, 7), 1) == Place(3, 0)
    assert by_paragraph(text, Place(2, 7), 99) == Place(3, 0)


def test_headings_are_found_both_ways_or_one_stays() -> None:
    text = text_of("# A", "x", "# B", "y")
    assert by_heading(text, Place(2, 0), 1) == Place(3, 0)
    assert by_heading(text, Place(2, 0), -1) == Place(1, 0)
    assert by_heading(text, Place(4, 1), 1) == Place(4, 1)


def test_a_line_move_goes_to_the_first_sentence_that_starts_in_the_line() -> None:
    text = text_of("A long sentence that needs two lines. Short one. And another.")
    flow = Flow(text, 24)
    rows = [index for index, row in enumerate(flow.rows(1)) if not row.blank]
    places = [on_line(flow, Line(1, row)) for row in rows]
    assert places[0] == Place(1, 0)
    for place, row in zip(places, rows, strict=True):
        start, end = flow.rows(1)[row].start, flow.rows(1)[row].end
        assert start <= place.offset < end
    assert text.blocks[0].plain[places[1].offset :].startswith("Short one")

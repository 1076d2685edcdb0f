from collections.abc import Callable, Iterator
from threading import Event
from time import sleep

from desk import Desk
from piloting import NARROW, Seat, played, running
from small_rooms import review, write_room

from herreader.model.text import Block, BlockKind, Place
from herreader.text.parsed import ParsedText
from herreader.tui.screens.commands.find import Sought, look


async def find(seat: Seat, words: str) -> None:
    await seat.press("/")
    await seat.type(words)
    await seat.press("enter")


def shows_matches(seat: Seat) -> bool:
    return seat.room.pattern is not None


@played
async def test_words_are_found_and_stepped_through_and_around(desk: Desk) -> None:
    async with running(desk) as seat:
        await find(seat, "sentence 3 of")
        assert seat.sentence.startswith("Sentence 3 of paragraph 2 ")
        await seat.press("n")
        assert seat.sentence.startswith("Sentence 3 of paragraph 3 ")
        await seat.press("2 n")
        assert seat.sentence.startswith("Sentence 3 of paragraph 5 ")
        await seat.press("N")
        assert seat.sentence.startswith("Sentence 3 of paragraph 4 ")
        assert "around" not in seat.hint
        await seat.press("G n")
        assert seat.sentence.startswith("Sentence 3 of paragraph 2 ")
        assert "around again" in seat.hint
        await seat.press("N")
        assert seat.sentence.startswith("Sentence 3 of paragraph 44 ")
        assert "around again" in seat.hint


@played
async def test_lower_case_finds_any_case_and_a_capital_its_own(desk: Desk) -> None:
    async with running(desk) as seat:
        await find(seat, "the owl")
        assert seat.sentence.startswith("The owl lands")
        await seat.press("g g")
        await find(seat, "THE OWL")
        assert "not found" in seat.hint
        assert seat.block == 1


@played
async def test_words_are_found_across_wrapped_lines(desk: Desk) -> None:
    async with running(desk, size=NARROW) as seat:
        end_of_row = next(row for row in seat.rows if row.strip().startswith("Sentence 1"))
        last_word = end_of_row.split()[-1]
        first_word = seat.rows[seat.rows.index(end_of_row) + 1].split()[0]
        await find(seat, f"{last_word} {first_word}")
        assert seat.block == 2
        assert "not found" not in seat.hint


@played
async def test_matches_show_while_they_are_typed_and_go_with_escape(desk: Desk) -> None:
    async with running(desk) as seat:
        before = seat.app.export_screenshot()
        await seat.press("/")
        await seat.type("sea")
        assert shows_matches(seat)
        typed = seat.app.export_screenshot()
        await seat.press("escape")
        assert not shows_matches(seat)
        assert typed != before
        assert seat.block == 1


@played
async def test_escape_puts_found_matches_away(desk: Desk) -> None:
    async with running(desk) as seat:
        await find(seat, "sea")
        assert shows_matches(seat)
        await seat.press("escape")
        assert not shows_matches(seat)
        await seat.press("n")
        assert shows_matches(seat)


@played
async def test_what_is_not_there_says_so_and_moves_nothing(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("space")
        place = seat.page.cursor
        await find(seat, "sandwich")
        assert seat.hint.startswith("sandwich is not found")
        assert seat.page.cursor == place


@played
async def test_an_empty_query_repeats_the_last_one(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("n")
        assert "Nothing to find yet" in seat.hint
        await find(seat, "sentence 6")
        await seat.press("/ enter")
        assert seat.sentence.startswith("Sentence 6 of paragraph 3 ")


@played
async def test_a_query_is_no_pattern(desk: Desk) -> None:
    assert desk.room is not None
    text = "Plain.\n\nA (bracket) of 100 % [sic] costs 5.0 and a\\*b."
    room = write_room(desk.folder / "signs", {"one": review("Signs", text)})
    async with running(Desk(desk.folder, room)) as seat:
        for query in ("(bracket)", "100 %", "[sic]", "5.0", "a*b", "."):
            await seat.press("g g")
            await find(seat, query)
            assert "not found" not in seat.hint, query
        await find(seat, "5x0")
        assert "not found" in seat.hint


@played
async def test_a_jump_to_a_match_can_be_taken_back(desk: Desk) -> None:
    async with running(desk) as seat:
        await find(seat, "paragraph 40")
        assert seat.block == 40
        await seat.press("backspace")
        assert seat.block == 1


@played
async def test_the_reviews_are_filtered(desk: Desk) -> None:
    async with running(desk) as seat:
        pane = seat.room.reviews_pane
        await seat.press("r /")
        await seat.type("gull")
        assert [review.id for review in pane.shown()] == ["gull"]
        assert "The Keeper Keeps" not in seat.words_in(pane)
        await seat.press("enter enter")
        assert seat.room.review == "gull"


@played
async def test_a_filter_that_is_left_lets_all_through_again(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s /")
        await seat.type("lamp")
        pane = seat.room.scenes_pane
        assert "The stairs" not in seat.words_in(pane)
        await seat.press("escape")
        assert "The stairs" in seat.words_in(pane)
        assert seat.has_focus(pane)


@played
async def test_a_filtered_scene_is_the_one_that_opens(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s /")
        await seat.type("stairs")
        await seat.press("enter enter")
        assert (seat.room.review, seat.block) == ("keeper", 3)


@played
async def test_a_filter_that_lets_nothing_through_opens_nothing(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("s /")
        await seat.type("zebra")
        await seat.press("enter enter j k G escape")
        assert seat.room.review == "tide"
        assert "The stairs" in seat.words_in(seat.room.scenes_pane)


@played
async def test_a_large_text_is_searched_while_the_screen_lives(desk: Desk) -> None:
    filler = "\n\n".join(f"Line {number} is about nothing." for number in range(40_000))
    reading = desk.file("large.txt", filler + "\n\nHere stands a zebra.\n")
    async with running(desk, reading=reading) as seat:
        await find(seat, "zebra")
        await seat.until(lambda: "zebra" in seat.sentence)
        assert seat.sentence == "Here stands a zebra."
        assert "Here stands a zebra." in seat.words_in(seat.page)


class Endless:
    """A text so large that looking through it ends only when it is told to."""

    size, last = 1_000_000, 1_000

    def block(self, number: int) -> Block | None:
        return Block(number, BlockKind.PARAGRAPH, "On and on.") if number <= self.last else None

    def units_before(self, place: Place) -> int:
        return place.block

    def place_at(self, units: int) -> Place:
        return Place(units, 0)

    def candidates(
        self, _word: str, _start: int, *, backwards: bool, stop: Callable[[], bool]
    ) -> Iterator[Block]:
        while not (stop() or backwards):
            sleep(0.001)
        return iter(())


@played
async def test_escape_ends_a_search(desk: Desk) -> None:
    async with running(desk) as seat:
        seat.room.text = Endless()
        await find(seat, "zebra")
        assert seat.hint == "Looking for zebra … Escape stops"
        await seat.press("escape")
        assert seat.hint == "Search stopped"
        await seat.press("escape")
        assert not shows_matches(seat)


@played
async def test_go_to_a_review_a_scene_and_an_address(desk: Desk) -> None:
    async with running(desk) as seat:
        goals = {
            "gull": ("gull", 1),
            "stairs": ("keeper", 3),
            "tide:12": ("tide", 12),
            "The Keeper Keeps": ("keeper", 1),
            " TIDE:44 ": ("tide", 44),
        }
        for reference, goal in goals.items():
            await seat.press(":")
            await seat.type(reference)
            await seat.press("enter")
            assert (seat.room.review, seat.block) == goal, reference
        for _ in goals:
            await seat.press("backspace")
        assert (seat.room.review, seat.block) == ("tide", 1)


@played
async def test_a_wrong_address_says_what_is_right(desk: Desk) -> None:
    async with running(desk) as seat:
        wrong = {
            "guls": "gull",
            "tide:99": "1 to 44",
            "owl:3": "No review is called 'owl'",
            "the": "Write more of one of these: tide, keeper, owl, lamp, stairs, roof.",
        }
        for reference, cure in wrong.items():
            await seat.press(":")
            await seat.type(reference)
            await seat.press("enter")
            assert cure in seat.notices[-1], reference  # a box: a narrow line would cut the cure
            assert (seat.room.review, seat.block) == ("tide", 1)
            await seat.press("escape")


@played
async def test_a_wrong_address_stays_to_be_corrected(desk: Desk) -> None:
    async with running(desk) as seat:
        for wrong, back, right, goal in (
            ("tide:99", 2, "12", ("tide", 12)),
            ("guls", 1, "l", ("gull", 1)),
        ):
            await seat.press(":")
            await seat.type(wrong)
            await seat.press("enter")
            assert f"Go to: {wrong}" in seat.hint
            assert len(seat.notices) == 1
            await seat.press("backspace " * back)
            await seat.type(right)
            await seat.press("enter")
            assert (seat.room.review, seat.block) == goal
            assert seat.notices == []
            assert seat.has_focus(seat.page)


@played
async def test_a_wrong_address_in_a_bare_file_is_told_of_its_blocks(desk: Desk) -> None:
    async with running(desk, reading=desk.file("one.md", "An owl.\n\nA gull.\n")) as seat:
        await seat.press(":")
        await seat.type("zzz")
        await seat.press("enter")
        assert seat.notices == ["Nothing here is called 'zzz': Write the number of a block, as 12."]
        await seat.press("ctrl+u 2 enter")
        assert seat.block == 2


@played
async def test_a_wrong_address_can_be_left(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("J :")
        await seat.type("zzz")
        await seat.press("enter escape")
        assert seat.notices == []
        assert (seat.room.review, seat.block) == ("tide", 12)
        assert seat.has_focus(seat.page)
        await seat.press(":")
        assert "zzz" not in seat.hint


@played
async def test_a_part_of_a_name_or_a_block_s_number_is_address_enough(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press(":")
        await seat.type("gul")
        await seat.press("enter")
        assert seat.room.review == "gull"
        await seat.press(":")
        await seat.type("3")
        await seat.press("enter")
        assert (seat.room.review, seat.block) == ("gull", 3)
        for words, goal in {"saw gull:2": ("gull", 2), "fails half": ("tide", 5)}.items():
            await seat.press(":")
            await seat.type(words)
            await seat.press("enter")
            assert (seat.room.review, seat.block) == goal


@played
async def test_the_address_of_the_cursor_is_one_that_go_to_takes(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("J =")
        address = seat.hint.split()[-1]
        assert address == "tide:12"
        await seat.press(": k e e p e r enter :")
        await seat.type(address)
        await seat.press("enter")
        assert (seat.room.review, seat.block) == ("tide", 12)


def test_a_search_needs_nothing_but_what_it_was_given() -> None:
    blocks = (Block(at, BlockKind.PARAGRAPH, f"An owl, number {at}.") for at in (1, 2, 3))
    there, go_on = ParsedText(tuple(blocks)), Event()
    for place, by, goal in (
        (Place(1, 0), 1, (1, False)),
        (Place(1, 3), 2, (3, False)),
        (Place(2, 3), 3, (2, True)),
        (Place(2, 3), -2, (3, True)),
    ):
        found, around = look(Sought(there, "owl", place, by), go_on)
        assert found is not None
        assert (found.start.block, around) == goal


class Counted(ParsedText):
    """A text that counts how often it was looked through."""

    asked = 0

    def candidates(
        self, word: str, start: int, *, backwards: bool, stop: Callable[[], bool]
    ) -> Iterator[Block]:
        self.asked += 1
        return super().candidates(word, start, backwards=backwards, stop=stop)


def test_however_many_steps_a_search_goes_around_once() -> None:
    blocks = (Block(at, BlockKind.PARAGRAPH, f"An owl, number {at}.") for at in (1, 2, 3))
    there = Counted(tuple(blocks))
    for place, by, goal in (
        (Place(1, 0), 999_999, 3),
        (Place(2, 3), 999_998, 1),
        (Place(2, 3), -999_997, 1),
    ):
        found, around = look(Sought(there, "owl", place, by), Event())
        assert found is not None
        assert (found.start.block, around) == (goal, True)
    assert there.asked < 20


def test_a_search_that_is_stopped_finds_nothing() -> None:
    there, stopped = ParsedText((Block(1, BlockKind.PARAGRAPH, "An owl."),)), Event()
    stopped.set()
    assert look(Sought(there, "gull", Place(1, 0), 1), stopped) == (None, False)

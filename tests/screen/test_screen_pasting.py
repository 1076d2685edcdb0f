import pytest
from desk import Desk
from piloting import Seat, played, running
from textual import events

from herreader.tui.widgets.prompt import LONGEST, PromptLine


async def paste(seat: Seat, words: str) -> None:
    seat.app.post_message(events.Paste(words))
    await seat.settle()


@pytest.mark.parametrize("key", ["/", "I", ":", "S"])
@played
async def test_of_a_book_that_is_pasted_a_line_takes_what_has_room(desk: Desk, key: str) -> None:
    async with running(desk) as seat:
        await seat.press(key)
        await paste(seat, "the gull " * 100_000)
        line = seat.app.screen.query_one(PromptLine)
        assert line.value == ("the gull " * 100_000)[:LONGEST]
        assert any("the rest was left out" in notice for notice in seat.notices)
        await seat.press("ctrl+u")
        await paste(seat, "an owl\nand more")
        assert line.value.startswith("an owl")


@pytest.mark.parametrize("key", ["/", "I", ":", "S"])
@played
async def test_the_ends_of_lines_and_controls_in_a_paste_are_blanks(desk: Desk, key: str) -> None:
    pastes = {
        "tide:12\r": "tide:12",
        "\r\n\t tide:12 \r\n": "tide:12",
        "an owl,\r\n\tthe gull\x1b\x9b": "an owl, the gull",
        "two  blanks": "two  blanks",
        "\x00\x7f": "",
        "\u202ethe end": "\ufffdthe end",
    }
    async with running(desk) as seat:
        for pasted, line in pastes.items():
            await seat.press(key)
            await paste(seat, pasted)
            assert seat.app.screen.query_one(PromptLine).value == line
            await seat.press("escape")


@played
async def test_a_pasted_address_with_the_end_of_its_line_is_gone_to(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press(":")
        await paste(seat, "tide:12\r")
        await seat.press("enter")
        assert (seat.room.review, seat.block) == ("tide", 12)


@played
async def test_a_paste_goes_in_amid_the_line(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("/")
        await seat.type("ab")
        await seat.press("left")
        await paste(seat, "the owl")
        assert "athe owlb" in seat.hint
        assert seat.notices == []

import pytest
from desk import Desk
from piloting import WIDE, Seat, played, running
from textual.events import Key

from herreader.keys import COMMANDS, GROUPS


async def read_all(seat: Seat) -> str:
    """Give all that a list shows, page by page."""
    pages = [seat.shown]
    for _ in range(20):
        await seat.press("space")
        if seat.shown == pages[-1]:
            break
        pages.append(seat.shown)
    return " ".join(" ".join(pages).split())


@played
async def test_a_remapped_key_does_it_and_the_old_one_no_more(desk: Desk) -> None:
    desk.set_keys('"bookmark.toggle" = ["m", "ctrl+t"]\n"scene.next" = "g n"')
    async with running(desk) as seat:
        await seat.press("j b")
        assert desk.bookmarks() == ()
        await seat.press("m")
        assert len(desk.bookmarks()) == 1
        await seat.press("ctrl+t")
        assert desk.bookmarks() == ()
        await seat.press("} g n")
        assert (seat.room.review, seat.block) == ("tide", 25)
        assert seat.notices == []


@played
async def test_hints_help_palette_and_empty_list_name_remapped_keys(desk: Desk) -> None:
    desk.set_keys('"bookmark.toggle" = "m"\n"app.quit" = "ctrl+x"')
    async with running(desk) as seat:
        seat.room.notice = ""
        await seat.settle()
        assert "m bookmark" in seat.hint
        await seat.press("B")
        assert "In the reader, m keeps the sentence" in " ".join(seat.shown.split())
        await seat.press("escape ctrl+c")
        assert "ctrl+x" in seat.hint
        await seat.press("?")
        assert "m Bookmark the sentence" in await read_all(seat)


@played
async def test_a_clash_and_an_unknown_name_are_told_and_the_app_starts(desk: Desk) -> None:
    desk.set_keys('"bookmark.toggle" = "x"\n"bookmark.note" = "x"\n"bookmark.togle" = "y"')
    async with running(desk) as seat:
        told = " ".join(seat.notices)
        assert "settings.toml" in told
        assert "'x' is given to both bookmark.toggle and bookmark.note" in told
        assert "no command 'bookmark.togle'. Did you mean bookmark.toggle?" in told
        await seat.press("j x")
        assert len(desk.bookmarks()) == 1


@pytest.mark.parametrize("lines", ["bookmark = ", '"read.line_down" = 5', '"go.to" = ["🎬🎬"]'])
@played
async def test_settings_that_cannot_be_used_are_told_and_the_app_starts(
    desk: Desk, lines: str
) -> None:
    desk.set_keys(lines)
    async with running(desk) as seat:
        assert any("settings.toml" in notice for notice in seat.notices)
        await seat.press("j b")
        assert len(desk.bookmarks()) == 1


@pytest.mark.parametrize("size", [WIDE, (60, 20)])
@played
async def test_the_help_lists_every_command_with_its_keys(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with running(desk, size=size) as seat:
        await seat.press("?")
        shown = await read_all(seat)
        for heading in GROUPS.values():
            assert heading in shown, heading
        for command in COMMANDS:
            for key in command.keys:
                assert key in shown, (command.id, key)
        if size == WIDE:
            for command in COMMANDS:
                assert command.help.split(";")[0][:40] in shown, command.id
        await seat.press("?")
        assert seat.app.screen is seat.room


@pytest.mark.parametrize("pane", ["", "s", "r"])
@played
async def test_every_command_can_be_carried_out_in_every_pane(desk: Desk, pane: str) -> None:
    async with running(desk) as seat:
        for command in COMMANDS:
            if command.id != "app.quit":
                await seat.press(f"{pane} {command.keys[0]}")
                assert seat.app.is_running, command.id
                while seat.app.screen is not seat.room:
                    await seat.press("escape")
                seat.room.prompt.display = False
                seat.room.set_focus(seat.page)


@played
async def test_every_key_of_the_table_reaches_its_command(desk: Desk) -> None:
    async with running(desk) as seat:
        performed: list[str] = []
        keymap = seat.room.keymap
        for command in COMMANDS:
            for keys in command.keys:
                reader = type(seat.room._key_reader)(keymap)
                performed += [
                    pressed.command for key in keys.split() if (pressed := reader.press(key))
                ]
                assert performed[-1] == command.id, keys


@played
async def test_every_command_has_a_method(desk: Desk) -> None:
    async with running(desk) as seat:
        for command in COMMANDS:
            method = seat.room._handlers.method_of(command.id)
            assert callable(method)
            assert method.__doc__


@played
async def test_the_palette_carries_a_command_out(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("j ctrl+p")
        await seat.type("bookmark the sentence")
        await seat.until(lambda: "(b)" in seat.shown)
        await seat.press("enter")
        await seat.until(desk.bookmarks)
        assert len(desk.bookmarks()) == 1


@played
async def test_unknown_keys_do_nothing(desk: Desk) -> None:
    async with running(desk) as seat:
        before = seat.rows[:-1]
        await seat.press("ö D @ ctrl+y f1 escape")
        assert seat.app.screen is seat.room
        assert seat.rows[:-1] == before


@pytest.mark.parametrize("pane", ["", "r", "s"])
@played
async def test_what_is_typed_right_behind_quit_is_not_carried_out(desk: Desk, pane: str) -> None:
    async with running(desk) as seat:
        await seat.press(f"J b {pane}")
        theme, kept = seat.app.theme, desk.bookmarks()
        for key in "qtdbj":  # in one burst, as from a paste or a quick hand
            seat.app.post_message(Key(key, key))
        await seat.settle()
        assert not seat.app.is_running
        assert seat.app.theme == theme
    assert desk.bookmarks() == kept
    assert desk.progress()["tide"].place.block == 12


@played
async def test_control_c_copies_a_selection_or_tells_how_to_leave(desk: Desk) -> None:
    async with running(desk) as seat:
        await seat.press("ctrl+c")
        assert "q" in seat.hint
        assert "quit" in seat.hint
        await seat.press("j v ctrl+c")
        assert "Sentence 1 of paragraph 2" in seat.app.clipboard
        assert seat.app.is_running

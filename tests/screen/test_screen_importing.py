import sqlite3
from pathlib import Path

import pytest
from desk import Desk
from imported_texts import NOON
from own_reviews import titles, verdicts, write_files
from piloting import NARROW, WIDE, Seat, played, running
from textual import events

from herreader.tui.screens.imported import ImportScreen

NIGHT = "A Night at the Lighthouse\n\nby Ada Reader\n\nThe owl was not there that night.\n"
DAY = "A Day at the Lighthouse\n\nby Ben Reader\n\nThe gull was there all day long, and said so.\n"


async def take_in(seat: Seat, path: Path | str) -> None:
    await seat.press("I")
    await seat.type(str(path))
    await seat.press("enter")
    await until_told(seat)


async def until_told(seat: Seat) -> None:
    await seat.until(lambda: isinstance(seat.app.screen, ImportScreen))
    await seat.settle()


@played
async def test_a_folder_is_imported_and_each_file_accounted_for(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, day=DAY, empty="")
    async with running(desk) as seat:
        await take_in(seat, folder)
        words = " ".join(seat.shown.split())
        assert "Import · 2 added · 1 refused" in words
        assert seat.hint.startswith("j down  k up  ⏎ open  u undo")
        assert "A Night at the Lighthouse" in words
        assert sorted(titles(desk)) == ["A Day at the Lighthouse", "A Night at the Lighthouse"]
        await seat.press("escape")
        assert [review.title for review in seat.room.reviews][3:] == titles(desk)
        assert "5 reviews" in seat.shown
        assert seat.room.review == "tide"


@played
async def test_tab_completes_a_path_as_far_as_there_is_no_choice(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, nightmare=DAY, owl=DAY, other="")
    (folder / "owls").mkdir()
    (folder / ".hidden").mkdir()
    typed = {"": "", "nig": "night", "night.": "night.txt", "owls": "owls/", ".": ".hidden/"}
    async with running(desk, size=(200, 24)) as seat:
        for begun, path in (*typed.items(), ("ot", "other.txt"), ("x", "x"), ("no/way", "no/way")):
            await seat.press("I")
            await seat.type(f"{folder}/{begun}")
            await seat.press("tab")
            assert seat.hint.split()[1] == f"{folder}/{path}"
            await seat.press("escape")


@played
async def test_enter_opens_the_review_and_back_returns(desk: Desk) -> None:
    path = write_files(desk.folder / "files", night=NIGHT) / "night.txt"
    async with running(desk) as seat:
        await take_in(seat, path)
        await seat.press("enter")
        assert seat.room.reading.title_of(seat.room.review) == "A Night at the Lighthouse"
        assert "The owl was not there" in seat.shown
        await seat.press("backspace")
        assert seat.room.review == "tide"


@played
async def test_what_is_there_already_is_not_added_again(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await take_in(seat, folder)
        await seat.press("escape")
        await take_in(seat, folder)
        assert "1 already there" in seat.shown
        assert len(titles(desk)) == 1


@played
async def test_a_changed_version_replaces_the_old_one_by_one_key(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await take_in(seat, folder)
        await seat.press("enter")
        write_files(folder, night=NIGHT.replace("not there", "on the rail"))
        await take_in(seat, folder)
        shown = " ".join(seat.shown.split())
        assert "night.txt is another version of a-night-at-the-lighthouse; r puts it" in shown
        await seat.press("r")
        assert "1 replaced" in seat.shown
        await seat.press("escape")
        assert "The owl was on the rail" in seat.shown
        assert len(titles(desk)) == 1


@played
async def test_an_import_is_undone_as_a_whole_and_done_again(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, day=DAY)
    async with running(desk) as seat:
        await seat.press("b")
        await take_in(seat, folder)
        await seat.press("escape")
        assert "Imported: 2 added · u undoes it" in seat.hint
        await seat.press("u")
        assert "Undone: import of 2 reviews" in seat.hint
        assert titles(desk) == []
        assert "3 reviews" in seat.shown
        await seat.press("ctrl+r")
        assert "Done again: import of 2 reviews" in seat.hint
        assert len(titles(desk)) == 2
        await seat.press("u u")
        assert (titles(desk), desk.bookmarks()) == ([], ())


@played
async def test_an_import_is_undone_from_its_summary(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await take_in(seat, folder)
        assert "u undo" in seat.hint
        await seat.press("u")
        assert seat.app.screen is seat.room
        assert "Undone: import of 1 review" in seat.hint
        assert titles(desk) == []


@played
async def test_an_import_that_is_taken_back_elsewhere_leaves_undo_to_nothing_else(
    desk: Desk,
) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await seat.press("b")
        await take_in(seat, folder)
        with desk.store() as store:
            store.batches.take_back(desk.shelf, store.batches.last(desk.shelf) or "", NOON)
        await seat.press("u")
        assert any("Nothing that it brought is here any more" in told for told in seat.notices)
        assert any("import it again" in told for told in seat.notices)
        assert "u undo" not in seat.hint
        await seat.press("u")
        assert isinstance(seat.app.screen, ImportScreen)
        assert len(desk.bookmarks()) == 1
        await seat.press("escape")
        assert "3 reviews" in seat.status
        await seat.press("u")
        assert "Undone: new bookmark" in seat.hint


@played
async def test_a_text_that_was_removed_and_comes_back_tells_how_to_change_what_is_known_of_it(
    desk: Desk,
) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk, size=NARROW) as seat:
        await take_in(seat, folder)
        await seat.press("enter X")
        await take_in(seat, folder)
        assert "1 brought back" in seat.shown
        assert "It was here before; E in the room, or herreader --room " in seat.shown


@played
async def test_an_import_that_brought_nothing_leaves_undo_to_what_was_done_before(
    desk: Desk,
) -> None:
    folder = write_files(desk.folder / "files", empty="")
    async with running(desk) as seat:
        await seat.press("b")
        await take_in(seat, folder)
        await seat.press("u")
        assert isinstance(seat.app.screen, ImportScreen)
        await seat.press("escape")
        assert "Nothing new was imported: 1 refused" in seat.hint
        assert "undoes" not in seat.hint
        await seat.press("u")
        assert desk.bookmarks() == ()


@played
async def test_a_replaced_version_comes_back_with_its_marks_and_links(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await take_in(seat, folder)
        await seat.press("enter b a")
        await seat.type("owl")
        await seat.press("enter")
        (mark,) = desk.bookmarks()
        decided = verdicts(desk)
        write_files(folder, night=NIGHT.replace("The owl was not there", "A gull was on the rail"))
        await take_in(seat, folder)
        await seat.press("r")
        assert "1 replaced" in seat.shown
        await seat.press("escape")
        assert "Imported: 1 replaced · u undoes it" in seat.hint
        assert "A gull was on the rail" in seat.shown
        assert not desk.bookmarks()[0].placed
        await seat.press("u")
        assert "Undone: replacement of A Night at the Lighthouse" in seat.hint
        assert "The owl was not there" in seat.shown
        assert desk.bookmarks() == (mark,)
        assert verdicts(desk) == decided
        assert seat.room.here == {"owl"}
        await seat.press("ctrl+r")
        assert "A gull was on the rail" in seat.shown


@played
async def test_marks_without_a_place_in_the_new_version_are_told_and_listed(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk, size=(120, 45)) as seat:
        await take_in(seat, folder)
        await seat.press("enter b a")
        await seat.type("owl")
        await seat.press("enter")
        words = desk.bookmarks()[0].passage.quote
        write_files(folder, night=NIGHT.replace("The owl was not there", "A gull was on the rail"))
        await take_in(seat, folder)
        await seat.press("r")
        shown = " ".join(seat.shown.split())
        assert "1 replaced · 2 marks without a place" in shown
        assert "1 bookmark and 1 link by hand found no place in it: “The owl was not there" in shown
        await seat.press("escape B")
        shown = " ".join(seat.shown.split())
        assert "Bookmarks · 1 · 1 decision without a place" in shown
        assert shown.count("unplaced: its words are no longer in the review") == 2
        assert f"{words} unplaced" in shown
        assert "linked by hand to The owl" in shown
        await seat.press("G enter")
        assert any("Unplaced" in notice for notice in seat.notices)
        await seat.press("e")
        assert any("Only bookmarks take notes" in notice for notice in seat.notices)
        await seat.press("d")
        assert verdicts(desk) == []
        assert "without a place" not in seat.shown
        await seat.press("u")
        assert "1 decision without a place" in seat.shown
        await seat.press("/")
        await seat.type("linked")
        await seat.press("enter")
        assert "Bookmarks · 1 of 2" in seat.shown
        await seat.press("escape u")
        assert desk.bookmarks()[0].placed


@played
async def test_marks_lost_in_a_file_of_the_room_are_told_as_it_is_taken_over(desk: Desk) -> None:
    assert desk.room is not None
    file = desk.room / "reviews" / "tide.md"
    async with running(desk) as seat:
        await seat.press("} } b")
        lines = file.read_text(encoding="utf-8").replace("The owl lands on", "A gull sits on")
        file.write_text(lines, encoding="utf-8")
        await seat.press("r j enter")
        await seat.press("r k enter")
        told = [notice for notice in seat.notices if "found no place" in notice]
        assert len(told) == 1
        assert "The Tide Table has changed: 1 bookmark found no place in it" in told[0]


@played
async def test_a_replacement_is_undone_in_the_summary_before_the_import(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await take_in(seat, folder)
        await seat.press("enter")
        write_files(folder, night=NIGHT.replace("not there", "on the rail"), day=DAY)
        await take_in(seat, folder)
        await seat.press("r")
        assert "1 replaced" in seat.shown
        await seat.press("u")
        assert "1 changed" in seat.shown
        await seat.press("u")
        assert titles(desk) == ["A Night at the Lighthouse"]
        assert "The owl was not there" in seat.shown


@pytest.mark.parametrize("size", [WIDE, (40, 12)])
@played
async def test_a_path_without_anything_says_why(desk: Desk, size: tuple[int, int]) -> None:
    (desk.folder / "void").mkdir()
    async with running(desk, size=size) as seat:
        await take_in(seat, desk.folder / "void")
        assert "There is no file of a kind" in " ".join(seat.shown.split())
        await seat.press("escape")
        await take_in(seat, desk.folder / "void" / "*.log")
        assert "There is no file of a kind" in " ".join(seat.shown.split())
        assert titles(desk) == []


@played
async def test_a_path_that_is_not_there_stays_to_be_corrected(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk, size=(200, 40)) as seat:
        for wrong in (f"{folder}/nigth.txt", f"{folder}/night.txt/x", f"{folder}/no/*.txt"):
            await seat.press("I")
            await seat.type(wrong)
            await seat.press("enter")
            assert f"Import: {wrong}" in seat.hint
            assert "There is no such file or folder" in seat.notices[-1]
            await seat.press("escape escape")
        await seat.press("I")
        await seat.type("https://owl.example/night.html")
        await seat.press("enter")
        assert "It is a web address, and nothing is fetched." in seat.notices[-1]
        await seat.press("escape escape")
        await seat.press("I")
        await seat.type(f"{folder}/nigth")
        await seat.press("enter backspace backspace backspace tab")
        assert f"Import: {folder}/night.txt" in seat.hint
        await seat.press("enter")
        await until_told(seat)
        assert seat.notices == []
        assert titles(desk) == ["A Night at the Lighthouse"]


@played
async def test_a_store_that_is_gone_is_the_reason_that_is_given(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        desk.database.unlink()
        await take_in(seat, folder)
        words = " ".join(seat.words_in(seat.app.screen.query_one("#imported")).split())
        assert "was moved, deleted or replaced" in words
        assert "of a kind that is read" not in words
        assert "broken off" in words


@played
async def test_what_is_left_out_is_told_in_the_summary(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    (folder / "other.docx").write_text("x")
    async with running(desk) as seat:
        await take_in(seat, folder)
        assert "Left out: 1 file of another kind (.docx)" in " ".join(seat.shown.split())


@played
async def test_escape_ends_an_import(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    async with running(desk) as seat:
        await seat.press("I")
        await seat.type(str(folder))
        seat.app.post_message(events.Key("enter", None))
        seat.app.post_message(events.Key("escape", None))
        await until_told(seat)
        assert "Import · stopped" in seat.shown
        assert "It was stopped before a file was read." in seat.shown
        assert titles(desk) == []
        await seat.press("escape")
        await take_in(seat, folder)
        assert "1 added" in seat.shown


@played
async def test_the_end_of_an_import_is_told_and_takes_no_letter_of_what_is_being_typed(
    desk: Desk,
) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, day=DAY)
    async with running(desk) as seat:
        await seat.press("I")
        await seat.type(str(folder))
        seat.app.post_message(events.Key("enter", None))
        seat.app.post_message(events.Key("e", "e"))
        await seat.until(lambda: seat.notices)
        assert "Imported: 2 added" in seat.notices[0]
        await seat.type("unusual")
        await seat.press("enter")
        assert [mark.note for mark in desk.bookmarks()] == ["unusual"]
        assert len(titles(desk)) == 2


@played
async def test_keys_are_answered_while_files_are_looked_for(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT)
    for number in range(10_000):
        (folder / f"{number}.png").touch()
    async with running(desk) as seat:
        left: list[str] = []

        def leave(notice: str) -> None:
            if notice.startswith("Looking for files · ") and not left:
                left.append(notice)
                seat.app.post_message(events.Key("escape", None))

        seat.room.watch(seat.room, "notice", leave)
        await take_in(seat, folder)
        assert "Import · stopped" in seat.shown
        assert "It was stopped before a file was read." in seat.shown
        assert titles(desk) == []


async def begin_while_held(desk: Desk, seat: Seat, folder: Path) -> sqlite3.Connection:
    """Begin an import while another program writes, for longer than one try."""
    seat.room.keeper.flush()  # so that nothing else is to be kept meanwhile, and told of
    other = sqlite3.connect(desk.database, isolation_level=None, timeout=60)
    other.execute("BEGIN IMMEDIATE")
    tries: list[str] = []

    def note(notice: str) -> None:
        tries.append(notice)

    seat.room.watch(seat.room, "notice", note)
    await seat.press("I")
    await seat.type(str(folder))
    await seat.press("enter")
    try:
        await seat.until(lambda: any(told.startswith("Importing · 0 of") for told in tries))
    except AssertionError:
        other.close()
        raise
    return other


@played
async def test_an_import_waits_for_another_program_that_writes(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, day=DAY)
    async with running(desk) as seat:
        other = await begin_while_held(desk, seat, folder)
        other.close()
        await until_told(seat)
        assert "Import · 2 added" in seat.shown
        assert len(titles(desk)) == 2


@played
async def test_escape_ends_an_import_that_waits_for_another_program(desk: Desk) -> None:
    folder = write_files(desk.folder / "files", night=NIGHT, day=DAY)
    async with running(desk) as seat:
        other = await begin_while_held(desk, seat, folder)
        seat.app.post_message(events.Key("escape", None))
        await until_told(seat)
        other.close()
        assert "stopped · broken off" in seat.shown
        assert "Another program holds" in " ".join(seat.shown.split())
        assert titles(desk) == []

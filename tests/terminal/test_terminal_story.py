from desk import Desk
from terminals import Terminal, opened


def shows_cursor_at(terminal: Terminal, step: str) -> None:
    terminal.wait(lambda: step in terminal.rows[-1])


def test_read_follow_bookmark_quit_and_find_all_again(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("The Tide Table", "Sentence 1 of paragraph 2", "Scenes", "Welcome")
        terminal.press("space")
        terminal.wait_for("of paragraph 8 ")
        terminal.press("j")
        terminal.press("s enter")
        shows_cursor_at(terminal, "1 of 5 · The Tide Table")
        for step in ("2 of 5 · The Tide", "3 of 5 · The Keeper", "4 of 5 · What the Gull"):
            terminal.press("]")
            shows_cursor_at(terminal, step)
        terminal.wait_for("What the gull saw first was the owl.")
        terminal.press("b")
        shows_cursor_at(terminal, "Bookmarked")
        terminal.wait_for("★1")
        terminal.press("backspace")
        terminal.wait(lambda: "Keeper Keeps" in terminal.rows[0])
        terminal.press("2 backspace")
        terminal.wait(lambda: "Tide Table" in terminal.rows[0])
        terminal.press("] ]")
        shows_cursor_at(terminal, "3 of 5")
        terminal.press("j")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.is_restored()
    (mark,) = desk.bookmarks()
    assert mark.passage.quote == "What the gull saw first was the owl."
    with opened(desk) as terminal:
        terminal.wait_for("The Keeper Keeps · ", "The owl shares the stairs", "★1")
        terminal.press("B")
        terminal.wait_for("Bookmarks · 1", "What the gull saw first was the owl.")
        terminal.press("enter")
        terminal.wait_for("What the Gull Saw · ", "It thought little of")
        terminal.press("q")
        assert terminal.end() == 0


def test_keys_that_come_in_one_burst_are_all_taken_in_their_order(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(":keeper\r")
        terminal.wait_for("The Keeper Keeps · ")
        terminal.send("/log\r")
        terminal.wait(lambda: "log" in terminal.rows[-1])
        terminal.send("sG\r")
        terminal.wait(lambda: "No review speaks of The roof" in terminal.rows[-1])


def test_keys_that_terminals_send_as_one_character_are_known_as_readers_write_them(
    desk: Desk,
) -> None:
    desk.set_keys(r"""
        "read.last" = "ctrl+space"
        "read.first" = 'ctrl+\'
        "app.help" = "ctrl+]"
        "bookmark.list" = "ctrl+^"
        "bookmark.toggle" = "ctrl+_"
    """)
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send("\x00")
        terminal.wait_for("100%")
        terminal.send("\x1c")
        terminal.wait_for(" 0%")
        terminal.send("\x1d")
        terminal.wait_for("Bookmarks and selection")
        terminal.press("escape")
        terminal.wait_for(" 0%")
        terminal.send("\x1f")
        terminal.wait_for("Bookmarked")
        terminal.send("\x1e")
        terminal.wait_for("Bookmarks · 1")


def test_a_resize_lays_out_anew(desk: Desk) -> None:
    with opened(desk, size=(80, 24)) as terminal:
        terminal.wait_for("Sentence 1 of paragraph 2")
        assert "Scenes" not in terminal.rows[1]
        terminal.resize(120, 40)
        terminal.wait_for("Scenes", "Reviews")


def test_a_file_is_read_without_a_room(desk: Desk) -> None:
    path = desk.folder / "notes.txt"
    path.write_text("First words.\n\nSecond *words*.\n", encoding="utf-8")
    with opened(desk, str(path)) as terminal:
        terminal.wait_for("notes.txt", "First words.", "Second *words*.")
        terminal.press("b")
        terminal.wait_for("Bookmarked")
        terminal.press("q")
        assert terminal.end() == 0
    assert [mark.passage.quote for mark in desk.file_bookmarks()] == ["First words."]


def test_a_markdown_file_is_read_without_a_room(desk: Desk) -> None:
    path = desk.folder / "notes.md"
    path.write_text("# A heading\n\nSecond *words*.\n\n- An item\n", encoding="utf-8")
    with opened(desk, str(path)) as terminal:
        terminal.wait_for("notes.md", "Second words.", "• An item")
        assert "# A heading" not in terminal.shown


def test_the_palette_finds_a_command(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("ctrl+p")
        terminal.wait_for("What do you want to do?")
        terminal.send("focus")
        terminal.wait_for("Focus mode")
        terminal.press("enter")
        terminal.wait_without("What do you want to do?")
        terminal.wait_without("What the Gull Saw")


def test_keys_after_the_one_that_opens_a_list_go_to_the_list(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send("}bBd")
        terminal.wait_for("No bookmarks yet")
        terminal.send("q}bBq")
        terminal.wait_without("No bookmarks yet")
        terminal.wait_for("★1")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.output
    assert len(desk.bookmarks()) == 1


def test_a_scene_reached_in_the_same_burst_is_followed(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send("}}]")
        terminal.wait(lambda: "2 of 5 · The Tide" in terminal.rows[-1])

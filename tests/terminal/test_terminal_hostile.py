import re
from pathlib import Path

import pytest
from desk import Desk
from small_rooms import review, write_room
from terminals import Terminal, opened

ESCAPES = "a\x1b]52;c;SGk=\x07b\x1b[31mc\x9b31md\x90e\x1b]0;owned\x07f"
BIDI = "g\u202eh\u2066i\u200fj"
MARKUP = "[@click=app.quit]x[/] x[/b]y [Foo bar]"
HOSTILE = f"{ESCAPES}{BIDI} {MARKUP}"

PASSED_ON = {
    "what the text says to the clipboard": rb"\x1b\]52;c;SGk=",
    "a title for the window": rb"\x1b\]0;",
    "a C1 control": rb"\xc2[\x80-\x9f]|(?<![\x80-\xff])[\x80-\x9f]",
    "a bidi control": rb"\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c",
    "the text's own colour": rb"b\x1b\[31m",
}


def passed_on(terminal: Terminal) -> list[str]:
    """Name what has reached the terminal and should not."""
    return [name for name, sign in PASSED_ON.items() if re.search(sign, bytes(terminal.output))]


def toml(text: str) -> str:
    """Write a string so that TOML takes every character of it."""
    return "".join(
        letter if letter.isalnum() or letter in " .;]@=[/" else f"\\u{ord(letter):04x}"
        for letter in text
    )


def hostile_room(desk: Desk) -> Desk:
    scenes = (
        f'[[scene]]\nslug = "s"\ntitle = "Scene {toml(HOSTILE)}"\nsummary = "Sum {toml(HOSTILE)}"\n'
    )
    text = f"## Head {HOSTILE}\n\n[Words on it.]{{scene=s}} More {HOSTILE}.\n\n`code {HOSTILE}`\n"
    front = (
        f'+++\ntitle = "T {toml(HOSTILE)}"\nbyline = "B {toml(HOSTILE)}"\n'
        f'answers = {{ title = "A {toml(HOSTILE)}" }}\n+++\n'
    )
    room = write_room(desk.folder / "hostile", {"one": front + text, "two": front + text})
    (room / "scenes.toml").write_text(scenes, encoding="utf-8")
    header = f'id = "hostile"\ntitle = "R {toml(HOSTILE)}"\nwork = "W"\n'
    (room / "room.toml").write_text(header, encoding="utf-8")
    return Desk(desk.folder, room, "hostile")


def test_a_room_reaches_the_terminal_as_words_only(desk: Desk) -> None:
    with opened(hostile_room(desk), size=(200, 60)) as terminal:
        terminal.wait_for("[@click=app.quit]x[/] x[/b]y [Foo bar]", "Welcome")
        terminal.press("}")
        terminal.wait_for("1 of 2")
        terminal.press("]")
        terminal.wait(lambda: "2 of 2 · T a" in terminal.rows[-1])
        terminal.press("l b")
        terminal.wait_for("★1")
        terminal.press("B")
        terminal.wait_for("Bookmarks · 1", "More a")
        terminal.press("e")
        terminal.wait_for("Note:")
        terminal.send(f"\x1b[200~n{HOSTILE}\x1b[201~")
        terminal.wait(lambda: "[Foo bar]" in terminal.rows[-1])
        terminal.press("enter")
        # Textual may take what is between the marks of a paste for keys where a read divides it.
        terminal.wait_for("· “")
        terminal.press("q ctrl+p")
        terminal.wait_for("What do you want to do?")
        terminal.send(f"\x1b[200~{HOSTILE}\x1b[201~")
        terminal.wait_for("No matches found")
        assert passed_on(terminal) == []
        assert terminal.process.poll() is None


@pytest.mark.parametrize("key", [":", "/"])
def test_what_is_pasted_into_a_prompt_reaches_the_terminal_as_words_only(
    desk: Desk, key: str
) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(key)
        terminal.wait(lambda: ":" in terminal.rows[-1])
        terminal.send(f"\x1b[200~{HOSTILE}\x1b[201~")
        terminal.wait(lambda: "[Foo bar]" in terminal.rows[-1])
        terminal.press("enter")
        terminal.wait_for("is not found" if key == "/" else "Nothing here is called")
        assert passed_on(terminal) == []


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_file_reaches_the_terminal_as_words_only(desk: Desk, suffix: str) -> None:
    name = f"{HOSTILE.replace('/', '')}.{suffix}"
    path = desk.folder / name
    path.write_bytes(f"# Head {HOSTILE}\n\nWords {HOSTILE}\n\n".encode() + b"\xff\x9b31m bad")
    with opened(desk, name, size=(200, 60)) as terminal:
        terminal.wait_for("[@click=app.quit]x[/] x[/b]y [Foo bar]", "Welcome")
        terminal.press("b")
        terminal.wait_for("★")
        terminal.press("=")
        terminal.wait_for("This is")
        terminal.press(":")
        terminal.wait_for("Go to:")
        terminal.press("enter")
        assert passed_on(terminal) == []
        terminal.press("B")
        terminal.wait_for("Bookmarks · 1")
        assert passed_on(terminal) == []


def test_bookmarks_of_another_file_reach_the_terminal_as_words_only(desk: Desk) -> None:
    evil = desk.folder / f"{HOSTILE.replace('/', '')}.txt"
    evil.write_text("Words.", encoding="utf-8")
    good = desk.folder / "good.txt"
    good.write_text("Others.", encoding="utf-8")
    for path in (evil, good):
        with opened(desk, str(path)) as terminal:
            terminal.wait_for("Welcome")
            terminal.press("b B")
            terminal.wait_for("Bookmarks · ")
            assert passed_on(terminal) == [], path.name


def test_a_folder_s_name_reaches_the_terminal_as_words_only(desk: Desk) -> None:
    folder = desk.folder / HOSTILE.replace("/", "")
    write_room(folder, {}, id="void", title="Void")
    with opened(Desk(desk.folder, folder, "void"), size=(200, 24)) as terminal:
        terminal.wait_for("no reviews yet")
        assert passed_on(terminal) == []
    write_room(Path(f"{folder}2"), {"x": "no header"}, id="void", title="Void")
    (folder / "reviews" / f"{HOSTILE.replace('/', '')}.md").write_bytes(b"+++\nbad\n+++\nx")
    with opened(Desk(desk.folder, folder, "void"), size=(200, 50)) as terminal:
        terminal.wait_for("Void")
        terminal.wait_for(".md")
        assert passed_on(terminal) == []


def test_settings_reach_the_terminal_as_words_only(desk: Desk) -> None:
    desk.set_keys(f'"{toml(HOSTILE)}" = "m"\n"bookmark.toggle" = "{toml(HOSTILE)}"')
    with opened(desk, size=(200, 60)) as terminal:
        terminal.wait_for("there is no command", "is no key")
        terminal.press("?")
        terminal.wait_for("Keys")
        assert passed_on(terminal) == []


def test_what_another_program_wrote_into_the_store_reaches_the_terminal_as_words_only(
    desk: Desk,
) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("} b")
        terminal.wait_for("★1")
    (mark,) = desk.bookmarks()
    with desk.store() as store:
        store.bookmarks.set_note(mark.id, HOSTILE)
    with opened(desk) as terminal:
        terminal.wait_for("★1")
        terminal.press("g g '")
        terminal.wait(lambda: "[Foo bar]" in terminal.rows[-1])
        terminal.press("B")
        terminal.wait_for("Bookmarks · 1", "[Foo bar]")
        assert passed_on(terminal) == []


def test_a_review_in_a_room_has_a_harmless_markup(desk: Desk) -> None:
    room = write_room(desk.folder / "markup", {"one": review("T", f"## {MARKUP}\n\n{MARKUP} ok")})
    with opened(Desk(desk.folder, room, "markup")) as terminal:
        terminal.wait_for(f"{MARKUP} ok", "Welcome")
        row = next(y for y, words in enumerate(terminal.rows) if f"{MARKUP} ok" in words)
        column = terminal.rows[row].index("x[/]")
        terminal.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")
        terminal.press("=")
        terminal.wait_for("This is one:2")
        assert terminal.process.poll() is None

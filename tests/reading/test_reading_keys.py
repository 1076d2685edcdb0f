import pytest

from herreader.keys import (
    COMMANDS,
    GROUPS,
    KeyReader,
    Pressed,
    default_keymap,
    remap,
)


def typed(keys: str, reader: KeyReader | None = None) -> list[Pressed]:
    reader = reader or KeyReader(default_keymap())
    return [pressed for key in keys.split() if (pressed := reader.press(key)) is not None]


def test_no_two_commands_want_a_key() -> None:
    keys = [tuple(keys.split()) for command in COMMANDS for keys in command.keys]
    assert len(keys) == len(set(keys))
    for longer in keys:
        assert all(longer[:length] not in keys for length in range(1, len(longer)))


def test_every_command_is_named_once_and_belongs_to_a_group() -> None:
    names = [command.id for command in COMMANDS]
    assert len(names) == len(set(names))
    assert {command.group for command in COMMANDS} == set(GROUPS)


def test_every_command_is_explained_in_a_sentence() -> None:
    assert all(command.help.endswith(".") and command.label for command in COMMANDS)


@pytest.mark.parametrize(
    ("keys", "count"), [("5 j", 5), ("1 0 j", 10), ("1 2 3 4 5 6 7 8 j", 123456), ("j", None)]
)
def test_a_number_typed_before_a_command_is_its_count(keys: str, count: int | None) -> None:
    assert typed(keys) == [Pressed("read.line_down", count)]


def test_a_zero_alone_starts_no_count() -> None:
    assert typed("0 j") == [Pressed("read.line_down")]


def test_a_sequence_takes_a_count_too() -> None:
    assert typed("3 g g") == [Pressed("read.first", 3)]


def test_a_sequence_that_leads_nowhere_is_forgotten() -> None:
    assert typed("5 g x j") == [Pressed("read.line_down")]


def test_escape_forgets_what_was_typed_and_only_then_cancels() -> None:
    reader = KeyReader(default_keymap())
    assert typed("5", reader) == []
    assert reader.pending == "5"
    assert typed("g", reader) == []
    assert reader.pending == "5 g"
    assert typed("escape", reader) == []
    assert reader.pending == ""
    assert typed("escape", reader) == [Pressed("app.cancel")]


def test_a_remapped_command_has_its_new_keys_only() -> None:
    keymap, problems = remap({"bookmark.toggle": ["m", "g b"]})
    assert problems == ()
    assert keymap.keys_of("bookmark.toggle") == ("m", "g b")
    assert typed("b", KeyReader(keymap)) == []
    assert typed("g b", KeyReader(keymap)) == [Pressed("bookmark.toggle")]
    assert typed("g g", KeyReader(keymap)) == [Pressed("read.first")]


def test_a_command_without_keys_is_unbound() -> None:
    keymap, problems = remap({"app.quit": []})
    assert problems == ()
    assert keymap.keys_of("app.quit") == ()


def test_two_commands_may_swap_their_keys() -> None:
    keymap, problems = remap({"find.next": ["N"], "find.previous": ["n"]})
    assert problems == ()
    assert typed("n N", KeyReader(keymap)) == [Pressed("find.previous"), Pressed("find.next")]


def test_a_digit_can_be_a_key_and_is_then_no_count() -> None:
    keymap, problems = remap({"scene.next": ["2"]})
    assert problems == ()
    assert typed("2 3 j", KeyReader(keymap)) == [
        Pressed("scene.next"),
        Pressed("read.line_down", 3),
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"bookmark.togle": ["m"]}, "Did you mean bookmark.toggle?"),
        ({"nonsense": ["m"]}, "The help (?) lists them all."),
        ({"bookmark.toggle": ["hyper+m"]}, "'hyper+m' is no key"),
        ({"bookmark.toggle": [""]}, "is no key"),
        ({"bookmark.toggle": ["mm"]}, "'mm' is no key"),
        ({"bookmark.toggle": ["shift+m"]}, "'shift+m' is no key; write the character that it"),
        ({"bookmark.toggle": ["g shift+1"]}, "'shift+1' is no key; write the character that it"),
        ({"bookmark.toggle": ["ctrl+M"]}, "'ctrl+M' is no key; write enter."),
        ({"bookmark.toggle": ["ctrl+G"]}, "'ctrl+G' is no key; write ctrl+g."),
        ({"bookmark.toggle": ["ctrl+i"]}, "'ctrl+i' is no key; write tab."),
        ({"bookmark.toggle": ["ctrl+m"]}, "'ctrl+m' is no key; write enter."),
        ({"bookmark.toggle": ["ctrl+h"]}, "'ctrl+h' is no key; write backspace."),
        ({"bookmark.toggle": ["ctrl+["]}, "'ctrl+[' is no key; write escape."),
        ({"bookmark.toggle": ["ctrl+/"]}, "'ctrl+/' is no key; write ctrl+_."),
        ({"bookmark.toggle": ["ctrl+@"]}, "'ctrl+@' is no key; write ctrl+space."),
        ({"bookmark.toggle": ["x"], "app.quit": ["x"]}, "given to both bookmark.toggle and app"),
        ({"bookmark.toggle": ["j"]}, "'j' is now bookmark.toggle and no longer read.line_down"),
        ({"bookmark.toggle": ["g"]}, "no longer read.first"),
        ({"bookmark.toggle": ["x"], "app.quit": ["x y"]}, "'x y' can't be typed"),
    ],
)
def test_what_is_wrong_is_told_with_its_cure(changes: dict[str, list[str]], words: str) -> None:
    keymap, problems = remap(changes)
    assert any(words in problem for problem in problems), problems
    assert typed("k", KeyReader(keymap)) == [Pressed("read.line_up")]


def test_a_command_whose_new_keys_never_come_keeps_its_old_ones() -> None:
    keymap, _ = remap({"read.last": ["shift+g", "ctrl+i"], "view.wider": ["ctrl+i"]})
    assert keymap.keys_of("read.last") == ("G", "end")
    assert typed("tab", KeyReader(keymap)) == [Pressed("view.next_pane")]


def test_shift_and_ctrl_are_kept_where_terminals_send_them() -> None:
    wanted = ("shift+up", "ctrl+shift+g", "shift+tab", "ctrl+j", "ctrl+f2")
    keymap, problems = remap({"view.previous_pane": wanted})
    assert problems == ()
    assert keymap.keys_of("view.previous_pane") == wanted


def test_a_key_taken_from_a_command_leaves_it_its_others() -> None:
    keymap, _ = remap({"bookmark.toggle": ["j"]})
    assert keymap.keys_of("read.line_down") == ("down",)

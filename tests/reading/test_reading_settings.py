import os
from collections.abc import Callable
from pathlib import Path

import pytest

from herreader.keys import default_keymap
from herreader.settings import load_settings


def settings_in(folder: Path, text: str | bytes) -> Path:
    path = folder / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none" / "settings.toml")
    assert settings.keymap == default_keymap()
    assert settings.problems == ()


@pytest.mark.parametrize(
    "line", ['"bookmark.toggle" = "m"', 'bookmark.toggle = ["m"]', "bookmark.toggle = 'm'"]
)
def test_a_key_is_remapped_however_its_name_is_quoted(tmp_path: Path, line: str) -> None:
    settings = load_settings(settings_in(tmp_path, f"[keys]\n{line}\n"))
    assert settings.keymap.keys_of("bookmark.toggle") == ("m",)
    assert settings.problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[keys\n", "Mend it"),
        (b"\xff\xfe", "Mend it"),
        ("[keys]\nx = " + "[" * 20_000, "its brackets lie too deep. Mend it"),
        ("colour = 1\n", "no setting 'colour'"),
        ("keys = 3\n", "write [keys]"),
        ("[keys]\n'go.to' = 3\n", "go.to: write a key"),
        ("[keys]\n'go.to' = [3]\n", "go.to: write a key"),
        ("[keys]\n'go.too' = 'x'\n", "Did you mean go.to?"),
    ],
)
def test_what_is_wrong_is_told_with_the_file_and_all_else_holds(
    tmp_path: Path, text: str | bytes, words: str
) -> None:
    settings = load_settings(settings_in(tmp_path, text))
    assert any(words in problem for problem in settings.problems), settings.problems
    assert all(problem.startswith("settings.toml: ") for problem in settings.problems)
    assert settings.keymap.keys_of("app.quit") == ("q", "ctrl+q")


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert len(settings.problems) == 1
    assert settings.keymap == default_keymap()


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_settings_that_might_never_end_are_not_read(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "settings.toml"
    make(path)
    settings = load_settings(path)
    assert settings.problems == (
        "settings.toml: is no regular file. Put one in its place, or remove it.",
    )
    assert settings.keymap == default_keymap()

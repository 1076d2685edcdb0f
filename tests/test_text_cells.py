# ruff: noqa: RUF001 (letters and quotes that look like others are what is tested)
import subprocess
import sys

import pytest
from rich.cells import cell_len as rich_cell_len

from herreader.text.cells import cell_len, graphemes, is_narrow, shown

FLAG = "\U0001f1ec\U0001f1e7"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WAVE = "\U0001f44b\U0001f3fd"
HEART = "\u2764\ufe0f"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("owl", 3),
        ("“owl” — a bird’s", 16),
        ("梟が", 4),
        ("e\u0301", 1),
        (FLAG, 2),
        (FLAG + FLAG, 4),
        (FAMILY, 2),
        (WAVE, 2),
        (HEART, 2),
        ("1\ufe0f\u20e3", 2),
        ("a\tb", 3),
        ("bird\u00adcage", 8),
        ("bird\u200bcage\u2060", 8),
    ],
)
def test_cells_are_counted_as_a_terminal_shows_them(text: str, cells: int) -> None:
    assert cell_len(text) == cells
    assert rich_cell_len(shown(text)) == cells


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("ab", [(0, 1, 1), (1, 2, 1)]),
        ("e\u0301a", [(0, 2, 1), (2, 3, 1)]),
        (FLAG, [(0, 2, 2)]),
        (FLAG + "\U0001f1eb", [(0, 2, 2), (2, 3, 1)]),
        ("a" + FAMILY + "b", [(0, 1, 1), (1, 6, 2), (6, 7, 1)]),
        ("d\u00adc", [(0, 2, 1), (2, 3, 1)]),
    ],
)
def test_clusters_are_kept_whole(text: str, clusters: list[tuple[int, int, int]]) -> None:
    assert graphemes(text) == clusters


def test_no_character_called_narrow_is_wider_or_narrower_than_a_cell() -> None:
    everything = (chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
    wrong = [c for c in everything if is_narrow(c) and c not in "\t\n" and rich_cell_len(c) != 1]
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["plain words\n", "’“”…—–", "éàüßñ", "Κόσμος", "мир", "│├─", "\ufffd"]
)
def test_common_scripts_take_the_quick_path(text: str) -> None:
    assert is_narrow(text)


@pytest.mark.parametrize("text", ["梟", "e\u0301", FLAG, FAMILY, HEART, "a\u200db", "a\u00adb"])
def test_what_joins_or_is_wide_does_not_take_the_quick_path(text: str) -> None:
    assert not is_narrow(text)


def test_narrow_text_is_measured_without_importing_rich() -> None:
    code = "import sys; from herreader.text import cells; cells.cell_len('“owl”'); "
    command = [sys.executable, "-c", code + "sys.exit('rich' in sys.modules)"]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own words

from pathlib import Path

import pytest
from cpu_time import within

from herreader.rooms.reviews import read_review
from herreader.rooms.source import read_toml


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ("a = 1\nb =\nc = 3", {"a": 1, "c": 3}),
        ("a = 1\nb =\na = 2", {"a": 1}),
        ("a.b = 1\nc =\na.d = 2\na.b = 3", {"a": {"b": 1, "d": 2}}),
        ("[a.b]\nc = 1\nd =\n[a.e]\nf = 2", {"a": {"b": {"c": 1}, "e": {"f": 2}}}),
        (
            "[[a]]\nb = 1\nc =\nd = [2]\n[[a]] # two\nb =\nd = [3]",
            {"a": [{"b": 1, "d": [2]}, {"d": [3]}]},
        ),
        ("a = 1\n[b\nc = 2", {"a": 1, "c": 2}),
        ("a = 1\n[a]\nb =\nc = 2", {"a": 1}),
    ],
)
def test_of_a_broken_table_all_whole_lines_are_kept(lines: str, kept: dict[str, object]) -> None:
    table, problems = read_toml(lines, "scenes.toml")
    assert table == kept
    assert len(problems) == 1


def test_tables_however_deep_in_tables_are_kept_as_far_as_they_agree() -> None:
    deep = "a." * 2_000
    table, _ = read_toml(f"{deep}b = 1\nbroken =\n{deep}b = 2\nc = 3", "scenes.toml")
    assert table["c"] == 3


@pytest.mark.parametrize("broken", ["broken =\n", "".join(f"broken{n} =\n" for n in range(8_000))])
def test_a_long_table_with_broken_lines_is_read_at_once(tmp_path: Path, broken: str) -> None:
    many = "".join(f'key{number} = "{number}"\n' for number in range(8_000))
    path = tmp_path / "a.md"
    path.write_text(f'+++\ntitle = "A"\n{many}{broken}byline = "Ada"\n+++\nText.')
    with within(5):
        read = read_review(path, ())
    assert (read.review.title, read.review.byline) == ("A", "Ada")
    assert (read.problems[0].where, read.problems[-1].where) == ("line 8003", "line 8002")

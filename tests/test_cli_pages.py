import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from herreader.cli.output import write_json
from herreader.cli.own_pages import aside_page, import_page, removed_page
from herreader.cli.own_rows import AsideRow, ImportRow
from herreader.cli.pages import (
    bookmarks_page,
    problems_page,
    reviews_page,
    scene_page,
    scenes_page,
)
from herreader.cli.rows import BookmarkRow, ReviewRow, SceneRow
from herreader.cli.search_page import search_page
from herreader.cli.searching import HitRow
from herreader.model.links import Link, LinkKind
from herreader.model.room import Answers, Review, Room, Scene
from herreader.paths import bundled_room
from herreader.reading.crossref import Stop
from herreader.reading.outcomes import Fate
from herreader.rooms.problems import Problem
from herreader.store import Version

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
OWL = Scene("owl", "The owl", 1, "He sits below a screen.")
BIRD = Review("bird", "The Bird", "A. B.", None, None, 230, Path("bird.md"))
ROOM = Room("den", "Den", "Den", bundled_room(), scenes=(OWL,), reviews=(BIRD,))
REVIEW = ReviewRow(
    "bird", "The Bird", "A. B.", Answers("Love", "C. D."), None, 460, 2, 0.0, False, 0, 3
)  # fmt: skip
BOOKMARK = BookmarkRow(
    7, "bird", "The Bird", 2, 0, 2, 9, "It falls.", "On birds", ("owl",), ("The owl",), "Slow.",
    "2024", True,
)  # fmt: skip
EVIL = "[red]x[/red] \x1b]52;c;eA==\x07 :smile:"


def printed(page: Iterable[RenderableType], width: int = 80, *, colour: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for part in page:
        console.print(part)
    return file.getvalue()


def own_pages(words: str) -> list[Iterable[RenderableType]]:
    """Give the pages on the reader's own reviews, full of some words."""
    row = ImportRow(words, Fate.ADDED, "bird", words, words, words, 2, ("owl",), 3, words)
    hit = HitRow("bird", words, 2, 0, 3, ((words, False), (words, True)))
    return [
        import_page(ROOM._replace(title=words), [row, replace(row, fate=Fate.REFUSED, title="")]),
        search_page([hit], more=True),
        aside_page(ROOM, BIRD._replace(title=words), [AsideRow(1, words, 0, words)]),
        removed_page(ROOM, [Version("bird", 1, 1, words, NOON, NOON)]),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (REVIEW, "unread"),
        (replace(REVIEW, read=0.5), "▓▓▓▓░░░░ 50%"),
        (replace(REVIEW, read=1.0, finished=True, bookmarks=2), "read  ★ 2"),
    ],
)
def test_a_review_is_shown_with_what_was_read_of_it(row: ReviewRow, expected: str) -> None:
    shown = printed(reviews_page(ROOM, [row]))
    assert "The Bird" in shown
    assert "2 min" in shown
    assert "answers “Love”, C. D." in shown
    assert expected in shown


def test_scenes_show_a_dot_a_review_and_beyond_eight_a_count() -> None:
    assert "·•●" in printed(scenes_page(ROOM, [SceneRow(1, "owl", "The owl", (0, 1, 4))]))
    many = SceneRow(1, "owl", "The owl", (0, 1, 4) * 4)
    assert "8/12" in printed(scenes_page(ROOM, [many]))


def test_scenes_explain_dots_only_where_there_are_some() -> None:
    for counts, explained in (((0, 1, 4), True), ((0, 1, 4) * 4, False), ((), False)):
        page = printed(scenes_page(ROOM, [SceneRow(1, "owl", "The owl", counts)]))
        assert ("· silent   • one passage   ● more" in page) is explained


def test_a_scene_is_shown_with_its_passages_and_their_addresses() -> None:
    written = Link("owl", "bird", 3, 0, 9, "It falls.")
    found = written._replace(block=5, kind=LinkKind.FOUND, evidence="the word owl", confidence=0.6)
    shown = printed(
        scene_page(ROOM, OWL, [Stop("owl", "bird", (written,)), Stop("owl", "bird", (found,))])
    )
    assert "He sits below a screen." in shown
    assert shown.count("The Bird") == 1
    assert "“It falls.”  bird:3\n" in shown
    assert "bird:5 · perhaps, 60% sure: the word owl\n" in shown


def test_a_passage_that_was_linked_by_hand_says_so_once() -> None:
    by_hand = Link("owl", "bird", 3, 0, 9, "It falls.", LinkKind.BY_HAND)
    shown = printed(scene_page(ROOM, OWL, [Stop("owl", "bird", (by_hand,))]))
    assert "“It falls.”  bird:3 · by hand\n" in shown


def test_a_bookmark_is_shown_with_its_note_scenes_and_section() -> None:
    shown = printed(bookmarks_page(ROOM, [BOOKMARK]))
    assert "★ It falls." in shown
    assert "bird:2 · On birds · The owl" in shown
    assert "Slow." in shown


def test_an_unplaced_bookmark_says_so() -> None:
    assert "no longer there" in printed(bookmarks_page(ROOM, [replace(BOOKMARK, placed=False)]))


@pytest.mark.parametrize(
    ("passages", "scenes", "expected"),
    [
        (0, (), "no passage on a scene"),
        (1, ("owl",), "1 passage on 1 scene"),
        (5, ("owl", "joy"), "5 passages on 2 scenes"),
    ],
)
def test_an_import_counts_in_plain_words_and_says_how_it_is_undone(
    passages: int, scenes: tuple[str, ...], expected: str
) -> None:
    row = ImportRow("a.txt", Fate.ADDED, "bird", "The Bird", "", "", passages, scenes, 0, "")
    shown = printed(import_page(ROOM, [row]))
    assert expected in shown
    assert "herreader import --undo takes it back." in shown
    known = replace(row, fate=Fate.KNOWN)
    assert "--undo" not in printed(import_page(ROOM, [known]))


def test_a_page_tells_what_else_can_be_typed_with_the_room_and_all_that_it_takes() -> None:
    row = ImportRow("a.txt", Fate.ADDED, "bird", "The Bird", "", "", 2, ("owl",), 3, "")
    room = ROOM._replace(folder=Path("dens/den"))
    assert "herreader --room dens/den aside REVIEW shows" in printed(import_page(room, [row]), 200)
    assert "herreader --room dens/den, and press b" in printed(bookmarks_page(room, []))


def test_below_a_long_list_what_needs_the_reader_is_named_once_more() -> None:
    row = ImportRow("a.txt", Fate.ADDED, "bird", "The Bird", "", "", 2, ("owl",), 0, "")
    bad = [replace(row, fate=Fate.REFUSED, title="", file=f"bad-{n}.txt") for n in range(14)]
    below = printed(import_page(ROOM, [bad[0], *[row] * 20])).partition("20 added")[2]
    assert "bad-0.txt" in below
    many = printed(import_page(ROOM, [*bad, *[row] * 20])).partition("20 added")[2]
    assert "bad-11.txt" in many
    assert "bad-12.txt" not in many
    assert "2 more, which herreader import --quiet PATH names." in many.replace("\n", " ")
    assert "bad-0.txt" not in printed(import_page(ROOM, [bad[0], row])).partition("1 added")[2]


def test_empty_listings_say_what_to_do() -> None:
    assert "press b" in printed(bookmarks_page(ROOM, []))
    assert "herreader import" in printed(reviews_page(ROOM, []))
    assert "scenes.toml" in printed(scenes_page(ROOM, []))
    assert "No review" in printed(scene_page(ROOM, OWL, []))


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    wide = "日本語のとても長い題名 and a long tail of words"
    stop = Stop("owl", "bird", (Link("owl", "bird", 3, 0, 9, wide * 3),))
    pages: list[Iterable[RenderableType]] = [
        reviews_page(ROOM, [replace(REVIEW, title=wide)]),
        scenes_page(ROOM, [SceneRow(1, "owl", wide, (0, 1, 4))]),
        scene_page(ROOM, OWL, [stop]),
        bookmarks_page(ROOM, [replace(BOOKMARK, quote=wide, note=wide)]),
        problems_page([Problem("error", "room.toml", "line 3", wide, wide)]),
        *own_pages(wide),
    ]
    for page in pages:
        lines = printed(page, width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_json_holds_nothing_that_steers_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    write_json({"note": "a\x9b31m\u202e\x1b\n"})
    assert capsys.readouterr().out == '{\n  "note": "a\ufffd31m\ufffd\\u001b\\n"\n}\n'


def test_what_a_text_holds_is_neither_mark_up_nor_a_control_sequence() -> None:
    room = ROOM._replace(title=EVIL, reviews=(BIRD._replace(title=EVIL),))
    stop = Stop("owl", "bird", (Link("owl", "bird", 3, 0, 9, EVIL, evidence=EVIL),))
    pages: list[Iterable[RenderableType]] = [
        reviews_page(room, [replace(REVIEW, title=EVIL, byline=EVIL)]),
        scenes_page(room, [SceneRow(1, "owl", EVIL, (0, 1, 4))]),
        scene_page(room, OWL._replace(title=EVIL, summary=EVIL), [stop]),
        bookmarks_page(ROOM, [replace(BOOKMARK, quote=EVIL, note=EVIL, section=EVIL)]),
        problems_page([Problem("note", "room.toml", "", EVIL)]),
        *own_pages(EVIL),
    ]
    for page in pages:
        shown = printed(page, 200, colour=True)
        assert "]52;c;" in shown
        assert "\x1b]52" not in shown
        assert "\x07" not in shown
        assert "[red]x[/red]" in shown
        assert ":smile:" in shown

from pathlib import Path

import pytest

from herreader.rooms.checking import check_room

SCENES = """
[[scene]]
slug = "owl"
title = "Owl"
phrases = ["an owl on a screen"]
[[scene]]
slug = "joy"
title = "Joy"
cues = ["is glad: glad|joyful"]
"""
BOTH = "[Bird.]{scene=owl} [Glad.]{scene=joy}\n\n"


def room(folder: Path, text: str, name: str = "a", *, header: str = "title = 'A'") -> Path:
    (folder / "room.toml").write_text('id = "den"\ntitle = "Den"\n')
    (folder / "scenes.toml").write_text(SCENES)
    (folder / "reviews").mkdir(exist_ok=True)
    (folder / f"reviews/{name}.md").write_text(f"+++\n{header}\n+++\n{text}")
    return folder


def said(folder: Path) -> list[str]:
    return [f"{problem.severity}: {problem}" for problem in check_room(folder)]


def test_a_room_in_order_has_no_problems(tmp_path: Path) -> None:
    assert said(room(tmp_path, BOTH)) == []


def test_four_sentences_can_be_linked_but_not_five(tmp_path: Path) -> None:
    four = "It is late. Mr. Twombly sits. An owl falls. He waits."
    assert said(room(tmp_path, f"{BOTH}[{four}]{{scene=owl}}")) == []
    too_long = said(room(tmp_path, f"{BOTH}[{four} It ends.]{{scene=owl}}"))
    assert len(too_long) == 1
    assert too_long[0].startswith("error: reviews/a.md:6: The span is 5 sentences long. Link at")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Void: []{scene=owl}.", "error: reviews/a.md:6: The span is empty."),
        (
            "[Out [in]{scene=joy} out]{scene=owl}",
            "error: reviews/a.md:6: The span lies inside the one that begins on line 6.",
        ),
        (
            "[Both [in]{scene=joy}\nhalf]{scene=owl}",
            "error: reviews/a.md:6: The span lies inside the one that begins on line 6.",
        ),
        (
            "x\n[y]{scene=ow}",
            "error: reviews/a.md:7: The scene `ow` is unknown. Did you mean `owl`?",
        ),
        ("[y]{.aside}", "error: reviews/a.md:6: The bracketed words name no scene."),
    ],
)
def test_a_wrong_span_is_told_by_its_line(tmp_path: Path, text: str, expected: str) -> None:
    problems = said(room(tmp_path, BOTH + text))
    assert len(problems) == 1
    assert problems[0].startswith(expected)


def test_each_span_inside_of_another_is_told(tmp_path: Path) -> None:
    text = BOTH + "[a [b]{scene=joy} c\n[d]{scene=joy} e]{scene=owl}"
    assert [problem.where for problem in check_room(room(tmp_path, text))] == ["line 6", "line 7"]


def test_what_is_thin_is_noted(tmp_path: Path) -> None:
    room(tmp_path, "[Bird.]{scene=owl}")
    room(tmp_path, "Only words.", "b")
    room(tmp_path, "", "c")
    joy, second, third = said(tmp_path)
    assert joy.startswith("note: scenes.toml: scene 2 (joy): No review speaks of this scene.")
    assert second.startswith("note: reviews/b.md: The review is linked to no scene.")
    assert third == "note: reviews/c.md: The review has no text. Write one."


def test_a_scene_that_can_t_be_found_for_sure_in_imported_reviews_is_noted(
    tmp_path: Path,
) -> None:
    room(tmp_path, BOTH)
    bare = SCENES.replace('phrases = ["an owl on a screen"]', 'things = ["screen"]')
    (tmp_path / "scenes.toml").write_text(bare)
    (told,) = said(tmp_path)
    assert told.startswith("note: scenes.toml: scene 1 (owl): In imported reviews it can't be")
    assert told.endswith('for sure. Write what critics call it: phrases = ["...", "..."].')
    (tmp_path / "wording.json").write_text(
        '{"cues": 4, "scenes": {"owl": {"start": -1, "words": {"owl": 3}}}}'
    )
    assert said(tmp_path) == []


def test_a_text_without_metadata_is_an_error(tmp_path: Path) -> None:
    room(tmp_path, BOTH)
    (tmp_path / "reviews/b.md").write_text("[Bird.]{scene=owl}")
    assert [problem[:44] for problem in said(tmp_path)] == [
        "error: reviews/b.md:1: The text has no metad"
    ]


def test_an_unknown_key_is_a_warning(tmp_path: Path) -> None:
    problems = said(room(tmp_path, BOTH, header="title = 'A'\nmood = 'x'"))
    assert problems == ["warning: reviews/a.md:3: `mood` is not known here. Take it out."]


def test_a_fault_in_what_was_learned_of_the_scenes_is_an_error(tmp_path: Path) -> None:
    room(tmp_path, BOTH)
    text = '{"cues": 4, "scenes": {"crow": {"start": -1, "words": {}}}}'
    (tmp_path / "wording.json").write_text(text)
    (problem,) = said(tmp_path)
    assert problem.startswith("error: wording.json: There is no scene `crow` in this room. Learn")


def test_problems_of_a_review_come_by_line(tmp_path: Path) -> None:
    text = BOTH + "[a]{scene=nope}\n[]{scene=owl}\n[b]{scene=nope}"
    lines = [problem.where for problem in check_room(room(tmp_path, text))]
    assert lines == ["line 6", "line 7", "line 8"]


def test_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    room(tmp_path, "[x]{scene=nope} " + BOTH)
    (tmp_path / "room.toml").write_text('id = "den"\ntitle = "Den"\nreviews = ["gone"]\n')
    (tmp_path / "scenes.toml").write_text(SCENES + "mood = 3\n")
    files = [problem.file for problem in check_room(tmp_path)]
    assert files == ["room.toml", "scenes.toml", "reviews/a.md"]

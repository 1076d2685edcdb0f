from pathlib import Path

import pytest

from herreader.errors import RoomError
from herreader.rooms.loading import fingerprint, load_room

ROOM = 'id = "den"\ntitle = "The Den"\n'
SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
numbers = ["8,316", 641]

[[scene]]
slug = "joy"
title = "Joy"
"""


TOO_LARGE = "This is not TOML: a whole number is too large"


def make(folder: Path, **files: str | bytes) -> Path:
    """Write a room: keywords name TOML files, or reviews if they end in `_md`."""
    for name, content in files.items():
        stem = name.removesuffix("_md").replace("_", "-")
        path = folder / (f"reviews/{stem}.md" if name.endswith("_md") else f"{name}.toml")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in load_room(folder).problems]


def test_a_room_may_be_empty_but_for_its_header(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room=ROOM))
    assert (loaded.room.id, loaded.room.title, loaded.room.work) == ("den", "The Den", "The Den")
    assert (loaded.room.scenes, loaded.files, loaded.problems) == ((), (), ())


def test_a_header_is_read_whole(tmp_path: Path) -> None:
    header = ROOM + 'work = "Den"\nyear = 2013\nlanguage = "en"\nabout = "A\\nroom"\n'
    loaded = load_room(make(tmp_path, room=header))
    room = loaded.room
    assert (room.work, room.year, room.language, room.about) == ("Den", 2013, "en", "A room")
    assert room.folder == tmp_path
    assert loaded.problems == ()


def test_scenes_are_numbered_in_their_order(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room=ROOM, scenes=SCENES))
    assert [(scene.number, scene.slug) for scene in loaded.room.scenes] == [(1, "owl"), (2, "joy")]
    assert loaded.room.scenes[0].numbers == ("8,316", "641")
    assert loaded.problems == ()


def test_the_largest_number_of_toml_is_read(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room=ROOM + f"year = {2**63 - 1}\n"))
    assert (loaded.room.year, loaded.problems) == (2**63 - 1, ())


def test_a_scene_with_a_number_that_is_too_large_is_there_without_it(tmp_path: Path) -> None:
    scenes = SCENES.replace("numbers =", f"numbers = [0x{'f' * 5_000}]\nphrases =")
    loaded = load_room(make(tmp_path, room=ROOM, scenes=scenes))
    owl, joy = loaded.room.scenes
    assert (owl.slug, owl.numbers, owl.phrases, joy.slug) == ("owl", (), ("8,316",), "joy")
    assert str(loaded.problems[0]).startswith(f"scenes.toml:5: {TOO_LARGE}.")


def test_truth_is_no_number(tmp_path: Path) -> None:
    scenes = SCENES.replace('"8,316", 641', "true, 641")
    loaded = load_room(make(tmp_path, room=ROOM, scenes=scenes))
    assert loaded.room.scenes[0].numbers == ("641",)
    (problem,) = loaded.problems
    assert "`numbers` holds true or false" in problem.message


def test_a_room_in_a_folder_called_as_files_are_has_another_id(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.mkdir()
    assert load_room(make(folder, room='title = "T"\n')).room.id == "file-room"


def test_reviews_come_in_the_order_of_the_room_and_then_by_name(tmp_path: Path) -> None:
    header = ROOM + 'reviews = ["second", "first"]\n'
    folder = make(tmp_path, room=header, first_md="", second_md="", b_md="", a_md="")
    (folder / "reviews/.hidden.md").touch()
    (folder / "reviews/notes.txt").touch()
    (folder / "reviews/folder.md").mkdir()
    stems = [path.stem for path in load_room(folder).files]
    assert stems == ["second", "first", "a", "b"]


def test_the_order_never_leads_out_of_the_room(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    header = ROOM + 'reviews = ["../../secret", "../room", "/etc/passwd", "a"]\n'
    folder = tmp_path / "room"
    folder.mkdir()
    make(folder, room=header, a_md="")
    assert load_room(folder).files == (folder / "reviews/a.md",)
    problems = said(folder)
    assert len(problems) == 3
    assert problems[0].startswith("room.toml:3: `reviews` names `../../secret`, which is not")


def test_what_is_no_room_is_refused_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(RoomError, match="does not exist"):
        load_room(tmp_path / "none")
    with pytest.raises(RoomError, match=r"no room\.toml.*Make one"):
        load_room(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(RoomError, match="is a file"):
        load_room(tmp_path / "file")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('title = "T"', 'room.toml: `id` is missing. Write id = "...".'),
        ('id = "a"\ntitle = ""', 'room.toml:2: `title` is empty. Write title = "...".'),
        (ROOM + "year = '2013'", "room.toml:3: `year` is a text. It must be a whole number"),
        (ROOM + "year = true", "room.toml:3: `year` is true or false."),
        (ROOM + "language = 3", "room.toml:3: `language` is a whole number. It must be a text"),
        (ROOM + "reviews = 'a'", "room.toml:3: `reviews` is a text. It must be a list of texts."),
        (ROOM + "reviews = [1]", "room.toml:3: `reviews` holds a whole number."),
        (ROOM + "titel = 'x'", "room.toml:3: `titel` is not known here. Did you mean `title`?"),
        (ROOM + "reviews = ['b']", "room.toml:3: `reviews` names `b`, but there is no"),
        (ROOM + "reviews = ['a', 'a']", "room.toml:3: `reviews` names `a` twice."),
        ('title = "T"\nid = "My Room"', "room.toml:2: `My Room` is not an id. Use small letters"),
        (ROOM + "year = ", "room.toml:3: This is not TOML: invalid value"),
        (ROOM + 'about = "x', "room.toml:3: This is not TOML"),
        (ROOM + "deep = " + "[" * 5_000, "room.toml:3: This is not TOML: brackets are too deep."),
        (ROOM + f"year = 0x{'f' * 5_000}\nabout = 'x'", f"room.toml:3: {TOO_LARGE}. Mend"),
        (ROOM + f"year = {'9' * 5_000}\nabout = 'x'", f"room.toml:3: {TOO_LARGE}. Mend"),
        (ROOM + f"year = {2**63}", f"room.toml:3: {TOO_LARGE}. Mend"),
        (ROOM + f"reviews = ['a', 0x{'f' * 99}]", f"room.toml:3: {TOO_LARGE}. Mend"),
        ('id = "file"\ntitle = "T"', "room.toml:1: `file` is what files that are opened alone go"),
    ],
)
def test_a_wrong_header_is_told_by_line_and_key(tmp_path: Path, header: str, expected: str) -> None:
    problems = said(make(tmp_path, room=header, a_md=""))
    assert len(problems) == 1
    assert problems[0].startswith(expected)


def test_broken_toml_is_read_up_to_the_break_and_after_it(tmp_path: Path) -> None:
    header = 'title = "The Den\nid = "den"\nreviews = ["b", "a"]\n'
    scenes = '[[scene]]\nslug = "owl"\ntitle = "The owl"\nsummary = oops\n' + SCENES.replace(
        '"owl"', '"roof"'
    )
    loaded = load_room(make(tmp_path, room=header, scenes=scenes, a_md="", b_md=""))
    assert loaded.room.id == "den"
    assert [path.stem for path in loaded.files] == ["b", "a"]
    assert [scene.slug for scene in loaded.room.scenes] == ["owl", "roof", "joy"]
    assert [(p.file, p.where) for p in loaded.problems if "not TOML" in p.message] == [
        ("room.toml", "line 1"),
        ("scenes.toml", "line 4"),
    ]


def test_bytes_that_are_not_utf_8_are_replaced_and_told_by_line(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room=b'id = "den"\ntitle = "Caf\xe9"\n'))
    assert loaded.room.title == "Caf\ufffd"
    assert [str(problem) for problem in loaded.problems] == [
        "room.toml:2: The byte 0xe9 is not UTF-8. Save the file as UTF-8."
    ]


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room=b"\xef\xbb\xbf" + ROOM.replace("\n", "\r\n").encode()))
    assert (loaded.room.title, loaded.problems) == ("The Den", ())


@pytest.mark.parametrize(
    ("scenes", "kept", "expected"),
    [
        ("[[scene]]\ntitle = 'T'", [], "scenes.toml: scene 1: `slug` is missing."),
        ("[[scene]]\nslug = 'a'", ["a"], "scenes.toml: scene 1 (a): `title` is missing."),
        (
            SCENES + "[[scene]]\nslug = 'owl'\ntitle = 'T'",
            ["owl", "joy"],
            "scenes.toml: scene 3 (owl): The slug `owl` is used twice.",
        ),
        (
            "[[scene]]\nslug = 'The Owl'\ntitle = 'T'",
            ["The Owl"],
            "scenes.toml: scene 1 (The Owl): `The Owl` is not a slug.",
        ),
        (
            "[[scene]]\nslug = 'a'\ntitle = 'T'\npeople = 'Amy'",
            ["a"],
            "scenes.toml: scene 1 (a): `people` is a text. It must be a list of texts.",
        ),
        (
            "[[scenes]]\nslug = 'a'",
            [],
            "scenes.toml:1: `scenes` is not known here. Did you mean `scene`?",
        ),
        ("scene = 3", [], "scenes.toml:1: `scene` is a whole number."),
    ],
)
def test_a_wrong_scene_is_told_by_entry_and_the_others_are_read(
    tmp_path: Path, scenes: str, kept: list[str], expected: str
) -> None:
    loaded = load_room(make(tmp_path, room=ROOM, scenes=scenes))
    assert [scene.slug for scene in loaded.room.scenes] == kept
    assert len(loaded.problems) == 1
    assert str(loaded.problems[0]).startswith(expected)


def test_reviews_and_scenes_share_their_names(tmp_path: Path) -> None:
    folder = make(tmp_path, room=ROOM, scenes=SCENES, owl_md="x")
    assert said(folder) == [
        "reviews/owl.md: `owl` is the slug of a scene too. Rename it, or the scene."
    ]


def test_a_file_whose_name_is_no_id_is_read_all_the_same(tmp_path: Path) -> None:
    folder = make(tmp_path, room=ROOM, a_md="x")
    (folder / "reviews/a.md").rename(folder / "reviews/My Essay.md")
    assert [path.stem for path in load_room(folder).files] == ["My Essay"]
    assert said(folder)[0].startswith("reviews/My Essay.md: `My Essay` is not an id")


def test_a_file_whose_name_cannot_be_shown_is_left_out_and_told(tmp_path: Path) -> None:
    folder = make(tmp_path, room=ROOM, a_md="x")
    (folder / "reviews/a.md").rename(folder / "reviews/a\x1b[31m.md")
    assert load_room(folder).files == ()
    assert said(folder)[0].startswith("reviews/a\ufffd[31m.md:")


def test_titles_are_made_safe_to_show(tmp_path: Path) -> None:
    loaded = load_room(make(tmp_path, room='id = "a"\ntitle = "x\\u001b[2J\\u202ey\\nz "\n'))
    assert loaded.room.title == "x\ufffd[2J\ufffdy z"


def test_a_fingerprint_changes_with_the_file_and_is_empty_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert fingerprint(path) == ""
    path.write_text("a")
    first = fingerprint(path)
    assert first == fingerprint(path)
    path.write_text("ab")
    assert fingerprint(path) != first

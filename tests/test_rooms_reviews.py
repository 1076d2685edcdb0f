from pathlib import Path

import pytest
from cpu_time import within

from herreader.errors import RoomError
from herreader.model.room import Answers, Scene, When
from herreader.rooms.reviews import ReviewText, read_review

SCENES = (Scene("owl", "The owl", 1), Scene("joy", "Joy", 2))


def review(text: str, header: str = 'title = "A"') -> str:
    return f"+++\n{header}\n+++\n{text}"


def read(folder: Path, content: str | bytes, name: str = "a") -> ReviewText:
    path = folder / f"reviews/{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_review(path, SCENES)


def test_a_review_is_read_with_its_header(tmp_path: Path) -> None:
    header = """
title = "The *Bird*"
byline = "herreader"
date = 2024-05-01
answers = { title = "Love", author = "S. S.", place = "A site", date = 2014 }
"""
    text = read(tmp_path, review("\n# One\n\ntwo — three\n", header))
    assert text.problems == ()
    head = text.review
    assert (head.id, head.title, head.byline) == ("a", "The *Bird*", "herreader")
    assert head.date == When(2024, 5, 1)
    assert head.answers == Answers("Love", "S. S.", "A site", "2014")
    assert head.words == 3
    assert [block.plain for block in text.blocks] == ["One", "two — three"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (230, 1), (231, 2), (3_000, 14)])
def test_reading_minutes_are_words_by_230_rounded_up(
    tmp_path: Path, words: int, minutes: int
) -> None:
    assert read(tmp_path, review("word " * words)).review.minutes == minutes


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("byline = 'x'", "reviews/a.md: `title` is missing."),
        ("title = 'T'\ndate = 'soon'", "reviews/a.md:3: `date` is not a date. Write date = 2014"),
        ("title = 'T'\nanswers = 'x'", "reviews/a.md:3: `answers` is a text."),
        ("title = 'T'\nanswers = {author = 'x'}", "reviews/a.md:3: `answers.title` is missing."),
        (
            "title = 'T'\n[answers]\ntitel = 'x'\ntitle = 'y'",
            "reviews/a.md:3: `answers.titel` is not known here.",
        ),
        ("title = 'T'\nauthor = 'x'", "reviews/a.md:3: `author` is not known here. Take it out."),
        ("title = 'T'\nbyline = ", "reviews/a.md:3: This is not TOML"),
    ],
)
def test_wrong_metadata_are_told_and_the_text_is_read(
    tmp_path: Path, header: str, expected: str
) -> None:
    text = read(tmp_path, review("Words.", header))
    assert [block.plain for block in text.blocks] == ["Words."]
    assert [str(problem)[: len(expected)] for problem in text.problems] == [expected]


def test_a_date_that_no_number_can_be_is_told_and_the_text_is_read(tmp_path: Path) -> None:
    header = f"title = 'T'\nanswers = {{title = 'x', date = 0x{'f' * 5_000}}}"
    text = read(tmp_path, review("Words.", header))
    assert [block.plain for block in text.blocks] == ["Words."]
    assert str(text.problems[0]).startswith("reviews/a.md:3: This is not TOML: a whole number is")


@pytest.mark.parametrize("different", [False, True])
def test_thousands_of_unknown_scenes_are_told_in_time(tmp_path: Path, *, different: bool) -> None:
    scenes = [Scene(f"scene-number-{number}", "", number) for number in range(60)]
    slugs = [f"scene-nmber-{number if different else 1}" for number in range(3_000)]
    path = tmp_path / "reviews/a.md"
    path.parent.mkdir()
    path.write_text(review("\n\n".join(f"[word]{{scene={slug}}}" for slug in slugs)))
    with within(1.5):
        problems = read_review(path, scenes).problems
    assert [problem.message for problem in problems] == [
        f"The scene `{slug}` is unknown." for slug in slugs
    ]
    assert problems[1].cure == "Did you mean `scene-number-1`?"


def test_a_text_without_metadata_is_named_for_its_first_heading_or_its_file(
    tmp_path: Path,
) -> None:
    contents = {"a": "intro\n\n## Why\n", "b": "words", "c": "+++\ntitle = 'x'\nwords"}
    texts = [read(tmp_path, content, name) for name, content in contents.items()]
    assert [text.review.title for text in texts] == ["Why", "b", "c"]
    assert "no metadata" in str(texts[0].problems[0])
    assert "no closing +++" in str(texts[2].problems[0])
    assert "words" in texts[2].blocks[-1].plain


def test_links_are_the_words_written_with_the_scenes_of_the_room(tmp_path: Path) -> None:
    source = 'A [big *bird*]{scene="owl joy"}, [then]{scene=joy}.\n\n[More]{scene=owl}\n'
    text = read(tmp_path, review(source))
    assert [(link.scene, link.review, link.block, link.quote) for link in text.links] == [
        ("owl", "a", 1, "big bird"),
        ("joy", "a", 1, "big bird"),
        ("joy", "a", 1, "then"),
        ("owl", "a", 2, "More"),
    ]
    for link in text.links:
        assert text.blocks[link.block - 1].plain[link.start : link.end] == link.quote
    assert not any(link.continues for link in text.links)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[One.]{scene=owl} [Two.]{scene=owl}", [False, True]),
        ('[One.]{scene=owl} [Two.]{scene="joy owl"} [Three.]{scene=owl}', [False, True, True]),
        ("[One.]{scene=owl} And [two.]{scene=owl}", [False, False]),
        ("[One.]{scene=owl}\n\n[Two.]{scene=owl}", [False, True]),
        ("[One.]{scene=owl}\n\nAnd [two.]{scene=owl}", [False, False]),
        ("[One.]{scene=owl} So.\n\n[Two.]{scene=owl}", [False, False]),
        ("[One.]{scene=owl}\n\n# B\n\n[Two.]{scene=owl}", [False, False]),
    ],
)
def test_a_link_continues_the_one_before_if_nothing_stands_between(
    tmp_path: Path, source: str, expected: list[bool]
) -> None:
    links = read(tmp_path, review(source)).links
    assert [link.continues for link in links if link.scene == "owl"] == expected


def test_an_empty_span_is_no_link(tmp_path: Path) -> None:
    assert read(tmp_path, review("Void []{scene=owl}.")).links == ()


def test_a_review_of_too_many_brackets_is_read_without_its_links_and_told(tmp_path: Path) -> None:
    text = read(tmp_path, review("[Owl.]{scene=owl} " * 6_000))
    assert text.blocks[0].plain.startswith("[Owl.]{scene=owl} [Owl.]")
    assert text.links == ()
    (problem,) = text.problems
    assert "more than 5,000 opening brackets" in str(problem)


def test_words_tied_to_an_unknown_scene_stay_readable(tmp_path: Path) -> None:
    text = read(tmp_path, review("\nSee [the bird]{scene=owll}.\n[x]{scene=zzz}"))
    assert text.blocks[0].plain == "See the bird. x"
    assert text.links == ()
    assert [str(problem) for problem in text.problems] == [
        "reviews/a.md:5: The scene `owll` is unknown. Did you mean `owl`?",
        "reviews/a.md:6: The scene `zzz` is unknown. Add it to scenes.toml.",
    ]


def test_a_review_in_another_encoding_is_read_with_the_line_told(tmp_path: Path) -> None:
    text = read(tmp_path, b'+++\ntitle = "A"\n+++\n\nCaf\xe9 [owl]{scene=owl}\n')
    assert text.blocks[0].plain == "Caf\ufffd owl"
    assert [link.quote for link in text.links] == ["owl"]
    assert text.problems[0].where == "line 5"


def test_a_review_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(RoomError, match="No such file"):
        read_review(tmp_path / "reviews/a.md", ())

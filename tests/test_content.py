import re
from itertools import pairwise
from math import ceil

import pytest

from herreader.model.links import Link
from herreader.model.text import BlockKind
from herreader.paths import bundled_room
from herreader.rooms.checking import check_room
from herreader.rooms.loading import load_room
from herreader.rooms.reviews import ReviewText, read_review
from herreader.text.layout import lay_out

FOLLOWED = ("owl", "reveal", "rooftop")
LOADED = load_room(bundled_room())
TEXTS = [read_review(path, LOADED.room.scenes) for path in LOADED.files]
IDS = [text.review.id for text in TEXTS]
LINKS: list[Link] = [link for text in TEXTS for link in text.links]


def reviews_on(slug: str) -> set[str]:
    return {link.review for link in LINKS if link.scene == slug}


def written_paragraphs(text: ReviewText) -> list[str]:
    """The source's paragraphs with their mark-up taken off by hand, apart from the parser."""
    body = text.review.path.read_text(encoding="utf-8").split("+++\n", 2)[2]
    body = re.sub(r"\{scene=[^}]*\}", "", body)
    body = re.sub(r"(?m)^- ", "\n", body)
    body = re.sub(r"(?m)^(#+|>) ?|[\[\]*]", "", body)
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", body) if part.strip()]


def test_the_room_has_nothing_wrong_or_doubtful() -> None:
    assert [str(problem) for problem in check_room(bundled_room())] == []


def test_the_film_has_its_twenty_six_scenes_in_order() -> None:
    assert [scene.slug for scene in LOADED.room.scenes] == [
        *("letters", "catherine-memories", "os1-advert", "setup", "samantha-wakes"),
        *("alien-child", "blind-date", "first-night", "beach", "amy-and-charles"),
        *("telling-amy", "divorce-papers", "surrogate", "kerbside", "owl", "joy", "apology"),
        *("photograph", "double-date", "published", "cabin", "not-found", "reveal", "leaving"),
        *("letter-to-catherine", "rooftop"),
    ]


def test_every_scene_has_a_title_a_summary_and_what_a_finder_needs() -> None:
    for scene in LOADED.room.scenes:
        assert scene.title
        assert scene.summary
        assert scene.phrases
        assert scene.people or scene.things


def test_every_scene_is_spoken_of_and_sixteen_by_two_reviews_or_more() -> None:
    counts = {scene.slug: len(reviews_on(scene.slug)) for scene in LOADED.room.scenes}
    assert min(counts.values()) >= 1
    assert sum(count >= 2 for count in counts.values()) >= 16


@pytest.mark.parametrize("slug", FOLLOWED)
def test_the_great_scenes_can_be_followed_through_three_reviews(slug: str) -> None:
    assert len(reviews_on(slug)) >= 3


def test_each_essay_answers_another_review_and_is_signed() -> None:
    assert len(TEXTS) == 4
    for text in TEXTS:
        assert text.review.answers is not None
        assert text.review.byline
        assert text.review.date is not None
    assert len({text.review.answers for text in TEXTS}) == 4


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_links_are_the_words_of_their_blocks_and_none_shares_words_with_another(
    text: ReviewText,
) -> None:
    for link in text.links:
        assert link.quote
        assert text.blocks[link.block - 1].plain[link.start : link.end] == link.quote
    spans = sorted({(link.block, link.start, link.end) for link in text.links})
    for (block, _, end), (next_block, start, _) in pairwise(spans):
        assert next_block > block or start >= end


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_paragraphs_survive_parsing_unchanged(text: ReviewText) -> None:
    assert [block.plain for block in text.blocks] == written_paragraphs(text)
    assert {block.kind for block in text.blocks} <= {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.CAPTION,
        BlockKind.ITEM,
    }


@pytest.mark.parametrize("width", [20, 72])
@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_paragraphs_survive_being_laid_out_unchanged(text: ReviewText, width: int) -> None:
    for block in text.blocks:
        rows = [row for row in lay_out(block, width) if not row.blank]
        shown = "".join(block.plain[row.start : row.end] for row in rows)
        assert "".join(shown.split()) == "".join(block.plain.split())


@pytest.mark.parametrize("text", TEXTS, ids=IDS)
def test_reading_minutes_are_words_by_230_rounded_up(text: ReviewText) -> None:
    words = sum(len(re.findall(r"\w[^\s]*", part)) for part in written_paragraphs(text))
    assert text.review.words == pytest.approx(words, abs=words // 100)
    assert text.review.minutes == ceil(text.review.words / 230)

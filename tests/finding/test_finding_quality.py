import json
from pathlib import Path

import pytest
from measuring import (
    LABELLED,
    LEARNED,
    UNSEEN,
    found_in,
    learned_from,
    read_examples,
    read_labelled,
    read_press,
    room,
    tally,
)

from herreader.paths import bundled_room


def test_sure_links_in_the_reviews_it_was_made_with_are_right() -> None:
    total = tally([*read_labelled(LABELLED, aside=False), *read_labelled(LEARNED)])
    assert total.precision >= 0.97
    assert total.recall >= 0.87


def test_sure_links_in_the_reviews_kept_aside_are_right() -> None:
    total = tally(read_labelled(LABELLED, aside=True))
    assert total.precision >= 0.97
    assert total.recall >= 0.93


def test_sure_links_in_unseen_reviews_are_mostly_right() -> None:
    total = tally(read_labelled(UNSEEN))
    assert total.precision >= 0.945
    assert total.recall >= 0.845


def test_sure_links_in_passages_as_the_press_writes_are_right() -> None:
    total = tally([read_press()])
    assert total.precision >= 0.96
    assert total.recall >= 0.74


@pytest.mark.parametrize("name", ["lars", "os-not-found", "rooftop-bar"])
def test_a_text_that_is_not_about_the_film_has_no_sure_link(name: str) -> None:
    (review,) = [each for each in read_labelled(LABELLED) if each.name == name]
    assert not [link for link in found_in(review) if link.sure]


@pytest.mark.parametrize("what", ["wording", "senses"])
def test_what_was_learned_is_of_the_examples_and_cues_as_they_are_now(what: str) -> None:
    learned = json.loads((bundled_room() / f"{what}.json").read_bytes())
    assert learned["learned_from"] == learned_from(), f"run scripts/learn_{what}.py"


def test_every_example_names_scenes_of_the_room() -> None:
    slugs = {scene.slug for scene in room().scenes}
    assert {scene for example in read_examples() for scene in example.scenes} == slugs
    assert {scene for example in read_examples() for scene in example.doubtful} <= slugs


def test_no_passage_is_both_learned_from_and_unseen() -> None:
    unseen = {block.plain for block in read_press().blocks}
    assert len(unseen) >= 1400
    assert unseen.isdisjoint(example.plain for example in read_examples())


@pytest.mark.parametrize("folder", [LABELLED, LEARNED, UNSEEN], ids=lambda folder: folder.name)
def test_every_label_names_a_scene_and_a_block(folder: Path) -> None:
    slugs = {scene.slug for scene in room().scenes}
    for review in read_labelled(folder):
        numbers = {block.number for block in review.blocks}
        assert {block for block, _ in review.pairs | review.doubtful} <= numbers
        assert {scene for _, scene in review.pairs | review.doubtful} <= slugs


def test_every_scene_is_spoken_of_somewhere() -> None:
    labelled = {scene for review in read_labelled(LABELLED) for _, scene in review.pairs}
    assert labelled == {scene.slug for scene in room().scenes}


def test_a_link_is_whole_sentences_of_its_block() -> None:
    for review in read_labelled(LABELLED):
        plain = {block.number: block.plain for block in review.blocks}
        for link in found_in(review):
            assert plain[link.block][link.start : link.end] == link.quote
            assert link.quote == link.quote.strip()
            assert link.evidence
            assert 0 < link.confidence < 1

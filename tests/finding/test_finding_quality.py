import pytest
from measuring import FRESH, LABELLED, found_in, read_labelled, room, tally


def test_sure_links_in_the_reviews_it_was_made_with_are_right_and_few_are_missed() -> None:
    total = tally(read_labelled(LABELLED, aside=False))
    assert total.precision >= 0.97
    assert total.recall >= 0.91


def test_sure_links_in_the_reviews_kept_aside_are_mostly_right() -> None:
    total = tally(read_labelled(LABELLED, aside=True))
    assert total.precision >= 0.9
    assert total.recall >= 0.9


def test_sure_links_in_reviews_of_other_voices_are_mostly_right() -> None:
    total = tally(read_labelled(FRESH))
    assert total.precision >= 0.93
    assert total.recall >= 0.92


@pytest.mark.parametrize("name", ["lars", "os-not-found", "rooftop-bar"])
def test_a_text_that_is_not_about_the_film_has_no_sure_link(name: str) -> None:
    (review,) = [each for each in read_labelled(LABELLED) if each.name == name]
    assert not [link for link in found_in(review) if link.sure]


def test_every_label_names_a_scene_and_a_block() -> None:
    slugs = {scene.slug for scene in room().scenes}
    for review in (*read_labelled(LABELLED), *read_labelled(FRESH)):
        numbers = {block.number for block in review.blocks}
        assert {block for block, _ in review.pairs} <= numbers
        assert {scene for _, scene in review.pairs} <= slugs


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

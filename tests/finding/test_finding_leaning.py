import pytest
from small_work import SCENES, blocks

from herreader.finding import Finder
from herreader.model.links import Link, SceneWords, Wording

WORDING = Wording(
    cues=5.0,
    scenes={
        "storm": SceneWords(-4.0, (("foam", 2.5), ("oilskins", 2.5), ("theatre", -5.0))),
        "parting": SceneWords(-4.0, (("waves her scarf", 3.0), ("the rail", 1.5))),
    },
)
FINDER = Finder(SCENES, "The Keeper", ["Maud Ferris"], WORDING)
CUED = "The gale puts out the lamp."


def found(*paragraphs: str) -> tuple[Link, ...]:
    return FINDER.find("a-review", blocks(*paragraphs), title="The Keeper")


def test_words_that_together_speak_for_a_scene_link_it_without_any_cue() -> None:
    (link,) = found("Foam to the knees, and he has forgotten his oilskins.")
    assert link.scene == "storm"
    assert link.confidence == 0.73
    assert link.evidence == "speaks of “Foam” … “oilskins”"


def test_what_is_quoted_stands_in_the_sentences_that_speak_for_the_scene() -> None:
    between = "He eats. He sleeps. He eats again."
    (link,) = found(f"No foam on the beer. {between} Foam — and he has lost his oilskins.")
    assert link.quote == "Foam — and he has lost his oilskins."
    assert link.evidence == "speaks of “Foam” … “oilskins”"


def test_one_word_of_them_links_nothing() -> None:
    assert not found("There is foam on the beer.")


def test_a_word_counts_once_however_often_it_is_said() -> None:
    assert not found("Foam, foam, foam and again foam.")


def test_words_far_apart_do_not_add_up() -> None:
    between = "He eats. He sleeps. He eats again. "
    assert not found(f"Foam everywhere. {between}He puts on his oilskins.")


def test_words_make_what_a_cue_says_surer_or_less_sure() -> None:
    (plain,) = found(CUED)
    (more,) = found(f"{CUED} Foam and oilskins.")
    assert (plain.sure, more.sure) == (False, True)
    assert not found("The gale puts out the lamp in a theatre.")


@pytest.mark.parametrize("words", ["1,204", "One thousand two hundred and four", "88"])
def test_words_take_nothing_from_a_number_that_means_one_scene(words: str) -> None:
    scenes = [SCENES[1]._replace(numbers=("1,204",))]
    wording = Wording(1.0, {"ledger": SceneWords(-9.0, (("theatre", -9.0),))})
    finder = Finder(scenes, "The Keeper", wording=wording)
    sure = finder.scores(f"{words} in a theatre.").get("ledger", 0.0)
    assert sure == pytest.approx(0.93 if words != "88" else 0.0)


def test_a_scene_of_which_nothing_was_learned_goes_by_its_cues() -> None:
    (link,) = found("Then they read the account book.")
    assert (link.scene, link.sure) == ("ledger", True)


def test_the_link_is_the_sentences_that_speak_for_the_scene() -> None:
    (link,) = found("He is old by now. She waves a scarf at the rail. The band plays on.")
    assert link.quote == "She waves a scarf at the rail."


def test_odds_beyond_all_bounds_are_no_chance() -> None:
    words = tuple((f"word{letter}", -99.0) for letter in "abcdefghijklm")
    wording = Wording(99.0, {"storm": SceneWords(-99.0, (*words, ("foam", 99.0)))})
    finder = Finder(SCENES, "The Keeper", wording=wording)
    text = " ".join(word for word, _ in words)
    assert finder.scores(f"The gale, the lamp, foam, {text}.")["storm"] == pytest.approx(0)


def test_a_word_learned_for_a_scene_that_is_gone_is_of_no_account() -> None:
    wording = Wording(4.0, {"mutiny": SceneWords(-1.0, (("foam", 9.0),))})
    finder = Finder(SCENES, "The Keeper", ["Maud Ferris"], wording)
    assert finder.find("a-review", blocks("Foam."), title="The Keeper") == ()

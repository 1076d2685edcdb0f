"""What words mean together, beside what each says for itself."""

from collections.abc import Mapping
from math import exp
from string import ascii_lowercase

import pytest
from measuring import read_press, room
from roots import roots_in, terms_among
from small_work import SCENES, blocks

from herreader.finding import Finder
from herreader.finding.senses import SenseScales
from herreader.finding.vocabulary import Vocabulary
from herreader.model.links import NO_STEPS, SceneSense, SceneWords, Senses, Wording
from herreader.rooms.learned import read_wording

WORDS = {
    "storm": SceneWords(-2.0, (("foam", 2.0), ("oilskins", 2.0))),
    "parting": SceneWords(-2.0, (("rail", 2.0),)),
}
STEPS = {
    "foam": (0, 0, 0),
    "spray": (60, 0, 0),
    "drench": (60, 0, 0),
    "theater": (0, 90, 0),
    "shower": (0, 0, 0),
    "kitchen": (-70, 0, 0),
    "rail": (0, 0, 9),
    "shower spray": (0, 90, 0),
}
"""What each term adds to three hidden units, in tenths."""
SENSES = {"storm": SceneSense(-1.0, (1.0, -1.0, 0.0)), "parting": SceneSense(-1.0, (0.0, 0.0, 1.0))}


def finder(
    *,
    trace: float = -2.0,
    slugs: tuple[str, ...] = ("storm", "parting"),
    terms: Mapping[str, tuple[int, int, int]] = STEPS,
) -> Finder:
    """Make one that knows the words above, and what they mean together."""
    steps = bytes(NO_STEPS + steps for each in terms.values() for steps in each)
    scenes = {slug: SENSES[slug] for slug in slugs}
    units = (0.0, 0.0, 0.0)
    senses = Senses(3.0, 1.0, trace, 0.1, units, scenes, tuple(terms), steps)
    return Finder(SCENES, "The Keeper", wording=Wording(3.0, WORDS, senses))


def chance(plain: str, by: Finder | None = None) -> float:
    """Say how sure the storm is."""
    return (by or finder()).scores(plain).get("storm", 0.0)


def chance_of(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def test_words_that_are_like_those_of_a_scene_make_it_surer() -> None:
    assert chance("Foam, and his oilskins.") == pytest.approx(chance_of(2.0 - 1.0))
    assert chance("Foam, spray, and his oilskins.") > 0.9


def test_what_words_are_like_counts_by_the_root_of_their_number() -> None:
    for plain, steps, number in (("Foam, spray.", 6.0, 2), ("Foam, spray, drenched.", 12.0, 3)):
        expected = chance_of(0.0 - 1.0 + steps / number**0.5)
        assert chance(plain) == pytest.approx(expected), plain


def test_all_forms_of_a_word_are_one_and_count_once() -> None:
    assert chance("Foam, sprays and spray, spraying.") == chance("Foam, spray.")


def test_words_that_speak_against_a_scene_make_it_less_sure() -> None:
    assert chance("Foam, and his oilskins, in a theatre.") < 0.02


def test_a_word_says_something_else_beside_another_one() -> None:
    for plain in (
        "Foam, spray, a shower.",
        "Foam: the shower sprays.",
        "Foam, a spray of showers.",
    ):
        assert chance(plain) < 0.3, plain
    assert chance("Foam, spray.") > 0.9
    assert chance("A shower; foam, drenched rails, and spray.") > 0.9


def test_words_take_back_what_others_say_and_no_more() -> None:
    told = "His oilskins, and foam"
    assert chance(f"{told}, in the kitchen.") == pytest.approx(chance_of(2.0 - 1.0))
    assert chance(f"{told}; spray, in the kitchen.") == pytest.approx(chance_of(2.0 - 1.0))


def test_words_wherever_they_stand_in_a_block_count() -> None:
    between = "He eats. He sleeps. He eats again."
    assert chance(f"Spray. {between} Foam.") == chance("Foam, spray.")


def test_no_senses_are_asked_where_words_and_cues_show_no_trace() -> None:
    assert chance("Spray, drenched.") > 0.9
    assert chance("Spray, drenched.", finder(trace=-1.9)) == 0.0
    assert chance("Foam, spray, drenched.", finder(trace=-1.9)) > 0.9


def test_a_block_may_have_any_number_of_words() -> None:
    words = [f"{one}{other}k" for one in ascii_lowercase for other in ascii_lowercase]
    for_it, against = words[::2], words[1::2]
    terms = STEPS | dict.fromkeys(for_it, (127, 0, 0)) | dict.fromkeys(against, (-127, 0, 0))
    told = f"Foam, oilskins, {' '.join(words)}."
    assert chance(told, finder(terms=terms)) == pytest.approx(chance_of(2.0 - 1.0))
    more = f"{told} Drenched."
    expected = chance_of(2.0 - 1.0 + 6.0 / (len(words) + 2) ** 0.5)
    assert chance(more, finder(terms=terms)) == pytest.approx(expected)


def test_no_scene_need_have_been_learned() -> None:
    none = Wording(3.0, {}, Senses(3.0, 1.0, -2.0, 0.1, (0.0,), {}, ("foam",), b"\x80"))
    by_cues = Finder(SCENES, "The Keeper")
    for plain in ("Foam, and his oilskins.", "The lamp goes out in the storm."):
        assert Finder(SCENES, "The Keeper", wording=none).scores(plain) == by_cues.scores(plain)


def test_the_order_of_the_scenes_does_not_matter() -> None:
    other = finder(slugs=("parting", "storm"))
    for plain in ("Foam, spray.", "The rail, and foam."):
        assert other.scores(plain) == finder().scores(plain)


def test_the_link_is_where_words_and_cues_speak_for_the_scene() -> None:
    text = "There is spray everywhere. He sleeps. Foam, and his oilskins. All are drenched."
    (link,) = finder().find("a-review", blocks(text), title="The Keeper")
    assert link.quote == "Foam, and his oilskins."
    assert link.evidence == "speaks of “Foam” … “oilskins”"


def test_senses_are_asked_for_the_terms_that_they_were_learned_from() -> None:
    wording, _ = read_wording(room().folder, [scene.slug for scene in room().scenes])
    assert wording is not None
    assert wording.senses is not None
    vocabulary = Vocabulary()
    scales = SenseScales(wording.senses, vocabulary)
    for block in read_press().blocks[::10]:
        asked = scales.odds(vocabulary.read(block.plain).words, wording.senses.scenes)
        expected = plainly(wording.senses, block.plain)
        assert asked == pytest.approx(expected, abs=0.05), block.plain


def plainly(senses: Senses, plain: str) -> dict[str, float]:
    """Give the odds of each scene as the network has been taught them."""
    rows = {term: row for row, term in enumerate(senses.terms)}
    words = [root for root in roots_in(plain) if root in rows]
    held = {rows[term] for term in terms_among(words) if term in rows}
    units = len(senses.units)
    by = senses.step / (len(set(words)) or 1) ** 0.5
    hidden = [
        max(0.0, start + by * sum(senses.steps[row * units + at] - NO_STEPS for row in held))
        for at, start in enumerate(senses.units)
    ]
    return {
        slug: scene.start + sum(h * w for h, w in zip(hidden, scene.weights, strict=True))
        for slug, scene in senses.scenes.items()
    }

import pytest
from cpu_time import within
from small_work import ABOUT, FINDER, SCENES, blocks, found, sure

from herreader.finding import Finder
from herreader.model.links import LinkKind
from herreader.model.room import Scene

STORM = "The gale puts out the lamp, and nobody on the island says so."


def test_words_that_stand_together_speak_of_a_scene() -> None:
    (link,) = found(STORM)
    assert (link.scene, link.review, link.block) == ("storm", "a-review", 1)
    assert link.kind is LinkKind.FOUND
    assert link.sure
    assert link.quote == STORM[link.start : link.end] == STORM


def test_a_single_one_of_them_does_not() -> None:
    assert not sure("The gale is very well photographed.")


def test_words_far_apart_do_not() -> None:
    between = "and the cook spoke at length of onions and of his mother " * 4
    assert not sure(f"There was a storm {between} before the lamp was mended.")


def test_forms_spellings_and_slips_of_the_pen_are_known() -> None:
    assert sure("Storms, and the lamps went out.") == [(1, "storm")]
    assert sure("A tempest shook the lighthose.") == [(1, "storm")]
    assert sure("A tempest shook the lightuose.") == []


def test_words_that_rule_a_scene_out_do() -> None:
    assert not sure("A gale in the lamp room, and a teacup.")


def test_a_phrase_that_only_looks_like_it_hides_its_words() -> None:
    assert not sure("Their quarrel under the lamp is a storm in a teacup.")
    assert not sure("A storm of applause for whoever lit the lamp.")


def test_a_phrase_counts_whatever_its_forms() -> None:
    assert sure("She was waving from the quay until dark.") == [(1, "parting")]


@pytest.mark.parametrize("number", ["1,204", "1204", "one thousand, two hundred and four"])
def test_a_telling_number_speaks_of_its_scene(number: str) -> None:
    (link,) = found(f"He has counted {number} ships.")
    assert link.scene == "ledger"
    assert link.sure
    assert link.evidence == ("1,204 in words" if number.startswith("one") else "1,204")


@pytest.mark.parametrize(
    "trap",
    ["It cost £1,204.", "The year is 1204 AD.", "It is on page 1204.", "500 ships went by."],
)
def test_a_price_a_year_a_page_and_a_round_number_are_not_sure(trap: str) -> None:
    assert not sure(trap)


def test_the_evidence_is_in_plain_words() -> None:
    assert found(STORM)[0].evidence == "the storm at the light"
    assert found("Then they read the account book.")[0].evidence == "names the ledger"
    phrase = "She waves from the quay until dark."
    assert found(phrase)[0].evidence.startswith("says “waves from the quay until dark”")


def test_the_evidence_quotes_the_text_and_not_the_room() -> None:
    bed = Scene("bed", "The bed", 1, things=("his bed",), phrases=("the cold white bed",))
    finder = Finder([bed], "The Keeper")
    texts = blocks("They sleep in beds that are not there.", "A bed, and cold white beds.")
    first, second = finder.find("x", texts, title="The Keeper")
    assert first.evidence == "says “beds”"
    assert second.evidence.startswith("says “cold white beds”")


TITLED = Finder(
    [Scene("zone", "The Zone", 1), Scene("ride", "The long ride", 2), Scene("joy", "On joy", 3)],
    "The Keeper",
)


@pytest.mark.parametrize(
    ("text", "scene", "evidence"),
    [
        ("They get down in the Zone, and it is green.", "zone", "says “Zone”"),
        ("Of all rides this is the longest, and it is long.", "ride", "says “rides” … “long”"),
        ("And then, joy.", "joy", "says “joy”"),
    ],
)
def test_a_scene_with_a_title_only_is_found_by_it_but_not_surely(
    text: str, scene: str, evidence: str
) -> None:
    (link,) = TITLED.find("x", blocks(text), title="The Keeper")
    assert (link.scene, link.evidence, link.sure) == (scene, evidence, False)


def test_one_word_of_a_longer_title_is_not_enough() -> None:
    assert not TITLED.find("x", blocks("It is a long film."), title="The Keeper")


def test_a_title_counts_only_where_nothing_better_is_said_of_the_scene() -> None:
    scene = Scene("zone", "The Zone", 1, phrases=("the wet green grass",))
    finder = Finder([scene], "The Keeper")
    assert not finder.find("x", blocks("They get down in the Zone."), title="The Keeper")


def test_a_text_about_something_else_links_nothing() -> None:
    assert not found("The gale put out the lamp on our yacht.", "A farewell on the quay.", title="")


def test_a_text_about_another_work_is_linked_only_where_it_speaks_of_this_one() -> None:
    other = "Nothing in the new whaling picture is worth the price of the boat it sinks."
    gale = "A gale, a lamp, a captain with a beard: all the old furniture is there for once."
    here = "In The Keeper the storm takes the lamp first and the captain afterwards, quietly."
    assert sure(other, gale, other, here, title="Whalers") == [(4, "storm")]


def test_a_text_that_opens_with_the_makers_is_about_the_work() -> None:
    assert sure(ABOUT, STORM, title="") == [(2, "storm")]


def test_a_list_of_players_speaks_of_no_scene() -> None:
    assert not sure("Starring: A. Bee (Storm), C. Dee (Lamp), E. Eff (Ledger), G. Aitch (Quay).")


def test_two_characters_and_a_word_for_the_work_are_reason_enough_to_look() -> None:
    finder = Finder([SCENES[1]._replace(people=("Agnes", "Tobias"))], "The Keeper")
    read = "read the ledger."
    assert finder.find("x", blocks(f"In the film Agnes and Tobias {read}"))
    assert not finder.find("x", blocks(f"In the film they {read}"))
    assert not finder.find("x", blocks(f"In the film Agnes and some others {read}"))
    assert not finder.find("x", blocks(f"Agnes and Tobias {read}"))


CREW = (("Agnes", "Tobias"), ("Agnes", "Ruth"), ("Agnes", "Ruth"), ("Ruth", "Pell"))
"""Of four scenes; Agnes and Ruth are in most."""


def crewed() -> Finder:
    scenes = [
        SCENES[1]._replace(slug=f"ledger-{number}", number=number, people=people)
        for number, people in enumerate(CREW)
    ]
    return Finder(scenes, "The Keeper")


def test_three_characters_here_and_there_are_reason_enough_to_look() -> None:
    text = blocks("Agnes read the ledger.", "It rained.", "Tobias left.", "So did Pell.")
    assert crewed().find("x", text)
    far = blocks(*["It rained."] * 9, "Agnes read the ledger.", "Tobias left.", "So did Pell.")
    assert not crewed().find("x", far)


def test_names_that_other_works_have_too_show_nothing_without_a_leading_character() -> None:
    assert not crewed().find("x", blocks("In the film Tobias and Pell read the ledger."))
    assert crewed().find("x", blocks("In the film Agnes and Pell read the ledger."))


def test_two_leading_characters_in_one_paragraph_are_reason_enough_to_look() -> None:
    assert crewed().find("x", blocks("Agnes and Ruth read the ledger."))
    assert not crewed().find("x", blocks("Agnes and Pell read the ledger."))
    assert not crewed().find("x", blocks("Agnes left.", "Ruth read the ledger."))


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("1,204, and then 613.", True),
        ("one thousand two hundred and four, and then six hundred and thirteen.", True),
        ("1,204, and no more.", False),
        ("1,204, and then 500 or 88.", False),  # which are anybody's
        ("$1,204, and then $613.", False),
    ],
)
def test_two_odd_numbers_of_the_work_in_one_paragraph_are_reason_enough_to_look(
    words: str, *, is_found: bool
) -> None:
    finder = Finder([SCENES[1]._replace(numbers=("1,204", "613", "500", "88"))], "The Keeper")
    assert bool(finder.find("x", blocks(f"She counts them: {words}"))) is is_found


SHIPPED = Finder(SCENES, "The Keeper", ["Jan Roos"], makers=["Maud Ferris", "Ferris", "Ida Low"])


@pytest.mark.parametrize(
    ("names", "is_sure"),
    [
        ("Jan Roos", True),
        ("The Keeper", True),
        ("Maud Ferris", False),
        ("Maud Ferris and Ida Low", False),
        ("Maud Ferris, Ida Low and Tobias Crane", True),
        ("Maud Ferris and a woman called Agnes", True),
        ("Maud Ferris and Agnes Moorehead", False),
    ],
)
def test_makers_who_made_other_works_too_make_nothing_sure(names: str, *, is_sure: bool) -> None:
    links = SHIPPED.find("x", blocks(f"A picture with {names}. {STORM}"))
    assert [link.sure for link in links if link.scene == "storm"] == [is_sure]


def test_a_work_that_is_named_by_the_way_lends_nothing_to_what_only_its_makers_are_in() -> None:
    other = "Nothing in the new whaling picture is worth the price of the boat it sinks."
    text = (
        other,
        f"Maud Ferris is in it. {STORM}",
        other,
        other,
        "She was better in “The Keeper”.",
    )
    assert not [link for link in SHIPPED.find("x", blocks(*text)) if link.sure]


FEAST = Scene("feast", "The feast", 4, phrases=("dances on the long table",))
FOUR = Finder((*SCENES, FEAST), "The Keeper", ["Maud Ferris"])
TOLD = (
    "At the pier there are two goodbyes, and the second of them is the longer one.",
    "The account book is read aloud, and nobody is surprised by what it says.",
    "By the end everybody dances on the long table, and the evening is over.",
)


@pytest.mark.parametrize(
    ("captain", "second", "expected"),
    [("the captain", "him", 4), ("Captain Ahab", "Ahab", 1), ("Agnes", "Agnes", 4)],
)
def test_scenes_beside_other_peoples_names_do_not_show_a_text_to_be_on_the_work(
    captain: str, second: str, expected: int
) -> None:
    text = (
        f"Nothing in it is worth the boat that sinks, and least of all {captain} on it.",
        "The storm takes the lamp, as it did in The Keeper, and does it by the book.",
        *(f"{told[:-1]}, says {second} once more." for told in TOLD),
    )
    assert len({link.scene for link in FOUR.find("x", blocks(*text)) if link.sure}) == expected


@pytest.mark.parametrize(("named", "is_sure"), [("Agnes", True), ("a woman", False)])
def test_a_long_text_under_the_works_title_that_names_nobody_of_it_may_be_on_another(
    named: str, *, is_sure: bool
) -> None:
    text = (f"It is the story of {named} and of a house by the sea, in seven parts.", STORM, *TOLD)
    links = FINDER.find("x", blocks(*text), title="The Keeper, by Harriet Vane")
    assert bool([link for link in links if link.sure]) is is_sure
    assert sure(STORM, title="The Keeper, by Harriet Vane")


@pytest.mark.parametrize("title", ["Storm", "STORM", "Storm 1927", "Storm (1927)", "Storm, 1927."])
def test_a_title_of_one_word_heads_a_text_with_or_without_its_year(title: str) -> None:
    finder = Finder(SCENES, "Storm")
    assert finder.find("x", blocks("They read the ledger."), title=title)
    for other in ("Storm of applause 1927", "Applause: Storm 1927", "APPLAUSE Storm"):
        assert not finder.find("x", blocks("They read the ledger."), title=other)


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Keeper, seen at last", True),
        ("Keeper and the Art of Waiting", True),
        ("Keeper at forty", True),
        ("Re: [film-club] Keeper -- my two cents", True),
        ("Keepers and Lamps", False),
        ("In Keeper Shoes", False),
        ("Keeper of the lamps", False),
    ],
)
def test_a_title_of_one_word_may_begin_that_of_a_text(title: str, *, is_found: bool) -> None:
    finder = Finder([SCENES[1]], "Keeper")
    assert bool(finder.find("x", blocks("They read the ledger."), title=title)) is is_found
    assert not finder.find("x", blocks("Keeper and lamp, they read the ledger."))


def test_headings_are_not_linked() -> None:
    assert sure(f"# {STORM}", STORM) == [(2, "storm")]


def test_a_link_takes_in_the_sentence_that_goes_on() -> None:
    text = f"It opens well. {STORM} It is over in a minute. Critics yawned."
    (link,) = found(text)
    assert link.quote == f"{STORM} It is over in a minute."


def test_a_link_does_not_take_what_speaks_of_another_scene() -> None:
    text = f"{STORM} They part on the quay with hardly a goodbye."
    assert [link.quote for link in found(text)] == [STORM, text[len(STORM) + 1 :]]


def test_paragraphs_that_go_on_are_one_passage() -> None:
    links = found(STORM, "The lamp, the storm again: it is his whole childhood.", "Then tea.")
    assert [(link.block, link.continues) for link in links] == [(1, False), (2, True)]


def test_a_paragraph_between_ends_the_passage() -> None:
    links = found(STORM, "The music is by nobody.", STORM)
    assert [(link.block, link.continues) for link in links] == [(1, False), (3, False)]


def test_the_same_text_gives_the_same_links() -> None:
    text = blocks(STORM, "A farewell on the pier.")
    assert FINDER.find("x", text, title="The Keeper") == FINDER.find("x", text, title="The Keeper")


def test_a_work_without_scenes_links_nothing() -> None:
    assert Finder((), "The Keeper").find("x", blocks(STORM)) == ()


def test_nothing_in_nothing() -> None:
    assert found() == ()
    assert found("") == ()


@pytest.mark.parametrize("word", ["storm lamp ", "storm in a teacup ", "1,204 ", "(", "7"])
def test_what_a_hostile_text_repeats_for_ever_costs_little(word: str) -> None:
    with within(5):
        found(word * 40_000)


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("My wife and I lived through a gale that put out every lamp.", True),
        ("We once sat out a storm by a single lamp.", True),
        ("After the film I went home, and the storm put out my lamp.", True),
        ("My wife liked the film best where the gale puts out the lamp.", False),
        ("I went cold at the scene with the gale and the lamp.", False),
        ("We sat there while the gale put out the lamp of Agnes.", False),
        ("We see the gale put out the lamp.", False),
    ],
)
def test_what_happened_to_a_critic_is_not_sure_to_be_a_scene(passage: str, *, told: bool) -> None:
    (link,) = found(passage)
    assert link.scene == "storm"
    assert link.sure is not told

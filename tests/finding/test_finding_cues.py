from herreader.finding.cues import compile_cues, parse_cue
from herreader.finding.vocabulary import Vocabulary
from herreader.model.room import Scene


def test_a_cue_has_a_label_parts_and_words_that_rule_it_out() -> None:
    label, parts, without = parse_cue("a bird on a screen: owl|eagle owl + screen - night owl|bar")
    assert label == "a bird on a screen"
    assert parts == [["owl", "eagle owl"], ["screen"]]
    assert without == ["night owl", "bar"]


def test_a_cue_needs_no_label() -> None:
    assert parse_cue("owl + screen") == ("", [["owl"], ["screen"]], [])


def test_hyphens_and_numbers_are_no_signs() -> None:
    assert parse_cue("ex-wife|post-verbal + 8,316")[1] == [["ex-wife", "post-verbal"], ["8,316"]]


def test_a_cue_of_nothing_has_no_parts() -> None:
    assert parse_cue(" + | - ")[1] == []


def test_a_row_of_digits_that_no_number_has_is_a_phrase() -> None:
    scene = Scene("owl", "The owl", 1, numbers=("641", "5" * 5_000))
    number, phrase = compile_cues([scene], Vocabulary())
    assert number.label == "641"
    assert phrase.label == ""

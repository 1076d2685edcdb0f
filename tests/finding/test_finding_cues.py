from herreader.finding.cues import parse_cue


def test_a_cue_has_a_label_parts_and_words_that_rule_it_out() -> None:
    cue = parse_cue("a bird on a screen: owl|eagle owl + screen - night owl|bar")
    assert cue.label == "a bird on a screen"
    assert cue.groups == [["owl", "eagle owl"], ["screen"]]
    assert cue.without == ["night owl", "bar"]
    assert not cue.hint
    assert not cue.wide


def test_a_cue_needs_no_label() -> None:
    cue = parse_cue("owl + screen")
    assert (cue.label, cue.groups) == ("", [["owl"], ["screen"]])


def test_hyphens_and_numbers_are_no_signs() -> None:
    cue = parse_cue("ex-wife|post-verbal + 8,316")
    assert cue.groups == [["ex-wife", "post-verbal"], ["8,316"]]


def test_a_cue_of_nothing_has_no_parts() -> None:
    assert parse_cue(" + | - ").groups == []


def test_a_tilde_makes_a_cue_a_hint() -> None:
    cue = parse_cue("~ the bird: owl + falls")
    assert cue.hint
    assert cue.label == "the bird"
    assert cue.groups == [["owl"], ["falls"]]


def test_two_pluses_let_the_parts_of_a_cue_stand_sentences_apart() -> None:
    cue = parse_cue("the lunch: wife ++ papers|signs ++ waiter")
    assert cue.wide
    assert cue.groups == [["wife"], ["papers", "signs"], ["waiter"]]

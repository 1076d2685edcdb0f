from herreader.nearest import did_you_mean

SCENES = ("kerb", "owl", "stairs")


def test_the_known_word_most_like_a_mistyped_one_is_asked_for() -> None:
    assert did_you_mean("owll", SCENES, "See the list.") == "Did you mean owl?"
    assert did_you_mean("stair", SCENES, "See the list.", "`@{}`") == "Did you mean `@stairs`?"


def test_where_no_word_is_like_it_something_else_is_advised() -> None:
    assert did_you_mean("zebra", SCENES, "See the list.") == "See the list."
    assert did_you_mean("owl", (), "") == ""


def test_braces_in_a_word_are_signs_like_any_other() -> None:
    assert did_you_mean("{0}x", ["{0}"], "", "`{}`") == "Did you mean `{0}`?"

# ruff: noqa: RUF001 (a curly apostrophe is what is tested)
import pytest

from herreader.finding.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "write writes wrote written writing",
        "leave leaves left leaving",
        "sigh sighs sighed sighing",
        "love loves loved loving",
        "run runs ran running",
        "memory memories",
        "apologise apologises apologize apologized",
        "neighbour neighbor neighbours",
        "OS OSes OS’s OSs",
        "Isabella Isabella’s Isabella's",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["note not", "hope hop", "owl own", "letter later"])
def test_different_words_keep_different_stems(pair: str) -> None:
    first, second = pair.split()
    assert stem(first) != stem(second)

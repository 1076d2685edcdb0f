import pytest

from herreader.finding.numbers import is_a_count, is_numeral, read_numbers


def numbers(text: str) -> list[int]:
    tokens = text.lower().replace("-", " ").replace(", ", " ").split()
    marks = [at for at, token in enumerate(tokens) if is_numeral(token)]
    return [number.value for number in read_numbers(tokens, marks)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("eight thousand, three hundred and sixteen", 8316),
        ("eight thousand three hundred sixteen", 8316),
        ("8,316", 8316),
        ("8316", 8316),
        ("8.316", 8316),
        ("8\u00a0316", 8316),
        ("eighty-three hundred and sixteen", 8316),
        ("six hundred and forty-one", 641),
        ("six hundred forty one", 641),
        ("641", 641),
        ("641 million", 641_000_000),
        ("a hundred", 100),
        ("twelve", 12),
    ],
)
def test_a_number_is_read_however_it_is_written(written: str, value: int) -> None:
    text = written.replace("\u00a0", ",")
    assert numbers(text) == [value]


def test_numbers_side_by_side_stay_apart() -> None:
    assert numbers("one two") == [1, 2]
    assert numbers("641 8316") == [641, 8316]
    assert numbers("forty and one") == [40, 1]


@pytest.mark.parametrize(
    ("tokens", "before"),
    [
        (["in", "641"], " "),
        (["641", "ad"], ""),
        (["for", "641"], " £"),
        (["page", "641"], " "),
        (["641", "kilometres"], ""),
    ],
)
def test_a_year_a_price_a_page_and_a_measure_count_nobody(tokens: list[str], before: str) -> None:
    (number,) = read_numbers(tokens, [tokens.index("641")])
    assert not is_a_count(number, tokens, before)


def test_a_number_after_the_end_of_a_sentence_counts() -> None:
    tokens = ["love", "641"]
    (number,) = read_numbers(tokens, [1])
    assert is_a_count(number, tokens, ". ")


def test_a_row_of_thousands_of_digits_is_no_number() -> None:
    assert not is_numeral("7" * 5000)

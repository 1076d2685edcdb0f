import pytest

from herreader.model.text import Block, BlockKind
from herreader.text.counting import count_words, dot


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("", 0),
        ("One owl.", 2),
        ("It isn't well-acted (at all).", 5),
        ("Joy \N{EM DASH} then * * * nothing \N{HORIZONTAL ELLIPSIS}", 3),
        ("8,316 others & 641", 3),
        ("_", 0),
        ("*owl*\n\N{LEFT DOUBLE QUOTATION MARK}Her\N{RIGHT DOUBLE QUOTATION MARK}", 2),
    ],
)
def test_a_word_has_a_letter_or_a_digit(plain: str, words: int) -> None:
    block = Block(1, BlockKind.PARAGRAPH, plain)
    assert count_words([block, block]) == 2 * words


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("屋上で二人は朝を待つ。641人。", 7),  # ten signs, a number, and one sign more
        ("他说他爱她。她爱着六百四十一人。", 8),
        ("Japanese readers call it \u300cher\u300d", 5),
        ("두 사람은 옥상에서 아침을 기다린다", 5),  # Korean has its blanks
    ],
)
def test_two_signs_are_a_word_where_no_blanks_stand_between_words(plain: str, words: int) -> None:
    assert count_words([Block(1, BlockKind.PARAGRAPH, plain)]) == words


def test_a_dot_tells_whether_a_review_is_silent_says_one_thing_or_more() -> None:
    assert "".join(map(dot, (0, 1, 2, 641))) == "·•●●"

import random

import pytest

from herreader.model.text import BlockKind
from herreader.text.plain import LONGEST, Mode, count, guess_mode, split, to_block

WRAPPED = b"The owl is falling,\nand he looks up.\n\nNobody else does,\nnot even she.\n"


def shown(data: bytes, mode: Mode) -> list[str]:
    pieces = split(data, mode)
    return [to_block(data[p.start : p.end], 2, mode, p.gap).plain for p in pieces]


@pytest.mark.parametrize(
    ("sample", "mode"),
    [
        (b"", Mode.LONG_LINES),
        (b"one line", Mode.LONG_LINES),
        (WRAPPED, Mode.WRAPPED),
        (WRAPPED.replace(b"\n", b"\r\n"), Mode.WRAPPED),
        (b"a word " * 40 + b"\n" + b"a word " * 30 + b"\n", Mode.LONG_LINES),
        (b"a word " * 40 + b"\n\n" + b"a word " * 30 + b"\n\nx\n", Mode.LONG_LINES),
        (b"milk\nbread\nan owl\n", Mode.SHORT_LINES),
        (b"Two roads\nMet here\nAnd left\n\nOne came\nBack late\nAt noon\n", Mode.SHORT_LINES),
    ],
)
def test_how_paragraphs_are_set_is_guessed_from_the_start(sample: bytes, mode: Mode) -> None:
    assert guess_mode(sample) is mode


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_wrapped_lines_flow_together(newline: bytes) -> None:
    data = b"\n  \n" + WRAPPED.replace(b"\n", newline)
    assert shown(data, Mode.WRAPPED) == [
        "The owl is falling, and he looks up.",
        "Nobody else does, not even she.",
    ]


def test_a_wholly_indented_paragraph_keeps_its_lines() -> None:
    block = to_block(b"    two roads\n      met\n    here  \n", 2, Mode.WRAPPED)
    assert (block.kind, block.plain) == (BlockKind.VERBATIM, "two roads\n  met\nhere")


def test_a_single_indented_line_is_a_paragraph() -> None:
    assert to_block(b"   THE  OWL  ", 2, Mode.WRAPPED).kind is BlockKind.PARAGRAPH


def test_short_lines_keep_columns_and_indents_and_stand_together() -> None:
    data = b"def owl():\n    fall()\n\nname   age\nan owl\n"
    pieces = split(data, Mode.SHORT_LINES)
    blocks = [to_block(data[p.start : p.end], 2, Mode.SHORT_LINES, p.gap) for p in pieces]
    assert [(block.plain, block.gap) for block in blocks] == [
        ("def owl():", 0),
        ("    fall()", 0),
        ("name   age", 1),
        ("an owl", 0),
    ]
    assert [block.kind is BlockKind.VERBATIM for block in blocks] == [False, True, True, False]


def test_long_lines_are_set_apart_and_the_first_block_has_no_gap() -> None:
    assert [piece.gap for piece in split(b"one\ntwo\n\nthree", Mode.LONG_LINES)] == [1, 1, 1]
    assert to_block(b"one", 1, Mode.LONG_LINES).gap == 0


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        (b"\xef\xbb\xbfowl", "owl"),
        (b"caf\xe9 noir", "caf\ufffd noir"),
        ("cafe\u0301".encode(), "caf\xe9"),
        (b"a\x00b\x1b]52;c;SGk=\x07", "a\ufffdb\ufffd]52;c;SGk=\ufffd"),
        ("a\u202eb\u0085".encode(), "a\ufffdb\ufffd"),
        ("no\u00a0break".encode(), "no\u00a0break"),
        (b" many \t blanks\x0c\r\n", "many blanks"),
    ],
)
def test_words_are_decoded_composed_and_harmless(raw: bytes, plain: str) -> None:
    assert to_block(raw, 1, Mode.WRAPPED).plain == plain


@pytest.mark.parametrize("words", ["owl " * 9000, "梟" * 9000, "x" * 30_000])
@pytest.mark.parametrize("mode", Mode)
def test_a_huge_paragraph_is_cut_into_pieces_without_loss(words: str, mode: Mode) -> None:
    data = words.encode()
    pieces = split(data, mode)
    assert len(pieces) > 3
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST
    assert "".join(shown(data, mode)).replace(" ", "") == words.replace(" ", "")
    assert {piece.gap for piece in pieces[1:]} == {0}


@pytest.mark.parametrize("mode", Mode)
def test_the_quick_count_is_the_number_of_pieces(mode: Mode) -> None:
    chance = random.Random(5)  # noqa: S311 - a seed makes the same texts each time
    for _ in range(500):
        data = bytes(chance.choices(b"ab \n\n\t\r\x0b", k=chance.randrange(60)))
        data += chance.choice([b"", b"y" * 9000, b"y z" * 9000]) + b"\n" + data
        assert count(data, mode) == len(split(data, mode))

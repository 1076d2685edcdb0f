import os
import random
from pathlib import Path
from threading import Thread

import pytest

from herreader.errors import TextError
from herreader.model.text import Block, Place
from herreader.text.plain import guess_mode, split, to_block
from herreader.text.source import OpenFile
from herreader.text.streamed import StreamedText

WRAPPED = "the owl falls\nupon him.\n\nhe looks up\nand sees it.\n\n"
SCRAPS = ("owl ", "梟", "\n", "\n\n", "\n \n", "e\u0301", "word", " ", "\r\n", "  x\n  y\n", "’")  # noqa: RUF001 - a curly quote is meant


def never() -> bool:
    return False


def write(folder: Path, data: bytes) -> Path:
    path = folder / "text.txt"
    path.write_bytes(data)
    return path


def forwards(text: StreamedText) -> list[Block]:
    blocks: list[Block] = []
    while (block := text.block(len(blocks) + 1)) is not None:
        blocks.append(block)
    return blocks


def words(blocks: list[Block]) -> str:
    return "".join("".join(block.plain for block in blocks).split())


def random_text(seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - a seed makes the same texts each time
    return "".join(chance.choices(SCRAPS, k=chance.randrange(400))).encode()


def in_one_piece(data: bytes) -> list[Block]:
    mode = guess_mode(data[: 1 << 16])
    return [
        to_block(data[piece.start : piece.end], number, mode, piece.gap)
        for number, piece in enumerate(split(data, mode), 1)
    ]


@pytest.mark.parametrize("rest", [WRAPPED, "An owl\nMilk\n\n\nBread\n", "owl " * 30 + "\n"])
@pytest.mark.parametrize("seed", range(20))
def test_blocks_are_those_of_the_file_read_in_one_piece(
    tmp_path: Path, seed: int, rest: str
) -> None:
    data = random_text(seed) + rest.encode() * 300
    path = write(tmp_path, data)
    with StreamedText(path, step=1024) as text:
        assert forwards(text) == in_one_piece(data)


@pytest.mark.parametrize("words_of_it", ["owl " * 3000, "owl" * 3000, "梟" * 3000])
def test_a_paragraph_longer_than_the_windows_goes_on_without_gaps(
    tmp_path: Path, words_of_it: str
) -> None:
    path = write(tmp_path, f"First.\n\n{words_of_it}\n\nLast.\n".encode())
    with StreamedText(path, step=1024) as text:
        first, start, *rest, last = forwards(text)
        assert (first.plain, last.plain) == ("First.", "Last.")
        assert {block.gap for block in rest} == {0}
        assert (start.gap, last.gap) == (1, 1)
        assert words([start, *rest]) == words_of_it.replace(" ", "")


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_however_fine_the_grid(tmp_path: Path, seed: int) -> None:
    data = random_text(seed)
    path = write(tmp_path, data)
    expected = words(in_one_piece(data))
    for step in (7, 16, 64, 250):
        with StreamedText(path, step=step) as text:
            # A grid as fine as this cuts between a letter and its accent, which a chunk never does.
            assert words(forwards(text)).replace("\xe9", "e\u0301") == expected.replace(
                "\xe9", "e\u0301"
            )


@pytest.mark.parametrize("seed", range(10))
def test_blocks_are_the_same_from_the_end_and_after_counting(tmp_path: Path, seed: int) -> None:
    path = write(tmp_path, random_text(seed))
    with StreamedText(path, step=32) as text, StreamedText(path, step=32) as other:
        blocks = forwards(text)
        assert other.last == len(blocks)
        assert [other.block(number) for number in range(other.last, 0, -1)] == blocks[::-1]
        assert [block.number for block in blocks] == list(range(1, len(blocks) + 1))
        assert other.block(0) is None
        assert other.block(other.last + 1) is None


@pytest.mark.parametrize("seed", range(10))
def test_a_place_is_found_again_by_its_bytes(tmp_path: Path, seed: int) -> None:
    path = write(tmp_path, random_text(seed))
    with StreamedText(path, step=64) as text:
        units = [text.units_before(Place(b.number, 0)) for b in forwards(text)]
        assert units == sorted(set(units))
        assert [text.place_at(at) for at in units] == [
            Place(number, 0) for number in range(1, text.last + 1)
        ]
        for at in range(text.size):
            place = text.place_at(at)
            block = text.block(place.block)
            assert block is None or 0 <= place.offset <= len(block.plain)
        assert text.units_before(Place(text.last + 1, 0)) == text.size
        assert text.units_before(Place(0, 0)) == 0


class CountingFile(OpenFile):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.bytes = 0

    def read(self, start: int, length: int) -> bytes:
        data = super().read(start, length)
        self.bytes += len(data)
        return data


def test_the_first_block_costs_two_windows_whatever_the_size(tmp_path: Path) -> None:
    path = write(tmp_path, WRAPPED.encode() * 100_000)
    file = CountingFile(path)
    with StreamedText(path, file=file) as text:
        opening = file.bytes
        assert text.block(1) is not None
        assert opening <= 1 << 16
        # Twice the two windows: once to count the chunk, once to show it.
        assert file.bytes - opening <= 4 << 16


def test_counting_ahead_leaves_nothing_to_count(tmp_path: Path) -> None:
    path = write(tmp_path, WRAPPED.encode() * 1000)
    file = CountingFile(path)
    with StreamedText(path, step=4096, file=file) as text:
        thread = Thread(target=text.count_ahead, args=(never,))
        thread.start()
        assert text.block(1500) is not None
        thread.join()
        counted = file.bytes
        assert text.last == 2000
        assert file.bytes == counted


def test_counting_ahead_stops_when_told_to(tmp_path: Path) -> None:
    file = CountingFile(write(tmp_path, WRAPPED.encode() * 1000))
    with StreamedText(tmp_path / "text.txt", step=4096, file=file) as text:
        opening = file.bytes
        text.count_ahead(lambda: True)
        assert file.bytes == opening


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n  \n", b" \r\n"])
def test_a_text_without_words_has_no_blocks(tmp_path: Path, data: bytes) -> None:
    with StreamedText(write(tmp_path, data)) as text:
        assert (text.last, text.block(1), text.size) == (0, None, len(data))
        assert text.place_at(0) == Place(1, 0)
        assert not list(text.candidates("owl", 1, backwards=False, stop=never))


def test_a_byte_order_mark_is_not_shown(tmp_path: Path) -> None:
    with StreamedText(write(tmp_path, b"\xef\xbb\xbfowl\n")) as text:
        block = text.block(1)
        assert block is not None
        assert block.plain == "owl"


def test_a_file_that_shrinks_ends_there(tmp_path: Path) -> None:
    path = write(tmp_path, WRAPPED.encode() * 1000)
    with StreamedText(path, step=1024) as text:
        last = text.last
        os.truncate(path, 5000)
        assert text.block(1) is not None
        assert text.block(last) is None
        assert text.place_at(text.size - 1).block < last
        assert list(text.candidates("owl", last, backwards=True, stop=never))
        os.truncate(path, 0)
        assert text.last == last
        assert text.block(last // 2) is None


def test_a_file_that_vanishes_can_still_be_read(tmp_path: Path) -> None:
    path = write(tmp_path, WRAPPED.encode())
    with StreamedText(path) as text:
        path.unlink()
        assert [block.plain for block in forwards(text)] == [
            "the owl falls upon him.",
            "he looks up and sees it.",
        ]


def test_a_closed_text_has_no_further_blocks(tmp_path: Path) -> None:
    text = StreamedText(write(tmp_path, WRAPPED.encode()))
    text.close()
    text.close()
    assert text.block(1) is None


@pytest.mark.parametrize("word", ["zebra", "ZEBRA", "Zéro", "ζώο", "", "42"])
@pytest.mark.parametrize("place", range(0, 200, 37))
def test_a_word_is_among_the_candidates_both_ways(tmp_path: Path, word: str, place: int) -> None:
    paragraphs = ["the owl falls upon him, and he"] * 200
    paragraphs[place] += f"\n{word.swapcase()} looks"
    path = write(tmp_path, "\n\n".join(paragraphs).encode())
    with StreamedText(path, step=256) as text:
        for start, backwards in ((1, False), (place + 1, False), (place + 1, True), (999, True)):
            found = text.candidates(word, start, backwards=backwards, stop=never)
            assert place + 1 in [block.number for block in found]


def test_candidates_leave_out_what_cannot_hold_the_word(tmp_path: Path) -> None:
    path = write(tmp_path, WRAPPED.encode() * 50)
    with StreamedText(path, step=256) as text:
        found = text.candidates("OWL", 3, backwards=False, stop=never)
        assert [block.number for block in found] == list(range(3, 101, 2))
        found = text.candidates("owl", 4, backwards=True, stop=never)
        assert [block.number for block in found] == [3, 1]
        assert not list(text.candidates("owl", 1, backwards=False, stop=lambda: True))


@pytest.mark.parametrize(
    ("word", "plain"),
    [("kelvin", "\u212aelvin"), ("sail", "\u017fail"), ("in", "\u0130n"), ("é", "e\u0301")],
)
def test_other_forms_of_a_letter_are_candidates(tmp_path: Path, word: str, plain: str) -> None:
    with StreamedText(write(tmp_path, plain.encode())) as text:
        assert list(text.candidates(word, 1, backwards=False, stop=never))


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        ("owl".encode("utf-16"), "iconv"),
        (b"\x7fELF\0\0\0", "not a text"),
    ],
)
def test_what_is_not_utf_8_text_is_refused_with_a_cure(
    tmp_path: Path, data: bytes, cure: str
) -> None:
    with pytest.raises(TextError) as failure:
        StreamedText(write(tmp_path, data))
    assert failure.value.title == "Cannot read text.txt"
    assert cure in failure.value.message


def test_latin_1_is_readable_but_for_its_accents(tmp_path: Path) -> None:
    with StreamedText(write(tmp_path, "un café noir".encode("latin-1"))) as text:
        assert [block.plain for block in forwards(text)] == ["un caf\ufffd noir"]


def test_no_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, reason in [
        (tmp_path / "none.txt", "no such file"),
        (tmp_path, "a folder"),
        (pipe, "not a file of text"),
        (tmp_path / ("x" * 300), "too long"),
        (tmp_path / "nul\0name", "null"),
    ]:
        with pytest.raises(TextError, match=reason):
            StreamedText(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused_with_a_cure(tmp_path: Path) -> None:
    path = write(tmp_path, b"owl")
    path.chmod(0)
    with pytest.raises(TextError, match="chmod"):
        StreamedText(path)

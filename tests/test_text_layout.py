# ruff: noqa: RUF001 (dashes and full-width marks are what is tested)
import random

import pytest

from herreader.model.text import Block, BlockKind
from herreader.text.cells import cell_len, graphemes
from herreader.text.layout import Row, lay_out, offset_at, row_of

ALPHABETS = (
    "abc de fg hi jklmnop",
    "word — other–well-known co-op --x  \n",
    "彼は疲れた。「巨大な（画面）」、ゃー a b1 ",
    "e\u0301 \u0301\u200d\U0001f468\u200d\U0001f469\U0001f1ec\U0001f1e7 x",
    "\U0001f44b\U0001f3fd\u2764\ufe0f x",
    "\t\u00a0\u3000\u2003\u200b\u2060\u00ad\ufffd한국 कि a",
)


def paragraph(plain: str) -> Block:
    return Block(1, BlockKind.PARAGRAPH, plain, gap=0)


def words(plain: str, width: int) -> list[str]:
    return [plain[row.start : row.end] for row in lay_out(paragraph(plain), width)]


def random_blocks(count: int) -> list[Block]:
    chance = random.Random(8316)  # noqa: S311 - a seed makes the same texts each time
    kinds = list(BlockKind)
    blocks = []
    for _ in range(count):
        alphabet = "".join(chance.choices(ALPHABETS, k=2))
        plain = "".join(chance.choices(alphabet, k=chance.randrange(160)))
        kind, level = chance.choice(kinds), chance.randrange(1, 4)
        blocks.append(Block(1, kind, plain, level=level, gap=chance.randrange(3), bullet="•"))
    return blocks


@pytest.mark.parametrize(
    ("plain", "width", "rows"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 6, ["one", "two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("an abcdefgh", 4, ["an", "abcd", "efgh"]),
        ("a\nb c", 9, ["a", "b c"]),
        ("a\n\nb", 9, ["a", "", "b"]),
        ("a\n", 9, ["a", ""]),
        ("a well-known owl", 8, ["a well-", "known", "owl"]),
        ("from 8-10 on", 7, ["from", "8-10 on"]),
        ("the end—and then", 8, ["the end—", "and then"]),
        ("the end—and then", 7, ["the", "end—and", "then"]),
        ("the end — and", 8, ["the", "end —", "and"]),
        ("the end--and", 9, ["the end--", "and"]),
        ("Mr\u00a0Lee sat", 8, ["Mr\u00a0Lee", "sat"]),
        ("to Mr\u00a0Lee", 5, ["to", "Mr\u00a0Le", "e"]),
        ("bird\u00adcage", 8, ["bird\u00adcage"]),
        ("one\u2003two", 5, ["one", "two"]),
        ("彼は疲れた。座る", 10, ["彼は疲れ", "た。座る"]),
        ("あ「い」う", 4, ["あ", "「い", "」う"]),
        ("梟はowlだ", 6, ["梟は", "owlだ"]),
        ("梟が来た", 1, ["梟", "が", "来", "た"]),
        ("한국 사람", 6, ["한국", "사람"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_words_break_where_a_typesetter_would(plain: str, width: int, rows: list[str]) -> None:
    assert words(plain, width) == rows


def test_no_row_starts_with_closing_or_ends_with_opening_japanese_marks() -> None:
    plain = "彼は言った。「ここ（駅の前）で、ちょっと待って」と。「はい、わかりました！」" * 3
    for width in range(8, 60):
        rows = words(plain, width)
        assert "".join(rows) == plain
        assert not [row for row in rows[1:] if row[0] in "。、」）ょっー！"]
        assert not [row for row in rows if row[-1] in "「（"]


def test_every_word_is_in_a_row_and_no_row_is_too_wide() -> None:
    for block in random_blocks(600):
        for width in (1, 2, 3, 7, 20, 23, 24, 55, 80):
            rows = [row for row in lay_out(block, width) if not row.blank]
            covered = {index for row in rows for index in range(row.start, row.end)}
            left = "".join(c for i, c in enumerate(block.plain) if i not in covered)
            assert left.strip("\n\t \u2003\u3000") == ""
            assert [row.start for row in rows] == sorted({row.start for row in rows})
            for row in rows:
                inside = block.plain[row.start : row.end]
                clusters = [cells for _, _, cells in graphemes(inside) if cells]
                assert row.indent + cell_len(inside) <= width or len(clusters) == 1
                assert cell_len(row.lead) <= row.indent


def test_wide_and_narrow_text_break_alike() -> None:
    for block in random_blocks(600):
        if not block.plain.isascii():
            continue
        wide = Block(1, block.kind, block.plain + "\n梟", block.runs, block.level, block.gap, "•")
        for width in (2, 9, 30):
            assert lay_out(block, width) == lay_out(wide, width)[:-1]


def test_clusters_are_never_cut() -> None:
    plain = "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1ec\U0001f1e7e\u0301" * 4
    edges = {start for start, _, _ in graphemes(plain)}
    for width in range(1, 20):
        assert {row.start for row in lay_out(paragraph(plain), width)} <= edges


def cell_of(plain: str, row: Row, offset: int) -> int:
    """Count the cells, the row's indent included, before the cluster of a character."""
    words = plain[row.start : row.end]
    index = min(max(offset - row.start, 0), len(words))
    return row.indent + sum(cells for _, end, cells in graphemes(words) if end <= index)


def test_a_character_is_found_in_its_row_and_cell_and_back() -> None:
    for block in random_blocks(150):
        for width in (2, 9, 40):
            rows = lay_out(block, width)
            for offset in range(len(block.plain)):
                row = rows[row_of(rows, offset)]
                assert not row.blank
                if not row.start <= offset < row.end:
                    continue
                found = offset_at(block.plain, row, cell_of(block.plain, row, offset))
                # Characters of one cluster share its cell; one without cells has no own cell.
                assert row.start <= found
                same = cell_of(block.plain, row, found) == cell_of(block.plain, row, offset)
                assert same
                cells = [cells for _, _, cells in graphemes(block.plain[row.start : row.end])]
                assert found <= offset or 0 in cells


def test_a_swallowed_blank_belongs_to_the_row_before_it() -> None:
    rows = lay_out(Block(1, BlockKind.PARAGRAPH, "one two", gap=2), 3)
    assert rows == (Row(0, 0, blank=True), Row(0, 0, blank=True), Row(0, 3), Row(4, 7))
    assert [row_of(rows, offset) for offset in (0, 2, 3, 4, 7, 99)] == [2, 2, 2, 3, 3, 3]


def test_cells_beside_the_words_give_the_nearest_word() -> None:
    plain = "梟が来た"
    row = Row(1, 3, indent=4)
    assert [offset_at(plain, row, cell) for cell in (0, 4, 5, 6, 7, 99)] == [1, 1, 1, 2, 2, 2]
    assert [cell_of(plain, row, offset) for offset in (0, 1, 2, 3, 4)] == [4, 4, 6, 8, 8]


def test_however_often_the_width_changes_the_same_words_stay_on_top() -> None:
    plain = "It is not the owl that falls, it is the man who looks up at it. " * 40
    top = 1291
    for width in [*range(80, 10, -1), *range(10, 80)]:
        rows = lay_out(paragraph(plain), width)
        row = rows[row_of(rows, top)]
        assert row.start <= top <= row.end


@pytest.mark.parametrize(
    ("block", "width", "leads"),
    [
        (Block(1, BlockKind.QUOTATION, "one two", gap=0), 7, [""]),
        (Block(1, BlockKind.QUOTATION, "one two three", gap=0), 10, ["│ ", "│ "]),
        (Block(1, BlockKind.ITEM, "one two three", level=1, gap=0, bullet="•"), 10, ["• ", ""]),
        (Block(1, BlockKind.ITEM, "one", level=2, gap=0, bullet="3."), 40, ["  3. "]),
        (Block(1, BlockKind.ITEM, "one", level=2, gap=0, bullet="3."), 20, ["3. "]),
        (Block(1, BlockKind.HEADING, "one", level=2, gap=0), 20, [""]),
    ],
)
def test_bars_and_bullets_lead_their_rows(block: Block, width: int, leads: list[str]) -> None:
    rows = lay_out(block, width)
    assert [row.lead for row in rows] == leads
    assert {row.indent for row in rows} == {cell_len(leads[0])}


def test_a_narrow_column_is_not_spent_on_indents() -> None:
    item = Block(1, BlockKind.ITEM, "one two three", level=3, gap=0, bullet="•")
    assert [lay_out(item, width)[0].indent for width in (40, 20, 9, 1)] == [6, 2, 0, 0]


def test_verbatim_lines_keep_their_blanks_and_break_at_the_width_alone() -> None:
    plain = "  if owl:\n      fall()\n\n梟梟梟"
    rows = lay_out(Block(1, BlockKind.VERBATIM, plain, gap=0), 8)
    shown = [plain[row.start : row.end] for row in rows]
    assert shown == ["  if owl", ":", "      fa", "ll()", "", "梟梟梟"]
    assert words("  梟 ", 8) == ["梟"]

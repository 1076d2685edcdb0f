from unicodedata import is_normalized

import pytest
from cpu_time import within

from herreader.model.text import Block, BlockKind, Style
from herreader.text.markdown import parse_markdown
from herreader.text.marked_words import WrittenSpan


def blocks(source: str) -> tuple[Block, ...]:
    return parse_markdown(source).blocks


def kinds(source: str) -> list[str]:
    return [block.kind.value for block in blocks(source)]


def styled(block: Block) -> list[tuple[str, Style]]:
    return [(block.plain[run.start : run.end], run.style) for run in block.runs]


def spans(source: str) -> list[tuple[str, tuple[str, ...], int]]:
    parsed = parse_markdown(source)
    return [
        (parsed.blocks[span.block - 1].plain[span.start : span.end], span.scenes, span.line)
        for span in parsed.spans
    ]


def test_blocks_are_numbered_from_one_and_hold_plain_words() -> None:
    found = blocks("# A *title*\n\nFirst **words**\nand more.\n\n> Said.\n")
    assert [(block.number, block.kind, block.plain) for block in found] == [
        (1, BlockKind.HEADING, "A title"),
        (2, BlockKind.PARAGRAPH, "First words and more."),
        (3, BlockKind.QUOTATION, "Said."),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks("\n \n\t\n") == ()


def test_a_soft_break_is_one_space_and_a_hard_break_a_newline() -> None:
    assert blocks("one   \ntwo\n   three")[0].plain == "one\ntwo three"
    assert blocks("one\\\ntwo")[0].plain == "one\ntwo"


def test_runs_of_blanks_collapse_across_mark_up() -> None:
    assert blocks("a  [b ](x) *c*\t\td")[0].plain == "a b c d"


def test_styles_cover_exactly_their_words() -> None:
    block = blocks("An *em*, a **strong *both*** and `co  de`.")[0]
    assert block.plain == "An em, a strong both and co de."
    assert styled(block) == [
        ("em", Style.EMPHASIS),
        ("strong both", Style.STRONG),
        ("both", Style.EMPHASIS),
        ("co de", Style.CODE),
    ]


def test_links_keep_their_words_and_images_their_description() -> None:
    source = "See [the *film*](http://x 'title') and ![a red\nroom](y.png) there."
    assert blocks(source)[0].plain == "See the film and a red room there."


def test_heading_levels_and_gaps() -> None:
    found = blocks("# One\n\n## Two\n\ntext\n\n### Three\n")
    assert [(block.level, block.gap) for block in found] == [(1, 0), (2, 2), (0, 1), (3, 1)]


def test_tight_lists_stand_close_and_loose_ones_apart() -> None:
    tight = blocks("Before\n\n- a\n- b\n  - c\n    1. d\n- e\n")
    assert [(block.bullet, block.level, block.gap) for block in tight[1:]] == [
        ("•", 1, 1),
        ("•", 1, 0),
        ("•", 2, 0),
        ("1.", 3, 0),
        ("•", 1, 0),
    ]
    assert [block.gap for block in blocks("- a\n\n- b\n")] == [0, 1]


def test_ordered_items_count_on_from_their_first_number() -> None:
    assert [block.bullet for block in blocks("3. a\n3. b\n9. c\n")] == ["3.", "4.", "5."]
    assert blocks("0) a\n")[0].bullet == "0)"


def test_later_paragraphs_of_an_item_have_no_bullet() -> None:
    found = blocks("- one\n\n  more\n- two\n")
    assert [(block.kind.value, block.bullet) for block in found] == [
        ("item", "•"),
        ("item", ""),
        ("item", "•"),
    ]


def test_a_list_in_a_quotation_and_a_quotation_in_a_list_are_what_is_innermost() -> None:
    assert kinds("> - a\n\n- > b\n") == ["item", "quotation"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![Two figures](a.png)", ["caption"]),
        ("![](a.png)\n\n*The roof at dawn*", ["caption"]),
        ("![Alt](a.png)\n\n*The [roof]{scene=x} at dawn*", ["caption", "caption"]),
        ("*All in emphasis*", ["paragraph"]),
        ("![](a.png)\n\n*One* and *two*", ["paragraph"]),
        ("![](a.png)\n\nplain\n\n*emphasis*", ["paragraph", "paragraph"]),
    ],
)
def test_captions_are_what_describes_an_image(source: str, expected: list[str]) -> None:
    assert kinds(source) == expected


def test_code_and_raw_html_are_kept_as_they_stand() -> None:
    source = "```py\na\tb\n  c\n```\n\n    indented\n\n<div>\nx\n</div>\n"
    found = blocks(source)
    assert {block.kind for block in found} == {BlockKind.VERBATIM}
    assert [block.plain for block in found] == [
        "a   b\n  c",
        "indented",
        "<div>\nx\n</div>",
    ]


def test_a_table_is_shown_in_columns_without_its_mark_up() -> None:
    (table,) = blocks("| By | *Seen* |\n|:--|---|\n| 映画 | **1** \\| 2 |\n| x |\n")
    assert table.kind is BlockKind.VERBATIM
    assert table.plain == "By    Seen\n────  ─────\n映画  1 | 2\nx"


def test_a_table_without_a_head_begins_with_its_first_row() -> None:
    assert blocks("| | |\n|-|-|\n| Seen | twice |\n")[0].plain == "Seen  twice"


def test_a_table_too_wide_for_columns_stays_as_it_stands() -> None:
    source = f"| {'a' * 40} | {'b' * 40} |\n|-|-|\n| c | d |"
    assert blocks(source)[0].plain == source


def test_a_rule_is_a_caption_of_stars() -> None:
    assert [(b.kind.value, b.plain) for b in blocks("a\n\n---\n\nb")][1] == ("caption", "* * *")


def test_words_that_are_mark_up_nowhere_are_kept() -> None:
    source = "a_b * c ~~d~~ `e`{f=f} [g] [h]{i} <j>k</j> {l=m}"
    assert blocks(source)[0].plain == "a_b * c ~~d~~ e{f=f} [g] [h]{i} <j>k</j> {l=m}"


def test_the_mark_up_of_a_page_within_words_is_read_as_a_page_reads_it() -> None:
    (block,) = blocks(
        'An <em>owl</em> on <B>a</B> <a href="x">screen</a><!-- why? -->.  <br/> '
        "A <code>roof</code><sup>2</sup> <i>at dawn"
    )
    assert block.plain == "An owl on a screen.\nA roof2 at dawn"
    assert styled(block) == [("owl", Style.EMPHASIS), ("a", Style.STRONG), ("roof", Style.CODE)]


def test_a_written_span_keeps_its_words_beside_the_mark_up_of_a_page() -> None:
    assert spans("<b>So</b><br> he [looks <i>up</i>]{scene=owl}.") == [("looks up", ("owl",), 1)]


def test_a_footnote_stays_where_it_is_written_with_the_number_of_its_reference() -> None:
    found = blocks(
        "One[^b] and two.[^a]\n\n[^a]: The *first*.\n\n    Still it.\n[^b]: Other.\n\nEnd."
    )
    assert [(block.kind.value, block.bullet, block.plain) for block in found] == [
        ("paragraph", "", "One[1] and two.[2]"),
        ("item", "[2]", "The first."),
        ("item", "", "Still it."),
        ("item", "[1]", "Other."),
        ("paragraph", "", "End."),
    ]


def test_a_footnote_that_nothing_refers_to_is_kept_as_is_a_reference_to_none() -> None:
    found = blocks("One[^b].\n\n[^a]: A note.")
    assert [(block.bullet, block.plain) for block in found] == [
        ("", "One[^b]."),
        ("[a]", "A note."),
    ]


def test_a_written_span_names_its_words_scenes_and_line() -> None:
    source = 'First.\n\nHe [looks\nup at *it*]{scene="owl joy"} and\n[leaves]{scene=owl}.\n'
    assert spans(source) == [
        ("looks up at it", ("owl", "joy"), 3),
        ("leaves", ("owl",), 5),
    ]
    assert blocks(source)[1].plain == "He looks up at it and leaves."


def test_a_span_leaves_out_the_blanks_at_its_ends() -> None:
    assert spans("a [ b ]{scene=x} c") == [("b", ("x",), 1)]


def test_empty_spans_and_spans_without_a_scene_are_told() -> None:
    assert spans("a []{scene=x}") == [("", ("x",), 1)]
    assert spans("a [b]{scen=y}") == [("b", (), 1)]
    assert parse_markdown("[]{scene=x}").spans == (WrittenSpan(0, 0, 0, ("x",), 1),)


def test_spans_in_items_headings_and_quotations_are_found() -> None:
    source = "# [A]{scene=a}\n\n> [b]{scene=b}\n\n- [c]{scene=c}\n"
    assert spans(source) == [("A", ("a",), 1), ("b", ("b",), 3), ("c", ("c",), 5)]


def test_offsets_hold_after_normalisation() -> None:
    source = "cafe\u0301 [e\u0301te\u0301]{scene=a} *a\u030angstro\u0308m* e*\u0301x*"
    parsed = parse_markdown(source)
    block = parsed.blocks[0]
    assert is_normalized("NFC", block.plain)
    assert spans(source) == [("été", ("a",), 1)]
    assert styled(block)[0] == ("ångström", Style.EMPHASIS)
    assert block.plain.endswith("éx")


def test_words_after_mark_up_inside_of_one_character_keep_their_place() -> None:
    source = "e*\u0301x* then [this]{scene=a}"
    assert blocks(source)[0].plain == "éx then this"
    assert spans(source) == [("this", ("a",), 1)]


def test_control_characters_are_replaced_even_when_written_as_entities() -> None:
    block = blocks("a\x1b[31m b&#27;c &#x202e;d\n\n    e\x07\n")
    assert block[0].plain == "a\ufffd[31m b\ufffdc \ufffdd"
    assert block[1].plain == "e\ufffd"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(newline: str) -> None:
    source = newline.join(["# A", "", "b", "[c]{scene=d}"])
    assert [block.plain for block in blocks(source)] == ["A", "b c"]
    assert spans(source)[0][2] == 4


@pytest.mark.parametrize("some", ["[", "![", "[ a ", "[ a\n", "> [ a\n", "[a]{scene=owl} "])
def test_a_text_full_of_brackets_is_read_at_once_and_keeps_them(some: str) -> None:
    with within(2):
        parsed = parse_markdown(f"# A *title*\n\n{some * 50_000}")
    assert parsed.blocks[0].plain == "A title"
    assert some.strip("> \n") in parsed.blocks[-1].plain
    assert (parsed.spans, parsed.crowded) == ((), True)


@pytest.mark.parametrize(
    "source",
    [
        ">" * 10_000 + " words",
        "- " * 5_000 + "words",
        "[" * 10_000 + "words",
        "[" * 5_000 + "words" + "]{scene=x}" * 5_000,
        "*a _" * 5_000 + "words",
        "![" * 5_000 + "words",
    ],
    ids=["quotations", "items", "brackets", "spans", "emphasis", "images"],
)
def test_absurd_nesting_is_read_without_losing_the_words(source: str) -> None:
    with within(5):
        found = blocks(source + "\n\nafter")
        assert "words" in "".join(block.plain for block in found)
        assert found[-1].plain == "after"


def test_it_is_told_how_much_of_each_block_leads_elsewhere() -> None:
    parsed = parse_markdown(
        "# [An owl](/owl)\n\nSee [this *one*](/1) and [that](/2).\n\n---\n\nNo."
    )
    assert [block.plain for block in parsed.blocks] == [
        "An owl",
        "See this one and that.",
        "* * *",
        "No.",
    ]
    assert parsed.linked == (6, 12, 0, 0)


def test_mark_up_inside_of_one_character_leaves_it_whole_in_fair_time() -> None:
    (block,) = blocks("caf*e*&#x301; and *more*")
    assert block.plain == "café and more"
    assert styled(block)[-1] == ("more", Style.EMPHASIS)
    with within(2):
        blocks("e<b>&#x301;</b> " + "*Theodore* said " * 5_000)
    with within(2):
        blocks("e" + "<b>&#x301;</b>" * 5_000)

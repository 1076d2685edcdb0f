"""What would keep a parser or a search busy for minutes is read soon, or refused at once."""

from base64 import b64encode

import pytest
from books import epub
from cpu_time import within
from single import read_import, why_refused

from herreader.importing import Source

PROSE = "He sits down because he is tired, and an owl that is falling fills the screen above him. "
MANY = 300_000
MAIL = b"MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize("name", ["odd.txt", "odd.html"])
def test_hundreds_of_comments_in_a_row_do_not_stall_the_search_for_a_page(name: str) -> None:
    with within(5):
        review = read_import(Source(name, data=b"<!---->" * 600 + PROSE.encode()))
    assert "an owl that is falling" in review.blocks[-1].plain


@pytest.mark.parametrize("tail", ["<" + "a" * MANY, "<a" * MANY])
def test_tags_that_never_end_do_not_stall_a_page(tail: str) -> None:
    with within(5):
        review = read_import(Source("odd.html", data=("<b>owl</b>" * 3100 + tail).encode()))
    assert review.blocks[0].plain.startswith("owlowl")


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<select>" + "<option>a" * MANY, "Its forms offer more than 10,000 choices."),
        (
            "<div " + " ".join(f"a{n}" for n in range(MANY)) + ">",
            "A tag has more than 10,000 attributes.",
        ),
        (
            "<div " + " ".join(f"a{n}='>'" for n in range(MANY)) + ">",
            "A tag has more than 10,000 attributes.",
        ),
        ("<b>owl</b>" * 3100 + "<a/" * MANY, "A tag has more than 10,000 attributes."),
    ],
    ids=["choices", "attributes", "quoted", "endless"],
)
def test_a_page_with_far_too_much_of_one_thing_is_refused_at_once(html: str, why: str) -> None:
    with within(5):
        assert why_refused((html + PROSE).encode(), "odd.html").startswith(why)


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"<html><ul>" + b"<li>x" * 250_000, "a.html", "200,000 paragraphs"),
        (b"<html>" + b"<blockquote><p>x</blockquote>" * 220_000, "a.html", "200,000 paragraphs"),
        (epub({f"{n}": "<p>x" * 30_000 for n in range(8)}), "a.epub", "200,000 paragraphs"),
        (b"x\n\n" * 1_000_000, "a.txt", "500,000 lines"),
        (b"- x\n" * 1_000_000, "a.md", "500,000 lines"),
        (MAIL + b64encode(b"x\n\n" * 1_000_000), "a.eml", "500,000 lines"),
    ],
    ids=["items", "quotations", "book", "text", "markdown", "mail"],
)
def test_what_has_far_more_paragraphs_than_a_book_is_refused(
    data: bytes, name: str, why: str
) -> None:
    with within(20):
        assert why_refused(data, name) == f"It has more than {why}. Divide it into smaller files."


def test_a_page_with_a_long_list_and_a_picture_inside_is_read() -> None:
    page = f"<p>{PROSE}</p><img src='data:{'a/b= ' * MANY}'><select>{'<option>a' * 900}</select>"
    assert "an owl" in read_import(Source("a.html", data=page.encode())).blocks[0].plain


def test_a_list_that_starts_at_a_number_of_thousands_of_figures_is_read() -> None:
    page = f"<p>{PROSE}</p><ol start='{'9' * 5000}'><li>The owl</ol>"
    assert read_import(Source("a.html", data=page.encode())).blocks[-1].plain == "The owl"


@pytest.mark.parametrize("kind", ['[{"a": 1}]', '[["Review"]]', "{}", "null"])
def test_linked_data_of_an_odd_kind_is_passed_over(kind: str) -> None:
    data = f'<script type="application/ld+json">{{"@type": {kind}, "author": "Nobody"}}</script>'
    review = read_import(Source("a.html", data=f"{data}<p>{PROSE}</p>".encode()))
    assert review.author == ""


def test_a_tag_that_never_ends_does_not_stall_a_book() -> None:
    with within(5):
        review = read_import(Source("a.epub", data=epub({"a": f"<p>{PROSE}</p><" + "a" * MANY})))
    assert "an owl that is falling" in review.blocks[0].plain


def test_elements_without_words_are_closed_in_a_book() -> None:
    body = f'<p>The <a id="x/y"/><b class="z" /><i/>owl: {PROSE}</p>'
    (block,) = read_import(Source("a.epub", data=epub({"a": body}))).blocks
    assert (block.plain, block.runs) == (f"The owl: {PROSE}".strip(), ())


def test_a_paragraph_that_never_ends_is_read_in_parts_that_can_be_laid_out() -> None:
    words = PROSE.strip() * 2_000
    html = f"<p><i>{words}</i> <b>{words}</b></p>".encode()
    review = read_import(Source("endless.html", data=html))
    assert max(len(block.plain) for block in review.blocks) <= 1 << 15
    assert [block.gap for block in review.blocks][1:] == [0] * (len(review.blocks) - 1)
    assert " ".join(block.plain for block in review.blocks) == f"{words} {words}"
    styles = [[run.style for run in block.runs] for block in review.blocks]
    assert styles[0] == ["emphasis"]
    assert styles[-1] == ["strong"]


def test_a_paragraph_without_a_blank_is_cut_between_two_letters() -> None:
    review = read_import(Source("endless.txt", data=b"abcdefgh" * 10_000))
    assert "".join(block.plain for block in review.blocks) == "abcdefgh" * 10_000
    assert len(review.blocks) == 3

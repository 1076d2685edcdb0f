"""E-books and PDFs that are as they should be."""

import pytest
from books import epub, pdf
from single import read_import

from herreader.importing import AsideKind, Source, read_imports
from herreader.model.room import When
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 6
WHOLE = (
    "He sits down because he is tired. Above him hangs a screen, and on it an owl that is "
    "falling, claws first, at him."
)
METADATA = (
    "<dc:title>The Owl</dc:title><dc:creator>Ada Lind</dc:creator><dc:date>2014-02-14</dc:date>"
)


def test_a_book_is_read_in_the_order_of_its_spine_with_its_metadata() -> None:
    data = epub(
        {
            "b.xhtml": f"<h1>First</h1><p>{ONE}</p>",
            "a.xhtml": f'<h2>Second</h2><p>{TWO}<a id="x"/></p>',
        },
        metadata=METADATA,
    )
    review = read_import(Source("owl.epub", data=data))
    assert [block.plain for block in review.blocks] == ["First", ONE.strip(), "Second", TWO.strip()]
    assert (review.title, review.author, review.date) == ("The Owl", "Ada Lind", When(2014, 2, 14))
    assert review.origins.author == "the book's metadata"


def test_contents_title_page_and_legal_page_are_set_aside_for_what_they_are() -> None:
    data = epub(
        {
            "titlepage.xhtml": "<h1>The Owl</h1><p>Ada Lind</p>",
            "toc.xhtml": '<nav><ol><li><a href="a.xhtml">First</a></li></ol></nav>',
            "a.xhtml": f"<h1>First</h1><p>Home</p><p>{ONE}</p><footer>Her note.</footer>",
            "copyright.xhtml": "<p>Copyright 2014. All rights reserved.</p>",
        },
        metadata=METADATA,
    )
    review = read_import(Source("owl.epub", data=data))
    assert [block.plain for block in review.blocks] == ["First", "Home", ONE.strip(), "Her note."]
    assert [(entry.kind, entry.block.plain) for entry in review.aside] == [
        (AsideKind.TITLE, "The Owl"),
        (AsideKind.TITLE, "Ada Lind"),
        (AsideKind.NAVIGATION, "First"),
        (AsideKind.FOOTER, "Copyright 2014. All rights reserved."),
    ]


def test_a_collection_is_read_as_several_texts() -> None:
    data = epub(
        {
            "a.xhtml": f"<h1>First</h1><p>By Ada Lind</p><p>{ONE}</p>",
            "b.xhtml": f"<h1>Second</h1><p>By Sam Shepards</p><p>{TWO}</p>",
        },
        metadata="<dc:title>Two on Her</dc:title>",
    )
    source = Source("two.epub", data=data)
    found = [(review.title, review.author) for review in read_imports(source)]
    assert found == [("First", "Ada Lind"), ("Second", "Sam Shepards")]
    assert [block.plain for block in read_imports(source)[1].blocks] == [TWO.strip()]


def test_a_pdf_is_read_without_what_stands_on_each_page() -> None:
    lines = [
        [
            "Film Notes 12",
            "He sits down because he is tired. Above him hangs a screen, and on",
            "it an owl that is fall-",
            "1",
        ],
        ["Film Notes 13", "ing, claws first, at him.", "2"],
        ["Film Notes 14", "Catherine, who has come, signs, and nobody says a word.", "3"],
    ]
    review = read_import(
        Source("a.pdf", data=pdf(lines, info="/Title (The Owl) /Author (Ada Lind)"))
    )
    assert [block.plain for block in review.blocks] == [
        WHOLE,
        "Catherine, who has come, signs, and nobody says a word.",
    ]
    assert (review.title, review.author) == ("The Owl", "Ada Lind")
    assert {entry.kind for entry in review.aside} == {AsideKind.FOOTER}


def test_a_pages_emphasis_headings_lists_and_verse_are_kept() -> None:
    html = (
        f"<html><body><h1>The Owl</h1><p>{ONE}</p><h3>A <em>list</em></h3><ol start=3><li>one</li>"
        "<li>two<ul><li>in</li></ul></li></ol>"
        "<blockquote><p>He <b>does</b> not<br>look.</p></blockquote>"
        f"<pre>a\n  b</pre><p>{TWO}</p><table><tr><td>a</td><td>b</td><td>c</td></tr></table>"
        f"<p>{ONE[:150]}</p>"
    )
    blocks = read_import(Source("a.html", data=html.encode())).blocks[1:-1]
    assert [(block.kind, block.plain, block.bullet, block.level) for block in blocks] == [
        (BlockKind.HEADING, "A list", "", 3),
        (BlockKind.ITEM, "one", "3.", 1),
        (BlockKind.ITEM, "two", "4.", 1),
        (BlockKind.ITEM, "in", "•", 2),
        (BlockKind.QUOTATION, "He does not\nlook.", "", 0),
        (BlockKind.VERBATIM, "a\n  b", "", 0),
        (BlockKind.PARAGRAPH, TWO.strip(), "", 0),
        (BlockKind.VERBATIM, "a | b | c", "", 0),
    ]
    assert [(run.start, run.end, str(run.style)) for run in blocks[0].runs] == [(2, 6, "emphasis")]
    assert [(run.start, run.end, str(run.style)) for run in blocks[4].runs] == [(3, 7, "strong")]


def test_a_byline_that_only_the_mark_up_names_tells_a_collection() -> None:
    data = epub(
        {
            "a.xhtml": f"<h1>First</h1><p class='byline'>Ada Lind</p><p>{ONE}</p>",
            "b.xhtml": f"<h1>Second</h1><p class='byline'>Sam Shepards</p><p>{TWO}</p>",
        }
    )
    found = [
        (review.title, review.author, len(review.blocks))
        for review in read_imports(Source("two.epub", data=data))
    ]
    assert found == [("First", "Ada Lind", 1), ("Second", "Sam Shepards", 1)]


@pytest.mark.parametrize(
    "empty",
    ["<p/>", "<i />", '<a id="x"/>', "<style type='text/css'/>", '<script src="a/b.js"/>', "<b//>"],
)
def test_an_empty_element_ends_where_it_begins(empty: str) -> None:
    review = read_import(Source("a.epub", data=epub({"a.xhtml": f"{empty}<p>{ONE}</p>{empty}"})))
    assert [(block.plain, block.runs) for block in review.blocks] == [(ONE.strip(), ())]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("the owl<sup><a href='#n1'>1</a></sup> falls", "the owl[1] falls"),
        ("the owl.<a href='#n12'><sup>12</sup></a>", "the owl.[12]"),
        ("the owl.<sup>[<a href='#n1'>1</a>]</sup>", "the owl.[1]"),
        ("the owl<a href='#n1'><sup>*</sup></a>", "the owl*"),
        ("the 8<sup>th</sup> owl, 10<sup>2</sup> times", "the 8th owl, 102 times"),
        ("the <a href='#n1'>1</a> owl", "the 1 owl"),
    ],
)
def test_the_mark_of_a_footnote_does_not_run_into_the_word_before_it(html: str, shown: str) -> None:
    data = epub({"a.xhtml": f"<p>{ONE} On {html}</p>"})
    assert read_import(Source("a.epub", data=data)).blocks[0].plain == f"{ONE}On {shown}"


def test_the_narrow_columns_of_a_pdf_are_paragraphs() -> None:
    left = [
        "He sits down because he is tired, and",
        "above him hangs a screen. Then Theo-",
        "dore looks up, and the owl that only",
        "Catherine never saw, nor he, is right",
        "there.",
    ]
    right = [
        "Catherine signs. The lunch is over, and",
        "Samantha asks him how it was; he says",
        "that it was fine.",
    ]
    (first, second) = read_import(Source("a.pdf", data=pdf([left + right]))).blocks
    assert first.plain == (
        "He sits down because he is tired, and above him hangs a screen. Then Theodore looks up, "
        "and the owl that only Catherine never saw, nor he, is right there."
    )
    assert second.plain == " ".join(right)


def test_what_stands_on_both_of_two_pages_is_set_aside() -> None:
    pages = [[f"Film Notes {number}", words] for number, words in enumerate((ONE, TWO), start=1)]
    review = read_import(Source("a.pdf", data=pdf(pages)))
    assert [part.block.plain for part in review.aside] == ["Film Notes 1", "Film Notes 2"]


def test_of_numbers_at_the_edge_of_a_page_only_its_own_is_set_aside() -> None:
    years = ["1984", "1985", "1986", "2001", "12", "47"]
    pages = [[*years, ONE[:80], *years, str(number)] for number in (8, 9, 10)]
    review = read_import(Source("a.pdf", data=pdf(pages)))
    assert [part.block.plain for part in review.aside] == ["1984", "8", "1984", "9", "1984", "10"]
    kept = " ".join(block.plain for block in review.blocks).split()
    assert [kept.count(year) for year in years] == [3, 6, 6, 6, 6, 6]


def test_a_number_beside_a_running_head_is_set_aside_with_it() -> None:
    texts = (ONE[:60], TWO[:60], WHOLE[:60])
    pages = [["Film Notes", "The Owl Issue", str(at), text] for at, text in enumerate(texts)]
    review = read_import(Source("a.pdf", data=pdf(pages)))
    off = [part.block.plain for part in review.aside]
    assert off == [line for at in "012" for line in ("Film Notes", "The Owl Issue", at)]


def test_a_running_head_is_known_however_its_number_is_set_apart() -> None:
    left = [
        f"Cahiers of the Tram Depot, no. 12{' ' * 45}p. 31",
        "The Owl",
        "He takes it for an ad-",
    ]
    right = [f"Cahiers of the Tram Depot, no. 12{' ' * 44}p. 132", f"vert, and {ONE[:70]}"]
    review = read_import(Source("a.pdf", data=pdf([left, right])))
    assert review.title == "The Owl"
    assert [block.plain for block in review.blocks] == [
        f"He takes it for an advert, and {ONE[:70]}".strip()
    ]

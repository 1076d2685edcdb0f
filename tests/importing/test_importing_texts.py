# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Plain text and Markdown: paragraphs however they are set, and encodings however old."""

import subprocess
import sys
import textwrap

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.text import Block, BlockKind

ONE = (
    "He sits down because he is tired. Above him hangs a screen the size of a house, and on it an "
    "owl that is falling, claws first, at the man below. Nobody else looks up, and neither does he."
)
TWO = (
    "Catherine signs. Theodore says something kind, and then something true, and the lunch is over "
    "before the soup; it is the best-acted scene in a well-acted film, and the most uncomfortable."
)


def imported(text: str | bytes, name: str = "it.txt") -> Imported:
    data = text.encode() if isinstance(text, str) else text
    return read_import(Source(name, data=data))


def plains(text: str | bytes, name: str = "it.txt") -> list[str]:
    return [block.plain for block in imported(text, name).blocks]


def wrapped(text: str, width: int = 70, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent)


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n\n{TWO}\n",
        f"{ONE}\n{TWO}",
        f"\n\n{ONE}\n\n\n\n\n{TWO}\n\n\n",
        f"{wrapped(ONE)}\n\n{wrapped(TWO)}\n",
        f"{wrapped(ONE)}\n \t \n\n{wrapped(TWO, 40)}\n",
        f"{wrapped(ONE, indent='    ')}\n{wrapped(TWO, indent='    ')}\n",
        f"{wrapped(ONE)}\n\n{TWO}",
        f"    {ONE}\n    {TWO}\n",
        f"{wrapped(ONE)}\n\n{wrapped(TWO)}\n".replace("\n", "\r\n"),
        f"{ONE}\r{TWO}\r",
        f"{ONE}\f{TWO}",
        f"{ONE}\u2029{TWO}",
        f"{wrapped(ONE)}\n\n{wrapped(TWO)}\n".replace("Nobody else", "Nobody\u00a0else"),
        f"\ufeff{ONE}\n\n{TWO}".replace("signs", "si\u00adgns"),
        f"{ONE}\n\n{TWO}".replace("claws first, at", "claws first,\n\nat"),
    ],
    ids=[
        "blank-line",
        "each-line",
        "blanks",
        "wrapped",
        "uneven",
        "indented",
        "mixed",
        "tabbed",
        "crlf",
        "cr",
        "feed",
        "separator",
        "no-break-space",
        "soft-hyphen",
        "torn",
    ],
)
def test_paragraphs_are_found_however_they_are_set(text: str) -> None:
    assert plains(text) == [ONE, TWO]


def test_lines_with_a_blank_one_after_each_are_one_paragraph() -> None:
    spaced = [wrapped(text).replace("\n", "\n\n") for text in (ONE, TWO)]
    assert plains("\n\n\n".join(spaced)) == [ONE, TWO]


def test_headings_items_quotations_and_rules_are_what_they_are() -> None:
    text = (
        f"The Owl\n=======\n\n{ONE}\n\nIII. Lunch\n\n{TWO}\n\n- one\n- two, which is\n  long\n\n"
        f"1. first\n2. second\n\n> He does\n> not look.\n\n* * *\n\n{ONE[:170]}.\n"
    )
    found = [(block.kind, block.plain, block.bullet) for block in imported(text).blocks]
    assert found == [
        (BlockKind.PARAGRAPH, ONE, ""),
        (BlockKind.HEADING, "III. Lunch", ""),
        (BlockKind.PARAGRAPH, TWO, ""),
        (BlockKind.ITEM, "one", "•"),
        (BlockKind.ITEM, "two, which is long", "•"),
        (BlockKind.ITEM, "first", "1."),
        (BlockKind.ITEM, "second", "2."),
        (BlockKind.QUOTATION, "He does not look.", ""),
        (BlockKind.CAPTION, "* * *", ""),
        (BlockKind.PARAGRAPH, f"{ONE[:170]}.", ""),
    ]


def test_cited_lines_and_drawn_ones_are_parted_from_those_beside_them() -> None:
    text = f"Sam wrote:\n> It is a night\n> for owls.\n{TWO}\n--------\nDone.\n\n{ONE}"
    blocks = imported(text).blocks
    assert [(block.kind, block.plain) for block in blocks[:5]] == [
        (BlockKind.PARAGRAPH, "Sam wrote:"),
        (BlockKind.QUOTATION, "It is a night for owls."),
        (BlockKind.PARAGRAPH, TWO),
        (BlockKind.CAPTION, "* * *"),
        (BlockKind.PARAGRAPH, "Done."),
    ]


def test_an_underlined_line_heads_the_text_right_below_it() -> None:
    heading = imported(f"{ONE}\n\nThe owl falls\n-------------\n{TWO}").blocks[1]
    assert (heading.kind, heading.plain) == (BlockKind.HEADING, "The owl falls")


def test_short_lines_stay_lines() -> None:
    verse = ["Two roads in a wood", "Went on and met,", "And then they stood."]
    assert plains(f"{ONE}\n\n" + "\n".join(verse) + f"\n\n{TWO}") == [ONE, *verse, TWO]


def test_headlines_of_one_length_are_not_made_a_paragraph() -> None:
    lines = [
        f"{word} films on loneliness that you should not miss" for word in ("Ten", "Six", "Two")
    ]
    assert plains(f"{ONE}\n\n" + "\n".join(lines) + f"\n\n{TWO}") == [ONE, *lines, TWO]


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-32",
        "cp1252",
        "iso8859-15",
        "mac_roman",
        "cp1250",
    ],
)
def test_old_encodings_are_read(encoding: str) -> None:
    text = f"“The café’s screen”, he says. {ONE} “It’s naïve”, says Zoë. {TWO}"
    if encoding in {"iso8859-15", "cp1250"}:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("ï", "i")
    assert plains(text.encode(encoding)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Her is fine. The rooftop is lovely. £3 well spent – I’d go again.",
        "Was ist Glück? – “Für müde Träumer.” Und früher?",
        "En film om ensamhet på nära håll; själen får röst, och någon går därifrån.",
    ],
)
def test_a_short_text_in_a_western_language_is_read_as_one(text: str) -> None:
    review = imported(text.encode("cp1252"))
    assert review.blocks[0].plain == text
    assert review.notes == ("It was read as cp1252.",)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "shift-jis", "gb18030", "cp1250"])
def test_encodings_of_other_scripts_are_read(encoding: str) -> None:
    words = {
        "cp1251": "Он сидит внизу, потому что устал. Над ним висит экран, и на нём падает сова.",
        "koi8-r": "Он сидит внизу, потому что устал. Над ним висит экран, и на нём падает сова.",
        "shift-jis": "彼は疲れているので座る。彼の上には家ほどの大きさのスクリーンがある。",
        "gb18030": "他坐下来，因为他累了。在他头顶上挂着一个房子大小的屏幕，上面有一只猫头鹰。",
        "cp1250": "Siedzi, bo jest zmęczony. Nad nim wisi ekran wielkości domu, na nim sowa.",
    }[encoding]
    review = imported((words * 4).encode(encoding))
    assert review.blocks[0].plain == words * 4
    assert review.notes


def test_a_few_windows_bytes_in_utf_8_do_not_spoil_it() -> None:
    data = "“Zoë’s café”, he says. ".encode() + "It’s odd.".encode("cp1252")
    assert plains(data) == ["“Zoë’s café”, he says. It’s odd."]


def test_utf_8_that_was_taken_for_windows_is_mended() -> None:
    broken = "“It’s naïve”, says Zoë – in the café.".encode().decode("latin-1").encode()
    assert plains(broken) == ["“It’s naïve”, says Zoë – in the café."]


def test_markdown_is_known_by_its_name_and_by_its_signs() -> None:
    text = f"# The Owl\n\n{ONE.replace('tired', '*tired*')}\n\n## Lunch\n\n{TWO}\n"
    for name in ("it.md", "it.txt"):
        review = imported(text, name)
        assert review.title == "The Owl"
        assert [block.plain for block in review.blocks] == [ONE, "Lunch", TWO]
        assert review.blocks[0].runs


@pytest.mark.parametrize("name", ["it.md", "it.txt"])
@pytest.mark.parametrize(
    "front",
    [
        '+++\ntitle = "The Owl"\nbyline = "Ada Lind"\ndate = 2014-02-14\n+++\n',
        "---\ntitle: 'The Owl'\nauthor: Ada Lind\ndate: 14 February 2014\nlayout: post\n---\n",
    ],
)
def test_metadata_above_a_text_are_read_and_not_shown(name: str, front: str) -> None:
    review = imported(f"{front}\n{ONE}\n", name)
    assert (review.title, review.author, str(review.date)) == ("The Owl", "Ada Lind", "2014-02-14")
    assert review.origins.title == "the front matter"
    assert [block.plain for block in review.blocks] == [ONE]


def test_a_page_that_was_clipped_as_markdown_is_cleaned_as_one_that_was_saved() -> None:
    page = (
        "[Skip to main content](#main)\n\n# The Owl\n\n"
        "![An owl on a screen](owl.jpg)\n*An owl on a screen. Photograph: Lantern*\n\n"
        f"{ONE} See [the rail](/rail) as well.\n\n{TWO}\n\n"
        "### Related\n- [The ten best owls](/best)\n- [Ada Lind on lamps](/lamps)\n\n"
        "[Next: The Lamp](/lamp)\n"
    )
    review = imported(page, "it.md")
    assert [block.plain for block in review.blocks] == [
        "An owl on a screen. Photograph: Lantern",
        f"{ONE} See the rail as well.",
        TWO,
    ]
    assert review.blocks[0].kind is BlockKind.CAPTION
    assert {str(entry.kind) for entry in review.aside} == {
        "navigation",
        "title",
        "repeated",
        "related",
    }


def test_nothing_is_set_aside_from_a_text_with_our_own_metadata() -> None:
    text = f'+++\ntitle = "Her"\n+++\nHome\n\n{ONE}\n\nAdvertisement\n'
    assert plains(text, "it.md") == ["Home", ONE, "Advertisement"]


@pytest.mark.parametrize("marks", [">", ">\n>", "> >\n> ", "-\n-", "- \n\n1.\n2.", "* * *\n\n#"])
def test_marks_without_words_make_no_empty_block(marks: str) -> None:
    blocks = imported(f"{ONE}\n\n{marks}\n\n{TWO}").blocks
    assert all(block.plain.strip() for block in blocks)
    assert (blocks[0].plain, blocks[-1].plain) == (ONE, TWO)


def test_blocks_are_numbered_and_spaced_as_in_a_room() -> None:
    def shape(block: Block) -> tuple[int, int]:
        return block.number, block.gap

    blocks = imported(f"{ONE}\n\n- one\n- two\n\nLunch\n\n{TWO}\n").blocks
    assert [shape(block) for block in blocks] == [(1, 0), (2, 1), (3, 0), (4, 2), (5, 1)]


def test_what_is_set_aside_says_where_it_stood() -> None:
    review = imported(f"{ONE}\n\nAdvertisement\n\n{TWO}\n\n© 2019 Ada Lind\n")
    assert [(entry.kind, entry.after) for entry in review.aside] == [
        (AsideKind.NOTICE, 1),
        (AsideKind.FOOTER, 2),
    ]


FURNITURE = [
    ("Back to top. Page last updated 3 May 2014. You are visitor 10332", AsideKind.NAVIGATION),
    ("Enjoying this review? Sign up to our newsletter and never miss a post!", AsideKind.NOTICE),
    ("Let us know in the comments below!", AsideKind.COMMENT),
    ("What did you think of the ending? Tell us in the comments.", AsideKind.COMMENT),
    ("You are visitor no. 10,332", AsideKind.NAVIGATION),
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_what_a_site_says_below_a_review_is_set_aside(line: str, kind: AsideKind) -> None:
    review = imported(f"{ONE}\n\n{TWO}\n\n{line}\n")
    assert [block.plain for block in review.blocks] == [ONE, TWO]
    assert [(part.kind, part.block.plain) for part in review.aside] == [(kind, line)]


@pytest.mark.parametrize("line", [line for line, _ in FURNITURE])
def test_the_same_words_between_paragraphs_are_kept(line: str) -> None:
    assert plains(f"{ONE}\n\n{line}\n\n{TWO}\n") == [ONE, line, TWO]


@pytest.mark.parametrize(
    "line",
    [
        "What did you think of it?",
        "Enjoying this film?",
        "Let us know in the comments below! The owl, for one, will not answer.",
        "We come back to top. Page last is gone.",
        "You are a visitor, he says.",
    ],
)
def test_last_words_that_may_be_the_reviews_own_are_kept(line: str) -> None:
    assert plains(f"{ONE}\n\n{TWO}\n\n{line}\n") == [ONE, TWO, line]


def test_a_text_of_nothing_but_a_menu_is_kept() -> None:
    review = imported("Advertisement\n\nShare on Facebook\n")
    assert [block.plain for block in review.blocks] == ["Advertisement", "Share on Facebook"]
    assert review.notes == ("Nothing in it is plainly a review, so all of it was kept.",)


def test_plain_text_needs_no_parser() -> None:
    program = (
        "import sys, herreader.importing as i\n"
        f"i.read_imports(i.Source('a.txt', data={ONE.encode()!r}))\n"
        "print([m for m in ('selectolax', 'markdown_it', 'charset_normalizer', 'defusedxml', "
        "'pypdf', 'textual', 'sqlite3', 'xml', 'zipfile') if m in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


# The same text under another name


@pytest.mark.parametrize(
    "other",
    [
        f"{wrapped(ONE)}\n\n{wrapped(TWO)}\n",
        f"{ONE}\r\n\r\n\r\n{TWO}  \r\n",
        f"{ONE}\n\n{TWO.replace(';', ' ;').replace(' ;', ';')}\n\nAdvertisement\n",
        f"The Owl\n\n{ONE}\n\n{TWO}\n",
    ],
)
def test_white_space_name_and_rubbish_do_not_change_the_digest(other: str) -> None:
    assert imported(other, "other.txt").digest == imported(f"{ONE}\n\n{TWO}").digest


def test_quotes_and_dashes_do_not_change_the_digest() -> None:
    curly = f"{ONE} “It’s fine”, he says – and waits…"
    straight = f'{ONE} "It\'s fine", he says - and waits...'
    assert imported(curly).digest == imported(straight).digest


def test_signs_for_two_letters_do_not_tell_a_text_from_another() -> None:
    assert imported(f"{ONE} “A \ufb01lm…”").digest == imported(f'{ONE} "A film..."').digest


def test_a_page_and_a_text_of_the_same_words_have_one_digest() -> None:
    html = f"<html><body><h1>The Owl</h1><p>{ONE}</p><p>{TWO}</p></body></html>"
    assert imported(html, "a.html").digest == imported(f"{ONE}\n\n{TWO}").digest


def test_another_word_changes_the_digest() -> None:
    assert imported(ONE.replace("tired", "bored")).digest != imported(ONE).digest


@pytest.mark.parametrize(
    "blank", [" ", "  ", "\t", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", " \N{IDEOGRAPHIC SPACE}"]
)
def test_whatever_blank_stands_between_words_one_is_kept(blank: str) -> None:
    words = ONE.split()
    assert plains(blank.join(words)) == [ONE]
    assert plains(f"{TWO}\n\n{blank}{blank.join(words)}{blank}\n") == [TWO, ONE]


@pytest.mark.parametrize("width", range(60, 80, 3))
@pytest.mark.parametrize("blank", [">", "> ", ">\n>"])
def test_a_lone_sign_of_citation_parts_paragraphs_as_a_blank_line_does(
    blank: str, width: int
) -> None:
    cited = [textwrap.indent(wrapped(words, width), "> ") for words in (ONE, TWO)]
    blocks = imported(f"\n{blank}\n".join(cited)).blocks
    assert [block.plain for block in blocks] == [ONE, TWO]
    assert {block.kind for block in blocks} == {BlockKind.QUOTATION}


def test_of_a_text_with_a_line_a_paragraph_no_other_lines_are_joined() -> None:
    below = [
        "It was in the printed issue of December 23 and 30, 2013, on page 84.",
        "Whoever has it may keep it, and whoever has not may write to the office.",
    ]
    paragraphs = ["The owl on a screen falls over and over. " * 6] * 2
    assert plains("\n\n".join((*paragraphs, "\n".join(below))))[-2:] == below


RAGGED = (
    "He sits down because he is tired, and because the day has been a long one for him.\n"
    "Above him hangs a screen the size of a house. On it an owl falls, claws first.\n"
    "Nobody else who stands in the square looks up, and neither does he, who is tired of it."
)
"""A paragraph of which one line ends with a sentence, though a short word would have fitted."""


def test_a_ragged_line_ends_no_paragraph_where_blank_lines_do() -> None:
    lines = RAGGED.split("\n")
    assert plains("\n\n".join((wrapped(ONE), RAGGED, wrapped(TWO)))) == [ONE, " ".join(lines), TWO]


def test_a_ragged_line_ends_a_paragraph_where_others_end_without_a_blank_line() -> None:
    lines, last = RAGGED.split("\n"), f"So much for lunch, and for the square. {TWO[:150]}."
    text = "\n\n".join((f"{wrapped(ONE)}\nNobody.\n{wrapped(TWO)}", RAGGED, wrapped(last)))
    assert plains(text) == [ONE, "Nobody.", TWO, " ".join(lines[:2]), lines[2], last]

"""What a page puts right above and below a review: its tools, its comments, its own name."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
SHORT = (
    "Catherine signs, and the lunch is over before the soup; he is lonelier than any of the two "
    "who have been left alone on the roof at the end."
)
PROSE = [ONE.strip(), TWO.strip()]


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n".join(lines).encode()))


def page(*body: str, head: str = "") -> Imported:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(body)}</body></html>"
    return read_import(Source("saved_page.html", data=html.encode()))


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def aside(review: Imported) -> dict[str, str]:
    return {part.block.plain: part.kind for part in review.aside}


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("/* <![CDATA[ */", "/* ]]> */"),
        ("//<![CDATA[", "//]]>"),
        ("<![CDATA[", "]]>"),
        ("<!--", "-->"),
        ("", ""),
    ],
)
def test_data_on_a_page_are_read_however_they_are_hidden(opened: str, closed: str) -> None:
    data = '{"@type": "Review", "author": {"name": "ada l"}, "datePublished": "2021-03-04"}'
    script = f'<script type="application/ld+json">\n{opened}\n{data}\n{closed}\n</script>'
    review = page("<h1>The Owl</h1>", p("Review by ada l", ONE), head=script)
    assert (review.author, review.date) == ("ada l", When(2021, 3, 4))
    assert plain(review) == PROSE[:1]


def test_the_tools_of_a_page_take_counts_and_dots_with_them() -> None:
    tools = ("Ada Lind", "·", "Follow", "·", "5 min read", "--", "12", "Listen", "Share")
    review = page("<h1>The Owl</h1>", p(*tools, ONE, TWO))
    assert (review.author, plain(review)) == ("Ada Lind", PROSE)


@pytest.mark.parametrize("title", ["Listen", "Comment", "Status"])
def test_a_title_that_could_be_a_tool_stays_where_no_tool_is(title: str) -> None:
    assert text(title, "", "By Ada Lind", "", ONE).title == title
    assert page(p("★★★★", title, "A night to remember", ONE)).title == title


@pytest.mark.parametrize("tools", [["Share", "Tweet"], ["Share", "Tweet", "Print", "Reply"]])
def test_a_short_title_between_the_menu_and_the_tools_is_no_entry_of_either(
    tools: list[str],
) -> None:
    review = text("Home", "Film", "Reviews", "", "Her", "", "By Ada Lind", "", *tools, "", ONE)
    assert (review.title, review.author) == ("Her", "Ada Lind")
    assert plain(review) == PROSE[:1]


@pytest.mark.parametrize("again", ["", " (Lantern Pictures)"])
def test_a_caption_twice_over_without_a_blank_line_is_shown_once(again: str) -> None:
    words = "Theodore and the owl on the screen, at night."
    review = text("The Owl", "", words, words + again, "", ONE, "", TWO)
    assert review.blocks[0].kind is BlockKind.CAPTION
    assert len(review.blocks) == 3
    assert aside(review)[words] is AsideKind.REPEATED


@pytest.mark.parametrize(
    "words",
    ["Running time: 126 minutes. Rated R.", "Rated R. 126 minutes.", "Running time: 126 minutes"],
)
def test_a_line_on_how_long_a_film_is_and_for_whom_is_a_detail(words: str) -> None:
    review = text(ONE, "", TWO, "", words)
    assert aside(review) == {words: AsideKind.DETAILS}


@pytest.mark.parametrize("words", ["Rated R. He weeps.", "Running time: too short."])
def test_a_line_that_says_more_is_none(words: str) -> None:
    assert plain(text(ONE, "", TWO, "", words))[-1] == words


@pytest.mark.parametrize("heading", ["2 thoughts on “The Owl”", "One thought on “The Owl”"])
def test_comments_below_a_short_review_are_known_by_its_name(heading: str) -> None:
    review = page(
        "<h1>The Owl</h1>", p(SHORT), f"<h3>{heading}</h3>", p("Sam says: 3 May 2014", "Nice.")
    )
    assert plain(review) == [SHORT]
    assert set(aside(review).values()) == {AsideKind.TITLE, AsideKind.COMMENT}


def test_a_heading_like_that_of_comments_stays_above_what_is_none() -> None:
    heading = "Two thoughts on “The Owl”"
    review = page("<h1>Notes</h1>", p(SHORT), f"<h3>{heading}</h3>", p("It falls.", ONE))
    assert plain(review) == [SHORT, heading, "It falls.", PROSE[0]]


def test_what_the_page_calls_its_house_is_set_aside_where_it_stands_alone() -> None:
    head = "<title>The Owl | by Ada Lind | Lantern Notes | Standard</title>"
    head += "<meta name='author' content='Ada Lind'>"
    review = page("<h1>The Owl</h1>", p("Lantern Notes", ONE, TWO, "Lantern Notes"), head=head)
    assert plain(review) == PROSE
    kept = page("<h1>The Owl</h1>", p("A night", ONE, TWO), head="<title>The Owl - A night</title>")
    assert plain(kept)[0] == "A night"


def test_the_author_who_signs_at_the_end_is_no_part_of_the_text() -> None:
    review = text("The Owl", "By Ada Lind", "", ONE, "", TWO, "", "Ada Lind", "ada@owl.example")
    assert plain(review) == PROSE
    assert aside(review)["Ada Lind"] is AsideKind.BYLINE


def test_a_heading_with_a_year_is_the_title_rather_than_the_name_of_the_site() -> None:
    review = page(
        "<div>Lantern Notes</div><h2>The Owl (USA 2013)</h2>",
        p(ONE, TWO),
        head="<title>Lantern Notes - films - The Owl</title>",
    )
    assert review.title == "The Owl (USA 2013)"
    assert plain(review) == PROSE


def test_the_links_of_a_menu_are_known_line_by_line() -> None:
    menu = "<br>".join(f"<a href='#'>{entry}</a>" for entry in ("Home", "A-Z", "Owls", "Us"))
    assert plain(page(f"<div>{menu}</div><h2>The Owl</h2>", p(ONE, TWO))) == PROSE


@pytest.mark.parametrize("class_", ["autor", "meta"])
def test_a_german_byline_begins_with_a_capital_as_well(class_: str) -> None:
    review = page("<h1>Die Eule</h1>", f"<p class='{class_}'>Von Käthe Lindenmüller</p>", p(ONE))
    assert review.author == "Käthe Lindenmüller"
    assert plain(review) == PROSE[:1]


@pytest.mark.parametrize("line", ["Von Trier Returns Again", "Von Menschen und Eulen", "Von Owl"])
def test_not_every_line_that_begins_so_is_a_byline(line: str) -> None:
    assert text("The Owl", "", line, "", ONE).author == ""


def test_the_head_of_a_post_in_a_newsgroup_gives_title_author_and_year() -> None:
    head = [
        "From the archive of rec.arts.owls",
        "",
        f"{'HER':>40}",
        f"{'A film review by Ada Lind':>50}",
    ]
    review = text(
        *head,
        f"{'Copyright 2014 Ada Lind':>49}",
        "",
        ONE,
        "",
        TWO,
        "",
        "=" * 10,
        "Ada Lind",
        "ada@owl.example",
    )
    assert (review.title, review.author, review.date) == ("HER", "Ada Lind", When(2014))
    assert review.origins.date == "a copyright line"
    assert plain(review) == PROSE


@pytest.mark.parametrize("line", ["From the archive of my heart", "Appeared in a dream"])
def test_a_first_line_that_names_no_address_may_be_the_title(line: str) -> None:
    assert text(line, "", ONE).title == line


@pytest.mark.parametrize(
    "line",
    ["Like Comment Restack", "❤️ Like 💬 Comment 🔁 Restack", "Quote Reply Report", "READ IN APP"],
)
def test_tools_side_by_side_are_set_aside(line: str) -> None:
    review = text("The Owl", "", ONE, "", TWO, "", line)
    assert aside(review)[line] is AsideKind.NAVIGATION


def test_what_a_newsletter_says_to_its_reader_is_set_aside() -> None:
    notice = "You're currently a free subscriber to Lantern Notes. For more, upgrade."
    address = "641 Kerb Street PMB 8316, Owl Town, CA 94000"
    review = page("<h1>The Owl</h1>", p(ONE, TWO, notice, address))
    assert plain(review) == PROSE


def test_a_caption_between_short_paragraphs_is_no_entry_of_a_menu() -> None:
    caption = "<p class='wp-caption-text'>Phoenix, in coral</p>"
    menu = "<ul><li>Home</li><li>Film</li></ul>"
    review = page(
        menu, p("I resisted it for six months."), caption, p("Then I saw it, and wept."), menu
    )
    assert plain(review) == [
        "I resisted it for six months.",
        "Phoenix, in coral",
        "Then I saw it, and wept.",
    ]


def test_a_paragraph_of_another_script_is_no_heading() -> None:
    review = text("彼は疲れて座る。梟が落ちてくる。", "", ONE)
    assert review.blocks[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This is a free edition. Upgrade to paid to support my work.", AsideKind.NOTICE),
        ("Posted in Film | Tagged love, robots | Leave a comment", AsideKind.NAVIGATION),
        ("(cont. p. 12)", AsideKind.NAVIGATION),
    ],
)
def test_what_blogs_and_newsletters_put_between_paragraphs_is_set_aside(
    line: str, kind: AsideKind
) -> None:
    review = text("The Owl", "", ONE, "", line, "", TWO, "", "I would go again.")
    assert aside(review)[line] is kind


@pytest.mark.parametrize("line", ["This is a free edition of a dear book.", "Posted in haste."])
def test_what_only_begins_as_theirs_stays(line: str) -> None:
    assert line in plain(text("The Owl", "", ONE, "", line, "", TWO))


@pytest.mark.parametrize(
    "line",
    [
        "By Nell Ashby Updated 5 May 2020 6 min read Share Tweet Pin",
        "Film of the week · by Nell Ashby · 5 May 2020",
    ],
)
def test_a_byline_among_tools_or_behind_a_rubric_is_read_and_set_aside(line: str) -> None:
    review = text("The Owl", "", line, "", ONE, "", TWO)
    assert (review.author, review.date, plain(review)) == ("Nell Ashby", When(2020, 5, 5), PROSE)


def test_what_a_forum_says_of_a_member_is_nobodys_name() -> None:
    head = '<meta name="author" content="Nell A Member Posts: 88">'
    assert page(p(ONE, TWO), head=head).author == ""

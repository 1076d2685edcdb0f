"""Titles, names of sites and sentences that are known by where they stand, whatever they say."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n\n".join((*lines, ONE, TWO)).encode()))


def page(*body: str, head: str = "") -> Imported:
    html = f"<html><head>{head}</head><body>{''.join(body)}<p>{ONE}</p><p>{TWO}</p></body></html>"
    return read_import(Source("saved_page.html", data=html.encode()))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "title",
    [
        "Mood Indigo (2013)",
        "Music for Machines",
        "Music",
        "Tags and Trousers",
        "Home",
        "Published in Love",
        "« Her »",
        "We Liked This",
        "Rated R",
        "Skip the Ending",
        "See More of Her",
        "Powered by Love",
        "10 Comments on Love",
        "By Candlelight",
        "Written by Machines",
        "her",
        "1984",
    ],
)
def test_the_only_line_above_a_byline_is_the_title_whatever_it_says(title: str) -> None:
    review = text(title, "by Ada Lind", "3 May 2014")
    assert (review.title, review.author) == (title, "Ada Lind")
    assert review.origins.title == "the first line"
    assert review.aside[0].kind is AsideKind.TITLE
    assert plain(review) == [ONE.strip(), TWO.strip()]


@pytest.mark.parametrize(
    "line", ["Reviews", "Share", "Advertisement", "★★★★", "3 May 2014", "Photo: Jane Doe"]
)
def test_what_can_be_no_title_is_none_above_a_byline_either(line: str) -> None:
    review = text(line, "by Ada Lind")
    assert (review.title, review.author) == ("copied", "Ada Lind")


@pytest.mark.parametrize("line", ["Dear Catherine,", "A man falls for his telephone."])
def test_a_sentence_above_a_byline_is_the_texts(line: str) -> None:
    review = text(line, "by Ada Lind")
    assert (review.title, plain(review)[0]) == ("copied", line)


def test_a_line_above_a_byline_is_no_title_where_one_stands_below() -> None:
    review = page("<div>Kerb Notes</div><p>By Ada Lind</p><h1>Her, again</h1>")
    assert (review.title, review.author) == ("Her, again", "Ada Lind")


def test_a_title_that_reads_like_a_menu_is_one_above_a_text_in_parts() -> None:
    marked = f"# Home\n\nby Ada Lind\n\n{ONE}\n\n# The owl\n\n{TWO}"
    review = read_import(Source("her.md", data=marked.encode()))
    assert (review.title, plain(review)) == ("Home", [ONE.strip(), "The owl", TWO.strip()])


def test_of_two_bylines_the_one_that_names_a_person_is_one() -> None:
    review = text("The Owl", "By Candlelight", "by Ada Lind")
    assert (review.title, review.author) == ("The Owl", "Ada Lind")
    assert "By Candlelight" in plain(review)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Kerb Notes  &raquo; Blog Archive   &raquo; Her, again", 2),
        ("Her, again | Kerb Notes", 2),
        ("Kerb Notes: Her, again", 3),
        ("Her, again &laquo; Kerb Notes", 1),
    ],
)
def test_a_main_heading_that_links_to_the_site_is_not_the_title(title: str, level: int) -> None:
    top = '<h1><a href="/">Kerb Notes</a></h1><p>Just another weblog</p>'
    review = page(top, f"<h{level}>Her, again</h{level}>", head=f"<title>{title}</title>")
    assert (review.title, review.origins.title) == ("Her, again", "the first heading")
    assert plain(review) == [ONE.strip(), TWO.strip()]


def test_a_title_above_a_heading_of_its_own_stays_the_title() -> None:
    headings = "<h1>Her</h1><h2>A ghost in the pocket</h2>"
    review = page(headings, head="<title>Her: A ghost in the pocket</title>")
    assert review.title == "Her"


def test_a_sentence_above_the_main_heading_stays() -> None:
    warned = "<p>Spoilers follow.</p><p>You have been warned.</p>"
    review = page(warned, "<p>Kerb Notes</p><h1>Her, again</h1>")
    assert plain(review)[:2] == ["Spoilers follow.", "You have been warned."]
    assert "Kerb Notes" not in plain(review)


@pytest.mark.parametrize("line", ["Music swells.", "Mood Indigo (2013)", "Music is all of it."])
def test_a_line_that_begins_like_a_tag_is_one_only_with_its_colon(line: str) -> None:
    assert line in plain(text("Her, again", "by Ada Lind", line))
    assert "Mood: blue" not in plain(text("Her, again", "by Ada Lind", "Mood: blue"))

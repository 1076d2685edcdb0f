"""Texts copied from a page, a mail or a forum, with all that stood around them."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
PROSE = [ONE.strip(), TWO.strip()]


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n".join(lines).encode()))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "top",
    [
        ["The Ledger", "Sign in", "News", "Opinion", "Sport", "Culture"],
        ["Film Weeks", "A blog by weeks", "", "HOME   ABOUT   REVIEWS   A-Z   CONTACT", ""],
        ["Film Weeks", "Home | Film | Reviews | Contact"],
    ],
)
def test_the_title_stands_below_the_menu(top: list[str]) -> None:
    review = text(*top, "The owl and the kerb", "", "By Ada Lind", "", ONE, "", TWO)
    assert (review.title, review.author) == ("The owl and the kerb", "Ada Lind")
    assert plain(review) == PROSE
    assert review.aside[0].kind is AsideKind.NAVIGATION


def test_the_tools_of_a_page_below_a_title_are_no_menu_of_the_site() -> None:
    review = text("The Owl", "Share", "Print", "Email", "A night to remember", "", ONE, "", TWO)
    assert review.title == "The Owl"


def test_a_menu_below_the_byline_is_not_above_the_title() -> None:
    review = text("The Owl", "By Ada Lind", "Film", "Books", "Music", "Just a line", "", ONE)
    assert review.title == "The Owl"


def test_a_user_who_posts_on_a_date_is_the_author() -> None:
    review = text("The Owl", "Posted on January 20, 2014 by tillym", "", ONE)
    assert (review.author, review.date) == ("tillym", When(2014, 1, 20))
    assert plain(review) == PROSE[:1]


def test_words_with_the_name_of_who_says_them_are_a_quotation() -> None:
    said = '"I have never loved anyone the way I love you." - Theodore'
    review = text("The Owl", "", ONE, "", said, "", TWO)
    assert (review.blocks[1].kind, review.blocks[1].plain) == (BlockKind.QUOTATION, said)


@pytest.mark.parametrize(
    "sender", ["ada@cinema.example (Ada Lind)", "Ada Lind <ada@cinema.example>"]
)
def test_the_fields_above_a_mail_tell_who_wrote_it_on_what_and_when(sender: str) -> None:
    head = [f"From: {sender}", "To: you@example.org", "Subject: Re: The Owl", "Date: 14 Jan 2014"]
    review = text(*head, "", ONE, "", TWO, "", "--", "Ada", "http://cinema.example/~ada")
    assert (review.title, review.author, review.date) == ("The Owl", "Ada Lind", When(2014, 1, 14))
    assert plain(review) == PROSE


def test_a_sender_without_a_name_stays_unknown() -> None:
    review = text("From: ada@cinema.example", "Subject: The Owl", "", ONE)
    assert (review.title, review.author) == ("The Owl", "")


def test_a_text_that_begins_with_one_such_word_is_no_mail() -> None:
    review = text("Subject: Theodore", "", ONE, "", TWO)
    assert review.title == "Subject: Theodore"


def test_a_post_that_was_copied_with_what_stands_above_it_has_its_title_and_author() -> None:
    head = (
        "The Film Nook\nHome About Archive Contact\n\n"
        "« Previous post                       Next post »\n\n"
        "THE OWL IN A TIME OF LAMPS AND OTHER LIGHTS\n"
        "posted by Greta Sol on Feb 3, 2014 in Reviews | 8 comments\n\n"
    )
    review = text(head, ONE, "", TWO)
    assert (review.title, review.author) == (
        "THE OWL IN A TIME OF LAMPS AND OTHER LIGHTS",
        "Greta Sol",
    )
    assert str(review.date) == "2014-02-03"


def test_the_day_of_a_paper_above_its_menu_is_not_the_day_of_the_review() -> None:
    paper = ["THE HARBOUR GAZETTE", "Saturday 1 February 2014", "News | Sport | Arts", ""]
    head = ["The owl: a review", "Tom Brindle", "Fri 14 Feb 2014 00.05 GMT", ""]
    review = text(*paper, "Arts > Film", "", *head, ONE, "", TWO)
    assert (review.title, str(review.date)) == ("The owl: a review", "2014-02-14")
    assert plain(review) == PROSE


def test_a_student_s_paper_has_its_title_below_its_day_and_loses_its_running_heads() -> None:
    top = ["Lindqvist 1", "", "Mara Lindqvist", "Professor Oduya", "FILM 214", "12 May 2016", ""]
    title = "Bodies of Air: Voice and Touch at the Kerb"
    review = text(*top, title, "", ONE, "", "Lindqvist 2", "", TWO)
    assert (review.title, review.author) == (title, "Mara Lindqvist")
    assert plain(review) == PROSE


def test_answers_below_the_tools_of_a_short_post_are_comments() -> None:
    tools = ["Upvote", "212", "Downvote", "48", "Go to comments", "", "Share", ""]
    answer = ["u/sad_keeper", "•", "10y ago", "It means he is prey.", "", "Reply"]
    review = text("The owl nobody talks about", "", ONE[:300], "", *tools, *answer)
    assert plain(review) == [ONE[:300].strip()]

"""The title, the author and the date of a text that was selected on a page with all else."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n".join((*lines, "", ONE, "", TWO)).encode()))


def page(*body: str, head: str = "") -> Imported:
    html = f"<html><head>{head}</head><body>{''.join(body)}<p>{ONE}</p><p>{TWO}</p></body></html>"
    return read_import(Source("saved_page.html", data=html.encode()))


@pytest.mark.parametrize(
    "top",
    [
        ["Skip to content", "The Ledger", "Sign in", "Her, again", "What we got"],
        ["Accueil", "Kiosque", "Se connecter", "Her, again"],
        ["Skip to content", "Home", "Film", "Review", "Her, again", "A ghost in the pocket"],
        ["Home", "Film", "Movies|Her, again", "MOVIE REVIEW", "Her, again", "Find Tickets"],
        [
            "Kerb & Sight",
            "Our critics on film",
            "Her, again",
            "Her, again",
            "A ghost in the pocket",
        ],
        ["Toggle navigation", "At The Movies", "At Home", "Articles", "Contest", "Her, again"],
        ["Home   Worship   Sermons   Give   Contact", "Her, again"],
        ["← Ten films", "The wolf →", "Her, again"],
    ],
)
def test_the_title_is_found_below_what_the_site_puts_above_it(top: list[str]) -> None:
    review = text(*top, "By Ada Lind", "3 May 2014")
    assert (review.title, review.author, review.date) == (
        "Her, again",
        "Ada Lind",
        When(2014, 5, 3),
    )
    assert "Her, again" not in [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "top",
    [
        ["Lantern Notes", "owls, soup", "Monday, August 11, 2014", "Her, again"],
        ["« Soup | Main | Owls »", "August 11, 2014", "Her, again"],
    ],
)
def test_a_title_may_stand_below_its_date(top: list[str]) -> None:
    review = text(*top)
    assert (review.title, review.date) == ("Her, again", When(2014, 8, 11))


def test_a_motto_below_the_title_is_not_taken_for_it() -> None:
    assert text("Her, again", "A ghost in the pocket", "by Ada Lind").title == "Her, again"


def test_a_student_writes_name_course_and_date_above_the_title() -> None:
    head = ["Daniel Okafor", "Professor Halloran", "FILM 201: Introduction", "12 March 2015"]
    review = text(*head, "", "The Kerb and the Cloud")
    assert (review.title, review.author) == ("The Kerb and the Cloud", "Daniel Okafor")
    assert review.origins.author == "the first line"
    assert review.date == When(2015, 3, 12)


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Beatrix Holm, October 2017"], "Beatrix Holm"),
        (["Jean-Luc Maret · 12 October 2017 - 01:00"], ""),
        (["Ada Lind | October 12, 2017 | 6:30am"], "Ada Lind"),
        (["Ada Lind", "12 October 2017"], "Ada Lind"),
        (["Updated: 12 October 2017", "J. M. Holm"], "J. M. Holm"),
        (["By", "Ona Quill", "12 October 2017"], "Ona Quill"),
        (["Reviewer", "Ona Quill", "12 October 2017"], "Ona Quill"),
        (["rdelacruz-3 12 October 2017"], "rdelacruz-3"),
        (["Posted by Ada Lind on October 12, 2017 at 10:14 PM in Film | Permalink"], "Ada Lind"),
    ],
)
def test_a_name_beside_a_date_is_the_author_if_it_can_only_be_a_name(
    lines: list[str], author: str
) -> None:
    review = text("Her, again", *lines)
    assert (review.title, review.author) == ("Her, again", author)
    assert review.date is not None
    assert (review.date.year, review.date.month) == (2017, 10)


@pytest.mark.parametrize(
    "line",
    ["Los Angeles, October 2017", "Film Quarterly, October 2017", "Owl Falling, October 2017"],
)
def test_a_place_or_a_journal_beside_a_date_is_no_author(line: str) -> None:
    review = text("Her, again", line)
    assert (review.author, review.date) == ("", When(2017, 10))


@pytest.mark.parametrize("lines", [["Ada Lind"], ["A night to remember.", "Ada Lind"]])
def test_a_name_by_itself_between_the_title_and_the_text_is_the_author(lines: list[str]) -> None:
    review = text("Her, again", *lines)
    assert (review.author, review.origins.author) == ("Ada Lind", "a name by itself")
    assert "Ada Lind" not in [block.plain for block in review.blocks]


@pytest.mark.parametrize("end", ["Ada Lind", "— Ada Lind", "- Ada Lind"])
def test_a_name_by_itself_at_the_end_is_the_author(end: str) -> None:
    words = f"Her, again\n\n{ONE}\n\n{TWO}\n\n{end}\n"
    review = read_import(Source("signed.txt", data=words.encode()))
    assert (review.author, len(review.blocks)) == ("Ada Lind", 2)


@pytest.mark.parametrize(
    "lines",
    [
        ["Owl Falling"],  # which is no name
        ["Catherine Olsen"],  # of whom the text speaks
        ["Annie Hall", "Manhattan"],  # one of several
    ],
)
def test_other_lines_below_a_title_sign_nothing(lines: list[str]) -> None:
    assert text("Her, again", *lines).author == ""


def test_where_a_name_was_found_is_told() -> None:
    review = text("Her, again", "Ada Lind", "3 May 2014")
    assert review.origins.author == "a name beside the date"


def test_a_real_byline_counts_for_more_than_a_name_beside_a_date() -> None:
    assert text("Her, again", "Annie Hall", "3 May 2014", "By Ada Lind").author == "Ada Lind"


@pytest.mark.parametrize(
    "line", ["submitted 9 years ago by quietowl", "quietowl (quietowl) wrote in owl_films,"]
)
def test_a_user_signs_as_sites_of_users_have_it(line: str) -> None:
    assert text("Her, again", line).author == "quietowl"


def test_a_year_behind_the_author_is_the_date() -> None:
    review = text("Her, again", "by Ada Lind, 2014")
    assert (review.author, review.date) == ("Ada Lind", When(2014))


def test_what_a_browser_prints_on_each_page_is_no_date() -> None:
    printed = [
        "1 of 2                          1/10/2014 9:03 AM",
        "http://www.owl.example/" + "a" * 60,
    ]
    review = text(*printed, "Her, again", "A ghost in the pocket", "by Ada Lind", "January 9, 2014")
    assert (review.title, review.author) == ("Her, again", "Ada Lind")
    assert review.date == When(2014, 1, 9)


def test_the_fields_of_a_page_that_was_turned_into_text_are_read() -> None:
    fields = ["Title: Her, again", "", "URL Source: https://kerb.example/her", ""]
    review = text(*fields, "Published Time: 2019-09-30T08:00:00+00:00")
    assert (review.title, review.source) == ("Her, again", "https://kerb.example/her")
    assert review.date == When(2019, 9, 30)


def test_a_person_signs_what_stands_on_a_site_of_that_name() -> None:
    head = (
        "<meta property='og:site_name' content='Ada Lind'><meta name='author' content='Ada Lind'>"
    )
    assert page("<h1>Her, again</h1>", head=head).author == "Ada Lind"
    assert page("<h1>Her, again</h1>", head=head.replace("Ada Lind", "Kerb Notes")).author == ""


def test_a_title_behind_the_name_of_a_page_and_a_colon_is_the_one_that_is_shown() -> None:
    review = page("<p><b>The Owl</b></p>", head="<title>Ada's Movie Page: The Owl</title>")
    assert review.title == "The Owl"


def test_a_bar_beside_the_text_is_known_on_either_side() -> None:
    side = f"<div id='sidebar-right'><h2>Owls</h2><p>{TWO[:200]}</p></div>"
    review = page("<h1>Her, again</h1>", f"<p>{ONE}!</p>", side)
    assert AsideKind.RELATED in {part.kind for part in review.aside}


@pytest.mark.parametrize("credit", [["Ona Quill"], ["By Ona Quill"], []])
@pytest.mark.parametrize("minutes", ["6-8 minutes", "1 minute"])
def test_what_a_browsers_reader_view_puts_above_a_text_is_no_part_of_it(
    credit: list[str], minutes: str
) -> None:
    review = text("cinema.example", "", "Her, again: a ghost in “the pocket”", *credit, minutes)
    assert review.title == "Her, again: a ghost in “the pocket”"
    assert review.author == ("Ona Quill" if credit else "")
    assert [block.plain for block in review.blocks] == [ONE.strip(), TWO.strip()]


@pytest.mark.parametrize(
    "top",
    [["cinema.example", "He waits.", "She waits."], ["cinema.example", ONE.strip(), "6 minutes"]],
)
def test_lines_that_only_look_like_some_of_a_reader_views_are_kept(top: list[str]) -> None:
    review = text(*"\n\n".join(top).split("\n"))
    assert [block.plain for block in review.blocks][: len(top)] == top


def test_what_a_list_is_sorted_by_is_no_title() -> None:
    top = ["Her (2013)", "User Reviews", "Filter by Rating:", "Show All", "Sort by:", "Helpfulness"]
    review = text(*top, "10/10", "A film that listens", "rdelacruz-3", "12 January 2014")
    assert (review.title, review.date) == ("A film that listens", When(2014, 1, 12))
    assert {entry.block.plain: entry.kind for entry in review.aside}["Helpfulness"] is (
        AsideKind.NAVIGATION
    )


@pytest.mark.parametrize(
    "head", ["THE SATURDAY COLUMN", "FILM QUARTERLY NOTES", "THE EVENING POST\n\nAT THE PICTURES"]
)
def test_the_head_of_a_paper_is_the_title_only_where_nothing_else_is(head: str) -> None:
    assert text(head, "", "HER", "", "By Ada Lind").title == "HER"
    assert text(head, "", "Her, again").title == "Her, again"
    assert text(head).title == head.splitlines()[0]

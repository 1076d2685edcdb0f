# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Title, author and date: found where they stand, and otherwise unknown."""

from datetime import date

import pytest
from single import read_import

from herreader.importing import Imported, Origins, Overrides, Source

PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)


def text(head: str, foot: str = "") -> Imported:
    return read_import(Source("my_notes.txt", data=f"{head}\n\n{PROSE}\n\n{foot}".encode()))


def page(head: str, body: str = "") -> Imported:
    html = f"<html><head>{head}</head><body>{body}<p>{PROSE}</p></body></html>"
    return read_import(Source("saved_page.html", data=html.encode()))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Sam Shepards", "Sam Shepards"),
        ("by Sam Shepards", "Sam Shepards"),
        ("Written by Sam Shepards", "Sam Shepards"),
        ("Review by: Sam Shepards", "Sam Shepards"),
        ("A film review by Sam Shepards", "Sam Shepards"),
        ("Posted by Sam Shepards on 8 August 2014 at 10:15 am", "Sam Shepards"),
        ("Posted on August 8, 2014 by Sam Shepards", "Sam Shepards"),
        ("By Sam Shepards | 8 August 2014 | 5 min read", "Sam Shepards"),
        ("By Sam Shepards, Film Critic", "Sam Shepards"),
        ("By María José de la Cruz", "María José de la Cruz"),
        ("By J. R. O’Neill-Smith", "J. R. O’Neill-Smith"),
        ("By Sam Shepards and Ada Lind", "Sam Shepards and Ada Lind"),
        ("Author: Sam Shepards", "Sam Shepards"),
        ("By admin", ""),
        ("By the sea", ""),
        ("By then, nobody cared", ""),
        ("By Night Theodore walks", ""),
        ("Film Weekly | 8 August 2014", ""),
        ("Directed by Spike Jonze", ""),
    ],
)
def test_bylines_name_the_author(line: str, author: str) -> None:
    assert text(f"The Owl\n{line}").author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("© 2019 Sam Shepards", "Sam Shepards"),
        ("Copyright 2019 Sam Shepards. All rights reserved.", "Sam Shepards"),
        ("(c) Sam Shepards, 2019", "Sam Shepards"),
        ("Copyright © 2019 by Sam Shepards", "Sam Shepards"),
        ("© 2014-2019 Sam Shepards", "Sam Shepards"),
        ("© 2019 Film Weekly Ltd", ""),
        ("© 2019 The Reel Almanac", ""),
        ("© 2019 All rights reserved", ""),
        ("© 2019", ""),
    ],
)
def test_a_copyright_line_names_the_author_if_it_names_a_person(line: str, author: str) -> None:
    review = text("The Owl", line)
    assert review.author == author
    assert review.date is None
    assert review.origins.author == ("a copyright line" if author else "")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 8 Aug 2014 | Updated: 11 Sept 2023", date(2014, 8, 8)),
        ("26 July 2023", date(2023, 7, 26)),
        ("July 26th, 2023", date(2023, 7, 26)),
        ("Wednesday, 26 July 2023, 10:15 BST", date(2023, 7, 26)),
        ("The 26th of July 2023", date(2023, 7, 26)),
        ("2023-07-26", date(2023, 7, 26)),
        ("First published on 26.7.2023", date(2023, 7, 26)),
        ("26/07/2023", date(2023, 7, 26)),
        ("07/26/2023", date(2023, 7, 26)),
    ],
)
def test_a_line_that_is_a_date_is_one(line: str, day: date) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.date, review.date_words) == (day, line)
    assert line not in [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "line", ["Published: July 2023", "03/04/2014", "Posted on 31 February 2014"]
)
def test_a_date_that_names_no_one_day_is_kept_in_its_words(line: str) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.date, review.date_words) == (None, line)


@pytest.mark.parametrize(
    "line",
    ["I saw it on 26 July 2023.", "A summer: 26 July 2023 in Rome", "Room 1408", "May I 2014"],
)
def test_a_date_within_a_sentence_is_not_the_reviews(line: str) -> None:
    review = text(f"The Owl\n\n{line}")
    assert (review.date, review.date_words) == (None, "")
    assert line in [block.plain for block in review.blocks]


def test_what_nobody_says_stays_unknown() -> None:
    review = read_import(Source("my_notes.txt", data=PROSE.encode()))
    assert (review.title, review.author, review.date) == ("my notes", "", None)
    assert review.origins == Origins(title="the file's name", source="the file")


def test_a_comments_byline_is_not_the_reviews() -> None:
    review = text("The Owl", "2 Comments\n\nBy Ada Lind\n9 August 2014\n\nLovely.")
    assert (review.author, review.date) == ("", None)


def test_the_director_in_the_films_details_is_not_the_author() -> None:
    review = text("The Owl\nby Spike Jonze\n\nFilm details\nDirector: Spike Jonze\nYear: 2013")
    assert review.author == ""


@pytest.mark.parametrize(
    ("title", "site", "heading", "found"),
    [
        ("The Owl | Film Weekly", "Film Weekly", "", "The Owl"),
        ("Film Weekly: The Owl", "Film Weekly", "The Owl", "The Owl"),
        ("Film Weekly - The Owl", "Film Weekly", "", "The Owl"),
        ("The Owl | Film Weekly", "", "", "The Owl | Film Weekly"),
        ("The Owl | Film Weekly", "", "The Owl", "The Owl"),
        ("Her – a love story", "", "", "Her – a love story"),
        ("Film Weekly", "Film Weekly", "The Owl", "The Owl"),
        ("Q &amp;amp; A: the &amp;#8217;owl", "", "", "Q & A: the ’owl"),
        ("", "", "", "saved page"),
    ],
)
def test_a_sites_name_is_cut_off_a_title_only_where_it_is_known(
    title: str, site: str, heading: str, found: str
) -> None:
    meta = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    assert page(meta, f"<h1>{heading}</h1>").title == found


def test_linked_data_of_the_film_is_not_taken_for_the_reviews() -> None:
    data = (
        '{"@graph": [{"@type": "Movie", "name": "Her", "author": "Spike Jonze", "datePublished": '
        '"2013-12-18"}, {"@type": ["Review"], "itemReviewed": {"@type": "Movie", "director": "X"}, '
        '"author": [{"name": "Ada Lind"}, {"name": "Sam Shepards"}], "headline": "The Owl", '
        '"datePublished": "2014-02-14T08:00:00+01:00"}]}'
    )
    review = page(f'<script type="application/ld+json">{data}</script>')
    assert review.author == "Ada Lind, Sam Shepards"
    assert (review.title, review.date) == ("The Owl", date(2014, 2, 14))
    assert review.origins.author == "the page's JSON-LD"


@pytest.mark.parametrize("data", ["{", "[" * 50_000, '{"@type": "Review", "author": 7}', "null"])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    assert page(f'<script type="application/ld+json">{data}</script>').author == ""


def test_the_reader_knows_better() -> None:
    given = Overrides(title="Mine", author="", date="spring 2014")
    source = Source("a.txt", data=f"The Owl\nBy Ada Lind\n8 May 2014\n\n{PROSE}".encode())
    review = read_import(source, overrides=given)
    assert (review.title, review.author) == ("Mine", "")
    assert (review.date, review.date_words) == (None, "spring 2014")
    assert review.origins == Origins(title="you", date="you", source="the file")
    given = Overrides(date="9 May 2014")
    assert read_import(source, overrides=given).date == date(2014, 5, 9)

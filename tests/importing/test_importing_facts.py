# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Title, author and date: found where they stand, and otherwise unknown."""

from datetime import UTC, datetime
from typing import Any

import pytest
from single import read_import

from herreader.importing import Circumstances, Imported, Origins, Overrides, Source
from herreader.model.room import When

SATURDAY = When(2014, 8, 9)

PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)


def text(head: str, foot: str = "", **wishes: Any) -> Imported:
    data = f"{head}\n\n{PROSE}\n\n{foot}".encode()
    return read_import(Source("my_notes.txt", data=data), **wishes)


def page(head: str, body: str = "", **wishes: Any) -> Imported:
    html = f"<html><head>{head}</head><body>{body}<p>{PROSE}</p></body></html>"
    return read_import(Source("saved_page.html", data=html.encode()), **wishes)


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
        ("Published: 8 Aug 2014 | Updated: 11 Sept 2023", When(2014, 8, 8)),
        ("26 July 2023", When(2023, 7, 26)),
        ("July 26th, 2023", When(2023, 7, 26)),
        ("Wednesday, 26 July 2023, 10:15 BST", When(2023, 7, 26)),
        ("The 26th of July 2023", When(2023, 7, 26)),
        ("2023-07-26", When(2023, 7, 26)),
        ("First published on 26.7.2023", When(2023, 7, 26)),
        ("26/07/2023", When(2023, 7, 26)),
        ("07/26/2023", When(2023, 7, 26)),
    ],
)
def test_a_line_that_is_a_date_is_one(line: str, day: When) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.date, review.date_words) == (day, line)
    assert line not in [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Published: July 2023", When(2023, 7)),
        ("03/04/2014", When(2014)),
        ("Posted on 31 February 2014", None),
    ],
)
def test_of_a_date_that_names_no_one_day_is_known_what_is_sure(
    line: str, known: When | None
) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.date, review.date_words) == (known, line)


@pytest.mark.parametrize(
    "lines",
    [
        "A film by Sam Shepards, starring Joaquin Phoenix",
        "A love story by Sam Shepards",
        "Directed by Sam Shepards\nWritten by Sam Shepards",
        "Written by Charlie Lind\nDirected by Sam Shepards",
        "Released 18 December 2013",
        "Opens in cinemas on 14 February 2014",
    ],
)
def test_what_tells_of_the_film_tells_nothing_of_the_review(lines: str) -> None:
    review = text(f"The Owl\n{lines}")
    assert (review.author, review.date) == ("", None)


@pytest.mark.parametrize(
    ("day", "known"),
    [(3, When(2014, 3, 3)), (4, When(2014, 3, 4)), (5, When(2014, 3, 5)), (6, None)],
)
def test_a_date_that_is_to_come_wherever_one_is_dates_no_text(day: int, known: When | None) -> None:
    late = Circumstances(now=datetime(2014, 3, 4, 23, tzinfo=UTC))  # the fifth has begun in Tokyo
    assert text(f"The Owl\nReviewed on {day} March 2014", circumstances=late).date == known


BY_ITS_MAKER = Circumstances(makers=frozenset(("sam shepards",)))


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("by Sam Shepards\n\nReviewed by Ada Lind", "Ada Lind"),
        ("by Sam Shepards", ""),
        ("By Sam Shepards and Ada Lind", "Sam Shepards and Ada Lind"),
    ],
)
def test_who_made_the_work_is_passed_over_for_who_reviews_it(lines: str, author: str) -> None:
    review = text(f"The Owl\n\n{lines}", circumstances=BY_ITS_MAKER)
    assert (review.author, review.origins.author) == (author, "a byline" if author else "")
    assert [block.plain for block in review.blocks] == [PROSE.strip()]


def test_a_page_that_names_who_made_the_work_as_its_author_is_by_whom_it_names_next() -> None:
    head = '<meta name="author" content="Sam Shepards"><meta name="byl" content="By Ada Lind">'
    assert page(head).author == "Sam Shepards"
    assert page(head, circumstances=BY_ITS_MAKER).author == "Ada Lind"
    by_hand = Overrides(author="Sam Shepards")
    assert page(head, overrides=by_hand, circumstances=BY_ITS_MAKER).author == "Sam Shepards"


def test_who_writes_beside_a_director_by_another_byline_is_the_author() -> None:
    review = text("The Owl\nDirected by Sam Shepards\nReviewed by Ada Lind")
    assert review.author == "Ada Lind"


@pytest.mark.parametrize("line", ["Von Ada Lind", "Por Ada Lind", "di Ada Lind", "Par Ada Lind"])
def test_bylines_in_other_languages_are_whole_lines(line: str) -> None:
    review = text(f"The Owl\n{line}\n4 March 2014")
    assert (review.title, review.author) == ("The Owl", "Ada Lind")


@pytest.mark.parametrize("author", ['{"@id": "#p1"}', '[{"@id": "#p1"}, {"@id": "#nobody"}]'])
def test_an_author_whom_a_page_names_elsewhere_is_looked_up_there(author: str) -> None:
    graph = f'{{"@type": "Article", "author": {author}}}, {{"@id": "#p1", "name": "Ada Lind"}}'
    data = f'<script type="application/ld+json">{{"@graph": [{graph}]}}</script>'
    assert page(data).author == "Ada Lind"


def test_the_copyright_line_above_a_text_gives_its_year() -> None:
    review = text("The Owl\nBy Ada Lind\nCopyright 2014 Ada Lind")
    assert (review.author, review.date) == ("Ada Lind", When(2014))


@pytest.mark.parametrize(
    ("words", "known"), [("2014", When(2014)), ("2014-01", When(2014, 1)), ("2014-15", None)]
)
def test_a_year_or_a_month_in_figures_is_a_date_where_a_page_says_that_it_is_one(
    words: str, known: When | None
) -> None:
    review = page(f'<meta name="citation_date" content="{words}">')
    assert review.date == known


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("reviewed by M. Brown, Feb 14, 2014", "M. Brown", When(2014, 2, 14)),
        ("By Ada Lind, March 2014", "Ada Lind", When(2014, 3)),
        ("by Ada Lind and Sam Shepards, August 9, 2014", "Ada Lind and Sam Shepards", SATURDAY),
        ("By Brian May 2014-08-09", "Brian May", SATURDAY),
    ],
)
def test_a_date_behind_an_author_is_no_part_of_the_name(line: str, author: str, day: When) -> None:
    review = text(f"The Owl\n{line}")
    assert (review.author, review.date) == (author, day)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("von Jürgen Müller", "Jürgen Müller"),
        ("par Élodie de La Tour", "Élodie de La Tour"),
        ("Eine Kritik von Jürgen Müller", "Jürgen Müller"),
        ("Rezension von Jürgen Müller, 14.02.2014", "Jürgen Müller"),
        ("Critique par Élodie Petit", "Élodie Petit"),
        ("par Hélène Dubois—le 20 mars 2014", "Hélène Dubois"),
        ("von Jürgen Müller am 14.02.2014", "Jürgen Müller"),
    ],
)
def test_german_and_french_bylines_name_the_author_and_stand_apart(line: str, author: str) -> None:
    review = text(f"Die Stimme\n{line}")
    assert (review.title, review.author) == ("Die Stimme", author)
    assert [block.plain for block in review.blocks] == [PROSE.strip()]


@pytest.mark.parametrize(
    "line",
    ["Von Trier Returns", "von Trier", "von ihm selbst", "par Jean Petit, de Lyon, 20 mars 2014"],
)
def test_words_that_only_look_like_a_german_byline_sign_nothing(line: str) -> None:
    assert text(line).author == ""


@pytest.mark.parametrize(
    "line",
    ["I saw it on 26 July 2023.", "A summer: 26 July 2023 in Rome", "Room 1408", "May I 2014"],
)
def test_a_date_within_a_sentence_is_not_the_reviews(line: str) -> None:
    review = text(f"The Owl\n\n{line}")
    assert (review.date, review.date_words) == (None, "")
    assert line in [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    ("line", "author", "when"),
    [
        ("POSTED BY MIRA ON FEBRUARY 9, 2014 AT 11:42 PM | FILED UNDER: FILM, FEELINGS", "MIRA", 9),
        ("By Ada Lind on 9 February 2014 · Filed under Film", "Ada Lind", 9),
        ("★★★★½ Watched 14 Feb, 2014", "", 14),
    ],
)
def test_the_shelves_and_the_stars_beside_a_byline_are_no_part_of_it(
    line: str, author: str, when: int
) -> None:
    review = text(f"HER, TWICE\n\n{line}")
    assert (review.author, review.date) == (author, When(2014, 2, when))
    assert [block.plain for block in review.blocks] == [PROSE.strip()]


def test_what_nobody_says_stays_unknown() -> None:
    review = read_import(Source("my_notes.txt", data=PROSE.encode()))
    assert (review.title, review.author, review.date) == ("my notes", "", None)
    assert review.origins == Origins(title="the file's name", source="the file")


@pytest.mark.parametrize("unseen", ["", " ", "\u200b", "\u2060", "\u3164", "\u2800", "\ufe0f"])
def test_a_title_that_shows_nothing_is_none(unseen: str) -> None:
    assert page(f"<title>{unseen}</title><h1>{unseen}</h1>").title == "saved page"


def test_a_file_whose_name_shows_nothing_is_untitled() -> None:
    assert read_import(Source("\u3164.txt", data=PROSE.encode())).title == "Untitled"


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
    assert (review.title, review.date) == ("The Owl", When(2014, 2, 14))
    assert review.origins.author == "the page's JSON-LD"


@pytest.mark.parametrize("data", ["{", "[" * 50_000, '{"@type": "Review", "author": 7}', "null"])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    assert page(f'<script type="application/ld+json">{data}</script>').author == ""


def test_the_reader_knows_better() -> None:
    given = Overrides(title="Mine", author="", date="in spring")
    source = Source("a.txt", data=f"The Owl\nBy Ada Lind\n8 May 2014\n\n{PROSE}".encode())
    review = read_import(source, overrides=given)
    assert (review.title, review.author) == ("Mine", "")
    assert (review.date, review.date_words) == (None, "in spring")
    assert review.origins == Origins(title="you", date="you", source="the file")
    given = Overrides(date="9 May 2014")
    assert read_import(source, overrides=given).date == When(2014, 5, 9)


@pytest.mark.parametrize(
    ("line", "day", "words"),
    [
        ("Updated: June 1, 2022 | First published: 9 January 2014", When(2014, 1, 9), "First"),
        ("9 January 2014 (updated June 1, 2022)", When(2014, 1, 9), "9 January"),
        ("Updated 1 June 2022\nPublished 9 January 2014", When(2014, 1, 9), "Published"),
        ("Last updated on 1 June 2022", When(2022, 6, 1), "Last updated"),
        ("01 Mar 2014 - 12 Dec 2022", None, ""),
    ],
)
def test_the_day_on_which_a_text_was_changed_is_told_only_where_nothing_else_is(
    line: str, day: When | None, words: str
) -> None:
    review = text(f"The Owl\n{line}")
    assert review.date == day
    assert review.date_words.startswith(words)
    assert bool(review.date_words) == bool(words)
    assert [block.plain for block in review.blocks] == [PROSE.strip()]


SAVED = Circumstances(now=datetime(2026, 11, 23, 10, tzinfo=UTC))
MASTHEAD = "<div>Monday, November 23, 2026</div><h1>The Owl</h1><p>By Ada Lind</p>"


def test_a_date_below_the_title_is_trusted_more_than_one_above_it() -> None:
    review = page("", f"{MASTHEAD}<p>Published Friday, January 10, 2014</p>")
    assert (review.author, review.date) == ("Ada Lind", When(2014, 1, 10))


def test_the_day_of_the_import_above_the_title_is_that_of_the_page_alone() -> None:
    assert page("", MASTHEAD, circumstances=SAVED).date is None
    older = MASTHEAD.replace("November 23, 2026", "January 10, 2014")
    assert page("", older, circumstances=SAVED).date == When(2014, 1, 10)
    below = "<h1>The Owl</h1><p>By Ada Lind, November 23, 2026</p>"
    assert page("", below, circumstances=SAVED).date == When(2026, 11, 23)


@pytest.mark.parametrize("empty", ["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00"])
def test_the_day_that_a_computer_names_where_none_was_given_is_none(empty: str) -> None:
    head = f'<meta property="article:published_time" content="{empty}">'
    assert (page(head).date, page(head).date_words) == (None, "")
    assert page(head, "<h1>The Owl</h1><p>8 August 2014</p>").date == When(2014, 8, 8)


@pytest.mark.parametrize(
    "blank", ["%%author%%", "{{ author }}", "{author}", "${author}", "<%= author %>", "undefined"]
)
def test_a_field_that_a_site_forgot_to_fill_says_nothing(blank: str) -> None:
    escaped = blank.replace("<", "&lt;")
    head = f'<meta name="author" content="{escaped}"><meta property="og:title" content="{escaped}">'
    assert page(head).author == ""
    assert page(head, "<h1>The Owl</h1><p>By Ada Lind</p>").author == "Ada Lind"
    assert page(head).title == ("undefined" if blank == "undefined" else "saved page")


def test_a_work_with_its_year_is_a_title_without_a_capital_too() -> None:
    chatty = "saw this last nite. ok so he is this sad man and he gets a talking machine, and " * 2
    assert text(f"the owl (2013)\n\n{chatty}\n").title == "the owl (2013)"

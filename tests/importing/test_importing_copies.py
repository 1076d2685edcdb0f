# ruff: noqa: RUF001 (quotes and dashes stand as they do in titles)
"""Whole pages, copied with all that the site had put around the review of a known work."""

from typing import NamedTuple

import pytest
from single import read_import

from herreader.importing import AsideKind, Circumstances, Imported, Source
from herreader.model.room import When

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
PROSE = [ONE.strip(), TWO.strip()]
HER = Circumstances(work="Her", makers=frozenset(("spike jonze", "amy adams")))


class Page(NamedTuple):
    """What a site has put around a review, and the facts on it."""

    top: str
    bottom: str
    title: str
    author: str
    date: When


def copied(top: str, bottom: str = "", known: Circumstances = HER) -> Imported:
    words = f"{top}\n\n{ONE}\n\n{TWO}\n\n{bottom}"
    return read_import(Source("copied.txt", data=words.encode()), circumstances=known)


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


PAGES = {
    "a critic's box below, and the menu above": Page(
        "Skip to main content\nMovie Reviews\nStreaming\nTV\nInterviews\nContributors\nSearch\n"
        "Reviews\nHer\nDrama\n126 minutes ‧ R ‧ 2013\nHollin Brandt\nDecember 17, 2013\n"
        "6 min read\nHer",
        "Hollin Brandt\nHollin Brandt is the former editor of The Lantern.\n\nNow playing\n\n"
        "The Salt Path\nPeyton Ruiz",
        "Her",
        "Hollin Brandt",
        When(2013, 12, 17),
    ),
    "a day of the paper, its critics' pick and its corrections": Page(
        "Skip to content\nMovies\nSUBSCRIBE FOR $1/WEEK\nLOG IN\nMonday, November 23, 2026\n"
        "Today's Paper\nMOVIE REVIEW\nThe Owl, but, Oh, What a Voice\nBy Leonora Dargan\n"
        "Dec. 17, 2013",
        "See more on: Spike Jonze\nShare full article\nMore in Movies\nA Film for the Winter",
        "The Owl, but, Oh, What a Voice",
        "Leonora Dargan",
        When(2013, 12, 17),
    ),
    "a blog whose name stands above the title": Page(
        "Skip to main content\nSearch This Blog\nFilms from the Back Row\nPosts\n"
        "Her (Spike Jonze, 2013)\non January 20, 2014\nGet link\nFacebook\nPinterest\nEmail\n"
        "Other Apps",
        "Get link\nFacebook\nX\nEmail\nOther Apps\nComments\nMarjorie21 January 2014 at 09:12\n"
        "I liked it too.\nReply\nPost a Comment",
        "Her (Spike Jonze, 2013)",
        "",
        When(2014, 1, 20),
    ),
    "a magazine of many, with the author's picture": Page(
        "Open in app\nSign up\nSign in\nWrite\n\nThe Man Who Loved an Owl\nInes Calloway\n"
        "The Quiet Screen\nInes Calloway\n·\nFollow\nPublished in\nThe Quiet Screen\n·\n"
        "7 min read\n·\nJan 10, 2024\n212\nListen\nShare",
        "Film\nMovies\n212\n3\nInes Calloway\nThe Quiet Screen\nWritten by Ines Calloway\n"
        "1.2K Followers\n·\nFollow",
        "The Man Who Loved an Owl",
        "Ines Calloway",
        When(2024, 1, 10),
    ),
    "a shop's customer": Page(
        "Top reviews from the United States\nMargaret\n"
        "5.0 out of 5 stars An owl for the lonely\n"
        "Reviewed in the United States on January 22, 2015\nFormat: DVDVerified Purchase",
        "14 people found this helpful\nHelpful\nReport",
        "An owl for the lonely",
        "Margaret",
        When(2015, 1, 22),
    ),
    "a diary of films": Page(
        "Letterboxd — Your life in film\nSign in\nCreate account\nFilms\nLists\nMembers\nJournal\n"
        "Poster for Her\nmika's review published on Letterboxd:\n\nHer 2013\n★★★★½\n"
        "Watched 14 Feb 2014",
        "Block or Report\n312 likes\nLike review?\n4 Comments\nPlease sign in to leave a comment.",
        "Her 2013",
        "mika",
        When(2014, 2, 14),
    ),
    "a journal whose name is written like a user's": Page(
        "celluloid_jam\nJanuary 27th, 2014, 11:14 pm\nFilm review: Her\n"
        "Current Mood: contemplative",
        "Tags: film, reviews\nLeave a comment",
        "Film review: Her",
        "celluloid_jam",
        When(2014, 1, 27),
    ),
    "a letter to subscribers": Page(
        "View this email in your browser\nTHE MATINEE\nIssue 44 · 14 February 2024\n\n"
        "HER, TEN YEARS LATER\nby Olive Tremaine",
        "You are receiving this email because you signed up at matinee.example.\n"
        "Unsubscribe | Update your preferences",
        "HER, TEN YEARS LATER",
        "Olive Tremaine",
        When(2024, 2, 14),
    ),
    "a dot between the name and the day": Page(
        "Film of the Future: Spike Jonze's “Her”\nAdam Cooke\n•\n18 DEC 2013",
        "TAGS\nReviews",
        "Film of the Future: Spike Jonze's “Her”",
        "Adam Cooke",
        When(2013, 12, 18),
    ),
    "a date before its user": Page(
        "Reel Thoughts\nMovies, mostly\nMenu Skip to content\nHome\nAbout\nArchive\nHer\n"
        "January 16, 2014 by reelthoughts",
        "Rating: 4.5/5\nShare this:\nTwitter\nFacebook\nLike Loading...",
        "Her",
        "reelthoughts",
        When(2014, 1, 16),
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_copied_page_leaves_the_review_and_its_facts(page: Page) -> None:
    review = copied(page.top, page.bottom)
    assert (review.title, review.author, review.date) == (page.title, page.author, page.date)
    assert set(plain(review)) - set(PROSE) <= {"The Quiet Screen"}
    assert plain(review)[-2:] == PROSE


TITLES = [
    "Her – review",
    "Film Review: ‘Her’",
    "Edelman on Her: A Tender Comedy",
    "HER: LOVE AND OTHER SYSTEMS",
    "Spike Jonze’s Her, again",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_line_that_names_the_work_is_rather_the_title_than_one_above_it(title: str) -> None:
    top = f"Sign in\nMenu\nThe Evening Lamp\n{title}\nBy Ada Lind"
    assert copied(top).title == title
    assert copied(top, known=Circumstances()).title == "The Evening Lamp"


@pytest.mark.parametrize(
    "below",
    [
        "Notes on Spike Jonze's Her, ten years on",  # a subtitle
        "Her\nRated R",  # the first of the facts on the film
        "Hers and mine",
        "What she said to her",
    ],
)
def test_a_line_on_the_work_below_a_longer_title_takes_nothing_from_it(below: str) -> None:
    top = f"Sign in\nMenu\nThe Man Who Loved a Lamp\n{below}\nBy Ada Lind"
    assert copied(top).title == "The Man Who Loved a Lamp"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Robbie Colthurst, Film Critic", "Robbie Colthurst"),
        ("By David Edelman, New York magazine's film critic", "David Edelman"),
        ("Words: Kirsty Allardyce", "Kirsty Allardyce"),
        ("Published 13 years ago on October 11, 2013 By R. Kurt Osenfeld", "R. Kurt Osenfeld"),
        ("Profile Image for Petra.", "Petra"),
        ("u/quiet_reel avatar", "quiet_reel"),
        ("harborlight12 January 2014", "harborlight"),
        ("moviefan1312 January 2014", "moviefan13"),
        ("8/10\nharborlight\n12 January 2014", "harborlight"),
        ("Hélène Dupré\nMadrid - 21 FEB 2014 - 09:00 CET", "Hélène Dupré"),
    ],
)
def test_who_signs_is_read_whatever_stands_beside_the_name(line: str, author: str) -> None:
    review = copied(f"Her, again\n{line}")
    assert (review.title, review.author) == ("Her, again", author)
    assert plain(review)[-2:] == PROSE
    assert not any(author in words for words in plain(review))


@pytest.mark.parametrize(
    "line",
    [
        "January 10, 2014 by Warner Bros. Pictures",
        "Amy Adams, game designer",
        "Words: 1,200",
        "news 12 January 2014",
        "essay\n12 January 2014",
        "reviews\n12 January 2014",
    ],
)
def test_nobody_signs_who_only_shows_the_film_or_plays_in_it(line: str) -> None:
    assert copied(f"Her, again\n{line}\nMay 3, 2014").author == ""


@pytest.mark.parametrize(
    "note",
    [
        "Quill Harrow is a critic in Leeds.",
        "Quill Harrow's writing has also appeared in The Lantern.",
        "Quill Harrow teaches film, and tweets @harrow.",
    ],
)
def test_the_words_on_the_author_say_who_it_is(note: str) -> None:
    review = copied("Her, again", note)
    assert (review.author, review.origins.author) == ("Quill Harrow", "the words on the author")
    assert plain(review) == PROSE
    assert review.aside[-1].kind is AsideKind.RELATED


@pytest.mark.parametrize(
    "last",
    [
        "Quill Harrow is a painter in Leeds.",  # who may be anybody in a film
        "Catherine Klausen is a writer of some note.",  # of whom the review speaks
        "Spike Jonze is a critic of all this.",
    ],
)
def test_a_last_line_on_somebody_else_is_the_reviews_own(last: str) -> None:
    review = copied("Her, again", last)
    assert (review.author, plain(review)) == ("", [*PROSE, last])


def test_the_day_on_which_a_film_comes_out_is_not_that_of_the_review() -> None:
    facts = "Release Date:\n14 Feb 2014\nRunning Time:\n126 minutes"
    assert copied(f"Her, again\nBy Ada Lind\n{facts}").date is None
    review = copied(f"Her, again\nPublished on 24 02 2014\n{facts}")
    assert review.date == When(2014, 2, 24)


@pytest.mark.parametrize(
    "line",
    [
        "This article originally appeared in the December 16, 2013 issue of The Lantern.",
        "If you enjoyed this, forward it to a friend.",
        "Please sign up to add a new comment.",
        "RELATED TOPICS:Amy AdamsHerSpike Jonze",
        "More:Joaquin PhoenixMoviesSpike Jonze",
        "Licence this content",
    ],
)
def test_what_a_site_puts_below_a_review_is_set_aside(line: str) -> None:
    assert plain(copied("Her, again\nBy Ada Lind", line)) == PROSE


def test_two_lines_that_lead_elsewhere_within_the_text_are_set_aside_with_their_heading() -> None:
    card = "Related Content\nWhere to stream it all\nThe ten best voices"
    review = copied(f"Her, again\nBy Ada Lind\n\n{TWO}\n\n{card}")
    assert plain(review) == [TWO.strip(), ONE.strip()]


def test_a_user_below_another_review_on_the_page_does_not_sign_this_one() -> None:
    below = (
        "harborlight\nJan 12, 2014\nPermalink\n7/10\ntoo long\nNot for me.\ntony_22\nMar 3, 2015"
    )
    assert copied("9/10\nThe loneliest comfort", below).author == ""


def test_the_day_beside_a_user_is_read_though_no_blank_stands_between() -> None:
    assert copied("Her, again\nharborlight12 January 2014").date == When(2014, 1, 12)


def test_the_office_of_a_paper_signs_nothing_where_somebody_does() -> None:
    page = (
        '<html><head><title>Her, again</title><meta name="author" content="Nordblatt Redaktion">'
        f"</head><body><h1>Her, again</h1><p>Von Friederike Abel</p><p>{ONE}</p></body></html>"
    )
    assert read_import(Source("page.html", data=page.encode())).author == "Friederike Abel"


def test_a_title_that_holds_a_dash_is_found_before_the_name_of_its_forum() -> None:
    title = "Her (2013) - spoilers within!"
    page = (
        f"<html><head><title>{title} - The Booth Forums</title></head><body>"
        f"<div>{title}</div><p>{ONE}</p></body></html>"
    )
    review = read_import(Source("thread.html", data=page.encode()))
    assert (review.title, plain(review)) == (title, PROSE[:1])


def test_what_a_forum_puts_below_each_post_of_a_user_is_set_aside() -> None:
    user = "<div>owl_watcher</div><div>Join Date: May 2009</div><div>Posts: 1,204</div>"
    below = "<div>__________________</div><div>Currently watching: owls, in order.</div>"
    page = f"<html><body><h1>Her, again</h1>{user}<p>{ONE}</p><p>{TWO}</p>{below}</body></html>"
    assert plain(read_import(Source("thread.html", data=page.encode()))) == PROSE


def test_a_heading_that_names_the_work_is_rather_the_title_than_the_name_of_the_page() -> None:
    page = f"<html><head><title>small hours</title></head><body><h2>On Her</h2><p>{ONE}</p>"
    review = read_import(Source("post.html", data=page.encode()), circumstances=HER)
    assert (review.title, plain(review)) == ("On Her", PROSE[:1])


def test_who_is_named_on_the_card_of_a_page_is_its_author() -> None:
    page = (
        '<html><head><title>Her, again</title><meta name="twitter:label1" content="Written by">'
        f'<meta name="twitter:data1" content="Dana Ellery"></head><body><p>{ONE}</p>'
    )
    assert read_import(Source("post.html", data=page.encode())).author == "Dana Ellery"
    timed = page.replace("Written by", "Est. reading time")
    assert read_import(Source("post.html", data=timed.encode())).author == ""


def test_a_name_in_a_network_is_no_part_of_the_authors() -> None:
    review = copied("Her, again\nRuth Sorley@rsorley·Dec 18, 2023")
    assert (review.author, review.date) == ("Ruth Sorley", When(2023, 12, 18))
    assert plain(review) == PROSE


@pytest.mark.parametrize(
    "below",
    ["On Her, ten years later\nBy Ada Lind", "By Ada Lind\nOn Her, ten years later"],
)
def test_without_a_menu_above_it_the_first_line_is_the_title(below: str) -> None:
    review = copied(f"Say My Name, Then\n{below}")
    assert (review.title, review.author) == ("Say My Name, Then", "Ada Lind")

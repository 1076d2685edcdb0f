# ruff: noqa: RUF001 (quotes and dashes stand as they do in pages)
"""What real sites put around and into a review, each by itself."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
THREE = "The end is on a roof, where two people who have been left sit down beside each other. " * 4


def page(*body: str, head: str = "") -> Imported:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(body)}</body></html>"
    return read_import(Source("saved_page.html", data=html.encode()))


def p(words: str) -> str:
    return f"<p>{words}</p>"


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def aside(review: Imported) -> dict[str, str]:
    return {part.block.plain: part.kind for part in review.aside}


PROSE = [ONE.strip(), TWO.strip(), THREE.strip()]


@pytest.mark.parametrize(
    ("between", "kind"),
    [
        (["<b>SEE ALSO:</b> <a href='#'>The trailer</a>"], AsideKind.RELATED),
        (["<a href='#'>Read more: the owls of Los Angeles</a>"], AsideKind.RELATED),
        (["Related: Ten films about owls"], AsideKind.RELATED),
        (["Lesen Sie auch: Zehn Filme über Eulen"], AsideKind.RELATED),
        (["You have 2 free articles left this month. Subscribe for more."], AsideKind.NOTICE),
        (["Small Hours is a reader-supported publication. Subscribe."], AsideKind.NOTICE),
        (["after newsletter promotion"], AsideKind.NOTICE),
        (["Press enter or click to view image in full size"], AsideKind.NAVIGATION),
        (["View image in fullscreen"], AsideKind.NAVIGATION),
        (
            ["<a href='#'>Spike Jonze: ‘I am old’</a>", "<a href='#'>Read more</a>"],
            AsideKind.RELATED,
        ),
        (["<blockquote><p><a href='#'>Ex Machina (2015)</a></p></blockquote>"], AsideKind.RELATED),
        (["You may also like: <a href='#'>Ten films about owls</a>"], AsideKind.RELATED),
        (["Continue reading the main story"], AsideKind.NOTICE),
        (["Wir verwenden Cookies, damit Sie zustimmen können."], AsideKind.NOTICE),
        (["Compartir en Facebook", "Copiar enlace"], AsideKind.SHARING),
        (
            [
                "Sign up to Film Weekly",
                "A front seat at all the news, every Friday",
                "Privacy Notice: Newsletters may contain info about charities and online ads.",
            ],
            AsideKind.NOTICE,
        ),
    ],
)
def test_what_a_site_puts_between_the_paragraphs_is_set_aside(
    between: list[str], kind: AsideKind
) -> None:
    review = page(p(ONE), *map(p, between), p(TWO))
    assert plain(review) == PROSE[:2]
    assert set(aside(review).values()) == {kind}


@pytest.mark.parametrize(
    "words",
    [
        "Sign up for heartbreak",
        "See also: Vertigo.",
        "He has two free articles of clothing left.",
        "Watch <a href='#'>Her</a>: it is short, and it is about you and about me as well.",
        "<a href='#'>The owl is the film</a>",
        "<blockquote><a href='#'>I have stopped reading his letters to me.</a></blockquote>",
        "Wir verwenden Cookies, sagt Samantha in der deutschen Fassung.",
    ],
)
def test_words_that_only_look_like_it_are_kept(words: str) -> None:
    assert len(page(p(ONE), p(words), p(TWO)).blocks) == 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This discussion is now closed for comments.", AsideKind.COMMENT),
        ("Like review 1,204 likes", AsideKind.SHARING),
        ("1.2K Followers", AsideKind.SHARING),
        ("Page last updated: 3 May 2009. Best viewed at 1024x768.", AsideKind.NAVIGATION),
        ("Last published 4 days ago", AsideKind.NAVIGATION),
        ("ada.lind@cinema.example", AsideKind.FOOTER),
        ("All contents © 2014 Harbour &amp; Vine.", AsideKind.FOOTER),
        ("Subscribe to: Post Comments (Atom)", AsideKind.FORM),
        ("Ready for more?", AsideKind.NOTICE),
        ("Published in Frames · 7 min read · May 3, 2019", AsideKind.BYLINE),
        ("Watched 04 Jul 2021", AsideKind.BYLINE),
    ],
)
def test_what_a_site_says_below_the_review_is_set_aside(line: str, kind: AsideKind) -> None:
    review = page(p(ONE), p(TWO), p(line))
    assert plain(review) == PROSE[:2]
    assert list(aside(review).values()) == [kind]


def test_a_caption_that_stands_again_without_its_credit_is_shown_once() -> None:
    words = "Theodore below the owl."
    review = page(p(f"{words} (Lantern Pictures)"), p(words), p(ONE), p(TWO))
    assert review.blocks[0].kind is BlockKind.CAPTION
    assert plain(review) == [f"{words} (Lantern Pictures)", *PROSE[:2]]
    assert aside(review) == {words: AsideKind.REPEATED}


def test_the_details_of_a_film_go_with_their_heading_and_its_title() -> None:
    lines = ("Movie details", "HER", "Rating: R for language", "Running length: 2:06")
    review = page(p(ONE), p(TWO), *map(p, lines))
    assert aside(review) == dict.fromkeys(lines, AsideKind.DETAILS)


def test_of_a_thread_the_first_post_is_the_review_and_the_others_are_comments() -> None:
    def post(user: str, title: str, words: str) -> str:
        profile = f"<dl class='postprofile'><dt>{user}</dt><dd>Posts: 77</dd></dl>"
        signed = f"<p class='author'>by {user} » Sat Jan 25, 2014 10:02 pm</p>"
        return f"<div class='post'>{profile}<h3>{title}</h3>{signed}{words}</div>"

    review = page(
        "<h1>The Booth</h1><h2 class='topic-title'>The Owl</h2>",
        post("owl_man", "The Owl", p(ONE) + p(TWO)),
        post("tom66", "Re: The Owl", p(THREE)),
    )
    assert (review.title, review.author, review.date) == ("The Owl", "owl_man", When(2014, 1, 25))
    assert plain(review) == PROSE[:2]
    assert aside(review)[THREE.strip()] is AsideKind.COMMENT


def test_a_few_words_on_the_author_are_no_part_of_the_review() -> None:
    note = "Ada Lind is a staff writer. Follow her on the usual sites."
    review = page(p("By Ada Lind"), p(ONE), p(TWO), p(note))
    assert aside(review)[note] is AsideKind.RELATED
    boxed = page(
        p("By Ada Lind"), p(ONE), p(TWO), "<h3>Published by Ada Lind</h3>", p(note), p("More")
    )
    assert plain(boxed) == PROSE[:2]


@pytest.mark.parametrize(
    "more",
    [
        "P.S. I have seen it again, and I take back what I wrote about Isabella.",
        "Update, 3 May: the letter is shorter than I had remembered.",
    ],
)
def test_what_an_author_adds_below_a_note_on_them_is_kept(more: str) -> None:
    note = "Ada Lind is a critic in Leeds."
    review = page(p("By Ada Lind"), p(ONE), p(TWO), p(note), p(more))
    assert plain(review) == [*PROSE[:2], more]
    assert aside(review)[note] is AsideKind.RELATED


def test_an_author_who_is_named_in_the_last_words_stays_there() -> None:
    words = "Ada Lind, the film's own critic, weeps."
    assert plain(page(p("By Ada Lind"), p(ONE), p(words)))[-1] == words
    words = "Ada Lind is what I was called that night."
    assert plain(page(p("By Ada Lind"), p(ONE), p(words), p(TWO))) == [
        ONE.strip(),
        words,
        TWO.strip(),
    ]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "The Back Row: The Owl",
            "<h1>The Back Row</h1><h3 class='post-title entry-title'>The Owl</h3>",
            "The Owl",
        ),
        (
            "The Standard :: Film :: The Owl",
            "<div>The Standard</div><div>The Owl</div><div>By Ada Lind</div>",
            "The Owl",
        ),
        ("The Owl (2013) - User reviews", "<h1>User reviews</h1>", "The Owl (2013) - User reviews"),
        ("Her – a love story", "<div>Lanterns</div>", "Her – a love story"),
        ("Movie Review - Her", "<h1>The Owl</h1>", "The Owl"),
        ("Print: The Owl", "<p>The Standard</p><h2>The Owl</h2>", "The Owl"),
        ("Her, again", "<h2>More films</h2>", "Her, again"),
    ],
)
def test_the_title_is_what_the_page_shows_above_its_text(head: str, body: str, title: str) -> None:
    review = page(body, p(ONE), p(TWO), head=f"<title>{head}</title>")
    assert review.title == title
    assert title not in plain(review)


def test_a_heading_that_names_the_site_is_not_the_title() -> None:
    head = "<title>voices - The Owl</title><meta property='og:title' content='The Owl'>"
    review = page("<h1>voices</h1><h2>The Owl</h2>", p(ONE), p(TWO), head=head)
    assert review.title == "The Owl"
    assert plain(review) == PROSE[:2]


@pytest.mark.parametrize(
    ("links", "author"),
    [
        ("<a href='/critics/ada-lind'>Ada Lind</a>", "Ada Lind"),
        ("<a href='/critics/ada'>Ada Lind</a> <a href='/critics/sam'>Sam Shepards</a>", ""),
        ("<a href='/critics/'>All critics</a>", ""),
    ],
)
def test_a_link_to_the_only_writer_names_the_author(links: str, author: str) -> None:
    assert page(f"<h1>The Owl</h1><div>{links}</div>", p(ONE)).author == author


def test_a_teasers_title_further_down_is_not_the_reviews() -> None:
    teaser = "<h2 class='entry-title'>The Claw</h2>"
    review = page("<h1>The Owl</h1>", p(ONE), teaser, p(TWO), head="<title>The Owl</title>")
    assert review.title == "The Owl"


def test_of_a_page_with_several_reviews_none_dates_or_signs_the_whole() -> None:
    review = page(
        "<h1>Two on an owl</h1>",
        p(ONE) + p(ONE + "!") + p(ONE + "?"),
        p("By Ada Lind, 11 January 2014"),
        p(TWO) + p(THREE),
        p("By Sam Shepards, 2 February 2014"),
    )
    assert (review.author, review.date) == ("", None)


def test_a_time_names_the_date_whatever_else_stands_beside_it() -> None:
    review = page("<div>ada (ada) wrote, <time>2014-02-02 23:11:00</time></div>", p(ONE))
    assert review.date == When(2014, 2, 2)


def test_an_address_below_a_short_text_is_its_source() -> None:
    review = page(p(ONE), p(TWO), p("URL: https://standard.example/her"))
    assert review.source == "https://standard.example/her"
    assert plain(review) == PROSE[:2]


def test_a_heading_above_what_leads_elsewhere_goes_with_it() -> None:
    links = "<ul><li><a href='#'>Owls in film, ranked</a></li></ul>"
    review = page(p(ONE), p(TWO), "<h2>Also in this house</h2>", links)
    assert set(aside(review)) == {"Also in this house", "Owls in film, ranked"}
    assert (
        plain(page(p(ONE), p(TWO), "<h2>The end</h2>", "<footer>© Ada</footer>"))[-1] == "The end"
    )


def test_dates_that_stand_side_by_side_are_told_apart() -> None:
    times = "<time>January 20, 2014</time><time>February 1, 2015</time>"
    review = page(f"<p>Posted on {times} by Ada Lind</p>", p(ONE))
    assert (review.author, review.date) == ("Ada Lind", When(2014, 1, 20))
    assert plain(review) == PROSE[:1]


def test_a_drop_cap_is_part_of_its_word() -> None:
    assert plain(page(f"<p><a>T</a>he owl. {ONE}</p>")) == [f"The owl. {ONE}".strip()]


def test_a_page_kept_by_singlefile_tells_its_address() -> None:
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://reel.example/her/ \n saved date: x -->"
    )
    html = f"<!DOCTYPE html> <html lang=en>{comment}<meta charset=utf-8><body><p>{ONE}</p>"
    assert read_import(Source("a.html", data=html.encode())).source == "https://reel.example/her/"


def test_metadata_that_turn_names_around_are_read_as_names() -> None:
    head = (
        '<meta name="citation_author" content="Lind, Ada">'
        '<meta name="citation_publication_date" content="2016/06">'
    )
    review = page("<h1>The Owl</h1>", p("Ada Lind"), p(ONE), head=head)
    assert (review.author, review.date) == ("Ada Lind", When(2016, 6))
    assert aside(review)["Ada Lind"] is AsideKind.BYLINE


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (
            "Par Ada Lind\nPublié le 19 mars 2014 à 10h32, mis à jour le 20 mars 2014",
            When(2014, 3, 19),
        ),
        ("von Ada Lind\nVeröffentlicht am 8. August 2014", When(2014, 8, 8)),
        ("by Ada Lind\nPublicado el 5 de mayo de 2014", When(2014, 5, 5)),
        ("by Ada Lind\n1er février 2014", When(2014, 2, 1)),
    ],
)
def test_dates_in_other_languages_are_read(lines: str, when: When) -> None:
    text = f"The Owl\n{lines}\n\n{ONE}\n"
    review = read_import(Source("owl.txt", data=text.encode()))
    assert (review.author, review.date) == ("Ada Lind", when)
    assert plain(review) == PROSE[:1]


@pytest.mark.parametrize(
    ("head", "author", "when"),
    [
        (
            "author:\n  - '[[Ada Lind]]'\npublished: 2014-03-04\ncreated: 2024-01-01",
            "Ada Lind",
            2014,
        ),
        (
            "author:\n- Ada Lind\n- Sam Shepards\ncreated: 2013-01-01",
            "Ada Lind, Sam Shepards",
            2013,
        ),
        (
            "author: '[[people/ada|Ada Lind]]'\nsource: https://a.example/b\ncreated: 2024",
            "Ada Lind",
            None,
        ),
    ],
)
def test_the_lists_above_a_note_are_read(head: str, author: str, when: int | None) -> None:
    text = f"---\n{head}\n---\n{ONE}\n"
    review = read_import(Source("owl.md", data=text.encode()))
    assert review.author == author
    assert (review.date.year if review.date else None) == when


def test_a_quotation_mark_that_lost_its_last_byte_is_mended() -> None:
    broken = "He says “yes” and “no” to her. ".encode().decode("cp1252", "replace")
    review = read_import(Source("owl.txt", data=(broken * 9).encode()))
    assert plain(review) == [("He says “yes” and “no” to her. " * 9).strip()]


def test_comments_that_say_who_said_them_are_no_part_of_the_shortest_review() -> None:
    short = (
        "I wept, and I have not stopped; but the alien child is funny, and so are the trousers, and"
        " I would see it again if they let me in."
    )
    when = "May 3, 2014 at 9:00 PM"
    said = [p(part) for user in ("ada", "bo") for part in (f"{user} said...", TWO, when)]
    review = page("<h1>The Owl</h1>", p(short), p("2 comments:"), *said, p("Post a Comment"))
    assert plain(review) == [short]


def test_of_a_thread_with_numbered_posts_the_first_is_the_review() -> None:
    box = [p("Senior Member"), p("Join Date: Mar 2009"), p("Posts: 1,877")]
    second = [p("01-26-2014, 08:40 AM"), p("#2"), p("bo77"), p("Posts: 12"), p(THREE)]
    review = page(p("01-25-2014, 10:02 PM"), p("#1"), p("sam"), *box, p(ONE), p(TWO), *second)
    assert plain(review)[-2:] == PROSE[:2]
    assert aside(review)[THREE.strip()] is AsideKind.COMMENT
    assert aside(review)["01-26-2014, 08:40 AM"] is AsideKind.COMMENT
    assert aside(review)["Join Date: Mar 2009"] is AsideKind.RELATED


def test_a_numbered_list_is_no_thread() -> None:
    review = page(p("#1"), p("The owl"), p(ONE), p("#2"), p("The surrogate"), p(TWO))
    assert PROSE[1] in plain(review)


def test_answers_below_a_search_for_comments_are_comments() -> None:
    tools = [p(word) for word in ("Upvote", "1.2k", "Downvote", "Share", "Sort by: Best")]
    review = page(p(ONE), p(TWO), *tools, p("Search Comments"), p("u/bo"), p("10y ago"), p(THREE))
    assert plain(review) == PROSE[:2]
    assert aside(review)[THREE.strip()] is AsideKind.COMMENT


def test_a_text_of_several_pages_is_read_as_one() -> None:
    def sheet(number: int, words: str) -> list[str]:
        head = [
            "<h2>The Owl and the Screen</h2>",
            p(f"By ADA LIND | May 3, 2014 | Page {number} of 3"),
        ]
        return [*head, p(words), p("1 | 2 | 3 | Next page » | Single page | Print")]

    review = page(*sheet(1, ONE), *sheet(2, TWO), *sheet(3, THREE))
    assert plain(review) == PROSE
    assert (review.title, review.author) == ("The Owl and the Screen", "ADA LIND")


def test_a_heading_of_the_text_that_comes_again_stays() -> None:
    parts = ["<h1>The Owl</h1>", "<h2>Night</h2>", p(ONE), "<h2>Night</h2>", p(TWO)]
    assert plain(page(*parts)).count("Night") == 2


def test_short_lines_above_each_other_are_not_joined_to_a_sentence() -> None:
    head = "<b>HER</b><br>reviewed by Hank Dobbs<br>January 12, 2014<br><br>"
    review = page(f"<td>{head}{ONE}<br><br>{TWO}</td>")
    assert plain(review) == PROSE[:2]
    assert (review.title, review.author) == ("HER", "Hank Dobbs")


def test_a_byline_does_not_run_into_the_words_behind_it() -> None:
    credit = "<span class='author'>BY ADA LIND</span> <span class='date'>May 3, 2014</span>"
    review = page(f"<div>{credit}<span class='txt'>{ONE}<br><br>{TWO}</span></div>")
    assert review.blocks[0].plain.endswith(f"2014 {PROSE[0]}")

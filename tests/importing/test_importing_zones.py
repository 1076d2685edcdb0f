"""Names in mark-up are believed only as far as the page bears them out."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
REVIEW = f"<p>{ONE}</p><p>A short one.</p><p>{TWO}</p>"


def imported(body: str) -> Imported:
    return read_import(Source("a.html", data=f"<html>{body}</html>".encode()))


@pytest.mark.parametrize(
    "page",
    [
        "<body class='comments sidebar'>{}",
        "<body><main class='related'>{}</main>",
        "<body><article class='post share promo'>{}</article>",
        "<body><div class='sidebar'><h1>The Owl</h1>{}</div>",
        "<body><header><h1>The Owl</h1>{}</header>",
        "<body><div class='widget'>{}</div>",
        "<body><footer>{}</footer><p>A line.</p>",
        "<body><div class='comments'>{}</div>",
        "<body><nav><div class='ad'>{}</div></nav>",
        "<body><aside>{}</aside>",
        "<body><form><div>{}</div></form>",
        "<body><div class='nav-menu-open has-sidebar no-comments share-enabled'>{}</div>",
        "<body><div style='display:none' hidden>{}</div>",
        "{}",
    ],
)
def test_the_review_is_kept_whatever_it_stands_in(page: str) -> None:
    plains = [block.plain for block in imported(page.format(REVIEW)).blocks]
    assert [plain for plain in plains if plain in (ONE.strip(), "A short one.", TWO.strip())] == [
        ONE.strip(),
        "A short one.",
        TWO.strip(),
    ]


def test_the_main_heading_shows_which_zone_holds_the_review() -> None:
    bio = (
        "<p>"
        + "She writes about films, mostly on trains, and has never finished a novel. " * 9
        + "</p>"
    )
    page = f"<body><div class='widget'><h1>The Owl</h1>{REVIEW}</div><div>{bio}{bio[:-9]}</p></div>"
    assert ONE.strip() in [block.plain for block in imported(page).blocks]


def test_a_review_in_two_zones_is_kept_from_both() -> None:
    bio = (
        "<footer><p>"
        + "She writes about films, mostly on trains, and never on boats. " * 5
        + "</p></footer>"
    )
    page = (
        f"<body><div class='widget'><p>{ONE}</p></div><div class='widget'><p>{TWO}</p></div>{bio}"
    )
    assert [block.plain for block in imported(page).blocks] == [ONE.strip(), TWO.strip()]


def test_a_review_of_which_each_paragraph_is_in_a_zone_of_one_name_is_kept_whole() -> None:
    blocks = "".join(f"<div class='widget'><p>{part} {ONE}</p></div>" for part in "ABCDE")
    review = imported(f"<body><h1>The Owl</h1>{blocks}")
    assert [block.plain[0] for block in review.blocks] == list("ABCDE")


@pytest.mark.parametrize("name", ["paywall", "subscription-content"])
def test_what_stands_behind_a_gate_is_kept_and_the_notice_before_it_is_not(name: str) -> None:
    page = f"<body><p>{ONE}</p><p>{TWO}</p><div class='{name}'>{{}}</div>"
    inside = [f"A {TWO}".strip(), f"B {ONE}".strip()]
    review = imported(page.format("".join(f"<p>{plain}</p>" for plain in inside)))
    assert [block.plain for block in review.blocks] == [ONE.strip(), TWO.strip(), *inside]
    notice = (
        "You have read three reviews this month; the fourth is for those who pay for what we do,"
        " so subscribe today and read on."
    )
    gated = imported(page.format(f"<p>{notice}</p>"))
    assert [(entry.kind, entry.block.plain) for entry in gated.aside] == [
        (AsideKind.NOTICE, notice)
    ]


def test_a_teaser_that_leads_nowhere_begins_the_review() -> None:
    page = "<body><div class='teaser'><p>{}</p></div>" + f"<p>{TWO}</p><p>Then: {TWO}</p>"
    assert imported(page.format(ONE)).blocks[0].plain == ONE.strip()
    led = imported(page.format(f"{ONE} <a href='/more'>{TWO}</a>"))
    assert [entry.kind for entry in led.aside] == [AsideKind.RELATED]


@pytest.mark.parametrize(
    "part",
    [
        "<x-review><template shadowrootmode='open'>{}</template></x-review>",
        "<x-review><TEMPLATE class='a' shadowroot=open><div>{}</div></TEMPLATE></x-review>",
        "<noscript>{}</noscript>",
        "<iframe sandbox srcdoc=\"<html><body class='a>b'>{}</body></html>\" width=5></iframe>",
    ],
)
def test_what_a_page_shows_by_other_means_is_read(part: str) -> None:
    review = imported(f"<body><p>{TWO}</p>{part.format(f'<p>{ONE}</p>')}<p>Then: {TWO}</p>")
    assert [block.plain for block in review.blocks] == [
        TWO.strip(),
        ONE.strip(),
        f"Then: {TWO}".strip(),
    ]


def test_a_template_and_words_for_those_without_scripts_are_not_the_review() -> None:
    page = f"<body>{REVIEW}<template><p>{TWO} {{{{name}}}}</p></template>"
    review = imported(f"{page}<noscript>Please turn JavaScript on to see the comments.</noscript>")
    assert [block.plain for block in review.blocks] == [ONE.strip(), "A short one.", TWO.strip()]
    assert [entry.kind for entry in review.aside] == [AsideKind.NOTICE]


def test_what_a_frame_says_beside_the_review_is_set_aside_not_lost() -> None:
    page = f"<body>{REVIEW}<IFRAME srcdoc='&lt;p&gt;Buy &amp;amp; save!&lt;/p&gt;'></IFRAME>"
    review = imported(page)
    assert [block.plain for block in review.blocks] == [ONE.strip(), "A short one.", TWO.strip()]
    assert [entry.block.plain for entry in review.aside] == ["Buy & save!"]


def test_the_list_below_the_number_of_comments_is_set_aside() -> None:
    said = f"<li><a>kerbside</a> <p>the trousers!</p></li><li><p>{ONE}</p></li>"
    page = (
        f"<body>{REVIEW}<section><h3>1,042 Comments</h3><ul>{said}</ul></section><p>So: {TWO}</p>"
    )
    review = imported(page)
    assert [block.plain for block in review.blocks][-2:] == [TWO.strip(), f"So: {TWO}".strip()]
    assert {entry.kind for entry in review.aside} == {AsideKind.COMMENT}
    assert "the trousers!" in {entry.block.plain for entry in review.aside}


def test_what_a_frame_tells_of_itself_is_not_told_of_the_page() -> None:
    head = (
        "<title>Win a car</title><meta property='og:title' content='Win'>"
        "<meta name='author' content='Cara Vend'>"
        "<script type='application/ld+json'>{&quot;@type&quot;: &quot;Article&quot;,"
        " &quot;author&quot;: &quot;Cara Vend&quot;, &quot;datePublished&quot;:"
        " &quot;2012-01-01&quot;}</script>"
    )
    review = imported(f'<body><h1>The Owl</h1>{REVIEW}<iframe srcdoc="{head}<p>Win!</p>"></iframe>')
    assert (review.title, review.author, review.date) == ("The Owl", "", None)
    assert [entry.block.plain for entry in review.aside if entry.kind is AsideKind.RELATED] == [
        "Win!"
    ]


def test_how_many_liked_and_shared_a_post_is_no_part_of_it() -> None:
    counts = "<div><a>41</a><a>12</a><a>5</a></div>"
    review = imported(f"<body><h1>The Owl</h1>{counts}{REVIEW}")
    assert [block.plain for block in review.blocks] == [ONE.strip(), "A short one.", TWO.strip()]


def test_many_comments_do_not_outweigh_the_main_part_of_a_page() -> None:
    comments = "".join(f"<li><p>{number} {ONE}</p></li>" for number in range(9))
    page = (
        f"<body><main class='related'>{REVIEW}</main><ol class='comments'>{comments}</ol>{ONE}{TWO}"
    )
    assert TWO.strip() in [block.plain for block in imported(page).blocks]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<nav><p>{}</p></nav>", AsideKind.NAVIGATION),
        ("<footer><p>{}</p></footer>", AsideKind.FOOTER),
        ("<div id='comments'><p>{}</p></div>", AsideKind.COMMENT),
        ("<div id='comments'><footer><p>{}</p></footer></div>", AsideKind.COMMENT),
        ("<ol class='commentlist'><li>{}</li></ol>", AsideKind.COMMENT),
        ("<section class='post-comments-area'><p>{}</p></section>", AsideKind.COMMENT),
        ("<div class='relatedPosts'><p>{}</p></div>", AsideKind.RELATED),
        ("<div class='site-footer'><p>{}</p></div>", AsideKind.FOOTER),
        ("<div role='contentinfo'>{}</div>", AsideKind.FOOTER),
        ("<div class='newsletter-signup'>{}</div>", AsideKind.NOTICE),
        ("<div id='cookie-notice'>{}</div>", AsideKind.NOTICE),
        ("<div class='social-share-buttons'>{}</div>", AsideKind.SHARING),
        ("<div role='dialog'>{}</div>", AsideKind.NOTICE),
        ("<div class='gmail_quote gmail_quote_container'>{}</div>", AsideKind.COMMENT),
        ("<div class='moz-signature'>{}</div>", AsideKind.FOOTER),
    ],
)
def test_a_zone_that_is_named_for_what_it_is_is_set_aside(html: str, kind: AsideKind) -> None:
    words = (
        "Something long enough to be taken for prose, were it not for the place it stands in. " * 2
    )
    review = imported(f"<body><article>{REVIEW}</article>{html.format(words)}")
    assert [(entry.kind, entry.block.plain) for entry in review.aside] == [(kind, words.strip())]


def test_a_word_in_a_link_with_such_a_name_stays_in_its_sentence() -> None:
    link = "<a class='related nav' href='#'>the owl</a> <span class='share'>fall</span>"
    page = f"<body><p>{ONE} See {link}.</p>"
    (block,) = imported(page).blocks
    assert block.plain == f"{ONE} See the owl fall.".replace("  ", " ")

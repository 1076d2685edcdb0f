# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""What a critic says in words that sites use as well stays in the review."""

import pytest
from cpu_time import within
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
PROSE = [ONE.strip(), TWO.strip()]
COOKIES = (
    "We click away the cookies, we accept the terms, and we let the thing in. That is how he falls "
    "in love, and it is how all of us do: without reading. The film is about the settings that "
    "nobody ever opens, and about what happens when somebody opens them for you at last."
)


def text(*lines: str) -> Imported:
    return read_import(Source("her.txt", data="\n\n".join(lines).encode()))


def page(*body: str) -> Imported:
    html = f"<html><body><h1>The Owl</h1><article>{''.join(body)}</article></body></html>"
    return read_import(Source("her.html", data=html.encode()))


def p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def kinds(review: Imported) -> dict[str, BlockKind]:
    return {block.plain: block.kind for block in review.blocks}


def aside(review: Imported) -> dict[str, str]:
    return {part.block.plain: part.kind for part in review.aside}


def assert_kept_anywhere(*lines: str) -> None:
    head = ("Talking to Nobody", "by Ada Lind, 12 January 2014")
    for put in ((ONE, *lines, TWO), (*lines, ONE, TWO), (ONE, TWO, *lines)):
        for review in (text(*head, *put), page(p(*put))):
            assert set(lines) <= {*plain(review)}
            assert BlockKind.CAPTION not in kinds(review).values()


@pytest.mark.parametrize(
    "line",
    [
        "This is a love story powered by loneliness.",
        "She is powered by other people’s letters, he says. And he is right. It hurts.",
        "We all accept cookies without reading them, and Theodore accepts Samantha so.",
        COOKIES,
        *("Skip the trailer.", "Skip the sequel!", "Skip to the end.", "Back to top form."),
        *("Share this with somebody you have lost.", "Send it to your ex.", "Love this."),
        *("See more of this.", "Read more by living.", "Home.", "Next.", "Loading."),
        *("Theme: loneliness, as told by a telephone.", "Designed by Jonze to hurt."),
        *("Sign up for the heartbreak, stay for the trousers.", "Support us, says every tree."),
        *("Enter your name, says the machine.", "Please log in to view your feelings."),
        *("Posted in a bottle.", "Filed under love.", "Tags: none would fit it."),
        *("Related: I have never owned a telephone.", "Find him on Facebook, and you pass on."),
        *("Unsubscribe from everything else.", "All rights reserved, all wrongs allowed."),
        *("Copyright 2013, and yet it could be 2040.", "© the human heart, 2013."),
        "If you buy one ticket this year, you get more than commission: you get a heart.",
        *("Was this review helpful? No, I fear.", "This story is 40 years old."),
        *("We liked this.", "Get tickets.", "Expand the discussion.", "Best viewed in the dark."),
        *("« Je suis ailleurs »", "Comme elle le dit : « je t’aime »"),
    ],
)
def test_a_sentence_that_begins_or_ends_like_a_line_of_a_page_stays(line: str) -> None:
    assert_kept_anywhere(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sunday night, on the sofa, 126 minutes, no interruptions.",
        "I came alone, I stayed to the end, 2 hours, and I wept.",
        *("126 minutes.", "Rated R for loneliness."),
    ],
)
def test_a_sentence_with_a_length_in_it_is_no_detail(line: str) -> None:
    assert_kept_anywhere(line)


@pytest.mark.parametrize(
    "lines",
    [
        ("Script: a marvel of tact.", "Music: Arcade Fire at their quietest.", "Sound: all."),
        ("Cast: superb, all of them.", "Script: the best that he has written.", "Music: mine."),
        ("Running time: 126 minutes, ten too many.", "Music: 2013 all over again."),
        ("Genre: love.", "Year: ours.", "Language: English, mostly silence."),
        ("Where to watch: in the dark.", "Availability: everywhere, like her."),
        ("Buch: klug.", "Regie: Man merkt sie nicht, und das ist das größte Lob."),
        ("Joined: at the hip.", "Posts: none."),
    ],
)
def test_what_a_critic_thinks_of_the_parts_of_a_film_is_no_detail(lines: tuple[str, ...]) -> None:
    assert_kept_anywhere(*lines)


def test_an_opinion_below_the_name_of_a_part_is_no_detail() -> None:
    lines = ("Script", "A marvel of tact.", "Sound", "Everything.")
    assert set(lines) <= {*plain(text(ONE, *lines, TWO))}
    terms = "<dl><dt>Script</dt><dd>Tender, if long.</dd><dt>Music</dt><dd>Mine.</dd></dl>"
    assert plain(page(p(ONE, TWO), terms))[2:] == ["Script: Tender, if long.", "Music: Mine."]


def test_facts_on_the_film_beside_each_other_are_details_still() -> None:
    facts = [
        *("Director: Sam Jones", "Cast: Joaquin Reeve (Theodore), Amy Adler and Ada Johns."),
        *("Genre: drama, romance", "Where to watch: on Lantern+", "Running time: 126 minutes."),
    ]
    assert aside(text(ONE, TWO, *facts)) == dict.fromkeys(facts, AsideKind.DETAILS)


@pytest.mark.parametrize(
    "lines",
    [
        ("5 thoughts on the ending", "She is kind.", "He is kind."),
        ("3 thoughts", "It was 10:30 one night."),
        ("What do you think?", "Ten years ago I would have laughed at him."),
        ("What do you think?", "He asks her at 10:30 one night, and she is silent."),
        ("Comments", "He says: “I am sorry.”"),
        ("Comments", "He says at 10:30 that he is tired"),
        ("Re: the ending", "It is on a roof."),
    ],
)
def test_a_subheading_like_that_of_comments_does_not_take_the_rest_of_the_review(
    lines: tuple[str, ...],
) -> None:
    assert plain(text(ONE, *lines, TWO)) == [PROSE[0], *lines, PROSE[1]]
    assert PROSE[1] in plain(page(p(ONE), f"<h2>{lines[0]}</h2>", p(*lines[1:], TWO)))


@pytest.mark.parametrize(
    "sign",
    [
        *("Sam says: 3 May 2014", "tom66 said...", "3 years ago", "Sam · 2 days ago"),
        *("May 3, 2014 at 10:14 p.m.", "Posted by: tom66", "Mar 5, 2023"),
    ],
)
def test_comments_are_known_by_who_signs_them_and_when(sign: str) -> None:
    review = text(ONE, TWO, "2 Comments", sign, "So do I.", sign, "I do not.")
    assert plain(review) == PROSE
    assert set(aside(review).values()) == {AsideKind.COMMENT}


def test_the_last_lines_of_an_open_kind_go_with_the_tools_around_them() -> None:
    tools = ("Share this:", "Subscribe to our little house of lanterns.", "Leave a comment")
    assert plain(text(ONE, TWO, *tools)) == PROSE


@pytest.mark.parametrize(
    "lines",
    [
        ("And then she laughs.", "He stops.", "And then she laughs."),
        ("“I love you, Theodore.”", "She means it.", "“I love you, Theodore.”"),
        ("Nobody is there.", "Nobody is there."),
        ("Theodore Twombly", "I love you.", "Theodore Twombly"),
    ],
)
def test_a_refrain_stays_and_is_no_caption(lines: tuple[str, ...]) -> None:
    for review in (text(ONE, *lines, TWO), page(p(ONE, *lines, TWO))):
        assert plain(review) == [PROSE[0], *lines, PROSE[1]]
        assert BlockKind.CAPTION not in kinds(review).values()


def test_words_of_the_film_that_the_text_has_in_quotation_marks_were_not_pulled_out_of_it() -> None:
    quoted = "The past is just a story we tell ourselves."
    said = f"“{quoted[:-1]},” says Samantha, and Theodore looks out of the window at the past. " * 2
    block = f"<blockquote>{quoted}</blockquote>"
    assert plain(page(p(ONE), block, p(said)))[1] == quoted
    pulled = page(p(ONE), block, p(f"{TWO} {quoted}"))
    assert aside(pulled)[quoted] is AsideKind.REPEATED


@pytest.mark.parametrize(
    "line",
    [
        "I saw it with Anna (still my best friend).",
        "It is a lovely picture: warm, slow and sad.",
        "To his credit: he never laughs at him.",
        "All of this light comes courtesy of Hoyte van Hoytema.",
        *("Still: I cried.", "Photo by photo, the marriage comes back."),
    ],
)
def test_a_sentence_with_a_word_for_pictures_is_no_caption(line: str) -> None:
    assert_kept_anywhere(line)


@pytest.mark.parametrize(
    "line",
    [
        *("Photo by Sam Ruiz", "Image: Lantern Pictures", "Theodore, falling. (Credit: S. Ruiz)"),
        *("The owl, in a still from The Owl (courtesy of Lantern)", "Picture courtesy of Lantern"),
    ],
)
def test_a_line_with_the_name_of_whose_picture_it_is_is_a_caption(line: str) -> None:
    assert kinds(text(ONE, line, TWO))[line] is BlockKind.CAPTION


@pytest.mark.parametrize(
    "body",
    [
        "<section class='discussion'><h2>Discussion</h2>{}</section>",
        "<div class='section toc-section'><h2>One</h2>{}</div>",
        "<div class='content-social'>{}</div>",
        "<div class='legal'>{}</div>",
        "<footer class='entry-footer'>{}</footer>",
    ],
)
def test_a_part_of_the_review_with_a_name_of_many_meanings_is_kept(body: str) -> None:
    review = page(p(ONE, TWO), body.format(p(TWO.replace("soup", "roof"))))
    assert TWO.replace("soup", "roof").strip() in plain(review)
    assert not {"One", "Discussion"}.intersection(aside(review))


def test_comments_are_the_pages_though_the_page_calls_them_a_discussion() -> None:
    said = p("tom66 says:", ONE.replace("owl", "kerb"))
    review = page(p(ONE, TWO), f"<div id='discussion'>{said}</div>")
    assert plain(review) == PROSE


def test_what_a_critic_quotes_in_a_mail_stays() -> None:
    quoted = "<blockquote class='gmail_quote'><p>I could not stop crying.</p></blockquote>"
    assert "I could not stop crying." in plain(page(p(ONE, "My sister wrote:"), quoted, p(TWO)))


def test_a_list_below_the_text_is_no_menu_unless_all_of_it_is() -> None:
    items = ["The kerb", "Science", "Music", "Home"]
    entries = "".join(f"<li>{item}</li>" for item in items)
    assert plain(page(p(ONE, TWO), f"<ul>{entries}</ul>"))[2:] == items
    menu = "".join(f"<li>{item}</li>" for item in items[1:])
    assert plain(page(p(ONE, TWO), f"<ul>{menu}</ul>")) == PROSE


@pytest.mark.parametrize("heading", ["Recommended", "More on the owl", "Read next", "Archive"])
def test_a_list_of_the_critics_own_is_not_what_a_page_leads_to(heading: str) -> None:
    lines = [heading, "For lovers", "For widowers", "For owls"]
    assert plain(text(ONE, *lines, TWO))[1:5] == lines
    assert plain(page(p(ONE), f"<h3>{heading}</h3>", p(*lines[1:], TWO)))[1:5] == lines


def test_all_questions_of_an_interview_are_alike_however_long_the_answers() -> None:
    turns = ["Q: Is it science fiction?", "A: Barely.", "Q: Is it a love story?", f"A: {ONE}"]
    found = kinds(text("Ten Questions", "by Ada Lind", *turns, TWO))
    assert found[turns[0]] is found[turns[2]] is BlockKind.PARAGRAPH


def test_what_is_said_between_guillemets_is_a_quotation() -> None:
    said = "« Comment trouves-tu le monde ? »"
    found = kinds(text("Elle et lui", "Par Ada Lind, le 19 mars 2014", said, ONE, TWO))
    assert found[said] is BlockKind.QUOTATION


def test_many_headings_of_comments_are_read_in_fair_time() -> None:
    lines = (ONE, *["1 comment"] * 30_000, TWO)
    with within(10):
        text(*lines)

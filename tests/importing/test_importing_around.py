"""What stands around a review that was selected on a page with all else, and pasted."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
PROSE = [ONE.strip(), TWO.strip()]
MENU = ("Skip to content", "Home", "Film", "Contact")
TOOLS = ("Share this:", "Facebook", "Leave a comment")


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n".join(lines).encode()))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def kinds(review: Imported) -> dict[str, BlockKind]:
    return {block.plain: block.kind for block in review.blocks}


def aside(review: Imported) -> dict[str, str]:
    return {part.block.plain: part.kind for part in review.aside}


def test_short_lines_of_a_page_stay_apart_though_they_begin_in_small_letters() -> None:
    review = text("The Owl", "Log in", "jump to content", "", ONE, "", TWO, "", "flag", "see all")
    assert plain(review) == PROSE
    assert aside(review)["flag"] is aside(review)["see all"] is AsideKind.NAVIGATION


def test_a_narrow_column_is_still_joined() -> None:
    lines = [
        "He sits down because he is",
        "tired, and an owl that has",
        "been falling all the time",
        "is",
    ]
    assert plain(text(*lines)) == [" ".join(lines)]


WITH = (
    "WITH: Joaquin Reeve (Theodore), Amy Adler (Amy), Rooney Marsh (Catherine), Olivia Wild (Eve), "
    "Chris Prior (Paul) and Ada Johns (the voice of Samantha)."
)
MADE_BY = (
    "Written and directed by S. Jones; director of photography, Hoyt Holm; edited by Eric Zum; "
    "music by Owl Fire; released by Lantern Pictures. Running time: 2 hours 6 minutes."
)
IN_A_ROW = (
    "Cast: Joaquin Reeve, Amy Adler, Rooney Marsh Director: S. Jones Distributor: Lantern "
    "Running Time: 126 min Rating: R Year: 2013 Buy: Video, Soundtrack"
)
STORY = (
    "Written and directed by S. Jones, it is the story of a man who has forgotten how to write to "
    "anybody but strangers, and who falls in love with a voice in his pocket."
)
THOUGHT = (
    "With: that is the whole of it, to be with somebody and not to mind that there is nobody there "
    "to be with, as long as the voice goes on and the evening does not end."
)


@pytest.mark.parametrize(
    "line",
    [
        *(WITH, MADE_BY, IN_A_ROW),
        "“The Owl” is rated R (Under 17 requires an accompanying adult). Strong language.",
        "Directed by Sam Jones. Starring Joaquin Reeve, Amy Adler. 15A cert, 126 mins",
        "Dir: Sam Jones. UK. 2013. 126mins",
    ],
)
def test_a_paragraph_of_nothing_but_credits_is_a_detail(line: str) -> None:
    review = text(ONE, "", TWO, "", line)
    assert plain(review) == PROSE
    assert aside(review) == {line: AsideKind.DETAILS}


@pytest.mark.parametrize(
    "line", [STORY, THOUGHT, "“The Owl” is rated far too highly.", "Production: lavish."]
)
def test_a_sentence_on_who_made_a_film_is_none(line: str) -> None:
    assert plain(text(ONE, "", TWO, "", line))[-1] == line


def test_short_facts_go_with_those_that_say_what_they_are() -> None:
    facts = ["Drama, Romance", "R", "2013", "2h 6m"]
    cast = ["Cast", "Joaquin Reeve as Theodore", "Amy Adler (Amy)", "Editors: Eric Zum", "1.85:1"]
    review = text("The Owl", "", *facts, "", ONE, "", TWO, "", *cast)
    assert plain(review) == PROSE
    assert {aside(review)[fact] for fact in (*facts, *cast)} == {AsideKind.DETAILS}


def test_a_year_or_a_letter_beside_no_fact_stays() -> None:
    assert plain(text(ONE, "", "2013", "", TWO, "", "R"))[1::2] == ["2013", "R"]


@pytest.mark.parametrize(
    "rating",
    [
        *("★★★½", "★★★★☆", "4/5", "9/10", "Grade: A-", "B+", "4.5 out of 5", "Rating: 3 out of 4"),
        *("Score: ★★★", "*** out of ****", "Rating (0 to 10): 8", "Three and a half stars"),
        *("My rating: 8.5/10", "Overall: 4/5", "4 stars"),
    ],
)
def test_how_many_stars_there_are_is_a_detail_above_and_below_the_text(rating: str) -> None:
    assert aside(text("The Owl", "", rating, "", ONE, "", TWO))[rating] is AsideKind.DETAILS
    assert aside(text(ONE, "", TWO, "", rating)) == {rating: AsideKind.DETAILS}


@pytest.mark.parametrize("line", ["9 out of 10, and I wept.", "Four owls out of five.", "A star"])
def test_a_line_that_says_more_than_how_many_stars_stays(line: str) -> None:
    assert plain(text(ONE, "", TWO, "", line))[-1] == line


def test_the_stars_of_the_parts_of_a_review_stay_below_their_headings() -> None:
    parts = ["Film", "★★★★", ONE, "", "Sound", "★★", TWO, "", "Extras", "★", "- None."]
    review = text("The Owl on Disc", "By Ada Lind", "", *parts)
    assert [words for words in plain(review) if "★" in words] == ["★★★★", "★★", "★"]
    assert kinds(review)["Sound"] is kinds(review)["Extras"] is BlockKind.HEADING


@pytest.mark.parametrize(
    "words", ["“The heart is not a box that fills up.”", '"We are here briefly."']
)
def test_a_sentence_in_quotation_marks_above_prose_is_a_quotation(words: str) -> None:
    assert kinds(text(ONE, "", words, "", TWO))[words] is BlockKind.QUOTATION


def test_a_title_in_quotation_marks_is_none() -> None:
    assert text("“All the Lonely Owls”", "", ONE).title == "“All the Lonely Owls”"


def test_the_notes_of_an_essay_have_a_heading() -> None:
    review = text("The Owl", "", ONE, "", "Works Cited", "", "Lind, Ada. The Kerb. 2014.")
    assert kinds(review)["Works Cited"] is BlockKind.HEADING


@pytest.mark.parametrize(
    "line",
    ["Foto: Lantern Pictures", "An owl, falling.Credit...Sam Ruiz/Lantern", "Photo: Lantern"],
)
def test_a_line_on_whose_picture_it_is_is_a_caption_though_prose_follows(line: str) -> None:
    assert kinds(text("The Owl", "", line, "", ONE))[line] is BlockKind.CAPTION


def test_running_heads_of_copied_pages_are_set_aside_and_are_no_title() -> None:
    pages = ("FILM SHORE   53", "", "The Owl", "", ONE, "", "54    SUMMER 2014", "FILM SHORE  55")
    copied = "This content downloaded from 192.0.2.10 on Tue, 04 Mar 2014 10:11:12 AM"
    terms = "All use subject to the Terms of the Archive"
    review = text(*pages, "", TWO, "", "56    SUMMER 2014", copied, terms)
    assert (review.title, plain(review)) == ("The Owl", PROSE)


@pytest.mark.parametrize(
    "heads",
    [("Chapter 1", "Chapter 2"), ("Act Two 22", "Act Two 21"), ("His Letter 1", "His Letter 2")],
)
def test_numbered_parts_of_a_review_are_no_running_heads(heads: tuple[str, str]) -> None:
    first, second = heads
    review = text("The Owl", "", first, "", ONE, "", second, "", TWO)
    assert [words for words in plain(review) if words in heads] == list(heads)


def test_comments_below_a_short_review_are_known_by_their_number() -> None:
    short = "I saw it on a train, which goes to the sea, and I have thought of nothing else. " * 2
    said = ["2 Comments", "kerbside", "3 May 2014 at 10:14", "The trousers!", "Reply"]
    assert plain(text("The Owl", "", short, "", *said)) == [short.strip()]


def test_a_number_of_comments_above_most_of_the_text_sets_nothing_aside() -> None:
    motto = (
        "A man who writes letters for other people falls in love with a voice in his pocket. " * 2
    )
    review = text("The Owl", "", motto, "", "2 Comments", "3 May 2014 at 10:14", "", ONE, "", TWO)
    assert plain(review)[-2:] == PROSE


def test_a_reply_in_a_forum_is_known_by_who_posted_it_when() -> None:
    reply = ("Re: The Owl", "Post by tom » Mon Jan 13, 2014 8:10 am", "", "So do I.")
    review = text("The Owl", "", ONE, "", TWO, "", *reply)
    assert plain(review) == PROSE
    assert aside(review)["So do I."] is AsideKind.COMMENT


def test_labels_among_the_tools_at_the_end_of_a_page_are_the_pages() -> None:
    review = text(ONE, "", TWO, "", *TOOLS, "An owl stops the traffic", "Nine kerbs, ranked")
    assert plain(review) == PROSE


def test_labels_at_the_end_of_a_page_that_begins_with_a_menu_are_the_pages() -> None:
    labels = ["BOOK NOW", "Her (15)", "Mon 3 Mar 18:00", "Tue 4 Mar 20:30", "Site by Kerb"]
    review = text(*MENU, "The Owl", "By Ada Lind", "", ONE, "", TWO, "", *labels)
    assert plain(review) == PROSE
    assert plain(text("The Owl", "By Ada Lind", "", ONE, "", TWO, "", *labels))[2:] == labels


def test_sentences_and_their_headings_below_the_first_tool_stay() -> None:
    last = ["Verdict", "Go and see it.", "I wept."]
    review = text(ONE, "", TWO, "", *TOOLS, "", "Verdict", "", *last[1:], "", "Share", "Print")
    assert plain(review)[2:] == last


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Zum Inhalt springen",
            "Aller au contenu principal",
            "SKIP ADVERTISEMENT",
            "Lesezeit: 4 Min.",
        ),
        *("Share full article", "Anzeige", "View this email in your browser", "user avatar"),
        "This entry was posted in Film and tagged Owls. Bookmark the permalink.",
        "This page was last edited on 3 January 2026, at 10:22 (UTC).",
        "When you buy a ticket through our site, we earn an affiliate commission.",
        "By providing your information, you agree to our Terms of Use.",
    ],
)
def test_what_pages_say_of_themselves_between_paragraphs_is_set_aside(line: str) -> None:
    review = text(ONE, "", line, "", TWO)
    assert plain(review) == PROSE
    assert review.date is None


@pytest.mark.parametrize(
    "line",
    [
        *("← The year in soup", "#her #owls", "142 notes", "sorted by: best", "Buy tickets"),
        *("kerbside liked this", "1203 reads", "About the reviewer: Ada Lind", "TrackBack"),
    ],
)
def test_what_pages_say_of_themselves_below_the_text_is_set_aside(line: str) -> None:
    assert plain(text(ONE, "", TWO, "", line)) == PROSE

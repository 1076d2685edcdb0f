"""What others say around a review: comments, answers and further reviews are none of its words."""

import pytest
from single import read_import

from herreader.importing import AsideKind, Circumstances, Imported, Source
from herreader.model.room import When

SHORT = (
    "He sits down because he is tired, and an owl that is falling fills the whole screen above him."
)
ONE = f"{SHORT} It falls and falls, and nobody in the street looks up, and he does not either."
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier."
HER = Circumstances(work="Her")


def text(*lines: str) -> Imported:
    data = "\n".join(lines).encode()
    return read_import(Source("copied.txt", data=data), circumstances=HER)


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


COMMENTS = {
    "a newspaper's": [
        "Comments (2)",
        "filmbuff99",
        "14 Feb 2014 09.12",
        "Preposterous. The trousers alone cost it a star, and nobody mentions the roof.",
        "Reply",
        "kitty_m",
        "14 Feb 2014 10.40",
        "I cried on the bus after this one, because of the letter that he writes at the end.",
        "Reply  Share  Report",
    ],
    "a forum's": [
        "Upvote",
        "1.2K",
        "Downvote",
        "214",
        "Share",
        "Sort by:",
        "Best",
        "Add a comment",
        "u/grover_c avatar",
        "grover_c",
        "•",
        "10y ago",
        "Great post, but the roof is grief too.",
        "Reply",
    ],
    "a blog's": [
        "This entry was posted in Reviews by margaret. Bookmark the permalink.",
        "2 thoughts on “The owl and the kerb”",
        "",
        "Derek on February 17, 2014 at 8:02 am said:",
        "Couldn't disagree more. The cabin was the best of it, and the roof the second best.",
        "Reply ↓",
        "margaret on February 17, 2014 at 9:15 am said:",
        "You always did like snow.",
        "Reply ↓",
    ],
}


@pytest.mark.parametrize("comments", COMMENTS.values(), ids=COMMENTS)
def test_what_readers_say_below_even_a_short_text_is_set_aside(comments: list[str]) -> None:
    review = text("The owl and the kerb", "By Ada Lind", "", ONE, "", TWO, "", *comments)
    assert (review.title, review.author) == ("The owl and the kerb", "Ada Lind")
    assert plain(review) == [ONE, TWO]
    said = {aside.block.plain for aside in review.aside if aside.kind is AsideKind.COMMENT}
    assert any("roof" in words for words in said)


def test_who_posts_in_a_forum_is_the_author_and_who_answers_is_not() -> None:
    head = ["r/owls", "•", "10 yr. ago", "pale_king_88", "", "The owl and the kerb", ""]
    review = text(*head, ONE, "", *COMMENTS["a forum's"])
    assert (review.title, review.author) == ("The owl and the kerb", "pale_king_88")
    assert plain(review) == [ONE]


def test_of_a_page_of_reviews_the_first_is_read() -> None:
    head = ["Her (2013)", "User Reviews", "Hide Spoilers", "Filter by Rating: Show All", ""]
    first = ["9/10", "The owl above us all", "tomas-vrba-7 18 January 2014", ONE, TWO]
    tools = ["213 out of 260 found this helpful. Was this review helpful? Sign in to vote."]
    second = ["4/10", "Emperor's new owl", "bigmoviefan1971 2 March 2014", SHORT]
    review = text(*head, *first, *tools, "Permalink", "", *second, *tools, "Permalink")
    assert (review.title, review.author) == ("The owl above us all", "tomas-vrba-7")
    assert review.date == When(2014, 1, 18)
    assert plain(review) == ["Her (2013)", ONE, TWO]


def test_of_a_page_of_customers_the_first_is_read() -> None:
    heads = [
        ("Margaret", "5.0 out of 5 stars The owl", "January 22, 2015"),
        ("Tom", "1.0 out of 5 stars No owl", "March 2, 2016"),
    ]
    lines = [
        (name, stars, f"Reviewed in the United States on {day}", words, "Helpful", "Report")
        for (name, stars, day), words in zip(heads, (ONE, f"No. {SHORT}"), strict=True)
    ]
    review = text("Top reviews from the United States", *lines[0], *lines[1])
    assert (review.title, review.author, plain(review)) == ("The owl", "Margaret", [ONE])


@pytest.mark.parametrize(
    "last",
    [["also every colour in this film is the inside of a tomato"], ["nothing else", "and the owl"]],
)
def test_the_last_paragraphs_of_a_page_are_kept_though_no_stop_ends_them(last: list[str]) -> None:
    review = "".join(f"<p>{words}</p>" for words in (ONE, *last))
    menu = "".join(f"<li><a href='/{at}'>Entry {at}</a></li>" for at in range(5))
    page = (
        f"<html><body><ul>{menu}</ul><h1>The owl</h1><div class='body-text'>{review}</div>"
        f"<p>Liked by 1,204 members</p><ul>{menu}</ul></body></html>"
    )
    read = read_import(Source("page.html", data=page.encode()), circumstances=HER)
    assert plain(read) == [ONE, *last]


def test_paragraphs_in_small_letters_and_without_stops_stay_apart() -> None:
    lines = [
        "rewatched this on a plane and cried into my tomato juice",
        "theodore on the steps asking how many others there are, and i knew the number",
        "also the rooftop",
    ]
    assert plain(text("her (2013)", "", "\n\n".join(lines))) == lines


def test_whom_somebody_plays_is_a_fact_on_the_film() -> None:
    cast = ["Cast", "Joaquin Phoenix", "as Theodore", "", "Amy Adams", "as Amy", ""]
    review = text("The owl", "By Ada Lind", "", ONE, "", TWO, "", "Film Credits", *cast)
    assert plain(review) == [ONE, TWO]


def test_the_name_in_a_copyright_line_counts_for_more_than_a_newsletters() -> None:
    head = "From: Long Takes <long@takes.example>\nTo: me@example.net\nSubject: The owl\n"
    mail = f"{head}Date: Mon, 03 Jun 2024 08:00:00 +0000\n\n{ONE}\n\n{TWO}\n\n© 2024 Ana Sorel\n"
    review = read_import(Source("mail.eml", data=mail.encode()))
    assert (review.author, plain(review)) == ("Ana Sorel", [ONE, TWO])

# ruff: noqa: RUF001 (quotes and dashes stand as they do in texts)
"""Words of a review that only look like a site's, and names that do not sign it."""

import pytest
from cpu_time import within
from single import read_import

from herreader.importing import Circumstances, Imported, Source
from herreader.model.room import When

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the whole screen above him,"
    " and it falls and falls, and nobody in the street looks up at all."
)
TWO = (
    "Catherine signs the papers, and the lunch is over before the soup has come; nobody in any film"
    " of the year has ever been lonelier than he is then."
)
THREE = (
    "On the roof the two of them wait for the sun, and the film has the tact to end before it is"
    " there, which is more than can be said of most that have tried the same."
)
HER = Circumstances(work="Her", makers=frozenset(("spike jonze",)))


def read(*lines: str, name: str = "a.txt") -> Imported:
    return read_import(Source(name, data="\n\n".join(lines).encode()), circumstances=HER)


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


@pytest.mark.parametrize(
    "last",
    [
        "Owen Pallett’s work on the score has divided critics, but I have hummed it for a week.",
        "Olivia Wilde is heartbreaking in her scene, and it is the reviewer’s duty to say so.",
        "Olivia Wilde was never a better poet of bad evenings than in the scene she has here.",
        "If you liked it the first time, follow the voice more closely the second.",
        "If you enjoyed this film, you will tell your phone about it.",
        "If you liked this, you may support my theory that the owl did it.",
        "If you liked it, follow it with Lost in Translation.",
        "If you enjoyed it, share it with somebody whom you have lost.",
        "If you liked this, tell me why.",
        "If you liked it, follow me to the roof.",
        "If you enjoyed it, tell my mother.",
    ],
)
def test_the_last_words_of_a_review_are_its_own(last: str) -> None:
    review = read("Love in the machine", ONE, TWO, last)
    assert (plain(review), review.author) == ([ONE, TWO, last], "")


@pytest.mark.parametrize(
    "note",
    [
        "Ada Lind is a freelance film critic who lives in Leeds with two owls.",
        "Ada Lind is the Leeds Argus’s senior critic.",
        "Ada Lind lives in Leeds, where she writes on film.",
        "Ada Lind, who teaches in Leeds, has seen it six times.",
        "Ada Lind’s writing has appeared in the Leeds Argus.",
    ],
)
def test_what_the_author_is_said_to_do_signs_a_review(note: str) -> None:
    review = read("Love in the machine", ONE, TWO, note)
    assert (plain(review), review.author) == ([ONE, TWO], "Ada Lind")


def test_a_rating_between_two_permalinks_of_one_post_ends_nothing() -> None:
    parts = ("January 5, 2014", "Permalink", ONE, TWO, "4/5", THREE, "Permalink")
    page = "<h1>Her (2013)</h1><p>A man and his phone.</p>" + "".join(f"<p>{p}</p>" for p in parts)
    review = read(page, name="a.html")
    assert [words for words in plain(review) if words in {ONE, TWO, THREE}] == [ONE, TWO, THREE]


def test_customers_whom_a_review_quotes_end_nothing() -> None:
    quoted = ("1.0 out of 5 stars Boring, and so slow", "5.0 out of 5 stars It changed my life")
    review = read("Love in the machine", ONE, *quoted, TWO, THREE)
    assert plain(review) == [ONE, *quoted, TWO, THREE]


@pytest.mark.parametrize(
    "heads",
    [
        ("Minute 12", "Minute 45", "Minute 88"),
        ("2013", "2014", "2015"),
        ("12 minutes in", "27 minutes in", "61 minutes in"),
        ("At minute 12", "At minute 45", "At minute 88"),
        ("2013 in Leeds", "2014 in Leeds", "2015 in Leeds"),
        ("Her, aged 20", "Her, aged 30", "Her, aged 40"),
    ],
)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_headings_in_growing_numbers_are_no_pages(heads: tuple[str, ...], mark: str) -> None:
    pairs = zip(heads, (ONE, TWO, THREE), strict=True)
    parts = (each for head, below in pairs for each in (f"{mark}{head}", below))
    review = read(f"{mark[1:]}Love", ONE, *parts, name="a.md" if mark else "a.txt")
    assert [words for words in plain(review) if words in heads] == list(heads)


@pytest.mark.parametrize(
    "heads", [("2", "3", "4"), ("12", "13", "14"), ("Act Two 12", "Act Two 13")]
)
def test_headings_that_are_marked_count_what_they_like(heads: tuple[str, ...]) -> None:
    pairs = zip(heads, (ONE, TWO, THREE), strict=False)
    parts = (each for head, below in pairs for each in (f"## {head}", below))
    review = read("# Love", ONE, *parts, name="a.md")
    assert [words for words in plain(review) if words in heads] == list(heads)


def test_a_list_below_a_count_within_the_text_is_the_texts() -> None:
    said = ["The letter scene made my mother cry.", "The roof made me laugh."]
    review = read(
        "# Love", ONE, "5 responses", "\n".join(f"- {each}" for each in said), TWO, name="a.md"
    )
    assert plain(review)[-3:] == [*said, TWO]


def test_words_below_a_drawn_line_are_the_texts_where_no_user_is_told_of() -> None:
    last = ("I saw it again last night, and cried.", "It is still the best of the year.")
    page = "".join(f"<p>{words}</p>" for words in (ONE, TWO, "_" * 12, *last))
    assert plain(read(f"<h1>Love</h1>{page}", name="a.html"))[-2:] == list(last)


def test_links_of_ones_own_notes_to_each_other_stay() -> None:
    links = "- [The rooftop scene, which I love](rooftop.md)\n- [The beach scene](beach.md)"
    review = read("# Love", ONE, TWO, "## Scenes", links, name="a.md")
    assert plain(review)[-3:] == ["Scenes", "The rooftop scene, which I love", "The beach scene"]


@pytest.mark.parametrize(
    ("top", "author"),
    [
        (["Love in the machine", "philosophy", "January 5, 2014"], ""),
        (["Love in the machine", "January 5, 2014 | uncategorized"], ""),
        (["Love in the machine", "“It is only a film.”", "— Paula Kern, film critic"], ""),
        (["# Samantha Morton", "March 3, 2014"], ""),
        (["Love in the machine", "Paula Kern, film critic"], "Paula Kern"),
        (["Love in the machine", "philosophy", "January 5, 2014", "Share"], ""),
        (["Love in “Her”", "— by Ada Lind, March 3, 2014"], "Ada Lind"),
        (["Love in the machine", "Von Anna E. Schmidt"], "Anna E. Schmidt"),
        (["Love in the machine", "Ada Lind — The Café Review — 10 January 2014"], "Ada Lind"),
        (["Love in the machine", "The Reel — Film — 10 January 2014"], ""),
        (["Love in the machine", "Par Marie A. Dupont"], "Marie A. Dupont"),
    ],
)
def test_only_who_signs_a_review_is_its_author(top: list[str], author: str) -> None:
    assert read(*top, ONE, TWO).author == author


def test_a_sentence_on_somebody_of_the_authors_name_is_no_note_on_the_author() -> None:
    last = ["Jane Doe is someone I lost, and the film gave her back.", "It is a lot."]
    review = read("Love in the machine", "By Jane Doe", ONE, TWO, *last)
    assert plain(review) == [ONE, TWO, *last]


def test_a_name_at_the_end_signs_though_other_words_begin_as_it_does() -> None:
    review = read("Love in the machine", f"Annual awards went elsewhere. {ONE}", TWO, "Ann Hopper")
    assert review.author == "Ann Hopper"


@pytest.mark.parametrize("title", ["Falling for Her", "Being Her"])
def test_parts_that_the_last_word_of_the_title_heads_are_no_pages(title: str) -> None:
    review = read(title, ONE, "Her 2", TWO, "Her 3", THREE)
    assert [words for words in plain(review) if words.startswith("Her")] == ["Her 2", "Her 3"]


def test_fields_in_words_that_stay_as_they_are_are_not_parted() -> None:
    code = "```\nName: Theodore\nAge: 40\nJob: letters\n```"
    assert "Name: Theodore\nAge: 40\nJob: letters" in plain(read("# Love", code, ONE, name="a.md"))


def test_when_a_note_was_created_is_read_however_the_field_is_written() -> None:
    review = read("---\nCreated: 2014-03-03\n---\n\n# Love", ONE, name="a.md")
    assert review.date == When(2014, 3, 3)


def test_references_to_the_ends_of_lines_end_none() -> None:
    with within(5):
        review = read(f"Love &amp; owls &rsquo;{'&#10;&#10;x' * 1000}", ONE)
    assert any("x x x x" in words for words in (review.title, *plain(review)))


def test_the_staff_of_a_site_signs_no_review_that_a_byline_signs() -> None:
    page = '<meta name="author" content="Lantern Staff"><h1>Love in the machine</h1>'
    said = f'<p>By <a rel="author" href="/ines">Inês Caldeira</a></p><p>{ONE}</p><p>{TWO}</p>'
    assert read(page + said, name="a.html").author == "Inês Caldeira"


def test_each_author_whom_a_library_names_signs_a_paper() -> None:
    names = ("Haugen, Liv", "Chike Abara")
    metas = "".join(f'<meta name="citation_author" content="{name}">' for name in names)
    page = f"{metas}<h1>Love in the machine</h1><p>Liv Haugen and Chike Abara</p><p>{ONE}</p>"
    review = read(page, f"<p>{TWO}</p>", name="a.html")
    assert (review.author, plain(review)) == ("Liv Haugen and Chike Abara", [ONE, TWO])


@pytest.mark.parametrize(
    "last",
    [
        "Charlie Kaufman is the better writer, and Jonze is the better heart.",
        "Sofia Coppola is the other novelist of this marriage.",
        "Scarlett Johansson teaches us how to listen.",
        "Alan Watts edits the scene for him; then she is gone.",
        "Theodore Twombly is a writer of letters, and so am I.",
    ],
)
def test_a_last_sentence_on_somebody_else_signs_nothing(last: str) -> None:
    review = read("Love in the machine", ONE, TWO, last)
    assert (review.author, plain(review)) == ("", [ONE, TWO, last])


@pytest.mark.parametrize(
    "foot",
    [
        ["Ada Lind", "March 3, 2014", "Per Holm"],
        ["Ada Lind", "March 3, 2014", "Joaquin Phoenix", "Amy Adams"],
        ["By Ada Lind", "March 3, 2014", "Annie Hall", "February 1, 2014", "Manhattan", "May 2014"],
        ["“Now we know how.”", "— Ada Lind, March 3, 2014"],
    ],
)
def test_the_first_name_and_date_below_a_review_sign_it(foot: list[str]) -> None:
    review = read("Love in the machine", ONE, TWO, *foot)
    assert (review.author, review.date) == ("Ada Lind", When(2014, 3, 3))


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Theodore Twombly", "A man and his phone"),
        ("Samantha Speaks", "Notes from the second row"),
    ],
)
def test_a_name_that_no_date_makes_the_authors_may_be_the_title(title: str, below: str) -> None:
    review = read(title, below, ONE, TWO)
    assert (review.title, plain(review)[0]) == (title, below)


def test_fields_above_the_first_code_are_read() -> None:
    fields = "Title: Love in the machine\nAuthor: Ada Lind\nDate: 2014-03-03"
    review = read(f"{fields}\n\n```\nx = 1\n```", ONE, TWO, name="a.md")
    facts = (review.title, review.author, review.date)
    assert facts == ("Love in the machine", "Ada Lind", When(2014, 3, 3))


def test_names_and_dates_of_further_posts_sign_nothing() -> None:
    posts = ["Annie Hall", "March 3, 2014", "Donnie Darko", "March 1, 2014"]
    review = read("Love in the machine", ONE, TWO, *posts)
    assert (review.author, review.date) == ("", None)


def test_a_title_in_another_language_that_begins_as_a_byline_does_is_a_title() -> None:
    review = read("Von Mensch Zu Maschine", ONE, TWO)
    assert (review.title, review.author) == ("Von Mensch Zu Maschine", "")


@pytest.mark.parametrize("again", [["Joan Marsh"], []])
def test_the_name_of_the_author_above_the_title_is_not_taken_for_it(again: list[str]) -> None:
    review = read("Joan Marsh", "The voice in the room", *again, "Mar 03, 2014", ONE, TWO)
    assert (review.title, review.author) == ("The voice in the room", "Joan Marsh")
    assert (review.date, plain(review)) == (When(2014, 3, 3), [ONE, TWO])


def test_the_name_of_a_site_that_comes_again_is_not_the_title() -> None:
    site = "The Slow Reel"
    review = read(site, "The voice in the room", site, "Mar 03, 2014", ONE, TWO)
    assert (review.title, review.author) == ("The voice in the room", "")


LINES = [f"Some line {number}x" for number in range(10_000)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n\n".join((*LINES, *LINES, ONE, TWO)), "a.txt"),
        ("\n\n".join((*(f"Some| {line}" for line in LINES), ONE, TWO)), "a.txt"),
        ("<ul>" + "<li>3 comments</li>" * 20_000 + f"</ul><p>{ONE}</p>", "a.html"),
        (f"<figcaption>Her{'!' * 100_000}x</figcaption><h1>Love</h1><p>{ONE}</p>", "a.html"),
        ("# Thing\n\n4/5\n\n" * 5_000 + "\n\n".join((ONE, *LINES, TWO)), "a.md"),
    ],
    ids=["twice", "bars", "counts", "signs", "ratings"],
)
def test_lines_above_a_text_are_read_in_fair_time(text: str, name: str) -> None:
    with within(10):
        assert read(text, name=name).blocks

# ruff: noqa: RUF001 (quotes stand as they do in texts)
"""Texts from programs for notes, and texts that were copied out of print or a page's code."""

import pytest
from cpu_time import within
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
)
TWO = "Catherine signs, and the lunch is over before the soup; nobody has ever been lonelier. " * 4
PROSE = [ONE.strip(), TWO.strip()]


def text(*paragraphs: str, name: str = "note.txt") -> Imported:
    return read_import(Source(name, data="\n\n".join(paragraphs).encode()))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


@pytest.mark.parametrize("bold", ["", "**"])
def test_fields_below_a_title_in_markdown_are_read_one_by_one(bold: str) -> None:
    fields = ["Author: Nell Ashby", "Created: January 12, 2014 9:03 PM", "URL: https://a.example/"]
    lines = (f"{bold}{field.replace(':', f':{bold}', 1)}" for field in fields)
    review = text("# The owl", "\n".join(lines), ONE, TWO, name="note.md")
    assert (review.title, review.author, review.date) == (
        "The owl",
        "Nell Ashby",
        When(2014, 1, 12),
    )
    assert (review.source, plain(review)) == ("https://a.example/", PROSE)


def test_wrapped_prose_that_begins_with_a_label_stays_a_paragraph() -> None:
    words = "Theodore: he writes\nSamantha: she reads\nand nobody says a word"
    assert plain(text("# The owl", f"{ONE}\n{words}", name="note.md"))[-1].endswith("says a word")


def test_links_to_other_notes_are_shown_by_their_names() -> None:
    review = text(f"By [[Nell Ashby]], on [[Her|the film]] and ![[owl.png]]. {ONE}", name="note.md")
    assert plain(review)[0].startswith("By Nell Ashby, on the film and ![[owl.png]].")


def test_the_fields_of_an_outline_are_read() -> None:
    fields = "#+TITLE: The owl, a review\n#+AUTHOR: Nell Ashby\n#+DATE: <2014-01-12 Sun>"
    review = text(fields, ONE, TWO)
    assert (review.title, review.author, review.date) == (
        "The owl, a review",
        "Nell Ashby",
        When(2014, 1, 12),
    )
    assert plain(review) == PROSE


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: >-\n  The *owl*,\n  a review\nauthor:\n  name: Nell Ashby\n  url: a.b\n---\n",
        '---\ntitle: "The _owl_,\n  a review"\nauthors:\n  - name: Nell Ashby\n    age: 9\n---\n',
        "---\ntitle: The <i>owl</i>, a review\nauthor:\n- Nell Ashby\n---\n",
        "layout: post\ntitle: The **owl**, a review\nauthor: Nell Ashby\n---\n",
    ],
)
def test_front_matter_is_read_as_sites_and_people_write_it(front: str) -> None:
    review = text(front, ONE, TWO, name="note.md")
    assert (review.title, review.author) == ("The owl, a review", "Nell Ashby")
    assert plain(review) == PROSE


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title:\n  The owl and\n  the lamp", "The owl and the lamp"),
        ("title: 'It''s the owl'", "It's the owl"),
        ('title: "The \\"owl\\" \\u00e9tude"', 'The "owl" étude'),
        ("title: The owl # second draft", "The owl"),
        ('"title": The owl', "The owl"),
        ("title: The owl: a review", "The owl: a review"),
        ("# by a program\ntitle: The owl\ntags: [a, b: c, 'd]", "The owl"),
        ('title: "[[The owl]]"', "The owl"),
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_a_title_is_read_as_it_is_meant_in_front_matter(line: str, title: str, end: str) -> None:
    review = text(f"---\n{line}\n{end}", ONE, TWO, name="note.md")
    assert (review.title, plain(review)) == (title, PROSE)


@pytest.mark.parametrize(
    "front",
    [
        "---\nauthor: {name: Nell Ashby}\n---",
        "---\nauthor:\n- {name: Nell Ashby, url: x}\n---",
        '---\nauthors: [\n  "Nell Ashby"\n]\n---',
        "---\ntitle: Her: again\nauthors: [Nell Ashby]\n---",
        '+++\nauthors = [{name="Nell Ashby"}]\n+++',
        '+++\n[author]\nname = "Nell Ashby"\n+++',
    ],
)
def test_an_author_is_read_within_what_is_said_of_them(front: str) -> None:
    assert text(front, ONE, TWO, name="note.md").author == "Nell Ashby"


@pytest.mark.parametrize(
    "words",
    [
        "One thing is clear: this film is about loneliness.\n\nA second paragraph, which is long.",
        "One thing is clear: this film is about loneliness.",
        "Theodore: How are you?\nSamantha: Well.",
        "verdict: it is a great film",
    ],
)
def test_words_between_two_rules_are_kept(words: str) -> None:
    review = text(f"---\n\n{words}\n\n---", ONE, TWO, name="note.md")
    kept = [review.title, *plain(review), *(part.block.plain for part in review.aside)]
    assert all(line in "\n".join(kept) for line in words.splitlines())


@pytest.mark.parametrize("deep", ["[" * 15_000, "a: &a [*a]\n" * 1_500, "- " * 9_000])
def test_hostile_front_matter_is_left_as_it_stands_in_fair_time(deep: str) -> None:
    with within(2):
        assert text(f"---\ntitle: The owl\nx: {deep}\n---", ONE, TWO, name="note.md").blocks


def test_a_heading_with_a_colon_is_no_front_matter() -> None:
    review = text("the owl: a review\n---", ONE, TWO, name="note.md")
    assert (review.title, plain(review)) == ("the owl: a review", PROSE)


def test_what_a_page_shows_is_shown_of_a_page_within_markdown() -> None:
    page = '<div class="x">\n<p>An <b>owl</b> falls.</p><script>alert(1)</script>\n</div>'
    review = text("# The owl", ONE, page, TWO, name="note.md")
    assert plain(review) == [PROSE[0], "An owl falls.", PROSE[1]]
    (run,) = review.blocks[1].runs
    assert review.blocks[1].plain[run.start : run.end] == "owl"


@pytest.mark.parametrize("said", ["<Samantha>", "<he sighs deeply>", "</irony>"])
def test_words_in_angle_brackets_are_kept_on_a_line_of_their_own_and_within_one(said: str) -> None:
    review = text("# The owl", f"{said}\nHello, I am here.", f"{ONE}{said} And so on.", name="a.md")
    assert plain(review) == [f"{said} Hello, I am here.", f"{ONE}{said} And so on."]


def test_a_component_of_what_makes_pages_is_not_shown() -> None:
    review = text("# The owl", ONE, '<Tweet id="641"/>', f"{TWO}<Note/> Yes.", name="a.md")
    assert plain(review) == [PROSE[0], f"{TWO}Yes."]


@pytest.mark.parametrize(
    "broken",
    [
        "<!-- more -- >",
        "<script>",
        "<?php",
        "<!X",
        "<main point: she leaves",
        '<p align="center>Words</p>\nMore',
        "<p>I <i love this film, and its <b>words</b> too.</p>",
        "<title>Words</title>",
        "<frameset>\nWords",
    ],
)
def test_broken_mark_up_hides_no_words(broken: str) -> None:
    shown = plain(text("# The owl", ONE, broken, f"*{TWO.strip()}*", name="a.md"))
    assert (shown[0], shown[-1]) == (PROSE[0], PROSE[1])
    assert "".join(shown[1:-1]).split() == broken.split()


def test_what_tells_how_to_show_the_words_is_not_shown_but_in_code() -> None:
    code = "```\nif [[ -f x ]] {% raw %}\n```"
    instructed = "{% highlight text %} 641 {% endhighlight %} others.\n{: .lead}"
    led = "[Read on]({% link tags/film.md %}) in [[another note]]."
    review = text("# The owl", ONE, instructed, led, code, TWO, name="a.md")
    assert plain(review) == [
        PROSE[0],
        "641 others.",
        "Read on in another note.",
        "if [[ -f x ]] {% raw %}",
        PROSE[1],
    ]


def test_a_name_that_only_looks_marked_stays_as_it_is() -> None:
    front = '---\ntitle: M*A*S*H and Her\nauthor: "Nell Ashby, *The Lantern*"\n---'
    review = text(front, ONE, TWO, name="note.md")
    assert (review.title, review.author) == ("M*A*S*H and Her", "Nell Ashby, The Lantern")


@pytest.mark.parametrize(
    "hostile",
    [
        "</script>" + "<script>" * 30_000,
        "<p>" + "<svg" * 30_000,
        "a" + " " * 60_000 + "{",
        "{%" * 40_000,
        "](" * 40_000 + "{{",
        "<!--\n\n" * 20_000,
        "```\n{% a %}\n" * 10_000,
    ],
)
def test_hostile_mark_up_within_markdown_is_read_in_fair_time(hostile: str) -> None:
    with within(2):
        assert text("# The owl", ONE, hostile, TWO, name="a.md").blocks


def test_a_comment_of_a_page_within_markdown_is_not_shown() -> None:
    assert plain(text(ONE, "<!-- more -->", TWO, name="note.md")) == PROSE


@pytest.mark.parametrize(
    "embedded",
    [
        "{% youtube 6QRvTv_tpw0 %}",
        '{{< figure src="owl.jpg" >}}',
        "<center>{% include trailer.html %}</center>",
        "![owl-03.jpg](owl-03.jpg)",
    ],
)
def test_what_stands_for_a_picture_or_a_film_is_set_aside(embedded: str) -> None:
    review = text("# The owl", ONE, embedded, TWO, name="note.md")
    assert plain(review) == PROSE
    assert [entry.kind for entry in review.aside] == [AsideKind.TITLE, AsideKind.EMBEDDED]


def test_characters_that_a_page_writes_as_references_are_shown() -> None:
    review = text(f"&quot;Her&quot; isn&#8217;t long &amp; isn&rsquo;t short. {ONE}", TWO)
    assert plain(review)[0].startswith('"Her" isn’t long & isn’t short.')


def test_no_reference_brings_a_control_character_in() -> None:
    review = text(f"&#27;[31mred&#27;[0m &#x9b;2J {ONE}", TWO)
    assert not any(
        character < " " or "\x7f" <= character < "\xa0" for character in plain(review)[0]
    )


def test_a_text_that_is_about_one_reference_keeps_it() -> None:
    assert "&amp;" in plain(text(f"She types &amp; for and. {ONE}", TWO))[0]


DIVIDED = """\
The owl comes down behind the man who is sit-
ting on the kerb, and the screen above him re-
peats it for the whole of the evening, slow-
ly, until the old-fashioned lamps go out and
the operat-
ing system in his ear has nothing to say."""


def test_how_a_forum_marks_words_is_not_shown() -> None:
    words = "He [i]sits[/i] down, [url=https://a.example/]as before[/url]. [b]Nobody[/b] looks up."
    shown = "He sits down, as before. Nobody looks up."
    assert plain(text(f"{ONE}\n\n{words}", TWO)) == [PROSE[0], shown, PROSE[1]]


def test_letters_in_brackets_that_mark_nothing_are_kept() -> None:
    words = "Of the endings [b] is the sadder one, and [i] the truer."
    assert plain(text(f"{ONE}\n\n{words}", TWO)) == [PROSE[0], words, PROSE[1]]


def test_words_that_print_divides_at_the_end_of_a_line_are_joined() -> None:
    (words,) = plain(text(DIVIDED))
    assert "is sitting on the kerb" in words
    assert "repeats it" in words
    assert "the operating system" in words
    assert "old-fashioned" in words


def test_a_word_that_is_broken_at_its_own_hyphen_keeps_it() -> None:
    wrapped = f"{ONE.strip()}\nThe ending of it is a well-\nknown one, and nobody minds."
    assert "a well-known one" in plain(text(wrapped))[-1]


def test_the_numbers_of_pages_are_set_aside() -> None:
    review = text("The owl", ONE, "2", TWO, "3", "A third. " * 20, "4", "The end of it. " * 12)
    assert [aside.block.plain for aside in review.aside if aside.kind is AsideKind.FOOTER] == [
        "2",
        "3",
        "4",
    ]
    assert len(review.blocks) == 4


def test_numbers_between_dashes_are_those_of_pages_though_there_are_but_two() -> None:
    review = text("The owl", ONE, "- 41 -", TWO, "- 42 -", "The end of it. " * 12)
    assert len(review.blocks) == 3
    assert [part.block.plain for part in review.aside if part.kind is AsideKind.FOOTER] == [
        "41 -",
        "42 -",
    ]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("2", "4", "5"), ("8316", "641", "2")])
def test_numbers_that_count_parts_or_nothing_are_kept(numbers: tuple[str, str, str]) -> None:
    one, two, three = numbers
    review = text("The owl", ONE, one, TWO, two, "A third. " * 20, three, "The end of it. " * 12)
    assert {one, two, three} <= set(plain(review))

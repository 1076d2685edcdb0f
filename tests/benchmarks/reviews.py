"""Reviews as files, varied and the same ones each time: what a library is filled with."""

import random
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from .finding import film_paragraphs

SIZE = 6_000
"""Characters of a review."""


def _listed(words: str) -> list[str]:
    return words.split()


_NAMES = _listed("Ada Ben Cleo Dov Eva Finn Gro Hal Ida Jon Kim Lou Mia Noa Ole Pia")
_FAMILIES = _listed("Abel Brandt Cole Dahl Eriks Frost Grant Holm Ivers Jonker Kern Lund")
_WORDS = _listed(
    "the a of and to in that it was he she they with for on at by from as but not all one so "
    "his her voice window letter evening city street table music answer silence morning coat "
    "question room said heard walked wrote listened remembered waited answered looked turned "
    "slowly again never camera colour cut frame actor script light lens shot score ending scene "
    "director audience cinema love machine future memory marriage lonely tender funny strange "
    "rather quite perhaps indeed certain whole sense kind point matter course enough almost while "
    "least argument whatever although genre critic premise clever careful detail craft"
)
_ON_SCENES = (
    "An owl on a screen the size of a house falls towards him while he sits there.",
    "Theodore signs the divorce papers at lunch, and Catherine laughs at him.",
    "She tells him that she talks with 8,316 others, and loves 641 of them.",
    "Isabella, the surrogate, leaves in a taxi with her camera still on.",
    "They go to the mountains on a picnic with Paul and Tatiana, and play the ukulele.",
    "On the rooftop Amy lays her head on his shoulder as the city lights up.",
    "The letter office is a place where feelings are dictated for other people.",
    "Samantha has read the letters and sent them to a publisher.",
)
_NEUTRAL = (
    "As a night owl I saw it twice, in a rooftop bar that shows films on Tuesdays.",
    "Some 641 people were in the cinema, and none of them coughed.",
    "I should write a letter of complaint to whoever cut the trailer.",
)
_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
)
_PACKAGE = (
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator></metadata><manifest>"
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)


def write_texts(folder: Path, count: int) -> None:
    """Write plain texts, in which headings, bylines, quotes and line ends vary."""
    for number, (title, author, paragraphs) in enumerate(_reviews(count, "text")):
        head = (f"{title}\nby {author}\n", f"{title}\n\n© 2014 {author}\n", f"{title}\n")
        body = (_wrapped if number % 3 == 1 else "\n\n".join)(paragraphs)
        if number % 2:
            body = body.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        name = folder / f"{number:05}.txt"
        name.write_text(f"{head[number % 3]}\n{body}\n", encoding="utf-8")


def write_reviews_of_the_film(folder: Path, count: int) -> None:
    """Write plain texts of paragraphs that people have written on the film, chosen by chance."""
    chance = random.Random(641)  # noqa: S311 - a seed makes the same texts each time
    paragraphs = list(film_paragraphs())
    for number in range(count):
        chosen = [f"Her, Seen Again ({number})"]
        while sum(map(len, chosen)) < SIZE:
            chosen.append(chance.choice(paragraphs))
        (folder / f"{number:05}.txt").write_text("\n\n".join(chosen), encoding="utf-8")


def write_pages(folder: Path, count: int) -> None:
    """Write saved web pages, with what stands around a review."""
    around = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in _WORDS[30:60])
    for number, (title, author, paragraphs) in enumerate(_reviews(count, "page")):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (folder / f"{number:05}.html").write_text(
            f'<!doctype html><html><head><meta charset="utf-8"><title>{title} | The Paper</title>'
            f'<meta name="author" content="{author}"><script>{"f();" * 400}</script></head><body>'
            f"<nav><ul>{around}</ul></nav><article><h1>{title}</h1>{body}</article>"
            f"<aside><h2>Related</h2><ul>{around}</ul></aside><footer>Post a comment</footer>"
            "</body></html>",
            encoding="utf-8",
        )


def write_books(folder: Path, count: int) -> None:
    """Write e-books of one review each."""
    for number, (title, author, paragraphs) in enumerate(_reviews(count, "book")):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        with ZipFile(folder / f"{number:05}.epub", "w", ZIP_DEFLATED) as book:
            book.writestr("mimetype", "application/epub+zip")
            book.writestr("META-INF/container.xml", _CONTAINER)
            book.writestr("book.opf", _PACKAGE.format(title=title, author=author))
            book.writestr(
                "a.xhtml",
                '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
                f"<body><h1>{title}</h1>{body}</body></html>",
            )


def _reviews(count: int, kind: str) -> Iterator[tuple[str, str, list[str]]]:
    """Give titles, authors and paragraphs; those of another kind are others."""
    chance = random.Random(f"8316 {kind}")  # noqa: S311 - words, not secrets
    for number in range(count):
        title = f"{' '.join(chance.choices(_WORDS[20:], k=3)).title()}, {number}"
        author = f"{chance.choice(_NAMES)} {chance.choice(_FAMILIES)}"
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < SIZE:
            paragraphs.append(_paragraph(chance))
        yield title, author, paragraphs


def _paragraph(chance: random.Random) -> str:
    sentences = [_sentence(chance) for _ in range(chance.randint(3, 8))]
    if chance.random() < 0.3:
        sentences.insert(chance.randrange(len(sentences)), chance.choice(_ON_SCENES))
    if chance.random() < 0.1:
        sentences.append(chance.choice(_NEUTRAL))
    return " ".join(sentences)


def _sentence(chance: random.Random) -> str:
    words = " ".join(chance.choices(_WORDS, k=chance.randint(6, 22)))
    if chance.random() < 0.1:
        words += ", isn't it"
    return f"{words.capitalize()}."


def _wrapped(paragraphs: list[str]) -> str:
    """Break lines as old mails do."""
    from textwrap import fill

    return "\n\n".join(fill(paragraph, 72) for paragraph in paragraphs)

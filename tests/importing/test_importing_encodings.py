from collections.abc import Callable
from contextlib import suppress
from encodings.aliases import aliases

import pytest
from books import CONTAINER, package, zipped
from cpu_time import within
from single import read_import

from herreader.errors import ImportRefusedError
from herreader.importing import Source

PROSE = "He sits down because he is tired, and an owl that is falling fills the screen above him."
READ = f"{PROSE} A café - so."
NO_CHARACTER_SETS = ["idna", "punycode", "undefined", "unicode_escape", "rot13", "hex", "utf_16"]
NAMED = sorted({*aliases, *aliases.values(), *NO_CHARACTER_SETS, "charmap", "../x", "é"})


def page(encoding: str) -> bytes:
    return f"<meta charset={encoding}><p>{READ}</p>".encode("cp1252")


def mail(encoding: str) -> bytes:
    fields = f"From: A <a@b.c>\nSubject: =?{encoding}?q?owl=FF-?=\nMIME-Version: 1.0\n"
    kind = f"Content-Type: text/plain; charset={encoding}\nContent-Transfer-Encoding: 8bit\n\n"
    return f"{fields}{kind}{READ}\n".encode("cp1252")


def book(encoding: str, package_encoding: str = "utf-8") -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    opf = package(["a.xhtml"]).replace('"1.0"', f'"1.0" encoding="{package_encoding}"', 1)
    document = f"{head}<html><body><p>{READ}</p></body></html>".encode("cp1252")
    parts: dict[str, str | bytes] = {"OEBPS/book.opf": opf, "OEBPS/a.xhtml": document}
    return zipped({"META-INF/container.xml": CONTAINER} | parts)


@pytest.mark.parametrize("encoding", NO_CHARACTER_SETS)
@pytest.mark.parametrize(("kind", "name"), [(page, "it.html"), (mail, "it.eml"), (book, "it.epub")])
def test_what_is_named_but_is_no_character_set_is_passed_over(
    encoding: str, kind: Callable[[str], bytes], name: str
) -> None:
    review = read_import(Source(name, data=kind(encoding)))
    assert [block.plain for block in review.blocks] == [READ]
    assert "It was read as cp1252." in review.notes


@pytest.mark.parametrize("encoding", ["shift_jis", "shift_jis_2004", "johab", "euc_kr", "cp1251"])
def test_the_character_set_that_is_named_is_taken(encoding: str) -> None:
    words = {"cp1251": "Сова падает"}.get(encoding, "世界")
    data = f"<meta charset={encoding}><p>{PROSE} {words}</p>".encode(encoding)
    (block,) = read_import(Source("it.html", data=data)).blocks
    assert block.plain == f"{PROSE} {words}"


@pytest.mark.parametrize(
    ("there", "shown"),
    [
        ("cafe\u0301", "café"),
        ("ca\u00adfé", "café"),
        ("cafÃ©", "café"),
        ("“café” – 5 €", "“café” – 5 €"),  # noqa: RUF001 (a dash as it stands in texts)
    ],
    ids=["accent by itself", "soft hyphen", "read as Windows before", "as it should be"],
)
def test_signs_beyond_ascii_are_shown_as_they_were_meant(there: str, shown: str) -> None:
    (block,) = read_import(Source("it.txt", data=f"{PROSE} {there}.".encode())).blocks
    assert block.plain == f"{PROSE} {shown}."


@pytest.mark.filterwarnings("ignore:invalid escape sequence")  # the parser of XML tries them
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (page, "it.html"),
        (mail, "it.eml"),
        (book, "it.epub"),
        (lambda encoding: book("utf-8", encoding), "it.epub"),
    ],
)
def test_whatever_encoding_a_file_names_it_is_read_or_refused(
    kind: Callable[[str], bytes], name: str
) -> None:
    for encoding in NAMED:
        with suppress(ImportRefusedError):
            read_import(Source(name, data=kind(encoding)))


def test_a_large_file_that_names_an_odd_encoding_takes_no_longer_than_another() -> None:
    data = page("punycode") + b"<p>owl-" * 30_000
    with within(10):
        read_import(Source("it.html", data=data))

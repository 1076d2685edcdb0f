"""Books that are hostile, broken or protected give one clear error, soon and in little memory."""

import os
import resource
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from books import CONTAINER, epub, package, page, pdf, zipped
from cpu_time import within
from single import read_import, why_not_opened, why_refused

from herreader.importing import LARGEST, Source

README = Path(__file__).parent.parent.parent / "README.md"
PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)
BODY = f"<h1>The Owl</h1><p>{PROSE}</p>"


def test_a_book_that_unpacks_to_gigabytes_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.epub"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package(["a.xhtml"]))
        with archive.open("OEBPS/a.xhtml", "w", force_zip64=True) as entry:
            for _ in range(100):
                entry.write(b"<p>" + b" " * (1 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert why_not_opened(path) == "Unpacked, it would be too large for a book of text."
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000


def test_a_book_that_lies_about_its_size_is_refused() -> None:
    body = " " * (30 << 20)
    data = epub({"a.xhtml": body})
    real, told = len(page(body)).to_bytes(4, "little"), (900).to_bytes(4, "little")
    assert data.count(real) == 2
    assert why_refused(data.replace(real, told), "a.epub")


def test_a_book_of_many_large_parts_is_refused() -> None:
    parts = {
        f"{number}.xhtml": "".join(os.urandom(500).hex() + " " * 100_000 for _ in range(150))
        for number in range(5)
    }
    data = epub(parts)
    assert len(data) < LARGEST
    assert why_refused(data, "a.epub") == "Unpacked, it would be too large for a book of text."


@pytest.mark.parametrize("href", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_a_book_that_points_out_of_itself_is_refused(href: str) -> None:
    data = epub({"a.xhtml": BODY}, opf=package([href]))
    assert why_refused(data, "a.epub").startswith("It refers to a file outside of itself")


def test_entries_with_paths_out_of_the_archive_are_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "inner" / "a.epub"
    path.parent.mkdir()
    entries = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package(["a.xhtml"]),
        "OEBPS/a.xhtml": page(BODY),
        "../../evil.txt": "x",
        "/tmp/evil-herreader.txt": "x",  # noqa: S108 - that nothing is written there is the point
    }
    path.write_bytes(zipped(entries))
    read_import(Source(str(path), path))
    assert sorted(tmp_path.rglob("*")) == [path.parent, path]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE package [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE package [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE package [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>',
    ],
)
def test_a_book_that_declares_entities_is_refused(head: str) -> None:
    data = epub({"a.xhtml": BODY}, opf=package(["a.xhtml"], head=head))
    assert why_refused(data, "a.epub").startswith("It declares XML entities")


def test_entities_in_a_books_text_are_not_followed() -> None:
    head = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyy">]>'
    data = zipped(
        {
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": package(["a.xhtml"]),
            "OEBPS/a.xhtml": f"{head}<html><body><p>{PROSE}&x; &y;</p></body></html>",
        }
    )
    (block,) = read_import(Source("a.epub", data=data)).blocks
    assert block.plain == f"{PROSE}&x; &y;"


def test_a_protected_book_is_refused() -> None:
    encryption = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod '
        'Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>'
    )
    data = epub({"a.xhtml": BODY}, encryption=encryption)
    assert why_refused(data, "a.epub").startswith("It is protected against copying")
    fonts = encryption.replace("http://www.w3.org/2001/04/xmlenc#aes128-cbc", FONTS)
    assert read_import(Source("a.epub", data=epub({"a.xhtml": BODY}, encryption=fonts))).blocks


FONTS = "http://www.idpf.org/2008/embedding"


def test_a_book_with_a_password_is_refused() -> None:
    data = bytearray(epub({"a.xhtml": BODY}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 1)
    assert why_refused(bytes(data), "a.epub").startswith("It is protected by a password")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (epub({}), "Its spine names no text"),
        (epub({"a.xhtml": ""}), "No words are in it."),
        (epub({"a.xhtml": BODY}, opf="<package"), "Its part OEBPS/book.opf is no XML. Download"),
        (
            epub({"a.xhtml": BODY}, opf=package([f"{n}.xhtml" for n in range(2001)])),
            "It has more than 2,000 parts. Divide it",
        ),
        (epub({"a.xhtml": BODY}, opf=package(["b.xhtml"])), "Its part OEBPS/b.xhtml is missing"),
        (epub({"a.xhtml": BODY}, container="<container/>"), "It does not say where its text is"),
        (zipped({"a.txt": "x"}), "It is an archive, but no EPUB."),
        (zipped({"word/document.xml": "x"}), "It is a Word document."),
        (zipped({"content.xml": "x"}), "It is an OpenDocument text."),
        (epub({"a.xhtml": "<div>" * 100_000}), "Its elements are nested more than"),
        (epub({"a.xhtml": BODY})[:400], "It is a broken archive."),
    ],
)
def test_a_broken_book_is_refused_with_its_reason(data: bytes, why: str) -> None:
    assert why_refused(data, "a.epub").startswith(why)


def test_a_damaged_part_of_a_book_is_named() -> None:
    data = bytearray(epub({"a.xhtml": BODY}))
    at = data.find(b"OEBPS/a.xhtml") + len(b"OEBPS/a.xhtml") + 10
    data[at : at + 30] = b"\xff" * 30
    why = why_refused(bytes(data), "a.epub")
    assert why.startswith("Its part OEBPS/a.xhtml is damaged")
    assert why.endswith("Download or save it anew.")


# PDF


def test_a_pdf_without_text_is_refused() -> None:
    assert why_refused(pdf([[]]), "a.pdf").startswith("It holds pictures of pages, but no text.")


def test_a_pdf_without_blanks_is_read_in_fair_time() -> None:
    with within(10):
        read_import(Source("a.pdf", data=pdf([["a" * 60_000]])))


@pytest.mark.parametrize(
    ("made_by", "cure"),
    [("pipx_metadata.json", "pipx inject herreader pypdf"), ("pyvenv.cfg", "-m pip install pypdf")],
)
def test_without_its_library_a_pdf_names_what_to_install(
    tmp_path: Path, made_by: str, cure: str
) -> None:
    (tmp_path / made_by).touch()
    program = (
        "import sys; sys.modules['pypdf'] = None; sys.prefix = sys.argv[1]\n"
        "from herreader.importing import Source, read_imports\n"
        "try: read_imports(Source('a.pdf', data=b'%PDF-1.4'))\n"
        "except Exception as error: print(type(error).__name__, error.message)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("ImportRefusedError")
    assert done.stdout.rstrip().endswith(cure)
    assert cure in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["a.epub", "a.pdf"])
def test_a_book_may_be_as_large_as_its_pictures_make_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "a.epub":
        path.write_bytes(epub({"a.xhtml": BODY}))
        with ZipFile(path, "a") as archive:
            archive.writestr("OEBPS/owl.jpg", bytes(LARGEST))
    else:
        path.write_bytes(pdf([[PROSE[:80]], [PROSE[80:160]]]) + b"%" * LARGEST)
    assert path.stat().st_size > LARGEST
    assert read_import(Source(str(path), path)).blocks


def test_of_a_book_that_is_far_too_large_the_pictures_are_to_go(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(epub({"a.xhtml": BODY}))
    with path.open("r+b") as file:
        file.truncate(200 << 20)
    why = "It has 200 MB; at most 100 MB are read. Save it without its pictures."
    assert why_not_opened(path) == why


def test_of_a_text_a_byte_more_than_may_be_is_not_rounded_away() -> None:
    assert why_refused(b"a" * (LARGEST + 1)).startswith("It has 21 MB; at most 20 MB are read.")

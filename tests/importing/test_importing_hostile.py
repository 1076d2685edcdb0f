"""What is hostile, broken or simply no text gives one clear error, soon and in little memory."""

import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from books import CONTAINER, epub, package, page, pdf, zipped
from single import read_import

from herreader.errors import ImportRefusedError
from herreader.importing import LARGEST, Source, gather
from herreader.importing.opening import read_bytes

PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)
BODY = f"<h1>The Owl</h1><p>{PROSE}</p>"


def why_refused(data: bytes, name: str = "it.bin") -> str:
    with pytest.raises(ImportRefusedError) as refusal:
        read_import(Source(name, data=data))
    assert refusal.value.title == f"Cannot import {name}"
    assert "\n" not in refusal.value.message
    return refusal.value.message


def why_not_opened(path: Path) -> str:
    with pytest.raises(ImportRefusedError) as refusal:
        read_import(Source(str(path), path))
    return refusal.value.message


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "It is empty."),
        (b" \n\t\r\n ", "It is empty."),
        (b"\xef\xbb\xbf\n", "No words are in it."),
        (b"*\n\n---\n", "No words are in it."),
        (b"- " * 1_000_000, "No words are in it."),
        (b"> " * 1_000_000, "No words are in it."),
        (b"&" * 1_000_000, "No words are in it."),
        (b"<html><body><script>f()</script></body></html>", "No words are in it."),
        (b"\x00\x01\x02\x03" * 500, "It is not a text."),
        (bytes(range(1, 32)) * 300, "It is not a text."),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "It is a picture."),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 200, "It is a program."),
        (b"{\\rtf1\\ansi The owl}", "It is a Rich Text document."),
        (b"%PDF-1.7\nnothing more", "It is a broken PDF"),
        (b"PK\x03\x04nothing more", "It is a broken archive."),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx",
            "It holds neither a page nor a text.",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, why: str) -> None:
    assert why_refused(data).startswith(why)


def test_a_file_of_two_gigabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert why_not_opened(path).startswith("It has 2,048 MB; at most 20 MB are read.")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_standard_input_has_the_same_limit() -> None:
    assert "at most 20 MB" in why_refused(b"a " * (LARGEST // 2 + 1))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no such files here")
def test_a_file_with_more_in_it_than_the_system_says_is_read_whole() -> None:
    words = "An owl falls. " * 8_000
    program = [sys.executable, "-c", "print(flush=True); input()", words]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=nowhere) as running:  # noqa: S603 - our own program
        assert running.stdout is not None
        running.stdout.readline()  # it has begun
        data = read_bytes(Source("it", Path(f"/proc/{running.pid}/cmdline")))
    assert data.endswith(words.encode() + b"\0")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert why_not_opened(path).startswith("It is a pipe, not a file.")
    (found,) = gather([tmp_path]).refused
    assert found[1].message.startswith("It is a pipe")


def test_a_device_is_not_opened() -> None:
    assert why_not_opened(Path("/dev/zero")).startswith("It is a device, not a file.")
    assert gather(["/dev/zero"]).sources == ()


def test_a_socket_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        assert why_not_opened(path).startswith("It is a socket")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert why_not_opened(tmp_path / "no.txt").startswith("There is no such file.")


def test_a_folder_given_as_a_text_is_refused(tmp_path: Path) -> None:
    assert why_not_opened(tmp_path).startswith("It is a folder")


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder of a reader who is not root, to whom nothing would be closed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "closed").mkdir()
        (folder / "closed.txt").write_text(PROSE)
        (folder / "open.txt").write_text(PROSE)
        folder.chmod(0o755)
        (folder / "closed").chmod(0)
        (folder / "closed.txt").chmod(0)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            (folder / "closed").chmod(0o755)


def test_a_file_without_permission_is_refused(locked: Path) -> None:
    assert why_not_opened(locked / "closed.txt").startswith("You have no permission to read it.")


def test_a_folder_without_permission_is_reported_and_the_others_are_searched(locked: Path) -> None:
    gathered = gather([locked])
    assert [source.path for source in gathered.sources] == [
        locked / "closed.txt",
        locked / "open.txt",
    ]
    ((path, error),) = gathered.refused
    assert path == locked / "closed"
    assert error.message.startswith("You have no permission to read it.")


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table><tr><td", "x-owl"])
def test_a_page_nested_a_hundred_thousand_deep_is_refused_at_once(tag: str) -> None:
    html = f"<html><body>{f'<{tag}>' * 100_000}{PROSE}"
    start = time.perf_counter()
    assert why_refused(html.encode(), "deep.html").startswith("Its elements are nested more than")
    assert time.perf_counter() - start < 5


def test_a_page_nested_as_deep_as_is_allowed_is_read() -> None:
    html = f"<html><body>{'<div>' * 2500}<p>{PROSE}</p>"
    review = read_import(Source("deep.html", data=html.encode()))
    assert [block.plain for block in review.blocks] == [PROSE.strip()]


@pytest.mark.parametrize(
    "html",
    [
        "<ul>" * 2900 + "<li>" + PROSE,
        "<table><tr><td>" * 900 + PROSE,
        "<p><b>" * 2_500 + PROSE,
        "<a>" * 2000 + PROSE + "</a>" * 5,
        "<nav>" * 2000 + PROSE,
        f"<p>{PROSE}</p>" + "<br>" * 200_000,
        f"<p>{PROSE}</p>" + "<p class='share comment-list nav'>a</p>" * 50_000,
        f"<p>{PROSE}</p><!--" + "-" * 500_000,
        f"<p>{PROSE}</p>" + "<" * 500_000,
    ],
    ids=["lists", "tables", "bold", "links", "zones", "breaks", "classes", "comment", "angles"],
)
def test_odd_pages_are_read_in_fair_time(html: str) -> None:
    start = time.perf_counter()
    review = read_import(Source("odd.html", data=f"<html><body>{html}".encode()))
    assert time.perf_counter() - start < 10
    assert any("an owl that is falling" in block.plain for block in review.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 3_000_000,
        "by " * 500_000,
        "© 2019 " * 300_000,
        "a\n" * 500_000,
        "a-\n" * 400_000,
        "---\n" + "a: b\n" * 200_000,
        "+++\n" + "[" * 20_000 + "\n+++\nThe owl.",
        "Home > " * 300_000,
        "(photo " * 40 + "\n\n" + "photo: photo by " * 15,
        ("Director: " * 20 + "\n") * 5000,
        ("x, " * 40 + "126\n") * 5000,
        "From: " + "a@" * 500_000 + "\nSubject: x\n",
        "Subject: x\n" * 100_000,
        "News\n" * 100_000,
        "Sign up to it\n\n" * 100_000,
        "“" + "a” - " * 300_000,
        "---\nauthor:\n" + "- a\n" * 4000 + "---\nThe owl.",
        "â€\ufffd a " * 300_000,
    ],
)
def test_odd_texts_are_read_in_fair_time(text: str) -> None:
    start = time.perf_counter()
    read_import(Source("odd.txt", data=text.encode()))
    assert time.perf_counter() - start < 10


def test_what_could_steer_the_terminal_is_harmless() -> None:
    text = "The \x1b[31mOwl\x1b]0;x\x07\n\n" + PROSE + "\u202e\u2066\x9b2J &#27;[2J"
    for name in ("a.txt", "a.md", "a.html"):
        data = f"<html><title>\x1b[2J</title><p>{text}" if name == "a.html" else text
        review = read_import(Source(name, data=data.encode()))
        shown = [review.title, review.author, *(block.plain for block in review.blocks)]
        shown += [part.block.plain for part in review.aside]
        assert not any(c < " " and c != "\n" for words in shown for c in words)
        assert not any(c in words for words in shown for c in "\x9b\u202e\u2066")


def test_bytes_of_no_encoding_become_a_text_all_the_same() -> None:
    data = PROSE.encode() + b"\xff\xfe\x81 caf\xe9 " + PROSE.encode()
    review = read_import(Source("bad.txt", data=data))
    assert "He sits down" in review.blocks[0].plain
    assert review.notes


# E-books


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
        (epub({"a.xhtml": BODY}, opf="<package"), "Its part OEBPS/book.opf is no XML."),
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
    assert why_refused(bytes(data), "a.epub").startswith("Its part OEBPS/a.xhtml is damaged")


# PDF


def test_a_pdf_without_text_is_refused() -> None:
    assert why_refused(pdf([[]]), "a.pdf").startswith("It holds pictures of pages, but no text.")


def test_without_its_library_a_pdf_names_what_to_install() -> None:
    program = (
        "import sys; sys.modules['pypdf'] = None\n"
        "from herreader.importing import Source, read_imports\n"
        "try: read_imports(Source('a.pdf', data=b'%PDF-1.4'))\n"
        "except Exception as error: print(type(error).__name__, error.message)"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("ImportRefusedError")
    assert "pip install 'herreader[pdf]'" in done.stdout

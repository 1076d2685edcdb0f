"""What is hostile, broken or simply no text gives one clear error, soon and in little memory."""

import os
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cpu_time import within
from single import read_import, why_not_opened, why_refused

from herreader.importing import LARGEST, Search, Source
from herreader.importing.opening import read_bytes

PROSE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 6
)
ARTICLE = '{"@type": "Review", "headline": "It"}'
ARTICLES = f"<script type='application/ld+json'>[{', '.join([ARTICLE] * 9000)}]</script>"


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
        (b"[InternetShortcut]\r\nURL=https://owl.example/\r\n", "It is a link to a page."),
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
    (found,) = Search([tmp_path]).finish().refused
    assert found[1].message.startswith("It is a pipe")


def test_a_device_is_not_opened() -> None:
    assert why_not_opened(Path("/dev/zero")).startswith("It is a device, not a file.")
    assert Search(["/dev/zero"]).finish().sources == ()


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
    gathered = Search([locked]).finish()
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
    with within(5):
        why = why_refused(html.encode(), "deep.html")
    assert why.startswith("Its elements are nested more than")


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
        f"<p>{PROSE}</p>" + "<p class='share comment-list nav'>a</p>" * 20_000,
        f"<p>{PROSE}</p><!--" + "-" * 500_000,
        f"<p>{PROSE}</p>" + "<" * 500_000,
        f"<meta property='og:title' content='it'><p>{PROSE}</p>" + "<h1>The owl</h1>" * 30_000,
        f"<p>{PROSE}</p>{ARTICLES}" + "<h1>a</h1>" * 9000,
        f"<meta property='og:site_name' content='{'a' * 500_000}'><p>{PROSE}</p>" + "<p>a b" * 2000,
        f"<p>{PROSE}</p><p>" + "<time>a</time> b " * 60_000,
        f"<p>{PROSE}</p>" + "<div class=nav>" * 2500 + "<p>a" * 50_000,
        f"<p>{PROSE}</p>" + "<h2>Related</h2>" * 30_000,
    ],
    ids=[
        *("lists", "tables", "bold", "links", "zones", "breaks", "classes", "comment", "angles"),
        *("headings", "articles", "site", "times", "zoned", "related"),
    ],
)
def test_odd_pages_are_read_in_fair_time(html: str) -> None:
    with within(10):
        review = read_import(Source("odd.html", data=f"<html><body>{html}".encode()))
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
        "Subject: x\n" * 30_000,
        "News\n" * 30_000,
        "Sign up to it\n\n" * 30_000,
        "The lamp at night again\n\n" * 30_000,
        "“" + "a” - " * 300_000,
        "---\nauthor:\n" + "- a\n" * 4000 + "---\nThe owl.",
        "â€\ufffd a " * 300_000,
        "- a\nBig:\n" * 5000,
        "---\na: " + "[ " * 4000 + " ]" * 4000 + "\n---\nThe owl.",
    ],
)
def test_odd_texts_are_read_in_fair_time(text: str) -> None:
    with within(10):
        read_import(Source("odd.txt", data=text.encode()))


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

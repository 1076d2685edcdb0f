# ruff: noqa: RUF001 (an apostrophe that old encodings have elsewhere)
"""Pages that a browser has kept in one file, and mails."""

from email.message import EmailMessage

import pytest
from cpu_time import within
from single import read_import

from herreader.errors import ImportRefusedError
from herreader.importing import Imported, Source
from herreader.model.room import When

ONE = "He sits down because he’s tired, and an owl that is falling fills the screen above him. " * 4
PAGE = f"<html><head><title>The Owl</title></head><body><h1>The Owl</h1><p>{ONE}</p></body></html>"


def kept(*, html: str = "", text: str = "", charset: str = "utf-8", **fields: str) -> bytes:
    message = EmailMessage()
    for field, words in fields.items():
        message[field.replace("_", "-")] = words
    message.set_content(text or "See the page.", charset="utf-8", cte="base64")
    if html:
        message.add_alternative(html, subtype="html", charset=charset, cte="quoted-printable")
        message.add_attachment(b"GIF89a", "image", "gif")
    return message.as_bytes()


def read(data: bytes) -> Imported:
    return read_import(Source("page.mhtml", data=data))


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_the_page_in_a_web_archive_is_read_with_its_address(charset: str) -> None:
    fields = {
        "From": "Saved by a browser <x@y.example>",
        "Date": "Sun, 3 Mar 2024 11:22:33 +0000",
        "Snapshot_Content_Location": "https://reel.example/owl",
    }
    review = read(kept(html=PAGE, charset=charset, **fields))
    assert (review.title, review.author, review.date) == ("The Owl", "", None)
    assert review.source == "https://reel.example/owl"
    assert [block.plain for block in review.blocks] == [ONE.strip()]


@pytest.mark.parametrize("html", [PAGE, ""])
def test_a_mail_tells_who_wrote_it_on_what_and_when(html: str) -> None:
    fields = {
        "From": "=?utf-8?q?Zo=C3=AB_Lind?= <ada@cinema.example>",
        "Subject": "Fwd: The Owl",
        "Date": "Tue, 14 Jan 2014 18:30:01 +0000",
    }
    review = read(kept(html=html, text=ONE, **fields))
    assert (review.title, review.author, review.date) == ("The Owl", "Zoë Lind", When(2014, 1, 14))
    assert [block.plain for block in review.blocks] == [ONE.strip()]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"MIME-Version: 1.0\nContent-Type: image/gif\n\nGIF89a", "neither a page nor a text"),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n", "no words are in it"),
        (
            b"MIME-Version: 1.0\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
                for n in range(5000)
            ),
            "nested too deeply",
        ),
        (b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5000, "it is broken"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain;a*0*=b;a*=b\n\nx", "it is broken"),
        (b"MIME-Version: 1.0\n" + b"X: y\n" * 1_000_000, "more parts than a page"),
        (
            b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="a"\n\n'
            + b"--a\n\nx\n" * 50_000,
            "more parts than a page",
        ),
    ],
)
def test_an_archive_without_words_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ImportRefusedError, match=f"(?i){why}"):
        read(data)


@pytest.mark.parametrize(
    "field", ["From: " + "(" * 100_000, "From: a@b\nSubject: " + "=?a?q?x" * 100_000]
)
def test_a_field_that_takes_long_to_take_apart_is_cut(field: str) -> None:
    data = f"MIME-Version: 1.0\n{field}\n\n{ONE}"
    with within(5):
        read_import(Source("it.eml", data=data.encode()))


def test_the_fields_of_a_mail_may_be_in_utf_8() -> None:
    fields = "Subject: The Owl’s café\nFrom: Zoë Lind <a@b.example>"
    review = read(f"MIME-Version: 1.0\n{fields}\n\n{ONE}".encode())
    assert (review.title, review.author) == ("The Owl’s café", "Zoë Lind")


def test_a_part_of_a_mail_without_fields_is_a_text() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=owl"
    assert read(f"{head}\n\n--owl\n\n{ONE}\n--owl--\n".encode()).blocks[0].plain == ONE.strip()


def test_the_address_of_a_web_archive_holds_nothing_that_steers_a_terminal() -> None:
    address = "https://reel.example/\x1b[2Jcafé"
    head = f"MIME-Version: 1.0\nSnapshot-Content-Location: {address}\nContent-Type: text/html"
    source = read(f"{head}\n\n{PAGE}".encode()).source
    assert source == address.replace("\x1b", "\ufffd")


@pytest.mark.parametrize("subject", ["=?nonsense?q?The_Owl?=", "=?utf-8?b?a?="])
def test_fields_in_no_encoding_do_no_harm(subject: str) -> None:
    head = f"MIME-Version: 1.0\nSubject: {subject}\nFrom: ".encode() + b"\xff\xfe <a@b>\n\n"
    assert read(head + ONE.encode()).blocks[0].plain == ONE.strip()

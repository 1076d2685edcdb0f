"""What a mail or a post in a forum says itself, without the words of others around it."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from single import read_import

from herreader.importing import AsideKind, Imported, Source
from herreader.model.room import When
from herreader.model.text import BlockKind

ONE = (
    "He sits down because he is tired, and an owl that is falling fills the screen above him. " * 4
).strip()
TWO = "Catherine signs, and the lunch is over before the soup; nobody was ever lonelier."
THEIRS = "Have you seen it yet? I thought of you at the picnic, and at the owl behind him."
ASKED = "On Mon, 3 Mar 2014 at 10:02, Sam Shepards <sam@cinema.example> wrote:"
FIELDS = ["From: Ada Lind <ada@cinema.example>", "Subject: Re: The Owl"]


def mail(*lines: str) -> Imported:
    message = EmailMessage()
    for field in FIELDS:
        name, _, words = field.partition(": ")
        message[name] = words
    message.set_content("\n".join(lines))
    return read_import(Source("owl.eml", data=message.as_bytes()))


def pasted(*lines: str) -> Imported:
    return text(*FIELDS, "", *lines)


def text(*lines: str) -> Imported:
    return read_import(Source("copied.txt", data="\n".join(lines).encode()))


def plain(review: Imported) -> list[str]:
    return [block.plain for block in review.blocks]


def aside(review: Imported) -> dict[str, str]:
    return {entry.block.plain: entry.kind for entry in review.aside}


@pytest.mark.parametrize("read", [mail, pasted])
def test_a_mails_foot_and_the_mail_that_it_answers_are_set_aside(
    read: Callable[..., Imported],
) -> None:
    foot = ["--", "Ada Lind", "Tel. 641 8316"]
    review = read(ONE, "", TWO, "", *foot, "", ASKED, f"> {THEIRS}", "", "Sent from my iPad")
    assert plain(review) == [ONE, TWO]
    off = aside(review)
    assert [off[words] for words in foot] == [AsideKind.FOOTER] * 3
    assert off["Sent from my iPad"] is AsideKind.FOOTER
    assert (off[ASKED], off[THEIRS]) == (AsideKind.COMMENT, AsideKind.COMMENT)


def test_all_that_a_mail_cites_of_the_one_it_answers_is_set_aside() -> None:
    review = mail(ASKED, f"> {THEIRS}", "", ONE, "", "> And the kerb?", TWO)
    assert plain(review) == [ONE, TWO]
    assert aside(review)["And the kerb?"] is AsideKind.COMMENT


def test_the_mail_below_an_answer_is_set_aside_whole() -> None:
    review = mail(ONE, "", "-----Original Message-----", "From: Sam", "", THEIRS)
    assert plain(review) == [ONE]


@pytest.mark.parametrize("above", [ASKED, "-----Original Message-----"])
def test_words_of_another_are_kept_where_the_mail_has_none_of_its_own(above: str) -> None:
    review = mail("Look!", "", above, f"> {ONE}")
    assert plain(review) == ["Look!", above, ONE]


def test_what_a_mail_cites_of_nobody_is_kept() -> None:
    assert plain(mail(ONE, "", f"> {THEIRS}", "", TWO)) == [ONE, THEIRS, TWO]


def test_what_a_review_cites_of_a_critic_is_kept() -> None:
    review = text(ONE, "", "Sam Shepards wrote:", f"> {THEIRS}", "", TWO)
    assert plain(review) == [ONE, "Sam Shepards wrote:", THEIRS, TWO]
    assert review.blocks[2].kind is BlockKind.QUOTATION


def test_of_a_post_the_words_of_others_and_the_box_on_its_user_are_set_aside() -> None:
    box = ["cinephile_bob", "Posts: 1,204", "Joined: Mar 2009", "Location: Duluth"]
    review = text(
        *("Re: Her - that ending?", "by cinephile_bob » Tue Jan 21, 2014 3:15 pm", "", ONE, ""),
        *("Quote:", "> pixie wrote:", f"> {THEIRS}", "", TWO, "-" * 32, *box),
    )
    assert (review.title, review.author) == ("Re: Her - that ending?", "cinephile_bob")
    assert review.date == When(2014, 1, 21)
    assert plain(review) == [ONE, TWO]
    off = aside(review)
    assert off[THEIRS] is AsideKind.COMMENT
    assert [off[words] for words in box] == [AsideKind.RELATED] * 4


@pytest.mark.parametrize(
    "lines", [["Location: Duluth", "From: a friend"], ["Posts: the story of a fence", "He waits."]]
)
def test_lines_that_only_look_like_such_a_box_are_kept(lines: list[str]) -> None:
    assert plain(text(ONE, "", *lines, "", ONE[:300]))[1:3] == lines


@pytest.mark.parametrize(
    "line",
    ["Sent from my iPhone", "Get Outlook for Android", "Envoyé de mon iPhone", "Sent from Outlook"],
)
def test_what_a_telephone_signs_is_no_part_of_a_text(line: str) -> None:
    assert aside(text(ONE, "", TWO, "", line)) == {line: AsideKind.FOOTER}


@pytest.mark.parametrize("line", ["Sent from my heart", "Sent from the moon, she says"])
def test_what_a_writer_signs_is_kept(line: str) -> None:
    assert plain(text(ONE, "", TWO, "", line))[-1] == line


@pytest.mark.parametrize("first", ["Return-Path: <ada@owl.example>", "Path: news.example!owl"])
def test_a_mail_is_known_by_what_carried_it(first: str) -> None:
    head = f"{first}\nX-Mailer: Owl 1\nFrom: Ada Lind <ada@owl.example>\nSubject: The Owl\n"
    data = f"{head}Date: 14 Jan 2014 10:02:00 +0000\n\n{ONE}\n\n{TWO}\n".encode()
    review = read_import(Source("a.txt", data=data))
    assert (review.title, review.author, review.date) == ("The Owl", "Ada Lind", When(2014, 1, 14))
    assert review.date_words == "14 Jan 2014"
    assert [block.plain for block in review.blocks] == [ONE.strip(), TWO.strip()]


LONG = "DKIM-Signature: v=1; a=rsa-sha256;\n  b=owls\n" + "Received: from owl.example\n" * 300


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "first"), [("a.txt", ""), ("a.txt", "ARC-Seal: i=1\n"), ("a.eml", "X-Owl: 1\n")]
)
@pytest.mark.parametrize("version", ["", "Mime-Version: 1.0\n", "mime-version:1.0\n"])
def test_a_mail_is_known_however_long_its_head_is(
    name: str, first: str, version: str, end: str
) -> None:
    fields = f"{first}{LONG}From: Ada Lind <ada@owl.example>\nSubject: The Owl\n{version}"
    data = f"{fields}\n{ONE}\n\n{TWO}\n".replace("\n", end).encode()
    review = read_import(Source(name, data=data))
    assert (review.title, review.author) == ("The Owl", "Ada Lind")
    assert [block.plain for block in review.blocks] == [ONE.strip(), TWO.strip()]


def test_a_page_in_a_mail_is_found_however_its_version_is_written() -> None:
    head = f"{LONG}Mime-version: 1.0\nContent-Type: text/html\n\n"
    review = read_import(Source("a.eml", data=f"{head}<h1>The Owl</h1><p>{ONE}</p>".encode()))
    assert (review.title, [block.plain for block in review.blocks]) == ("The Owl", [ONE.strip()])


def test_what_a_mail_says_below_its_head_does_not_make_it_one() -> None:
    data = f"Received: in May\n\n{ONE}\n\nFrom: here\nSubject: {TWO}\n".encode()
    review = read_import(Source("a.txt", data=data))
    assert (review.title, plain(review)[0]) == ("Received: in May", ONE)


def test_a_text_that_only_begins_like_one_is_none() -> None:
    data = f"Path: where the owl comes from\n\n{ONE}\n\n{TWO}\n".encode()
    assert len(read_import(Source("a.txt", data=data)).blocks) >= 2


@pytest.mark.parametrize(
    ("text", "kept"), [(ONE + TWO, ONE + TWO), ("See the page.", "Look here.")]
)
def test_of_a_page_and_a_text_in_a_mail_the_one_that_says_much_more_is_read(
    text: str, kept: str
) -> None:
    data = (
        "From: Ada Lind <ada@owl.example>\nSubject: The Owl\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{text}\n"
        "--b\nContent-Type: text/html\n\n<p>Look here.</p>\n--b--\n"
    )
    review = read_import(Source("a.eml", data=data.encode()))
    assert [block.plain for block in review.blocks] == [kept.strip()]


@pytest.mark.parametrize(
    "sort", ["attachment", "attachment; filename=owls.txt", "inline; filename=owls.txt"]
)
def test_a_text_that_goes_with_a_mail_as_a_file_does_not_take_its_place(sort: str) -> None:
    data = (
        "From: Ada Lind <ada@owl.example>\nSubject: The Owl\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\n\n<p>{TWO}</p>\n"
        f"--b\nContent-Type: text/plain\nContent-Disposition: {sort}\n\n{ONE * 4}\n--b--\n"
    )
    review = read_import(Source("a.eml", data=data.encode()))
    assert [block.plain for block in review.blocks] == [TWO]
    alone = data.replace("text/html", "image/png")
    assert [block.plain for block in read_import(Source("a.eml", data=alone.encode())).blocks] == [
        ONE * 4
    ]


def test_the_foot_of_a_mailing_list_goes_with_that_of_the_writer() -> None:
    foot = "--\nAda\nSent from my phone\n_______________\nowls mailing list\nowls@lists.example\n"
    data = f"From: Ada Lind <ada@owl.example>\nSubject: The Owl\n\n{ONE}\n\n{TWO}\n\n{foot}"
    review = read_import(Source("a.eml", data=data.encode()))
    assert [block.plain for block in review.blocks] == [ONE.strip(), TWO.strip()]


NOTE = (
    "I found this in an old mailbox, of all places, and thought at once of that evening when we "
    "stood outside the cinema and could not agree about anything at all, least of all the owl."
)
SENT_ON = ["From: Milo Anders <milo@cinema.example>", "Date: Sat, Feb 1, 2014 at 7:00 AM"]
SENT_ON += ["Subject: Her", "To: Ada <ada@cinema.example>"]
OUTLOOK = ["From: Milo Anders [mailto:milo@cinema.example]", "Sent: Saturday, February 01, 2014"]
OUTLOOK += ["To: Ada Lind", "Subject: Her"]
FORWARDS = ["From: Ada Lind <ada@cinema.example>", "Subject: FW: Her", "Date: 14 Jul 2020 10:00"]


def forwarded(*lines: str, kind: str = "plain", subject: str = "Fwd: Her") -> Imported:
    head = f"From: Ada Lind <ada@cinema.example>\nSubject: {subject}\nDate: 14 Jul 2020 10:00:00\n"
    data = f"{head}Content-Type: text/{kind}; charset=utf-8\n\n" + "\n".join(lines)
    return read_import(Source("owl.eml", data=data.encode()))


def is_milos(review: Imported) -> bool:
    facts = (review.title, review.author, review.date)
    return facts == ("Her", "Milo Anders", When(2014, 2, 1))


@pytest.mark.parametrize("note", ["Look!", NOTE])
@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "-------- Forwarded Message --------",
        "Begin forwarded message:",
    ],
)
def test_a_mail_that_is_sent_on_is_the_text_and_its_own_head_says_whose(
    note: str, mark: str
) -> None:
    review = forwarded(note, "", mark, *SENT_ON, "", ONE, "", TWO)
    assert plain(review) == [note, ONE, TWO]
    assert is_milos(review)
    assert aside(review) == dict.fromkeys([mark, *SENT_ON], AsideKind.BYLINE)


@pytest.mark.parametrize("note", ["Look!", NOTE])
def test_a_mail_that_is_sent_on_as_a_page_is_the_text(note: str) -> None:
    head = "<br>".join(line.replace("<", "&lt;") for line in SENT_ON)
    review = forwarded(
        f'<div dir="ltr">{note}<br><div class="gmail_quote"><div class="gmail_attr">',
        f"---------- Forwarded message ---------<br>{head}<br></div>",
        f"<p>{ONE}</p><p>{TWO}</p></div></div>",
        kind="html",
    )
    assert plain(review) == [note, ONE, TWO]
    assert is_milos(review)


def test_a_mail_that_is_sent_on_as_cited_is_the_text() -> None:
    lines = [f"> {line}" if line else ">" for line in [*SENT_ON, "", ONE, "", TWO]]
    review = forwarded(NOTE, "", "Begin forwarded message:", "", *lines)
    assert plain(review) == [NOTE, ONE, TWO]
    assert is_milos(review)


@pytest.mark.parametrize("note", ["Look!", NOTE])
@pytest.mark.parametrize("mark", [["-----Original Message-----"], []])
def test_where_only_the_subject_says_so_a_mail_that_is_sent_on_is_the_text_as_well(
    note: str, mark: list[str]
) -> None:
    lines = [note, "", *mark, *OUTLOOK, "", ONE, "", TWO]
    for review in (text(*FORWARDS, "", *lines), forwarded(*lines, subject="FW: Her")):
        assert plain(review) == [note, ONE, TWO]
        assert is_milos(review)


@pytest.mark.parametrize("mark", [["-----Original Message-----"], []])
def test_a_mail_below_no_words_of_ones_own_is_sent_on_whatever_the_subject_says(
    mark: list[str],
) -> None:
    review = forwarded("See below.", "", *mark, *OUTLOOK, "", ONE, "", TWO, subject="Her")
    assert plain(review) == ["See below.", ONE, TWO]
    assert is_milos(review)


def test_a_mail_that_is_sent_on_is_known_without_the_head_above_it() -> None:
    review = text("---------- Forwarded message ---------", *SENT_ON, "", ONE, "", TWO)
    assert plain(review) == [ONE, TWO]
    assert is_milos(review)


def test_a_mail_that_is_sent_on_by_nobody_with_a_name_is_nobodys() -> None:
    sent_on = ["From: milo@cinema.example", *SENT_ON[1:]]
    review = forwarded("Look!", "", "Begin forwarded message:", *sent_on, "", ONE)
    assert (review.author, review.date) == ("", When(2014, 2, 1))


def test_a_review_that_sends_a_short_mail_on_is_its_senders() -> None:
    review = forwarded(ONE, "", "Begin forwarded message:", *SENT_ON, "", TWO)
    assert (review.author, review.date) == ("Ada Lind", When(2020, 7, 14))
    assert plain(review)[0] == ONE
    assert plain(review)[-1] == TWO


def test_what_the_mail_that_is_sent_on_answers_is_set_aside() -> None:
    review = forwarded(
        *("Look!", "", "Begin forwarded message:", *SENT_ON, "", ONE, ""),
        *("-----Original Message-----", "From: Sam", "", THEIRS),
    )
    assert plain(review) == ["Look!", ONE]


def test_what_is_sent_on_within_the_mail_that_is_answered_is_set_aside_with_it() -> None:
    cited = [f"> {line}" for line in ["Begin forwarded message:", *SENT_ON, THEIRS]]
    review = forwarded(ONE, "", ASKED, *cited, subject="Re: Her")
    assert plain(review) == [ONE]
    assert review.author == "Ada Lind"


def test_who_signs_the_text_of_a_mail_is_its_author_rather_than_a_sender_who_is_no_person() -> None:
    letter = ["From: The Friday Frame <hello@frame.example>", "Subject: Her"]
    review = text(*letter, "", "by Milo Anders", "", ONE, "", TWO)
    assert review.author == "Milo Anders"
    assert text(*letter, "", ONE, "", TWO).author == "The Friday Frame"


def test_what_a_mail_answers_between_its_own_words_is_set_aside_in_a_page_too() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Lind <ada@cinema.example>", "Re: [club] The Owl"
    lines = (
        ONE,
        ASKED.replace("<", "&lt;"),
        f"&gt; {THEIRS}",
        "&gt; &gt; And you?",
        TWO,
        "--",
        "Ada Lind",
    )
    listed = f"{'_' * 40} club mailing list club@cinema.example https://cinema.example/club"
    message.set_content("A page.")
    body = "".join(f"<p>{line}</p>" for line in (*lines, listed))
    message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    review = read_import(Source("owl.eml", data=message.as_bytes()))
    assert (review.title, plain(review)) == ("The Owl", [ONE, TWO])
    off = aside(review)
    assert (off[f"> {THEIRS}"], off[listed]) == (AsideKind.COMMENT, AsideKind.FOOTER)

"""What a room is opened from: files that are wrong, and a store that is broken."""

import sqlite3
from collections import UserDict
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shlex import quote

import pytest
from desk import Desk
from harbour import EDITED, LONG, MOODY, bookmark, found, harbour, held, rewrite, written
from own_reviews import bring, own_review
from small_rooms import SCENES, review, write_room

from herreader.errors import RoomError, TextError
from herreader.model.marks import Progress
from herreader.model.text import BlockKind, Place
from herreader.reading import Reading, open_file, open_reading
from herreader.store import FILE_SHELF
from herreader.store.database import Database
from herreader.store.migrations import STEPS, migrate
from herreader.text.quotation import passage_between


@pytest.fixture
def moody(tmp_path: Path) -> Desk:
    """A room in which there is something wrong with one of two reviews."""
    return harbour(tmp_path)


class SecondTry(UserDict[str, str]):
    """An environment that tells when the store's folder is looked for once more."""

    def __init__(self, desk: Desk, tell: Callable[[], object]) -> None:
        super().__init__(desk.environ)
        self._tell = tell
        self._asked = 0

    def __getitem__(self, name: str) -> str:
        self._asked += name == "HERREADER_DATA"
        if self._asked == 2:
            self._tell()
        return super().__getitem__(name)


def quotes(reading: Reading) -> list[tuple[bool, str]]:
    return [(mark.placed, mark.passage.quote) for mark in reading.bookmarks]


def damage(desk: Desk, table: str) -> None:
    """Damage the first page of one table alone, as a bad sector does."""
    with closing(sqlite3.connect(desk.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        statement = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        ((root,),) = connection.execute(statement, (table,))
        ((size,),) = connection.execute("PRAGMA page_size")
    with desk.database.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xaa" * size)


def test_a_review_with_a_problem_is_searched_at_each_launch(moody: Desk) -> None:
    for _ in range(2):
        assert found(moody, "owl") == {"dusk", "dawn"}


def test_a_review_with_a_problem_is_searched_as_it_is_now(moody: Desk) -> None:
    assert found(moody, "grey") == {"dusk"}
    rewrite(moody, "dusk", written(EDITED, **MOODY))
    assert (found(moody, "grey"), found(moody, "dark")) == (set(), {"dusk"})


def test_a_problem_of_a_review_is_told_at_each_launch_until_it_is_mended(moody: Desk) -> None:
    for _ in range(2):
        with closing(moody.reading()) as reading:
            (told,) = reading.problems
            assert "`mood` is not known here" in told
    rewrite(moody, "dusk", written(LONG))
    for _ in range(2):
        with closing(moody.reading()) as reading:
            assert reading.problems == ()


def test_a_bookmark_in_a_review_with_a_problem_follows_its_edited_sentence(moody: Desk) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    rewrite(moody, "dusk", written("It begins.", EDITED, "It ends.", **MOODY))
    with closing(moody.reading()) as reading:
        assert quotes(reading) == [(True, EDITED)]
        rewrite(moody, "dusk", written("It begins.", LONG, "It ends.", **MOODY))
        reading.reload()
        assert quotes(reading) == [(True, LONG)]


def test_a_scene_that_is_added_since_has_the_passages_that_named_it_before(moody: Desk) -> None:
    assert moody.room is not None
    rewrite(moody, "dusk", written("[It begins.]{scene=crow}"))
    with closing(moody.reading()) as reading:
        assert "The scene `crow` is unknown" in reading.problems[0]
    added = SCENES + '[[scene]]\nslug = "crow"\ntitle = "The crow"\n'
    (moody.room / "scenes.toml").write_text(added)
    for _ in range(2):
        with closing(moody.reading()) as reading:
            assert reading.problems == ()
            assert [stop.quote for stop in reading.crossref.stops("crow")] == ["It begins."]


def test_a_launch_writes_nothing_where_no_file_has_changed(moody: Desk) -> None:
    moody.reading().close()
    with moody.store() as store:
        store.changed_elsewhere()
        moody.reading().close()
        assert not store.changed_elsewhere()


def test_a_review_that_cannot_be_read_is_told_of_and_the_others_are_there(
    folder_of_nobody: Path,
) -> None:
    texts = {"dusk": written(LONG), "dawn": review("Dawn", "The owl leaves.")}
    room = write_room(folder_of_nobody / "harbour", texts, scenes=SCENES)
    desk = Desk(folder_of_nobody, room, "harbour")
    (room / "reviews/dusk.md").chmod(0)
    with closing(desk.reading()) as reading:
        assert [each.id for each in reading.room.reviews] == ["dawn"]
        (told,) = reading.problems
        assert told.startswith("reviews/dusk.md cannot be read: Permission denied.")


def test_a_room_that_cannot_be_read_leaves_no_store_open(folder_of_nobody: Path) -> None:
    room = write_room(folder_of_nobody / "harbour", {})
    desk = Desk(folder_of_nobody, room, "harbour")
    desk.reading().close()
    (room / "room.toml").write_text('id = "harbour"\ntitle = "Another"\n')
    (room / "room.toml").chmod(0)
    with pytest.raises(RoomError, match=r"room\.toml cannot be read: Permission denied"):
        desk.reading()
    assert not list(desk.database.parent.glob("*-wal"))


@pytest.mark.parametrize("table", ["indexed", "indexed_blocks", "indexed_room"])
def test_a_room_is_read_from_its_files_where_the_index_is_damaged(desk: Desk, table: str) -> None:
    with closing(desk.reading()) as reading:
        bookmark(reading, "keeper", 1, "The keeper keeps a log.")
    damage(desk, table)
    with closing(desk.reading()) as reading:
        assert [each.id for each in reading.room.reviews] == ["tide", "keeper", "gull"]
        block = reading.text("keeper").block(1)
        assert block is not None
        assert block.plain.startswith("The keeper keeps")
        assert len(reading.crossref.stops("owl")) == 5
        assert quotes(reading) == [(True, "The keeper keeps a log.")]
        assert reading.kept


def test_a_damaged_index_is_told_of(desk: Desk) -> None:
    desk.reading().close()
    damage(desk, "indexed")
    with closing(desk.reading()) as reading:
        assert all("The index could not be read: " in told for told in reading.notices)
        assert "damaged" in reading.notices[0]


@pytest.mark.parametrize("table", ["bookmark", "decision", "progress", "library", "text"])
def test_a_room_is_read_without_its_store_where_a_part_of_that_is_damaged(
    desk: Desk, table: str
) -> None:
    bring(desk, own_review())
    with closing(desk.reading()) as reading:
        bookmark(reading, "keeper", 1, "The keeper")
        passage = passage_between(reading.text("tide"), Place(3, 0), Place(3, 7))
        reading.link_by_hand("tide", "lamp", passage)
        reading.keep_progress(Progress("tide", Place(1, 0), Place(1, 0), 0.5))
    damage(desk, table)
    with closing(desk.reading()) as reading:
        assert [each.id for each in reading.room.reviews] == ["tide", "keeper", "gull"]
        assert not reading.kept
        assert not reading.remembers
        (notice,) = reading.notices
        assert "is damaged, and was left as it is; move the file aside" in notice
        assert notice.endswith("Until herreader is started again after that, nothing is kept.")


def test_a_file_is_read_without_a_store_where_that_is_damaged(desk: Desk) -> None:
    with closing(desk.file("owl.txt", "An owl falls.")) as reading:
        bookmark(reading, reading.room.reviews[0].id, 1, "An owl")
    damage(desk, "bookmark")
    with closing(desk.file("owl.txt", "An owl falls.")) as reading:
        assert not reading.remembers
        assert "is damaged" in reading.notices[0]


def test_progress_that_makes_no_sense_is_told_of_and_hides_no_other(desk: Desk) -> None:
    desk.reading().close()
    with closing(sqlite3.connect(desk.database)) as connection, connection:
        statement = "INSERT INTO progress VALUES ('lighthouse', {}, 1, 0, '', 1, 0, '', {}, 0, '')"
        connection.execute(statement.format("CAST(x'67ff' AS TEXT)", 0.5))
        connection.execute(statement.format("'gull'", "'half'"))
        connection.execute(statement.format("'tide'", 0.5))
    with closing(desk.reading()) as reading:
        assert {review: each.read for review, each in reading.progress.items()} == {"tide": 0.5}
        (notice,) = reading.notices
        expected = "2 places in reviews could not be read (gull, g\N{REPLACEMENT CHARACTER}); kept"
        assert notice.startswith(expected)


@pytest.mark.parametrize(
    "spoil", ["kind = 'dreamt'", "kind = CAST(x'ff' AS TEXT)", "evidence = CAST(x'ff' AS TEXT)"]
)
def test_a_link_that_makes_no_sense_hides_no_other(desk: Desk, spoil: str) -> None:
    bring(desk, own_review(), own_review("noon"))
    with closing(sqlite3.connect(desk.database)) as connection, connection:
        statement = f"UPDATE link SET {spoil} WHERE text = (SELECT min(text) FROM link)"  # noqa: S608 - our own
        connection.execute(statement)
    with closing(desk.reading()) as reading:
        reviews = [stop.review for stop in reading.crossref.stops("owl")]
        assert (reviews[-1], len(reviews)) == ("noon", 6)
        assert reading.crossref.by_block("night") == {}


@pytest.mark.parametrize("name", ["owl.md", "owl.txt"])
def test_a_byte_order_mark_is_no_part_of_a_file_that_is_opened_alone(desk: Desk, name: str) -> None:
    path = desk.folder / name
    path.write_bytes(b"\xef\xbb\xbf# Owls\r\n\r\nAn owl\r\nfalls.\r\n")
    with closing(open_file(path, environ=desk.environ)) as reading:
        blocks = [reading.text(str(path)).block(number) for number in (1, 2)]
    title = (BlockKind.HEADING, "Owls") if name == "owl.md" else (BlockKind.PARAGRAPH, "# Owls")
    assert [(block.kind, block.plain) for block in blocks if block] == [
        title,
        (BlockKind.PARAGRAPH, "An owl falls."),
    ]


@pytest.mark.parametrize("content", ["# Owls".encode("utf-16"), b"# Owls\0"])
def test_markdown_that_is_no_text_is_refused(desk: Desk, content: bytes) -> None:
    path = desk.folder / "owl.md"
    path.write_bytes(content)
    with pytest.raises(TextError, match=r"Cannot read owl\.md"):
        open_file(path, environ=desk.environ)


def test_a_book_that_is_opened_as_a_text_is_refused_with_what_imports_it(desk: Desk) -> None:
    path = desk.folder / "owl's.epub"
    path.write_bytes(b"PK\x03\x04" + bytes(40))
    with pytest.raises(TextError) as refused:
        open_file(path, environ=desk.environ)
    assert refused.value.message.endswith(f"to the room: herreader import {quote(str(path))}")


@pytest.mark.parametrize(("name", "is_told"), [("owl's page.html", True), ("owl.txt", False)])
def test_a_page_that_is_opened_as_a_text_is_shown_with_what_imports_it(
    desk: Desk, name: str, *, is_told: bool
) -> None:
    path = desk.folder / name
    path.write_text("<html><p>An owl falls.</p></html>")
    with closing(open_file(path, environ=desk.environ)) as reading:
        told = " ".join(reading.notices)
    assert (f"herreader import {quote(str(path))}" in told) is is_told


def test_a_room_has_marks_of_its_own_though_it_is_called_as_files_are(tmp_path: Path) -> None:
    room = write_room(tmp_path / "file", {"dusk": written(LONG)}, scenes=SCENES)
    desk = Desk(tmp_path, room, "file-room")
    with closing(desk.file("owl.txt", "An owl falls.")) as alone:
        bookmark(alone, alone.room.reviews[0].id, 1, "An owl")
    with closing(desk.reading()) as reading:
        assert "Use another id; until then it is `file-room`." in reading.problems[0]
        assert quotes(reading) == []
        assert reading.address("dusk", 1) == "dusk:1"
        bookmark(reading, "dusk", 1, LONG)
    (room / "reviews/dusk.md").unlink()
    with closing(desk.reading()) as reading:
        assert [mark.review for mark in reading.bookmarks] == ["dusk"]
    with desk.store() as store:
        assert list(store.index.headers(FILE_SHELF)) == [str(tmp_path / "owl.txt")]


def test_a_store_to_be_brought_up_to_date_is_waited_for(moody: Desk) -> None:
    moody.database.parent.mkdir()
    with closing(Database.open(moody.database)) as older:
        migrate(older, STEPS[:-1])
    with held(moody) as free:
        reading = open_reading(moody.room, environ=SecondTry(moody, free))
        assert (reading.kept, reading.notices) == (True, ())
        reading.close()

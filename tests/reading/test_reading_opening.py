"""What a room is opened from: files that are wrong, and a store that is broken."""

import os
import sqlite3
from collections import UserDict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from desk import Desk
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

LONG = "The owl lands on the white rail of the gallery, early in the long grey evening."
EDITED = LONG.replace("grey", "dark")
ABOVE = "Nothing is said of the owl here, or of the rail."
REFRAIN = "It is cold tonight."
MOODY = {"mood": "x"}
"""A key that no review has: a warning."""


def written(*paragraphs: str, **header: str) -> str:
    return review("Dusk", "\n\n".join(paragraphs), **header)


@pytest.fixture
def moody(tmp_path: Path) -> Desk:
    """A room in which there is something wrong with one of two reviews."""
    texts = {
        "dusk": written("It begins.", LONG, "It ends.", **MOODY),
        "dawn": review("Dawn", "The owl leaves."),
    }
    return Desk(tmp_path, write_room(tmp_path / "harbour", texts, scenes=SCENES), "harbour")


def rewrite(desk: Desk, name: str, content: str) -> None:
    assert desk.room is not None
    (desk.room / "reviews" / f"{name}.md").write_text(content, encoding="utf-8")


def found(desk: Desk, words: str) -> set[str]:
    with closing(desk.reading()) as reading:
        return set(reading.find_words(words).by_review)


def bookmark(reading: Reading, review: str, block: int, words: str) -> None:
    passage = passage_between(reading.text(review), Place(block, 0), Place(block, len(words)))
    assert passage.quote == words
    reading.toggle_bookmark(review, passage, "")


def stood_on(reading: Reading, review: str = "dusk") -> list[str]:
    """Give the words that are drawn as bookmarked."""
    text, marks = reading.text_as_read(review), [mark.passage for mark in reading.bookmarks]
    return [passage_between(text, mark.start, mark.end).quote for mark in marks]


def kept_places(desk: Desk) -> list[tuple[int, bool]]:
    return [(mark.passage.start.block, mark.placed) for mark in desk.bookmarks()]


@contextmanager
def held(desk: Desk) -> Iterator[Callable[[], object]]:
    """Let another program write until it is told to end."""
    with closing(sqlite3.connect(desk.database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield lambda: connection.execute("ROLLBACK")


@contextmanager
def nothing_indexed(desk: Desk) -> Iterator[None]:
    """Let each change to the index fail, as on a disk that is just full."""
    with closing(sqlite3.connect(desk.database)) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON indexed BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
        yield
        connection.execute("DROP TRIGGER full")


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


def test_bookmarks_stand_on_their_words_where_a_changed_file_cannot_be_taken_over(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    rewrite(moody, "dusk", written(ABOVE, ABOVE, "It begins.", LONG, "It ends."))
    with held(moody) as free:
        reading = moody.reading()
        assert stood_on(reading) == [LONG]
        (told,) = reading.notices
        assert told.startswith("Dusk has changed, but its bookmarks and links could not be moved")
        assert "try again in a moment. Until then it is shown as it was." in told
        reading.reload()
        assert reading.take_news() == ()
        seen = reading.version_of("dusk")
        free()
    reading.reload()
    assert reading.version_of("dusk") != seen
    assert (stood_on(reading), kept_places(moody)) == ([LONG], [(4, True)])
    reading.close()


def test_a_bookmark_on_words_that_another_window_has_moved_stands_where_they_are_now(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    rewrite(moody, "dusk", written(ABOVE, "It begins.", LONG, "It ends."))
    with held(moody) as free:
        reading = moody.reading()
        seen = reading.version_of("dusk")
        first = passage_between(reading.text_as_read("dusk"), Place(1, 0), Place(1, 10))
        free()
    moody.reading().close()
    reading.toggle_bookmark("dusk", first, "", seen)
    assert stood_on(reading) == ["It begins.", LONG]
    reading.close()


def test_a_changed_file_without_marks_is_read_as_it_is_though_nothing_can_be_kept(
    moody: Desk,
) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dawn", 1, "The owl")
    rewrite(moody, "dusk", written(EDITED))
    with held(moody), closing(moody.reading()) as reading:
        assert passage_between(reading.text("dusk"), Place(1, 0), Place(2, 0)).quote == EDITED
        assert reading.notices == ()


def test_a_file_that_is_only_touched_is_not_said_to_have_changed(moody: Desk) -> None:
    with closing(moody.reading()) as reading:
        bookmark(reading, "dawn", 1, "The owl")
    assert moody.room is not None
    path = moody.room / "reviews/dawn.md"
    os.utime(path, ns=(0, 0))
    with held(moody), closing(moody.reading()) as reading:
        assert (stood_on(reading, "dawn"), reading.notices) == (["The owl"], ())


def test_bookmarks_in_a_store_that_can_only_be_read_stand_on_their_words(
    folder_of_nobody: Path,
) -> None:
    texts = {"dusk": written("It begins.", LONG, "It ends.")}
    room = write_room(folder_of_nobody / "harbour", texts, scenes=SCENES)
    desk = Desk(folder_of_nobody, room, "harbour")
    with closing(desk.reading()) as reading:
        bookmark(reading, "dusk", 2, LONG)
    with closing(desk.file("owl.txt", f"An owl falls.\n\n{LONG}")) as alone:
        bookmark(alone, alone.room.reviews[0].id, 1, "An owl falls.")
    rewrite(desk, "dusk", written(ABOVE, "It begins.", LONG, "It ends."))
    desk.database.chmod(0o400)
    for _ in range(2):
        with closing(desk.reading()) as reading:
            assert stood_on(reading) == [LONG]
            assert "Dusk has changed, but" in reading.notices[-1]
    with closing(desk.file("owl.txt", f"{LONG}\n\nAn owl falls.")) as alone:
        assert alone.bookmarks == ()
        (told,) = alone.notices
        assert told.startswith("What is kept of the text could not be brought up to date: ")
        assert told.endswith("Until herreader is started again after that, nothing is kept.")


def test_a_bookmark_is_moved_once_though_what_is_kept_with_it_fails_at_first(moody: Desk) -> None:
    before = ("It begins on the sea.", REFRAIN, "The lamp is lit.", REFRAIN, "It ends.", REFRAIN)
    rewrite(moody, "dusk", written(*before))
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, REFRAIN)
    rewrite(moody, "dusk", written(ABOVE, "The gulls are away.", *before))
    with nothing_indexed(moody), closing(moody.reading()) as reading:
        assert [mark.passage.start.block for mark in reading.bookmarks] == [2]
        assert stood_on(reading) == [REFRAIN]
    moody.reading().close()
    assert kept_places(moody) == [(4, True)]


def test_a_bookmark_without_a_place_takes_no_other_while_its_file_is_away(moody: Desk) -> None:
    assert moody.room is not None
    path, aside = moody.room / "reviews/dusk.md", moody.folder / "dusk.md"
    rewrite(moody, "dusk", written("It begins.", REFRAIN, LONG, REFRAIN, "It ends."))
    with closing(moody.reading()) as reading:
        bookmark(reading, "dusk", 2, REFRAIN)
    rewrite(moody, "dusk", written("It begins.", LONG, REFRAIN, "It ends."))
    moody.reading().close()
    assert kept_places(moody) == [(2, False)]
    path.rename(aside)
    with closing(moody.reading()) as reading:
        assert [each.id for each in reading.room.reviews] == ["dawn"]
    assert found(moody, "grey") == set()
    aside.rename(path)
    assert found(moody, "grey") == {"dusk"}
    assert kept_places(moody) == [(2, False)]


def test_a_store_to_be_brought_up_to_date_is_waited_for(moody: Desk) -> None:
    moody.database.parent.mkdir()
    with closing(Database.open(moody.database)) as older:
        migrate(older, STEPS[:-1])
    with held(moody) as free:
        reading = open_reading(moody.room, environ=SecondTry(moody, free))
        assert (reading.kept, reading.notices) == (True, ())
        reading.close()

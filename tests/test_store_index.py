import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from herreader.model.links import Link, LinkKind
from herreader.model.room import Answers, Review, Room, Scene, When
from herreader.model.text import Block, BlockKind, Run, Style
from herreader.store import AWAY, Store

BIRD = Review(
    id="bird",
    title="The Bird on the Wall",
    byline="The project",
    date=When(2026, 2, 3),
    answers=Answers("Falling in love with AI", "A. Critic", "A Magazine", "2014"),
    words=3000,
    path=Path("/rooms/her/reviews/bird.md"),
)
BLOCKS = (
    Block(1, BlockKind.HEADING, "The owl 🦉", level=2, gap=2),
    Block(
        2,
        BlockKind.PARAGRAPH,
        'He sits down because he is "tired".\nAbove him: 梟',
        runs=(Run(3, 7, Style.EMPHASIS), Run(8, 12, Style.STRONG)),
    ),
    Block(3, BlockKind.ITEM, "claws first", level=1, gap=0, bullet="•"),
)
LINKS = (
    Link("owl", "bird", 2, 0, 7, "He sits"),
    Link(
        scene="kerb",
        review="bird",
        block=2,
        start=8,
        end=12,
        quote="down",
        kind=LinkKind.FOUND,
        evidence="the phrase “sits down”",
        confidence=0.625,
        continues=True,
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "herreader.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    store = Store.open(file)
    yield store
    store.close()


def spoil(file: Path, table: str, column: str, value: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - test's own
    connection.commit()
    connection.close()


def test_a_review_comes_back_as_it_was_parsed(store: Store) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    assert store.index.blocks("her", "bird", "f1") == BLOCKS
    assert store.index.headers("her") == {"bird": ("f1", BIRD)}
    assert store.index.links("her") == LINKS


def test_a_bare_review_comes_back_too(store: Store) -> None:
    bare = BIRD._replace(id="her\udce9", date=None, answers=None, path=Path("/her\udce9.md"))
    store.index.put("her", "f1", bare, (), ())
    assert store.index.blocks("her", bare.id, "f1") == ()
    assert store.index.headers("her") == {bare.id: ("f1", bare)}


def test_a_review_that_has_changed_since_is_absent(store: Store) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    assert store.index.blocks("her", "bird", "f2") is None
    assert store.index.blocks("her", "other", "f1") is None
    assert store.index.blocks("solaris", "bird", "f1") is None


def test_a_review_put_again_replaces_what_was_kept(store: Store) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    newer = BIRD._replace(title="New")
    store.index.put("her", "f2", newer, BLOCKS[:1], LINKS[:1])
    assert store.index.blocks("her", "bird", "f1") is None
    assert store.index.blocks("her", "bird", "f2") == BLOCKS[:1]
    assert store.index.headers("her") == {"bird": ("f2", newer)}
    assert store.index.links("her") == LINKS[:1]


def test_links_of_a_room_come_by_review_and_then_as_they_stand(store: Store) -> None:
    first = LINKS[0]._replace(review="arithmetic")
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    store.index.put("her", "f1", BIRD._replace(id="arithmetic"), BLOCKS, (first,))
    store.index.put("solaris", "f1", BIRD, BLOCKS, LINKS)
    assert store.index.links("her") == (first, *LINKS)


def test_a_forgotten_review_leaves_no_links_and_no_blocks(store: Store, file: Path) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    store.index.forget("her", "bird")
    store.index.forget("her", "never there")
    assert store.index.blocks("her", "bird", "f1") is None
    assert store.index.links("her") == ()
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM indexed_blocks").fetchone() == (0,)
    connection.close()


def test_of_a_review_that_is_set_aside_the_last_header_and_blocks_are_there(
    store: Store,
) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    store.index.set_aside("her", "bird")
    store.index.set_aside("her", "never there")
    assert store.index.blocks("her", "bird") == BLOCKS
    assert store.index.blocks("her", "bird", "f1") is None
    assert store.index.headers("her") == {"bird": (AWAY, BIRD)}
    assert store.index.fingerprint("her", "bird") == AWAY
    assert store.index.fingerprint("her", "never there") is None
    assert store.index.links("her") == ()
    assert store.search.find("her", "claws") == ()
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    assert store.index.headers("her") == {"bird": ("f1", BIRD)}
    assert len(store.search.find("her", "claws")) == 1


@pytest.mark.parametrize(
    "nonsense", ["", "{", "7", "null", "[7]", '[["a"]]', '{"a": 1}', '[[1,"song","x",[],0,1,""]]']
)
def test_what_cannot_be_decoded_counts_as_absent(store: Store, file: Path, nonsense: str) -> None:
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    spoil(file, "indexed", "header", nonsense)
    spoil(file, "indexed", "links", nonsense)
    spoil(file, "indexed_blocks", "blocks", nonsense)
    assert store.index.blocks("her", "bird", "f1") is None
    assert store.index.headers("her") == {}
    assert store.index.links("her") == ()
    store.index.put("her", "f1", BIRD, BLOCKS, LINKS)
    assert store.index.blocks("her", "bird", "f1") == BLOCKS
    assert store.index.headers("her") == {"bird": ("f1", BIRD)}
    assert store.index.links("her") == LINKS


HER = Room(
    id="her",
    title="Her",
    work="Her 映画",
    folder=Path("/rooms/her"),
    year=2013,
    language="en",
    about="A room",
    scenes=(
        Scene("owl", "The owl 🦉", 1, "It falls.", people=("Amy",), cues=("owl|bird screen",)),
        Scene("joy", "Joy", 2, numbers=("641",), unlike=("joy ride",)),
    ),
    signs=("Jonze",),
)


def test_a_header_of_a_room_comes_back_as_it_was_parsed(store: Store) -> None:
    store.index.put_room("f1", HER, ("bird", "arithmetic"))
    assert store.index.room(HER.folder, "f1") == (HER, ("bird", "arithmetic"))


def test_another_state_or_folder_has_no_header(store: Store) -> None:
    store.index.put_room("f1", HER, ())
    assert store.index.room(HER.folder, "f2") is None
    assert store.index.room(Path("/rooms/him"), "f1") is None


def test_a_header_takes_the_place_of_the_one_before(store: Store) -> None:
    store.index.put_room("f1", HER, ())
    store.index.put_room("f2", HER._replace(title="New"), ())
    assert store.index.room(HER.folder, "f1") is None
    assert store.index.room(HER.folder, "f2") == (HER._replace(title="New"), ())


def test_a_folder_whose_name_is_not_unicode_has_a_header(store: Store) -> None:
    odd = HER._replace(folder=Path("/rooms/her\udce9"))
    store.index.put_room("f1", odd, ())
    assert store.index.room(odd.folder, "f1") == (odd, ())


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        '["her", "Her", "Her", null, "", "", [], [], [["owl", "The owl", 1]]]',
        '["her", "Her", "Her", null, "", "", [], [], 5]',
    ],
)
def test_a_header_that_cannot_be_decoded_is_not_there(
    store: Store, file: Path, broken: str
) -> None:
    store.index.put_room("f1", HER, ())
    spoil(file, "indexed_room", "header", broken)
    assert store.index.room(HER.folder, "f1") is None

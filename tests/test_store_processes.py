"""Two herreaders at once, and one that dies."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import herreader
from herreader.model.marks import Progress
from herreader.model.text import Passage, Place
from herreader.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROOT = Path(herreader.__file__).parent.parent
PREAMBLE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from herreader.model.text import Passage, Place
from herreader.store import Store
from herreader.store.waiting import once_free

def add(store, note):
    passage = Passage(Place(1, 0), Place(1, 6), "an owl")
    store.bookmarks.add("her", "bird", passage, section="", note=note, created=datetime.now(UTC))

file, name = Path(sys.argv[1]), sys.argv[2]
"""
ADD_MANY = """
print("ready", flush=True)
sys.stdin.readline()
store = once_free(lambda: Store.open(file), 60)
for number in range(100):
    once_free(lambda: add(store, f"{name}{number}"), 60)
store.close()
"""
ADD_UNTIL_KILLED = """
store = Store.open(file)
for number in range(1_000_000):
    add(store, str(number))
    print(number, flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "herreader.db"


@pytest.fixture
def pair(file: Path) -> Iterator[tuple[Store, Store]]:
    one, two = Store.open(file), Store.open(file)
    yield one, two
    one.close()
    two.close()


def start(script: str, file: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - a script of this test's own
        [sys.executable, "-c", PREAMBLE + script, str(file), name],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def notes(file: Path) -> list[str]:
    store = Store.open(file)
    try:
        return [bookmark.note for bookmark in store.bookmarks.all("her")]
    finally:
        store.close()


def add(store: Store, note: str) -> None:
    passage = Passage(Place(1, 0), Place(1, 6), "an owl")
    store.bookmarks.add("her", "bird", passage, section="", note=note, created=NOON)


def test_herreaders_that_start_and_write_at_the_same_time_lose_nothing(file: Path) -> None:
    names = "abcd"
    processes = [start(ADD_MANY, file, name) for name in names]
    for process in processes:
        assert process.stdout is not None
        process.stdout.readline()
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=120)
    assert [process.returncode for process in processes] == [0] * 4
    assert sorted(notes(file)) == sorted(f"{name}{n}" for name in names for n in range(100))


def test_no_bookmark_is_lost_when_the_process_is_killed(file: Path) -> None:
    with start(ADD_UNTIL_KILLED, file, "killed") as process:
        assert process.stdout is not None
        seen = [process.stdout.readline().strip() for _ in range(50)]
        process.kill()
        seen += [line.strip() for line in process.stdout if line.endswith("\n")]
    kept = notes(file)
    assert kept[: len(seen)] == seen
    assert len(kept) <= len(seen) + 1


def test_one_herreader_sees_what_the_other_wrote_and_is_told_once(
    pair: tuple[Store, Store],
) -> None:
    one, two = pair
    assert not two.changed_elsewhere()
    add(one, "mine")
    assert not one.changed_elsewhere()
    assert two.changed_elsewhere()
    assert not two.changed_elsewhere()
    assert [bookmark.note for bookmark in two.bookmarks.all("her")] == ["mine"]


def test_interleaved_writes_of_two_herreaders_are_all_kept(pair: tuple[Store, Store]) -> None:
    one, two = pair
    for number in range(10):
        add(one, f"one{number}")
        add(two, f"two{number}")
    one.bookmarks.delete(two.bookmarks.all("her")[1].id, NOON)
    assert one.bookmarks.all("her") == two.bookmarks.all("her")
    assert len(one.bookmarks.all("her")) == 19


def test_a_bookmark_deleted_in_one_herreader_can_be_brought_back_in_the_other(
    pair: tuple[Store, Store],
) -> None:
    one, two = pair
    add(one, "mine")
    (bookmark,) = two.bookmarks.all("her")
    two.bookmarks.delete(bookmark.id, NOON)
    assert one.bookmarks.all("her") == ()
    one.bookmarks.restore(bookmark.id)
    assert two.bookmarks.all("her") == (bookmark,)


def test_two_herreaders_in_one_review_never_unread_it(pair: tuple[Store, Store]) -> None:
    one, two = pair
    one.progress.save("her", Progress("bird", Place(9, 0), Place(8, 0), 0.9), NOON)
    two.progress.save("her", Progress("bird", Place(2, 0), Place(1, 0), 0.2), NOON)
    assert one.progress.all("her")["bird"] == Progress("bird", Place(2, 0), Place(1, 0), 0.9)

"""A reader's own desk for each test, in a terminal that is the same everywhere."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

# What the terminal can do is read once, when Textual is imported: so it is settled here, before.
for name in [name for name in os.environ if name.startswith(("TEXTUAL", "HERREADER"))]:
    del os.environ[name]
for name in ("NO_COLOR", "UNICODE_VERSION", "CLICOLOR_FORCE", "FORCE_COLOR"):
    os.environ.pop(name, None)
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")

from desk import Desk  # noqa: E402 - it must not be imported before the terminal is settled
from own_reviews import bring, own_review  # noqa: E402
from small_rooms import write_lighthouse  # noqa: E402

from herreader.reading import Reading  # noqa: E402
from herreader.store import Store  # noqa: E402

NOBODY = 65534


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="take what the screen shows now for what it should show",
    )


@pytest.hookimpl(optionalhook=True)  # without xdist there are no workers
def pytest_xdist_auto_num_workers() -> int:
    """Take more workers than cores: a test of the screen waits for a third of its time."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_finish() -> None:
    """Keep all tests and what they have imported out of the garbage collections to come."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, write_lighthouse(tmp_path / "lighthouse"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    store = Store.open(tmp_path / "herreader.db")
    yield store
    store.close()


@pytest.fixture
def night(desk: Desk) -> None:
    """A review of the reader's own in the room, as `own_review` gives it."""
    bring(desk, own_review())


@pytest.fixture
def reading(desk: Desk) -> Iterator[Reading]:
    reading = desk.reading()
    yield reading
    reading.close()


@pytest.fixture
def other(desk: Desk, reading: Reading) -> Iterator[Reading]:  # noqa: ARG001 - it is there first
    """Another window on the same room."""
    other = desk.reading()
    yield other
    other.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for files to import."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def bundled_desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, None)


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """A folder of an ordinary user's, who is also the one that runs the test meanwhile."""
    root = os.geteuid() == 0
    if root:
        for name in ("herreader.rooms.reviews", "encodings.utf_8_sig"):
            import_module(name)  # nobody may not read the folder in which Python itself lies
        os.seteuid(NOBODY)
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # pytest's own are closed to nobody
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    if root:
        os.seteuid(0)
    shutil.rmtree(folder)


@pytest.fixture
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-snapshots"))

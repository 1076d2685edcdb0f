import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from herreader.paths import bundled_room
from herreader.rooms.loading import load_room

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own build
    return ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_the_room_and_all_that_the_screen_needs(wheel: ZipFile) -> None:
    names = set(wheel.namelist())
    assert {"herreader/content/room.toml", "herreader/content/scenes.toml"} <= names
    assert "herreader/tui/herreader.tcss" in names
    assert not [name for name in names if name.startswith(("tests/", "scripts/"))]


def test_the_room_in_the_wheel_is_the_checkouts(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    packed = load_room(bundled_room(tmp_path / "herreader"))
    here = load_room(bundled_room())
    assert packed.room.folder == tmp_path / "herreader/content"
    assert packed.room.scenes == here.room.scenes
    assert [path.read_bytes() for path in packed.files] == [
        path.read_bytes() for path in here.files
    ]


def test_the_command_is_installed_by_its_name(wheel: ZipFile) -> None:
    entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert b"herreader = herreader.__main__:main" in wheel.read(entry)


@pytest.mark.parametrize(
    ("candidates", "code", "expected"),
    [
        ([sys.executable], 0, sys.executable),
        (["no-such-python", sys.executable], 0, sys.executable),
        (["no-such-python"], 1, "Python 3.11 or newer"),
        (["./old-python"], 1, "Python 3.11 or newer, but ./old-python is Python 3.9.2"),
    ],
)
def test_a_python_that_is_new_enough_is_found_or_asked_for(
    tmp_path: Path, candidates: list[str], code: int, expected: str
) -> None:
    old = tmp_path / "old-python"
    old.write_text(
        '#!/bin/sh\ncase "$*" in --version) echo Python 3.9.2;; *version_info*) exit 1;; esac\n'
    )
    old.chmod(0o755)
    command = [str(ROOT / "scripts/find-python"), *candidates]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == code
    assert expected in (done.stdout if code == 0 else done.stderr)

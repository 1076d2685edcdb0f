"""What may not be read is told with a command that opens it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from herreader.importing import Search
from herreader.text.permission import why_closed
from herreader.text.streamed import StreamedText

_NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of a reader who is not root, to whom nothing would be closed."""
    root = os.geteuid() == 0
    with TemporaryDirectory() as name:
        if root:
            os.chown(name, _NOBODY, _NOBODY)
            os.seteuid(_NOBODY)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def carry_out(why: str) -> None:
    """Do what a refusal says, as a reader does who pastes it into a shell."""
    command = why.partition("Change that with: ")[2]
    subprocess.run(["/bin/sh", "-c", command], check=True)  # noqa: S603 - our own words


@pytest.mark.parametrize("name", ["owl.txt", "the owl's night.txt", "-rf.txt", "$(owl).txt"])
def test_the_command_on_a_closed_file_opens_it(folder: Path, name: str) -> None:
    path = folder / name
    path.write_text("An owl falls.")
    path.chmod(0)
    carry_out(why_closed(path))
    text = StreamedText(path)
    text.close()
    assert text.size == len("An owl falls.")


@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
def test_the_command_on_a_closed_folder_lets_its_files_be_found_and_read(
    folder: Path, mode: int
) -> None:
    closed = folder / "my reviews"
    closed.mkdir()
    (closed / "owl.txt").write_text("An owl falls.")
    closed.chmod(mode)
    ((_, error),) = Search([closed]).finish().refused
    carry_out(error.message)
    found = Search([closed]).finish()
    assert [source.name for source in found.sources] == [str(closed / "owl.txt")]
    assert not found.refused


def test_of_a_file_in_a_closed_folder_the_folder_is_opened(folder: Path) -> None:
    path = folder / "outer" / "inner" / "owl.txt"
    path.parent.mkdir(parents=True)
    path.write_text("An owl falls.")
    path.parent.parent.chmod(0o600)
    ((_, error),) = Search([path]).finish().refused
    carry_out(error.message)
    assert not Search([path]).finish().refused


def test_a_path_from_here_is_told_as_one_from_anywhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir(mode=0)
    monkeypatch.chdir(folder)
    assert why_closed(Path("closed")).endswith(f"chmod u+rx {folder}/closed")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_belongs_to_another_is_to_be_asked_for(folder: Path) -> None:
    os.seteuid(0)
    path = folder / "owl.txt"
    path.write_text("An owl falls.")
    path.chmod(0)
    os.seteuid(_NOBODY)
    assert "chmod" not in why_closed(path)
    assert "Ask its owner" in why_closed(path)

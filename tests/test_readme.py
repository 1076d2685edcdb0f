import re
import subprocess
import sys
from pathlib import Path

from herreader.rooms.checking import check_room

ROOT = Path(__file__).parent.parent


def test_the_readme_lists_the_keys_as_they_are() -> None:
    script = ROOT / "scripts" / "readme_keys.py"
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_readme_s_room_copied_to_the_letter_is_a_good_one(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```(toml|markdown)\n(.*?)```", readme, re.DOTALL)
    for name in ("room.toml", "scenes.toml"):
        text = next(words for kind, words in blocks if kind == "toml" and f"# {name}" in words)
        (tmp_path / name).write_text(text, encoding="utf-8")
    review = next(words for kind, words in blocks if kind == "markdown")
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "wet-grass.md").write_text(review, encoding="utf-8")
    assert check_room(tmp_path) == ()


def test_every_picture_that_the_readme_shows_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", readme)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)

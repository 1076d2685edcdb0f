import re
from pathlib import Path

import pytest
from desk import Desk
from piloting import NARROW, WIDE, played, running
from small_rooms import paragraph, review, write_room

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
FIRST = f"""
## What one sees

[An owl comes down the wall, *claws first*, at a man on a bench.]{{scene=owl}} He has his back to
it. {paragraph(1)}

> A quotation stands by itself, and is no link.

## What it means

[Then the lamp goes out, and **nobody** asks why.]{{scene=lamp}} {paragraph(2)}

*Figure: a lamp that is out.*

- One thing to keep.
- Another one, `as typed`.
"""
SECOND = "[The owl, to me, is a lamp with feathers.]{scene=owl} That is all there is to it."
SCENES = """
[[scene]]
slug = "owl"
title = "The owl on the wall"
summary = "At night, in the city, half-way."

[[scene]]
slug = "lamp"
title = "The lamp goes out"

[[scene]]
slug = "roof"
title = "The roof"
"""
VIEWS = {
    "wide-dark": (WIDE, "} b j j", ""),
    "wide-light": (WIDE, "t } b j j", ""),
    "narrow": (NARROW, "} b j j", ""),
    "following-the-owl": (WIDE, "s enter ]", "b"),
}
"""By name: the size, the keys that lead there, and those of which the foot tells for a while."""


@pytest.fixture
def fixed_desk(tmp_path: Path) -> Desk:
    answers = 'answers = { title = "An older piece", author = "A. Critic", date = "2014" }'
    one = review("The First of Two", FIRST, byline="A. Reader").replace(
        "\n+++\n\n", f"\n{answers}\n+++\n\n"
    )
    reviews = {"one": one, "two": review("The Second", SECOND, byline="B. Reader")}
    room = write_room(tmp_path / "owls", reviews, scenes=SCENES, title="Owls", work="Owls")
    return Desk(tmp_path, room, "owls")


@pytest.mark.parametrize("name", VIEWS)
@played
async def test_the_room_looks_as_in_its_picture(
    fixed_desk: Desk, name: str, tmp_path: Path, *, update_snapshots: bool
) -> None:
    size, keys, told = VIEWS[name]
    async with running(fixed_desk, size=size) as seat:
        await seat.press(keys)
        await seat.kept(fixed_desk)  # so that the progress in the list is that of the page
        await seat.press(told)
        picture = normal(seat.app.export_screenshot(title="herreader"))
    path = SNAPSHOTS / f"{name}.svg"
    if update_snapshots:
        path.write_text(picture, encoding="utf-8")
    found = tmp_path / f"{name}.svg"
    found.write_text(picture, encoding="utf-8")
    same = path.read_text(encoding="utf-8") == picture
    assert same, f"{found} differs from {path}; take it with pytest --update-snapshots"


def normal(picture: str) -> str:
    """Take out of an SVG what changes with every change: the checksum in its names."""
    return re.sub(r"terminal-\d+", "terminal", picture)

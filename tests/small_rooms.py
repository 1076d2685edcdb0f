"""Rooms made for tests: small, and with nothing in them by chance."""

import json
from collections.abc import Mapping
from pathlib import Path

OWL_STOPS = 5
"""Passages on the owl in the lighthouse: two in Tide, one in Keeper, two in Gull."""

SCENES = """
[[scene]]
slug = "owl"
title = "The owl"
summary = "An owl lands on the gallery, early on."

[[scene]]
slug = "lamp"
title = "The lamp goes out"
summary = "The lamp fails, half-way."

[[scene]]
slug = "stairs"
title = "The stairs"

[[scene]]
slug = "roof"
title = "The roof"
"""


def write_room(
    folder: Path, reviews: Mapping[str, str], *, scenes: str = "", **header: str
) -> Path:
    """Write a room; `reviews` holds the content of each file by its stem."""
    (folder / "reviews").mkdir(parents=True)
    header = {"id": folder.name, "title": folder.name.title(), "work": "A film"} | header
    lines = [f"{name} = {json.dumps(value)}" for name, value in header.items()]
    order = f"reviews = {json.dumps(list(reviews))}" if reviews else ""
    (folder / "room.toml").write_text("\n".join([*lines, order]), encoding="utf-8")
    if scenes:
        (folder / "scenes.toml").write_text(scenes, encoding="utf-8")
    for stem, content in reviews.items():
        (folder / "reviews" / f"{stem}.md").write_text(content, encoding="utf-8")
    return folder


def review(title: str, text: str, **header: str) -> str:
    """Give a review's file."""
    lines = [f"{name} = {json.dumps(value)}" for name, value in ({"title": title} | header).items()]
    return "\n".join(["+++", *lines, "+++", "", text, ""])


def write_lighthouse(folder: Path) -> Path:
    """Write a room of three reviews and four scenes."""
    reviews = {
        "tide": review("The Tide Table", _tide(), byline="A. Reader"),
        "keeper": review("The Keeper Keeps", _keeper(), byline="B. Reader"),
        "gull": review("What the Gull Saw", _gull(), byline="C. Reader"),
    }
    return write_room(folder, reviews, scenes=SCENES, title="Lighthouse", work="The Lighthouse")


def paragraph(number: int) -> str:
    """Give a paragraph of six sentences that say where they are."""
    return " ".join(
        f"Sentence {sentence} of paragraph {number} goes on about the sea, as it does all day."
        for sentence in range(1, 7)
    )


def _tide() -> str:
    """Forty-four blocks: four headings, each with ten paragraphs below it.

    Block 1 is the first heading, block 12 the second; the paragraphs are numbered by their block.
    """
    blocks: list[str] = []
    for part in range(4):
        blocks.append(f"## Part {part + 1}")
        blocks += [paragraph(len(blocks) + 1 + number) for number in range(10)]
    owl = "[The owl lands on the rail, white as salt.]{scene=owl} Nobody remarks on it."
    blocks[2] = f"{owl} {paragraph(3)}"
    blocks[4] = f"[Then the lamp goes out at once.]{{scene=lamp}} {paragraph(5)}"
    blocks[24] = f"[The owl is back, and it is hungry.]{{scene=owl}} {paragraph(25)}"
    return "\n\n".join(blocks)


def _keeper() -> str:
    owl = "[An owl is a keeper without a lamp.]{scene=owl} That is all."
    stairs = '[The owl shares the stairs with the man.]{scene="stairs"} He counts them.'
    return f"The keeper keeps a log. It is short.\n\n{owl}\n\n{stairs}\n\nGood night."


def _gull() -> str:
    first = "[What the gull saw first was the owl.]{scene=owl} It thought little of it."
    lamp = "[It did see the lamp fail.]{scene=lamp} So did we."
    last = "[And it saw the owl leave, by daylight.]{scene=owl} Nobody waved."
    return f"A gull sees all. It says so.\n\n{first}\n\n{lamp}\n\n{last}\n\nThe end is near."

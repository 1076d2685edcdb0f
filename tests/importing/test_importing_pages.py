"""Saved pages and copied texts of invented sites: all of each review is kept, and nothing else."""

import tomllib
from pathlib import Path

import pytest
from single import read_import

from herreader.importing import Imported, Source

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name.removesuffix(".toml") for path in PAGES.glob("*.toml"))


def imported(name: str, *, keep_all: bool = False) -> Imported:
    return read_import(Source(name, PAGES / name), keep_all=keep_all)


def expected(name: str) -> dict[str, object]:
    return tomllib.loads((PAGES / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_the_review_is_kept_and_nothing_else(name: str) -> None:
    blocks = [[str(block.kind), block.plain] for block in imported(name).blocks]
    assert blocks == expected(name)["blocks"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_set_aside_is_called_what_it_is(name: str) -> None:
    aside = [[str(entry.kind), entry.block.plain] for entry in imported(name).aside]
    assert [entry for entry in expected(name)["aside"] if entry not in aside] == []  # type: ignore[attr-defined] # a list, as the file has it


@pytest.mark.parametrize("name", NAMES)
def test_title_author_date_and_source_are_found_or_stay_unknown(name: str) -> None:
    review, facts = imported(name), expected(name)
    assert (review.title, review.author, str(review.date)) == (
        facts["title"],
        facts["author"],
        str(facts.get("date")),
    )
    assert review.source == facts.get("source", name)


@pytest.mark.parametrize("name", NAMES)
def test_all_can_be_kept_in_its_place(name: str) -> None:
    apart = imported(name)
    kept = [(block.number, 0, block.plain) for block in apart.blocks]
    aside = [(part.after, part.block.number, part.block.plain) for part in apart.aside]
    review = imported(name, keep_all=True)
    assert review.aside == ()
    in_order = [words for *_, words in sorted(kept + aside)]
    assert [block.plain for block in review.blocks] == in_order
    assert [block.number for block in review.blocks] == list(range(1, len(in_order) + 1))

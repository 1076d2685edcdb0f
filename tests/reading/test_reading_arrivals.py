from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import Desk
from owl_night import rewrite, seaside

from herreader.importing import Overrides, Search
from herreader.reading.arrivals import read_arrivals
from herreader.reading.wishes import Wishes

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = seaside(tmp_path)
    assert desk.room is not None
    scenes = desk.room / "scenes.toml"
    scenes.write_text('makers = ["Ida Low"]\n' + scenes.read_text())
    return desk


def author_of(desk: Desk, text: str, wishes: Wishes | None = None) -> str:
    path = desk.folder / "film.txt"
    rewrite(path, text)
    library = desk.reading().library
    assert library is not None
    (source,) = Search([path]).finish().sources
    (arrival,) = read_arrivals(library, wishes or Wishes(), source, NOW)
    return arrival.imported.author


PAGE = "The Lighthouse\n\nby {}\n\nThe keeper sleeps, and the tide comes in, as it does.\n"


def test_who_made_the_work_is_not_taken_for_who_reviews_it(desk: Desk) -> None:
    assert author_of(desk, PAGE.format("Ada Reader")) == "Ada Reader"
    assert author_of(desk, PAGE.format("Ida Low")) == ""
    assert author_of(desk, PAGE.format("Ida Low\n\nReviewed by Ada Reader")) == "Ada Reader"


def test_a_page_whose_author_made_the_work_is_by_whom_it_names_next(desk: Desk) -> None:
    head = '<meta name="author" content="Ida Low"><meta name="byl" content="By Ada Reader">'
    body = "<h1>The Lighthouse</h1><p>The keeper sleeps, and the tide comes in, as it does.</p>"
    assert author_of(desk, f"<html><head>{head}</head><body>{body}</body></html>") == "Ada Reader"


def test_what_the_reader_says_holds_whoever_it_is(desk: Desk) -> None:
    wishes = Wishes(overrides=Overrides(author="Ida Low"))
    assert author_of(desk, PAGE.format("Ada Reader"), wishes) == "Ida Low"

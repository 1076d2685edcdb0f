from datetime import UTC, datetime
from pathlib import Path

from herreader.model.marks import Progress
from herreader.model.text import Place
from herreader.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HALF = Progress("bird", Place(12, 80, "an owl"), Place(11, 0, "He sits"), 0.5)


def test_reading_goes_on_where_it_ended_at_the_next_launch(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "herreader.db")
    first.progress.save("her", HALF, NOON)
    first.close()
    second = Store.open(tmp_path / "herreader.db")
    kept = second.progress.all("her")["bird"]
    second.close()
    assert kept == HALF
    assert (kept.place.quote, kept.top.quote) == ("an owl", "He sits")


def test_turning_back_moves_the_place_but_unreads_nothing(store: Store) -> None:
    store.progress.save("her", HALF._replace(read=1.0, finished=True), NOON)
    back = HALF._replace(place=Place(2, 1), top=Place(1, 0), read=0.1, finished=False)
    store.progress.save("her", back, NOON)
    assert store.progress.all("her") == {"bird": back._replace(read=1.0, finished=True)}


def test_reading_on_grows_what_is_read(store: Store) -> None:
    store.progress.save("her", HALF, NOON)
    store.progress.save("her", HALF._replace(read=0.75), NOON)
    assert store.progress.all("her")["bird"].read == 0.75


def test_each_room_and_each_review_has_its_own_progress(store: Store) -> None:
    other = HALF._replace(review="arithmetic", read=0.2)
    store.progress.save("her", HALF, NOON)
    store.progress.save("her", other, NOON)
    store.progress.save("solaris", HALF._replace(read=0.9), NOON)
    assert store.progress.all("her") == {"bird": HALF, "arithmetic": other}


def test_a_file_whose_name_is_not_unicode_keeps_its_progress(store: Store) -> None:
    odd = HALF._replace(review="her\udce9.md")
    store.progress.save("file", odd, NOON)
    store.progress.save("file", odd, NOON)
    assert store.progress.all("file") == {odd.review: odd}


def test_the_session_is_there_at_the_next_launch(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "herreader.db")
    first.session.save("her", {"review": "her\udce9.md", "theme": "dark"})
    first.close()
    second = Store.open(tmp_path / "herreader.db")
    kept = second.session.load("her")
    second.close()
    assert kept == {"review": "her\udce9.md", "theme": "dark"}


def test_saving_a_session_merges_with_what_was_saved(store: Store) -> None:
    store.session.save("her", {"theme": "dark", "width": "72"})
    store.session.save("her", {"width": "80", "focus": "yes"})
    store.session.save("solaris", {"width": "60"})
    assert store.session.load("her") == {"theme": "dark", "width": "80", "focus": "yes"}


def test_a_first_session_is_empty(store: Store) -> None:
    assert store.session.load("her") == {}
    assert store.progress.all("her") == {}

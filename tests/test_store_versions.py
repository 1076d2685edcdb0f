"""Versions of imported texts are told apart by their numbers, whatever their content is."""

from datetime import timedelta

import pytest
from imported_texts import LATER, NOON, ids, imported

from herreader.errors import OvertakenError
from herreader.model.imported import Dated, Known
from herreader.model.room import When
from herreader.store import Removed, Store


def test_what_was_removed_last_is_found_by_its_content_with_what_was_known_of_it(
    store: Store,
) -> None:
    store.library.add("her", imported())
    assert store.versions.removed("her", "of night") is None
    text = store.library.remove("her", "night", NOON)
    source = "/home/reader/night.html"
    known = Known("On night", "A. Critic", Dated(When(2014, 1, 9), "9 Jan"), source)
    assert store.versions.removed("her", "of night") == Removed("night", text, known)
    assert store.versions.removed("solaris", "of night") is None


def test_of_versions_with_one_content_the_one_with_the_number_comes_back(store: Store) -> None:
    store.library.add("her", imported())
    first = store.library.remove("her", "night", NOON)
    store.library.add("her", imported(batch="second"))
    second = store.library.remove("her", "night", LATER)
    for number, batch in ((first, "first"), (second, "second")):
        store.library.restore("her", "night", LATER, number)
        origin = store.library.origin("her", "night")
        assert (origin and origin.batch) == batch
        store.library.remove("her", "night", LATER, number)
    assert [each.text for each in store.versions.all("her")] == [first, second]


def test_another_version_than_the_one_with_the_number_is_not_removed(store: Store) -> None:
    store.library.add("her", imported())
    first = store.library.remove("her", "night", NOON)
    store.library.add("her", imported(digest="newer"))
    with pytest.raises(OvertakenError, match="Another version has taken its place"):
        store.library.remove("her", "night", LATER, first)
    assert ids(store) == ["night"]


def test_the_words_of_a_removed_review_are_those_of_its_last_version(store: Store) -> None:
    assert store.library.last_blocks("her", "night") is None
    newer = imported("night", "Not a bird at all.", digest="newer", at=LATER)
    store.library.add("her", imported())
    store.library.replace("her", newer, LATER)
    assert store.library.last_blocks("her", "night") == newer.blocks
    store.library.remove("her", "night", LATER + timedelta(hours=1))
    assert store.library.last_blocks("her", "night") == newer.blocks

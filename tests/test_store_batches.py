import pytest
from imported_texts import LATER, found, ids, imported

from herreader.errors import OvertakenError, StoreError
from herreader.store import Store


def bring(store: Store, batch: str, *names: str, words: str = "An owl falls.") -> None:
    """Let a run of the import bring reviews, or new versions of those that are there."""
    for name in names:
        text = imported(name, f"{words} It is {name}.", digest=f"{words} {name}")
        text = text._replace(links=(found(text, "owl", 1, words),))
        there = name in ids(store)
        with store.batches.bringing("her", batch, name):
            if there:
                store.library.replace("her", text, text.origin.imported)
            else:
                store.library.add("her", text)


def words(store: Store) -> list[str]:
    """Give the words linked to the owl, and so those of the versions that are there."""
    return [link.quote for link in store.links.of_scene("her", "owl")]


def test_a_run_is_taken_back_as_a_whole_and_brought_again(store: Store) -> None:
    bring(store, "1", "day")
    bring(store, "2", "night", "noon")
    taken = store.batches.take_back("her", "2", LATER)
    assert (taken.come, set(taken.gone)) == ((), {"night", "noon"})
    assert ids(store) == ["day"]
    assert words(store) == ["An owl falls."]
    again = store.batches.bring_again("her", "2", ("night", "noon"), LATER)
    assert (set(again.come), again.gone) == ({"night", "noon"}, ())
    assert ids(store) == ["day", "night", "noon"]
    assert len(words(store)) == 3


def test_what_a_run_replaced_comes_back_and_goes_again(store: Store) -> None:
    bring(store, "1", "night")
    bring(store, "2", "night", "noon", words="Claws first.")
    taken = store.batches.take_back("her", "2", LATER)
    assert (taken.come, set(taken.gone)) == (("night",), {"night", "noon"})
    assert words(store) == ["An owl falls."]
    again = store.batches.bring_again("her", "2", ("night", "noon"), LATER)
    assert (set(again.come), again.gone) == ({"night", "noon"}, ("night",))
    assert words(store) == ["Claws first.", "Claws first."]


def test_of_two_versions_that_a_run_brings_neither_stays(store: Store) -> None:
    bring(store, "1", "night")
    bring(store, "2", "night", words="Claws first.")
    bring(store, "2", "night", words="Wings last.")
    taken = store.batches.take_back("her", "2", LATER)
    assert (taken.come, taken.gone) == (("night",), ("night",))
    assert words(store) == ["An owl falls."]
    store.batches.bring_again("her", "2", ("night", "noon"), LATER)
    assert words(store) == ["Wings last."]


def test_a_text_that_a_run_has_brought_back_goes_with_it_and_not_with_its_first_run(
    store: Store,
) -> None:
    bring(store, "1", "night")
    store.library.remove("her", "night", LATER)
    with store.batches.bringing("her", "2", "night"):
        store.library.restore("her", "night", LATER)
    store.batches.take_back("her", "2", LATER)
    assert ids(store) == []
    store.library.restore("her", "night", LATER)
    store.batches.take_back("her", "1", LATER)
    assert ids(store) == []


def test_the_last_run_is_the_last_of_which_something_is_there(store: Store) -> None:
    assert store.batches.last("her") is None
    bring(store, "1", "day")
    bring(store, "2", "night")
    assert (store.batches.last("her"), store.batches.last("solaris")) == ("2", None)
    store.library.remove("her", "night", LATER)
    assert store.batches.last("her") == "1"


def test_what_was_removed_by_hand_is_let_alone(store: Store) -> None:
    bring(store, "1", "night", "noon")
    store.library.remove("her", "night", LATER)
    assert store.batches.take_back("her", "1", LATER).gone == ("noon",)
    with pytest.raises(OvertakenError, match="Nothing that it brought is here any more"):
        store.batches.take_back("her", "1", LATER)


def test_what_is_all_there_is_not_brought_again(store: Store) -> None:
    bring(store, "1", "night")
    with pytest.raises(OvertakenError, match="All that it brought is here already"):
        store.batches.bring_again("her", "1", ("night", "noon"), LATER)
    assert ids(store) == ["night"]


def test_a_run_is_not_brought_again_over_a_version_that_has_come_since(store: Store) -> None:
    bring(store, "1", "night")
    bring(store, "2", "night", "noon", words="Claws first.")
    store.batches.take_back("her", "2", LATER)
    bring(store, "3", "night", words="Wings last.")
    with pytest.raises(OvertakenError, match="Another version of 'night' is here"):
        store.batches.bring_again("her", "2", ("night", "noon"), LATER)
    assert (ids(store), words(store)) == (["night"], ["Wings last."])


def test_a_text_does_not_stand_twice_because_a_run_was_brought_again(store: Store) -> None:
    bring(store, "1", "night", "noon")
    store.batches.take_back("her", "1", LATER)
    store.library.add("her", imported("dusk", digest="An owl falls. noon"))
    with pytest.raises(OvertakenError, match="as 'dusk'; remove that one first"):
        store.batches.bring_again("her", "1", ("night", "noon"), LATER)
    assert ids(store) == ["dusk"]


def test_a_run_that_fails_is_not_noted(store: Store) -> None:
    bring(store, "1", "night")
    with (
        pytest.raises(StoreError, match="another review"),
        store.batches.bringing("her", "2", "night"),
    ):
        store.library.add("her", imported("night", digest="other"))
    assert store.batches.last("her") == "1"

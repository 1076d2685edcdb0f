import sqlite3
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from cpu_time import within
from imported_texts import NOON, found, imported

from herreader.errors import StoreError
from herreader.model.links import Link, LinkKind
from herreader.model.marks import Decision, Verdict
from herreader.model.text import Passage, Place
from herreader.reading.decisions import apply
from herreader.store import Store

TEXT = imported("night", "An owl falls. He sits down.", "It hangs above him.", "The kerb.")
FALLS = found(TEXT, "owl", 1, "An owl falls.")
SITS = found(TEXT, "owl", 1, "He sits down.")
HANGS = found(TEXT, "owl", 2, "It hangs above him.", continues=True)
KERB = found(TEXT, "kerb", 3, "The kerb.")
SOON = 5
"""Seconds; each decision compared with each takes several times as long."""


_MADE = count(1)


def decided(link: Link, verdict: Verdict) -> Decision:
    return Decision(
        next(_MADE),
        link.review,
        link.scene,
        verdict,
        link.block,
        link.start,
        link.end,
        link.quote,
        NOON,
    )


def by_hand(link: Link, *, continues: bool = False) -> Link:
    return link._replace(kind=LinkKind.BY_HAND, evidence="", confidence=1.0, continues=continues)


def test_without_decisions_the_links_are_as_they_were_found() -> None:
    assert apply((FALLS, HANGS, KERB), ()) == (FALLS, HANGS, KERB)


def test_linked_words_are_a_link_by_hand_whether_or_not_the_finder_found_them() -> None:
    linked = decided(SITS, Verdict.LINKED)
    assert apply((), (linked,)) == (by_hand(SITS),)
    assert apply((KERB,), (linked,)) == (by_hand(SITS), KERB)


def test_a_confirmed_link_is_by_hand_and_still_goes_on_in_the_next_one() -> None:
    confirmed = decided(SITS, Verdict.CONFIRMED)
    assert apply((SITS, HANGS), (confirmed,)) == (by_hand(SITS), HANGS)
    both = (confirmed, decided(HANGS, Verdict.CONFIRMED))
    assert apply((SITS, HANGS), both) == (by_hand(SITS), by_hand(HANGS, continues=True))


def test_a_rejected_link_is_gone_and_the_next_one_goes_on_from_nothing() -> None:
    rejected = decided(SITS, Verdict.REJECTED)
    assert apply((FALLS, SITS, HANGS), (rejected,)) == (FALLS, HANGS._replace(continues=False))


def test_a_written_link_can_be_rejected_too() -> None:
    written = KERB._replace(kind=LinkKind.WRITTEN, evidence="", confidence=1.0)
    assert apply((written,), (decided(written, Verdict.REJECTED),)) == ()


@pytest.mark.parametrize("words", ["An owl falls. He sits down.", "He sits", "falls. He", "down."])
def test_a_later_run_of_the_finder_overrides_nothing_wherever_it_draws_the_bounds(
    words: str,
) -> None:
    later = found(TEXT, "owl", 1, words, confidence=0.99)
    assert apply((later, KERB), (decided(SITS, Verdict.REJECTED),)) == (KERB,)
    for verdict in (Verdict.LINKED, Verdict.CONFIRMED):
        assert apply((later, KERB), (decided(SITS, verdict),)) == (by_hand(SITS), KERB)


def test_a_decision_says_nothing_of_other_scenes_reviews_blocks_and_words() -> None:
    others = (
        found(TEXT, "kerb", 1, "An owl falls."),
        SITS,
        HANGS._replace(continues=False),
        FALLS._replace(review="other"),
    )
    assert apply(others, (decided(FALLS, Verdict.REJECTED),)) == others


def test_of_two_decisions_on_the_same_words_the_later_one_wins() -> None:
    linked, rejected = decided(SITS, Verdict.LINKED), decided(SITS, Verdict.REJECTED)
    assert apply((SITS,), (linked, rejected)) == ()
    assert apply((SITS,), (rejected, linked)) == (by_hand(SITS),)


def test_an_edited_link_is_rejected_and_linked_anew_with_other_bounds() -> None:
    whole = found(TEXT, "owl", 1, "An owl falls. He sits down.")
    edit = (decided(whole, Verdict.REJECTED), decided(FALLS, Verdict.LINKED))
    assert apply((whole,), edit) == (by_hand(FALLS),)


def test_a_decision_whose_words_are_lost_does_nothing() -> None:
    lost = decided(SITS, Verdict.LINKED)._replace(placed=False)
    assert apply((KERB,), (lost,)) == (KERB,)


def test_decisions_are_there_at_the_next_launch_as_they_were_made(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "herreader.db")
    made = (
        first.decisions.decide("her", SITS, Verdict.LINKED, NOON),
        first.decisions.decide("her", KERB, Verdict.REJECTED, NOON),
        first.decisions.decide("her", FALLS._replace(review="bird"), Verdict.CONFIRMED, NOON),
    )
    first.decisions.decide("solaris", SITS, Verdict.LINKED, NOON)
    first.close()
    second = Store.open(tmp_path / "herreader.db")
    assert second.decisions.all("her") == made
    assert second.decisions.of("her", "night") == made[:2]
    assert second.decisions.of("her", "bird") == made[2:]
    second.close()


def test_a_decision_outlives_a_later_run_of_the_finder(store: Store) -> None:
    store.library.add("her", TEXT._replace(links=(FALLS, KERB)))
    store.decisions.decide("her", FALLS, Verdict.REJECTED, NOON)
    store.decisions.decide("her", HANGS, Verdict.LINKED, NOON)
    whole = found(TEXT, "owl", 1, "An owl falls. He sits down.")
    store.links.put("her", "night", (whole, KERB), "2")
    links = apply(store.links.of_review("her", "night"), store.decisions.of("her", "night"))
    assert links == (by_hand(HANGS), KERB)


def test_a_decision_is_undone_and_done_again(store: Store) -> None:
    kept = store.decisions.decide("her", KERB, Verdict.LINKED, NOON)
    undone = store.decisions.decide("her", KERB, Verdict.REJECTED, NOON)
    store.decisions.undo(undone.id, NOON)
    store.decisions.undo(undone.id, NOON)
    assert store.decisions.all("her") == (kept,)
    store.decisions.redo(undone.id)
    assert store.decisions.all("her") == (kept, undone)


def test_a_decision_moves_with_its_words_and_waits_where_they_are_lost(store: Store) -> None:
    made = store.decisions.decide("her", SITS, Verdict.LINKED, NOON)
    store.decisions.move(made.id, None)
    assert store.decisions.all("her") == (made._replace(placed=False),)
    across = Passage(Place(2, 0), Place(3, 4), "He sits\ndown")
    store.decisions.move(made.id, across)
    assert store.decisions.all("her") == (made._replace(placed=False),)
    store.decisions.move(made.id, Passage(Place(9, 4), Place(9, 17), "He sits down."))
    assert store.decisions.all("her") == (made._replace(block=9, start=4, end=17),)


def test_a_decision_that_never_was_is_an_error(store: Store) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: store.decisions.undo(7, NOON),
        lambda: store.decisions.redo(7),
        lambda: store.decisions.move(7, None),
    )
    for attempt in attempts:
        with pytest.raises(StoreError, match="no such decision"):
            attempt()


def test_a_decision_made_elsewhere_is_taken_once_even_if_it_is_undone_since(store: Store) -> None:
    linked, rejected = (SITS, Verdict.LINKED, NOON), (SITS, Verdict.REJECTED, NOON)
    assert store.decisions.take("her", [linked, linked], NOON) == 1
    assert store.decisions.take("her", [linked], NOON) == 0
    (taken,) = store.decisions.all("her")
    assert taken == decided(SITS, Verdict.LINKED)._replace(id=taken.id)
    store.decisions.undo(taken.id, NOON)
    assert store.decisions.take("her", [linked, rejected], NOON) == 1
    assert [decision.verdict for decision in store.decisions.all("her")] == [Verdict.REJECTED]


def test_a_decision_dated_ahead_is_taken_once_though_its_day_has_come_since(store: Store) -> None:
    soon, later = NOON + timedelta(minutes=5), NOON + timedelta(hours=1)
    linked = (SITS, Verdict.LINKED, soon)
    assert store.decisions.take("her", [linked], NOON) == 1
    rejected = store.decisions.decide("her", SITS, Verdict.REJECTED, NOON + timedelta(minutes=1))
    for now in (NOON + timedelta(minutes=2), later):
        assert store.decisions.take("her", [linked], now) == 0
    taken, last = store.decisions.all("her")
    assert (taken.decided, last) == (NOON, rejected)
    store.decisions.undo(taken.id, later)
    assert store.decisions.take("her", [linked], later) == 0
    assert store.decisions.all("her") == (rejected,)


def words(quote: str) -> Passage:
    return Passage(Place(1, 14), Place(1, 14 + len(quote)), quote)


def test_a_decision_whose_words_have_changed_with_their_text_is_not_taken_again(
    store: Store,
) -> None:
    linked = (SITS, Verdict.LINKED, NOON)
    store.decisions.take("her", [linked], NOON)
    (taken,) = store.decisions.all("her")
    store.decisions.move(taken.id, words("He lies down."))
    assert store.decisions.untaken("her", [linked]) == ()
    assert store.decisions.take("her", [linked], NOON) == 0
    store.decisions.undo(taken.id, NOON)
    assert store.decisions.take("her", [linked], NOON) == 0
    assert store.decisions.all("her") == ()


def test_a_decision_whose_words_have_changed_where_it_was_made_is_not_taken_again(
    store: Store,
) -> None:
    store.decisions.take("her", [(SITS, Verdict.LINKED, NOON)], NOON)
    edited = SITS._replace(quote="He lies down.")
    assert store.decisions.take("her", [(edited, Verdict.LINKED, NOON)], NOON) == 0


def test_decisions_of_one_moment_are_told_apart_by_their_words(store: Store) -> None:
    falls, sits, hangs = ((link, Verdict.LINKED, NOON) for link in (FALLS, SITS, HANGS))
    assert store.decisions.take("her", [falls, sits], NOON) == 2
    taken = store.decisions.all("her")[1]
    store.decisions.move(taken.id, words("He lies down."))
    assert store.decisions.untaken("her", [sits, falls, hangs]) == (hangs,)
    assert store.decisions.take("her", [falls, sits, hangs], NOON) == 1
    quotes = {made.quote for made in store.decisions.all("her")}
    assert quotes == {FALLS.quote, "He lies down.", HANGS.quote}


def test_a_decision_dated_ahead_whose_words_have_changed_is_not_taken_again(store: Store) -> None:
    ahead = (SITS, Verdict.LINKED, NOON + timedelta(hours=1))
    store.decisions.take("her", [ahead], NOON)
    (taken,) = store.decisions.all("her")
    store.decisions.move(taken.id, words("He lies down."))
    assert store.decisions.take("her", [ahead], NOON + timedelta(hours=2)) == 0


def test_one_who_decides_as_before_after_a_change_of_mind_is_followed(store: Store) -> None:
    for hour, verdict in enumerate((Verdict.LINKED, Verdict.REJECTED, Verdict.LINKED)):
        at = NOON + timedelta(hours=hour)
        assert store.decisions.take("her", [(SITS, verdict, at)], at) == 1
    assert apply((), store.decisions.all("her")) == (by_hand(SITS),)


def test_a_decision_on_a_review_whose_name_is_no_text_is_taken_once(store: Store) -> None:
    strange = (SITS._replace(review="night\udcff"), Verdict.LINKED, NOON)
    assert [store.decisions.take("her", [strange], NOON) for _ in range(2)] == [1, 0]


def test_a_decision_rules_over_those_before_it_though_a_clock_goes_back(store: Store) -> None:
    store.decisions.decide("her", SITS, Verdict.REJECTED, NOON)
    store.decisions.decide("her", SITS, Verdict.LINKED, NOON - timedelta(days=1))
    assert apply((SITS,), store.decisions.all("her")) == (by_hand(SITS),)


@pytest.mark.parametrize(
    "moment", ["tomorrow", "9999", "2999-01-01T00:00:00", "9999-12-31T23:59:59-12:00", b"\xff"]
)
def test_a_decision_of_no_moment_rules_over_none_that_comes_later(
    store: Store, tmp_path: Path, moment: str | bytes
) -> None:
    store.decisions.decide("her", FALLS, Verdict.LINKED, NOON)
    with sqlite3.connect(tmp_path / "herreader.db") as connection:
        connection.execute("UPDATE decision SET decided = ?", (moment,))
    connection.close()
    assert store.decisions.decide("her", SITS, Verdict.LINKED, NOON).decided == NOON


def test_a_selection_is_linked_in_an_act_whose_time_is_in_proportion(store: Store) -> None:
    with within(SOON), store.together("The links could not be kept"):
        for start in range(4_000):
            store.decisions.decide("her", SITS._replace(start=start), Verdict.LINKED, NOON)


def test_taking_many_decisions_takes_time_in_proportion(store: Store) -> None:
    links = [SITS._replace(block=number, quote=f"He sits {number}.") for number in range(1, 20_001)]
    with within(SOON):
        made = [(link, Verdict.LINKED, NOON) for link in links]
        assert store.decisions.take("her", made, NOON) == 20_000
        assert len(apply((), store.decisions.all("her"))) == 20_000


@pytest.mark.parametrize(
    ("column", "value"),
    [("verdict", "perhaps"), ("block", "x"), ("scene", b"\xff"), ("decided", "")],
)
def test_a_decision_of_another_herreader_is_passed_over_and_left_as_it_is(
    store: Store, tmp_path: Path, column: str, value: str | bytes
) -> None:
    strange = store.decisions.decide("her", FALLS, Verdict.LINKED, NOON)
    good = store.decisions.decide("her", FALLS, Verdict.REJECTED, NOON)
    with sqlite3.connect(tmp_path / "herreader.db") as connection:
        statement = f"UPDATE decision SET {column} = ? WHERE id = ?"  # noqa: S608 - a column of ours
        connection.execute(statement, (value, strange.id))
    connection.close()
    assert store.decisions.all("her") == (good,)
    store.decisions.undo(strange.id, NOON)
    assert store.decisions.all("her") == (good,)
    assert store.decisions.broken == ()

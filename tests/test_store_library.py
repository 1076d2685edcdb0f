import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from imported_texts import LATER, NOON, found, ids, imported, paragraphs

from herreader.errors import OvertakenError, StoreError
from herreader.model.imported import Aside, Dated, Known, LibraryText
from herreader.model.links import Spread
from herreader.model.marks import Progress
from herreader.model.room import When
from herreader.model.text import Block, BlockKind, Place, Run, Style
from herreader.store import Store

KNOWN = Known(
    "Owls", "B", Dated(When(2014, 1), "Jan 2014"), "https://example.org/a", frozenset(("title",))
)


def add_all(store: Store, texts: Iterable[LibraryText]) -> None:
    with store.together("The texts could not be added"):
        for text in texts:
            store.library.add("her", text)


def linked(review: str = "night") -> LibraryText:
    text = imported(review, "An owl falls, claws first.", "It is an owl on a screen.", "The kerb.")
    links = (
        found(text, "owl", 1, "An owl falls"),
        found(text, "owl", 2, "It is an owl on a screen.", continues=True),
        found(text, "owl", 3, "kerb", confidence=0.5),
        found(text, "kerb", 3, "The kerb."),
    )
    return text._replace(links=links)


def test_an_imported_text_is_there_at_the_next_launch_as_it_was(tmp_path: Path) -> None:
    blocks = (
        Block(1, BlockKind.HEADING, "The owl 🦉", level=2, gap=2),
        Block(2, BlockKind.PARAGRAPH, "He is\ntired: 梟", (Run(3, 5, Style.EMPHASIS),)),
        Block(3, BlockKind.ITEM, "claws first", level=1, gap=0, bullet="•"),
    )
    header = imported().review._replace(title="Night Owls")
    aside = (
        Aside("navigation", Block(1, BlockKind.ITEM, "Skip to main content", level=1), 0),
        Aside("comment", Block(2, BlockKind.PARAGRAPH, "First!"), 3),
    )
    text = imported()._replace(review=header, blocks=blocks, aside=aside)
    first = Store.open(tmp_path / "herreader.db")
    first.library.add("her", text)
    first.close()
    second = Store.open(tmp_path / "herreader.db")
    library = second.library
    assert library.headers("her") == (header,)
    assert library.blocks("her", "night") == blocks
    assert library.aside("her", "night") == aside
    assert library.origin("her", "night") == text.origin
    second.close()


def test_blocks_that_were_kept_in_years_past_are_read(store: Store, tmp_path: Path) -> None:
    store.library.add("her", imported()._replace(blocks=(), aside=()))
    with sqlite3.connect(tmp_path / "herreader.db") as connection:
        ((text,),) = connection.execute("SELECT id FROM text")
        row = (text << 20 | 2, "item", "claws first", '[[0, 5, "strong"]]', 1, 0, "3.")
        connection.execute("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        packed = '[[2,"item","claws first",[[0,5,"strong"]],1,0,"3."]]'
        connection.execute("INSERT INTO aside VALUES (?, ?, ?)", (text, '[["form",3]]', packed))
    connection.close()
    block = Block(2, BlockKind.ITEM, "claws first", (Run(0, 5, Style.STRONG),), 1, 0, "3.")
    assert store.library.blocks("her", "night") == (block,)
    assert store.library.aside("her", "night") == (Aside("form", block, 3),)


def test_a_text_of_whose_author_and_date_nothing_is_known_stays_so(store: Store) -> None:
    unknown = imported().review._replace(byline="", date=None)
    store.library.add("her", imported()._replace(review=unknown, blocks=()))
    assert store.library.headers("her") == (unknown,)
    assert store.library.blocks("her", "night") == ()
    assert store.library.aside("her", "night") == ()


def test_what_was_never_imported_is_absent(store: Store) -> None:
    library = store.library
    library.add("solaris", imported())
    assert library.headers("her") == ()
    assert library.blocks("her", "night") is None
    assert library.origin("her", "night") is None
    assert library.by_digest("her", "of night") is None


def test_a_name_that_is_not_unicode_is_kept(store: Store) -> None:
    text = imported("her\udce9", digest="of her")
    store.library.add("her", text)
    assert store.library.headers("her") == (text.review,)
    assert store.library.origin("her", "her\udce9") == text.origin
    assert store.library.blocks("her", "her\udce9") == text.blocks


def test_texts_stand_in_the_order_in_which_they_were_imported(store: Store) -> None:
    add_all(store, map(imported, ("night", "bird", "kerb")))
    store.library.add("her", imported("amy", batch="second"))
    assert ids(store) == ["night", "bird", "kerb", "amy"]


def test_the_same_content_adds_nothing_under_whatever_name(store: Store) -> None:
    again = imported("other", digest="of night")
    store.library.add("her", imported())
    with pytest.raises(OvertakenError, match="there already, as 'night'; remove that one first"):
        store.library.add("her", again)
    assert ids(store) == ["night"]
    assert store.library.by_digest("her", "of night") == "night"
    store.library.add("solaris", again)
    assert [review.id for review in store.library.headers("solaris")] == ["other"]


def test_another_content_under_a_taken_id_is_refused_and_nothing_of_its_batch_is_added(
    store: Store,
) -> None:
    store.library.add("her", imported())
    with pytest.raises(StoreError, match="another review 'night'; choose another id"):
        add_all(store, (imported("bird"), imported(digest="else")))
    assert ids(store) == ["night"]
    assert store.search.find("her", "bird") == ()


def test_an_interrupted_import_leaves_nothing(store: Store) -> None:
    def interrupted() -> Iterator[LibraryText]:
        yield linked()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_all(store, interrupted())
    assert ids(store) == []
    assert store.links.counts_by_scene("her") == {}
    store.library.add("her", linked())
    assert ids(store) == ["night"]


def test_changes_made_together_are_all_kept_or_none(store: Store) -> None:
    def broken_off() -> None:
        with store.together("The import could not be kept"):
            store.library.add("her", imported())
            store.session.save("her", {"open": "night"})
            raise StoreError("The import could not be kept", "stop")

    with pytest.raises(StoreError, match="stop"):
        broken_off()
    assert ids(store) == []
    assert store.session.load("her") == {}


def test_a_removed_review_is_gone_with_its_links_and_comes_back_as_it_was(store: Store) -> None:
    add_all(store, (linked(), imported("bird")))
    links, counts = store.links.of_review("her", "night"), store.links.counts_by_scene("her")
    store.library.remove("her", "night", NOON)
    assert ids(store) == ["bird"]
    assert len(ids(store)) == 1
    assert [version.review for version in store.versions.all("her")] == ["night"]
    assert store.library.blocks("her", "night") is None
    assert store.library.by_digest("her", "of night") is None
    assert store.links.of_review("her", "night") == ()
    assert store.links.counts_by_scene("her") == {}
    store.library.restore("her", "night", NOON)
    assert ids(store) == ["night", "bird"]
    assert store.versions.all("her") == ()
    assert store.library.blocks("her", "night") == linked().blocks
    assert store.links.of_review("her", "night") == links
    assert store.links.counts_by_scene("her") == counts


def test_a_replaced_version_is_kept_and_replacing_can_be_undone_and_done_again(
    store: Store,
) -> None:
    store.library.add("her", linked())
    newer = imported("night", "Not a bird at all.", digest="newer", at=LATER)
    store.library.replace("her", newer, LATER)
    assert store.library.blocks("her", "night") == newer.blocks
    assert store.links.of_review("her", "night") == ()
    store.library.restore("her", "night", LATER)
    assert store.library.blocks("her", "night") == linked().blocks
    assert len(store.links.of_review("her", "night")) == 4
    store.library.restore("her", "night", LATER)
    assert store.library.blocks("her", "night") == newer.blocks
    assert len(ids(store)) == 1


def test_a_text_does_not_stand_twice_because_one_was_brought_back(store: Store) -> None:
    store.library.add("her", imported())
    store.library.remove("her", "night", NOON)
    store.library.add("her", imported("again", digest="of night"))
    with pytest.raises(StoreError, match="there already, as 'again'; remove that one first"):
        store.library.restore("her", "night", LATER)
    assert ids(store) == ["again"]
    store.library.add("her", imported("bird"))
    with pytest.raises(StoreError, match="there already, as 'again'"):
        store.library.replace("her", imported("bird", digest="of night"), LATER)
    assert ids(store) == ["again", "bird"]


def test_what_is_not_there_cannot_be_changed(store: Store) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: store.library.remove("her", "night", NOON),
        lambda: store.library.restore("her", "night", NOON),
        lambda: store.library.edit("her", "night", KNOWN),
        lambda: store.library.known("her", "night"),
        lambda: store.library.replace("her", imported(), LATER),
        lambda: store.links.put("her", "night", (), "2"),
    )
    for attempt in attempts:
        with pytest.raises(OvertakenError, match="no review 'night'"):
            attempt()


def test_a_review_that_is_gone_is_not_called_a_library_that_cannot_be_read(store: Store) -> None:
    with pytest.raises(OvertakenError, match="The review is gone"):
        store.library.known("her", "night")


def test_title_author_date_and_source_can_be_edited(store: Store) -> None:
    text = imported()
    store.library.add("her", text)
    store.library.edit("her", "night", KNOWN)
    edited = text.review._replace(title="Owls", byline="B", date=When(2014, 1))
    assert store.library.headers("her") == (edited,)
    assert store.library.known("her", "night") == KNOWN
    assert store.library.origin("her", "night") == text.origin._replace(
        source="https://example.org/a", date_words="Jan 2014", by_hand=KNOWN.by_hand
    )


def test_an_id_is_free_that_no_review_has_or_had(store: Store) -> None:
    def free(*taken: str) -> str:
        return store.library.free_id("her", "night", taken)

    assert free() == "night"
    assert free("night") == "night-2"
    store.library.add("her", imported())
    store.library.remove("her", "night", NOON)
    assert free() == "night-2"
    for number in range(2, 20):
        store.library.add("her", imported(f"night-{number}"))
    assert free() == "night-20"
    assert free("night-20") == "night-21"
    assert store.library.free_id("solaris", "night") == "night"
    place = Place(1, 0, "The words.")
    store.progress.save("her", Progress("dusk", place, place, 1.0, finished=True), NOON)
    assert store.library.free_id("her", "dusk") == "dusk-2"


def test_links_are_given_by_review_and_by_scene_with_the_words_of_the_text(store: Store) -> None:
    texts = (linked(), linked("bird"))
    add_all(store, texts)
    by_place = sorted(texts[0].links, key=lambda link: (link.block, link.start))
    assert sorted(store.links.of_review("her", "bird"), key=lambda link: link.scene) == sorted(
        texts[1].links, key=lambda link: link.scene
    )
    assert [link.block for link in store.links.of_review("her", "night")] == [
        link.block for link in by_place
    ]
    owls = [link for text in texts for link in text.links if link.scene == "owl" and link.sure]
    assert list(store.links.of_scene("her", "owl")) == owls
    assert len(store.links.of_scene("her", "owl", least=0)) == 6
    assert store.links.of_scene("solaris", "owl") == ()


def test_passages_are_counted_once_though_they_go_on_and_unsure_ones_apart(store: Store) -> None:
    add_all(store, (linked(), linked("bird"), imported("amy")))
    assert store.links.counts_by_scene("her") == {
        "owl": Spread(passages=2, reviews=2),
        "kerb": Spread(passages=2, reviews=2),
    }
    assert store.links.counts_by_scene("her", least=0)["owl"] == Spread(4, 2)


def test_a_newer_finder_replaces_the_links_of_one_review_and_says_which_are_left(
    store: Store,
) -> None:
    add_all(store, (linked(), linked("bird")))
    assert store.links.stale("her", "1") == ()
    assert store.links.stale("her", "2") == ("night", "bird")
    newer = (found(linked(), "kerb", 3, "kerb"),)
    store.links.put("her", "night", newer, "2")
    assert store.links.of_review("her", "night") == newer
    assert store.links.stale("her", "2") == ("bird",)
    assert store.links.counts_by_scene("her")["kerb"] == Spread(2, 2)


def test_a_room_file_and_an_imported_text_of_one_id_do_not_touch_each_other(store: Store) -> None:
    store.library.add("her", imported())
    store.index.put("her", "f1", imported().review, paragraphs("A file."), ())
    store.index.forget("her", "night")
    assert store.library.blocks("her", "night") == imported().blocks


def test_a_full_disk_amid_an_import_leaves_the_library_as_it_was(store: Store) -> None:
    store.library.add("her", linked())
    connection = store._database._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    many = [imported(f"review-{number}", "owl " * 2000) for number in range(20)]
    with pytest.raises(StoreError, match="free some space"):
        add_all(store, many)
    assert ids(store) == ["night"]
    assert len(store.links.of_review("her", "night")) == 4
    assert [hit.review for hit in store.search.find("her", "owl")] == ["night", "night"]


def test_what_was_set_aside_and_cannot_be_read_any_more_is_not_passed_off_as_nothing(
    store: Store, tmp_path: Path
) -> None:
    aside = (Aside("comment", Block(1, BlockKind.PARAGRAPH, "First!"), 1),)
    store.library.add("her", imported()._replace(aside=aside))
    assert store.library.aside("her", "night") == aside
    connection = sqlite3.connect(tmp_path / "herreader.db")
    connection.execute("UPDATE aside SET kinds = '{'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="What was set aside could not be read"):
        store.library.aside("her", "night")
    assert store.library.blocks("her", "night") == imported().blocks

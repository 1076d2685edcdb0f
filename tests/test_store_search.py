# ruff: noqa: RUF001 (curly quotes are what is looked for here)
import random
import sqlite3
from pathlib import Path
from typing import NoReturn
from unicodedata import normalize

import pytest
from imported_texts import NOON, imported, paragraphs

from herreader.errors import StoreError
from herreader.model.text import Hit
from herreader.store import QueryError, Store
from herreader.store.search import RANKED


def keep(store: Store, *words: str, review: str = "night") -> None:
    store.library.add("her", imported(review, *words))


def blocks(store: Store, query: str) -> list[int]:
    return sorted(hit.block for hit in store.search.find("her", query))


def matched(hit: Hit) -> list[str]:
    return [words for words, matches in hit.snippet if matches]


def no_such_function() -> NoReturn:
    raise NotImplementedError


def without_fts5(store: Store) -> None:
    store._database._connection.create_function("fts5_source_id", 0, no_such_function)


def test_a_block_that_holds_all_words_is_found_with_the_place_of_the_first(store: Store) -> None:
    keep(store, "He sits down.", "Above him an Owl is falling, an owl with claws.", "A screen.")
    (hit,) = store.search.find("her", "owl claws")
    assert (hit.review, hit.block) == ("night", 2)
    plain = "Above him an Owl is falling, an owl with claws."
    assert plain[hit.start : hit.end] == "Owl"
    assert matched(hit) == ["Owl", "owl", "claws"]
    assert "".join(words for words, _ in hit.snippet) == plain


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("OWL", [1]),
        ("cafe", [2]),
        ("CAFÉ", [2]),
        ("cafe\N{COMBINING ACUTE ACCENT}", [2]),
        ("don't", [3, 4]),
        ("don’t", [3, 4]),
        ("hard-wrapped", [5]),
        ("hard wrapped", [5]),
        ("8,316", [6]),
        ("8316", []),
        ("fall*", [1]),
        ("FALL*", [1]),
        ("f*", [1]),
        ('"owl is"', [1]),
        ("“owl is”", [1]),
        ('"is owl"', []),
        ('"an owl is fal*"', [1]),
        ('"an owl is fal"*', [1]),
        ('"owl is falling', [1]),
        ('owl "is falling"', [1]),
        ("hard-wr*", [5]),
        ("owl AND falling", []),
        ("salt and pepper", [7]),
        ("AND OR NOT NEAR", [8]),
        ("to be or not", [9]),
        ("plain:owl", []),
        ("-owl", [1]),
        ("owl …", [1]),
        ("owl \x00\udce9\x1b", [1]),
    ],
)
def test_what_a_reader_types_finds_what_they_mean(
    store: Store, query: str, found: list[int]
) -> None:
    keep(
        store,
        "An owl is falling.",
        "At the Café.",
        "I don't know.",
        "I don’t care.",
        "It is hard-wrapped.",
        "To 8,316 others.",
        "Salt and pepper.",
        "Near, and not, or.",
        "To be or not.",
    )
    assert blocks(store, query) == found


@pytest.mark.parametrize(
    "query", ["", "  \n", "?!", "*", '""', '"', "“”", "🦉", "\x00", "_", "(*)"]
)
def test_signs_alone_are_refused_with_a_cure(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="Write a word or a number"):
        store.search.find("her", query)


def test_too_much_is_refused_with_a_cure(store: Store) -> None:
    with pytest.raises(QueryError, match="at most 1,000 characters"):
        store.search.find("her", "owl " * 1000)
    with pytest.raises(QueryError, match="at most 32 words, or put them in quotes"):
        store.search.find("her", "owl " * 33)
    assert store.search.find("her", '"' + "owl " * 33 + '"') == ()


def test_any_query_is_answered_or_refused(store: Store) -> None:
    keep(store, "An owl, 梟, is falling: “down”.", "He sits.")
    signs = [
        *" \t\n\"'*()^:+-{}[]~,.;\\/|&%_$#@!?<>=0",
        "“",
        "’",
        "é",
        "梟",
        "\x00",
        "\udc80",
        "🦉",
    ]
    signs += ["AND", "OR", "NOT", "NEAR(", "plain", "search", "rank", "owl", "fall", "--", "/*"]
    dice = random.Random(8316)  # noqa: S311 - no secret
    for _ in range(3000):
        query = "".join(dice.choices(signs, k=dice.randint(1, 12)))
        try:
            hits = store.search.find("her", query)
        except QueryError:
            continue
        assert all(matched(hit) for hit in hits)


def test_words_in_scripts_without_blanks_are_found_inside_others(store: Store) -> None:
    keep(store, "画面の梟が落ちてくる。", "올빼미가 떨어진다", "An owl, in Japanese 梟.", "An owl.")
    assert blocks(store, "梟") == [1, 3]
    assert blocks(store, "梟 owl") == [3]
    assert blocks(store, '"梟が落" 画面') == [1]
    assert blocks(store, "올빼미") == [2]
    assert blocks(store, normalize("NFD", "올빼미")) == [2]
    assert blocks(store, "梟\x1b owl") == [3]
    assert blocks(store, "落ちない") == []
    (hit,) = store.search.find("her", "梟が")
    assert (hit.start, hit.end, matched(hit)) == (3, 5, ["梟が"])


def test_case_and_accents_do_not_matter_beside_a_script_without_blanks(store: Store) -> None:
    keep(store, "Her映画のCafé映画、\nABC映画。", "かの映画 Her", "が映画")
    for words in ("Her映画", "her映画", "CAFE映画", "cafe\u0301映画", "abc映画", '"映画、 abc"'):
        (hit,) = store.search.find("her", words)
        assert (hit.block, hit.quote[: hit.end - hit.start]) == (
            1,
            matched(hit)[0].replace(" ", "\n"),
        )
        assert hit.end - hit.start == len(matched(hit)[0])
    assert blocks(store, "か映画") == []
    assert blocks(store, "her映画 abc映画") == [1]
    assert blocks(store, "her映画 xyz映画") == []


def test_the_best_come_first(store: Store) -> None:
    keep(store, "An owl " + "and much else " * 30, "The owl, the owl.", "Nothing.", "No bird.")
    assert [hit.block for hit in store.search.find("her", "owl")] == [2, 1]


def test_a_snippet_is_cut_between_words_around_the_first_match(store: Store) -> None:
    keep(store, "word " * 100 + "owl\nfalling " + "again " * 100)
    (hit,) = store.search.find("her", "owl")
    text = "".join(words for words, _ in hit.snippet)
    assert text.startswith("…word word")
    assert " owl falling again" in text
    assert text.endswith("again…")
    assert 100 < len(text) < 200
    assert hit.start == 500


def test_a_snippet_stands_where_most_of_the_words_asked_for_are(store: Store) -> None:
    plain = "An owl. " + "word " * 100 + "On the Screen there is an owl, a Screen. " + "word " * 100
    keep(store, plain)
    (hit,) = store.search.find("her", "owl screen")
    assert matched(hit) == ["Screen", "owl", "Screen"]
    assert (plain[hit.start : hit.end], hit.start) == ("Screen", plain.index("Screen"))
    keep(store, "Noon owl owl owl " + "word " * 30 + "noon, owl", review="late")
    (late,) = store.search.find("her", "noon owl")
    assert late.start == 0


def test_a_snippet_of_words_without_blanks_is_cut_all_the_same(store: Store) -> None:
    keep(store, "あ" * 500 + "梟" + "い" * 500)
    (hit,) = store.search.find("her", "梟")
    assert len("".join(words for words, _ in hit.snippet)) < 200
    assert matched(hit) == ["梟"]


def test_a_word_that_all_blocks_hold_is_found(store: Store) -> None:
    for number in range(4):
        keep(store, *["the owl"] * 1000, f"the kerb {number}", review=f"review-{number}")
    assert len(store.search.find("her", "the")) == 201
    assert len(store.search.find("her", "the kerb")) == 4
    assert len(store.search.find("her", "th*")) == 201


def test_however_many_blocks_of_another_room_hold_a_word_those_of_this_one_are_found(
    store: Store,
) -> None:
    for number in range(RANKED // 1000 + 1):
        store.library.add("solaris", imported(f"review-{number}", *["the owl"] * 1000))
    keep(store, "The owl falls.", "An owl.")
    for query, found in (("owl", [1, 2]), ("the owl", [1]), ("ow*", [1, 2]), ("t*", [1])):
        assert blocks(store, query) == found


def test_however_many_removed_blocks_hold_a_word_what_is_there_is_found(store: Store) -> None:
    for number in range(RANKED // 1000 + 1):
        keep(store, *["the owl"] * 1000, review=f"review-{number}")
        store.library.remove("her", f"review-{number}", NOON)
    keep(store, "The owl falls.", "An owl.")
    for query, found in (("owl", [1, 2]), ("the owl", [1]), ("ow*", [1, 2]), ("t*", [1])):
        assert blocks(store, query) == found


def test_the_texts_of_the_room_are_found_as_they_were_last_parsed(store: Store) -> None:
    review = imported("bird").review
    store.index.put("her", "f1", review, paragraphs("An owl."), ())
    assert [hit.review for hit in store.search.find("her", "owl")] == ["bird"]
    store.index.put("her", "f2", review, paragraphs("Nothing.", "A kerb."), ())
    assert store.search.find("her", "owl") == ()
    assert blocks(store, "kerb") == [2]
    store.index.forget("her", "bird")
    assert store.search.find("her", "kerb") == ()


def test_each_room_is_searched_alone(store: Store) -> None:
    store.library.add("solaris", imported())
    assert store.search.find("her", "owl") == ()
    assert len(store.search.find("solaris", "owl")) == 1


def test_a_removed_review_is_not_found_until_it_is_brought_back(store: Store) -> None:
    keep(store, "An owl.")
    store.library.remove("her", "night", NOON)
    assert store.search.find("her", "owl") == ()
    store.library.restore("her", "night", NOON)
    assert blocks(store, "owl") == [1]


def test_texts_kept_together_go_into_the_index_together(store: Store) -> None:
    with store.together("The texts could not be kept"):
        for number in range(30):
            text = imported(f"night-{number}", f"An owl, {number}.", "A screen.")
            with store.batches.bringing("her", "noon", text.review.id):
                store.library.add("her", text)
    connection = store._database._connection
    ((segments,),) = connection.execute("SELECT count(DISTINCT segid) FROM search_idx")
    assert segments == 1
    assert len(store.search.find("her", "owl")) == 30


def test_before_anything_is_kept_nothing_is_found(store: Store) -> None:
    assert store.search.find("her", "owl") == ()
    assert store.search.find("her", "梟") == ()


def test_without_fts5_all_but_the_search_works_and_is_caught_up_on_later(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "herreader.db")
    without_fts5(store)
    keep(store, "An owl.")
    store.index.put("her", "f1", imported("bird").review, paragraphs("Another owl."), ())
    store.index.put("her", "f2", imported("bird").review, paragraphs("Owls no more."), ())
    assert len(store.library.headers("her")) == 1
    with pytest.raises(StoreError, match=r"no full-text search \(FTS5\); use a Python that has"):
        store.search.find("her", "owl")
    store.close()
    able = Store.open(tmp_path / "herreader.db")
    assert [hit.review for hit in able.search.find("her", "owl")] == ["night"]
    assert [hit.review for hit in able.search.find("her", "owls")] == ["bird"]
    able.close()


def test_what_an_sqlite_without_fts5_drops_is_not_found_later(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "herreader.db")
    store.index.put("her", "f1", imported("bird").review, paragraphs("An owl."), ())
    without_fts5(store)
    store.index.put("her", "f2", imported("bird").review, paragraphs("A kerb."), ())
    store.close()
    able = Store.open(tmp_path / "herreader.db")
    assert able.search.find("her", "owl") == ()
    assert blocks(able, "kerb") == [1]
    able.close()


def test_the_index_agrees_with_the_blocks(store: Store, tmp_path: Path) -> None:
    keep(store, "An owl.", "Two owls.")
    for mark in ("f1", "f2", "f3"):
        store.index.put("her", mark, imported("bird").review, paragraphs(f"An owl {mark}."), ())
    connection = sqlite3.connect(tmp_path / "herreader.db")
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()

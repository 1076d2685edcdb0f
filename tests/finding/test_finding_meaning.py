from pathlib import Path

import pytest
from small_work import SCENES, blocks
from tiny_encoder import Topics, write_encoder

from herreader.encoder_files import MODEL, TOKENIZER, encoder_state
from herreader.errors import EncoderError
from herreader.finding import Finder
from herreader.finding.encoder import open_encoder
from herreader.model.links import Link, Meaning, SceneMeaning, SceneWords, Wording

WORDING = Wording(
    3.0, {"storm": SceneWords(-4.0, (("foam", 2.0),)), "ledger": SceneWords(-4.0, ())}
)
SAMPLE = "a drowned sum"
MEANING = Meaning(
    cues=3.0,
    words=1.0,
    trace=-9.0,
    sample=SAMPLE,
    sampled=tuple(map(float, Topics().encode(SAMPLE, [(0, len(SAMPLE))])[0])),
    scenes={
        "storm": SceneMeaning(0.0, (0.0, 6.0, -6.0, 0.0)),
        "ledger": SceneMeaning(0.0, (0.0, -6.0, 6.0, 0.0)),
    },
)
CUED = "The gale puts out the lamp."


def found(*paragraphs: str, encoder: Topics | None = None) -> list[Link]:
    finder = Finder(SCENES, "The Keeper", ["Maud Ferris"], WORDING)
    finder.go_by_meaning(MEANING, encoder or Topics())
    return list(finder.find("a-review", blocks(*paragraphs), title="The Keeper"))


def test_what_sentences_mean_links_a_passage_without_any_cue_or_word() -> None:
    (link,) = found("Nobody drowned that night.")
    assert (link.scene, link.sure) == ("storm", True)
    assert link.evidence == "means much the same as others on it"


def test_words_that_speak_for_a_scene_stay_the_reason() -> None:
    (link,) = found("Foam, and nobody drowned.")
    assert link.evidence == "speaks of “Foam”"


def test_meaning_makes_what_cues_say_surer_or_less_sure() -> None:
    (more,) = found(f"{CUED} Nobody drowned.")
    assert more.sure
    assert [link.scene for link in found("The gale, the lamp, foam.")] == ["storm"]
    assert [link.scene for link in found("The gale, the lamp, foam: a sum.")] == ["ledger"]


def test_the_sentences_that_speak_loudest_count_and_not_the_whole_block() -> None:
    links = found("Bees hum. Bees sleep. Bees hum. Nobody drowned. Sums are wrong. Bees hum.")
    quotes = {"storm": "Nobody drowned.", "ledger": "Sums are wrong."}
    assert {link.scene: link.quote for link in links} == quotes


def test_a_number_that_means_one_scene_needs_no_meaning() -> None:
    links = found("1,204 drowned, drowned, drowned.")
    assert {link.scene: link.sure for link in links}["ledger"]


def test_a_scene_of_which_nothing_was_learned_goes_by_its_cues() -> None:
    (link,) = found("They part on the quay with hardly a goodbye.")
    assert (link.scene, link.sure) == ("parting", True)


def test_a_scene_of_which_only_words_are_known_goes_by_these() -> None:
    finder = Finder(SCENES, "The Keeper", wording=WORDING)
    storm = {"storm": MEANING.scenes["storm"]}
    finder.go_by_meaning(MEANING._replace(scenes=storm), Topics())
    assert finder.scores("1,204 of them.")["ledger"] == pytest.approx(0.93)


@pytest.mark.parametrize("sentences", [400, 20])
def test_what_nobody_reads_as_a_paragraph_is_not_read_for_its_meaning(sentences: int) -> None:
    encoder = Topics()
    links = found("Nobody drowned that night. " * sentences, encoder=encoder)
    assert bool(links) == (len(encoder.asked) > 1) == (sentences == 20)


def test_of_a_text_as_long_as_a_book_the_beginning_is_read_for_its_meaning() -> None:
    encoder = Topics()
    page = "Nobody drowned that night. " * 200
    found(*[page] * 30, encoder=encoder)
    assert 100_000 < sum(map(len, encoder.asked[1:])) < 120_000


def test_meaning_is_asked_for_only_where_words_or_cues_leave_a_trace() -> None:
    encoder = Topics()
    finder = Finder(SCENES, "The Keeper", wording=WORDING)
    finder.go_by_meaning(MEANING._replace(trace=-3.0), encoder)
    assert not finder.scores("Nobody drowned.")
    assert finder.scores("Foam, and nobody drowned.")
    assert encoder.asked[1:] == ["Foam, and nobody drowned."]


def test_a_text_on_another_work_is_not_read_for_its_meaning() -> None:
    encoder = Topics()
    finder = Finder(SCENES, "The Keeper", ["Maud Ferris"], WORDING)
    finder.go_by_meaning(MEANING, encoder)
    finder.find("a-review", blocks("Nobody drowned."), title="Whalers")
    assert encoder.asked == [SAMPLE]


def test_another_encoder_than_the_one_that_was_learned_with_is_refused() -> None:
    finder = Finder(SCENES, "The Keeper", wording=WORDING)
    other = MEANING._replace(sampled=(0.0, 0.0, 0.0, 1.0))
    with pytest.raises(EncoderError, match="README"):
        finder.go_by_meaning(other, Topics())
    longer = MEANING._replace(sampled=(*MEANING.sampled, 0.5))
    with pytest.raises(EncoderError, match="README"):
        finder.go_by_meaning(longer, Topics())


def test_a_span_means_what_its_tokens_do_however_long_the_text_is(tmp_path: Path) -> None:
    encoder = open_encoder(write_encoder(tmp_path / "encoder"))
    text = "sea " * 600 + "ledger"
    sea, both, nothing = encoder.encode(text, [(0, 2400), (2392, len(text)), (2500, 2600)])
    assert sea == pytest.approx([0, 0, 0, 1])
    assert both == pytest.approx([0.447, 0, 0, 0.894], abs=0.001)
    assert nothing == pytest.approx([0, 0, 0, 0])
    (empty,) = encoder.encode("", [(0, 0)])
    assert empty == pytest.approx([0, 0, 0, 0])


def test_a_text_of_tens_of_thousands_of_sentences_takes_memory_for_its_words_alone(
    tmp_path: Path,
) -> None:
    encoder = open_encoder(write_encoder(tmp_path / "encoder"))
    count = 60_000
    spans = [(at, at + 3) for at in range(0, 4 * count, 4)]
    vectors = encoder.encode("sea " * count, spans)
    assert vectors.shape == (count, 4)
    assert vectors[-1] == pytest.approx([0, 0, 0, 1])


def test_an_encoder_that_frames_its_words_otherwise_is_refused(tmp_path: Path) -> None:
    words = ("<s>", "</s>", "[UNK]", "sea")
    with pytest.raises(EncoderError, match="Fetch its files again"):
        open_encoder(write_encoder(tmp_path / "encoder", words))


def test_an_encoder_that_fails_at_a_text_says_so_as_one_that_cannot_be_loaded(
    tmp_path: Path,
) -> None:
    encoder = open_encoder(write_encoder(tmp_path / "encoder"))
    with pytest.raises(EncoderError, match=r"fails at a text .* Fetch its files again"):
        encoder.encode("sea", [])


def test_an_encoder_is_known_by_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    assert encoder_state(folder) == ""
    write_encoder(folder)
    before = encoder_state(folder)
    (folder / TOKENIZER).write_bytes(b"another")
    after = encoder_state(folder)
    assert before not in ("", after)
    (folder / MODEL).write_bytes(b"another")
    assert encoder_state(folder) not in ("", before, after)
    (folder / TOKENIZER).unlink()
    assert encoder_state(folder) == ""


@pytest.mark.parametrize("file", [MODEL, TOKENIZER])
@pytest.mark.parametrize("broken", [b"", b"\x00\xff[bold]\x1b[2J" * 99])
def test_a_broken_encoder_is_refused_with_one_safe_line(
    tmp_path: Path, file: Path, broken: bytes
) -> None:
    folder = write_encoder(tmp_path / "encoder")
    (folder / file).write_bytes(broken)
    with pytest.raises(EncoderError, match="Fetch its files again") as refused:
        open_encoder(folder)
    assert refused.value.message.isprintable()

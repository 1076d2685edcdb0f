from herreader.finding.placing import Placed
from herreader.finding.vocabulary import Vocabulary


def sentences_of(plain: str, phrase: str) -> list[int]:
    vocabulary = Vocabulary()
    term = vocabulary.add(phrase)
    text = Placed(vocabulary.read(plain))
    return [sentence for _, _, sentence, _ in text.spots_of({term})[term]]


def test_the_first_and_the_last_word_of_a_sentence_belong_to_it() -> None:
    plain = "An owl fell. Owls fall on him. He never saw an owl"
    assert sentences_of(plain, "owl") == [0, 1, 2]


def test_a_term_that_a_text_repeats_for_ever_is_placed_only_so_often() -> None:
    assert len(sentences_of("owl " * 10_000, "owl")) < 100


def test_dashes_and_hyphens_leave_each_word_in_its_sentence() -> None:
    plain = "A well-fed owl — or two, half-asleep — fell. He saw — no, heard — an owl. An owl!"
    assert sentences_of(plain, "owl") == [0, 1, 2]

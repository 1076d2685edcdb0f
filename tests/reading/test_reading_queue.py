from cpu_time import within
from desk import Desk
from imported_texts import NOON, found, imported

from herreader.model.marks import Verdict
from herreader.reading import Reading
from herreader.reading.queue import PassageQueue

MANY = 3_000


def test_many_reviews_with_decisions_are_counted_in_time(desk: Desk, reading: Reading) -> None:
    words = [f"Owl {number} falls." for number in range(1, 7)]
    made = []
    with desk.store() as store, store.together("The texts could not be added"):
        for number in range(MANY):
            text = imported(f"night-{number}", *words)
            links = tuple(found(text, "owl", block, f"Owl {block}") for block in range(1, 7))
            store.library.add(desk.shelf, text._replace(links=links))
            made += [(link, Verdict.CONFIRMED, NOON) for link in links[:5]]
        store.decisions.take(desk.shelf, made, NOON)
    reading.reload()
    with within(2):
        queue = PassageQueue(reading)
        first = queue.passage(0)
    assert queue.total == MANY
    assert first is not None
    assert first.passage.start.block == 6


def test_the_queue_begins_with_the_open_review_and_goes_on_with_the_newest(
    desk: Desk, reading: Reading
) -> None:
    with desk.store() as store:
        for name in ("old", "middle", "new"):
            text = imported(name, f"Owl {name} falls.")
            store.library.add(desk.shelf, text._replace(links=(found(text, "owl", 1, "Owl"),)))
    reading.reload()

    def asked(first: str) -> list[str]:
        queue = PassageQueue(reading, first)
        passages = filter(None, map(queue.passage, range(3)))
        return [each.passage.review for each in passages]

    assert asked("middle") == ["middle", "new", "old"]
    assert asked("tide") == ["new", "middle", "old"]

"""The reading room with a review whose last block cannot be given: what a bug may look like."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from herreader.model.text import Block, Place, Text
from herreader.reading import Reading, open_reading
from herreader.reading.contents import Texts
from herreader.reading.opening import now
from herreader.store import Store
from herreader.text.motions import section_of, sentence_around
from herreader.text.quotation import passage_between, place_in
from herreader.tui.app import run


class Torn:
    """A text whose last block is missing."""

    def __init__(self, whole: Text) -> None:
        self._whole = whole
        self.size = whole.size
        self.last = whole.last

    def block(self, number: int) -> Block | None:
        if number == self.last:
            message = "The last page is missing"
            raise RuntimeError(message)
        return self._whole.block(number)

    def units_before(self, place: Place) -> int:
        return self._whole.units_before(place)

    def place_at(self, units: int) -> Place:
        return self._whole.place_at(units)

    def candidates(
        self, word: str, start: int, *, backwards: bool, stop: Callable[[], bool]
    ) -> Iterator[Block]:
        return self._whole.candidates(word, start, backwards=backwards, stop=stop)


class TornTexts(Texts):
    """The texts of another room, each of them torn."""

    def __init__(self, whole: Reading) -> None:
        self._whole = whole

    def text(self, review: str) -> Text:
        return Torn(self._whole.text(review))


def main(room: Path) -> int:
    whole = open_reading(room)
    text = whole.text("tide")
    passage = passage_between(text, *sentence_around(text, Place(12, 0)))
    section = section_of(text, passage.start)
    whole.toggle_bookmark("tide", passage, section.plain if section else "")
    whole.close()
    reading = Reading(
        Store.open(Path(os.environ["HERREADER_DATA"]) / "herreader.db"),
        whole.room,
        shelf=whole.room.id,
        texts=TornTexts(whole),
        links=whole.links,
        clock=now,
    )
    return run(reading, f"tide:{place_in(text, 12, 0).block}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[-1])))

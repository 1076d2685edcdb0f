"""Random sessions: whatever a reader does, undone it is as it was, and done again as it is."""

from pathlib import Path
from random import Random

import pytest
from desk import Desk
from small_rooms import write_lighthouse

from herreader.importing import Search
from herreader.model.marks import Verdict
from herreader.model.text import Passage, Place
from herreader.reading import Reading
from herreader.reading.facts import Facts
from herreader.reading.import_run import ImportRun
from herreader.reading.outcomes import WENT_IN
from herreader.reading.wishes import Wishes
from herreader.text.quotation import passage_between

ACTS = 30
SENTENCES = (
    "The owl lands on the rail, white as salt, and nobody remarks on it at all.",
    "The lamp fails half-way through the long night, and the keeper does not wake up.",
    "There is a tide that comes and goes, and it carries the boats away with it.",
    "On the stairs somebody sits and reads the letters that were never sent to her.",
    "An owl is no clock, and yet the keeper counts the hours by its cry in the dark.",
)


class Session:
    """A reader who does this and that, at random; two files come in, each in two versions.

    With a third it would not hold: what had no place in the second may be found there elsewhere.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.reading = Desk(folder, write_lighthouse(folder / "lighthouse")).reading()
        self._random = Random(seed)  # noqa: S311 - no secret
        self._folder = folder / "files"
        self._folder.mkdir()

    def act(self) -> None:
        acts = (self._bookmark, self._bookmark, self._note, self._import, self._import)
        rarer = (self._link, self._decide, self._remove, self._edit)
        self._random.choice((*acts, *rarer))()

    def _bookmark(self) -> None:
        review, passage = self._words()
        self.reading.toggle_bookmark(review, passage, "")

    def _note(self) -> None:
        if self.reading.bookmarks:
            mark = self._random.choice(self.reading.bookmarks)
            self.reading.set_note(mark, f"note {self._random.random()}")

    def _link(self) -> None:
        review, passage = self._words()
        self.reading.link_by_hand(review, self._random.choice(("owl", "lamp")), passage)

    def _decide(self) -> None:
        by_block = self.reading.crossref.by_block(self._review())
        links = [link for links in by_block.values() for link in links]
        if links:
            verdict = self._random.choice((Verdict.CONFIRMED, Verdict.REJECTED))
            self.reading.decide([self._random.choice(links)], verdict)

    def _remove(self) -> None:
        if imported := self._imported():
            self.reading.remove(self._random.choice(imported))

    def _edit(self) -> None:
        if imported := self._imported():
            title = self._random.choice(("Other", "The Lighthouse again", "Third"))
            byline = self._random.choice((None, "Z"))
            self.reading.edit(self._random.choice(imported), Facts(title=title, byline=byline))

    def _import(self) -> None:
        number, version = self._random.randrange(2), self._random.randrange(2)
        path = self._folder / f"{number}.txt"
        path.write_text(_text(number, version), encoding="utf-8")
        search, wishes = Search([path], None), Wishes(replace=True)
        assert self.reading.library is not None
        run = ImportRun(self.reading.library, lambda: search, wishes, patience=9)
        while not run.done:
            run.step(9)
        if any(outcome.fate in WENT_IN for outcome in run.outcomes):
            self.reading.brought_in(run.batch, "import")

    def _imported(self) -> list[str]:
        reviews = (review.id for review in self.reading.room.reviews)
        return [review for review in reviews if self.reading.is_imported(review)]

    def _review(self) -> str:
        return self._random.choice(self.reading.room.reviews).id

    def _words(self) -> tuple[str, Passage]:
        review = self._review()
        text = self.reading.text(review)
        block = text.block(self._random.randint(1, text.last))
        assert block is not None
        start = self._random.randrange(len(block.plain))
        end = min(len(block.plain), start + self._random.randrange(5, 60))
        return review, passage_between(text, Place(block.number, start), Place(block.number, end))


def _text(number: int, version: int) -> str:
    """Give one of the texts, in which sentences stand more than once."""
    choice = Random(10 * number + version)  # noqa: S311 - no secret
    pairs = (choice.sample(SENTENCES, 2) for _ in range(3))
    paragraphs = "\n\n".join(" ".join(pair) for pair in pairs)
    return (
        f"Title {number}\n\nby A. Critic\n\nThe Lighthouse is a film of the sea.\n\n{paragraphs}\n"
    )


def seen(reading: Reading) -> object:
    """Give what a reader sees: reviews, marks on those that are here, and links."""
    reading.reload()
    reviews = reading.room.reviews
    return (
        {(each.id, each.title, each.byline, reading.version_of(each.id)) for each in reviews},
        [
            (mark.id, mark.note, mark.passage.quote, mark.placed and mark.passage)
            for mark in reading.bookmarks
            if reading.has(mark.review)
        ],
        [
            (made.id, made.verdict, made.quote, made.placed and (made.block, made.start, made.end))
            for made in reading.decisions
            if reading.has(made.review)
        ],
        [(link.scene, link.review, link.block, link.start, link.end) for link in reading.links],
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_session_is_undone_and_done_again_act_by_act(tmp_path: Path, seed: int) -> None:
    session = Session(tmp_path, seed)
    reading = session.reading
    states = [seen(reading)]
    for _ in range(ACTS):
        last = reading.last_change
        session.act()
        if reading.last_change is not last:
            states.append(seen(reading))
    for state in states[-2::-1]:
        what = reading.undo()
        assert (what, seen(reading)) == (what, state)
    assert reading.undo() is None
    for state in states[1:]:
        what = reading.redo()
        assert (what, seen(reading)) == (what, state)
    assert reading.redo() is None
    reading.close()

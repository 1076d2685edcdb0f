"""The search through all reviews, the room's own and the reader's."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from herreader.cli.opened import opened
from herreader.cli.output import complain, on_terminal, write_json, write_page, write_rows
from herreader.reading import Reading
from herreader.reading.matches import Matches


@dataclass(frozen=True, slots=True)
class HitRow:
    """A block that holds the words of a search; `start` to `end` are the first of them.

    The snippet's parts are words, and whether they match. The fields are the keys of its JSON
    object, in that order.
    """

    review: str
    review_title: str
    block: int
    start: int
    end: int
    snippet: tuple[tuple[str, bool], ...]

    @property
    def words(self) -> str:
        """The snippet without its marks."""
        return "".join(words for words, _ in self.snippet)


def search(folder: Path | None, words: Sequence[str], *, as_json: bool) -> bool:
    """Print the passages that hold some words; False if there are none.

    Raises:
        StoreError: If the words can't be looked for; says what to write instead.
    """
    with opened(folder) as reading:
        matches = reading.find_words(" ".join(words))
        rows = list(hit_rows(reading, matches))
        if as_json:
            write_json({"more": matches.more, "passages": [asdict(row) for row in rows]})
        elif rows and on_terminal():
            from herreader.cli.search_page import search_page

            write_page(search_page(rows, more=matches.more))
        else:
            write_rows((f"{row.review}:{row.block}", row.review_title, row.words) for row in rows)
            if matches.more:
                complain(f"There are more than these {len(rows)} passages; add a word.")
        if not rows:
            complain(f"Nothing holds {' '.join(words)!r}. Fewer words, or word*, find more.")
        return bool(rows)


def hit_rows(reading: Reading, matches: Matches) -> Iterator[HitRow]:
    """Give what was found, review by review."""
    for review, hits in matches.by_review.items():
        title = reading.title_of(review)
        for hit in hits:
            yield HitRow(review, title, hit.block, hit.start, hit.end, hit.snippet)

"""What is printed on a terminal of a search."""

from collections.abc import Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from herreader.cli.pages import ACCENT, INDENT, MUTED, STRONG, PrintedPage
from herreader.cli.searching import HitRow
from herreader.text.counting import counted
from herreader.text.safe import clean_line


def search_page(rows: Sequence[HitRow], *, more: bool) -> PrintedPage:
    """Show the matches of a search, review by review."""
    for review, found in groupby(rows, key=lambda row: row.review):
        matches = list(found)
        title = Text(clean_line(matches[0].review_title), STRONG)
        yield title.append(f"  {clean_line(review)}\n", f"not bold {MUTED}")
        for row in matches:
            yield Padding(_match(row), INDENT, expand=False)
        yield Text()
    reviews = len({row.review for row in rows})
    told = f"{counted(len(rows), 'passage')} in {counted(reviews, 'review')}"
    yield Text(f"{told}; there are more, add a word." if more else f"{told}.", MUTED)


def _match(row: HitRow) -> Text:
    shown = Text()
    for words, matched in row.snippet:
        shown.append(clean_line(words), f"{STRONG} {ACCENT}" if matched else "")
    return shown.append(f"  {clean_line(row.review)}:{row.block}", MUTED)

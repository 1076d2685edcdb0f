"""What is printed on a terminal of the reader's own reviews: imports, matches, parts set aside."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from herreader.cli.own_rows import AsideRow, HitRow, ImportRow
from herreader.cli.pages import ACCENT, INDENT, MUTED, STRONG, Page, heading, known
from herreader.store import Version
from herreader.text.counting import counted, on_scenes
from herreader.text.safe import clean_line

_FATES = {
    "added": "green",
    "replaced": "green",
    "brought back": "green",
    "already there": MUTED,
    "changed": "yellow",
    "refused": "bold red",
}
"""What can become of a file, and in which style it is told."""
_WENT_IN = ("added", "replaced", "brought back")
_FOR_ATTENTION = ("refused", "changed")
_AT_A_GLANCE = 8
"""Files of which all that became of them is on the screen at once."""
_NAMED = 12
"""Files that are named once more below a long list."""


def import_page(room: str, rows: Sequence[ImportRow], left_out: str = "") -> Page:
    """Show what became of each file, and of all of them together, and what was left out."""
    yield heading(f"Import into {room}", counted(len({row.file for row in rows}), "file"))
    for row in rows:
        yield _imported(row)
    yield Text("\n" + _summary(rows))
    yield from _for_attention(rows)
    if left_out:
        yield Text(clean_line(left_out), MUTED)
    if any(row.fate in _WENT_IN for row in rows):
        yield Text("herreader import --undo takes it back.", MUTED)


def search_page(rows: Sequence[HitRow], *, more: bool) -> Page:
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


def aside_page(title: str, rows: Sequence[AsideRow]) -> Page:
    """Show what was set aside of a review, kind by kind."""
    yield heading(title, f"{counted(len(rows), 'part')} set aside")
    for kind, found in groupby(rows, key=lambda row: row.kind):
        yield Text(f"\n{clean_line(kind).capitalize()}", STRONG)
        for row in found:
            yield Padding(Text(clean_line(row.text), MUTED), INDENT, expand=False)
    if not rows:
        yield Text("\nAll of its file is in the review.", MUTED)


def removed_page(versions: Sequence[Version]) -> Page:
    """Show what can be brought back, the last removed first."""
    yield heading("Removed or replaced", counted(len(versions), "text"))
    for version in versions:
        when = f"imported {version.imported.astimezone():%Y-%m-%d %H:%M}"
        name = f"  {clean_line(version.review)} --version {version.number} · {when}"
        yield Text(clean_line(version.title)).append(name, MUTED)
    yield Text("\nherreader restore NAME --version N brings one back." if versions else "", MUTED)


def _imported(row: ImportRow) -> Text:
    shown = Text.assemble((f"{row.fate:<13} ", _FATES[row.fate]))
    shown.append(clean_line(row.title or row.file), STRONG)
    details = known(row.review, row.byline, row.date)
    if row.fate in _WENT_IN:
        details.append(on_scenes(row.passages, len(row.scenes)))
    if row.aside:
        details.append(f"{counted(row.aside, 'part')} set aside")
    if row.title:
        details.append(clean_line(row.file))
    return shown.append("\n" + " · ".join([*details, *known(row.reason)]) + "\n", MUTED)


def _for_attention(rows: Sequence[ImportRow]) -> Page:
    """Name once more, below a long list, what was refused or not replaced."""
    if len(rows) <= _AT_A_GLANCE:
        return
    some = [row for row in rows if row.fate in _FOR_ATTENTION]
    for row in some[:_NAMED]:
        shown = Text.assemble((f"{row.fate} ", _FATES[row.fate]), clean_line(row.file))
        yield shown.append(f"  {clean_line(row.reason)}", MUTED)
    if len(some) > _NAMED:
        more = f"… and {len(some) - _NAMED:,} more, which herreader import --quiet names."
        yield Text(more, MUTED)


def _summary(rows: Sequence[ImportRow]) -> str:
    fates = Counter(row.fate for row in rows)
    told = [f"{fates[fate]:,} {fate}" for fate in _FATES if fates[fate]]
    passages = sum(row.passages for row in rows)
    scenes = len({scene for row in rows for scene in row.scenes})
    aside = sum(row.aside for row in rows)
    if passages:
        told.append(on_scenes(passages, scenes))
    if aside:
        told.append(f"{counted(aside, 'part')} set aside, which herreader aside shows")
    return " · ".join(told)


def _match(row: HitRow) -> Text:
    shown = Text()
    for words, matched in row.snippet:
        shown.append(clean_line(words), f"{STRONG} {ACCENT}" if matched else "")
    return shown.append(f"  {clean_line(row.review)}:{row.block}", MUTED)

"""What is printed on a terminal of the reader's own reviews: imports, parts set aside."""

from collections.abc import Sequence
from itertools import groupby

from rich.table import Column, Table
from rich.text import Text

from herreader.cli.own_rows import AsideRow, ImportRow
from herreader.cli.pages import MUTED, STRONG, PrintedPage, heading, known
from herreader.model.room import Review, Room
from herreader.reading.outcomes import FOR_ATTENTION, WENT_IN, Fate, summed_up, without_place
from herreader.reading.shell import shell
from herreader.store import Version
from herreader.text.counting import counted, on_scenes
from herreader.text.safe import clean_line

_FATES = {
    Fate.ADDED: "green",
    Fate.REPLACED: "green",
    Fate.RESTORED: "green",
    Fate.KNOWN: MUTED,
    Fate.CHANGED: "yellow",
    Fate.REFUSED: "bold red",
}
"""In which style it is told what became of a file."""
_AT_A_GLANCE = 8
"""Files of which all that became of them is on the screen at once."""
_NUMBER = 3
"""Cells for the number of a part."""
_NAMED = 12
"""Files that are named once more below a long list."""


def import_page(room: Room, rows: Sequence[ImportRow], left_out: str = "") -> PrintedPage:
    """Show what became of each file, and of all of them together, and what was left out."""
    yield heading(f"Import into {room.title}", counted(len({row.file for row in rows}), "file"))
    for row in rows:
        yield _imported(row)
    yield Text("\n" + _summary(room, rows))
    yield from _for_attention(room, rows)
    if left_out:
        yield Text(clean_line(left_out), MUTED)
    if any(row.fate in WENT_IN for row in rows):
        yield Text(clean_line(f"{shell(room, 'import', '--undo')} takes it back."), MUTED)


def aside_page(room: Room, review: Review, rows: Sequence[AsideRow]) -> PrintedPage:
    """Show what was set aside of a review, kind by kind, and how it is put back."""
    yield heading(review.title, f"{counted(len(rows), 'part')} set aside")
    for kind, found in groupby(rows, key=lambda row: row.kind):
        yield Text(f"\n{clean_line(kind).capitalize()}", STRONG)
        parts = Table.grid(Column(justify="right", width=_NUMBER), Column(), padding=(0, 1))
        for row in found:
            parts.add_row(Text(f"{row.number}", MUTED), Text(clean_line(row.text), MUTED))
        yield parts
    cure = f"{shell(room, 'aside', review.id, '--put-back', 'N')} puts one back."
    yield Text("\n" + (clean_line(cure) if rows else "All of its file is in the review."), MUTED)


def removed_page(room: Room, versions: Sequence[Version]) -> PrintedPage:
    """Show what can be brought back, the last removed first."""
    yield heading("Removed or replaced", counted(len(versions), "text"))
    for version in versions:
        when = f"imported {version.imported.astimezone():%Y-%m-%d %H:%M}"
        name = f"  {clean_line(version.review)} --version {version.number} · {when}"
        yield Text(clean_line(version.title)).append(name, MUTED)
    cure = f"{shell(room, 'restore', 'NAME', '--version', 'N')} brings one back."
    yield Text(f"\n{clean_line(cure)}" if versions else "", MUTED)


def _imported(row: ImportRow) -> Text:
    shown = Text.assemble((f"{row.fate:<13} ", _FATES[row.fate]))
    shown.append(clean_line(row.title or row.file), STRONG)
    details = known(row.review, row.byline, row.date)
    if row.fate in WENT_IN:
        details.append(on_scenes(row.passages, len(row.scenes)))
    if row.aside:
        details.append(f"{counted(row.aside, 'part')} set aside")
    if row.title:
        details.append(clean_line(row.file))
    return shown.append("\n" + " · ".join([*details, *known(row.reason)]) + "\n", MUTED)


def _for_attention(room: Room, rows: Sequence[ImportRow]) -> PrintedPage:
    """Name once more, below a long list, what was refused, not replaced, or has cost marks."""
    if len(rows) <= _AT_A_GLANCE:
        return
    some = [row for row in rows if row.fate in FOR_ATTENTION or row.lost]
    for row in some[:_NAMED]:
        shown = Text.assemble((f"{row.fate} ", _FATES[row.fate]), clean_line(row.file))
        yield shown.append(f"  {clean_line(row.reason)}", MUTED)
    if len(some) > _NAMED:
        names = f"{shell(room, 'import', '--quiet', 'PATH')} names"
        yield Text(clean_line(f"… and {len(some) - _NAMED:,} more, which {names}."), MUTED)


def _summary(room: Room, rows: Sequence[ImportRow]) -> str:
    told = [summed_up(row.fate for row in rows)]
    passages = sum(row.passages for row in rows)
    scenes = len({scene for row in rows for scene in row.scenes})
    aside = sum(row.aside for row in rows)
    if passages:
        told.append(on_scenes(passages, scenes))
    if aside:
        shows = clean_line(f"{shell(room, 'aside', 'REVIEW')} shows")
        told.append(f"{counted(aside, 'part')} set aside, which {shows}")
    told += known(without_place(sum(row.lost for row in rows)))
    return " · ".join(told)

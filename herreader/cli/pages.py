"""The listings as they are printed on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from herreader.cli.rows import BookmarkRow, ReviewRow, SceneRow
from herreader.model import SURE, Answers, Room, Scene
from herreader.reading.crossref import Stop
from herreader.rooms.problems import Problem
from herreader.text.safe import clean_line

Page = Iterator[Text | Table | Padding]

_MUTED = "dim"
_STRONG = "bold"
_ACCENT = "red"
_SEVERITY = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_BAR = 8  # cells
_MOST_DOTS = 8
_INDENT = (0, 0, 0, 2)


def reviews_page(room: Room, rows: Sequence[ReviewRow]) -> Page:
    """Show the reviews: title and source on the left, reading on the right."""
    yield _heading(room.title, _count(len(rows), "review"), _count(len(room.scenes), "scene"))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for row in rows:
        left = Text.assemble(("\n" + clean_line(row.title), _STRONG), "\n")
        left.append(" · ".join(_known(row.id, row.byline, _answered(row.answers))), _MUTED)
        right = Text.assemble("\n", f"{row.minutes} min", "\n", _reading(row))
        table.add_row(left, right)
    yield table
    if not rows:
        yield Text("No reviews yet. Put Markdown files into its reviews folder.", _MUTED)


def scenes_page(room: Room, rows: Sequence[SceneRow]) -> Page:
    """Show the scenes, and which review speaks of which."""
    yield _heading(room.title, _count(len(rows), "scene"), _count(len(room.reviews), "review"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=_MUTED, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(style=_MUTED, overflow="fold")
    for row in rows:
        dots = Text(_dots(row.passages), _ACCENT)
        table.add_row(str(row.number), Text(clean_line(row.title)), dots, Text(row.slug))
    yield Text()
    yield table
    legend = "\n· silent   • one passage   ● more, a dot a review in the order of herreader list"
    if not rows:
        legend = "No scenes yet. Describe them in its scenes.toml."
    yield Text(legend, _MUTED)


def scene_page(room: Room, scene: Scene, stops: Sequence[Stop]) -> Page:
    """Show what each review says about one scene."""
    where = f"scene {scene.number} of {len(room.scenes)}"
    yield _heading(scene.title, scene.slug, where, _count(len(stops), "passage"))
    if scene.summary:
        yield Text(clean_line(scene.summary), _MUTED)
    titles = {review.id: review.title for review in room.reviews}
    for review, found in groupby(stops, key=lambda stop: stop.review):
        yield Text("\n" + clean_line(titles.get(review, review)), _STRONG)
        for number, stop in enumerate(found):
            if number:
                yield Text()
            quote = Text(f"“{clean_line(stop.quote)}”")
            quote.append(f"  {review}:{stop.start.block}", _MUTED)
            quote.append(_evidence(stop), _MUTED)
            yield Padding(quote, _INDENT, expand=False)
    if not stops:
        yield Text("\nNo review in this room speaks of it.", _MUTED)


def bookmarks_page(rows: Sequence[BookmarkRow]) -> Page:
    """Show the bookmarks, review by review."""
    if not rows:
        cure = "Open a review with herreader, and press b on a sentence worth keeping."
        yield Text.assemble(("No bookmarks yet.", _STRONG), f" {cure}")
        return
    yield _heading("Bookmarks", str(len(rows)))
    for title, marks in groupby(rows, key=lambda row: row.review_title):
        yield Text("\n" + clean_line(title), _STRONG)
        for row in marks:
            yield Padding(_bookmark(row), _INDENT, expand=False)


def problems_page(problems: Iterable[Problem]) -> Page:
    """Show what is wrong with a room."""
    for problem in problems:
        said = clean_line(f": {problem}")
        yield Text.assemble((problem.severity, _SEVERITY[problem.severity]), said)


def _heading(title: str, *details: str) -> Text:
    text = Text(clean_line(title), f"{_STRONG} {_ACCENT}")
    return text.append(f"  {' · '.join(details)}", f"not bold {_MUTED}")


def _bookmark(row: BookmarkRow) -> Text:
    text = Text.assemble(("★ ", _ACCENT), clean_line(row.quote), "\n")
    address = f"{row.review}:{row.block}" if row.placed else "its words are no longer there"
    text.append("  " + " · ".join(_known(address, row.section, ", ".join(row.scenes))), _MUTED)
    if row.note:
        text.append(f"\n  {clean_line(row.note)}", "italic")
    return text


def _reading(row: ReviewRow) -> Text:
    marks = f"  ★ {row.bookmarks}" if row.bookmarks else ""
    if row.finished:
        return Text.assemble(("read", _MUTED), (marks, _ACCENT))
    if not row.read:
        return Text.assemble(("unread", _MUTED), (marks, _ACCENT))
    filled = round(row.read * _BAR)
    bar = "▓" * filled + "░" * (_BAR - filled)
    return Text.assemble((bar, _ACCENT), f" {row.read:.0%}", (marks, _ACCENT))


def _answered(answers: Answers | None) -> str:
    if answers is None:
        return ""
    title = answers.title.replace("“", "‘").replace("”", "’")  # noqa: RUF001 - quotation marks in others
    return ", ".join(_known(f"answers “{title}”", answers.author, answers.date))


def _dots(passages: Sequence[int]) -> str:
    if len(passages) > _MOST_DOTS:
        return f"{sum(map(bool, passages))}/{len(passages)}"
    return "".join("·•●"[min(count, 2)] for count in passages)


def _evidence(stop: Stop) -> str:
    link = stop.links[0]
    if not link.evidence:
        return ""
    doubt = "" if link.confidence >= SURE else f", {link.confidence:.0%} sure"
    return f" · {link.kind}: {clean_line(link.evidence)}{doubt}"


def _known(*parts: str) -> list[str]:
    return [clean_line(part) for part in parts if part]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

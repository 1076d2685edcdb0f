"""The listings as they are printed on a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from herreader.cli.rows import BookmarkRow, LinkRow, ReviewRow, SceneRow, details_of
from herreader.model.room import Answers, Room, Scene
from herreader.reading.crossref import Stop
from herreader.reading.reasons import why
from herreader.reading.shell import shell
from herreader.rooms.problems import Problem
from herreader.text.counting import DOTS, counted, dot, first_few
from herreader.text.safe import clean_line

PrintedPage = Iterator[Text | Table | Padding]

MUTED = "dim"
STRONG = "bold"
ACCENT = "red"
_SEVERITY = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_BAR = 8  # cells
_NAMED = 3  # scenes
_LOST = "Without a place: the words are no longer in the review"
_DOTS_EXPLAINED = "· silent   • one passage   ● more, a dot a review in the order of herreader list"
INDENT = (0, 0, 0, 2)


def reviews_page(room: Room, rows: Sequence[ReviewRow]) -> PrintedPage:
    """Show the reviews: title and source on the left, reading on the right."""
    yield heading(room.title, counted(len(rows), "review"), counted(len(room.scenes), "scene"))
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    for row in rows:
        left = Text.assemble(("\n" + clean_line(row.title), STRONG), "\n")
        left.append(" · ".join(known(row.id, row.byline, _answered(row.answers))), MUTED)
        right = Text.assemble("\n", f"{row.minutes} min", "\n", _reading(row))
        table.add_row(left, right)
    yield table
    if not rows:
        cure = f"{shell(room, 'import')} adds some; the reviews folder takes Markdown."
        yield Text(clean_line(f"No reviews yet: {cure}"), MUTED)


def scenes_page(room: Room, rows: Sequence[SceneRow], lost: Sequence[LinkRow] = ()) -> PrintedPage:
    """Show the scenes, which review speaks of which, and how many links have no place."""
    yield heading(room.title, counted(len(rows), "scene"), counted(len(room.reviews), "review"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=MUTED, no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(style=MUTED, overflow="fold")
    for row in rows:
        dots = Text(_dots(row.passages), ACCENT)
        table.add_row(str(row.number), Text(clean_line(row.title)), dots, Text(row.slug))
    yield Text()
    yield table
    if not rows:
        yield Text("No scenes yet. Describe them in its scenes.toml.", MUTED)
    elif 0 < len(rows[0].passages) <= DOTS:
        yield Text(f"\n{_DOTS_EXPLAINED}", MUTED)
    if lost:
        slugs = first_few(sorted({clean_line(row.scene) for row in lost}), _NAMED)
        links = "1 link by hand has" if len(lost) == 1 else f"{len(lost):,} links by hand have"
        passages = clean_line(shell(room, "scenes", "SLUG"))
        yield Text(f"\n{links} no place any more, on {slugs}: see {passages}.", MUTED)


def scene_page(
    room: Room, scene: Scene, stops: Sequence[Stop], lost: Sequence[LinkRow] = ()
) -> PrintedPage:
    """Show what each review says about one scene, and the links by hand without a place."""
    where = f"scene {scene.number} of {len(room.scenes)}"
    yield heading(scene.title, scene.slug, where, counted(len(stops), "passage"))
    if scene.summary:
        yield Text(clean_line(scene.summary), MUTED)
    titles = {review.id: review.title for review in room.reviews}
    for review, found in groupby(stops, key=lambda stop: stop.review):
        yield Text("\n" + clean_line(titles.get(review, review)), STRONG)
        for number, stop in enumerate(found):
            if number:
                yield Text()
            quote = Text(f"“{clean_line(stop.quote)}”")
            address = f"{review}:{stop.start.block}"
            quote.append(f"  {' · '.join(known(address, why(stop.links[0])))}", MUTED)
            yield Padding(quote, INDENT, expand=False)
    if not stops:
        yield Text("\nNo review in this room speaks of it.", MUTED)
    if lost:
        yield Text(f"\n{_LOST}", STRONG)
    for row in lost:
        quote = Text(f"“{clean_line(row.quote)}”")
        quote.append(f"  {' · '.join(known(row.review, row.kind))}", MUTED)
        yield Padding(quote, INDENT, expand=False)


def bookmarks_page(
    room: Room, rows: Sequence[BookmarkRow], *, deleted: bool = False
) -> PrintedPage:
    """Show the bookmarks, review by review; or those that were taken away, the last one first."""
    if deleted:
        yield from _deleted(room, rows)
        return
    if not rows:
        opens = clean_line(shell(room))
        cure = f"Open a review with {opens}, and press b on a sentence worth keeping."
        yield Text.assemble(("No bookmarks yet.", STRONG), f" {cure}")
        return
    yield heading("Bookmarks", f"{len(rows):,}")
    for _, found in groupby(rows, key=lambda row: row.review):
        marks = list(found)
        yield Text("\n" + clean_line(marks[0].review_title), STRONG)
        for row in marks:
            yield Padding(_bookmark(row), INDENT, expand=False)


def _deleted(room: Room, rows: Sequence[BookmarkRow]) -> PrintedPage:
    yield heading("Bookmarks taken away", f"{len(rows):,}")
    for row in rows:
        yield Text(f"\n{row.id}  {clean_line(row.review_title)}", STRONG)
        yield Padding(_bookmark(row), INDENT, expand=False)
    if rows:
        cure = shell(room, "bookmarks", "--restore", "N")
        yield Text(f"\n{clean_line(cure)} brings one back.", MUTED)


def problems_page(problems: Iterable[Problem]) -> PrintedPage:
    """Show what is wrong with a room."""
    for problem in problems:
        said = clean_line(f": {problem}")
        yield Text.assemble((problem.severity, _SEVERITY[problem.severity]), said)


def heading(title: str, *details: str) -> Text:
    """Head a page."""
    text = Text(clean_line(title), f"{STRONG} {ACCENT}")
    return text.append(f"  {' · '.join(details)}", f"not bold {MUTED}")


def _bookmark(row: BookmarkRow) -> Text:
    text = Text.assemble(("★ ", ACCENT), clean_line(row.quote), "\n")
    text.append("  " + " · ".join(known(*details_of(row))), MUTED)
    if row.note:
        text.append(f"\n  {clean_line(row.note)}", "italic")
    return text


def _reading(row: ReviewRow) -> Text:
    marks = f"  ★ {row.bookmarks}" if row.bookmarks else ""
    if row.finished:
        return Text.assemble(("read", MUTED), (marks, ACCENT))
    if not row.read:
        return Text.assemble(("unread", MUTED), (marks, ACCENT))
    filled = round(row.read * _BAR)
    bar = "▓" * filled + "░" * (_BAR - filled)
    return Text.assemble((bar, ACCENT), f" {row.read:.0%}", (marks, ACCENT))


def _answered(answers: Answers | None) -> str:
    if answers is None:
        return ""
    title = answers.title.replace("“", "‘").replace("”", "’")  # noqa: RUF001 - quotation marks in others
    return ", ".join(known(f"answers “{title}”", answers.author, answers.date))


def _dots(passages: Sequence[int]) -> str:
    if len(passages) > DOTS:
        return f"{sum(map(bool, passages))}/{len(passages)}"
    return "".join(map(dot, passages))


def known(*parts: str) -> list[str]:
    """Leave out what is empty, and clean the rest."""
    return [clean_line(part) for part in parts if part]

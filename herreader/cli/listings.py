"""A room's reviews, scenes and bookmarks in print: on a terminal, in a pipe, as JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from herreader.cli.opened import bring_up_to_date, changing, opened
from herreader.cli.output import on_terminal, write_json, write_lines, write_page, write_rows
from herreader.cli.rows import (
    ReviewRow,
    bookmark_rows,
    link_rows,
    lost_rows,
    review_rows,
    scene_rows,
)
from herreader.errors import UnknownReferenceError
from herreader.model.room import Scene
from herreader.reading import Reading
from herreader.reading.lost import SHOWN, shortened
from herreader.reading.naming import named_scenes, the_only
from herreader.reading.shell import shell


def print_reviews(folder: Path | None, *, as_json: bool) -> None:
    """Print a row a review, in the order of the room."""
    with opened(folder) as reading:
        bring_up_to_date(reading)
        rows = list(review_rows(reading))
        if as_json:
            write_json([_as_json(row) for row in rows])
        elif on_terminal():
            from herreader.cli.pages import reviews_page

            write_page(reviews_page(reading.room, rows))
        else:
            write_rows(
                (
                    *(row.id, row.title, row.byline, row.date or "", row.words, row.minutes),
                    *(f"{row.read:.0%}", row.bookmarks, row.links),
                    *(row.source or "", row.imported or ""),
                )
                for row in rows
            )


def print_scenes(
    folder: Path | None,
    name: str | None,
    *,
    as_json: bool,
    as_markdown: bool = False,
    unsure: bool = False,
) -> None:
    """Print a row a scene or, of one scene, a row a passage; as JSON an object a link.

    As Markdown, what the reviews say of the scene or, without one, of each.

    Links that are not sure are left out, unless they are asked for or it is JSON, which says so.

    Raises:
        UnknownReferenceError: The name means no scene, or may mean several.
    """
    with opened(folder) as reading:
        bring_up_to_date(reading)
        reading.show_unsure(shown=unsure or as_json)
        scene = None if name is None else _scene(reading, name)
        if as_json:
            wanted = (link for link in reading.links if scene is None or link.scene == scene.slug)
            lost = lost_rows(reading, scene and scene.slug)
            write_json([asdict(row) for row in (*link_rows(reading, wanted), *lost)])
        elif as_markdown:
            _print_quotations(reading, reading.room.scenes if scene is None else (scene,))
        elif scene is not None:
            _print_passages(reading, scene)
        else:
            _print_all_scenes(reading)


def print_bookmarks(
    folder: Path | None, *, as_json: bool, as_markdown: bool = False, deleted: bool = False
) -> None:
    """Print a row a bookmark, or one that was taken away; as Markdown, its words and its note."""
    with opened(folder) as reading:
        marks = reading.deleted_bookmarks() if deleted else reading.bookmarks
        rows = list(bookmark_rows(reading, marks))
        if as_json:
            write_json([asdict(row) for row in rows])
        elif as_markdown:
            from herreader.cli.quoting import quoted_bookmarks

            write_lines(quoted_bookmarks(reading, rows))
        elif on_terminal():
            from herreader.cli.pages import bookmarks_page

            write_page(bookmarks_page(reading.room, rows, deleted=deleted))
        else:
            write_rows(
                (
                    *(row.id, f"{row.review}:{row.block}" if row.placed else row.review),
                    *(row.review_title, row.quote, row.note, " ".join(row.scenes)),
                )
                for row in rows
            )


def bring_bookmark_back(folder: Path | None, number: int) -> None:
    """Bring a bookmark back that was taken away, by its number.

    Raises:
        UnknownReferenceError: If none of that number was.
        StoreError: If it can't be brought back.
    """
    with changing(folder) as (reading, _):
        mark = next((mark for mark in reading.deleted_bookmarks() if mark.id == number), None)
        if mark is None:
            cure = shell(reading.room, "bookmarks", "--deleted")
            message = f"No bookmark of the number {number} was taken away; {cure} lists them."
            raise UnknownReferenceError("There is no such bookmark", message)
        reading.bring_back(mark)
        write_rows([[f"Brought back bookmark {number}: {shortened(mark.passage.quote, SHOWN)}"]])


def _as_json(row: ReviewRow) -> dict[str, Any]:
    return asdict(row) | {"answers": row.answers and row.answers._asdict()}


def _print_all_scenes(reading: Reading) -> None:
    rows = list(scene_rows(reading))
    if on_terminal():
        from herreader.cli.pages import scenes_page

        write_page(scenes_page(reading.room, rows, list(lost_rows(reading))))
    else:
        write_rows(
            (row.number, row.slug, row.title, sum(row.passages), sum(map(bool, row.passages)))
            for row in rows
        )


def _print_passages(reading: Reading, scene: Scene) -> None:
    stops, lost = reading.crossref.stops(scene.slug), list(lost_rows(reading, scene.slug))
    if on_terminal():
        from herreader.cli.pages import scene_page

        write_page(scene_page(reading.room, scene, stops, lost))
    else:
        write_rows(
            (f"{stop.review}:{stop.start.block}", reading.title_of(stop.review), stop.quote)
            for stop in stops
        )
        write_rows((row.review, row.review_title, row.quote) for row in lost)


def _print_quotations(reading: Reading, scenes: Iterable[Scene]) -> None:
    from herreader.cli.quoting import quoted_scene

    for number, scene in enumerate(scenes):
        stops, lost = reading.crossref.stops(scene.slug), list(lost_rows(reading, scene.slug))
        write_lines([""] if number else [])
        write_lines(quoted_scene(reading, scene, stops, lost))


def _scene(reading: Reading, name: str) -> Scene:
    scenes = named_scenes(reading.room.scenes)
    cure = f"{shell(reading.room, 'scenes')} lists them."
    return the_only(scenes, name, "No scene is called", cure)

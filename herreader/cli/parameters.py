"""What several commands take, and what a shell is offered for it."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from herreader.errors import HerreaderError

if TYPE_CHECKING:  # most commands complete nothing
    from herreader.reading import Reading

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
as_markdown = click.option(
    "--markdown", "as_markdown", is_flag=True, help="Print Markdown, to quote from."
)


def complete_reference(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the room's scenes and, where they are asked for, its reviews."""
    from herreader import paths
    from herreader.rooms.loading import load_room

    try:
        loaded = load_room(_room(ctx) or paths.bundled_room())
    except HerreaderError:
        return []
    names = [scene.slug for scene in loaded.room.scenes]
    if ctx.command.name == "open":
        names += [path.stem for path in loaded.files]
        names += complete_imported(ctx, _parameter, incomplete)
    return [name for name in names if name.startswith(incomplete)]


def complete_imported(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the reviews that the reader has imported."""
    return _offer(ctx, incomplete, _imported)


def complete_restorable(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the reviews that were removed or replaced."""
    return _offer(ctx, incomplete, _restorable)


def complete_removed(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Offer what can be removed or, with --undo before it, be brought back."""
    complete = complete_restorable if ctx.params.get("undo") else complete_imported
    return complete(ctx, parameter, incomplete)


def _room(ctx: click.Context) -> Path | None:
    """Give the folder of the room: a shell that asks has not read the word yet, with its ~."""
    folder: Path | None = ctx.find_root().params.get("room")
    try:
        return folder and folder.expanduser()
    except RuntimeError:  # nobody has such a home
        return folder


def _offer(
    ctx: click.Context, incomplete: str, names: "Callable[[Reading], Iterable[str]]"
) -> list[str]:
    from herreader.reading import open_reading

    try:
        with closing(open_reading(_room(ctx))) as reading:
            return [name for name in names(reading) if name.startswith(incomplete)]
    except HerreaderError:
        return []


def _imported(reading: "Reading") -> Iterable[str]:
    return (review.id for review in reading.room.reviews if reading.is_imported(review.id))


def _restorable(reading: "Reading") -> Iterable[str]:
    versions = reading.library.versions() if reading.library is not None else ()
    return dict.fromkeys(each.review for each in versions if each.removed is not None)

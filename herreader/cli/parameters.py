"""What several commands take: JSON, the names of reviews and scenes, other folders."""

from pathlib import Path

import click

from herreader.errors import HerreaderError

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def complete_reference(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[str]:
    """Offer the room's scenes and, where they are asked for, its reviews."""
    from herreader import paths
    from herreader.rooms.loading import load_room

    folder = ctx.find_root().params.get("room")
    try:
        loaded = load_room(folder or paths.bundled_room())
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
    return [
        name
        for name in _imported(ctx.find_root().params.get("room"))
        if name.startswith(incomplete)
    ]


def _imported(folder: Path | None) -> list[str]:
    from herreader.reading import open_reading

    try:
        reading = open_reading(folder)
    except HerreaderError:
        return []
    try:
        return [review.id for review in reading.room.reviews if reading.is_imported(review.id)]
    finally:
        reading.close()

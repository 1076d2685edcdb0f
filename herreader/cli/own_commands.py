"""The commands on the reader's own reviews, the search and corrections, and what they take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from herreader.cli import FAILURE
from herreader.cli.parameters import (
    as_json,
    complete_imported,
    complete_removed,
    complete_restorable,
)

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FACTS = (
    ("--title", "Its title."),
    ("--author", "Who signs it; '' if that is unknown."),
    ("--date", "Its date, such as 2014-01-09, January 2014 or 2014."),
    ("--source", "The address, book or paper that it is from."),
)
_WITH_UNDO = {"undo", "room", "as_json"}
"""What may stand beside --undo."""


def _facts(command: _Command) -> _Command:
    """Let a command take what the reader knows of a review."""
    for name, told in reversed(_FACTS):
        command = click.option(name, metavar="TEXT", help=told)(command)
    return command


@click.command("import", short_help="Add reviews of your own to the room.")
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--glob",
    "patterns",
    metavar="PATTERN",
    multiple=True,
    help="Take files of such names in folders.",
)
@_facts
@click.option("--keep-all", is_flag=True, help="Set nothing aside.")
@click.option(
    "--replace", "replace_", is_flag=True, help="Let changed versions replace older ones."
)
@click.option("--room", type=click.Path(path_type=Path), metavar="DIR", help="Into this room.")
@as_json
@click.option("--quiet", "-q", is_flag=True, help="Say only what was refused or has changed.")
@click.option("--undo", is_flag=True, help="Take the last import back as a whole; takes no PATH.")
@click.pass_obj
def import_(  # noqa: PLR0913 - what can be said of an import
    outer: Path | None,
    /,
    *,
    paths: tuple[str, ...],
    patterns: tuple[str, ...],
    keep_all: bool,
    replace_: bool,
    room: Path | None,
    as_json: bool,
    quiet: bool,
    undo: bool,
    **facts: str | None,
) -> int:
    """Add the files PATH to the room, cleaned, and find the scenes of which they speak.

    PATH is a text, a Markdown file, a saved page, a mail, an e-book or a PDF, a folder of them, or
    - for standard input. The files themselves are never changed. What is plainly not the review is
    set aside; herreader aside shows it.

    Into a pipe, a line a file: what became of it, id, title, passages, scenes, parts set aside,
    file and reason, separated by tabs.

    It ends with 1 if a file was refused, and else with 3 if one has changed since it was imported
    and was not replaced. herreader import --undo takes the last import back.
    """
    if undo:
        return _take_back(room or outer, as_json=as_json)
    if not paths:
        raise click.UsageError("Missing PATH: name a file or a folder, or - for standard input.")
    if len(patterns) > 1:
        message = "--glob takes one pattern. Import once for each; nothing goes in twice."
        raise click.UsageError(message)
    from herreader.cli.importing import Order, import_files
    from herreader.importing import Overrides
    from herreader.reading.wishes import Wishes

    pattern = patterns[0] if patterns else None
    overrides = Overrides(facts["title"], facts["author"], facts["date"])
    wishes = Wishes(overrides, facts["source"], keep_all=keep_all, replace=replace_)
    return import_files(room or outer, Order(paths, pattern, wishes, as_json, quiet))


def _take_back(folder: Path | None, *, as_json: bool) -> int:
    """Take the last import back.

    Raises:
        click.UsageError: If anything was given that only an import has a use for.
    """
    context = click.get_current_context()
    for parameter in context.command.params:
        given = context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
        if given and parameter.name not in _WITH_UNDO:
            name = "PATH" if parameter.name == "paths" else parameter.opts[0]
            raise click.UsageError(f"--undo takes back the last import; it takes no {name}.")
    from herreader.cli import own

    own.take_back_import(folder, as_json=as_json)
    return 0


@click.command(short_help="Take an imported review out of the room.")
@click.argument(
    "reviews", metavar="REVIEW...", nargs=-1, required=True, shell_complete=complete_removed
)
@click.option("--undo", is_flag=True, help="Bring it back, as herreader restore does.")
@click.pass_obj
def remove(room: Path | None, reviews: tuple[str, ...], *, undo: bool) -> None:
    """Take each imported REVIEW out of the room; herreader restore brings it back.

    Its file is not touched. What you marked in it is kept, for when it comes back.
    """
    if undo:
        from herreader.cli.restoring import restore as bring_back

        bring_back(room, reviews)
    else:
        from herreader.cli import own

        own.remove(room, reviews)


@click.command(short_help="Bring back a review that was removed, or an earlier version.")
@click.argument("reviews", metavar="[REVIEW...]", nargs=-1, shell_complete=complete_restorable)
@click.option("--version", "number", type=int, metavar="N", help="Bring back this version of it.")
@click.pass_obj
def restore(room: Path | None, reviews: tuple[str, ...], *, number: int | None) -> None:
    """Bring back each REVIEW that was removed; of a replaced one, the version before.

    Without REVIEW it lists what can be brought back. Into a pipe, a line a version: id, title,
    number of the version, and when it was imported, separated by tabs.
    """
    from herreader.cli import restoring

    if reviews:
        restoring.restore(room, reviews, number)
    elif number is not None:
        raise click.UsageError("Missing REVIEW: say of which review you mean the version.")
    else:
        restoring.list_restorable(room)


@click.command(short_help="Change the title, author, date or source of an imported review.")
@click.argument("review", shell_complete=complete_imported)
@_facts
@click.pass_obj
def edit(  # noqa: PLR0913 - the facts on a review
    room: Path | None,
    *,
    review: str,
    title: str | None,
    author: str | None,
    date: str | None,
    source: str | None,
) -> None:
    """Change what is known of the imported REVIEW; what is not named stays as it is.

    Under another title its scenes are looked for again: one that names the work shows that the text
    is about it.
    """
    if title is author is date is source is None:
        message = "Say what is to be changed: --title, --author, --date or --source."
        raise click.UsageError(message)
    from herreader.cli import own
    from herreader.reading.facts import Facts

    own.edit(room, review, Facts(title, author, date, source))


@click.command(
    short_help="Find words in all reviews.", context_settings={"ignore_unknown_options": True}
)
@click.argument("words", nargs=-1, required=True)
@as_json
@click.pass_obj
def search(room: Path | None, words: tuple[str, ...], *, as_json: bool) -> int:
    """Find the passages of all reviews that hold all WORDS, the best first.

    Case and accents do not matter. '"words in quotes"' stand one after another, fall* is the
    beginning of a word. Beginnings that very many passages hold, and words in scripts without
    blanks, come in the order in which the reviews did. Into a pipe, a line a passage: address,
    title of the review, and words. As JSON, the passages, and whether there are more than these. It
    fails if nothing is found.
    """
    from herreader.cli import searching

    return 0 if searching.search(room, words, as_json=as_json) else FAILURE


@click.command(short_help="Show what was set aside of an imported review.")
@click.argument("review", shell_complete=complete_imported)
@click.option(
    "--put-back",
    "numbers",
    metavar="N",
    type=int,
    multiple=True,
    help="Let the review have the part of that number again; may be given more than once.",
)
@as_json
@click.pass_obj
def aside(room: Path | None, review: str, numbers: tuple[int, ...], *, as_json: bool) -> None:
    """Show what was set aside of REVIEW when it was imported, kind by kind.

    Into a pipe, a line a part: number, kind, the block that it stood after, and words.
    """
    from herreader.cli import own

    if numbers:
        own.put_back(room, review, numbers)
    else:
        own.print_aside(room, review, as_json=as_json)


@click.command(short_help="Print your decisions on links for another reader, or take theirs.")
@click.option(
    "--take",
    "file",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Take over a file of another reader's.",
)
@click.pass_obj
def corrections(room: Path | None, file: str | None) -> None:
    """Print what you have linked, confirmed and rejected by hand, as JSON for another reader.

    With --take, take over what they have sent; - is standard input.
    """
    from herreader.cli.corrections import give, take

    if file is None:
        give(room)
    else:
        take(room, file)


COMMANDS = (import_, remove, restore, edit, search, aside, corrections)
"""All of them."""

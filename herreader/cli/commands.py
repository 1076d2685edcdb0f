"""The commands, and the words that they take."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from herreader import __version__
from herreader.cli import COMPLETION, FAILURE
from herreader.cli.output import complain, on_terminal, write_page, write_rows
from herreader.cli.own_commands import COMMANDS
from herreader.cli.parameters import as_json as as_json_option
from herreader.cli.parameters import as_markdown as as_markdown_option
from herreader.cli.parameters import complete_reference
from herreader.nearest import did_you_mean
from herreader.text.counting import counted
from herreader.text.safe import clean_line

_SHELLS = ("bash", "zsh", "fish")
_EPILOG = (
    "HERREADER_DATA names the folder of all that is kept, HERREADER_CONFIG that of settings.toml."
    '\n\nShell completion: eval "$(herreader completion bash)", or zsh; for fish,'
    " herreader completion fish | source."
)


def run(words: Sequence[str]) -> int:
    """Parse the words after `herreader` and do what they say; return the exit code.

    Raises:
        HerreaderError: It could not be done.
        KeyboardInterrupt: The reader broke it off.
    """
    try:
        code = herreader.main(list(words), "herreader", COMPLETION, standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        message = error.format_message()
        end = "" if message.endswith((".", "?")) else "."
        complain(f"{message}{end} See {_helped(error.ctx)} --help.{_room_first(error)}")
        return error.exit_code
    return code if isinstance(code, int) else 0


def _room_first(error: click.UsageError) -> str:
    """Tell where the room is named, if it was named where it cannot be."""
    misplaced = isinstance(error, click.NoSuchOption) and error.option_name == "--room"
    return " A room is named first: herreader --room DIR …" if misplaced else ""


def _helped(context: click.Context | None) -> str:
    """Name the command whose help tells more of what was wrong."""
    helped = context is not None and context.command.get_help_option(context) is not None
    return context.command_path if context and helped else "herreader"


class RoomCommand(click.Group):
    """The commands; a word that is none but names a file stands for reading that file."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word stands for."""
        word = args[0]
        if self.get_command(ctx, word) is not None or word.startswith("-"):
            return super().resolve_command(ctx, args)
        if os.path.lexists(word):
            return "FILE", _read_file, args
        room = ctx.params.get("room")
        raise click.UsageError(_no_such(word, self.list_commands(ctx), room), ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer files and the commands: bash forgets at the word *file* what stands before it."""
        return [CompletionItem(incomplete, "file"), *super().shell_complete(ctx, incomplete)]


def _no_such(word: str, commands: Sequence[str], room: Path | None) -> str:
    message = f"There is no command and no file {word!r}."
    given = () if room is None else ("--room", str(room))
    command = clean_line(shlex.join(("herreader", *given, "open", word)))
    opened = "" if os.sep in word else f"To open a review or a scene: {command}"
    return f"{message} {did_you_mean(word, commands, opened)}".rstrip()


@click.group(
    cls=RoomCommand,
    invoke_without_command=True,
    subcommand_metavar="[COMMAND | FILE]",
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--room",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Open the room in this folder in place of the bundled one.",
)
@click.version_option(__version__, prog_name="herreader", message="%(prog)s %(version)s")
@click.pass_context
def herreader(ctx: click.Context, room: Path | None) -> int | None:
    """Read many reviews of one film side by side, scene by scene.

    Without a command it opens the room. With a FILE it reads that text or Markdown file; write
    ./list for a file that is named like a command.
    """
    ctx.obj = room
    if ctx.invoked_subcommand is not None:
        return None
    from herreader.cli.launching import open_room

    return open_room(room)


@click.command("FILE", add_help_option=False)
@click.argument("path", type=click.Path(path_type=Path))
def _read_file(path: Path) -> int:
    """Read a text or Markdown file without adding it to a room."""
    if path.is_dir():
        message = f"{os.fspath(path)!r} is a folder. To open it as a room: herreader --room DIR."
        raise click.UsageError(message)
    from herreader.cli.launching import read_text

    return read_text(path)


@herreader.command("open", short_help="Open the room at a review, a scene or an address.")
@click.argument("reference", metavar="REF", shell_complete=complete_reference)
@click.pass_obj
def open_(room: Path | None, reference: str) -> int:
    """Open the room at REF: a review, a scene, or an address such as REVIEW:12."""
    from herreader.cli.launching import open_room

    return open_room(room, reference)


@herreader.command("list")
@as_json_option
@click.pass_obj
def list_(room: Path | None, *, as_json: bool) -> None:
    """List the reviews.

    Into a pipe, a line a review: id, title, byline, date, words, minutes, share read, bookmarks,
    links, and of an imported one its source and the time, separated by tabs.
    """
    from herreader.cli.listings import print_reviews

    print_reviews(room, as_json=as_json)


@herreader.command(short_help="List the scenes, or all passages on one.")
@click.argument("slug", required=False, shell_complete=complete_reference)
@click.option("--unsure", is_flag=True, help="Show the links that are not sure as well.")
@as_json_option
@as_markdown_option
@click.pass_obj
def scenes(
    room: Path | None, slug: str | None, *, as_json: bool, as_markdown: bool, unsure: bool
) -> None:
    """List the scenes, or all passages on the scene SLUG.

    Into a pipe, a line a scene: number, slug, title, passages, and reviews that speak of it. With
    SLUG, a line a passage: address, title of the review, and words; behind them those of links by
    hand whose words are no longer there, with the review alone. As JSON, an object a link, unsure
    ones and those without a place too; as Markdown, what all reviews say, to quote from.
    """
    from herreader.cli.listings import print_scenes

    _one_form(as_json=as_json, as_markdown=as_markdown)
    print_scenes(room, slug, as_json=as_json, as_markdown=as_markdown, unsure=unsure)


@herreader.command()
@click.option("--deleted", is_flag=True, help="List those that were taken away instead.")
@click.option("--restore", "number", metavar="N", type=int, help="Bring one of those back.")
@as_json_option
@as_markdown_option
@click.pass_obj
def bookmarks(
    room: Path | None, *, deleted: bool, number: int | None, as_json: bool, as_markdown: bool
) -> None:
    """List the bookmarks of all reviews.

    Into a pipe, a line a bookmark: number, address, title of the review, words, note and slugs of
    the scenes, separated by tabs.
    """
    from herreader.cli.listings import bring_bookmark_back, print_bookmarks

    _one_form(as_json=as_json, as_markdown=as_markdown)
    if number is not None:
        bring_bookmark_back(room, number)
    else:
        print_bookmarks(room, as_json=as_json, as_markdown=as_markdown, deleted=deleted)


def _one_form(*, as_json: bool, as_markdown: bool) -> None:
    if as_json and as_markdown:
        raise click.UsageError("--json and --markdown exclude each other: take one of them.")


@herreader.command(short_help="Check a room, and say what is wrong or thin.")
@click.argument("folder", metavar="[ROOM]", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def check(room: Path | None, folder: Path | None) -> int:
    """Check the room in the folder ROOM, and say what is wrong with it and what is thin.

    It fails if there is an error.
    """
    from herreader import paths
    from herreader.rooms.checking import check_room

    problems = check_room(folder or room or paths.bundled_room())
    if on_terminal():
        from herreader.cli.pages import problems_page

        write_page(problems_page(problems))
    else:
        write_rows([f"{problem.severity}: {problem}"] for problem in problems)
    counts = [
        counted(count, severity)
        for severity in ("error", "warning", "note")
        if (count := sum(problem.severity == severity for problem in problems))
    ]
    write_rows([[", ".join(counts) or "nothing wrong"]])
    return FAILURE if any(problem.severity == "error" for problem in problems) else 0


@herreader.command(short_help="Print what a shell runs to complete commands and names.")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print what SHELL must run to complete herreader's commands, reviews and scenes."""
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(herreader, {}, "herreader", COMPLETION).source())


for command in COMMANDS:
    herreader.add_command(command)

"""Words on the command line, and how they end: exit codes and errors of one line."""

import os
import sys
from collections.abc import Sequence

from herreader.cli.output import OutputClosedError, complain, prepare_streams, silence_output
from herreader.errors import HerreaderError

FAILURE = 1
CHANGED = 3
"""What an import ends with if files have changed since, and the older versions have stayed."""
INTERRUPTED = 130
BROKEN_PIPE = 141
COMPLETION = "_HERREADER_COMPLETE"
"""The environment variable in which a shell asks for completions."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        arguments: The words after `herreader`; those of this process if None.

    Returns:
        The exit code: 0, 1 after a failure, 2 after a wrong command line; CHANGED after some
        imports, INTERRUPTED after Ctrl-C, BROKEN_PIPE if nobody reads the output any more.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    prepare_streams()
    try:
        return _run(words)
    except HerreaderError as error:
        complain(f"{error.title}. {error.message}")
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OutputClosedError:
        silence_output()
        return BROKEN_PIPE
    except OSError as error:
        complain(str(error))
        return FAILURE


def _run(words: Sequence[str]) -> int:
    if not words and COMPLETION not in os.environ:
        # The usual start; it does not wait for the parser of command lines.
        from herreader.cli.launching import open_room

        return open_room(None)
    from herreader.cli.commands import run

    return run(words)

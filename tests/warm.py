"""Programs that begin warm: a process that has imported herreader, and forks for each command.

What a command prints and how it ends is that of a process of its own. Only its start is not: most
of what the tests of the command line cost would be to import the same modules a thousand times.
"""

import atexit
import gc
import json
import os
import pkgutil
import runpy
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TypedDict

LARGEST = 1 << 20  # bytes in a request
TIMEOUT = 60.0  # seconds
_SETTLED = ("PYTHON", "LANG", "LC_", "LD_", "TZ")
"""With which the names of variables begin that count only when a process begins."""


class Request(TypedDict):
    """A command: its words, its environment, the user who runs it, and in which folder."""

    words: list[str]
    environ: dict[str, str]
    user: int
    at: str


def can_run(changes: Mapping[str, str]) -> bool:
    """Whether a process that has begun can become one with these changes of the environment."""
    here = sys.platform == "linux"  # elsewhere sockets of pairs keep no messages apart
    return here and not any(name.startswith(_SETTLED) for name in changes)


def run(words: list[str], environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run herreader with these words, with nothing to read, and give what it prints."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        here = str(Path.cwd())
        request = Request(words=words, environ=dict(environ), user=os.geteuid(), at=here)
        server = _server()
        socket.send_fds(server, [json.dumps(request).encode()], [out.fileno(), err.fileno()])
        code = os.waitstatus_to_exitcode(int(server.recv(16)))
        printed = [_read(file.fileno()) for file in (out, err)]
    return subprocess.CompletedProcess(words, code, *printed)


def _read(file: int) -> str:
    os.lseek(file, 0, os.SEEK_SET)
    with open(file, encoding="utf-8", closefd=False) as opened:
        return opened.read()


@cache
def _server() -> socket.socket:
    """Start the process from which all others are forked; it ends with this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, __file__, str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()])  # noqa: S603 - our own
    ours.settimeout(TIMEOUT)

    def end() -> None:
        ours.close()
        process.kill()
        process.wait()

    atexit.register(end)
    return ours


def _serve(asked: socket.socket) -> None:
    """Fork for each request, until nobody asks any more; then end. A fork returns."""
    while True:
        message, files, _, _ = socket.recv_fds(asked, LARGEST, 2)
        if not message:
            sys.exit()
        if not (child := os.fork()):
            break
        for file in files:
            os.close(file)
        asked.send(str(os.waitpid(child, 0)[1]).encode())
    asked.close()
    request: Request = json.loads(message)
    _become(request, files)


def _become(request: Request, files: list[int]) -> None:
    """Make this process what one is that a shell has started."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for file, standard in zip((nothing, *files), (0, 1, 2), strict=True):
        os.dup2(file, standard)
        os.close(file)
    os.environ.clear()
    os.environ.update(request["environ"])
    os.chdir(request["at"])
    os.seteuid(request["user"])
    sys.argv[1:] = request["words"]


def _warm_up() -> None:
    """Import whatever a command may; what the screen needs is none of it."""
    import herreader

    for module in pkgutil.walk_packages(herreader.__path__, "herreader."):
        if not module.name.startswith(("herreader.tui", "herreader.__main__")):
            import_module(module.name)


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())
    _warm_up()
    gc.freeze()  # a collection in a fork would copy all that is shared
    _serve(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module("herreader", run_name="__main__", alter_sys=True)

"""Start herreader in a pseudo-terminal, wait until its reviews stand on the screen, and quit it.

Usage: launch.py COMMAND [ARGUMENT ...]
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time

import pyte

WIDTH, HEIGHT = 120, 40  # cells
PATIENCE = 30.0  # seconds


def main(command: list[str]) -> int:
    """Launch it; 0 if it named every review and then quit with 0."""
    listing = subprocess.run([*command, "list"], capture_output=True, text=True, check=True)  # noqa: S603 - the command is the caller's own
    titles = [line.split("\t")[1] for line in listing.stdout.splitlines()]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
    program = subprocess.Popen(  # noqa: S603 - the command is the caller's own
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(theirs)
    screen = pyte.Screen(WIDTH, HEIGHT)
    try:
        # A long title is wrapped: its first word is what stands together.
        if not _shown(ours, screen, [title.split()[0] for title in titles]):
            print(f"{titles} did not show, but:", *screen.display, sep="\n")
            return 1
        os.write(ours, b"q")
        if not _shown(ours, screen, None):
            print("It did not quit, but shows:", *screen.display, sep="\n")
            return 1
        print(f"Shown: {', '.join(titles)}; and quit.")
        return program.wait(PATIENCE)
    finally:
        program.kill()


def _shown(terminal: int, screen: pyte.Screen, words: list[str] | None) -> bool:
    """Read what the program draws until all words stand there or, without words, its end."""
    stream = pyte.ByteStream(screen)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if not ready:
            continue
        try:
            drawn = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side has closed
            drawn = b""
        if not drawn:
            return words is None
        stream.feed(drawn)
        page = "\n".join(screen.display)
        if words and all(word in page for word in words):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

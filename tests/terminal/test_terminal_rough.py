"""What no careful reader types: bursts, broken bytes, absurd keys, absurd numbers."""

import os
import subprocess
import sys

import pytest
from desk import Desk
from terminals import Terminal, opened


def ask_for_help(terminal: Terminal) -> None:
    """Ask until it comes: what is read together with junk or an Escape is another key.

    Where the help was only slow to come, the next key takes it away again; so each is given longer.
    """
    for number in range(8):
        terminal.send("?")
        if terminal.comes(lambda: "Move a line down." in terminal.shown, 0.3 * 2**number):
            return
    raise AssertionError(f"no help comes; the screen shows\n{terminal.shown}")


@pytest.mark.parametrize("key", ["/", ":", "S", "\x10"])
def test_control_characters_in_a_paste_do_not_reach_the_terminal(desk: Desk, key: str) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(key)
        terminal.wait_without("? help" if key != "\x10" else "Welcome")
        terminal.send("\x1b[200~alpha\x9b31m\u202ebeta\x10\x1b[201~")
        terminal.wait_for("beta")
        sent = terminal.output.decode("utf-8", "replace")
        assert not any(character in sent for character in "\x9b\u202e\x10")


@pytest.mark.parametrize(
    "junk", [b"\xa0", b"\xe9j", b"\x1b[1114112u", b"\x1b[99999999999999999999u"]
)
def test_bytes_that_no_keyboard_should_send_are_passed_over(desk: Desk, junk: bytes) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        os.write(terminal._master, junk)
        ask_for_help(terminal)
        assert terminal.process.poll() is None


@pytest.mark.parametrize(
    "burst", ["bB\r/z", "rG\r/zzz", "T\x1b[6~", "\x10\x1b[6~", "\x10zzzz\x1b[6~", "T\r\r"]
)
def test_keys_in_a_burst_end_nothing(desk: Desk, burst: str) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(burst)
        terminal.send("\x1b")
        terminal.wait(lambda: terminal.process.poll() is None)
        for _ in range(4):
            terminal.send("\x1b")
        ask_for_help(terminal)


def test_a_number_of_thousands_of_digits_is_no_block(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(f":\x1b[200~tide:{'9' * 5000}\x1b[201~\r")
        terminal.wait_for("Nothing here is called")


def test_a_closed_standard_output_ends_a_listing_quietly(desk: Desk) -> None:
    command = f"exec {sys.executable} -m herreader list >&-"
    done = subprocess.run(  # noqa: S602 - the shell closes the stream
        command, shell=True, capture_output=True, text=True, check=False, env=desk.environ
    )
    assert "Traceback" not in done.stderr


def test_an_empty_path_imports_nothing(desk: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "herreader", "import", ""],
        capture_output=True,
        text=True,
        check=False,
        env=desk.environ,
    )
    assert done.returncode == 1
    assert "No path was given" in done.stdout + done.stderr

import signal
import sys
from pathlib import Path
from subprocess import DEVNULL, run

import pytest
from desk import Desk
from terminals import HERREADER, Terminal, opened

FAILING = Path(__file__).with_name("failing_reader.py")


def read_on(terminal: Terminal, desk: Desk) -> int:
    """Bookmark a sentence, read on, and give the block that is being read once that is kept."""
    terminal.wait_for("Welcome")
    terminal.press("} b")
    terminal.wait_for("★1")
    terminal.press("1 0 }")
    terminal.wait_for("Part 2")
    terminal.wait(lambda: desk.progress().get("tide") and desk.progress()["tide"].place.block == 12)
    assert terminal.process.poll() is None  # it is kept while one reads, not only at the end
    return 12


def assert_found_again(desk: Desk, block: int) -> None:
    assert len(desk.bookmarks()) == 1
    with opened(desk) as terminal:
        terminal.wait_for("Part 2 · ")
        terminal.press("=")
        terminal.wait_for(f"This is tide:{block}")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_in_order(desk: Desk, number: signal.Signals, code: int) -> None:
    with opened(desk) as terminal:
        read_on(terminal, desk)
        terminal.press("3 } =")
        terminal.wait_for("This is tide:15")
        terminal.signal(number)
        assert terminal.end() == code
        assert terminal.is_restored()
        assert "Traceback" not in terminal.shown
    assert_found_again(desk, 15)


def test_a_closed_window_loses_nothing(desk: Desk) -> None:
    with opened(desk) as terminal:
        read_on(terminal, desk)
        terminal.press("} =")
        terminal.wait_for("This is tide:13")
        terminal.hang_up()
        terminal.end()
    assert_found_again(desk, 13)


def test_a_killed_program_loses_nothing_that_was_kept_while_one_read(desk: Desk) -> None:
    with opened(desk) as terminal:
        block = read_on(terminal, desk)
        terminal.signal(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    assert_found_again(desk, block)


def test_a_failure_of_the_program_loses_nothing_and_restores_the_terminal(desk: Desk) -> None:
    command = (sys.executable, str(FAILING))
    with opened(desk, command=command) as terminal:
        terminal.wait_for("★1", "paragraph 13")
        terminal.press("}")
        terminal.wait(lambda: "tide" in desk.progress())
        terminal.press("G")
        assert terminal.end() == 1
        assert terminal.is_restored()
        assert "The last page is missing" in terminal.shown
    assert len(desk.bookmarks()) == 1
    assert desk.progress()["tide"].place.block == 13
    assert desk.session()["place"].startswith("13:")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_a_list_is_open_ends_in_order(desk: Desk, number: signal.Signals) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("} b")
        terminal.wait_for("★1")
        terminal.press("B")
        terminal.wait_for("Bookmarks · 1")
        terminal.signal(number)
        assert terminal.end() == 128 + number
        assert terminal.is_restored()
    assert len(desk.bookmarks()) == 1


def test_a_reader_who_presses_control_c_stays_and_learns_how_to_leave(desk: Desk) -> None:
    with opened(desk) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("ctrl+c")
        terminal.wait_for("Press q to quit")
        assert terminal.process.poll() is None


@pytest.mark.parametrize(("there", "back"), [("", ""), ("B", "q")])
def test_control_z_gives_the_terminal_to_the_shell_and_the_place_is_kept(
    desk: Desk, there: str, back: str
) -> None:
    with opened(desk) as terminal:
        read_on(terminal, desk)
        terminal.press(f"3 }} {there} ctrl+z")
        terminal.wait(terminal.is_stopped)
        terminal.wait(terminal.is_restored)
        assert desk.session()["place"].startswith("15:")
        terminal.wipe()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("Bookmarks · 1" if there else "paragraph 15")
        terminal.press(f"{back} =")
        terminal.wait_for("This is tide:15", "paragraph 15")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.is_restored()


def test_without_colour_no_colour_at_all_is_sent(desk: Desk) -> None:
    with opened(desk, terminal={"TERM": "xterm-256color", "NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Welcome", "The owl lands")
        terminal.press("} } b f v l / s e a enter B")
        terminal.wait_for("Bookmarks · 1")
        terminal.press("escape")
        terminal.wait_without("Bookmarks · 1")
        terminal.press("?")
        terminal.wait_for("Keys")
        assert terminal.colours_sent() == set()
        assert terminal.colours == {"default"}


def test_an_empty_no_color_means_nothing(desk: Desk) -> None:
    with opened(desk, terminal={"TERM": "xterm-256color", "NO_COLOR": ""}) as terminal:
        terminal.wait_for("Welcome")
        assert terminal.colours_sent()


def test_sixteen_colours_are_enough_to_read(desk: Desk) -> None:
    with opened(desk, terminal={"TERM": "xterm"}) as terminal:
        terminal.wait_for("Welcome", "The owl lands")
        terminal.press("} }")
        terminal.wait_for("1 of 5")
        terminal.press("b f")
        terminal.wait_for("★1", "Following")
        assert not [code for code in terminal.colours_sent() if code.startswith(("38", "48"))]
        assert terminal.alike_cells() == []


@pytest.mark.parametrize("depth", ["256", "true"])
def test_no_words_are_as_dark_as_their_ground(desk: Desk, depth: str) -> None:
    names = {"TERM": "xterm-256color"} | ({"COLORTERM": "truecolor"} if depth == "true" else {})
    with opened(desk, terminal=names) as terminal:
        terminal.wait_for("Welcome", "The owl lands")
        terminal.press("} }")
        terminal.wait_for("1 of 5")
        terminal.press("b f")
        terminal.wait_for("★1", "Following")
        assert terminal.alike_cells() == []


def test_a_small_terminal_still_reads(desk: Desk) -> None:
    with opened(desk, size=(40, 12)) as terminal:
        terminal.wait_for("The Tide Table", "Welcome")
        terminal.press("space space")
        terminal.wait_for("paragraph 3")
        terminal.press("b s")
        terminal.wait_for("Scenes", "The owl")
        terminal.press("escape B")
        terminal.wait_for("Bookmarks · 1")
        terminal.press("q q")
        assert terminal.end() == 0


def test_without_a_terminal_one_line_says_so(desk: Desk) -> None:
    result = run(  # noqa: S603 - our own program
        HERREADER, stdin=DEVNULL, capture_output=True, text=True, env={**desk.environ}, check=False
    )
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "needs a terminal" in result.stderr


def test_a_wrong_reference_is_told_before_the_screen_opens(desk: Desk) -> None:
    with opened(desk, "--room", str(desk.room), "open", "owll") as terminal:
        assert terminal.end() == 1
        assert "Did you mean owl?" in terminal.shown
        assert b"\x1b[?1049h" not in terminal.output

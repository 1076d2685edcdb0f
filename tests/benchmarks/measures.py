"""What is measured: starts, keys, a text of 50 MB, another size. All alternating, in one run."""

from collections.abc import Sequence
from contextlib import ExitStack
from statistics import median

from .inputs import END, RARE, Programs
from .table import Row, compare_keys
from .terminal import NoAnswerError, Terminal

HOME = "\x1b[H"
PAGE_UP = "\x1b[5~"
NARROW = (80, 40)
BELOW = "40j"
"""Goes to where the page follows each move of the cursor, and is painted anew."""

RUN = 100
"""Line moves from there, before the start is gone back to."""

ABSENT = "qqxzzkj"
"""In no text."""

NOT_FOUND = "is not found"


def starts(programs: Programs, rounds: int) -> list[Row]:
    """Measure from the fork to the words on the screen."""
    order = (programs.floor, programs.room, programs.many, programs.small, programs.large)
    taken: list[list[float]] = [[] for _ in order]
    for _ in range(rounds):
        for program, figures in zip(order, taken, strict=True):
            with program.start() as terminal:
                figures.append(terminal.wait_for(program.words))
                terminal.rest(0.1)
    floor, room, many, small, large = map(median, taken)
    return [
        Row.ratio("start, the review as it was left", room, floor, 1.5),
        Row.ratio("start, with 1,000 bookmarks", many, floor, 1.5),
        Row.ratio("start, text of 20 KB", small, floor),
        Row.ratio("start, text of 50 MB, beside 20 KB", large, small, 1.5),
    ]


def keys(programs: Programs, presses: int) -> list[Row]:
    """Measure from a key to the last byte of the repaint."""
    order = (programs.floor, programs.room, programs.small, programs.large)
    with ExitStack() as stack:
        terminals = [stack.enter_context(program.open()) for program in order]
        floor, *lines = _lines(terminals, presses)
        floor_pages, *pages = _pages(terminals, presses)
        for terminal in terminals[2:]:
            terminal.press(HOME)
            terminal.rest(1.0)
    return [
        *compare_keys("line down", lines[0], floor),
        *compare_keys("page", pages[0], floor_pages),
        *_large_beside_small("line down", lines),
        *_large_beside_small("page", pages),
    ]


def _lines(terminals: Sequence[Terminal], presses: int) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in terminals]
    for press in range(presses):
        for terminal, figures in zip(terminals, taken, strict=True):
            if press % RUN == 0:
                _go_home(terminal)
                terminal.type(BELOW)
                terminal.rest()
            figures.append(terminal.press("j"))
    return taken


def _pages(terminals: Sequence[Terminal], presses: int) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in terminals]
    for press in range(presses):
        for terminal, figures in zip(terminals, taken, strict=True):
            figures.append(terminal.press(PAGE_UP if press % 2 else " "))
    return taken


def _large_beside_small(what: str, taken: Sequence[Sequence[float]]) -> list[Row]:
    _, small, large = map(median, taken)
    return [Row.ratio(f"{what}, 50 MB beside 20 KB", large, small, 1.2)]


def large_text(programs: Programs, rounds: int) -> list[Row]:
    """Measure the end, a search, and memory, in a text of 50 MB."""
    ends, found, answers, sizes, floors = [], [], [], [], []
    for _ in range(rounds):
        with programs.floor.open() as terminal:
            terminal.press("j")
            floors.append(terminal.memory())
        with programs.large.start() as terminal:
            terminal.wait_for(programs.large.words)
            ends.append(terminal.wait_for(END, since=terminal.type("G")))
            _go_home(terminal)
            found.append(terminal.wait_for(END, since=_search(terminal, RARE)))
            sizes.append(terminal.memory())
            _go_home(terminal)
            answers.append(_key_while_searching(terminal))
            _go_home(terminal)
            terminal.rest(1.0)
    return [
        Row.limit("50 MB: to the end", median(ends), 0.5),
        Row.limit("50 MB: a word at the end is found", median(found), 2.0),
        Row.report("50 MB: a key while it is looked for", median(answers)),
        Row.memory("50 MB: memory after that", median(sizes), median(floors), 80e6),
    ]


def _go_home(terminal: Terminal) -> None:
    terminal.rest()
    terminal.type(HOME)
    terminal.rest()


def _search(terminal: Terminal, word: str) -> float:
    """Look for a word, and give the moment before Enter."""
    terminal.type("/")
    terminal.rest(0.1)
    terminal.type(word)
    terminal.rest(0.2)
    return terminal.type("\r")


def _key_while_searching(terminal: Terminal) -> float:
    """Turn the page while a word is looked for that is nowhere; give the seconds to the answer."""
    _search(terminal, ABSENT)
    terminal.wait_for("Looking for")
    terminal.rest(0.02)
    pressed = terminal.type(" ")
    answered = terminal.first_byte() - pressed
    if terminal.has_shown(NOT_FOUND):
        message = "the search was over before the key was answered"
        raise NoAnswerError(message)
    terminal.wait_for(NOT_FOUND, since=pressed)
    return answered


def sizes(programs: Programs, rounds: int) -> list[Row]:
    """Measure from a change of the terminal's size to the last byte of the repaint."""
    order = (programs.floor, programs.room, programs.small, programs.large)
    taken: list[list[float]] = [[] for _ in order]
    for _ in range(rounds):
        for program, figures in zip(order, taken, strict=True):
            with program.open() as terminal:
                figures.append(terminal.resize(NARROW))
    floor, room, small, large = map(median, taken)
    return [
        Row.ratio("120 to 80 columns, the review", room, floor),
        Row.ratio("120 to 80 columns, 50 MB beside 20 KB", large, small),
    ]

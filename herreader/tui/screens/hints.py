"""The keys that are told of at the foot of the screen, each with what it does there."""

from collections.abc import Iterable, Iterator

from herreader.keys import Keymap

Told = tuple[tuple[str, str], ...]
"""Commands or keys, each with what it does, the handiest first."""

PAGE: Told = (
    ("bookmark.toggle", "bookmark"),
    ("scene.next", "next on scene"),
    ("view.scenes", "scenes"),
    ("view.reviews", "reviews"),
    ("find.start", "find"),
    ("go.back", "back"),
    ("bookmark.list", "bookmarks"),
    ("find.library", "search all"),
    ("app.import", "import"),
    ("app.quit", "quit"),
)

SELECTING: Told = (
    ("bookmark.toggle", "bookmark"),
    ("bookmark.copy", "copy"),
    ("bookmark.note", "note"),
    ("app.cancel", "let go"),
)
"""What can be done with a selection."""

EMPTY: Told = (("app.import", "import"), ("app.quit", "quit"))
"""What there is to do in a room without reviews."""

REVIEWS: Told = (
    ("read.enter", "open"),
    ("find.start", "filter"),
    ("app.cancel", "back to the page"),
    ("app.facts", "edit facts"),
    ("app.remove", "remove"),
    ("app.import", "import"),
    ("find.library", "search all"),
)
SCENES: Told = (
    ("read.enter", "go there"),
    ("find.start", "filter"),
    ("app.cancel", "back to the page"),
    ("view.next_pane", "what is said"),
    ("scene.unsure", "unsure links"),
)
PREVIEW: Told = (
    ("read.enter", "go there"),
    ("app.cancel", "back to the page"),
)
PANES = {"reviews": REVIEWS, "scenes": SCENES, "preview": PREVIEW}
"""What can be done in each pane beside the page, by its name."""

MOVES: Told = (
    ("read.line_down", "down"),
    ("read.line_up", "up"),
    ("read.page_down", "page down"),
)
SYMBOLS = {"backspace": "⌫", "enter": "⏎", "escape": "esc"}


def typed_for(told: str) -> Iterator[str]:
    """Give the keys to type, one after the other, for what is told of at the foot."""
    names = {symbol: name for name, symbol in SYMBOLS.items()}
    return (names.get(key, key) for key in told.split())


def hint_for(keymap: Keymap, command: str, label: str) -> tuple[str, str]:
    """Give the handiest key of a command, empty if it has none, and what it does."""
    key = next(iter(keymap.keys_of(command)), "")
    return SYMBOLS.get(key, key), label


def hints_for(keymap: Keymap, told: Iterable[tuple[str, str]]) -> Told:
    """Give the keys of those commands that have any, each with what it does."""
    hints = (hint_for(keymap, command, label) for command, label in told)
    return tuple((key, label) for key, label in hints if key)

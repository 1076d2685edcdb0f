"""What the foot of the room tells: the keys that are of use where the reader is."""

from typing import TYPE_CHECKING

from herreader.tui.screens.hints import EMPTY, PAGE, PANES, SELECTING, Told
from herreader.tui.widgets.filtered import FilteredRows

if TYPE_CHECKING:
    from herreader.tui.screens.reading import ReadingScreen


def told_to(screen: "ReadingScreen") -> Told:
    """Give the commands for the pane that has the focus, without those that would do nothing."""
    selection = screen.page.selection
    if screen.rows is not None:
        told = PANES[screen.rows.id or ""]
    elif not screen.reviews:
        told = EMPTY
    else:
        told = SELECTING if selection is not None and selection.has_words else PAGE
    useless = _useless(screen) | _useless_in_list(screen)
    return tuple((command, label) for command, label in told if command not in useless)


def _useless(screen: "ReadingScreen") -> set[str]:
    """Name what would do nothing anywhere in this room, or in a bare file."""
    useless = set() if screen.scenes else {"scene.next", "view.scenes"}
    if screen.reading.library is None:
        useless |= {"app.import", "find.library", "view.reviews"}
    return useless


def _useless_in_list(screen: "ReadingScreen") -> set[str]:
    """Name what would do nothing with the entry under the cursor of the list in focus."""
    useless: set[str] = set()
    rows, listed = screen.rows, screen.reviews_pane.current()
    if isinstance(rows, FilteredRows):
        useless |= set() if rows.shown() else {"read.enter", "view.next_pane"}
        useless |= set() if rows.everything() else {"find.start", "scene.unsure"}
    if listed is None or not screen.reading.is_imported(listed.id):
        useless |= {"app.facts", "app.remove"}
    return useless

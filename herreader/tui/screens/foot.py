"""What the foot of the room tells, and the end of a text: what can be done where the reader is."""

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


def offer_at_end(screen: "ReadingScreen") -> str:
    """Say below the end of a text what Enter opens, and what follows a scene there in its place."""
    reading = screen.reading
    following = reading.next_unread(screen.review)
    if following is None:
        return "The end. All reviews are read." if len(reading.room.reviews) > 1 else "The end."
    offer = f"The end. Enter opens the next unread: {following.title}"
    here = [scene for scene in screen.scenes if scene.slug in screen.here]
    scene = here[0] if here and screen.chosen not in screen.here else None
    keys = screen.keymap.keys_of("scene.follow")
    return f"{offer} · {keys[0]} follows {scene.title}" if scene and keys else offer


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

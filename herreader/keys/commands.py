"""One table of commands; the bindings, the help, the palette and the README's list come from it."""

from typing import NamedTuple


class Command(NamedTuple):
    """Something that a reader can do.

    Attributes:
        id: `group.name`; what the settings file calls it.
        keys: The keys that do it unless remapped, each a sequence written with blanks.
        label: A few words, for the hint line and the palette.
        help: One sentence, for the help and the README.
        counts: Whether a number typed before it is of use.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    counts: bool = False

    @property
    def group(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


GROUPS: dict[str, str] = {
    "read": "Reading",
    "scene": "Scenes",
    "bookmark": "Bookmarks and selection",
    "find": "Finding",
    "go": "Going",
    "view": "Panes and looks",
    "app": "The room",
}
"""The heading of each group of commands, in the order of the help."""

COMMANDS: tuple[Command, ...] = (
    Command("read.line_down", ("j", "down"), "Line down", "Move a line down.", counts=True),
    Command("read.line_up", ("k", "up"), "Line up", "Move a line up.", counts=True),
    Command(
        "read.sentence_next",
        ("l", "right", ")"),
        "Next sentence",
        "Move a sentence on.",
        counts=True,
    ),
    Command(
        "read.sentence_previous",
        ("h", "left", "("),
        "Previous sentence",
        "Move a sentence back.",
        counts=True,
    ),
    Command("read.paragraph_next", ("}",), "Next paragraph", "Move a paragraph on.", counts=True),
    Command(
        "read.paragraph_previous",
        ("{",),
        "Previous paragraph",
        "Move a paragraph back.",
        counts=True,
    ),
    Command("read.heading_next", ("J",), "Next heading", "Move to the next heading.", counts=True),
    Command(
        "read.heading_previous",
        ("K",),
        "Previous heading",
        "Move to the heading before.",
        counts=True,
    ),
    Command(
        "read.page_down", ("space", "pagedown", "ctrl+f"), "Page down", "Turn a page.", counts=True
    ),
    Command("read.page_up", ("pageup", "ctrl+b"), "Page up", "Turn a page back.", counts=True),
    Command(
        "read.half_down", ("ctrl+d",), "Half a page down", "Move half a page down.", counts=True
    ),
    Command("read.half_up", ("ctrl+u",), "Half a page up", "Move half a page up.", counts=True),
    Command("read.first", ("g g", "home"), "Start", "Go to the start of the review."),
    Command(
        "read.last",
        ("G", "end"),
        "End",
        "Go to the end of the review; 12G goes to block 12.",
        counts=True,
    ),
    Command(
        "read.enter",
        ("enter",),
        "Open",
        "In a list, open the entry; in the reader, follow the scene under the cursor, or where "
        "a review's end is in sight, open the next unread one.",
    ),
    Command(
        "scene.next",
        ("]",),
        "Next on this scene",
        "Go to the next passage on the scene, across all reviews.",
        counts=True,
    ),
    Command(
        "scene.previous",
        ("[",),
        "Previous on this scene",
        "Go to the passage before on the scene, across all reviews.",
        counts=True,
    ),
    Command(
        "scene.follow",
        ("f",),
        "Follow the scene",
        "Follow the scene under the cursor; again for the next one there.",
    ),
    Command(
        "scene.origin",
        ("o",),
        "Return to the origin",
        "Return to where following the scene began.",
    ),
    Command(
        "scene.link",
        ("a",),
        "Link to a scene",
        "Link the sentence or the selection to a scene, by hand.",
    ),
    Command(
        "scene.reject",
        ("x",),
        "Reject the link",
        "Say that the passage here does not speak of the scene.",
    ),
    Command(
        "scene.unsure",
        ("U",),
        "Unsure links",
        "Show the links that are not sure as well, or keep them apart.",
    ),
    Command(
        "scene.queue",
        ("Q",),
        "Review the found passages",
        "Go through the passages that were found, one at a time: yes, no, edit, skip.",
    ),
    Command(
        "bookmark.toggle",
        ("b",),
        "Bookmark",
        "Bookmark the sentence or the selection, or take the bookmark away.",
    ),
    Command(
        "bookmark.delete",
        ("d", "delete"),
        "Delete bookmark",
        "Take away the bookmark here or in the list.",
    ),
    Command("bookmark.note", ("e",), "Edit note", "Write a note on the bookmark here."),
    Command("bookmark.list", ("B",), "All bookmarks", "List the bookmarks of all reviews."),
    Command("bookmark.next", ("'",), "Next bookmark", "Go to the next bookmark here.", counts=True),
    Command(
        "bookmark.previous",
        ('"',),
        "Previous bookmark",
        "Go to the bookmark before.",
        counts=True,
    ),
    Command(
        "bookmark.undo",
        ("u",),
        "Undo",
        "Undo the last change: to bookmarks, links or reviews.",
        counts=True,
    ),
    Command("bookmark.redo", ("ctrl+r",), "Redo", "Do again what was undone.", counts=True),
    Command(
        "bookmark.select",
        ("v",),
        "Select",
        "Start a selection at the cursor's sentence; the reading keys extend it.",
    ),
    Command(
        "bookmark.copy",
        ("y",),
        "Copy with source",
        "Copy the sentence or the selection, with its source.",
    ),
    Command("find.start", ("/",), "Find", "Find words in the review; in a list, filter it."),
    Command("find.next", ("n",), "Next match", "Go to the next match.", counts=True),
    Command("find.previous", ("N",), "Previous match", "Go to the match before.", counts=True),
    Command("find.library", ("S",), "Search all", "Search the words of all reviews."),
    Command(
        "go.back", ("backspace", "H", "alt+left"), "Back", "Go back, as in a browser.", counts=True
    ),
    Command("go.forward", ("L", "alt+right"), "Forward", "Go forward again.", counts=True),
    Command("go.to", (":",), "Go to", "Go to a review, a scene or an address such as the-bird:12."),
    Command("go.address", ("=",), "Address", "Show the address of the cursor's place."),
    Command("view.reviews", ("r",), "Reviews", "Go to the reviews; from there, hide them."),
    Command("view.scenes", ("s",), "Scenes", "Go to the scenes; from there, hide them."),
    Command("view.next_pane", ("tab",), "Next pane", "Go to the next pane."),
    Command("view.previous_pane", ("shift+tab",), "Previous pane", "Go to the pane before."),
    Command("view.focus", ("z",), "Focus mode", "Hide both side panes, or bring them back."),
    Command("view.narrower", ("<", "-"), "Narrower", "Make the column narrower.", counts=True),
    Command("view.wider", (">", "+"), "Wider", "Make the column wider.", counts=True),
    Command("view.dark", ("t",), "Dark or light", "Change between dark and light."),
    Command("view.theme", ("T",), "Theme", "Choose a theme."),
    Command("app.import", ("I",), "Import", "Import reviews of your own: a file or a folder."),
    Command(
        "app.aside",
        ("A",),
        "Set aside",
        "Show what was set aside of an imported review as no part of it, and put parts back.",
    ),
    Command("app.facts", ("E",), "Edit facts", "Edit an imported review's title, author and date."),
    Command("app.remove", ("X",), "Remove", "Remove an imported review from the room."),
    Command("app.help", ("?", "f1"), "Help", "Show all keys."),
    Command("app.palette", ("ctrl+p",), "Palette", "Look for a command by name."),
    Command(
        "app.cancel", ("escape",), "Cancel", "Leave what was begun: a selection, a search, a scene."
    ),
    Command(
        "app.interrupt", ("ctrl+c",), "Copy", "Copy the selection; with none, tell how to leave."
    ),
    Command("app.suspend", ("ctrl+z",), "Suspend", "Leave for the shell; fg leads back here."),
    Command("app.quit", ("q", "ctrl+q"), "Quit", "Leave the room; everything is kept."),
)
"""Every command, in the order of the help."""

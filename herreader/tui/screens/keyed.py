"""Screens whose keys come from the table of commands."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget

from herreader.errors import HerreaderError, OvertakenError
from herreader.keys import Keymap, KeyReader, Pressed
from herreader.text.safe import clean, clean_line
from herreader.tui.screens.hints import Told, hint_for, hints_for, typed_for
from herreader.tui.theme import Ink
from herreader.tui.widgets.bars import HintLine
from herreader.tui.widgets.prompt import Answer, Prompt
from herreader.tui.widgets.rows import Rows

WATCH_SECONDS = 0.5
"""How often another herreader's changes are looked for."""
WIDTH = 96
"""Cells of a list over the page."""


_WRITTEN = {
    "ctrl+@": "ctrl+space",
    "ctrl+backslash": "ctrl+\\",
    "ctrl+circumflex_accent": "ctrl+^",
    "ctrl+right_square_bracket": "ctrl+]",
    "ctrl+underscore": "ctrl+_",
}
"""Keys that Textual names in its own way, and as readers write them."""


def key_name(event: events.Key) -> str:
    """Name a key as the table of commands does: by the character that it types, if any."""
    if event.character and event.is_printable and event.character != " ":
        return event.character
    return _WRITTEN.get(event.key, event.key)


class KeyedScreen(Screen[ScreenResultType]):
    """Makes commands of the keys that no widget has taken."""

    LETTERS: ClassVar[frozenset[str]] = frozenset()
    """Keys with a meaning of their own on this screen, however those of the commands are set."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self._key_reader = KeyReader(keymap)

    def perform(self, pressed: Pressed) -> None:
        """Do what a command says."""
        raise NotImplementedError

    def answer(self, key: str) -> None:
        """Do what one of the screen's own keys says."""

    def complain(self, error: HerreaderError) -> None:
        """Tell the reader what could not be done, and the cure."""
        words, title = clean(error.message), clean_line(error.title)
        self.app.notify(words, title=title, severity="error", timeout=10, markup=False)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may fail; False if it has, and the reader has been told."""
        try:
            act()
        except HerreaderError as error:
            self.complain(error)
            if isinstance(error, OvertakenError):  # what is shown is not as it is now
                self.catch_up()
            return False
        return True

    def catch_up(self) -> None:
        """Show what is there now: what was to be changed is no longer as it was."""

    def open_prompt(self) -> Prompt | None:
        """Give the prompt if it is open."""
        return next((prompt for prompt in self.query(Prompt) if prompt.display), None)

    def choose_in(self, rows: Rows) -> None:
        """Choose the entry under a list's cursor: at once, ahead of what is typed behind it."""
        chosen = rows.chosen()
        if chosen is not None:
            self.choose(chosen)

    def show_pending(self, pending: str) -> None:
        """Show what has been typed of a command."""

    def base(self) -> Widget:
        """Give what has the focus while the prompt has not."""
        raise NotImplementedError

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Let whoever has asked take the answer."""
        asker, value = message.asker, message.value
        if message.answer is Answer.TYPED:
            asker.typed(value)
            return
        self.set_focus(self.base())
        if message.answer is Answer.LEFT:
            asker.left()
            return
        try:
            asker.entered(value)
        except OvertakenError as error:  # what it was asked about is no longer as it was
            self.complain(error)
            self.catch_up()
        except HerreaderError as error:
            self.complain(error)
            self.query_one(Prompt).reopen()

    def end_prompt(self) -> bool:
        """End the prompt, if it is open, before the reader goes on elsewhere; False if it stays."""
        prompt = self.open_prompt()
        if prompt is not None:
            self.on_prompt_answered(prompt.end())
        return self.open_prompt() is None

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Do what choosing an entry means here; by a click, it may be chosen while one types."""
        if self.end_prompt():
            self.choose(message)

    def choose(self, chosen: Rows.Chosen) -> None:
        """Do what choosing an entry of a list means here."""

    def on_key(self, event: events.Key) -> None:
        """Take a key; while a prompt is open it is the prompt's."""
        event.stop()
        event.prevent_default()
        if self.app.return_value is not None:
            return  # the room is being left: what is typed now is no longer for it
        if self.app.screen is not self:
            self._hand_on(event)
            return
        prompt = self.open_prompt()
        if prompt is not None:
            # At once, so that keys typed ahead find the prompt's work done.
            answered = prompt.feed(event)
            if answered.answer is not Answer.TYPED:
                self.app.clear_notifications()  # what was wrong with the words before
            self.on_prompt_answered(answered)
            return
        if key_name(event) in self.LETTERS:
            self._key_reader.reset()
            self.answer(key_name(event))
            return
        pressed = self._key_reader.press(key_name(event))
        self.show_pending(self._key_reader.pending)
        if pressed is not None:
            self.perform(pressed)

    def on_hint_line_pressed(self, message: HintLine.Pressed) -> None:
        """Take a key that was clicked at the foot as if it were typed."""
        for name in typed_for(message.key):
            self.on_key(events.Key(name, name if len(name) == 1 else None))

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted before the prompt's line has the focus."""
        prompt = self.open_prompt()
        if prompt is not None:
            event.stop()
            prompt.line.insert_text_at_cursor(event.text)

    def _hand_on(self, event: events.Key) -> None:
        """Give a key that was typed ahead to the screen that has been opened over this one."""
        key = events.Key(event.key, event.character)
        current = self.app.screen
        (current if isinstance(current, KeyedScreen) else self.app).post_message(key)


class ListScreen(KeyedScreen[ScreenResultType], ModalScreen[ScreenResultType]):
    """A list over the page, moved through with the reading keys; its foot tells of the others."""

    def __init__(self, keymap: Keymap, ink: Ink) -> None:
        super().__init__(keymap)
        self.ink = ink

    def foot(self, told: Told = ()) -> HintLine:
        """Make the line at the foot, which tells what some commands do here."""
        line = HintLine(id="hints")
        line.set_reactive(HintLine.ink, self.ink)
        line.set_reactive(HintLine.hints, hints_for(self.keymap, told))
        line.set_reactive(HintLine.last, hint_for(self.keymap, "app.cancel", "leave"))
        return line

    def tell(self, told: Told, letters: Told = ()) -> None:
        """Tell at the foot what some commands do now, after the screen's own keys."""
        self.query_one(HintLine).hints = (*letters, *hints_for(self.keymap, told))

    def show_pending(self, pending: str) -> None:
        """Show what has been typed of a command."""
        self.query_one(HintLine).pending = pending

    def base(self) -> Widget:
        """Give the list."""
        return self.query_one(Rows)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, once: keys typed ahead may want it more than once."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def on_resize(self) -> None:
        """Leave a part of the page in view at the sides, if there is enough of it."""
        width = self.size.width
        self.query_one(Rows).styles.width = WIDTH if width >= WIDTH + 12 else width

    def perform(self, pressed: Pressed) -> None:
        """Move through the list; everything else is the screen's own."""
        rows = self.query_one(Rows)
        count = pressed.count or 1
        match pressed.command:
            case "read.line_down":
                rows.move(count)
            case "read.line_up":
                rows.move(-count)
            case "read.page_down" | "read.half_down":
                rows.move_pages(count)
            case "read.page_up" | "read.half_up":
                rows.move_pages(-count)
            case "read.first" | "read.last":
                rows.move_to_end(first=pressed.command == "read.first")
            case "read.enter":
                self.choose_in(rows)
            case "app.help":
                self.help()
            case "app.suspend":
                self.app.action_suspend_process()
            case "app.cancel" | "app.interrupt" | "app.quit" | "go.back":
                self.dismiss()
            case _:
                self.other(pressed)

    def help(self) -> None:
        """Show the keys that are told of at the foot, all of them, and then those of the page."""
        from herreader.tui.screens.help import HelpScreen  # it is a list itself

        foot = self.query_one(HintLine)
        self.app.push_screen(HelpScreen(self.keymap, self.ink, (*foot.hints, foot.last)))

    def other(self, pressed: Pressed) -> None:
        """Do a command that is none of moving, choosing, asking for help and leaving."""

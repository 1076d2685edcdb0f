"""The command palette: every command of the table, by its name."""

from contextlib import suppress
from functools import partial
from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from herreader.keys import COMMANDS, Command, Pressed
from herreader.tui.screens.reading import ReadingScreen

HIDDEN = frozenset({"app.palette", "app.cancel"})


class PatientPalette(CommandPalette):
    """Textual's palette, with patience for keys that come before its list or after its end."""

    def _action_command_list(self, action: str) -> None:
        # The list knows its lines only once it has been laid out.
        with suppress(KeyError):
            if self.query_one(CommandList).option_count:
                super()._action_command_list(action)

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close it, once."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class Commands(Provider):
    """Gives the commands that match what is typed."""

    async def search(self, query: str) -> Hits:
        """Give the commands whose label matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            # A label counts before the sentence that explains it.
            score = matcher.match(command.label)
            score = 1 + score if score > 0 else matcher.match(command.help) / 1_000
            if score > 0:
                yield Hit(
                    score, Content(self._title(command)), self._act(command), help=command.help
                )

    async def discover(self) -> Hits:
        """Give all commands."""
        for command in self._commands():
            title = Content(self._title(command))
            yield DiscoveryHit(title, self._act(command), help=command.help)

    def _commands(self) -> list[Command]:
        """Give all commands; those that move come last, since one knows them soonest."""
        offered = [command for command in COMMANDS if command.id not in HIDDEN]
        return sorted(offered, key=lambda command: command.group == "read")

    def _title(self, command: Command) -> str:
        keys = self._screen().keymap.keys_of(command.id)
        return f"{command.label}  ({keys[0]})" if keys else command.label

    def _act(self, command: Command) -> "partial[None]":
        return partial(self._screen().perform, Pressed(command.id))

    def _screen(self) -> ReadingScreen:
        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            raise TypeError(screen)
        return screen

"""The keys of one TOML table, read with their types; what is wrong becomes problems."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache

from herreader.nearest import did_you_mean
from herreader.rooms.names import tidy
from herreader.rooms.problems import Problem, Severity
from herreader.rooms.source import Table

_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
_KINDS |= {list: "a list", dict: "a table", datetime: "a time", date: "a date"}
_BEGUN = re.compile(r"[^=\]]+(?=[=\]])")
"""A key, or the header of a table, up to where it ends."""


class Fields:
    """Reads a table key by key.

    A key that is asked for is known; `finish` reports the others.

    Attributes:
        where: Gives the line or the entry in which a key stands.
        problems: What has been found wrong so far.
    """

    def __init__(
        self, table: Table, file: str, where: Callable[[str], str], prefix: str = ""
    ) -> None:
        """Begin a table.

        Args:
            table: What was read.
            file: What problems call the file.
            where: Gives the line or the entry in which a key stands.
            prefix: What problems write before a key.
        """
        self._table = table
        self._file = file
        self._prefix = prefix
        self.where = where
        self._asked: set[str] = set()
        self.problems: list[Problem] = []

    def text(self, key: str, *, required: bool = False) -> str:
        """Give a text; empty if it is missing, which is an error if it is required."""
        value = self._take(key)
        if isinstance(value, str):
            value = tidy(value)
        elif value is not None:
            self._wrong_type(key, value, "a text in quotation marks")
            return ""
        if required and not value:
            state = "missing" if value is None else "empty"
            self.report("error", key, f"`{self._prefix}{key}` is {state}.", f'Write {key} = "...".')
        return value or ""

    def texts(self, key: str, *, numbers: bool = False) -> tuple[str, ...]:
        """Give a list of texts without the empty ones; whole numbers may be among them."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._wrong_type(key, value, "a list of texts")
            return ()
        wanted = (str, int) if numbers else str
        kept = []
        for entry in value:
            if isinstance(entry, wanted) and not isinstance(entry, bool):
                kept.append(tidy(str(entry)))
            else:
                self._wrong_type(key, entry, "a list of texts", holds=True)
        return tuple(filter(None, kept))

    def number(self, key: str) -> int | None:
        """Give a whole number; None if it is missing."""
        value = self._take(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._wrong_type(key, value, "a whole number without quotation marks")
        return None

    def date(self, key: str) -> date | None:
        """Give a date, written as one or as a text such as "2014-02-14"; None if missing."""
        value = self._take(key)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value if isinstance(value, str) else "")
        except ValueError:
            cure = f"Write {key} = 2014-02-14, or leave it out."
            self.report("error", key, f"`{self._prefix}{key}` is not a date.", cure)
            return None

    def loose_date(self, key: str) -> str:
        """Give a date as it is known: a text such as "spring 2014", a year or a date."""
        value = self._take(key)
        if value is None or isinstance(value, (str, date)):
            return tidy(str(value or ""))
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self._wrong_type(key, value, "a text or a date")
        return ""

    def table(self, key: str) -> Table | None:
        """Give a table within the table; None if it is missing."""
        value = self._take(key)
        if value is None or isinstance(value, dict):
            return value
        self._wrong_type(key, value, "a table in braces")
        return None

    def inner(self, table: Table, key: str) -> "Fields":
        """Begin a table that stands within this one; its problems stand where `key` does."""
        place = self.where(key)
        return Fields(table, self._file, lambda _key: place, f"{key}.")

    def tables(self, key: str) -> list[Table]:
        """Give a list of tables; empty if it is missing."""
        value = self._take(key)
        if isinstance(value, list) and all(isinstance(entry, dict) for entry in value):
            return value
        if value is not None:
            self._wrong_type(key, value, f"tables, each headed [[{key}]]")
        return []

    def finish(self) -> list[Problem]:
        """Report the keys that nobody asked for, and give all problems."""
        for key in (key for key in self._table if key not in self._asked):
            cure = did_you_mean(key, self._asked, "Take it out.", "`{}`")
            self.report("warning", key, f"`{self._prefix}{tidy(key)}` is not known here.", cure)
        return self.problems

    def report(self, severity: Severity, key: str, message: str, cure: str) -> None:
        """Add a problem with a key."""
        self.problems.append(Problem(severity, self._file, self.where(key), message, cure))

    def _take(self, key: str) -> object:
        self._asked.add(key)
        return self._table.get(key)

    def _wrong_type(self, key: str, value: object, wanted: str, *, holds: bool = False) -> None:
        kind = _KINDS.get(type(value), "something else")
        message = f"`{self._prefix}{key}` {'holds' if holds else 'is'} {kind}."
        self.report("error", key, message, f"It must be {wanted}.")


def line_of(text: str, *, offset: int = 0) -> Callable[[str], str]:
    """Make a function that says in which line of a TOML text a key or a table begins."""

    @cache
    def lines() -> dict[str, int]:
        found: dict[str, int] = {}
        for number, line in enumerate(text.split("\n"), start=1 + offset):
            if begun := _BEGUN.match(line):
                found.setdefault(begun[0].strip(" \t").lstrip('["').removesuffix('"'), number)
        return found

    def where(key: str) -> str:
        line = lines().get(key)
        return f"line {line}" if line else ""

    return where

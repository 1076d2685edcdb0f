"""What is wrong with a room, and how to mend it."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Problem(NamedTuple):
    """One thing in a room that is wrong (error), doubtful (warning) or thin (note).

    Attributes:
        severity: How bad it is; an error keeps something from being read or linked.
        file: The file, relative to the room's folder.
        where: A line such as `line 12`, or an entry such as `scene 4 (owl)`; may be empty.
        message: What is wrong, as a sentence.
        cure: What its author can do about it, as a sentence; may be empty.
    """

    severity: Severity
    file: str
    where: str
    message: str
    cure: str = ""

    def __str__(self) -> str:
        """Say it all in one line, as compilers do: `scenes.toml:12: message cure`."""
        if self.where.startswith("line "):
            place = f"{self.file}:{self.where.removeprefix('line ')}"
        else:
            place = f"{self.file}: {self.where}" if self.where else self.file
        return f"{place}: {self.message} {self.cure}".rstrip()

"""The files that a reader means by the paths they name."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from herreader.errors import ImportRefusedError
from herreader.importing.formats import ARCHIVES, HTML
from herreader.importing.opening import check_regular, refusal, why_not
from herreader.importing.values import Gathered, Source
from herreader.text.suffixes import MARKDOWN

STANDARD_INPUT = "-"
SUFFIXES = frozenset((".txt", ".text", ".epub", ".pdf")) | MARKDOWN | HTML | ARCHIVES
"""What names of files end in that a folder is searched for, if no pattern is given."""

_PAGE_FOLDER = re.compile(r"(?P<page>.+)[_-](?:files|Dateien|fichiers|archivos|bestanden)")
_DEEPEST = 100  # folders within folders
_NAMED = 6  # kinds of file
_LONGEST = 10  # characters in an ending
_NO = "no ending"

_Identity = tuple[int, int]


def gather(
    paths: Sequence[str | Path], pattern: str | None = None, *, standard_input: bytes = b""
) -> Gathered:
    """List the files to import; nothing is opened but folders.

    Args:
        paths: Files, folders, which are searched with all that they hold, and `-`.
        pattern: What files in folders are called, such as `*.txt` or `2014/*.html`; without one,
            files of all kinds that are read.
        standard_input: The bytes that `-` stands for.
    """
    search = _Search(pattern)
    for path in paths:
        if str(path) == STANDARD_INPUT:
            search.sources.append(Source("standard input", data=standard_input))
        elif not str(path):
            why = "No path was given. Name a file or a folder."
            search.refused.append((Path(), refusal("nothing", why)))
        else:
            search.take(Path(path))
    others = tuple(search.others)
    return Gathered(
        tuple(search.sources),
        tuple(search.refused),
        passed_over=() if pattern else others,
        unmatched=others if pattern else (),
        links=tuple(search.links),
    )


def left_out(gathered: Gathered) -> str:
    """Tell what was left out of folders, though nobody asked for that; nothing if nothing was."""
    count, links = len(gathered.passed_over), len(gathered.links)
    found = {_kind(path) for path in gathered.passed_over}
    kinds = sorted(found, key=lambda kind: (kind == _NO, kind))
    named = ", ".join((*kinds[:_NAMED], "…") if len(kinds) > _NAMED else kinds)
    what = "file of another kind" if count == 1 else "files of other kinds"
    told = [f"{count:,} {what} ({named})"] if count else []
    told += ["1 link to a folder" if links == 1 else f"{links:,} links to folders"] if links else []
    return f"Left out: {', '.join(told)}." if told else ""


def _kind(path: Path) -> str:
    """Name what a file's name ends in; a full stop in the middle of a title begins no ending."""
    suffix = _suffix(path.name)
    return suffix if 1 < len(suffix) <= _LONGEST and " " not in suffix else _NO


class _Search:
    """What has been found so far, and where the search has been."""

    def __init__(self, pattern: str | None) -> None:
        self.sources: list[Source] = []
        self.refused: list[tuple[Path, ImportRefusedError]] = []
        self.others: list[Path] = []
        self.links: list[Path] = []
        self._pattern = pattern
        self._files: set[_Identity] = set()
        self._folders: set[_Identity] = set()

    def take(self, path: Path) -> None:
        """Take a file or a folder that the reader has named."""
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                self._search(path)
            else:
                self._add(path, status)
        except OSError as error:
            self.refused.append((path, why_not(path, error)))
        except ValueError as error:  # a NUL in the name
            self.refused.append((path, refusal(str(path), f"{error}.")))

    def _add(self, path: Path, status: os.stat_result) -> None:
        try:
            check_regular(str(path), status.st_mode)
        except ImportRefusedError as error:
            self.refused.append((path, error))
            return
        identity = status.st_dev, status.st_ino
        if identity not in self._files:
            self._files.add(identity)
            self.sources.append(Source(str(path), path))

    def _search(self, top: Path) -> None:
        waiting = [(top, 0)]
        while waiting:
            folder, depth = waiting.pop()
            inner = self._enter(folder, top, depth)
            waiting += [(path, depth + 1) for path in reversed(inner)]

    def _enter(self, folder: Path, top: Path, depth: int) -> list[Path]:
        """Add the files of a folder, and list the folders in it."""
        try:
            status = folder.stat()
            identity = status.st_dev, status.st_ino
            if identity in self._folders or depth > _DEEPEST:
                self._report_loop(folder)
                return []
            self._folders.add(identity)
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            self.refused.append((folder, why_not(folder, error)))
            return []
        return list(self._take_entries(entries, top))

    def _report_loop(self, folder: Path) -> None:
        why = "it is a folder that has been searched already, or lies too deep."
        self.refused.append((folder, refusal(str(folder), why)))

    def _take_entries(self, entries: list[os.DirEntry[str]], top: Path) -> Iterator[Path]:
        pages = {Path(entry.name).stem for entry in entries if _suffix(entry.name) in HTML}
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            try:
                status = entry.stat()
            except OSError as error:
                self.refused.append((path, why_not(path, error)))
                continue
            if stat.S_ISDIR(status.st_mode):
                # A browser puts the pictures and advertisements of a saved page beside it.
                belongs = _PAGE_FOLDER.fullmatch(entry.name)
                if belongs and belongs["page"] in pages:
                    continue
                if entry.is_symlink():
                    # It may lead out of what the reader has named, to all there is.
                    self.links.append(path)
                else:
                    yield path
            elif self._matches(path.relative_to(top)):
                self._add(path, status)
            else:
                self.others.append(path)

    def _matches(self, path: PurePath) -> bool:
        return path.match(self._pattern) if self._pattern else _suffix(path.name) in SUFFIXES


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()

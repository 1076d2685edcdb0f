"""The files that a reader means by the paths they name."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from herreader.errors import ImportRefusedError
from herreader.importing.formats import ARCHIVES, HTML
from herreader.importing.opening import check_regular, refusal, why_not
from herreader.importing.values import PIPED, Gathered, Source
from herreader.text.counting import first_few
from herreader.text.suffixes import MARKDOWN

STANDARD_INPUT = "-"
SUFFIXES = frozenset((".txt", ".text", ".epub", ".pdf")) | MARKDOWN | HTML | ARCHIVES
"""What names of files end in that a folder is searched for, if no pattern is given."""

_PAGE_FOLDER = re.compile(r"(?P<page>.+)[_-](?:files|Dateien|fichiers|archivos|bestanden)")
_DEEPEST = 100  # folders within folders
_NAMED = 6  # kinds of file
_TOLD = 3  # documents that are named
_LONGEST = 10  # characters in an ending
_NO = "no ending"
_DOCUMENTS = frozenset((".doc", ".docx", ".odt", ".pages", ".rtf", ".mobi", ".azw3", ".djvu"))
"""Endings of files that may well hold a review, but are not read."""
_AT_ONCE = 100  # files between two rests: on a slow disk too, no more than a key can wait

_Identity = tuple[int, int]


def left_out(gathered: Gathered) -> str:
    """Tell what was left out of folders, though nobody asked for that; nothing if nothing was."""
    count, links = len(gathered.passed_over), len(gathered.links)
    found = {_kind(path) for path in gathered.passed_over}
    kinds = sorted(found, key=lambda kind: (kind == _NO, kind))
    named = ", ".join((*kinds[:_NAMED], "…") if len(kinds) > _NAMED else kinds)
    what = "file of another kind" if count == 1 else "files of other kinds"
    told = [f"{count:,} {what} ({named})"] if count else []
    told += ["1 link to a folder" if links == 1 else f"{links:,} links to folders"] if links else []
    if not told:
        return ""
    documents = [path.name for path in gathered.passed_over if _suffix(path.name) in _DOCUMENTS]
    cure = f" {first_few(documents, _TOLD)} can be saved as text or as a web page, and imported."
    return f"Left out: {', '.join(told)}.{cure if documents else ''}"


def _kind(path: Path) -> str:
    """Name what a file's name ends in; a full stop in the middle of a title begins no ending."""
    suffix = _suffix(path.name)
    return suffix if 1 < len(suffix) <= _LONGEST and " " not in suffix else _NO


class Search:
    """Lists the files to import, as it is iterated over; nothing is opened but folders.

    Attributes:
        seen: How many files and folders it has come by.
        found: The files, once it is at its end.
    """

    def __init__(
        self,
        paths: Sequence[str | Path],
        pattern: str | None = None,
        *,
        standard_input: bytes = b"",
    ) -> None:
        """Do nothing as yet.

        Args:
            paths: Files, folders, which are searched with all that they hold, and `-`.
            pattern: What files in folders are called, such as `*.txt` or `2014/*.html`; without
                one, files of all kinds that are read.
            standard_input: The bytes that `-` stands for.

        Raises:
            ImportRefusedError: The pattern is none.
        """
        _check(pattern or "*")
        self.seen = 0
        self.found = Gathered(())
        self._sources: list[Source] = []
        self._refused: list[tuple[Path, ImportRefusedError]] = []
        self._others: list[Path] = []
        self._links: list[Path] = []
        self._pattern = pattern
        self._standard_input = standard_input
        self._files: set[_Identity] = set()
        self._folders: set[_Identity] = set()
        self._rest = self._search(paths)

    def __iter__(self) -> Iterator[None]:
        """Go on with the search, with a rest after every few files."""
        for _ in self._rest:
            self.seen += 1
            if self.seen % _AT_ONCE == 0:
                yield

    def finish(self) -> Gathered:
        """Go on to the end without a rest, and give the files."""
        for _ in self:
            pass
        return self.found

    def _search(self, paths: Sequence[str | Path]) -> Iterator[None]:
        for path in paths:
            if str(path) == STANDARD_INPUT:
                self._sources.append(Source(PIPED, data=self._standard_input))
            elif not str(path):
                why = "No path was given. Name a file or a folder."
                self._refused.append((Path(), refusal("nothing", why)))
            else:
                yield from self._take(Path(path))
        others = tuple(self._others)
        self.found = Gathered(
            tuple(self._sources),
            tuple(self._refused),
            passed_over=() if self._pattern else others,
            unmatched=others if self._pattern else (),
            links=tuple(self._links),
        )

    def _take(self, path: Path) -> Iterator[None]:
        """Take a file or a folder that the reader has named."""
        try:
            status = path.stat()
        except OSError as error:
            self._refused.append((path, why_not(path, error)))
        except ValueError as error:  # a NUL in the name
            self._refused.append((path, refusal(str(path), f"{error}.")))
        else:
            if stat.S_ISDIR(status.st_mode):
                yield from self._take_folder(path)
            else:
                self._add(path, status)

    def _add(self, path: Path, status: os.stat_result) -> None:
        try:
            check_regular(str(path), status.st_mode)
        except ImportRefusedError as error:
            self._refused.append((path, error))
            return
        identity = status.st_dev, status.st_ino
        if identity not in self._files:
            self._files.add(identity)
            self._sources.append(Source(str(path), path))

    def _take_folder(self, top: Path) -> Iterator[None]:
        waiting = [(top, 0)]
        while waiting:
            folder, depth = waiting.pop()
            entries: list[os.DirEntry[str]] = []
            pages = set()
            for entry in self._entries(folder, depth):
                entries.append(entry)
                if _suffix(entry.name) in HTML:
                    pages.add(Path(entry.name).stem)
                yield
            entries.sort(key=lambda entry: entry.name)
            inner = []
            for entry in entries:
                if self._is_to_search(entry, pages, top):
                    inner.append((Path(entry.path), depth + 1))
                yield
            waiting += reversed(inner)

    def _entries(self, folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
        """Give what stands in a folder, but for what is hidden there."""
        try:
            status = folder.stat()
            identity = status.st_dev, status.st_ino
            if identity in self._folders or depth > _DEEPEST:
                why = "it is a folder that has been searched already, or lies too deep."
                self._refused.append((folder, refusal(str(folder), why)))
                return
            self._folders.add(identity)
            with os.scandir(folder) as scan:
                yield from (entry for entry in scan if not entry.name.startswith("."))
        except OSError as error:
            self._refused.append((folder, why_not(folder, error)))

    def _is_to_search(self, entry: os.DirEntry[str], pages: set[str], top: Path) -> bool:
        """Say whether an entry is a folder to search; a file is taken or left out at once."""
        path = Path(entry.path)
        try:
            status = entry.stat()
        except OSError as error:
            if self._matches(path, top):
                self._refused.append((path, why_not(path, error)))
            else:
                self._others.append(path)
            return False
        if not stat.S_ISDIR(status.st_mode):
            if self._matches(path, top):
                self._add(path, status)
            else:
                self._others.append(path)
            return False
        # A browser puts the pictures and advertisements of a saved page beside it.
        belongs = _PAGE_FOLDER.fullmatch(entry.name)
        if belongs and belongs["page"] in pages:
            return False
        if entry.is_symlink():
            # It may lead out of what the reader has named, to all there is.
            self._links.append(path)
            return False
        return True

    def _matches(self, path: Path, top: Path) -> bool:
        if self._pattern:
            return path.relative_to(top).match(self._pattern)
        return _suffix(path.name) in SUFFIXES


def _check(pattern: str) -> None:
    try:
        Path().match(pattern)
    except ValueError:
        message = f"{pattern!r} matches no name. Write a pattern such as '*.txt'."
        raise ImportRefusedError("Nothing to import", message) from None


def _suffix(name: str) -> str:
    before, dot, ending = name.rpartition(".")  # a path knows its own, but takes its time
    return f"{dot}{ending}".lower() if before and ending else ""

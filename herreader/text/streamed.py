"""A plain text of any size, read in pieces where it is looked at; memory does not grow with it.

The file is seen through a grid of windows. The chunk of a window starts with the first paragraph
that starts in the window, and ends where the next chunk starts: so every chunk is found by itself,
from two windows, and is the same whichever way one comes to it. Only the numbers of blocks hang
together: they are counted from the start, as far as they are needed.
"""

import time
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import NamedTuple, Self

from herreader.model.text import Block, Place
from herreader.text.plain import (
    BlockBytes,
    count,
    first_blank,
    first_break,
    guess_mode,
    split,
    to_block,
)
from herreader.text.sieve import sieve
from herreader.text.source import SAMPLE, OpenFile, check_is_text

CHUNK = 1 << 16
"""Bytes between two lines of the grid."""

_CHUNKS_KEPT = 6
_BREATH = 0.0002  # seconds in which the screen gets its turn, after each step of a long task
_BOM = b"\xef\xbb\xbf"


class _Extent(NamedTuple):
    """The bytes from one chunk's start to the next one's."""

    start: int
    data: bytes
    continued: bool


class _Chunk(NamedTuple):
    """A chunk whose blocks are looked at; they are kept as they are made."""

    start: int
    data: bytes
    pieces: list[BlockBytes]
    blocks: dict[int, Block]


class StreamedText:
    """The blocks of a UTF-8 file, made when they are asked for; its units are bytes.

    What is at hand is the file as long as it was when it was opened. If it shrinks or cannot be
    read any more, it ends there. All methods may be called from any thread.

    Args:
        path: The file.
        step: Bytes between two lines of the grid.
        file: What it is read through, if it is already open.

    Raises:
        TextError: If the file cannot be opened, or is not a text.
    """

    def __init__(self, path: Path, *, step: int = CHUNK, file: OpenFile | None = None) -> None:
        self._file = file or OpenFile(path)
        try:
            sample = self._file.read(0, SAMPLE)
            check_is_text(path, sample)
        except BaseException:
            self._file.close()
            raise
        self._mode = guess_mode(sample)
        self._beginning = len(_BOM) if sample.startswith(_BOM) else 0
        self._step = step
        self._chunk_count = -(-self._file.size // step)
        self._before = array("Q", [0])  # blocks before each chunk, as far as counted
        self._kept: OrderedDict[int, _Chunk] = OrderedDict()
        self._counting = Lock()
        self._keeping = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the text has no further blocks from then on."""
        self._file.close()

    @property
    def size(self) -> int:
        """Bytes in the whole text."""
        return self._file.size

    @property
    def last(self) -> int:
        """Number of the last block; 0 in an empty text. All blocks are counted for it."""
        return self._blocks_before(self._chunk_count)

    def count_ahead(self, stop: Callable[[], bool]) -> None:
        """Count the blocks on a thread beside the screen, in steps of less than a millisecond."""
        for index in range(1, self._chunk_count + 1):
            if stop():
                return
            self._blocks_before(index)
            time.sleep(_BREATH)

    def block(self, number: int) -> Block | None:
        """Give the block of that number, or None before the first and after the last."""
        found = self._find(number)
        return self._make(number, *found) if found else None

    def units_before(self, place: Place) -> int:
        """Count the bytes before a place; inside a block, as its share of the characters."""
        found = self._find(place.block)
        if found is None:
            return 0 if place.block < 1 else self.size
        chunk, index = found
        piece = chunk.pieces[index]
        length = len(self._make(place.block, chunk, index).plain)
        inside = max(0, min(place.offset, length)) * (piece.end - piece.start)
        return chunk.start + piece.start + inside // max(1, length)

    def place_at(self, units: int) -> Place:
        """Find the place before which about so many bytes stand."""
        units = max(0, min(units, self.size - 1))
        at = units // self._step
        chunk = self._chunk(at)
        while at > 0 and (units < chunk.start or not chunk.pieces):
            at -= 1
            chunk = self._chunk(at)
        if not chunk.pieces:
            return Place(1, 0)
        inside = units - chunk.start
        index = max(0, bisect_right(chunk.pieces, inside, key=attrgetter("start")) - 1)
        number = self._blocks_before(at) + index + 1
        piece = chunk.pieces[index]
        length = len(self._make(number, chunk, index).plain)
        share = max(0, inside - piece.start) * length
        return Place(number, min(length, -(-share // (piece.end - piece.start))))

    def candidates(
        self, word: str, start: int, *, backwards: bool, stop: Callable[[], bool]
    ) -> Iterator[Block]:
        """Give the blocks from number `start` on that may hold `word`, whatever its case.

        It can be run on a thread; it ends early once `stop` answers True.
        """
        may_hold = sieve(word)
        step = -1 if backwards else 1
        at = self._chunk_of(max(1, start))
        if at is None:
            at = self._chunk_count - 1 if backwards else self._chunk_count
        for index in range(at, -1 if backwards else self._chunk_count, step):
            if stop():
                return
            extent = self._extent(index)
            if may_hold(extent.data):
                first = self._blocks_before(index) + 1
                numbered = list(enumerate(self._split(extent), first))
                for number, piece in numbered[::step]:
                    raw = extent.data[piece.start : piece.end]
                    if (number - start) * step >= 0 and may_hold(raw):
                        yield to_block(raw, number, self._mode, piece.gap)
            time.sleep(_BREATH)

    def _make(self, number: int, chunk: _Chunk, index: int) -> Block:
        block = chunk.blocks.get(number)
        if block is None:
            piece = chunk.pieces[index]
            raw = chunk.data[piece.start : piece.end]
            block = chunk.blocks[number] = to_block(raw, number, self._mode, piece.gap)
        return block

    def _find(self, number: int) -> tuple[_Chunk, int] | None:
        """Find the chunk of a block, and the block's index in it."""
        at = self._chunk_of(number)
        if at is None:
            return None
        chunk = self._chunk(at)
        index = number - self._before[at] - 1
        # A file that has shrunk holds fewer blocks than were counted.
        return (chunk, index) if index < len(chunk.pieces) else None

    def _chunk_of(self, number: int) -> int | None:
        """Find the index of the chunk of a block, counting no further than that."""
        if number < 1:
            return None
        while self._before[-1] < number:
            counted = len(self._before) - 1
            if counted >= self._chunk_count:
                return None
            self._blocks_before(counted + 1)
        return bisect_left(self._before, number) - 1

    def _blocks_before(self, index: int) -> int:
        while len(self._before) <= index:
            # One chunk at a time, so that no thread waits long for another one's counting.
            with self._counting:
                at = len(self._before) - 1
                if at < index:
                    self._before.append(self._before[at] + count(self._extent(at).data, self._mode))
        return self._before[index]

    def _chunk(self, index: int) -> _Chunk:
        with self._keeping:
            chunk = self._kept.get(index)
            if chunk is None:
                extent = self._extent(index)
                chunk = _Chunk(extent.start, extent.data, self._split(extent), {})
                self._kept[index] = chunk
                if len(self._kept) > _CHUNKS_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(index)
            return chunk

    def _split(self, extent: _Extent) -> list[BlockBytes]:
        return split(extent.data, self._mode, continued=extent.continued)

    def _extent(self, index: int) -> _Extent:
        window = self._window(index)
        following = self._window(index + 1)
        first, continued = self._start_in(index, window)
        end, _ = self._start_in(index + 1, following)
        return _Extent(index * self._step + first, window[first:] + following[:end], continued)

    def _window(self, index: int) -> bytes:
        return self._file.read(index * self._step, self._step)

    def _start_in(self, index: int, window: bytes) -> tuple[int, bool]:
        """Find where a chunk starts in its window, and whether that cuts a paragraph in two."""
        if index == 0:
            return min(self._beginning, len(window)), False
        found = first_break(window, self._mode)
        return (first_blank(window), True) if found is None else (found, False)
